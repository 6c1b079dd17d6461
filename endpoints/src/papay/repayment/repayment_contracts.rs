//! 自动还款签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 自动还款签约
#[wechatpay_api(defaults)]
pub trait RepaymentContracts {
    /// APP预签约自动还款协议
    ///
    /// `POST /v3/credit-repayment/partner/contracts/app-presign`
    #[wechatpay_api(POST "/v3/credit-repayment/partner/contracts/app-presign")]
    async fn presign_repayment_app(
        &self,
        body: &PresignRepaymentAppRequest,
    ) -> Result<PresignRepaymentAppResponse>;

    /// H5预签约自动还款协议
    ///
    /// `POST /v3/credit-repayment/partner/contracts/h5-presign`
    #[wechatpay_api(POST "/v3/credit-repayment/partner/contracts/h5-presign")]
    async fn presign_repayment_h5(
        &self,
        body: &PresignRepaymentH5Request,
    ) -> Result<PresignRepaymentH5Response>;

    /// 查询自动还款协议
    ///
    /// `GET /v3/credit-repayment/partner/contracts/{out_contract_code}`
    ///
    /// - `out_contract_code` 服务商签约协议号: such as `100005698`
    #[wechatpay_api(GET "/v3/credit-repayment/partner/contracts/{out_contract_code}")]
    async fn query_repayment_contract(&self, out_contract_code: &str) -> Result<RepaymentContract>;

    /// 解除自动还款协议
    ///
    /// `POST /v3/credit-repayment/partner/contracts/terminate`
    #[wechatpay_api(POST "/v3/credit-repayment/partner/contracts/terminate")]
    async fn terminate_repayment_contract(
        &self,
        body: &TerminateRepaymentContractRequest,
    ) -> Result<TerminateRepaymentContractResponse>;
}

/// The request of [`RepaymentContracts::presign_repayment_app`].
///
/// `PresignRepaymentAppRequest::builder().appid(…).plan_id(…).out_contract_code(…).display_name(…).contract_notify_url(…).repayment_day(…).repayment_amount_limit(…).real_identity(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresignRepaymentAppRequest {
    /// 商户AppID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 模板ID: such as `123` (unconfirmed)
    pub plan_id: String,
    /// 服务商签约协议号: such as `100001256` (unconfirmed)
    pub out_contract_code: String,
    /// 用户展示名称: such as `*明` (unconfirmed)
    pub display_name: String,
    /// 签约结果通知地址: such as `https://pay.weixin.qq.com` (unconfirmed)
    pub contract_notify_url: String,
    /// 还款日: such as `1` (unconfirmed)
    pub repayment_day: i64,
    /// 还款金额上限: such as `10000` (unconfirmed)
    pub repayment_amount_limit: String,
    /// 子商户号: such as `1000000109`
    pub sub_mchid: Option<String>,
    /// 子商户AppID: such as `example_sub_appid`
    pub sub_appid: Option<String>,
    /// 用户实名信息 (unconfirmed)
    pub real_identity: RealIdentity,
    /// 交易信息
    pub trade_info: Option<TradeInfo>,
}

rules! {
    PresignRepaymentAppRequest {
        member("contract_notify_url", &[NotifyUrl]),
        within("real_identity", RealIdentity::RULES),
        within("trade_info", TradeInfo::RULES),
    }
}

/// 用户实名信息
///
/// `RealIdentity::builder().identity_type(…).identity_id(…).real_name(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RealIdentity {
    /// 实名验证类型: such as `REAL_IDENTITY_TYPE_INVALID` (unconfirmed)
    pub identity_type: RealIdentityType,
    /// 自然人证件号码: encrypted (unconfirmed)
    pub identity_id: Sensitive,
    /// 自然人姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
}

rules! {
    RealIdentity {
        member("identity_type", &[Listed(RealIdentityType::TEXTS)]),
    }
}

/// 交易信息
///
/// `TradeInfo::builder().out_trade_no(…).deduct_amount(…).build()`. For an `Option`, use setters
/// such as `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TradeInfo {
    /// 商户侧交易单号: such as `1217752501201407033233368018` (unconfirmed)
    pub out_trade_no: String,
    /// 还款金额: such as `10000` (unconfirmed)
    pub deduct_amount: Fen,
    /// 产品描述: such as `信贷还款`
    pub description: Option<String>,
    /// 商户数据包: such as `备注信息`
    pub attach: Option<String>,
    /// 商户回调地址: such as `https://www.test.com`
    pub notify_url: Option<String>,
}

