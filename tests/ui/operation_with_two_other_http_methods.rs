use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(PUT "/v3/marketing/favor/callbacks")]
pub trait Orders {
    async fn call(&self, body: &Value) -> Result<Value>;
}

fn main() {}
