//! 资格透传.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use super::{
    IdentityDocumentType, ListQualificationsRequest, QualificationState, SubsidyResponse,
    UnclaimedReason,
};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 资格透传
#[wechatpay_api(defaults)]
pub trait PassthroughQualifications {
    /// 透传批量查询用户资格
    ///
    /// `POST /v3/gov/subsidy/qualifications/passthrough/query`
    #[wechatpay_api(POST "/v3/gov/subsidy/qualifications/passthrough/query")]
    async fn list_passthrough_qualifications(
        &self,
        body: &ListQualificationsRequest,
    ) -> Result<ListPassthroughQualificationsResponse>;

    /// 透传领取资格
    ///
    /// `POST /v3/gov/subsidy/qualifications/passthrough/claim`
    #[wechatpay_api(POST "/v3/gov/subsidy/qualifications/passthrough/claim")]
    async fn claim_passthrough_qualification(
        &self,
        body: &ClaimPassthroughQualificationRequest,
    ) -> Result<SubsidyResponse>;

    /// 取消资格
    ///
    /// `POST /v3/gov/subsidy/qualifications/passthrough/cancel`
    #[wechatpay_api(POST "/v3/gov/subsidy/qualifications/passthrough/cancel")]
    async fn cancel_passthrough_qualification(
        &self,
        body: &CancelPassthroughQualificationRequest,
    ) -> Result<SubsidyResponse>;
}

/// The response of [`PassthroughQualifications::list_passthrough_qualifications`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListPassthroughQualificationsResponse {
    /// 资格状态数组
    pub qualification_list: Option<Vec<PassthroughQualification>>,
}

/// 资格状态数组
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct PassthroughQualification {
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 状态: such as `UNCLAIMED`
    pub state: Option<QualificationState>,
    /// 区分未领取的原因: such as `NOT_SELLABLE_REASON_NOT_FOUND`
    pub unclaimed_reason: Option<UnclaimedReason>,
    /// 区分对接模式: such as `CLAIM_MODE_MINI_PROGRAM`
    pub claim_mode: Option<ClaimMode>,
    /// 领取的平台名称: such as `支付宝`
    pub claimed_platform_name: Option<String>,
    /// 领取的地区名称: such as `重庆`
    pub claimed_region_name: Option<String>,
}

/// The request of [`PassthroughQualifications::claim_passthrough_qualification`].
///
/// `ClaimPassthroughQualificationRequest::builder().real_name(…).id_card_number(…).phone_number(…).qualification_region_code(…).identity_document_type(…).longitude(…).latitude(…).build()`.
/// For an `Option`, use setters such as `maybe_appliance_id`.
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
pub struct ClaimPassthroughQualificationRequest {
    /// 自然人姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 自然人证件号: encrypted (unconfirmed)
    pub id_card_number: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub phone_number: Sensitive,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17`
    pub appliance_id: Option<i64>,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
    /// 经度 (unconfirmed)
    pub longitude: String,
    /// 纬度 (unconfirmed)
    pub latitude: String,
}

rules! {
    ClaimPassthroughQualificationRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
    }
}

/// The request of [`PassthroughQualifications::cancel_passthrough_qualification`].
///
/// `CancelPassthroughQualificationRequest::builder().real_name(…).id_card_number(…).phone_number(…).appliance_id(…).qualification_region_code(…).identity_document_type(…).build()`.
/// For an `Option`, use setters such as `maybe_out_request_no`.
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
pub struct CancelPassthroughQualificationRequest {
    /// 自然人姓名: encrypted (unconfirmed)
    pub real_name: Sensitive,
    /// 自然人证件号: encrypted (unconfirmed)
    pub id_card_number: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub phone_number: Sensitive,
    /// 消费品类ID: values `1`, `2`, `3`, `4`, `5`, `6`, `7`, `8`, `9`, `10`, `11`, `12`, `13`,
    /// `14`, `15`, `16`, `17` (unconfirmed)
    pub appliance_id: i64,
    /// 使用的资格的地区编码: such as `310100` (unconfirmed)
    pub qualification_region_code: i64,
    /// 请求序号: such as `vmall_250120131959_993_4494`
    pub out_request_no: Option<String>,
    /// 证件类型: such as `ID_DOC_TYPE_ID_CARD` (unconfirmed)
    pub identity_document_type: IdentityDocumentType,
}

rules! {
    CancelPassthroughQualificationRequest {
        member("appliance_id", &[ListedNumbers(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])]),
        member("identity_document_type", &[Listed(IdentityDocumentType::TEXTS)]),
    }
}

open_enum! {
    /// 区分对接模式
    pub enum ClaimMode {
        MiniProgram = "CLAIM_MODE_MINI_PROGRAM",
        InterfacePassThrough = "CLAIM_MODE_INTERFACE_PASS_THROUGH",
    }
}
