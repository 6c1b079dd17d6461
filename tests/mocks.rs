//! Mocks: users implement a declared trait in place of the client, and write their code over the trait.

use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use serde_json::json;
use wechatpay_client::{
    ApiV3Key, Client, Download, Error, ErrorKind, Outcome, Result, Verified,
    error::{TransportErrorKind, VerifyErrorKind},
    gateway::{Gateway, ScriptedResponse},
    testing::{
        api_error, decode_error, transport_error, unauthenticated_error, verified, verify_error,
    },
    wechatpay_api,
};

#[derive(Debug, Deserialize, PartialEq)]
struct Order {
    trade_state: String,
}

#[derive(Serialize)]
struct Close<'a> {
    mchid: &'a str,
}

#[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
trait Orders {
    async fn order(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<Verified<Order>>;
}

#[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
trait Closing {
    async fn close(&self, out_trade_no: &str, body: &Close<'_>) -> Result<()>;
}

/// A mock that returns every order as unpaid, and remembers the closed ones.
#[derive(Default)]
struct Unpaid {
    closed: Mutex<Vec<String>>,
}

impl Orders for Unpaid {
    async fn order(&self, _out_trade_no: &str, _mchid: &str) -> Result<Verified<Order>> {
        Ok(verified(Order {
            trade_state: "NOTPAY".to_owned(),
        }))
    }
}

impl Closing for Unpaid {
    async fn close(&self, out_trade_no: &str, body: &Close<'_>) -> Result<()> {
        let closed = format!("{out_trade_no} of {}", body.mchid);
        self.closed.lock().unwrap().push(closed);
        Ok(())
    }
}

/// Closes an order unless it is paid, in a task of its own; returns its state.
async fn close_unpaid<T>(api: Arc<T>, out_trade_no: String) -> Result<String>
where
    T: Orders + Closing + Send + Sync + 'static,
{
    let task = tokio::spawn(async move {
        let mchid = "1900000109";
        let order = api.order(&out_trade_no, mchid).await?;
        if order.trade_state != "SUCCESS" {
            api.close(&out_trade_no, &Close { mchid }).await?;
        }
        Ok(order.into_inner().trade_state)
    });
    task.await.unwrap()
}

#[tokio::test]
async fn a_users_own_type_can_replace_the_client() {
    let api = Arc::new(Unpaid::default());
    let state = close_unpaid(api.clone(), "42".to_owned()).await.unwrap();
    assert_eq!(state, "NOTPAY");
    assert_eq!(*api.closed.lock().unwrap(), ["42 of 1900000109"]);
}

#[tokio::test]
async fn the_client_can_replace_a_users_own_type() {
    let gateway = Gateway::start().await.unwrap();
    let order = "/v3/pay/transactions/out-trade-no/42";
    let scripted = ScriptedResponse::ok(serde_json::json!({"trade_state": "CLOSED"}));
    gateway.respond("GET", order, scripted);
    gateway.respond(
        "POST",
        &format!("{order}/close"),
        ScriptedResponse::no_content(),
    );

    let client: Client = gateway.client().build().unwrap();
    let state = close_unpaid(Arc::new(client), "42".to_owned())
        .await
        .unwrap();
    assert_eq!(state, "CLOSED");
    let targets: Vec<_> = gateway
        .requests()
        .iter()
        .map(|request| format!("{} {}", request.method(), request.target()))
        .collect();
    assert_eq!(
        targets,
        [
            format!("GET {order}?mchid=1900000109"),
            format!("POST {order}/close")
        ]
    );
}

/// Borrows the client or a mock.
async fn state(api: &(impl Orders + Sync)) -> Result<String> {
    let order = api.order("42", "1900000109").await?;
    Ok(order.into_inner().trade_state)
}

/// Fails a query with this error.
struct Failing(Mutex<Option<Error>>);

impl Orders for Failing {
    async fn order(&self, _: &str, _: &str) -> Result<Verified<Order>> {
        Err(self.0.lock().unwrap().take().unwrap())
    }
}

#[tokio::test]
async fn code_that_borrows_accepts_a_mock_and_the_client() {
    assert_eq!(state(&Unpaid::default()).await.unwrap(), "NOTPAY");

    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({"trade_state": "REFUND"})),
    );
    let client = gateway.client().build().unwrap();
    assert_eq!(state(&client).await.unwrap(), "REFUND");

