//! Names the content of a file that users confuse with another, such as a certificate and a private key.

use openssl::{
    pkcs12::Pkcs12,
    pkey::{Id, PKey},
};
use wechatpay_client::{
    Merchant, WechatPayPublicKey,
    error::{KeyError, KeyErrorKind},
};

use crate::certificate::Certificate;

/// The name of the APIv3 key, which is no more than a text of its length.
pub(crate) const API_V3_KEY: &str = "a text of 32 characters, as the APIv3 key is";

/// The name of a content, with its article, if it is known.
pub(crate) fn content_name(content: &[u8]) -> Option<&'static str> {
    let text = String::from_utf8_lossy(content);
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Some("empty");
    }
    key_file_name(content).or_else(|| format_name(content, text))
}

/// The name of a file that has keys or certificates from its beginning on. `None` for every other content, such as JSON
/// with a key in it.
pub(crate) fn name_of_keys(content: &[u8]) -> Option<&'static str> {
    /// The beginnings of PEM, of base64 in one line, and of the texts that OpenSSL writes before PEM.
    const BEGINNINGS: [&str; 5] = ["-----BEGIN ", "MI", "Bag Attributes", "Certificate:", PUTTY];
    let text = str::from_utf8(content).ok();
    let text = text.map(|text| text.trim_start_matches('\u{feff}').trim_start());
    let begins = |text: &str| BEGINNINGS.iter().any(|begin| text.starts_with(begin));
    let found = key_file_name(content).filter(|_| text.is_none_or(begins));
    found.or_else(|| content_name(content).filter(|name| *name == API_V3_KEY))
}

/// The name of a file of keys that are secret.
pub(crate) fn name_of_secret(content: &[u8]) -> Option<&'static str> {
    let is_secret = |name: &&str| {
        let secrets = ["private key", "PKCS#12", "OpenSSH", "PuTTY", "APIv3"];
        secrets.iter().any(|secret| name.contains(secret))
    };
    name_of_keys(content).filter(is_secret)
}

fn key_file_name(content: &[u8]) -> Option<&'static str> {
    if Pkcs12::from_der(content).is_ok() {
        return Some("a PKCS#12 file");
    }
    key_name(content).or_else(|| label_name(&String::from_utf8_lossy(content)))
}

/// Says what a content is in the place of `expected`: `a certificate, not a private key`.
pub(crate) fn contrast(content: &[u8], expected: &str) -> String {
    let Some(found) = content_name(content) else {
        return format!("not {expected}");
    };
    let labelled = found.split_once(" that cannot be ");
    let labelled = labelled.and_then(|(label, _)| label.strip_prefix("a "));
    if labelled.is_some_and(|label| expected.contains(label)) {
        return format!("{found}, because the content is truncated or altered");
    }
    match (expected, found) {
        ("a private key", ENCRYPTED) => format!("{found}, which must be decrypted first"),
        ("a private key", ELLIPTIC_CURVE | OTHER_ALGORITHM)
        | ("a public key", PUBLIC_OF_OTHER_ALGORITHM) => {
            format!("{found}, and WeChat Pay takes only RSA keys")
        }
        ("certificates in PEM", "a certificate") => format!("{found}, but not in PEM"),
        _ => format!("{found}, not {expected}"),
    }
}

/// The beginning of a `.ppk` file.
const PUTTY: &str = "PuTTY-User-Key-File-";
const ENCRYPTED: &str = "an encrypted private key";
const ELLIPTIC_CURVE: &str = "an elliptic-curve private key";
const OTHER_ALGORITHM: &str = "a private key of another algorithm than RSA";
const PUBLIC_OF_OTHER_ALGORITHM: &str = "a public key of another algorithm than RSA";

/// The name of a key or certificate in a form that the library reads.
fn key_name(content: &[u8]) -> Option<&'static str> {
    if Certificate::from_pem(content).is_some() {
        return Some("a certificate");
    }
    let public = WechatPayPublicKey::from_pem("PUB_KEY_ID_0", content).map(drop);
    match public.as_ref().map_err(KeyError::kind) {
        Ok(()) => return Some("a public key"),
        Err(KeyErrorKind::NotRsa) => return Some(PUBLIC_OF_OTHER_ALGORITHM),
        Err(_) => {}
    }
    let private = Merchant::new("0", "0", content).map(drop);
    match private.as_ref().map_err(KeyError::kind) {
        Ok(()) | Err(KeyErrorKind::TooShort { .. }) => Some("a private key"),
        Err(KeyErrorKind::Encrypted) => Some(ENCRYPTED),
        Err(KeyErrorKind::NotRsa) if is_elliptic_curve(content) => Some(ELLIPTIC_CURVE),
        Err(KeyErrorKind::NotRsa) => Some(OTHER_ALGORITHM),
        Err(_) => None,
    }
}

