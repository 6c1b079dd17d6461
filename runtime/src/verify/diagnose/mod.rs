//! Why something does not verify, beyond the check that failed: tries the known causes.
//!
//! What it finds is for people. Nothing that verifies here alone is ever taken for verified.

use std::fmt;

use hyper::{HeaderMap, body::Bytes};

use super::{SignatureHeader, Verifier, VerifyReason, required};
use crate::{
    crypto::{PublicKey, decode_base64},
    sign::Merchant,
};

const BOM: &[u8] = "\u{feff}".as_bytes();

const LINE_BREAKS: [&[u8]; 2] = [b"\n", b"\r\n"];

const PUBLIC_KEY_ID: &[u8] = b"PUB_KEY_ID_";

/// What made an answer or a notification fail to verify; its text says what to do about it.
///
/// [`Clock`](Self::Clock), [`KeyId`](Self::KeyId) and those about a changed body are proven: with that
/// one thing undone, the signature is right. The others are facts of what was received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyCause {
    /// The white space between the tokens of the JSON is not as it was signed: re-indented, or
    /// parsed and printed anew.
    BodyReformatted,
    /// A byte order mark was put before the body.
    BomAdded,
    /// The byte order mark before the body was taken away.
    BomLost,
    /// A line break, `\n` or `\r\n`, was put behind the body.
    LineBreakAdded,
    /// The line break behind the body was taken away.
    LineBreakLost,
    /// The body is empty where there must be one: something read it before.
    BodyConsumed,
    /// The signature is right; only the time is not: the local clock is wrong, or the message old.
    Clock {
        /// Seconds by which the message is ahead of the local clock; negative if it is behind.
        ahead: i64,
    },
    /// The signature is right by a trusted key, which is trusted under another ID or serial than the
    /// one named.
    KeyId {
        /// What the key is trusted under.
        trusted: String,
    },
    /// The key named is the merchant's own API certificate (商户API证书); WeChat Pay signs with its
    /// own keys alone.
    MerchantSerial,
    /// A WeChat Pay public key (微信支付公钥) is named, and only platform certificates are trusted.
    PublicKeyMode,
    /// A platform certificate (微信支付平台证书) is named, and only a public key is trusted.
    CertificateMode,
    /// The key named is of a kind that is trusted, but another one.
    OtherKey,
    /// A signature probe (签名探测流量): there is nothing to mend.
    Probe,
}

/// What did not verify, kept as it was checked.
#[derive(Clone, Default)]
pub(crate) struct Received {
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// The local time, in Unix seconds.
    pub(super) now: u64,
}

impl Received {
    /// The cause behind `reason`, if it is one of those that are known.
    pub(crate) fn diagnose(
        &self,
        reason: &VerifyReason,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyCause> {
        match reason {
            VerifyReason::SignatureMismatch => self.changed_body(verifier),
            VerifyReason::UnknownSerial { .. } => self.untrusted_key(verifier, merchant),
            VerifyReason::TimestampOutOfWindow { ahead } => {
                let signed_at = self.now.checked_add_signed(*ahead)?;
                verifier.check(&self.headers, &self.body, signed_at).ok()?;
                Some(VerifyCause::Clock { ahead: *ahead })
            }
            VerifyReason::SignatureProbe => Some(VerifyCause::Probe),
            _ => None,
        }
    }

    /// How the body differs from the one that was signed.
    fn changed_body(&self, verifier: &Verifier) -> Option<VerifyCause> {
        let body = &*self.body;
        if body.is_empty() {
            return Some(VerifyCause::BodyConsumed);
        }
        let signature = Signature::of(&self.headers)?;
        let (given, downloaded) = verifier.rings();
        let key = given.get(signature.serial);
        let (_, key) = key.or_else(|| downloaded.as_ref()?.get(signature.serial))?;
        let signed = |parts: &[&[u8]]| signature.is_of(key, parts);
        let without_bom = body.strip_prefix(BOM);
        if without_bom.is_some_and(|body| signed(&[body])) {
            return Some(VerifyCause::BomAdded);
        }
        if signed(&[BOM, body]) {
            return Some(VerifyCause::BomLost);
        }
        for line_break in LINE_BREAKS {
            let without = body.strip_suffix(line_break);
            if without.is_some_and(|body| signed(&[body])) {
                return Some(VerifyCause::LineBreakAdded);
            }
            if signed(&[body, line_break]) {
                return Some(VerifyCause::LineBreakLost);
            }
        }
        let compact = compact(without_bom.unwrap_or(body));
        signed(&[&compact]).then_some(VerifyCause::BodyReformatted)
    }

    /// What the key is that is named and not trusted.
    fn untrusted_key(
        &self,
        verifier: &Verifier,
        merchant: Option<&Merchant>,
    ) -> Option<VerifyCause> {
        let serial = required(&self.headers, SignatureHeader::Serial).ok()?;
        if merchant.is_some_and(|it| serial.eq_ignore_ascii_case(it.serial_no().as_bytes())) {
            return Some(VerifyCause::MerchantSerial);
        }
        if let Some(trusted) = self.signed_by(verifier) {
            return Some(VerifyCause::KeyId { trusted });
        }
        let is_public_key = |serial: &[u8]| serial.starts_with(PUBLIC_KEY_ID);
        let named = is_public_key(serial);
        if !named && !serial.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        let (given, downloaded) = verifier.rings();
        let mut trusted = given
            .iter()
            .chain(downloaded.iter().flat_map(|ring| ring.iter()));
        let same_kind = trusted.any(|(serial, _)| is_public_key(serial.as_bytes()) == named);
        Some(match (same_kind, named) {
            (true, _) => VerifyCause::OtherKey,
            (false, true) => VerifyCause::PublicKeyMode,
            (false, false) => VerifyCause::CertificateMode,
        })
    }

    /// What the key is trusted under that signed, whatever it is named.
    fn signed_by(&self, verifier: &Verifier) -> Option<String> {
        let signature = Signature::of(&self.headers)?;
        let (given, downloaded) = verifier.rings();
        let mut keys = given
            .iter()
            .chain(downloaded.iter().flat_map(|ring| ring.iter()));
        let (trusted, _) = keys.find(|(_, key)| signature.is_of(key, &[&self.body]))?;
        Some(trusted.to_string())
    }
}

/// The signature that the headers carry.
struct Signature<'a> {
    timestamp: &'a [u8],
    nonce: &'a [u8],
    serial: &'a [u8],
    bytes: Vec<u8>,
}

