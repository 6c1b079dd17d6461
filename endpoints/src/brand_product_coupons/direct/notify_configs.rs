//! 事件通知地址.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 事件通知地址
#[wechatpay_api(defaults)]
pub trait NotifyConfigs {
    /// 设置商品券事件通知地址
    ///
    /// `POST /brand/marketing/product-coupon/notify-configs`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(POST "/brand/marketing/product-coupon/notify-configs")]
    async fn set_brand_notify_config(&self, body: &NotifyUrl) -> Result<NotifyUrlConfig>;

    /// 获取商品券事件通知地址
    ///
    /// `GET /brand/marketing/product-coupon/notify-configs`
    ///
    /// Signed by a brand (品牌直连) with `WECHATPAY-BRAND-SHA256-RSA2048`: make the client with
    /// `Merchant::brand`.
    #[wechatpay_api(GET "/brand/marketing/product-coupon/notify-configs")]
    async fn query_brand_notify_config(&self) -> Result<NotifyUrlConfig>;
}

/// The request of [`NotifyConfigs::set_brand_notify_config`].
///
/// `NotifyUrl::builder().notify_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct NotifyUrl {
    /// 通知url地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
}

rules! {
    NotifyUrl {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`NotifyConfigs::set_brand_notify_config`],
/// [`NotifyConfigs::query_brand_notify_config`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct NotifyUrlConfig {
    /// 通知URL地址: such as `https://pay.weixin.qq.com`
    pub notify_url: String,
    /// 修改时间: such as `2015-05-20T13:29:35+08:00`
    pub update_time: DateTime,
}
