use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(DELETE "/v3/merchant-service/complaint-notifications")]
pub trait Orders {
    async fn call(&self, body: &Value) -> Result<()>;
}

fn main() {}
