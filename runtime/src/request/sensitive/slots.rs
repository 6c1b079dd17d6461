//! Slots: the placeholders of sensitive texts in a request, until the texts are encrypted.

use super::Sensitive;
use crate::{crypto, validation::Plaintexts};

/// The sensitive texts of one request. A slot is a fixed number of hexadecimal digits, which no encoding
/// changes. Its prefix is random, so nothing else in the request looks like a slot.
#[derive(Default)]
pub(crate) struct Slots {
    prefix: String,
    plaintexts: Vec<Sensitive>,
}

const INDEX_LEN: usize = 8;

impl Slots {
    /// Adds a text and returns its slot. `None` if OpenSSL has no random bytes for the prefix.
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

    /// True if the text is a slot, and nothing but a slot.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.plaintext(text).is_some()
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

    /// The slot of the text with this index, as it is in the request.
    pub(crate) fn slot(&self, index: usize) -> String {
        format!("{}{index:0INDEX_LEN$X}", self.prefix)
    }
}

impl Plaintexts for Slots {
    fn plaintext(&self, text: &str) -> Option<&str> {
        if self.is_empty() {
            return None;
        }
        let index = text.strip_prefix(&self.prefix)?;
        let index = Some(index).filter(|index| index.len() == INDEX_LEN)?;
        let index = usize::from_str_radix(index, 16).ok()?;
        self.plaintexts.get(index).map(Sensitive::expose)
    }
}
