//! Counts of the facts: their size, the corrections, and the witnesses of `required`.

use std::fmt::{self, Display};

use wechatpay_endpoints::facts::{Facts, Field};

/// The counts of the corrected facts.
pub(crate) struct Counts {
    pub(crate) facts: Facts,
    /// The corrections by what became of them.
    pub(crate) corrections: String,
    pub(crate) before: Required,
    pub(crate) after: Required,
}

/// The members and parameters that are required, by what the witnesses say.
#[derive(Default)]
pub(crate) struct Required {
    confirmed: usize,
    said: usize,
    denied: usize,
    unseen: usize,
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
        writeln!(f, "corrections: {}", self.corrections)?;
        writeln!(f, "required in the sources: {}", self.before)?;
        writeln!(f, "required as corrected: {}", self.after)
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
