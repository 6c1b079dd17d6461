use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/4200001")]
pub trait Orders {
    async fn call(&self, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
