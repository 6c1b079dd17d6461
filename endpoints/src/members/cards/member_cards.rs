//! 会员卡模板.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 会员卡模板
#[wechatpay_api(defaults)]
pub trait MemberCards {
    /// 创建会员卡模板
    ///
    /// `POST /v3/marketing/membercard-open/cards`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards")]
    async fn create_member_card(&self, body: &CreateMemberCardRequest) -> Result<MemberCard>;

    /// 查询会员卡模板信息
    ///
    /// `GET /v3/marketing/membercard-open/cards/{card_id}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(GET "/v3/marketing/membercard-open/cards/{card_id}")]
    async fn query_member_card(&self, card_id: &str) -> Result<MemberCard>;

    /// 查询会员卡模板列表
    ///
    /// `GET /v3/marketing/membercard-open/cards`
    #[wechatpay_api(GET "/v3/marketing/membercard-open/cards")]
    async fn list_member_cards(
        &self,
        query: &ListMemberCardsQuery,
    ) -> Result<ListMemberCardsResponse>;

    /// 修改会员卡模板信息
    ///
    /// `PATCH /v3/marketing/membercard-open/cards/{card_id}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/cards/{card_id}")]
    async fn update_member_card(&self, card_id: &str, body: &UpdateMemberCardRequest)
    -> Result<()>;

    /// 设置会员卡模板权益项
    ///
    /// `PATCH /v3/marketing/membercard-open/cards/{card_id}/rights`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/cards/{card_id}/rights")]
    async fn update_member_card_rights(
        &self,
        card_id: &str,
        body: &UpdateMemberCardRightsRequest,
    ) -> Result<()>;

    /// 创建会员卡二维码
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/qrcode`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_3.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/qrcode")]
    async fn create_member_card_qrcode(
        &self,
        card_id: &str,
        body: &CreateMemberCardQrcodeRequest,
    ) -> Result<CreateMemberCardQrcodeResponse>;

    /// 商户预授权
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/permission-tokens`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_7.shtml>
    ///
    /// - `card_id` 会员卡模板id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/permission-tokens")]
    async fn create_member_card_permission_token(
        &self,
        card_id: &str,
        body: &CreateMemberCardPermissionTokenRequest,
    ) -> Result<CreateMemberCardPermissionTokenResponse>;

    /// 老会员卡模板升级
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/upgrade`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_6.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/upgrade")]
    async fn upgrade_member_card(
        &self,
        card_id: &str,
        body: &UpgradeMemberCardRequest,
    ) -> Result<()>;

    /// 删除会员卡模板
    ///
    /// `DELETE /v3/marketing/membercard-open/cards/{card_id}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(DELETE "/v3/marketing/membercard-open/cards/{card_id}")]
    async fn delete_member_card(&self, card_id: &str) -> Result<()>;
}

/// The request of [`MemberCards::create_member_card`].
///
/// `CreateMemberCardRequest::builder().appid(…).logo_url(…).brand(…).title(…).background_picture_url(…).code_type(…).date_information(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMemberCardRequest {
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡logo: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub logo_url: String,
    /// 品牌信息
    pub brand: Brand,
    /// 卡名称: such as `微信支付测试卡`
    pub title: String,
    /// 会员卡背景图: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub background_picture_url: String,
    /// 使用须知: such as `使用本会员卡表示你同意xxx公司的协议，最终解释权归xxx公司所有`
    pub description: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 会员码型
    pub code_type: MemberCardCodeType,
    /// 会员卡总库存: such as `5000000`
    pub total_quantity: Option<i64>,
    /// 有效期
    pub date_information: CreateDateInformation,
    /// 会员卡code分配类型
    pub code_mode: Option<MemberCardCodeMode>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 储值信息
    pub balance_information: Option<BalanceInformation>,
    /// 开卡信息
    pub user_information_form: Option<UserInformationForm>,
    /// 商户补充声明
    pub additional_statement: Option<AdditionalStatement>,
    /// 是否启用动态码: such as `false`
    pub need_dynamic_code: Option<bool>,
}

rules! {
    CreateMemberCardRequest {
        member("code_type", &[Listed(MemberCardCodeType::TEXTS)]),
        within("date_information", CreateDateInformation::RULES),
        member("code_mode", &[Listed(MemberCardCodeMode::TEXTS)]),
        within("user_information_form", UserInformationForm::RULES),
    }
}

