use serde_json::Value;
use wechatpay_client::{Client, Result, wechatpay_api};

#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
    async fn get(&self, id: &str, #[query = "mchid", unlisted] merchant: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/certificates")]
    async fn certificates(&self) -> Result<Value>;
}

async fn calls(client: &Client) -> Result<Value> {
    client.get("1", "1900000109").await?;
    client.certificates().await
}

fn main() {}
