//! 二级商户充值.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{RechargeAmount, RechargeState};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 二级商户充值
#[wechatpay_api(defaults)]
pub trait SubMerchantRecharges {
    /// 申请二级商户充值
    ///
    /// `POST /v3/platsolution/ecommerce/recharges/apply`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-recharge/recharge/apply.html>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/recharges/apply")]
    async fn apply_sub_merchant_recharge(
        &self,
        body: &ApplySubMerchantRechargeRequest,
    ) -> Result<ApplySubMerchantRechargeResponse>;

    /// 查询二级商户充值结果
    ///
    /// `GET /v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-recharge/recharge/get-by-out-no.html>
    ///
    /// - `out_recharge_no` 商户充值单号: such as `cz2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}")]
    async fn query_sub_merchant_recharge(
        &self,
        out_recharge_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<SubMerchantRecharge>;

    /// 关闭二级商户充值
    ///
    /// `POST /v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}/close`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-recharge/recharge/close.html>
    ///
    /// - `out_recharge_no` 商户充值单号: such as `cz2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}/close")]
    async fn close_sub_merchant_recharge(
        &self,
        out_recharge_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<SubMerchantRecharge>;
}

/// The request of [`SubMerchantRecharges::apply_sub_merchant_recharge`].
///
/// `ApplySubMerchantRechargeRequest::builder().sub_mchid(…).out_recharge_no(…).recharge_scene(…).account_type(…).recharge_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplySubMerchantRechargeRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 商户充值单号: such as `cz202407181234`
    pub out_recharge_no: String,
    /// 充值场景: such as `ECOMMERCE_DEPOSIT`
    pub recharge_scene: SubMerchantRechargeScene,
    /// 充值入账账户: such as `DEPOSIT`
    pub account_type: SubMerchantAccountType,
    /// 充值金额
    pub recharge_amount: RechargeAmount,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 可用充值渠道列表: such as `BANK_TRANSFER`
    pub available_recharge_channels: Option<Vec<RechargeChannel>>,
    /// 充值备注: such as `example_remark`
    pub remark: Option<String>,
}

rules! {
    ApplySubMerchantRechargeRequest {
        member("recharge_scene", &[Listed(SubMerchantRechargeScene::TEXTS)]),
        member("account_type", &[Listed(SubMerchantAccountType::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
        member("available_recharge_channels", &[Listed(RechargeChannel::TEXTS)]),
    }
}

/// The response of [`SubMerchantRecharges::apply_sub_merchant_recharge`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplySubMerchantRechargeResponse {
    /// 微信支付充值单号: such as `172207846292553701`
    pub recharge_id: String,
    /// 商户充值单号: such as `cz202407181234`
    pub out_recharge_no: String,
    /// 充值链接: such as `https://www.payapp.qq.com/plat/recharge.html`
    pub recharge_url: String,
}

/// The response of [`SubMerchantRecharges::query_sub_merchant_recharge`],
/// [`SubMerchantRecharges::close_sub_merchant_recharge`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantRecharge {
    /// 平台商户号: such as `1900001109`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: String,
    /// 微信支付充值单号: such as `172234484162395401`
    pub recharge_id: String,
    /// 商户充值单号: such as `cz2020042013`
    pub out_recharge_no: String,
    /// 充值渠道: such as `BANK_TRANSFER`
    pub recharge_channel: Option<RechargeChannel>,
    /// 充值入账账户: such as `DEPOSIT`
    pub account_type: SubMerchantAccountType,
    /// 充值状态: such as `SUCCESS`
    pub recharge_state: RechargeState,
    /// 充值场景: such as `ECOMMERCE_DEPOSIT`
    pub recharge_scene: SubMerchantRechargeScene,
    /// 充值状态描述: such as `超过时间限制，系统自动关闭充值单`
    pub recharge_state_desc: Option<String>,
    /// 充值金额
    pub recharge_amount: RechargeAmount,
    /// 转账充值的付款信息
    pub bank_transfer_info: Option<SubMerchantBankTransferInfo>,
    /// 扫码充值的付款信息
    pub qr_recharge_info: Option<QrRechargeInfo>,
    /// 网银充值的付款信息
    pub online_bank_recharge_info: Option<OnlineBankRechargeInfo>,
    /// 受理充值时间: such as `2015-05-20T13:29:35+08:00`
    pub accept_time: Option<DateTime>,
    /// 充值成功时间: such as `2015-05-20T13:29:35+08:00`
    pub success_time: Option<DateTime>,
    /// 关闭充值时间: such as `2015-05-20T13:29:35+08:00`
    pub close_time: Option<DateTime>,
    /// 可用充值渠道列表: such as `BANK_TRANSFER`
    pub available_recharge_channels: Option<Vec<RechargeChannel>>,
}

/// 转账充值的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantBankTransferInfo {
    /// 转入的银行流水单号: such as `110240620400046628001252733345`
    pub bill_no: Option<String>,
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
    /// 银行账户名称: such as `某某某有限公司`
    pub bank_account_name: Option<String>,
}

/// 扫码充值的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QrRechargeInfo {
    /// 用户OpenID: such as `owYiu0WOJdGCYxoHrPabGhI39uT4`
    pub openid: Option<String>,
    /// 员工类型: such as `ADMIN`
    pub employee_type: Option<EmployeeType>,
}

/// 网银充值的付款信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct OnlineBankRechargeInfo {
    /// 银行交易订单号: such as `110240620400046628001252733345`
    pub bill_no: Option<String>,
    /// 网银充值退回时间: such as `2015-05-20T13:29:35+08:00`
    pub return_time: Option<DateTime>,
    /// 网银充值退回原因: such as `银行转账充值金额与申请充值金额不一致`
    pub return_reason: Option<String>,
    /// 开户银行名称: such as `中国银行`
    pub bank_name: Option<String>,
    /// 网银类型: such as `ONLINE_BANK_TYPE_CORPORATE`
    pub online_bank_type: Option<OnlineBankType>,
    /// 银行卡号后四位: such as `0722`
    pub bank_card_tail: Option<String>,
    /// 银行账户名称: such as `某某某有限公司`
    pub bank_account_name: Option<String>,
}

open_enum! {
    /// 充值场景
    pub enum SubMerchantRechargeScene {
        EcommerceDeposit = "ECOMMERCE_DEPOSIT",
        EcommercePayment = "ECOMMERCE_PAYMENT",
    }
}

open_enum! {
    /// 充值入账账户
    pub enum SubMerchantAccountType {
        Deposit = "DEPOSIT",
        Operation = "OPERATION",
    }
}

open_enum! {
    /// 可用充值渠道列表
    pub enum RechargeChannel {
        BankTransfer = "BANK_TRANSFER",
        QrRecharge = "QR_RECHARGE",
        OnlineBank = "ONLINE_BANK",
    }
}

open_enum! {
    /// 员工类型
    pub enum EmployeeType {
        Admin = "ADMIN",
        Staff = "STAFF",
    }
}

open_enum! {
    /// 网银类型
    pub enum OnlineBankType {
        Corporate = "ONLINE_BANK_TYPE_CORPORATE",
        Personal = "ONLINE_BANK_TYPE_PERSONAL",
    }
}
