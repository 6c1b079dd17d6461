use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(GET "／v3/certificates")]
trait Certificates {
    async fn download(&self) -> Result<()>;
}

fn main() {}
