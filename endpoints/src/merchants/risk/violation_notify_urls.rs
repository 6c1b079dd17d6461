//! 违规通知回调地址.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 违规通知回调地址
#[wechatpay_api(defaults)]
pub trait ViolationNotifyUrls {
    /// 创建商户违规通知回调地址
    ///
    /// `POST /v3/merchant-risk-manage/violation-notifications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_3_1.shtml>
    #[wechatpay_api(POST "/v3/merchant-risk-manage/violation-notifications")]
    async fn create_violation_notify_url(
        &self,
        body: &ViolationNotifyUrlRequest,
    ) -> Result<ViolationNotifyUrl>;

    /// 查询商户违规通知回调地址
    ///
    /// `GET /v3/merchant-risk-manage/violation-notifications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_3_2.shtml>
    #[wechatpay_api(GET "/v3/merchant-risk-manage/violation-notifications")]
    async fn query_violation_notify_url(&self) -> Result<ViolationNotifyUrl>;

    /// 修改商户违规通知回调地址
    ///
    /// `PUT /v3/merchant-risk-manage/violation-notifications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_3_3.shtml>
    #[wechatpay_api(PUT "/v3/merchant-risk-manage/violation-notifications")]
    async fn update_violation_notify_url(
        &self,
        body: &ViolationNotifyUrlRequest,
    ) -> Result<ViolationNotifyUrl>;

    /// 删除商户违规通知回调地址
    ///
    /// `DELETE /v3/merchant-risk-manage/violation-notifications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_3_4.shtml>
    #[wechatpay_api(DELETE "/v3/merchant-risk-manage/violation-notifications")]
    async fn delete_violation_notify_url(&self) -> Result<()>;
}

/// The request of [`ViolationNotifyUrls::create_violation_notify_url`],
/// [`ViolationNotifyUrls::update_violation_notify_url`].
///
/// `ViolationNotifyUrlRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_notify_url`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ViolationNotifyUrlRequest {
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    ViolationNotifyUrlRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`ViolationNotifyUrls::create_violation_notify_url`],
/// [`ViolationNotifyUrls::query_violation_notify_url`],
/// [`ViolationNotifyUrls::update_violation_notify_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ViolationNotifyUrl {
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}
