//! 合单支付: one payment for the orders of several shops: all are paid, or none. Each is refunded by itself.
//!
//! Official page: <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/pay/combine/chapter3_2.shtml>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example combined_order --features facts,gateway,notifications,payments
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, Outcome, Result,
    notification::{Notification, Reply},
    pay::JsapiPayment,
};
use wechatpay_endpoints::{
    notifications::{Event, NotificationExt as _, TransactionSuccess},
    payments::combine::{
        Amount, CloseCombineOrderRequest, CloseSubOrder, CombinePayerInfo,
        CombineTransactions as _, JsapiSubOrder, PrepayCombineJsapiRequest,
    },
};

const APPID: &str = "wxd678efh567hg6787";
/// The platform's number of the payment. Each order has a number of its own.
const COMBINE_OUT_TRADE_NO: &str = "P20150806125346";
/// The shops: `mchid`, `out_trade_no` and amount. Together 2 to 10 orders.
const SHOPS: [(&str, &str, Fen); 2] = [
    ("1900000109", "20150806125346", Fen(1_200)),
    ("1900000110", "20150806125347", Fen(850)),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    let mchid = gateway.merchant().mchid().to_owned();

    let payment = place(&client, &mchid).await?;
    println!("call up       {}", serde_json::to_string_pretty(&payment)?);

    // Nobody has paid in time, as far as the platform knows, so the platform closes the orders.
    let path = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close";
    loopback::lose(&gateway, path);
    close(&client).await?;

    // WeChat Pay posts one notification for all orders.
    let order = |(mchid, out_trade_no, total): (&str, &str, Fen)| {
        let amount = json!({ "total_amount": total, "currency": "CNY", "payer_amount": total, "payer_currency": "CNY" });
        json!({ "mchid": mchid, "out_trade_no": out_trade_no, "trade_state": "SUCCESS", "amount": amount })
    };
    let paid = json!({
        "combine_appid": APPID, "combine_mchid": &mchid, "combine_out_trade_no": COMBINE_OUT_TRADE_NO,
        "sub_orders": SHOPS.map(order),
    });
    loopback::notify(&gateway, "TRANSACTION.SUCCESS", &paid, notified)?;
    Ok(())
}

/// Places the orders, and signs the parameters with which the page starts the payment.
async fn place(client: &Client, mchid: &str) -> Result<JsapiPayment> {
    let sub_order = |(mchid, out_trade_no, total): (&str, &str, Fen)| {
        let amount = Amount::builder()
            .total_amount(total)
            .currency("CNY")
            .build();
        JsapiSubOrder::builder()
            .mchid(mchid)
            .out_trade_no(out_trade_no)
            .description("夜市-小吃")
            .attach("夜市")
            .amount(amount)
            .build()
    };
    let order = PrepayCombineJsapiRequest::builder()
        .combine_appid(APPID)
        .combine_mchid(mchid)
        .combine_out_trade_no(COMBINE_OUT_TRADE_NO)
        .sub_orders(SHOPS.map(sub_order).to_vec())
        .combine_payer_info(
            CombinePayerInfo::builder()
                .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                .build(),
        )
        .notify_url("https://merchant.example/notify")
        .build();
    let prepaid = client.prepay_combine_jsapi(&order).await?;
    JsapiPayment::of(client, &order, &prepaid).await
}

/// Records the payment of each order, if the amount is that of the order.
fn notified(notification: &Notification) -> Reply {
    let Event::TransactionSuccess(TransactionSuccess::Combine(combined)) = notification.event()
    else {
        return Reply::failure("not a combined order");
    };
    for order in combined.sub_orders.unwrap_or_default() {
        let total = order.amount.total_amount;
        let placed = SHOPS
            .iter()
            .find(|(_, number, _)| *number == order.out_trade_no);
        match placed {
            Some((mchid, number, amount)) if total == *amount => {
                println!("paid          {number} {amount} yuan to {mchid}");
            }
            _ => return Reply::failure("another order than the platform placed"),
        }
    }
    Reply::success()
}

/// Closes all orders of a payment, listed as they were placed. After an unknown outcome the query decides.
async fn close(client: &Client) -> Result<()> {
    let sub_order = |(mchid, out_trade_no, _): (&str, &str, Fen)| {
        CloseSubOrder::builder()
            .mchid(mchid)
            .out_trade_no(out_trade_no)
            .build()
    };
    let body = CloseCombineOrderRequest::builder()
        .combine_appid(APPID)
        .sub_orders(SHOPS.map(sub_order).to_vec())
        .build();
    match client
        .close_combine_order(COMBINE_OUT_TRADE_NO, &body)
        .await
    {
        Err(error) if error.outcome() == Outcome::Unknown => println!("unknown       {error}"),
        known => return known,
    }
    let order = client
        .query_combine_order_by_out_trade_no(COMBINE_OUT_TRADE_NO)
        .await?;
    for order in order.sub_orders.unwrap_or_default() {
        // SUCCESS: the customer paid in between, and the notification follows.
        println!("queried       {} {}", order.out_trade_no, order.trade_state);
    }
    Ok(())
}
