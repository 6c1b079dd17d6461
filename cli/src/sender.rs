//! Sends requests of operations that are known only at run time.
//!
//! A typed program declares its operations, so the library has no such call. This module makes the call that an
//! expansion of `#[wechatpay_api]` would make.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer, ser::SerializeMap as _, ser::SerializeSeq as _};
use serde_json::{Value, value::RawValue};
use wechatpay_client::{
    __private::{self as calls, Args, Endpoint, HeaderArgument, PathArgument, QueryArgument},
    Client, Download, Error, Merchant, Sensitive, ToQueryValue, UploadFile, Verified,
    http::Method,
};
use wechatpay_endpoints::{
    facts,
    facts::{Location, Operation, Type},
};

use crate::{
    decrypt::Decryption,
    failure::{Failure, Result},
    json::Json,
};

/// A request of one operation.
pub(crate) struct Request {
    operation: &'static Operation,
    path: Vec<(&'static str, String)>,
    query: Vec<(&'static str, Text)>,
    headers: Vec<(&'static str, String)>,
    body: Option<Value>,
    file: Option<UploadFile>,
}

/// A successful response.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Response {
    /// The body; an empty object if there is none.
    pub(crate) body: Json,
    /// The ID of the key that verified the response. `None` for an operation without signed responses.
    pub(crate) key_id: Option<String>,
    pub(crate) request_id: Option<String>,
}

/// A text of a parameter, which may be sensitive.
#[derive(Debug, Clone)]
enum Text {
    Plain(String),
    Sensitive(Sensitive),
}

impl Request {
    /// A request without parameters and without a body.
    pub(crate) const fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            body: None,
            file: None,
        }
    }

    pub(crate) const fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Adds the value of a placeholder, or a query parameter, or a header that the operation declares: the place is that
    /// of the facts. An unknown name is a query parameter. A header that the client writes is left out.
    pub(crate) fn with_parameter(mut self, name: &str, value: impl Into<String>) -> Self {
        let mut known = self.operation.params.iter();
        let value = value.into();
        let Some(parameter) = known.find(|parameter| parameter.field.name == name) else {
            let name: &'static str = name.to_owned().leak();
            self.query.push((name, Text::Plain(value)));
            return self;
        };
        let name = &*parameter.field.name;
        match parameter.location {
            Location::Path => self.path.push((name, value)),
            // A second value would replace that of the client, such as the ID of the key that encrypted.
            Location::Header if parameter.field.is_written_by_client() => {}
            Location::Header => self.headers.push((name, value)),
            _ if parameter.field.sensitive => {
                self.query.push((name, Text::Sensitive(value.into())))
            }
            _ => self.query.push((name, Text::Plain(value))),
        }
        self
    }

    /// Sets the body, or the `meta` of an upload. Sensitive members are plaintext: the client encrypts them.
    pub(crate) fn with_body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Sets the file of an upload.
    pub(crate) fn with_file(mut self, file: UploadFile) -> Self {
        self.file = Some(file);
        self
    }

    /// Checks that every placeholder of the path has a value.
    pub(crate) fn check_path(&self) -> Result<()> {
        self.path_arguments().map(drop)
    }

    /// Sends the request, and verifies the response. Sensitive members of the response stay encrypted.
    pub(crate) async fn send(&self, client: &Client) -> Result<Response> {
        let endpoint = self.endpoint()?;
        if self.operation.unsigned_response {
            let body: Result<Box<RawValue>, Error> = self
                .with_args(|args| calls::unsigned(client, endpoint, args))?
                .await;
            return Ok(Response {
                body: Json::new(&body?),
                key_id: None,
                request_id: None,
            });
        }
        Ok(Response::of(&self.send_verified(client, endpoint).await?))
    }

    /// Like [`send`](Self::send), and decrypts the sensitive members of the response after its verification. An operation
    /// without signed responses is an error.
    pub(crate) async fn send_and_decrypt(
        &self,
        client: &Client,
        merchant: &Merchant,
    ) -> Result<(Response, Decryption)> {
        let endpoint = self.endpoint()?;
        if self.operation.unsigned_response {
            return Err(Failure::configuration(format!(
                "{} responds without a signature, and nothing unverified is decrypted",
                self.operation
            ))
            .cure("leave out --decrypt"));
        }
        let verified = self.send_verified(client, endpoint).await?;
        let mut response = Response::of(&verified);
        let decrypt =
            |ciphertext: &str| calls::command::decrypt_field(&verified, merchant, ciphertext);
        let decryption = Decryption::of(self.operation, &mut response.body, &decrypt);
        Ok((response, decryption))
    }

    async fn send_verified(
        &self,
        client: &Client,
        endpoint: &'static Endpoint,
    ) -> Result<Verified<Box<RawValue>>> {
        let verified: Result<Verified<Box<RawValue>>, Error> = self
            .with_args(|args| calls::call(client, endpoint, args))?
            .await;
        Ok(verified?)
    }

    /// Sends the request of an operation that responds with a file.
    pub(crate) async fn download(&self, client: &Client) -> Result<Download> {
        let endpoint = self.endpoint()?;
        let download: Result<Download, Error> = self
            .with_args(|args| calls::download(client, endpoint, args))?
            .await;
        Ok(download?)
    }