/// 品牌信息
///
/// `Brand::builder().brand_id(…).display_name(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Brand {
    /// 品牌id: such as `1004`
    pub brand_id: String,
    /// 品牌展示名称: such as `微信支付`
    pub display_name: String,
}

/// 有效期
///
/// `CreateDateInformation::builder().r#type(…).build()`. For an `Option`, use setters such as
/// `maybe_available_begin_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateDateInformation {
    /// 有效期类型
    pub r#type: MemberCardDateInformationType,
    /// 有效期开始时间: such as `2020-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
    /// 有效期结束时间: such as `2030-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 生效后N天内有效: in days, such as `200`
    pub available_day_after_receive: Option<i64>,
    /// 领取后N天开始生效: in days, such as `1`
    pub wait_days_after_receive: Option<i64>,
}

rules! {
    CreateDateInformation {
        member("type", &[Listed(MemberCardDateInformationType::TEXTS)]),
    }
}

/// 储值信息
///
/// `BalanceInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_need_balance`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct BalanceInformation {
    /// 是否支持储值
    pub need_balance: Option<bool>,
    /// 储值小程序appid: such as `wxea9c30890f48d5ae`
    pub balance_appid: Option<String>,
    /// 储值小程序path: such as `pages/balance/balance`
    pub balance_path: Option<String>,
    /// 储值url: such as `https://xxx.com`
    pub balance_url: Option<String>,
}

/// 开卡信息
///
/// `UserInformationForm::builder().build()`. For an `Option`, use setters such as
/// `maybe_common_field_list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[non_exhaustive]
pub struct UserInformationForm {
    /// 平台提供的通用开卡信息字段
    pub common_field_list: Option<Vec<MemberCardCommonField>>,
    /// 商户自定义的开卡信息字段
    pub custom_field_list: Option<Vec<CustomField>>,
}

rules! {
    UserInformationForm {
        member("common_field_list", &[Listed(MemberCardCommonField::TEXTS)]),
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
    pub r#type: Option<MemberCardCustomFieldType>,
    /// 字段名称: such as `喜欢的运动`
    pub name: Option<String>,
    /// 字段值
    pub values: Option<Vec<String>>,
}

rules! {
    CustomField {
        member("type", &[Listed(MemberCardCustomFieldType::TEXTS)]),
    }
}

/// 商户补充声明
///
/// `AdditionalStatement::builder().build()`. For an `Option`, use setters such as `maybe_title`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct AdditionalStatement {
    /// 标题: such as `xxx会员卡使用须知`
    pub title: Option<String>,
    /// 跳转url: such as `https://xxx.111.com`
    pub url: Option<String>,
    /// 跳转小程序appid: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 跳转小程序path: such as `pages/statement/statement`
    pub path: Option<String>,
}

/// The response of [`MemberCards::create_member_card`], [`MemberCards::query_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MemberCard {
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 创建时间: such as `2020-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 更新时间: such as `2020-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
    /// 剩余库存: such as `1004`
    pub remain_quantity: Option<i64>,
    /// 会员卡状态
    pub status: Option<MemberCardStatus>,
    /// 品牌信息
    pub brand: Brand,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
    /// 会员卡logo: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub logo_url: String,
    /// 卡名称: such as `微信支付测试卡`
    pub title: String,
    /// 会员卡背景图: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub background_picture_url: String,
    /// 使用须知: such as `使用本会员卡表示你同意xxx公司的协议，最终解释权归xxx公司所有`
    pub description: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 会员码型
    pub code_type: MemberCardCodeType,
    /// 会员卡总库存: such as `5000000`
    pub total_quantity: Option<i64>,
    /// 有效期
    pub date_information: DateInformation,
    /// 会员卡code分配类型
    pub code_mode: Option<MemberCardCodeMode>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 储值信息
    pub balance_information: Option<BalanceInformation>,
    /// 开卡信息
    pub user_information_form: Option<UserInformationForm>,
    /// 商户补充声明
    pub additional_statement: Option<AdditionalStatement>,
}

/// 有效期
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct DateInformation {
    /// 有效期类型
    pub r#type: MemberCardDateInformationType,
    /// 有效期开始时间: such as `2020-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
    /// 有效期结束时间: such as `2030-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 生效后N天内有效: in days, such as `200`
    pub available_day_after_receive: Option<i64>,
}

