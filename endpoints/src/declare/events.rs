//! The events of notifications (回调通知): the enum of all events, and the types of their resources.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    Style,
    code::{self, Code},
    docs,
    modules::{self, Module, Part},
    shapes::Shapes,
    structs,
};
use crate::facts::{Facts, Type};

/// Events with their types in one module.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventModule {
    /// The name of the module.
    pub name: String,
    /// The Chinese name.
    pub label: String,
    /// In the order of the documentation.
    pub events: Vec<TypedEvent>,
}

/// An event with the types of its resource.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TypedEvent {
    /// Such as `TRANSACTION.SUCCESS`.
    pub event_type: String,
    /// The Chinese name. Empty if unknown.
    pub label: String,
    /// The variant, such as `TransactionSuccess`.
    pub variant: String,
    /// The types of the resource.
    pub resource: EventResource,
}

/// The types of the resource of an event. They are schemas of the product `webhooks`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventResource {
    /// No source states the members.
    Untyped,
    /// A single type.
    One(Type),
    /// A type for each product or mode. The type that knows most of the members fits best; among equals the type that
    /// misses the fewest, then the first.
    OneOf(Vec<OneOf>),
}

/// A type that the resource of an event can have.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OneOf {
    /// The variant.
    pub variant: String,
    /// The Chinese name.
    pub label: String,
    /// The type.
    pub ty: Type,
    /// Amounts can be in other currencies than CNY.
    pub abroad: bool,
    /// The members that every resource of this type has.
    pub needs: Vec<String>,
    /// The members of the type, and those of its objects that tell it from other types of the event, as in
    /// `amount.currency`.
    pub knows: Vec<String>,
}

/// The files below `src/` of the enum `Event` and of the resources.
///
/// `facts` have the types of the resources in the product `webhooks`. A type stands in the first module that uses it.
#[must_use]
pub fn event_modules(facts: &Facts, all: &[EventModule]) -> Vec<Module> {
    let parts = parts(facts, all);
    let mut modules = vec![event_enum(&parts, all)];
    let mut names: Vec<_> = all.iter().map(|module| &*module.name).collect();
    names.sort_unstable();
    modules.push(Module {
        path: format!("{FOLDER}/mod.rs"),
        text: modules::index("Resources of notifications", &names),
    });
    let files = parts.iter().zip(all);
    modules.extend(files.map(|((part, _), module)| Module {
        path: format!("{FOLDER}/{}.rs", part.name),
        text: modules::file(part, parts.iter().map(|(part, _)| part), &module.label),
    }));
    modules
}

/// The folder of the resources.
const FOLDER: &str = "notifications/resources";

/// A module, and the type of each of its events as the enum holds it.
type WithTypes = (Part, Vec<String>);

fn parts(facts: &Facts, all: &[EventModule]) -> Vec<WithTypes> {
    let mut shapes = Shapes::new(facts, WEBHOOKS, Style::Crate);
    let mut heads = Vec::new();
    for module in all {
        let mut code = Code::new(0);
        let events = module.events.iter();
        let types: Vec<_> = events
            .map(|event| write_event(&mut code, event, &mut shapes))
            .collect();
        heads.push((module, code, types, (shapes.all.len(), shapes.enums.len())));
    }
    let structs: Vec<_> = shapes.structs().collect();
    let mut start = (0, 0);
    let mut parts = Vec::new();
    for (module, mut code, types, end) in heads {
        let structs = structs.get(start.0..end.0).unwrap_or_default();
        let enums = shapes.enums.get(start.1..end.1).unwrap_or_default();
        structs
            .iter()
            .for_each(|declared| structs::write(&mut code, declared));
        enums.iter().for_each(|listed| listed.write(&mut code));
        let names = structs.iter().map(|declared| &declared.name);
        let names = names.chain(enums.iter().map(|listed| &listed.name));
        let part = Part {
            name: module.name.clone(),
            types: names.cloned().collect(),
            code,
        };
        parts.push((part, types));
        start = end;
    }
    parts
}

/// The product of the resources.
pub(super) const WEBHOOKS: &str = "webhooks";

