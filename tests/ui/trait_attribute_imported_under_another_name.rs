use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api as api};

#[api]
pub trait Orders {
    #[api(POST "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body: &Value) -> Result<Value>;
}

fn main() {}
