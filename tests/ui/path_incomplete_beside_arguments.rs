use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/refund/dom")]
trait Refunds {
    async fn refund(&self, out_refund_no: &str) -> Result<()>;
}

fn main() {}
