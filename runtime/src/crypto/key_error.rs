//! Keys, certificates and numbers of a merchant that are not usable.

use std::{error, fmt};

/// A key, a certificate or a number that is not usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    subject: KeySubject,
    kind: KeyErrorKind,
}

/// The key, certificate or number that is not usable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySubject {
    /// The merchant number (商户号, `mchid`): 1 to 32 decimal digits.
    Mchid,
    /// The number of a brand (`brand_id`): 1 to 32 decimal digits.
    BrandId,
    /// The serial number of the merchant API certificate (商户API证书序列号, `serial_no`): hexadecimal digits.
    SerialNo,
    /// The merchant API private key (商户API私钥).
    PrivateKey,
    /// The merchant API certificate (商户API证书).
    MerchantCertificate,
    /// The PKCS#12 file of a merchant (`apiclient_cert.p12`).
    Pkcs12,
    /// The APIv3 key (APIv3密钥): 32 bytes.
    ApiV3Key,
    /// The APIv2 key (API密钥): 32 letters and digits.
    ApiV2Key,
    /// The ID of the WeChat Pay public key (微信支付公钥ID): it begins with `PUB_KEY_ID_`.
    PublicKeyId,
    /// The WeChat Pay public key (微信支付公钥).
    PublicKey,
    /// The platform certificate (微信支付平台证书).
    PlatformCertificate,
}

/// Why a key, a certificate or a number is not usable.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyErrorKind {
    /// A number, ID or key that does not have the form of its [`KeySubject`].
    InvalidFormat,
    /// The APIv3 key is not 32 bytes long.
    InvalidLength {
        /// How many it has.
        bytes: usize,
    },
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
    /// The merchant API certificate belongs to a different `mchid`.
    OtherMchid {
        /// Whose it is: the common name of its subject, a merchant number (商户号) if it is a
        /// merchant's.
        certificate: Option<String>,
    },
    /// The merchant API certificate has a different `serial_no`.
    OtherSerialNo {
        /// The serial number of the certificate, upper-case hexadecimal.
        certificate: String,
    },
    /// The merchant API certificate belongs to a different private key.
    OtherPrivateKey,
    /// Not a PKCS#12 file.
    NotPkcs12,
    /// The password of the PKCS#12 file is wrong.
    WrongPassword,
    /// No MAC (消息认证码) is in the PKCS#12 file, so nothing shows that the file is whole and the password
    /// right.
    NoMac,
    /// The PKCS#12 file is encrypted with an algorithm of OpenSSL's legacy provider, such as RC2-40 of older
    /// tools, and OpenSSL has no such provider here.
    LegacyEncryption,
    /// No private key is in the PKCS#12 file.
    NoPrivateKey,
    /// No certificate of the private key is in the PKCS#12 file.
    NoCertificate,
    /// The certificate in the PKCS#12 file is not a merchant's: its subject is no merchant number (商户号).
    NotMerchant {
        /// The common name of the subject.
        common_name: Option<String>,
    },
}

impl KeyError {
    pub(crate) fn new(subject: KeySubject, kind: KeyErrorKind) -> Self {
        Self { subject, kind }
    }

    /// What is not usable.
    #[must_use]
    pub fn subject(&self) -> KeySubject {
        self.subject
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> &KeyErrorKind {
        &self.kind
    }

    /// The same without the rest of the error.
    #[must_use]
    pub fn into_kind(self) -> KeyErrorKind {
        self.kind
    }

    /// A short fixed name, for metrics and logs: `not-pem`, `wrong-password`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }
}

impl KeySubject {
    /// The form of a number, ID or key, for a text that has another one.
    fn expected_form(self) -> &'static str {
        match self {
            Self::Mchid | Self::BrandId => "1 to 32 decimal digits",
            Self::SerialNo => {
                "the hexadecimal serial number of the merchant API certificate (no `serial=`, no `0x`, no \
                 colons)"
            }
            Self::ApiV2Key => "32 letters and digits",
            Self::PublicKeyId => "an ID that begins with `PUB_KEY_ID_`",
            _ => "usable",
        }
    }
}

impl KeyErrorKind {
    /// A short fixed name, for metrics and logs: `not-pem`, `wrong-password`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::InvalidFormat => "invalid-format",
            Self::InvalidLength { .. } => "invalid-length",
            Self::NotPem => "not-pem",
            Self::Unexpected { .. } => "unexpected",
            Self::Encrypted => "encrypted",
            Self::Malformed => "malformed",
            Self::NotRsa => "not-rsa",
            Self::TooShort { .. } => "too-short",
            Self::MerchantCertificate => "merchant-certificate",
            Self::OtherMchid { .. } => "other-mchid",
            Self::OtherSerialNo { .. } => "other-serial-no",
            Self::OtherPrivateKey => "other-private-key",
            Self::NotPkcs12 => "not-pkcs12",
            Self::WrongPassword => "wrong-password",
            Self::NoMac => "no-mac",
            Self::LegacyEncryption => "legacy-encryption",
            Self::NoPrivateKey => "no-private-key",
            Self::NoCertificate => "no-certificate",
            Self::NotMerchant { .. } => "not-merchant",
        }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, kind } = self;
        match kind {
            KeyErrorKind::InvalidFormat => {
                write!(f, "{subject} is not {}", subject.expected_form())
            }
            KeyErrorKind::InvalidLength { bytes } => {
                write!(f, "{subject} has {bytes} bytes, not 32")
            }
            kind => write!(f, "{subject}: {kind}"),
        }
    }
}

impl error::Error for KeyError {}

impl fmt::Display for KeySubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mchid => "mchid",
            Self::BrandId => "brand_id",
            Self::SerialNo => "serial_no",
            Self::PrivateKey => "merchant API private key",
            Self::MerchantCertificate => "merchant API certificate",
            Self::Pkcs12 => "PKCS#12 file",
            Self::ApiV3Key => "the APIv3 key",
            Self::ApiV2Key => "the APIv2 key",
            Self::PublicKeyId => "the ID of the WeChat Pay public key",
            Self::PublicKey => "WeChat Pay public key",
            Self::PlatformCertificate => "platform certificate",
        })
    }
}

impl fmt::Display for KeyErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidFormat => f.write_str("not of its form"),
            Self::InvalidLength { bytes } => write!(f, "{bytes} bytes"),
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
            Self::OtherMchid {
                certificate: Some(name),
            } => write!(f, "it is of `{}`, not of mchid", name.escape_debug()),
            Self::OtherMchid { certificate: None } => f.write_str("it names no merchant number"),
            Self::OtherSerialNo { certificate } => {
                write!(f, "its serial number is {certificate}, not serial_no")
            }
            Self::OtherPrivateKey => f.write_str("the private key is another certificate's"),
            Self::NotPkcs12 => f.write_str(
                "not a PKCS#12 file (PEM text is for `Merchant::new`, with mchid and serial_no)",
            ),
            Self::WrongPassword => {
                f.write_str("wrong password (WeChat Pay sets the merchant number, mchid)")
            }
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
        }
    }
}
