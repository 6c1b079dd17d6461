//! 退款: requests a refund, repeats the request if its outcome is unknown, queries the refund, and receives the
//! notification of its result.
//!
//! The example runs against the loopback gateway, which fails at first:
//!
//! ```text
//! cargo run --example refund
//! ```

use std::{error::Error, process::ExitCode};

use serde::{Deserialize, Serialize};
use serde_json::json;
use wechatpay_client::{
    Client, FrozenRequest, Journal, Outcome, Result, Verified,
    error::JournalError,
    gateway::{Gateway, ScriptedResponse},
    notification::{EventType, Reply},
    wechatpay_api,
};

const OUT_REFUND_NO: &str = "1217752501201407033233368018";

#[derive(Serialize)]
pub struct RefundRequest {
    pub out_trade_no: String,
    pub out_refund_no: String,
    pub amount: RefundAmount,
}

#[derive(Serialize)]
pub struct RefundAmount {
    /// The amount to give back, in fen (分).
    pub refund: u64,
    /// The amount that was paid, in fen.
    pub total: u64,
    pub currency: String,
}

#[derive(Debug, Deserialize)]
pub struct Refund {
    pub refund_id: String,
    pub status: String,
}

/// The resource of the notification, which has other fields than the query.
#[derive(Debug, Deserialize)]
pub struct RefundNotice {
    pub out_refund_no: String,
    pub refund_status: String,
}

#[wechatpay_api]
pub trait Refunds {
    /// 申请退款. The same `out_refund_no` refunds once, however often the request is sent.
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &RefundRequest) -> Result<Verified<Refund>>;

    /// 查询单笔退款
    #[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
    async fn query_refund(&self, out_refund_no: &str) -> Result<Verified<Refund>>;
}

/// Prints its entries. A shop writes them to its database, in case the process stops in between.
struct PrintingJournal;

impl Journal for PrintingJournal {
    async fn before(&self, request: &FrozenRequest) -> std::result::Result<(), JournalError> {
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
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> std::result::Result<(), Box<dyn Error>> {
    let gateway = loopback().await?;
    let client = gateway.client().journal(PrintingJournal).build()?;
    let refund = refund(&client).await?;
    println!("refund_id     {} ({})", refund.refund_id, refund.status);
    println!("Request-ID    {}", refund.request_id().unwrap_or("none"));

    let refund = client.query_refund(OUT_REFUND_NO).await?;
    println!("queried       {}", refund.status);

    // WeChat Pay posts this to the notify_url when the refund has succeeded.
    let resource = json!({ "out_refund_no": OUT_REFUND_NO, "refund_status": "SUCCESS" });
    let sent = gateway.notification("REFUND.SUCCESS", "refund", &resource)?;
    let reply = notified(&gateway, sent.headers(), sent.body());
    println!("replied       {}", reply.status());
    Ok(())
}

/// An unknown outcome is not a failure yet: the very same request is repeated.
async fn refund(client: &Client) -> Result<Verified<Refund>> {
    let body = RefundRequest {
        out_trade_no: "1217752501201407033233368014".into(),
        out_refund_no: OUT_REFUND_NO.into(),
        amount: RefundAmount {
            refund: 888,
            total: 888,
            currency: "CNY".into(),
        },
    };
    let error = match client.refund(&body).await {
        Ok(refund) => return Ok(refund),
        Err(error) => error,
    };
    println!("failed        {error}");
    match error.frozen_request() {
        Some(frozen) => Client::repeat(client, frozen).await,
        None => Err(error),
    }
}

fn notified(gateway: &Gateway, headers: &hyper::HeaderMap, body: &[u8]) -> Reply {
    let parsed = gateway.notifications().parse(headers, body);
    let notice = parsed.and_then(|notification| {
        println!("notified      {}", notification.event_type());
        match notification.event_type() {
            EventType::RefundSuccess => notification.resource::<RefundNotice>().map(Some),
            _ => Ok(None),
        }
    });
    match notice {
        Ok(Some(notice)) => {
            println!(
                "refunded      {} {}",
                notice.out_refund_no, notice.refund_status
            );
            Reply::success()
        }
        Ok(None) => Reply::success(),
        Err(error) => error.reply(),
    }
}

/// A loopback gateway that fails once.
async fn loopback() -> std::io::Result<Gateway> {
    let gateway = Gateway::start().await?;
    let path = "/v3/refund/domestic/refunds";
    let refund = |status| json!({ "refund_id": "50000000382019052709732678859", "status": status });
    gateway.respond_once(
        "POST",
        path,
        ScriptedResponse::error(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用"),
    );
    gateway.respond("POST", path, ScriptedResponse::ok(refund("PROCESSING")));
    let path = "/v3/refund/domestic/refunds/{out_refund_no}";
    gateway.respond("GET", path, ScriptedResponse::ok(refund("SUCCESS")));
    Ok(gateway)
}
