use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn call(&self) -> Result<Value>;
}

fn main() {}
