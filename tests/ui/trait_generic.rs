use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders<Body> {
    async fn post(&self, body: &Body) -> Result<Value>;
}

fn main() {}
