//! Operations of brands (品牌直连): each has the shape of the service provider's operation that does the same.

use serde::Deserialize;
use wechatpay_endpoints::facts::{
    Event, Facts, NameFrom, Operation, Parameter, Response, ResponseBody, Type, Types, Witness,
    Witnesses,
};

use crate::{
    Result, copies,
    corrections::witness,
    names::{check_label, twice},
    operation::{self, BRAND_SCHEME},
    read::WEBHOOKS,
    table::Key,
};

/// The member and parameter that names the brand, which the signature names already.
const BRAND_ID: &str = "brand_id";

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
    params: Option<Vec<Parameter>>,
    request: Option<Type>,
    upload: Option<bool>,
    responses: Option<Vec<Response>>,
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
        if self.scheme != BRAND_SCHEME {
            let scheme = &self.scheme;
            return Err(format!(
                "brand.json: the scheme is `{scheme}`: the one of brands is `{BRAND_SCHEME}`"
            )
            .into());
        }
        for twin in &self.operations {
            let key = format!("brand.json: {} {}", twin.method, twin.path);
            twin.add(facts).map_err(|error| format!("{key}: {error}"))?;
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
    fn add(&self, facts: &mut Facts) -> Result<()> {
        check_label(&self.label)?;
        let mut operation = match &self.twin {
            Some(twin) => self.copy_of(twin, facts)?,
            None => self.alone()?,
        };
        for witness in witnesses(&self.sources)? {
            operation.seen.add(witness);
        }
        operation.product.clone_from(&self.product);
        operation.name.clone_from(&self.name);
        operation.label.clone_from(&self.label);
        operation.scheme = Some(BRAND_SCHEME.to_owned());
        operation::check(&operation)?;
        let key = Key::of(&operation);
        operation::add(facts, operation, |known, _| Key::of(known) == key)
    }

    /// An operation without a twin, as far as it is known.
    fn alone(&self) -> Result<Operation> {
        if !self.without.is_empty() {
            return Err("`without` has no effect without a twin: remove it".into());
        }
        let mut operation = Operation::new(&self.method, &self.path);
        operation.params = self.params.clone().unwrap_or_default();
        operation.request.clone_from(&self.request);
        operation.upload = self.upload.unwrap_or_default();
        operation.responses = self.responses.clone().unwrap_or_default();
        Ok(operation)
    }

    /// The twin under this path, with types of its own.
    fn copy_of(&self, twin: &str, facts: &mut Facts) -> Result<Operation> {
        self.check_shape()?;
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
        if let Some(place) = place_of_brand_id(&operation, to) {
            return Err(format!("the {place} still has `{BRAND_ID}`: name it in `without`").into());
        }
        self.check_placeholders(&operation)?;
        // A request of which no member is left has nothing to say.
        operation.request = operation.request.filter(|ty| !is_empty(ty, to));
        operation.method.clone_from(&self.method);
        operation.path.clone_from(&self.path);
        operation.name_from = NameFrom::Chosen;
        operation.docs.clear();
        operation.seen = Witnesses::default();
        Ok(operation)
    }

    /// Fails if a key is given that the twin gives.
    fn check_shape(&self) -> Result<()> {
        let given = [
            ("params", self.params.is_some()),
            ("request", self.request.is_some()),
            ("upload", self.upload.is_some()),
            ("responses", self.responses.is_some()),
        ];
        match given.iter().find(|(_, is_given)| *is_given) {
            Some((key, _)) => Err(format!("`{key}` is that of the twin: remove the key").into()),
            None => Ok(()),
        }
    }

    fn check_placeholders(&self, twin: &Operation) -> Result<()> {
        let own = operation::placeholders(&self.path)?;
        if own == operation::placeholders(&twin.path)? {
            return Ok(());
        }
        Err(format!(
            "the path has other placeholders than its twin: write those of {}",
            twin.path
        )
        .into())
    }
}

impl TwinEvent {
    fn event(&self, facts: &mut Facts) -> Result<Event> {
        witnesses(&self.sources)?;
        check_label(&self.label)?;
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
            if has_brand_id(ty, types) {
                return Err(
                    format!("the resource still has `{BRAND_ID}`: name it in `without`").into(),
                );
            }
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

/// The part of an operation that names the brand.
fn place_of_brand_id(operation: &Operation, types: &Types) -> Option<&'static str> {
    let mut params = operation.params.iter();
    if params.any(|parameter| parameter.field.name == BRAND_ID) {
        return Some("list of parameters");
    }
    let request = operation.request.as_ref().map(|ty| ("request", ty));
    let response = operation.response_type().map(|ty| ("response", ty));
    let mut bodies = request.into_iter().chain(response);
    let body = bodies.find(|(_, ty)| has_brand_id(ty, types));
    body.map(|(place, _)| place)
}

/// Tests if a type names the brand, also in inner objects.
fn has_brand_id(ty: &Type, types: &Types) -> bool {
    let Type::Schema(name) = ty.innermost() else {
        return false;
    };
    let mut members = types.schemas.get(name).into_iter().flatten();
    members.any(|member| member.name == BRAND_ID || has_brand_id(&member.ty, types))
}

/// Tests if a type is a schema without members.
fn is_empty(ty: &Type, types: &Types) -> bool {
    match ty {
        Type::Schema(name) => types.schemas.get(name).is_some_and(Vec::is_empty),
        _ => false,
    }
}

fn check_removed(without: &[String], removed: &[String]) -> Result<()> {
    if let Some(name) = twice(without) {
        return Err(format!("`without` names `{name}` twice: remove one of the two").into());
    }
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
