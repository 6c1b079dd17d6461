use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
    async fn prepay(&self, body: &Value) -> Result<Value>;

    fn helper(&self) -> u32 {
        1
    }
}

fn calls(client: &wechatpay_client::Client) -> u32 {
    client.helper()
}

fn main() {
    let _ = calls;
}
