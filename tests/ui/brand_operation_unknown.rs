use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/brand/card-member/pre-auth-token")]
pub trait Operation {
    async fn call(&self, body: &Value) -> Result<Value>;
}

fn main() {}
