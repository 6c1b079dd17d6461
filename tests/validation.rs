//! Requests that break published rules: `validate`, and the client that validates.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use serde::{Serialize, Serializer};
use serde_json::json;
use wechatpay_client::{
    Client, ErrorKind, FrozenRequest, Journal, Outcome, Result, Sensitive, Validate,
    error::{JournalError, RequestErrorKind},
    gateway::{Gateway, ScriptedResponse},
    validation::{Check, NotifyUrlProblem, Rule, Violation, ViolationKind},
    wechatpay_api,
};

#[derive(Clone, Serialize)]
struct Order {
    description: String,
    kinds: Vec<&'static str>,
    notify_url: String,
    name: Sensitive,
    #[serde(skip_serializing_if = "Option::is_none")]
    out_trade_no: Option<String>,
    items: Vec<Item>,
    total: i64,
    count: i64,
    refund: i64,
    cash: Option<i64>,
}

#[derive(Clone, Serialize)]
struct Item {
    amount: i64,
    rate: f64,
}

impl Validate for Order {
    const RULES: &'static [Rule] = &[
        Rule::member("description", &[Check::MinLength(2), Check::MaxLength(4)]),
        Rule::member("kinds", &[Check::MaxItems(2), Check::Listed(&["A", "B"])]),
        Rule::member("notify_url", &[Check::NotifyUrl]),
        Rule::member("name", &[Check::MaxLength(2), Check::Pattern("[a-z]+")]),
        Rule::any_of(&["out_trade_no", "transaction_id"]),
        Rule::member("items", &[Check::MinItems(1)]),
        Rule::within("items", Item::RULES),
        Rule::sum("/total", &["/items/*/amount"], &["/cash"]),
        Rule::count("/count", "/items"),
        Rule::at_most("/refund", "/total"),
    ];
}

impl Validate for Item {
    const RULES: &'static [Rule] = &[
        Rule::member("amount", &[Check::Minimum(1), Check::Maximum(100)]),
        Rule::member("rate", &[Check::Maximum(1)]),
    ];
}

fn good() -> Order {
    Order {
        description: "笔墨".to_owned(),
        kinds: vec!["A", "B"],
        notify_url: "https://merchant.example/notify".to_owned(),
        name: "li".into(),
        out_trade_no: Some("1".to_owned()),
        items: vec![Item {
            amount: 100,
            rate: 1.0,
        }],
        total: 90,
        count: 1,
        refund: 90,
        cash: Some(10),
    }
}

fn bad() -> Order {
    Order {
        description: "笔墨纸砚台".to_owned(),
        kinds: vec!["A", "C", "B"],
        notify_url: "http://merchant.example/notify".to_owned(),
        name: "张小三".into(),
        out_trade_no: None,
        items: vec![
            Item {
                amount: 0,
                rate: 0.5,
            },
            Item {
                amount: 101,
                rate: 1.5,
            },
        ],
        total: 5,
        count: 3,
        refund: 6,
        cash: None,
    }
}

#[wechatpay_api]
trait Orders {
    #[wechatpay_api(POST "/v3/some/orders", unlisted)]
    async fn place(&self, body: &Order) -> Result<()>;

    #[wechatpay_api(POST "/v3/some/orders", unlisted)]
    async fn place_box(&self, body: Box<Order>) -> Result<()>;

