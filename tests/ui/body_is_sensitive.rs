use serde_json::Value;
use wechatpay_client::{Result, Sensitive, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Operation {
    async fn call(&self, body: &Sensitive) -> Result<Value>;
}

fn main() {}
