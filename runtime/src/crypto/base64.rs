use base64::{Engine, engine::general_purpose::STANDARD};

pub(crate) fn encode_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Decodes as strictly as the platform writes: standard alphabet, padded, no blanks.
pub(crate) fn decode_base64(text: &[u8]) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
