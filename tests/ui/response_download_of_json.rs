use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
pub trait Operation {
    async fn call(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Download>;
}

fn main() {}
