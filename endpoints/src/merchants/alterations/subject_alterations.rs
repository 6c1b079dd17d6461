//! 主体资料变更.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 主体资料变更
#[wechatpay_api(defaults)]
pub trait SubjectAlterations {
    /// 提交资料变更申请单
    ///
    /// `POST /v3/mchalterapply/mchsubjectalterapplyment`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4014090649>
    #[wechatpay_api(POST "/v3/mchalterapply/mchsubjectalterapplyment")]
    async fn submit_subject_alteration(
        &self,
        body: &SubmitSubjectAlterationRequest,
    ) -> Result<SubmitAlterationResponse>;

    /// 申请单号查询资料变更
    ///
    /// `GET /v3/mchalterapply/mchsubjectalterapplyment/{apply_id}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4014090655>
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(GET "/v3/mchalterapply/mchsubjectalterapplyment/{apply_id}")]
    async fn query_subject_alteration_by_apply_id(
        &self,
        apply_id: &str,
    ) -> Result<SubjectAlteration>;

    /// 查询申请单状态-使用业务单号
    ///
    /// `GET
    /// /v3/mchalterapply/mchsubjectalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4014090667>
    ///
    /// - `merchant_code` 微信支付商户号: such as `1900006491`
    /// - `out_request_no` 业务申请编号: such as `1900013511_10000`
    #[wechatpay_api(GET "/v3/mchalterapply/mchsubjectalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}")]
    async fn query_subject_alteration_by_out_request_no(
        &self,
        merchant_code: &str,
        out_request_no: &str,
    ) -> Result<SubjectAlteration>;

    /// 撤销资料变更申请单
    ///
    /// `POST /v3/mchalterapply/mchsubjectalterapplyment/{apply_id}/revoke`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4014090672>
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(POST "/v3/mchalterapply/mchsubjectalterapplyment/{apply_id}/revoke")]
    async fn revoke_subject_alteration(
        &self,
        apply_id: &str,
    ) -> Result<RevokeSubjectAlterationResponse>;
}

/// The request of [`SubjectAlterations::submit_subject_alteration`].
///
/// `SubmitSubjectAlterationRequest::builder().merchant_code(…).out_request_no(…).organization_type(…).build()`.
/// For an `Option`, use setters such as `maybe_alter_scope`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitSubjectAlterationRequest {
    /// 商户号: such as `2492185251`
    pub merchant_code: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 主体资料变更范围: such as `ALTER_SCOPE_FULL`
    pub alter_scope: Option<AlterScope>,
    /// 主体类型: such as `SUBJECT_TYPE_ENTERPRISE`
    pub organization_type: OrganizationType,
    /// 是否金融机构
    pub finance_institution: Option<bool>,
    /// 营业执照信息
    pub business_license_info: Option<BusinessLicenseInfo>,
    /// 登记证书信息
    pub certificate_info: Option<CertificateInfo>,
    /// 金融机构许可证
    pub finance_institution_info: Option<FinanceInstitutionInfo>,
    /// 法人身份信息
    pub legal_person_info: Option<LegalPersonInfo>,
    /// 最终受益人信息列表
    pub ubo_info_list: Option<Vec<UboInfo>>,
    /// 补充材料列表
    pub addition: Option<AdditionInfo>,
}

rules! {
    SubmitSubjectAlterationRequest {
        member("alter_scope", &[Listed(AlterScope::TEXTS)]),
        member("organization_type", &[Listed(OrganizationType::TEXTS)]),
        within("certificate_info", CertificateInfo::RULES),
        within("finance_institution_info", FinanceInstitutionInfo::RULES),
        within("legal_person_info", LegalPersonInfo::RULES),
        within("ubo_info_list", UboInfo::RULES),
    }
}

/// 营业执照信息
///
/// `BusinessLicenseInfo::builder().license_number(…).license_copy(…).merchant_name(…).legal_person(…).build()`.
/// For an `Option`, use setters such as `maybe_company_address`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BusinessLicenseInfo {
    /// 营业执照注册号: such as `123456789012345678`
    pub license_number: String,
    /// 营业执照照片: the ID of an uploaded file
    pub license_copy: String,
    /// 商户名称: such as `李四网络有限公司`
    pub merchant_name: String,
    /// 法人姓名: such as `李四`
    pub legal_person: String,
    /// 注册地址: such as `广东省深圳市南山区xx路xx号`
    pub company_address: Option<String>,
    /// 有效期开始时间: such as `2019-06-06`
    pub license_period_begin: Option<String>,
    /// 有效期结束时间: such as `2026-06-06`
    pub license_period_end: Option<String>,
}

