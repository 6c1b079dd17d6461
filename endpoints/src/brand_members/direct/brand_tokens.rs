//! 组件预授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 组件预授权
#[wechatpay_api(defaults)]
pub trait BrandTokens {
    /// 入会组件预授权
    ///
    /// `POST /brand/card-member/pre-auth-tokens`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/card-member/pre-auth-tokens")]
    async fn create_brand_pre_auth_token(
        &self,
        body: &CreateBrandPreAuthTokenRequest,
    ) -> Result<CreateBrandPreAuthTokenResponse>;
}

/// The request of [`BrandTokens::create_brand_pre_auth_token`].
///
/// `CreateBrandPreAuthTokenRequest::builder().card_id(…).openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateBrandPreAuthTokenRequest {
    /// 会员卡模板ID: such as `pbLatjvWOibDc5-TBnbUk1pD12o0`
    pub card_id: String,
    /// 用户标识: such as `obLatjnx9gnqzS4myYGmLZ7LgLBA`
    pub openid: String,
}

rules! { CreateBrandPreAuthTokenRequest {} }

/// The response of [`BrandTokens::create_brand_pre_auth_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateBrandPreAuthTokenResponse {
    /// 预授权token: such as `d2df23f2f4fasf3gws`
    pub token: String,
    /// token 过期时间: such as `2030-05-20T13:29:35.120+08:00`
    pub expire_time: DateTime,
}
