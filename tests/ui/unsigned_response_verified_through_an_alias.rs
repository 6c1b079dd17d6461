use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

type Proven<T> = Result<wechatpay_client::Verified<T>>;

#[wechatpay_api(GET "/v3/pay/transactions/id/{id}", unsigned, unlisted)]
pub trait Orders {
    async fn get(&self, id: &str, #[query] mchid: &str) -> Proven<Value>;
}

fn main() {}
