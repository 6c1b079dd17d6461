//! Operations of brands (品牌直连): each has the shape of the service provider's operation that does the same.

use serde::Deserialize;
use wechatpay_endpoints::facts::{
    Event, Facts, NameFrom, Operation, Parameter, Response, ResponseBody, Type, Types, Witness,
    Witnesses,
};

use crate::{Result, copies, corrections::witness, read::WEBHOOKS};

/// `brand.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Twins {
    /// The signature scheme of all operations.
    scheme: String,
    operations: Vec<Twin>,
    #[serde(default)]
    events: Vec<TwinEvent>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Twin {
    product: String,
    name: String,
    method: String,
    path: String,
    label: String,
    /// The service provider's operation, as `METHOD /path`. `None` if there is none: the shape is not known then.
    twin: Option<String>,
    /// Members and parameters that only the service provider's operation has.
    #[serde(default)]
    without: Vec<String>,
    /// The known facts of an operation without a twin.
    #[serde(default)]
    params: Vec<Parameter>,
    request: Option<Type>,
    #[serde(default)]
    upload: bool,
    #[serde(default)]
    responses: Vec<Response>,
    sources: Vec<String>,
    /// The rows of the comparison that propose the twin.
    #[serde(default)]
    rows: Vec<u16>,
}

/// A notification to a brand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TwinEvent {
    event_type: String,
    label: String,
    original_types: Vec<String>,
    /// The type of the service provider's event.
    twin: String,
    /// Members that only the service provider's event has.
    without: Vec<String>,
    /// Members that the service provider's event requires, and the brand's does not.
    optional: Vec<String>,
    sources: Vec<String>,
    /// The rows of the comparison that propose the twin.
    #[serde(default)]
    rows: Vec<u16>,
}

impl Twins {
    pub(crate) fn add(&self, facts: &mut Facts) -> Result<()> {
        for twin in &self.operations {
            let key = format!("brand.json: {} {}", twin.method, twin.path);
            let operation = twin.operation(facts);
            let mut operation = operation.map_err(|error| format!("{key}: {error}"))?;
            operation.scheme = Some(self.scheme.clone());
            facts.operations.push(operation);
        }
        for twin in &self.events {
            let key = format!("brand.json: {}", twin.event_type);
            let event = twin.event(facts);
            facts
                .events
                .push(event.map_err(|error| format!("{key}: {error}"))?);
        }
        facts.events.sort_by(|a, b| a.event_type.cmp(&b.event_type));
        Ok(())
    }

    /// The rows of the comparison that are made by twins.
    pub(crate) fn rows(&self) -> Vec<u16> {
        let operations = self.operations.iter().flat_map(|twin| &twin.rows);
        let events = self.events.iter().flat_map(|event| &event.rows);
        operations.chain(events).copied().collect()
    }

    /// Tests if the event of this type is a twin.
    pub(crate) fn has_event(&self, event_type: &str) -> bool {
        self.events
            .iter()
            .any(|event| event.event_type == event_type)
    }
}

impl Twin {
    fn operation(&self, facts: &mut Facts) -> Result<Operation> {
        let key = format!("{} {}", self.method, self.path);
        if facts
            .operations
            .iter()
            .any(|known| known.to_string() == key)
        {
            return Err("the operation is there already".into());
        }
        let mut operation = match &self.twin {
            Some(twin) => self.copy_of(twin, facts)?,
            None => Operation::new(&self.method, &self.path),
        };
        for witness in witnesses(&self.sources)? {
            operation.seen.add(witness);
        }
        if self.twin.is_none() {
            operation.params.clone_from(&self.params);
            operation.request.clone_from(&self.request);
            operation.upload = self.upload;
            operation.responses.clone_from(&self.responses);
        }
        operation.product.clone_from(&self.product);
        operation.name.clone_from(&self.name);
        operation.label.clone_from(&self.label);
        Ok(operation)
    }