fn is_elliptic_curve(content: &[u8]) -> bool {
    // OpenSSL would ask on the terminal for a pass phrase.
    let key = PKey::private_key_from_pem_callback(content, |_| Ok(0));
    let key = key.or_else(|_| PKey::private_key_from_der(content));
    key.is_ok_and(|key| key.id() == Id::EC)
}

/// The name in the first line of a PEM text.
fn label_name(text: &str) -> Option<&'static str> {
    if text.trim_start().starts_with(PUTTY) {
        return Some("a key of PuTTY (.ppk)");
    }
    let (_, after) = text.split_once("-----BEGIN ")?;
    let (label, _) = after.split_once("-----")?;
    Some(match label {
        "CERTIFICATE" => "a certificate that cannot be read",
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => "a certificate request",
        "PKCS7" => "a PKCS#7 file of certificates",
        "PUBLIC KEY" | "RSA PUBLIC KEY" => "a public key that cannot be used",
        "PRIVATE KEY" | "RSA PRIVATE KEY" => "a private key that cannot be used",
        "ENCRYPTED PRIVATE KEY" => ENCRYPTED,
        "OPENSSH PRIVATE KEY" => "a key of OpenSSH",
        "EC PRIVATE KEY" | "EC PARAMETERS" => ELLIPTIC_CURVE,
        _ => return None,
    })
}

fn format_name(content: &[u8], text: &str) -> Option<&'static str> {
    if content.starts_with(b"PK\x03\x04") {
        return Some("a ZIP archive");
    }
    // As PowerShell and old editors write it, with or without a byte order mark.
    if matches!(
        content,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b' '..=b'~', 0, ..]
    ) {
        return Some("a text in UTF-16");
    }
    if text.starts_with("PUB_KEY_ID_") {
        return Some("the ID of a WeChat Pay public key");
    }
    if text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Some(API_V3_KEY);
    }
    match text.as_bytes().first() {
        Some(b'{') => Some("JSON"),
        Some(b'<') => Some("HTML or XML"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_contrasted_with_the_expected_one() {
        let cut = b"-----BEGIN CERTIFICATE-----\nabcd\n";
        for (content, expected, text) in [
            (
                &cut[..],
                "a merchant API certificate",
                "a certificate that cannot be read, because the content is truncated or altered",
            ),
            (
                cut,
                "a private key",
                "a certificate that cannot be read, not a private key",
            ),
            (b"", "a private key", "empty, not a private key"),
            (b"no key", "a private key", "not a private key"),
        ] {
            assert_eq!(contrast(content, expected), text);
        }
    }

    #[test]
    fn a_content_is_named() {
        for (content, name) in [
            (&b""[..], Some("empty")),
            (b"\xEF\xBB\xBF \n", Some("empty")),
            (b"PK\x03\x04rest", Some("a ZIP archive")),
            (
                b"PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\n",
                Some("a key of PuTTY (.ppk)"),
            ),
            (b"-\0-\0", Some("a text in UTF-16")),
            (b"\xFF\xFE-\0", Some("a text in UTF-16")),
            (b"{\"a\": 1}", Some("JSON")),
            (b"<html>", Some("HTML or XML")),
            (
                b"0123456789abcdef0123456789abcdef\n",
                Some("a text of 32 characters, as the APIv3 key is"),
            ),
            (b"PUB_KEY_ID_01", Some("the ID of a WeChat Pay public key")),
            (
                b"-----BEGIN OPENSSH PRIVATE KEY-----\nabcd\n-----END OPENSSH PRIVATE KEY-----",
                Some("a key of OpenSSH"),
            ),
            (
                b"-----BEGIN CERTIFICATE REQUEST-----\nabcd\n",
                Some("a certificate request"),
            ),
            (b"no key at all", None),
            (b"\xFF\x00\x01", None),
        ] {
            assert_eq!(content_name(content), name, "{content:?}");
        }
    }
}
