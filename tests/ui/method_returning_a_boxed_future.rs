use std::pin::Pin;

use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    fn prepay<'a>(&'a self, body: &'a Value) -> Pin<Box<dyn Future<Output = Result<Value>> + Send + 'a>>;
}

async fn calls(client: &wechatpay_client::Client, value: &Value) -> Result<Value> {
    client.prepay(value).await
}

fn main() {
    let _ = calls;
    let _: Option<Pin<&()>> = None;
}
