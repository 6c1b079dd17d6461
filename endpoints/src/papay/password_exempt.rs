//! 免密支付.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 免密支付签约
#[wechatpay_api(defaults)]
pub trait PasswordExemptContracts {
    /// 直连商户模式小程序场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/normal/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/password-free-contract/sign/normal-mini-program-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/normal/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_password_exempt_mini_program(
        &self,
        body: &PreEntrustSignPasswordExemptMiniProgramRequest,
    ) -> Result<PreEntrustSignPasswordExemptMiniProgramResponse>;

    /// 直连商户模式支付后场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/normal/pre-entrust-sign/pay-redirect-sign`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/password-free-contract/sign/normal-pay-redirect-sign-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/normal/pre-entrust-sign/pay-redirect-sign")]
    async fn pre_entrust_sign_password_exempt_pay_redirect(
        &self,
        body: &PreEntrustSignPasswordExemptPayRedirectRequest,
    ) -> Result<ContractCodeResponse>;

    /// 服务商模式小程序场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/sp-mini-program-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_partner_password_exempt_mini_program(
        &self,
        body: &PreEntrustSignPartnerPasswordExemptMiniProgramRequest,
    ) -> Result<PreEntrustSignPartnerPasswordExemptMiniProgramResponse>;

    /// 服务商模式支付后场景预签约
    ///
    /// `POST
    /// /v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/pay-redirect-sign`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/sp-pay-redirect-sign-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/pay-redirect-sign")]
    async fn pre_entrust_sign_partner_password_exempt_pay_redirect(
        &self,
        body: &PreEntrustSignPartnerPasswordExemptPayRedirectRequest,
    ) -> Result<PreEntrustSignPartnerPasswordExemptPayRedirectResponse>;

    /// 电商收付通模式小程序场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/ec-mini-program-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_ecommerce_password_exempt_mini_program(
        &self,
        body: &PreEntrustSignPasswordExemptMiniProgramRequest,
    ) -> Result<PreEntrustSignPasswordExemptMiniProgramResponse>;

    /// 电商收付通模式支付后场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/pay-redirect-sign`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/ec-pay-redirect-sign-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/pay-redirect-sign")]
    async fn pre_entrust_sign_ecommerce_password_exempt_pay_redirect(
        &self,
        body: &PreEntrustSignPasswordExemptPayRedirectRequest,
    ) -> Result<ContractCodeResponse>;

    /// 清算机构模式小程序场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/qs/pre-entrust-sign/mini-program`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/qs-mini-program-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/qs/pre-entrust-sign/mini-program")]
    async fn pre_entrust_sign_clearing_password_exempt_mini_program(
        &self,
        body: &PreEntrustSignClearingPasswordExemptMiniProgramRequest,
    ) -> Result<PreEntrustSignPasswordExemptMiniProgramResponse>;

    /// 清算机构模式支付后场景预签约
    ///
    /// `POST /v3/password-exempt-contract/contracts/qs/pre-entrust-sign/pay-redirect-sign`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-password-free-contract/sign/qs-pay-redirect-sign-pre-entrust-sign.html>
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/qs/pre-entrust-sign/pay-redirect-sign")]
    async fn pre_entrust_sign_clearing_password_exempt_pay_redirect(
        &self,
        body: &PreEntrustSignClearingPasswordExemptPayRedirectRequest,
    ) -> Result<ContractCodeResponse>;

    /// 商户通过商户协议号查询协议
    ///
    /// `GET
    /// /v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/password-free-contract/contracts/get-by-code.html>
    ///
    /// - `service_id` 免密支付服务ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(GET "/v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}")]
    async fn query_password_exempt_contract(
        &self,
        service_id: i64,
        out_contract_code: &str,
    ) -> Result<PasswordExemptContract>;

    /// 商户通过商户协议号解约协议
    ///
    /// `POST
    /// /v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/password-free-contract/contracts/terminate-by-code.html>
    ///
    /// - `service_id` 免密支付服务ID: such as `12535`
    /// - `out_contract_code` 商户签约协议号: such as `wxwtdk20200910100000`
    #[wechatpay_api(POST "/v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}/terminate")]
    async fn terminate_password_exempt_contract(
        &self,
        service_id: i64,
        out_contract_code: &str,
        body: &TerminatePasswordExemptContractRequest,
    ) -> Result<ContractCodeResponse>;
}

/// The request of [`PasswordExemptContracts::pre_entrust_sign_password_exempt_mini_program`],
/// [`PasswordExemptContracts::pre_entrust_sign_ecommerce_password_exempt_mini_program`].
///
/// `PreEntrustSignPasswordExemptMiniProgramRequest::builder().appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPasswordExemptMiniProgramRequest {
    /// 商户AppID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 免密支付服务ID: such as `12535` (unconfirmed)
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
}

rules! {
    PreEntrustSignPasswordExemptMiniProgramRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PasswordExemptContracts::pre_entrust_sign_password_exempt_mini_program`],
/// [`PasswordExemptContracts::pre_entrust_sign_ecommerce_password_exempt_mini_program`],
/// [`PasswordExemptContracts::pre_entrust_sign_clearing_password_exempt_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignPasswordExemptMiniProgramResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 跳转签约的小程序AppID: such as `wxbd687630cd02ce1d`
    pub sign_mp_appid: String,
    /// 跳转签约的小程序路径: such as `pages/PwdExemptContract/index`
    pub sign_mp_path: String,
}