    let refused = api_error(400, &json!({ "code": "PARAM_ERROR" }));
    let failing = Failing(Mutex::new(Some(refused)));
    let error = state(&failing).await.unwrap_err();
    assert_eq!(error.code(), Some("PARAM_ERROR"));
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[test]
fn a_verified_value_of_a_test_names_testing_as_its_proof() {
    let response = verified("value");
    assert_eq!(*response, "value");
    assert_eq!(response.status(), 200);
    assert_eq!(response.request_id(), Some("testing"));
    assert_eq!(response.key_id(), "testing");
}

/// Each kind of error, as a mock returns it and as the caller sees it.
#[test]
fn mocks_can_fail_in_every_way() {
    let cases = [
        (
            Error::from(ApiV3Key::new("").unwrap_err()),
            (Outcome::NotExecuted, None, None, None),
        ),
        (
            transport_error(TransportErrorKind::Connect, Outcome::NotExecuted),
            (Outcome::NotExecuted, None, None, None),
        ),
        (
            transport_error(TransportErrorKind::Timeout, Outcome::Unknown),
            (Outcome::Unknown, None, None, None),
        ),
        (
            verify_error(VerifyErrorKind::SignatureProbe, 200),
            (Outcome::Unknown, Some(200), None, Some("testing")),
        ),
        (
            api_error(403, &json!({ "code": "NOT_ENOUGH", "message": "余额不足" })),
            (
                Outcome::NotExecuted,
                Some(403),
                Some("NOT_ENOUGH"),
                Some("testing"),
            ),
        ),
        (
            api_error(500, &json!({ "code": "SYSTEM_ERROR" })),
            (
                Outcome::Unknown,
                Some(500),
                Some("SYSTEM_ERROR"),
                Some("testing"),
            ),
        ),
        (
            unauthenticated_error(401, r#"{"code":"SIGN_ERROR"}"#),
            (Outcome::Unknown, Some(401), Some("SIGN_ERROR"), None),
        ),
        (
            decode_error::<Order>("{}"),
            (Outcome::Executed, Some(200), None, Some("testing")),
        ),
    ];
    for (error, expected) in cases {
        let seen = (
            error.outcome(),
            error.status(),
            error.code(),
            error.request_id(),
        );
        assert_eq!(seen, expected, "{error:?}");
    }
    assert!(transport_error(TransportErrorKind::Timeout, Outcome::Unknown).is_timeout());
}

#[derive(Serialize)]
struct Refund {
    out_refund_no: String,
}

/// `mockall` stands below the attribute, so that it mocks the expanded trait.
#[wechatpay_api]
#[mockall::automock]
trait Refunds {
    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn refunded(
        &self,
        out_refund_no: &str,
        #[query] sub_mchid: Option<String>,
    ) -> Result<Verified<Order>>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Refund) -> Result<()>;
}

/// Queries a refund, and makes the refund if there is none.
async fn refund_once(api: &(impl Refunds + Sync), out_refund_no: &str) -> Result<String> {
    match api.refunded(out_refund_no, None).await {
        Err(error) if error.code() == Some("RESOURCE_NOT_EXISTS") => {
            let out_refund_no = out_refund_no.to_owned();
            api.refund(&Refund { out_refund_no }).await?;
            Ok("NEW".to_owned())
        }
        known => Ok(known?.into_inner().trade_state),
    }
}

#[tokio::test]
async fn mockall_generates_the_mock() {
    let mut api = MockRefunds::new();
    api.expect_refunded()
        .withf(|out_refund_no, sub_mchid| out_refund_no == "42" && sub_mchid.is_none())
        .times(1)
        .returning(|_, _| {
            let unknown = json!({ "code": "RESOURCE_NOT_EXISTS" });
            Box::pin(async move { Err(api_error(404, &unknown)) })
        });
    api.expect_refund()
        .withf(|body| body.out_refund_no == "42")
        .times(1)
        .returning(|_| Box::pin(async { Ok(()) }));
    assert_eq!(refund_once(&api, "42").await.unwrap(), "NEW");

    let mut api = MockRefunds::new();
    api.expect_refunded().returning(|_, _| {
        let trade_state = "SUCCESS".to_owned();
        Box::pin(async { Ok(verified(Order { trade_state })) })
    });
    assert_eq!(refund_once(&api, "42").await.unwrap(), "SUCCESS");
}

#[tokio::test]
async fn the_client_implements_a_trait_that_mockall_mocks() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/refund/domestic/refunds/42";
    gateway.respond(
        "GET",
        path,
        ScriptedResponse::ok(json!({"trade_state": "CLOSED"})),
    );
    let client = gateway.client().build().unwrap();
    assert_eq!(refund_once(&client, "42").await.unwrap(), "CLOSED");
}

