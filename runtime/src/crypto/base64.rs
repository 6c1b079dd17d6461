//! Base64 in the form that WeChat Pay writes and reads.

use base64::{Engine, engine::general_purpose::STANDARD};

pub(crate) fn encode_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Decodes standard base64 with padding and without white space, the only form that WeChat Pay writes.
pub(crate) fn decode_base64(text: &[u8]) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
