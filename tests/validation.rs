//! Requests that break published rules: `validate`, and the client that validates.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use serde::Serialize;
use wechatpay_client::{
    Client, ErrorKind, FrozenRequest, Journal, Outcome, Result, Sensitive, Validate,
    error::{JournalError, RequestErrorKind},
    gateway::{Gateway, ScriptedResponse},
    validation::{Check, NotifyUrlProblem, Rule, Violation, ViolationKind},
    wechatpay_api,
};

#[derive(Serialize)]
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

#[derive(Serialize)]
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
                ViolationKind::NotifyUrl(NotifyUrlProblem::InnerHost)
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
        "the body does not serialize: the body has a number that is NaN or infinite, at `/items/0/rate`: send a finite number"
    );
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