/// The request of [`PasswordExemptContracts::pre_entrust_sign_password_exempt_pay_redirect`],
/// [`PasswordExemptContracts::pre_entrust_sign_ecommerce_password_exempt_pay_redirect`].
///
/// `PreEntrustSignPasswordExemptPayRedirectRequest::builder().appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).prepay_id(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPasswordExemptPayRedirectRequest {
    /// 商户AppID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 免密支付服务ID: such as `12535` (unconfirmed)
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000` (unconfirmed)
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify` (unconfirmed)
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A` (unconfirmed)
    pub contract_display_account: String,
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100` (unconfirmed)
    pub prepay_id: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` (unconfirmed)
    pub openid: String,
}

rules! {
    PreEntrustSignPasswordExemptPayRedirectRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PasswordExemptContracts::pre_entrust_sign_password_exempt_pay_redirect`],
/// [`PasswordExemptContracts::pre_entrust_sign_ecommerce_password_exempt_pay_redirect`],
/// [`PasswordExemptContracts::pre_entrust_sign_clearing_password_exempt_pay_redirect`],
/// [`PasswordExemptContracts::terminate_password_exempt_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ContractCodeResponse {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
}

/// The request of
/// [`PasswordExemptContracts::pre_entrust_sign_partner_password_exempt_mini_program`].
///
/// `PreEntrustSignPartnerPasswordExemptMiniProgramRequest::builder().sp_appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPartnerPasswordExemptMiniProgramRequest {
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub sp_appid: String,
    /// 用户标识: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub sp_openid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 用户子标识: such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
}

rules! {
    PreEntrustSignPartnerPasswordExemptMiniProgramRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of
/// [`PasswordExemptContracts::pre_entrust_sign_partner_password_exempt_mini_program`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignPartnerPasswordExemptMiniProgramResponse {
    /// 预签约ID: such as `5778aadY9nltAsZzXixCkFIGYnV2V`
    pub pre_entrustweb_id: String,
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 跳转签约的小程序AppID: such as `wxbd687630cd02ce1d`
    pub sign_mp_appid: String,
    /// 跳转签约的小程序路径: such as `pages/PwdExemptContract/index`
    pub sign_mp_path: String,
}

/// The request of
/// [`PasswordExemptContracts::pre_entrust_sign_partner_password_exempt_pay_redirect`].
///
/// `PreEntrustSignPartnerPasswordExemptPayRedirectRequest::builder().sp_appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).prepay_id(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignPartnerPasswordExemptPayRedirectRequest {
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub sp_appid: String,
    /// 用户标识: such as `oYobu0MVnQfWpSMOYJz2AHPG_gQw`
    pub sp_openid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 用户子标识: such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: String,
}

rules! {
    PreEntrustSignPartnerPasswordExemptPayRedirectRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of
/// [`PasswordExemptContracts::pre_entrust_sign_partner_password_exempt_pay_redirect`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PreEntrustSignPartnerPasswordExemptPayRedirectResponse {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
}

/// The request of
/// [`PasswordExemptContracts::pre_entrust_sign_clearing_password_exempt_mini_program`].
///
/// `PreEntrustSignClearingPasswordExemptMiniProgramRequest::builder().appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignClearingPasswordExemptMiniProgramRequest {
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

rules! {
    PreEntrustSignClearingPasswordExemptMiniProgramRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The request of
/// [`PasswordExemptContracts::pre_entrust_sign_clearing_password_exempt_pay_redirect`].
///
/// `PreEntrustSignClearingPasswordExemptPayRedirectRequest::builder().appid(…).service_id(…).out_contract_code(…).notify_url(…).contract_display_account(…).prepay_id(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PreEntrustSignClearingPasswordExemptPayRedirectRequest {
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 回调通知地址: such as `https://yourapp.com/notify`
    pub notify_url: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: String,
    /// 预支付交易会话标识: such as `wx201410272009395522657a690389285100`
    pub prepay_id: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户子标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
}

rules! {
    PreEntrustSignClearingPasswordExemptPayRedirectRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PasswordExemptContracts::query_password_exempt_contract`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PasswordExemptContract {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 免密支付协议ID: such as `123124412412423431`
    pub contract_id: String,
    /// 商户AppID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 用户标识: such as `wxd678efh567hg6787`
    pub openid: Option<String>,
    /// 子商户AppID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 用户子标识: such as `wxd678efh567hg6787`
    pub sub_openid: Option<String>,
    /// 免密支付服务ID: such as `12535`
    pub service_id: i64,
    /// 商户签约协议号: such as `wxwtdk20200910100000`
    pub out_contract_code: String,
    /// 用户账户展示名称: such as `微信代扣用户A`
    pub contract_display_account: Option<String>,
    /// 委托代扣协议状态: such as `SIGNED`
    pub contract_state: String,
    /// 协议签署时间: such as `2020-09-10T13:29:35+08:00`
    pub contract_signed_time: Option<DateTime>,
    /// 协议解约信息
    pub contract_terminate_info: Option<ContractTerminateInfo>,
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
    pub contract_terminated_time: Option<DateTime>,
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: Option<String>,
}

/// The request of [`PasswordExemptContracts::terminate_password_exempt_contract`].
///
/// `TerminatePasswordExemptContractRequest::builder().contract_termination_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePasswordExemptContractRequest {
    /// 解约备注: such as `用户解约`
    pub contract_termination_remark: String,
}

rules! { TerminatePasswordExemptContractRequest {} }
