use std::{error, fmt};

use super::{HeaderErrorKind, PathErrorKind, QueryErrorKind};

/// A request that cannot be built. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    kind: RequestErrorKind,
}

/// Why a request cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// The address of a file (`download_url`) is not one that may be asked with this client's
    /// signature: `https` to a host of WeChat Pay, or the client's own base URL.
    DownloadUrl {
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The value of a placeholder would name another path.
    PathArgument {
        /// The placeholder.
        name: &'static str,
        /// What is wrong with its value.
        problem: PathErrorKind,
    },
    /// The value of a header of the operation's own cannot be sent.
    HeaderArgument {
        /// The header.
        name: &'static str,
        /// What is wrong with its value.
        problem: HeaderErrorKind,
    },
    /// The `query` struct does not serialize as a struct; the serializer's words.
    Query(String),
    /// A query parameter cannot be sent.
    QueryArgument {
        /// The parameter.
        name: String,
        /// What is wrong with it.
        problem: QueryErrorKind,
    },
    /// The body does not serialize; the serializer's words.
    Body(String),
    /// The body is not a JSON object.
    BodyNotObject {
        /// The kind of JSON value that it is, such as `string` or `null`.
        found: &'static str,
    },
    /// An array in the body has an item that is `null`. (A member of an object that is `null` is left
    /// out.)
    NullInArray {
        /// The item: a JSON pointer (RFC 6901) into the body, with `~` and `/` in names escaped.
        pointer: String,
    },
    /// A floating-point number in the body is NaN or infinite, which JSON cannot say.
    NotFinite {
        /// The number: a JSON pointer (RFC 6901) into the body, with `~` and `/` in names escaped.
        pointer: String,
    },
    /// The path has a dot segment, encoded or not, and the base URL has a path prefix: a reverse proxy may
    /// take it for a path that is not below the prefix.
    LeavesPrefix,
    /// Path and query are longer than HTTP software takes (64 KiB).
    TargetTooLong,
    /// A sensitive field (敏感信息) is longer than RSA-OAEP takes.
    SensitiveTooLong {
        /// Where it stands: a JSON pointer (RFC 6901) into the body, the name of a query parameter, or
        /// `path`.
        field: String,
        /// Its length in bytes of UTF-8.
        bytes: usize,
        /// What the key takes: 214 bytes for 2,048 bits.
        limit: usize,
    },
    /// No key of WeChat Pay that is in force is held, so a sensitive field cannot be encrypted.
    NoEncryptionKey,
    /// The operation is one of brand-direct mode (品牌直连, `/brand/…`) and the client a merchant's, or
    /// the reverse.
    OtherMode,
    /// The operation is on the global hosts, and the client is not
    /// ([`ClientBuilder::global`](crate::ClientBuilder::global)).
    GlobalOperation,
    /// The client is one of the global hosts, and the operation is on the mainland's.
    MainlandOperation,
    /// A frozen request is another merchant's.
    OtherMerchant,
    /// A frozen request is not what was written of it, or was frozen under a key that this client does
    /// not have.
    FrozenAltered,
}

impl RequestError {
    /// Why.
    #[must_use]
    pub fn kind(&self) -> &RequestErrorKind {
        &self.kind
    }

    /// The same without the error around it.
    #[must_use]
    pub fn into_kind(self) -> RequestErrorKind {
        self.kind
    }

    /// A short fixed name, for metrics and logs: `path-argument`, `null-in-array`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            RequestErrorKind::DownloadUrl { .. } => "download-url",
            RequestErrorKind::PathArgument { .. } => "path-argument",
            RequestErrorKind::HeaderArgument { .. } => "header-argument",
            RequestErrorKind::Query(_) => "query",
            RequestErrorKind::QueryArgument { .. } => "query-argument",
            RequestErrorKind::Body(_) => "body",
            RequestErrorKind::BodyNotObject { .. } => "body-not-object",
            RequestErrorKind::NullInArray { .. } => "null-in-array",
            RequestErrorKind::NotFinite { .. } => "not-finite",
            RequestErrorKind::LeavesPrefix => "leaves-prefix",
            RequestErrorKind::TargetTooLong => "target-too-long",
            RequestErrorKind::SensitiveTooLong { .. } => "sensitive-too-long",
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
            Self::PathArgument { name, problem } => write!(f, "path argument `{name}` {problem}"),
            Self::HeaderArgument { name, problem } => write!(f, "header `{name}` {problem}"),
            Self::Query(error) => write!(f, "the query does not serialize: {error}"),
            Self::QueryArgument { name, problem } => {
                write!(f, "query parameter `{}` {problem}", name.escape_debug())
            }
            Self::Body(error) => write!(f, "the body does not serialize: {error}"),
            Self::BodyNotObject { found } => {
                write!(f, "the body is a JSON {found}: it has to be an object")
            }
            Self::NullInArray { pointer } => write!(
                f,
                "the body has `null` in an array, at `{}`",
                pointer.escape_debug()
            ),
            Self::NotFinite { pointer } => write!(
                f,
                "the body has a number that is NaN or infinite, at `{}`",
                pointer.escape_debug()
            ),
            Self::LeavesPrefix => f.write_str(
                "the path has a segment `.` or `..`, by which it may leave the path prefix of the base URL",
            ),
            Self::TargetTooLong => f.write_str("path and query are longer than 64 KiB"),
            Self::SensitiveTooLong {
                field,
                bytes,
                limit,
            } => write!(
                f,
                "sensitive field `{field}`: {bytes} bytes, over the {limit} that encryption takes"
            ),
            Self::NoEncryptionKey => f.write_str(
                "no key of WeChat Pay in force is held to encrypt sensitive fields with",
            ),
            Self::OtherMode => f.write_str(
                "operations below `/brand/` are called as a brand (`Merchant::brand`), all others as \
                 a merchant",
            ),
            Self::GlobalOperation => f.write_str(
                "the operation is on the global hosts: call it by a client that is built `.global()`",
            ),
            Self::MainlandOperation => f.write_str(
                "the operation is not on the global hosts: call it by a client that is not built \
                 `.global()`",
            ),
            Self::OtherMerchant => f.write_str("the frozen request belongs to a different merchant"),
            Self::FrozenAltered => f.write_str(
                "the frozen request was altered since it was written, or frozen under a key that this \
                 client does not have",
            ),
        }
    }
}
