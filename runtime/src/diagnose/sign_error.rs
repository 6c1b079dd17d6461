//! The likely cause of a 401 `SIGN_ERROR`, with which WeChat Pay refuses a signature, found by comparing the response with
//! the request.
//!
//! The messages of WeChat Pay are documented at <https://pay.weixin.qq.com/doc/v3/merchant/4012072670>

use std::{fmt, time::UNIX_EPOCH};

use bytes::Bytes;
use http::{HeaderMap, Response, header};
use serde_json::Value;

use crate::sign::{Merchant, message::SignedRequest};

/// The largest accepted difference between the clocks, in seconds.
const MAX_CLOCK_SKEW: u64 = 300;

/// The likely cause of a 401 `SIGN_ERROR`, with which WeChat Pay refuses the signature of a request. The `Display` text
/// says what to do.
///
/// WeChat Pay does not sign such a response, so the cause is a hint and not proof.
/// [`ApiError::likely_cause`](crate::ApiError::likely_cause) returns the cause:
///
/// ```
/// use wechatpay_client::{ApiError, error::SignErrorDiagnosis};
///
/// fn has_wrong_clock(error: &ApiError) -> bool {
///     matches!(error.likely_cause(), Some(SignErrorDiagnosis::Clock { .. }))
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignErrorDiagnosis {
    /// The local clock is wrong: the request arrived more than five minutes before or after its timestamp.
    Clock {
        /// The seconds by which WeChat Pay's clock is ahead of the local clock, negative if WeChat Pay's clock is behind.
        /// `None` if the `Date` of the response shows no such difference.
        server_ahead: Option<i64>,
    },
    /// The merchant has no certificate with the given serial number: either the merchant number (商户号, `mchid`) or the
    /// serial number (`serial_no`) is wrong.
    SerialNo,
    /// The merchant number (商户号, `mchid`) is wrong, or the merchant has no API certificate.
    Mchid,
    /// The merchant API certificate (商户API证书) is no longer valid: expired, revoked or replaced.
    Certificate,
    /// The private key does not belong to the certificate with the given `serial_no`. The request arrived exactly as
    /// sent.
    PrivateKey,
    /// Either the private key does not belong to the certificate with the given `serial_no`, or the end of the body
    /// was changed on the way. The response shows only the beginning of the body and its length, which are both right.
    PrivateKeyOrBody {
        /// The number of characters of the body that the response shows. All of them are as sent.
        shown: usize,
    },
    /// The `Authorization` header was changed on the way.
    AuthorizationChanged,
    /// The HTTP method was changed on the way.
    MethodChanged,
    /// The path or the query was changed on the way.
    TargetChanged,
    /// The path arrived with a prefix that is not signed: a reverse proxy did not remove the path prefix of
    /// [`ClientBuilder::base_url`](crate::ClientBuilder::base_url), or added one.
    TargetPrefixed,
    /// The body was changed on the way, for example serialized again by a proxy.
    BodyChanged {
        /// The size of the body that was signed and sent, in bytes.
        sent: usize,
        /// The size of the body that arrived at WeChat Pay, in bytes.
        received: usize,
    },
}

impl SignErrorDiagnosis {
    /// Finds the cause of a 401 `SIGN_ERROR` from the response only, for a log whose request is not at hand. `None` if the
    /// response does not tell the cause, and for every other error.
    ///
    /// ```
    /// use http::Response;
    /// use wechatpay_client::{bytes::Bytes, error::SignErrorDiagnosis};
    ///
    /// let body = r#"{"code": "SIGN_ERROR", "message": "商户证书序列号有误"}"#;
    /// let response = Response::builder().status(401).body(Bytes::from(body)).unwrap();
    /// assert_eq!(SignErrorDiagnosis::of_response(&response), Some(SignErrorDiagnosis::SerialNo));
    /// ```
    #[must_use]
    pub fn of_response(response: &Response<Bytes>) -> Option<Self> {
        let body: Value = serde_json::from_slice(response.body()).ok()?;
        if body.get("code")? != "SIGN_ERROR" {
            return None;
        }
        let detail = body.get("detail").unwrap_or(&Value::Null);
        // WeChat Pay compared a signature with the message that the response shows, so the rest needs the request.
        if ReceivedMessage::from_detail(detail).is_some() {
            return None;
        }
        let message = body
            .get("message")
            .and_then(Value::as_str)
            .unwrap_or_default();
        Self::from_message(message, false).filter(|cause| {
            // Without the request, the message of every wrong signature says nothing of the merchant.
            *cause != Self::Mchid || message.contains("未申请过证书")
        })
    }

