use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/marketing/partnerships/build", accepted(true))]
pub trait Build {
    async fn build(&self, body: &Value) -> Result<()>;
}

fn main() {}
