//! 自定义入口.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 自定义入口
#[wechatpay_api(defaults)]
pub trait CustomEntrances {
    /// 创建自定义入口
    ///
    /// `POST /v3/marketing/shopping-receipt/customentrances`
    #[wechatpay_api(POST "/v3/marketing/shopping-receipt/customentrances")]
    async fn create_custom_entrance(
        &self,
        body: &CreateCustomEntranceRequest,
    ) -> Result<CustomEntrance>;

    /// 查询自定义入口
    ///
    /// `GET /v3/marketing/shopping-receipt/customentrances/{brand_id}`
    ///
    /// - `brand_id` 自定义入口的归属品牌ID: such as `1014`
    #[wechatpay_api(GET "/v3/marketing/shopping-receipt/customentrances/{brand_id}")]
    async fn query_custom_entrance(&self, brand_id: &str) -> Result<CustomEntrance>;

    /// 更新自定义入口
    ///
    /// `PATCH /v3/marketing/shopping-receipt/customentrances/{brand_id}`
    ///
    /// - `brand_id` 自定义入口的归属品牌ID: such as `1014`
    #[wechatpay_api(PATCH "/v3/marketing/shopping-receipt/customentrances/{brand_id}")]
    async fn update_custom_entrance(
        &self,
        brand_id: &str,
        body: &UpdateCustomEntranceRequest,
    ) -> Result<CustomEntrance>;
}

/// The request of [`CustomEntrances::create_custom_entrance`].
///
/// `CreateCustomEntranceRequest::builder().custom_entrance_type(…).subtitle(…).start_time(…).end_time(…).custom_entrance_state(…).brand_id(…).out_request_no(…).jump_link(…).build()`.
/// For an `Option`, use setters such as `maybe_goods_thumbnail_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCustomEntranceRequest {
    /// 自定义入口种类: such as `MERCHANT_ACTIVITY`
    pub custom_entrance_type: CustomEntranceType,
    /// 副标题: such as `双十一8折活动`
    pub subtitle: String,
    /// 展示商品信息: such as `https://qpic.cn/xxx`
    pub goods_thumbnail_url: Option<String>,
    /// 自定义入口的开始时间: such as `2015-05-20T13:29:35+08:00`
    pub start_time: DateTime,
    /// 自定义入口的结束时间: such as `2015-05-20T13:29:35+08:00`
    pub end_time: DateTime,
    /// 设置自定义入口的状态: such as `ONLINE`
    pub custom_entrance_state: CustomEntranceState,
    /// 自定义入口的归属品牌ID: such as `1014`
    pub brand_id: String,
    /// 商户创建自定义入口的凭据号: such as `6122352020010133287985742`
    pub out_request_no: String,
    /// 自定义入口跳转信息
    pub jump_link: JumpLink,
}

rules! {
    CreateCustomEntranceRequest {
        member("custom_entrance_type", &[Listed(CustomEntranceType::TEXTS)]),
        member("custom_entrance_state", &[Listed(CustomEntranceState::TEXTS)]),
    }
}

/// 自定义入口跳转信息
///
/// `JumpLink::builder().mini_programs_appid(…).mini_programs_path(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct JumpLink {
    /// 自定义入口的跳转小程序AppID: such as `wxea9c30a90fs8d3fe`
    pub mini_programs_appid: String,
    /// 自定义入口跳转小程序的path: such as `/pages/bonus/bonus`
    pub mini_programs_path: String,
}

/// The response of [`CustomEntrances::create_custom_entrance`],
/// [`CustomEntrances::query_custom_entrance`], [`CustomEntrances::update_custom_entrance`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CustomEntrance {
    /// 自定义入口种类: such as `MERCHANT_ACTIVITY`
    pub custom_entrance_type: CustomEntranceType,
    /// 副标题: such as `双十一8折活动`
    pub subtitle: String,
    /// 展示商品信息: such as `https://qpic.cn/xxx`
    pub goods_thumbnail_url: Option<String>,
    /// 设置自定义入口的状态: such as `ONLINE`
    pub custom_entrance_state: CustomEntranceState,
    /// 自定义入口的开始时间: such as `2015-05-20T13:29:35+08:00`
    pub start_time: DateTime,
    /// 自定义入口的结束时间: such as `2019-12-31T13:29:35.120+08:00`
    pub end_time: DateTime,
    /// 自定义入口的归属品牌ID: such as `1014`
    pub brand_id: String,
    /// 自定义入口创建的时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 自定义入口修改的时间: such as `2015-05-20T13:29:35+08:00`
    pub modify_time: DateTime,
    /// 商户创建自定义入口的凭据号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 自定义入口跳转信息
    pub jump_link: JumpLink,
}

/// The request of [`CustomEntrances::update_custom_entrance`].
///
/// `UpdateCustomEntranceRequest::builder().out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_custom_entrance_type`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateCustomEntranceRequest {
    /// 自定义入口种类: such as `MERCHANT_ACTIVITY`
    pub custom_entrance_type: Option<CustomEntranceType>,
    /// 副标题: such as `双十一8折活动`
    pub subtitle: Option<String>,
    /// 展示商品信息: such as `https://qpic.cn/xxx`
    pub goods_thumbnail_url: Option<String>,
    /// 设置自定义入口的状态: such as `ONLINE`
    pub custom_entrance_state: Option<CustomEntranceState>,
    /// 自定义入口的开始时间: such as `2015-05-20T13:29:35+08:00`
    pub start_time: Option<DateTime>,
    /// 自定义入口的结束时间: such as `2019-12-31T13:29:35.120+08:00`
    pub end_time: Option<DateTime>,
    /// 商户创建自定义入口的凭据号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 自定义入口跳转信息
    pub jump_link: Option<JumpLink>,
}

rules! {
    UpdateCustomEntranceRequest {
        member("custom_entrance_type", &[Listed(CustomEntranceType::TEXTS)]),
        member("custom_entrance_state", &[Listed(CustomEntranceState::TEXTS)]),
    }
}

open_enum! {
    /// 自定义入口种类
    pub enum CustomEntranceType {
        MerchantActivity = "MERCHANT_ACTIVITY",
        MerchantMiniProgram = "MERCHANT_MINI_PROGRAM",
    }
}

open_enum! {
    /// 设置自定义入口的状态
    pub enum CustomEntranceState {
        Online = "ONLINE",
        Offline = "OFFLINE",
    }
}
