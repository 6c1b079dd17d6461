use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
pub trait Images {
    async fn download(&self, media_id: &str) -> Result<Value>;
}

fn main() {}
