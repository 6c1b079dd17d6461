use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid, mchid))]
pub trait Orders {
    async fn query(&self, transaction_id: &str) -> Result<Value>;
}

fn main() {}
