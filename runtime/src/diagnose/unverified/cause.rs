use std::fmt;

use crate::verify::SignatureHeader;

/// Cause for which a response or a notification fails to verify; the text says what to do about it.
///
/// Causes are proven or observed. With a proven cause undone the signature is right; if several causes
/// come together, the one to undo first is named. These are proven: [`Clock`](Self::Clock),
/// [`KeyId`](Self::KeyId), and all that begin with `Body`, `Bom` and `LineBreak`, unless their docs say
/// otherwise. The rest are facts of what was received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyDiagnosis {
    /// The white space between the tokens of the JSON is not as it was signed: re-indented, or
    /// parsed and printed anew.
    BodyReformatted,
    /// The JSON was parsed and printed again. Order and escapes of WeChat Pay's notifications are
    /// known; of responses only the escapes are, so that reordered members cannot be proven there.
    BodyReprinted {
        /// The members are in another order.
        reordered: bool,
        /// Characters are escaped in another way: `\/` for `/`, or `\uXXXX`.
        escaped: bool,
    },
    /// The body was encoded in base64, as API gateways deliver it. Observed, not proven, if what was
    /// encoded is a JSON object that does not verify.
    BodyBase64,
    /// The body was encoded as a JSON string (JSON encoded twice). Observed, not proven, if what was
    /// encoded is a JSON object that does not verify.
    BodyJsonString,
    /// The event of an API gateway (AWS Lambda, SCF of Tencent Cloud) is verified in place of the body that
    /// is in it: `{"body": "…", "isBase64Encoded": true}`.
    BodyWrapped,
    /// The body was encoded as an HTML form (`application/x-www-form-urlencoded`). Observed, not
    /// proven, if what was encoded is a JSON object that does not verify.
    BodyUrlEncoded,
    /// Characters of the body were replaced by HTML entities, such as `&quot;`. Observed, not proven,
    /// if what was encoded is a JSON object that does not verify.
    BodyHtmlEscaped,
    /// The body is compressed, which the client never asks for. Observed, not proven, if it does not
    /// verify when decompressed, or is compressed by another algorithm than gzip or zlib.
    BodyCompressed,
    /// The UTF-8 of the body was read as ISO-8859-1 or Windows-1252, or was written as one of them.
    /// Observed, not proven, if this makes a JSON object of the body that does not verify.
    BodyTranscoded,
    /// The body is not UTF-8, which WeChat Pay sends. Observed, not proven.
    BodyNotUtf8,
    /// Characters of the body were replaced by U+FFFD or `?`, as decoders and encoders do with characters
    /// that are not of their charset. Observed, not proven: U+FFFD in the body, or a `summary` of a
    /// notification that is nothing but `?`.
    BodyCharactersReplaced,
    /// A byte order mark was put before the body.
    BomAdded,
    /// The byte order mark before the body was taken away.
    BomLost,
    /// A line break, `\n` or `\r\n`, was put behind the body.
    LineBreakAdded,
    /// The line break behind the body was taken away.
    LineBreakLost,
    /// The body is empty where there must be one. Observed, not proven.
    BodyConsumed,
    /// The signature is right; only the time is not: the local clock is wrong, or the message old.
    Clock {
        /// Seconds by which the message is ahead of the local clock; negative if it is behind.
        ahead: i64,
    },
    /// `Wechatpay-Timestamp` is not in seconds.
    TimestampUnit {
        /// `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// The time to verify at, which the caller gave, is not in seconds.
    LocalTimeUnit {
        /// `milliseconds`, `microseconds` or `nanoseconds`.
        unit: &'static str,
    },
    /// A header of the signature holds several values, joined by a comma.
    HeaderJoined(SignatureHeader),
    /// The signature is right by a trusted key, which is trusted under another ID or serial than the
    /// one named.
    KeyId {
        /// What the key is trusted under.
        trusted: String,
    },
    /// The key named is the merchant's own API certificate (商户API证书); WeChat Pay signs only with
    /// its own keys.
    MerchantSerial,
    /// A WeChat Pay public key (微信支付公钥) is named, and none is trusted.
    PublicKeyMode,
    /// A platform certificate (微信支付平台证书) is named, and only a public key is trusted.
    CertificateMode,
    /// A platform certificate is named, and it was not downloaded yet: either none has been, of one
    /// [`PlatformCertificates`](crate::PlatformCertificates) at least, or the one named has been since.
    CertificatesNotDownloaded,
    /// The key named is of a kind that is trusted, but another one.
    OtherKey,
    /// A signature probe (签名探测流量): there is nothing to mend.
    Probe,
}

