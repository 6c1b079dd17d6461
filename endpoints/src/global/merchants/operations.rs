//! 子商户进件.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 子商户进件
#[wechatpay_api(defaults)]
pub trait Merchants {
    /// 子商户进件
    ///
    /// `POST apihk.mch.weixin.qq.com/v3/global/merchants`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `Idempotency-Key` 业务请求幂等值: at most 64 characters, such as
    ///   `GzPCeo963zXKcO2hDVD8AjXIpgrj`
    #[wechatpay_api(POST "/v3/global/merchants", global)]
    async fn create_global_merchant(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: Option<&str>,
        body: &CreateGlobalMerchantRequest,
    ) -> Result<CreateGlobalMerchantResponse>;

    /// 查询子商户
    ///
    /// `GET apihk.mch.weixin.qq.com/v3/global/merchants/{sub_mchid}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `sub_mchid` 子商户号: such as `20000100`
    /// - `sp_appid` 机构appid: such as `wx8888888888888888`
    /// - `sp_mchid` 机构商户号: such as `3200000001`
    #[wechatpay_api(GET "/v3/global/merchants/{sub_mchid}", global)]
    async fn query_global_merchant(
        &self,
        sub_mchid: &str,
        #[query] sp_appid: &str,
        #[query] sp_mchid: &str,
    ) -> Result<Merchant>;

    /// 修改子商户
    ///
    /// `PATCH apihk.mch.weixin.qq.com/v3/global/merchants/{sub_mchid}`
    ///
    /// Sent to `apihk.mch.weixin.qq.com`: make the client with `ClientBuilder::global`.
    ///
    /// - `sub_mchid` 子商户号: such as `示例值: 20000100`
    #[wechatpay_api(PATCH "/v3/global/merchants/{sub_mchid}", global)]
    async fn update_global_merchant(
        &self,
        sub_mchid: &str,
        body: &UpdateGlobalMerchantRequest,
    ) -> Result<UpdateGlobalMerchantResponse>;
}

/// The request of [`Merchants::create_global_merchant`].
///
/// `CreateGlobalMerchantRequest::builder().sp_appid(…).sp_mchid(…).name(…).shortname(…).office_phone(…).contact(…).business_category(…).merchant_country_code(…).merchant_type(…).business(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateGlobalMerchantRequest {
    /// 机构appid: such as `wx8888888888888888` (unconfirmed)
    pub sp_appid: String,
    /// 机构商户号: such as `3200000001` (unconfirmed)
    pub sp_mchid: String,
    /// 子商户全称: such as `Merchant name` (unconfirmed)
    pub name: String,
    /// 子商户简称: such as `Merchant shortname` (unconfirmed)
    pub shortname: String,
    /// 公司电话: such as `075586010000` (unconfirmed)
    pub office_phone: String,
    /// 联系人信息 (unconfirmed)
    pub contact: Contact,
    /// 类目: such as `644` (unconfirmed)
    pub business_category: i64,
    /// 渠道号: such as `3200000001`
    pub channel_id: Option<String>,
    /// 注册国家或区域: such as `344` (unconfirmed)
    pub merchant_country_code: String,
    /// 商户类型: such as `ENTERPRISE` (unconfirmed)
    pub merchant_type: MerchantType,
    /// 公司注册文件编号: such as `5555-8888`
    pub registration_certificate_number: Option<String>,
    /// 公司注册文件过期时间: such as `2020-10-16`
    pub registration_certificate_date: Option<String>,
    /// 公司注册文件照片: such as `w7yQFawBtja5uEdm_aoXokv2SDoEmHIPs`
    pub registration_certificate_copy: Option<String>,
    /// 子商户银行结算账户信息: such as `555588889999`
    pub settlement_bank_number: Option<String>,
    /// 业务信息 (unconfirmed)
    pub business: Business,
    /// 董事信息
    pub director: Option<Director>,
    /// 负责人信息
    pub principal: Option<Director>,
    /// 是否申请H5支付权限
    pub apply_h5_payment: Option<bool>,
    /// H5申请资料
    pub h5_payment_apply_info: Option<H5PaymentApplyInfo>,
    /// 附加信息: such as `555588889999`
    pub attach: Option<String>,
}

