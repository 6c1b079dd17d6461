//! The error of a client, a verifier or notifications that cannot be set up.

use std::{error, fmt, sync::Arc};

/// The error of a [`Client`](crate::Client), a [`Verifier`](crate::Verifier) or
/// [`Notifications`](crate::notification::Notifications) that cannot be set up. Nothing was sent.
#[derive(Debug, Clone)]
pub struct ConfigError {
    kind: ConfigErrorKind,
    source: Option<Arc<dyn error::Error + Send + Sync>>,
}

/// The kind of a [`ConfigError`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigErrorKind {
    /// The merchant number (商户号, `mchid`) is not 1 to 32 decimal digits.
    InvalidMchid,
    /// An additional root certificate for TLS is not PEM text of X.509 certificates.
    RootCertificate,
    /// The base URL is not `https://host[:port]`, or `http://` to the loopback interface.
    BaseUrl {
        /// The problem with the URL, for people.
        problem: &'static str,
    },
    /// The backup URL is not `https://host[:port]`, or `http://` to the loopback interface.
    BackupUrl {
        /// The problem with the URL, for people.
        problem: &'static str,
    },
    /// The URL of the HTTP proxy is not `http://[user:password@]host[:port]`.
    Proxy {
        /// The problem with the URL, for people. Quotes no part of the URL.
        problem: &'static str,
    },
    /// OpenSSL could not be set up for TLS. OpenSSL's error is the [`source`](error::Error::source).
    Tls,
    /// The certificate and key given to [`ClientBuilder::earlier_merchant`](crate::ClientBuilder::earlier_merchant)
    /// or [`Client::renew_merchant`](crate::Client::renew_merchant) belong to a different merchant than the client's.
    OtherMerchant,
    /// The client is a brand's (品牌), and its verifier has a
    /// [`PlatformCertificates`](crate::PlatformCertificates), which cannot download a brand's certificates. Add each
    /// [`PlatformCertificate`](crate::PlatformCertificate) to the verifier instead.
    BrandCertificates,
    /// A set of several merchants' verifiers ([`Verifier::for_merchants`](crate::Verifier::for_merchants)) was given
    /// where the verifier of a single merchant is needed: to a client or to another set.
    SeveralMerchants,
    /// The verifier of a client has more than one [`PlatformCertificates`](crate::PlatformCertificates).
    SeveralCertificates,
    /// The [`PlatformCertificates`](crate::PlatformCertificates) belong to a different merchant: that merchant's client
    /// or verifier used or saved them.
    OtherMerchantsCertificates {
        /// The merchant number (商户号, `mchid`) of the merchant that the certificates belong to.
        mchid: String,
    },
    /// [`Verifier::for_merchants`](crate::Verifier::for_merchants) was called without a merchant.
    NoMerchants,
    /// A key was added by [`Verifier::with_key`](crate::Verifier::with_key) to a set of several merchants' verifiers
    /// ([`Verifier::for_merchants`](crate::Verifier::for_merchants)), so the key belongs to no merchant.
    KeyOfNoMerchant,
    /// [`Verifier::for_brand`](crate::Verifier::for_brand) was called on a set of several merchants' verifiers
    /// ([`Verifier::for_merchants`](crate::Verifier::for_merchants)), not on the verifier of each brand.
    BrandOfSeveralMerchants,
    /// [`Verifier::for_merchants`](crate::Verifier::for_merchants) got two verifiers for the same merchant.
    MerchantTwice {
        /// The merchant number (商户号, `mchid`) that was given twice.
        mchid: String,
    },
    /// The [`PlatformCertificates`](crate::PlatformCertificates) that should verify notifications are empty,
    /// and no [`Client`](crate::Client) downloads them.
    CertificatesWithoutClient,
}

impl ConfigError {
    /// The failure of OpenSSL to set up TLS.
    pub(crate) fn tls(source: impl error::Error + Send + Sync + 'static) -> Self {
        Self {
            kind: ConfigErrorKind::Tls,
            source: Some(Arc::new(source)),
        }
    }

    /// The kind of this error.
    #[must_use]
    pub fn kind(&self) -> &ConfigErrorKind {
        &self.kind
    }

