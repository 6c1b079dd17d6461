use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/marketing/favor/users/{coupon_id}/coupons/{openid}")]
pub trait Operation {
    async fn call(&self, openid: &str, coupon_id: &str, #[query] appid: &str) -> Result<Value>;
}

fn main() {}
