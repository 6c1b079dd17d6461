use wechatpay_client::wechatpay_api;

#[wechatpay_api(GET "/v3/certificates")]
pub trait Certificates;

fn main() {}
