//! The error of a request that cannot be built or sent. A call returns it before the attempt sends anything.

use std::{error, fmt};

use super::{HeaderErrorKind, PathErrorKind, QueryErrorKind};
use crate::validation::ValidationError;

/// The error of a request that cannot be built, or that this client may not send. The attempt that returned this error
/// sent nothing.
///
/// A call returns this error as [`ErrorKind::Request`](crate::ErrorKind::Request):
///
/// ```
/// use wechatpay_client::{Error, ErrorKind, error::RequestErrorKind};
///
/// fn refused_path_argument(error: &Error) -> Option<&'static str> {
///     match error.kind() {
///         ErrorKind::Request(error) => match error.kind() {
///             RequestErrorKind::PathArgument { name, .. } => Some(name),
///             _ => None,
///         },
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    kind: RequestErrorKind,
}

/// The kind of a [`RequestError`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// The address of a file (`download_url`) cannot be used: the client sends its signature only to hosts of WeChat
    /// Pay, by `https`, and to its own base URLs.
    DownloadUrl {
        /// The problem with the address, for people.
        problem: &'static str,
    },
    /// The value of a `{placeholder}` would change the path.
    PathArgument {
        /// The name of the placeholder.
        name: &'static str,
        /// The kind of the error.
        kind: PathErrorKind,
    },
    /// The value of a header cannot be sent.
    HeaderArgument {
        /// The name of the header.
        name: &'static str,
        /// The kind of the error.
        kind: HeaderErrorKind,
    },
    /// The argument `query` does not serialize as a struct of query parameters. Holds the message of the serializer.
    Query(String),
    /// A query parameter cannot be sent.
    QueryArgument {
        /// The name of the query parameter.
        name: String,
        /// The kind of the error.
        kind: QueryErrorKind,
    },
    /// The body does not serialize as JSON. Holds the message of the serializer.
    Body(String),
    /// The body is nested deeper than 127 levels, so the client cannot check its rules.
    TooDeep,
    /// The body is not a JSON object.
    BodyNotObject {
        /// The kind of JSON value found, such as `string` or `null`.
        found: &'static str,
    },
    /// An array in the body has an item that is `null`. (The client leaves out members of an object that are `null`.)
    NullInArray {
        /// The place of the item in the body, as a JSON pointer (RFC 6901).
        pointer: String,
    },
    /// A floating-point number in the body is NaN or infinite, which JSON cannot represent.
    NotFinite {
        /// The place of the number in the body, as a JSON pointer (RFC 6901).
        pointer: String,
    },
    /// The body breaks published rules. Only a client that was built with
    /// [`ClientBuilder::validate`](crate::ClientBuilder::validate) checks them.
    Violations(ValidationError),
    /// The path has a dot segment, encoded or not, and the base URL has a path prefix. A reverse proxy may
    /// resolve the segment to a path outside the prefix.
    LeavesPrefix,
    /// Path and query are longer than 64 KiB, the limit of HTTP software.
    TargetTooLong,
    /// A sensitive field (敏感信息) is too long for RSA-OAEP.
    SensitiveTooLong {
        /// The place of the field: a JSON pointer (RFC 6901) into the body, the name of a query parameter, or `path`.
        field: String,
        /// The length of the sensitive text in bytes of UTF-8.
        bytes: usize,
        /// The largest length that the key encrypts, in bytes: 214 for a key of 2,048 bits.
        limit: usize,
    },
    /// A sensitive member (敏感信息) of the body is not encrypted: no [`Sensitive`](crate::Sensitive) wrote it.
    SensitiveNotEncrypted {
        /// The place of the member in the body, as a JSON pointer (RFC 6901).
        pointer: String,
    },
    /// The client has no WeChat Pay key with which it can encrypt sensitive fields (敏感信息).
    NoEncryptionKey,
    /// The operation belongs to brand-direct mode (品牌直连, `/brand/…`) and the client to a merchant, or the
    /// operation belongs to merchants and the client to a brand.
    OtherMode,
    /// The operation is declared `global`, and the client was built without
    /// [`ClientBuilder::global`](crate::ClientBuilder::global).
    GlobalOperation,
    /// The operation is not declared `global`, and the client was built with
    /// [`ClientBuilder::global`](crate::ClientBuilder::global).
    MainlandOperation,
    /// The frozen request belongs to a different merchant than the client that repeats it.
    OtherMerchant,
    /// The frozen request was altered after it was stored, or was frozen under a key that this client does not
    /// have.
    FrozenAltered,
}

impl RequestError {
    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> &RequestErrorKind {
        &self.kind
    }