/// 登记证书信息
///
/// `CertificateInfo::builder().cert_type(…).cert_number(…).cert_copy(…).merchant_name(…).legal_person(…).build()`.
/// For an `Option`, use setters such as `maybe_company_address`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CertificateInfo {
    /// 证书类型: such as `CERTIFICATE_TYPE_2388`
    pub cert_type: CertType,
    /// 证书编号: such as `111111111111`
    pub cert_number: String,
    /// 证书照片: the ID of an uploaded file
    pub cert_copy: String,
    /// 商户名称: such as `xx公益团体`
    pub merchant_name: String,
    /// 法人姓名: such as `李四`
    pub legal_person: String,
    /// 注册地址: such as `广东省深圳市南山区xx路xx号`
    pub company_address: Option<String>,
    /// 有效期开始时间: such as `2019-06-06`
    pub cert_period_begin: Option<String>,
    /// 有效期结束时间: such as `2026-06-06`
    pub cert_period_end: Option<String>,
}

rules! {
    CertificateInfo {
        member("cert_type", &[Listed(CertType::TEXTS)]),
    }
}

/// 金融机构许可证
///
/// `FinanceInstitutionInfo::builder().finance_type(…).finance_license_pics(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct FinanceInstitutionInfo {
    /// 金融机构类型: such as `FINANCE_TYPE_BANK_AGENT`
    pub finance_type: FinanceType,
    /// 金融机构许可证图片: each the ID of an uploaded file
    pub finance_license_pics: Vec<String>,
}

rules! {
    FinanceInstitutionInfo {
        member("finance_type", &[Listed(FinanceType::TEXTS)]),
    }
}

/// 法人身份信息
///
/// `LegalPersonInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_id_holder_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct LegalPersonInfo {
    /// 证件持有人类型: such as `LEGAL`
    pub id_holder_type: Option<IdHolderType>,
    /// 证件类型: such as `IDENTIFICATION_TYPE_IDCARD`
    pub id_doc_type: Option<IdDocType>,
    /// 法定代表人说明函: the ID of an uploaded file
    pub authorize_letter_copy: Option<String>,
    /// 证件正面照片: the ID of an uploaded file
    pub card_front: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub card_back: Option<String>,
    /// 证件姓名: encrypted
    pub card_name: Option<Sensitive>,
    /// 证件号码: encrypted
    pub card_number: Option<Sensitive>,
    /// 证件居住地址: encrypted
    pub card_address: Option<Sensitive>,
    /// 证件有效期开始时间: such as `2019-06-06`
    pub card_period_begin: Option<String>,
    /// 证件有效期结束时间: such as `2026-06-06`
    pub card_period_end: Option<String>,
    /// 经营者/法人是否为受益人
    pub as_ubo: Option<bool>,
}

rules! {
    LegalPersonInfo {
        member("id_holder_type", &[Listed(IdHolderType::TEXTS)]),
        member("id_doc_type", &[Listed(IdDocType::TEXTS)]),
    }
}

/// 最终受益人信息列表
///
/// `UboInfo::builder().build()`. For an `Option`, use setters such as `maybe_id_doc_type`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UboInfo {
    /// 证件类型: such as `IDENTIFICATION_TYPE_IDCARD`
    pub id_doc_type: Option<IdDocType>,
    /// 证件正面照片: the ID of an uploaded file
    pub card_front: Option<String>,
    /// 证件反面照片: the ID of an uploaded file
    pub card_back: Option<String>,
    /// 证件姓名: encrypted
    pub card_name: Option<Sensitive>,
    /// 证件号码: encrypted
    pub card_number: Option<Sensitive>,
    /// 证件居住地址: encrypted
    pub card_address: Option<Sensitive>,
    /// 证件有效期开始时间: such as `2019-06-06`
    pub card_period_begin: Option<String>,
    /// 证件有效期结束时间: such as `2026-06-06`
    pub card_period_end: Option<String>,
}

rules! {
    UboInfo {
        member("id_doc_type", &[Listed(IdDocType::TEXTS)]),
    }
}

