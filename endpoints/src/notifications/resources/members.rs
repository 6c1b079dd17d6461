//! 会员卡与会员.

use wechatpay_client::{DateTime, Deserialize, Sensitive};

use crate::open_enum::open_enum;

/// The resource of `MEMBERCARD.ACCEPT_CARD`.
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
pub struct MemberCardAcceptance {
    /// 事件类型
    pub event_type: Option<MemberCardAcceptanceEventType>,
    /// 会员卡ID
    pub card_id: Option<String>,
    /// 会员卡code
    pub code: Option<String>,
    /// 激活时间
    pub event_time: Option<DateTime>,
    /// 用户标识
    pub openid: Option<String>,
    /// 用户统一标识
    pub unionid: Option<String>,
    /// 加密手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 自定义场景值
    pub outer_str: Option<String>,
}

/// The resource of `MEMBERCARD.ACTIVATE_CARD`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MemberCardActivation {
    /// 事件类型
    pub event_type: Option<MemberCardActivationEventType>,
    /// 会员卡ID
    pub card_id: Option<String>,
    /// 会员卡code
    pub code: Option<String>,
    /// 激活时间
    pub event_time: Option<DateTime>,
    /// 激活场景
    pub activate_scene: Option<ActivateScene>,
    /// 用户标识
    pub openid: Option<String>,
    /// 用户统一标识
    pub unionid: Option<String>,
    /// 自定义场景值
    pub outer_str: Option<String>,
}

/// The resource of `MEMBERCARD.USERCARD_MANAGE`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MemberCardManagement {
    /// 事件类型
    pub event_type: Option<MemberCardManagementEventType>,
    /// 会员卡ID
    pub card_id: Option<String>,
    /// 会员卡code
    pub code: Option<String>,
    /// 激活时间
    pub event_time: Option<DateTime>,
    /// 用户标识
    pub openid: Option<String>,
    /// 用户统一标识
    pub unionid: Option<String>,
}

/// The resource of `BRAND_MEMBER_CARD.USER_CARD.CREATE`, `BRAND_MEMBER_CARD.USER_CARD.DELETE`.
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
pub struct BrandUserCard {
    /// 会员卡code
    pub user_card_code: Option<String>,
    /// 会员卡模板ID
    pub card_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 卡背景颜色
    pub card_color: Option<String>,
    /// 卡背景图URL
    pub card_picture_url: Option<String>,
    /// 会员卡类型
    pub card_type: Option<UserCardType>,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 等级
    pub level: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 领取时间
    pub pickup_time: Option<DateTime>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 商家数据包
    pub attach: Option<String>,
    /// 用户会员卡状态
    pub user_card_state: Option<UserCardState>,
    /// 作废原因
    pub invalid_reason: Option<String>,
    /// 作废时间
    pub invalid_time: Option<DateTime>,
    /// 创建时间
    pub create_time: Option<DateTime>,
    /// 更新时间
    pub modify_time: Option<DateTime>,
}

/// 会员卡有效期
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct ValidDateInformation {
    /// 有效期类型
    pub r#type: Option<ValidDateType>,
    /// 有效期开始时间
    pub available_begin_time: Option<DateTime>,
    /// 有效期结束时间
    pub available_end_time: Option<DateTime>,
    /// 生效后N天内有效: in days
    pub available_day_after_receive: Option<i64>,
}

/// 用户开卡时填写的个人信息
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UserInformation {
    /// 平台提供的通用开卡信息字段
    pub common_field_list: Option<Vec<UserCommonField>>,
    /// 商户自定义的开卡信息字段
    pub custom_field_list: Option<Vec<UserCustomField>>,
}

/// 平台提供的通用开卡信息字段
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(Sensitive, into))
)]
#[non_exhaustive]
pub struct UserCommonField {
    /// 平台提供的通用开卡信息字段
    pub name: Option<CommonFieldName>,
    /// 加密的用户开卡时填写的个人信息: encrypted
    pub value: Option<Sensitive>,
}

/// 商户自定义的开卡信息字段
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserCustomField {
    /// 字段名称
    pub name: Option<String>,
    /// 加密的用户选择的字段值列表: encrypted
    pub user_chosen_values: Option<Vec<Sensitive>>,
}

