//! 用户会员卡.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, wechatpay_api};

use super::{GuideRights, MemberCardCommonField};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 用户会员卡
#[wechatpay_api(defaults)]
pub trait UserMemberCards {
    /// 获取用户信息
    ///
    /// `GET /v3/marketing/membercard-open/activate-informations/{activate_ticket}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_5.shtml>
    ///
    /// - `activate_ticket` 激活ticket: such as `abcdefg`
    #[wechatpay_api(GET "/v3/marketing/membercard-open/activate-informations/{activate_ticket}")]
    async fn query_activation_information(
        &self,
        activate_ticket: &str,
    ) -> Result<ActivationInformation>;

    /// 加密code解码
    ///
    /// `GET /v3/marketing/membercard-open/cards/{card_id}/decrypt-code`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_4.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `encrypt_code` 加密code
    #[wechatpay_api(GET "/v3/marketing/membercard-open/cards/{card_id}/decrypt-code")]
    async fn decrypt_member_card_code(
        &self,
        card_id: &str,
        #[query] encrypt_code: &str,
    ) -> Result<MemberCardCode>;

    /// 激活会员卡
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/activate`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_10.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/activate")]
    async fn activate_user_member_card(
        &self,
        card_id: &str,
        code: &str,
        body: &ActivateUserMemberCardRequest,
    ) -> Result<()>;

    /// 查询用户会员卡信息
    ///
    /// `GET /v3/marketing/membercard-open/cards/{card_id}/codes/{code}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(GET "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}")]
    async fn query_user_member_card(&self, card_id: &str, code: &str) -> Result<UserMemberCard>;

    /// 查询用户在品牌下所有会员卡
    ///
    /// `GET /v3/marketing/membercard-open/user/cards`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_5.shtml>
    ///
    /// - `openid` 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    /// - `appid` 商户AppId: such as `wxea9c30890f48d5ae`
    /// - `offset` 分页页码: default `0`
    /// - `limit` 分页大小
    #[wechatpay_api(GET "/v3/marketing/membercard-open/user/cards")]
    async fn list_user_member_cards(
        &self,
        #[query] openid: &str,
        #[query] appid: Option<&str>,
        #[query] offset: Option<i64>,
        #[query] limit: Option<i64>,
    ) -> Result<ListUserMemberCardsResponse>;

    /// 修改用户会员卡信息
    ///
    /// `PATCH /v3/marketing/membercard-open/cards/{card_id}/codes/{code}`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}")]
    async fn update_user_member_card(
        &self,
        card_id: &str,
        code: &str,
        body: &UpdateUserMemberCardRequest,
    ) -> Result<()>;

    /// 设置会员权益
    ///
    /// `PATCH /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/rights`
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/rights")]
    async fn update_user_member_card_rights(
        &self,
        card_id: &str,
        code: &str,
        body: &UpdateUserMemberCardRightsRequest,
    ) -> Result<()>;

    /// 支付结果页展示会员积分
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/prepare`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter10_3.shtml>
    ///
    /// - `card_id` 会员卡模板id: such as `478515832665`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/prepare")]
    async fn prepare_bonus(
        &self,
        card_id: &str,
        code: &str,
        body: &PrepareBonusRequest,
    ) -> Result<()>;

    /// 设置支付后展示的积分到账
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/commit`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter10_2.shtml>
    ///
    /// - `card_id` 会员卡模板id: such as `478515832665`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/bonus/commit")]
    async fn commit_bonus(
        &self,
        card_id: &str,
        code: &str,
        body: &CommitBonusRequest,
    ) -> Result<()>;

    /// 作废用户会员卡
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/{code}/unavailable`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_12.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `code` 会员卡code: such as `478515832665`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/{code}/unavailable")]
    async fn invalidate_user_member_card(
        &self,
        card_id: &str,
        code: &str,
        body: &InvalidateUserMemberCardRequest,
    ) -> Result<()>;
}

/// The response of [`UserMemberCards::query_activation_information`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ActivationInformation {
    /// 微信昵称: such as `周星星`
    pub nickname: Option<String>,
    /// 微信头像url: such as `https://xxx.jpg`
    pub head_image_url: Option<String>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
}

/// 用户开卡时填写的个人信息
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
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserCommonField {
    /// 平台提供的通用开卡信息字段
    pub name: Option<MemberCardCommonField>,
    /// 用户开卡时填写的个人信息: such as `深圳`
    pub value: Option<String>,
}

/// 商户自定义的开卡信息字段
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserCustomField {
    /// 字段名称: such as `喜欢的运动`
    pub name: Option<String>,
    /// 字段值: such as `篮球`
    pub value: Option<String>,
    /// 字段值列表
    pub value_list: Option<Vec<String>>,
}

/// The response of [`UserMemberCards::decrypt_member_card_code`],
/// `MemberImports::import_member_card_users_by_openid`,
/// `MemberImports::import_member_card_users_by_phone`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MemberCardCode {
    /// 会员卡code: such as `751234212312`
    pub code: Option<String>,
}

/// The request of [`UserMemberCards::activate_user_member_card`].
///
/// `ActivateUserMemberCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_membership_number`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ActivateUserMemberCardRequest {
    /// 会员卡编号: such as `316510891298`
    pub membership_number: Option<String>,
}

