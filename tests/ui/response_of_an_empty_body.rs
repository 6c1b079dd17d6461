use serde_json::Value;
use wechatpay_client::{Error, Result, Verified, wechatpay_api};

pub type Nothing = ();
pub type Proof = Verified<()>;
pub type Done = std::result::Result<(), Error>;

#[wechatpay_api]
pub trait Aliases {
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn nothing(&self, out_trade_no: &str, body: &Value) -> Result<Nothing>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn proof(&self, out_trade_no: &str, body: &Value) -> Result<Proof>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn done(&self, out_trade_no: &str, body: &Value) -> Done;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn ignored(&self, out_trade_no: &str, body: &Value) -> Result<serde::de::IgnoredAny>;
}

pub type Typed = Result<Value>;

#[wechatpay_api]
pub trait Operations {
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn typed(&self, out_trade_no: &str, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close", idempotent)]
    async fn alias(&self, out_trade_no: &str, body: &Value) -> Typed;
}

fn main() {}
