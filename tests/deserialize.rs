//! The derive `wechatpay_client::Deserialize` reads the same values, with the same errors, as serde's own.

use std::collections::BTreeMap;

use serde_json::{Value, from_str, from_value, json};

macro_rules! notice {
    ($module:ident, $derive:path) => {
        #[allow(dead_code, reason = "the tests compare what `Debug` prints")]
        mod $module {
            use std::collections::BTreeMap;

            use wechatpay_client::{Fen, Sensitive};

            #[derive(Debug, $derive)]
            pub struct Notice {
                pub id: String,
                #[serde(rename = "type")]
                pub kind: Option<String>,
                pub r#as: Option<Inner>,
                #[serde(default)]
                pub list: Vec<Inner>,
                pub texts: Option<BTreeMap<String, String>>,
                pub name: Option<Sensitive>,
            }

            #[derive(Debug, $derive)]
            pub struct Inner {
                pub total: Fen,
            }

            #[derive(Debug, $derive)]
            pub struct Empty {}
        }
    };
}

notice!(ours, wechatpay_client::Deserialize);
notice!(serdes, serde::Deserialize);

/// The value or the message, by serde's derive and by ours.
fn both(text: &str) -> [Result<String, String>; 2] {
    let serdes = from_str::<serdes::Notice>(text);
    let ours = from_str::<ours::Notice>(text);
    [
        serdes
            .map(|notice| format!("{notice:?}"))
            .map_err(|error| error.to_string()),
        ours.map(|notice| format!("{notice:?}"))
            .map_err(|error| error.to_string()),
    ]
}

#[test]
fn values_are_those_of_serde() {
    for text in [
        r#"{"id": "1"}"#,
        r#"{"id": "1", "type": null, "as": null, "texts": null, "name": null}"#,
        r#"{"other": [{"deep": null}], "list": [{"total": 1}, {"total": 2, "more": 3}], "id": "1"}"#,
        r#"{"as": {"total": 3}, "type": "A", "i\u0064": "1", "texts": {"a": "b"}}"#,
    ] {
        let [serdes, ours] = both(text);
        assert!(ours.is_ok(), "{text}: {ours:?}");
        assert_eq!(ours, serdes, "{text}");
    }
    assert!(from_str::<ours::Empty>(r#"{"a": 1}"#).is_ok());
}

#[test]
fn errors_are_those_of_serde() {
    for (text, message) in [
        ("{}", "missing field `id` at line 1 column 2"),
        (
            r#"{"id": null}"#,
            "invalid type: null, expected a string at line 1 column 11",
        ),
        (
            r#"{"id": "1", "id": "2"}"#,
            "duplicate field `id` at line 1 column 16",
        ),
        (
            r#"{"id": "1", "type": null, "type": "A"}"#,
            "duplicate field `type` at line 1 column 32",
        ),
        (
            r#"{"id": "1", "list": null}"#,
            "invalid type: null, expected a sequence at line 1 column 24",
        ),
        (
            r#"{"id": "1", "as": {}}"#,
            "missing field `total` at line 1 column 20",
        ),
        (
            r#"{"id": "1""#,
            "EOF while parsing an object at line 1 column 10",
        ),
        (
            r#"{"id": "1", "name": "secret"}"#,
            "a sensitive value is read only from a verified response at line 1 column 29",
        ),
        (
            "7",
            "invalid type: integer `7`, expected struct Notice at line 1 column 1",
        ),
        (
            "null",
            "invalid type: null, expected struct Notice at line 1 column 4",
        ),
    ] {
        let [serdes, ours] = both(text);
        assert_eq!(
            ours.as_ref().err().map(String::as_str),
            Some(message),
            "{text}"
        );
        assert_eq!(ours, serdes, "{text}");
    }
}

#[test]
fn an_array_is_no_struct() {
    let error = from_str::<ours::Inner>("[1]")
        .err()
        .map(|error| error.to_string());
    let message = "invalid type: sequence, expected struct Inner at line 1 column 1";
    assert_eq!(error.as_deref(), Some(message));
    // serde's own derive reads the items as the members, in their order.
    assert!(from_str::<serdes::Inner>("[1]").is_ok());
}

#[test]
fn values_decode_from_json_in_memory() -> Result<(), serde_json::Error> {
    let value = json!({"id": "1", "list": [{"total": 5}]});
    let notice: ours::Notice = from_value::<Value>(value).and_then(from_value)?;
    assert_eq!(notice.list.len(), 1);
    assert_eq!(notice.texts, None::<BTreeMap<String, String>>);
    Ok(())
}
