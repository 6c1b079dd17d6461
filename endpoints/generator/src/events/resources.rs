//! The resources of the events, as the enum `Event` of `wechatpay-endpoints` holds them.

use std::collections::{BTreeMap, BTreeSet};

use wechatpay_endpoints::{
    declare::{EventModule, EventResource, OneOf, TypedEvent},
    facts::{Event, Facts, Field, Type, Types},
};

use super::{
    Resource, Webhooks,
    tells::{self, Candidate},
};
use crate::{
    Result, alike,
    copies::{self, Sharing},
    families::rename_types,
    joined::{Joiner, Typed},
    names::pascal,
    read::WEBHOOKS,
};

/// The events with the types of their resources.
pub(crate) struct Events {
    /// Only the types of the resources, in the product `webhooks`.
    pub(crate) facts: Facts,
    pub(crate) modules: Vec<EventModule>,
}

impl Webhooks {
    /// The events of `facts` in modules, with types of their own: no type is shared with an operation.
    pub(crate) fn events(&self, facts: &Facts, abroad: impl Fn(&str) -> bool) -> Result<Events> {
        let mut builder = Builder {
            webhooks: self,
            facts,
            is_abroad: &|member: &str| {
                let product = member.split(':').next().unwrap_or_default();
                abroad(product) || self.abroad.contains(member)
            },
            types: Types::default(),
            resources: Vec::new(),
        };
        let variants = self.variants(facts)?;
        let mut variants: BTreeMap<_, _> = variants
            .into_iter()
            .map(|(variant, event)| (&*event.event_type, (variant, event)))
            .collect();
        let is_shared = |event_type: &String| {
            let event = variants.get(&**event_type);
            event.is_some_and(|(_, event)| !event.one_of.is_empty())
        };
        if let Some(event_type) = self.one_of.keys().find(|key| !is_shared(key)) {
            let error = format!("families.json: no event of several resources is {event_type}");
            return Err(error.into());
        }
        let mut modules = Vec::new();
        for module in &self.modules {
            let mut events = Vec::new();
            for event_type in &module.events {
                let Some((variant, event)) = variants.remove(&**event_type) else {
                    let error =
                        format!("families.json: no event, or one in two modules, is {event_type}");
                    return Err(error.into());
                };
                events.push(builder.event(event, variant)?);
            }
            modules.push((module, events));
        }
        if let Some((event_type, _)) = variants.pop_first() {
            return Err(format!("families.json: no module has {event_type}").into());
        }
        let facts = builder.share()?;
        let mut shared = facts
            .events
            .iter()
            .filter_map(|event| event.resource.clone());
        let modules = modules.into_iter().map(|(module, mut events)| {
            let types = events.iter_mut().flat_map(TypedEvent::types_mut);
            types.zip(&mut shared).for_each(|(ty, shared)| *ty = shared);
            EventModule::new(&module.name, &module.label, events)
        });
        Ok(Events {
            modules: modules.collect(),
            facts,
        })
    }
}

struct Builder<'a> {
    webhooks: &'a Webhooks,
    facts: &'a Facts,
    is_abroad: &'a dyn Fn(&str) -> bool,
    types: Types,
    /// The resources in the order of the modules, each with a name for types of its own.
    resources: Vec<(String, Type)>,
}

impl<'a> Builder<'a> {
    fn event(&mut self, event: &'a Event, variant: String) -> Result<TypedEvent> {
        let error = |error: Box<dyn std::error::Error>| format!("{}: {error}", event.event_type);
        let resource = match (self.webhooks.one_of.get(&event.event_type), &event.resource) {
            (Some(resources), _) => self.one_of(event, resources).map_err(error)?,
            (None, _) if !event.one_of.is_empty() => {
                let event = &event.event_type;
                return Err(
                    format!("families.json: `one_of` names no resources of {event}").into(),
                );
            }
            (None, Some(Type::Schema(schema))) => {
                let member = format!("{WEBHOOKS}:{schema}");
                EventResource::One(self.add(&event.event_type, &[member]).map_err(error)?)
            }
            (None, _) => EventResource::Untyped,
        };
        Ok(TypedEvent::new(
            &event.event_type,
            event.label.as_deref().unwrap_or_default(),
            variant,
            resource,
        ))
    }