rules! { ActivateUserMemberCardRequest {} }

/// The response of [`UserMemberCards::query_user_member_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserMemberCard {
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: Option<String>,
    /// 会员卡编号: such as `316510891298`
    pub membership_number: Option<String>,
    /// 用户等级: such as `钻石会员`
    pub level: Option<String>,
    /// 微信昵称: such as `周星星`
    pub nickname: Option<String>,
    /// 微信头像url: such as `http://wx.qlogo.cn/xxx`
    pub head_image_url: Option<String>,
    /// 会员卡背景图: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub background_picture_url: Option<String>,
    /// 用户储值余额: such as `888`
    pub balance: Option<Fen>,
    /// 用户会员卡状态
    pub user_card_status: Option<MemberCardUserCardStatus>,
    /// 用户开卡时填写的个人信息
    pub user_information: Option<UserInformation>,
    /// 用户当前积分: such as `600`
    pub bonus_value: Option<i64>,
}

/// The response of [`UserMemberCards::list_user_member_cards`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListUserMemberCardsResponse {
    /// 会员卡列表
    pub data: Option<Vec<ListedUserMemberCard>>,
    /// 总数量: such as `20`
    pub total_count: i64,
    /// 分页页码: such as `1`
    pub offset: i64,
    /// 分页大小: such as `20`
    pub limit: i64,
}

/// 会员卡列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ListedUserMemberCard {
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
}

/// The request of [`UserMemberCards::update_user_member_card`].
///
/// `UpdateUserMemberCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_membership_number`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateUserMemberCardRequest {
    /// 会员卡编号: such as `316510891298`
    pub membership_number: Option<String>,
    /// 会员卡背景图: the address of a file, such as `https://wxpaylogo.qpic.cn/wxpaylogo/xxxxx/0`
    pub background_picture_url: Option<String>,
    /// 用户等级: such as `钻石会员`
    pub level: Option<String>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: Option<String>,
    /// 用户储值变更信息
    pub balance_information: Option<UserBalanceInformation>,
    /// 是否发送储值变更通知: such as `true`
    pub need_inform_balance: Option<bool>,
    /// 是否发送等级变更通知: such as `true`
    pub need_inform_level: Option<bool>,
}

rules! { UpdateUserMemberCardRequest {} }

/// 用户储值变更信息
///
/// `UserBalanceInformation::builder().before_balance(…).balance(…).add_balance(…).build()`. For
/// an `Option`, use setters such as `maybe_balance_remark`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UserBalanceInformation {
    /// 更新前用户储值余额: such as `888`
    pub before_balance: Fen,
    /// 更新后用户储值余额: such as `888`
    pub balance: Fen,
    /// 本次余额变动值: such as `100`
    pub add_balance: Fen,
    /// 储值消耗记录: such as `购买一杯珍珠奶茶，消耗30元`
    pub balance_remark: Option<String>,
}

/// The request of [`UserMemberCards::update_user_member_card_rights`].
///
/// `UpdateUserMemberCardRightsRequest::builder().out_request_no(…).build()`. For an `Option`, use
/// setters such as `maybe_before_bonus_value`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateUserMemberCardRightsRequest {
    /// 变更前的会员积分值: such as `500`
    pub before_bonus_value: Option<i64>,
    /// 变更后的会员积分值: such as `600`
    pub bonus_value: Option<i64>,
    /// 会员积分变动值: such as `100`
    pub add_bonus_value: Option<i64>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 是否发送积分变更通知: such as `true`
    pub need_inform_bonus: Option<bool>,
    /// 会员专享价文案: such as `钻石会员尊享8折`
    pub member_price_word: Option<String>,
    /// 会员发票跳转文案: such as `3张发票可开`
    pub fapiao_jump_word: Option<String>,
    /// 会员专属咨询信息
    pub guide: Option<GuideRights>,
}

rules! { UpdateUserMemberCardRightsRequest {} }

/// The request of [`UserMemberCards::prepare_bonus`].
///
/// `PrepareBonusRequest::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct PrepareBonusRequest {
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 会员积分值: such as `30`
    pub bonus_value: Option<i64>,
}

rules! { PrepareBonusRequest {} }

/// The request of [`UserMemberCards::commit_bonus`].
///
/// `CommitBonusRequest::builder().out_trade_no(…).build()`. For an `Option`, use setters such as
/// `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CommitBonusRequest {
    /// 商户订单号: such as `1217752501201407033233368018`
    pub out_trade_no: String,
    /// 直连商户号: such as `1230000109`
    pub mchid: Option<String>,
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 会员积分值: such as `30`
    pub bonus_value: Option<i64>,
}

rules! { CommitBonusRequest {} }

/// The request of [`UserMemberCards::invalidate_user_member_card`].
///
/// `InvalidateUserMemberCardRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_reason`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InvalidateUserMemberCardRequest {
    /// 失效理由: such as `用户违反会员条例`
    pub reason: Option<String>,
}

rules! { InvalidateUserMemberCardRequest {} }

open_enum! {
    /// 用户会员卡状态
    pub enum MemberCardUserCardStatus {
        NotActivate = "NOT_ACTIVATE",
        Effective = "EFFECTIVE",
        Expire = "EXPIRE",
        Unavailable = "UNAVAILABLE",
        Delete = "DELETE",
    }
}
