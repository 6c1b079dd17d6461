//! 银行转账充值.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 银行转账充值
#[wechatpay_api(defaults)]
pub trait BankTransferRecharges {
    /// 申请银行转账充值
    ///
    /// `POST /v3/recharge/bank-transfer-recharges/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-recharge/bank-recharge/bank-transfer-recharge-apply.html>
    #[wechatpay_api(POST "/v3/recharge/bank-transfer-recharges/apply")]
    async fn apply_bank_transfer_recharge(
        &self,
        body: &ApplyBankTransferRechargeRequest,
    ) -> Result<ApplyBankTransferRechargeResponse>;

    /// 查询银行转账充值结果
    ///
    /// `GET /v3/recharge/bank-transfer-recharges/out-recharge-no/{out_recharge_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-recharge/bank-recharge/bank-transfer-recharge-get-by-out-no.html>
    ///
    /// - `out_recharge_no` 商户充值单号: such as `cz202407181234`
    #[wechatpay_api(GET "/v3/recharge/bank-transfer-recharges/out-recharge-no/{out_recharge_no}")]
    async fn query_bank_transfer_recharge(
        &self,
        out_recharge_no: &str,
    ) -> Result<BankTransferRecharge>;

    /// 平台收付通申请银行转账充值
    ///
    /// `POST /v3/platsolution/ecommerce/bank-transfer-recharges/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-recharge/bank-recharge/bank-transfer-recharge-apply.html>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/bank-transfer-recharges/apply")]
    async fn apply_ecommerce_bank_transfer_recharge(
        &self,
        body: &ApplyEcommerceBankTransferRechargeRequest,
    ) -> Result<ApplyBankTransferRechargeResponse>;

    /// 平台收付通查询银行转账充值结果
    ///
    /// `GET /v3/platsolution/ecommerce/bank-transfer-recharges/out-recharge-no/{out_recharge_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-recharge/bank-recharge/bank-transfer-recharge-get-by-out-no.html>
    ///
    /// - `out_recharge_no` 商户充值单号: such as `cz202407181234`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/bank-transfer-recharges/out-recharge-no/{out_recharge_no}")]
    async fn query_ecommerce_bank_transfer_recharge(
        &self,
        out_recharge_no: &str,
    ) -> Result<BankTransferRecharge>;
}

/// The request of [`BankTransferRecharges::apply_bank_transfer_recharge`].
///
/// `ApplyBankTransferRechargeRequest::builder().out_recharge_no(…).recharge_scene(…).account_type(…).recharge_amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyBankTransferRechargeRequest {
    /// 商户充值单号: such as `cz202407181234`
    pub out_recharge_no: String,
    /// 充值场景: such as `NORMAL_BANK_TRANSFER`
    pub recharge_scene: ApplyBankTransferRechargeScene,
    /// 充值入账账户: such as `BASIC`
    pub account_type: BankTransferAccountType,
    /// 充值金额
    pub recharge_amount: RechargeAmount,
}

rules! {
    ApplyBankTransferRechargeRequest {
        member("recharge_scene", &[Listed(ApplyBankTransferRechargeScene::TEXTS)]),
        member("account_type", &[Listed(BankTransferAccountType::TEXTS)]),
    }
}

/// 充值金额
///
/// `RechargeAmount::builder().build()`. For an `Option`, use setters such as `maybe_amount`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct RechargeAmount {
    /// 总金额: such as `500000`
    pub amount: Option<Fen>,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// The response of [`BankTransferRecharges::apply_bank_transfer_recharge`],
/// [`BankTransferRecharges::apply_ecommerce_bank_transfer_recharge`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyBankTransferRechargeResponse {
    /// 微信支付充值单号: such as `172207846292553701`
    pub recharge_id: String,
    /// 商户充值单号: such as `cz202407181234`
    pub out_recharge_no: String,
    /// 银行账户
    pub transfer_in_account: TransferInAccount,
}

