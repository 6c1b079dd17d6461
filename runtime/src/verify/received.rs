use hyper::{HeaderMap, body::Bytes};

/// What did not verify, kept as it was checked.
#[derive(Clone, Default)]
pub(crate) struct Received {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The local time, in Unix seconds.
    pub(crate) now: u64,
}
