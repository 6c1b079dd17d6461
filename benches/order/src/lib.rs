//! What the operation of the benchmarks answers, for all who decode it.

use serde::Deserialize;

/// The answer to 查询订单.
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
