//! Declared operations end to end: the requests that the loopback gateway receives, and the results of the calls.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wechatpay_client::{
    Client, ErrorKind, Outcome, Result, Verified, Verifier,
    error::{PathErrorKind, RequestErrorKind},
    gateway::{Gateway, ReceivedRequest, ScriptedResponse},
    wechatpay_api,
};

const PRE_ENTRUST_SIGN: &str =
    "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program";

#[derive(Serialize)]
struct PreEntrustSignRequest {
    sp_appid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sp_openid: Option<String>,
    sub_mchid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sub_appid: Option<String>,
    plan_id: i64,
    out_contract_code: String,
    contract_display_account: String,
    contract_notify_url: String,
    deduct_schedule: DeductSchedule,
}

#[derive(Serialize)]
struct DeductSchedule {
    estimated_deduct_date: String,
    estimated_deduct_amount: EstimatedDeductAmount,
    description: String,
}

#[derive(Serialize)]
struct EstimatedDeductAmount {
    total: i64,
    currency: Option<String>,
}

#[derive(Deserialize)]
struct PreEntrustSign {
    pre_entrustweb_id: String,
    redirect_appid: String,
    redirect_path: String,
}

#[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program")]
trait MiniProgramPreEntrustSign {
    async fn post(&self, body: &PreEntrustSignRequest) -> Result<PreEntrustSign>;
}

#[derive(Serialize)]
struct Complaints<'a> {
    limit: u32,
    begin_date: &'a str,
    complainted_mchid: Option<&'a str>,
    urgent: bool,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Order {
    trade_state: String,
}

#[wechatpay_api]
trait Operations {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<Order>;

    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}", without(mchid))]
    async fn query_verified(&self, out_trade_no: &str) -> Result<Verified<Order>>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close(&self, out_trade_no: &str, body: &Value) -> Result<()>;

    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
    async fn complaints(
        &self,
        query: &Complaints<'_>,
        #[query] offset: Option<u64>,
    ) -> Result<Value>;

    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
    async fn complaints_of(&self, query: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/capital/capitallhh/areas/provinces/{province_code}/cities/{city}", unlisted)]
    async fn two(&self, city: String, province_code: u64) -> Result<Value>;

    #[wechatpay_api(POST "/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate")]
    async fn no_body(&self, plan_id: &str) -> Result<()>;

    #[wechatpay_api(PUT "/v3/ecommerce/applyments/", unlisted)]
    async fn put(&self, body: &Value) -> Result<Option<Value>>;

    #[wechatpay_api(PATCH "/v3/marketing/busifavor/stocks/{stock_id}/budget")]
    async fn patch(&self, stock_id: &str, body: Value) -> Result<Value>;

    #[wechatpay_api(DELETE "/v3/merchant-service/complaint-notifications")]
    async fn delete(
        &self,
        #[query = "type"]
        #[unlisted]
        kind: &str,
    ) -> Result<()>;

    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/fapiao-applications")]
    async fn issue_fapiao(&self, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/new-tax-control-fapiao/not-accepted", unlisted)]
    async fn not_accepted(&self, body: &Value) -> Result<()>;

    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn unserializable(&self, body: &Unserializable) -> Result<()>;
}

struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("no amount"))
    }
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

/// The only request that the gateway received, which must be signed correctly.
fn only_request(gateway: &Gateway) -> ReceivedRequest {
    let mut requests = gateway.requests();
    assert_eq!(requests.len(), 1);
    let request = requests.remove(0);
    assert!(request.is_authorized());
    request
}

#[tokio::test]
async fn a_pre_entrust_sign_request_and_its_response_are_complete() {
    let (gateway, client) = start().await;
    let session = json!({
        "pre_entrustweb_id": "5778aadefe28cf8f1",
        "redirect_appid": "wxbd687630cd02ce1d",
        "redirect_path": "pages/PwdExemptContract/index",
        "added_later": { "by": "the platform" },
    });
    gateway.respond("POST", PRE_ENTRUST_SIGN, ScriptedResponse::ok(session));
    let request = PreEntrustSignRequest {
        sp_appid: "wxd678efh567hg6787".into(),
        sp_openid: Some("oYobu0MVnQfWpSMOYJz2AHPG_gQw".into()),
        sub_mchid: "1900000109".into(),
        sub_appid: None,
        plan_id: 12535,
        out_contract_code: "wxwtdk20200910100000".into(),
        contract_display_account: "微信代扣用户A".into(),
        contract_notify_url: "https://yourapp.com/notify".into(),
        deduct_schedule: DeductSchedule {
            estimated_deduct_date: "2026-01-22".into(),
            estimated_deduct_amount: EstimatedDeductAmount {
                total: 1,
                currency: Some("CNY".into()),
            },
            description: "会员月费".into(),
        },
    };
    let signed = client.post(&request).await.unwrap();
    assert_eq!(signed.pre_entrustweb_id, "5778aadefe28cf8f1");
    assert_eq!(signed.redirect_appid, "wxbd687630cd02ce1d");
    assert_eq!(signed.redirect_path, "pages/PwdExemptContract/index");

    let received = only_request(&gateway);
    assert_eq!(
        (received.method(), received.target()),
        ("POST", PRE_ENTRUST_SIGN)
    );
    let vector = include_bytes!("fixtures/vectors/sign/post-papay-pre-entrust/body.bin");
    assert_eq!(*received.body(), &vector[..]);
}

