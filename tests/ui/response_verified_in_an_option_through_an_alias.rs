use wechatpay_client::{Result, wechatpay_api};

type Maybe<T> = Option<wechatpay_client::Verified<T>>;

#[wechatpay_api(GET "/v3/refund/domestic/refunds/{out_refund_no}")]
pub trait Refunds {
    async fn refund(&self, out_refund_no: &str) -> Result<Maybe<serde_json::Value>>;
}

fn main() {}
