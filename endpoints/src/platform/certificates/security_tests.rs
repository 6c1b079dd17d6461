//! 签名与加解密测试.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// 签名与加解密测试
#[wechatpay_api(defaults)]
pub trait SecurityTests {
    /// 商户签名验签／加解密测试
    ///
    /// `POST /v3/security/echo`
    #[wechatpay_api(POST "/v3/security/echo")]
    async fn echo(&self, body: &EchoRequest) -> Result<EchoResponse>;
}

/// The request of [`SecurityTests::echo`].
///
/// `EchoRequest::builder().echo_message(…).build()`. For an `Option`, use setters such as
/// `maybe_notify_url`.
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
pub struct EchoRequest {
    /// 商户回调地址: such as `https://www.weixin.qq.com/v3/test`
    pub notify_url: Option<String>,
    /// 回显信息: such as `hello` (unconfirmed)
    pub echo_message: String,
    /// A text, encrypted
    pub encrypted_echo_message: Option<Sensitive>,
}

rules! {
    EchoRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`SecurityTests::echo`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct EchoResponse {
    /// 回显信息
    pub echo_message: Option<String>,
    /// A text, encrypted
    pub encrypted_echo_message: Option<Sensitive>,
}
