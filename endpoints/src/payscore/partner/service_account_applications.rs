//! 收付通子商户服务绑定.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 收付通子商户服务绑定
#[wechatpay_api(defaults)]
pub trait ServiceAccountApplications {
    /// 收付通子商户申请绑定支付分服务
    ///
    /// `POST /v3/payscore/partner/service-account-applications`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-account/create-service-account-application.html>
    #[wechatpay_api(POST "/v3/payscore/partner/service-account-applications")]
    async fn create_service_account_application(
        &self,
        body: &CreateServiceAccountApplicationRequest,
    ) -> Result<ServiceAccountApplication>;

    /// 查询收付通子商户服务绑定结果
    ///
    /// `GET /v3/payscore/partner/service-account-applications/{out_apply_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/partner-weixin-pay-score/partner-service-account/get-service-account-application.html>
    ///
    /// - `out_apply_no` 商户申请绑定单号: such as `1234323JKHDFE1243252`
    #[wechatpay_api(GET "/v3/payscore/partner/service-account-applications/{out_apply_no}")]
    async fn query_service_account_application(
        &self,
        out_apply_no: &str,
    ) -> Result<ServiceAccountApplication>;
}

/// The request of [`ServiceAccountApplications::create_service_account_application`].
///
/// `CreateServiceAccountApplicationRequest::builder().service_id(…).appid(…).sub_mchid(…).out_apply_no(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateServiceAccountApplicationRequest {
    /// 服务ID: such as `2002000000000558128851361561536` (unconfirmed)
    pub service_id: String,
    /// 服务商应用ID: such as `wxd678efh567hg6787` (unconfirmed)
    pub appid: String,
    /// 子商户商户号: such as `1900000109` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户应用ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 商户申请绑定单号: such as `1234323JKHDFE1243252` (unconfirmed)
    pub out_apply_no: String,
    /// 绑定结果回调通知地址: such as `https://api.test.com`
    pub result_notify_url: Option<String>,
}

rules! {
    CreateServiceAccountApplicationRequest {
        member("result_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`ServiceAccountApplications::create_service_account_application`],
/// [`ServiceAccountApplications::query_service_account_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ServiceAccountApplication {
    /// 服务ID: such as `2002000000000558128851361561536`
    pub service_id: Option<String>,
    /// 服务商商户号: such as `1900000104`
    pub mchid: Option<String>,
    /// 服务商应用ID: such as `wxd678efh567hg6787`
    pub appid: Option<String>,
    /// 子商户商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 子商户应用ID: such as `wxd678efh567hg6787`
    pub sub_appid: Option<String>,
    /// 申请单号: such as `1234323JKHDFE1243252`
    pub out_apply_no: Option<String>,
    /// 绑定结果回调通知地址: such as `https://api.test.com`
    pub result_notify_url: Option<String>,
    /// 受理状态: such as `APPROVED`
    pub apply_state: Option<String>,
    /// 拒绝原因: such as `账户异常，绑定失败`
    pub reject_reason: Option<String>,
}
