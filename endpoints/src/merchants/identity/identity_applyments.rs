//! 开户意愿申请.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 开户意愿申请
#[wechatpay_api(defaults)]
pub trait IdentityApplyments {
    /// 提交商户开户意愿申请单
    ///
    /// `POST /v3/apply4subject/applyment`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_1_1.shtml>
    #[wechatpay_api(POST "/v3/apply4subject/applyment")]
    async fn submit_identity_applyment(
        &self,
        body: &SubmitIdentityApplymentRequest,
    ) -> Result<SubmitIdentityApplymentResponse>;

    /// 查询商户开户意愿申请单审核结果
    ///
    /// `GET /v3/apply4subject/applyment`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/apis/chapter10_1_3.shtml>
    ///
    /// - `applyment_id` 申请单编号: as `numeric`
    /// - `business_code` 业务申请编号: at most 128 characters
    #[wechatpay_api(GET "/v3/apply4subject/applyment")]
    async fn query_identity_applyment(
        &self,
        #[query] applyment_id: Option<&str>,
        #[query] business_code: Option<&str>,
    ) -> Result<IdentityApplyment>;

    /// 申请单编号撤销商户开户意愿申请单
    ///
    /// `POST /v3/apply4subject/applyment/{applyment_id}/cancel`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/applysubject/chapter5_2.shtml>
    ///
    /// - `applyment_id` 申请单编号: as `numeric`
    #[wechatpay_api(POST "/v3/apply4subject/applyment/{applyment_id}/cancel")]
    async fn cancel_identity_applyment_by_applyment_id(&self, applyment_id: &str) -> Result<()>;

    /// 业务申请编号撤销商户开户意愿申请单
    ///
    /// `POST /v3/apply4subject/applyment/{business_code}/cancel`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/applysubject/chapter5_2.shtml>
    ///
    /// - `business_code` 业务申请编号: at most 128 characters
    #[wechatpay_api(POST "/v3/apply4subject/applyment/{business_code}/cancel")]
    async fn cancel_identity_applyment_by_business_code(&self, business_code: &str) -> Result<()>;

    /// 获取商户开户意愿确认状态
    ///
    /// `GET /v3/apply4subject/applyment/merchants/{sub_mchid}/state`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3/wxpay/applysubject/chapter5_4.shtml>
    ///
    /// - `sub_mchid` 特约商户号: 8..=32 characters, as `numeric`
    #[wechatpay_api(GET "/v3/apply4subject/applyment/merchants/{sub_mchid}/state")]
    async fn query_merchant_authorize_state(
        &self,
        sub_mchid: &str,
    ) -> Result<QueryMerchantAuthorizeStateResponse>;
}

/// The request of [`IdentityApplyments::submit_identity_applyment`].
///
/// `SubmitIdentityApplymentRequest::builder().business_code(…).contact_info(…).subject_info(…).identification_info(…).build()`.
/// For an `Option`, use setters such as `maybe_ubo_info_list`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitIdentityApplymentRequest {
    /// 业务申请编号
    pub business_code: String,
    /// 联系人信息
    pub contact_info: ContactInfo,
    /// 主体信息
    pub subject_info: SubjectInfo,
    /// 法人身份信息
    pub identification_info: IdentificationInfo,
    /// 最终受益人信息列表
    pub ubo_info_list: Option<Vec<UboInfo>>,
    /// 补充材料
    pub addition_info: Option<AdditionInfo>,
    /// 渠道商户号: at least 8 characters
    pub channel_id: Option<String>,
}

rules! {
    SubmitIdentityApplymentRequest {
        within("contact_info", ContactInfo::RULES),
        within("subject_info", SubjectInfo::RULES),
        within("identification_info", IdentificationInfo::RULES),
        within("ubo_info_list", UboInfo::RULES),
        member("channel_id", &[MinLength(8)]),
    }
}

