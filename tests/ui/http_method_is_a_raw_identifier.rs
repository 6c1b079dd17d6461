use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(Method::r#get "/v3/certificates")]
pub trait Certificates {
    async fn get(&self) -> Result<Value>;
}

fn main() {}
