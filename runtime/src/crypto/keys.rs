//! RSA keys and X.509 certificates, from PEM text to OpenSSL.

use std::{fmt, sync::Arc};

use openssl::{
    error::ErrorStack,
    nid::Nid,
    pkey::{HasPublic, Id, PKey, Private, Public},
    rsa::Padding,
    x509::X509,
};

use super::{
    base64::encode_base64,
    contexts::Rsa,
    der::{Kind, rsa_in_pkcs8},
    key_error::KeyErrorKind,
    pem::{self, Expected},
    time::unix_seconds,
};

const MIN_RSA_BITS: u32 = 2048;

/// The message that a new key signs as a test. No protocol signs this message.
const SELF_TEST_MESSAGE: &[u8] = b"wechatpay-client private key check";

const PRIVATE_KEY: Expected = Expected {
    name: pem::PRIVATE_KEY,
    labels: &["PRIVATE KEY", "RSA PRIVATE KEY"],
    kinds: &[Kind::PrivateKey, Kind::Pkcs1PrivateKey],
};

const PUBLIC_KEY: Expected = Expected {
    name: "public key",
    labels: &["PUBLIC KEY", "RSA PUBLIC KEY"],
    kinds: &[Kind::PublicKey, Kind::Pkcs1PublicKey],
};

const CERTIFICATE: Expected = Expected {
    name: "certificate",
    labels: &["CERTIFICATE"],
    kinds: &[Kind::Certificate],
};

/// An RSA private key, which signs by RSASSA-PKCS1-v1_5 with SHA-256.
#[derive(Clone)]
pub(crate) struct PrivateKey(Arc<Rsa<Private>>);

impl PrivateKey {
    /// Reads PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`).
    pub(crate) fn from_pem(text: &[u8]) -> Result<Self, KeyErrorKind> {
        let (kind, der) = pem::read(text, PRIVATE_KEY)?;
        let pkcs1 = match kind {
            Kind::PrivateKey => rsa_in_pkcs8(&der).ok_or(KeyErrorKind::NotRsa)?,
            _ => &der,
        };
        // Only this function of OpenSSL leaves no copy of the key in freed memory.
        openssl::rsa::Rsa::private_key_from_der(pkcs1)
            .and_then(PKey::from_rsa)
            .map_err(|_| KeyErrorKind::Malformed)
            .and_then(Self::checked)
    }

    /// Checks that the public half verifies a signature of the key. OpenSSL reads a key with altered numbers
    /// without an error.
    pub(super) fn checked(key: PKey<Private>) -> Result<Self, KeyErrorKind> {
        check_rsa(&key)?;
        let public_half = Rsa::new(key.clone());
        let key = Rsa::new(key);
        let signature = key
            .sign(SELF_TEST_MESSAGE)
            .map_err(|_| KeyErrorKind::Malformed)?;
        if !public_half.verifies(&[SELF_TEST_MESSAGE], &signature) {
            return Err(KeyErrorKind::Malformed);
        }
        Ok(Self(Arc::new(key)))
    }

    pub(super) fn key(&self) -> &PKey<Private> {
        self.0.key()
    }

    /// True if `key` is the public half of this key.
    pub(crate) fn has_public_half(&self, key: &PublicKey) -> bool {
        self.key().public_eq(key.key())
    }

    /// The public half of this key, in PEM.
    #[cfg(feature = "gateway")]
    pub(crate) fn public_pem(&self) -> Result<String, KeyErrorKind> {
        let pem = self.key().public_key_to_pem();
        let pem = pem.map_err(|_| KeyErrorKind::Malformed)?;
        String::from_utf8(pem).map_err(|_| KeyErrorKind::Malformed)
    }

    /// Signs a message. The signature is in base64.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<String, ErrorStack> {
        self.0
            .sign(message)
            .map(|signature| encode_base64(&signature))
    }
}

#[cfg(feature = "gateway")]
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

/// An RSA public key, which verifies RSASSA-PKCS1-v1_5 with SHA-256.
#[derive(Clone)]
pub(crate) struct PublicKey(Arc<Rsa<Public>>);

