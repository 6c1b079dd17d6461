//! The status and Request-ID of a response, as errors and verified responses keep them.

use std::fmt;

use http::{HeaderMap, Response};

/// The longest excerpt of a text from outside in a message, in characters.
pub(crate) const MAX_EXCERPT: usize = 256;

/// The status of a response and its `Request-ID`. A signature covers neither.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    status: u16,
    request_id: Option<String>,
}

impl Head {
    pub(crate) fn new(status: u16, headers: &HeaderMap) -> Self {
        Self {
            status,
            request_id: request_id(headers),
        }
    }

    pub(crate) fn of<B>(response: &Response<B>) -> Self {
        Self::new(response.status().as_u16(), response.headers())
    }

    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn for_testing(status: u16, request_id: &str) -> Self {
        Self {
            status,
            request_id: Some(request_id.to_owned()),
        }
    }

    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    pub(crate) fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }
}

/// Ends the message of every error about a response.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "(status {}", self.status)?;
        if let Some(id) = self.request_id() {
            write!(f, ", Request-ID {}", excerpt(id).escape_debug())?;
        }
        f.write_str(")")
    }
}

/// True if the text has the form of WeChat Pay's Request-IDs, so that a log entry with it holds nothing else.
#[cfg(feature = "tracing")]
pub(crate) fn is_request_id(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=64).contains(&text.len()) && text.bytes().all(is_plain)
}

/// Cuts a text from outside for a message.
pub(crate) fn excerpt(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(MAX_EXCERPT)
        .map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// The `Request-ID` header, cut to 128 characters. Real ones have 46.
fn request_id(headers: &HeaderMap) -> Option<String> {
    // A value for which `to_str` succeeds is ASCII.
    let value = headers.get("request-id")?.to_str().ok()?;
    Some(value.get(..128).unwrap_or(value).to_owned())
}
