//! 委托代扣签约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 委托代扣签约
#[wechatpay_api(defaults)]
pub trait Contracts {
    /// 代扣预签约
    ///
    /// `POST /v3/papay/sign/contracts/pre-entrust-sign`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/merchant/4012978414>
    #[wechatpay_api(POST "/v3/papay/sign/contracts/pre-entrust-sign")]
    async fn pre_entrust_sign(
        &self,
        body: &PreEntrustSignRequest,
    ) -> Result<PreEntrustSignResponse>;

    /// JSAPI预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/jsapi`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/jsapi-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/jsapi")]
    async fn pre_entrust_sign_scheduled_jsapi(
        &self,
        body: &PreEntrustSignScheduledRequest,
    ) -> Result<PreEntrustSignRedirectResponse>;

    /// App预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/app`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-app-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/app")]
    async fn pre_entrust_sign_scheduled_app(
        &self,
        body: &PreEntrustSignScheduledRequest,
    ) -> Result<PreEntrustSignAppResponse>;

    /// H5预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-h5-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5")]
    async fn pre_entrust_sign_scheduled_h5(
        &self,
        body: &PreEntrustSignScheduledH5Request,
    ) -> Result<PreEntrustSignRedirectResponse>;

    /// 小程序预约扣费预签约
    ///
    /// `POST /v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/mini-program-scheduled-deduct-pre-sign.html>
    #[wechatpay_api(POST "/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_scheduled_mini_program(
        &self,
        body: &PreEntrustSignScheduledRequest,
    ) -> Result<PreEntrustSignMiniProgramResponse>;

    /// 商户协议号查询签约
    ///
    /// `GET /v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-get-contract-by-code.html>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(GET "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn query_contract(&self, plan_id: i64, out_contract_code: &str) -> Result<Contract>;

    /// 协议号查询鸿蒙签约
    ///
    /// `GET
    /// /v3/papay/sign/contracts/harmony-plan-id/{plan_id}/out-contract-code/{out_contract_code}`
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(GET "/v3/papay/sign/contracts/harmony-plan-id/{plan_id}/out-contract-code/{out_contract_code}")]
    async fn query_harmony_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
    ) -> Result<HarmonyContract>;

    /// 商户协议号解约
    ///
    /// `POST
    /// /v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/entrusted-payment/normal/normal-terminate-contract-by-code.html>
    ///
    /// - `plan_id` 委托代扣模板ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(POST "/v3/papay/sign/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate_contract(
        &self,
        plan_id: i64,
        out_contract_code: &str,
        body: &TerminateContractRequest,
    ) -> Result<Contract>;
}

/// The request of [`Contracts::pre_entrust_sign`].
///
/// `PreEntrustSignRequest::builder().sign_scene(…).appid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).out_user_code(…).device_info(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignRequest {
    /// 签约场景: such as `SIGN_SCENE_APP` (unconfirmed)
    pub sign_scene: SignScene,
    /// 应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535` (unconfirmed)
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A` (unconfirmed)
    pub out_user_code: String,
    /// 回跳地址的url: such as `https://yourapp.com/notify`
    pub return_url: Option<String>,
    /// 发起预签约的用户设备信息 (unconfirmed)
    pub device_info: DeviceInfo,
}

rules! {
    PreEntrustSignRequest {
        member("sign_scene", &[Listed(SignScene::TEXTS)]),
        member("contract_notify_url", &[NotifyUrl]),
        within("device_info", DeviceInfo::RULES),
    }
}

/// 发起预签约的用户设备信息
///
/// `DeviceInfo::builder().device_type(…).device_os(…).device_id(…).device_running_as_root(…).device_ip(…).weixin_installed(…).weixin_version(…).days_since_first_login(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeviceInfo {
    /// 设备类型 (unconfirmed)
    pub device_type: DeviceType,
    /// 设备的OS版本: such as `example_device_os` (unconfirmed)
    pub device_os: String,
    /// 设备ID: such as `example_device_id` (unconfirmed)
    pub device_id: String,
    /// 设备是否以root身份运行 (unconfirmed)
    pub device_running_as_root: bool,
    /// 设备的IP: such as `example_device_ip` (unconfirmed)
    pub device_ip: String,
    /// 设备上是否安装微信 (unconfirmed)
    pub weixin_installed: bool,
    /// 设备上微信的版本: such as `example_weixin_version` (unconfirmed)
    pub weixin_version: String,
    /// `days_since_first_login` (unconfirmed)
    pub days_since_first_login: DaysSinceFirstLogin,
}

