use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
pub trait Operation {
    async fn call(&self, out_trade_no: &str, body: &Value) -> Result<Value>;
}

fn main() {}
