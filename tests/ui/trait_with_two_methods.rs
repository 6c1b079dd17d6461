use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn jsapi(&self, body: &Value) -> Result<Value>;
    async fn native(&self, body: &Value) -> Result<Value>;
}

fn main() {}
