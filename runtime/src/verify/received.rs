//! A response or notification that does not verify, kept for its diagnosis.

use bytes::Bytes;
use http::HeaderMap;

/// The headers and the body that did not verify, as received.
#[derive(Clone, Default)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The local time of the check, in Unix seconds.
    pub(crate) now: u64,
}
