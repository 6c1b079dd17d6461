//! Enums of the crate: texts of which the facts list values.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{code::Code, docs, names};
use crate::facts::{Enum, Type};

/// An enum of texts.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) doc: String,
    /// A parameter of the path or the query has the type.
    pub(super) is_parameter: bool,
    /// The variants, each with its text.
    variants: Vec<(String, String)>,
}

/// The variant of every text that is not listed.
const UNLISTED: &str = "Unlisted";

impl Listed {
    /// `None` if the values are no texts, or if a text is no name in Rust.
    pub(super) fn of(name: &str, listed: &Enum) -> Option<Self> {
        if listed.ty != Type::String || listed.values.is_empty() {
            return None;
        }
        let variants = listed.values.iter().map(|value| {
            let text = value.as_str()?;
            Some((variant(text)?, text.to_owned()))
        });
        let variants = variants.collect::<Option<Vec<_>>>()?;
        let names: BTreeSet<_> = variants.iter().map(|(name, _)| name).collect();
        (names.len() == variants.len()).then(|| Self {
            name: name.to_owned(),
            doc: String::new(),
            is_parameter: false,
            variants,
        })
    }

    /// The macro that defines the enum.
    pub(super) const fn macro_name(&self) -> &'static str {
        if self.is_parameter {
            "parameter_enum"
        } else {
            "open_enum"
        }
    }

    /// The variant of a text, if the text is listed.
    pub(super) fn variant_of(&self, text: &str) -> Option<&str> {
        let mut variants = self.variants.iter();
        let (variant, _) = variants.find(|(_, value)| value == text)?;
        Some(variant)
    }

    /// Writes the enum, after an empty line.
    pub(super) fn write(&self, code: &mut Code) {
        let _ = writeln!(code, "\n{}! {{", self.macro_name());
        docs::write(code, "    ", &self.doc);
        let _ = writeln!(code, "    pub enum {} {{", self.name);
        for (variant, value) in &self.variants {
            let _ = writeln!(code, "        {variant} = {value:?},");
        }
        code.push_str("    }\n}\n");
    }
}

/// The variant of a text: `PARTIAL_REFUND` is `PartialRefund`.
fn variant(text: &str) -> Option<String> {
    let is_name = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' '));
    let variant = names::pascal(&names::words(text));
    (is_name && variant != UNLISTED && variant != "Self").then_some(variant)
}
