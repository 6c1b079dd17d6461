use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/ecommerce/applyments/{applyment_id}/revoke")]
pub trait Orders {
    async fn call(&self, applyment_id: &str, body: &Value) -> Result<Value>;
}

fn main() {}
