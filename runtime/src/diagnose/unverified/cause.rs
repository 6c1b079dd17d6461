//! The causes that a diagnosis finds, and what to do about each.

use std::fmt;

use crate::verify::SignatureHeader;

/// The cause for which a response or notification does not verify. Its `Display` text says what to do.
///
/// A cause is proven or observed. A proven one, when undone, makes the signature verify. If several causes
/// apply, the one to undo first is returned. [`Clock`](Self::Clock), [`KeyId`](Self::KeyId) and all that begin
/// with `Body`, `Bom` and `LineBreak` are proven, unless their docs say otherwise. The others are facts about
/// the received message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyDiagnosis {
    /// The white space between the tokens of the JSON was changed: indented, or parsed and printed again.
    BodyReformatted,
    /// The JSON was parsed and printed again. WeChat Pay's order of members is known only for notifications, so
    /// reordered members cannot be proven in responses.
    BodyReprinted {
        /// The members are in another order.
        reordered: bool,
        /// Characters are escaped in another way: `\/` for `/`, or `\uXXXX`.
        escaped: bool,
    },
    /// The body was encoded in base64, as API gateways do. Observed, not proven, if the decoded JSON object
    /// does not verify.
    BodyBase64,
    /// The body was encoded as a JSON string (JSON encoded twice). Observed, not proven, if the decoded JSON
    /// object does not verify.
    BodyJsonString,
    /// The event of an API gateway (AWS Lambda, Tencent Cloud SCF) was verified instead of the body inside it:
    /// `{"body": "…", "isBase64Encoded": true}`.
    BodyWrapped,
    /// The body was encoded as an HTML form (`application/x-www-form-urlencoded`). Observed, not proven, if the
    /// decoded JSON object does not verify.
    BodyUrlEncoded,
    /// Characters of the body were replaced by HTML entities, such as `&quot;`. Observed, not proven, if the
    /// decoded JSON object does not verify.
    BodyHtmlEscaped,
    /// The body is compressed, which the client never asks for. Observed, not proven, if the decompressed body
    /// does not verify, or if the compression is neither gzip nor zlib.
    BodyCompressed,
    /// The UTF-8 body was read as ISO-8859-1 or Windows-1252, or written as one of them. Observed, not proven,
    /// if the decoded JSON object does not verify.
    BodyTranscoded,
    /// The body is not UTF-8, but WeChat Pay sends UTF-8. Observed, not proven.
    BodyNotUtf8,
    /// Characters of the body were replaced by U+FFFD or `?`, as decoders and encoders do with characters
    /// outside their charset. Observed, not proven: U+FFFD in the body, or a notification whose `summary` is
    /// only `?`.
    BodyCharactersReplaced,
    /// A byte order mark was added before the body.
    BomAdded,
    /// The byte order mark before the body was removed.
    BomLost,
    /// A line break, `\n` or `\r\n`, was added after the body.
    LineBreakAdded,
    /// The line break after the body was removed.
    LineBreakLost,
    /// The body is empty, but should not be. Observed, not proven.
    BodyConsumed,
    /// The signature is right, but the time is not: the local clock is wrong, or the message is old.
    Clock {
        /// The seconds by which the message is ahead of the local clock, negative if it is behind.
        ahead: i64,
    },
    /// `Wechatpay-Timestamp` is not in seconds.
    TimestampUnit {
        /// `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// The time to verify at, as given by the caller, is not in seconds.
    LocalTimeUnit {
        /// `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// A header of the signature has several values, joined by a comma.
    HeaderJoined(SignatureHeader),
    /// The signature is right under a trusted key, but the message names another key ID than the one it is
    /// trusted under.
    KeyId {
        /// The key ID that the key is trusted under.
        trusted: String,
    },
    /// The message names the merchant's own API certificate (商户API证书), but WeChat Pay signs only with its
    /// own keys.
    MerchantSerial,
    /// The message names a WeChat Pay public key (微信支付公钥), but no public key is trusted.
    PublicKeyMode,
    /// The message names a platform certificate (微信支付平台证书), but only a public key is trusted.
    CertificateMode,
    /// The message names a platform certificate that was not downloaded at that time: at least one of the
    /// [`PlatformCertificates`](crate::PlatformCertificates) has not downloaded any yet, or the named one
    /// arrived since.
    CertificatesNotDownloaded,
    /// The message names a key of a trusted kind, but not a trusted key.
    OtherKey,
    /// The message is a signature probe (签名探测流量): there is nothing to fix.
    Probe,
}

impl fmt::Display for VerifyDiagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BodyReprinted { reordered, escaped } => write_reprinted(f, *reordered, *escaped),
            Self::Clock { ahead } => write_clock(f, *ahead),
            Self::TimestampUnit { unit } => write!(
                f,
                "`Wechatpay-Timestamp` is in {unit}, but WeChat Pay sends seconds: find what created or \
                 changed the header"
            ),
            Self::LocalTimeUnit { unit } => write!(
                f,
                "the time to verify at is in {unit}: pass seconds since 1970"
            ),
            Self::HeaderJoined(header) => write!(
                f,
                "the header `{header}` has several values, joined by a comma, as proxies do with a \
                 header that occurs twice: find what sets it twice, and pass each value separately"
            ),
            Self::KeyId { trusted } => write!(
                f,
                "signed with the key that is trusted as {trusted}, but the message names another key: \
                 compare the ID with the merchant platform, and trust the key under the right ID"
            ),
            _ => f.write_str(self.text()),
        }
    }
}

