//! Recognition of keys and certificates in DER, by the types of their first values. OpenSSL reads the content.

use Kind::{
    Certificate, EcPrivateKey, EncryptedPrivateKey, Pkcs1PrivateKey, Pkcs1PublicKey, Pkcs12,
    PrivateKey, PublicKey,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// PKCS#8.
    PrivateKey,
    Pkcs1PrivateKey,
    EncryptedPrivateKey,
    /// SEC 1.
    EcPrivateKey,
    /// SubjectPublicKeyInfo.
    PublicKey,
    Pkcs1PublicKey,
    /// A certificate, or a request for one.
    Certificate,
    Pkcs12,
    Other,
}

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;

/// 1.2.840.113549.1.1.1. A key for only RSASSA-PSS has another identifier.
const RSA_ENCRYPTION: &[u8] = b"\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01";

impl Kind {
    /// The kind of a single sequence. `None` for anything else.
    pub(super) fn of(der: &[u8]) -> Option<Self> {
        let mut rest = der;
        let (SEQUENCE, mut content) = read_value(&mut rest)? else {
            return None;
        };
        if !rest.is_empty() {
            return None;
        }
        let Some((first, first_content)) = read_value(&mut content) else {
            return Some(Self::Other);
        };
        let second = read_value(&mut content).map(|(tag, _)| tag);
        let third = read_value(&mut content).map(|(tag, _)| tag);
        Some(match (first, first_content, second, third) {
            (INTEGER, [0 | 1], Some(SEQUENCE), Some(OCTET_STRING)) => PrivateKey,
            (INTEGER, [0], Some(INTEGER), Some(INTEGER)) => Pkcs1PrivateKey,
            (INTEGER, [1], Some(OCTET_STRING), _) => EcPrivateKey,
            (INTEGER, [3], Some(SEQUENCE), _) => Pkcs12,
            (INTEGER, _, Some(INTEGER), None) => Pkcs1PublicKey,
            (SEQUENCE, [OBJECT_IDENTIFIER, ..], Some(OCTET_STRING), None) => EncryptedPrivateKey,
            (SEQUENCE, [OBJECT_IDENTIFIER, ..], Some(BIT_STRING), None) => PublicKey,
            (SEQUENCE, _, Some(SEQUENCE), Some(BIT_STRING)) => Certificate,
            _ => Self::Other,
        })
    }

    /// The name of the kind in an error message.
    pub(super) fn name(self) -> &'static str {
        match self {
            PrivateKey | Pkcs1PrivateKey | EcPrivateKey => "private key",
            EncryptedPrivateKey => "private key of another format",
            PublicKey | Pkcs1PublicKey => "public key",
            Certificate => "certificate",
            Pkcs12 => "PKCS#12 file (for `Merchant::from_pkcs12`)",
            Self::Other => "DER value of another kind",
        }
    }
}

/// The RSA private key (PKCS#1) inside a PKCS#8 key. `None` if the key is for another algorithm.
///
/// OpenSSL would read PKCS#8 through a copy that it frees without wiping.
pub(super) fn rsa_in_pkcs8(mut der: &[u8]) -> Option<&[u8]> {
    let (_, mut content) = read_value(&mut der)?;
    let (_version, (_, mut algorithm)) = (read_value(&mut content)?, read_value(&mut content)?);
    let (OBJECT_IDENTIFIER, RSA_ENCRYPTION) = read_value(&mut algorithm)? else {
        return None;
    };
    let (_, key) = read_value(&mut content)?;
    Some(key)
}

/// Reads the tag and the content of the first value. `der` becomes the rest.
fn read_value<'a>(der: &mut &'a [u8]) -> Option<(u8, &'a [u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&first, mut rest) = rest.split_first()?;
    let length = match first {
        short if short < 0x80 => usize::from(short),
        // The length of a key fits into four bytes.
        0x81..=0x84 => {
            let (digits, after) = rest.split_at_checked(usize::from(first & 0x7F))?;
            rest = after;
            digits.iter().try_fold(0_usize, |length, digit| {
                length.checked_mul(256)?.checked_add(usize::from(*digit))
            })?
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    *der = rest;
    Some((tag, content))
}
