//! 会员卡模板.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::{open_enum, parameter_enum};
use crate::rules::rules;

/// 会员卡模板
#[wechatpay_api(defaults)]
pub trait BrandMemberCards {
    /// 创建会员卡模板
    ///
    /// `POST /brand/card-member/cards`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/card-member/cards")]
    async fn create_brand_member_card(
        &self,
        body: &CreateBrandMemberCardRequest,
    ) -> Result<ListedMemberCard>;

    /// 查询会员卡模板信息
    ///
    /// `GET /brand/card-member/cards/{card_id}`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `card_id` 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(GET "/brand/card-member/cards/{card_id}")]
    async fn query_brand_member_card(&self, card_id: &str) -> Result<MemberCard>;

    /// 查询会员卡模板列表
    ///
    /// `GET /brand/card-member/cards`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `state` 状态
    /// - `offset` 分页页码: default `0`
    /// - `limit` 分页大小: such as `20`
    #[wechatpay_api(GET "/brand/card-member/cards")]
    async fn list_brand_member_cards(
        &self,
        #[query] state: Option<&CardState>,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListBrandMemberCardsResponse>;

    /// 修改会员卡模板信息
    ///
    /// `PATCH /brand/card-member/cards/{card_id}`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `card_id` 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(PATCH "/brand/card-member/cards/{card_id}")]
    async fn update_brand_member_card(
        &self,
        card_id: &str,
        body: &UpdateBrandMemberCardRequest,
    ) -> Result<UpdateBrandMemberCardResponse>;

    /// 作废会员卡模板
    ///
    /// `POST /brand/card-member/cards/{card_id}/invalidate`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    ///
    /// - `card_id` 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/brand/card-member/cards/{card_id}/invalidate")]
    async fn invalidate_brand_member_card(
        &self,
        card_id: &str,
    ) -> Result<InvalidateBrandMemberCardResponse>;
}

/// The request of [`BrandMemberCards::create_brand_member_card`].
///
/// `CreateBrandMemberCardRequest::builder().appid(…).card_type(…).card_title(…).card_color(…).card_picture_url(…).code_mode(…).code_type(…).benefits(…).notify_url(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_code_jump_information`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBrandMemberCardRequest {
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡类型
    pub card_type: CardType,
    /// 卡名称: such as `测试卡`
    pub card_title: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: String,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: String,
    /// 会员卡code分配类型
    pub code_mode: CodeMode,
    /// 会员码型
    pub code_type: CodeType,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: String,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: String,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 会员中心信息
    pub member_information: Option<JumpInformation>,
    /// 商家请求单号
    pub out_request_no: String,
}

rules! {
    CreateBrandMemberCardRequest {
        member("card_type", &[Listed(CardType::TEXTS)]),
        member("code_mode", &[Listed(CodeMode::TEXTS)]),
        member("code_type", &[Listed(CodeType::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
        within("valid_date_information", ValidDateInformation::RULES),
        within("user_information", UserInformationForm::RULES),
    }
}

/// 会员码跳转信息
///
/// `JumpInformation::builder().build()`. For an `Option`, use setters such as `maybe_jump_appid`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct JumpInformation {
    /// 会员码跳转AppID: such as `wxea9c30a90fs8d3fe`
    pub jump_appid: Option<String>,
    /// 会员码跳转路径: such as `/pages/code/code`
    pub jump_path: Option<String>,
}

/// 会员卡有效期
///
/// `ValidDateInformation::builder().r#type(…).build()`. For an `Option`, use setters such as
/// `maybe_available_begin_time`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[non_exhaustive]
pub struct ValidDateInformation {
    /// 有效期类型
    pub r#type: ValidDateType,
    /// 有效期开始时间: such as `2020-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
    /// 有效期结束时间: such as `2030-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 生效后N天内有效: in days, such as `200`
    pub available_day_after_receive: Option<i64>,
}

rules! {
    ValidDateInformation {
        member("type", &[Listed(ValidDateType::TEXTS)]),
    }
}

/// 付费会员信息
///
/// `PurchaseInformation::builder().build()`. For an `Option`, use setters such as `maybe_price`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct PurchaseInformation {
    /// 付费会员价格: such as `100`
    pub price: Option<Fen>,
    /// 付费会员跳转AppID: such as `wxea9c30a90fs8d3fe`
    pub jump_appid: Option<String>,
    /// 付费会员跳转路径: such as `/pages/purchase/purchase`
    pub jump_path: Option<String>,
}

/// 用户开卡信息
///
/// `UserInformationForm::builder().build()`. For an `Option`, use setters such as
/// `maybe_common_field_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct UserInformationForm {
    /// 平台提供的通用开卡信息字段
    pub common_field_list: Option<Vec<CommonFieldName>>,
    /// 商户自定义的开卡信息字段
    pub custom_field_list: Option<Vec<CustomField>>,
}

rules! {
    UserInformationForm {
        member("common_field_list", &[Listed(CommonFieldName::TEXTS)]),
        within("custom_field_list", CustomField::RULES),
    }
}