impl PublicKey {
    /// Reads SubjectPublicKeyInfo (`PUBLIC KEY`) or PKCS#1 (`RSA PUBLIC KEY`).
    pub(crate) fn from_pem(text: &[u8]) -> Result<Self, KeyErrorKind> {
        match pem::read(text, PUBLIC_KEY)? {
            (Kind::Pkcs1PublicKey, der) => {
                openssl::rsa::Rsa::public_key_from_der_pkcs1(&der).and_then(PKey::from_rsa)
            }
            (_, der) => PKey::public_key_from_der(&der),
        }
        .map_err(|_| KeyErrorKind::Malformed)
        .and_then(Self::checked)
    }

    fn checked(key: PKey<Public>) -> Result<Self, KeyErrorKind> {
        check_rsa(&key)?;
        Ok(Self(Arc::new(Rsa::new(key))))
    }

    pub(super) fn key(&self) -> &PKey<Public> {
        self.0.key()
    }

    /// True if `signature` is the key's signature over the concatenated `parts`.
    pub(crate) fn verifies(&self, parts: &[&[u8]], signature: &[u8]) -> bool {
        self.0.verifies(parts, signature)
    }

    /// Tests if the private half of this key made a signature with SHA-256, of whatever message.
    pub(crate) fn made(&self, signature: &[u8]) -> bool {
        /// The ASN.1 of a SHA-256 digest, before its 32 bytes.
        const SHA256: &[u8] =
            b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
        let recover = || {
            let rsa = self.key().rsa()?;
            let mut signed = vec![0; signature.len().max(rsa.size() as usize)];
            let length = rsa.public_decrypt(signature, &mut signed, Padding::PKCS1)?;
            signed.truncate(length);
            Ok::<_, ErrorStack>(signed)
        };
        recover().is_ok_and(|signed| {
            let digest = signed.strip_prefix(SHA256);
            digest.is_some_and(|digest| digest.len() == 32)
        })
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[RSA public key of {} bits]", self.key().bits())
    }
}

/// The parts of an X.509 certificate that this crate needs.
pub(crate) struct Certificate {
    /// Upper-case hexadecimal.
    pub(crate) serial_no: String,
    /// The common name of the subject, if it has one.
    pub(crate) common_name: Option<String>,
    /// Unix seconds.
    pub(crate) not_before: i64,
    /// Unix seconds.
    pub(crate) not_after: i64,
    pub(crate) key: PublicKey,
}

impl Certificate {
    pub(crate) fn from_pem(text: &[u8]) -> Result<Self, KeyErrorKind> {
        let (_, der) = pem::read(text, CERTIFICATE)?;
        let certificate = X509::from_der(&der).map_err(|_| KeyErrorKind::Malformed)?;
        Self::from_x509(&certificate)
    }

    pub(super) fn from_x509(certificate: &X509) -> Result<Self, KeyErrorKind> {
        let key = certificate.public_key().map_err(|_| KeyErrorKind::NotRsa)?;
        Ok(Self {
            serial_no: serial_no(certificate).map_err(|_| KeyErrorKind::Malformed)?,
            common_name: common_name(certificate),
            not_before: unix_seconds(certificate.not_before())
                .map_err(|_| KeyErrorKind::Malformed)?,
            not_after: unix_seconds(certificate.not_after())
                .map_err(|_| KeyErrorKind::Malformed)?,
            key: PublicKey::checked(key)?,
        })
    }
}

fn check_rsa<T: HasPublic>(key: &PKey<T>) -> Result<(), KeyErrorKind> {
    // A key for only RSASSA-PSS has another ID. It would sign by that scheme.
    if key.id() != Id::RSA {
        return Err(KeyErrorKind::NotRsa);
    }
    match key.bits() {
        bits if bits < MIN_RSA_BITS => Err(KeyErrorKind::TooShort { bits }),
        _ => Ok(()),
    }
}

fn serial_no(certificate: &X509) -> Result<String, ErrorStack> {
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
