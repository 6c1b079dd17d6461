//! Query structs and lists: how they are sent, and which values are refused before anything is sent.

use std::{collections::BTreeMap, fmt};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use wechatpay_client::{
    ErrorKind, Outcome, Result,
    error::{QueryErrorKind, RequestErrorKind},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api]
trait Operations {
    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_fields(&self, query: &Fields) -> Result<()>;

    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_value(&self, query: &Value) -> Result<()>;

    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_text(&self, query: &Text) -> Result<()>;

    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_card(&self, query: &Cards) -> Result<()>;

    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_both(
        &self,
        #[query] v: Option<u8>,
        query: &BTreeMap<&str, Option<u8>>,
    ) -> Result<()>;

    #[wechatpay_api(GET "/v3/queries", unlisted)]
    async fn by_lists(
        &self,
        #[query] slice: &[&str],
        #[query] list: Vec<u8>,
        #[query] boxed: Box<[String]>,
        #[query] array: [bool; 2],
        #[query] options: &[Option<u8>; 2],
        #[query] last: u8,
    ) -> Result<()>;
}

#[derive(Serialize, Default)]
struct Fields {
    first: Option<&'static str>,
    ratio: f64,
    types: Vec<&'static str>,
    numbers: Option<[Option<u8>; 2]>,
    unit: (),
    flag: bool,
}

#[derive(Serialize)]
struct Text(String);

#[derive(Serialize)]
struct Cards {
    shown: Option<Card>,
    #[serde(flatten)]
    keys: BTreeMap<Card, u8>,
}

/// Fails with a message that holds its value, or with a `Display` that fails.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Card {
    Worded,
    Failing,
}

impl fmt::Display for Card {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Err(fmt::Error)
    }
}

impl Serialize for Card {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Worded => Err(serde::ser::Error::custom("card PLANTED is refused")),
            Self::Failing => serializer.collect_str(self),
        }
    }
}

/// The target that was sent, or the kind of the error if nothing was sent.
macro_rules! sent {
    ($client:ident => $call:expr) => {{
        let gateway = Gateway::start().await.unwrap();
        gateway.respond("GET", "/v3/queries", ScriptedResponse::no_content());
        let $client = gateway.client().build().unwrap();
        match $call.await {
            Ok(()) => Ok(gateway.requests()[0].target().to_owned()),
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

fn refused(name: &str, kind: QueryErrorKind) -> Result<String, RequestErrorKind> {
    let name = name.to_owned();
    Err(RequestErrorKind::QueryArgument { name, kind })
}

fn target(query: &str) -> Result<String, RequestErrorKind> {
    Ok(format!("/v3/queries{query}"))
}

#[tokio::test]
async fn null_is_left_out_and_a_list_repeats_its_name() {
    let fields = Fields {
        ratio: 0.5,
        types: vec!["A", "b&c"],
        numbers: Some([Some(1), Some(2)]),
        ..Fields::default()
    };
    assert_eq!(
        sent!(client => client.by_fields(&fields)),
        target("?ratio=0.5&types=A&types=b%26c&numbers=1&numbers=2&flag=false")
    );
    assert_eq!(
        sent!(client => client.by_value(&json!({ "a": null, "b": [] }))),
        target("")
    );
    assert_eq!(
        sent!(client => client.by_lists(
            &["x", "y"], vec![1, 2], Box::default(), [true, false], &[Some(1), Some(2)], 9,
        )),
        target("?slice=x&slice=y&list=1&list=2&array=true&array=false&options=1&options=2&last=9")
    );
}

#[tokio::test]
async fn nan_and_infinity_are_refused_with_the_name_of_the_parameter() {
    for ratio in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let fields = Fields {
            ratio,
            ..Fields::default()
        };
        assert_eq!(
            sent!(client => client.by_fields(&fields)),
            refused("ratio", QueryErrorKind::NotFinite)
        );
    }
}

#[tokio::test]
async fn null_in_a_list_is_refused_with_the_name_of_the_parameter() {
    let fields = Fields {
        numbers: Some([Some(1), None]),
        ..Fields::default()
    };
    let null = |name| refused(name, QueryErrorKind::NullInArray);
    assert_eq!(sent!(client => client.by_fields(&fields)), null("numbers"));
    assert_eq!(
        sent!(client => client.by_lists(&[], vec![], Box::default(), [true; 2], &[None, Some(1)], 9)),
        null("options")
    );
}

#[tokio::test]
async fn a_parameter_that_is_given_twice_is_refused() {
    let given = |value| BTreeMap::from([("v", value), ("w", None)]);
    let both = |v, value| async move { sent!(client => client.by_both(v, &given(value))) };
    assert_eq!(
        both(Some(1), Some(1)).await,
        refused("v", QueryErrorKind::Twice)
    );
    assert_eq!(both(None, Some(2)).await, target("?v=2"));
    assert_eq!(both(Some(1), None).await, target("?v=1"));
}

#[tokio::test]
async fn a_nested_value_is_refused_and_not_quoted() {
    for value in [json!({ "a": { "b": 1 } }), json!({ "a": [1, [2]] })] {
        assert_eq!(
            sent!(client => client.by_value(&value)),
            refused("a", QueryErrorKind::Nested)
        );
    }
    let text = Text("PLANTED".to_owned());
    let words = "found a JSON string, expected a struct whose fields are query parameters";
    let error = sent!(client => client.by_text(&text)).unwrap_err();
    assert_eq!(error, RequestErrorKind::Query(words.to_owned()));
    for value in [
        json!("PLANTED"),
        json!(["PLANTED"]),
        json!({ "a": [["PLANTED"]] }),
    ] {
        let error = sent!(client => client.by_value(&value)).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("PLANTED"), "{error}");
    }
}

#[tokio::test]
async fn a_value_or_key_that_its_type_refuses_is_not_quoted() {
    for card in [Card::Worded, Card::Failing] {
        let keys = BTreeMap::from([(card, 1)]);
        let cards = Cards { shown: None, keys };
        assert_eq!(
            sent!(client => client.by_card(&cards)),
            Err(RequestErrorKind::Query(
                "its `Serialize` implementation fails".to_owned()
            ))
        );
    }
    for card in [Card::Worded, Card::Failing] {
        let keys = BTreeMap::new();
        let shown = Some(card);
        assert_eq!(
            sent!(client => client.by_card(&Cards { shown, keys })),
            Err(RequestErrorKind::Query(
                "the `Serialize` implementation of `shown` fails".to_owned()
            ))
        );
    }
}
