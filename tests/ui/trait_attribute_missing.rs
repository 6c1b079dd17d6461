use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub trait Orders {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
    async fn by_id(&self, id: &str, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
