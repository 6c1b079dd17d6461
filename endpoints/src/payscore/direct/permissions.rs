//! 用户授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::Goods;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 用户授权
#[wechatpay_api(defaults)]
pub trait Permissions {
    /// 商户预授权
    ///
    /// `POST /v3/payscore/permissions`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/apply-permissions.html>
    #[wechatpay_api(POST "/v3/payscore/permissions")]
    async fn create_permission(
        &self,
        body: &CreatePermissionRequest,
    ) -> Result<CreatePermissionResponse>;

    /// 授权协议号查询与用户授权记录
    ///
    /// `GET /v3/payscore/permissions/authorization-code/{authorization_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/get-permissions-by-authorization-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1234323JKHDFE1243252`
    /// - `service_id` 服务ID: such as `500001`
    #[wechatpay_api(GET "/v3/payscore/permissions/authorization-code/{authorization_code}")]
    async fn query_permission_by_authorization_code(
        &self,
        authorization_code: &str,
        #[query] service_id: &str,
    ) -> Result<Permission>;

    /// 用户标识查询与用户授权记录
    ///
    /// `GET /v3/payscore/permissions/openid/{openid}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/get-permissions-by-open-id.html>
    ///
    /// - `openid` 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `appid` 公众号id: such as `wxd678efh567hg6787`
    #[wechatpay_api(GET "/v3/payscore/permissions/openid/{openid}")]
    async fn query_permission_by_openid(
        &self,
        openid: &str,
        #[query] service_id: &str,
        #[query] appid: &str,
    ) -> Result<Permission>;

    /// 授权协议号解除用户授权关系
    ///
    /// `POST /v3/payscore/permissions/authorization-code/{authorization_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/terminate-permissions-by-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/permissions/authorization-code/{authorization_code}/terminate")]
    async fn terminate_permission_by_authorization_code(
        &self,
        authorization_code: &str,
        body: &TerminatePermissionByAuthorizationCodeRequest,
    ) -> Result<()>;

    /// 用户标识解除用户授权关系
    ///
    /// `POST /v3/payscore/permissions/openid/{openid}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/terminate-permissions-by-open-id.html>
    ///
    /// - `openid` 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    #[wechatpay_api(POST "/v3/payscore/permissions/openid/{openid}/terminate")]
    async fn terminate_permission_by_openid(
        &self,
        openid: &str,
        body: &TerminatePermissionByOpenidRequest,
    ) -> Result<()>;

    /// 商户解除用户授权关系
    ///
    /// `POST /v3/payscore/users/{openid}/permissions/{service_id}/terminate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/payscore/chapter9_1.shtml>
    ///
    /// - `openid` 用户标识
    /// - `service_id` 公众账号ID
    #[wechatpay_api(POST "/v3/payscore/users/{openid}/permissions/{service_id}/terminate")]
    async fn terminate_permission_by_service_id(
        &self,
        openid: &str,
        service_id: &str,
        body: &TerminatePermissionByServiceIdRequest,
    ) -> Result<()>;

    /// 查询用户授权状态
    ///
    /// `GET /v3/payscore/user-service-state`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/payscore/chapter3_8.shtml>
    ///
    /// - `appid` 公众账号ID
    /// - `service_id` 服务ID
    /// - `openid` 用户标识
    #[wechatpay_api(GET "/v3/payscore/user-service-state")]
    async fn query_user_service_state(
        &self,
        #[query] appid: &str,
        #[query] service_id: &str,
        #[query] openid: &str,
    ) -> Result<QueryUserServiceStateResponse>;

    /// 商户评估用户分层
    ///
    /// `POST /v3/payscore/permissions/assess-user-risk-level`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/weixin-pay-score/service-auth/assess-user-risk-level.html>
    #[wechatpay_api(POST "/v3/payscore/permissions/assess-user-risk-level")]
    async fn assess_user_risk_level(
        &self,
        body: &AssessUserRiskLevelRequest,
    ) -> Result<AssessUserRiskLevelResponse>;
}

/// The request of [`Permissions::create_permission`].
///
/// `CreatePermissionRequest::builder().service_id(…).appid(…).authorization_code(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePermissionRequest {
    /// 服务id: such as `500001`
    pub service_id: String,
    /// 公众号id: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 授权协议号: such as `1234323JKHDFE1243252`
    pub authorization_code: String,
    /// 通知地址: such as `http://www.qq.com`
    pub notify_url: Option<String>,
}

