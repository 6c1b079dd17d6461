use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/pay/unifiedorder")]
pub trait Orders {
    async fn post(&self, body: &Value) -> Result<Value>;
}

fn main() {}