/// 联系人信息
///
/// `ContactInfo::builder().name(…).mobile(…).build()`. For an `Option`, use setters such as
/// `maybe_contact_type`.
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
    /// 联系人姓名: encrypted
    pub name: Sensitive,
    /// `contact_id_doc_type`
    pub contact_id_doc_type: Option<IdType>,
    /// 联系人身份证号码: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 联系人证件正面照片: the ID of an uploaded file
    pub contact_id_doc_copy: Option<String>,
    /// 联系人证件反面照片: the ID of an uploaded file
    pub contact_id_doc_copy_back: Option<String>,
    /// 联系人证件有效期开始时间: a date
    pub contact_period_begin: Option<String>,
    /// 联系人证件有效期结束时间
    pub contact_period_end: Option<String>,
    /// 业务办理授权函: the ID of an uploaded file
    pub business_authorization_letter: Option<String>,
    /// 联系人手机号: encrypted
    pub mobile: Sensitive,
}

rules! {
    ContactInfo {
        member("contact_type", &[Listed(ContactType::TEXTS)]),
        member("contact_id_doc_type", &[Listed(IdType::TEXTS)]),
    }
}

/// 主体信息
///
/// `SubjectInfo::builder().subject_type(…).build()`. For an `Option`, use setters such as
/// `maybe_is_finance_institution`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubjectInfo {
    /// 主体类型
    pub subject_type: SubjectType,
    /// 是否金融机构
    pub is_finance_institution: Option<bool>,
    /// 营业执照
    pub business_licence_info: Option<BusinessLicenseInfo>,
    /// 登记证书
    pub certificate_info: Option<CertificateInfo>,
    /// 单位证明函照片: the ID of an uploaded file
    pub company_prove_copy: Option<String>,
    /// 辅助证明材料信息
    pub assist_prove_info: Option<AssistProveInfo>,
    /// 经营许可证列表信息
    pub special_operation_list: Option<Vec<SpecialOperationInfo>>,
    /// 金融机构许可证信息
    pub finance_institution_info: Option<FinanceInstitutionInfo>,
}

rules! {
    SubjectInfo {
        member("subject_type", &[Listed(SubjectType::TEXTS)]),
        within("certificate_info", CertificateInfo::RULES),
        within("assist_prove_info", AssistProveInfo::RULES),
        within("special_operation_list", SpecialOperationInfo::RULES),
        within("finance_institution_info", FinanceInstitutionInfo::RULES),
    }
}

/// 营业执照
///
/// `BusinessLicenseInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_licence_number`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BusinessLicenseInfo {
    /// 营业执照注册号
    pub licence_number: Option<String>,
    /// 营业执照照片: the ID of an uploaded file
    pub licence_copy: Option<String>,
    /// 商户名称
    pub merchant_name: Option<String>,
    /// 法人姓名
    pub legal_person: Option<String>,
    /// 注册地址
    pub company_address: Option<String>,
    /// The JSON text of a list
    pub licence_valid_date: Option<String>,
}

/// 登记证书
///
/// `CertificateInfo::builder().cert_type(…).cert_number(…).cert_copy(…).merchant_name(…).legal_person(…).company_address(…).cert_valid_date(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CertificateInfo {
    /// 登记证书类型
    pub cert_type: CertType,
    /// 证书编号
    pub cert_number: String,
    /// 登记证书照片: the ID of an uploaded file
    pub cert_copy: String,
    /// 商户名称
    pub merchant_name: String,
    /// 法人姓名
    pub legal_person: String,
    /// 注册地址
    pub company_address: String,
    /// The JSON text of a list
    pub cert_valid_date: String,
}

rules! {
    CertificateInfo {
        member("cert_type", &[Listed(CertType::TEXTS)]),
    }
}

/// 辅助证明材料信息
///
/// `AssistProveInfo::builder().micro_biz_type(…).store_name(…).store_address(…).store_header_copy(…).store_indoor_copy(…).build()`.
/// For an `Option`, use setters such as `maybe_store_address_code`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AssistProveInfo {
    /// 小微经营类型: such as `MICRO_TYPE_STORE`
    pub micro_biz_type: MicroBizType,
    /// 门店名称
    pub store_name: String,
    /// 门店省市编码
    pub store_address_code: Option<String>,
    /// 门店地址
    pub store_address: String,
    /// 门店门头照片: the ID of an uploaded file
    pub store_header_copy: String,
    /// 店内环境照片: the ID of an uploaded file
    pub store_indoor_copy: String,
}

