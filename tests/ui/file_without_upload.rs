use serde_json::Value;
use wechatpay_client::{File, Result, wechatpay_api};

#[wechatpay_api(POST "/v3/merchant/media/upload")]
pub trait Orders {
    async fn post(&self, file: &File) -> Result<Value>;
}

fn main() {}
