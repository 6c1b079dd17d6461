//! `units.json`: the unit of every integer, by its name.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use wechatpay_endpoints::facts::{Facts, Field, Type, Types, Unit};

use crate::{Result, copies, corrections::Sources};

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
    ///
    /// Every operation and event must have types of its own. `abroad` has the resources whose amounts are not in CNY, as
    /// `product:Schema`.
    pub(crate) fn apply(&self, facts: &mut Facts, abroad: &BTreeSet<String>) -> Result<()> {
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
            None => {
                mark_abroad(facts, abroad);
                Ok(())
            }
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

/// Marks the amounts of the operations on another host than that of the mainland, and those of resources.
fn mark_abroad(facts: &mut Facts, resources: &BTreeSet<String>) {
    for operation in &mut facts.operations {
        if operation.host.is_none() {
            continue;
        }
        let params = operation.params.iter_mut();
        params.for_each(|parameter| mark_minor(&mut parameter.field));
        let bodies = operation.request.iter().chain(operation.response_type());
        if let Some(types) = facts.products.get_mut(&operation.product) {
            bodies.for_each(|ty| mark_type_minor(ty, types));
        }
    }
    let members = facts.events.iter().flat_map(|event| &event.one_of);
    for (product, schema) in members.filter_map(|member| member.split_once(':')) {
        let member = format!("{product}:{}", copies::original(schema));
        if let (true, Some(types)) = (resources.contains(&member), facts.products.get_mut(product))
        {
            mark_type_minor(&Type::Schema(schema.to_owned()), types);
        }
    }
}

fn mark_type_minor(ty: &Type, types: &mut Types) {
    let Type::Schema(name) = ty.innermost() else {
        return;
    };
    let mut members = types.schemas.remove(name).unwrap_or_default();
    for member in &mut members {
        mark_minor(member);
        mark_type_minor(&member.ty, types);
    }
    types.schemas.insert(name.clone(), members);
}

fn mark_minor(field: &mut Field) {
    if field.unit == Some(Unit::Fen) {
        field.unit = Some(Unit::Minor);
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
