use serde_json::Value;
use wechatpay_client::{Result, Sensitive, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
pub trait Operation {
    async fn call(&self, transaction_id: &str, #[query] mchid: &Sensitive) -> Result<Value>;
}

fn main() {}
