//! The structs of a declaration: of the request and the response, and of their members.

use std::collections::BTreeMap;

use super::{docs, names, names::TypeNames};
use crate::facts::{Facts, Field, Operation, Type, Types};

/// The structs of one declaration.
pub(super) struct Shapes<'a> {
    facts: &'a Facts,
    product: &'a str,
    trait_name: &'a str,
    names: TypeNames,
    /// In the order of their first use.
    pub(super) all: Vec<Shape<'a>>,
    /// The places in `all` by the names of the schemas.
    places: BTreeMap<&'a str, usize>,
}

/// A struct.
pub(super) struct Shape<'a> {
    pub(super) name: String,
    pub(super) fields: Vec<&'a Field>,
    pub(super) doc: String,
    pub(super) uses: Uses,
}

/// The places in which a struct occurs.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    pub(super) request: bool,
    pub(super) response: bool,
    /// Inside a text of a request that holds JSON. The client does not see into the text, so a `null` would stay.
    pub(super) json_text: bool,
}

impl Uses {
    const fn and(self, other: Self) -> Self {
        Self {
            request: self.request || other.request,
            response: self.response || other.response,
            json_text: self.json_text || other.json_text,
        }
    }

    const fn covers(self, other: Self) -> bool {
        (self.request || !other.request)
            && (self.response || !other.response)
            && (self.json_text || !other.json_text)
    }
}

/// The members that describe a file to download.
pub(super) const BILL: [&str; 3] = ["download_url", "hash_type", "hash_value"];

impl<'a> Shapes<'a> {
    pub(super) fn new(
        facts: &'a Facts,
        operation: &'a Operation,
        trait_name: &'a str,
        names: TypeNames,
    ) -> Self {
        Self {
            facts,
            product: &operation.product,
            trait_name,
            names,
            all: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Adds a struct of query parameters, and returns its name.
    pub(super) fn add_query(&mut self, fields: Vec<&'a Field>) -> String {
        let shape = Shape {
            name: self.names.add(&format!("{}Query", self.trait_name)),
            fields: fields.clone(),
            doc: self.part("query"),
            uses: Uses {
                request: true,
                ..Uses::default()
            },
        };
        let name = shape.name.clone();
        self.all.push(shape);
        fields
            .into_iter()
            .for_each(|field| self.add_parameter(field));
        name
    }

    /// Adds the structs of a parameter whose text holds JSON.
    pub(super) fn add_parameter(&mut self, field: &'a Field) {
        if holds_json(&field.ty) {
            self.add_member(
                field,
                Uses {
                    request: true,
                    ..Uses::default()
                },
            );
        }
    }

    /// Adds the structs of a request, and returns its type.
    pub(super) fn add_request(&mut self, ty: &'a Type, part: &str) -> String {
        self.add(
            ty,
            Uses {
                request: true,
                ..Uses::default()
            },
            &self.part(part),
        );
        self.owned(ty, None)
    }

    /// Adds the structs of a response, and returns its type.
    pub(super) fn add_response(&mut self, ty: &'a Type) -> String {
        if let Some(bill) = self.bill(ty) {
            return bill.to_owned();
        }
        self.add(
            ty,
            Uses {
                response: true,
                ..Uses::default()
            },
            &self.part("response"),
        );
        self.owned(ty, None)
    }

    fn part(&self, part: &str) -> String {
        format!("The {part} of [`{}`].", self.trait_name)
    }

    fn add(&mut self, ty: &'a Type, uses: Uses, doc: &str) {
        let ty = ty.innermost();
        let (Type::Schema(schema), Some(fields)) = (ty, self.fields(ty)) else {
            return;
        };
        let place = self.place(schema, fields, doc);
        let Some(shape) = self.all.get_mut(place) else {
            return;
        };
        let is_new = !shape.uses.covers(uses);
        shape.uses = shape.uses.and(uses);
        if is_new {
            fields.iter().for_each(|field| self.add_member(field, uses));
        }
    }

    fn add_member(&mut self, field: &'a Field, mut uses: Uses) {
        uses.json_text |= uses.request && holds_json(&field.ty);
        let mut doc = docs::escaped(&field.label);
        if doc.is_empty() {
            doc = self.part(&format!("`{}`", field.name));
        }
        self.add(&field.ty, uses, &doc);
    }

    fn place(&mut self, schema: &'a str, fields: &'a [Field], doc: &str) -> usize {
        if let Some(place) = self.places.get(schema) {
            return *place;
        }
        let place = self.all.len();
        self.places.insert(schema, place);
        self.all.push(Shape {
            name: self.names.add(&names::pascal(schema)),
            fields: fields.iter().collect(),
            doc: doc.to_owned(),
            uses: Uses::default(),
        });
        place
    }

    /// The types of the operation's product.
    pub(super) fn of_product(&self) -> Option<&'a Types> {
        self.facts.products.get(self.product)
    }

    /// The members of a schema.
    pub(super) fn fields(&self, ty: &Type) -> Option<&'a [Field]> {
        self.facts.members(self.product, ty)
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

/// Tests if a value is a text that holds JSON.
pub(super) fn holds_json(ty: &Type) -> bool {
    match ty {
        Type::Json(_) => true,
        Type::Array(item) => holds_json(item),
        _ => false,
    }
}