/// 补充材料列表
///
/// `AdditionInfo::builder().build()`. For an `Option`, use setters such as
/// `maybe_bank_openaccount_license`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdditionInfo {
    /// 银行开户许可证: each the ID of an uploaded file
    pub bank_openaccount_license: Option<Vec<String>>,
    /// 开户核准通知书: each the ID of an uploaded file
    pub openaccount_approval: Option<Vec<String>>,
    /// 法人身份辅助证明: each the ID of an uploaded file
    pub legal_other_prove: Option<Vec<String>>,
    /// 发证机关证明: each the ID of an uploaded file
    pub agency_prove: Option<Vec<String>>,
    /// 受益所有人补充材料: each the ID of an uploaded file
    pub ubo_prove: Option<Vec<String>>,
}

/// The response of [`SubjectAlterations::submit_subject_alteration`],
/// `ContactAlterations::submit_contact_alteration`,
/// `ShortNameAlterations::submit_short_name_alteration`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubmitAlterationResponse {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: Option<String>,
}

/// The response of [`SubjectAlterations::query_subject_alteration_by_apply_id`],
/// [`SubjectAlterations::query_subject_alteration_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct SubjectAlteration {
    /// 微信支付商户号: such as `1900006491`
    pub merchant_code: String,
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 申请单状态: such as `APPLYMENT_STATE_EDITTING`
    pub state: AlterationState,
    /// 总体驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub audit_reject_reason: Option<String>,
    /// 驳回原因详情
    pub audit_reject_detail: Option<Vec<AuditRejectDetail>>,
}

/// 驳回原因详情
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct AuditRejectDetail {
    /// 参数名称: such as `ubo_info_list.card_number_0`
    pub param_name: Option<String>,
    /// 驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub reject_reason: Option<String>,
}

/// The response of [`SubjectAlterations::revoke_subject_alteration`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct RevokeSubjectAlterationResponse {
    /// 撤销状态: such as `SUCCESS`
    pub result: RevokeSubjectAlterationResult,
}

open_enum! {
    /// 主体资料变更范围
    pub enum AlterScope {
        Full = "ALTER_SCOPE_FULL",
        BusinessCert = "ALTER_SCOPE_BUSINESS_CERT",
        Ubo = "ALTER_SCOPE_UBO",
    }
}

open_enum! {
    /// 主体类型
    pub enum OrganizationType {
        Enterprise = "SUBJECT_TYPE_ENTERPRISE",
        InstitutionsCloned = "SUBJECT_TYPE_INSTITUTIONS_CLONED",
        Individual = "SUBJECT_TYPE_INDIVIDUAL",
        Others = "SUBJECT_TYPE_OTHERS",
        Government = "SUBJECT_TYPE_GOVERNMENT",
        Micro = "SUBJECT_TYPE_MICRO",
    }
}

open_enum! {
    /// 证书类型
    pub enum CertType {
        CertificateType2388 = "CERTIFICATE_TYPE_2388",
        CertificateType2389 = "CERTIFICATE_TYPE_2389",
        CertificateType2394 = "CERTIFICATE_TYPE_2394",
        CertificateType2395 = "CERTIFICATE_TYPE_2395",
        CertificateType2396 = "CERTIFICATE_TYPE_2396",
        CertificateType2520 = "CERTIFICATE_TYPE_2520",
        CertificateType2521 = "CERTIFICATE_TYPE_2521",
        CertificateType2522 = "CERTIFICATE_TYPE_2522",
        CertificateType2399 = "CERTIFICATE_TYPE_2399",
        CertificateType2400 = "CERTIFICATE_TYPE_2400",
    }
}

open_enum! {
    /// 金融机构类型
    pub enum FinanceType {
        BankAgent = "FINANCE_TYPE_BANK_AGENT",
        PaymentAgent = "FINANCE_TYPE_PAYMENT_AGENT",
        Insurance = "FINANCE_TYPE_INSURANCE",
        TradeAndSettle = "FINANCE_TYPE_TRADE_AND_SETTLE",
        Other = "FINANCE_TYPE_OTHER",
    }
}

open_enum! {
    /// 证件持有人类型
    pub enum IdHolderType {
        Legal = "LEGAL",
        Super = "SUPER",
    }
}

open_enum! {
    /// 证件类型
    pub enum IdDocType {
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
    /// 申请单状态
    pub enum AlterationState {
        Auditing = "APPLYMENT_STATE_AUDITING",
        Rejected = "APPLYMENT_STATE_REJECTED",
        Modifing = "APPLYMENT_STATE_MODIFING",
        Finished = "APPLYMENT_STATE_FINISHED",
        Canceled = "APPLYMENT_STATE_CANCELED",
        Editting = "APPLYMENT_STATE_EDITTING",
    }
}

open_enum! {
    /// 撤销状态
    pub enum RevokeSubjectAlterationResult {
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}
