use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub struct Plain {
    pub description: String,
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: &Plain) -> Result<Value>;
}

fn main() {}