rules! {
    CreatePermissionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`Permissions::create_permission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePermissionResponse {
    /// 预授权token: such as `apply_permissions_token`
    pub apply_permissions_token: String,
}

/// The response of [`Permissions::query_permission_by_authorization_code`],
/// [`Permissions::query_permission_by_openid`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct Permission {
    /// 服务id: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 公众号id: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 授权协议号: such as `1275342195190894594`
    pub authorization_code: Option<String>,
    /// 授权状态
    pub authorization_state: AuthorizationState,
    /// 授权通知地址: a URL, such as `https://www.weixin.com`
    pub notify_url: Option<String>,
    /// 最近一次解除授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub cancel_authorization_time: Option<DateTime>,
    /// 最近一次授权成功时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorization_success_time: Option<DateTime>,
    /// 用户分层: such as `1`
    pub user_risk_level: Option<i64>,
    /// 分层版本: such as `1`
    pub risk_level_version: Option<i64>,
}

/// The request of [`Permissions::terminate_permission_by_authorization_code`].
///
/// `TerminatePermissionByAuthorizationCodeRequest::builder().service_id(…).build()`. For an
/// `Option`, use setters such as `maybe_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePermissionByAuthorizationCodeRequest {
    /// 服务id: such as `500001`
    pub service_id: String,
    /// 撤销原因: such as `撤销原因`
    pub reason: Option<String>,
}

rules! { TerminatePermissionByAuthorizationCodeRequest {} }

/// The request of [`Permissions::terminate_permission_by_openid`].
///
/// `TerminatePermissionByOpenidRequest::builder().service_id(…).appid(…).build()`. For an
/// `Option`, use setters such as `maybe_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePermissionByOpenidRequest {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 公众号id: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 撤销原因: such as `reason`
    pub reason: Option<String>,
}

rules! { TerminatePermissionByOpenidRequest {} }

/// The request of [`Permissions::terminate_permission_by_service_id`].
///
/// `TerminatePermissionByServiceIdRequest::builder().appid(…).reason(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePermissionByServiceIdRequest {
    /// 公众账号ID (unconfirmed)
    pub appid: String,
    /// 撤销原因 (unconfirmed)
    pub reason: String,
}

rules! { TerminatePermissionByServiceIdRequest {} }

/// The response of [`Permissions::query_user_service_state`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct QueryUserServiceStateResponse {
    /// 公众账号ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 用户授权服务情况
    pub use_service_state: Option<UserServiceState>,
}

/// The request of [`Permissions::assess_user_risk_level`].
///
/// `AssessUserRiskLevelRequest::builder().service_id(…).appid(…).build()`. For an `Option`, use
/// setters such as `maybe_authorization_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AssessUserRiskLevelRequest {
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 授权协议号: such as `1234323JKHDFE1243252`
    pub authorization_code: Option<String>,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 先用后付商品信息
    pub shopping_info: Option<ShoppingInfo>,
}

rules! { AssessUserRiskLevelRequest {} }

/// 先用后付商品信息
///
/// `ShoppingInfo::builder().build()`. For an `Option`, use setters such as `maybe_goods`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ShoppingInfo {
    /// 商品列表
    pub goods: Option<Vec<Goods>>,
}

/// The response of [`Permissions::assess_user_risk_level`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AssessUserRiskLevelResponse {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 授权协议号: such as `1275342195190894594`
    pub authorization_code: Option<String>,
    /// 授权状态: such as `UNAVAILABLE`
    pub authorization_state: String,
    /// 授权通知地址: such as `https://www.weixin.com`
    pub notify_url: Option<String>,
    /// 最近一次解除授权时间: such as `2015-05-20T13:29:35+08:00`
    pub cancel_authorization_time: Option<DateTime>,
    /// 最近一次授权成功时间: such as `2015-05-20T13:29:35+08:00`
    pub authorization_success_time: Option<DateTime>,
    /// 子商户商户号: such as `1230000109`
    pub sub_mchid: Option<String>,
    /// 子商户的公众号ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 用户标签: such as `A`
    pub user_label: Option<String>,
    /// 渠道商商户号: such as `1230000109`
    pub channel_id: Option<String>,
    /// 用户分层: such as `1`
    pub user_risk_level: Option<i64>,
    /// 分层版本: such as `1`
    pub risk_level_version: Option<i64>,
}

open_enum! {
    /// 授权状态
    pub enum AuthorizationState {
        Unavailable = "UNAVAILABLE",
        Available = "AVAILABLE",
        Unbinduser = "UNBINDUSER",
    }
}

open_enum! {
    /// 用户授权服务情况
    pub enum UserServiceState {
        Unavailable = "UNAVAILABLE",
        Available = "AVAILABLE",
    }
}