    /// Converts the error into its kind.
    #[must_use]
    pub fn into_kind(self) -> ConfigErrorKind {
        self.kind
    }

    /// The short fixed name of the kind, for metrics and logs, such as `base-url` or `no-merchants`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            ConfigErrorKind::InvalidMchid => "invalid-mchid",
            ConfigErrorKind::RootCertificate => "root-certificate",
            ConfigErrorKind::BaseUrl { .. } => "base-url",
            ConfigErrorKind::BackupUrl { .. } => "backup-url",
            ConfigErrorKind::Proxy { .. } => "proxy",
            ConfigErrorKind::Tls => "tls",
            ConfigErrorKind::OtherMerchant => "other-merchant",
            ConfigErrorKind::BrandCertificates => "brand-certificates",
            ConfigErrorKind::SeveralMerchants => "several-merchants",
            ConfigErrorKind::SeveralCertificates => "several-certificates",
            ConfigErrorKind::OtherMerchantsCertificates { .. } => "other-merchants-certificates",
            ConfigErrorKind::NoMerchants => "no-merchants",
            ConfigErrorKind::KeyOfNoMerchant => "key-of-no-merchant",
            ConfigErrorKind::BrandOfSeveralMerchants => "brand-of-several-merchants",
            ConfigErrorKind::MerchantTwice { .. } => "merchant-twice",
            ConfigErrorKind::CertificatesWithoutClient => "certificates-without-client",
        }
    }
}

impl From<ConfigErrorKind> for ConfigError {
    fn from(kind: ConfigErrorKind) -> Self {
        Self { kind, source: None }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl error::Error for ConfigError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Display for ConfigErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidMchid => f.write_str("mchid is not 1 to 32 decimal digits: copy it from the merchant platform"),
            Self::RootCertificate => f.write_str(
                "a root certificate for TLS is not PEM text of X.509 certificates: pass the content of the file, \
                 not its path",
            ),
            Self::BaseUrl { problem } => write!(f, "base URL: {problem}"),
            Self::BackupUrl { problem } => write!(f, "backup URL: {problem}"),
            Self::Proxy { problem } => write!(f, "proxy URL: {problem}"),
            Self::Tls => f.write_str("OpenSSL cannot be set up for TLS"),
            Self::OtherMerchant => f.write_str(
                "the certificate and key belong to a different merchant: pass those of the client's merchant",
            ),
            Self::BrandCertificates => f.write_str(
                "platform certificates of a brand cannot be downloaded: add each `PlatformCertificate` by \
                 `Verifier::with_key`",
            ),
            Self::SeveralMerchants => f.write_str(
                "the verifier covers several merchants, which is for notifications only: give the verifier \
                 of one merchant",
            ),
            Self::SeveralCertificates => f.write_str(
                "the verifier has more than one PlatformCertificates, but a merchant has only one: for several \
                 merchants behind one notification URL use `Verifier::for_merchants`",
            ),
            Self::OtherMerchantsCertificates { mchid } => write!(
                f,
                "the PlatformCertificates belong to merchant {mchid}: create separate ones for each merchant by \
                 `PlatformCertificates::downloading`"
            ),
            Self::NoMerchants => f.write_str(
                "the set of merchants is empty: give `Verifier::for_merchants` at least one merchant",
            ),
            Self::KeyOfNoMerchant => f.write_str(
                "a key was added to a set of merchants and belongs to none of them: add it by \
                 `Verifier::with_key` to the verifier of its merchant, before `Verifier::for_merchants`",
            ),
            Self::BrandOfSeveralMerchants => f.write_str(
                "`Verifier::for_brand` was called on a set of merchants: call it on the verifier of each brand, \
                 before `Verifier::for_merchants`",
            ),
            Self::MerchantTwice { mchid } => {
                write!(
                    f,
                    "mchid {mchid} has two verifiers: combine their keys in one by `Verifier::with_key`"
                )
            }
            Self::CertificatesWithoutClient => f.write_str(
                "the PlatformCertificates are empty, and no client downloads certificates: use \
                 `Notifications::for_client` or `Notifications::downloading`, and for several merchants \
                 `Notifications::for_clients`",
            ),
        }
    }
}
