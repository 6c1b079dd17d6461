use serde_json::Value;
use wechatpay_client::{BillFile, Result, wechatpay_api};

#[wechatpay_api(GET "/v3/ecommerce/bill/fundflowbill")]
pub trait Operation {
    async fn call(&self, query: &Value) -> Result<BillFile>;
}

fn main() {}
