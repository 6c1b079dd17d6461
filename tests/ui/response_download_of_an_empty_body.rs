use serde_json::Value;
use wechatpay_client::{Download, Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
pub trait Close {
    async fn close(&self, out_trade_no: &str, body: &Value) -> Result<Download>;
}

fn main() {}
