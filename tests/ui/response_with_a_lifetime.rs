use wechatpay_client::{Result, wechatpay_api};

#[derive(serde::Deserialize)]
pub struct Order<'a> {
    pub trade_state: &'a str,
}

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
pub trait Orders {
    async fn get(&self, id: &str) -> Result<Order<'_>>;
}

fn main() {}
