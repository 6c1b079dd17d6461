//! Front-end parameters that WeChat Pay still verifies by HMAC-SHA256 under the APIv2 key: pay score (支付分) and
//! coupons (商家券).

use std::fmt;

use percent_encoding::utf8_percent_encode;
use serde::{Serialize, Serializer, ser::SerializeMap};
use zeroize::Zeroizing;

use super::nonce;
use crate::{
    client::Client,
    clock::unix_now,
    crypto::{self, KeyError, KeyErrorKind, KeySubject},
    request::RESERVED,
    sign::{
        SignedValueError, SignedValueErrorKind, SigningError,
        message::{Message, Pair},
    },
};

/// The APIv2 key (API密钥): 32 letters and digits, which the merchant sets on the merchant platform (商户平台). This is
/// not the APIv3 key ([`ApiV3Key`](crate::ApiV3Key)).
#[derive(Clone)]
pub struct ApiV2Key(Zeroizing<String>);

impl ApiV2Key {
    /// Creates a key from its 32 characters.
    ///
    /// # Errors
    ///
    /// [`KeyErrorKind::InvalidFormat`](crate::error::KeyErrorKind::InvalidFormat): the text is not 32 ASCII letters
    /// and digits.
    pub fn new(key: impl Into<String>) -> Result<Self, KeyError> {
        let key = Zeroizing::new(key.into());
        if key.len() != 32 || !key.bytes().all(|c| c.is_ascii_alphanumeric()) {
            return Err(KeyError::new(
                KeySubject::ApiV2Key,
                KeyErrorKind::InvalidFormat,
            ));
        }
        Ok(Self(key))
    }

    /// HMAC-SHA256 over the pairs, sorted by name, followed by the key: in upper-case hexadecimal.
    fn sign(&self, pairs: &[Pair<'_>]) -> Result<String, SigningError> {
        let pairs = Message::Pairs(pairs).to_bytes()?;
        let parts: [&[u8]; 3] = [&pairs, b"key=", self.0.as_bytes()];
        let message = Zeroizing::new(parts.concat());
        let signature = crypto::hmac_sha256(self.0.as_bytes(), &message);
        signature.map_err(SigningError::openssl)
    }
}

impl fmt::Debug for ApiV2Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[APIv2 key]")
    }
}

/// The argument of `openBusinessView`, which opens a page of pay score (支付分). A mini program passes this value as
/// `extraData`; a web page passes its [`query_string`](Self::query_string).
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::{ApiV2Key, PayscoreView}};
/// # fn example(client: &Client, package: &str) -> Result<()> {
/// let key = ApiV2Key::new("0123456789abcdefghijklmnopqrstuv")?;
/// let view = PayscoreView::confirm(client, &key, package)?;
/// let argument = serde_json::json!({ "businessType": view.business_type(), "extraData": view });
/// # drop(argument); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayscoreView {
    business_type: &'static str,
    pairs: Vec<(&'static str, String)>,
}

impl PayscoreView {
    /// Signs the page on which the user confirms an order (`wxpayScoreUse`). `package` comes from the response that
    /// created the order.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty, or has a
    ///   control character or `&`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    pub fn confirm(client: &Client, key: &ApiV2Key, package: &str) -> Result<Self, SigningError> {
        let fields = [Pair::new("package", package)];
        Self::sign_at("wxpayScoreUse", client, key, &fields, unix_now(), &nonce()?)
    }

    /// Signs the page on which the user views an order (`wxpayScoreDetail`). `out_order_no` is the merchant's
    /// number of that order.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty, or has a
    ///   control character or `&`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    pub fn detail(
        client: &Client,
        key: &ApiV2Key,
        service_id: &str,
        out_order_no: &str,
    ) -> Result<Self, SigningError> {
        let fields = [
            Pair::new("service_id", service_id),
            Pair::new("out_order_no", out_order_no),
        ];
        Self::sign_at(
            "wxpayScoreDetail",
            client,
            key,
            &fields,
            unix_now(),
            &nonce()?,
        )
    }

    /// Signs the page on which the user enables the service (`wxpayScoreEnable`). `out_request_no` is the merchant's
    /// number of this request.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty, or has a
    ///   control character or `&`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    pub fn enable(
        client: &Client,
        key: &ApiV2Key,
        service_id: &str,
        out_request_no: &str,
    ) -> Result<Self, SigningError> {
        let fields = [
            Pair::new("service_id", service_id),
            Pair::new("out_request_no", out_request_no),
        ];
        Self::sign_at(
            "wxpayScoreEnable",
            client,
            key,
            &fields,
            unix_now(),
            &nonce()?,
        )
    }

    fn sign_at(
        business_type: &'static str,
        client: &Client,
        key: &ApiV2Key,
        fields: &[Pair<'_>],
        timestamp: u64,
        nonce: &str,
    ) -> Result<Self, SigningError> {
        let (merchant, timestamp) = (client.signing_merchant()?, timestamp.to_string());
        let mut pairs = vec![Pair::new("mch_id", merchant.mchid())];
        pairs.extend(fields);
        pairs.extend([
            Pair::new("timestamp", &timestamp),
            Pair::new("nonce_str", nonce),
            Pair::new("sign_type", "HMAC-SHA256"),
        ]);
        let sign = key.sign(&pairs)?;
        pairs.push(Pair::new("sign", &sign));
        let to_owned = |pair: Pair<'_>| (pair.name, pair.value.to_owned());
        Ok(Self {
            business_type,
            pairs: pairs.into_iter().map(to_owned).collect(),
        })
    }

    /// The `businessType` that `openBusinessView` needs beside this value: `wxpayScoreUse`, `wxpayScoreDetail` or
    /// `wxpayScoreEnable`.
    #[must_use]
    pub fn business_type(&self) -> &'static str {
        self.business_type
    }

    /// The `queryString` that a web page passes to `openBusinessView`.
    #[must_use]
    pub fn query_string(&self) -> String {
        query_string(self.pairs.iter().map(|(name, value)| (*name, &**value)))
    }
}

