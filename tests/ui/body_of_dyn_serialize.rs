use serde::Serialize;
use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn prepay(&self, body: &dyn Serialize) -> Result<Value>;
}

async fn calls(client: &wechatpay_client::Client, value: &Value) -> Result<Value> {
    client.prepay(value).await
}

fn main() {
    let _ = calls;
}
