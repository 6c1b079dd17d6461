use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/some/new/operation", unlisted, accepted, unsigned)]
pub trait Some {
    async fn get(&self) -> Result<Value>;
}

fn main() {}