    /// Finds the cause of a 401 `SIGN_ERROR` from its message, detail and headers, for the `signed` request.
    ///
    /// WeChat Pay checks the timestamp before the signature. If the response shows the message that WeChat Pay
    /// built from the request, the clock is right.
    pub(crate) fn from_response(
        message: &str,
        detail: &Value,
        headers: &HeaderMap,
        signed: &SignedRequest<'_>,
        merchant: &Merchant,
    ) -> Option<Self> {
        let server_ahead = server_ahead(headers, signed.timestamp);
        if let Some(received) = ReceivedMessage::from_detail(detail) {
            return received.compare(signed, merchant);
        }
        match Self::from_message(message, merchant.is_certified()) {
            Some(Self::Clock { .. }) => Some(Self::Clock { server_ahead }),
            // WeChat Pay compared signatures, so it knows the merchant. It does not show what it compared.
            Some(Self::Mchid) if has_compared(detail) => None,
            None if server_ahead.is_some() => Some(Self::Clock { server_ahead }),
            cause => cause,
        }
    }

    fn from_message(message: &str, certified: bool) -> Option<Self> {
        let mentions = |words: &[&str]| words.iter().any(|word| message.contains(word));
        if mentions(&["timestamp"]) {
            Some(Self::Clock { server_ahead: None })
        } else if mentions(&["过期", "作废", "更换证书"])
            || (mentions(&["证书序列号"]) && certified)
        {
            // A certificate has confirmed that number, serial number and key belong together, so only its
            // validity can be wrong.
            Some(Self::Certificate)
        } else if mentions(&["证书序列号"]) {
            Some(Self::SerialNo)
        } else if mentions(&["Authorization", "签名信息错误"]) {
            Some(Self::AuthorizationChanged)
        } else if mentions(&["未申请过证书"])
            || (mentions(&["签名错误", "错误的签名"]) && !certified)
        {
            // To a known merchant WeChat Pay shows what it compared.
            Some(Self::Mchid)
        } else {
            None
        }
    }
}

fn has_compared(detail: &Value) -> bool {
    let issues = [detail.pointer("/issue"), detail.pointer("/detail/issue")];
    issues
        .into_iter()
        .flatten()
        .any(|issue| issue == "sign not match")
}

/// The message that WeChat Pay built from the request (`sign_information`). Never shown, because it holds the
/// nonce.
struct ReceivedMessage {
    /// The message, whose body is cut after a few characters.
    message: String,
    /// The length of the whole message in bytes.
    length: usize,
}

impl ReceivedMessage {
    fn from_detail(detail: &Value) -> Option<Self> {
        let information = detail.get("sign_information")?;
        let length = information.get("sign_message_length")?.as_u64()?;
        Some(Self {
            message: information
                .get("truncated_sign_message")?
                .as_str()?
                .to_owned(),
            length: usize::try_from(length).ok()?,
        })
    }