    /// The twin under this path, with types of its own.
    fn copy_of(&self, twin: &str, facts: &mut Facts) -> Result<Operation> {
        let mut operations = facts.operations.iter();
        let twin = operations.find(|operation| operation.to_string() == twin);
        let mut operation = twin.ok_or("the twin is not there")?.clone();
        let types = facts
            .products
            .get(&operation.product)
            .cloned()
            .unwrap_or_default();
        let to = facts.products.entry(self.product.clone()).or_default();
        let mut removed = Vec::new();
        for ty in types_of(&mut operation) {
            copies::copy(ty, &types, to)?;
            remove(&self.without, ty, to, &mut removed);
        }
        let is_kept = |parameter: &Parameter| !self.without.contains(&parameter.field.name);
        removed.extend(
            operation
                .params
                .iter()
                .filter(|parameter| !is_kept(parameter))
                .map(|parameter| parameter.field.name.clone()),
        );
        operation.params.retain(is_kept);
        check_removed(&self.without, &removed)?;
        operation.method.clone_from(&self.method);
        operation.path.clone_from(&self.path);
        operation.name_from = NameFrom::Chosen;
        operation.docs.clear();
        operation.seen = Witnesses::default();
        Ok(operation)
    }
}

impl TwinEvent {
    fn event(&self, facts: &mut Facts) -> Result<Event> {
        witnesses(&self.sources)?;
        let mut events = facts.events.iter();
        if events.any(|event| event.event_type == self.event_type) {
            return Err("the event is there already".into());
        }
        let mut events = facts.events.iter();
        let twin = events.find(|event| event.event_type == self.twin);
        let mut event = twin.ok_or("the twin is not there")?.clone();
        let types = facts.products.entry(WEBHOOKS.to_owned()).or_default();
        if let Some(ty) = &mut event.resource {
            let from = types.clone();
            copies::copy(ty, &from, types)?;
            let mut removed = Vec::new();
            remove(&self.without, ty, types, &mut removed);
            check_removed(&self.without, &removed)?;
            self.make_optional(ty, types)?;
        }
        event.event_type.clone_from(&self.event_type);
        event.label = Some(self.label.clone());
        event.original_types.clone_from(&self.original_types);
        event.one_of.clear();
        Ok(event)
    }

    fn make_optional(&self, resource: &Type, types: &mut Types) -> Result<()> {
        let Type::Schema(name) = resource else {
            return Err("a resource is a schema".into());
        };
        let members = types.schemas.entry(name.clone()).or_default();
        for optional in &self.optional {
            let mut members = members.iter_mut();
            let member = members.find(|member| member.name == *optional && member.required);
            member
                .ok_or_else(|| format!("the twin requires no `{optional}`"))?
                .required = false;
        }
        Ok(())
    }
}

/// The witnesses that the sources name: at least one.
fn witnesses(sources: &[String]) -> Result<Vec<Witness>> {
    if sources.is_empty() {
        return Err("the sources are missing".into());
    }
    let witnesses = sources
        .iter()
        .map(|source| witness(source).ok_or_else(|| format!("`{source}` is no source").into()));
    witnesses.collect()
}

fn check_removed(without: &[String], removed: &[String]) -> Result<()> {
    match without.iter().find(|name| !removed.contains(name)) {
        Some(name) => Err(format!("the twin has no `{name}`").into()),
        None => Ok(()),
    }
}

/// Removes the members that only the service provider has, also from inner objects.
fn remove(without: &[String], ty: &Type, types: &mut Types, removed: &mut Vec<String>) {
    let Type::Schema(name) = ty.innermost() else {
        return;
    };
    let mut members = std::mem::take(types.schemas.entry(name.clone()).or_default());
    members.retain(|member| {
        let is_kept = !without.contains(&member.name);
        if !is_kept {
            removed.push(member.name.clone());
        }
        is_kept
    });
    for member in &members {
        remove(without, &member.ty, types, removed);
    }
    types.schemas.insert(name.clone(), members);
}

fn types_of(operation: &mut Operation) -> impl Iterator<Item = &mut Type> {
    let params = operation
        .params
        .iter_mut()
        .map(|parameter| &mut parameter.field.ty);
    let responses =
        operation
            .responses
            .iter_mut()
            .filter_map(|response| match &mut response.body {
                ResponseBody::Json(ty) => Some(ty),
                _ => None,
            });
    params.chain(&mut operation.request).chain(responses)
}
