use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/merchant-service/images/{media_id}")]
pub trait Orders {
    async fn call(&self, media_id: &str) -> Result<Download>;
}

fn main() {}
