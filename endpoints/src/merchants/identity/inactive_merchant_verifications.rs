//! 不活跃商户核实.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 不活跃商户核实
#[wechatpay_api(defaults)]
pub trait InactiveMerchantVerifications {
    /// 发起不活跃商户身份核实
    ///
    /// `POST /v3/compliance/inactive-merchant-identity-verification/merchants`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/inactive-merchant-identity-verification/inactive-mch-identity-verification/create-inactive-merchant-identity-verification.html>
    #[wechatpay_api(POST "/v3/compliance/inactive-merchant-identity-verification/merchants")]
    async fn create_inactive_merchant_verification(
        &self,
        body: &CreateInactiveMerchantVerificationRequest,
    ) -> Result<CreateInactiveMerchantVerificationResponse>;

    /// 查询不活跃商户身份核实结果
    ///
    /// `GET
    /// /v3/compliance/inactive-merchant-identity-verification/merchants/{sub_mchid}/verifications/{verification_id}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/inactive-merchant-identity-verification/inactive-mch-identity-verification/query-inactive-merchant-identity-verification.html>
    ///
    /// - `sub_mchid` 特约商户号: such as `1900009231`
    /// - `verification_id` 核实单号: such as `28011678863778000000123124312`
    #[wechatpay_api(GET "/v3/compliance/inactive-merchant-identity-verification/merchants/{sub_mchid}/verifications/{verification_id}")]
    async fn query_inactive_merchant_verification(
        &self,
        sub_mchid: &str,
        verification_id: &str,
    ) -> Result<InactiveMerchantVerification>;
}

/// The request of [`InactiveMerchantVerifications::create_inactive_merchant_verification`].
///
/// `CreateInactiveMerchantVerificationRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateInactiveMerchantVerificationRequest {
    /// 特约商户号: such as `1900009231`
    pub sub_mchid: String,
}

rules! { CreateInactiveMerchantVerificationRequest {} }

/// The response of [`InactiveMerchantVerifications::create_inactive_merchant_verification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateInactiveMerchantVerificationResponse {
    /// 核实单号: such as `28011678863778000000123124312`
    pub verification_id: String,
}

/// The response of [`InactiveMerchantVerifications::query_inactive_merchant_verification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InactiveMerchantVerification {
    /// 特约商户号: such as `1900009231`
    pub sub_mchid: String,
    /// 核实单号: such as `28011678863778000000123124312`
    pub verification_id: String,
    /// 核实单状态: such as `PROCESSING`
    pub state: VerificationState,
    /// 失败原因: such as `MATERIALS_ABNORMAL`
    pub fail_reason: Option<VerificationFailReason>,
    /// 创建时间
    pub create_time: Option<DateTime>,
    /// 完成时间
    pub finish_time: Option<DateTime>,
}

open_enum! {
    /// 核实单状态
    pub enum VerificationState {
        Processing = "PROCESSING",
        Success = "SUCCESS",
        Fail = "FAIL",
    }
}

open_enum! {
    /// 失败原因
    pub enum VerificationFailReason {
        MaterialsAbnormal = "MATERIALS_ABNORMAL",
        ProcessTimeout = "PROCESS_TIMEOUT",
    }
}
