//! Payment parameters for front ends (调起支付), signed after an order was placed. Each type serializes to the
//! JSON that the front end passes on unchanged.
//!
//! | order | front end |
//! |---|---|
//! | JSAPI | [`JsapiPayment`] → `WeixinJSBridge.invoke("getBrandWCPayRequest", …)` |
//! | mini program (小程序) | [`MiniProgramPayment`] → `wx.requestPayment(…)` |
//! | APP | [`AppPayment`] → `PayReq` of the OpenSDK |
//! | H5 | [`h5_url`] → open the URL; expires after five minutes |
//! | Native | the response's `code_url`, unchanged → a QR code; expires after two hours |
//! | pay score (支付分), coupon plug-in (发券插件) | [`PayscoreView`], [`SendCoupon`], [`coupon_url`]: signed with the APIv2 key |
//!
//! The [`Client`] signs with its current key, also after [`Client::renew_merchant`]. A user's [`Signer`](crate::Signer)
//! must finish within the timeout of a call.
//!
//! A `prepay_id` expires after two hours; sign again each time the front end starts the payment. In partner mode
//! (服务商模式), use the appid of the app that starts the payment: `sub_appid` if the order has one, else
//! `sp_appid`.
//!
//! ```no_run
//! use wechatpay_client::{Client, Result, pay::MiniProgramPayment};
//!
//! async fn payment(client: &Client, prepay_id: &str) -> Result<serde_json::Value> {
//!     let payment = MiniProgramPayment::sign(client, "wx8888888888888888", prepay_id).await?;
//!     Ok(serde_json::json!(payment)) // the argument of `wx.requestPayment`
//! }
//! ```
//!
//! Follows 签名与验签规则 in the official repository `wechatpay-apiv3/wechatpay-skills`.

mod api_v2;

use std::time::SystemTime;

use percent_encoding::utf8_percent_encode;
use serde::Serialize;

pub use api_v2::{ApiV2Key, Coupon, PayscoreView, SendCoupon, coupon_url};

use crate::{
    client::Client,
    clock::unix_seconds,
    crypto,
    error::Result,
    request::RESERVED,
    sign::{
        SigningError,
        message::{FrontEnd, Message},
    },
};

/// The argument of `wx.requestPayment` (小程序调起支付).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MiniProgramPayment {
    /// `timeStamp`: Unix seconds, as text.
    pub time_stamp: String,
    /// `nonceStr`
    pub nonce_str: String,
    /// `package`: `prepay_id=…`
    pub package: String,
    /// `signType`: `RSA`. Not signed.
    pub sign_type: &'static str,
    /// `paySign`
    pub pay_sign: String,
}

impl MiniProgramPayment {
    /// Signs for the mini program `appid` now, with a fresh nonce.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, SystemTime::now(), &nonce()?).await
    }

    /// The same as [`sign`](Self::sign), at `timestamp` and with this nonce of at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        prepay_id: &str,
        timestamp: SystemTime,
        nonce: &str,
    ) -> Result<Self> {
        let message = Message::Payment {
            appid,
            timestamp: unix_seconds(timestamp),
            nonce,
            prepay_id,
            front_end: FrontEnd::Web,
        };
        Ok(Self {
            pay_sign: client.sign(message).await?,
            time_stamp: unix_seconds(timestamp).to_string(),
            nonce_str: nonce.to_owned(),
            package: format!("prepay_id={prepay_id}"),
            sign_type: "RSA",
        })
    }
}

/// The argument of `getBrandWCPayRequest` (JSAPI 调起支付): a [`MiniProgramPayment`] and the appid.
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::JsapiPayment};
/// # async fn example(client: &Client, prepay_id: &str) -> Result<()> {
/// let payment = JsapiPayment::sign(client, "wx8888888888888888", prepay_id).await?;
/// let script = format!(
///     r#"WeixinJSBridge.invoke("getBrandWCPayRequest", {})"#,
///     serde_json::json!(payment),
/// );
/// # drop(script); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct JsapiPayment {
    /// `appId` of the official account (公众号).
    #[serde(rename = "appId")]
    pub app_id: String,
    /// The other members.
    #[serde(flatten)]
    pub payment: MiniProgramPayment,
}

