//! JSAPI支付: places an order, signs the parameters with which the page starts the payment (调起支付), receives the
//! notification of the payment, and queries the order.
//!
//! Official page: <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/transactions/chapter3_2.shtml>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example jsapi_payment --features facts,gateway,notifications,payments
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Outcome, Result,
    gateway::ScriptedResponse,
    notification::{Notification, Reply},
    pay::JsapiPayment,
};
use wechatpay_endpoints::{
    notifications::{Event, NotificationExt as _, TransactionSuccess},
    payments::direct::{
        Amount, CloseOrderRequest, JsapiPayer, PrepayJsapiRequest, PrepayResponse, TradeState,
        Transactions as _,
    },
};

const OUT_TRADE_NO: &str = "1217752501201407033233368018";
const TOTAL: Fen = Fen(100);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    let mchid = gateway.merchant().mchid().to_owned();
    let missing = ScriptedResponse::error(404, "ORDER_NOT_EXIST", "订单不存在");
    gateway.respond_once(
        "GET",
        "/v3/pay/transactions/out-trade-no/{out_trade_no}",
        missing,
    );
    loopback::lose(&gateway, "/v3/pay/transactions/jsapi");

    let order = PrepayJsapiRequest::builder()
        .appid("wxd678efh567hg6787")
        .mchid(&mchid)
        .description("深圳腾大店-咖啡")
        .out_trade_no(OUT_TRADE_NO)
        .notify_url("https://merchant.example/notify")
        .amount(Amount::builder().total(TOTAL).build())
        .payer(
            JsapiPayer::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .build();
    let prepaid = place(&client, &order).await?;
    // The argument of WeixinJSBridge.invoke("getBrandWCPayRequest", …) in the page.
    let payment = JsapiPayment::of(&client, &order, &prepaid).await?;
    println!("call up       {}", serde_json::to_string_pretty(&payment)?);

    // Only a notification or a query proves the payment: the page may report anything.
    let paid = json!({
        "mchid": mchid, "out_trade_no": OUT_TRADE_NO, "trade_state": "SUCCESS", "amount": { "total": TOTAL },
    });
    loopback::notify(&gateway, "TRANSACTION.SUCCESS", &paid, notified)?;
    println!("queried       {}", settle(&client, &mchid).await?);
    Ok(())
}

/// Places an order. After an unknown outcome the query decides: an order that is not paid is placed again, with the very
/// same members, because WeChat Pay de-duplicates by `out_trade_no`.
async fn place(client: &Client, order: &PrepayJsapiRequest) -> Result<PrepayResponse> {
    let error = match client.prepay_jsapi(order).await {
        Err(error) if error.outcome() == Outcome::Unknown => error,
        known => return known,
    };
    println!("unknown       {error}");
    let queried = client
        .query_order_by_out_trade_no(&order.out_trade_no, &order.mchid)
        .await;
    match queried {
        Ok(found) if found.trade_state == TradeState::Notpay => client.prepay_jsapi(order).await,
        Err(error) if error.code() == Some("ORDER_NOT_EXIST") => client.prepay_jsapi(order).await,
        _ => Err(error),
    }
}

/// Records a payment, if its amount is that of the order. WeChat Pay may send the same notification several times.
fn notified(notification: &Notification) -> Reply {
    match notification.event() {
        Event::TransactionSuccess(TransactionSuccess::Merchant(order)) => {
            if order.amount.and_then(|amount| amount.total) != Some(TOTAL) {
                return Reply::failure("another amount than that of the order");
            }
            println!("paid          {} {TOTAL} yuan", order.out_trade_no);
            Reply::success()
        }
        Event::Undecoded(_) => Reply::failure("not decoded"),
        _ => Reply::success(),
    }
}

/// Queries an order whose notification does not arrive, and closes the order if nobody paid in time.
async fn settle(client: &Client, mchid: &str) -> Result<TradeState> {
    let order = client
        .query_order_by_out_trade_no(OUT_TRADE_NO, mchid)
        .await?;
    if order.trade_state == TradeState::Notpay {
        let body = CloseOrderRequest::builder().mchid(mchid).build();
        client.close_order(OUT_TRADE_NO, &body).await?;
    }
    Ok(order.trade_state)
}
