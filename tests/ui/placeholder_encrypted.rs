use serde_json::Value;
use wechatpay_client::{Result, Sensitive, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
pub trait Operation {
    async fn call(&self, transaction_id: &Sensitive, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