rules! {
    AssistProveInfo {
        member("micro_biz_type", &[Listed(MicroBizType::TEXTS)]),
    }
}

/// 经营许可证列表信息
///
/// `SpecialOperationInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_category_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SpecialOperationInfo {
    /// 行业ID: values `44`, `33`, `22`, `41`, `42`, `49`, `50`, `51`, `36`, `54`, `55`, `32`, `52`
    pub category_id: Option<i64>,
    /// A list, each the ID of an uploaded file
    pub operation_copy_list: Option<Vec<String>>,
}

rules! {
    SpecialOperationInfo {
        member("category_id", &[ListedNumbers(&[44, 33, 22, 41, 42, 49, 50, 51, 36, 54, 55, 32, 52])]),
    }
}

/// 金融机构许可证信息
///
/// `FinanceInstitutionInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_finance_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FinanceInstitutionInfo {
    /// 金融机构类型
    pub finance_type: Option<FinanceType>,
    /// 金融机构许可证图片: each the ID of an uploaded file
    pub finance_license_pics: Option<Vec<String>>,
}

rules! {
    FinanceInstitutionInfo {
        member("finance_type", &[Listed(FinanceType::TEXTS)]),
    }
}

/// 法人身份信息
///
/// `IdentificationInfo::builder().identification_type(…).identification_name(…).build()`. For an
/// `Option`, use setters such as `maybe_id_holder_type`.
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
pub struct IdentificationInfo {
    /// 超级管理员类型
    pub id_holder_type: Option<ContactType>,
    /// `identification_type`
    pub identification_type: IdType,
    /// 法定代表人说明函: the ID of an uploaded file
    pub authorize_letter_copy: Option<String>,
    /// 证件姓名: encrypted
    pub identification_name: Sensitive,
    /// 证件号码: encrypted
    pub identification_number: Option<Sensitive>,
    /// The JSON text of a list
    pub identification_valid_date: Option<String>,
    /// 证件居住地址: encrypted
    pub identification_address: Option<Sensitive>,
    /// 证件正面照片: the ID of an uploaded file
    pub identification_front_copy: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub identification_back_copy: Option<String>,
    /// 经营者/法人是否为受益人
    pub owner: Option<bool>,
}

rules! {
    IdentificationInfo {
        member("id_holder_type", &[Listed(ContactType::TEXTS)]),
        member("identification_type", &[Listed(IdType::TEXTS)]),
    }
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
    /// 证件正面照片: the ID of an uploaded file
    pub ubo_id_doc_copy: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub ubo_id_doc_copy_back: Option<String>,
    /// 证件姓名: encrypted
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

/// 补充材料
///
/// `AdditionInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_confirm_mchid_list`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdditionInfo {
    /// 待确认商户号列表
    pub confirm_mchid_list: Option<Vec<String>>,
}

/// The response of [`IdentityApplyments::submit_identity_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct SubmitIdentityApplymentResponse {
    /// 微信支付申请单号: such as `20000000011111`
    pub applyment_id: u64,
}

/// The response of [`IdentityApplyments::query_identity_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct IdentityApplyment {
    /// 申请单状态: such as `APPLYMENT_STATE_FINISHED`
    pub applyment_state: ApplymentState,
    /// 小程序码图片: as `rfc2397`
    pub qrcode_data: Option<String>,
    /// 驳回参数: such as `merchant_name`
    pub reject_param: Option<String>,
    /// 驳回原因: such as `公司名称与工商局登记不一致`
    pub reject_reason: Option<String>,
}

/// The response of [`IdentityApplyments::query_merchant_authorize_state`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct QueryMerchantAuthorizeStateResponse {
    /// 授权状态: such as `AUTHORIZE_STATE_UNAUTHORIZED`
    pub authorize_state: AuthorizeState,
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
        CertificateType2397 = "CERTIFICATE_TYPE_2397",
        CertificateType2398 = "CERTIFICATE_TYPE_2398",
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

open_enum! {
    /// 授权状态
    pub enum AuthorizeState {
        Unauthorized = "AUTHORIZE_STATE_UNAUTHORIZED",
        Authorized = "AUTHORIZE_STATE_AUTHORIZED",
    }
}