    /// Converts the error into its kind.
    #[must_use]
    pub fn into_kind(self) -> RequestErrorKind {
        self.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `path-argument` or `null-in-array`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            RequestErrorKind::DownloadUrl { .. } => "download-url",
            RequestErrorKind::PathArgument { .. } => "path-argument",
            RequestErrorKind::HeaderArgument { .. } => "header-argument",
            RequestErrorKind::Query(_) => "query",
            RequestErrorKind::QueryArgument { .. } => "query-argument",
            RequestErrorKind::Body(_) => "body",
            RequestErrorKind::TooDeep => "too-deep",
            RequestErrorKind::BodyNotObject { .. } => "body-not-object",
            RequestErrorKind::NullInArray { .. } => "null-in-array",
            RequestErrorKind::NotFinite { .. } => "not-finite",
            RequestErrorKind::Violations(_) => "violations",
            RequestErrorKind::LeavesPrefix => "leaves-prefix",
            RequestErrorKind::TargetTooLong => "target-too-long",
            RequestErrorKind::SensitiveTooLong { .. } => "sensitive-too-long",
            RequestErrorKind::SensitiveNotEncrypted { .. } => "sensitive-not-encrypted",
            RequestErrorKind::NoEncryptionKey => "no-encryption-key",
            RequestErrorKind::OtherMode => "other-mode",
            RequestErrorKind::GlobalOperation => "global-operation",
            RequestErrorKind::MainlandOperation => "mainland-operation",
            RequestErrorKind::OtherMerchant => "other-merchant",
            RequestErrorKind::FrozenAltered => "frozen-altered",
        }
    }
}

impl From<RequestErrorKind> for RequestError {
    fn from(kind: RequestErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl error::Error for RequestError {}

impl fmt::Display for RequestErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DownloadUrl { problem } => write!(f, "download_url: {problem}"),
            Self::PathArgument { name, kind } => write!(f, "path argument `{name}` {kind}"),
            Self::HeaderArgument { name, kind } => write!(f, "header `{name}` {kind}"),
            Self::Query(error) => write!(f, "the query struct does not serialize: {error}"),
            Self::QueryArgument { name, kind } => {
                write!(f, "query parameter `{}` {kind}", name.escape_debug())
            }
            Self::Body(error) => write!(f, "the body does not serialize: {error}"),
            Self::TooDeep => f.write_str(
                "the body is nested deeper than 127 levels, so its rules cannot be checked: nest objects and lists less deep, or do not validate",
            ),
            Self::BodyNotObject { found } => {
                write!(f, "the body is a JSON {found}: pass a struct or a map, which is a JSON object")
            }
            Self::NullInArray { pointer } => write!(
                f,
                "the body has `null` in an array, at `{}`: leave the item out",
                pointer.escape_debug()
            ),
            Self::NotFinite { pointer } => write!(
                f,
                "the body has a number that is NaN or infinite, at `{}`: send a finite number",
                pointer.escape_debug()
            ),
            Self::Violations(error) => write!(f, "the body breaks published rules: {error}"),
            Self::LeavesPrefix => f.write_str(
                "the path has a segment `.` or `..`, which may lead outside the path prefix of the base URL: \
                 remove the segment",
            ),
            Self::TargetTooLong => f.write_str(
                "path and query are longer than 64 KiB, the limit of HTTP software: send less in them",
            ),
            Self::SensitiveTooLong {
                field,
                bytes,
                limit,
            } => write!(
                f,
                "sensitive field `{field}` has {bytes} bytes, but the key encrypts at most {limit}: shorten the text"
            ),
            Self::SensitiveNotEncrypted { pointer } => write!(
                f,
                "sensitive field `{}` is not encrypted: make its type `Sensitive`, or declare the body as `#[unlisted] body` \
                 if WeChat Pay takes the field in clear",
                pointer.escape_debug()
            ),
            Self::NoEncryptionKey => f.write_str(
                "the client has no WeChat Pay key to encrypt sensitive fields: add one by `Verifier::with_key`",
            ),
            Self::OtherMode => f.write_str(
                "the operation is not for this client: an operation below `/brand/` needs a client of a brand \
                 (`Merchant::brand`), every other a client of a merchant",
            ),
            Self::GlobalOperation => f.write_str(
                "the operation is on the global hosts: build the client with `.global()`",
            ),
            Self::MainlandOperation => f.write_str(
                "the operation is not on the global hosts: build the client without `.global()`",
            ),
            Self::OtherMerchant => f.write_str(
                "the frozen request belongs to a different merchant: repeat it with that merchant's client",
            ),
            Self::FrozenAltered => f.write_str(
                "the frozen request was altered after it was stored, or frozen under a key that this client does \
                 not have: query the order, or add the key by `ClientBuilder::earlier_merchant`",
            ),
        }
    }
}
