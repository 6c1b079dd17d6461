//! The structs and enums of declarations: of the request and the response, and of their members.

use std::collections::BTreeMap;

use super::{Style, docs, enums::Listed, names, names::TypeNames};
use crate::facts::{Condition, Facts, Field, Operation, Type, Types};

/// The structs and enums of one declaration, or of all of a product.
pub(super) struct Shapes<'a> {
    pub(super) facts: &'a Facts,
    product: &'a str,
    pub(super) style: Style,
    /// The method that the next structs belong to.
    method: Method,
    names: TypeNames,
    /// In the order of their first use.
    pub(super) all: Vec<Shape<'a>>,
    /// The places in `all` by the names of the schemas.
    places: BTreeMap<&'a str, usize>,
    /// In the order of their first use.
    pub(super) enums: Vec<Listed>,
    /// The places in `enums` by the names in the facts, unless the enum is written as text.
    enum_places: BTreeMap<&'a str, usize>,
}

/// A method, in the documentation and in names.
#[derive(Default)]
struct Method {
    /// In PascalCase.
    name: String,
    /// The trait, the trait and the method, or the type of an event.
    link: String,
    /// Witnesses have the operation.
    is_seen: bool,
}

/// A struct.
pub(super) struct Shape<'a> {
    pub(super) name: String,
    pub(super) fields: Vec<&'a Field>,
    pub(super) doc: Doc,
    pub(super) uses: Uses,
}

/// The documentation of a struct.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Doc {
    /// The label of the first member with this type.
    Label(String),
    /// A part of methods, such as the request, and their links.
    Part(String, Vec<String>),
}

/// The places in which a struct occurs.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    pub(super) request: bool,
    /// The whole body of a request.
    pub(super) body: bool,
    pub(super) response: bool,
    /// Inside a text of a request that holds JSON. The client does not see into the text, so a `null` would stay.
    pub(super) json_text: bool,
    /// In an operation that witnesses have.
    pub(super) seen: bool,
}

impl Uses {
    const REQUEST: Self = Self {
        request: true,
        body: false,
        response: false,
        json_text: false,
        seen: false,
    };

    const BODY: Self = Self {
        body: true,
        ..Self::REQUEST
    };

    const RESPONSE: Self = Self {
        request: false,
        body: false,
        response: true,
        json_text: false,
        seen: false,
    };

    const fn and(self, other: Self) -> Self {
        Self {
            request: self.request || other.request,
            body: self.body || other.body,
            response: self.response || other.response,
            json_text: self.json_text || other.json_text,
            seen: self.seen || other.seen,
        }
    }

    const fn covers(self, other: Self) -> bool {
        (self.request || !other.request)
            && (self.body || !other.body)
            && (self.response || !other.response)
            && (self.json_text || !other.json_text)
            && (self.seen || !other.seen)
    }
}

/// The members that describe a file to download.
pub(super) const BILL: [&str; 3] = ["download_url", "hash_type", "hash_value"];

impl<'a> Shapes<'a> {
    pub(super) fn new(facts: &'a Facts, product: &'a str, style: Style) -> Self {
        Self {
            facts,
            product,
            style,
            method: Method::default(),
            names: TypeNames::new(product),
            all: Vec::new(),
            places: BTreeMap::new(),
            enums: Vec::new(),
            enum_places: BTreeMap::new(),
        }
    }

    /// Adds the name of a trait, and returns the name that is free.
    pub(super) fn add_trait(&mut self, name: &str) -> String {
        self.names.add(name)
    }

    /// Begins a method: the next structs belong to it.
    pub(super) fn begin(&mut self, operation: &Operation, link: String) {
        self.method = Method {
            name: names::pascal(&operation.name),
            link,
            is_seen: !operation.seen.is_empty(),
        };
    }

    /// Begins an event: the next structs belong to it.
    pub(super) fn begin_event(&mut self, event_type: &str) {
        self.method = Method {
            name: names::pascal(event_type),
            link: event_type.to_owned(),
            is_seen: false,
        };
    }