/// Adds the structs of an event, and writes the enum of several resources. Returns the type in the enum of events.
fn write_event<'a>(code: &mut Code, event: &'a TypedEvent, shapes: &mut Shapes<'a>) -> String {
    shapes.begin_event(&event.event_type);
    match &event.resource {
        EventResource::Untyped => "Map<String, Value>".to_owned(),
        EventResource::One(ty) => format!("Box<{}>", shapes.add_resource(ty)),
        EventResource::OneOf(one_of) => {
            // The enum keeps its name: the structs give way.
            let name = shapes.add_trait(&event.variant);
            let _ = writeln!(code, "\none_of! {{");
            let doc = format!("The resources of `{}`.", event.event_type);
            docs::write_paragraphs(code, "    ", &[docs::escaped(&event.label), doc]);
            let _ = writeln!(code, "    pub enum {name} {{");
            for one in one_of {
                let ty = shapes.add_resource(&one.ty);
                docs::write(code, "        ", &docs::escaped(&one.label));
                write_tells(code, one, &ty);
            }
            code.push_str("    }\n}\n");
            name
        }
    }
}

/// Writes a resource with the members that tell it, for the macro `one_of`.
fn write_tells(code: &mut Code, one: &OneOf, ty: &str) {
    let _ = writeln!(code, "        {}({ty}) {{", one.variant);
    let _ = writeln!(code, "            abroad: {},", one.abroad);
    write_names(code, "needs", &one.needs);
    write_names(code, "knows", &one.knows);
    let _ = writeln!(code, "        }},");
}

fn write_names(code: &mut Code, key: &str, names: &[String]) {
    let names: Vec<_> = names.iter().map(|name| format!("{name:?}")).collect();
    let names = names.join(", ");
    if code::columns(&names) <= 78 {
        let _ = writeln!(code, "            {key}: [{names}],");
        return;
    }
    let _ = writeln!(code, "            {key}: [");
    for line in code::wrapped(&names, 83) {
        let _ = writeln!(code, "                {line}");
    }
    let _ = writeln!(code, "            ],");
}

/// The file of the enum of all events.
fn event_enum(parts: &[WithTypes], all: &[EventModule]) -> Module {
    let mut code = Code::new(0);
    code.push_str("\nevents! {\n");
    let mut imports = BTreeSet::new();
    let with_types = parts.iter().zip(all);
    let events = with_types.flat_map(|((_, types), module)| module.events.iter().zip(types));
    for (event, ty) in events {
        docs::write_paragraphs(&mut code, "    ", &[docs::escaped(&event.label)]);
        let _ = writeln!(
            code,
            "    {}({ty}) = {:?},",
            event.variant, event.event_type
        );
        let name = ty.strip_prefix("Box<").and_then(|ty| ty.strip_suffix('>'));
        match &event.resource {
            EventResource::Untyped => {}
            _ => drop(imports.insert(name.unwrap_or(ty))),
        }
    }
    code.push_str("}\n");
    let mut text = Code::new(0);
    text.push_str("//! The enum of all events. The generator writes this file.\n\n");
    text.write_use("serde_json", &["Map", "Value"]);
    text.push_str("\n");
    text.write_use("super::decode", &["events"]);
    let imports: Vec<_> = imports.into_iter().collect();
    text.write_use("super::resources", &imports);
    text.push_str(code.as_str());
    Module {
        path: "notifications/event.rs".to_owned(),
        text: text.into_string(),
    }
}

impl EventModule {
    /// A module of these events.
    #[must_use]
    pub fn new(name: &str, label: &str, events: Vec<TypedEvent>) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            events,
        }
    }
}

impl TypedEvent {
    /// An event with its resource.
    #[must_use]
    pub fn new(event_type: &str, label: &str, variant: String, resource: EventResource) -> Self {
        Self {
            event_type: event_type.to_owned(),
            label: label.to_owned(),
            variant,
            resource,
        }
    }

    /// The types of the resource, to change them.
    pub fn types_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        let (one, one_of) = match &mut self.resource {
            EventResource::Untyped => (None, None),
            EventResource::One(ty) => (Some(ty), None),
            EventResource::OneOf(one_of) => (None, Some(one_of)),
        };
        let one_of = one_of.into_iter().flatten();
        one.into_iter().chain(one_of.map(|one| &mut one.ty))
    }
}

impl OneOf {
    /// A type without members that tell it.
    #[must_use]
    pub fn new(variant: &str, label: &str, ty: Type, abroad: bool) -> Self {
        Self {
            variant: variant.to_owned(),
            label: label.to_owned(),
            ty,
            abroad,
            needs: Vec::new(),
            knows: Vec::new(),
        }
    }

    /// The type with the members that tell it.
    #[must_use]
    pub fn told_by(self, needs: Vec<String>, knows: Vec<String>) -> Self {
        Self {
            needs,
            knows,
            ..self
        }
    }
}
