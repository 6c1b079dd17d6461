use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(
        &self,
        id: &str,
        #[query]
        #[query = "mchid"]
        merchant: &str,
    ) -> Result<Value>;
}

fn main() {}
