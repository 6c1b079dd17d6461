use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(defaults)]
pub trait Orders {
    #[wechatpay_api(PSOT "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn native(&self, body: &Value) -> Result<Value>;
}

pub struct Mock;

impl Orders for Mock {}

async fn calls(client: &wechatpay_client::Client, value: &Value) -> Result<()> {
    client.prepay(value).await?;
    Mock.prepay(value).await?;
    Mock.native(value).await?;
    Ok(())
}

fn main() {
    let _ = calls;
}
