//! 会员导入.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::MemberCardCode;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 会员导入
#[wechatpay_api(defaults)]
pub trait MemberImports {
    /// 导入会员Code
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/codes/deposit`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_7.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/codes/deposit")]
    async fn import_member_card_codes(
        &self,
        card_id: &str,
        body: &ImportMemberCardCodesRequest,
    ) -> Result<ImportMemberCardCodesResponse>;

    /// 根据openid导入用户会员卡
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/users/import`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter3_13.shtml>
    ///
    /// - `card_id` 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/users/import")]
    async fn import_member_card_users_by_openid(
        &self,
        card_id: &str,
        body: &ImportMemberCardUsersByOpenidRequest,
    ) -> Result<MemberCardCode>;

    /// 根据手机号导入用户会员卡
    ///
    /// `POST /v3/marketing/membercard-open/cards/{card_id}/phone-membercard/import`
    ///
    /// - `card_id` 会员卡ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    #[wechatpay_api(POST "/v3/marketing/membercard-open/cards/{card_id}/phone-membercard/import")]
    async fn import_member_card_users_by_phone(
        &self,
        card_id: &str,
        body: &ImportMemberCardUsersByPhoneRequest,
    ) -> Result<MemberCardCode>;

    /// 导入加密手机号提醒会员领卡
    ///
    /// `POST /v3/marketing/membercard-open/phonenumber-member/import`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_1.shtml>
    #[wechatpay_api(POST "/v3/marketing/membercard-open/phonenumber-member/import")]
    async fn import_phone_number_members(
        &self,
        body: &ImportPhoneNumberMembersRequest,
    ) -> Result<()>;

    /// 通过加密手机号查询会员领卡状态
    ///
    /// `GET /v3/marketing/membercard-open/phonenumber-member/search`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter4_2.shtml>
    ///
    /// - `card_id` 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    /// - `encrypted_phone_number` 加密手机号: encrypted
    #[wechatpay_api(GET "/v3/marketing/membercard-open/phonenumber-member/search")]
    async fn query_phone_number_member(
        &self,
        #[query] card_id: &str,
        #[query] encrypted_phone_number: &Sensitive,
    ) -> Result<QueryPhoneNumberMemberResponse>;
}

/// The request of [`MemberImports::import_member_card_codes`].
///
/// `ImportMemberCardCodesRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_code`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ImportMemberCardCodesRequest {
    /// 会员卡code
    pub code: Option<Vec<String>>,
}

rules! { ImportMemberCardCodesRequest {} }

/// The response of [`MemberImports::import_member_card_codes`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ImportMemberCardCodesResponse {
    /// 导入结果
    pub data: Option<Vec<ImportedCode>>,
}

/// 导入结果
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ImportedCode {
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 导入结果
    pub result: Option<MemberCardCodeDepositResult>,
}

/// The request of [`MemberImports::import_member_card_users_by_openid`].
///
/// `ImportMemberCardUsersByOpenidRequest::builder().openid(…).out_request_no(…).build()`. For an
/// `Option`, use setters such as `maybe_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ImportMemberCardUsersByOpenidRequest {
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
}

rules! { ImportMemberCardUsersByOpenidRequest {} }

/// The request of [`MemberImports::import_member_card_users_by_phone`].
///
/// `ImportMemberCardUsersByPhoneRequest::builder().encrypted_phone_number(…).out_request_no(…).build()`.
/// For an `Option`, use setters such as `maybe_code`.
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
pub struct ImportMemberCardUsersByPhoneRequest {
    /// 用户加密手机号: encrypted
    pub encrypted_phone_number: Sensitive,
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 商户请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
}

rules! { ImportMemberCardUsersByPhoneRequest {} }

/// The request of [`MemberImports::import_phone_number_members`].
///
/// `ImportPhoneNumberMembersRequest::builder().member_information(…).encrypted_phone_number(…).build()`.
/// For an `Option`, use setters such as `maybe_outer_str`.
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
pub struct ImportPhoneNumberMembersRequest {
    /// 会员信息 (unconfirmed)
    pub member_information: MemberInformation,
    /// 加密手机号: encrypted (unconfirmed)
    pub encrypted_phone_number: Sensitive,
    /// 自定义场景值: such as `my_card_CARD`
    pub outer_str: Option<String>,
}

rules! { ImportPhoneNumberMembersRequest {} }

/// 会员信息
///
/// `MemberInformation::builder().card_id(…).registration_time(…).build()`. For an `Option`, use
/// setters such as `maybe_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MemberInformation {
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0` (unconfirmed)
    pub card_id: String,
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 会员卡编号: such as `316510891298`
    pub membership_number: Option<String>,
    /// 会员注册时间: such as `2015-05-20T13:29:35.120+08:00` (unconfirmed)
    pub registration_time: DateTime,
}

/// The response of [`MemberImports::query_phone_number_member`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryPhoneNumberMemberResponse {
    /// 用户领取状态
    pub receive_status: Option<MemberCardReceiveStatus>,
    /// 用户会员卡信息
    pub user_card_information: Option<UserCardInformation>,
}

/// 用户会员卡信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UserCardInformation {
    /// 会员卡code: such as `478515832665`
    pub code: Option<String>,
    /// 用户标识: such as `oHdb05U3pYMGsKSVAHN8AhIGhJaA`
    pub openid: Option<String>,
    /// 用户统一标识: such as `oHdb05U3p11ahKSVAHN8AhIGhJaA`
    pub unionid: Option<String>,
    /// 会员卡领取时间: such as `2015-05-20T13:29:35.120+08:00`
    pub receive_time: Option<DateTime>,
    /// 品牌appid: such as `wx0c44f7dee34b04d1`
    pub card_appid: Option<String>,
    /// 会员卡id: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: Option<String>,
}

open_enum! {
    /// 导入结果
    pub enum MemberCardCodeDepositResult {
        Success = "SUCCESS",
        Duplicate = "DUPLICATE",
        Fail = "FAIL",
    }
}

open_enum! {
    /// 用户领取状态
    pub enum MemberCardReceiveStatus {
        Unshowed = "UNSHOWED",
        Unreceived = "UNRECEIVED",
        Received = "RECEIVED",
    }
}
