use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub trait Named {}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders: Named {
    async fn post(&self, body: &Value) -> Result<Value>;
}

fn main() {}
