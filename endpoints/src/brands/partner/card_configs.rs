//! 商家名片配置.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 商家名片配置
#[wechatpay_api(defaults)]
pub trait CardConfigs {
    /// 提交商家名片配置申请
    ///
    /// `POST /v3/brand/card/card-configs`
    #[wechatpay_api(POST "/v3/brand/card/card-configs")]
    async fn create_card_config(
        &self,
        body: &CreateCardConfigRequest,
    ) -> Result<CreateCardConfigResponse>;

    /// 查询商家名片配置申请状态
    ///
    /// `GET /v3/brand/card/card-configs`
    ///
    /// - `business_code` 业务申请编号: such as `1900013511_10000`
    /// - `applyment_id` 微信支付申请单号: such as `1111111111`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/brand/card/card-configs")]
    async fn query_card_config(
        &self,
        #[query] business_code: Option<&str>,
        #[query] applyment_id: Option<&str>,
        #[query] brand_id: &str,
    ) -> Result<CardConfig>;

    /// 获取商家名片预览二维码
    ///
    /// `GET /v3/brand/card/card-configs/preview-url`
    ///
    /// - `business_code` 业务申请编号: such as `1900013511_10000`
    /// - `applyment_id` 微信支付申请单号: such as `1111111111`
    /// - `brand_id` 品牌ID: such as `120344`
    #[wechatpay_api(GET "/v3/brand/card/card-configs/preview-url")]
    async fn query_card_config_preview_url(
        &self,
        #[query] business_code: Option<&str>,
        #[query] applyment_id: Option<&str>,
        #[query] brand_id: &str,
    ) -> Result<CardConfigPreviewUrl>;

    /// 发布商家名片配置
    ///
    /// `POST /v3/brand/card/card-configs/publish`
    #[wechatpay_api(POST "/v3/brand/card/card-configs/publish")]
    async fn publish_card_config(
        &self,
        body: &PublishCardConfigRequest,
    ) -> Result<PublishCardConfigResponse>;

    /// 撤销商家名片配置申请
    ///
    /// `POST /v3/brand/card/card-configs/cancel-applyment`
    #[wechatpay_api(POST "/v3/brand/card/card-configs/cancel-applyment")]
    async fn cancel_card_config_applyment(
        &self,
        body: &CancelCardConfigApplymentRequest,
    ) -> Result<CancelCardConfigApplymentResponse>;
}

/// The request of [`CardConfigs::create_card_config`].
///
/// `CreateCardConfigRequest::builder().business_code(…).brand_id(…).brand_customer_service(…).build()`.
/// For an `Option`, use setters such as `maybe_brand_mini_program_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCardConfigRequest {
    /// 业务申请编号: such as `1900013511_10000` (unconfirmed)
    pub business_code: String,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 品牌小程序信息
    pub brand_mini_program_info: Option<BrandMiniProgramInfo>,
    /// 品牌客服信息 (unconfirmed)
    pub brand_customer_service: BrandCustomerService,
    /// 服务列表
    pub service_list: Option<Vec<CardService>>,
}

rules! {
    CreateCardConfigRequest {
        within("brand_customer_service", BrandCustomerService::RULES),
        within("service_list", CardService::RULES),
    }
}

/// 品牌小程序信息
///
/// `BrandMiniProgramInfo::builder().appid(…).build()`. For an `Option`, use setters such as
/// `maybe_default_jump_path`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BrandMiniProgramInfo {
    /// 公众账号ID: such as `wx1234567890abcdef` (unconfirmed)
    pub appid: String,
    /// 小程序默认跳转路径: such as `pages/shop/index`
    pub default_jump_path: Option<String>,
}

/// 品牌客服信息
///
/// `BrandCustomerService::builder().customer_service_type(…).build()`. For an `Option`, use
/// setters such as `maybe_customer_service_phone`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BrandCustomerService {
    /// 客服类型: such as `MINI_PROGRAM` (unconfirmed)
    pub customer_service_type: CustomerServiceType,
    /// 客服电话: such as `12345678900`
    pub customer_service_phone: Option<String>,
    /// 客服路径: such as `pages/service/index`
    pub customer_service_path: Option<String>,
    /// 公众账号ID: such as `wx1234567890abcdef`
    pub appid: Option<String>,
}

rules! {
    BrandCustomerService {
        member("customer_service_type", &[Listed(CustomerServiceType::TEXTS)]),
    }
}

