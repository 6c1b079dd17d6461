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
