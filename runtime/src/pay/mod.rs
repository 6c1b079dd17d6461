//! Payment parameters for front ends (调起支付): the signed values with which an app or a web page opens WeChat's
//! payment window, after the order was placed. Each type serializes to the JSON that the front end passes on unchanged.
//!
//! | type of order | for the front end |
//! |---|---|
//! | JSAPI | [`JsapiPayment`] → `WeixinJSBridge.invoke("getBrandWCPayRequest", …)` |
//! | mini program (小程序) | [`MiniProgramPayment`] → `wx.requestPayment(…)` |
//! | APP | [`AppPayment`] → `PayReq` of the OpenSDK |
//! | medical insurance (医保支付) | [`MedicalInsurancePayment`] → `requestMedicalInsurancePay` |
//! | transfer to a user (商家转账), also by a service provider | [`MerchantTransfer`] → `requestMerchantTransfer` |
//! | H5 | [`h5_url`] → open the URL; expires after five minutes |
//! | Native | the response's `code_url`, unchanged → a QR code; expires after two hours |
//! | pay score (支付分), coupon plug-in (发券插件) | [`PayscoreView`], [`SendCoupon`], [`coupon_url`]: signed with the APIv2 key |
//!
//! The [`Client`] signs with its current key, also after [`Client::renew_merchant`]. A custom [`Signer`](crate::Signer)
//! must sign within the client's timeout.
//!
//! `of` takes the appid from the order that was sent, and the session from its response: pass two that belong together.
//! The response to an order of another trade type does not compile, and an order of another merchant than the client's
//! is an error. The orders of `wechatpay-endpoints` say which appid signs; [`JsapiOrder`] and [`AppOrder`] say so for
//! orders that a program declares. In an order of a service provider (服务商), the appid is that of the payer's openid.
//! `sign` takes the values one by one.
//!
//! A `prepay_id` expires after two hours. Sign again each time the front end starts the payment.
//!
//! ```no_run
//! use wechatpay_client::{
//!     Client, Result,
//!     pay::{JsapiOrder, MiniProgramPayment},
//! };
//!
//! async fn payment<Order: JsapiOrder>(
//!     client: &Client,
//!     order: &Order,
//!     prepaid: &Order::Response,
//! ) -> Result<serde_json::Value> {
//!     let payment = MiniProgramPayment::of(client, order, prepaid).await?;
//!     Ok(serde_json::json!(payment)) // the argument of `wx.requestPayment`
//! }
//! ```
//!
//! Follows 签名与验签规则 in the official repository `wechatpay-apiv3/wechatpay-skills`.

mod api_v2;
mod medical;
mod order;
mod transfer;

use std::time::SystemTime;

use percent_encoding::utf8_percent_encode;
use serde::Serialize;

pub use api_v2::{ApiV2Key, Coupon, PayscoreView, SendCoupon, coupon_url};
pub use medical::MedicalInsurancePayment;
pub use order::{
    AppOrder, JsapiOrder, MedicalOrder, MedicalSession, OrderApps, PrepaySession, only, required,
    returned,
};
pub use transfer::{MerchantTransfer, TransferRequest, TransferToConfirm};

use order::{check_merchant, check_trade_type};

use crate::{
    call_error::Result,
    client::Client,
    clock::unix_seconds,
    crypto,
    request::RESERVED,
    sign::{
        SigningError,
        message::{FrontEnd, Message},
    },
};

/// The argument of `wx.requestPayment`, with which a mini program starts a payment (小程序调起支付).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MiniProgramPayment {
    /// The time of the signature, in Unix seconds as text (`timeStamp`).
    pub time_stamp: String,
    /// The random text, used only once (`nonceStr`).
    pub nonce_str: String,
    /// The order to pay, as `prepay_id=…` (`package`).
    pub package: String,
    /// The algorithm of the signature, `RSA` (`signType`). The signature does not cover it.
    pub sign_type: &'static str,
    /// The signature, in base64 (`paySign`).
    pub pay_sign: String,
}

impl MiniProgramPayment {
    /// Signs the payment of an order, with the time now and a fresh nonce: `order` is the request that was sent, and
    /// `session` is its response.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    ///   app starts the payment, or has another trade type; the response has no `prepay_id`.
    /// - [`SigningErrorKind::OtherMerchant`](crate::error::SigningErrorKind::OtherMerchant): the order belongs to another
    ///   merchant than the client.
    /// - The errors of [`sign`](Self::sign).
    pub async fn of<Order: JsapiOrder + ?Sized>(
        client: &Client,
        order: &Order,
        session: &Order::Response,
    ) -> Result<Self> {
        check_trade_type(order.trade_type(), "JSAPI")?;
        check_merchant(client, order.mchid())?;
        Self::sign(client, order.appid()?, session.prepay_id()?).await
    }

    /// Signs the payment of the order `prepay_id` in the mini program `appid`, with the time now and a fresh nonce.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty or has a
    ///   control character, or `prepay_id` has `=`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    /// - [`SigningErrorKind::Signer`](crate::error::SigningErrorKind::Signer): the merchant's custom
    ///   [`Signer`](crate::Signer) fails.
    /// - [`ErrorKind::Transport`](crate::ErrorKind::Transport): the custom signer did not sign within the client's
    ///   timeout.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, SystemTime::now(), &nonce()?).await
    }

    /// Signs like [`sign`](Self::sign), but with the given timestamp and nonce. The nonce has at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// The errors of [`sign`](Self::sign).
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

