use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/bill/tradebill")]
pub trait Operation {
    async fn call(&self, #[query] bill_date: Option<&str>) -> Result<Value>;
}

fn main() {}
