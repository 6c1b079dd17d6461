use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download, unsigned)]
pub trait Images {
    async fn download(&self, media_id: &str) -> Result<Download>;
}

fn main() {}
