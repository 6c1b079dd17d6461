//! 事件通知地址.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 事件通知地址
#[wechatpay_api(defaults)]
pub trait BusifavorCallbacks {
    /// 设置商家券事件通知地址
    ///
    /// `POST /v3/marketing/busifavor/callbacks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_7.shtml>
    #[wechatpay_api(POST "/v3/marketing/busifavor/callbacks")]
    async fn set_busifavor_callback(
        &self,
        body: &SetBusifavorCallbackRequest,
    ) -> Result<SetBusifavorCallbackResponse>;

    /// 查询商家券事件通知地址
    ///
    /// `GET /v3/marketing/busifavor/callbacks`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter9_2_8.shtml>
    ///
    /// - `mchid` 商户号: such as `10000098`
    #[wechatpay_api(GET "/v3/marketing/busifavor/callbacks")]
    async fn query_busifavor_callback(
        &self,
        #[query] mchid: Option<&str>,
    ) -> Result<BusifavorCallback>;
}

/// The request of [`BusifavorCallbacks::set_busifavor_callback`].
///
/// `SetBusifavorCallbackRequest::builder().notify_url(…).build()`. For an `Option`, use setters
/// such as `maybe_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SetBusifavorCallbackRequest {
    /// 商户号: such as `10000098`
    pub mchid: Option<String>,
    /// 通知URL地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
}

rules! {
    SetBusifavorCallbackRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`BusifavorCallbacks::set_busifavor_callback`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SetBusifavorCallbackResponse {
    /// 修改时间: such as `2015-05-20T13:29:35+08:00`
    pub update_time: Option<DateTime>,
    /// 通知URL地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
    /// 商户号: such as `10000098`
    pub mchid: String,
}

/// The response of [`BusifavorCallbacks::query_busifavor_callback`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct BusifavorCallback {
    /// 通知URL地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
    /// 商户号: such as `10000098`
    pub mchid: String,
}