    #[wechatpay_api(POST "/v3/some/orders", unlisted)]
    async fn place_cow(&self, body: Cow<'_, Order>) -> Result<()>;

    #[wechatpay_api(POST "/v3/some/orders", unlisted)]
    async fn place_mut(&self, body: &mut Order) -> Result<()>;

    #[wechatpay_api(POST "/v3/some/values", unlisted)]
    async fn place_value(&self, body: &serde_json::Value) -> Result<()>;
}

#[test]
fn a_request_within_its_rules_is_valid() {
    assert_eq!(good().validate(), Ok(()));
}

#[test]
fn all_violations_are_found_in_the_order_of_the_members() {
    let error = bad().validate().unwrap_err();
    let texts: Vec<_> = error
        .violations()
        .iter()
        .map(Violation::to_string)
        .collect();
    assert_eq!(
        texts,
        [
            "`/description` has 5 characters: shorten the text to at most 4",
            "`/kinds` has 3 items: send at most 2",
            "`/kinds/1` is unlisted: send a value that the documentation lists, or do not validate if WeChat Pay added the value",
            "`/notify_url` is not `https`: WeChat Pay sends notifications only by `https`",
            "`/name` has 3 characters: shorten the text to at most 2",
            "`/name` does not match `[a-z]+`: send a text of this form",
            "`/out_trade_no` is missing: send the member, or `transaction_id`",
            "`/items/0/amount` is 0: send at least 1",
            "`/items/1/amount` is 101: send at most 100",
            "`/items/1/rate` is 1.5: send at most 1",
            "`/total` is 5: send 101, which is `/items/*/amount - /cash`",
            "`/count` is 3: send 2, the number of items of `/items`",
            "`/refund` is 6: send at most 5, the amount of `/total`",
        ]
    );
    assert_eq!(error.to_string(), texts.join("; "));
}

#[test]
fn a_violation_has_a_place_and_a_kind() {
    let short = Order {
        description: "笔".to_owned(),
        items: Vec::new(),
        notify_url: "https://10.0.0.1/".to_owned(),
        count: 0,
        cash: Some(-90),
        ..good()
    };
    let error = short.validate().unwrap_err();
    assert_eq!(
        error.violations(),
        [
            Violation::new(
                "/description",
                ViolationKind::TooShort {
                    characters: 1,
                    least: 2
                }
            ),
            Violation::new(
                "/notify_url",
                ViolationKind::NotifyUrl(vec![NotifyUrlProblem::InnerHost])
            ),
            Violation::new("/items", ViolationKind::TooFewItems { items: 0, least: 1 }),
        ]
    );
    assert_eq!(error.violations()[0].pointer(), "/description");
}

#[test]
fn a_value_that_does_not_serialize_is_a_violation() {
    let order = Order {
        items: vec![Item {
            amount: 1,
            rate: f64::NAN,
        }],
        ..good()
    };
    assert_eq!(
        order.validate().unwrap_err().to_string(),
        "the body has a number that is NaN or infinite, at `/items/0/rate`: send a finite number"
    );
}

/// A body of any shape, with one rule.
struct Loose<T>(T);

impl<T: Serialize> Serialize for Loose<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Serialize> Validate for Loose<T> {
    const RULES: &'static [Rule] = &[
        Rule::any_of(&["a", "b"]),
        Rule::member("list", &[Check::MaxItems(2), Check::MaxLength(1)]),
        Rule::within("orders", Order::PARTS),
        Rule::at_most("/refund", "/total"),
    ];
}

impl Order {
    const PARTS: &'static [Rule] = &[Rule::sum("/total", &["/fee", "/items/*/n"], &["/cash"])];
}

fn texts(body: impl Serialize) -> Vec<String> {
    let checked = Loose(body).validate();
    let violations = checked.map_or_else(|error| error.violations().to_vec(), |()| Vec::new());
    violations.iter().map(Violation::to_string).collect()
}

struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, _: S) -> std::result::Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("out of ink"))
    }
}

#[test]
fn a_body_that_is_no_object_is_told_once() {
    assert_eq!(
        texts([1]),
        ["the body is a JSON array: pass a struct or a map, which is a JSON object"]
    );
    assert_eq!(
        texts(Failing),
        ["the body does not serialize: its `Serialize` implementation fails"]
    );
    let kind = ViolationKind::Unserializable("out of ink".to_owned());
    assert_eq!(
        Violation::new("/pen", kind).to_string(),
        "`/pen` does not serialize: out of ink"
    );
}

#[tokio::test]
async fn a_body_that_is_too_deep_for_its_rules_is_told_so() {
    let deep = |levels| (1..levels).fold(json!({ "a": 1 }), |inner, _| json!({ "a": inner }));
    assert_eq!(texts(deep(127)), [""; 0]);
    let message = "the body is nested deeper than 127 levels, so its rules cannot be checked: nest objects and lists less deep, or do not validate";
    assert_eq!(texts(deep(128)), [message]);
}

#[test]
fn a_member_without_alternatives_is_required() {
    let kind = ViolationKind::Missing {
        alternatives: Vec::new(),
    };
    assert_eq!(
        Violation::new("/a", kind).to_string(),
        "`/a` is missing: send the member"
    );
}

#[test]
fn an_empty_text_is_no_alternative() {
    let missing = ["`/a` is missing: send the member, or `b`"];
    for body in [
        json!({}),
        json!({"a": ""}),
        json!({"a": null, "b": ""}),
        json!({"a": "", "b": ""}),
    ] {
        assert_eq!(texts(&body), missing, "{body}");
    }
    for body in [
        json!({"a": "1"}),
        json!({"a": "", "b": "1"}),
        json!({"a": 0}),
    ] {
        assert_eq!(texts(&body), [""; 0], "{body}");
    }
    let sensitive = |text: &str| BTreeMap::from([("a", Sensitive::from(text))]);
    assert_eq!(texts(sensitive("")), missing);
    assert_eq!(texts(sensitive("1")), [""; 0]);
}

