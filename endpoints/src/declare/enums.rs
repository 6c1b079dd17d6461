//! Enums of the crate: texts of which the facts list values.

use std::{collections::BTreeSet, fmt::Write as _};

use serde_json::Value;

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
    ///
    /// The variants leave out the leading words that repeat the name of the enum.
    pub(super) fn of(name: &str, listed: &Enum) -> Option<Self> {
        if listed.ty != Type::String || listed.values.is_empty() {
            return None;
        }
        let texts = listed.values.iter().map(Value::as_str);
        let texts = texts.collect::<Option<Vec<_>>>()?;
        let variants =
            variants(&texts, &repeated(name, &texts)).or_else(|| variants(&texts, ""))?;
        Some(Self {
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

    /// The variants with their texts, sorted.
    pub(super) fn lines(&self) -> Vec<String> {
        let variants = self.variants.iter();
        let mut lines: Vec<_> = variants
            .map(|(variant, text)| format!("{variant} = {text:?}"))
            .collect();
        lines.sort_unstable();
        lines
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

/// The leading words that all texts share, if they repeat the name of the enum: `applyment_state_` for `State`, or
/// `card_` for `CardState`. Empty if they do not.
fn repeated(name: &str, texts: &[&str]) -> String {
    let words = |text: &str| -> Vec<String> {
        let words = names::words(text);
        let words = words.split('_').map(|word| word.replace("status", "state"));
        words.collect()
    };
    let name = words(name);
    let all: Vec<_> = texts.iter().map(|text| words(text)).collect();
    let [first, _, ..] = &*all else {
        return String::new();
    };
    let is_shared = |(place, word): &(usize, &String)| {
        let same = |text: &Vec<String>| text.get(*place) == Some(word);
        all.iter().all(same)
    };
    let shared: Vec<_> = first.iter().enumerate().take_while(is_shared).collect();
    let is_in_name = |(_, word): &&(usize, &String)| name.contains(word);
    let is_last_of_name = |(_, word): &&(usize, &String)| name.last() == Some(word);
    let end = shared.last().filter(is_in_name);
    let end = end.or_else(|| shared.iter().rev().find(is_last_of_name));
    let length = end.map_or(0, |(place, _)| place + 1);
    // `TRANSFER_TO_ONE` and `TRANSFER_MODE_TO_OTHER` of `TransferMode` would be `ToOne` and `ModeToOther`.
    let is_split = |text: &Vec<String>| length > 0 && text.get(length) == name.last();
    if all.iter().any(is_split) {
        return String::new();
    }
    let leading = names::words(texts.first().unwrap_or(&""));
    let leading = leading.split_inclusive('_').take(length);
    leading.collect()
}

/// The variants of texts without leading words, each with its text, if each is a name of its own.
fn variants(texts: &[&str], leading: &str) -> Option<Vec<(String, String)>> {
    let variants = texts
        .iter()
        .map(|text| Some((variant(text, leading)?, (*text).to_owned())));
    let variants = variants.collect::<Option<Vec<_>>>()?;
    let names: BTreeSet<_> = variants.iter().map(|(name, _)| name).collect();
    (names.len() == variants.len()).then_some(variants)
}

/// The variant of a text: `PARTIAL_REFUND` is `PartialRefund`.
fn variant(text: &str, leading: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    let words = names::words(text);
    let words = words.strip_prefix(leading)?;
    let is_name =
        text.chars().all(is_plain) && words.starts_with(|c: char| c.is_ascii_alphabetic());
    let variant = names::pascal(words);
    (is_name && variant != UNLISTED && variant != "Self").then_some(variant)
}
