//! The error of a key, a certificate or a number that cannot be used. Constructors of merchants and keys return it.

use std::{error, fmt};

/// The error of a key, a certificate or a number that cannot be used. [`subject`](Self::subject) says which of them,
/// and [`kind`](Self::kind) what is wrong.
///
/// ```
/// use wechatpay_client::{ApiV3Key, error::{KeyErrorKind, KeySubject}};
///
/// let error = ApiV3Key::new("too short").unwrap_err();
/// assert_eq!(error.subject(), KeySubject::ApiV3Key);
/// assert_eq!(error.kind(), &KeyErrorKind::InvalidLength { bytes: 9 });
/// assert_eq!(error.to_string(), "the APIv3 key has 9 bytes, but must have 32");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    subject: KeySubject,
    kind: KeyErrorKind,
}

/// The key, certificate or number that a [`KeyError`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeySubject {
    /// The merchant number (商户号, `mchid`): 1 to 32 decimal digits.
    Mchid,
    /// The number of a brand (品牌, `brand_id`): 1 to 32 decimal digits.
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
    /// The ID of the WeChat Pay public key (微信支付公钥ID), which begins with `PUB_KEY_ID_`.
    PublicKeyId,
    /// The WeChat Pay public key (微信支付公钥).
    PublicKey,
    /// A platform certificate (微信支付平台证书).
    PlatformCertificate,
}

/// The kind of a [`KeyError`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyErrorKind {
    /// The number, ID or key does not have the form that the docs of its [`KeySubject`] give.
    InvalidFormat,
    /// The APIv3 key is not 32 bytes long.
    InvalidLength {
        /// The length of the given key in bytes.
        bytes: usize,
    },
    /// The text is neither PEM, because it has no `-----BEGIN …-----` line, nor the complete base64 of a key or
    /// certificate.
    NotPem,
    /// The text is a key or certificate of another kind than expected.
    Unexpected {
        /// The kind of the given text, such as `certificate`.
        found: &'static str,
        /// The kind that is expected, such as `private key`.
        expected: &'static str,
    },
    /// The private key is encrypted with a pass phrase.
    Encrypted,
    /// The content of the key, certificate or file does not decode, because it is truncated or altered.
    Malformed,
    /// The key is not an RSA key. A key that is restricted to RSASSA-PSS does not count as an RSA key.
    NotRsa,
    /// The RSA key has fewer than 2,048 bits.
    TooShort {
        /// The length of the RSA key in bits.
        bits: u32,
    },
    /// A merchant API certificate (商户API证书) was given where a platform certificate is expected.
    MerchantCertificate,
    /// The merchant API certificate belongs to a different merchant number (商户号, `mchid`) than the given one.
    OtherMchid {
        /// The common name in the subject of the certificate. In a merchant's certificate, it is the merchant number.
        certificate: Option<String>,
    },
    /// The merchant API certificate has a different serial number than the given `serial_no`.
    OtherSerialNo {
        /// The serial number of the certificate, in upper-case hexadecimal.
        certificate: String,
    },
    /// The merchant API certificate belongs to a different private key than the given one.
    OtherPrivateKey,
    /// The file is not PKCS#12.
    NotPkcs12,
    /// The password of the PKCS#12 file is wrong.
    WrongPassword,
    /// The PKCS#12 file has no MAC (消息认证码), so nothing proves that the file is complete and that the password is
    /// right.
    NoMac,
    /// The PKCS#12 file is encrypted with an old algorithm, such as RC2-40, which only the legacy provider of OpenSSL
    /// can decrypt. The OpenSSL of this program has no legacy provider.
    LegacyEncryption,
    /// The PKCS#12 file has no private key.
    NoPrivateKey,
    /// The PKCS#12 file has no certificate for the private key.
    NoCertificate,
    /// The certificate in the PKCS#12 file is not a merchant's: its subject is not a merchant number (商户号).
    NotMerchant {
        /// The common name in the subject of the certificate.
        common_name: Option<String>,
    },
}

