//! Requests: the first step of a call turns the arguments of a generated method into a target and a body. The
//! bytes are made once, so WeChat Pay receives what was signed.

mod argument_error;
mod encrypt;
mod endpoint;
mod error;
mod frozen;
mod query;
pub(crate) mod sensitive;
mod validate;
mod values;

use std::fmt;

use bytes::Bytes;
use http::{
    HeaderMap, Uri,
    header::{self, HeaderName},
    uri::PathAndQuery,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{
    json::{WriteError, WriteErrorKind, Writer, Written, kind},
    upload::UploadFile,
    validation::Rule,
};
pub use argument_error::{HeaderErrorKind, PathErrorKind, QueryErrorKind};
pub use endpoint::Endpoint;
pub(crate) use endpoint::EndpointOptions;
pub use error::{RequestError, RequestErrorKind};
pub use frozen::FrozenRequest;
pub use query::QueryParameter;
pub use sensitive::Sensitive;
use sensitive::Slots;
pub use validate::Validate;
pub use values::{ToHeaderValue, ToPathValue, ToQueryValue};

/// Bytes to percent-encode, in path segments and query values: all but the unreserved set of RFC 3986. WeChat
/// Pay normalises nothing, so one rule is enough.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// The arguments of one call, as the generated method passes them.
#[derive(Debug)]
#[allow(
    clippy::exhaustive_structs,
    reason = "written as a literal by expansions"
)]
pub struct Args<'a> {
    /// The values of the placeholders, in the order of the path.
    pub path: &'a [PathArgument<'a>],
    /// The query parameters, in the order of declaration.
    pub query: &'a [QueryArgument<'a>],
    /// The headers, in the order of declaration.
    pub headers: &'a [HeaderArgument<'a>],
    /// The JSON body, if the operation has one. For an upload, the `meta` part.
    pub body: Option<&'a dyn Body>,
    /// The rules of the body, if its type has any.
    pub rules: &'static [Rule],
    /// The file of an upload.
    pub file: Option<&'a UploadFile>,
}

/// The value of a `{placeholder}` in the path.
pub struct PathArgument<'a> {
    pub(crate) name: &'static str,
    pub(crate) value: &'a dyn ToPathValue,
}

/// A query parameter, or a struct of query parameters.
#[non_exhaustive]
pub enum QueryArgument<'a> {
    /// A single parameter: `#[query] name: …`.
    Value {
        /// The name of the query parameter.
        name: &'static str,
        /// The value of the query parameter, or a list of values.
        value: &'a dyn QueryParameter,
    },
    /// A struct of query parameters: `query: &Struct`.
    Struct(&'a dyn QueryStruct),
}

/// A header that the operation declares, such as `Idempotency-Key`.
pub struct HeaderArgument<'a> {
    pub(crate) name: &'static str,
    pub(crate) value: &'a dyn ToHeaderValue,
}

/// A JSON body: any type that serializes as an object.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a request body",
    label = "not a request body",
    note = "a body is sent as JSON: derive `serde::Serialize` for it"
)]
pub trait Body {
    /// Serializes the body to the JSON that the client signs and sends.
    fn to_json(&self) -> Result<Vec<u8>, RequestError>;
}

/// A struct of query parameters: any type that serializes as a flat struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a struct of query parameters",
    label = "not a struct of query parameters",
    note = "each of its fields is sent as a query parameter: derive `serde::Serialize` for it",
    note = "for a single parameter mark the argument `#[query]`"
)]
pub trait QueryStruct {
    /// Serializes the fields in order as a JSON object, without the fields that are `None`.
    fn to_json(&self) -> Result<Vec<u8>, RequestError>;
}

impl<T: Serialize> Body for T {
    fn to_json(&self) -> Result<Vec<u8>, RequestError> {
        let mut json = Writer::new();
        body_json(self.serialize(&mut json), json)
    }
}

impl<T: Serialize> QueryStruct for T {
    fn to_json(&self) -> Result<Vec<u8>, RequestError> {
        let mut json = Writer::new();
        query::struct_json(self.serialize(&mut json), json)
    }
}

/// Not generic, so that it is compiled here only.
pub(crate) fn body_json(
    written: Result<Written, WriteError>,
    json: Writer,
) -> Result<Vec<u8>, RequestError> {
    let json = json.finish(written.map_err(|error| {
        let pointer = error.pointer();
        RequestError::from(match error.into_kind() {
            WriteErrorKind::NullInArray => RequestErrorKind::NullInArray { pointer },
            WriteErrorKind::NotFinite => RequestErrorKind::NotFinite { pointer },
            WriteErrorKind::Message(message) if pointer.is_empty() => {
                RequestErrorKind::Body(message)
            }
            WriteErrorKind::Message(message) => {
                RequestErrorKind::Body(format!("`{pointer}`: {message}"))
            }
            WriteErrorKind::Refused if pointer.is_empty() => {
                RequestErrorKind::Body("its `Serialize` implementation fails".into())
            }
            WriteErrorKind::Refused => RequestErrorKind::Body(format!(
                "the `Serialize` implementation of `{pointer}` fails"
            )),
        })
    })?);
    match kind(&json) {
        "object" => Ok(json),
        found => Err(RequestErrorKind::BodyNotObject { found }.into()),
    }
}

