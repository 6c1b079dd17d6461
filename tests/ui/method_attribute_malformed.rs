use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api POST "/v3/pay/transactions/jsapi"]
    async fn prepay(&self, body: &Value) -> Result<Value>;
}

fn main() {}