#[test]
fn the_size_of_a_list_in_a_list_is_not_checked() {
    let body = json!({"a": "1", "list": ["a", "b", ["c", "d", "ef"]]});
    assert_eq!(
        texts(body),
        [
            "`/list` has 3 items: send at most 2",
            "`/list/2/2` has 2 characters: shorten the text to at most 1",
        ]
    );
}

#[test]
fn the_parts_of_a_sum_have_whole_pointers() {
    let order = json!({"total": 5, "fee": 4, "items": [{"n": 1}, {"n": 1}], "cash": 3});
    assert_eq!(
        texts(json!({"a": "1", "orders": [order]})),
        [
            "`/orders/0/total` is 5: send 3, which is `/orders/0/fee + /orders/0/items/*/n - /orders/0/cash`"
        ]
    );
}

#[test]
fn an_empty_list_is_a_part_of_a_sum_and_a_missing_one_is_none() {
    let wrong = |order: &serde_json::Value| !texts(json!({"a": "1", "orders": [order]})).is_empty();
    for (order, is_wrong) in [
        (json!({"total": 5, "items": []}), true),
        (json!({"total": 0, "items": []}), false),
        (json!({"total": 5, "items": [], "fee": 5}), false),
        (json!({"total": 5, "items": [{}]}), false),
        (json!({"total": 5, "items": null}), false),
        (json!({"total": 5}), false),
    ] {
        assert_eq!(wrong(&order), is_wrong, "{order}");
    }
}

#[derive(Serialize)]
struct Large {
    a: u8,
    refund: u128,
    total: i128,
    orders: [Part; 1],
}

#[derive(Serialize)]
struct Part {
    total: u128,
    fee: i128,
    cash: i128,
}

#[test]
fn integers_of_more_than_64_bits_are_compared() {
    let body = |refund, total| Large {
        a: 1,
        refund,
        total,
        orders: [Part {
            total: u128::MAX,
            fee: i128::MAX,
            cash: i128::MIN,
        }],
    };
    assert_eq!(
        texts(body(u128::MAX, 1)),
        [format!(
            "`/refund` is {}: send at most 1, the amount of `/total`",
            i128::MAX
        )]
    );
    assert_eq!(
        texts(body(1, i128::MIN)),
        [format!(
            "`/refund` is 1: send at most {}, the amount of `/total`",
            i128::MIN
        )]
    );
    assert_eq!(texts(body(1 << 65, 1 << 66)), [""; 0]);
}

#[test]
fn limits_of_run_time_are_checked_too() {
    let listed = ["A".to_owned(), "B".to_owned()];
    let texts: Vec<_> = listed.iter().map(String::as_str).collect();
    let check = Check::Listed(&texts);
    assert_eq!(check.violation_of(&"B".into()), None);
    assert_eq!(
        check.violation_of(&"C".into()),
        Some(ViolationKind::Unlisted)
    );
    assert_eq!(check.violation_of(&1.into()), None);
}

#[test]
fn a_number_is_one_of_the_listed() {
    let check = Check::ListedNumbers(&[0, 12]);
    for (value, is_listed) in [
        (json!(0), true),
        (json!(12), true),
        (json!(12.0), true),
        (json!(1), false),
        (json!(-12), false),
        (json!(12.5), false),
        (json!(u64::MAX), false),
        // A text is no number.
        (json!("1"), true),
    ] {
        let found = check.violation_of(&value);
        let expected = (!is_listed).then_some(ViolationKind::Unlisted);
        assert_eq!(found, expected, "{value}");
    }
}

#[derive(Serialize)]
struct Week {
    days: Vec<i64>,
}

impl Validate for Week {
    const RULES: &'static [Rule] = &[Rule::member(
        "days",
        &[Check::ListedNumbers(&[1, 2, 3, 4, 5, 6, 7])],
    )];
}

#[test]
fn each_number_of_a_list_is_listed() {
    let error = Week { days: vec![7, 8] }.validate().unwrap_err();
    assert_eq!(
        error.violations(),
        [Violation::new("/days/1", ViolationKind::Unlisted)]
    );
}

