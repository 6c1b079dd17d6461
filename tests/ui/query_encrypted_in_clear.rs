use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/capital/capitallhh/banks/search-banks-by-bank-account")]
pub trait Operation {
    async fn call(&self, #[query] account_number: &str) -> Result<Value>;
}

fn main() {}
