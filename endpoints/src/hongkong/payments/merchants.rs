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
    /// `POST /hk/v3/merchants`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/Onborading_Sub_Merchant/chapter3_1.shtml>
    ///
    /// - `Idempotency-Key` 业务请求幂等值: at most 64 characters, such as
    ///   `GzPCeo963zXKcO2hDVD8AjXIpgrj`
    #[wechatpay_api(POST "/hk/v3/merchants")]
    async fn create_hk_merchant(
        &self,
        #[header = "Idempotency-Key"] idempotency_key: Option<&str>,
        body: &CreateHkMerchantRequest,
    ) -> Result<CreateHkMerchantResponse>;

    /// 查询子商户
    ///
    /// `GET /hk/v3/merchants/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/Onborading_Sub_Merchant/chapter3_2.shtml>
    ///
    /// - `sub_mchid` 子商户号: such as `20000100`
    /// - `sp_appid` 机构appid: such as `wx8888888888888888`
    /// - `sp_mchid` 机构商户号: such as `3200000001`
    #[wechatpay_api(GET "/hk/v3/merchants/{sub_mchid}")]
    async fn query_hk_merchant(
        &self,
        sub_mchid: &str,
        #[query] sp_appid: &str,
        #[query] sp_mchid: &str,
    ) -> Result<Merchant>;

    /// 修改子商户
    ///
    /// `PUT /hk/v3/merchants`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/api/wxpay/ch/Onborading_Sub_Merchant/chapter3_3.shtml>
    #[wechatpay_api(PUT "/hk/v3/merchants")]
    async fn update_hk_merchant(
        &self,
        body: &UpdateHkMerchantRequest,
    ) -> Result<UpdateHkMerchantResponse>;
}

/// The request of [`Merchants::create_hk_merchant`].
///
/// `CreateHkMerchantRequest::builder().sp_appid(…).sp_mchid(…).name(…).shortname(…).office_phone(…).contact(…).business_category(…).merchant_country_code(…).merchant_type(…).business(…).build()`.
/// For an `Option`, use setters such as `maybe_channel_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateHkMerchantRequest {
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
    /// 公司注册文件照片
    pub registration_certificate_copy: Option<String>,
    /// 子商户银行结算账户信息: such as `555588889999`
    pub settlement_bank_number: Option<String>,
    /// 业务信息 (unconfirmed)
    pub business: Business,
    /// 董事信息
    pub director: Option<Director>,
    /// 负责人信息
    pub principal: Option<Director>,
}

rules! {
    CreateHkMerchantRequest {
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

/// The response of [`Merchants::create_hk_merchant`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateHkMerchantResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 验证状态: such as `Under Review`
    pub verification_status: Option<VerificationStatus>,
    /// 验证状态描述: such as `该子商户需要通过审核才可生效。请登录商户平台检查审核状态。`
    pub description: Option<String>,
}

/// The response of [`Merchants::query_hk_merchant`].
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

/// The request of [`Merchants::update_hk_merchant`].
///
/// `UpdateHkMerchantRequest::builder().sp_appid(…).sp_mchid(…).sub_mchid(…).name(…).shortname(…).office_phone(…).business_category(…).merchant_country_code(…).merchant_type(…).business(…).build()`.
/// For an `Option`, use setters such as `maybe_contact`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UpdateHkMerchantRequest {
    /// 机构appid: such as `wx8888888888888888` (unconfirmed)
    pub sp_appid: String,
    /// 机构商户号: such as `3200000001` (unconfirmed)
    pub sp_mchid: String,
    /// 子商户号: such as `20000100` (unconfirmed)
    pub sub_mchid: String,
    /// 子商户全称: such as `Merchant name` (unconfirmed)
    pub name: String,
    /// 子商户简称: such as `Merchant shortname` (unconfirmed)
    pub shortname: String,
    /// 公司电话: such as `075586010000` (unconfirmed)
    pub office_phone: String,
    /// 联系人信息
    pub contact: Option<Contact>,
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
    /// 公司注册文件照片
    pub registration_certificate_copy: Option<String>,
    /// 子商户银行结算账户信息: such as `555588889999`
    pub settlement_bank_number: Option<String>,
    /// 业务信息 (unconfirmed)
    pub business: Business,
    /// 董事信息
    pub director: Option<Director>,
    /// 负责人信息
    pub principal: Option<Director>,
}

rules! {
    UpdateHkMerchantRequest {
        member("merchant_type", &[Listed(MerchantType::TEXTS)]),
        within("business", Business::RULES),
    }
}

/// The response of [`Merchants::update_hk_merchant`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct UpdateHkMerchantResponse {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
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
