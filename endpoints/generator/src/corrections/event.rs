//! Corrections of notification events.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use wechatpay_endpoints::facts::{Event, Facts, Type, Types};

use super::{Change, Correction, at};
use crate::{
    Result,
    check::check_one_of,
    copies,
    names::{check_label, is_pascal_case},
    read::WEBHOOKS,
};

/// A type that the resource of an event can be.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
pub(super) enum Member {
    /// `product:Schema`
    Known(String),
    New(Like),
}

/// A new type that is like the resource of an event.
#[derive(Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub(super) struct Like {
    name: String,
    like: String,
    /// Members that the new type does not have, such as `amount.payer_currency`.
    without: Vec<String>,
    /// Members that the new type requires, although the other does not.
    require: Vec<String>,
    /// Members that the new type does not require, although the other does.
    #[serde(default)]
    optional: Vec<String>,
}

impl TryFrom<Value> for Member {
    type Error = String;

    /// Names the key or the text that is wrong, which an untagged enum does not.
    fn try_from(member: Value) -> Result<Self, String> {
        let Value::String(known) = member else {
            let name = member.get("name").and_then(Value::as_str);
            let name = name.unwrap_or_default();
            let new = Like::deserialize(&member).map(Self::New);
            return new.map_err(|error| format!("the member `{name}`: {error}"));
        };
        match known.split_once(':') {
            Some((product, schema)) if !product.is_empty() && !schema.is_empty() => {
                Ok(Self::Known(known))
            }
            _ => Err(format!(
                "the member `{known}` is no schema of a product: write `product:Schema`"
            )),
        }
    }
}

impl Member {
    fn name(&self) -> &str {
        match self {
            Self::Known(name) | Self::New(Like { name, .. }) => name,
        }
    }
}

impl Correction {
    /// Fails if a new type has a malformed name, or one of the sources or of another new type.
    ///
    /// `new` are the new types of the corrections above. Events may share a type.
    pub(super) fn check_new_names<'a>(
        &'a self,
        facts: &Facts,
        new: &mut BTreeMap<&'a str, &'a Like>,
    ) -> Result<()> {
        let Change::OneOf { members } = &self.change else {
            return Ok(());
        };
        let types = facts.products.get(WEBHOOKS);
        for member in members {
            let Member::New(like) = member else {
                continue;
            };
            let name = &*like.name;
            if !is_pascal_case(name) {
                return Err(format!("the name `{name}` is not in PascalCase").into());
            }
            let names = types.map(|types| types.schemas.keys().chain(types.enums.keys()));
            let mut names = names.into_iter().flatten();
            let is_known = names.any(|known| copies::original(known) == name);
            if is_known || *new.entry(name).or_insert(like) != like {
                return Err(format!("the name `{name}` is taken: choose another").into());
            }
        }
        Ok(())
    }

    pub(super) fn set_label(&self, facts: &mut Facts, label: &str) -> Result<()> {
        check_label(label)?;
        let event = find_event(&mut facts.events, |event| event.event_type == self.of)?;
        if event.label.as_deref() == Some(label) {
            return Err("the event has this label already".into());
        }
        event.label = Some(label.to_owned());
        Ok(())
    }

    /// Sets the types that the resource of the event can be.
    pub(super) fn set_one_of(&self, facts: &mut Facts, members: &[Member]) -> Result<()> {
        check_one_of(&members.iter().map(Member::name).collect::<Vec<_>>())?;
        let one_of = members.iter().map(|member| match member {
            Member::Known(known) => match known.split_once(':') {
                Some((WEBHOOKS, schema)) => self.resource(facts, schema, schema),
                _ => Ok(known.clone()),
            },
            Member::New(new) => self.new_member(facts, new),
        });
        let one_of = one_of.collect::<Result<Vec<_>>>()?;
        let event = find_event(&mut facts.events, |event| event.event_type == self.of)?;
        let is_same = |(a, b): (&String, &String)| copies::original(a) == copies::original(b);
        if event.one_of.len() == one_of.len() && event.one_of.iter().zip(&one_of).all(is_same) {
            return Err("the event has these resources already".into());
        }
        event.one_of = one_of;
        Ok(())
    }

    /// Adds the type that a member describes.
    fn new_member(&self, facts: &mut Facts, new: &Like) -> Result<String> {
        let member = self.resource(facts, &new.like, &new.name)?;
        let types = facts.products.entry(WEBHOOKS.to_owned()).or_default();
        let schema = member.split_once(':').map_or("", |(_, schema)| schema);
        for path in &new.without {
            let mut found = at::find(types, schema, path)?;
            found
                .member()
                .map_err(|error| format!("`{path}`: {error}"))?;
            let name = found.name;
            found.members()?.retain(|member| member.name != name);
        }
        for (paths, required) in [(&new.require, true), (&new.optional, false)] {
            for path in paths {
                let mut found = at::find(types, schema, path)?;
                let member = found
                    .member()
                    .map_err(|error| format!("`{path}`: {error}"))?;
                if member.required == required && !required {
                    return Err(format!("`{path}`: the member is optional already").into());
                }
                member.required = required;
                for witness in self.witnesses() {
                    member.witnesses.add_word(witness, required);
                }
            }
        }
        Ok(member)
    }

    /// A copy of the resource of an event, by the name of its schema.
    fn resource(&self, facts: &mut Facts, schema: &str, name: &str) -> Result<String> {
        let is_meant = |event: &Event| match &event.resource {
            Some(Type::Schema(resource)) => copies::original(resource) == schema,
            _ => false,
        };
        // Several events can share a schema, and each has its own corrections.
        let is_own = |event: &Event| event.event_type == self.of && is_meant(event);
        let has_own = facts.events.iter().any(is_own);
        let mut ty = find_event(&mut facts.events, |event| {
            is_meant(event) && (!has_own || is_own(event))
        })
        .map_err(|_| format!("no resource is `{schema}`"))?
        .resource
        .clone()
        .ok_or("the event has no resource")?;
        let types: &mut Types = facts.products.entry(WEBHOOKS.to_owned()).or_default();
        let from = types.clone();
        copies::copy(&mut ty, &from, types)?;
        let Type::Schema(copy) = ty else {
            return Err("a resource is a schema".into());
        };
        let members = types.schemas.remove(&copy).unwrap_or_default();
        let renamed = copies::fresh(&types.schemas, name);
        types.schemas.insert(renamed.clone(), members);
        Ok(format!("{WEBHOOKS}:{renamed}"))
    }
}

fn find_event(events: &mut [Event], is_meant: impl Fn(&Event) -> bool) -> Result<&mut Event> {
    let mut events = events.iter_mut();
    events
        .find(|event| is_meant(event))
        .ok_or_else(|| "no such event".into())
}
