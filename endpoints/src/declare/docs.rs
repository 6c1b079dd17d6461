//! Documentation of members and parameters, in lines that fit.

use std::fmt::Write as _;

use serde_json::Value;

use super::code::{Code, wrapped};
use crate::facts::{Field, Limits, Type, Types, Unit};

/// The longest example value, in characters.
const EXAMPLE_LIMIT: usize = 48;

/// Writes a documentation comment.
pub(super) fn write(code: &mut Code, indent: &str, doc: &str) {
    for line in wrapped(doc, code.width().saturating_sub(indent.len() + 4)) {
        let _ = writeln!(code, "{indent}/// {line}");
    }
}

/// Writes the paragraphs of a documentation comment, without those that are empty.
pub(super) fn write_paragraphs(code: &mut Code, indent: &str, paragraphs: &[String]) {
    let paragraphs = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    for (index, paragraph) in paragraphs.enumerate() {
        if index > 0 {
            let _ = writeln!(code, "{indent}///");
        }
        write(code, indent, paragraph);
    }
}

/// The sentence about a member that is required unless an alternative is there.
pub(super) fn alternatives(field: &Field) -> Option<String> {
    let (last, others) = field.alternatives.split_last()?;
    let names = others.iter().map(|name| format!(", `{name}`"));
    let names = names.collect::<String>();
    Some(format!("Requires `{}`{names} or `{last}`.", field.name))
}

/// Writes an item of a list in a documentation comment.
pub(super) fn write_item(code: &mut Code, indent: &str, doc: &str) {
    let lines = wrapped(doc, code.width().saturating_sub(indent.len() + 6));
    for (index, line) in lines.iter().enumerate() {
        let mark = if index == 0 { '-' } else { ' ' };
        let _ = writeln!(code, "{indent}/// {mark} {line}");
    }
}

/// A member or parameter in a few words: its Chinese label, or the kind of its value, then all that its type does not
/// say. Empty if nothing is known.
///
/// `types` are those of the product, and `json` is the type inside a text that holds JSON.
pub(super) fn of_field(field: &Field, types: Option<&Types>, json: Option<&str>) -> String {
    let label = escaped(&field.label);
    let mut facts = encryption(field);
    facts.extend(json.map(|json| format!("the JSON text of {json}")));
    facts.extend(unit(field));
    facts.extend(limits(&field.limits));
    facts.extend(formats(field));
    facts.extend(values(field, types, json.is_some()));
    match (label.is_empty(), facts.join(", ")) {
        (true, facts) if facts.is_empty() || begins_with_noun(&facts) => facts,
        (true, facts) => format!("{}, {facts}", kind(&field.ty, types)),
        (false, facts) if facts.is_empty() => label,
        (false, facts) => format!("{label}: {facts}"),
    }
}

/// Tests if the facts begin with a noun, such as `the JSON text of a list`.
fn begins_with_noun(facts: &str) -> bool {
    ["a ", "an ", "the "]
        .iter()
        .any(|article| facts.starts_with(article))
}

/// The kind of a value, in words.
fn kind(ty: &Type, types: Option<&Types>) -> &'static str {
    let listed = match ty {
        Type::Enum(name) => types.and_then(|types| types.enums.get(name)),
        _ => None,
    };
    match listed.map_or(ty, |listed| &listed.ty) {
        Type::Array(_) => "a list",
        Type::Int | Type::Number => "a number",
        Type::Bool => "a truth value",
        Type::Object | Type::Schema(_) => "an object",
        Type::File => "a file",
        Type::Any => "a value",
        Type::String | Type::Json(_) | Type::Enum(_) => "a text",
    }
}

/// A text whose first letter is a capital.
pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A name in code, after its article.
pub(super) fn with_article(name: &str) -> String {
    let has_vowel = name.starts_with(['A', 'E', 'I', 'O']) || name.starts_with("H5");
    format!("{} `{name}`", if has_vowel { "an" } else { "a" })
}

