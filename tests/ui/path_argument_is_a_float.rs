use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, id: f64, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