#[test]
fn the_whole_text_matches_its_pattern() {
    for (pattern, text, matches) in [
        (r"\d{8}|\d{14}|OnAccept", "20250101", true),
        (r"\d{8}|\d{14}|OnAccept", "OnAccept", true),
        (r"\d{8}|\d{14}|OnAccept", "OnAccept ", false),
        (r"\d{8}|\d{14}|OnAccept", "202501011200", false),
        (r"\d{8}|\d{14}|OnAccept", "", false),
        ("[0-9]{6}", "123456", true),
        ("[0-9]{6}", "123456\n", false),
        (r"\d{6}", "１２３４５６", false),
        ("[0-9A-Za-z_|*@-]+", "Az09_|*@-", true),
        ("[0-9A-Za-z_|*@-]+", "A.", false),
        (r"[a-zA-Z0-9\|\*_-]{1,128}", "a|B*9_-", true),
        (r"[a-zA-Z0-9\|\*_-]{1,128}", "a.b", false),
        ("^(wx|ww)[0-9a-f]+?$", "wx09af", true),
        ("^(wx|ww)[0-9a-f]+?$", "wy09af", false),
        ("", "", true),
        ("", "a", false),
        ("(?x) [0-9]{4} # the year", "2026", true),
        ("(?x) [0-9]{4} # the year", "26", false),
        ("(?x)a # (", "a\n", false),
    ] {
        let violation = ViolationKind::Pattern {
            pattern: pattern.to_owned(),
        };
        let found = Check::Pattern(pattern).violation_of(&text.into());
        assert_eq!(found, (!matches).then_some(violation), "{pattern} {text}");
    }
}

#[test]
fn every_text_passes_an_invalid_pattern() {
    for pattern in ["[a", "a)|(c", "a{2,1}", r"[\|-_]"] {
        let found = Check::Pattern(pattern).violation_of(&"b".into());
        assert_eq!(found, None, "{pattern}");
    }
}

#[tokio::test]
async fn a_client_that_validates_sends_nothing() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/some/orders", ScriptedResponse::no_content());
    let client = gateway.client().validate(true).build().unwrap();
    let error = client.place(&bad()).await.unwrap_err();
    assert_eq!(error.name(), "request:violations");
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(error.violations().len(), 13);
    assert!(error.frozen_request().is_none());
    assert!(gateway.requests().is_empty());
    let ErrorKind::Request(request_error) = error.kind() else {
        panic!("{error}");
    };
    let RequestErrorKind::Violations(violations) = request_error.kind() else {
        panic!("{error}");
    };
    assert_eq!(violations.violations(), error.violations());
    assert_eq!(
        error.to_string(),
        format!("the body breaks published rules: {violations}")
    );
    for text in [format!("{error:?}"), error.to_string()] {
        assert!(!text.contains("张小三"), "{text}");
        assert!(!text.contains("merchant.example"), "{text}");
    }

    client.place(&good()).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_body_in_a_pointer_is_validated() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/some/orders", ScriptedResponse::no_content());
    let client = gateway.client().validate(true).build().unwrap();
    let order = bad();
    let violations = order.validate().unwrap_err();
    assert_eq!(Box::new(bad()).validate().as_ref(), Err(&violations));
    assert_eq!(Cow::Borrowed(&order).validate().as_ref(), Err(&violations));
    for error in [
        client.place_box(Box::new(bad())).await,
        client.place_cow(Cow::Borrowed(&order)).await,
        client.place_cow(Cow::Owned(bad())).await,
        client.place_mut(&mut bad()).await,
    ] {
        assert_eq!(error.unwrap_err().violations(), violations.violations());
    }
    assert!(gateway.requests().is_empty());

    client.place_box(Box::new(good())).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[test]
fn an_arc_that_does_not_serialize_leaves_validate_to_its_value() {
    assert_eq!(Arc::new(good()).validate(), Ok(()));
    assert_eq!(Arc::new(bad()).validate(), bad().validate());
}

/// Counts the requests that it is told of.
#[derive(Clone, Default)]
struct Counter(Arc<AtomicUsize>);

impl Journal for Counter {
    async fn before(&self, _request: &FrozenRequest) -> Result<(), JournalError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    async fn after(&self, _request: &FrozenRequest, _outcome: Outcome) {}
}

#[tokio::test]
async fn the_journal_has_no_request_that_breaks_rules() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/some/orders", ScriptedResponse::no_content());
    let journal = Counter::default();
    let client = gateway.client().validate(true).journal(journal.clone());
    let client = client.build().unwrap();
    client.place(&bad()).await.unwrap_err();
    assert_eq!(journal.0.load(Ordering::Relaxed), 0);
    client.place(&good()).await.unwrap();
    assert_eq!(journal.0.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_client_does_not_validate_by_default() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/some/orders", ScriptedResponse::no_content());
    for builder in [gateway.client(), gateway.client().validate(false)] {
        builder.build().unwrap().place(&bad()).await.unwrap();
    }
    assert_eq!(gateway.requests().len(), 2);
}

#[tokio::test]
async fn a_body_without_rules_is_sent() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", "/v3/some/values", ScriptedResponse::no_content());
    let client: Client = gateway.client().validate(true).build().unwrap();
    let body = serde_json::json!({ "description": "" });
    client.place_value(&body).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}
