use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/certificates")]
trait Certificates {
    async fn with_timeout(&self) -> Result<()>;
}

fn main() {}
