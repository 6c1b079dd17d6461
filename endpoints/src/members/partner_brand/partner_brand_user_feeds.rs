//! 用户动态.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 用户动态
#[wechatpay_api(defaults)]
pub trait PartnerBrandUserFeeds {
    /// 创建用户动态信息
    ///
    /// `POST /v3/brand/partner/card-member/user-feeds`
    #[wechatpay_api(POST "/v3/brand/partner/card-member/user-feeds")]
    async fn create_partner_brand_user_feed(
        &self,
        body: &CreateUserFeedRequest,
    ) -> Result<UserFeed>;
}

/// The request of [`PartnerBrandUserFeeds::create_partner_brand_user_feed`].
///
/// `CreateUserFeedRequest::builder().brand_id(…).card_id(…).user_card_code(…).openid(…).out_request_no(…).cell(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateUserFeedRequest {
    /// 品牌ID: such as `1004`
    pub brand_id: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
    /// 商家请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 会员动态内容: such as `15_1200_1` (unconfirmed)
    pub cell: String,
}

rules! { CreateUserFeedRequest {} }

/// The response of [`PartnerBrandUserFeeds::create_partner_brand_user_feed`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UserFeed {
    /// 品牌ID: such as `1004`
    pub brand_id: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 会员卡code: such as `478515832665`
    pub user_card_code: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: Option<String>,
    /// 商家请求单号: such as `100002322019090134234sfdf`
    pub out_request_no: String,
    /// 会员动态内容: such as `15_1200_1`
    pub cell: Option<String>,
}
