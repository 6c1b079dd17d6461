use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{id}/close")]
pub trait Orders {
    async fn close(&self, id: &str, body: ()) -> Result<()>;
}

fn main() {}
