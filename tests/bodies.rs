//! Bodies of requests: a JSON object without `null` is sent, or nothing.

use std::{collections::BTreeMap, fmt};

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json, value::RawValue};
use wechatpay_client::{
    ErrorKind, Outcome, Result, Sensitive, UploadFile,
    error::RequestErrorKind,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

/// Any type, behind a name that the macro cannot see through.
struct Body<T>(T);

impl<T: Serialize> Serialize for Body<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

const PATH: &str = "/v3/bodies";

macro_rules! declare {
    ($($name:ident $type:ty;)*) => {
        #[wechatpay_api]
        trait Operations {
            $(
                #[wechatpay_api(POST "/v3/bodies", unlisted)]
                async fn $name(&self, body: &Body<$type>) -> Result<()>;
            )*
        }
    };
}

declare! {
    raw Box<RawValue>;
    value Value;
    text &'static str;
    string String;
    bytes &'static [u8];
    number u64;
    float f64;
    truth bool;
    letter char;
    list Vec<Small>;
    pair (u8, u8);
    nothing ();
    unit Unit;
    boxed Box<Option<Small>>;
    small Small;
    order Order;
    shapes Shapes;
    floats Floats;
    numbers Numbers;
    precise BTreeMap<&'static str, Precise>;
    keys Keys;
    flat Flat;
    word Word;
    lists Lists;
    dynamic BTreeMap<&'static str, Field>;
    named BTreeMap<String, Value>;
    keyed BTreeMap<&'static str, Keyed<f64>>;
    keyed_by_list BTreeMap<&'static str, [Keyed<[u8; 1]>; 1]>;
    refusing BTreeMap<&'static str, [Refusing; 1]>;
    refusing_whole Refusing;
    refusing_keys BTreeMap<&'static str, Keyed<Refusing>>;
    likely_keys BTreeMap<&'static str, Keyed<LikeSerdeJson>>;
    some_keys Keyed<Option<u8>>;
    shown BTreeMap<&'static str, Shown>;
    shown_keys BTreeMap<&'static str, Keyed<Shown>>;
    refusing_flat RefusingFlat;
}

#[derive(Serialize, Default)]
struct Small {
    a: Option<u8>,
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Order {
    z: Option<u8>,
    description: &'static str,
    attach: Option<String>,
    unit: (),
    unit_struct: Unit,
    nested: Nested,
    items: Vec<Nested>,
    value: Value,
    raw: Box<RawValue>,
    newtype: Newtype,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<u8>,
    last: Option<u8>,
}

#[derive(Serialize)]
struct Newtype(Option<u8>);

#[derive(Serialize)]
struct Nested {
    first: Option<u8>,
    total: u32,
    deep: BTreeMap<&'static str, Option<u8>>,
}

#[derive(Serialize)]
enum Word {
    Unit,
    Newtype(Option<u8>),
    Tuple(u8, Option<u8>),
    Struct { a: Option<u8>, b: u8 },
}

#[derive(Serialize)]
struct Shapes {
    unit: Word,
    empty: Word,
    newtype: Word,
    tuple: Word,
    object: Word,
}

#[derive(Serialize)]
struct Floats {
    #[serde(rename = "a/b~c")]
    list: Vec<BTreeMap<&'static str, f64>>,
    single: f32,
}

#[derive(Serialize)]
struct Numbers {
    small: i128,
    large: u128,
    float: f64,
    single: f32,
    letter: char,
    bytes: Bytes,
}

/// Serializes as `serde_json::Number` does with the feature `arbitrary_precision`.
#[derive(Serialize)]
#[serde(rename = "$serde_json::private::Number")]
struct Precise {
    #[serde(rename = "$serde_json::private::Number")]
    digits: &'static str,
}

struct Bytes;

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(b"\x01\xff")
    }
}

struct Keys;

/// A map with one key.
struct Keyed<K>(K);

/// Fails with a message that holds its value.
struct Refusing;

/// Fails with a message that begins like those of serde_json.
struct LikeSerdeJson;

