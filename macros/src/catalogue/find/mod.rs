//! Finds an operation by its method and path, or the operation that was probably meant.

mod declared;
mod near;

use super::{Operation, TABLE, split};

/// A placeholder in a key, where names do not matter.
const PLACEHOLDER: &str = "{}";

/// The catalogue's entry for a method and a path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// The operation itself. Its placeholders may have other names.
    Exact(Operation),
    /// The operations with the same path and another method.
    OtherMethods(Vec<Operation>),
    /// The operation that has a placeholder in place of this text.
    Value(String, Operation),
    /// The operation whose path differs in one or two letters.
    Misspelt(Operation),
    /// The operation that is probably meant, or a few that are as near.
    Near(Vec<Operation>),
    Nothing,
}

pub(crate) fn find(method: &str, path: &str) -> Found {
    let key = key(path);
    let same_path = with_key(&key);
    if let Some((_, line)) = same_path.iter().find(|(_, line)| split(line).0 == method) {
        return Found::Exact(Operation::read(line));
    }
    if !same_path.is_empty() {
        let others = same_path.iter().map(|(_, line)| Operation::read(line));
        return Found::OtherMethods(others.collect());
    }
    find_near(method, path)
}

/// The operations that are probably meant by an unknown path.
pub(crate) fn find_near(method: &str, path: &str) -> Found {
    let nearest = near::nearest(method, path);
    match nearest.lines.as_slice() {
        [] => Found::Nothing,
        [line] => {
            let operation = Operation::read(line);
            match value(path, &key(operation.path)) {
                Some(value) => Found::Value(value.to_owned(), operation),
                None if nearest.is_misspelt => Found::Misspelt(operation),
                None => Found::Near(vec![operation]),
            }
        }
        lines => Found::Near(lines.iter().map(|line| Operation::read(line)).collect()),
    }
}

/// Tests if an operation has this path, whatever its method.
pub(crate) fn is_known(path: &str) -> bool {
    !with_key(&key(path)).is_empty()
}

/// The path with each placeholder as `{}`, since the names of placeholders are free.
fn key(path: &str) -> String {
    if !path.contains('{') {
        return path.to_owned();
    }
    segments(path).collect::<Vec<_>>().join("/")
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').map(|segment| match segment {
        placeholder if placeholder.starts_with('{') => PLACEHOLDER,
        text => text,
    })
}

/// The lines with this key.
fn with_key(key: &str) -> &'static [(&'static str, &'static str)] {
    let start = TABLE.partition_point(|(other, _)| *other < key);
    let rest = TABLE.get(start..).unwrap_or_default();
    let same = rest.iter().take_while(|(other, _)| *other == key);
    rest.get(..same.count()).unwrap_or_default()
}

/// The first segment of a path in place of a placeholder of a key, if all other segments are the same.
fn value<'a>(path: &'a str, key: &str) -> Option<&'a str> {
    let mut value = None;
    let mut known = key.split('/');
    for segment in segments(path) {
        match known.next()? {
            same if same == segment => {}
            PLACEHOLDER if !segment.is_empty() => value = value.or(Some(segment)),
            _ => return None,
        }
    }
    value.filter(|_| known.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::all;

    fn known(method: &str, path: &str) -> Operation {
        match find(method, path) {
            Found::Exact(known) => known,
            other => panic!("{method} {path}: {other:?}"),
        }
    }

    #[test]
    fn the_table_is_sorted_and_has_no_duplicates() {
        for pair in TABLE.windows(2) {
            let [(key, line), (next_key, next)] = pair else {
                unreachable!()
            };
            let (before, after) = ((key, split(line).0), (next_key, split(next).0));
            assert!(before < after, "{line} and {next}");
            assert_eq!(**key, super::key(split(line).1), "{line}");
        }
    }

    #[test]
    fn every_operation_is_found() {
        assert!(all().count() > 1_000);
        for operation in all() {
            assert_eq!(known(operation.method, operation.path), operation);
        }
    }

    #[test]
    fn names_of_placeholders_are_free() {
        let query = known("GET", "/v3/pay/transactions/id/{any}");
        assert_eq!(query.path, "/v3/pay/transactions/id/{transaction_id}");
        assert!(
            query
                .query
                .iter()
                .any(|parameter| parameter.name == "mchid" && parameter.required)
        );
    }

    #[test]
    fn similar_templates_are_each_found() {
        for (method, path) in [
            ("POST", "/v3/apply4subject/applyment/{applyment_id}/cancel"),
            ("POST", "/v3/apply4subject/applyment/{business_code}/cancel"),
            ("GET", "/v3/ecommerce/refunds/id/{refund_id}"),
            ("GET", "/v3/ecommerce/refunds/out-refund-no/{out_refund_no}"),
            ("GET", "/v3/ecommerce/refunds/{refund_id}/return-advance"),
        ] {
            known(method, path);
        }
    }

    #[test]
    fn a_trailing_slash_must_match() {
        for (method, declared, similar) in [
            (
                "POST",
                "/v3/ecommerce/applyments",
                "/v3/ecommerce/applyments/",
            ),
            (
                "POST",
                "/v3/pay/transactions/jsapi/",
                "/v3/pay/transactions/jsapi",
            ),
            ("GET", "/v3/certificates/", "/v3/certificates"),
            (
                "GET",
                "/v3/lovefeast/brands/",
                "/v3/lovefeast/brands/{brand_id}",
            ),
        ] {
            let found = find(method, declared);
            let similar = known(method, similar);
            let is_found =
                found == Found::Misspelt(similar.clone()) || found == Found::Near(vec![similar]);
            assert!(is_found, "{declared}: {found:?}");
        }
    }

    #[test]
    fn a_value_is_distinguished_from_a_misspelling() {
        let id = known("GET", "/v3/pay/transactions/id/{transaction_id}");
        for value in ["4200001", "1", "1217752501201407033233368018"] {
            let path = format!("/v3/pay/transactions/id/{value}");
            assert_eq!(
                find("GET", &path),
                Found::Value(value.to_owned(), id.clone())
            );
        }
        assert_eq!(
            find("GET", "/v3/pay/transactions/{transaction_id}"),
            Found::Near(vec![id])
        );
    }

    #[test]
    fn an_operation_with_a_missing_letter_is_found() {
        // Only every third, since each is compared with all.
        for (number, operation) in all().enumerate().step_by(3) {
            let letters = letters(operation.path);
            let at = letters[number % letters.len()];
            let (before, after) = operation.path.split_at(at);
            let misspelt = format!("{before}{}", &after[1..]);
            match find(operation.method, &misspelt) {
                Found::Misspelt(found) => assert_eq!(found, operation, "{misspelt}"),
                other => panic!("{misspelt}: {other:?}"),
            }
        }
    }

    /// The indices of the letters of a path, except those of its root and of placeholders.
    fn letters(path: &str) -> Vec<usize> {
        let root = path
            .find("v3/")
            .map_or("/brand/".len(), |at| at + "v3/".len());
        let mut inside = false;
        path.char_indices()
            .filter(|(at, letter)| {
                inside = *letter == '{' || inside && *letter != '}';
                !inside && letter.is_ascii_alphabetic() && *at >= root
            })
            .map(|(at, _)| at)
            .collect()
    }
}
