//! H5支付域名修改.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use super::{H5ApplymentState, WebsiteState};
use crate::rules::rules;

/// H5支付域名修改
#[wechatpay_api(defaults)]
pub trait H5DomainApplications {
    /// 创建H5支付域名修改申请单
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/domain/applications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_4.shtml>
    #[wechatpay_api(POST "/v3/global/merchant/h5/permission/domain/applications", global)]
    async fn create_h5_domain_application(
        &self,
        body: &CreateH5DomainApplicationRequest,
    ) -> Result<H5DomainApplication>;

    /// 查询H5支付域名修改申请单
    ///
    /// `GET
    /// apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/domain/applications/{applyment_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_5.shtml>
    ///
    /// - `applyment_id` 申请单号: such as `100000`
    #[wechatpay_api(GET "/v3/global/merchant/h5/permission/domain/applications/{applyment_id}", global)]
    async fn query_h5_domain_application(&self, applyment_id: i64) -> Result<H5DomainApplication>;

    /// 修改H5支付域名修改申请单
    ///
    /// `PATCH
    /// apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/domain/applications/{applyment_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_6.shtml>
    ///
    /// - `applyment_id` 申请单号: such as `100000`
    #[wechatpay_api(PATCH "/v3/global/merchant/h5/permission/domain/applications/{applyment_id}", global)]
    async fn update_h5_domain_application(
        &self,
        applyment_id: i64,
        body: &UpdateH5DomainApplicationRequest,
    ) -> Result<H5DomainApplication>;
}

/// The request of [`H5DomainApplications::create_h5_domain_application`].
///
/// `CreateH5DomainApplicationRequest::builder().domains(…).website_url(…).out_applyment_id(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateH5DomainApplicationRequest {
    /// 子商户号: such as `2491935631`
    pub sub_mchid: Option<String>,
    /// H5支付域名 (unconfirmed)
    pub domains: Vec<String>,
    /// 子商户H5经营网址: such as `https://qq.com` (unconfirmed)
    pub website_url: String,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// 商户提供的审核结果回调接口: such as `https://pay.weixin.qq.com/wxpay/pay.action`
    pub notify_url: Option<String>,
    /// 商户申请单号: such as `123456` (unconfirmed)
    pub out_applyment_id: String,
}

rules! {
    CreateH5DomainApplicationRequest {
        member("website_state", &[Listed(WebsiteState::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`H5DomainApplications::create_h5_domain_application`],
/// [`H5DomainApplications::query_h5_domain_application`],
/// [`H5DomainApplications::update_h5_domain_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct H5DomainApplication {
    /// 子商户号: such as `2491935631`
    pub sub_mchid: Option<String>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// H5支付域名
    pub domains: Option<Vec<String>>,
    /// 子商户H5经营网址: such as `https://qq.com`
    pub webiste_url: Option<String>,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
    /// 申请单号: such as `1000000`
    pub applyment_id: Option<i64>,
    /// 驳回原因: such as `经营网址首页截图内容违法`
    pub audit_reject_detail: Option<String>,
    /// 申请单状态: such as `PENDING`
    pub applyment_state: Option<H5ApplymentState>,
    /// 商户提供的审核结果回调接口: such as `https://pay.weixin.qq.com/wxpay/pay.action`
    pub notify_url: Option<String>,
    /// 商户申请单号: such as `123456`
    pub out_applyment_id: Option<String>,
}

/// The request of [`H5DomainApplications::update_h5_domain_application`].
///
/// `UpdateH5DomainApplicationRequest::builder().domains(…).build()`. For an `Option`, use setters
/// such as `maybe_website_state`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateH5DomainApplicationRequest {
    /// H5支付域名 (unconfirmed)
    pub domains: Vec<String>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// 商户H5经营网址: such as `https://qq.com`
    pub website_url: Option<String>,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
}

rules! {
    UpdateH5DomainApplicationRequest {
        member("website_state", &[Listed(WebsiteState::TEXTS)]),
    }
}
