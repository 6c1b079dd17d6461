//! Parameters with which a front end calls up the payment (调起支付): each serializes to exactly what
//! the front end takes.
//!
//! The [`Client`] signs, with the key that it has at that time: also after [`Client::renew`]. A
//! [`Signer`](crate::Signer) of the user's own has the timeout of a call for it.
//!
//! A `prepay_id` lives for two hours; sign again each time the payment is called up. In partner mode
//! (服务商模式) the appid is that of the app that calls up: `sub_appid` if the order was placed with
//! it, else `sp_appid`.
//!
//! | order | front end |
//! |---|---|
//! | JSAPI | [`JsapiPayment`] → `WeixinJSBridge.invoke("getBrandWCPayRequest", …)` |
//! | mini program (小程序) | [`MiniProgramPayment`] → `wx.requestPayment(…)` |
//! | APP | [`AppPayment`] → `PayReq` of the OpenSDK |
//! | H5 | [`h5_url`] → open it; lives for five minutes |
//! | Native | the response's `code_url` as it is → a QR code; lives for two hours |
//! | pay score (支付分), coupon plug-in | [`PayscoreView`], [`SendCoupon`], [`coupon_url`]: under the APIv2 key |
//!
//! ```no_run
//! use wechatpay_client::{Client, Result, pay::MiniProgramPayment};
//!
//! async fn call_up(client: &Client, prepay_id: &str) -> Result<serde_json::Value> {
//!     let payment = MiniProgramPayment::sign(client, "wx8888888888888888", prepay_id).await?;
//!     Ok(serde_json::json!(payment)) // as `wx.requestPayment` takes it
//! }
//! ```
//!
//! Follows 签名与验签规则 in the official repository `wechatpay-apiv3/wechatpay-skills`.

mod api_v2;

use percent_encoding::utf8_percent_encode;
use serde::Serialize;

pub use api_v2::{ApiV2Key, Coupon, PayscoreView, SendCoupon, coupon_url};

use crate::{
    client::Client,
    clock::unix_now,
    crypto,
    error::Result,
    request::RESERVED,
    sign::{
        SigningError,
        message::{FrontEnd, Message},
    },
};

/// What `wx.requestPayment` takes (小程序调起支付).
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
    /// `signType`: `RSA`. It is not signed itself.
    pub sign_type: &'static str,
    /// `paySign`
    pub pay_sign: String,
}

impl MiniProgramPayment {
    /// Signs for the mini program `appid` now, with a fresh nonce.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, unix_now(), &nonce()?).await
    }

    /// Signs at `timestamp` (Unix seconds) with this nonce, of at most 32 letters and digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        prepay_id: &str,
        timestamp: u64,
        nonce: &str,
    ) -> Result<Self> {
        let message = Message::Payment {
            appid,
            timestamp,
            nonce,
            prepay_id,
            front_end: FrontEnd::Web,
        };
        Ok(Self {
            pay_sign: client.sign(message).await?,
            time_stamp: timestamp.to_string(),
            nonce_str: nonce.to_owned(),
            package: format!("prepay_id={prepay_id}"),
            sign_type: "RSA",
        })
    }
}

/// What `getBrandWCPayRequest` takes (JSAPI 调起支付): the same, and the appid beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct JsapiPayment {
    /// `appId`: the official account's.
    #[serde(rename = "appId")]
    pub app_id: String,
    /// All else.
    #[serde(flatten)]
    pub payment: MiniProgramPayment,
}

impl JsapiPayment {
    /// Signs for the account `appid` now, with a fresh nonce.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, unix_now(), &nonce()?).await
    }

    /// Signs at `timestamp` (Unix seconds) with this nonce, of at most 32 letters and digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        prepay_id: &str,
        timestamp: u64,
        nonce: &str,
    ) -> Result<Self> {
        Ok(Self {
            app_id: appid.to_owned(),
            payment: MiniProgramPayment::sign_at(client, appid, prepay_id, timestamp, nonce)
                .await?,
        })
    }
}

/// What `PayReq` of the OpenSDK takes (APP 调起支付). iOS and HarmonyOS name the same in camel case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AppPayment {
    /// `appid`: the app's.
    pub appid: String,
    /// `partnerid`: the merchant number that is paid. Not signed.
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
    /// Signs for the app `appid` now, with a fresh nonce. `partnerid` is the merchant number (商户号)
    /// that is paid.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign(
        client: &Client,
        appid: &str,
        partnerid: &str,
        prepay_id: &str,
    ) -> Result<Self> {
        Self::sign_at(client, appid, partnerid, prepay_id, unix_now(), &nonce()?).await
    }

    /// Signs at `timestamp` (Unix seconds) with this nonce, of at most 32 letters and digits.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue) if a value is empty, holds a control character, or is a `prepay_id` with
    /// `=`; [`OpenSsl`](crate::error::SigningErrorKind::OpenSsl); [`Signer`](crate::error::SigningErrorKind::Signer), or
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the signer timed out.
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        partnerid: &str,
        prepay_id: &str,
        timestamp: u64,
        nonce: &str,
    ) -> Result<Self> {
        let message = Message::Payment {
            appid,
            timestamp,
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
            timestamp: timestamp.to_string(),
        })
    }
}

/// The address that calls up an H5 payment: the response's `h5_url`, and where the browser goes
/// afterwards. Nothing in it is signed.
#[must_use]
pub fn h5_url(h5_url: &str, redirect_url: &str) -> String {
    let redirect_url = utf8_percent_encode(redirect_url, RESERVED);
    format!("{h5_url}&redirect_url={redirect_url}")
}

fn nonce() -> Result<String, SigningError> {
    Ok(crypto::nonce()?)
}
