//! 委托代扣签约（服务商）.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::{
    ContractDeductSchedule, ContractTerminateInfo, DeductSchedule, JumpControl,
    PreEntrustSignAppResponse, PreEntrustSignMiniProgramResponse, PreEntrustSignRedirectResponse,
};
use crate::rules::rules;

/// 委托代扣签约（服务商）
#[wechatpay_api(defaults)]
pub trait PartnerContracts {
    /// 服务商JSAPI预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/jsapi`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-jsapi-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/jsapi")]
    async fn pre_entrust_sign_partner_scheduled_jsapi(
        &self,
        body: &PartnerScheduledPreEntrustSignJsapiRequest,
    ) -> Result<PreEntrustSignRedirectResponse>;

    /// 服务商App预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/app`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-app-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/app")]
    async fn pre_entrust_sign_partner_scheduled_app(
        &self,
        body: &PreEntrustSignPartnerScheduledRequest,
    ) -> Result<PreEntrustSignAppResponse>;

    /// 服务商H5预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/h5`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-h5-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/h5")]
    async fn pre_entrust_sign_partner_scheduled_h5(
        &self,
        body: &PreEntrustSignPartnerScheduledH5Request,
    ) -> Result<PreEntrustSignRedirectResponse>;

    /// 服务商小程序预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-mini-program-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_partner_scheduled_mini_program(
        &self,
        body: &PartnerScheduledPreEntrustSignJsapiRequest,
    ) -> Result<PreEntrustSignMiniProgramResponse>;

    /// 服务商商户协议号查询签约
    ///
    /// `GET
    /// /v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-get-contract-by-code.html>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    /// - `sub_mchid` 子商户号商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn query_partner_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        #[query] sub_mchid: &str,
    ) -> Result<PartnerContract>;

    /// 服务商商户协议号解约
    ///
    /// `POST
    /// /v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-terminate-contract-by-code.html>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(POST "/v3/papay/sign/partner/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate_partner_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        body: &TerminatePartnerContractRequest,
    ) -> Result<PartnerContract>;
}

/// The request of [`PartnerContracts::pre_entrust_sign_partner_scheduled_jsapi`],
/// [`PartnerContracts::pre_entrust_sign_partner_scheduled_mini_program`].
///
/// Requires `sp_openid` or `sub_openid`.
///
/// `PartnerScheduledPreEntrustSignJsapiRequest::builder().sp_appid(…).sub_mchid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).deduct_schedule(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PartnerScheduledPreEntrustSignJsapiRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub sp_appid: String,
    /// 用户在服务商商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub sp_openid: Option<String>,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// A text, such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 用于预约扣费的预约信息 (unconfirmed)
    pub deduct_schedule: DeductSchedule,
}

rules! {
    PartnerScheduledPreEntrustSignJsapiRequest {
        any_of(&["sp_openid", "sub_openid"]),
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`PartnerContracts::pre_entrust_sign_partner_scheduled_app`].
///
/// `PreEntrustSignPartnerScheduledRequest::builder().sp_appid(…).sub_mchid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).deduct_schedule(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPartnerScheduledRequest {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub sp_appid: String,
    /// 用户在服务商商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub sp_openid: Option<String>,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// A text, such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 用于预约扣费的预约信息 (unconfirmed)
    pub deduct_schedule: DeductSchedule,
}

rules! {
    PreEntrustSignPartnerScheduledRequest {
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`PartnerContracts::pre_entrust_sign_partner_scheduled_h5`].
///
/// `PreEntrustSignPartnerScheduledH5Request::builder().sp_appid(…).sub_mchid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).deduct_schedule(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPartnerScheduledH5Request {
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub sp_appid: String,
    /// 用户在服务商商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub sp_openid: Option<String>,
    /// 子商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// A text, such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 用于预约扣费的预约信息 (unconfirmed)
    pub deduct_schedule: DeductSchedule,
    /// 跳转控制信息
    pub jump_control: Option<JumpControl>,
}

rules! {
    PreEntrustSignPartnerScheduledH5Request {
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PartnerContracts::query_partner_contract`],
/// [`PartnerContracts::terminate_partner_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PartnerContract {
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: Option<String>,
    /// 普通服务商商户号: such as `1900000109`
    pub sp_mchid: Option<String>,
    /// 普通服务商的AppID: such as `wxd678efh567hg6787`
    pub sp_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户的AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: Option<i64>,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: Option<String>,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间: such as `2021-09-10T13:29:35+08:00`
    pub contract_expired_time: Option<DateTime>,
    /// 用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub sp_openid: Option<String>,
    /// A text, such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub sub_openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<ContractDeductSchedule>,
}

/// The request of [`PartnerContracts::terminate_partner_contract`].
///
/// `TerminatePartnerContractRequest::builder().sub_mchid(…).contract_termination_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePartnerContractRequest {
    /// 子商户号商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 解约备注: such as `用户解约` (unconfirmed)
    pub contract_termination_remark: String,
}

rules! { TerminatePartnerContractRequest {} }
