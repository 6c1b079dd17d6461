//! 保险自动续费签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 保险自动续费签约
#[wechatpay_api(defaults)]
pub trait InsuranceContracts {
    /// 保险商户JSAPI预签约
    ///
    /// `POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/jsapi`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/jsapi-sign-and-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/pre-entrust-sign/jsapi")]
    async fn pre_entrust_sign_insurance_jsapi(
        &self,
        body: &PreEntrustSignInsuranceRequest,
    ) -> Result<PreEntrustSignInsuranceRedirectResponse>;

    /// 保险商户App预签约
    ///
    /// `POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/app`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/app-sign-and-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/pre-entrust-sign/app")]
    async fn pre_entrust_sign_insurance_app(
        &self,
        body: &PreEntrustSignInsuranceAppRequest,
    ) -> Result<PreEntrustSignInsuranceAppResponse>;

    /// 保险商户H5预签约
    ///
    /// `POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/h5`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/h5-sign-and-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/pre-entrust-sign/h5")]
    async fn pre_entrust_sign_insurance_h5(
        &self,
        body: &PreEntrustSignInsuranceH5Request,
    ) -> Result<PreEntrustSignInsuranceRedirectResponse>;

    /// 保险商户小程序预签约
    ///
    /// `POST /v3/papay/insurance-sign/contracts/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/mimi-program-sign-and-create-transaction.html>
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_insurance_mini_program(
        &self,
        body: &PreEntrustSignInsuranceRequest,
    ) -> Result<PreEntrustSignInsuranceMiniProgramResponse>;

    /// 保险商户查询保险自动续费协议
    ///
    /// `GET
    /// /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(GET "/v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn query_insurance_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
    ) -> Result<InsuranceContract>;

    /// 保险商户受理续期自动续费协议
    ///
    /// `POST /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/contract-id/{contract_id}/renew`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/insurance-entrusted-payment/insurance/apply-renew-contract.html>
    ///
    /// - `plan_id` 委托代扣模板ID
    /// - `contract_id` 委托代扣协议ID
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/plan-id/{plan_id}/contract-id/{contract_id}/renew")]
    async fn renew_insurance_contract(
        &self,
        plan_id: i64,
        contract_id: &str,
        body: &RenewInsuranceContractRequest,
    ) -> Result<()>;

    /// 商户协议号解约
    ///
    /// `POST
    /// /v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate`
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(POST "/v3/papay/insurance-sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate_insurance_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        body: &TerminateInsuranceContractRequest,
    ) -> Result<TerminateInsuranceContractResponse>;
}

/// The request of [`InsuranceContracts::pre_entrust_sign_insurance_jsapi`],
/// [`InsuranceContracts::pre_entrust_sign_insurance_mini_program`].
///
/// `PreEntrustSignInsuranceRequest::builder().appid(…).plan_id(…).out_contract_code(…).insured_display_name(…).contract_notify_url(…).policy_start_date(…).policy_end_date(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 被保人的展示名称: such as `*明`
    pub insured_display_name: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify`
    pub contract_notify_url: String,
    /// 保险保单的开始日期: such as `2019-11-22`
    pub policy_start_date: String,
    /// 保险保单的结束日期: such as `2020-11-22`
    pub policy_end_date: String,
    /// 保单的扣费周期列表
    pub policy_periods: Option<Vec<PolicyPeriodWithCoverage>>,
    /// 扣费金额信息
    pub amount: Option<DeductAmount>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: Option<String>,
    /// 支付结果通知地址: such as `https://www.qq.com/`
    pub transaction_notify_url: Option<String>,
    /// 商户侧用户标识: such as `用户昵称`
    pub out_user_code: Option<String>,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 是否自动续保: such as `true`
    pub can_auto_insure: Option<bool>,
    /// 是否自动重新投保: such as `false`
    pub can_auto_reinsure: Option<bool>,
    /// 用户实名信息
    pub real_identity: Option<RealIdentity>,
    /// 合并扣费期数: such as `1`
    pub combined_deduct_period_count: Option<i64>,
}

rules! {
    PreEntrustSignInsuranceRequest {
        member("contract_notify_url", &[NotifyUrl]),
        member("transaction_notify_url", &[NotifyUrl]),
        within("real_identity", RealIdentity::RULES),
    }
}

/// 保单的扣费周期列表
///
/// `PolicyPeriodWithCoverage::builder().policy_period_id(…).estimated_deduct_date(…).estimated_deduct_amount(…).build()`.
/// For an `Option`, use setters such as `maybe_policy_coverage_detail`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PolicyPeriodWithCoverage {
    /// 保险扣费周期编号: such as `1`
    pub policy_period_id: i64,
    /// 预计扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: String,
    /// 预计扣费金额
    pub estimated_deduct_amount: DeductAmount,
    /// 保障详情
    pub policy_coverage_detail: Option<PolicyCoverageDetail>,
}

