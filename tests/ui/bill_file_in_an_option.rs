use serde_json::Value;
use wechatpay_client::{BillFile, Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Operation {
    async fn call(&self, body: &Value) -> Result<Option<BillFile>>;
}

fn main() {}
