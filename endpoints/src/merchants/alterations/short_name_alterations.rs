//! 简称变更.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use super::{AlterationState, SubmitAlterationResponse};
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 简称变更
#[wechatpay_api(defaults)]
pub trait ShortNameAlterations {
    /// 提交商户简称变更申请单
    ///
    /// `POST /v3/mchalterapply/merchantnamealterapplyment`
    #[wechatpay_api(POST "/v3/mchalterapply/merchantnamealterapplyment")]
    async fn submit_short_name_alteration(
        &self,
        body: &SubmitShortNameAlterationRequest,
    ) -> Result<SubmitAlterationResponse>;

    /// 申请单号查询简称变更
    ///
    /// `GET /v3/mchalterapply/merchantnamealterapplyment/{apply_id}`
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(GET "/v3/mchalterapply/merchantnamealterapplyment/{apply_id}")]
    async fn query_short_name_alteration_by_apply_id(
        &self,
        apply_id: &str,
    ) -> Result<ShortNameAlteration>;

    /// 业务单号查询简称变更
    ///
    /// `GET
    /// /v3/mchalterapply/merchantnamealterapplyment/merchant/{sub_mchid}/out-request-no/{out_request_no}`
    ///
    /// - `sub_mchid` 二级商户号: such as `1900006491`
    /// - `out_request_no` 业务申请编号: such as `1900013511_10000`
    #[wechatpay_api(GET "/v3/mchalterapply/merchantnamealterapplyment/merchant/{sub_mchid}/out-request-no/{out_request_no}")]
    async fn query_short_name_alteration_by_out_request_no(
        &self,
        sub_mchid: &str,
        out_request_no: &str,
    ) -> Result<ShortNameAlterationByOutRequestNo>;

    /// 撤销商户简称变更申请单
    ///
    /// `POST /v3/mchalterapply/merchantnamealterapplyment/{apply_id}/revoke`
    ///
    /// - `apply_id` 微信支付申请单号: such as `20220617143306000013906025001`
    #[wechatpay_api(POST "/v3/mchalterapply/merchantnamealterapplyment/{apply_id}/revoke")]
    async fn revoke_short_name_alteration(
        &self,
        apply_id: &str,
    ) -> Result<RevokeShortNameAlterationResponse>;
}

/// The request of [`ShortNameAlterations::submit_short_name_alteration`].
///
/// `SubmitShortNameAlterationRequest::builder().sub_mchid(…).out_request_no(…).merchant_shortname(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct SubmitShortNameAlterationRequest {
    /// 二级商户号: such as `2492185251`
    pub sub_mchid: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 商户简称: such as `新疆大枣专卖店`
    pub merchant_shortname: String,
}

rules! { SubmitShortNameAlterationRequest {} }

/// The response of [`ShortNameAlterations::query_short_name_alteration_by_apply_id`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShortNameAlteration {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 微信支付商户号: such as `1900006491`
    pub merchant_code: Option<String>,
    /// 申请单状态: such as `APPLYMENT_STATE_EDITTING`
    pub state: AlterationState,
    /// 总体驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub audit_reject_reason: Option<String>,
}

/// The response of [`ShortNameAlterations::query_short_name_alteration_by_out_request_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct ShortNameAlterationByOutRequestNo {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: String,
    /// 业务申请编号: such as `1900013511_10000`
    pub out_request_no: String,
    /// 二级商户号: such as `1900006491`
    pub sub_mchid: String,
    /// 申请单状态: such as `APPLYMENT_STATE_EDITTING`
    pub state: AlterationState,
    /// 总体驳回原因: such as `身份证背面识别失败，请上传更清晰的身份证图片。`
    pub audit_reject_reason: Option<String>,
}

/// The response of [`ShortNameAlterations::revoke_short_name_alteration`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct RevokeShortNameAlterationResponse {
    /// 申请单号: such as `20220617143306000013906025001`
    pub apply_id: Option<String>,
    /// 申请单状态: such as `APPLYMENT_STATE_CANCELED`
    pub state: Option<RevokedShortNameAlterationState>,
}

open_enum! {
    /// 申请单状态
    pub enum RevokedShortNameAlterationState {
        Canceled = "APPLYMENT_STATE_CANCELED",
        Editting = "APPLYMENT_STATE_EDITTING",
    }
}