    /// Finds the first line that differs from the signed one.
    fn compare(
        &self,
        signed: &SignedRequest<'_>,
        merchant: &Merchant,
    ) -> Option<SignErrorDiagnosis> {
        let timestamp = signed.timestamp.to_string();
        let expected_lines = [
            (signed.method, SignErrorDiagnosis::MethodChanged),
            (signed.target, SignErrorDiagnosis::TargetChanged),
            (&timestamp, SignErrorDiagnosis::AuthorizationChanged),
            (signed.nonce, SignErrorDiagnosis::AuthorizationChanged),
        ];
        let lines_length: usize = expected_lines.iter().map(|(line, _)| line.len() + 1).sum();
        let mut lines = self.message.splitn(expected_lines.len() + 1, '\n');
        for (line, cause) in expected_lines {
            let arrived = lines.next().unwrap_or_default();
            if arrived == line {
                continue;
            }
            let is_prefixed = arrived.starts_with('/') && arrived.ends_with(signed.target);
            return Some(match cause {
                SignErrorDiagnosis::TargetChanged if is_prefixed => {
                    SignErrorDiagnosis::TargetPrefixed
                }
                cause => cause,
            });
        }
        let shown = lines.next().unwrap_or_default();
        let shown = shown.strip_suffix('\n').unwrap_or(shown);
        let sent = signed.body.len();
        let received = self.length.saturating_sub(lines_length + 1);
        let is_same = sent == received && signed.body.starts_with(shown.as_bytes());
        let is_whole = sent == shown.len();
        match (is_same, is_whole, merchant.is_certified()) {
            (true, true, false) => Some(SignErrorDiagnosis::PrivateKey),
            (true, false, false) => Some(SignErrorDiagnosis::PrivateKeyOrBody {
                shown: shown.chars().count(),
            }),
            (true, true, true) => None,
            // The key is right, so the rest of the body differs.
            _ => Some(SignErrorDiagnosis::BodyChanged { sent, received }),
        }
    }
}

/// The seconds by which the `Date` of the response is ahead of the timestamp. `None` if the difference is
/// within the accepted one.
fn server_ahead(headers: &HeaderMap, timestamp: u64) -> Option<i64> {
    let date = headers.get(header::DATE)?.to_str().ok()?;
    let date = httpdate::parse_http_date(date).ok()?;
    let date = date.duration_since(UNIX_EPOCH).ok()?.as_secs();
    let ahead = i64::try_from(i128::from(date) - i128::from(timestamp)).ok()?;
    (ahead.unsigned_abs() > MAX_CLOCK_SKEW).then_some(ahead)
}

impl fmt::Display for SignErrorDiagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Clock {
                server_ahead: Some(ahead),
            } => {
                let seconds = ahead.unsigned_abs();
                let side = if *ahead < 0 { "ahead of" } else { "behind" };
                return write!(
                    f,
                    "the local clock is {seconds} s {side} WeChat Pay's: set the clock by a time server (NTP)"
                );
            }
            Self::Clock { server_ahead: None } => {
                "the timestamp of the request was more than 5 minutes off: compare the local clock with a \
                 time server"
            }
            Self::SerialNo => {
                "mchid has no certificate with this serial_no: correct the one that is wrong (`openssl \
                 x509 -noout -subject -serial -in apiclient_cert.pem` shows both)"
            }
            Self::Mchid => {
                "mchid is not the number of a merchant with an API certificate: compare mchid with the \
                 merchant platform, or apply there for a certificate"
            }
            Self::Certificate => {
                "the merchant API certificate has expired, or was revoked or replaced: use the new \
                 certificate"
            }
            Self::PrivateKey => {
                "the private key does not belong to the certificate with this serial_no: correct one of them \
                 (`Merchant::with_certificate` compares both, if the key is in memory)"
            }
            Self::PrivateKeyOrBody { shown } => {
                return write!(
                    f,
                    "either the private key does not belong to the certificate with this serial_no: correct one \
                     of them (`Merchant::with_certificate` compares both, if the key is in memory); or a proxy on \
                     the way changed the body after its first {shown} characters, but not its length: send the \
                     body unchanged"
                );
            }
            Self::AuthorizationChanged => {
                "a proxy on the way removed or changed the header `Authorization`: let the proxy forward the \
                 header unchanged"
            }
            Self::MethodChanged => {
                "a proxy on the way changed the method: let the proxy forward the method unchanged"
            }
            Self::TargetChanged => {
                "a proxy on the way changed the path or the query: let the proxy forward both unchanged"
            }
            Self::TargetPrefixed => {
                "the path arrived with a prefix, which is not signed: let the reverse proxy remove the \
                 prefix of `base_url` and add none"
            }
            Self::BodyChanged { sent, received } => {
                return write!(
                    f,
                    "a proxy on the way changed the body ({sent} bytes were sent, {received} arrived): let the \
                     proxy forward the body unchanged"
                );
            }
        })
    }
}
