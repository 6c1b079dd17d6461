//! 品牌入驻申请.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 品牌入驻申请
#[wechatpay_api(defaults)]
pub trait PartnerBrandApplyments {
    /// 提交入驻申请
    ///
    /// `POST /v3/brand/applyments`
    #[wechatpay_api(POST "/v3/brand/applyments")]
    async fn submit_partner_brand_applyment(
        &self,
        body: &SubmitPartnerBrandApplymentRequest,
    ) -> Result<ApplymentResponse>;

    /// 根据申请单ID查询申请状态
    ///
    /// `GET /v3/brand/applyments/applyment-id/{applyment_id}`
    ///
    /// - `applyment_id` 微信支付申请单号: such as `2000002124775691`
    #[wechatpay_api(GET "/v3/brand/applyments/applyment-id/{applyment_id}")]
    async fn query_partner_brand_applyment_by_applyment_id(
        &self,
        applyment_id: &str,
    ) -> Result<Applyment>;

    /// 根据业务申请编号查询申请状态
    ///
    /// `GET /v3/brand/applyments/business-code/{business_code}`
    ///
    /// - `business_code` 业务申请编号: such as `1900013511_10000`
    #[wechatpay_api(GET "/v3/brand/applyments/business-code/{business_code}")]
    async fn query_partner_brand_applyment_by_business_code(
        &self,
        business_code: &str,
    ) -> Result<Applyment>;

    /// 撤销申请
    ///
    /// `POST /v3/brand/applyments/cancel-applyment`
    #[wechatpay_api(POST "/v3/brand/applyments/cancel-applyment")]
    async fn cancel_partner_brand_applyment(
        &self,
        body: &CancelPartnerBrandApplymentRequest,
    ) -> Result<ApplymentResponse>;
}

/// The request of [`PartnerBrandApplyments::submit_partner_brand_applyment`].
///
/// `SubmitPartnerBrandApplymentRequest::builder().business_code(…).admin_info(…).subject_info(…).brand_basic_info(…).trademark(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitPartnerBrandApplymentRequest {
    /// 业务申请编号: such as `1900013511_10000` (unconfirmed)
    pub business_code: String,
    /// 管理员信息 (unconfirmed)
    pub admin_info: AdminInfo,
    /// 主体资料 (unconfirmed)
    pub subject_info: SubjectInfo,
    /// 品牌基础信息 (unconfirmed)
    pub brand_basic_info: BrandBasicInfo,
    /// 品牌商标资料 (unconfirmed)
    pub trademark: Trademark,
}

rules! {
    SubmitPartnerBrandApplymentRequest {
        within("admin_info", AdminInfo::RULES),
        within("subject_info", SubjectInfo::RULES),
        within("trademark", Trademark::RULES),
    }
}

/// 管理员信息
///
/// `AdminInfo::builder().admin_name(…).id_doc_type(…).id_card_number(…).build()`
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AdminInfo {
    /// 管理员姓名: encrypted (unconfirmed)
    pub admin_name: Sensitive,
    /// 管理员证件类型 (unconfirmed)
    pub id_doc_type: IdDocType,
    /// 管理员证件号: encrypted (unconfirmed)
    pub id_card_number: Sensitive,
}

rules! {
    AdminInfo {
        member("id_doc_type", &[Listed(IdDocType::TEXTS)]),
    }
}

/// 主体资料
///
/// `SubjectInfo::builder().subject_type(…).subject_name(…).unified_social_credit_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubjectInfo {
    /// 主体类型: such as `SUBJECT_TYPE_ENTERPRISE` (unconfirmed)
    pub subject_type: SubjectType,
    /// 主体名称: such as `xx有限公司` (unconfirmed)
    pub subject_name: String,
    /// 统一社会信用代码: such as `91310101MA1FPX1234` (unconfirmed)
    pub unified_social_credit_code: String,
}

rules! {
    SubjectInfo {
        member("subject_type", &[Listed(SubjectType::TEXTS)]),
    }
}

/// 品牌基础信息
///
/// `BrandBasicInfo::builder().brand_name(…).brand_logo(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct BrandBasicInfo {
    /// 品牌名称: such as `爱马哥` (unconfirmed)
    pub brand_name: String,
    /// 品牌Logo: the ID of an uploaded file, such as `U2FsdGVkX1+8n2qLk9jP4vRtY6Wx` (unconfirmed)
    pub brand_logo: String,
}

/// 品牌商标资料
///
/// `Trademark::builder().trademark_exists(…).build()`. For an `Option`, use setters such as
/// `maybe_trademark_registration_certificate`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Trademark {
    /// 有无商标: such as `TRADEMARK_NONE` (unconfirmed)
    pub trademark_exists: TrademarkExistence,
    /// 商标注册证
    pub trademark_registration_certificate: Option<TrademarkRegistrationCertificate>,
    /// Logo商标注册证
    pub logo_trademark_registration_certificate: Option<TrademarkRegistrationCertificate>,
    /// 无商标额外证明材料: the ID of an uploaded file, such as
    /// `jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ`
    pub no_trademark_addition_prove: Option<String>,
    /// 无商标额外证明材料列表: each the ID of an uploaded file, such as
    /// `jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ`
    pub no_trademark_addition_prove_list: Option<Vec<String>>,
}

