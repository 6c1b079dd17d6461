use serde_json::Value;
use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/transferdownload/signfile")]
pub trait Operation {
    async fn call(&self, query: &Value) -> Result<Download>;
}

fn main() {}
