use std::collections::BTreeMap;

use wechatpay_client::{Result, wechatpay_api};

pub struct Order {
    pub trade_state: String,
}

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, id: &str, #[query] mchid: &str) -> Result<BTreeMap<String, Order>>;
}

fn main() {}
