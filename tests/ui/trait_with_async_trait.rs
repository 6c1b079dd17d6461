use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/certificates")]
#[async_trait::async_trait]
trait Certificates {
    async fn certificates(&self) -> Result<()>;
}

fn main() {}
