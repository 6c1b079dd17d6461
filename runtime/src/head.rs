//! The status and Request-ID of a response, as errors and verified responses keep them, and the target of a redirect.

use std::fmt;

use http::{HeaderMap, Response, header::LOCATION};

/// The longest excerpt of a text from outside in a message, in characters.
pub(crate) const MAX_EXCERPT: usize = 256;

/// The status of a response, its `Request-ID`, and of a redirect its `Location`. A signature covers none of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    status: u16,
    request_id: Option<String>,
    /// Without the query, which may have a token.
    location: Option<Box<str>>,
}

impl Head {
    pub(crate) fn new(status: u16, headers: &HeaderMap) -> Self {
        Self {
            status,
            request_id: request_id(headers),
            location: location(status, headers),
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
            location: None,
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
        if let Some(location) = &self.location {
            write!(f, ", Location {}", excerpt(location).escape_debug())?;
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

/// The address that a redirect leads to. WeChat Pay redirects no request, so something on the way did.
fn location(status: u16, headers: &HeaderMap) -> Option<Box<str>> {
    let location = headers
        .get(LOCATION)
        .filter(|_| (300..400).contains(&status));
    let location = location?.to_str().ok()?;
    let end = location.find(['?', '#']).unwrap_or(location.len());
    location.get(..end).map(Box::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_shown_with_its_target_and_no_token() {
        let mut headers = HeaderMap::new();
        let location = "https://login.example/a?token=secret".parse();
        headers.insert(LOCATION, location.unwrap());
        for (status, text) in [
            (302, "(status 302, Location https://login.example/a)"),
            (200, "(status 200)"),
        ] {
            assert_eq!(Head::new(status, &headers).to_string(), text);
        }
    }
}
