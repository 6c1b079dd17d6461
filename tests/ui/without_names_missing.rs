use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}", without)]
pub trait Orders {
    async fn call(&self, id: &str, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
