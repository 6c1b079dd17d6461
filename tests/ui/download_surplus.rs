use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}", download)]
pub trait Orders {
    async fn get(&self, id: &str, #[query] mchid: &str) -> Result<Download>;
}

fn main() {}
