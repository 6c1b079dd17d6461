//! The derive of `Deserialize`: its expansion, and its messages.

use super::{golden::assert_stored, messages::messages_of};
use crate::deserialize::expand;

#[test]
fn a_struct_expands_as_stored() {
    let item = r#"
pub struct Notice {
    pub id: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(default)]
    pub r#as: Vec<String>,
}
"#;
    assert_stored("deserialize", item, expand(item.parse().unwrap()));
}

#[track_caller]
fn assert_messages(item: &str, expected: &[&str]) {
    let messages = messages_of(expand(item.parse().unwrap()));
    assert_eq!(messages, expected, "of {item}");
}

#[test]
fn only_a_plain_struct_is_derived() {
    let message = "only a struct with named fields and without parameters is read from an object: \
                   derive `serde::Deserialize` for any other type";
    assert_messages("enum Kind { A }", &[message]);
    assert_messages("struct Pair(u8, u8);", &[message]);
    assert_messages("struct Page<T> { data: Vec<T> }", &[message]);
    assert_messages("struct Text<'a> { text: &'a str }", &[message]);
}

#[test]
fn an_attribute_with_another_effect_is_a_mistake() {
    let message = "only `rename = \"…\"`, `default` and `skip_serializing_if` of members are known \
                   here: derive `serde::Deserialize` for a type with others";
    assert_messages(
        "#[serde(deny_unknown_fields)] struct A { a: u8 }",
        &[message],
    );
    for attribute in [
        "flatten",
        "default = \"one\"",
        "rename(deserialize = \"b\")",
        "with = \"hex\"",
    ] {
        assert_messages(
            &format!("struct A {{ #[serde({attribute})] a: u8 }}"),
            &[message],
        );
    }
    assert_messages(
        "struct A { #[serde(flatten)] a: u8, #[serde(skip)] b: u8 }",
        &[message, message],
    );
}
