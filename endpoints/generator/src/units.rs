//! `units.json`: the unit of every integer, by its name.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use wechatpay_endpoints::facts::{Facts, Field, Type, Unit};

use crate::{Result, corrections::Sources};

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
    /// Units of names of `plain`, where a source shows them.
    measures: Vec<Measure>,
}

/// The unit of names of `plain` in some products.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Measure {
    products: Vec<String>,
    fields: Vec<String>,
    unit: Unit,
    #[serde(rename = "sources")]
    _sources: Sources,
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
    /// Marks the integers with their units. Every integer has a decision, and every decision an integer.
    pub(crate) fn apply(&self, facts: &mut Facts) -> Result<()> {
        if let Some(name) = self.fen.intersection(&self.plain).next() {
            return Err(format!("units.json: `{name}` is fen and plain").into());
        }
        let mut names: BTreeSet<_> = self.fen.union(&self.plain).cloned().collect();
        let measures = self.measures()?;
        let mut places: BTreeSet<_> = self.exceptions.iter().map(Exception::place).collect();
        places.extend(measures.keys().cloned());
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
            field.unit = match self.fen.contains(&field.name) {
                true => self.unit(&place),
                false => measures.get(&place).copied(),
            };
        }
        if let Some(name) = names.pop_first() {
            return Err(format!("units.json: no integer is `{name}`").into());
        }
        match places.pop_first() {
            Some((product, field)) => {
                Err(format!("units.json: {product}: no integer is `{field}`").into())
            }
            None => Ok(()),
        }
    }

    /// Tests if the amounts of a product are in other currencies than CNY.
    pub(crate) fn is_abroad(&self, product: &str) -> bool {
        self.abroad.contains(product)
    }

    /// The units of `measures`, by product and name.
    fn measures(&self) -> Result<BTreeMap<Place, Unit>> {
        let mut measures = BTreeMap::new();
        for measure in &self.measures {
            for (product, field) in measure.places() {
                if !self.plain.contains(&field) {
                    return Err(format!("units.json: {product}: `{field}` is not plain").into());
                }
                let place = (product, field);
                if measures.contains_key(&place) {
                    let (product, field) = place;
                    return Err(format!("units.json: {product}: `{field}` has two units").into());
                }
                measures.insert(place, measure.unit);
            }
        }
        Ok(measures)
    }

    /// The unit of an amount.
    fn unit(&self, place: &Place) -> Option<Unit> {
        let mut exceptions = self.exceptions.iter();
        match exceptions.find(|exception| exception.place() == *place) {
            Some(exception) => exception.unit,
            None if self.is_abroad(&place.0) => Some(Unit::Minor),
            None => Some(Unit::Fen),
        }
    }
}

/// A product, and the name of an integer.
type Place = (String, String);

impl Measure {
    fn places(&self) -> impl Iterator<Item = Place> {
        let fields = self.fields.iter();
        fields.flat_map(|field| {
            let products = self.products.iter();
            products.map(|product| (product.clone(), field.clone()))
        })
    }
}

impl Exception {
    fn place(&self) -> Place {
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
