//! 分账: adds a person as a receiver, shares the amount of a payment, reads each receiver's result, and unfreezes the
//! rest for the shop.
//!
//! The order was placed with `settle_info.profit_sharing`, so that its amount is frozen. Sharing begins a minute after
//! the payment, and ends after 30 days.
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/profit-sharing/orders/create-order.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example profit_sharing --features facts,gateway,profit_sharing
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use wechatpay_client::{Client, Fen, Outcome, Result};
use wechatpay_endpoints::profit_sharing::direct::{
    AddProfitSharingReceiverRequest, CreateProfitSharingOrderRequest, OrderReceiver, OrderState,
    Orders as _, ReceiverResult, ReceiverType, Receivers as _, RelationType,
    UnfreezeProfitSharingOrderRequest,
};

const APPID: &str = "wx8888888888888888";
const TRANSACTION_ID: &str = "4208450740201411110007820472";
const OUT_ORDER_NO: &str = "P20150806125346";
const OPENID: &str = "oxTWIuGaIt6gTKsQRLau2M0yL16E";
const NAME: &str = "张三";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway.client().validate(true).build()?;
    loopback::lose(&gateway, "/v3/profitsharing/orders");

    // The name is encrypted in the request, and hidden in every log.
    let receiver = AddProfitSharingReceiverRequest::builder()
        .appid(APPID)
        .r#type(ReceiverType::PersonalOpenid)
        .account(OPENID)
        .name(NAME)
        .relation_type(RelationType::Staff)
        .build();
    println!("receiver      {:?}", receiver.name);
    let added = client.add_profit_sharing_receiver(&receiver).await?;
    println!("added         {}", added.account);

    share(&client, Fen(300)).await?;
    if is_finished(&client).await? {
        let rest = client
            .query_profit_sharing_order_amount(TRANSACTION_ID)
            .await?;
        println!("rest          {} yuan", rest.unsplit_amount);
        unfreeze(&client).await?;
    }
    Ok(())
}

/// Shares a part of the payment. After an unknown outcome the query of [`is_finished`] decides. An order that does not
/// exist is requested again with the same `out_order_no`, by which WeChat Pay de-duplicates.
async fn share(client: &Client, amount: Fen) -> Result<()> {
    let receiver = OrderReceiver::builder()
        .r#type(ReceiverType::PersonalOpenid)
        .account(OPENID)
        .name(NAME)
        .amount(amount)
        .description("分给店员")
        .build();
    let body = CreateProfitSharingOrderRequest::builder()
        .appid(APPID)
        .transaction_id(TRANSACTION_ID)
        .out_order_no(OUT_ORDER_NO)
        .receivers(vec![receiver])
        .unfreeze_unsplit(false)
        .build();
    match client.create_profit_sharing_order(&body).await {
        Ok(order) => println!("requested     {} {}", order.out_order_no, order.state),
        Err(error) if error.outcome() == Outcome::Unknown => println!("unknown       {error}"),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Reads the result of each receiver: `FINISHED` says only that the order is done, not that the receivers were paid.
async fn is_finished(client: &Client) -> Result<bool> {
    let order = client
        .query_profit_sharing_order(OUT_ORDER_NO, None, TRANSACTION_ID)
        .await?;
    println!("queried       {} {}", order.out_order_no, order.state);
    for receiver in order.receivers.unwrap_or_default() {
        match receiver.result {
            ReceiverResult::Success => println!("shared        {} yuan", receiver.amount),
            ReceiverResult::Closed => println!("not shared    {:?}", receiver.fail_reason),
            result => println!("in progress   {result}"),
        }
    }
    Ok(order.state == OrderState::Finished)
}

/// Ends the sharing: the rest of the payment belongs to the shop. This order has a number of its own.
async fn unfreeze(client: &Client) -> Result<()> {
    let body = UnfreezeProfitSharingOrderRequest::builder()
        .transaction_id(TRANSACTION_ID)
        .out_order_no("P20150806125347")
        .description("解冻全部剩余资金")
        .build();
    let order = client.unfreeze_profit_sharing_order(&body).await?;
    println!("unfrozen      {} {}", order.out_order_no, order.state);
    Ok(())
}
