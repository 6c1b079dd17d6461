//! 进件申请.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 进件申请
#[wechatpay_api(defaults)]
pub trait Applyments {
    /// 提交申请单
    ///
    /// `POST /v3/applyment4sub/applyment/`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter11_1_1.shtml>
    #[wechatpay_api(POST "/v3/applyment4sub/applyment/")]
    async fn submit_applyment(
        &self,
        body: &SubmitApplymentRequest,
    ) -> Result<SubmitApplymentResponse>;

    /// 通过申请单号查询申请状态
    ///
    /// `GET /v3/applyment4sub/applyment/applyment_id/{applyment_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/applyment4sub/chapter3_2.shtml>
    ///
    /// - `applyment_id` 业务申请编号
    #[wechatpay_api(GET "/v3/applyment4sub/applyment/applyment_id/{applyment_id}")]
    async fn query_applyment_by_applyment_id(&self, applyment_id: u64) -> Result<Applyment>;

    /// 通过业务申请编号查询申请状态
    ///
    /// `GET /v3/applyment4sub/applyment/business_code/{business_code}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/tool/applyment4sub/chapter3_2.shtml>
    ///
    /// - `business_code` 业务申请编号: at most 124 characters
    #[wechatpay_api(GET "/v3/applyment4sub/applyment/business_code/{business_code}")]
    async fn query_applyment_by_business_code(&self, business_code: &str) -> Result<Applyment>;
}

/// The request of [`Applyments::submit_applyment`].
///
/// `SubmitApplymentRequest::builder().business_code(…).contact_info(…).subject_info(…).business_info(…).settlement_info(…).bank_account_info(…).build()`.
/// For an `Option`, use setters such as `maybe_addition_info`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitApplymentRequest {
    /// 业务申请编号
    pub business_code: String,
    /// 超级管理员信息
    pub contact_info: ContactInfo,
    /// 主体资料
    pub subject_info: SubjectInfo,
    /// 经营资料
    pub business_info: BusinessInfo,
    /// 结算规则
    pub settlement_info: SettlementInfo,
    /// 结算银行账户
    pub bank_account_info: BankAccountInfo,
    /// 补充材料
    pub addition_info: Option<AdditionInfo>,
}

rules! {
    SubmitApplymentRequest {
        within("contact_info", ContactInfo::RULES),
        within("subject_info", SubjectInfo::RULES),
        within("business_info", BusinessInfo::RULES),
        within("bank_account_info", BankAccountInfo::RULES),
    }
}

/// 超级管理员信息
///
/// `ContactInfo::builder().contact_name(…).mobile_phone(…).contact_email(…).build()`. For an
/// `Option`, use setters such as `maybe_contact_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ContactInfo {
    /// 超级管理员类型
    pub contact_type: Option<ContactType>,
    /// 超级管理员姓名: encrypted
    pub contact_name: Sensitive,
    /// `contact_id_doc_type`
    pub contact_id_doc_type: Option<IdType>,
    /// 超级管理员身份证件号码: encrypted
    pub contact_id_number: Option<Sensitive>,
    /// 超级管理员证件正面照片: the ID of an uploaded file
    pub contact_id_doc_copy: Option<String>,
    /// 超级管理员证件反面照片: the ID of an uploaded file
    pub contact_id_doc_copy_back: Option<String>,
    /// 超级管理员证件有效期开始时间
    pub contact_period_begin: Option<String>,
    /// 超级管理员证件有效期结束时间
    pub contact_period_end: Option<String>,
    /// 业务办理授权函: the ID of an uploaded file
    pub business_authorization_letter: Option<String>,
    /// 超级管理员微信openid: encrypted
    pub openid: Option<Sensitive>,
    /// 联系手机: encrypted
    pub mobile_phone: Sensitive,
    /// 联系邮箱: encrypted
    pub contact_email: Sensitive,
}