impl Serialize for PayscoreView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.pairs.iter().map(|(name, value)| (name, value)))
    }
}

/// A coupon to send: the stock (批次) it comes from, and the number of this sending (发券凭证号, `out_request_no`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct Coupon {
    /// The ID of the stock that the coupon comes from (批次号).
    pub stock_id: String,
    /// The number that the merchant gives to this sending (发券凭证号), unique for each sending.
    pub out_request_no: String,
}

impl Coupon {
    fn pairs(&self) -> [Pair<'_>; 2] {
        [
            Pair::new("stock_id", &self.stock_id),
            Pair::new("out_request_no", &self.out_request_no),
        ]
    }
}

/// The parameters of the mini program plug-in `send-coupon` (小程序发券插件).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendCoupon {
    coupons: Vec<Coupon>,
    send_coupon_merchant: String,
    sign: String,
}

impl SendCoupon {
    /// Signs the parameters with which the client's merchant sends `coupons`, in the given order.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): there is no coupon, or a
    ///   value is empty or has a control character or `&`.
    /// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
    pub fn sign(
        client: &Client,
        key: &ApiV2Key,
        coupons: Vec<Coupon>,
    ) -> Result<Self, SigningError> {
        if coupons.is_empty() {
            let error = SignedValueError::new("coupons", SignedValueErrorKind::Empty);
            return Err(error.into());
        }
        let merchant = client.signing_merchant()?;
        let numbered = coupons.iter().enumerate().flat_map(|(number, coupon)| {
            coupon.pairs().map(|pair| Pair {
                number: Some(number),
                ..pair
            })
        });
        let mut pairs = vec![Pair::new("send_coupon_merchant", merchant.mchid())];
        pairs.extend(numbered);
        Ok(Self {
            sign: key.sign(&pairs)?,
            send_coupon_merchant: merchant.mchid().to_owned(),
            coupons,
        })
    }
}

impl Serialize for SendCoupon {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("send_coupon_params", &self.coupons)?;
        map.serialize_entry("send_coupon_merchant", &self.send_coupon_merchant)?;
        map.serialize_entry("sign", &self.sign)?;
        map.end()
    }
}

/// Signs the URL of the page on which the user `open_id` receives a coupon (H5发券).
///
/// # Errors
///
/// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): a value is empty, or has a
///   control character or `&`.
/// - [`SigningErrorKind::OpenSsl`](crate::error::SigningErrorKind::OpenSsl): OpenSSL fails.
pub fn coupon_url(
    client: &Client,
    key: &ApiV2Key,
    coupon: &Coupon,
    open_id: &str,
) -> Result<String, SigningError> {
    let merchant = client.signing_merchant()?;
    let mut pairs = coupon.pairs().to_vec();
    pairs.extend([
        Pair::new("send_coupon_merchant", merchant.mchid()),
        Pair::new("open_id", open_id),
    ]);
    let sign = key.sign(&pairs)?;
    pairs.push(Pair::new("sign", &sign));
    let query = query_string(pairs.iter().map(|pair| (pair.name, pair.value)));
    Ok(format!(
        "https://action.weixin.qq.com/busifavor/getcouponinfo?{query}#wechat_pay&wechat_redirect"
    ))
}

pub(super) fn query_string<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let pairs: Vec<_> = pairs
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, RESERVED)))
        .collect();
    pairs.join("&")
}
