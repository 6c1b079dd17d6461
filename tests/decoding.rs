//! JSON from outside: refused unless it is UTF-8, JSON and of the declared type. An error names the path, and
//! never the value.

use std::{collections::BTreeMap, error::Error as _, net::IpAddr};

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json, value::RawValue};
use wechatpay_client::{
    BillFile, BillFiles, Error, ErrorKind, FrozenRequest, Outcome, Result, Sensitive, Verified,
    error::{CertificateListErrorKind, CertificatesErrorKind, DecodeError},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/decoding";

macro_rules! declare {
    ($($name:ident $type:ty;)*) => {
        #[wechatpay_api]
        trait Operations {
            $(
                #[wechatpay_api(GET "/v3/decoding", unlisted)]
                async fn $name(&self) -> Result<$type>;
            )*
        }
    };
}

declare! {
    order Order;
    verified Verified<Order>;
    value Value;
    raw Box<RawValue>;
    map BTreeMap<String, Value>;
    nothing ();
    closed Closed;
    closed_with_proof Verified<Closed>;
    unit Unit;
    unit_with_proof Verified<()>;
    prepaid Prepaid;
    prepaid_with_proof Verified<Prepaid>;
    optional Maybe;
    optional_with_proof Verified<Maybe>;
    bills BillFiles;
    buffered Buffered;
}

/// The response of an operation without a response body, or with optional members only.
#[derive(Debug, Deserialize, PartialEq)]
struct Closed {
    closed_at: Option<String>,
    #[serde(default)]
    attempts: Vec<u8>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Unit;

#[derive(Debug, Deserialize, PartialEq)]
struct Prepaid {
    prepay_id: String,
}

type Maybe = Option<Prepaid>;

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Order {
    amount: Option<Amount>,
    items: Option<Vec<Item>>,
    kind: Option<Kind>,
    by_name: Option<BTreeMap<String, Item>>,
    name: Option<Sensitive>,
    ip: Option<IpAddr>,
    currency: Option<Currency>,
    raw: Option<Box<RawValue>>,
    value: Option<Value>,
    pair: Option<(u8, u8)>,
    untagged: Option<Untagged>,
    #[serde(rename = "errCode")]
    err_code: Option<u8>,
    strict: Option<Strict>,
}

/// serde buffers the members of a flattened type.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Buffered {
    #[serde(flatten)]
    amount: Amount,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Amount {
    total: u64,
    currency: Option<Currency>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Item {
    name: String,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
enum Kind {
    Jsapi,
    App { name: String },
    Native(Item),
    Pair(u8, u8),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its errors are read")]
enum Untagged {
    Number(u8),
    Item(Item),
}

/// Quotes the refused value in the message of its error.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Currency;

impl TryFrom<String> for Currency {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        match &*text {
            "CNY" => Ok(Self),
            _ => Err(format!("no currency is called {text}")),
        }
    }
}

async fn responding_with(body: impl Into<Vec<u8>>) -> (Gateway, wechatpay_client::Client) {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("GET", PATH, ScriptedResponse::bytes(200, body.into()));
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

async fn decode_error(body: impl Into<Vec<u8>>) -> DecodeError {
    let (_gateway, client) = responding_with(body).await;
    match client.order().await.map_err(Error::into_kind) {
        Err(ErrorKind::Decode(error)) => error,
        other => panic!("{other:?}"),
    }
}

/// All texts of an error and of its causes.
fn all_texts(error: &Error) -> String {
    let mut texts = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(cause) = source {
        texts += &format!(" {cause} {cause:?}");
        source = cause.source();
    }
    texts
}

#[tokio::test]
async fn bytes_that_are_not_utf_8_are_refused_anywhere_in_a_body() {
    for body in [
        &b"{\"ignored\":\"\xff\"}"[..],
        b"{\"ignored\":{\"deep\":[\"\xe5\xbc\"]}}",
        b"{\"\xff\":1}",
        b"{\"value\":\"\xed\xa0\x80\"}",
    ] {
        let (_gateway, client) = responding_with(body).await;
        for error in [
            client.order().await.map(drop).unwrap_err(),
            client.verified().await.map(drop).unwrap_err(),
            client.value().await.map(drop).unwrap_err(),
            client.raw().await.map(drop).unwrap_err(),
            client.map().await.map(drop).unwrap_err(),
        ] {
            assert_eq!(error.outcome(), Outcome::Executed);
            let source = error.source().unwrap().to_string();
            assert!(source.contains("not UTF-8 at byte"), "{source}");
            assert!(matches!(error.kind(), ErrorKind::Decode(_)), "{error:?}");
        }
        let error = client.nothing().await.unwrap_err();
        let source = error.source().unwrap().to_string();
        assert!(source.contains("not UTF-8 at byte"), "{source}");
    }
    let error = decode_error("{} {}").await;
    assert_eq!((error.path(), error.found()), (None, None));
}

#[tokio::test]
async fn an_array_is_refused_in_place_of_an_object_at_any_depth() {
    for (body, path) in [
        ("[null,null,null]", None),
        (r#"{"amount":[100,null]}"#, Some("amount")),
        (r#"{"items":[{"name":"a"},["b"]]}"#, Some("items[1]")),
        (r#"{"kind":{"App":["a"]}}"#, Some("kind.App")),
        (r#"{"kind":{"Native":["a"]}}"#, Some("kind.Native")),
        (r#"{"by_name":{"a":["b"]}}"#, Some("by_name.a")),
    ] {
        let error = decode_error(body).await;
        assert_eq!(error.path(), path, "{body}");
        assert_eq!(error.found(), Some("array"), "{body}");
    }
}

#[tokio::test]
async fn every_type_decodes_as_with_serde_json() {
    let body = r#"{"amount":{"total":1,"currency":"CNY","later":[1]},"items":[{"name":"a"}],"kind":{"App":{"name":"n"}},
        "raw":{ "a" : 1.0 },"value":[null,{"b":1e3}],"pair":[1,2],"untagged":{"name":"n"},"unknown":[[]]}"#;
    let (gateway, client) = responding_with(body).await;
    let order = client.order().await.unwrap();
    assert_eq!(order.raw.unwrap().get(), r#"{ "a" : 1.0 }"#);
    assert_eq!(order.value.unwrap(), json!([null, { "b": 1e3 }]));
    assert!(matches!(order.kind, Some(Kind::App { name }) if name == "n"));
    assert!(matches!(order.untagged, Some(Untagged::Item(_))));
    assert_eq!(client.raw().await.unwrap().get(), body);
    assert_eq!(client.map().await.unwrap()["pair"], json!([1, 2]));
    assert_eq!(client.value().await.unwrap()["amount"]["total"], 1);
    for body in ["null", "\"text\"", "1.50"] {
        gateway.respond("GET", PATH, ScriptedResponse::bytes(200, body));
        assert_eq!(client.raw().await.unwrap().get(), body);
        client.value().await.unwrap();
    }
    for (body, expected) in [
        (r#"{"kind":"Jsapi"}"#, "Some(Jsapi)"),
        (
            r#"{"kind":{"Native":{"name":"n"}}}"#,
            "Some(Native(Item { name: \"n\" }))",
        ),
        (r#"{"kind":{"Pair":[1,2]}}"#, "Some(Pair(1, 2))"),
        (r#"{"kind":null}"#, "None"),
    ] {
        gateway.respond("GET", PATH, ScriptedResponse::bytes(200, body));
        assert_eq!(
            format!("{:?}", client.order().await.unwrap().kind),
            expected
        );
    }
}

#[tokio::test]
async fn an_empty_body_is_read_as_an_object_without_members_or_as_nothing() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let closed = Closed {
        closed_at: None,
        attempts: Vec::new(),
    };
    for status in [200, 204] {
        let empty = || match status {
            204 => ScriptedResponse::no_content(),
            status => ScriptedResponse::bytes(status, ""),
        };
        gateway.respond("GET", PATH, empty());
        assert_eq!(client.closed().await.unwrap(), closed);
        let verified = client.closed_with_proof().await.unwrap();
        assert_eq!((&*verified, verified.status()), (&closed, status));
        client.nothing().await.unwrap();
        assert_eq!(client.unit_with_proof().await.unwrap().status(), status);
        assert_eq!(client.unit().await.unwrap(), Unit);
        assert_eq!(client.value().await.unwrap(), json!({}));
        assert_eq!(client.map().await.unwrap(), BTreeMap::new());
        assert_eq!(client.raw().await.unwrap().get(), "{}");
        assert_eq!(client.optional().await.unwrap(), None);
        assert_eq!(*client.optional_with_proof().await.unwrap(), None);
        for error in [
            client.prepaid().await.map(drop).unwrap_err(),
            client.prepaid_with_proof().await.map(drop).unwrap_err(),
        ] {
            assert_eq!(error.outcome(), Outcome::Executed);
            let source = error.source().unwrap().to_string();
            assert_eq!(source, "`prepay_id`: missing field: the body is empty");
            let ErrorKind::Decode(error) = error.kind() else {
                panic!("{error:?}")
            };
            assert_eq!(error.path(), Some("prepay_id"));
            assert_eq!((error.status(), error.body().len()), (status, 0));
        }
        gateway.respond("GET", PATH, empty().unsigned());
        for error in [
            client.closed().await.map(drop).unwrap_err(),
            client.nothing().await.unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::Verify(_)), "{error:?}");
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
    }
    // White space is no empty body.
    for blank in [" ", "\n", "\r\n\t "] {
        gateway.respond("GET", PATH, ScriptedResponse::bytes(200, blank));
        let error = client.closed().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::Executed);
        let source = error.source().unwrap().to_string();
        assert!(source.starts_with("EOF while parsing a value"), "{source}");
        client.nothing().await.unwrap();
    }
}

#[tokio::test]
async fn a_decode_error_names_the_path_and_what_was_found_and_expected() {
    for (body, path, found, expected) in [
        (
            r#"{"amount":{"total":"7"}}"#,
            "amount.total",
            "string",
            "u64",
        ),
        (
            r#"{"amount":{"x":[1],"total":null}}"#,
            "amount.total",
            "null",
            "u64",
        ),
        (
            r#"{"amount":{"total":-5}}"#,
            "amount.total",
            "number",
            "u64",
        ),
        (r#"{"amount":7}"#, "amount", "number", "struct Amount"),
        (
            r#"{"items":[{"name":"a"},{"name":"b"},{"name":{}}]}"#,
            "items[2].name",
            "object",
            "a string",
        ),
        (
            r#"{"kind":"PLANTED"}"#,
            "kind",
            "string",
            "one of `Jsapi`, `App`, `Native`, `Pair`",
        ),
        (
            r#"{"kind":{"Native":{"name":1}}}"#,
            "kind.Native.name",
            "number",
            "a string",
        ),
        (r#"{"errCode":"1"}"#, "errCode", "string", "u8"),
        (
            r#"{"by_name":{"ok":{"name":true}}}"#,
            "by_name.ok.name",
            "boolean",
            "a string",
        ),
        (
            r#"{"by_name":{"oUpF8uMuAJO":{"name":1}}}"#,
            "by_name.{…}.name",
            "number",
            "a string",
        ),
        (r#"{"pair":[1,"2"]}"#, "pair[1]", "string", "u8"),
    ] {
        let error = decode_error(body).await;
        assert_eq!(error.path(), Some(path), "{body}");
        assert_eq!(error.found(), Some(found), "{body}");
        assert_eq!(error.expected(), Some(expected), "{body}");
        let source = error.source().unwrap().to_string();
        assert!(source.starts_with(&format!("`{path}`: ")), "{source}");
    }
    let error = decode_error(r#"{"items":[{"name":"a"},{}]}"#).await;
    assert_eq!((error.path(), error.found()), (Some("items[1].name"), None));
    let source = error.source().unwrap().to_string();
    assert_eq!(source, "`items[1].name`: missing field");
    let error = decode_error(r#"{"untagged":{"name":1}}"#).await;
    assert_eq!(error.path(), Some("untagged"));
    let error = decode_error(r#"{"name":"not base64"}"#).await;
    assert_eq!(
        (error.path(), error.found()),
        (Some("name"), Some("string"))
    );
}

#[tokio::test]
async fn found_and_expected_describe_one_value_even_if_serde_buffers_the_type() {
    for (body, path, found, expected) in [
        (r#"{"total":"7"}"#, None, Some("string"), Some("u64")),
        (r#"{"total":[7]}"#, None, Some("array"), Some("u64")),
        (r#"{"total":{}}"#, None, Some("object"), Some("u64")),
        (r#"{"total":1.5}"#, None, Some("number"), Some("u64")),
        (r#"{"total":true}"#, None, Some("boolean"), Some("u64")),
        (r#"{"total":null}"#, None, Some("null"), Some("u64")),
        (r#"{"currency":"CNY"}"#, Some("total"), None, None),
        // The path is hidden if the body holds the name of the field, or a part longer than two letters.
        (r#"{"note":"to"}"#, Some("total"), None, None),
        (r#"{"note":"TOT"}"#, None, Some("object"), None),
        (r#"{"note":"all totals"}"#, None, Some("object"), None),
        // serde itself would accept an array, element by element.
        ("[7]", None, Some("array"), Some("an object")),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let ErrorKind::Decode(error) = client.buffered().await.unwrap_err().into_kind() else {
            panic!("{body}");
        };
        let shown = (error.path(), error.found(), error.expected());
        assert_eq!(shown, (path, found, expected), "{body}");
    }
}

#[tokio::test]
async fn no_error_shows_a_value_of_the_body() {
    let long = "PLANTED".repeat(1000);
    for body in [
        r#"{"amount":{"total":"PLANTED"}}"#,
        r#"{"amount":{"total":"PLANTED, expected PLANTED"}}"#,
        r#"{"amount":{"total":"x` at PLANTED, expected `"}}"#,
        r#"{"amount":{"total":1,"currency":"PLANTED"}}"#,
        r#"{"currency":"PLANTED, expected more"}"#,
        r#"{"currency":"missing field `PLANTED`"}"#,
        r#"{"kind":"PLANTED"}"#,
        r#"{"kind":{"PLANTED":1}}"#,
        r#"{"strict":{"PLANTED":1}}"#,
        r#"{"ip":"PLANTED"}"#,
        r#"{"untagged":"PLANTED"}"#,
        r#"{"by_name":{"PLANTED":{"name":1}}}"#,
        r#"{"by_name":{"PLANTED\n":{"name":1}}}"#,
        r#"{"amount":"PLANTED"#,
        "PLANTED",
        "\"PLANTED\"",
        "[\"PLANTED\"]",
        &format!(r#"{{"by_name":{{"{long}":{{"name":"{long}"}}}}}}"#)
            .replace("D\"}", "D\",\"name\":1}"),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let error = client.order().await.unwrap_err();
        let texts = all_texts(&error);
        assert!(!texts.contains("PLANTED"), "{body}: {texts}");
        assert!(texts.len() < 5000, "{body}: {texts}");
    }
}

#[tokio::test]
async fn a_certificate_list_must_be_an_object_of_objects_in_utf_8() {
    for list in [
        &b"{\"data\":[],\"ignored\":\"\xff\"}"[..],
        b"[[]]",
        br#"{"data":[["5157F09E","2020-01-01T00:00:00Z","2030-01-01T00:00:00Z",{"algorithm":"AEAD_AES_256_GCM","nonce":"012345678901","ciphertext":""}]]}"#,
        br#"{"data":[{"serial_no":"5157F09E","effective_time":"2020-01-01T00:00:00Z","expire_time":"2030-01-01T00:00:00Z","encrypt_certificate":[null,"AEAD_AES_256_GCM","012345678901",null,""]}]}"#,
    ] {
        let gateway = Gateway::start().await.unwrap();
        gateway.respond("GET", "/v3/certificates", ScriptedResponse::bytes(200, list));
        let certificates = gateway.platform_certificates();
        let verifier = wechatpay_client::Verifier::new(certificates);
        let client = gateway.client_for(gateway.merchant(), verifier);
        let client = client.build().unwrap();
        let ErrorKind::Certificates(error) = client.nothing().await.unwrap_err().into_kind() else {
            panic!("called")
        };
        assert!(
            matches!(error.kind(), CertificatesErrorKind::Rejected(CertificateListErrorKind::ListInvalid(_))),
            "{error:?}"
        );
    }
}

#[tokio::test]
async fn bill_files_and_frozen_requests_must_be_objects_for_any_reader() {
    fn refused<T: DeserializeOwned>(json: &str) {
        let error = serde_json::from_str::<T>(json).map(drop).unwrap_err();
        assert!(
            error.to_string().starts_with("invalid type: sequence"),
            "{error}"
        );
    }
    refused::<BillFile>(r#"["u","SHA1","h",null,null,null]"#);
    refused::<BillFiles>(r#"[0,null]"#);
    refused::<BillFiles>(
        r#"{"download_bill_count":1,"download_bill_list":[["u","SHA1","h",1,null,null]]}"#,
    );
    refused::<FrozenRequest>(r#"["id","GET","/v3/x",null,null,[],"1",null,{},"seal"]"#);
    refused::<FrozenRequest>(
        r#"{"id":"i","method":"GET","target":"/v3/x","mchid":"1","options":[true,true,true,true],"mac":"s"}"#,
    );
    let (_gateway, client) = responding_with(
        r#"{"download_bill_count":1,"download_bill_list":[["u","SHA1","h",1,null,null]]}"#,
    )
    .await;
    let error = client.bills().await.unwrap_err();
    let source = error.source().unwrap().to_string();
    assert!(source.contains("`download_bill_list[0]`: "), "{source}");
}

/// Types that fail with a message that holds the value, in each of the ways that serde offers.
macro_rules! talkative {
    ($($name:ident: |$text:ident| $error:expr;)*) => {$(
        #[derive(Debug)]
        struct $name;

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
                use serde::de::{Error as _, Unexpected};
                let $text = String::deserialize(json)?;
                // Not every type uses `Unexpected`.
                let _ = Unexpected::Unit;
                Err($error)
            }
        }
    )*};
}

talkative! {
    InWords: |text| D::Error::custom(format!("{text} is no name"));
    AsOther: |text| D::Error::invalid_value(Unexpected::Other(&text), &"a name");
    AsOtherType: |text| D::Error::invalid_type(Unexpected::Other(&text), &"a name");
    LikeInvalid: |text| D::Error::custom(format!("invalid value: {text}"));
    LikeMissing: |text| D::Error::custom(format!("missing field {text}"));
    LikeMissingField: |text| D::Error::custom(format!("missing field `{text}`"));
    LikeUnknown: |text| D::Error::custom(format!("unknown field `x, expected {text}"));
    Trimmed: |text| D::Error::custom(format!("bad id {}", text.trim()));
    InCapitals: |text| D::Error::invalid_value(
        Unexpected::Str(""),
        &&*format!("not {}", text.to_uppercase()),
    );
    LikeMissingInCapitals: |text| {
        D::Error::custom(format!("missing field `{}`", text.to_uppercase()))
    };
    LikeOurs: |text| D::Error::custom(format!("sensitive field: {text}"));
    LikeOurBills: |text| D::Error::custom(format!("bill_sequence must {text}"));
    AtLength: |text| D::Error::invalid_value(Unexpected::Unit, &&*text.repeat(1_000));
    AsExpected: |text| D::Error::invalid_value(Unexpected::Str(&text), &&*format!("not {text}"));
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Empty {}

fn reads<T: serde::de::DeserializeOwned + std::fmt::Debug>(
    gateway: &Gateway,
    value: &str,
) -> String {
    let resource = json!({ "name": value, (format!("x, expected {value}")): 1 });
    let sent = gateway
        .notification("TRANSACTION.SUCCESS", "transaction", &resource)
        .unwrap();
    let notification = gateway
        .notifications()
        .parse(sent.headers(), sent.body())
        .unwrap();
    #[derive(Debug, serde::Deserialize)]
    struct Named<T> {
        #[allow(dead_code, reason = "only its errors are read")]
        name: T,
    }
    let named = notification.resource::<Named<T>>().unwrap_err();
    let denied = notification.resource::<Empty>().unwrap_err();
    format!("{named} {named:?} {denied} {denied:?}")
}

#[tokio::test]
async fn messages_of_types_are_not_shown_since_they_may_hold_the_value() {
    let gateway = Gateway::start().await.unwrap();
    for value in [
        "张三",
        "欧阳修文忠",
        "6222021234567890",
        " 6222021234567890 ",
        "zhangsan",
    ] {
        for text in [
            reads::<InWords>(&gateway, value),
            reads::<AsOther>(&gateway, value),
            reads::<AsOtherType>(&gateway, value),
            reads::<LikeInvalid>(&gateway, value),
            reads::<LikeMissing>(&gateway, value),
            reads::<LikeMissingField>(&gateway, value),
            reads::<LikeUnknown>(&gateway, value),
            reads::<Trimmed>(&gateway, value),
            reads::<InCapitals>(&gateway, value),
            reads::<LikeMissingInCapitals>(&gateway, value),
            reads::<LikeOurs>(&gateway, value),
            reads::<LikeOurBills>(&gateway, value),
            reads::<AtLength>(&gateway, value),
            reads::<AsExpected>(&gateway, value),
        ] {
            let capitals = value.trim().to_uppercase();
            assert!(
                !text.to_uppercase().contains(&capitals),
                "{value} in {text}"
            );
            assert!(text.contains("`name`: "), "{text}");
            assert!(text.len() < 1_024, "{text}");
        }
    }
}

/// Refuses a decrypted text, which the response itself does not hold.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Sensitive")]
struct Refused;

impl TryFrom<Sensitive> for Refused {
    type Error = String;

    fn try_from(name: Sensitive) -> std::result::Result<Self, String> {
        Err(format!("invalid value: string, expected {}", name.expose()))
    }
}

#[derive(Debug, Deserialize)]
struct Payer {
    #[allow(dead_code, reason = "only its errors are read")]
    name: Refused,
}

#[wechatpay_api(GET "/v3/decoding", unlisted)]
trait Payers {
    async fn payer(&self) -> Result<Payer>;
}

#[tokio::test]
async fn no_error_shows_a_decrypted_text() {
    let gateway = Gateway::start().await.unwrap();
    let name = gateway.encrypt("zhangsan").unwrap();
    gateway.respond("GET", PATH, ScriptedResponse::ok(json!({ "name": name })));
    let error = gateway.client().build().unwrap().payer().await.unwrap_err();
    let ErrorKind::Decode(error) = error.kind() else {
        panic!("{error:?}")
    };
    assert_eq!((error.path(), error.expected()), (Some("name"), None));
    let text = format!("{error} {error:?} {:?}", error.source());
    assert!(!text.contains("zhangsan"), "{text}");
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Payment {
    mchid: String,
    sub_mchid: Option<String>,
    trade_state: Option<TradeState>,
    payers: Option<Vec<PayerId>>,
    #[serde(rename = "商户")]
    merchant: Option<String>,
    by_number: Option<BTreeMap<u64, u8>>,
    text: Option<String>,
    ratio: Option<f64>,
    value: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct PayerId {
    id: String,
    openid: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum TradeState {
    Success,
    PayError,
}

/// serde buffers the members of a flattened type.
#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct BufferedPayer {
    #[serde(flatten)]
    payer: PayerId,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only its errors are read")]
struct Partly {
    trade_state: Option<TradeState>,
    by_number: Option<BTreeMap<u64, u8>>,
    fen: Option<Fen>,
    kind: Option<Kind>,
}

#[wechatpay_api]
trait Payments {
    #[wechatpay_api(GET "/v3/decoding", unlisted)]
    async fn payment(&self) -> Result<Payment>;
    #[wechatpay_api(GET "/v3/decoding", unlisted)]
    async fn flattened(&self) -> Result<BufferedPayer>;
    #[wechatpay_api(GET "/v3/decoding", unlisted)]
    async fn partly(&self) -> Result<Partly>;
}

/// Reads a text, and refuses the number in it.
#[derive(Debug)]
struct Fen;

impl<'de> Deserialize<'de> for Fen {
    fn deserialize<D: serde::Deserializer<'de>>(json: D) -> std::result::Result<Self, D::Error> {
        use serde::de::{Error as _, Unexpected};
        let fen = String::deserialize(json)?.parse().unwrap();
        Err(D::Error::invalid_value(Unexpected::Unsigned(fen), &"u8"))
    }
}

/// The decode error of a response, and the text of its source.
fn decode_failure<T: std::fmt::Debug>(result: Result<T>) -> (DecodeError, String) {
    let ErrorKind::Decode(error) = result.unwrap_err().into_kind() else {
        panic!("not a decode error")
    };
    let text = error.source().unwrap().to_string();
    (error, text)
}

#[tokio::test]
async fn a_declared_field_is_named_whatever_the_body_holds() {
    for (body, text) in [
        (r#"{"sub_mchid":"1900000110"}"#, "`mchid`: missing field"),
        (r#"{"note":"mchid"}"#, "`mchid`: missing field"),
        (r#"{"mch":"1"}"#, "`mchid`: missing field"),
        (r#"{"mchids":["MCHID"]}"#, "`mchid`: missing field"),
        (r#"{"mchid":"1","mchid":"1"}"#, "duplicate field `mchid`"),
        (
            r#"{"mchid":"mchid","商户":"1","商户":"2"}"#,
            "duplicate field `商户`",
        ),
        (
            r#"{"mchid":"1","payers":[{"openid":"id"}]}"#,
            "`payers[0].id`: missing field",
        ),
        (
            r#"{"mchid":"1","trade_state":"PAY"}"#,
            "`trade_state`: unknown variant …, expected `SUCCESS` or `PAYERROR`",
        ),
        (
            r#"{"mchid":["str"]}"#,
            "`mchid`: invalid type: sequence, expected a string",
        ),
        (
            r#"{"mchid":{"a string":1}}"#,
            "`mchid`: invalid type: map, expected a string",
        ),
        (
            r#"{"mchid":"1","payers":["struct PayerId"]}"#,
            "`payers[0]`: invalid type: string …, expected struct PayerId",
        ),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let (error, shown) = decode_failure(client.payment().await);
        assert_eq!(shown, text, "{body}");
        if text.ends_with(": missing field") {
            let path = text.split('`').nth(1);
            assert_eq!(
                (error.path(), error.found(), error.expected()),
                (path, None, None)
            );
        }
    }
}

#[tokio::test]
async fn a_field_of_a_buffered_type_is_named_unless_the_body_holds_that_name() {
    for (body, path) in [
        (r#"{"openid":"oUpF8uMuAJO"}"#, Some("id")),
        (r#"{"openid":"id"}"#, None),
        (r#"{"openid":"my-I.D."}"#, None),
        (r#"{"ID card":1}"#, None),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let (error, text) = decode_failure(client.flattened().await);
        assert_eq!(error.path(), path, "{body}");
        let shown = path.map_or("refused by its type", |_| "`id`: missing field");
        assert_eq!(text, shown, "{body}");
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

talkative! {
    LikeStruct: |text| D::Error::invalid_value(Unexpected::Str("x"), &&*format!("struct {}", digits(&text)));
    LikeEnum: |text| D::Error::invalid_value(Unexpected::Str("x"), &&*format!("enum c{}", digits(&text)));
    LikeVariant: |text| {
        D::Error::invalid_value(Unexpected::Str("x"), &&*format!("struct variant Low::c{}", digits(&text)))
    };
    LikeSize: |text| {
        D::Error::invalid_length(1, &&*format!("an array of length {}", digits(&text)))
    };
    LikeNonzero: |text| D::Error::invalid_length(1, &&*format!("a nonzero {}", digits(&text)));
    LikeCount: |text| {
        D::Error::invalid_length(1, &&*format!("1 element in map{}", digits(&text)))
    };
    LikeName: |text| D::Error::custom(format!("unknown variant `x`, expected `c{}`", digits(&text)));
    LikeNames: |text| {
        D::Error::custom(format!("unknown field `x`, expected `a` or `c{}`", digits(&text)))
    };
}

/// Declares a name and fields, and fails with messages that name others.
#[derive(Debug)]
struct Talkative;

impl<'de> Deserialize<'de> for Talkative {
    fn deserialize<D: serde::Deserializer<'de>>(json: D) -> std::result::Result<Self, D::Error> {
        struct Fields;

        impl<'de> serde::de::Visitor<'de> for Fields {
            type Value = Talkative;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("struct Talkative")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> std::result::Result<Talkative, A::Error> {
                let (field, text): (String, String) = map.next_entry()?.unwrap();
                let text = digits(&text);
                Err(serde::de::Error::custom(match &*field {
                    "missing" => format!("missing field `c{text}`"),
                    "duplicate" => format!("duplicate field `c{text}`"),
                    "variant" => format!("unknown variant `x`, expected `c{text}`"),
                    "struct" => format!("invalid type: map, expected struct c{text}"),
                    _ => {
                        format!("invalid type: map, expected struct Talkative with {text} elements")
                    }
                }))
            }
        }

        json.deserialize_struct("Talkative", &["missing", "duplicate"], Fields)
    }
}

#[tokio::test]
async fn messages_that_look_like_those_of_serde_are_shown_only_as_far_as_declared() {
    let gateway = Gateway::start().await.unwrap();
    // Long enough that no random ID of a notification has these digits.
    for value in [
        "6222 0212 3456 7890",
        "card 622-2021-0001",
        "(123456789012)",
    ] {
        for text in [
            reads::<LikeStruct>(&gateway, value),
            reads::<LikeEnum>(&gateway, value),
            reads::<LikeVariant>(&gateway, value),
            reads::<LikeSize>(&gateway, value),
            reads::<LikeNonzero>(&gateway, value),
            reads::<LikeCount>(&gateway, value),
            reads::<LikeName>(&gateway, value),
            reads::<LikeNames>(&gateway, value),
        ] {
            assert!(!text.contains(&digits(value)), "{value} in {text}");
            assert!(!text.contains(", expected "), "{text}");
        }
        for (field, shown) in [
            ("missing", "refused by its type"),
            ("duplicate", "refused by its type"),
            ("variant", "unknown variant …"),
            ("struct", "invalid type: map"),
            ("other", "invalid type: map"),
        ] {
            let sent = gateway.notification("X", "x", &json!({ "in": { field: value } }));
            let sent = sent.unwrap();
            let notification = gateway.notifications();
            let notification = notification.parse(sent.headers(), sent.body()).unwrap();
            #[derive(Debug, Deserialize)]
            struct Outer {
                #[serde(rename = "in")]
                _inner: Talkative,
            }
            let error = notification.resource::<Outer>().unwrap_err();
            let text = format!("{error} {error:?}");
            assert!(text.contains(&format!("`in`: {shown}")), "{field}: {text}");
            assert!(!text.contains(&digits(value)), "{value} in {text}");
        }
    }
}

#[tokio::test]
async fn json_that_a_type_refuses_is_not_reported_as_bad_syntax() {
    for (body, text, found) in [
        (
            r#"{"by_number":{"abc":1}}"#,
            "`by_number`: refused by its type",
            "object",
        ),
        (
            r#"{"payers":[{"id":"1"},{"id":"2"}],"by_number":{"1":1,"":1}}"#,
            "`by_number`: refused by its type",
            "object",
        ),
        (
            r#"{"trade_state":{}}"#,
            "`trade_state`: refused by its type",
            "object",
        ),
        (
            r#"{"trade_state":{"SUCCESS":null,"B":1}}"#,
            "`trade_state`: refused by its type",
            "object",
        ),
        (
            r#"{"ratio":1e999}"#,
            "`ratio`: number out of range",
            "number",
        ),
        (
            r#"{"text":"\ud83c"}"#,
            "`text`: unexpected end of hex escape",
            "string",
        ),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let (error, shown) = decode_failure(client.payment().await);
        assert_eq!(shown, text, "{body}");
        assert_eq!(
            (error.path(), error.found()),
            (text.split('`').nth(1), Some(found)),
            "{body}"
        );
    }
    let deep = format!(r#"{{"value":{}1{}}}"#, "[".repeat(200), "]".repeat(200));
    let (_gateway, client) = responding_with(deep).await;
    let (_, text) = decode_failure(client.payment().await);
    assert!(text.ends_with("`: recursion limit exceeded"), "{text}");
    for (body, text) in [
        (
            r#"{"by_number":{"1":1},}"#,
            "trailing comma at line 1 column 22",
        ),
        (
            r#"{"trade_state":"SUCCESS"} {}"#,
            "trailing characters at line 1 column 27",
        ),
        (
            r#"{"trade_state":{"SUCCESS"}}"#,
            "expected `:` at line 1 column 26",
        ),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let (error, shown) = decode_failure(client.partly().await);
        assert_eq!(shown, text, "{body}");
        assert_eq!((error.path(), error.found()), (None, None), "{body}");
    }
}

#[tokio::test]
async fn found_describes_the_value_at_the_path() {
    for (body, path, found, text) in [
        (
            r#"{"fen":"6222021"}"#,
            "fen",
            "string",
            "invalid value …, expected u8",
        ),
        (
            r#"{"kind":{"Jsapi":1}}"#,
            "kind.Jsapi",
            "number",
            "invalid type: integer …, expected unit",
        ),
        (
            r#"{"kind":{"Jsapi":{"a":1}}}"#,
            "kind.Jsapi",
            "object",
            "invalid type: map, expected unit",
        ),
        (
            r#"{"kind":{"App":7}}"#,
            "kind.App",
            "number",
            "invalid type: integer …, expected struct variant Kind::App",
        ),
        (
            r#"{"kind":{"Pair":[1]}}"#,
            "kind.Pair",
            "array",
            "invalid length …, expected tuple variant Kind::Pair with 2 elements",
        ),
    ] {
        let (_gateway, client) = responding_with(body).await;
        let (error, shown) = decode_failure(client.partly().await);
        assert_eq!(
            (error.path(), error.found()),
            (Some(path), Some(found)),
            "{body}"
        );
        assert_eq!(shown, format!("`{path}`: {text}"), "{body}");
    }
}