rules! {
    ContactInfo {
        member("contact_type", &[Listed(ContactType::TEXTS)]),
        member("contact_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 主体资料
///
/// `SubjectInfo::builder().subject_type(…).identity_info(…).build()`. For an `Option`, use
/// setters such as `maybe_finance_institution`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubjectInfo {
    /// 主体类型
    pub subject_type: SubjectType,
    /// 是否是金融机构: default `false`
    pub finance_institution: Option<bool>,
    /// 小微辅助证明材料
    pub micro_biz_info: Option<MicroBizInfo>,
    /// 营业执照
    pub business_license_info: Option<BusinessLicenseInfo>,
    /// 登记证书
    pub certificate_info: Option<CertificateInfo>,
    /// 单位证明函照片: the ID of an uploaded file
    pub certificate_letter_copy: Option<String>,
    /// 金融机构许可证信息
    pub finance_institution_info: Option<FinanceInstitutionInfo>,
    /// 经营者/法人身份证件
    pub identity_info: IdentityInfo,
    /// 最终受益人信息列表
    pub ubo_info_list: Option<Vec<UboInfo>>,
}

rules! {
    SubjectInfo {
        member("subject_type", &[Listed(SubjectType::TEXTS)]),
        within("micro_biz_info", MicroBizInfo::RULES),
        within("certificate_info", CertificateInfo::RULES),
        within("finance_institution_info", FinanceInstitutionInfo::RULES),
        within("identity_info", IdentityInfo::RULES),
        within("ubo_info_list", UboInfo::RULES),
    }
}

/// 小微辅助证明材料
///
/// `MicroBizInfo::builder().micro_biz_type(…).build()`. For an `Option`, use setters such as
/// `maybe_micro_store_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MicroBizInfo {
    /// 小微经营类型
    pub micro_biz_type: MicroBizType,
    /// 门店场所
    pub micro_store_info: Option<MicroStoreInfo>,
    /// 流动经营/便民服务
    pub micro_mobile_info: Option<MicroMobileInfo>,
    /// 线上商品/服务交易
    pub micro_online_info: Option<MicroOnlineInfo>,
}

rules! {
    MicroBizInfo {
        member("micro_biz_type", &[Listed(MicroBizType::TEXTS)]),
    }
}

/// 门店场所
///
/// `MicroStoreInfo::builder().micro_name(…).micro_address_code(…).micro_address(…).store_entrance_pic(…).micro_indoor_copy(…).build()`.
/// For an `Option`, use setters such as `maybe_store_longitude`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MicroStoreInfo {
    /// 门店名称
    pub micro_name: String,
    /// 门店省市编码
    pub micro_address_code: String,
    /// 门店地址
    pub micro_address: String,
    /// 门店门头照片: the ID of an uploaded file
    pub store_entrance_pic: String,
    /// 店内环境照片: the ID of an uploaded file
    pub micro_indoor_copy: String,
    /// 门店经度
    pub store_longitude: Option<String>,
    /// 门店纬度
    pub store_latitude: Option<String>,
}

/// 流动经营/便民服务
///
/// `MicroMobileInfo::builder().micro_mobile_name(…).micro_mobile_city(…).micro_mobile_address(…).micro_mobile_pics(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MicroMobileInfo {
    /// 经营/服务名称
    pub micro_mobile_name: String,
    /// 经营/服务所在地省市
    pub micro_mobile_city: String,
    /// 经营/服务所在地
    pub micro_mobile_address: String,
    /// 经营/服务现场照片: each the ID of an uploaded file
    pub micro_mobile_pics: Vec<String>,
}

/// 线上商品/服务交易
///
/// `MicroOnlineInfo::builder().micro_online_store(…).micro_ec_name(…).build()`. For an `Option`,
/// use setters such as `maybe_micro_qrcode`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MicroOnlineInfo {
    /// 线上店铺名称
    pub micro_online_store: String,
    /// 电商平台名称
    pub micro_ec_name: String,
    /// 店铺二维码
    pub micro_qrcode: Option<String>,
    /// 店铺链接
    pub micro_link: Option<String>,
}

/// 营业执照
///
/// `BusinessLicenseInfo::builder().license_copy(…).license_number(…).merchant_name(…).legal_person(…).build()`.
/// For an `Option`, use setters such as `maybe_license_address`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BusinessLicenseInfo {
    /// 营业执照照片: the ID of an uploaded file
    pub license_copy: String,
    /// 注册号/统一社会信用代码
    pub license_number: String,
    /// 商户名称
    pub merchant_name: String,
    /// 个体户经营者/法人姓名
    pub legal_person: String,
    /// 注册地址
    pub license_address: Option<String>,
    /// 有效期限开始日期: a date
    pub period_begin: Option<String>,
    /// 有效期限结束日期
    pub period_end: Option<String>,
}

