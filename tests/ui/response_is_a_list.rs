use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Operation {
    async fn call(&self, body: &Value) -> Result<Vec<Value>>;
}

fn main() {}
