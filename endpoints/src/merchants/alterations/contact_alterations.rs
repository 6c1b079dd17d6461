//! 超管变更.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use super::{AlterationState, AuditRejectDetail, IdDocType, SubmitAlterationResponse};
use crate::rules::rules;

/// 超管变更
#[wechatpay_api(defaults)]
pub trait ContactAlterations {
    /// 提交超管变更申请单
    ///
    /// `POST /v3/mchalterapply/mchcontactalterapplyment`
    #[wechatpay_api(POST "/v3/mchalterapply/mchcontactalterapplyment")]
    async fn submit_contact_alteration(
        &self,
        body: &SubmitContactAlterationRequest,
    ) -> Result<SubmitAlterationResponse>;

    /// 申请单号查询超管变更
    ///
    /// `GET /v3/mchalterapply/mchcontactalterapplyment/{apply_id}`
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(GET "/v3/mchalterapply/mchcontactalterapplyment/{apply_id}")]
    async fn query_contact_alteration_by_apply_id(
        &self,
        apply_id: &str,
    ) -> Result<ContactAlteration>;

    /// 业务单号查询超管变更
    ///
    /// `GET
    /// /v3/mchalterapply/mchcontactalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4014090667>
    ///
    /// - `merchant_code` 微信支付商户号: such as `1900006491`
    /// - `out_request_no` 业务申请编号: such as `1900013511_10000`
    #[wechatpay_api(GET "/v3/mchalterapply/mchcontactalterapplyment/merchant/{merchant_code}/out-request-no/{out_request_no}")]
    async fn query_contact_alteration_by_out_request_no(
        &self,
        merchant_code: &str,
        out_request_no: &str,
    ) -> Result<ContactAlteration>;

    /// 撤销超管变更申请单
    ///
    /// `POST /v3/mchalterapply/mchcontactalterapplyment/{apply_id}/revoke`
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(POST "/v3/mchalterapply/mchcontactalterapplyment/{apply_id}/revoke")]
    async fn revoke_contact_alteration(
        &self,
        apply_id: &str,
    ) -> Result<RevokeContactAlterationResponse>;
}

/// The request of [`ContactAlterations::submit_contact_alteration`].
///
/// `SubmitContactAlterationRequest::builder().merchant_code(…).out_request_no(…).build()`. For an
/// `Option`, use setters such as `maybe_contact_info`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitContactAlterationRequest {
    /// 商户号: such as `2492185251`
    pub merchant_code: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 超级管理员信息
    pub contact_info: Option<ContactInfo>,
}

rules! {
    SubmitContactAlterationRequest {
        within("contact_info", ContactInfo::RULES),
    }
}

/// 超级管理员信息
///
/// `ContactInfo::builder().contact_name(…).mobile_phone(…).build()`. For an `Option`, use setters
/// such as `maybe_contact_id_doc_type`.
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
    /// 超级管理员姓名: encrypted
    pub contact_name: Sensitive,
    /// 超级管理员证件类型: such as `IDENTIFICATION_TYPE_IDCARD`
    pub contact_id_doc_type: Option<IdDocType>,
    /// 超级管理员身份证件号码: encrypted
    pub contact_id_card_number: Option<Sensitive>,
    /// 超级管理员证件正面照片: the ID of an uploaded file
    pub contact_id_doc_copy: Option<String>,
    /// 超级管理员证件反面照片: the ID of an uploaded file
    pub contact_id_doc_copy_back: Option<String>,
    /// 超级管理员证件有效期开始时间: such as `2019-06-06`
    pub contact_id_doc_period_begin: Option<String>,
    /// 超级管理员证件有效期结束时间: such as `2026-06-06`
    pub contact_id_doc_period_end: Option<String>,
    /// 业务办理授权函: the ID of an uploaded file
    pub business_authorization_letter: Option<String>,
    /// 超级管理员手机: encrypted
    pub mobile_phone: Sensitive,
}

rules! {
    ContactInfo {
        member("contact_id_doc_type", &[Listed(IdDocType::TEXTS)]),
    }
}

/// The response of [`ContactAlterations::query_contact_alteration_by_apply_id`],
/// [`ContactAlterations::query_contact_alteration_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ContactAlteration {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 微信支付商户号: such as `1900006491`
    pub merchant_code: String,
    /// 申请单状态: such as `APPLYMENT_STATE_EDITTING`
    pub state: AlterationState,
    /// 总体驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub audit_reject_reason: Option<String>,
    /// 驳回原因详情
    pub audit_reject_detail: Option<Vec<AuditRejectDetail>>,
}

/// The response of [`ContactAlterations::revoke_contact_alteration`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RevokeContactAlterationResponse {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: Option<String>,
    /// 申请单状态: such as `APPLYMENT_STATE_CANCELED`
    pub state: Option<AlterationState>,
}
