//! Sends requests of operations that are known only at run time.
//!
//! A typed program declares its operations, so the library has no such call. This module makes the call that an
//! expansion of `#[wechatpay_api]` would make.

mod body;

use std::{borrow::Cow, fmt};

use serde::Serialize;
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

use self::body::{Body, encrypted_already, is_ciphertext};
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
    /// The HTTP status. `None` for an operation without signed responses.
    pub(crate) status: Option<u16>,
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

    /// The file of an upload.
    pub(crate) const fn file(&self) -> Option<&UploadFile> {
        self.file.as_ref()
    }

    /// Checks that every placeholder of the path has a value.
    pub(crate) fn check_path(&self) -> Result<()> {
        self.path_arguments().map(drop)
    }

    /// Checks that no sensitive text is encrypted already.
    pub(crate) fn check_plaintexts(&self) -> Result<()> {
        for (name, text) in &self.query {
            match text {
                Text::Sensitive(text) if is_ciphertext(text.expose()) => {
                    return Err(encrypted_already(&format!("the query parameter `{name}`")));
                }
                _ => {}
            }
        }
        self.typed_body().map_or(Ok(()), Body::check_plaintexts)
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
                status: None,
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
        self.check_plaintexts()?;
        let body = self.typed_body();
        body.map_or(Ok(()), Body::check_texts)?;
        Ok(send(Args {
            path: &path,
            query: &query,
            headers: &headers,
            body: body.as_ref().and_then(calls::body),
            file: self.file.as_ref(),
            ..calls::NO_ARGS
        }))
    }

    fn typed_body(&self) -> Option<Body<'_>> {
        let body = self.body.as_ref();
        body.map(|value| Body::new(&self.operation.product, self.body_type(), value))
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
            status: Some(verified.status()),
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
