use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
pub trait Operation {
    async fn call(&self, #[query] limit: &str, query: &Value) -> Result<Value>;
}

fn main() {}
