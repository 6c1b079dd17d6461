use serde_json::Value;
use wechatpay_client::{Result, Verified, wechatpay_api};

#[wechatpay_api]
pub trait Operations {
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn text(&self, out_trade_no: &str, body: &Value) -> Result<String>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn borrowed(&self, out_trade_no: &str, body: &Value) -> Result<&'static str>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn optional(&self, out_trade_no: &str, body: &Value) -> Result<Option<Verified<Value>>>;
}

fn main() {}
