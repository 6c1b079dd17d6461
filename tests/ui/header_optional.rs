use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/marketing/partnerships/build")]
pub trait Operation {
    async fn build(&self, #[header = "Idempotency-Key"] key: Option<&str>, body: &Value) -> Result<Value>;
}

fn main() {}
