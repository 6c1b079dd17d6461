//! The facts of the operations: methods, paths, parameters, members and events, and who confirms them.
//!
//! [`facts()`](crate::facts()) returns all of them. They serialize as JSON, and read themselves from it.
//!
//! Names of schemas and enums are local to a product: [`Facts::products`] holds the types of each.

mod condition;
mod example;
mod families;
mod field;
mod find;
#[cfg(feature = "gateway")]
mod gateway;
pub(crate) mod table;
mod ty;
mod witnesses;

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use serde::{Deserialize, Serialize};

pub use self::{
    condition::Condition,
    example::Example,
    families::{Family, Product, Trait},
    field::{Field, Limits, Unit},
    find::{FindError, FindErrorKind},
    ty::{Type, TypeError},
    witnesses::{Witness, Witnesses},
};

/// Every known operation and event, and their types.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Facts {
    /// In the order of their products, and within a product in that of the facts.
    pub operations: Vec<Operation>,
    /// The notification events, sorted by their types.
    pub events: Vec<Event>,
    /// The types of each product, by the product's name. The resources of the events are in `webhooks`.
    pub products: BTreeMap<String, Types>,
    /// The families of products. Every operation with types is in one of their traits.
    pub families: Vec<Family>,
    /// An example of each operation, by `METHOD /path`.
    pub examples: BTreeMap<String, Example>,
}

/// The schemas and enums of one product.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Types {
    /// The members of each schema, which is a JSON object.
    pub schemas: BTreeMap<String, Vec<Field>>,
    /// The listed values of each enum. The server may send others.
    pub enums: BTreeMap<String, Enum>,
    /// The rules of several members, by the schemas whose objects they are about.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conditions: BTreeMap<String, Vec<Condition>>,
}

/// An enum: a text, a number or a truth value of which the sources list values.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Enum {
    /// The type of the values: text, an integer or a truth value.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The listed values.
    pub values: Vec<serde_json::Value>,
}

/// An operation of WeChat Pay.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Operation {
    /// The product that the operation belongs to, such as `refund`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub product: String,
    /// In snake_case, unique in the product.
    pub name: String,
    /// The source of `name`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name_from: NameFrom,
    /// The HTTP method.
    pub method: String,
    /// Placeholders are `{snake_case}` and whole segments.
    pub path: String,
    /// The Chinese name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub label: String,
    /// Paths of the official pages on `pay.weixin.qq.com`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub docs: Vec<String>,
    /// `None` for `api.mch.weixin.qq.com`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// The signature scheme, if it is not `WECHATPAY2-SHA256-RSA2048`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// In the order of the path, then query parameters, then headers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub params: Vec<Parameter>,
    /// The type of the body or of the form, if the operation has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Type>,
    /// The request is a multipart form with a file.
    #[serde(default, skip_serializing_if = "is_default")]
    pub upload: bool,
    /// Only statuses below 300.
    pub responses: Vec<Response>,
    /// The response is a file, and carries no signature.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unsigned_response: bool,
    /// Parts with encrypted members: `request`, `response`, and `serial_header` if the operation declares
    /// `Wechatpay-Serial`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sensitive: Vec<String>,
    /// WeChat Pay advises another operation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub deprecated: bool,
    /// The source, if the OpenAPI files do not have the operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The witnesses that have the operation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub seen: Witnesses,
    /// The witnesses that have members of the request.
    #[serde(default, skip_serializing_if = "is_default")]
    pub has_request: Witnesses,
    /// The witnesses to whom the response has no body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub empty_response: Witnesses,
}

/// The source of an operation's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum NameFrom {
    /// The official Go SDK.
    Go,
    /// The official Java SDK.
    Java,
    /// Chosen by a person.
    #[default]
    Chosen,
    /// The path.
    Derived,
}

/// A parameter outside the body.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[non_exhaustive]
pub struct Parameter {
    /// The place of the parameter in the request.
    #[serde(rename = "in")]
    pub location: Location,
    /// Name, type and limits.
    #[serde(flatten)]
    pub field: Field,
}

/// The place of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Location {
    /// A segment of the path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
}

/// A successful response.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The content of the response.
    pub body: ResponseBody,
}

/// The content of a response.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
#[non_exhaustive]
pub enum ResponseBody {
    /// No body.
    None,
    /// A file.
    File,
    /// A JSON object.
    Json(Type),
}

