use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/some/new/operation", unlisted, without(body))]
pub trait Some {
    async fn post(&self) -> Result<()>;
}

fn main() {}
