use std::{error, fmt};

/// A client, or what it is made of, that cannot be built. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    kind: ConfigErrorKind,
}

/// Why a client cannot be built.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConfigErrorKind {
    /// The merchant number (商户号, `mchid`) is not 1 to 32 decimal digits.
    InvalidMchid,
    /// A further root certificate for TLS is not PEM text of X.509 certificates.
    RootCertificate,
    /// The base URL is not `https://host[:port]`, or `http://` to the loopback interface.
    BaseUrl {
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The backup URL is not one that a base URL may be.
    BackupUrl {
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The proxy's URL is not `http://[user:password@]host[:port]`.
    Proxy {
        /// What is wrong with it; nothing of the URL is quoted.
        problem: &'static str,
    },
    /// OpenSSL could not be set up for TLS.
    Tls(String),
    /// A frozen request, or a further certificate and key, is another merchant's.
    OtherMerchant,
    /// Platform certificates of a brand (品牌) do not download themselves: they have to be given.
    BrandCertificates,
    /// The verifier is a set of several merchants ([`Verifier::for_merchants`](crate::Verifier)), where
    /// that of one merchant belongs.
    SeveralMerchants,
    /// The verifier of a client has more than one [`PlatformCertificates`](crate::PlatformCertificates).
    SeveralCertificates,
    /// The [`PlatformCertificates`](crate::PlatformCertificates) were given to a client or a set before, or
    /// saved, as those of another merchant.
    OtherMerchantsCertificates {
        /// The number of the merchant that they belong to.
        mchid: String,
    },
    /// A set of merchants ([`Verifier::for_merchants`](crate::Verifier::for_merchants)) is empty.
    NoMerchants,
    /// Keys were added to a set of merchants by [`Verifier::with_key`](crate::Verifier::with_key): they are no
    /// merchant's.
    KeyOfNoMerchant,
    /// [`Verifier::for_brand`](crate::Verifier::for_brand) was called on a set of merchants, each of which has its
    /// own scheme.
    BrandOfSeveralMerchants,
    /// Two verifiers of a set are of one merchant.
    MerchantTwice {
        /// The merchant number (商户号).
        mchid: String,
    },
    /// Notifications are to be verified by [`PlatformCertificates`](crate::PlatformCertificates) that hold
    /// nothing, and no living client downloads them.
    CertificatesWithoutClient,
}

impl ConfigError {
    /// Why.
    #[must_use]
    pub fn kind(&self) -> &ConfigErrorKind {
        &self.kind
    }

    /// The same without the error around it.
    #[must_use]
    pub fn into_kind(self) -> ConfigErrorKind {
        self.kind
    }

    /// A short fixed name, for metrics and logs: `base-url`, `no-merchants`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            ConfigErrorKind::InvalidMchid => "invalid-mchid",
            ConfigErrorKind::RootCertificate => "root-certificate",
            ConfigErrorKind::BaseUrl { .. } => "base-url",
            ConfigErrorKind::BackupUrl { .. } => "backup-url",
            ConfigErrorKind::Proxy { .. } => "proxy",
            ConfigErrorKind::Tls(_) => "tls",
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
        Self { kind }
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl error::Error for ConfigError {}

impl fmt::Display for ConfigErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidMchid => f.write_str("mchid is not 1 to 32 decimal digits"),
            Self::RootCertificate => f.write_str("root certificate: not PEM of X.509 certificates"),
            Self::BaseUrl { problem } => write!(f, "base URL: {problem}"),
            Self::BackupUrl { problem } => write!(f, "backup URL: {problem}"),
            Self::Proxy { problem } => write!(f, "proxy URL: {problem}"),
            Self::Tls(error) => write!(f, "TLS cannot be set up: {error}"),
            Self::OtherMerchant => f.write_str("this is another merchant's"),
            Self::BrandCertificates => f.write_str(
                "platform certificates of a brand do not download themselves: give them to the Verifier",
            ),
            Self::SeveralMerchants => f.write_str(
                "the verifier is a set of several merchants, which is for notifications only: give the \
                 verifier of the one merchant",
            ),
            Self::SeveralCertificates => f.write_str(
                "the verifier has more than one PlatformCertificates, and a merchant has one: for several \
                 merchants behind one notification URL use `Verifier::for_merchants`",
            ),
            Self::OtherMerchantsCertificates { mchid } => write!(
                f,
                "the PlatformCertificates belong to merchant {mchid}: make others for each merchant by \
                 `PlatformCertificates::downloading`"
            ),
            Self::NoMerchants => f.write_str(
                "the set of merchants is empty: give `Verifier::for_merchants` one merchant at least",
            ),
            Self::KeyOfNoMerchant => f.write_str(
                "a key was added to a set of merchants and is no merchant's: add it by `Verifier::with_key` to \
                 the verifier of its merchant, before `Verifier::for_merchants`",
            ),
            Self::BrandOfSeveralMerchants => f.write_str(
                "`Verifier::for_brand` was called on a set of merchants: call it on the verifier of each brand, \
                 before `Verifier::for_merchants`",
            ),
            Self::MerchantTwice { mchid } => {
                write!(f, "mchid {mchid} occurs twice: join its keys by `Verifier::with_key`")
            }
            Self::CertificatesWithoutClient => f.write_str(
                "the platform certificates hold nothing, and no client downloads them: use \
                 `Client::notifications` or `Notifications::downloading`, and for several merchants \
                 `Notifications::for_clients`",
            ),
        }
    }
}
