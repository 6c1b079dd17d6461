use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[derive(serde::Serialize)]
pub struct Page {
    pub limit: u32,
}

#[wechatpay_api(GET "/v3/merchant-service/complaints-v2", without(begin_date, end_date))]
pub trait Orders {
    async fn get(&self, #[query] limit: &Page) -> Result<Value>;
}

fn main() {}
