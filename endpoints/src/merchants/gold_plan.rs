//! 点金计划.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 点金计划
#[wechatpay_api(defaults)]
pub trait GoldPlans {
    /// 点金计划管理
    ///
    /// `POST /v3/goldplan/merchants/changegoldplanstatus`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/goldplan/chapter3_1.shtml>
    #[wechatpay_api(POST "/v3/goldplan/merchants/changegoldplanstatus")]
    async fn change_gold_plan_status(
        &self,
        body: &ChangeGoldPlanStatusRequest,
    ) -> Result<GoldPlanMerchant>;

    /// 商家小票管理
    ///
    /// `POST /v3/goldplan/merchants/changecustompagestatus`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/goldplan/chapter3_2.shtml>
    #[wechatpay_api(POST "/v3/goldplan/merchants/changecustompagestatus")]
    async fn change_custom_page_status(
        &self,
        body: &ChangeCustomPageStatusRequest,
    ) -> Result<CustomPageStatus>;

    /// 同业过滤标签管理
    ///
    /// `POST /v3/goldplan/merchants/set-advertising-industry-filter`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/goldplan/chapter3_3.shtml>
    #[wechatpay_api(POST "/v3/goldplan/merchants/set-advertising-industry-filter")]
    async fn set_advertising_industry_filter(
        &self,
        body: &SetAdvertisingIndustryFilterRequest,
    ) -> Result<()>;

    /// 开通广告展示
    ///
    /// `PATCH /v3/goldplan/merchants/open-advertising-show`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_5_4.shtml>
    #[wechatpay_api(PATCH "/v3/goldplan/merchants/open-advertising-show")]
    async fn open_advertising_show(&self, body: &OpenAdvertisingShowRequest) -> Result<()>;

    /// 关闭广告展示
    ///
    /// `POST /v3/goldplan/merchants/close-advertising-show`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter8_5_5.shtml>
    #[wechatpay_api(POST "/v3/goldplan/merchants/close-advertising-show")]
    async fn close_advertising_show(&self, body: &CloseAdvertisingShowRequest) -> Result<()>;
}

/// The request of [`GoldPlans::change_gold_plan_status`].
///
/// `ChangeGoldPlanStatusRequest::builder().sub_mchid(…).operation_type(…).build()`. For an
/// `Option`, use setters such as `maybe_operation_pay_scene`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ChangeGoldPlanStatusRequest {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: String,
    /// 操作类型
    pub operation_type: OperationType,
    /// 支付场景
    pub operation_pay_scene: Option<OperationPayScene>,
}

rules! {
    ChangeGoldPlanStatusRequest {
        member("operation_type", &[Listed(OperationType::TEXTS)]),
        member("operation_pay_scene", &[Listed(OperationPayScene::TEXTS)]),
    }
}

/// The response of [`GoldPlans::change_gold_plan_status`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct GoldPlanMerchant {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: String,
}

/// The request of [`GoldPlans::change_custom_page_status`].
///
/// `ChangeCustomPageStatusRequest::builder().sub_mchid(…).operation_type(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ChangeCustomPageStatusRequest {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: String,
    /// 操作类型
    pub operation_type: OperationType,
}

rules! {
    ChangeCustomPageStatusRequest {
        member("operation_type", &[Listed(OperationType::TEXTS)]),
    }
}

/// The response of [`GoldPlans::change_custom_page_status`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CustomPageStatus {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: String,
    /// 操作类型
    pub operation_type: Option<OperationType>,
}

/// The request of [`GoldPlans::set_advertising_industry_filter`].
///
/// `SetAdvertisingIndustryFilterRequest::builder().sub_mchid(…).advertising_industry_filters(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetAdvertisingIndustryFilterRequest {
    /// 特约子商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 同业过滤标签值
    pub advertising_industry_filters: Vec<GoldPlanAdvertisingIndustry>,
}

rules! {
    SetAdvertisingIndustryFilterRequest {
        member("advertising_industry_filters", &[Listed(GoldPlanAdvertisingIndustry::TEXTS)]),
    }
}

/// The request of [`GoldPlans::open_advertising_show`].
///
/// `OpenAdvertisingShowRequest::builder().sub_mchid(…).build()`. For an `Option`, use setters such
/// as `maybe_advertising_industry_filters`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct OpenAdvertisingShowRequest {
    /// 特约商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 同业过滤标签值
    pub advertising_industry_filters: Option<Vec<GoldPlanAdvertisingIndustry>>,
}

rules! {
    OpenAdvertisingShowRequest {
        member("advertising_industry_filters", &[Listed(GoldPlanAdvertisingIndustry::TEXTS)]),
    }
}

/// The request of [`GoldPlans::close_advertising_show`].
///
/// `CloseAdvertisingShowRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CloseAdvertisingShowRequest {
    /// 子商户ID: such as `1234567890`
    pub sub_mchid: String,
}

rules! { CloseAdvertisingShowRequest {} }

open_enum! {
    /// 操作类型
    pub enum OperationType {
        Open = "OPEN",
        Close = "CLOSE",
    }
}

open_enum! {
    /// 支付场景
    pub enum OperationPayScene {
        JsapiAndMiniprogram = "JSAPI_AND_MINIPROGRAM",
        Jsapi = "JSAPI",
        Miniprogram = "MINIPROGRAM",
    }
}

open_enum! {
    /// 同业过滤标签值
    pub enum GoldPlanAdvertisingIndustry {
        ECommerce = "E_COMMERCE",
        LoveMarriage = "LOVE_MARRIAGE",
        Potography = "POTOGRAPHY",
        Education = "EDUCATION",
        Finance = "FINANCE",
        Tourism = "TOURISM",
        Skincare = "SKINCARE",
        Food = "FOOD",
        Sport = "SPORT",
        JewelryWatch = "JEWELRY_WATCH",
        Healthcare = "HEALTHCARE",
        Bussiness = "BUSSINESS",
        Parenting = "PARENTING",
        Catering = "CATERING",
        Retail = "RETAIL",
        Services = "SERVICES",
        Law = "LAW",
        Estate = "ESTATE",
        Transportation = "TRANSPORTATION",
        EnergySaving = "ENERGY_SAVING",
        Security = "SECURITY",
        BuildingMaterial = "BUILDING_MATERIAL",
        Communication = "COMMUNICATION",
        Merchandise = "MERCHANDISE",
        Association = "ASSOCIATION",
        Community = "COMMUNITY",
        OnlineAvr = "ONLINE_AVR",
        WeMedia = "WE_MEDIA",
        Car = "CAR",
        Software = "SOFTWARE",
        Game = "GAME",
        Clothing = "CLOTHING",
        Industy = "INDUSTY",
        Agriculture = "AGRICULTURE",
        PublishingMedia = "PUBLISHING_MEDIA",
        HomeDigital = "HOME_DIGITAL",
    }
}