#[tokio::test]
async fn a_request_has_exactly_the_headers_that_the_protocol_asks_for() {
    let (gateway, client) = start().await;
    gateway.respond(
        "PUT",
        "/v3/ecommerce/applyments/",
        ScriptedResponse::ok(json!(7)),
    );
    assert_eq!(client.put(&json!({"a": 1})).await.unwrap(), Some(json!(7)));
    let received = only_request(&gateway);
    let mut names: Vec<_> = received
        .headers()
        .keys()
        .map(|name| name.as_str())
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "accept",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "user-agent",
            "wechatpay-serial"
        ],
    );
    assert_eq!(received.header("accept"), Some("application/json"));
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(received.header("content-length"), Some("7"));
    assert_eq!(
        received.header("host"),
        gateway.base_url().strip_prefix("https://")
    );
    assert_eq!(
        received.header("wechatpay-serial"),
        Some(gateway.public_key().public_key_id())
    );
    let agent = received.header("user-agent").unwrap();
    assert!(agent.starts_with("wechatpay-client/"), "{agent}");
}

#[tokio::test]
async fn path_values_are_encoded_exactly_once() {
    let (gateway, client) = start().await;
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })),
    );
    let values = [
        (
            "1217752501201407033233368018",
            "1217752501201407033233368018",
        ),
        ("A/B%C|D*E", "A%2FB%25C%7CD%2AE"),
        ("a?b#c&d=e", "a%3Fb%23c%26d%3De"),
        ("%2F", "%252F"),
        ("...", "..."),
        ("../..", "..%2F.."),
        ("-._~", "-._~"),
        ("订单 1", "%E8%AE%A2%E5%8D%95%201"),
        ("\u{0}\r\n\t\u{7f}", "%00%0D%0A%09%7F"),
        ("\u{1F600}", "%F0%9F%98%80"),
        ("+:;,@!$'()[]", "%2B%3A%3B%2C%40%21%24%27%28%29%5B%5D"),
        ("{out_trade_no}", "%7Bout_trade_no%7D"),
    ];
    for (value, encoded) in values {
        client.query(value, "1900000109").await.unwrap();
        let received = gateway.requests().pop().unwrap();
        assert!(received.is_authorized(), "{value:?}");
        assert_eq!(
            received.target(),
            format!("/v3/pay/transactions/out-trade-no/{encoded}?mchid=1900000109"),
        );
    }
}

