//! 消息通知地址.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 消息通知地址
#[wechatpay_api(defaults)]
pub trait FavorCallbacks {
    /// 设置消息通知地址
    ///
    /// `POST /v3/marketing/favor/callbacks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_12.shtml>
    #[wechatpay_api(POST "/v3/marketing/favor/callbacks")]
    async fn set_favor_callback(
        &self,
        body: &SetFavorCallbackRequest,
    ) -> Result<SetFavorCallbackResponse>;

    /// 获取已设置的消息通知地址
    ///
    /// `GET /v3/marketing/favor/callbacks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/marketing/convention/chapter3_12.shtml>
    ///
    /// - `mchid` 商户号: such as `9856888`
    #[wechatpay_api(GET "/v3/marketing/favor/callbacks")]
    async fn query_favor_callback(&self, #[query] mchid: &str) -> Result<FavorCallback>;
}

/// The request of [`FavorCallbacks::set_favor_callback`].
///
/// `SetFavorCallbackRequest::builder().mchid(…).notify_url(…).build()`. For an `Option`, use
/// setters such as `maybe_switch`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetFavorCallbackRequest {
    /// 商户号: such as `9856888`
    pub mchid: String,
    /// 通知url地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
    /// 回调开关: such as `true`
    pub switch: Option<bool>,
}

rules! {
    SetFavorCallbackRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`FavorCallbacks::set_favor_callback`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SetFavorCallbackResponse {
    /// 修改时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 通知地址: such as `api.weixin.qq.com`
    pub notify_url: String,
}

/// The response of [`FavorCallbacks::query_favor_callback`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct FavorCallback {
    /// 商户号: such as `9856888`
    pub mchid: String,
    /// 通知地址: such as `api.weixin.qq.com`
    pub notify_url: String,
}
