use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: Box<Option<Value>>) -> Result<Value>;
}

fn main() {}
