use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, #[query] id: &str) -> Result<Value>;
}

fn main() {}
