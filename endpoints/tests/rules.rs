//! The published rules of generated requests, before anything is sent.

#![cfg(all(feature = "payments", feature = "testing"))]

use serde_json::json;
use wechatpay_client::{
    Fen, Outcome, Validate as _,
    error::RequestErrorKind,
    gateway::{Gateway, ScriptedResponse},
    validation::Violation,
};
use wechatpay_endpoints::payments::{
    direct::{
        Amount, CloseOrderRequest, Identity, JsapiPayer, LimitPay, PrepayJsapiRequest,
        SubsidyDetail, SubsidyInfo, SubsidyPeriodType, SubsidyPlan, Transactions as _,
    },
    refunds::{CreateRefundAmount, CreateRefundRequest},
};

const PATH: &str = "/v3/pay/transactions/jsapi";

fn order() -> PrepayJsapiRequest {
    PrepayJsapiRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid("1900009191")
        .description("墨".repeat(127))
        .out_trade_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(Amount::builder().total(Fen(1)).build())
        .payer(
            JsapiPayer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .identity(Identity::builder().name("张三").number("1").build())
                .build(),
        )
        .build()
}

fn wrong_order() -> PrepayJsapiRequest {
    let mut order = order();
    order.description.push('墨');
    order.out_trade_no = "订单 1".to_owned();
    order.amount.total = Fen(0);
    order.notify_url = "http://192.168.1.1/notify?shop=1".to_owned();
    order.limit_pay = Some(vec![LimitPay::NoCredit, "no_cash".into()]);
    order.payer.identity = Some(
        Identity::builder()
            .r#type("PASSPORT".into())
            .name("张三")
            .build(),
    );
    order
}

fn texts(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}

#[test]
fn an_order_within_its_rules_is_valid() {
    assert_eq!(order().validate(), Ok(()));
}

#[test]
fn a_body_without_rules_is_valid() {
    assert!(CloseOrderRequest::RULES.is_empty());
    let close = CloseOrderRequest::builder().mchid("1900009191").build();
    assert_eq!(close.validate(), Ok(()));
}

#[test]
fn a_refund_needs_a_number_that_is_not_empty() {
    let amount = CreateRefundAmount::builder()
        .refund(Fen(1))
        .total(Fen(1))
        .currency("CNY")
        .build();
    let refund = CreateRefundRequest::builder()
        .out_trade_no("")
        .out_refund_no("1217752501201407033233368018")
        .amount(amount)
        .build();
    let found = texts(refund.validate().unwrap_err().violations());
    assert_eq!(
        found.first().map(String::as_str),
        Some("`/transaction_id` is missing: send the member, or `out_trade_no`")
    );
}

#[test]
fn all_violations_of_an_order_are_found_in_the_order_of_its_members() {
    let error = wrong_order().validate().unwrap_err();
    assert_eq!(
        texts(error.violations()),
        [
            "`/description` has 128 characters: shorten the text to at most 127",
            "`/out_trade_no` has 4 characters: lengthen the text to at least 6",
            "`/out_trade_no` does not match `[0-9A-Za-z_|*@-]+`: send a text of this form",
            "`/amount/total` is 0: send at least 1",
            "`/notify_url` is not `https`: WeChat Pay sends notifications only by `https`, and has a query: leave the query out, and tell notifications apart by the path, and is on an inner host, which WeChat Pay cannot reach: give a host that the internet reaches",
            "`/limit_pay/1` is unlisted: send a value that the documentation lists, or do not validate if WeChat Pay added the value",
            "`/payer/identity/type` is unlisted: send a value that the documentation lists, or do not validate if WeChat Pay added the value",
        ]
    );
}

#[test]
fn each_problem_of_the_address_for_notifications_is_told() {
    for (url, text) in [
        (
            "https://merchant.example/notify?shop=1",
            "`/notify_url` has a query: leave the query out, and tell notifications apart by the path",
        ),
        (
            " https://merchant.example/notify",
            "`/notify_url` has a blank or a control character: remove the character",
        ),
        (
            "https://192.168.1.1/notify",
            "`/notify_url` is on an inner host, which WeChat Pay cannot reach: give a host that the internet reaches",
        ),
        (
            "https://localhost/notify",
            "`/notify_url` is on an inner host, which WeChat Pay cannot reach: give a host that the internet reaches",
        ),
    ] {
        let mut order = order();
        order.notify_url = url.to_owned();
        let error = order.validate().unwrap_err();
        assert_eq!(texts(error.violations()), [text]);
    }
}

#[test]
fn a_number_that_is_not_listed_is_found() {
    let plan = |percent| {
        let plan = SubsidyPlan::builder();
        plan.subsidy_installment_num(3)
            .subsidy_percent(percent)
            .build()
    };
    let detail = SubsidyDetail::builder()
        .subsidy_period_type(SubsidyPeriodType::Daily)
        .subsidy_plan(vec![plan(100), plan(50)])
        .build();
    let mut order = order();
    order.subsidy_info = Some(SubsidyInfo::builder().subsidy_detail(vec![detail]).build());
    let error = order.validate().unwrap_err();
    assert_eq!(
        texts(error.violations()),
        [
            "`/subsidy_info/subsidy_detail/0/subsidy_plan/1/subsidy_percent` is unlisted: send a value that the documentation lists, or do not validate if WeChat Pay added the value"
        ]
    );
}

#[test]
fn a_refund_is_at_most_the_total() {
    let amount = CreateRefundAmount::builder()
        .refund(Fen(101))
        .total(Fen(100))
        .currency("CNY")
        .build();
    let refund = CreateRefundRequest::builder()
        .transaction_id("1217752501201407033233368018")
        .out_refund_no("1217752501201407033233368018")
        .amount(amount)
        .build();
    let error = refund.validate().unwrap_err();
    assert_eq!(
        texts(error.violations()),
        ["`/amount/refund` is 101: send at most 100, the amount of `/amount/total`"]
    );
}

#[tokio::test]
async fn a_client_that_validates_sends_only_an_order_within_its_rules() {
    let gateway = Gateway::start().await.unwrap();
    let response = || ScriptedResponse::json(200, json!({"prepay_id": "wx1"}));
    gateway.respond("POST", PATH, response());
    let client = gateway.client().validate(true).build().unwrap();
    let wrong = wrong_order();
    let error = client.prepay_jsapi(&wrong).await.unwrap_err();
    assert_eq!(error.name(), "request:violations");
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(
        error.violations(),
        wrong.validate().unwrap_err().violations()
    );
    for text in [format!("{error:?}"), error.to_string()] {
        assert!(!text.contains("张三"), "{text}");
    }
    assert!(gateway.requests().is_empty());

    client.prepay_jsapi(&order()).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_client_that_does_not_validate_sends_any_order() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "POST",
        PATH,
        ScriptedResponse::json(200, json!({"prepay_id": "wx1"})),
    );
    let client = gateway.client().build().unwrap();
    client.prepay_jsapi(&wrong_order()).await.unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[test]
fn the_kind_of_the_error_has_all_violations() {
    let error = wrong_order().validate().unwrap_err();
    let kind = RequestErrorKind::Violations(error.clone());
    assert_eq!(
        kind.to_string(),
        format!("the body breaks published rules: {error}")
    );
}
