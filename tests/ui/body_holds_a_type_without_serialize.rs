use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[derive(serde::Serialize)]
pub struct Prepay {
    pub amount: Amount,
}

pub struct Amount {
    pub total: u32,
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: &Prepay) -> Result<Value>;
}

fn main() {}
