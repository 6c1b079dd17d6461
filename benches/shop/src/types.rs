//! The requests with the members that the shop sends, and the responses with all members. `Name` is a sensitive text.

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub struct Order<'a> {
    pub appid: &'a str,
    pub mchid: &'a str,
    pub description: &'a str,
    pub out_trade_no: &'a str,
    pub notify_url: &'a str,
    pub attach: &'a str,
    pub amount: Amount<'a>,
    pub payer: Payer<'a>,
}

#[derive(Serialize)]
pub struct Amount<'a> {
    pub total: i64,
    pub currency: &'a str,
}

#[derive(Serialize)]
pub struct Payer<'a> {
    pub openid: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct Prepaid {
    pub prepay_id: String,
}

#[derive(Debug, Deserialize)]
pub struct Transaction {
    pub transaction_id: Option<String>,
    pub trade_type: Option<String>,
    pub trade_state: String,
    pub trade_state_desc: String,
    pub bank_type: Option<String>,
    pub success_time: Option<String>,
    pub appid: Option<String>,
    pub mchid: String,
    pub attach: Option<String>,
    pub out_trade_no: String,
    pub amount: Option<TransactionAmount>,
    pub scene_info: Option<SceneInfo>,
    pub promotion_detail: Option<Vec<Promotion>>,
    pub payer: Option<TransactionPayer>,
    pub installment_info: Option<InstallmentInfo>,
}

#[derive(Debug, Deserialize)]
pub struct TransactionAmount {
    pub total: Option<i64>,
    pub currency: Option<String>,
    pub payer_currency: Option<String>,
    pub payer_total: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub struct SceneInfo {
    pub device_id: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Promotion {
    pub coupon_id: Option<String>,
    pub name: Option<String>,
    pub scope: Option<String>,
    pub r#type: Option<String>,
    pub amount: Option<i64>,
    pub stock_id: Option<String>,
    pub wechatpay_contribute: Option<i64>,
    pub merchant_contribute: Option<i64>,
    pub other_contribute: Option<i64>,
    pub currency: Option<String>,
    pub goods_detail: Option<Vec<PromotionGoods>>,
}

#[derive(Debug, Deserialize)]
pub struct PromotionGoods {
    pub goods_id: String,
    pub quantity: i64,
    pub unit_price: i64,
    pub discount_amount: i64,
    pub goods_remark: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct TransactionPayer {
    pub openid: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct InstallmentInfo {
    pub use_subsidy: bool,
    pub selected_installment_number: i64,
}

#[derive(Serialize)]
pub struct RefundRequest<'a> {
    pub out_trade_no: &'a str,
    pub out_refund_no: &'a str,
    pub reason: &'a str,
    pub notify_url: &'a str,
    pub amount: RefundRequestAmount<'a>,
}

#[derive(Serialize)]
pub struct RefundRequestAmount<'a> {
    pub refund: i64,
    pub total: i64,
    pub currency: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct Refund {
    pub refund_id: String,
    pub out_refund_no: String,
    pub transaction_id: String,
    pub out_trade_no: String,
    pub channel: Option<String>,
    pub user_received_account: String,
    pub success_time: Option<String>,
    pub create_time: String,
    pub status: String,
    pub funds_account: Option<String>,
    pub amount: RefundAmount,
    pub promotion_detail: Option<Vec<RefundPromotion>>,
    pub refund_account: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct RefundAmount {
    pub total: i64,
    pub refund: i64,
    pub from: Option<Vec<RefundSource>>,
    pub payer_total: i64,
    pub payer_refund: i64,
    pub settlement_refund: i64,
    pub settlement_total: i64,
    pub discount_refund: Option<i64>,
    pub currency: Option<String>,
    pub refund_fee: Option<i64>,
    pub advance: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub struct RefundSource {
    pub account: String,
    pub amount: i64,
}

#[derive(Debug, Deserialize)]
pub struct RefundPromotion {
    pub promotion_id: String,
    pub scope: String,
    pub r#type: String,
    pub amount: i64,
    pub refund_amount: i64,
    pub goods_detail: Option<Vec<RefundGoods>>,
}

#[derive(Debug, Deserialize)]
pub struct RefundGoods {
    pub merchant_goods_id: String,
    pub wechatpay_goods_id: Option<String>,
    pub goods_name: Option<String>,
    pub unit_price: i64,
    pub refund_amount: i64,
    pub refund_quantity: i64,
}

#[derive(Serialize)]
pub struct TransferRequest<'a, Name> {
    pub appid: &'a str,
    pub out_bill_no: &'a str,
    pub openid: &'a str,
    pub user_name: Name,
    pub transfer_amount: i64,
    pub transfer_remark: &'a str,
    pub notify_url: &'a str,
    pub transfer_scene_id: &'a str,
    pub transfer_scene_report_infos: Vec<Report<'a>>,
}

#[derive(Serialize)]
pub struct Report<'a> {
    pub info_type: &'a str,
    pub info_content: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct TransferAccepted {
    pub out_bill_no: String,
    pub transfer_bill_no: String,
    pub create_time: String,
    pub state: String,
    pub fail_reason: Option<String>,
    pub package_info: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Transfer<Name> {
    pub mch_id: String,
    pub out_bill_no: String,
    pub transfer_bill_no: String,
    pub appid: String,
    pub state: String,
    pub transfer_amount: i64,
    pub transfer_remark: String,
    pub fail_reason: Option<String>,
    pub openid: Option<String>,
    pub user_name: Option<Name>,
    pub create_time: String,
    pub update_time: String,
    pub package_info: Option<String>,
}

/// The order, by its merchant.
pub fn order(mchid: &str) -> Order<'_> {
    use crate::*;
    Order {
        appid: APPID,
        mchid,
        description: DESCRIPTION,
        out_trade_no: OUT_TRADE_NO,
        notify_url: NOTIFY_URL,
        attach: ATTACH,
        amount: Amount {
            total: PRICE,
            currency: "CNY",
        },
        payer: Payer { openid: OPENID },
    }
}

/// The refund of the whole order.
pub fn refund() -> RefundRequest<'static> {
    use crate::*;
    RefundRequest {
        out_trade_no: OUT_TRADE_NO,
        out_refund_no: OUT_REFUND_NO,
        reason: REASON,
        notify_url: NOTIFY_URL,
        amount: RefundRequestAmount {
            refund: PRICE,
            total: PRICE,
            currency: "CNY",
        },
    }
}

/// The transfer to the user of this name.
pub fn transfer<Name>(user_name: Name) -> TransferRequest<'static, Name> {
    use crate::*;
    let report = |(info_type, info_content)| Report {
        info_type,
        info_content,
    };
    TransferRequest {
        appid: APPID,
        out_bill_no: OUT_BILL_NO,
        openid: OPENID,
        user_name,
        transfer_amount: PRIZE,
        transfer_remark: REMARK,
        notify_url: NOTIFY_URL,
        transfer_scene_id: SCENE,
        transfer_scene_report_infos: REPORTS.map(report).into(),
    }
}