#[tokio::test]
async fn path_values_that_would_name_another_path_are_refused_before_sending() {
    let (gateway, client) = start().await;
    for (value, kind) in [
        ("", PathErrorKind::Empty),
        (".", PathErrorKind::Dots),
        ("..", PathErrorKind::Dots),
    ] {
        let error = client.query(value, "1900000109").await.unwrap_err();
        let ErrorKind::Request(reason) = error.kind() else {
            panic!("{error:?}")
        };
        assert_eq!(
            *reason.kind(),
            RequestErrorKind::PathArgument {
                name: "out_trade_no",
                kind
            }
        );
        assert_eq!(error.outcome(), Outcome::NotExecuted);
    }
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn placeholders_are_filled_by_name() {
    let (gateway, client) = start().await;
    client.two("guangzhou".into(), 19).await.unwrap_err();
    assert_eq!(
        only_request(&gateway).target(),
        "/v3/capital/capitallhh/areas/provinces/19/cities/guangzhou"
    );
}

#[tokio::test]
async fn queries_keep_the_declared_order_and_leave_out_none() {
    let (gateway, client) = start().await;
    gateway.respond(
        "GET",
        "/v3/merchant-service/complaints-v2",
        ScriptedResponse::ok(json!({})),
    );
    let query = Complaints {
        limit: 5,
        begin_date: "2019-06-08T10:34:56+08:00",
        complainted_mchid: None,
        urgent: true,
    };
    client.complaints(&query, Some(u64::MAX)).await.unwrap();
    client.complaints(&query, None).await.unwrap();
    client.complaints_of(&json!({})).await.unwrap();
    let targets: Vec<_> = gateway
        .requests()
        .iter()
        .map(|request| request.target().to_owned())
        .collect();
    let plain = "/v3/merchant-service/complaints-v2";
    let fields = "limit=5&begin_date=2019-06-08T10%3A34%3A56%2B08%3A00&urgent=true";
    assert_eq!(
        targets,
        [
            format!("{plain}?{fields}&offset=18446744073709551615"),
            format!("{plain}?{fields}"),
            plain.to_owned(),
        ],
    );
    assert!(
        gateway
            .requests()
            .iter()
            .all(ReceivedRequest::is_authorized)
    );
}

#[tokio::test]
async fn numbers_in_a_query_are_sent_in_full() {
    #[derive(Serialize)]
    struct Numbers {
        large: u128,
        negative: i64,
        fraction: f64,
    }
    #[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
    trait Complaints {
        async fn numbered(&self, query: &Numbers) -> Result<Value>;
    }
    let (gateway, client) = start().await;
    let query = Numbers {
        large: 1 << 70,
        negative: -1,
        fraction: 0.1,
    };
    client.numbered(&query).await.unwrap_err();
    let target = only_request(&gateway).target().to_owned();
    let (_, sent) = target.split_once('?').unwrap();
    assert_eq!(
        sent,
        "large=1180591620717411303424&negative=-1&fraction=0.1"
    );
}

#[tokio::test]
async fn each_request_has_its_own_nonce() {
    let (gateway, client) = start().await;
    for _ in 0..20 {
        client.query("1", "1900000109").await.unwrap_err();
    }
    let nonces: std::collections::HashSet<_> = gateway
        .requests()
        .iter()
        .map(|request| {
            let authorization = request.header("authorization").unwrap();
            let (_, rest) = authorization.split_once("nonce_str=\"").unwrap();
            let (nonce, _) = rest.split_once('"').unwrap();
            assert!(
                nonce.len() == 32 && nonce.bytes().all(|c| c.is_ascii_alphanumeric()),
                "{nonce}"
            );
            nonce.to_owned()
        })
        .collect();
    assert_eq!(nonces.len(), 20);
}

#[tokio::test]
async fn a_query_that_is_not_flat_is_refused_before_sending() {
    let (gateway, client) = start().await;
    let error = client
        .complaints_of(&json!({ "filter": [["a"]] }))
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "query parameter `filter` is an object or a nested list: send a string, number, bool or list of these"
    );
    let error = client.complaints_of(&json!([1])).await.unwrap_err();
    let ErrorKind::Request(reason) = error.kind() else {
        panic!("{error:?}")
    };
    let RequestErrorKind::Query(message) = reason.kind() else {
        panic!("{error:?}")
    };
    assert!(
        message.contains("expected a struct whose fields are query parameters"),
        "{message}"
    );
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn a_target_that_is_too_long_is_refused_before_sending() {
    let (gateway, client) = start().await;
    let error = client.query(&"9".repeat(70_000), "1").await.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Request(error) if *error.kind() == RequestErrorKind::TargetTooLong),
        "{error:?}"
    );
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn a_body_that_does_not_serialize_is_refused_before_sending() {
    let (gateway, client) = start().await;
    let error = client.unserializable(&Unserializable).await.unwrap_err();
    let ErrorKind::Request(reason) = error.kind() else {
        panic!("{error:?}")
    };
    // The message of the type is not shown, since it may hold a value.
    assert_eq!(
        *reason.kind(),
        RequestErrorKind::Body("its `Serialize` implementation fails".into())
    );
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert_eq!(gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn every_http_method_is_sent_as_declared() {
    let (gateway, client) = start().await;
    let terminate = "/v3/marketing/partner/delivery-plan/delivery-plans/{plan_id}/terminate";
    let budget = "/v3/marketing/busifavor/stocks/{stock_id}/budget";
    gateway.respond("POST", terminate, ScriptedResponse::no_content());
    gateway.respond(
        "PUT",
        "/v3/ecommerce/applyments/",
        ScriptedResponse::no_content(),
    );
    gateway.respond(
        "PATCH",
        budget,
        ScriptedResponse::ok(json!({ "max_coupons": 300 })),
    );
    gateway.respond(
        "DELETE",
        "/v3/merchant-service/complaint-notifications",
        ScriptedResponse::no_content(),
    );
    client.no_body("12000").await.unwrap();
    assert_eq!(client.put(&json!({})).await.unwrap(), None);
    assert_eq!(
        client.patch("98065001", json!({})).await.unwrap()["max_coupons"],
        300
    );
    client.delete("a b").await.unwrap();
    let seen: Vec<_> = gateway
        .requests()
        .iter()
        .map(|request| {
            format!(
                "{} {} {:?} {:?}",
                request.method(),
                request.target(),
                request.header("content-type"),
                request.body()
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            r#"POST /v3/marketing/partner/delivery-plan/delivery-plans/12000/terminate None b"""#,
            r#"PUT /v3/ecommerce/applyments/ Some("application/json") b"{}""#,
            r#"PATCH /v3/marketing/busifavor/stocks/98065001/budget Some("application/json") b"{}""#,
            r#"DELETE /v3/merchant-service/complaint-notifications?type=a%20b None b"""#,
        ],
    );
    assert!(
        gateway
            .requests()
            .iter()
            .all(ReceivedRequest::is_authorized)
    );
}

#[tokio::test]
async fn a_result_of_unit_accepts_any_body() {
    let (gateway, client) = start().await;
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}/close";
    for scripted in [
        ScriptedResponse::no_content(),
        ScriptedResponse::ok(json!({})),
        ScriptedResponse::bytes(200, "not JSON"),
    ] {
        gateway.respond("POST", path, scripted);
        client
            .close("1", &json!({ "mchid": "1900000109" }))
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_verified_response_has_its_status_key_id_and_request_id() {
    let (gateway, client) = start().await;
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::json(201, json!({ "trade_state": "NOTPAY" })),
    );
    let order = client.query_verified("1").await.unwrap();
    assert_eq!(order.trade_state, "NOTPAY");
    assert_eq!(order.status(), 201);
    assert_eq!(order.key_id(), gateway.public_key().public_key_id());
    assert!(order.request_id().unwrap().ends_with("-0"));
    assert_eq!(
        order.into_inner(),
        Order {
            trade_state: "NOTPAY".into()
        }
    );
}

#[tokio::test]
async fn each_kind_of_key_is_asked_for_and_verifies_the_response() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({ "trade_state": "SUCCESS" })),
    );
    let certificate = gateway.platform_certificate();
    let modes = [
        (
            Verifier::new(certificate.clone()),
            certificate.serial_no().to_owned(),
        ),
        (
            Verifier::new(gateway.public_key()),
            gateway.public_key().public_key_id().to_owned(),
        ),
        (
            Verifier::new(certificate).with_key(gateway.public_key()),
            gateway.public_key().public_key_id().to_owned(),
        ),
    ];
    for (verifier, key_id) in modes {
        let client = gateway
            .client_for(gateway.merchant(), verifier)
            .build()
            .unwrap();
        let order = client.query_verified("1").await.unwrap();
        assert_eq!(order.key_id(), key_id);
        let received = gateway.requests().pop().unwrap();
        assert_eq!(received.header("wechatpay-serial"), Some(&*key_id));
    }
}

