//! The event to trigger, and the resource of one of its products.

use std::io;

use comfy_table::Table;
use serde::Serialize;
use serde_json::{Value, json};
use wechatpay_endpoints::{
    facts,
    facts::{Event, Type},
};

use crate::{
    failure::{Failure, Result},
    output::{Report, table, write_table},
};

/// The least likeness of a misspelt name.
const MISSPELT: f64 = 0.8;

/// The types of all events.
pub(crate) fn names() -> Vec<&'static str> {
    let events = facts().events.iter();
    events.map(|event| event.event_type.as_str()).collect()
}

/// All events, as `--list` prints them.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct EventList(Vec<ListedEvent>);

#[derive(Debug, Serialize)]
struct ListedEvent {
    event_type: &'static str,
    label: Option<&'static str>,
    /// The values of `--resource-of`.
    resources: Vec<String>,
}

impl EventList {
    /// All events, or only the named one.
    pub(crate) fn new(name: Option<&str>) -> Result<Self> {
        let events = match name {
            Some(name) => std::slice::from_ref(find(name)?),
            None => &*facts().events,
        };
        let listed = |event: &'static Event| ListedEvent {
            event_type: &event.event_type,
            label: event.label.as_deref(),
            resources: resources(event).into_iter().map(|one| one.name).collect(),
        };
        Ok(Self(events.iter().map(listed).collect()))
    }
}

impl Report for EventList {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        // The labels wrap: an event and a resource are names to copy.
        write_table(out, self.table(), 1)
    }
}

impl EventList {
    fn table(&self) -> Table {
        let mut table = table(["EVENT", "NAME", "RESOURCE OF"]);
        for event in &self.0 {
            let resources = match &*event.resources {
                [_] => String::new(),
                several => several.join(", "),
            };
            table.add_row([event.event_type, event.label.unwrap_or(""), &*resources]);
        }
        table
    }
}

/// An event with one resource.
#[derive(Debug)]
pub(crate) struct Chosen {
    pub(crate) event: &'static Event,
    /// The value of `--resource-of`. `None` if nothing is known of the resource.
    pub(crate) resource_of: Option<String>,
    pub(crate) original_type: &'static str,
    /// The example of the facts.
    pub(crate) example: Value,
    /// The members that WeChat Pay encrypts with the merchant API certificate (敏感信息加密).
    pub(crate) sensitive: Vec<&'static str>,
}

impl Chosen {
    /// Finds an event by its name, and its first resource or the named one.
    pub(crate) fn find(name: &str, resource_of: Option<&str>) -> Result<Self> {
        let event = find(name)?;
        let resources = resources(event);
        let place = resource_of.map_or(Ok(0), |name| place(event, &resources, name))?;
        let Some(Resource { name, member }) = resources.into_iter().nth(place) else {
            return Ok(Self::unknown(event));
        };
        let schema = member.split_once(':').map_or("", |(_, schema)| schema);
        let is_own = |original: &&String| {
            let schema = schema.to_ascii_lowercase();
            schema.starts_with(&original.replace('_', ""))
        };
        let originals = &event.original_types;
        let original = originals.iter().find(is_own).or_else(|| originals.first());
        Ok(Self {
            event,
            resource_of: Some(name),
            original_type: original.map_or("", String::as_str),
            example: event
                .examples
                .get(&member)
                .cloned()
                .unwrap_or_else(|| json!({})),
            sensitive: sensitive(&member),
        })
    }

    fn unknown(event: &'static Event) -> Self {
        Self {
            event,
            resource_of: None,
            original_type: event.original_types.first().map_or("", String::as_str),
            example: json!({}),
            sensitive: Vec::new(),
        }
    }
}

/// A resource of an event.
struct Resource {
    /// The name for `--resource-of`, such as `pay-merchant` or `service-provider`.
    name: String,
    /// The type, as `product:Schema`.
    member: String,
}

fn resources(event: &Event) -> Vec<Resource> {
    let members = event.resources();
    let names: Vec<_> = members
        .iter()
        .map(|member| short_name(event, member))
        .collect();
    let is_shared = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
    let named = members.into_iter().zip(&names);
    let resource = |(member, name): (String, &String)| Resource {
        name: match is_shared(name) {
            true => kebab_case(member.split_once(':').map_or("", |(_, schema)| schema)),
            false => name.clone(),
        },
        member,
    };
    named.map(resource).collect()
}

/// The product of a resource; of one that only notifications have, the words after the event.
fn short_name(event: &Event, member: &str) -> String {
    let (product, schema) = member.split_once(':').unwrap_or(("", member));
    if product != "webhooks" {
        return product.replace('_', "-");
    }
    let words = event.event_type.split(['.', '_']).map(|word| {
        let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
        format!("{first}{}", rest.to_ascii_lowercase())
    });
    let prefix = format!("{}Of", words.collect::<String>());
    let schema = schema.strip_prefix(&prefix).unwrap_or(schema);
    kebab_case(schema.strip_suffix("Resource").unwrap_or(schema))
}

