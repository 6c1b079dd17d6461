//! Search for an operation.

use std::{cmp::Reverse, collections::BTreeSet};

use super::{Facts, Operation};

impl Facts {
    /// The operation with this name, such as `refund.create_refund`, or this method and path, such as
    /// `POST /v3/refund/domestic/refunds`. Placeholders may have other names than the official ones.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<&Operation> {
        let key = key(text);
        self.operations.iter().find(|operation| {
            full_name(operation) == text.trim() || self::key(&operation.to_string()) == key
        })
    }

    /// The operation whose path, or whose name, has the most words in common with a text and the fewest others; `None`
    /// if less than half of the text is there. Between equals, the same method decides, then the mainland.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Option<&Operation> {
        let is_path = text.contains('/');
        let method = text.split_whitespace().next().unwrap_or_default();
        let words = words(text);
        let rank = |operation: &Operation| {
            let other = if is_path {
                self::words(&operation.path)
            } else {
                self::words(&full_name(operation))
            };
            let shared: usize = words.iter().map(|word| likeness(word, &other)).sum();
            let is_near = shared > 0 && shared >= words.len();
            let missing = 2 * words.len() - shared;
            let same_method = method.eq_ignore_ascii_case(&operation.method);
            let differing = 2 * missing + other.len() + usize::from(!same_method);
            let on_mainland = operation.host.is_none() && !operation.path.starts_with("/hk/");
            is_near.then_some((Reverse(differing), same_method, on_mainland))
        };
        let operations = self.operations.iter().rev();
        let ranked = operations.filter_map(|operation| Some((rank(operation)?, operation)));
        // `max_by_key` returns the last of equals: the first in the facts.
        let (_, nearest) = ranked.max_by_key(|(rank, _)| *rank)?;
        Some(nearest)
    }
}

/// Counts 2 for a word that is there, and 1 for one whose beginning is.
fn likeness(word: &str, others: &BTreeSet<String>) -> usize {
    if others.contains(word) {
        return 2;
    }
    let begins_alike = |other: &String| {
        let letters = word.bytes().zip(other.bytes());
        let same = letters.take_while(|(a, b)| a == b).count();
        same > 1 && 2 * same + 1 >= word.len().max(other.len())
    };
    usize::from(others.iter().any(begins_alike))
}

fn full_name(operation: &Operation) -> String {
    format!("{}.{}", operation.product, operation.name)
}

/// The method and the segments, with `{}` for each placeholder.
fn key(text: &str) -> Vec<String> {
    let (method, path) = text
        .trim()
        .split_once(char::is_whitespace)
        .unwrap_or(("", text));
    let segments = path.trim().split('/').map(|segment| {
        if segment.starts_with('{') {
            "{}".to_owned()
        } else {
            segment.to_owned()
        }
    });
    std::iter::once(method.to_ascii_uppercase())
        .chain(segments)
        .collect()
}

/// The words of a path, or of a name. Methods and `v3` tell nothing.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.map(str::to_ascii_lowercase);
    let tells =
        |word: &String| !["", "v3", "get", "post", "put", "patch", "delete"].contains(&&**word);
    words.filter(tells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let operation = |product, name, method, path| {
            let responses = [serde_json::json!({ "status": 204, "body": "none" })];
            let operation = serde_json::json!({
                "product": product, "name": name, "method": method, "path": path, "responses": responses,
            });
            serde_json::from_value(operation).unwrap()
        };
        let operations = vec![
            operation(
                "complaint",
                "update_refund_progress",
                "POST",
                "/v3/merchant-service/complaints-v2/{complaint_id}/update-refund-progress",
            ),
            operation("global_pay", "create_refund", "POST", "/v3/global/refunds"),
            operation(
                "refund",
                "create_refund",
                "POST",
                "/v3/refund/domestic/refunds",
            ),
            operation(
                "refund",
                "query_refund",
                "GET",
                "/v3/refund/domestic/refunds/{out_refund_no}",
            ),
        ];
        Facts {
            operations,
            ..Facts::default()
        }
    }

    #[test]
    fn an_operation_is_found_by_its_name_or_its_path() {
        let facts = facts();
        for text in [
            "refund.query_refund",
            "GET /v3/refund/domestic/refunds/{out_refund_no}",
            " get  /v3/refund/domestic/refunds/{id} ",
        ] {
            assert_eq!(facts.find(text), facts.operations.get(3), "{text}");
        }
        for text in [
            "",
            "GET",
            "refund",
            "GET /v3/refund/domestic/refunds",
            "/v3/global/refunds",
        ] {
            assert_eq!(facts.find(text), None, "{text}");
        }
    }

    #[test]
    fn the_nearest_operation_shares_most_words() {
        let facts = facts();
        for (text, nearest) in [
            ("refund.creat", Some(2)),
            ("GET /v3/refund/domestic/refunds", Some(2)),
            ("GET /v3/refund/domestic/refund/{out_refund_no}", Some(3)),
            ("POST /global/refunds", Some(1)),
            ("POST /v3/refnud/domestic/refunds", Some(2)),
            ("global_pay.refund", Some(1)),
            ("GET /v3/bill/tradebill", None),
            ("POST /v3/refund/of/another/kind", None),
            ("POST /v3/refund/refund", Some(2)),
            ("", None),
        ] {
            let nearest = nearest.and_then(|index: usize| facts.operations.get(index));
            assert_eq!(facts.nearest(text), nearest, "{text}");
        }
    }
}