#[tokio::test]
async fn a_202_is_success_only_for_operations_that_respond_with_202() {
    let (gateway, client) = start().await;
    let accepted = ScriptedResponse::json(202, json!({ "state": "in progress" }));
    gateway.respond(
        "POST",
        "/v3/new-tax-control-fapiao/fapiao-applications",
        accepted.clone(),
    );
    gateway.respond("POST", "/v3/new-tax-control-fapiao/not-accepted", accepted);
    client.issue_fapiao(&json!({})).await.unwrap();
    let error = client.not_accepted(&json!({})).await.unwrap_err();
    let ErrorKind::Api(response) = error.kind() else {
        panic!("{error:?}")
    };
    assert!(response.is_authenticated());
    assert_eq!(&response.body()[..], br#"{"state":"in progress"}"#);
    assert_eq!(error.status(), Some(202));
    assert_eq!(error.code(), None);
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_response_of_another_type_is_executed_and_its_body_is_kept() {
    let (gateway, client) = start().await;
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    for body in [
        &br#"{"trade_state":7}"#[..],
        b"",
        b"\xff\xfe",
        b"[]",
        b"{\"trade_state\":\"SUCCESS\"} tail",
    ] {
        gateway.respond("GET", path, ScriptedResponse::bytes(200, body));
        let error = client.query("1", "1900000109").await.unwrap_err();
        let ErrorKind::Decode(decode) = error.kind() else {
            panic!("{error:?}")
        };
        assert_eq!(&decode.response().unwrap()[..], body);
        assert_eq!(error.outcome(), Outcome::Executed);
        assert_eq!(error.status(), Some(200));
        assert!(error.request_id().is_some());
        let text = error.to_string();
        let order = std::any::type_name::<Order>();
        let start =
            format!("the request was executed, but the response does not decode as `{order}`");
        assert!(text.starts_with(&start), "{text}");
        assert!(std::error::Error::source(&error).is_some());
    }
}
