//! The causes that a diagnosis finds, and what to do about each.

use std::fmt;

use crate::verify::SignatureHeader;

/// The cause for which a response or notification does not verify. The `Display` text says what to do.
/// [`VerifyError::diagnose`](crate::error::VerifyError::diagnose) returns the cause of a response.
///
/// A cause is *proven* if the signature verifies once the cause is reversed, for example once the body is decoded from
/// base64. Otherwise the cause is *observed*: a fact about the message, the trusted keys or the given time. Each variant
/// says which. If several causes apply, the one to reverse first is returned.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyDiagnosis {
    /// Proven: the white space of the JSON was changed, because the body was indented, or was parsed and printed again.
    BodyReformatted,
    /// Proven: the JSON of the body was parsed and printed again. In a response, members in another order are not
    /// recognized, because WeChat Pay's order is known only for notifications.
    BodyReprinted {
        /// True if the members of the JSON are in another order than WeChat Pay's.
        reordered: bool,
        /// True if characters of the JSON are escaped in another way than WeChat Pay's, such as `\/` for `/`, or
        /// `\uXXXX`.
        escaped: bool,
    },
    /// Proven, or observed if the decoded JSON object does not verify: the body was encoded in base64, as API gateways do.
    BodyBase64,
    /// Proven, or observed if the decoded JSON object does not verify: the body was encoded as a JSON string, so it is
    /// JSON inside JSON.
    BodyJsonString,
    /// Proven: the whole event of an API gateway (AWS Lambda, Tencent Cloud SCF) was verified, instead of the body inside
    /// the event: `{"body": "…", "isBase64Encoded": true}`.
    BodyWrapped,
    /// Proven, or observed if the decoded JSON object does not verify: the body was encoded as an HTML form
    /// (`application/x-www-form-urlencoded`).
    BodyUrlEncoded,
    /// Proven, or observed if the decoded JSON object does not verify: characters of the body were replaced by HTML
    /// entities, such as `&quot;`.
    BodyHtmlEscaped,
    /// Proven, or observed if the decompressed body does not verify or the compression is neither gzip nor zlib: the body
    /// is compressed, which the client never asks for.
    BodyCompressed,
    /// Proven, or observed if the decoded JSON object does not verify: the UTF-8 body was read or written as ISO-8859-1 or
    /// Windows-1252.
    BodyTranscoded,
    /// Observed: the body is not UTF-8, but WeChat Pay sends UTF-8.
    BodyNotUtf8,
    /// Observed: the body contains U+FFFD, or is a notification whose `summary` is only `?`. Decoders and encoders put
    /// these characters in place of characters outside their charset.
    BodyCharactersReplaced,
    /// Proven: a byte order mark was added before the body.
    BomAdded,
    /// Proven: the byte order mark before the body was removed.
    BomLost,
    /// Proven: a line break, `\n` or `\r\n`, was added after the body.
    LineBreakAdded,
    /// Proven: the line break after the body was removed.
    LineBreakLost,
    /// Observed: the body is empty, although the message should have a body.
    BodyConsumed,
    /// Proven: the signature is right, but the time is not. The local clock is wrong, or the message is old.
    Clock {
        /// The seconds by which the message is ahead of the local clock, negative if the message is behind.
        ahead: i64,
    },
    /// Observed: the header `Wechatpay-Timestamp` is not in seconds.
    TimestampUnit {
        /// The unit of the header: `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// Observed: the time `now` that the caller gave was made from a count of another unit than seconds.
    LocalTimeUnit {
        /// The unit of the count: `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// Observed: this header of the signature has several values, joined by a comma.
    HeaderJoined(SignatureHeader),
    /// Proven: a trusted key made the signature, but the message names another key ID than the ID under which that key is
    /// trusted.
    KeyId {
        /// The ID under which the key that made the signature is trusted.
        trusted: String,
    },
    /// Observed: the message names the merchant's own API certificate (商户API证书), with which WeChat Pay never signs.
    MerchantSerialNo,
    /// Observed: the message names a WeChat Pay public key (微信支付公钥), but no public key is trusted.
    PublicKeyMode,
    /// Observed: the message names a platform certificate (微信支付平台证书), but only a public key is trusted.
    CertificateMode,
    /// Observed: the message names a platform certificate that had not been downloaded when the message was verified. The
    /// certificate has arrived since, or a [`PlatformCertificates`](crate::PlatformCertificates) is still empty.
    CertificatesNotDownloaded,
    /// Observed: the message names a key that is not trusted, although another key of the same kind (public key or
    /// platform certificate) is trusted.
    OtherKey,
    /// Observed: the message is a signature probe (签名探测流量), which WeChat Pay signs wrongly on purpose. There is
    /// nothing to fix.
    SignatureProbe,
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
                "the time `now` to verify at was made from {unit} as if they were seconds: pass the time of \
                 the local clock"
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
            Self::MerchantSerialNo => {
                "the message names the merchant's own API certificate, with which WeChat Pay never signs: find \
                 what made the message or changed `Wechatpay-Serial`"
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
                "the message names a key that is not trusted: trust the key if the merchant platform shows its \
                 ID; otherwise the message is for another merchant number, or forged"
            }
            Self::SignatureProbe => {
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
             is behind; set the clock by a time server (NTP)"
        )
    }
}
