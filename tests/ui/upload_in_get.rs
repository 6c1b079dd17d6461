use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/certificates", upload)]
pub trait Orders {
    async fn post(&self, file: &wechatpay_client::UploadFile) -> Result<Value>;
}

fn main() {}
