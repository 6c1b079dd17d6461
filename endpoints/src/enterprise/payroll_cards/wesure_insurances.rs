//! 微保投保.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use super::AuthenticateType;
use crate::rules::rules;

/// 微保投保
#[wechatpay_api(defaults)]
pub trait WesureInsurances {
    /// 校验核身结果
    ///
    /// `POST /v3/payroll-card/wesure/token-validations`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_31.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/wesure/token-validations")]
    async fn validate_wesure_token(
        &self,
        body: &ValidateWesureTokenRequest,
    ) -> Result<ValidateWesureTokenResponse>;

    /// 生成投保结果
    ///
    /// `POST /v3/payroll-card/wesure/insurance`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter4_1_32.shtml>
    #[wechatpay_api(POST "/v3/payroll-card/wesure/insurance")]
    async fn create_wesure_insurance(&self, body: &CreateWesureInsuranceRequest) -> Result<()>;
}

/// The request of [`WesureInsurances::validate_wesure_token`].
///
/// `ValidateWesureTokenRequest::builder().sp_mchid(…).build()`. For an `Option`, use setters such
/// as `maybe_sub_mchid`.
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
pub struct ValidateWesureTokenRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: String,
    /// 特约商户商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// token值: such as `abcdefghijklmn`
    pub token: Option<String>,
    /// 用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 用户身份证号: encrypted
    pub id_card_number: Option<Sensitive>,
    /// 核身类型: such as `NORMAL`
    pub authenticate_type: Option<AuthenticateType>,
}

rules! {
    ValidateWesureTokenRequest {
        member("authenticate_type", &[Listed(AuthenticateType::TEXTS)]),
    }
}

/// The response of [`WesureInsurances::validate_wesure_token`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ValidateWesureTokenResponse {
    /// 校验结果: such as `SUCCESS`
    pub result: String,
    /// 核身成功时间: such as `2015-05-20T13:29:35+08:00`
    pub authenticate_success_time: Option<DateTime>,
    /// 用户标识: such as `11111111`
    pub openid: Option<String>,
    /// 校验不通过原因: such as `SP_MCH_NO_PERMISSION`
    pub fail_reason: Option<String>,
}

/// The request of [`WesureInsurances::create_wesure_insurance`].
///
/// `CreateWesureInsuranceRequest::builder().sp_mchid(…).wesure_order_no(…).insurance_company_order_no(…).openid(…).insure_state(…).insure_effect_time(…).insure_invalid_time(…).insurance_company_name(…).build()`.
/// For an `Option`, use setters such as `maybe_token`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateWesureInsuranceRequest {
    /// 服务商商户号: such as `1900000109`
    pub sp_mchid: String,
    /// 特约商户商户号: such as `1900000109`
    pub wesure_order_no: String,
    /// 微保保单号: such as `5fds5345dfd`
    pub token: Option<String>,
    /// 保司保单号: such as `5fds5345dfd`
    pub insurance_company_order_no: String,
    /// 用户标识: such as `111111`
    pub openid: String,
    /// 投保状态: such as `INSURE_SUCCESS`
    pub insure_state: String,
    /// 保障生效时间: such as `2018-06-08T10:34:56+08:00`
    pub insure_effect_time: DateTime,
    /// 保障失效时间: such as `2018-06-08T10:34:56+08:00`
    pub insure_invalid_time: DateTime,
    /// 保障的保险公司名称: such as `平安`
    pub insurance_company_name: String,
}

rules! { CreateWesureInsuranceRequest {} }