fn kebab_case(name: &str) -> String {
    let mut kebab = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

/// The place of a named resource: the whole name, or a part that only one has.
fn place(event: &Event, resources: &[Resource], name: &str) -> Result<usize> {
    let wanted = name.to_ascii_lowercase().replace('_', "-");
    let is_same = |one: &Resource| one.name == wanted || one.member.eq_ignore_ascii_case(name);
    if let Some(place) = resources.iter().position(is_same) {
        return Ok(place);
    }
    let named = resources.iter().enumerate();
    let mut named = named.filter(|(_, one)| one.name.contains(&wanted));
    if let (Some((place, _)), None) = (named.next(), named.next()) {
        return Ok(place);
    }
    let names: Vec<_> = resources.iter().map(|one| &*one.name).collect();
    let failure = Failure::arguments(format!(
        "no resource of {} is named `{name}`",
        event.event_type
    ))
    .did_you_mean(name, names.iter().copied());
    Err(match names.is_empty() {
        true => failure.cure("leave out --resource-of, and give the resource with -d"),
        false => failure.cure(format!("give one of: {}", names.join(", "))),
    })
}

/// The names of the sensitive members of a type, given as `product:Schema`.
fn sensitive(member: &str) -> Vec<&'static str> {
    let (product, schema) = member.split_once(':').unwrap_or(("", member));
    let Some(types) = facts().products.get(product) else {
        return Vec::new();
    };
    let mut schemas = vec![schema];
    let mut sensitive = Vec::new();
    let mut next = 0;
    while let Some(schema) = schemas.get(next) {
        for field in types.schemas.get(*schema).into_iter().flatten() {
            match field.ty.innermost() {
                Type::Schema(inner) if !schemas.contains(&inner.as_str()) => schemas.push(inner),
                _ if field.sensitive => sensitive.push(field.name.as_str()),
                _ => {}
            }
        }
        next += 1;
    }
    sensitive
}

fn find(name: &str) -> Result<&'static Event> {
    let events = &facts().events;
    let same = |event: &&Event| event.event_type.eq_ignore_ascii_case(name.trim());
    events.iter().find(same).ok_or_else(|| {
        let failure = Failure::arguments(format!("no published event is `{name}`"));
        let near = nearest(name);
        let failure = match near.is_empty() {
            true => failure,
            false => failure.cure(format!("did you mean {}?", near.join(", "))),
        };
        failure.cure("`wechatpay trigger --list` prints all events")
    })
}

/// The events of a misspelt name, or those that hold all of its words.
fn nearest(name: &str) -> Vec<&'static str> {
    let name = name.trim().to_ascii_uppercase().replace('-', "_");
    let events = facts().events.iter();
    let mut near: Vec<_> = events
        .map(|event| {
            let likeness = strsim::normalized_damerau_levenshtein(&name, &event.event_type);
            (likeness, event)
        })
        .collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let misspelt: Vec<_> = near
        .iter()
        .filter(|(likeness, _)| *likeness >= MISSPELT)
        .map(|(_, event)| event.event_type.as_str())
        .take(3)
        .collect();
    if !misspelt.is_empty() {
        return misspelt;
    }
    let words = |text: &str| -> Vec<String> {
        let words = text.split(['.', '_', ' ']).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let wanted = words(&name);
    let holds = |event: &Event| {
        let label = event.label.as_deref().unwrap_or("");
        let is_there = |word: &String| event.event_type.contains(word) || label.contains(&**word);
        !wanted.is_empty() && wanted.iter().all(is_there)
    };
    let near = near.into_iter().map(|(_, event)| event);
    near.filter(|event| holds(event))
        .map(|event| event.event_type.as_str())
        .take(8)
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::output::lines;

    #[test]
    fn every_resource_of_every_event_has_a_name_and_an_example() {
        let mut found = 0;
        for event in &facts().events {
            let resources = resources(event);
            let names: BTreeSet<_> = resources.iter().map(|one| &one.name).collect();
            assert_eq!(names.len(), resources.len(), "{}", event.event_type);
            for resource in &resources {
                let chosen = Chosen::find(&event.event_type, Some(&resource.name)).unwrap();
                assert_eq!(chosen.resource_of.as_ref(), Some(&resource.name));
                assert_eq!(Some(&chosen.example), event.examples.get(&resource.member));
                let members = chosen.example.as_object().unwrap().len();
                assert!(members > 0, "{}: {}", event.event_type, resource.name);
                found += 1;
            }
        }
        assert!(found > facts().events.len());
    }

    #[test]
    fn a_narrow_list_cuts_no_name() {
        let list = EventList::new(None).unwrap();
        let mut table = list.table();
        table.set_width(40);
        let text = lines(table, 1).join("\n");
        for event in &list.0 {
            assert!(text.contains(event.event_type), "{text}");
            let resources = match &*event.resources {
                [_] => &[],
                several => several,
            };
            for resource in resources {
                assert!(text.contains(resource), "{resource}: {text}");
            }
        }
    }

    #[test]
    fn a_resource_has_its_own_original_type() {
        let original = |name| {
            Chosen::find("TRANSACTION.SUCCESS", name)
                .unwrap()
                .original_type
        };
        assert_eq!(original(None), "transaction");
        assert_eq!(original(Some("pay-partner")), "transaction");
        assert_eq!(original(Some("profitsharing-return")), "profitsharing");
    }

    #[test]
    fn sensitive_members_are_found_inside() {
        let chosen = |name| Chosen::find(name, None).unwrap().sensitive;
        assert_eq!(chosen("MCHTRANSFER.QQWALLETBILL.FINISHED"), ["user_name"]);
        assert_eq!(chosen("TRANSACTION.SUCCESS"), [""; 0]);
    }
}
