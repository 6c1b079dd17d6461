//! The search for the signed body: undoes known changes to the received body until the signature verifies.

use std::cell::Cell;

use super::{
    cause::VerifyDiagnosis,
    encodings::{ENCODINGS, Encoding, GZIP},
    json::{self, Escapes},
};

const BOM: &[u8] = "\u{feff}".as_bytes();

const LINE_BREAKS: [&[u8]; 2] = [b"\n", b"\r\n"];

/// The largest body that is decoded and parsed.
const MAX_SEARCHED: usize = 1 << 20;

/// The most nested encodings that are decoded.
const MAX_DEPTH: u8 = 3;

/// The most bytes that are hashed, printed and decoded. For a larger body, the first few causes are tried.
const BUDGET: usize = 64 << 20;

const MIN_PASSES: usize = 8;

/// The cost of a verification: about that of hashing so many bytes.
const VERIFICATION_COST: usize = 64 << 10;

/// A search with a limited budget of bytes.
pub(super) struct Search<'a> {
    /// True if the concatenation of these parts was signed.
    is_signed: &'a dyn Fn(&[&[u8]]) -> bool,
    budget: Cell<usize>,
}

impl<'a> Search<'a> {
    /// Finds how `body` differs from the signed body, if that can be proven.
    pub(super) fn run(
        body: &[u8],
        is_signed: &'a dyn Fn(&[&[u8]]) -> bool,
    ) -> Option<VerifyDiagnosis> {
        let budget = BUDGET.max(body.len().saturating_mul(MIN_PASSES));
        let search = Self {
            is_signed,
            budget: Cell::new(budget),
        };
        search
            .try_bom_and_line_breaks(body)
            .or_else(|| search.try_reprinting(body))
            .or_else(|| search.try_encodings(body, MAX_DEPTH))
    }

    /// Tries a byte order mark and a line break, added or lost.
    fn try_bom_and_line_breaks(&self, body: &[u8]) -> Option<VerifyDiagnosis> {
        let without = body.strip_prefix(BOM);
        if without.is_some_and(|body| self.is_signed(&[body])) {
            return Some(VerifyDiagnosis::BomAdded);
        }
        if self.is_signed(&[BOM, body]) {
            return Some(VerifyDiagnosis::BomLost);
        }
        for line_break in LINE_BREAKS {
            let without = body.strip_suffix(line_break);
            if without.is_some_and(|body| self.is_signed(&[body])) {
                return Some(VerifyDiagnosis::LineBreakAdded);
            }
            if self.is_signed(&[body, line_break]) {
                return Some(VerifyDiagnosis::LineBreakLost);
            }
        }
        None
    }

    /// Tries white space, order of members and escapes.
    fn try_reprinting(&self, body: &[u8]) -> Option<VerifyDiagnosis> {
        let compact = json::compact(body.strip_prefix(BOM).unwrap_or(body));
        if self.is_signed(&[&compact]) {
            return Some(VerifyDiagnosis::BodyReformatted);
        }
        let compact = std::str::from_utf8(&compact).ok()?;
        if compact.len() > MAX_SEARCHED {
            return None;
        }
        if self.has_other_escapes(compact) {
            return Some(body_reprinted(false, true));
        }
        let ordered = json::in_order(compact)?;
        if self.is_signed(&[ordered.text.as_bytes()]) {
            return Some(body_reprinted(ordered.reordered, false));
        }
        self.has_other_escapes(&ordered.text)
            .then(|| body_reprinted(ordered.reordered, true))
    }

    fn has_other_escapes(&self, json: &str) -> bool {
        Escapes::KNOWN.into_iter().any(|escapes| {
            let printed = self.spend(json.len()).then(|| escapes.print(json));
            printed
                .flatten()
                .is_some_and(|text| text != json && self.is_signed(&[text.as_bytes()]))
        })
    }

    /// Tries encodings, and the other causes inside them.
    fn try_encodings(&self, body: &[u8], depth: u8) -> Option<VerifyDiagnosis> {
        let depth = depth.checked_sub(1)?;
        if body.len() > MAX_SEARCHED {
            return None;
        }
        let found = ENCODINGS.into_iter().find(|encoding| {
            let inner = self
                .spend(body.len())
                .then(|| (encoding.undo)(body, MAX_SEARCHED));
            inner.flatten().is_some_and(|inner| {
                self.is_signed(&[&inner])
                    || self.try_bom_and_line_breaks(&inner).is_some()
                    || self.try_reprinting(&inner).is_some()
                    || self.try_encodings(&inner, depth).is_some()
            })
        });
        found.map(|encoding| encoding.cause)
    }

