use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/refund/domestic/refunds")]
pub trait Refund {
    async fn refund(&self, body: &Value, extra: &str) -> Result<Value>;
}

fn main() {}
