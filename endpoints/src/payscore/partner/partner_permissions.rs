//! 用户授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::CancelOrTerminateRequest;
use crate::rules::rules;

/// 用户授权
#[wechatpay_api(defaults)]
pub trait PartnerPermissions {
    /// 商户预授权
    ///
    /// `POST /v3/payscore/partner/permissions`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/apply-partner-permissions.html>
    #[wechatpay_api(POST "/v3/payscore/partner/permissions")]
    async fn create_partner_permission(
        &self,
        body: &CreatePartnerPermissionRequest,
    ) -> Result<CreatePartnerPermissionResponse>;

    /// 服务商场景中预授权
    ///
    /// `POST /v3/payscore/partner/permissions/apply-for-scene`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/scene-apply-partner-permissions.html>
    #[wechatpay_api(POST "/v3/payscore/partner/permissions/apply-for-scene")]
    async fn apply_partner_permission_for_scene(
        &self,
        body: &ApplyPartnerPermissionForSceneRequest,
    ) -> Result<ApplyPartnerPermissionForSceneResponse>;

    /// 授权协议号查询与用户授权记录
    ///
    /// `GET /v3/payscore/partner/permissions/authorization-code/{authorization_code}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/get-partner-permissions-by-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1234323JKHDFE1243252`
    /// - `service_id` 服务ID: such as `500001`
    /// - `sub_mchid` 子商户号: such as `1230000109`
    #[wechatpay_api(GET "/v3/payscore/partner/permissions/authorization-code/{authorization_code}")]
    async fn query_partner_permission_by_authorization_code(
        &self,
        authorization_code: &str,
        #[query] service_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<Permission>;

    /// 用户标识查询与用户授权记录
    ///
    /// `GET /v3/payscore/partner/permissions/search`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/get-partner-permissions-by-open-id.html>
    ///
    /// - `service_id` 服务ID: such as `500001`
    /// - `appid` 服务商应用ID: such as `wxd678efh567hg6787`
    /// - `sub_mchid` 子商户商户号: such as `1230000109`
    /// - `sub_appid` 子商户应用ID: such as `wxd678efh567hg6787`
    /// - `openid` 用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    /// - `sub_openid` 子商户公众号下openid: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    #[wechatpay_api(GET "/v3/payscore/partner/permissions/search")]
    async fn query_partner_permission_by_openid(
        &self,
        #[query] service_id: &str,
        #[query] appid: &str,
        #[query] sub_mchid: &str,
        #[query] sub_appid: Option<&str>,
        #[query] openid: Option<&str>,
        #[query] sub_openid: Option<&str>,
    ) -> Result<Permission>;

    /// 授权协议号解除用户授权关系
    ///
    /// `POST /v3/payscore/partner/permissions/authorization-code/{authorization_code}/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/terminate-partner-permissions-by-code.html>
    ///
    /// - `authorization_code` 授权协议号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(POST "/v3/payscore/partner/permissions/authorization-code/{authorization_code}/terminate")]
    async fn terminate_partner_permission_by_authorization_code(
        &self,
        authorization_code: &str,
        body: &CancelOrTerminateRequest,
    ) -> Result<()>;

    /// 用户标识解除用户授权关系
    ///
    /// `POST /v3/payscore/partner/permissions/terminate`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/terminate-partner-permissions-by-open-id.html>
    #[wechatpay_api(POST "/v3/payscore/partner/permissions/terminate")]
    async fn terminate_partner_permission_by_openid(
        &self,
        body: &TerminatePartnerPermissionByOpenidRequest,
    ) -> Result<()>;

    /// 服务商评估用户分层
    ///
    /// `POST /v3/payscore/partner/permissions/assess-user-risk-level`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-auth/assess-partner-user-risk-level.html>
    ///
    /// - `sub_mchid` 子商户商户号: such as `1230000109`
    #[wechatpay_api(POST "/v3/payscore/partner/permissions/assess-user-risk-level")]
    async fn assess_partner_user_risk_level(
        &self,
        #[query] sub_mchid: &str,
        body: &AssessPartnerUserRiskLevelRequest,
    ) -> Result<AssessPartnerUserRiskLevelResponse>;

    /// 查询用户分层对应建议先享金额
    ///
    /// `GET /v3/payscore/partner/servicequotas/service-id/{service_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/service-quota/get-partner-user-risk-level-quota.html>
    ///
    /// - `service_id` 服务ID: such as `2002000000000558128851361561536`
    /// - `sub_mchid` 子商户商户号: such as `1230000109`
    /// - `appid` 服务商的公众号ID: such as `wxd678efh567hg6787`
    /// - `sub_appid` 子商户的公众号ID: such as `wxd678efh567hg6787`
    /// - `risk_level_version` 分层版本: such as `1`
    #[wechatpay_api(GET "/v3/payscore/partner/servicequotas/service-id/{service_id}")]
    async fn list_service_quotas(
        &self,
        service_id: &str,
        #[query] sub_mchid: &str,
        #[query] appid: &str,
        #[query] sub_appid: Option<&str>,
        #[query] risk_level_version: i64,
    ) -> Result<ListServiceQuotasResponse>;
}

/// The request of [`PartnerPermissions::create_partner_permission`].
///
/// `CreatePartnerPermissionRequest::builder().service_id(…).appid(…).sub_mchid(…).authorization_code(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePartnerPermissionRequest {
    /// 服务ID: such as `service_id`
    pub service_id: String,
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
    CreatePartnerPermissionRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PartnerPermissions::create_partner_permission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreatePartnerPermissionResponse {
    /// 预授权token: such as `apply_permissions_token`
    pub apply_permissions_token: String,
}

/// The request of [`PartnerPermissions::apply_partner_permission_for_scene`].
///
/// `ApplyPartnerPermissionForSceneRequest::builder().service_id(…).appid(…).sub_mchid(…).authorization_code(…).scene(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyPartnerPermissionForSceneRequest {
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 服务商的公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户的公众号ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户的商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 授权协议号: such as `实例1234323JKHDFE1243252`
    pub authorization_code: String,
    /// 通知地址: such as `http://www.qq.com`
    pub notify_url: Option<String>,
    /// 授权场景: such as `TRANSACTION`
    pub scene: String,
    /// 微信支付交易中授权附带的参数
    pub transaction_scene_info: Option<TransactionSceneInfo>,
}

