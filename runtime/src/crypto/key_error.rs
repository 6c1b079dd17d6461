//! Keys and certificates that are not usable.

use std::{error, fmt};

/// Why a key or certificate is not usable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyError {
    /// Neither PEM text, since there is no `-----BEGIN …-----` line, nor the whole base64 of a key or
    /// certificate.
    NotPem,
    /// Another thing than the one that belongs here.
    Unexpected {
        /// What it is, such as `certificate`.
        found: &'static str,
        /// What belongs here.
        expected: &'static str,
    },
    /// The private key is protected by a pass phrase.
    Encrypted,
    /// The content does not decode.
    Malformed,
    /// Not an RSA key (an RSASSA-PSS key is another kind).
    NotRsa,
    /// An RSA key of fewer than 2,048 bits.
    TooShort {
        /// Its length.
        bits: u32,
    },
    /// The merchant's own API certificate (商户API证书) in the place of the platform's.
    MerchantCertificate,
}

/// Why a merchant API certificate is not this merchant's.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum MerchantCertificateProblem {
    /// The certificate itself is not usable.
    Unusable(KeyError),
    /// The certificate is of another than `mchid`.
    Mchid {
        /// Whose it is: the common name of its subject, a merchant number (商户号) if it is a
        /// merchant's.
        certificate: Option<String>,
    },
    /// `serial_no` is not the certificate's.
    SerialNo {
        /// The serial number of the certificate, upper-case hexadecimal.
        certificate: String,
    },
    /// The private key is not the certificate's.
    PrivateKey,
}

/// Why a PKCS#12 file (`apiclient_cert.p12`) is not usable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pkcs12Error {
    /// Not a PKCS#12 file.
    NotPkcs12,
    /// The password is wrong.
    WrongPassword,
    /// The content does not decode.
    Malformed,
    /// No MAC (消息认证码) is in the file, so nothing shows that the file is whole and the password right.
    NoMac,
    /// Encrypted with an algorithm of OpenSSL's legacy provider, such as RC2-40 of older tools, and OpenSSL
    /// has no such provider here.
    LegacyEncryption,
    /// No private key is in the file.
    NoPrivateKey,
    /// No certificate of the private key is in the file.
    NoCertificate,
    /// The certificate is not a merchant's: its subject is no merchant number (商户号).
    NotMerchant {
        /// The common name of the subject.
        common_name: Option<String>,
    },
    /// The private key or the certificate in the file is not usable.
    Unusable(KeyError),
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPem => f.write_str(
                "not PEM: no `-----BEGIN …-----` line, nor the whole base64 of a key or certificate (give \
                 the file's content, not its path)",
            ),
            Self::Unexpected { found, expected } => {
                write!(f, "this is a {found}, where a {expected} belongs")
            }
            Self::Encrypted => f.write_str(
                "protected by a pass phrase: decrypt it first (`openssl pkey -in FILE`)",
            ),
            Self::Malformed => f.write_str("the content does not decode: it is cut off or altered"),
            Self::NotRsa => f.write_str("not an RSA key"),
            Self::TooShort { bits } => write!(f, "{bits} bits, where at least 2,048 are needed"),
            Self::MerchantCertificate => f.write_str(
                "this is a merchant API certificate; the platform's own is downloaded from \
                 `/v3/certificates`",
            ),
        }
    }
}

impl error::Error for KeyError {}

impl fmt::Display for MerchantCertificateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(error) => error.fmt(f),
            Self::Mchid {
                certificate: Some(name),
            } => write!(f, "it is of `{}`, not of mchid", name.escape_debug()),
            Self::Mchid { certificate: None } => f.write_str("it names no merchant number"),
            Self::SerialNo { certificate } => {
                write!(f, "its serial number is {certificate}, not serial_no")
            }
            Self::PrivateKey => f.write_str("the private key is another certificate's"),
        }
    }
}

impl fmt::Display for Pkcs12Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPkcs12 => f.write_str(
                "not a PKCS#12 file (PEM text is for `Merchant::new`, with mchid and serial_no)",
            ),
            Self::WrongPassword => {
                f.write_str("wrong password (WeChat Pay sets the merchant number, mchid)")
            }
            Self::Malformed => f.write_str("the content does not decode: it is cut off or altered"),
            Self::NoMac => f.write_str("no MAC in it: export the file again with a MAC"),
            Self::LegacyEncryption => f.write_str(
                "encrypted with an algorithm of OpenSSL's legacy provider, such as RC2-40, and OpenSSL has no \
                 such provider here; convert the file (`openssl pkcs12 -legacy -in apiclient_cert.p12 -nodes \
                 -out merchant.pem`) and give the PEM text to `Merchant::new`, with mchid and serial_no",
            ),
            Self::NoPrivateKey => f.write_str("no private key in it"),
            Self::NoCertificate => f.write_str("no certificate of the private key in it"),
            Self::NotMerchant {
                common_name: Some(name),
            } => write!(
                f,
                "the certificate is not a merchant's: it is of `{}`",
                name.escape_debug()
            ),
            Self::NotMerchant { common_name: None } => {
                f.write_str("the certificate is not a merchant's: it names nobody")
            }
            Self::Unusable(error) => error.fmt(f),
        }
    }
}

impl error::Error for Pkcs12Error {}