/// The query of [`MemberCards::list_member_cards`].
///
/// `ListMemberCardsQuery::builder().build()`. For an `Option`, use setters such as
/// `maybe_brand_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ListMemberCardsQuery {
    /// 品牌id: such as `1001622624`
    pub brand_id: Option<String>,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 分页页码: default `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
}

/// The response of [`MemberCards::list_member_cards`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListMemberCardsResponse {
    /// 总数量
    pub total_count: i64,
    /// 分页大小
    pub limit: i64,
    /// 分页页码: default `0`
    pub offset: i64,
    /// 会员卡列表
    pub data: Option<Vec<MemberCard>>,
}

/// The request of [`MemberCards::update_member_card`].
///
/// `UpdateMemberCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMemberCardRequest {
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: Option<String>,
    /// 会员卡logo: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub logo_url: Option<String>,
    /// 卡名称: such as `微信支付测试卡`
    pub title: Option<String>,
    /// 会员卡背景图: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub background_picture_url: Option<String>,
    /// 使用须知: such as `使用本会员卡表示你同意xxx公司的协议，最终解释权归xxx公司所有`
    pub description: Option<String>,
    /// 服务电话: such as `010-8877xxxx`
    pub service_phone: Option<String>,
    /// 会员卡总库存: such as `5000000`
    pub total_quantity: Option<i64>,
    /// 有效期
    pub date_information: Option<UpdateDateInformation>,
    /// 是否展示会员等级
    pub need_display_level: Option<bool>,
    /// 会员初始等级: such as `白银会员`
    pub init_level: Option<String>,
    /// 储值信息
    pub balance_information: Option<BalanceInformation>,
    /// 开卡信息
    pub user_information_form: Option<UpdateUserInformationForm>,
    /// 商户补充声明
    pub additional_statement: Option<AdditionalStatement>,
    /// 会员卡code分配类型: such as `SYSTEM_ALLOCATE`
    pub code_mode: Option<MemberCardCodeMode>,
    /// 会员码型: such as `BAR_CODE`
    pub code_type: Option<MemberCardCodeType>,
    /// 是否启用动态码: such as `false`
    pub need_dynamic_code: Option<bool>,
}

rules! {
    UpdateMemberCardRequest {
        within("date_information", UpdateDateInformation::RULES),
        within("user_information_form", UpdateUserInformationForm::RULES),
        member("code_mode", &[Listed(MemberCardCodeMode::TEXTS)]),
        member("code_type", &[Listed(MemberCardCodeType::TEXTS)]),
    }
}

/// 有效期
///
/// `UpdateDateInformation::builder().r#type(…).build()`. For an `Option`, use setters such as
/// `maybe_available_end_time`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(DateTime, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateDateInformation {
    /// 有效期类型
    pub r#type: MemberCardDateInformationType,
    /// 有效期结束时间: such as `2030-05-20T13:29:35.120+08:00`
    pub available_end_time: Option<DateTime>,
    /// 生效后N天内有效: in days, such as `200`
    pub available_day_after_receive: Option<i64>,
    /// 领取后N天开始生效: in days, such as `2`
    pub wait_days_after_receive: Option<i64>,
    /// 有效期开始时间: such as `2020-05-20T13:29:35.120+08:00`
    pub available_begin_time: Option<DateTime>,
}

rules! {
    UpdateDateInformation {
        member("type", &[Listed(MemberCardDateInformationType::TEXTS)]),
    }
}

/// 开卡信息
///
/// `UpdateUserInformationForm::builder().build()`. For an `Option`, use setters such as
/// `maybe_can_modify_after_activate`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateUserInformationForm {
    /// 是否允许修改
    pub can_modify_after_activate: Option<bool>,
    /// 平台提供的通用开卡信息字段
    pub common_field_list: Option<Vec<MemberCardCommonField>>,
    /// 商户自定义的开卡信息字段
    pub custom_field_list: Option<Vec<CustomField>>,
}

rules! {
    UpdateUserInformationForm {
        member("common_field_list", &[Listed(MemberCardCommonField::TEXTS)]),
        within("custom_field_list", CustomField::RULES),
    }
}

