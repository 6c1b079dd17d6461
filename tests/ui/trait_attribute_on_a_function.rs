use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub async fn post(body: &Value) -> Result<Value> {
    Ok(body.clone())
}

fn main() {}
