use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "/v3/certificates")]
trait Certificates {
    #[tracing::instrument(skip_all)]
    async fn certificates(&self) -> Result<()>;
}

fn main() {}
