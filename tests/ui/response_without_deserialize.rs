use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub struct Prepay {
    pub prepay_id: String,
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: &Value) -> Result<Prepay>;
}

fn main() {}