    /// Adds a struct of query parameters, and returns its name.
    pub(super) fn add_query(&mut self, fields: Vec<&'a Field>) -> String {
        let shape = Shape {
            name: self.names.add(&format!("{}Query", self.method.name)),
            fields: fields.clone(),
            doc: self.part("query"),
            uses: Uses::REQUEST,
        };
        let name = shape.name.clone();
        self.all.push(shape);
        fields
            .into_iter()
            .for_each(|field| self.add_parameter(field));
        name
    }

    /// Adds the enum of a parameter, and the structs of one whose text holds JSON.
    pub(super) fn add_parameter(&mut self, field: &'a Field) {
        if holds_json(&field.ty) {
            self.add_member(field, Uses::REQUEST);
        } else {
            self.add_enum(field);
            self.mark_parameter(&field.ty);
        }
    }

    fn mark_parameter(&mut self, ty: &Type) {
        let Type::Enum(name) = ty.innermost() else {
            return;
        };
        let place = self.enum_places.get(&**name);
        if let Some(listed) = place.and_then(|place| self.enums.get_mut(*place)) {
            listed.is_parameter = true;
        }
    }

    /// Adds the structs of a request, and returns its type.
    pub(super) fn add_request(&mut self, ty: &'a Type, part: &str) -> String {
        self.add(ty, Uses::BODY, &self.part(part));
        self.owned(ty, None)
    }

    /// Adds the structs of a response, and returns its type.
    pub(super) fn add_response(&mut self, ty: &'a Type) -> String {
        if let Some(bill) = self.bill(ty) {
            return bill.to_owned();
        }
        self.add(ty, Uses::RESPONSE, &self.part("response"));
        self.owned(ty, None)
    }

    /// Adds the structs of an event's resource, and returns its type.
    pub(super) fn add_resource(&mut self, ty: &'a Type) -> String {
        self.add(ty, Uses::RESPONSE, &self.part("resource"));
        self.owned(ty, None)
    }

    fn part(&self, part: &str) -> Doc {
        Doc::Part(part.to_owned(), vec![self.method.link.clone()])
    }

    fn add(&mut self, ty: &'a Type, mut uses: Uses, doc: &Doc) {
        uses.seen = self.method.is_seen;
        let ty = ty.innermost();
        let (Type::Schema(schema), Some(fields)) = (ty, self.fields(ty)) else {
            return;
        };
        let place = self.place(schema, fields, doc);
        let Some(shape) = self.all.get_mut(place) else {
            return;
        };
        shape.doc.add(doc);
        let is_new = !shape.uses.covers(uses);
        shape.uses = shape.uses.and(uses);
        if is_new {
            fields.iter().for_each(|field| self.add_member(field, uses));
        }
    }

    fn add_member(&mut self, field: &'a Field, mut uses: Uses) {
        uses.body = false;
        uses.json_text |= uses.request && holds_json(&field.ty);
        let label = docs::escaped(&field.label);
        let doc = if label.is_empty() {
            self.part(&format!("`{}`", field.name))
        } else {
            Doc::Label(label)
        };
        self.add_enum(field);
        self.add(&field.ty, uses, &doc);
    }

    /// Adds the enum of a member or a parameter, unless the style writes enums as text.
    fn add_enum(&mut self, field: &'a Field) {
        let Type::Enum(name) = field.ty.innermost() else {
            return;
        };
        if self.style == Style::Pasted || self.enum_places.contains_key(&**name) {
            return;
        }
        let listed = self.of_product().and_then(|types| types.enums.get(name));
        let Some(mut listed) = listed.and_then(|listed| Listed::of(name, listed)) else {
            return;
        };
        listed.name = self.names.add(&names::pascal(name));
        listed.doc = docs::escaped(&field.label);
        if listed.doc.is_empty() {
            listed.doc = format!("The values of `{}`.", field.name);
        }
        self.enum_places.insert(name, self.enums.len());
        self.enums.push(listed);
    }

    fn place(&mut self, schema: &'a str, fields: &'a [Field], doc: &Doc) -> usize {
        if let Some(place) = self.places.get(schema) {
            return *place;
        }
        let place = self.all.len();
        self.places.insert(schema, place);
        self.all.push(Shape {
            name: self.names.add(&names::pascal(schema)),
            fields: fields.iter().collect(),
            doc: doc.clone(),
            uses: Uses::default(),
        });
        place
    }