/// A trait that grew: its new methods have default bodies.
#[wechatpay_api(defaults)]
trait Growing: Sync {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn old(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Order>;

    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn new(&self, body: &Close<'_>) -> Result<Verified<Order>>;

    #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
    async fn newest(&self, media_id: &str) -> Result<Download>;
}

struct OldMock;

impl Growing for OldMock {
    async fn old(&self, _: &str, _: &str) -> Result<Order> {
        let trade_state = "NOTPAY".to_owned();
        Ok(Order { trade_state })
    }
}

#[tokio::test]
async fn a_mock_of_a_trait_with_defaults_may_leave_methods_out() {
    fn assert_not_implemented<T>(response: Result<T>, expected: &str) {
        let error = response.err().unwrap();
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        let ErrorKind::NotImplemented { method } = error.kind() else {
            panic!("{error:?}");
        };
        assert_eq!(*method, expected);
    }
    let mock = OldMock;
    assert_eq!(mock.old("42", "1").await.unwrap().trade_state, "NOTPAY");
    let new = mock.new(&Close { mchid: "1" }).await;
    assert_not_implemented(new, "Growing::new");
    let newest = tokio::spawn(async move { mock.newest("42").await });
    assert_not_implemented(newest.await.unwrap(), "Growing::newest");
}

#[tokio::test]
async fn the_client_implements_methods_that_have_a_default() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/native";
    gateway.respond(
        "POST",
        path,
        ScriptedResponse::ok(json!({"trade_state": "NOTPAY"})),
    );
    let client = gateway.client().build().unwrap();
    let order = client.new(&Close { mchid: "1" }).await.unwrap();
    assert_eq!(order.trade_state, "NOTPAY");
    assert_eq!(gateway.requests().len(), 1);
}

/// Two traits with a method of the same name: callers name the trait.
mod one_name {
    use serde_json::Value;

    use super::{Result, wechatpay_api};

    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    pub(super) trait Jsapi {
        async fn prepay(&self, body: &Value) -> Result<()>;
    }

    #[wechatpay_api(POST "/v3/pay/transactions/app")]
    pub(super) trait App {
        async fn prepay(&self, body: &Value) -> Result<()>;
    }
}

#[tokio::test]
async fn methods_of_the_same_name_are_called_by_their_trait() {
    use one_name::{App, Jsapi};
    async fn both(api: &(impl App + Jsapi)) -> Result<()> {
        Jsapi::prepay(api, &json!({})).await?;
        App::prepay(api, &json!({})).await
    }
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/{kind}";
    gateway.respond("POST", path, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    both(&client).await.unwrap();
    let sent = gateway.requests();
    let targets: Vec<_> = sent.iter().map(|request| request.target()).collect();
    assert_eq!(
        targets,
        ["/v3/pay/transactions/jsapi", "/v3/pay/transactions/app"]
    );
}

#[wechatpay_api]
#[mockall::automock]
pub trait TradeBills {
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn trade_bill<'a>(
        &self,
        #[query] bill_date: &str,
        #[query] tar_type: Option<&'a str>,
    ) -> Result<serde_json::Value>;
}

#[tokio::test]
async fn a_lent_text_in_an_option_has_a_named_lifetime() {
    let mut mock = MockTradeBills::new();
    mock.expect_trade_bill().returning(|_, tar_type| {
        let response = json!({ "tar_type": tar_type });
        Box::pin(async move { Ok(response) })
    });
    let bill = mock.trade_bill("2026-11-26", Some("GZIP")).await.unwrap();
    assert_eq!(bill["tar_type"], "GZIP");
}
