use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

const JSAPI: &str = "/v3/pay/transactions/jsapi";

#[wechatpay_api(POST JSAPI)]
pub trait Orders {
    async fn post(&self, body: &Value) -> Result<Value>;
}

fn main() {}
