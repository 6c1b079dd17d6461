//! Why WeChat Pay does not take a signature: what a 401 `SIGN_ERROR` and the request together show.
//!
//! The words that it tells the causes by: <https://pay.weixin.qq.com/doc/v3/merchant/4012072670>

use std::{fmt, time::UNIX_EPOCH};

use hyper::{HeaderMap, header};
use serde_json::Value;

use crate::sign::{Merchant, message::SignedRequest};

/// How far the clocks may be apart, in seconds.
const MAX_CLOCK_SKEW: u64 = 300;

/// The likely cause of a 401 `SIGN_ERROR`; its text says what to do about it.
///
/// Such a response is not signed, so this is a hint and no proof.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignErrorDiagnosis {
    /// The request came more than five minutes before or after its timestamp.
    Clock {
        /// Seconds by which WeChat Pay's clock is ahead of the local one, negative if it is behind.
        /// `None` if the response's `Date` does not show it.
        server_ahead: Option<i64>,
    },
    /// The merchant number (商户号, `mchid`) has no certificate of this `serial_no`: one of the two is
    /// wrong.
    SerialNo,
    /// WeChat Pay knows no merchant of this `mchid` who signs.
    Mchid,
    /// The merchant API certificate (商户API证书) is not in force any more: expired, revoked or
    /// replaced.
    Certificate,
    /// The private key is not that of the certificate with this `serial_no`: all of the request arrived
    /// as it was sent.
    PrivateKey,
    /// The private key is not that of the certificate with this `serial_no`, or the body was changed
    /// behind its beginning. The response does not tell which: it shows only the beginning of the body,
    /// and the length is right.
    PrivateKeyOrBody {
        /// Characters of the body that the response shows, and that arrived as they were sent.
        shown: usize,
    },
    /// The `Authorization` header did not arrive as it was sent.
    AuthorizationChanged,
    /// The method did not arrive as it was sent.
    MethodChanged,
    /// Path and query did not arrive as they were sent.
    TargetChanged,
    /// The path arrived with a prefix before it, so that it is not the one that was signed: a reverse
    /// proxy did not take the prefix of `base_url` off.
    TargetPrefixed,
    /// The body did not arrive as it was sent: re-serialized by a proxy, for one.
    BodyChanged {
        /// How many bytes were signed and sent.
        sent: usize,
        /// How many arrived.
        received: usize,
    },
}

impl SignErrorDiagnosis {
    /// The cause of a 401 `SIGN_ERROR` with this message, detail and headers, in response to the request that
    /// `signed` was.
    ///
    /// WeChat Pay tests the timestamp before the signature: where it shows the message that it made
    /// of the request, the clock is right.
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
        match Self::from_message(message, merchant) {
            Some(Self::Clock { .. }) => Some(Self::Clock { server_ahead }),
            // WeChat Pay has compared, so it knows the merchant, and does not show with what.
            Some(Self::Mchid) if has_compared(detail) => None,
            None if server_ahead.is_some() => Some(Self::Clock { server_ahead }),
            cause => cause,
        }
    }

    fn from_message(message: &str, merchant: &Merchant) -> Option<Self> {
        let mentions = |words: &[&str]| words.iter().any(|word| message.contains(word));
        let certified = merchant.is_certified();
        if mentions(&["timestamp"]) {
            Some(Self::Clock { server_ahead: None })
        } else if mentions(&["过期", "作废", "更换证书"])
            || (mentions(&["证书序列号"]) && certified)
        {
            // A certificate says that number, serial and key belong together: only its own time is
            // left.
            Some(Self::Certificate)
        } else if mentions(&["证书序列号"]) {
            Some(Self::SerialNo)
        } else if mentions(&["Authorization", "签名信息错误"]) {
            Some(Self::AuthorizationChanged)
        } else if mentions(&["未申请过证书"])
            || (mentions(&["签名错误", "错误的签名"]) && !certified)
        {
            // To a merchant that is known it shows what it compared with.
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

/// What WeChat Pay made of the request (`sign_information`). Holds the nonce: not to be shown.
struct ReceivedMessage {
    /// The message, its body cut after a few characters.
    message: String,
    /// The bytes of the whole message.
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

    /// The first line that is not as it was signed.
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
            // The key is right, so the rest of the body must differ.
            _ => Some(SignErrorDiagnosis::BodyChanged { sent, received }),
        }
    }
}

/// By how much the `Date` of the response is ahead of the signature, if it is so by more than is taken.
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
                    "the local clock is {seconds} s {side} WeChat Pay's: set the clock"
                );
            }
            Self::Clock { server_ahead: None } => {
                "the timestamp of the request was more than 5 minutes off when it arrived: compare \
                 the local clock with a time server"
            }
            Self::SerialNo => {
                "mchid has no certificate with this serial_no: one of the two is wrong (`openssl \
                 x509 -noout -subject -serial -in apiclient_cert.pem` shows both)"
            }
            Self::Mchid => "mchid is not the number of a merchant with an API certificate",
            Self::Certificate => {
                "the merchant API certificate has expired, or was revoked or replaced: use the new \
                 one"
            }
            Self::PrivateKey => {
                "the private key is not that of the certificate with this serial_no \
                 (`Merchant::with_certificate` confirms a merchant's key that is in memory)"
            }
            Self::PrivateKeyOrBody { shown } => {
                return write!(
                    f,
                    "either the private key is not that of the certificate with this serial_no \
                     (`Merchant::with_certificate` rules it out for a merchant's key that is in memory), \
                     or a proxy on the way changed the \
                     body behind its first {shown} characters without changing its length"
                );
            }
            Self::AuthorizationChanged => {
                "a proxy on the way removed or changed the header `Authorization`"
            }
            Self::MethodChanged => "a proxy on the way changed the method",
            Self::TargetChanged => "a proxy on the way changed the path or the query",
            Self::TargetPrefixed => {
                "the path arrived with a prefix before it, which is not signed: let the reverse proxy \
                 take the prefix of `base_url` off, and put none before the path"
            }
            Self::BodyChanged { sent, received } => {
                return write!(
                    f,
                    "a proxy on the way changed the body: {sent} bytes were sent, {received} arrived"
                );
            }
        })
    }
}
