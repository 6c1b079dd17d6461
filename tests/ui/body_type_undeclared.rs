use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn prepay(&self, body: &Prepay<'_>) -> Result<()>;
}

fn main() {}
