//! The places of sensitive texts in a request, which its encryption fills.

use super::Sensitive;
use crate::crypto;

/// The texts of one request that are to be encrypted. A slot is a fixed number of hexadecimal digits,
/// which no encoding changes; its beginning is random, so that nothing else in the request is one.
#[derive(Default)]
pub(crate) struct Slots {
    prefix: String,
    plaintexts: Vec<Sensitive>,
}

const INDEX_LEN: usize = 8;

impl Slots {
    /// The slot of one more text; none if OpenSSL has no random bytes for the prefix.
    pub(super) fn add(&mut self, plaintext: &Sensitive) -> Option<String> {
        if self.prefix.is_empty() {
            self.prefix = crypto::nonce().ok()?;
        }
        self.plaintexts.push(plaintext.clone());
        Some(self.slot(self.plaintexts.len() - 1))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.plaintexts.is_empty()
    }

    /// The texts, in the order of their slots.
    pub(crate) fn plaintexts(&self) -> &[Sensitive] {
        &self.plaintexts
    }

    /// `text` with each slot replaced by its value.
    pub(crate) fn fill(&self, text: &str, values: &[String]) -> String {
        let mut parts = text.split(&self.prefix);
        let mut filled = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (index, rest) = part.split_at_checked(INDEX_LEN).unwrap_or(("", part));
            let index = usize::from_str_radix(index, 16).ok();
            let value = index.and_then(|index| values.get(index));
            filled.push_str(value.map_or("", String::as_str));
            filled.push_str(rest);
        }
        filled
    }

    /// The slot of this index, as it stands in the request.
    pub(crate) fn slot(&self, index: usize) -> String {
        format!("{}{index:0INDEX_LEN$X}", self.prefix)
    }
}