impl JsapiPayment {
    /// Signs for the official account `appid` now, with a fresh nonce.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, SystemTime::now(), &nonce()?).await
    }

    /// The same as [`sign`](Self::sign), at `timestamp` and with this nonce of at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        prepay_id: &str,
        timestamp: SystemTime,
        nonce: &str,
    ) -> Result<Self> {
        Ok(Self {
            app_id: appid.to_owned(),
            payment: MiniProgramPayment::sign_at(client, appid, prepay_id, timestamp, nonce)
                .await?,
        })
    }
}

/// The members of `PayReq` in the OpenSDK (APP 调起支付). iOS and HarmonyOS write the same names in camel case.
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::AppPayment};
/// # async fn example(client: &Client, prepay_id: &str) -> Result<()> {
/// let payment = AppPayment::sign(client, "wx8888888888888888", "1900000109", prepay_id).await?;
/// assert_eq!(payment.package, "Sign=WXPay");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AppPayment {
    /// `appid` of the app.
    pub appid: String,
    /// `partnerid`: the merchant number (商户号) of the payee. Not signed.
    pub partnerid: String,
    /// `prepayid`
    pub prepayid: String,
    /// `package`: `Sign=WXPay`. Not signed.
    pub package: &'static str,
    /// `noncestr`
    pub noncestr: String,
    /// `timestamp`: Unix seconds, as text.
    pub timestamp: String,
    /// `sign`
    pub sign: String,
}

impl AppPayment {
    /// Signs for the app `appid` now, with a fresh nonce. `partnerid` is the merchant number (商户号) of the payee.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign(
        client: &Client,
        appid: &str,
        partnerid: &str,
        prepay_id: &str,
    ) -> Result<Self> {
        Self::sign_at(
            client,
            appid,
            partnerid,
            prepay_id,
            SystemTime::now(),
            &nonce()?,
        )
        .await
    }

    /// The same as [`sign`](Self::sign), at `timestamp` and with this nonce of at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind`](crate::error::SigningErrorKind): `InvalidValue` if a value is empty or contains a
    /// control character, or if the `prepay_id` contains `=`; `OpenSsl`; `Signer` if the user's
    /// [`Signer`](crate::Signer) fails. [`ErrorKind::Transport`](crate::ErrorKind::Transport) if it timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        partnerid: &str,
        prepay_id: &str,
        timestamp: SystemTime,
        nonce: &str,
    ) -> Result<Self> {
        let message = Message::Payment {
            appid,
            timestamp: unix_seconds(timestamp),
            nonce,
            prepay_id,
            front_end: FrontEnd::App,
        };
        Ok(Self {
            sign: client.sign(message).await?,
            appid: appid.to_owned(),
            partnerid: partnerid.to_owned(),
            prepayid: prepay_id.to_owned(),
            package: "Sign=WXPay",
            noncestr: nonce.to_owned(),
            timestamp: unix_seconds(timestamp).to_string(),
        })
    }
}

/// The URL that starts an H5 payment (H5调起支付): the response's `h5_url` with the URL to which the browser
/// returns afterwards. Nothing in it is signed.
///
/// ```
/// use wechatpay_client::pay::h5_url;
///
/// let url = h5_url("https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20", "https://shop.example/");
/// assert!(url.ends_with("?prepay_id=wx20&redirect_url=https%3A%2F%2Fshop.example%2F"));
/// ```
#[must_use]
pub fn h5_url(h5_url: &str, redirect_url: &str) -> String {
    let redirect_url = utf8_percent_encode(redirect_url, RESERVED);
    format!("{h5_url}&redirect_url={redirect_url}")
}

fn nonce() -> Result<String, SigningError> {
    crypto::nonce().map_err(SigningError::openssl)
}
