//! Names of types, members and operations.

use std::{collections::HashSet, hash::Hash};

use crate::Result;

/// The name in PascalCase: `QueryOrder` of `query_order`, `RefundSuccess` of `REFUND.SUCCESS`.
pub(crate) fn pascal(name: &str) -> String {
    name.split(['_', '.']).map(capitalized).collect()
}

/// Two names in PascalCase as one, without the words that end the first and begin the second, or begin both:
/// `QueryRefundResponse` of `QueryRefund` and `RefundResponse`, and `QueryRefundResponse` of `QueryRefund` and
/// `QueryResponse`.
pub(crate) fn joined(first: &str, second: &str) -> String {
    let begins_word = |text: &str| text.starts_with(|letter: char| letter.is_ascii_uppercase());
    let ends_first = |at: &usize| {
        let rest = first.get(*at..).unwrap_or_default();
        begins_word(rest) && second.starts_with(rest)
    };
    if let Some(shared) = (0..first.len()).find(ends_first) {
        return format!("{}{second}", first.get(..shared).unwrap_or_default());
    }
    let rest = |at: usize| Some((first.get(at..)?, second.get(at..)?));
    let begin = (0..first.len()).rev().find_map(|at| {
        let (rest_of_first, rest) = rest(at)?;
        let is_shared = first.get(..at) == second.get(..at);
        (is_shared && begins_word(rest_of_first) && begins_word(rest)).then_some(rest)
    });
    format!("{first}{}", begin.unwrap_or(second))
}

/// Tests if a name is in snake_case: lowercase words and digits, divided by single underscores.
pub(crate) fn is_snake_case(name: &str) -> bool {
    let is_word = |word: &str| {
        let mut letters = word.bytes();
        !word.is_empty()
            && letters.all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    name.starts_with(|letter: char| letter.is_ascii_lowercase()) && name.split('_').all(is_word)
}

/// Tests if a name is in PascalCase: letters and digits, and a capital letter first.
pub(crate) fn is_pascal_case(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_uppercase())
        && name.bytes().all(|letter| letter.is_ascii_alphanumeric())
}

/// Fails if a Chinese name is empty.
pub(crate) fn check_label(label: &str) -> Result<()> {
    if label.trim().is_empty() {
        return Err("`label` is empty: write the Chinese name".into());
    }
    Ok(())
}

/// The first item that is there twice.
pub(crate) fn twice<T: Eq + Hash + Copy>(items: impl IntoIterator<Item = T>) -> Option<T> {
    let mut known = HashSet::new();
    items.into_iter().find(|item| !known.insert(*item))
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first
        .into_iter()
        .chain(letters.map(|letter| letter.to_ascii_lowercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_snake_case() {
        for name in ["mchid", "sub_mchid", "id2", "a_1"] {
            assert!(is_snake_case(name), "{name}");
        }
        for name in [
            "",
            "Mchid",
            "sub__mchid",
            "_id",
            "id_",
            "1a",
            "a-b",
            "商户号",
            "a b",
        ] {
            assert!(!is_snake_case(name), "{name}");
        }
    }

    #[test]
    fn a_name_in_pascal_case() {
        for (name, expected) in [
            ("A", true),
            ("Order2", true),
            ("order", false),
            ("A_b", false),
            ("", false),
        ] {
            assert_eq!(is_pascal_case(name), expected, "{name}");
        }
    }

    #[test]
    fn the_first_item_that_is_there_twice() {
        assert_eq!(twice([1, 2, 3, 2, 1]), Some(2));
        assert_eq!(twice(["a", "b"]), None);
    }

    #[test]
    fn names_are_words() {
        assert_eq!(pascal("query_order"), "QueryOrder");
        assert_eq!(
            pascal("MCHTRANSFER.BATCH.FINISHED"),
            "MchtransferBatchFinished"
        );
        assert_eq!(
            joined("QueryRefund", "RefundResponse"),
            "QueryRefundResponse"
        );
        assert_eq!(
            joined("CreateRefund", "CreateRefundRequest"),
            "CreateRefundRequest"
        );
        assert_eq!(
            joined("QueryRefund", "QueryResponse"),
            "QueryRefundResponse"
        );
        assert_eq!(
            joined("QueryRefund", "QueriedAmount"),
            "QueryRefundQueriedAmount"
        );
        assert_eq!(joined("CloseOrder", "Amount"), "CloseOrderAmount");
    }
}
