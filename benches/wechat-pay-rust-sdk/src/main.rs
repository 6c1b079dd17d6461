//! wechat-pay-rust-sdk under the load of `calls`, which starts this program as a client.
//!
//! The SDK makes an HTTP client of its own for each call, which trusts the roots in `SSL_CERT_FILE`. If another crate of
//! the same build enabled HTTP/2 in reqwest, that client would offer HTTP/2, which the gateway does not speak. So this
//! is a program of its own.

use std::{env, io, time::Duration};

use load::{Caller, Result, Settings, measure};
use order::{OUT_TRADE_NO, paid};
use serde::Deserialize;
use wechat_pay_rust_sdk::{pay::WechatPay, response::ResponseTrait};

#[tokio::main]
async fn main() -> Result<()> {
    let mut numbers = env::args().rev();
    let mut number = || numbers.next().ok_or("a number is missing");
    let (window, concurrency) = (number()?.parse()?, number()?.parse()?);
    let caller = Peer::new(serde_json::from_reader(io::stdin())?);
    let measured = measure(caller, concurrency, Duration::from_millis(window)).await?;
    Ok(serde_json::to_writer(io::stdout(), &measured)?)
}

struct Peer {
    pay: WechatPay,
    url: String,
}

/// The response, whose type the SDK leaves to its callers.
#[derive(Deserialize)]
struct Order(order::Transaction);

impl ResponseTrait for Order {}

impl Peer {
    fn new(settings: Settings) -> Self {
        let url = format!(
            "/v3/pay/transactions/out-trade-no/{OUT_TRADE_NO}?mchid={}",
            settings.mchid
        );
        let pay = WechatPay {
            appid: "wxd678efh567hg6787".to_owned(),
            mch_id: settings.mchid,
            private_key: settings.private_key,
            serial_no: settings.serial_no,
            v3_key: settings.api_v3_key,
            notify_url: String::new(),
            base_url: settings.base_url,
        };
        Self { pay, url }
    }
}

impl Caller for Peer {
    async fn call(&self) -> Result<()> {
        let Order(order) = self.pay.get_pay(&self.url).await?;
        Ok(paid(&order.trade_state)?)
    }
}