/// Its `Display` fails if there is no text.
struct Shown(Option<&'static str>);

#[derive(Serialize)]
struct RefusingFlat {
    #[serde(flatten)]
    keyed: Keyed<Refusing>,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.ok_or(fmt::Error)?)
    }
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for LikeSerdeJson {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        let words = "float key must be finite, and key must be a string: PLANTED";
        Err(serde::ser::Error::custom(words))
    }
}

impl<K: Serialize> Serialize for Keyed<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(&self.0, &1)?;
        map.end()
    }
}

impl Serialize for Refusing {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("PLANTED"))
    }
}

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(&0, &None::<u8>)?;
        map.serialize_entry(&1, "integer")?;
        map.serialize_entry(&true, "bool")?;
        map.serialize_entry(&'"', "char")?;
        map.serialize_entry(&Word::Unit, "variant")?;
        map.serialize_entry(&1.5, "float")?;
        map.serialize_entry("null", "text")?;
        map.serialize_entry("last", &())?;
        map.end()
    }
}

#[derive(Serialize)]
struct Flat {
    before: Option<u8>,
    #[serde(flatten)]
    small: Small,
    #[serde(flatten)]
    more: BTreeMap<&'static str, Value>,
    #[serde(flatten)]
    none: Option<Small>,
}