    fn is_signed(&self, body: &[&[u8]]) -> bool {
        let length: usize = body.iter().map(|part| part.len()).sum();
        self.spend(length.saturating_add(VERIFICATION_COST)) && (self.is_signed)(body)
    }

    /// Takes so many bytes from the budget. False if the budget is too small.
    fn spend(&self, bytes: usize) -> bool {
        let left = self.budget.get().checked_sub(bytes);
        self.budget.set(left.unwrap_or_default());
        left.is_some()
    }
}

/// Finds a cause that the body itself shows, without proof.
pub(super) fn observed_cause(body: &[u8], content_encoding: bool) -> Option<VerifyDiagnosis> {
    if !is_object(body) {
        if let Some(encoding) = encoding_of_object(body) {
            return Some(encoding.cause);
        }
        if content_encoding || body.starts_with(GZIP) {
            return Some(VerifyDiagnosis::BodyCompressed);
        }
    }
    match std::str::from_utf8(body) {
        Err(_) => Some(VerifyDiagnosis::BodyNotUtf8),
        Ok(text) => (text.contains(char::REPLACEMENT_CHARACTER) || has_replaced_summary(text))
            .then_some(VerifyDiagnosis::BodyCharactersReplaced),
    }
}

/// True if the summary of a notification, which is Chinese, is nothing but two or more `?`, as an encoder for
/// another charset leaves it.
fn has_replaced_summary(text: &str) -> bool {
    text.len() <= MAX_SEARCHED
        && json::summary(text).is_some_and(|summary| {
            let mut chars = summary.chars();
            chars.all(|char| char == '?') && summary.len() > 1
        })
}

fn encoding_of_object(body: &[u8]) -> Option<Encoding> {
    if body.len() > MAX_SEARCHED {
        return None;
    }
    let mut encodings = ENCODINGS.into_iter();
    encodings
        .find(|encoding| (encoding.undo)(body, MAX_SEARCHED).is_some_and(|inner| is_object(&inner)))
}

fn body_reprinted(reordered: bool, escaped: bool) -> VerifyDiagnosis {
    VerifyDiagnosis::BodyReprinted { reordered, escaped }
}

/// True if the body looks like a JSON object, as every body of WeChat Pay does. Its first member begins with a
/// quotation mark, which HTML filters replace.
fn is_object(body: &[u8]) -> bool {
    let body = body.strip_prefix(BOM).unwrap_or(body).trim_ascii();
    let members = body
        .strip_prefix(b"{")
        .and_then(|rest| rest.strip_suffix(b"}"));
    members.is_some_and(|members| matches!(members.trim_ascii(), [] | [b'"', ..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes hashed while `body` is searched, with [`VERIFICATION_COST`] added for each verification.
    fn cost(body: &[u8]) -> usize {
        let hashed = Cell::new(0);
        let is_signed = |parts: &[&[u8]]| {
            let length: usize = parts.iter().map(|part| part.len()).sum();
            hashed.set(hashed.get() + length + VERIFICATION_COST);
            false
        };
        assert_eq!(Search::run(body, &is_signed), None);
        hashed.get()
    }

    #[test]
    fn a_search_ends_when_its_budget_is_spent() {
        let nested = (0..12).fold("{}".to_owned(), |inner, _| {
            serde_json::Value::from(inner).to_string()
        });
        let mut costs = Vec::new();
        for body in [
            "A".repeat(MAX_SEARCHED),
            "A".repeat(MAX_SEARCHED + 1),
            format!("{{\"a\":\"{}\"}}", "x\\/支\\u4e2d&amp;%41".repeat(20_000)),
            format!("\"{}\"", "\\u00e6\\u0094".repeat(60_000)),
            nested,
            "&".repeat(MAX_SEARCHED),
            "%".repeat(MAX_SEARCHED),
            "[".repeat(MAX_SEARCHED),
            "{\"a\":".repeat(MAX_SEARCHED / 5),
        ] {
            let cost = cost(body.as_bytes());
            assert!(cost <= BUDGET, "{cost}");
            costs.push(cost);
        }
        assert!(costs.iter().any(|cost| *cost > BUDGET / 8), "{costs:?}");
    }

    #[test]
    fn the_first_causes_are_tried_on_a_large_body() {
        let body = vec![b' '; 2 * BUDGET / MIN_PASSES];
        let cost = cost(&body);
        assert!(
            (body.len()..=body.len() * MIN_PASSES).contains(&cost),
            "{cost}"
        );
    }

    #[test]
    fn a_spent_budget_stays_spent() {
        let search = Search {
            is_signed: &|_| true,
            budget: Cell::new(VERIFICATION_COST + 10),
        };
        assert!(!search.is_signed(&[b"12345678901"]));
        assert!(!search.is_signed(&[b""]));
        assert!(!search.spend(1));
    }
}
