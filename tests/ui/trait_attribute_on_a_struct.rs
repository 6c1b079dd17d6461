use wechatpay_client::wechatpay_api;

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub struct Orders;

fn main() {}
