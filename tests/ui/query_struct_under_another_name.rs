use wechatpay_client::{Result, wechatpay_api};

#[derive(serde::Serialize)]
struct Page {
    limit: u32,
    offset: u32,
    begin_date: String,
    end_date: String,
}

#[wechatpay_api(GET "/v3/merchant-service/complaints-v2")]
trait Complaints {
    async fn complaints(&self, params: &Page) -> Result<()>;
}

fn main() {}
