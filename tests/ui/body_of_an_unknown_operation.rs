use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/no/such/operation")]
pub trait Operation {
    async fn call(&self, body: &str, query: &str) -> Result<()>;
}

fn main() {}
