//! H5支付权限.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// H5支付权限
#[wechatpay_api(defaults)]
pub trait H5Permissions {
    /// 创建H5支付权限申请单
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/applications`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_1.shtml>
    #[wechatpay_api(POST "/v3/global/merchant/h5/permission/applications", global)]
    async fn create_h5_permission_application(
        &self,
        body: &CreateH5PermissionApplicationRequest,
    ) -> Result<H5PermissionApplication>;

    /// 查询H5支付权限申请单详情
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/applications/{applyment_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_2.shtml>
    ///
    /// - `applyment_id` 申请单号: such as `100000`
    #[wechatpay_api(GET "/v3/global/merchant/h5/permission/applications/{applyment_id}", global)]
    async fn query_h5_permission_application(
        &self,
        applyment_id: i64,
    ) -> Result<H5PermissionApplication>;

    /// 修改H5支付权限申请单
    ///
    /// `PATCH apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/applications/{applyment_id}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_3.shtml>
    ///
    /// - `applyment_id` 申请单号: such as `100000`
    #[wechatpay_api(PATCH "/v3/global/merchant/h5/permission/applications/{applyment_id}", global)]
    async fn update_h5_permission_application(
        &self,
        applyment_id: i64,
        body: &UpdateH5PermissionApplicationRequest,
    ) -> Result<H5PermissionApplication>;

    /// 查询子商户H5支付权限状态
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchant/h5/permission/{sub_mchid}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api_external/ch/apis/chapter4_4_7.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `2491935631`
    #[wechatpay_api(GET "/v3/global/merchant/h5/permission/{sub_mchid}", global)]
    async fn query_h5_permission(&self, sub_mchid: &str) -> Result<H5Permission>;
}

/// The request of [`H5Permissions::create_h5_permission_application`].
///
/// `CreateH5PermissionApplicationRequest::builder().sub_mchid(…).domains(…).website_url(…).build()`.
/// For an `Option`, use setters such as `maybe_business_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateH5PermissionApplicationRequest {
    /// 公司介绍和业务描述
    pub business_description: Option<String>,
    /// 子商户号: such as `2491935631` (unconfirmed)
    pub sub_mchid: String,
    /// H5支付域名 (unconfirmed)
    pub domains: Vec<String>,
    /// 公司注册资质证书: the ID of an uploaded file, such as `6uqyGjvHzOhsLleGFQVRF`
    pub company_register_cert: Option<String>,
    /// 限额类型: such as `UN_LAUNCHED_WEBSITE_LIMIT`
    pub transaction_limit_type: Option<TransactionLimitType>,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// 子商户H5经营网址: such as `https://qq.com` (unconfirmed)
    pub website_url: String,
    /// 商户提供的审核结果回调接口: such as `https://pay.weixin.qq.com/wxpay/pay.action`
    pub notify_url: Option<String>,
    /// 申请单类型: such as `APPLY_FOR_PAYMENT_AUTHORITY`
    pub applyment_type: Option<H5ApplymentType>,
}

rules! {
    CreateH5PermissionApplicationRequest {
        member("transaction_limit_type", &[Listed(TransactionLimitType::TEXTS)]),
        member("website_state", &[Listed(WebsiteState::TEXTS)]),
        member("notify_url", &[NotifyUrl]),
        member("applyment_type", &[Listed(H5ApplymentType::TEXTS)]),
    }
}