    fn endpoint(&self) -> Result<&'static Endpoint> {
        let Operation { method, path, .. } = self.operation;
        let method = Method::from_bytes(method.as_bytes())
            .map_err(|_| Failure::configuration(format!("`{method}` is no HTTP method")))?;
        let mut endpoint = calls::endpoint(method, path);
        if self.operation.host.is_some() {
            endpoint = endpoint.global();
        }
        if self.operation.unsigned_response {
            endpoint = endpoint.unsigned();
        }
        if self
            .operation
            .responses
            .iter()
            .any(|response| response.status == 202)
        {
            endpoint = endpoint.accepted();
        }
        // A program sends few requests.
        Ok(Box::leak(Box::new(endpoint)))
    }

    /// Calls `send` with the arguments of this request.
    fn with_args<T>(&self, send: impl FnOnce(Args<'_>) -> T) -> Result<T> {
        let path = self.path_arguments()?;
        let query: Vec<QueryArgument<'_>> = self
            .query
            .iter()
            .map(|(name, text)| calls::query(name, text))
            .collect();
        let headers: Vec<HeaderArgument<'_>> = self
            .headers
            .iter()
            .map(|(name, text)| calls::header(name, text))
            .collect();
        let body = self.body.as_ref().map(|value| Body {
            product: &self.operation.product,
            ty: self.body_type(),
            is_sensitive: false,
            value,
        });
        if let Some(pointer) = body.and_then(|body| body.not_encryptable("")) {
            let error = format!("`{pointer}` of the body is sensitive (敏感信息) and no text");
            return Err(Failure::configuration(error).cure(
                "send a text: the client encrypts only texts, and sends no other value in clear",
            ));
        }
        Ok(send(Args {
            path: &path,
            query: &query,
            headers: &headers,
            body: body.as_ref().and_then(calls::body),
            file: self.file.as_ref(),
            ..calls::NO_ARGS
        }))
    }

    /// The type of the body; of an upload, that of the part `meta`.
    fn body_type(&self) -> Option<&Type> {
        let Operation {
            product, request, ..
        } = self.operation;
        let request = request.as_ref()?;
        if !self.operation.upload {
            return Some(request);
        }
        let form = facts().members(product, request)?;
        let meta = form.iter().find(|field| field.name == "meta")?;
        Some(meta.ty.innermost())
    }

    /// The values of the placeholders in their order; an error if one is missing.
    fn path_arguments(&self) -> Result<Vec<PathArgument<'_>>> {
        let segments = self.operation.path.split('/');
        let names = segments.filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
        let argument = |name: &str| {
            let mut values = self.path.iter();
            let value = values.find(|(known, _)| *known == name);
            let (name, value) = value.ok_or_else(|| {
                Failure::configuration(format!("missing: the value of `{{{name}}}` in the path"))
                    .cure(format!(
                        "write the value into the path, or give -q {name}=VALUE"
                    ))
            })?;
            Ok(calls::path(name, value))
        };
        names.map(argument).collect()
    }
}

impl Response {
    fn of(verified: &Verified<Box<RawValue>>) -> Self {
        Self {
            body: Json::new(verified),
            key_id: Some(verified.key_id().to_owned()),
            request_id: verified.request_id().map(str::to_owned),
        }
    }
}

impl ToQueryValue for Text {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Plain(text) => Some(Cow::Borrowed(text)),
            Self::Sensitive(text) => text.to_query_value(),
        }
    }
}

/// A value of a body, with its type in the facts. Sensitive texts serialize as `Sensitive`.
#[derive(Clone, Copy)]
struct Body<'a> {
    product: &'a str,
    ty: Option<&'a Type>,
    is_sensitive: bool,
    value: &'a Value,
}

impl<'a> Body<'a> {
    fn inside(self, ty: Option<&'a Type>, is_sensitive: bool, value: &'a Value) -> Self {
        Self {
            ty,
            is_sensitive,
            value,
            ..self
        }
    }

    fn item(self, value: &'a Value) -> Self {
        let item = match self.ty {
            Some(Type::Array(item)) => Some(&**item),
            _ => None,
        };
        self.inside(item, self.is_sensitive, value)
    }

    fn member(self, name: &str, value: &'a Value) -> Self {
        let members = self.ty.and_then(|ty| facts().members(self.product, ty));
        let field = members
            .into_iter()
            .flatten()
            .find(|field| field.name == name);
        match field {
            Some(field) => self.inside(Some(&field.ty), field.sensitive, value),
            None => self.inside(None, false, value),
        }
    }
}

impl Body<'_> {
    /// The JSON pointer of the first sensitive member that is no text and would be sent in clear.
    fn not_encryptable(self, pointer: &str) -> Option<String> {
        match self.value {
            Value::Bool(_) | Value::Number(_) | Value::Object(_) if self.is_sensitive => {
                Some(pointer.to_owned())
            }
            Value::Object(members) => members.iter().find_map(|(name, value)| {
                let inner = self.member(name, value);
                inner.not_encryptable(&format!("{pointer}/{name}"))
            }),
            Value::Array(items) => items.iter().enumerate().find_map(|(index, value)| {
                self.item(value)
                    .not_encryptable(&format!("{pointer}/{index}"))
            }),
            _ => None,
        }
    }
}

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            Value::String(text) if self.is_sensitive => {
                Sensitive::new(&**text).serialize(serializer)
            }
            Value::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, &self.member(name, value))?;
                }
                map.end()
            }
            Value::Array(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for value in items {
                    list.serialize_element(&self.item(value))?;
                }
                list.end()
            }
            value => value.serialize(serializer),
        }
    }
}

/// Without values, which may be sensitive.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("operation", &self.operation.to_string())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.operation.fmt(f)
    }
}

#[cfg(test)]
mod tests;
