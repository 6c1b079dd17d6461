//! 投诉通知回调.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 投诉通知回调
#[wechatpay_api(defaults)]
pub trait ComplaintNotifications {
    /// 创建投诉通知回调
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant-service/complaint-notifications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(POST "/v3/global/merchant-service/complaint-notifications", global)]
    async fn create_global_complaint_notification(
        &self,
        body: &ComplaintNotificationRequest,
    ) -> Result<ComplaintNotificationResponse>;

    /// 查询投诉通知回调
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant-service/complaint-notifications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(GET "/v3/global/merchant-service/complaint-notifications", global)]
    async fn query_global_complaint_notification(&self) -> Result<ComplaintNotificationResponse>;

    /// 更新投诉通知回调
    ///
    /// `PUT apihk.mch.weixin.qq.com/v3/global/merchant-service/complaint-notifications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(PUT "/v3/global/merchant-service/complaint-notifications", global)]
    async fn update_global_complaint_notification(
        &self,
        body: &ComplaintNotificationRequest,
    ) -> Result<ComplaintNotificationResponse>;

    /// 删除投诉通知回调
    ///
    /// `DELETE apihk.mch.weixin.qq.com/v3/global/merchant-service/complaint-notifications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    #[wechatpay_api(DELETE "/v3/global/merchant-service/complaint-notifications", global)]
    async fn delete_global_complaint_notification(&self) -> Result<()>;
}

/// The request of [`ComplaintNotifications::create_global_complaint_notification`],
/// [`ComplaintNotifications::update_global_complaint_notification`].
///
/// `ComplaintNotificationRequest::builder().url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ComplaintNotificationRequest {
    /// 通知地址: a URL, such as `https://www.xxx.com/notify` (unconfirmed)
    pub url: String,
}

rules! {
    ComplaintNotificationRequest {
        member("url", &[NotifyUrl]),
    }
}

/// The response of [`ComplaintNotifications::create_global_complaint_notification`],
/// [`ComplaintNotifications::query_global_complaint_notification`],
/// [`ComplaintNotifications::update_global_complaint_notification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ComplaintNotificationResponse {
    /// 商户号: such as `1900012181`
    pub mchid: Option<String>,
    /// 通知地址: a URL, such as `https://www.xxx.com/notify`
    pub url: Option<String>,
}
