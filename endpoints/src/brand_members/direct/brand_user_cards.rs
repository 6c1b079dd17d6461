//! 用户会员卡.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::{CardType, CommonFieldName, ValidDateInformation};
use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 用户会员卡
#[wechatpay_api(defaults)]
pub trait BrandUserCards {
    /// 同步会员开通结果
    ///
    /// `POST /brand/card-member/user-cards/{user_card_code}/confirm`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `user_card_code` 会员卡code: such as `478515832665`
    /// - `card_id` 会员卡模版ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/brand/card-member/user-cards/{user_card_code}/confirm")]
    async fn confirm_brand_user_card(
        &self,
        user_card_code: &str,
        #[query] card_id: &str,
        body: &ConfirmBrandUserCardRequest,
    ) -> Result<UserCard>;

    /// 根据openid导入用户会员卡
    ///
    /// `POST /brand/card-member/user-cards/import-by-openid`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/card-member/user-cards/import-by-openid")]
    async fn import_brand_user_cards_by_openid(
        &self,
        body: &ImportBrandUserCardsByOpenidRequest,
    ) -> Result<UserCard>;

    /// 查询用户会员卡信息
    ///
    /// `GET /brand/card-member/user-cards/{user_card_code}`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `user_card_code` 会员卡code: such as `478515832665`
    /// - `card_id` 会员卡模版ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `openid` 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    #[wechatpay_api(GET "/brand/card-member/user-cards/{user_card_code}")]
    async fn query_brand_user_card(
        &self,
        user_card_code: &str,
        #[query] card_id: &str,
        #[query] openid: &str,
    ) -> Result<UserCard>;

    /// 查询用户在品牌下所有会员卡
    ///
    /// `GET /brand/card-member/user-cards`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `openid` 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    /// - `user_card_state` 用户会员卡状态
    /// - `offset` 分页页码: default `0`
    /// - `limit` 分页大小: such as `20`
    #[wechatpay_api(GET "/brand/card-member/user-cards")]
    async fn list_brand_user_cards(
        &self,
        #[query] openid: &str,
        #[query] user_card_state: Option<&UserCardState>,
        #[query] offset: i64,
        #[query] limit: i64,
    ) -> Result<ListBrandUserCardsResponse>;

    /// 修改用户会员卡信息
    ///
    /// `PATCH /brand/card-member/user-cards/{user_card_code}`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `user_card_code` 会员卡code: such as `478515832665`
    /// - `card_id` 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(PATCH "/brand/card-member/user-cards/{user_card_code}")]
    async fn update_brand_user_card(
        &self,
        user_card_code: &str,
        #[query] card_id: &str,
        body: &UpdateBrandUserCardRequest,
    ) -> Result<UserCard>;

    /// 作废用户会员卡
    ///
    /// `POST /brand/card-member/user-cards/{user_card_code}/invalidate`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `user_card_code` 会员卡code: such as `478515832665`
    /// - `card_id` 会员卡模版ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/brand/card-member/user-cards/{user_card_code}/invalidate")]
    async fn invalidate_brand_user_card(
        &self,
        user_card_code: &str,
        #[query] card_id: &str,
        body: &InvalidateBrandUserCardRequest,
    ) -> Result<UserCard>;
}

/// The request of [`BrandUserCards::confirm_brand_user_card`].
///
/// `ConfirmBrandUserCardRequest::builder().openid(…).user_card_confirm_state(…).build()`. For an
/// `Option`, use setters such as `maybe_card_color`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ConfirmBrandUserCardRequest {
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: Option<String>,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: Option<String>,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 等级: such as `钻石会员`
    pub level: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 商家数据包: such as `自定义数据说明`
    pub attach: Option<String>,
    /// 会员开卡状态
    pub user_card_confirm_state: UserCardConfirmState,
}

rules! {
    ConfirmBrandUserCardRequest {
        within("valid_date_information", ValidDateInformation::RULES),
        within("user_information", UserInformation::RULES),
        member("user_card_confirm_state", &[Listed(UserCardConfirmState::TEXTS)]),
    }
}

/// 用户开卡时填写的个人信息
///
/// `UserInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_common_field_list`.
///
/// Sensitive members serialize and deserialize only inside the client, which encrypts and decrypts
/// them. Tests use `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct UserInformation {
    /// 平台提供的通用开卡信息字段
    pub common_field_list: Option<Vec<UserCommonField>>,
    /// 商户自定义的开卡信息字段
    pub custom_field_list: Option<Vec<UserCustomField>>,
}

rules! {
    UserInformation {
        within("common_field_list", UserCommonField::RULES),
    }
}

