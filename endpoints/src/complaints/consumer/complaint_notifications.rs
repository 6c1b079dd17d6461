//! 投诉通知回调.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 投诉通知回调
#[wechatpay_api(defaults)]
pub trait ComplaintNotifications {
    /// 创建投诉通知回调
    ///
    /// `POST /v3/merchant-service/complaint-notifications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaint-notifications/create-complaint-notifications.html>
    #[wechatpay_api(POST "/v3/merchant-service/complaint-notifications")]
    async fn create_complaint_notification(
        &self,
        body: &ComplaintNotificationRequest,
    ) -> Result<ComplaintNotification>;

    /// 查询投诉通知回调
    ///
    /// `GET /v3/merchant-service/complaint-notifications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaint-notifications/query-complaint-notifications.html>
    #[wechatpay_api(GET "/v3/merchant-service/complaint-notifications")]
    async fn query_complaint_notification(&self) -> Result<ComplaintNotification>;

    /// 更新投诉通知回调
    ///
    /// `PUT /v3/merchant-service/complaint-notifications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaint-notifications/update-complaint-notifications.html>
    #[wechatpay_api(PUT "/v3/merchant-service/complaint-notifications")]
    async fn update_complaint_notification(
        &self,
        body: &ComplaintNotificationRequest,
    ) -> Result<ComplaintNotification>;

    /// 删除投诉通知回调
    ///
    /// `DELETE /v3/merchant-service/complaint-notifications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/consumer-complaint/complaint-notifications/delete-complaint-notifications.html>
    #[wechatpay_api(DELETE "/v3/merchant-service/complaint-notifications")]
    async fn delete_complaint_notification(&self) -> Result<()>;
}

/// The request of [`ComplaintNotifications::create_complaint_notification`],
/// [`ComplaintNotifications::update_complaint_notification`].
///
/// `ComplaintNotificationRequest::builder().url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ComplaintNotificationRequest {
    /// 通知地址: a URL, such as `https://www.xxx.com/notify`
    pub url: String,
}

rules! {
    ComplaintNotificationRequest {
        member("url", &[NotifyUrl]),
    }
}

/// The response of [`ComplaintNotifications::create_complaint_notification`],
/// [`ComplaintNotifications::query_complaint_notification`],
/// [`ComplaintNotifications::update_complaint_notification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ComplaintNotification {
    /// 商户号: such as `1900012181`
    pub mchid: String,
    /// 通知地址: a URL, such as `https://www.xxx.com/notify`
    pub url: String,
}
