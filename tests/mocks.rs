//! A declared trait is the seam for tests: users implement it, and write code over it.

use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use serde_json::json;
use wechatpay_client::{
    BuildError, Client, Error, Outcome, Result, TransportErrorKind, Verified, VerifyReason,
    testing::{
        Gateway, Reply, api_error, decode_error, transport_error, unauthenticated_error, verified,
        verify_error,
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

/// Answers that every order is unpaid, and remembers what was closed.
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
async fn a_users_own_type_takes_the_place_of_the_client() {
    let api = Arc::new(Unpaid::default());
    let state = close_unpaid(api.clone(), "42".to_owned()).await.unwrap();
    assert_eq!(state, "NOTPAY");
    assert_eq!(*api.closed.lock().unwrap(), ["42 of 1900000109"]);
}

#[tokio::test]
async fn the_client_takes_the_place_of_a_users_own_type() {
    let gateway = Gateway::start().await.unwrap();
    let order = "/v3/pay/transactions/out-trade-no/42";
    let reply = Reply::ok(serde_json::json!({"trade_state": "CLOSED"}));
    gateway.reply("GET", order, reply);
    gateway.reply("POST", &format!("{order}/close"), Reply::no_content());

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

/// Code that borrows takes both too.
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
async fn code_over_a_reference_takes_both() {
    assert_eq!(state(&Unpaid::default()).await.unwrap(), "NOTPAY");

    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.reply("GET", path, Reply::ok(json!({"trade_state": "REFUND"})));
    let client = gateway.client().build().unwrap();
    assert_eq!(state(&client).await.unwrap(), "REFUND");

    let refused = api_error(400, &json!({ "code": "PARAM_ERROR" }));
    let failing = Failing(Mutex::new(Some(refused)));
    let error = state(&failing).await.unwrap_err();
    assert_eq!(error.code(), Some("PARAM_ERROR"));
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[test]
fn a_verified_value_has_the_proof_of_a_test() {
    let answer = verified("value");
    assert_eq!(*answer, "value");
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.request_id(), Some("testing"));
    assert_eq!(answer.serial(), "testing");
}

/// Each kind of error, as a mock returns it and as the caller sees it.
#[test]
fn mocks_can_fail_in_every_way() {
    let cases = [
        (
            Error::from(BuildError::Mchid),
            (Outcome::NotExecuted, None, None, None),
        ),
        (
            transport_error(TransportErrorKind::Connect, Outcome::NotExecuted),
            (Outcome::NotExecuted, None, None, None),
        ),
        (
            transport_error(TransportErrorKind::Deadline, Outcome::Unknown),
            (Outcome::Unknown, None, None, None),
        ),
        (
            verify_error(VerifyReason::SignatureProbe, 200),
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
    assert!(transport_error(TransportErrorKind::Deadline, Outcome::Unknown).is_timeout());
}