    /// The name of an enum, once it is added; `None` if it is written as text.
    pub(super) fn of_enum(&self, name: &str) -> Option<&str> {
        Some(&self.listed(name)?.name)
    }

    /// An enum, once it is added.
    pub(super) fn listed(&self, name: &str) -> Option<&Listed> {
        self.enums.get(*self.enum_places.get(name)?)
    }

    /// The schemas of `all`, each in its place. A struct of query parameters has none.
    pub(super) fn schemas(&self) -> Vec<Option<&'a str>> {
        let mut schemas = vec![None; self.all.len()];
        for (schema, place) in &self.places {
            if let Some(at) = schemas.get_mut(*place) {
                *at = Some(*schema);
            }
        }
        schemas
    }

    /// The enums with their names in the facts, in the order of their first use.
    pub(super) fn enums_of_facts(&self) -> impl Iterator<Item = (&'a str, &Listed)> {
        let mut names: Vec<_> = self.enum_places.iter().collect();
        names.sort_unstable_by_key(|(_, place)| **place);
        let names = names.into_iter().map(|(name, _)| *name);
        names.zip(&self.enums)
    }

    /// The types of the operation's product.
    pub(super) fn of_product(&self) -> Option<&'a Types> {
        self.facts.products.get(self.product)
    }

    /// The members of a schema.
    pub(super) fn fields(&self, ty: &Type) -> Option<&'a [Field]> {
        self.facts.members(self.product, ty)
    }

    /// The rules of several members of a struct.
    pub(super) fn conditions(&self, shape: &Shape<'_>) -> &'a [Condition] {
        let is_here = |place: &usize| {
            self.all
                .get(*place)
                .is_some_and(|here| here.name == shape.name)
        };
        let mut places = self.places.iter();
        let schema = places
            .find(|(_, place)| is_here(place))
            .map(|(schema, _)| *schema);
        let types = schema.zip(self.of_product());
        let conditions = types.and_then(|(schema, types)| types.conditions.get(schema));
        conditions.map(Vec::as_slice).unwrap_or_default()
    }

    /// The struct of a schema, once the schema is added.
    pub(super) fn of_schema(&self, schema: &str) -> Option<&Shape<'a>> {
        self.all.get(*self.places.get(schema)?)
    }

    /// The type of a response that describes files to download, and nothing else.
    fn bill(&self, ty: &Type) -> Option<&'static str> {
        let fields = self.fields(ty)?;
        let has = |name| fields.iter().any(|field| field.name == name);
        if has("download_bill_list") {
            Some("BillFiles")
        } else if BILL.into_iter().all(has) && fields.len() == BILL.len() {
            Some("BillFile")
        } else {
            None
        }
    }
}

impl Doc {
    /// Adds the methods that have the struct in the same part.
    fn add(&mut self, other: &Self) {
        let (Self::Part(part, links), Self::Part(other_part, others)) = (self, other) else {
            return;
        };
        let new = others.iter().filter(|link| !links.contains(link));
        if part == other_part {
            let new: Vec<_> = new.cloned().collect();
            links.extend(new);
        }
    }

    /// The documentation in Markdown. Only links to methods of the first one's trait stand in scope.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Label(label) => label.clone(),
            Self::Part(part, links) => {
                let trait_of = |link: &str| link.split("::").next().map(str::to_owned);
                let own = links.first().and_then(|link| trait_of(link));
                let links = links.iter().map(|link| {
                    if trait_of(link) == own && !is_event(link) {
                        format!("[`{link}`]")
                    } else {
                        format!("`{link}`")
                    }
                });
                let links: Vec<_> = links.collect();
                format!("The {part} of {}.", links.join(", "))
            }
        }
    }
}

/// Tests if a link is the type of an event: their letters are capital.
fn is_event(link: &str) -> bool {
    !link.contains(|letter: char| letter.is_ascii_lowercase())
}

/// Tests if a value is a text that holds JSON.
pub(super) fn holds_json(ty: &Type) -> bool {
    match ty {
        Type::Json(_) => true,
        Type::Array(item) => holds_json(item),
        _ => false,
    }
}