impl VerifyDiagnosis {
    /// The text of a cause that has no values.
    fn text(&self) -> &'static str {
        match self {
            Self::BodyBase64 => "the body arrived as base64: decode it before verification",
            Self::BodyJsonString => {
                "the body arrived as a JSON string (JSON encoded twice): decode it before verification, \
                 or verify its bytes as received"
            }
            Self::BodyWrapped => {
                "this is the event of an API gateway, and the body is its member `body`: verify that \
                 member, decoded from base64 if `isBase64Encoded` is true"
            }
            Self::BodyUrlEncoded => {
                "the body was encoded as an HTML form \
                 (application/x-www-form-urlencoded): verify its bytes as received"
            }
            Self::BodyHtmlEscaped => {
                "characters of the body were replaced by HTML entities, as filters against \
                 cross-site scripting do: verify its bytes as received, before the filter"
            }
            Self::BodyCompressed => {
                "the body arrived compressed (Content-Encoding), which the client never asks for: turn off \
                 compression on the way, or decompress the body before verification"
            }
            Self::BodyTranscoded => {
                "the charset of the body was confused between UTF-8 and ISO-8859-1 or Windows-1252: \
                 verify its bytes as received, before anything converts them to text"
            }
            Self::BodyNotUtf8 => {
                "the body is not UTF-8, though WeChat Pay sends UTF-8: another charset, such as GBK, \
                 or binary data; verify its bytes as received"
            }
            Self::BodyCharactersReplaced => {
                "characters of the body are U+FFFD or `?`, which a decoder or encoder for another \
                 charset leaves behind: verify its bytes as received, before anything converts them to text"
            }
            Self::BomAdded => {
                "a byte order mark was added before the body: verify its bytes as received"
            }
            Self::BomLost => {
                "the byte order mark before the body was removed: verify its bytes as received"
            }
            Self::LineBreakAdded => {
                "a line break was added after the body: verify its bytes as received"
            }
            Self::LineBreakLost => {
                "the line break after the body was removed: verify its bytes as received"
            }
            Self::BodyConsumed => {
                "the body is empty: the response has no body, or something read the notification's body \
                 first, such as the framework's parser; verify its bytes as received"
            }
            Self::MerchantSerial => {
                "the message names the merchant's own API certificate; WeChat Pay signs with its \
                 public key or a platform certificate"
            }
            Self::PublicKeyMode => {
                "the message names a WeChat Pay public key, but no public key is trusted: trust the \
                 public key too"
            }
            Self::CertificateMode => {
                "the message names a platform certificate, but only a WeChat Pay public key is \
                 trusted: trust the platform certificates too"
            }
            Self::CertificatesNotDownloaded => {
                "the message names a platform certificate that was not downloaded yet when the message was \
                 verified: see `PlatformCertificates::last_failure`, and verify again after a download"
            }
            Self::OtherKey => {
                "the message names a key that is not trusted: a newer key of WeChat Pay, the key of \
                 another merchant number, or a forgery"
            }
            Self::Probe => {
                "the signature is a probe, which WeChat Pay makes wrong on purpose to test verification: \
                 there is nothing to fix"
            }
            _ => {
                "the body's JSON was re-formatted after it was signed: verify its bytes as received, \
                 before anything parses them"
            }
        }
    }
}

fn write_reprinted(f: &mut fmt::Formatter<'_>, reordered: bool, escaped: bool) -> fmt::Result {
    f.write_str("the body's JSON was parsed and printed again")?;
    f.write_str(match (reordered, escaped) {
        (true, true) => ", with its members in another order and other escapes",
        (true, false) => ", with its members in another order",
        (false, true) => ", with other escapes (`\\/` or `\\uXXXX`)",
        (false, false) => "",
    })?;
    f.write_str(": verify its bytes as received, before anything parses them")
}

fn write_clock(f: &mut fmt::Formatter<'_>, ahead: i64) -> fmt::Result {
    let seconds = ahead.unsigned_abs();
    if ahead < 0 {
        write!(
            f,
            "the signature is right, but was made {seconds} s before the local time: either the \
             local clock is ahead, or the message is old (delayed or replayed); compare the clock \
             with a time server"
        )
    } else {
        write!(
            f,
            "the signature is right, but was made {seconds} s after the local time: the local clock \
             is behind; set the clock"
        )
    }
}
