//! 实名校验.

use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

/// 实名校验
#[wechatpay_api(defaults)]
pub trait RealNameVerifications {
    /// 实名信息校验
    ///
    /// `GET /v3/realname/verify`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013735179>
    ///
    /// - `credential_type` 下单用户账户的证件类型: values `1`, `2`, `5`, `9`, `12`, `17`, `19`
    /// - `encrypted_credential_id` 加密后的下单用户证件号: encrypted
    /// - `encrypted_name` 加密后的下单用户姓名: encrypted
    /// - `wxp_trade_no` 微信支付交易单号: such as `442100010320250122523549415021`
    #[wechatpay_api(GET "/v3/realname/verify")]
    async fn verify_real_name(
        &self,
        #[query] credential_type: i64,
        #[query] encrypted_credential_id: &Sensitive,
        #[query] encrypted_name: &Sensitive,
        #[query] wxp_trade_no: &str,
    ) -> Result<VerifyRealNameResponse>;
}

/// The response of [`RealNameVerifications::verify_real_name`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct VerifyRealNameResponse {
    /// 实名比对结果: values `0`, `1`
    pub verify_result: i64,
    /// 错误信息: such as `realname verify succ`
    pub err_message: Option<String>,
}