/// 银行账户
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TransferInAccount {
    /// 开户银行名称: such as `财付通-备付金账户`
    pub bank_name: Option<String>,
    /// 开户银行省市编码: such as `440300`
    pub bank_address_code: Option<String>,
    /// 开户银行行号: such as `991584000049`
    pub bank_code: Option<String>,
    /// 银行账户名称: such as `某某某有限公司`
    pub bank_account_name: Option<String>,
    /// 银行账号: such as `686000172489957748585801`
    pub bank_account_no: Option<String>,
}

/// The response of [`BankTransferRecharges::query_bank_transfer_recharge`],
/// [`BankTransferRecharges::query_ecommerce_bank_transfer_recharge`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankTransferRecharge {
    /// 充值商户号: such as `1900001121`
    pub mchid: String,
    /// 微信支付充值单号: such as `172234484162395401`
    pub recharge_id: String,
    /// 商户充值单号: such as `cz2020042013`
    pub out_recharge_no: String,
    /// 充值入账账户: such as `DEPOSIT`
    pub account_type: BankTransferAccountType,
    /// 充值状态: such as `SUCCESS`
    pub recharge_state: RechargeState,
    /// 充值场景: such as `ECOMMERCE_BANK_TRANSFER`
    pub recharge_scene: BankTransferRechargeScene,
    /// 充值状态描述: such as `超过时间限制，系统自动关闭充值单`
    pub recharge_state_desc: Option<String>,
    /// 充值金额
    pub recharge_amount: RechargeAmount,
    /// 转账充值的付款信息
    pub bank_transfer_info: Option<BankTransferInfo>,
    /// 受理充值时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: Option<DateTime>,
    /// 充值成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 关闭充值时间: such as `2015-05-20T13:29:35+08:00`
    pub close_time: Option<DateTime>,
}

/// 转账充值的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct BankTransferInfo {
    /// 转账充值附言: such as `转账充值附言`
    pub memo: Option<String>,
    /// 银行转账退回时间: such as `2015-05-20T13:29:35+08:00`
    pub return_time: Option<DateTime>,
    /// 银行转账退回原因: such as `银行转账充值金额与申请充值金额不一致`
    pub return_reason: Option<String>,
    /// 开户银行名称: such as `中国银行`
    pub bank_name: Option<String>,
    /// 银行卡号后四位: such as `0722`
    pub bank_card_tail: Option<String>,
}

/// The request of [`BankTransferRecharges::apply_ecommerce_bank_transfer_recharge`].
///
/// `ApplyEcommerceBankTransferRechargeRequest::builder().out_recharge_no(…).recharge_scene(…).account_type(…).recharge_amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyEcommerceBankTransferRechargeRequest {
    /// 商户充值单号: such as `cz202407181234`
    pub out_recharge_no: String,
    /// 充值场景: such as `ECOMMERCE_BANK_TRANSFER`
    pub recharge_scene: String,
    /// 充值入账账户: such as `BASIC`
    pub account_type: BankTransferAccountType,
    /// 充值金额
    pub recharge_amount: RechargeAmount,
}

rules! {
    ApplyEcommerceBankTransferRechargeRequest {
        member("account_type", &[Listed(BankTransferAccountType::TEXTS)]),
    }
}

open_enum! {
    /// 充值场景
    pub enum ApplyBankTransferRechargeScene {
        NormalBankTransfer = "NORMAL_BANK_TRANSFER",
    }
}

open_enum! {
    /// 充值入账账户
    pub enum BankTransferAccountType {
        Basic = "BASIC",
        Operation = "OPERATION",
        Fees = "FEES",
        Deposit = "DEPOSIT",
    }
}

open_enum! {
    /// 充值状态
    pub enum RechargeState {
        Success = "SUCCESS",
        Recharging = "RECHARGING",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 充值场景
    pub enum BankTransferRechargeScene {
        EcommerceBankTransfer = "ECOMMERCE_BANK_TRANSFER",
    }
}
