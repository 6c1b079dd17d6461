use std::collections::BTreeMap;

use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

pub struct Amount {
    pub total: u32,
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn post(&self, body: &BTreeMap<u8, Amount>) -> Result<Value>;
}

fn main() {}