rules! {
    DeviceInfo {
        member("device_type", &[Listed(DeviceType::TEXTS)]),
        member("days_since_first_login", &[Listed(DaysSinceFirstLogin::TEXTS)]),
    }
}

/// The response of [`Contracts::pre_entrust_sign`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: Option<String>,
    /// 跳转签约小程序的username: such as `example_mini_program_username`
    pub mini_program_username: Option<String>,
    /// 跳转签约小程序的path: such as `example_mini_program_path`
    pub mini_program_path: Option<String>,
    /// 展示扫码签约的二维码的URL: such as `example_redirect_url`
    pub redirect_url: Option<String>,
}

/// The request of [`Contracts::pre_entrust_sign_scheduled_jsapi`],
/// [`Contracts::pre_entrust_sign_scheduled_app`],
/// [`Contracts::pre_entrust_sign_scheduled_mini_program`].
///
/// `PreEntrustSignScheduledRequest::builder().appid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).deduct_schedule(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignScheduledRequest {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify`
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 用于预约扣费的预约信息
    pub deduct_schedule: DeductSchedule,
}

rules! {
    PreEntrustSignScheduledRequest {
        member("contract_notify_url", &[NotifyUrl]),
    }
}

/// 用于预约扣费的预约信息
///
/// `DeductSchedule::builder().estimated_deduct_date(…).estimated_deduct_amount(…).description(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct DeductSchedule {
    /// 预计扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: String,
    /// 预计的扣费金额
    pub estimated_deduct_amount: DeductAmount,
    /// 商品描述: such as `小乔-碎云皮肤（微信83区沧海之耀）`
    pub description: String,
}

/// 预计的扣费金额
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

/// The response of [`Contracts::pre_entrust_sign_scheduled_jsapi`],
/// [`Contracts::pre_entrust_sign_scheduled_h5`],
/// `PartnerContracts::pre_entrust_sign_partner_scheduled_jsapi`,
/// `PartnerContracts::pre_entrust_sign_partner_scheduled_h5`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignRedirectResponse {
    /// 拉起微信支付客户端的URL
    pub redirect_url: String,
}

/// The response of [`Contracts::pre_entrust_sign_scheduled_app`],
/// `PartnerContracts::pre_entrust_sign_partner_scheduled_app`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignAppResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 跳转签约小程序的username: such as `gh_xxxxxxxxxxxxx`
    pub miniprogram_username: Option<String>,
    /// 跳转签约小程序的path
    pub miniprogram_path: Option<String>,
}

/// The request of [`Contracts::pre_entrust_sign_scheduled_h5`].
///
/// `PreEntrustSignScheduledH5Request::builder().appid(…).plan_id(…).out_contract_code(…).contract_display_account(…).contract_notify_url(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignScheduledH5Request {
    /// 应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户在直连商户应用下的用户标示: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub openid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 签约结果通知地址: such as `https://yourapp.com/notify`
    pub contract_notify_url: String,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 用于预约扣费的预约信息
    pub deduct_schedule: Option<DeductSchedule>,
    /// 跳转控制信息
    pub jump_control: Option<JumpControl>,
}

rules! {
    PreEntrustSignScheduledH5Request {
        member("contract_notify_url", &[NotifyUrl]),
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

/// The response of [`Contracts::pre_entrust_sign_scheduled_mini_program`],
/// `PartnerContracts::pre_entrust_sign_partner_scheduled_mini_program`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignMiniProgramResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 跳转签约小程序的AppID: such as `wxbd687630cd02ce1d`
    pub redirect_appid: String,
    /// 跳转签约小程序的路径: such as `pages/PwdExemptContract/index`
    pub redirect_path: String,
}

/// The response of [`Contracts::query_contract`], [`Contracts::terminate_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Contract {
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
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: String,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间: such as `2021-09-10T13:29:35+08:00`
    pub contract_expired_time: Option<DateTime>,
    /// 用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 预约扣费场景的预约信息
    pub deduct_schedule: Option<ContractDeductSchedule>,
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
    pub contract_termination_mode: String,
    /// 协议解约时间: such as `2020-10-10T13:29:35+08:00`
    pub contract_terminated_time: DateTime,
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: Option<String>,
}