/// The argument of `getBrandWCPayRequest`, with which a web page inside WeChat starts a payment (JSAPI 调起支付).
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::{JsapiOrder, JsapiPayment}};
/// # async fn example<Order: JsapiOrder>(client: &Client, order: &Order, prepaid: &Order::Response) -> Result<()> {
/// let payment = JsapiPayment::of(client, order, prepaid).await?;
/// let script = format!(
///     r#"WeixinJSBridge.invoke("getBrandWCPayRequest", {})"#,
///     serde_json::json!(payment),
/// );
/// # drop(script); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct JsapiPayment {
    /// The appid of the official account (公众号, `appId`).
    #[serde(rename = "appId")]
    pub app_id: String,
    /// The other members, which are the same as for a mini program.
    #[serde(flatten)]
    pub payment: MiniProgramPayment,
}

impl JsapiPayment {
    /// Signs the payment of an order, with the time now and a fresh nonce: `order` is the request that was sent, and
    /// `session` is its response.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    ///   app starts the payment, or has another trade type; the response has no `prepay_id`.
    /// - [`SigningErrorKind::OtherMerchant`](crate::error::SigningErrorKind::OtherMerchant): the order belongs to another
    ///   merchant than the client.
    /// - The errors of [`sign`](Self::sign).
    pub async fn of<Order: JsapiOrder + ?Sized>(
        client: &Client,
        order: &Order,
        session: &Order::Response,
    ) -> Result<Self> {
        check_trade_type(order.trade_type(), "JSAPI")?;
        check_merchant(client, order.mchid())?;
        Self::sign(client, order.appid()?, session.prepay_id()?).await
    }

    /// Signs the payment of the order `prepay_id` for the official account `appid`, with the time now and a fresh
    /// nonce.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty or has a
    ///   control character, or `prepay_id` has `=`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    /// - [`SigningErrorKind::Signer`](crate::error::SigningErrorKind::Signer): the merchant's custom
    ///   [`Signer`](crate::Signer) fails.
    /// - [`ErrorKind::Transport`](crate::ErrorKind::Transport): the custom signer did not sign within the client's
    ///   timeout.
    pub async fn sign(client: &Client, appid: &str, prepay_id: &str) -> Result<Self> {
        Self::sign_at(client, appid, prepay_id, SystemTime::now(), &nonce()?).await
    }

    /// Signs like [`sign`](Self::sign), but with the given timestamp and nonce. The nonce has at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// The errors of [`sign`](Self::sign).
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

/// The members of `PayReq`, with which an app starts a payment by the OpenSDK (APP 调起支付). On iOS and HarmonyOS, the
/// names are the same in camel case.
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::{AppOrder, AppPayment}};
/// # async fn example<Order: AppOrder>(client: &Client, order: &Order, prepaid: &Order::Response) -> Result<()> {
/// let payment = AppPayment::of(client, order, prepaid).await?;
/// assert_eq!(payment.package, "Sign=WXPay");
/// # Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AppPayment {
    /// The appid of the app.
    pub appid: String,
    /// The merchant number (商户号, `mchid`) of the payee. The signature does not cover it.
    pub partnerid: String,
    /// The order to pay: the `prepay_id` that WeChat Pay returned.
    pub prepayid: String,
    /// The fixed text `Sign=WXPay`. The signature does not cover it.
    pub package: &'static str,
    /// The random text, used only once.
    pub noncestr: String,
    /// The time of the signature, in Unix seconds as text.
    pub timestamp: String,
    /// The signature, in base64.
    pub sign: String,
}

impl AppPayment {
    /// Signs the payment of an order, with the time now and a fresh nonce: `order` is the request that was sent, and
    /// `session` is its response.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    ///   app starts the payment or who the payee is, or has another trade type; the response has no `prepay_id`.
    /// - [`SigningErrorKind::OtherMerchant`](crate::error::SigningErrorKind::OtherMerchant): the order belongs to another
    ///   merchant than the client.
    /// - The errors of [`sign`](Self::sign).
    pub async fn of<Order: AppOrder + ?Sized>(
        client: &Client,
        order: &Order,
        session: &Order::Response,
    ) -> Result<Self> {
        check_trade_type(order.trade_type(), "APP")?;
        check_merchant(client, order.mchid())?;
        let (appid, partnerid) = (order.appid()?, order.partnerid()?);
        Self::sign(client, appid, partnerid, session.prepay_id()?).await
    }

    /// Signs the payment of the order `prepay_id` in the app `appid`, with the time now and a fresh nonce. `partnerid`
    /// is the merchant number (商户号, `mchid`) of the payee.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty or has a
    ///   control character, or `prepay_id` has `=`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    /// - [`SigningErrorKind::Signer`](crate::error::SigningErrorKind::Signer): the merchant's custom
    ///   [`Signer`](crate::Signer) fails.
    /// - [`ErrorKind::Transport`](crate::ErrorKind::Transport): the custom signer did not sign within the client's
    ///   timeout.
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

    /// Signs like [`sign`](Self::sign), but with the given timestamp and nonce. The nonce has at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// The errors of [`sign`](Self::sign).
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

/// Returns the URL that starts an H5 payment (H5调起支付): the `h5_url` of the response, with `redirect_url`, to which
/// the browser returns after the payment. This function signs nothing.
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
