use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}", unsigned, unlisted)]
pub trait Orders {
    async fn get(&self, id: &str, #[query] mchid: &str) -> Result<wechatpay_client::Verified<Value>>;
}

fn main() {}