/// 服务列表
///
/// `CardService::builder().service_jump_type(…).service_jump_path(…).build()`. For an `Option`,
/// use setters such as `maybe_service_classify_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CardService {
    /// 服务分类名称: such as `会员服务`
    pub service_classify_name: Option<String>,
    /// 服务名称: such as `会员中心`
    pub service_name: Option<String>,
    /// 服务跳转类型: such as `JUMP_MINI_PROGRAM` (unconfirmed)
    pub service_jump_type: ServiceJumpType,
    /// 服务跳转路径: such as `pages/shop/index` (unconfirmed)
    pub service_jump_path: String,
    /// 公众账号ID: such as `wx1234567890abcdef`
    pub appid: Option<String>,
}

rules! {
    CardService {
        member("service_jump_type", &[Listed(ServiceJumpType::TEXTS)]),
    }
}

/// The response of [`CardConfigs::create_card_config`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateCardConfigResponse {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 商家名片预览二维码链接
    pub card_preview_url: Option<String>,
}

/// The response of [`CardConfigs::query_card_config`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CardConfig {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 申请单状态: such as `AUDIT_REJECTED`
    pub applyment_state: Option<CardConfigState>,
    /// 定时发布时间: such as `2025-05-20T13:29:35+08:00`
    pub scheduled_publish_time: Option<DateTime>,
    /// 驳回原因: such as `驳回原因xxx`
    pub reject_reason: Option<String>,
    /// 实际发布时间: such as `2025-05-20T13:29:35+08:00`
    pub actual_publish_time: Option<DateTime>,
}

/// The response of [`CardConfigs::query_card_config_preview_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CardConfigPreviewUrl {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 商家名片预览二维码链接
    pub card_preview_url: Option<String>,
    /// 预览二维码链接过期时间: such as `2025-05-20T13:29:35+08:00`
    pub url_expired_time: Option<DateTime>,
}

/// The request of [`CardConfigs::publish_card_config`].
///
/// `PublishCardConfigRequest::builder().brand_id(…).publish_type(…).build()`. For an `Option`,
/// use setters such as `maybe_business_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PublishCardConfigRequest {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
    /// 发布方式: such as `SCHEDULED_PUBLISH` (unconfirmed)
    pub publish_type: PublishType,
    /// 定时发布时间: such as `2025-05-20T13:29:35+08:00`
    pub scheduled_publish_time: Option<DateTime>,
}

rules! {
    PublishCardConfigRequest {
        member("publish_type", &[Listed(PublishType::TEXTS)]),
    }
}

/// The response of [`CardConfigs::publish_card_config`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PublishCardConfigResponse {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 发布方式: such as `SCHEDULED_PUBLISH`
    pub publish_type: Option<PublishType>,
    /// 定时发布时间: such as `2025-05-20T13:29:35+08:00`
    pub scheduled_publish_time: Option<DateTime>,
}

/// The request of [`CardConfigs::cancel_card_config_applyment`].
///
/// `CancelCardConfigApplymentRequest::builder().brand_id(…).build()`. For an `Option`, use setters
/// such as `maybe_business_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelCardConfigApplymentRequest {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004` (unconfirmed)
    pub brand_id: String,
}

rules! { CancelCardConfigApplymentRequest {} }

/// The response of [`CardConfigs::cancel_card_config_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CancelCardConfigApplymentResponse {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `1111111111`
    pub applyment_id: Option<String>,
    /// 品牌ID: such as `1004`
    pub brand_id: Option<String>,
    /// 申请单状态: such as `CANCELED`
    pub applyment_state: Option<CardConfigState>,
}

open_enum! {
    /// 客服类型
    pub enum CustomerServiceType {
        MiniProgram = "MINI_PROGRAM",
        CustomizeWeb = "CUSTOMIZE_WEB",
        CustomizeMp = "CUSTOMIZE_MP",
        ServicePhone = "SERVICE_PHONE",
    }
}

open_enum! {
    /// 服务跳转类型
    pub enum ServiceJumpType {
        MiniProgram = "JUMP_MINI_PROGRAM",
        WebPage = "JUMP_WEB_PAGE",
    }
}

open_enum! {
    /// 申请单状态
    pub enum CardConfigState {
        StateUnknown = "STATE_UNKNOWN",
        Drafting = "DRAFTING",
        Auditing = "AUDITING",
        AuditRejected = "AUDIT_REJECTED",
        PendingPublish = "PENDING_PUBLISH",
        Published = "PUBLISHED",
        Canceled = "CANCELED",
    }
}

open_enum! {
    /// 发布方式
    pub enum PublishType {
        ImmediatePublish = "IMMEDIATE_PUBLISH",
        ScheduledPublish = "SCHEDULED_PUBLISH",
    }
}