/// A request with its target and body as bytes. A [`FrozenRequest`] is made from it once its sensitive fields
/// are encrypted.
pub(crate) struct Request {
    pub(crate) endpoint: &'static Endpoint,
    /// Path and query, without scheme and host.
    pub(crate) uri: Uri,
    /// The headers that the operation declares.
    pub(crate) headers: HeaderMap,
    /// The signed bytes: the JSON body, or the `meta` part of an upload.
    pub(crate) body: Option<Bytes>,
    /// The file of an upload, which makes the body a multipart form.
    pub(crate) file: Option<UploadFile>,
    /// The sensitive texts to encrypt in the target and the body.
    pub(crate) slots: Slots,
    /// The rules of the body.
    pub(crate) rules: &'static [Rule],
}

impl Request {
    pub(crate) fn from_args(
        endpoint: &'static Endpoint,
        args: &Args<'_>,
    ) -> Result<Self, RequestError> {
        let ((target, body), slots) = sensitive::encrypting(|| {
            let mut target = path(endpoint.path, args.path)?;
            query::append(&mut target, args.query)?;
            let body = args.body.map(Body::to_json);
            let body = body
                .or_else(|| args.file.map(|file| Body::to_json(&file.default_meta())))
                .transpose()?;
            Ok((target, body))
        })?;
        query::check_encrypted(&target, endpoint.sensitive_query, &slots)?;
        if let Some(body) = &body {
            sensitive::check_members(body, endpoint.sensitive, &slots)?;
        }
        Ok(Self {
            endpoint,
            uri: parse_target(target)?,
            headers: headers(args.headers)?,
            body: body.map(Bytes::from),
            file: args.file.cloned(),
            slots,
            rules: args.rules,
        })
    }

    /// Path and query, as on the request line.
    pub(crate) fn target(&self) -> &str {
        target(&self.uri)
    }
}

/// The path and query of a URI, as on the request line.
pub(crate) fn target(uri: &Uri) -> &str {
    uri.path_and_query().map_or("/", PathAndQuery::as_str)
}

/// Converts a target to a URI. The macro has checked the template and the values are encoded, so only the
/// length can be wrong.
pub(crate) fn parse_target(target: String) -> Result<Uri, RequestError> {
    Uri::try_from(target).map_err(|_| RequestErrorKind::TargetTooLong.into())
}

/// Fills the placeholders of a path template. The macro has checked that the arguments match the placeholders
/// in order.
fn path(template: &'static str, arguments: &[PathArgument<'_>]) -> Result<String, RequestError> {
    let mut target = String::with_capacity(template.len() + 32);
    let mut rest = template;
    for argument in arguments {
        let Some((before, (_, after))) = rest
            .split_once('{')
            .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        else {
            break;
        };
        let value = argument.value.to_path_value();
        if let Some(kind) = PathErrorKind::find_in(&value) {
            return Err(RequestErrorKind::PathArgument {
                name: argument.name,
                kind,
            }
            .into());
        }
        target.push_str(before);
        target.extend(utf8_percent_encode(&value, RESERVED));
        rest = after;
    }
    target.push_str(rest);
    Ok(target)
}

/// Converts the declared headers. The macro has checked the names, and that no name occurs twice.
fn headers(arguments: &[HeaderArgument<'_>]) -> Result<HeaderMap, RequestError> {
    let mut headers = HeaderMap::with_capacity(arguments.len());
    for HeaderArgument { name, value } in arguments {
        let Some(value) = value.to_header_value() else {
            continue;
        };
        let error_of = |kind| RequestError::from(RequestErrorKind::HeaderArgument { name, kind });
        if value.is_empty() {
            return Err(error_of(HeaderErrorKind::Empty));
        }
        // Proxies remove white space at the ends of a value.
        let text = header::HeaderValue::from_str(&value)
            .ok()
            .filter(|_| value.is_ascii() && value.trim().len() == value.len());
        let name = HeaderName::from_bytes(name.as_bytes()).ok();
        let (Some(name), Some(text)) = (name, text) else {
            return Err(error_of(HeaderErrorKind::Characters));
        };
        headers.insert(name, text);
    }
    Ok(headers)
}

impl fmt::Debug for PathArgument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PathArgument").field(&self.name).finish()
    }
}

impl fmt::Debug for QueryArgument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { name, .. } => f.debug_tuple("Value").field(name).finish(),
            Self::Struct(_) => f.write_str("Struct"),
        }
    }
}

impl fmt::Debug for HeaderArgument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HeaderArgument").field(&self.name).finish()
    }
}

impl fmt::Debug for dyn Body + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body")
    }
}
