//! 组件预授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 组件预授权
#[wechatpay_api(defaults)]
pub trait PartnerBrandTokens {
    /// 入会组件预授权
    ///
    /// `POST /v3/brand/partner/card-member/pre-auth-tokens`
    #[wechatpay_api(POST "/v3/brand/partner/card-member/pre-auth-tokens")]
    async fn create_partner_brand_pre_auth_token(
        &self,
        body: &TokenRequest,
    ) -> Result<TokenResponse>;

    /// 品牌会员展示付款码组件预授权
    ///
    /// `POST /v3/brand/partner/card-member/pay-view-tokens`
    #[wechatpay_api(POST "/v3/brand/partner/card-member/pay-view-tokens")]
    async fn create_partner_brand_pay_view_token(
        &self,
        body: &TokenRequest,
    ) -> Result<TokenResponse>;
}

/// The request of [`PartnerBrandTokens::create_partner_brand_pre_auth_token`],
/// [`PartnerBrandTokens::create_partner_brand_pay_view_token`].
///
/// `TokenRequest::builder().brand_id(…).card_id(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TokenRequest {
    /// 品牌ID: such as `1004`
    pub brand_id: String,
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
}

rules! { TokenRequest {} }

/// The response of [`PartnerBrandTokens::create_partner_brand_pre_auth_token`],
/// [`PartnerBrandTokens::create_partner_brand_pay_view_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TokenResponse {
    /// 预授权token: such as `d2df23f2f4fasf3gws`
    pub token: String,
    /// token 过期时间: such as `2030-05-20T13:29:35.120+08:00`
    pub expire_time: DateTime,
}
