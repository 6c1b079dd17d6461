//! The operation that all clients of the benchmarks call: 查询订单 by the merchant's order number (商户订单号).

use serde::Deserialize;

/// The number of the order.
pub const OUT_TRADE_NO: &str = "1217752501201407033233368018";

/// The response.
#[derive(Debug, Deserialize)]
pub struct Transaction {
    pub appid: String,
    pub mchid: String,
    pub out_trade_no: String,
    pub transaction_id: Option<String>,
    pub trade_type: Option<String>,
    pub trade_state: String,
    pub trade_state_desc: String,
    pub bank_type: Option<String>,
    pub attach: Option<String>,
    pub success_time: Option<String>,
    pub payer: Option<Payer>,
    pub amount: Option<Amount>,
}

#[derive(Debug, Deserialize)]
pub struct Payer {
    pub openid: String,
}

#[derive(Debug, Deserialize)]
pub struct Amount {
    pub total: i64,
    pub payer_total: i64,
    pub currency: String,
    pub payer_currency: String,
}

/// Fails unless the order of the response is paid.
pub fn paid(trade_state: &str) -> Result<(), String> {
    match trade_state {
        "SUCCESS" => Ok(()),
        other => Err(format!("trade_state is {other}")),
    }
}
