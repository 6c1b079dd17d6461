use wechatpay_client::wechatpay_api;

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Orders {
    async fn prepay(&self, body) -> wechatpay_client::Result<()>;
}

fn main() {}
