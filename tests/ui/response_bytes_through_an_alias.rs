use wechatpay_client::{Result, wechatpay_api};

type Raw = wechatpay_client::bytes::Bytes;

#[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
pub trait Refunds {
    async fn refund(&self, out_refund_no: &str) -> Result<Raw>;
}

fn main() {}