/// 预约扣费场景的预约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ContractDeductSchedule {
    /// 预计扣费的日期: such as `2019-11-22`
    pub estimated_deduct_date: String,
    /// 预计的扣费金额
    pub estimated_deduct_amount: DeductAmount,
    /// 扣费预约状态: such as `NO_SCHEDULED`
    pub schedule_state: String,
    /// 已预约的扣费金额信息
    pub scheduled_amount: Option<DeductAmount>,
    /// 实际扣费金额
    pub deduct_amount: Option<DeductAmount>,
    /// 实际扣费的日期: such as `2019-11-22`
    pub deduct_date: Option<String>,
}

/// The response of [`Contracts::query_harmony_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct HarmonyContract {
    /// 商户号: such as `1900000109`
    pub mchid: Option<String>,
    /// 委托代扣协议ID: such as `123124412412423431`
    pub contract_id: Option<String>,
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 委托代扣模板ID: such as `12535`
    pub plan_id: Option<i64>,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: Option<String>,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: Option<ContractState>,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议到期时间: such as `2021-09-10T13:29:35+08:00`
    pub contract_expired_time: Option<DateTime>,
    /// 用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 协议解约信息
    pub contract_terminate_info: Option<HarmonyContractTerminateInfo>,
    /// 商户侧用户标识: such as `用户A`
    pub out_user_code: Option<String>,
    /// 鸿蒙代扣场景的用户微信号掩码: such as `example_mask_wxid`
    pub mask_wxid: Option<String>,
}

/// 协议解约信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct HarmonyContractTerminateInfo {
    /// 协议解约方式: such as `USER_TERMINATE`
    pub contract_termination_mode: Option<ContractTerminationMode>,
    /// 协议解约时间: such as `2020-10-10T13:29:35+08:00`
    pub contract_terminated_time: Option<DateTime>,
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: Option<String>,
}

/// The request of [`Contracts::terminate_contract`].
///
/// `TerminateContractRequest::builder().contract_termination_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateContractRequest {
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: String,
}

rules! { TerminateContractRequest {} }

open_enum! {
    /// 签约场景
    pub enum SignScene {
        App = "SIGN_SCENE_APP",
        Qrcode = "SIGN_SCENE_QRCODE",
    }
}

open_enum! {
    /// 设备类型
    pub enum DeviceType {
        Unknow = "DEVICE_TYPE_UNKNOW",
        Phone = "DEVICE_TYPE_PHONE",
        Pad = "DEVICE_TYPE_PAD",
        Tv = "DEVICE_TYPE_TV",
        Watch = "DEVICE_TYPE_WATCH",
    }
}

open_enum! {
    /// The values of `days_since_first_login`.
    pub enum DaysSinceFirstLogin {
        Unknow = "DAYS_SINCE_FIRST_LOGIN_UNKNOW",
        Within1Day = "DAYS_SINCE_FIRST_LOGIN_WITHIN_1_DAY",
        Within7Days = "DAYS_SINCE_FIRST_LOGIN_WITHIN_7_DAYS",
        Within30Days = "DAYS_SINCE_FIRST_LOGIN_WITHIN_30_DAYS",
        Within90Days = "DAYS_SINCE_FIRST_LOGIN_WITHIN_90_DAYS",
        Within180Days = "DAYS_SINCE_FIRST_LOGIN_WITHIN_180_DAYS",
        MoreThen180Days = "DAYS_SINCE_FIRST_LOGIN_MORE_THEN_180_DAYS",
    }
}

open_enum! {
    /// 委托代扣协议状态
    pub enum ContractState {
        Signed = "SIGNED",
        Terminated = "TERMINATED",
        SignFailed = "SIGN_FAILED",
        ToBeRenewed = "TO_BE_RENEWED",
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
