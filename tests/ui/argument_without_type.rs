use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/app")]
    async fn app(&self, body: &Value) -> Result<Value>;
}

async fn calls(client: &wechatpay_client::Client, value: &Value) -> Result<Value> {
    client.app(value).await
}

fn main() {
    let _ = calls;
}
