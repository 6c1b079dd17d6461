use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

mod own {
    #[derive(serde::Deserialize)]
    pub struct BillFile {
        pub download_url: String,
    }
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait OwnType {
    async fn call(&self, body: &Value) -> Result<own::BillFile>;
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
pub trait Operation {
    async fn call(&self, body: &Value) -> Result<wechatpay_client::BillFile>;
}

fn main() {}