/// The response of [`H5Permissions::create_h5_permission_application`],
/// [`H5Permissions::query_h5_permission_application`],
/// [`H5Permissions::update_h5_permission_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct H5PermissionApplication {
    /// 子商户号: such as `2491935631`
    pub sub_mchid: Option<String>,
    /// H5支付域名
    pub domains: Option<Vec<String>>,
    /// 公司介绍和业务描述
    pub business_description: Option<String>,
    /// 限额类型: such as `UN_LAUNCHED_WEBSITE_LIMIT`
    pub transaction_limit_type: Option<TransactionLimitType>,
    /// 公司注册资质证书: the ID of an uploaded file, such as `6uqyGjvHzOhsLleGFQVRF`
    pub company_register_cert: Option<String>,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// 子商户H5经营网址: such as `https://qq.com`
    pub website_url: Option<String>,
    /// 申请单号: such as `100000`
    pub applyment_id: Option<i64>,
    /// 驳回原因: such as `商户证书不符合要求`
    pub audit_reject_detail: Option<String>,
    /// 申请单状态: such as `PENDING`
    pub applyment_state: Option<H5ApplymentState>,
    /// 申请单类型: such as `APPLY_FOR_PAYMENT_AUTHORITY`
    pub applyment_type: Option<H5ApplymentType>,
    /// 商户提供的审核结果回调接口: such as `https://pay.weixin.qq.com/wxpay/pay.action`
    pub notify_url: Option<String>,
}

/// The request of [`H5Permissions::update_h5_permission_application`].
///
/// `UpdateH5PermissionApplicationRequest::builder().domains(…).build()`. For an `Option`, use
/// setters such as `maybe_business_description`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateH5PermissionApplicationRequest {
    /// H5支付域名 (unconfirmed)
    pub domains: Vec<String>,
    /// 公司介绍和业务描述
    pub business_description: Option<String>,
    /// 公司注册资质证书: the ID of an uploaded file, such as `6uqyGjvHzOhsLleGFQVRF`
    pub company_register_cert: Option<String>,
    /// 经营网址商业页面截图: each the ID of an uploaded file
    pub website_business_page_pics: Option<Vec<String>>,
    /// 经营网址首页截图: each the ID of an uploaded file
    pub website_homepage_pics: Option<Vec<String>>,
    /// 子商户经营网址状态: such as `HAS_LAUNCHED`
    pub website_state: Option<WebsiteState>,
    /// 子商户H5经营网址: such as `https://qq.com`
    pub website_url: Option<String>,
}

rules! {
    UpdateH5PermissionApplicationRequest {
        member("website_state", &[Listed(WebsiteState::TEXTS)]),
    }
}

/// The response of [`H5Permissions::query_h5_permission`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct H5Permission {
    /// 子商户号: such as `2491935631`
    pub sub_mchid: Option<String>,
    /// H5支付权限状态: such as `AUTHORITY_TO_TEST`
    pub authorization_state: Option<H5PermissionState>,
}

open_enum! {
    /// 限额类型
    pub enum TransactionLimitType {
        UnLaunchedWebsiteLimit = "UN_LAUNCHED_WEBSITE_LIMIT",
        NormalLimit = "NORMAL_LIMIT",
        NoLimit = "NO_LIMIT",
    }
}

open_enum! {
    /// 子商户经营网址状态
    pub enum WebsiteState {
        HasLaunched = "HAS_LAUNCHED",
        UnLaunched = "UN_LAUNCHED",
    }
}

open_enum! {
    /// 申请单类型
    pub enum H5ApplymentType {
        ApplyForPaymentAuthority = "APPLY_FOR_PAYMENT_AUTHORITY",
        ApplyForRelieveLimited = "APPLY_FOR_RELIEVE_LIMITED",
    }
}

open_enum! {
    /// 申请单状态
    pub enum H5ApplymentState {
        Pending = "PENDING",
        UnderReview = "UNDER_REVIEW",
        Approved = "APPROVED",
        Rejected = "REJECTED",
    }
}

open_enum! {
    /// H5支付权限状态
    pub enum H5PermissionState {
        AuthorityToTest = "AUTHORITY_TO_TEST",
        FormalAuthority = "FORMAL_AUTHORITY",
        Authorized = "AUTHORIZED",
        UnderPunishment = "UNDER_PUNISHMENT",
        Unauthorized = "UNAUTHORIZED",
    }
}