rules! {
    CreateGlobalMerchantRequest {
        member("merchant_type", &[Listed(MerchantType::TEXTS)]),
        within("business", Business::RULES),
    }
}

/// 联系人信息
///
/// `Contact::builder().name(…).phone(…).email(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Contact {
    /// 联系人名称: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 联系人电话: encrypted (unconfirmed)
    pub phone: Sensitive,
    /// 联系人邮箱: encrypted (unconfirmed)
    pub email: Sensitive,
}

/// 业务信息
///
/// `Business::builder().business_type(…).build()`. For an `Option`, use setters such as
/// `maybe_app_download`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Business {
    /// 业务类型: such as `BOTH` (unconfirmed)
    pub business_type: BusinessType,
    /// APP下载链接: such as `https://download.qq.com`
    pub app_download: Option<String>,
    /// 业务网站: such as `https://www.qq.com`
    pub website: Option<String>,
    /// 公众号: such as `wx8888888888888888`
    pub office_account: Option<String>,
    /// 小程序: such as `wx8888888888888888`
    pub mini_program: Option<String>,
    /// 门店地址
    pub store_address: Option<String>,
    /// 门店照片`JSON`格式字符串: the JSON text of a list
    pub store_photos: Option<String>,
    /// MCC码: such as `4214`
    pub mcc: Option<String>,
}

rules! {
    Business {
        member("business_type", &[Listed(BusinessType::TEXTS)]),
    }
}

/// 董事信息
///
/// `Director::builder().build()`. For an `Option`, use setters such as `maybe_name`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct Director {
    /// 董事姓名: such as `Bob`
    pub name: Option<String>,
    /// 董事证件号: such as `5555-8888`
    pub number: Option<String>,
}

/// H5申请资料
///
/// `H5PaymentApplyInfo::builder().h5_website_url(…).domains(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct H5PaymentApplyInfo {
    /// H5经营网址: such as `https://qq.com` (unconfirmed)
    pub h5_website_url: String,
    /// 拉起H5支付的域名: such as `www.qq.com` (unconfirmed)
    pub domains: Vec<String>,
}

/// The response of [`Merchants::create_global_merchant`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateGlobalMerchantResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 验证状态: such as `Under Review`
    pub verification_status: Option<VerificationStatus>,
    /// 验证状态描述: such as `该子商户需要通过审核才可生效。请登录商户平台检查审核状态。`
    pub description: Option<String>,
    /// H5支付权限状态: such as `APPROVED`
    pub h5_authorization_state: Option<H5AuthorizationState>,
}

/// The response of [`Merchants::query_global_merchant`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Merchant {
    /// 子商户号: such as `20000100`
    pub sub_mchid: Option<String>,
    /// 子商户全称: such as `Merchant name`
    pub name: Option<String>,
    /// 子商户简称: such as `Merchant shortname`
    pub shortname: Option<String>,
    /// 公司联系方式: such as `075586010000`
    pub office_phone: Option<String>,
    /// 册国家或区域: such as `344`
    pub merchant_country_code: Option<String>,
    /// 类目: such as `101`
    pub business_category: Option<i64>,
    /// 联系人信息
    pub contact: Option<MerchantContact>,
    /// 商户类型: such as `ENTERPRISE`
    pub merchant_type: Option<MerchantType>,
    /// 公司注册文件编号: such as `5555-8888`
    pub registration_certificate_number: Option<String>,
    /// 公司注册文件过期时间: such as `2020-10-16`
    pub registration_certificate_date: Option<String>,
    /// 子商户结算账户: such as `555588889999`
    pub settlement_bank_number: Option<String>,
    /// 业务信息
    pub business: Option<MerchantBusiness>,
    /// 董事信息
    pub director: Option<Director>,
    /// 负责人信息
    pub principal: Option<Director>,
    /// H5支付权限详情
    pub h5_payment: Option<H5Payment>,
    /// 子商户状态信息
    pub sub_merchant_state: Option<SubMerchantState>,
    /// 附加信息: such as `555588889999`
    pub attach: Option<String>,
}

