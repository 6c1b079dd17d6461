use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    fn post(&self, body: &Value) -> impl Future<Output = Result<Value>> + Send;
}

fn main() {}
