use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
pub trait Orders {
    async fn query(&self, id: &str, #[query] mchid: &str) -> Result<Value>;
}

fn main() {}
