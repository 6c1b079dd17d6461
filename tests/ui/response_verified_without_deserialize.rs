use wechatpay_client::{Result, wechatpay_api};

pub struct Refund {
    pub refund_id: String,
}

#[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
pub trait Refunds {
    async fn refund(&self, out_refund_no: &str) -> Result<wechatpay_client::Verified<Refund>>;
}

fn main() {}
