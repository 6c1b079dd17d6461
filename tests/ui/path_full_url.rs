use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "https://api.mch.weixin.qq.com/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, id: &str) -> Result<Value>;
}

fn main() {}