/// 登记证书
///
/// `CertificateInfo::builder().cert_copy(…).cert_type(…).cert_number(…).merchant_name(…).company_address(…).legal_person(…).build()`.
/// For an `Option`, use setters such as `maybe_period_begin`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CertificateInfo {
    /// 登记证书照片: the ID of an uploaded file
    pub cert_copy: String,
    /// 登记证书类型
    pub cert_type: CertType,
    /// 证书号
    pub cert_number: String,
    /// 商户名称
    pub merchant_name: String,
    /// 注册地址
    pub company_address: String,
    /// 法人姓名
    pub legal_person: String,
    /// 有效期限开始日期: a date
    pub period_begin: Option<String>,
    /// 有效期限结束日期
    pub period_end: Option<String>,
}

rules! {
    CertificateInfo {
        member("cert_type", &[Listed(CertType::TEXTS)]),
    }
}

/// 金融机构许可证信息
///
/// `FinanceInstitutionInfo::builder().finance_type(…).finance_license_pics(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FinanceInstitutionInfo {
    /// 金融机构类型
    pub finance_type: FinanceType,
    /// 金融机构许可证图片: each the ID of an uploaded file
    pub finance_license_pics: Vec<String>,
}

rules! {
    FinanceInstitutionInfo {
        member("finance_type", &[Listed(FinanceType::TEXTS)]),
    }
}

/// 经营者/法人身份证件
///
/// `IdentityInfo::builder().id_doc_type(…).build()`. For an `Option`, use setters such as
/// `maybe_id_holder_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IdentityInfo {
    /// 超级管理员类型
    pub id_holder_type: Option<ContactType>,
    /// `id_doc_type`
    pub id_doc_type: IdType,
    /// 法定代表人说明函: the ID of an uploaded file
    pub authorize_letter_copy: Option<String>,
    /// 经营者/法人身份证信息
    pub id_card_info: Option<IdCardInfo>,
    /// 经营者/法人其他类型证件信息
    pub id_doc_info: Option<IdDocInfo>,
    /// 经营者/法人是否为受益人
    pub owner: Option<bool>,
}

rules! {
    IdentityInfo {
        member("id_holder_type", &[Listed(ContactType::TEXTS)]),
        member("id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 经营者/法人身份证信息
///
/// `IdCardInfo::builder().id_card_copy(…).id_card_national(…).id_card_name(…).id_card_number(…).card_period_begin(…).card_period_end(…).build()`.
/// For an `Option`, use setters such as `maybe_id_card_address`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IdCardInfo {
    /// 身份证人像面照片: the ID of an uploaded file
    pub id_card_copy: String,
    /// 身份证国徽面照片: the ID of an uploaded file
    pub id_card_national: String,
    /// 身份证姓名: encrypted
    pub id_card_name: Sensitive,
    /// 身份证号码: encrypted
    pub id_card_number: Sensitive,
    /// 身份证居住地址: encrypted
    pub id_card_address: Option<Sensitive>,
    /// 身份证有效期开始时间: a date
    pub card_period_begin: String,
    /// 身份证有效期结束时间
    pub card_period_end: String,
}

/// 经营者/法人其他类型证件信息
///
/// `IdDocInfo::builder().id_doc_copy(…).id_doc_name(…).id_doc_number(…).doc_period_begin(…).doc_period_end(…).build()`.
/// For an `Option`, use setters such as `maybe_id_doc_copy_back`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct IdDocInfo {
    /// 证件正面照片: the ID of an uploaded file
    pub id_doc_copy: String,
    /// 证件反面照片: the ID of an uploaded file
    pub id_doc_copy_back: Option<String>,
    /// 证件姓名: encrypted
    pub id_doc_name: Sensitive,
    /// 证件号码: encrypted
    pub id_doc_number: Sensitive,
    /// 证件居住地址: encrypted
    pub id_doc_address: Option<Sensitive>,
    /// 证件有效期开始时间: a date
    pub doc_period_begin: String,
    /// 证件有效期结束时间
    pub doc_period_end: String,
}

/// 最终受益人信息列表
///
/// `UboInfo::builder().ubo_id_doc_type(…).ubo_id_doc_name(…).build()`. For an `Option`, use
/// setters such as `maybe_ubo_id_doc_copy`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UboInfo {
    /// `ubo_id_doc_type`
    pub ubo_id_doc_type: IdType,
    /// 身份证人像面照片: the ID of an uploaded file
    pub ubo_id_doc_copy: Option<String>,
    /// 身份证国徽面照片: the ID of an uploaded file
    pub ubo_id_doc_copy_back: Option<String>,
    /// 受益人姓名: encrypted
    pub ubo_id_doc_name: Sensitive,
    /// 证件号码: encrypted
    pub ubo_id_doc_number: Option<Sensitive>,
    /// 证件居住地址: encrypted
    pub ubo_id_doc_address: Option<Sensitive>,
    /// 证件有效期开始时间: a date
    pub ubo_period_begin: Option<String>,
    /// 证件有效期结束时间
    pub ubo_period_end: Option<String>,
}