/// 联系人信息
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(Sensitive, into))
)]
#[non_exhaustive]
pub struct MerchantContact {
    /// 联系人名称: encrypted
    pub name: Option<Sensitive>,
    /// 联系人电话: encrypted
    pub phone: Option<Sensitive>,
    /// 联系人邮箱: encrypted
    pub email: Option<Sensitive>,
}

/// 业务信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantBusiness {
    /// 业务类型: such as `BOTH`
    pub business_type: Option<BusinessType>,
    /// APP下载地址: such as `https://download.qq.com`
    pub app_download: Option<String>,
    /// 业务网站: such as `https://www.qq.com`
    pub website: Option<String>,
    /// 公众号: such as `wx8888888888888888`
    pub office_account: Option<String>,
    /// 小程序: such as `wx8888888888888888`
    pub mini_program: Option<String>,
    /// 门店地址
    pub store_address: Option<String>,
    /// MCC码: such as `4214`
    pub mcc: Option<String>,
}

/// H5支付权限详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct H5Payment {
    /// H5驳回详情: such as `商户证书不符合要求`
    pub audit_reject_detail: Option<String>,
    /// H5支付权限状态: such as `APPROVED`
    pub h5_authorization_state: Option<H5AuthorizationState>,
}

/// 子商户状态信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubMerchantState {
    /// 子商户状态: such as `OPERATING`
    pub sub_merchant_status: Option<SubMerchantStatus>,
    /// 子商户入驻状态: such as `INCOMPLETE_APPLICATION`
    pub application_status: Option<MerchantApplicationStatus>,
    /// 子商户入驻驳回详情
    pub application_reject_detail: Option<MerchantApplicationRejectDetail>,
}

/// 子商户入驻驳回详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct MerchantApplicationRejectDetail {
    /// 驳回字段: such as `name`
    pub field: Option<String>,
    /// 驳回原因: such as `Merchant name is invalid`
    pub reason: Option<String>,
}

/// The request of [`Merchants::update_global_merchant`].
///
/// `UpdateGlobalMerchantRequest::builder().sp_appid(…).sp_mchid(…).name(…).sub_mchid(…).shortname(…).office_phone(…).contact(…).business_category(…).merchant_country_code(…).merchant_type(…).registration_certificate_number(…).registration_certificate_date(…).business(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateGlobalMerchantRequest {
    /// 机构appid: such as `wx8888888888888888` (unconfirmed)
    pub sp_appid: String,
    /// 机构商户号: such as `3200000001` (unconfirmed)
    pub sp_mchid: String,
    /// 子商户全称: such as `Merchant name` (unconfirmed)
    pub name: String,
    /// 子商户号: such as `示例值: 20000100` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户简称: such as `Merchant shortname` (unconfirmed)
    pub shortname: String,
    /// 公司电话: such as `075586010000` (unconfirmed)
    pub office_phone: String,
    /// 联系人信息 (unconfirmed)
    pub contact: Contact,
    /// 类目: such as `644` (unconfirmed)
    pub business_category: i64,
    /// 渠道号: such as `3200000001`
    pub channel_id: Option<String>,
    /// 注册国家或区域: such as `344` (unconfirmed)
    pub merchant_country_code: String,
    /// 商户类型: such as `ENTERPRISE` (unconfirmed)
    pub merchant_type: MerchantType,
    /// 公司注册文件编号: such as `5555-8888` (unconfirmed)
    pub registration_certificate_number: String,
    /// 公司注册文件过期时间: such as `2020-10-16` (unconfirmed)
    pub registration_certificate_date: String,
    /// 公司注册文件照片: such as `w7yQFawBtja5uEdm_aoXokv2SDoEmHIPs`
    pub registration_certificate_copy: Option<String>,
    /// 子商户银行结算账户信息: such as `555588889999`
    pub settlement_bank_number: Option<String>,
    /// 业务信息 (unconfirmed)
    pub business: UpdateMerchantBusiness,
    /// 董事信息
    pub director: Option<Director>,
    /// 负责人信息
    pub principal: Option<Director>,
    /// 是否申请H5支付权限
    pub apply_h5_payment: Option<bool>,
    /// H5支付申请资料资料
    pub h5_payment_apply_info: Option<UpdateMerchantH5PaymentApplyInfo>,
}