/// A notification event (回调通知).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Event {
    /// Such as `TRANSACTION.SUCCESS`.
    pub event_type: String,
    /// The Chinese name, if known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// The `original_type`s of the encrypted resource.
    #[serde(default, skip_serializing_if = "is_default")]
    pub original_types: Vec<String>,
    /// The type of the decrypted resource, in the product `webhooks`. Of an event of several products it has the
    /// members of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource: Option<Type>,
    /// The types that the resource can be, as `product:Schema`, if several products share the event.
    #[serde(default, skip_serializing_if = "is_default")]
    pub one_of: Vec<String>,
    /// An example of each of [`resources`](Self::resources), with all members. Sensitive members are plaintext (明文).
    #[serde(default, skip_serializing_if = "is_default")]
    pub examples: BTreeMap<String, serde_json::Value>,
}

impl Facts {
    /// The operation with this method and path. Names of placeholders must be the official ones.
    #[must_use]
    pub fn operation(&self, method: &str, path: &str) -> Option<&Operation> {
        let mut operations = self.operations.iter();
        operations.find(|operation| operation.method == method && operation.path == path)
    }

    /// The example of an operation.
    #[must_use]
    pub fn example(&self, operation: &Operation) -> Option<&Example> {
        self.examples.get(&operation.to_string())
    }

    /// The members of a schema, if `ty` is one.
    #[must_use]
    pub fn members(&self, product: &str, ty: &Type) -> Option<&[Field]> {
        let Type::Schema(name) = ty else {
            return None;
        };
        let schema = self.products.get(product)?.schemas.get(name)?;
        Some(schema)
    }
}

impl Operation {
    /// An operation of which nothing but the method and the path is known.
    #[must_use]
    pub fn new(method: &str, path: &str) -> Self {
        Self {
            product: String::new(),
            name: String::new(),
            name_from: NameFrom::default(),
            method: method.to_owned(),
            path: path.to_owned(),
            label: String::new(),
            docs: Vec::new(),
            host: None,
            scheme: None,
            params: Vec::new(),
            request: None,
            upload: false,
            responses: Vec::new(),
            unsigned_response: false,
            sensitive: Vec::new(),
            deprecated: false,
            source: None,
            seen: Witnesses::default(),
            has_request: Witnesses::default(),
            empty_response: Witnesses::default(),
        }
    }

    /// The parameters in one place.
    pub fn params_in(&self, location: Location) -> impl Iterator<Item = &Field> {
        let here = move |parameter: &&Parameter| parameter.location == location;
        self.params
            .iter()
            .filter(here)
            .map(|parameter| &parameter.field)
    }

    /// The type of the JSON response, if it is one.
    #[must_use]
    pub fn response_type(&self) -> Option<&Type> {
        self.responses
            .iter()
            .find_map(|response| match &response.body {
                ResponseBody::Json(ty) => Some(ty),
                ResponseBody::None | ResponseBody::File => None,
            })
    }

    /// Tests if the response is a file.
    #[must_use]
    pub fn responds_with_file(&self) -> bool {
        let is_file = |response: &Response| response.body == ResponseBody::File;
        self.responses.iter().any(is_file)
    }
}

impl Event {
    /// An event of which nothing but the type is known.
    #[must_use]
    pub fn new(event_type: &str) -> Self {
        Self {
            event_type: event_type.to_owned(),
            label: None,
            original_types: Vec::new(),
            resource: None,
            one_of: Vec::new(),
            examples: BTreeMap::new(),
        }
    }

    /// The types that the decrypted resource can be, each as `product:Schema`.
    #[must_use]
    pub fn resources(&self) -> Vec<String> {
        match &self.resource {
            Some(Type::Schema(schema)) if self.one_of.is_empty() => {
                vec![format!("webhooks:{schema}")]
            }
            _ => self.one_of.clone(),
        }
    }
}

impl Parameter {
    /// A parameter at a place.
    #[must_use]
    pub const fn new(location: Location, field: Field) -> Self {
        Self { location, field }
    }
}

impl Response {
    /// A response with a status and a content.
    #[must_use]
    pub const fn new(status: u16, body: ResponseBody) -> Self {
        Self { status, body }
    }
}

/// The method and the path.
impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

impl TryFrom<String> for ResponseBody {
    type Error = TypeError;

    fn try_from(text: String) -> Result<Self, TypeError> {
        Ok(match &*text {
            "none" => Self::None,
            "binary" => Self::File,
            text => Self::Json(text.parse()?),
        })
    }
}

impl From<ResponseBody> for String {
    fn from(body: ResponseBody) -> Self {
        match body {
            ResponseBody::None => "none".to_owned(),
            ResponseBody::File => "binary".to_owned(),
            ResponseBody::Json(ty) => ty.to_string(),
        }
    }
}

/// Tests if a value is the one that an absent key has.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