rules! {
    UboInfo {
        member("ubo_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 经营资料
///
/// `BusinessInfo::builder().merchant_shortname(…).service_phone(…).sales_info(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BusinessInfo {
    /// 商户简称
    pub merchant_shortname: String,
    /// 客服电话
    pub service_phone: String,
    /// 经营场景
    pub sales_info: SalesInfo,
}

rules! {
    BusinessInfo {
        within("sales_info", SalesInfo::RULES),
    }
}

/// 经营场景
///
/// `SalesInfo::builder().sales_scenes_type(…).build()`. For an `Option`, use setters such as
/// `maybe_biz_store_info`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SalesInfo {
    /// `sales_scenes_type`
    pub sales_scenes_type: Vec<SalesScenesType>,
    /// 线下场所场景
    pub biz_store_info: Option<BizStoreInfo>,
    /// 公众号场景
    pub mp_info: Option<MpInfo>,
    /// 小程序场景
    pub mini_program_info: Option<MiniProgramInfo>,
    /// App场景
    pub app_info: Option<AppInfo>,
    /// 互联网网站场景
    pub web_info: Option<WebInfo>,
    /// 企业微信场景
    pub wework_info: Option<WeworkInfo>,
}

rules! {
    SalesInfo {
        member("sales_scenes_type", &[Listed(SalesScenesType::TEXTS)]),
    }
}

/// 线下场所场景
///
/// `BizStoreInfo::builder().biz_store_name(…).biz_address_code(…).biz_store_address(…).store_entrance_pic(…).indoor_pic(…).build()`.
/// For an `Option`, use setters such as `maybe_biz_sub_appid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BizStoreInfo {
    /// 线下场所名称
    pub biz_store_name: String,
    /// 线下场所省市编码
    pub biz_address_code: String,
    /// 线下场所地址
    pub biz_store_address: String,
    /// 门店门头照片: each the ID of an uploaded file
    pub store_entrance_pic: Vec<String>,
    /// A list, each the ID of an uploaded file
    pub indoor_pic: Vec<String>,
    /// 线下场所对应的商家AppID
    pub biz_sub_appid: Option<String>,
}

/// 公众号场景
///
/// `MpInfo::builder().build()`. For an `Option`, use setters such as `maybe_mp_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MpInfo {
    /// 服务商公众号AppID
    pub mp_appid: Option<String>,
    /// 商家公众号AppID
    pub mp_sub_appid: Option<String>,
    /// A list, each the ID of an uploaded file
    pub mp_pics: Option<Vec<String>>,
}

/// 小程序场景
///
/// `MiniProgramInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_mini_program_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct MiniProgramInfo {
    /// 服务商小程序APPID
    pub mini_program_appid: Option<String>,
    /// 商家小程序APPID
    pub mini_program_sub_appid: Option<String>,
    /// A list, each the ID of an uploaded file
    pub mini_program_pics: Option<Vec<String>>,
}

/// App场景
///
/// `AppInfo::builder().build()`. For an `Option`, use setters such as `maybe_app_appid`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AppInfo {
    /// 服务商应用APPID
    pub app_appid: Option<String>,
    /// 商家应用APPID
    pub app_sub_appid: Option<String>,
    /// A list, each the ID of an uploaded file
    pub app_pics: Option<Vec<String>>,
}

/// 互联网网站场景
///
/// `WebInfo::builder().build()`. For an `Option`, use setters such as `maybe_domain`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct WebInfo {
    /// 互联网网站域名
    pub domain: Option<String>,
    /// 网站授权函: the ID of an uploaded file
    pub web_authorisation: Option<String>,
    /// 互联网网站对应的商家APPID
    pub web_appid: Option<String>,
}

