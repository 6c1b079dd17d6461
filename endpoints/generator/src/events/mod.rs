//! The events of notifications: their variants, and the resources that tell products apart.

mod examples;
mod resources;
mod tells;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use serde::Deserialize;
use wechatpay_endpoints::facts::{Event, Facts};

use crate::{Result, names::pascal};

pub(crate) use resources::Events;

/// The key `webhooks` of `families.json`.
#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Webhooks {
    /// The modules, in the order of the documentation.
    modules: Vec<Module>,
    /// The variants whose names are not those of the event types in PascalCase.
    variants: BTreeMap<String, String>,
    /// The resources of each event with `one_of`. Of resources that fit alike, the first is decoded.
    one_of: BTreeMap<String, Vec<Resource>>,
    /// Schemas with amounts in other currencies than CNY, beside those of the products abroad.
    abroad: BTreeSet<String>,
    /// Better names of types, by the names of the facts.
    types: BTreeMap<String, String>,
    #[serde(rename = "why")]
    _why: String,
}

/// Events in one module.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Module {
    name: String,
    label: String,
    events: Vec<String>,
}

/// A resource that an event can have.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resource {
    /// The variant.
    name: String,
    label: String,
    /// The members of `one_of`. Several are joined, because no member that is always there tells them apart.
    of: Vec<String>,
}

impl Webhooks {
    /// The schemas with amounts in other currencies than CNY, as `product:Schema`.
    pub(crate) const fn abroad(&self) -> &BTreeSet<String> {
        &self.abroad
    }

    /// The variant of an event type: `TRANSACTION.SUCCESS` is `TransactionSuccess`.
    fn variant(&self, event_type: &str) -> String {
        let chosen = self.variants.get(event_type).cloned();
        chosen.unwrap_or_else(|| pascal(event_type))
    }

    /// The variants of all events; an error if two are the same, or a name is of no event.
    fn variants<'a>(&self, facts: &'a Facts) -> Result<Vec<(String, &'a Event)>> {
        let mut unknown: BTreeSet<_> = self.variants.keys().collect();
        let mut taken = BTreeSet::from(["Undecoded".to_owned(), "Unknown".to_owned()]);
        let mut variants = Vec::new();
        for event in &facts.events {
            unknown.remove(&event.event_type);
            let variant = self.variant(&event.event_type);
            if !taken.insert(variant.clone()) {
                let event = &event.event_type;
                return Err(
                    format!("families.json: {event}: another variant is `{variant}`").into(),
                );
            }
            variants.push((variant, event));
        }
        match unknown.pop_first() {
            Some(unknown) => Err(format!("families.json: no event is {unknown}").into()),
            None => Ok(variants),
        }
    }

    /// The file of the runtime with the variants of `EventType`.
    pub(crate) fn event_types(&self, facts: &Facts) -> Result<String> {
        let mut text = String::from(
            "//! Every published event type. The generator of `wechatpay-endpoints` writes this file.\n\n\
             use super::event_type::event_types;\n\n\
             event_types! {\n",
        );
        for (variant, event) in self.variants(facts)? {
            if let Some(label) = &event.label {
                let _ = writeln!(text, "    /// {label}");
            }
            let _ = writeln!(text, "    {variant} = {:?},", event.event_type);
        }
        Ok(text + "}\n")
    }
}
