//! serde's fixed descriptions of the expected type. Only these are known to quote no value.

/// serde's list of names: `` `a` ``, `` `a` or `b` ``, `` one of `a`, `b`, `c` ``.
pub(super) fn one_of(names: &[&str]) -> String {
    match names {
        [a, b] => format!("`{a}` or `{b}`"),
        [a] => format!("`{a}`"),
        names => format!("one of `{}`", names.join("`, `")),
    }
}

/// True for the description of one of serde's own types.
pub(super) fn is_kind(expected: &str) -> bool {
    const KINDS: [&str; 31] = [
        "a string",
        "a borrowed string",
        "a character",
        "a boolean",
        "a sequence",
        "a map",
        "a bool",
        "an object",
        "any value",
        "any valid JSON value",
        "unit",
        "option",
        "bool",
        "i8",
        "i16",
        "i32",
        "i64",
        "i128",
        "isize",
        "u8",
        "u16",
        "u32",
        "u64",
        "u128",
        "usize",
        "f32",
        "f64",
        "variant identifier",
        "field identifier",
        "map with a single key",
        "internally tagged enum",
    ];
    const SIZED: [&str; 2] = ["a tuple of size ", "an array of length "];
    let after_prefix = |prefixes: &[&str]| {
        prefixes
            .iter()
            .find_map(|prefix| expected.strip_prefix(prefix))
    };
    KINDS.contains(&expected)
        || after_prefix(&["a nonzero "]).is_some_and(|kind| KINDS.contains(&kind))
        || after_prefix(&SIZED).is_some_and(is_number)
        || expected.strip_suffix(" in map").is_some_and(is_count)
        || expected.strip_suffix(" in sequence").is_some_and(is_count)
}

/// True for `1 element`, `2 elements` and the like.
pub(super) fn is_count(count: &str) -> bool {
    let number = count.strip_suffix('s').unwrap_or(count);
    number.strip_suffix(" element").is_some_and(is_number)
}

/// True for a number of one or two digits. A longer one may be personal data.
fn is_number(number: &str) -> bool {
    matches!(number.len(), 1 | 2) && number.bytes().all(|digit| digit.is_ascii_digit())
}