/// The resource of `BRAND_MEMBER_CARD_SP.USER_CARD.CREATE`,
/// `BRAND_MEMBER_CARD_SP.USER_CARD.DELETE`.
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
pub struct PartnerBrandUserCard {
    /// 会员卡code
    pub user_card_code: Option<String>,
    /// 会员卡模板ID
    pub card_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 卡背景颜色
    pub card_color: Option<String>,
    /// 卡背景图URL
    pub card_picture_url: Option<String>,
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 会员卡类型
    pub card_type: Option<UserCardType>,
    /// 加密的手机号: encrypted
    pub phone_number: Option<Sensitive>,
    /// 等级
    pub level: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 领取时间
    pub pickup_time: Option<DateTime>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 商家数据包
    pub attach: Option<String>,
    /// 用户会员卡状态
    pub user_card_state: Option<UserCardState>,
    /// 作废原因
    pub invalid_reason: Option<String>,
    /// 作废时间
    pub invalid_time: Option<DateTime>,
    /// 创建时间
    pub create_time: Option<DateTime>,
    /// 更新时间
    pub modify_time: Option<DateTime>,
}

/// The resource of `BRAND_MEMBER_CARD_SP.SYNC_USER_POINT`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerBrandUserPointSync {
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 会员卡模板ID
    pub card_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 会员卡code
    pub user_card_code: Option<String>,
}

/// The resource of `BRAND_MEMBER_CARD_SP.POINT_EXCHANGE_COUPON`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PartnerBrandCouponExchange {
    /// 兑券记录ID
    pub record_id: Option<String>,
    /// 品牌ID
    pub brand_id: Option<String>,
    /// 会员卡模板ID
    pub card_id: Option<String>,
    /// 用户标识
    pub openid: Option<String>,
    /// 会员卡code
    pub user_card_code: Option<String>,
    /// 积分兑券模板ID
    pub exchange_coupon_template_id: Option<String>,
    /// 消耗积分数
    pub deduct_points: Option<i64>,
    /// 批次ID
    pub stock_id: Option<String>,
    /// `appid`
    pub appid: Option<String>,
    /// `product_coupon_id`
    pub product_coupon_id: Option<String>,
    /// `product_coupon_stock_type`
    pub product_coupon_stock_type: Option<String>,
}

open_enum! {
    /// 事件类型
    pub enum MemberCardAcceptanceEventType {
        NewActivate = "NEW_ACTIVATE",
        Recover = "RECOVER",
        MemberCardAcceptByPhoneNumber = "MEMBER_CARD_ACCEPT_BY_PHONE_NUMBER",
    }
}

open_enum! {
    /// 事件类型
    pub enum MemberCardActivationEventType {
        MemberCardActivate = "MEMBER_CARD_ACTIVATE",
    }
}

open_enum! {
    /// 激活场景
    pub enum ActivateScene {
        NewActivate = "NEW_ACTIVATE",
        Recover = "RECOVER",
    }
}

open_enum! {
    /// 事件类型
    pub enum MemberCardManagementEventType {
        UserViewMembercard = "USER_VIEW_MEMBERCARD",
        UserDeleteMembercard = "USER_DELETE_MEMBERCARD",
        UserModifyInformation = "USER_MODIFY_INFORMATION",
    }
}

open_enum! {
    /// 会员卡类型
    pub enum UserCardType {
        Purchase = "PURCHASE",
        Normal = "NORMAL",
        Balance = "BALANCE",
    }
}

open_enum! {
    /// 有效期类型
    pub enum ValidDateType {
        FixTimeRange = "FIX_TIME_RANGE",
        FixTerm = "FIX_TERM",
        Permanent = "PERMANENT",
    }
}

open_enum! {
    /// 平台提供的通用开卡信息字段
    pub enum CommonFieldName {
        UserFormFlagSex = "USER_FORM_FLAG_SEX",
        UserFormFlagName = "USER_FORM_FLAG_NAME",
        UserFormFlagBirthday = "USER_FORM_FLAG_BIRTHDAY",
        UserFormFlagAddress = "USER_FORM_FLAG_ADDRESS",
        UserFormFlagEmail = "USER_FORM_FLAG_EMAIL",
        UserFormFlagCity = "USER_FORM_FLAG_CITY",
    }
}

open_enum! {
    /// 用户会员卡状态
    pub enum UserCardState {
        NotEffective = "NOT_EFFECTIVE",
        Effective = "EFFECTIVE",
        Expired = "EXPIRED",
        Unavailable = "UNAVAILABLE",
        Delete = "DELETE",
    }
}