rules! {
    TradeInfo {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`RepaymentContracts::presign_repayment_app`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PresignRepaymentAppResponse {
    /// 预签约码: such as `example_presign_token`
    pub presign_token: Option<String>,
    /// 跳转到的签约服务提供方: such as `example_redirect_service`
    pub redirect_service: Option<String>,
}

/// The request of [`RepaymentContracts::presign_repayment_h5`].
///
/// `PresignRepaymentH5Request::builder().appid(…).plan_id(…).out_contract_code(…).display_name(…).contract_notify_url(…).repayment_day(…).repayment_amount_limit(…).real_identity(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PresignRepaymentH5Request {
    /// 商户AppID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 模板ID: such as `123` (unconfirmed)
    pub plan_id: String,
    /// 服务商签约协议号: such as `100001256` (unconfirmed)
    pub out_contract_code: String,
    /// 用户展示名称: such as `*明` (unconfirmed)
    pub display_name: String,
    /// 签约结果通知地址: such as `https://pay.weixin.qq.com` (unconfirmed)
    pub contract_notify_url: String,
    /// 还款日: such as `1` (unconfirmed)
    pub repayment_day: i64,
    /// 还款金额上限: such as `10000` (unconfirmed)
    pub repayment_amount_limit: String,
    /// 子商户号: such as `1000000109`
    pub sub_mchid: Option<String>,
    /// 子商户AppID: such as `example_sub_appid`
    pub sub_appid: Option<String>,
    /// 用户实名信息 (unconfirmed)
    pub real_identity: RealIdentity,
    /// 交易信息
    pub trade_info: Option<TradeInfo>,
    /// 跳转控制信息
    pub jump_info: Option<JumpInfo>,
}

rules! {
    PresignRepaymentH5Request {
        member("contract_notify_url", &[NotifyUrl]),
        within("real_identity", RealIdentity::RULES),
        within("trade_info", TradeInfo::RULES),
    }
}

/// 跳转控制信息
///
/// `JumpInfo::builder().build()`. For an `Option`, use setters such as `maybe_jump_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JumpInfo {
    /// 签约完后要跳转到的应用AppID: such as `example_jump_appid`
    pub jump_appid: Option<String>,
}

/// The response of [`RepaymentContracts::presign_repayment_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PresignRepaymentH5Response {
    /// 拉起微信支付签约页的URL
    pub redirect_url: Option<String>,
}

/// The response of [`RepaymentContracts::query_repayment_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RepaymentContract {
    /// 协议ID: such as `100005698`
    pub contract_id: Option<String>,
    /// 模板ID: such as `123`
    pub plan_id: Option<String>,
    /// 服务商签约协议号: such as `100001256`
    pub out_contract_code: Option<String>,
    /// 用户展示名称: such as `*明`
    pub display_name: Option<String>,
    /// 协议状态: such as `CONTRACT_STATE_INVALID`
    pub contract_state: Option<ContractState>,
    /// 协议签署时间: such as `2021-11-20T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议解约时间: such as `2021-11-20T13:29:35+08:00`
    pub contract_terminated_time: Option<DateTime>,
    /// 协议解约方式: such as `TERMINATION_MODE_BY_USER`
    pub contract_terminated_mode: Option<ContractTerminatedMode>,
    /// 协议解约备注: such as `example_contract_termination_remark`
    pub contract_termination_remark: Option<String>,
    /// 还款日: such as `1`
    pub repayment_day: Option<i64>,
    /// 用户服务商标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 服务商AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 还款金额上限: such as `10000`
    pub repayment_amount_limit: Option<Fen>,
}

/// The request of [`RepaymentContracts::terminate_repayment_contract`].
///
/// `TerminateRepaymentContractRequest::builder().out_contract_code(…).contract_termination_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateRepaymentContractRequest {
    /// 服务商签约协议号: such as `100001256` (unconfirmed)
    pub out_contract_code: String,
    /// 协议解约备注: such as `example_contract_termination_remark` (unconfirmed)
    pub contract_termination_remark: String,
}

rules! { TerminateRepaymentContractRequest {} }

/// The response of [`RepaymentContracts::terminate_repayment_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct TerminateRepaymentContractResponse {
    /// 协议信息
    pub contract_info: Option<RepaymentContract>,
}

open_enum! {
    /// 实名验证类型
    pub enum RealIdentityType {
        Invalid = "REAL_IDENTITY_TYPE_INVALID",
        IdCard = "REAL_IDENTITY_TYPE_ID_CARD",
    }
}

open_enum! {
    /// 协议状态
    pub enum ContractState {
        Invalid = "CONTRACT_STATE_INVALID",
        Effective = "CONTRACT_STATE_EFFECTIVE",
        Terminated = "CONTRACT_STATE_TERMINATED",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum ContractTerminatedMode {
        Invalid = "TERMINATION_MODE_INVALID",
        ByUser = "TERMINATION_MODE_BY_USER",
        ByMerchant = "TERMINATION_MODE_BY_MERCHANT",
        ByCustomerService = "TERMINATION_MODE_BY_CUSTOMER_SERVICE",
    }
}