rules! {
    Trademark {
        member("trademark_exists", &[Listed(TrademarkExistence::TEXTS)]),
    }
}

/// 商标注册证
///
/// `TrademarkRegistrationCertificate::builder().name(…).number(…).valid_begin_time(…).valid_end_time(…).international_class(…).holder(…).build()`.
/// For an `Option`, use setters such as `maybe_certificate`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TrademarkRegistrationCertificate {
    /// 商标注册证: the ID of an uploaded file, such as
    /// `jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ`
    pub certificate: Option<String>,
    /// 商标名称: such as `爱马哥` (unconfirmed)
    pub name: String,
    /// 商标注册号: such as `12345678` (unconfirmed)
    pub number: String,
    /// 商标有效期开始时间: such as `2025-09-08` (unconfirmed)
    pub valid_begin_time: String,
    /// 商标有效期结束时间: such as `2035-09-08` (unconfirmed)
    pub valid_end_time: String,
    /// 商标国际分类: such as `25` (unconfirmed)
    pub international_class: String,
    /// 商标注册人: such as `腾讯科技有限公司` (unconfirmed)
    pub holder: String,
    /// 商标许可使用授权书: the ID of an uploaded file, such as
    /// `jTpGmxUXqRTvDujqhThn4ReFxikqJ5YW6zFQ`
    pub license: Option<String>,
    /// 商标授权有效期开始时间: such as `2025-09-08`
    pub authorization_begin_time: Option<String>,
    /// 商标授权有效期结束时间: such as `2035-09-08`
    pub authorization_end_time: Option<String>,
    /// 商标注册证列表: each the ID of an uploaded file, such as
    /// `jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ`
    pub certificate_list: Option<Vec<String>>,
    /// 商标许可使用授权书列表: each the ID of an uploaded file, such as
    /// `jTpGmxUX3FBWVQ5NJTZvvDujqhThn4ReFxikqJ5YW6zFQ`
    pub license_list: Option<Vec<String>>,
}

/// The response of [`PartnerBrandApplyments::submit_partner_brand_applyment`],
/// [`PartnerBrandApplyments::cancel_partner_brand_applyment`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ApplymentResponse {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<String>,
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
}

/// The response of [`PartnerBrandApplyments::query_partner_brand_applyment_by_applyment_id`],
/// [`PartnerBrandApplyments::query_partner_brand_applyment_by_business_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct Applyment {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<String>,
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
    /// 申请状态: such as `APPLYMENT_STATE_WAITING_AUTH`
    pub applyment_state: Option<ApplymentState>,
    /// 申请状态说明: such as `待授权确认`
    pub applyment_state_desc: Option<String>,
    /// 授权确认二维码链接
    pub authorization_confirmation_qr_code: Option<String>,
    /// 驳回原因: such as `具体驳回原因xxx`
    pub reject_reason: Option<String>,
    /// 品牌ID: such as `123455667`
    pub brand_id: Option<String>,
}

/// The request of [`PartnerBrandApplyments::cancel_partner_brand_applyment`].
///
/// `CancelPartnerBrandApplymentRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_applyment_id`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelPartnerBrandApplymentRequest {
    /// 微信支付申请单号: such as `2000002124775691`
    pub applyment_id: Option<String>,
    /// 业务申请编号: such as `1900013511_10000`
    pub business_code: Option<String>,
}

rules! { CancelPartnerBrandApplymentRequest {} }

open_enum! {
    /// 管理员证件类型
    pub enum IdDocType {
        MainlandIdCard = "IDENTIFICATION_TYPE_MAINLAND_ID_CARD",
        Hongkong = "IDENTIFICATION_TYPE_HONGKONG",
        Macao = "IDENTIFICATION_TYPE_MACAO",
        Taiwan = "IDENTIFICATION_TYPE_TAIWAN",
        HongkongMacaoResident = "IDENTIFICATION_TYPE_HONGKONG_MACAO_RESIDENT",
        TaiwanResident = "IDENTIFICATION_TYPE_TAIWAN_RESIDENT",
    }
}

open_enum! {
    /// 主体类型
    pub enum SubjectType {
        Enterprise = "SUBJECT_TYPE_ENTERPRISE",
        Individual = "SUBJECT_TYPE_INDIVIDUAL",
    }
}

open_enum! {
    /// 有无商标
    pub enum TrademarkExistence {
        Exists = "TRADEMARK_EXISTS",
        None = "TRADEMARK_NONE",
    }
}

open_enum! {
    /// 申请状态
    pub enum ApplymentState {
        Unknown = "APPLYMENT_STATE_UNKNOWN",
        Unsubmitted = "APPLYMENT_STATE_UNSUBMITTED",
        WaitingValidate = "APPLYMENT_STATE_WAITING_VALIDATE",
        WaitingAudit = "APPLYMENT_STATE_WAITING_AUDIT",
        WaitingAuth = "APPLYMENT_STATE_WAITING_AUTH",
        OpenAccount = "APPLYMENT_STATE_OPEN_ACCOUNT",
        Finish = "APPLYMENT_STATE_FINISH",
        AuditRejected = "APPLYMENT_STATE_AUDIT_REJECTED",
        Canceled = "APPLYMENT_STATE_CANCELED",
    }
}