/// 平台提供的通用开卡信息字段
///
/// `UserCommonField::builder().build()`. For an `Option`, use setters such as `maybe_name`.
///
/// Sensitive members serialize and deserialize only inside the client, which encrypts and decrypts
/// them. Tests use `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[non_exhaustive]
pub struct UserCommonField {
    /// 平台提供的通用开卡信息字段
    pub name: Option<CommonFieldName>,
    /// 加密的用户开卡时填写的个人信息: encrypted
    pub value: Option<Sensitive>,
}

rules! {
    UserCommonField {
        member("name", &[Listed(CommonFieldName::TEXTS)]),
    }
}

/// 商户自定义的开卡信息字段
///
/// `UserCustomField::builder().build()`. For an `Option`, use setters such as `maybe_name`.
///
/// Sensitive members serialize and deserialize only inside the client, which encrypts and decrypts
/// them. Tests use `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct UserCustomField {
    /// 字段名称: such as `喜欢的运动`
    pub name: Option<String>,
    /// 加密的用户选择的字段值列表: encrypted
    pub user_chosen_values: Option<Vec<Sensitive>>,
}

/// The response of [`BrandUserCards::confirm_brand_user_card`],
/// [`BrandUserCards::import_brand_user_cards_by_openid`],
/// [`BrandUserCards::query_brand_user_card`], [`BrandUserCards::update_brand_user_card`],
/// [`BrandUserCards::invalidate_brand_user_card`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct UserCard {
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: Option<String>,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: Option<String>,
    /// 会员卡类型
    pub card_type: CardType,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 等级: such as `钻石会员`
    pub level: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 领取时间: such as `2020-05-20T13:29:35.120+08:00`
    pub pickup_time: DateTime,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 商家数据包: such as `自定义数据说明`
    pub attach: Option<String>,
    /// 用户会员卡状态
    pub user_card_state: UserCardState,
    /// 作废原因: such as `传入的自定义作废原因`
    pub invalid_reason: Option<String>,
    /// 作废时间: such as `2020-05-20T13:29:35.120+08:00`
    pub invalid_time: Option<DateTime>,
}

/// The request of [`BrandUserCards::import_brand_user_cards_by_openid`].
///
/// `ImportBrandUserCardsByOpenidRequest::builder().card_id(…).openid(…).user_card_code(…).build()`.
/// For an `Option`, use setters such as `maybe_phone_number`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ImportBrandUserCardsByOpenidRequest {
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 领取时间: such as `2020-05-20T13:29:35.120+08:00`
    pub pickup_time: Option<DateTime>,
}

rules! {
    ImportBrandUserCardsByOpenidRequest {
        within("user_information", UserInformation::RULES),
        within("valid_date_information", ValidDateInformation::RULES),
    }
}

/// The response of [`BrandUserCards::list_brand_user_cards`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListBrandUserCardsResponse {
    /// 总数量: such as `20`
    pub total_count: i64,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 分页大小: such as `20`
    pub limit: i64,
    /// 会员卡列表
    pub data: Option<Vec<UserCard>>,
}

/// The request of [`BrandUserCards::update_brand_user_card`].
///
/// `UpdateBrandUserCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_openid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBrandUserCardRequest {
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: Option<String>,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: Option<String>,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: Option<String>,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 等级: such as `钻石会员`
    pub level: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 领取时间: such as `2020-05-20T13:29:35.120+08:00`
    pub pickup_time: Option<DateTime>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 商家数据包: such as `自定义数据说明`
    pub attach: Option<String>,
}

rules! {
    UpdateBrandUserCardRequest {
        within("valid_date_information", ValidDateInformation::RULES),
        within("user_information", UserInformation::RULES),
    }
}

/// The request of [`BrandUserCards::invalidate_brand_user_card`].
///
/// `InvalidateBrandUserCardRequest::builder().openid(…).build()`. For an `Option`, use setters
/// such as `maybe_invalid_reason`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InvalidateBrandUserCardRequest {
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 作废原因: such as `传入的自定义作废原因`
    pub invalid_reason: Option<String>,
}

rules! { InvalidateBrandUserCardRequest {} }

open_enum! {
    /// 会员开卡状态
    pub enum UserCardConfirmState {
        Success = "CREATE_CARD_SUCCESS",
        Fail = "CREATE_CARD_FAIL",
    }
}

parameter_enum! {
    /// 用户会员卡状态
    pub enum UserCardState {
        Unactivated = "UNACTIVATED",
        Effective = "EFFECTIVE",
        Expired = "EXPIRED",
        Invalid = "INVALID",
    }
}
