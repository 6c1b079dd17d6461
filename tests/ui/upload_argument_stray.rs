use serde_json::Value;
use wechatpay_client::{File, Result, wechatpay_api};

#[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
pub trait Orders {
    async fn post(&self, image: &File) -> Result<Value>;
}

fn main() {}
