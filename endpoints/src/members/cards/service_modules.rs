//! 会员卡服务项.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 会员卡服务项
#[wechatpay_api(defaults)]
pub trait ServiceModules {
    /// 添加会员卡服务项
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/service-modules`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/service-modules")]
    async fn create_service_module(
        &self,
        card_id: &str,
        body: &CreateServiceModuleRequest,
    ) -> Result<ServiceModule>;

    /// 修改会员卡服务项
    ///
    /// `PATCH /v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `service_module_id` 会员服务项ID: such as `666`
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}")]
    async fn update_service_module(
        &self,
        card_id: &str,
        service_module_id: &str,
        body: &UpdateServiceModuleRequest,
    ) -> Result<ServiceModule>;

    /// 设置会员服务项用户信息
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/set-service-module-data`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/set-service-module-data")]
    async fn set_service_module_data(
        &self,
        card_id: &str,
        code: &str,
        body: &SetServiceModuleDataRequest,
    ) -> Result<()>;

    /// 移除会员卡服务项
    ///
    /// `DELETE /v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `service_module_id` 会员服务项ID: such as `666`
    #[wechatpay_api(DELETE "/v3/marketing/membercard-open/cards/{card_id}/service-modules/{service_module_id}")]
    async fn delete_service_module(&self, card_id: &str, service_module_id: &str) -> Result<()>;
}

/// The request of [`ServiceModules::create_service_module`].
///
/// `CreateServiceModuleRequest::builder().service_module_id(…).jump_miniprogram(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateServiceModuleRequest {
    /// 会员服务项ID: such as `666` (unconfirmed)
    pub service_module_id: String,
    /// 跳转小程序 (unconfirmed)
    pub jump_miniprogram: JumpMiniprogram,
}

rules! { CreateServiceModuleRequest {} }

/// 跳转小程序
///
/// `JumpMiniprogram::builder().appid(…).path(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct JumpMiniprogram {
    /// 小程序appid: such as `wx37178d097a6851d8` (unconfirmed)
    pub appid: String,
    /// 小程序path: such as `pages/index/index` (unconfirmed)
    pub path: String,
}

/// The response of [`ServiceModules::create_service_module`],
/// [`ServiceModules::update_service_module`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceModule {
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 会员服务项ID: such as `666`
    pub service_module_id: Option<String>,
    /// 跳转小程序
    pub jump_miniprogram: Option<ServiceModuleJumpMiniprogram>,
}

/// 跳转小程序
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceModuleJumpMiniprogram {
    /// 小程序appid: such as `wx37178d097a6851d8`
    pub appid: Option<String>,
    /// 小程序path: such as `pages/index/index`
    pub path: Option<String>,
}

/// The request of [`ServiceModules::update_service_module`].
///
/// `UpdateServiceModuleRequest::builder().jump_miniprogram(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateServiceModuleRequest {
    /// 跳转小程序 (unconfirmed)
    pub jump_miniprogram: JumpMiniprogram,
}

rules! { UpdateServiceModuleRequest {} }

/// The request of [`ServiceModules::set_service_module_data`].
///
/// `SetServiceModuleDataRequest::builder().out_request_no(…).service_module_id(…).state_setting(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetServiceModuleDataRequest {
    /// 商户请求单号: such as `100002322019090134234sfdf` (unconfirmed)
    pub out_request_no: String,
    /// 会员服务项ID: such as `666` (unconfirmed)
    pub service_module_id: String,
    /// 服务状态设置 (unconfirmed)
    pub state_setting: ServiceModuleStateSetting,
}

rules! { SetServiceModuleDataRequest {} }

/// 服务状态设置
///
/// `ServiceModuleStateSetting::builder().state_id(…).content_template_data(…).build()`. For an
/// `Option`, use setters such as `maybe_message_template_setting`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ServiceModuleStateSetting {
    /// 状态ID: such as `CHECKED_IN` (unconfirmed)
    pub state_id: String,
    /// 内容模板设置 (unconfirmed)
    pub content_template_data: ContentTemplateData,
    /// 消息模板设置
    pub message_template_setting: Option<MessageTemplateSetting>,
}

/// 内容模板设置
///
/// `ContentTemplateData::builder().build()`. For an `Option`, use setters such as
/// `maybe_field_list`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContentTemplateData {
    /// 服务内容列表
    pub field_list: Option<Vec<TemplateField>>,
    /// 操作设置
    pub action_setting: Option<ActionSetting>,
}

/// 服务内容列表
///
/// `TemplateField::builder().field_id(…).field_value(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TemplateField {
    /// 内容字段ID: such as `hotel_name` (unconfirmed)
    pub field_id: String,
    /// 内容字段值: such as `深圳市南山区滨海路700号` (unconfirmed)
    pub field_value: String,
}

/// 操作设置
///
/// `ActionSetting::builder().action_name(…).jump_miniprogram(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ActionSetting {
    /// 操作名称: such as `一键开锁` (unconfirmed)
    pub action_name: String,
    /// 跳转小程序 (unconfirmed)
    pub jump_miniprogram: JumpMiniprogram,
}

/// 消息模板设置
///
/// `MessageTemplateSetting::builder().message_template_id(…).field_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MessageTemplateSetting {
    /// 模板消息ID: such as `9bJgRNz9XG248XZ-a0nDKH3Vt_vaTp32fRP1LWvxjzI` (unconfirmed)
    pub message_template_id: String,
    /// 服务内容列表 (unconfirmed)
    pub field_list: Vec<TemplateField>,
}