/// 预计扣费金额
///
/// `DeductAmount::builder().total(…).build()`. For an `Option`, use setters such as
/// `maybe_currency`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct DeductAmount {
    /// 金额: such as `1`
    pub total: Fen,
    /// 货币类型: such as `CNY`
    pub currency: Option<String>,
}

/// 保障详情
///
/// `PolicyCoverageDetail::builder().build()`. For an `Option`, use setters such as
/// `maybe_policy_amount`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PolicyCoverageDetail {
    /// 保单额度: such as `50000`
    pub policy_amount: Option<String>,
    /// 保险条款列表
    pub policy_clauses: Option<Vec<PolicyClause>>,
}

/// 保险条款列表
///
/// `PolicyClause::builder().build()`. For an `Option`, use setters such as `maybe_clause_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PolicyClause {
    /// 条款内容: such as `example_clause_name`
    pub clause_name: Option<String>,
    /// 条款额度: such as `example_clause_quota`
    pub clause_quota: Option<String>,
}

/// 用户实名信息
///
/// `RealIdentity::builder().real_name(…).id_card_number(…).build()`. For an `Option`, use setters
/// such as `maybe_identity_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RealIdentity {
    /// 自然人姓名: encrypted
    pub real_name: Sensitive,
    /// 自然人身份证号码: encrypted
    pub id_card_number: Sensitive,
    /// 实名验证类型: such as `ID_CARD`
    pub identity_type: Option<IdentityType>,
}

rules! {
    RealIdentity {
        member("identity_type", &[Listed(IdentityType::TEXTS)]),
    }
}

/// The response of [`InsuranceContracts::pre_entrust_sign_insurance_jsapi`],
/// [`InsuranceContracts::pre_entrust_sign_insurance_h5`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceRedirectResponse {
    /// 拉起微信支付客户端的URL
    pub redirect_url: String,
}

/// The request of [`InsuranceContracts::pre_entrust_sign_insurance_app`].
///
/// `PreEntrustSignInsuranceAppRequest::builder().appid(…).plan_id(…).out_contract_code(…).insured_display_name(…).contract_notify_url(…).policy_start_date(…).policy_end_date(…).policy_periods(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceAppRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 被保人的展示名称: such as `*明` (unconfirmed)
    pub insured_display_name: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub contract_notify_url: String,
    /// 保险保单的开始日期: such as `2019-11-22` (unconfirmed)
    pub policy_start_date: String,
    /// 保险保单的结束日期: such as `2020-11-22` (unconfirmed)
    pub policy_end_date: String,
    /// 保单的扣费周期列表 (unconfirmed)
    pub policy_periods: Vec<PolicyPeriod>,
    /// 扣费金额信息
    pub amount: Option<DeductAmount>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: Option<String>,
    /// 支付结果通知地址: such as `https://www.qq.com/`
    pub transaction_notify_url: Option<String>,
    /// 商户侧用户标识: such as `用户昵称`
    pub out_user_code: Option<String>,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 是否自动续保: such as `true`
    pub can_auto_insure: Option<bool>,
    /// 是否自动重新投保: such as `false`
    pub can_auto_reinsure: Option<bool>,
    /// 用户实名信息
    pub real_identity: Option<RealIdentity>,
    /// 合并扣费期数: such as `1`
    pub combined_deduct_period_count: Option<i64>,
}

rules! {
    PreEntrustSignInsuranceAppRequest {
        member("contract_notify_url", &[NotifyUrl]),
        member("transaction_notify_url", &[NotifyUrl]),
        within("real_identity", RealIdentity::RULES),
    }
}

/// 保单的扣费周期列表
///
/// `PolicyPeriod::builder().policy_period_id(…).estimated_deduct_date(…).estimated_deduct_amount(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PolicyPeriod {
    /// 保险扣费周期编号: such as `1`
    pub policy_period_id: i64,
    /// 预计扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: String,
    /// 预计扣费金额
    pub estimated_deduct_amount: DeductAmount,
}

/// The response of [`InsuranceContracts::pre_entrust_sign_insurance_app`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceAppResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: Option<String>,
}

