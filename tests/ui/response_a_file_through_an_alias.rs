use wechatpay_client::{Result, wechatpay_api};

type File = wechatpay_client::Download;

#[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
pub trait Refunds {
    async fn refund(&self, out_refund_no: &str) -> Result<File>;
}

fn main() {}