rules! {
    ApplyPartnerPermissionForSceneRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 微信支付交易中授权附带的参数
///
/// `TransactionSceneInfo::builder().mchid(…).sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransactionSceneInfo {
    /// 支付下单的商户号: such as `1230000109`
    pub mchid: String,
    /// 支付下单的子商户号: such as `1230000109`
    pub sub_mchid: String,
}

/// The response of [`PartnerPermissions::apply_partner_permission_for_scene`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplyPartnerPermissionForSceneResponse {
    /// 授权场景: such as `TRANSACTION`
    pub scene: String,
    /// 微信支付交易中授权token: such as `transaction_permissions_token`
    pub transaction_permissions_token: Option<String>,
}

/// The response of [`PartnerPermissions::query_partner_permission_by_authorization_code`],
/// [`PartnerPermissions::query_partner_permission_by_openid`].
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
    /// 子商户公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 用户分层: such as `1`
    pub user_risk_level: Option<i64>,
    /// 分层版本: such as `1`
    pub risk_level_version: Option<i64>,
}

/// The request of [`PartnerPermissions::terminate_partner_permission_by_openid`].
///
/// `TerminatePartnerPermissionByOpenidRequest::builder().service_id(…).appid(…).sub_mchid(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TerminatePartnerPermissionByOpenidRequest {
    /// 服务商公众号下的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户公众号下openid
    pub sub_openid: Option<String>,
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 撤销原因: such as `reason`
    pub reason: Option<String>,
}

rules! { TerminatePartnerPermissionByOpenidRequest {} }

/// The request of [`PartnerPermissions::assess_partner_user_risk_level`].
///
/// `AssessPartnerUserRiskLevelRequest::builder().service_id(…).appid(…).build()`. For an
/// `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AssessPartnerUserRiskLevelRequest {
    /// 服务ID: such as `500001`
    pub service_id: String,
    /// 服务商的公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户的公众号ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 授权协议号: such as `1234323JKHDFE1243252`
    pub authorization_code: Option<String>,
    /// 服务商的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: Option<String>,
    /// 子商户的用户标识: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub sub_openid: Option<String>,
    /// 先用后付商品信息
    pub shopping_info: Option<ShoppingInfo>,
}

rules! { AssessPartnerUserRiskLevelRequest {} }

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

/// 商品列表
///
/// `Goods::builder().name(…).picture(…).amount(…).count(…).build()`. For an `Option`, use
/// setters such as `maybe_category_id`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Goods {
    /// 商品名称: such as `森海塞尔 MOMENTUM 4 无线耳机大馒头4 头戴式蓝牙音乐耳机自适应降噪`
    pub name: String,
    /// 商品图片链接
    pub picture: String,
    /// 商品单价金额: such as `550`
    pub amount: Fen,
    /// 商品数量: such as `1`
    pub count: i64,
    /// 商品品类ID
    pub category_id: Option<Vec<String>>,
}

/// The response of [`PartnerPermissions::assess_partner_user_risk_level`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct AssessPartnerUserRiskLevelResponse {
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

/// The response of [`PartnerPermissions::list_service_quotas`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListServiceQuotasResponse {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: String,
    /// 商户号: such as `1230000109`
    pub mchid: String,
    /// 子商户商户号: such as `1230000109`
    pub sub_mchid: String,
    /// 公众号ID: such as `wxd678efh567hg6787`
    pub appid: String,
    /// 子商户的公众号ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 分层版本: such as `1`
    pub risk_level_version: i64,
    /// 先享金额列表
    pub quotas: Vec<ServiceQuota>,
}

/// 先享金额列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ServiceQuota {
    /// 用户分层: such as `1`
    pub risk_level: i64,
    /// 建议先享金额: such as `1000`
    pub suggested_quota: Fen,
}
