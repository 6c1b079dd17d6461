use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub struct Amount {
    pub total: u32,
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: &Vec<Amount>) -> Result<Value>;
}

fn main() {}
