//! Counts of the facts: their size, the corrections, and the witnesses of `required`.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use wechatpay_endpoints::facts::{Facts, Field, Parameter};

use crate::rows::Rows;

/// The counts of the corrected facts.
pub(crate) struct Counts {
    pub(crate) facts: Facts,
    /// The rows of the comparison by what became of them.
    pub(crate) rows: Rows,
    pub(crate) corrections: String,
    pub(crate) before: Required,
    pub(crate) dropped: Dropped,
    pub(crate) after: Required,
    /// The operations whose example is in the files.
    pub(crate) published_examples: usize,
}

/// The members and parameters that are required, by what the witnesses say.
#[derive(Default)]
pub(crate) struct Required {
    confirmed: usize,
    said: usize,
    denied: usize,
    unseen: usize,
}

/// The members and parameters that the sources require, and the corrected facts do not.
#[derive(Default)]
pub(crate) struct Dropped {
    optional: usize,
    /// Removed, renamed or moved.
    gone: usize,
}

impl Dropped {
    /// Compares facts in which each operation has types of its own.
    pub(crate) fn of(before: &Facts, after: &Facts) -> Self {
        let after: BTreeMap<_, _> = fields(after).collect();
        let mut counts = Self::default();
        for (place, _) in fields(before).filter(|(_, required)| *required) {
            match after.get(&place) {
                Some(true) => {}
                Some(false) => counts.optional += 1,
                None => counts.gone += 1,
            }
        }
        counts
    }
}

/// The place of each member and parameter, and if it is required.
fn fields(facts: &Facts) -> impl Iterator<Item = ([String; 3], bool)> {
    let members = facts.products.iter().flat_map(|(product, types)| {
        types.schemas.iter().flat_map(move |(schema, members)| {
            members.iter().map(move |member| {
                let place = [product.clone(), schema.clone(), member.name.clone()];
                (place, member.required)
            })
        })
    });
    let params = facts.operations.iter().flat_map(|operation| {
        operation.params.iter().map(
            move |Parameter {
                      location, field, ..
                  }| {
                let place = [
                    operation.to_string(),
                    format!("{location:?}"),
                    field.name.clone(),
                ];
                (place, field.required)
            },
        )
    });
    members.chain(params)
}

impl Required {
    /// Counts in facts in which each operation has types of its own.
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut counts = Self::default();
        let schemas = facts
            .products
            .values()
            .flat_map(|types| types.schemas.values());
        let params = facts
            .operations
            .iter()
            .flat_map(|operation| &operation.params);
        let fields = schemas
            .flatten()
            .chain(params.map(|parameter| &parameter.field));
        for field in fields.filter(|field| field.required) {
            *counts.of_field(field) += 1;
        }
        counts
    }

    fn of_field(&mut self, field: &Field) -> &mut usize {
        let witnesses = field.witnesses;
        if witnesses.confirm_required() {
            &mut self.confirmed
        } else if witnesses.deny_required() {
            &mut self.denied
        } else if witnesses.say_required() {
            &mut self.said
        } else {
            &mut self.unseen
        }
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let products = self.facts.products.values();
        let schemas: Vec<_> = products
            .clone()
            .flat_map(|types| types.schemas.values())
            .collect();
        writeln!(
            f,
            "{} operations, {} events, {} schemas with {} members, {} enums",
            self.facts.operations.len(),
            self.facts.events.len(),
            schemas.len(),
            schemas.iter().map(|members| members.len()).sum::<usize>(),
            products.map(|types| types.enums.len()).sum::<usize>(),
        )?;
        writeln!(f, "rows of the comparison: {}", self.rows)?;
        writeln!(f, "corrections: {}", self.corrections)?;
        writeln!(f, "required in the sources: {}", self.before)?;
        writeln!(f, "dropped of these: {}", self.dropped)?;
        writeln!(f, "required as corrected: {}", self.after)?;
        let examples = self.facts.examples.len();
        writeln!(
            f,
            "examples: {examples}: {} of the sources, {} made from the schema",
            self.published_examples,
            examples - self.published_examples
        )
    }
}

impl Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { optional, gone } = self;
        write!(
            f,
            "{}: {optional} made optional, {gone} removed, renamed or moved",
            optional + gone
        )
    }
}

impl Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            confirmed,
            said,
            denied,
            unseen,
        } = self;
        let total = confirmed + said + denied + unseen;
        write!(
            f,
            "{total}: {confirmed} confirmed, {said} said by a witness, {denied} denied by a witness, {unseen} \
             without a word"
        )
    }
}
