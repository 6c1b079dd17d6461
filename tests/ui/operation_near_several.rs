use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/bill")]
trait Bills {
    async fn bill(&self, #[query] bill_date: &str) -> Result<()>;
}

fn main() {}
