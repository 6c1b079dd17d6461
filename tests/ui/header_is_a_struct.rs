use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/marketing/partnerships/build", without(body))]
pub trait Orders {
    async fn post(&self, #[header = "Idempotency-Key"] key: &Value) -> Result<Value>;
}

fn main() {}