/// A text of the facts as Markdown.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let keep_code = text.matches('`').count() % 2 == 0;
    let words: Vec<_> = text.split_whitespace().collect();
    for letter in words.join(" ").chars() {
        match letter {
            '`' if !keep_code => {}
            '\\' | '<' | '>' | '[' | ']' | '*' => escaped.extend(['\\', letter]),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn encryption(field: &Field) -> Vec<String> {
    let sensitive = field.sensitive.then(|| "encrypted".to_owned());
    let otherwise = field.encrypted.as_deref().map(|way| match way {
        "by-aes-gcm" => "encrypted with the APIv3 key".to_owned(),
        way => format!("encrypted {}", escaped(way)),
    });
    sensitive.into_iter().chain(otherwise).collect()
}

/// The unit of a number, unless the type says it.
fn unit(field: &Field) -> Option<String> {
    let unit = match field.unit? {
        Unit::Fen => return None,
        Unit::Minor => "in the smallest unit of the currency",
        Unit::YuanE8 => "in hundred-millionths of a yuan",
        Unit::Seconds => "in seconds",
        Unit::Minutes => "in minutes",
        Unit::Days => "in days",
        Unit::UnixSeconds => "in seconds since 1970 (Unix time)",
        Unit::Percent => "in percent",
        Unit::TenThousandths => "in ten-thousandths",
        Unit::E8 => "in hundred-millionths",
    };
    Some(unit.to_owned())
}

fn limits(limits: &Limits) -> Vec<String> {
    let characters = range(limits.min_length, limits.max_length);
    let number = range(limits.minimum, limits.maximum);
    let items = range(limits.min_items, limits.max_items);
    let each = range(limits.item_min_length, limits.item_max_length);
    let pattern = limits.pattern.as_deref();
    let pattern = pattern.filter(|pattern| is_code(pattern));
    [
        items.map(|range| format!("{range} items")),
        each.map(|range| format!("each {range} characters")),
        characters.map(|range| format!("{range} characters")),
        number,
        pattern.map(|pattern| format!("matches `{pattern}`")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn range<N: PartialEq + std::fmt::Display>(least: Option<N>, most: Option<N>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) if least == most => Some(format!("{least}")),
        (Some(least), Some(most)) => Some(format!("{least}..={most}")),
        (Some(least), None) => Some(format!("at least {least}")),
        (None, Some(most)) => Some(format!("at most {most}")),
        (None, None) => None,
    }
}

/// The formats of the text and of its items, but not those of a ciphertext.
fn formats(field: &Field) -> Vec<String> {
    let words = |format: &Option<String>| format_words(format.as_deref()?);
    if field.sensitive {
        return Vec::new();
    }
    let each = words(&field.item_format).filter(|_| matches!(field.ty, Type::Array(_)));
    let each = each.map(|words| format!("each {words}"));
    words(&field.format).into_iter().chain(each).collect()
}

/// A format that says more than the type.
fn format_words(format: &str) -> Option<String> {
    Some(match format {
        // The type says it.
        "integer" | "int64" | "uint64" | "float" | "rfc3339" => return None,
        "date" => "a date".to_owned(),
        "url" => "a URL".to_owned(),
        "MediaId" => "the ID of an uploaded file".to_owned(),
        "MediaUrl" => "the address of a file".to_owned(),
        "base64" => "base64".to_owned(),
        format => format!("as `{}`", format.replace('`', "")),
    })
}

/// The listed values, the default and an example. The example of a sensitive member is a ciphertext.
fn values(field: &Field, types: Option<&Types>, is_json: bool) -> Vec<String> {
    let listed = listed_values(&field.ty, types);
    let has_example = !field.sensitive && listed.is_none() && !is_json;
    let example = field.example.as_ref().filter(|_| has_example);
    [
        listed.map(|values| format!("values {values}")),
        code(field.default.as_ref()).map(|value| format!("default {value}")),
        code(example).map(|value| format!("such as {value}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The values of an enum.
fn listed_values(ty: &Type, types: Option<&Types>) -> Option<String> {
    let Type::Enum(name) = ty.innermost() else {
        return None;
    };
    let values = &types?.enums.get(name)?.values;
    let values: Vec<_> = values
        .iter()
        .filter_map(|value| code(Some(value)))
        .collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// A short scalar as Markdown code.
fn code(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    let fits = is_code(&text) && text.chars().count() <= EXAMPLE_LIMIT;
    fits.then(|| format!("`{text}`"))
}

/// Tests if a text can stand between backticks.
fn is_code(text: &str) -> bool {
    let is_plain = |c: char| c != '`' && !c.is_control();
    !text.trim().is_empty() && text.trim() == text && text.chars().all(is_plain)
}
