//! RSA keys and X.509 certificates.

use std::{fmt, sync::Arc};

use openssl::{
    error::ErrorStack,
    nid::Nid,
    pkey::{HasPublic, Id, PKey, Private, Public},
    x509::X509,
};

use super::{base64::encode_base64, contexts::Rsa, time::unix};
use crate::error::KeyError;

const MIN_RSA_BITS: u32 = 2048;

/// An RSA private key; signs with RSASSA-PKCS1-v1_5 and SHA-256.
#[derive(Clone)]
pub(crate) struct PrivateKey(Arc<Rsa<Private>>);

impl PrivateKey {
    /// From PEM text in PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`).
    pub(crate) fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        expect_label(pem, "private key", &["PRIVATE KEY", "RSA PRIVATE KEY"])?;
        // OpenSSL asks the terminal for a pass phrase unless a callback answers.
        let key =
            PKey::private_key_from_pem_callback(pem, |_| Ok(0)).map_err(|_| KeyError::Malformed)?;
        check_rsa(&key)?;
        Ok(Self(Arc::new(Rsa::new(key))))
    }

    pub(super) fn key(&self) -> &PKey<Private> {
        self.0.key()
    }

    /// Whether `key` is the public half of this one.
    pub(crate) fn has_public_half(&self, key: &PublicKey) -> bool {
        self.key().public_eq(key.key())
    }

    /// The signature in base64.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<String, ErrorStack> {
        self.0
            .sign(message)
            .map(|signature| encode_base64(&signature))
    }
}

#[cfg(feature = "testing")]
impl From<PKey<Private>> for PrivateKey {
    fn from(key: PKey<Private>) -> Self {
        Self(Arc::new(Rsa::new(key)))
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[private key]")
    }
}

/// An RSA public key; verifies RSASSA-PKCS1-v1_5 with SHA-256.
#[derive(Clone)]
pub(crate) struct PublicKey(Arc<Rsa<Public>>);

impl PublicKey {
    /// From PEM text of a SubjectPublicKeyInfo (`PUBLIC KEY`) or PKCS#1 (`RSA PUBLIC KEY`).
    pub(crate) fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        match expect_label(pem, "public key", &["PUBLIC KEY", "RSA PUBLIC KEY"])? {
            "RSA PUBLIC KEY" => {
                openssl::rsa::Rsa::public_key_from_pem_pkcs1(pem).and_then(PKey::from_rsa)
            }
            _ => PKey::public_key_from_pem(pem),
        }
        .map_err(|_| KeyError::Malformed)
        .and_then(Self::checked)
    }

    fn checked(key: PKey<Public>) -> Result<Self, KeyError> {
        check_rsa(&key)?;
        Ok(Self(Arc::new(Rsa::new(key))))
    }

    pub(super) fn key(&self) -> &PKey<Public> {
        self.0.key()
    }

    /// Whether `signature` is the key's over the concatenated `parts`.
    pub(crate) fn verifies(&self, parts: &[&[u8]], signature: &[u8]) -> bool {
        self.0.verifies(parts, signature)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[RSA public key of {} bits]", self.key().bits())
    }
}

/// What this crate needs of an X.509 certificate.
pub(crate) struct Certificate {
    /// Upper-case hexadecimal.
    pub(crate) serial: String,
    /// The common name of the subject, if it has one.
    pub(crate) common_name: Option<String>,
    /// Unix seconds.
    pub(crate) not_before: i64,
    /// Unix seconds.
    pub(crate) not_after: i64,
    pub(crate) key: PublicKey,
}

impl Certificate {
    pub(crate) fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        expect_label(pem, "certificate", &["CERTIFICATE"])?;
        let certificate = X509::from_pem(pem).map_err(|_| KeyError::Malformed)?;
        let key = certificate.public_key().map_err(|_| KeyError::NotRsa)?;
        Ok(Self {
            serial: serial(&certificate).map_err(|_| KeyError::Malformed)?,
            common_name: common_name(&certificate),
            not_before: unix(certificate.not_before()).map_err(|_| KeyError::Malformed)?,
            not_after: unix(certificate.not_after()).map_err(|_| KeyError::Malformed)?,
            key: PublicKey::checked(key)?,
        })
    }
}

/// The label of the first PEM block that is one of `accepted`; otherwise what stands there instead.
fn expect_label(
    pem: &[u8],
    expected: &'static str,
    accepted: &[&'static str],
) -> Result<&'static str, KeyError> {
    let text = std::str::from_utf8(pem).map_err(|_| KeyError::NotPem)?;
    let mut labels = text
        .split("-----BEGIN ")
        .skip(1)
        .filter_map(|block| block.split("-----").next())
        .peekable();
    let first = labels.peek().copied().ok_or(KeyError::NotPem)?;
    let label = labels.find_map(|label| accepted.iter().find(|accepted| **accepted == label));
    match label {
        // PKCS#1 says inside of the block that it is encrypted.
        Some(_) if text.contains("Proc-Type: 4,ENCRYPTED") => Err(KeyError::Encrypted),
        Some(label) => Ok(label),
        None => Err(instead(first, expected)),
    }
}

/// The error for a block of the wrong label.
fn instead(label: &str, expected: &'static str) -> KeyError {
    match label {
        "ENCRYPTED PRIVATE KEY" if expected == "private key" => KeyError::Encrypted,
        "EC PRIVATE KEY" | "DSA PRIVATE KEY" if expected == "private key" => KeyError::NotRsa,
        _ => KeyError::Unexpected {
            found: describe(label),
            expected,
        },
    }
}

fn describe(label: &str) -> &'static str {
    match label {
        "CERTIFICATE" => "certificate",
        "CERTIFICATE REQUEST" => "certificate request",
        "PUBLIC KEY" | "RSA PUBLIC KEY" => "public key",
        "PRIVATE KEY" | "RSA PRIVATE KEY" | "EC PRIVATE KEY" => "private key",
        _ if label.ends_with("PRIVATE KEY") => "private key of another format",
        _ => "PEM block of another kind",
    }
}

fn check_rsa<T: HasPublic>(key: &PKey<T>) -> Result<(), KeyError> {
    // A key that is for RSASSA-PSS alone is another kind: it would sign by that scheme.
    if key.id() != Id::RSA {
        return Err(KeyError::NotRsa);
    }
    match key.bits() {
        bits if bits < MIN_RSA_BITS => Err(KeyError::TooShort { bits }),
        _ => Ok(()),
    }
}

fn serial(certificate: &X509) -> Result<String, ErrorStack> {
    let hex = certificate.serial_number().to_bn()?.to_hex_str()?;
    Ok(hex.to_uppercase())
}

fn common_name(certificate: &X509) -> Option<String> {
    let name = certificate
        .subject_name()
        .entries_by_nid(Nid::COMMONNAME)
        .next()?;
    name.data().to_string().ok()
}