impl fmt::Display for VerifyDiagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BodyReprinted { reordered, escaped } => write_reprinted(f, *reordered, *escaped),
            Self::Clock { ahead } => write_clock(f, *ahead),
            Self::TimestampUnit { unit } => write!(
                f,
                "`Wechatpay-Timestamp` is in {unit}, but WeChat Pay sends seconds: find what made or \
                 changed the header"
            ),
            Self::LocalTimeUnit { unit } => write!(
                f,
                "the time to verify at was given in {unit}: give it in seconds since 1970"
            ),
            Self::HeaderJoined(header) => write!(
                f,
                "the header `{header}` holds several values, joined by a comma, as proxies do with a \
                 header that occurs twice: find what sets it twice, and pass each value by itself"
            ),
            Self::KeyId { trusted } => write!(
                f,
                "signed with the key that is trusted as {trusted}, but the message names another: \
                 compare the ID with the merchant platform, and trust the key under the right one"
            ),
            _ => f.write_str(self.text()),
        }
    }
}

impl VerifyDiagnosis {
    /// The text of a cause without values.
    fn text(&self) -> &'static str {
        match self {
            Self::BodyBase64 => "the body arrived as base64: decode it before it is verified",
            Self::BodyJsonString => {
                "the body arrived as a JSON string (JSON encoded twice): decode it before it is \
                 verified, or verify its bytes as received"
            }
            Self::BodyWrapped => {
                "this is the event of an API gateway, and the body is its member `body`: verify that \
                 member, decoded from base64 if `isBase64Encoded` is true"
            }
            Self::BodyUrlEncoded => {
                "the body was taken for an HTML form and encoded as one \
                 (application/x-www-form-urlencoded): verify its bytes as received"
            }
            Self::BodyHtmlEscaped => {
                "characters of the body were replaced by HTML entities, as filters against \
                 cross-site scripting do: verify its bytes as received, before the filter"
            }
            Self::BodyCompressed => {
                "the body arrived compressed (Content-Encoding), which was not asked for: turn off \
                 compression on the way, or decompress before it is verified"
            }
            Self::BodyTranscoded => {
                "the charset of the body was confused between UTF-8 and ISO-8859-1 or Windows-1252: \
                 verify its bytes as received, before anything makes text of them"
            }
            Self::BodyNotUtf8 => {
                "the body is not UTF-8, though WeChat Pay sends UTF-8: another charset, such as GBK, \
                 or binary data; verify its bytes as received"
            }
            Self::BodyCharactersReplaced => {
                "characters of the body are U+FFFD or `?`, which a decoder or encoder for another \
                 charset leaves behind: verify its bytes as received, before anything makes text of them"
            }
            Self::BomAdded => {
                "a byte order mark was put before the body: verify its bytes as received"
            }
            Self::BomLost => {
                "the byte order mark before the body was taken away: verify its bytes as received"
            }
            Self::LineBreakAdded => {
                "a line break was put behind the body: verify its bytes as received"
            }
            Self::LineBreakLost => {
                "the line break behind the body was taken away: verify its bytes as received"
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
                "the message names a platform certificate, but none has been downloaded yet, or this one only \
                 since: see `PlatformCertificates::last_failure`, and verify again after a download"
            }
            Self::OtherKey => {
                "the message names a key that is not trusted: a newer key of WeChat Pay, the key of \
                 another merchant number, or a forgery"
            }
            Self::Probe => {
                "the signature is marked as a probe, which WeChat Pay makes wrong on purpose, to see \
                 whether it is verified: nothing is to be mended"
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
