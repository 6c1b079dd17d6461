//! An example of every resource of every event, for the tests of `wechatpay-endpoints`.

use serde::Serialize;
use serde_json::{Map, Value, json};
use wechatpay_endpoints::{
    declare::{EventResource, OneOf, TypedEvent},
    facts::{Facts, Field, Type, Types},
};

use super::{Events, Webhooks};
use crate::{Result, read::WEBHOOKS};

/// A resource with all members of its schema.
#[derive(Serialize)]
struct Example<'a> {
    event_type: &'a str,
    original_type: &'a str,
    /// The variant of `Event`.
    variant: &'a str,
    /// The variant of the enum inside, if the event has several resources.
    one_of: Option<&'a str>,
    /// The type; `None` for JSON.
    ty: Option<&'a str>,
    resource: Value,
    /// The pointers of the members that may be absent or `null`, the outer ones first.
    optional: Vec<String>,
    /// The pointers of the texts of open enums.
    enums: Vec<String>,
}

impl Events {
    /// The file of examples, one on each line.
    pub(crate) fn examples(&self, webhooks: &Webhooks, facts: &Facts) -> Result<String> {
        let mut lines = Vec::new();
        for event in self.modules.iter().flat_map(|module| &module.events) {
            for example in self.examples_of(event, webhooks, facts)? {
                lines.push(serde_json::to_string(&example)?);
            }
        }
        Ok(format!("[\n{}\n]\n", lines.join(",\n")))
    }

    fn examples_of<'a>(
        &'a self,
        event: &'a TypedEvent,
        webhooks: &'a Webhooks,
        facts: &'a Facts,
    ) -> Result<Vec<Example<'a>>> {
        let key = &event.event_type;
        let mut known = facts.events.iter();
        let known = known.find(|known| known.event_type == *key);
        let known = known.ok_or_else(|| format!("no event is {key}"))?;
        let original = known.original_types.first().map_or("", String::as_str);
        let example = |one: Option<&'a OneOf>, ty, member: Option<(&str, &str)>| {
            let abroad = one.is_some_and(|one| one.abroad);
            let mut maker = Maker::new(self, facts, member.map(|(product, _)| product), abroad);
            let resource = match (member, ty) {
                (Some((_, schema)), Some(ty)) => maker.object(schema, ty, ""),
                _ => json!({ "text": "value" }),
            };
            Example {
                event_type: key,
                original_type: original,
                variant: &event.variant,
                one_of: one.map(|one| &*one.variant),
                ty,
                resource,
                optional: maker.optional,
                enums: maker.enums,
            }
        };
        match (&event.resource, &known.resource) {
            (EventResource::One(Type::Schema(ty)), Some(Type::Schema(schema))) => {
                let member = Some((WEBHOOKS, &**schema));
                Ok(vec![example(None, Some(ty), member)])
            }
            (EventResource::OneOf(one_of), _) => {
                let mut examples = Vec::new();
                for resource in webhooks.one_of.get(key).into_iter().flatten() {
                    let mut one_of = one_of.iter();
                    let one = one_of.find(|one| one.variant == resource.name);
                    let Some((one, ty)) = one.and_then(|one| Some((one, schema(&one.ty)?))) else {
                        continue;
                    };
                    for member in &resource.of {
                        examples.push(example(Some(one), Some(ty), member.split_once(':')));
                    }
                }
                Ok(examples)
            }
            _ => Ok(vec![example(None, None, None)]),
        }
    }
}

fn schema(ty: &Type) -> Option<&str> {
    match ty {
        Type::Schema(name) => Some(name),
        _ => None,
    }
}

/// Makes one example.
struct Maker<'a> {
    /// The types of the schema.
    types: Option<&'a Types>,
    /// The types of `wechatpay-endpoints`, which decide of each member if it may be absent.
    typed: Option<&'a Types>,
    abroad: bool,
    optional: Vec<String>,
    enums: Vec<String>,
}

impl<'a> Maker<'a> {
    fn new(events: &'a Events, facts: &'a Facts, product: Option<&str>, abroad: bool) -> Self {
        Self {
            types: product.and_then(|product| facts.products.get(product)),
            typed: events.facts.products.get(WEBHOOKS),
            abroad,
            optional: Vec::new(),
            enums: Vec::new(),
        }
    }

    fn object(&mut self, schema: &str, typed: &str, pointer: &str) -> Value {
        let fields = |types: Option<&'a Types>, name| types?.schemas.get(name);
        let typed = fields(self.typed, typed);
        let mut members = Map::new();
        for field in fields(self.types, schema).into_iter().flatten() {
            let pointer = format!("{pointer}/{}", field.name);
            let mut typed = typed.into_iter().flatten();
            let typed = typed.find(|typed| typed.name == field.name);
            let Some(typed) = typed else {
                continue;
            };
            if !typed.is_promised() {
                self.optional.push(pointer.clone());
            }
            let value = self.value(field, &field.ty, &typed.ty, &pointer);
            members.insert(field.name.clone(), value);
        }
        Value::Object(members)
    }

    fn value(&mut self, field: &Field, ty: &Type, typed: &Type, pointer: &str) -> Value {
        match (ty, typed) {
            (Type::Array(item), Type::Array(typed)) => {
                json!([self.value(field, item, typed, &format!("{pointer}/0"))])
            }
            (Type::Schema(schema), Type::Schema(typed)) => self.object(schema, typed, pointer),
            (Type::Enum(name), _) => {
                let listed = self.types.and_then(|types| types.enums.get(name));
                if let (Type::Enum(_), Some(Type::String)) =
                    (typed, listed.map(|listed| &listed.ty))
                {
                    self.enums.push(pointer.to_owned());
                }
                let values = listed.map(|listed| listed.values.as_slice());
                values.and_then(<[_]>::first).cloned().unwrap_or_default()
            }
            (ty, _) => self.scalar(field, ty),
        }
    }

    fn scalar(&self, field: &Field, ty: &Type) -> Value {
        let is_currency = field.name == "currency" || field.name.ends_with("_currency");
        match ty {
            Type::String if is_currency => json!(if self.abroad { "HKD" } else { "CNY" }),
            Type::String if field.format.as_deref() == Some("rfc3339") => {
                json!("2018-06-08T10:34:56+08:00")
            }
            Type::Int => json!(888),
            Type::Number => json!(0.5),
            Type::Bool => json!(true),
            Type::Object => json!({ "text": "value" }),
            _ => json!(format!("a text of {}", field.name)),
        }
    }
}
