//! Trait objects: one type for the client and its mocks, as the state of an axum server keeps it. `dynosaur` makes the
//! type, below the attribute.

use std::sync::Arc;

use axum::{
    Router,
    extract::{Path, State},
    routing::get,
};
use dynosaur::dynosaur;
use mockall::automock;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use wechatpay_client::{
    ErrorKind, Result, Verified,
    gateway::{Gateway, ScriptedResponse},
    testing::{api_error, verified},
    wechatpay_api,
};

#[derive(Debug, Deserialize)]
pub struct Order {
    pub trade_state: String,
}

#[derive(Serialize)]
pub struct Close<'a> {
    pub mchid: &'a str,
}

#[wechatpay_api]
#[dynosaur(pub DynOrders = dyn(box) Orders)]
pub trait Orders: Send + Sync {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> Result<Verified<Order>>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn close_order(&self, out_trade_no: &str, body: &Close<'_>) -> Result<()>;
}

/// A mock with one paid order.
struct OnePaid;

impl Orders for OnePaid {
    async fn query_order(&self, out_trade_no: &str, _: &str) -> Result<Verified<Order>> {
        match out_trade_no {
            "42" => Ok(verified(Order {
                trade_state: "SUCCESS".to_owned(),
            })),
            _ => Err(api_error(404, &json!({ "code": "ORDER_NOT_EXIST" }))),
        }
    }

    async fn close_order(&self, _: &str, _: &Close<'_>) -> Result<()> {
        Err(api_error(400, &json!({ "code": "ORDERPAID" })))
    }
}

/// A server whose state does not name the type of its payments.
#[derive(Clone)]
struct Shop {
    orders: Arc<DynOrders<'static>>,
}

async fn order_state(State(shop): State<Shop>, Path(out_trade_no): Path<String>) -> String {
    match shop.orders.query_order(&out_trade_no, "1900000109").await {
        Ok(order) => order.into_inner().trade_state,
        Err(error) => error.code().unwrap_or("?").to_owned(),
    }
}

/// The response of a shop with these payments to a `GET` of `/orders/{out_trade_no}`.
async fn get_order_state(orders: Arc<DynOrders<'static>>, out_trade_no: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new()
        .route("/orders/{out_trade_no}", get(order_state))
        .with_state(Shop { orders });
    tokio::spawn(async move { axum::serve(listener, router).await });
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET /orders/{out_trade_no} HTTP/1.0\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    response.rsplit("\r\n").next().unwrap().to_owned()
}

#[tokio::test]
async fn the_state_of_a_server_holds_the_client_or_a_mock() {
    let gateway = Gateway::start().await.unwrap();
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    let response = json!({ "trade_state": "NOTPAY" });
    gateway.respond("GET", path, ScriptedResponse::ok(response));
    let client = gateway.client().build().unwrap();
    let orders = DynOrders::new_arc(client);
    assert_eq!(get_order_state(orders, "42").await, "NOTPAY");
    assert_eq!(
        gateway.requests()[0].target(),
        "/v3/pay/transactions/out-trade-no/42?mchid=1900000109"
    );

    let orders = DynOrders::new_arc(OnePaid);
    assert_eq!(get_order_state(orders.clone(), "42").await, "SUCCESS");
    assert_eq!(get_order_state(orders, "43").await, "ORDER_NOT_EXIST");
}

/// Works with a trait object too, because the object implements the trait.
async fn close(orders: &(impl Orders + ?Sized), out_trade_no: &str) -> Result<()> {
    let body = Close {
        mchid: "1900000109",
    };
    orders.close_order(out_trade_no, &body).await
}

#[tokio::test]
async fn a_trait_object_is_used_where_its_trait_is() {
    let orders = DynOrders::new_arc(OnePaid);
    let error = close(&*orders, "42").await.unwrap_err();
    assert_eq!(error.code(), Some("ORDERPAID"));
    // The future of a call can move to another thread.
    let task = tokio::spawn(async move { close(&*orders, "42").await });
    assert_eq!(task.await.unwrap().unwrap_err().code(), Some("ORDERPAID"));
    // Without an allocation for the object.
    let lent = DynOrders::from_ref(&OnePaid);
    assert_eq!(
        close(lent, "42").await.unwrap_err().code(),
        Some("ORDERPAID")
    );
}

/// A private trait with one method, default bodies, and a mock by `mockall`.
#[wechatpay_api(POST "/v3/refund/domestic/refunds", defaults)]
#[dynosaur(DynRefunds = dyn(box) Refunds)]
#[automock]
trait Refunds: Send + Sync {
    async fn refund(&self, body: &Value) -> Result<()>;
}

struct NoRefunds;

impl Refunds for NoRefunds {}

#[tokio::test]
async fn default_bodies_and_mockall_work_beside_trait_objects() {
    let mut mock = MockRefunds::new();
    mock.expect_refund()
        .times(1)
        .returning(|_| Box::pin(async { Ok(()) }));
    let refunds: [Box<DynRefunds<'_>>; 2] =
        [DynRefunds::new_box(mock), DynRefunds::new_box(NoRefunds)];
    let body = json!({ "out_refund_no": "42" });
    refunds[0].refund(&body).await.unwrap();
    let error = refunds[1].refund(&body).await.unwrap_err();
    let method = "Refunds::refund";
    assert!(
        matches!(error.kind(), ErrorKind::NotImplemented { method: found } if *found == method)
    );
}
