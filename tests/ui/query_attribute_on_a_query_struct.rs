use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[derive(serde::Serialize)]
pub struct Page {
    limit: u32,
}

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
pub trait Orders {
    async fn query(&self, transaction_id: &str, #[query] mchid: &str, #[query] query: &Page) -> Result<Value>;
}

fn main() {}
