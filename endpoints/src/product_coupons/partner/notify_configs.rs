//! 事件通知地址.

use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use super::SetDeliveryPlanNotifyUrlRequest;

/// 事件通知地址
#[wechatpay_api(defaults)]
pub trait NotifyConfigs {
    /// 设置商品券事件通知地址
    ///
    /// `POST /v3/marketing/partner/product-coupon/notify-configs`
    #[wechatpay_api(POST "/v3/marketing/partner/product-coupon/notify-configs")]
    async fn set_notify_config(
        &self,
        body: &SetDeliveryPlanNotifyUrlRequest,
    ) -> Result<NotifyUrlConfig>;

    /// 获取商品券事件通知地址
    ///
    /// `GET /v3/marketing/partner/product-coupon/notify-configs`
    #[wechatpay_api(GET "/v3/marketing/partner/product-coupon/notify-configs")]
    async fn query_notify_config(&self) -> Result<NotifyUrlConfig>;
}

/// The response of [`NotifyConfigs::set_notify_config`], [`NotifyConfigs::query_notify_config`].
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
