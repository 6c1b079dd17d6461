//! `units.json`: the unit of every integer, by its name.

use std::collections::BTreeSet;

use serde::Deserialize;
use wechatpay_endpoints::facts::{Facts, Field, Type, Unit};

use crate::Result;

/// The file.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Units {
    /// Names of amounts of money.
    fen: BTreeSet<String>,
    /// Names of other integers.
    plain: BTreeSet<String>,
    /// Products whose amounts are not in CNY.
    abroad: BTreeSet<String>,
    exceptions: Vec<Exception>,
}

/// A name of `fen` that is no amount in fen in one product.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    product: String,
    field: String,
    /// The unit, if a source shows it.
    unit: Option<Unit>,
    #[serde(rename = "why")]
    _why: String,
}

impl Units {
    /// Marks the amounts with their units. Every integer has a decision, and every decision an integer.
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        if let Some(name) = self.fen.intersection(&self.plain).next() {
            return Err(format!("units.json: `{name}` is fen and plain").into());
        }
        let mut names: BTreeSet<_> = self.fen.union(&self.plain).cloned().collect();
        let mut places: BTreeSet<_> = self.exceptions.iter().map(Exception::place).collect();
        for (product, field) in integers(facts) {
            if !self.fen.contains(&field.name) && !self.plain.contains(&field.name) {
                return Err(format!(
                    "units.json: {product}: `{}` has no unit: add the name to `fen` or `plain`",
                    field.name
                )
                .into());
            }
            names.remove(&field.name);
            let place = (product.clone(), field.name.clone());
            places.remove(&place);
            if self.fen.contains(&field.name) {
                field.unit = self.unit(&place);
            }
        }
        if let Some(name) = names.pop_first() {
            return Err(format!("units.json: no integer is `{name}`").into());
        }
        match places.pop_first() {
            Some((product, field)) => {
                Err(format!("units.json: {product}: no integer is the exception `{field}`").into())
            }
            None => Ok(()),
        }
    }

    /// Tests if the amounts of a product are in other currencies than CNY.
    pub(crate) fn is_abroad(&self, product: &str) -> bool {
        self.abroad.contains(product)
    }

    /// The unit of an amount.
    fn unit(&self, place: &(String, String)) -> Option<Unit> {
        let mut exceptions = self.exceptions.iter();
        match exceptions.find(|exception| exception.place() == *place) {
            Some(exception) => exception.unit,
            None if self.is_abroad(&place.0) => Some(Unit::Minor),
            None => Some(Unit::Fen),
        }
    }
}

impl Exception {
    fn place(&self) -> (String, String) {
        (self.product.clone(), self.field.clone())
    }
}

/// Every integer, with its product.
fn integers(facts: &mut Facts) -> impl Iterator<Item = (String, &mut Field)> {
    let params = facts.operations.iter_mut().flat_map(|operation| {
        let product = operation.product.clone();
        let fields = operation
            .params
            .iter_mut()
            .map(|parameter| &mut parameter.field);
        fields.map(move |field| (product.clone(), field))
    });
    let members = facts.products.iter_mut().flat_map(|(product, types)| {
        let fields = types.schemas.values_mut().flatten();
        fields.map(|field| (product.clone(), field))
    });
    params
        .chain(members)
        .filter(|(_, field)| *field.ty.innermost() == Type::Int)
}
