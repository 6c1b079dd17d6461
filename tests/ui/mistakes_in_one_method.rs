use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(get "v3/pay/transactions/id/{id}", retries)]
pub trait Orders {
    fn get(&mut self, di: &str, body: &Value) -> Result<&str>;
}

fn main() {}
