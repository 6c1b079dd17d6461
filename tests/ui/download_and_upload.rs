use wechatpay_client::{Download, UploadFile, Result, wechatpay_api};

#[wechatpay_api(POST "/v3/merchant/media/upload", upload, download)]
pub trait Images {
    async fn download(&self, file: &UploadFile) -> Result<Download>;
}

fn main() {}
