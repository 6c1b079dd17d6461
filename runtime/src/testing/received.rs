use hyper::{HeaderMap, body::Bytes, http::request::Parts};

/// A request that the [`Gateway`](super::Gateway) read.
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    method: String,
    target: String,
    headers: HeaderMap,
    body: Bytes,
    authorized: bool,
}

impl ReceivedRequest {
    pub(super) fn new(head: Parts, body: Bytes) -> Self {
        let target = head.uri.path_and_query();
        Self {
            method: head.method.to_string(),
            target: target.map_or_else(String::new, ToString::to_string),
            headers: head.headers,
            body,
            authorized: false,
        }
    }

    pub(super) fn authorize(&mut self) {
        self.authorized = true;
    }

    /// The method, in capitals.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// Path and query, as on the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The path alone.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// A header, the name in any case; `None` if it is absent or not text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body; empty if there was none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Whether the signature and what stands beside it in `Authorization` were right. If not, the
    /// gateway answered 401.
    #[must_use]
    pub fn is_authorized(&self) -> bool {
        self.authorized
    }
}