/// 商户自定义的开卡信息字段
///
/// `CustomField::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct CustomField {
    /// 商户自定义的开卡信息字段类型
    pub r#type: Option<CustomFieldType>,
    /// 字段名称: such as `喜欢的运动`
    pub name: Option<String>,
    /// 字段值: such as `篮球`
    pub values: Option<Vec<String>>,
}

rules! {
    CustomField {
        member("type", &[Listed(CustomFieldType::TEXTS)]),
    }
}

/// The response of [`BrandMemberCards::create_brand_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ListedMemberCard {
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡类型
    pub card_type: CardType,
    /// 卡名称: such as `测试卡`
    pub card_title: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: String,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: String,
    /// 会员卡code分配类型
    pub code_mode: CodeMode,
    /// 会员码型
    pub code_type: CodeType,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: String,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: String,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 状态
    pub state: CardState,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The response of [`BrandMemberCards::query_brand_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MemberCard {
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡类型
    pub card_type: CardType,
    /// 卡名称: such as `测试卡`
    pub card_title: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: String,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: String,
    /// 会员卡code分配类型
    pub code_mode: CodeMode,
    /// 会员码型
    pub code_type: CodeType,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: String,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: String,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 状态
    pub state: CardState,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 会员中心信息
    pub member_information: Option<JumpInformation>,
    /// `modify_time`
    pub modify_time: Option<DateTime>,
    /// 商家请求单号
    pub out_request_no: Option<String>,
}

/// The response of [`BrandMemberCards::list_brand_member_cards`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListBrandMemberCardsResponse {
    /// 总数量: such as `20`
    pub total_count: i64,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 分页大小: such as `20`
    pub limit: i64,
    /// 会员卡模板列表
    pub data: Option<Vec<ListedMemberCard>>,
}

/// The request of [`BrandMemberCards::update_brand_member_card`].
///
/// `UpdateBrandMemberCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_card_title`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateBrandMemberCardRequest {
    /// 卡名称: such as `测试卡`
    pub card_title: Option<String>,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: Option<String>,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: Option<String>,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: Option<String>,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: Option<String>,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 会员中心信息
    pub member_information: Option<JumpInformation>,
}

rules! {
    UpdateBrandMemberCardRequest {
        member("notify_url", &[NotifyUrl]),
        within("valid_date_information", ValidDateInformation::RULES),
        within("user_information", UserInformationForm::RULES),
    }
}

/// The response of [`BrandMemberCards::update_brand_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UpdateBrandMemberCardResponse {
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡类型
    pub card_type: CardType,
    /// 卡名称: such as `测试卡`
    pub card_title: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: String,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: String,
    /// 会员卡code分配类型
    pub code_mode: CodeMode,
    /// 会员码型
    pub code_type: CodeType,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: String,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: String,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 状态
    pub state: CardState,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The response of [`BrandMemberCards::invalidate_brand_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InvalidateBrandMemberCardResponse {
    /// 商家请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡类型
    pub card_type: CardType,
    /// 卡名称: such as `测试卡`
    pub card_title: String,
    /// 卡背景颜色: such as `#FFFF00`
    pub card_color: String,
    /// 卡背景图URL: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub card_picture_url: String,
    /// 会员卡code分配类型
    pub code_mode: CodeMode,
    /// 会员码型
    pub code_type: CodeType,
    /// 会员码跳转信息
    pub code_jump_information: Option<JumpInformation>,
    /// 会员权益: such as `会员折扣、专属价`
    pub benefits: String,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/notify.php`
    pub notify_url: String,
    /// 是否置顶
    pub need_pinned: Option<bool>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 商家法务协议: such as `商家需在 48 小时内发货，若商品存在质量问题，用户可在 7
    /// 天内申请退货。`
    pub legal_agreement: Option<String>,
    /// 会员卡有效期
    pub valid_date_information: Option<ValidDateInformation>,
    /// 会员中心信息
    pub member_information: Option<JumpInformation>,
    /// 积分信息
    pub points_information: Option<JumpInformation>,
    /// 储值信息
    pub balance_information: Option<JumpInformation>,
    /// 付费会员信息
    pub purchase_information: Option<PurchaseInformation>,
    /// 用户开卡信息
    pub user_information: Option<UserInformationForm>,
    /// 状态
    pub state: CardState,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 会员卡类型
    pub enum CardType {
        Purchase = "PURCHASE",
        Normal = "NORMAL",
        Balance = "BALANCE",
    }
}

open_enum! {
    /// 会员卡code分配类型
    pub enum CodeMode {
        SystemAllocate = "SYSTEM_ALLOCATE",
        MerchantAllocate = "MERCHANT_ALLOCATE",
    }
}

open_enum! {
    /// 会员码型
    pub enum CodeType {
        NoneCode = "NONE_CODE",
        BarCode = "BAR_CODE",
        QrCode = "QR_CODE",
        BarCodeAndQrCode = "BAR_CODE_AND_QR_CODE",
        JumpMiniProgram = "JUMP_MINI_PROGRAM",
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
    /// 商户自定义的开卡信息字段类型
    pub enum CustomFieldType {
        CheckBox = "CHECK_BOX",
        Radio = "RADIO",
    }
}

parameter_enum! {
    /// 状态
    pub enum CardState {
        Effective = "CARD_EFFECTIVE",
        Invalid = "CARD_INVALID",
    }
}