/// The request of [`MemberCards::update_member_card_rights`].
///
/// `UpdateMemberCardRightsRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_show_bonus`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMemberCardRightsRequest {
    /// 是否展示会员积分
    pub show_bonus: Option<bool>,
    /// 是否展示会员优惠
    pub show_favor: Option<bool>,
    /// 会员积分
    pub bonus: Option<BonusRights>,
    /// 会员优惠
    pub favor: Option<FavorRights>,
    /// 是否展示会员发票: such as `false`
    pub show_fapiao: Option<bool>,
    /// 会员发票
    pub fapiao: Option<FapiaoRights>,
    /// 是否展示会员专属咨询: such as `false`
    pub show_guide: Option<bool>,
    /// 会员专属咨询信息
    pub guide: Option<GuideRights>,
}

rules! {
    UpdateMemberCardRightsRequest {
        within("favor", FavorRights::RULES),
    }
}

/// 会员积分
///
/// `BonusRights::builder().init_bonus(…).build()`. For an `Option`, use setters such as
/// `maybe_bonus_value_word`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BonusRights {
    /// 会员初始积分值: such as `100`
    pub init_bonus: i64,
    /// 积分值文案: such as `我的积分`
    pub bonus_value_word: Option<String>,
    /// 积分价值项标题: such as `积分兑换`
    pub bonus_cost_title: Option<String>,
    /// 积分价值项文案: such as `500积分=2小时免费停车券`
    pub bonus_cost_word: Option<String>,
    /// 积分跳转文案: such as `更多礼品`
    pub bonus_jump_word: Option<String>,
    /// 积分跳转appid: such as `wxea9c30a90fs8d3fe`
    pub bonus_jump_appid: Option<String>,
    /// 积分跳转path: such as `/pages/bonus/bonus`
    pub bonus_jump_path: Option<String>,
    /// 自助积分跳转appid: such as `wxea9c30a90fs8d3fe`
    pub bonus_support_appid: Option<String>,
    /// 自助积分跳转path: such as `pages/selfbonus/selfbonus`
    pub bonus_support_path: Option<String>,
}

/// 会员优惠
///
/// `FavorRights::builder().build()`. For an `Option`, use setters such as `maybe_show_coupon`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FavorRights {
    /// 是否展示优惠券
    pub show_coupon: Option<bool>,
    /// 会员专享价文案: such as `周二会员全场八折`
    pub member_price_word: Option<String>,
    /// 会员专享价跳转appid: such as `wxea9c30a90fs8d3fe`
    pub member_price_appid: Option<String>,
    /// 会员专享价跳转path: such as `pages/favor/favor`
    pub member_price_path: Option<String>,
    /// 会员专享价标题: such as `MEMBER_PRICE`
    pub member_price_title: Option<MemberPriceTitle>,
    /// 会员优惠栏目名称: such as `FAVOR`
    pub favor_module_title: Option<FavorModuleTitle>,
}

rules! {
    FavorRights {
        member("member_price_title", &[Listed(MemberPriceTitle::TEXTS)]),
        member("favor_module_title", &[Listed(FavorModuleTitle::TEXTS)]),
    }
}

/// 会员发票
///
/// `FapiaoRights::builder().build()`. For an `Option`, use setters such as
/// `maybe_fapiao_jump_word`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FapiaoRights {
    /// 发票跳转文案: such as `查看我的发票`
    pub fapiao_jump_word: Option<String>,
    /// 发票跳转AppID: such as `wxea9c30a90fs8d3fe`
    pub fapiao_jump_appid: Option<String>,
    /// 发票跳转path: such as `pages/fapiao/fapiao`
    pub fapiao_jump_path: Option<String>,
}

/// 会员专属咨询信息
///
/// `GuideRights::builder().build()`. For an `Option`, use setters such as `maybe_staff_name`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct GuideRights {
    /// 联系人名字: such as `酒店管家-何小明`
    pub staff_name: Option<String>,
    /// 联系人头像: such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub head_image_url: Option<String>,
    /// 联系方式: such as `微信号`
    pub contact_information_name: Option<String>,
    /// 联系信息值: such as `weixin123`
    pub contact_information_value: Option<String>,
    /// 联系电话: such as `0755-12345677`
    pub phone_number: Option<String>,
}