#[derive(Serialize)]
struct Lists {
    #[serde(rename = "a/b~c")]
    items: Vec<Option<u8>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Field {
    Plain(Value),
    Sensitive(Sensitive),
}

/// The body that was sent, or the kind of the error if nothing was sent.
macro_rules! sent {
    ($method:ident, $value:expr) => {{
        let gateway = Gateway::start().await.unwrap();
        gateway.respond("POST", PATH, ScriptedResponse::no_content());
        let client = gateway.client().build().unwrap();
        match client.$method(&Body($value)).await {
            Ok(()) => Ok(String::from_utf8(gateway.requests()[0].body().to_vec()).unwrap()),
            Err(error) => {
                assert_eq!(error.outcome(), Outcome::NotExecuted);
                assert_eq!(gateway.accepted_connections(), 0);
                match error.into_kind() {
                    ErrorKind::Request(error) => Err(error.into_kind()),
                    other => panic!("{other:?}"),
                }
            }
        }
    }};
}

fn raw(json: &str) -> Box<RawValue> {
    RawValue::from_string(json.to_owned()).unwrap()
}

#[tokio::test]
async fn null_members_are_left_out_at_any_depth_and_the_order_is_kept() {
    let nested = || Nested {
        first: None,
        total: 1,
        deep: BTreeMap::from([("a", None), ("b", Some(2)), ("c", None)]),
    };
    let order = Order {
        z: None,
        description: "null",
        attach: None,
        unit: (),
        unit_struct: Unit,
        nested: nested(),
        items: vec![nested(), nested()],
        value: json!({ "x": null, "y": { "z": null }, "w": [{ "v": null }] }),
        raw: raw(r#"{"n":null,"m":1.0}"#),
        newtype: Newtype(None),
        skipped: None,
        last: None,
    };
    let nested = r#"{"total":1,"deep":{"b":2}}"#;
    let expected = format!(
        r#"{{"description":"null","nested":{nested},"items":[{nested},{nested}],"value":{{"w":[{{}}],"y":{{}}}},"raw":{{"m":1.0}}}}"#
    );
    assert_eq!(sent!(order, order), Ok(expected));
    assert_eq!(sent!(small, Small::default()), Ok("{}".to_owned()));
    let flat = Flat {
        before: None,
        small: Small { a: None },
        more: BTreeMap::from([("b", Value::Null), ("c", json!(1))]),
        none: None,
    };
    assert_eq!(sent!(flat, flat), Ok(r#"{"c":1}"#.to_owned()));
}

#[tokio::test]
async fn a_raw_value_is_sent_byte_for_byte_without_null_members() {
    for (json, expected) in [
        (r#"{ "a" : 1.00 , "b":[1e5,  "x"] }"#, None),
        (
            "{\n\t\"null\": \"null\", \"a\\\"null\": [\"null\", {}] }",
            None,
        ),
        (r#"{"a":null}"#, Some("{}")),
        (r#"{"a":null,"b":1.0}"#, Some(r#"{"b":1.0}"#)),
        (r#"{"b":1.0, "a":null}"#, Some(r#"{"b":1.0}"#)),
        (
            r#"{"a":null, "b":{"c":[{"d":null,"e":"\\\""}]}, "f":null, "g":-0.0}"#,
            Some(r#"{ "b":{"c":[{"e":"\\\""}]}, "g":-0.0}"#),
        ),
        (
            r#"{"a":"x","null":null,"b":[[],{}],"c":null,"d":true}"#,
            Some(r#"{"a":"x","b":[[],{}],"d":true}"#),
        ),
        (r#"{"a":{"b":null},"c":null}"#, Some(r#"{"a":{}}"#)),
        // The quote after two backslashes ends the text.
        (r#"{"a":"x\\","b":null}"#, Some(r#"{"a":"x\\"}"#)),
        (
            r#"{"a\\":"\\\"","b":null,"c":"\\"}"#,
            Some(r#"{"a\\":"\\\"","c":"\\"}"#),
        ),
    ] {
        assert_eq!(
            sent!(raw, raw(json)),
            Ok(expected.unwrap_or(json).to_owned())
        );
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep = format!(r#"{{"a":null,"b":{deep}}}"#);
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    // The client sends such a deep body, and the gateway refuses it.
    let refused = client.raw(&Body(raw(&deep))).await.unwrap_err();
    assert_eq!(refused.code(), Some("PARAM_ERROR"));
    assert_eq!(
        *gateway.requests()[0].body(),
        deep.replace("\"a\":null,", "")
    );
    for (json, pointer) in [
        (r#"{"a":[null]}"#, "/a/0"),
        (r#"{"x":null,"a":[1,{"b~/":[2,[],null]}]}"#, "/a/1/b~0~1/2"),
        (r#"{"x":[{},"null"],"\"\u0061":[ "," , null ]}"#, "/\"a/1"),
    ] {
        let pointer = pointer.to_owned();
        assert_eq!(
            sent!(raw, raw(json)),
            Err(RequestErrorKind::NullInArray { pointer })
        );
    }
}

#[tokio::test]
async fn null_in_an_array_is_refused_with_its_pointer() {
    let pointer = |pointer: &str| RequestErrorKind::NullInArray {
        pointer: pointer.to_owned(),
    };
    let lists = Lists {
        items: vec![Some(1), None],
    };
    assert_eq!(sent!(lists, lists), Err(pointer("/a~1b~0c/1")));
    let value = json!({ "a": [{ "b": [[null]] }] });
    assert_eq!(sent!(value, value), Err(pointer("/a/0/b/0/0")));
    assert_eq!(sent!(word, Word::Tuple(1, None)), Err(pointer("/Tuple/1")));
    let error = pointer("/a\nb/0").to_string();
    assert_eq!(
        error,
        r"the body has `null` in an array, at `/a\nb/0`: leave the item out"
    );
}

#[tokio::test]
async fn nan_and_infinity_are_refused_with_their_pointer() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let floats = Floats {
            list: vec![BTreeMap::new(), BTreeMap::from([("x/~", number)])],
            single: 1.5,
        };
        let pointer = "/a~1b~0c/1/x~1~0".to_owned();
        assert_eq!(
            sent!(floats, floats),
            Err(RequestErrorKind::NotFinite { pointer })
        );
        let floats = Floats {
            list: Vec::new(),
            single: number as f32,
        };
        let pointer = "/single".to_owned();
        assert_eq!(
            sent!(floats, floats),
            Err(RequestErrorKind::NotFinite { pointer })
        );
    }
}

#[tokio::test]
async fn a_key_that_is_not_a_json_key_is_refused_with_the_pointer_of_its_map() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let pointer = "/map".to_owned();
        assert_eq!(
            sent!(keyed, BTreeMap::from([("map", Keyed(number))])),
            Err(RequestErrorKind::NotFinite { pointer })
        );
    }
    let list = BTreeMap::from([("maps", [Keyed([1])])]);
    assert_eq!(
        sent!(keyed_by_list, list),
        Err(RequestErrorKind::Body(
            "`/maps/0`: key must be a string".into()
        ))
    );
}

#[tokio::test]
async fn a_value_that_its_type_refuses_is_named_by_its_pointer_and_not_quoted() {
    let list = BTreeMap::from([("a/b", [Refusing])]);
    assert_eq!(
        sent!(refusing, list),
        Err(RequestErrorKind::Body(
            "the `Serialize` implementation of `/a~1b/0` fails".into()
        ))
    );
    assert_eq!(
        sent!(refusing_whole, Refusing),
        Err(RequestErrorKind::Body(
            "its `Serialize` implementation fails".into()
        ))
    );
}

#[tokio::test]
async fn a_key_that_its_type_refuses_is_not_quoted() {
    let refused = |text: &str| Err(RequestErrorKind::Body(text.into()));
    let keys = BTreeMap::from([("map", Keyed(Refusing))]);
    assert_eq!(
        sent!(refusing_keys, keys),
        refused("the `Serialize` implementation of `/map` fails")
    );
    let keys = BTreeMap::from([("map", Keyed(LikeSerdeJson))]);
    assert_eq!(
        sent!(likely_keys, keys),
        refused("the `Serialize` implementation of `/map` fails")
    );
    let keyed = Keyed(Refusing);
    assert_eq!(
        sent!(refusing_flat, RefusingFlat { keyed }),
        refused("its `Serialize` implementation fails")
    );
    assert_eq!(
        sent!(some_keys, Keyed(Some(1))),
        Ok(r#"{"1":1}"#.to_owned())
    );
    assert_eq!(
        sent!(some_keys, Keyed(None)),
        refused("key must be a string")
    );
}

#[tokio::test]
async fn a_display_that_fails_is_an_error_and_no_panic() {
    let text = BTreeMap::from([("a", Shown(Some("\"é")))]);
    assert_eq!(sent!(shown, text), Ok(r#"{"a":"\"é"}"#.to_owned()));
    let keys = BTreeMap::from([("a", Keyed(Shown(Some("\"é"))))]);
    assert_eq!(sent!(shown_keys, keys), Ok(r#"{"a":{"\"é":1}}"#.to_owned()));
    let refused = || {
        Err(RequestErrorKind::Body(
            "the `Serialize` implementation of `/a` fails".into(),
        ))
    };
    assert_eq!(
        sent!(shown, BTreeMap::from([("a", Shown(None))])),
        refused()
    );
    let keys = BTreeMap::from([("a", Keyed(Shown(None)))]);
    assert_eq!(sent!(shown_keys, keys), refused());
}

#[tokio::test]
async fn a_body_that_is_not_a_json_object_is_refused() {
    let found = |found| Err(RequestErrorKind::BodyNotObject { found });
    assert_eq!(sent!(text, r#"{"a":1}"#), found("string"));
    assert_eq!(sent!(string, "{}".to_owned()), found("string"));
    assert_eq!(sent!(bytes, b"{}"), found("array"));
    assert_eq!(sent!(number, 1), found("number"));
    assert_eq!(sent!(float, -1.0), found("number"));
    assert_eq!(sent!(truth, true), found("boolean"));
    assert_eq!(sent!(letter, '{'), found("string"));
    assert_eq!(sent!(list, vec![Small::default()]), found("array"));
    assert_eq!(sent!(pair, (1, 2)), found("array"));
    assert_eq!(sent!(nothing, ()), found("null"));
    assert_eq!(sent!(unit, Unit), found("null"));
    assert_eq!(sent!(boxed, Box::new(None)), found("null"));
    assert_eq!(sent!(word, Word::Unit), found("string"));
    assert_eq!(sent!(value, Value::Null), found("null"));
    assert_eq!(sent!(value, json!([{}])), found("array"));
    assert_eq!(sent!(value, json!("{}")), found("string"));
    assert_eq!(sent!(raw, raw(" [ {} ] ")), found("array"));
    assert_eq!(sent!(raw, raw("null")), found("null"));
    assert_eq!(sent!(raw, raw("-1")), found("number"));
    let some = Box::new(Some(Small::default()));
    assert_eq!(sent!(boxed, some), Ok("{}".to_owned()));
}

#[tokio::test]
async fn everything_else_is_written_as_serde_json_writes_it() {
    let numbers = Numbers {
        small: i128::MIN,
        large: u128::MAX,
        float: 1e100,
        single: 0.1,
        letter: '"',
        bytes: Bytes,
    };
    let expected = serde_json::to_string(&numbers);
    assert_eq!(sent!(numbers, numbers), Ok(expected.unwrap()));
    let digits = "100.00000000000000000000000001";
    let precise = BTreeMap::from([("total", Precise { digits })]);
    assert_eq!(
        sent!(precise, precise),
        Ok(format!(r#"{{"total":{digits}}}"#))
    );
    assert_eq!(
        sent!(keys, Keys),
        Ok(r#"{"1":"integer","true":"bool","\"":"char","Unit":"variant","1.5":"float","null":"text"}"#.to_owned())
    );
    let shapes = Shapes {
        unit: Word::Unit,
        empty: Word::Newtype(None),
        newtype: Word::Newtype(Some(1)),
        tuple: Word::Tuple(1, Some(2)),
        object: Word::Struct { a: None, b: 1 },
    };
    assert_eq!(
        sent!(shapes, shapes),
        Ok(r#"{"unit":"Unit","empty":{},"newtype":{"Newtype":1},"tuple":{"Tuple":[1,2]},"object":{"Struct":{"b":1}}}"#.to_owned())
    );
    let named = BTreeMap::from([("微信\n".to_owned(), json!("支付\u{7}"))]);
    let expected = serde_json::to_string(&named);
    assert_eq!(sent!(named, named), Ok(expected.unwrap()));
}

#[tokio::test]
async fn a_body_built_at_run_time_can_hold_a_sensitive_field() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    let body = BTreeMap::from([
        ("name", Field::Sensitive("张三".into())),
        (
            "type",
            Field::Plain(json!({ "kind": "PERSONAL", "not": null })),
        ),
    ]);
    client.dynamic(&Body(body)).await.unwrap();
    let request = &gateway.requests()[0];
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    assert_eq!(body["type"], json!({ "kind": "PERSONAL" }));
    let name = body["name"].as_str().unwrap();
    assert_eq!(gateway.decrypt(request, name).as_deref(), Some("张三"));
    // A text that is too long, under a name that a JSON pointer escapes.
    let long = BTreeMap::from([("a/b~c", Field::Sensitive("张".repeat(72).into()))]);
    let error = client.dynamic(&Body(long)).await.unwrap_err();
    let ErrorKind::Request(error) = error.kind() else {
        panic!("{error:?}")
    };
    let RequestErrorKind::SensitiveTooLong { field, .. } = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!(field, "/a~1b~0c");
}

#[wechatpay_api(POST "/v3/bodies", upload, unlisted)]
trait Upload {
    async fn upload(&self, body: &Meta, file: &UploadFile) -> Result<()>;
}

#[derive(Serialize)]
#[serde(untagged)]
enum Meta {
    Fields {
        filename: Option<&'static str>,
        sha256: String,
    },
    List(Vec<u8>),
}

#[tokio::test]
async fn the_meta_of_an_upload_follows_the_rules_of_a_body() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let file = UploadFile::from_bytes("a.png", &b"png"[..]).unwrap();
    let error = client
        .upload(&Meta::List(vec![1]), &file)
        .await
        .unwrap_err();
    let ErrorKind::Request(error) = error.kind() else {
        panic!("{error:?}")
    };
    let found = "array";
    assert_eq!(*error.kind(), RequestErrorKind::BodyNotObject { found });
    assert_eq!(gateway.accepted_connections(), 0);
    gateway.respond("POST", PATH, ScriptedResponse::no_content());
    let meta = Meta::Fields {
        filename: None,
        sha256: file.sha256().to_owned(),
    };
    client.upload(&meta, &file).await.ok();
    let sent = gateway.requests();
    assert!(!String::from_utf8_lossy(sent[0].body()).contains("null"));
}
