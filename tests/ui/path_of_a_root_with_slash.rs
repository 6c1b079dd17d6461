use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/")]
pub trait Orders {
    async fn get(&self) -> Result<Value>;
}

fn main() {}
