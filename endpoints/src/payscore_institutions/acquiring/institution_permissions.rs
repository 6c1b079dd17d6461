//! 用户授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 用户授权
#[wechatpay_api(defaults)]
pub trait InstitutionPermissions {
    /// 从业机构预授权
    ///
    /// `POST /v3/payscore/acquiringbank/permissions`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/apply-acquiring-bank-permissions.html>
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/permissions")]
    async fn create_institution_permission(
        &self,
        body: &CreateInstitutionPermissionRequest,
    ) -> Result<CreateInstitutionPermissionResponse>;

    /// 从业机构查询与用户授权记录
    ///
    /// `GET /v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/get-acquiring-bank-permissions-by-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1275342195190894594`
    /// - `service_id` 服务ID: such as `500001`
    /// - `channel_id` 渠道商商户号: such as `1230000109`
    /// - `sub_mchid` 子商户号: such as `1230000109`
    #[wechatpay_api(GET "/v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}")]
    async fn query_institution_permission(
        &self,
        authorization_code: &str,
        #[query] service_id: &str,
        #[query] channel_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Permission>;

    /// 从业机构解除用户授权关系
    ///
    /// `POST
    /// /v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-auth/terminate-acquiring-bank-permissions-by-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1275342195190894594`
    #[wechatpay_api(POST "/v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}/terminate")]
    async fn terminate_institution_permission(
        &self,
        authorization_code: &str,
        body: &TerminateInstitutionPermissionRequest,
    ) -> Result<()>;
}

/// The request of [`InstitutionPermissions::create_institution_permission`].
///
/// `CreateInstitutionPermissionRequest::builder().service_id(…).channel_id(…).appid(…).sub_mchid(…).authorization_code(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInstitutionPermissionRequest {
    /// 服务ID: such as `service_id`
    pub service_id: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 授权协议号: such as `1234323JKHDFE1243252`
    pub authorization_code: String,
    /// 商户回调地址: such as `http://www.qq.com`
    pub notify_url: Option<String>,
}

rules! {
    CreateInstitutionPermissionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`InstitutionPermissions::create_institution_permission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateInstitutionPermissionResponse {
    /// 预授权token: such as `apply_permissions_token`
    pub apply_permissions_token: String,
}

/// The response of [`InstitutionPermissions::query_institution_permission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Permission {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下的用户标识
    pub sub_openid: Option<String>,
    /// 授权协议号: such as `1275342195190894594`
    pub authorization_code: Option<String>,
    /// 授权状态: such as `UNAVAILABLE`
    pub authorization_state: String,
    /// 授权通知地址: such as `https://www.weixin.com`
    pub notify_url: Option<String>,
    /// 最近一次解除授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub cancel_authorization_time: Option<DateTime>,
    /// 最近一次授权成功时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorization_success_time: Option<DateTime>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
}

/// The request of [`InstitutionPermissions::terminate_institution_permission`].
///
/// `TerminateInstitutionPermissionRequest::builder().service_id(…).sub_mchid(…).build()`. For an
/// `Option`, use setters such as `maybe_channel_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminateInstitutionPermissionRequest {
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 撤销原因: such as `撤销原因`
    pub reason: Option<String>,
}

rules! { TerminateInstitutionPermissionRequest {} }