/// The request of [`MemberCards::create_member_card_qrcode`].
///
/// `CreateMemberCardQrcodeRequest::builder().activate_type(…).build()`. For an `Option`, use
/// setters such as `maybe_activate_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMemberCardQrcodeRequest {
    /// 会员卡激活类型
    pub activate_type: MemberCardActivateType,
    /// 跳转激活的url: such as `https://w.url.cn/s/Ahz3p2C`
    pub activate_url: Option<String>,
    /// 跳转激活的appid: such as `wxea9c30a90fs8d3fe`
    pub activate_appid: Option<String>,
    /// 跳转激活的path: such as `pages/activate/activate`
    pub activate_path: Option<String>,
    /// 自定义场景值: such as `szwxtd`
    pub outer_str: Option<String>,
}

rules! {
    CreateMemberCardQrcodeRequest {
        member("activate_type", &[Listed(MemberCardActivateType::TEXTS)]),
    }
}

/// The response of [`MemberCards::create_member_card_qrcode`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateMemberCardQrcodeResponse {
    /// 二维码对应的url: such as `https://w.url.cn/s/Ahz3p2C`
    pub url: String,
}

/// The request of [`MemberCards::create_member_card_permission_token`].
///
/// `CreateMemberCardPermissionTokenRequest::builder().activate_type(…).build()`. For an `Option`,
/// use setters such as `maybe_navigate_back_previous_page`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateMemberCardPermissionTokenRequest {
    /// 激活类型: such as `AUTO_ACTIVATE`
    pub activate_type: String,
    /// 设置用户在开卡完成后
    pub navigate_back_previous_page: Option<bool>,
    /// 跳转激活的url: such as `https://w.url.cn/s/Ahz3p2C`
    pub activate_url: Option<String>,
    /// 跳转激活的appid: such as `wxea9c30a90fs8d3fe`
    pub activate_appid: Option<String>,
    /// 跳转激活的path: such as `pages/activate/activate`
    pub activate_path: Option<String>,
    /// 自定义场景值: such as `szwxtd`
    pub outer_str: Option<String>,
}

rules! { CreateMemberCardPermissionTokenRequest {} }

/// The response of [`MemberCards::create_member_card_permission_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateMemberCardPermissionTokenResponse {
    /// 预授权token
    pub permission_token: String,
}

/// The request of [`MemberCards::upgrade_member_card`].
///
/// `UpgradeMemberCardRequest::builder().brand_id(…).appid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpgradeMemberCardRequest {
    /// 品牌id: such as `1001622624`
    pub brand_id: String,
    /// 商户AppId: such as `wxea9c30890f48d5ae`
    pub appid: String,
}

rules! { UpgradeMemberCardRequest {} }

open_enum! {
    /// 会员码型
    pub enum MemberCardCodeType {
        BarCode = "BAR_CODE",
        Qrcode = "QRCODE",
        BarCodeAndQrcode = "BAR_CODE_AND_QRCODE",
        NoneCode = "NONE_CODE",
    }
}

open_enum! {
    /// 有效期类型
    pub enum MemberCardDateInformationType {
        FixTimeRange = "FIX_TIME_RANGE",
        FixTerm = "FIX_TERM",
        Permanent = "PERMANENT",
    }
}

open_enum! {
    /// 会员卡code分配类型
    pub enum MemberCardCodeMode {
        SystemAllocate = "SYSTEM_ALLOCATE",
        MerchantDeposit = "MERCHANT_DEPOSIT",
        RealTime = "REAL_TIME",
    }
}

open_enum! {
    /// 平台提供的通用开卡信息字段
    pub enum MemberCardCommonField {
        UserFormFlagMobile = "USER_FORM_FLAG_MOBILE",
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
    pub enum MemberCardCustomFieldType {
        Text = "TEXT",
        Select = "SELECT",
        Radio = "RADIO",
        CheckBox = "CHECK_BOX",
    }
}

open_enum! {
    /// 会员卡状态
    pub enum MemberCardStatus {
        NotApprove = "NOT_APPROVE",
        ApproveFail = "APPROVE_FAIL",
        Approved = "APPROVED",
        Deleted = "DELETED",
    }
}

open_enum! {
    /// 会员专享价标题
    pub enum MemberPriceTitle {
        Price = "MEMBER_PRICE",
        Activity = "MEMBER_ACTIVITY",
    }
}

open_enum! {
    /// 会员优惠栏目名称
    pub enum FavorModuleTitle {
        Favor = "FAVOR",
        Vip = "VIP",
    }
}

open_enum! {
    /// 会员卡激活类型
    pub enum MemberCardActivateType {
        AutoActivate = "AUTO_ACTIVATE",
        JumpActivate = "JUMP_ACTIVATE",
    }
}