    /// The resources of an event of several products.
    fn one_of(&mut self, event: &'a Event, resources: &'a [Resource]) -> Result<EventResource> {
        let named: BTreeSet<_> = resources.iter().flat_map(|resource| &resource.of).collect();
        let known: BTreeSet<_> = event.one_of.iter().collect();
        if let Some(other) = named.symmetric_difference(&known).next() {
            return Err(format!("families.json and the facts do not agree on `{other}`").into());
        }
        let mut candidates = Vec::new();
        let mut types = Vec::new();
        for resource in resources {
            let owner = format!("{}.{}", event.event_type, resource.name);
            let ty = self.add(&owner, &resource.of)?;
            candidates.push(self.candidate(resource, &ty)?);
            types.push(ty);
        }
        let told = resources.iter().zip(&candidates).zip(types);
        let one_of = told.zip(tells::tells(&candidates)?);
        let one_of = one_of.map(|(((resource, candidate), ty), tell)| {
            let one = OneOf::new(&resource.name, &resource.label, ty, candidate.abroad);
            one.told_by(tell.needs, tell.knows)
        });
        Ok(EventResource::OneOf(one_of.collect()))
    }

    /// The resource of `ty`, its type.
    fn candidate(&self, resource: &'a Resource, ty: &Type) -> Result<Candidate<'a>> {
        let schemas = resource.of.iter().map(|member| {
            let (types, schema) = self.find(member)?;
            let fields: &[Field] = types.schemas.get(schema).ok_or("no such schema")?;
            Ok((&**member, fields))
        });
        Ok(Candidate {
            name: &resource.name,
            schemas: schemas.collect::<Result<_>>()?,
            paths: tells::paths(&self.types, ty),
            abroad: resource.of.iter().all(|member| (self.is_abroad)(member)),
        })
    }

    /// The types of a product and the name of a schema, by `product:Schema`.
    fn find<'m>(&self, member: &'m str) -> Result<(&'a Types, &'m str)> {
        let (product, schema) = member.split_once(':').ok_or("a member has no product")?;
        let types = self.facts.products.get(product);
        let types = types.ok_or_else(|| format!("no product is `{product}`"))?;
        Ok((types, schema))
    }

    /// Adds a copy of a schema, or of several joined ones. `owner` begins the names of types of its own.
    fn add(&mut self, owner: &str, members: &[String]) -> Result<Type> {
        let mut sources = Vec::new();
        for member in members {
            let (types, schema) = self.find(member)?;
            let ty = Type::Schema(schema.to_owned());
            sources.push(Typed { ty, types });
        }
        let name = members
            .first()
            .map_or_else(String::new, |member| name_of(member));
        let to = &mut self.types;
        let ty = Joiner { to }.join_schemas(&name, &sources)?;
        self.resources.push((owner.to_owned(), ty.clone()));
        Ok(ty)
    }

    /// The resources as events of facts in which equal types have one name.
    fn share(self) -> Result<Facts> {
        let mut facts = Facts::default();
        facts.products.insert(WEBHOOKS.to_owned(), self.types);
        for (owner, ty) in self.resources {
            let mut event = Event::new(&owner);
            event.resource = Some(ty);
            facts.events.push(event);
        }
        copies::share(&mut facts, Sharing::United, |_| copies::Turn::Known)?;
        rename_types(&mut facts, WEBHOOKS, &self.webhooks.types)?;
        alike::unite_resources(&mut facts)?;
        Ok(facts)
    }
}

/// A name for the type of a resource: that of the schema, with the product in front unless it is `webhooks`.
fn name_of(member: &str) -> String {
    match member.split_once(':') {
        Some((WEBHOOKS, schema)) => schema.to_owned(),
        Some((product, schema)) => format!("{}{schema}", pascal(product)),
        None => member.to_owned(),
    }
}
