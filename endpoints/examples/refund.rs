//! 退款: requests a refund, settles an unknown outcome, and receives the notification of the result.
//!
//! Official page: <https://pay.weixin.qq.com/docs/merchant/apis/refund/refunds/create.html>
//!
//! ```text
//! cargo run -p wechatpay-endpoints --example refund --features facts,gateway,notifications,payments
//! ```

#![allow(clippy::print_stdout, reason = "an example prints what happens")]

mod loopback;

use std::error::Error;

use serde_json::json;
use wechatpay_client::{
    Client, Fen, FrozenRequest, Journal, Outcome, Result,
    error::JournalError,
    gateway::ScriptedResponse,
    notification::{Notification, Reply},
};
use wechatpay_endpoints::{
    notifications::{Event, NotificationExt as _, RefundSuccess},
    payments::refunds::{
        CreateRefundAmount, CreateRefundRequest, CreateRefundResponse, RefundStatus, Refunds as _,
    },
};

/// Prints its entries. A shop writes them to its database, in case the process stops in between.
struct PrintingJournal;

impl Journal for PrintingJournal {
    async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
        println!("journaled     {} {}", request.method(), request.target());
        Ok(())
    }

    async fn after(&self, request: &FrozenRequest, outcome: Outcome) {
        println!(
            "journaled     {} {}: {outcome:?}",
            request.method(),
            request.target()
        );
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = loopback::start().await?;
    let client = gateway
        .client()
        .validate(true)
        .journal(PrintingJournal)
        .build()?;
    let missing = ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "退款单不存在");
    gateway.respond_once(
        "GET",
        "/v3/refund/domestic/refunds/{out_refund_no}",
        missing,
    );
    loopback::lose(&gateway, "/v3/refund/domestic/refunds");

    let amount = CreateRefundAmount::builder()
        .refund(Fen(888))
        .total(Fen(888))
        .currency("CNY")
        .build();
    let body = CreateRefundRequest::builder()
        .out_trade_no("1217752501201407033233368014")
        // A new number refunds again: the shop stores the number before the first request.
        .out_refund_no("1217752501201407033233368018")
        .notify_url("https://merchant.example/notify")
        .amount(amount)
        .build();
    println!("requested     {}", refund(&client, &body).await?);

    // The refund is in progress until WeChat Pay posts the result.
    let done = json!({
        "mchid": gateway.merchant().mchid(), "out_refund_no": &body.out_refund_no, "refund_status": "SUCCESS",
        "user_received_account": "招商银行信用卡0403", "amount": { "refund": 888 },
    });
    loopback::notify(&gateway, "REFUND.SUCCESS", &done, notified)?;
    Ok(())
}

/// Requests a refund. After an unknown outcome the query decides: only a refund that does not exist is repeated, by the
/// very same request with the same `out_refund_no`.
async fn refund(client: &Client, body: &CreateRefundRequest) -> Result<RefundStatus> {
    let error = match client.create_refund(body).await {
        Ok(refund) => return Ok(refund.status),
        Err(error) => error,
    };
    let Some(frozen) = error.frozen_request() else {
        return Err(error);
    };
    println!("unknown       {error}");
    match client.query_refund(&body.out_refund_no, None).await {
        Ok(refund) => Ok(refund.status),
        Err(query) if query.code() == Some("RESOURCE_NOT_EXISTS") => {
            println!("repeated      {}", body.out_refund_no);
            let refund = Client::repeat::<CreateRefundResponse>(client, frozen).await?;
            Ok(refund.into_inner().status)
        }
        Err(_) => Err(error),
    }
}

/// Records the result. A refund that is `ABNORMAL` needs the operation `apply_abnormal_refund`.
fn notified(notification: &Notification) -> Reply {
    match notification.event() {
        Event::RefundSuccess(RefundSuccess::Merchant(refund)) => {
            let amount = refund.amount.and_then(|amount| amount.refund);
            println!(
                "refunded      {} {} yuan to {}",
                refund.out_refund_no.unwrap_or_default(),
                amount.unwrap_or_default(),
                refund.user_received_account
            );
            Reply::success()
        }
        Event::RefundAbnormal(_) | Event::RefundClosed(_) => {
            println!("not refunded  {}", notification.event_type());
            Reply::success()
        }
        Event::Undecoded(_) => Reply::failure("not decoded"),
        _ => Reply::success(),
    }
}
