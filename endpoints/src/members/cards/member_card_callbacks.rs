//! 回调地址.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 回调地址
#[wechatpay_api(defaults)]
pub trait MemberCardCallbacks {
    /// 设置回调地址
    ///
    /// `PATCH /v3/marketing/membercard-open/callback`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter6_1.shtml>
    #[wechatpay_api(PATCH "/v3/marketing/membercard-open/callback")]
    async fn set_member_card_callback(
        &self,
        body: &SetMemberCardCallbackRequest,
    ) -> Result<MemberCardCallback>;

    /// 查询回调地址
    ///
    /// `GET /v3/marketing/membercard-open/callback`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/membercard_open/chapter6_2.shtml>
    #[wechatpay_api(GET "/v3/marketing/membercard-open/callback")]
    async fn query_member_card_callback(&self) -> Result<MemberCardCallback>;
}

/// The request of [`MemberCardCallbacks::set_member_card_callback`].
///
/// `SetMemberCardCallbackRequest::builder().notify_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetMemberCardCallbackRequest {
    /// 通知url地址: such as `https://pay.weixin.qq.com` (unconfirmed)
    pub notify_url: String,
}

rules! {
    SetMemberCardCallbackRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`MemberCardCallbacks::set_member_card_callback`],
/// [`MemberCardCallbacks::query_member_card_callback`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MemberCardCallback {
    /// 通知url地址: such as `https://shangjia.com`
    pub notify_url: String,
    /// 商户号: such as `99999105`
    pub mchid: Option<String>,
}