impl KeyError {
    pub(crate) fn new(subject: KeySubject, kind: KeyErrorKind) -> Self {
        Self { subject, kind }
    }

    /// The key, certificate or number that cannot be used.
    #[must_use]
    pub fn subject(&self) -> KeySubject {
        self.subject
    }

    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> &KeyErrorKind {
        &self.kind
    }

    /// Converts the error into its kind.
    #[must_use]
    pub fn into_kind(self) -> KeyErrorKind {
        self.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `not-pem` or `wrong-password`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }
}

impl KeySubject {
    /// The expected form of a number, ID or key, for the error message.
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
    /// The short fixed name of the kind, for metrics and logs, such as `not-pem` or `wrong-password`.
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
                write!(f, "{subject} has {bytes} bytes, but must have 32")
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
            Self::InvalidFormat => f.write_str("has the wrong form"),
            Self::InvalidLength { bytes } => write!(f, "{bytes} bytes"),
            Self::NotPem => f.write_str(
                "not PEM: no `-----BEGIN …-----` line, and not the complete base64 of a key or \
                 certificate (pass the content of the file, not its path)",
            ),
            Self::Unexpected { found, expected } => {
                write!(f, "found a {found}, expected a {expected}")
            }
            Self::Encrypted => f.write_str(
                "encrypted with a pass phrase: decrypt the key into a new file (`(umask 077; openssl pkey -in FILE \
                 -out NEW.pem)`)",
            ),
            Self::Malformed => f.write_str(
                "the content does not decode, because it is truncated or altered: copy the file again",
            ),
            Self::NotRsa => f.write_str("not an RSA key: use an RSA key of at least 2,048 bits"),
            Self::TooShort { bits } => write!(f, "{bits} bits: use an RSA key of at least 2,048 bits"),
            Self::MerchantCertificate => f.write_str(
                "found a merchant API certificate: pass a platform certificate, which `GET /v3/certificates` \
                 returns",
            ),
            Self::OtherMchid {
                certificate: Some(name),
            } => write!(
                f,
                "belongs to `{}`, not to mchid: pass the certificate and the mchid of one merchant",
                name.escape_debug()
            ),
            Self::OtherMchid { certificate: None } => {
                f.write_str("has no merchant number: pass `apiclient_cert.pem`")
            }
            Self::OtherSerialNo { certificate } => {
                write!(
                    f,
                    "has the serial number {certificate}, not serial_no: correct serial_no, or pass the \
                     certificate that has it"
                )
            }
            Self::OtherPrivateKey => f.write_str(
                "belongs to a different private key: pass the `apiclient_key.pem` of this certificate",
            ),
            Self::NotPkcs12 => f.write_str(
                "not a PKCS#12 file (for PEM text use `Merchant::new`, with mchid and serial_no)",
            ),
            Self::WrongPassword => {
                f.write_str(
                    "wrong password: by default the password is the merchant number (mchid)",
                )
            }
            Self::NoMac => f.write_str("has no MAC: export the file again with a MAC"),
            Self::LegacyEncryption => f.write_str(
                "encrypted with an algorithm of OpenSSL's legacy provider, such as RC2-40, which this OpenSSL \
                 does not have: convert the file (`(umask 077; openssl pkcs12 -legacy -in apiclient_cert.p12 -nodes \
                 -out merchant.pem)`) and pass the PEM text to `Merchant::new`, with mchid and serial_no",
            ),
            Self::NoPrivateKey => f.write_str("has no private key: export the file again with the key"),
            Self::NoCertificate => f.write_str(
                "has no certificate for the private key: export the file again with the certificate",
            ),
            Self::NotMerchant {
                common_name: Some(name),
            } => write!(
                f,
                "the certificate is not a merchant's: it belongs to `{}`",
                name.escape_debug()
            ),
            Self::NotMerchant { common_name: None } => {
                f.write_str("the certificate is not a merchant's: it has no common name")
            }
        }
    }
}
