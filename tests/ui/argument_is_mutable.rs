use serde_json::Value;
use wechatpay_client::{Client, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, mut id: String) -> Result<Value>;
}

pub async fn calls(client: &Client) -> Result<Value> {
    client.get("42".to_owned()).await
}

fn main() {}