/// The request of [`InsuranceContracts::pre_entrust_sign_insurance_h5`].
///
/// `PreEntrustSignInsuranceH5Request::builder().appid(…).plan_id(…).out_contract_code(…).insured_display_name(…).contract_notify_url(…).policy_start_date(…).policy_end_date(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceH5Request {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 被保人的展示名称: such as `*明`
    pub insured_display_name: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify`
    pub contract_notify_url: String,
    /// 保险保单的开始日期: such as `2019-11-22`
    pub policy_start_date: String,
    /// 保险保单的结束日期: such as `2020-11-22`
    pub policy_end_date: String,
    /// 保单的扣费周期列表
    pub policy_periods: Option<Vec<PolicyPeriodWithCoverage>>,
    /// 扣费金额信息
    pub amount: Option<DeductAmount>,
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: Option<String>,
    /// 商品描述: such as `Image形象店-深圳腾大-QQ公仔`
    pub description: Option<String>,
    /// 支付结果通知地址: such as `https://www.qq.com/`
    pub transaction_notify_url: Option<String>,
    /// 商户侧用户标识: such as `用户昵称`
    pub out_user_code: Option<String>,
    /// 订单优惠标记: such as `DISCOUNTS`
    pub goods_tag: Option<String>,
    /// 附加数据: such as `自定义数据`
    pub attach: Option<String>,
    /// 是否自动续保: such as `true`
    pub can_auto_insure: Option<bool>,
    /// 是否自动重新投保: such as `false`
    pub can_auto_reinsure: Option<bool>,
    /// 用户实名信息
    pub real_identity: Option<RealIdentity>,
    /// 跳转控制信息
    pub jump_control: Option<JumpControl>,
    /// 合并扣费期数: such as `1`
    pub combined_deduct_period_count: Option<i64>,
}

rules! {
    PreEntrustSignInsuranceH5Request {
        member("contract_notify_url", &[NotifyUrl]),
        member("transaction_notify_url", &[NotifyUrl]),
        within("real_identity", RealIdentity::RULES),
    }
}

/// 跳转控制信息
///
/// `JumpControl::builder().build()`. For an `Option`, use setters such as `maybe_jump_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JumpControl {
    /// 跳转的应用AppID: such as `wxd678efh567hg6787`
    pub jump_appid: Option<String>,
}

/// The response of [`InsuranceContracts::pre_entrust_sign_insurance_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignInsuranceMiniProgramResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 跳转签约小程序的AppID: such as `wxbd687630cd02ce1d`
    pub redirect_appid: String,
    /// 跳转签约小程序的路径: such as `pages/PwdExemptContract/index`
    pub redirect_path: String,
}

/// The response of [`InsuranceContracts::query_insurance_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceContract {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 被保人姓名: such as `*明`
    pub insured_display_name: Option<String>,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: ContractState,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间: such as `2021-09-10T13:29:35+08:00`
    pub contract_expired_time: Option<DateTime>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 跳转撤销解约小程序的路径: such as `pages/PwdExemptContract/index`
    pub revoke_terminate_contract_redirect_url: Option<String>,
    /// 跳转撤销解约小程序的appid: such as `wxbd687630cd02ce1d`
    pub revoke_terminate_contract_redirect_appid: Option<String>,
}

/// 协议解约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ContractTerminateInfo {
    /// 协议解约方式: such as `USER_TERMINATE`
    pub contract_termination_mode: ContractTerminationMode,
    /// 协议解约时间: such as `2020-10-10T13:29:35+08:00`
    pub contract_terminated_time: DateTime,
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: Option<String>,
}

/// The request of [`InsuranceContracts::renew_insurance_contract`].
///
/// `RenewInsuranceContractRequest::builder().appid(…).build()`. For an `Option`, use setters such
/// as `maybe_policy_periods`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RenewInsuranceContractRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 续期的扣费周期列表
    pub policy_periods: Option<Vec<PolicyPeriod>>,
}

rules! { RenewInsuranceContractRequest {} }

/// The request of [`InsuranceContracts::terminate_insurance_contract`].
///
/// `TerminateInsuranceContractRequest::builder().contract_termination_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateInsuranceContractRequest {
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: String,
}

rules! { TerminateInsuranceContractRequest {} }

/// The response of [`InsuranceContracts::terminate_insurance_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TerminateInsuranceContractResponse {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 被保人姓名: such as `*明`
    pub insured_display_name: Option<String>,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: ContractState,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间: such as `2021-09-10T13:29:35+08:00`
    pub contract_expired_time: Option<DateTime>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
}

open_enum! {
    /// 实名验证类型
    pub enum IdentityType {
        IdCard = "ID_CARD",
    }
}

open_enum! {
    /// 委托代扣协议状态
    pub enum ContractState {
        Signed = "SIGNED",
        Terminated = "TERMINATED",
        SignFailed = "SIGN_FAILED",
        ToBeRenewed = "TO_BE_RENEWED",
        TerminatePending = "TERMINATE_PENDING",
    }
}

open_enum! {
    /// 协议解约方式
    pub enum ContractTerminationMode {
        UserTerminate = "USER_TERMINATE",
        MchApiTerminate = "MCH_API_TERMINATE",
        WepayWebTerminate = "WEPAY_WEB_TERMINATE",
        CustomerServiceTerminate = "CUSTOMER_SERVICE_TERMINATE",
        SystemTerminate = "SYSTEM_TERMINATE",
    }
}
