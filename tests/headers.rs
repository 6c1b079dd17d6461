//! Headers that an operation declares.

use serde_json::{Value, json};
use wechatpay_client::{
    Client, ErrorKind, Result,
    error::{HeaderErrorKind, RequestErrorKind},
    gateway::{Gateway, ReceivedRequest, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api(POST "/v3/marketing/partnerships/build", without(idempotency_key))]
trait BuildPartnership {
    async fn build(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: Option<&str>,
        #[header = "X-Attempt"] attempt: u32,
        body: &Value,
    ) -> Result<()>;
}

const PATH: &str = "/v3/marketing/partnerships/build";

async fn gateway() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", PATH, ScriptedResponse::no_content());
    let client = gateway.client().build().unwrap();
    (gateway, client)
}

fn received(gateway: &Gateway) -> ReceivedRequest {
    let [request] = <[_; 1]>::try_from(gateway.requests()).unwrap();
    request
}

#[tokio::test]
async fn a_declared_header_is_sent_beside_the_clients_own() {
    let (gateway, client) = gateway().await;
    client
        .build(Some("12345"), 7, &json!({ "a": 1 }))
        .await
        .unwrap();
    let request = received(&gateway);
    assert_eq!(request.header("Idempotency-Key"), Some("12345"));
    assert_eq!(request.header("X-Attempt"), Some("7"));
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert!(request.is_authorized());
}

#[tokio::test]
async fn a_header_that_is_none_is_left_out() {
    let (gateway, client) = gateway().await;
    client.build(None, 7, &json!({})).await.unwrap();
    assert_eq!(received(&gateway).header("Idempotency-Key"), None);
}

#[tokio::test]
async fn an_invalid_header_value_is_refused_before_sending() {
    let (gateway, client) = gateway().await;
    for (value, expected) in [
        ("", HeaderErrorKind::Empty),
        ("a\r\nb", HeaderErrorKind::Characters),
        ("a\0", HeaderErrorKind::Characters),
        ("幂等", HeaderErrorKind::Characters),
        (" a", HeaderErrorKind::Characters),
        ("a\t", HeaderErrorKind::Characters),
    ] {
        let error = client.build(Some(value), 7, &json!({})).await.unwrap_err();
        let ErrorKind::Request(error) = error.kind() else {
            panic!("{error:?}");
        };
        let RequestErrorKind::HeaderArgument { name, kind } = error.kind() else {
            panic!("{error:?}");
        };
        assert_eq!((*name, *kind), ("Idempotency-Key", expected), "{value:?}");
    }
    assert!(gateway.requests().is_empty());
}