rules! {
    UpdateGlobalMerchantRequest {
        member("merchant_type", &[Listed(MerchantType::TEXTS)]),
        within("business", UpdateMerchantBusiness::RULES),
    }
}

/// 业务信息
///
/// `UpdateMerchantBusiness::builder().business_type(…).build()`. For an `Option`, use setters such
/// as `maybe_app_download`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMerchantBusiness {
    /// 业务类型: such as `BOTH` (unconfirmed)
    pub business_type: BusinessType,
    /// APP下载链接: such as `https://download.qq.com`
    pub app_download: Option<String>,
    /// 业务网站: such as `https://www.qq.com`
    pub website: Option<String>,
    /// 公众号: such as `wx8888888888888888`
    pub office_account: Option<String>,
    /// 小程序: such as `wx8888888888888888`
    pub mini_program: Option<String>,
    /// 门店地址
    pub store_address: Option<String>,
    /// 门店照片: such as `["Media_id1", "Media_id2", "Media_id3"]`
    pub store_photos: Option<String>,
    /// MCC码: such as `4214`
    pub mcc: Option<String>,
}

rules! {
    UpdateMerchantBusiness {
        member("business_type", &[Listed(BusinessType::TEXTS)]),
    }
}

/// H5支付申请资料资料
///
/// `UpdateMerchantH5PaymentApplyInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_website_url`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateMerchantH5PaymentApplyInfo {
    /// H5经营网址: such as `https://qq.com`
    pub website_url: Option<String>,
    /// H5支付域名: such as `www.qq.com`
    pub domains: Option<Vec<String>>,
}

/// The response of [`Merchants::update_global_merchant`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UpdateGlobalMerchantResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// H5支付权限状态: such as `APPROVED`
    pub h5_authorization_state: Option<H5AuthorizationState>,
}

open_enum! {
    /// 商户类型
    pub enum MerchantType {
        Enterprise = "ENTERPRISE",
        Individual = "INDIVIDUAL",
    }
}

open_enum! {
    /// 业务类型
    pub enum BusinessType {
        Online = "ONLINE",
        Offline = "OFFLINE",
        Both = "BOTH",
    }
}

open_enum! {
    /// 验证状态
    pub enum VerificationStatus {
        UnderReview = "Under Review",
        Approved = "Approved",
    }
}

open_enum! {
    /// H5支付权限状态
    pub enum H5AuthorizationState {
        Approved = "APPROVED",
        Unauthorized = "UNAUTHORIZED",
        UnderReview = "UNDER_REVIEW",
        Rejected = "REJECTED",
        UnderPunishment = "UNDER_PUNISHMENT",
        ApplicationFailed = "APPLICATION_FAILED",
    }
}

open_enum! {
    /// 子商户状态
    pub enum SubMerchantStatus {
        Operating = "OPERATING",
        Pending = "PENDING",
        Deactivated = "DEACTIVATED",
        Closed = "CLOSED",
        IncompleteApplication = "INCOMPLETE_APPLICATION",
    }
}

open_enum! {
    /// 子商户入驻状态
    pub enum MerchantApplicationStatus {
        IncompleteApplication = "INCOMPLETE_APPLICATION",
        UnderReview = "UNDER_REVIEW",
        Rejected = "REJECTED",
    }
}