/// 企业微信场景
///
/// `WeworkInfo::builder().build()`. For an `Option`, use setters such as `maybe_sub_corp_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct WeworkInfo {
    /// 商家企业微信CorpID
    pub sub_corp_id: Option<String>,
    /// A list, each the ID of an uploaded file
    pub wework_pics: Option<Vec<String>>,
}

/// 结算规则
///
/// `SettlementInfo::builder().settlement_id(…).qualification_type(…).build()`. For an `Option`,
/// use setters such as `maybe_qualifications`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SettlementInfo {
    /// 入驻结算规则ID
    pub settlement_id: String,
    /// 所属行业
    pub qualification_type: String,
    /// 特殊资质图片: each the ID of an uploaded file
    pub qualifications: Option<Vec<String>>,
    /// 优惠费率活动ID
    pub activities_id: Option<String>,
    /// 优惠费率活动值
    pub activities_rate: Option<String>,
    /// 非信用卡活动费率值
    pub debit_activities_rate: Option<String>,
    /// 信用卡活动费率值
    pub credit_activities_rate: Option<String>,
    /// 优惠费率活动补充材料: each the ID of an uploaded file
    pub activities_additions: Option<Vec<String>>,
}

/// 结算银行账户
///
/// `BankAccountInfo::builder().bank_account_type(…).account_name(…).account_bank(…).bank_address_code(…).account_number(…).build()`.
/// For an `Option`, use setters such as `maybe_bank_name`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BankAccountInfo {
    /// 账户类型
    pub bank_account_type: BankAccountType,
    /// 开户名称: encrypted
    pub account_name: Sensitive,
    /// 开户银行: such as `工商银行`
    pub account_bank: String,
    /// 开户银行省市编码
    pub bank_address_code: String,
    /// 开户银行全称: such as `施秉县农村信用合作联社城关信用社`
    pub bank_name: Option<String>,
    /// 开户银行联行号: such as `402713354941`
    pub bank_branch_id: Option<String>,
    /// 银行账号: encrypted
    pub account_number: Sensitive,
}

rules! {
    BankAccountInfo {
        member("bank_account_type", &[Listed(BankAccountType::TEXTS)]),
    }
}

/// 补充材料
///
/// `AdditionInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_legal_person_commitment`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdditionInfo {
    /// 法人开户承诺函
    pub legal_person_commitment: Option<String>,
    /// 法人开户意愿视频: the ID of an uploaded file
    pub legal_person_video: Option<String>,
    /// 补充材料: each the ID of an uploaded file
    pub business_addition_pics: Option<Vec<String>>,
    /// 补充说明
    pub business_addition_msg: Option<String>,
}

/// The response of [`Applyments::submit_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubmitApplymentResponse {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: u64,
}

/// The response of [`Applyments::query_applyment_by_applyment_id`],
/// [`Applyments::query_applyment_by_business_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Applyment {
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<u64>,
    /// 特约商户号: such as `1234567890`
    pub sub_mchid: Option<String>,
    /// 超级管理员签约链接: a URL
    pub sign_url: Option<String>,
    /// 申请单状态: such as `APPLYMENT_STATE_FINISHED`
    pub applyment_state: ApplymentState,
    /// 申请状态描述: such as `审核中`
    pub applyment_state_msg: Option<String>,
    /// 驳回原因详情
    pub audit_detail: Option<Vec<AuditDetail>>,
}

/// 驳回原因详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AuditDetail {
    /// 字段名: such as `id_card_copy`
    pub field: Option<String>,
    /// 字段名称: such as `身份证复印件`
    pub field_name: Option<String>,
    /// 驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub reject_reason: Option<String>,
}

open_enum! {
    /// 超级管理员类型
    pub enum ContactType {
        Legal = "LEGAL",
        Super = "SUPER",
    }
}

open_enum! {
    /// The values of `contact_id_doc_type`.
    pub enum IdType {
        Idcard = "IDENTIFICATION_TYPE_IDCARD",
        OverseaPassport = "IDENTIFICATION_TYPE_OVERSEA_PASSPORT",
        HongkongPassport = "IDENTIFICATION_TYPE_HONGKONG_PASSPORT",
        MacaoPassport = "IDENTIFICATION_TYPE_MACAO_PASSPORT",
        TaiwanPassport = "IDENTIFICATION_TYPE_TAIWAN_PASSPORT",
        ForeignResident = "IDENTIFICATION_TYPE_FOREIGN_RESIDENT",
        HongkongMacaoResident = "IDENTIFICATION_TYPE_HONGKONG_MACAO_RESIDENT",
        TaiwanResident = "IDENTIFICATION_TYPE_TAIWAN_RESIDENT",
    }
}