impl<'a> Signature<'a> {
    fn of(headers: &'a HeaderMap) -> Option<Self> {
        let header = |header| required(headers, header).ok();
        Some(Self {
            timestamp: header(SignatureHeader::Timestamp)?,
            nonce: header(SignatureHeader::Nonce)?,
            serial: header(SignatureHeader::Serial)?,
            bytes: decode_base64(header(SignatureHeader::Signature)?)?,
        })
    }

    /// Whether it is `key`'s over a body of these parts.
    fn is_of(&self, key: &PublicKey, body: &[&[u8]]) -> bool {
        let head = [self.timestamp, b"\n", self.nonce, b"\n"];
        key.verifies(&[&head, body, &[b"\n"]].concat(), &self.bytes)
    }
}

/// JSON without the white space between its tokens, which is how WeChat Pay sends it. Nothing else is
/// touched: not the order of members, no escape, no white space inside of strings.
fn compact(json: &[u8]) -> Vec<u8> {
    let (mut in_string, mut escaped) = (false, false);
    let kept = json.iter().copied().filter(|byte| {
        if escaped {
            escaped = false;
            return true;
        }
        match byte {
            b'"' => in_string = !in_string,
            b'\\' => escaped = in_string,
            b' ' | b'\t' | b'\n' | b'\r' => return in_string,
            _ => {}
        }
        true
    });
    kept.collect()
}

impl fmt::Display for VerifyCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BodyReformatted => {
                "the body's JSON was re-formatted after it was signed: verify its bytes as received, \
                 before anything parses them"
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
                "the body is empty: something read it first, such as the framework's parser; hand \
                 its bytes to the verifier"
            }
            Self::Clock { ahead } => return write_clock(f, *ahead),
            Self::KeyId { trusted } => {
                return write!(
                    f,
                    "signed with the key that is trusted as {trusted}: trust it under the ID that \
                     the message names"
                );
            }
            Self::MerchantSerial => {
                "it names the merchant's own API certificate; WeChat Pay signs with its public key \
                 or a platform certificate"
            }
            Self::PublicKeyMode => {
                "signed with a WeChat Pay public key, but only platform certificates are trusted: \
                 trust the public key too"
            }
            Self::CertificateMode => {
                "signed with a platform certificate, but only a WeChat Pay public key is trusted: \
                 trust the platform certificates too"
            }
            Self::OtherKey => {
                "signed with a key that is not trusted: it was renewed, or is of another merchant \
                 number"
            }
            Self::Probe => {
                "a signature that WeChat Pay made wrong on purpose, to see whether it is verified: \
                 nothing is to be mended"
            }
        })
    }
}

fn write_clock(f: &mut fmt::Formatter<'_>, ahead: i64) -> fmt::Result {
    let seconds = ahead.unsigned_abs();
    let side = if ahead < 0 { "ahead of" } else { "behind" };
    write!(
        f,
        "the signature is right, but the local clock is {seconds} s {side} it: set the clock; if it \
         is right, this is an old message sent again"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_white_space_between_tokens_goes() {
        for (json, expected) in [
            ("", ""),
            (" { \"a\" : [ 1 ,\r\n\t2 ] } \n", r#"{"a":[1,2]}"#),
            (
                r#"{ "a b": " \" : , \\" , "c": "\\\" " }"#,
                r#"{"a b":" \" : , \\","c":"\\\" "}"#,
            ),
            (r#"{"支 付": "\u0020 " }"#, r#"{"支 付":"\u0020 "}"#),
            // What is no JSON keeps what it has.
            (r#"\ "\ "#, r#"\"\ "#),
            (r#"" x"#, r#"" x"#),
        ] {
            assert_eq!(compact(json.as_bytes()), expected.as_bytes(), "{json}");
        }
    }
}
