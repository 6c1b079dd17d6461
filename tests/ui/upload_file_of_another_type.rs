use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
pub trait Orders {
    async fn post(&self, file: &[u8]) -> Result<Value>;
}

fn main() {}
