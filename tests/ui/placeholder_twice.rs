use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/orders/{id}/refunds/{id}")]
pub trait Orders {
    async fn get(&self, id: &str) -> Result<Value>;
}

fn main() {}