open_enum! {
    /// 主体类型
    pub enum SubjectType {
        Individual = "SUBJECT_TYPE_INDIVIDUAL",
        Enterprise = "SUBJECT_TYPE_ENTERPRISE",
        Institutions = "SUBJECT_TYPE_INSTITUTIONS",
        Others = "SUBJECT_TYPE_OTHERS",
        Micro = "SUBJECT_TYPE_MICRO",
        Government = "SUBJECT_TYPE_GOVERNMENT",
        InstitutionsCloned = "SUBJECT_TYPE_INSTITUTIONS_CLONED",
    }
}

open_enum! {
    /// 小微经营类型
    pub enum MicroBizType {
        Store = "MICRO_TYPE_STORE",
        Mobile = "MICRO_TYPE_MOBILE",
        Online = "MICRO_TYPE_ONLINE",
    }
}

open_enum! {
    /// 登记证书类型
    pub enum CertType {
        CertificateType2388 = "CERTIFICATE_TYPE_2388",
        CertificateType2389 = "CERTIFICATE_TYPE_2389",
        CertificateType2390 = "CERTIFICATE_TYPE_2390",
        CertificateType2391 = "CERTIFICATE_TYPE_2391",
        CertificateType2392 = "CERTIFICATE_TYPE_2392",
        CertificateType2393 = "CERTIFICATE_TYPE_2393",
        CertificateType2394 = "CERTIFICATE_TYPE_2394",
        CertificateType2395 = "CERTIFICATE_TYPE_2395",
        CertificateType2396 = "CERTIFICATE_TYPE_2396",
        CertificateType2399 = "CERTIFICATE_TYPE_2399",
        CertificateType2400 = "CERTIFICATE_TYPE_2400",
        CertificateType2520 = "CERTIFICATE_TYPE_2520",
        CertificateType2521 = "CERTIFICATE_TYPE_2521",
        CertificateType2522 = "CERTIFICATE_TYPE_2522",
    }
}

open_enum! {
    /// 金融机构类型
    pub enum FinanceType {
        BankAgent = "BANK_AGENT",
        PaymentAgent = "PAYMENT_AGENT",
        Insurance = "INSURANCE",
        TradeAndSettle = "TRADE_AND_SETTLE",
        Other = "OTHER",
    }
}

open_enum! {
    /// The values of `sales_scenes_type`.
    pub enum SalesScenesType {
        Store = "SALES_SCENES_STORE",
        Mp = "SALES_SCENES_MP",
        MiniProgram = "SALES_SCENES_MINI_PROGRAM",
        Web = "SALES_SCENES_WEB",
        App = "SALES_SCENES_APP",
        Wework = "SALES_SCENES_WEWORK",
    }
}

open_enum! {
    /// 账户类型
    pub enum BankAccountType {
        Corporate = "BANK_ACCOUNT_TYPE_CORPORATE",
        Personal = "BANK_ACCOUNT_TYPE_PERSONAL",
    }
}

open_enum! {
    /// 申请单状态
    pub enum ApplymentState {
        WaittingForAudit = "APPLYMENT_STATE_WAITTING_FOR_AUDIT",
        WaittingForConfirmContact = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_CONTACT",
        WaittingForConfirmLegalperson = "APPLYMENT_STATE_WAITTING_FOR_CONFIRM_LEGALPERSON",
        Passed = "APPLYMENT_STATE_PASSED",
        Freezed = "APPLYMENT_STATE_FREEZED",
        Editting = "APPLYMENT_STATE_EDITTING",
        Auditing = "APPLYMENT_STATE_AUDITING",
        Rejected = "APPLYMENT_STATE_REJECTED",
        ToBeConfirmed = "APPLYMENT_STATE_TO_BE_CONFIRMED",
        ToBeSigned = "APPLYMENT_STATE_TO_BE_SIGNED",
        Signing = "APPLYMENT_STATE_SIGNING",
        Finished = "APPLYMENT_STATE_FINISHED",
        Canceled = "APPLYMENT_STATE_CANCELED",
    }
}
