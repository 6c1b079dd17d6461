use std::{error, fmt, io};

use super::{HeaderProblem, PathProblem, QueryProblem, signed_value::SignedValueProblem};
use crate::crypto::{KeyError, MerchantCertificateProblem, Pkcs12Error};

/// A client, key or request that cannot be built. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// The merchant number (商户号, `mchid`) is not 1 to 32 decimal digits.
    Mchid,
    /// The number of a brand (`brand_id`) is not 1 to 32 decimal digits.
    BrandId,
    /// The serial number of the merchant API certificate (商户API证书序列号, `serial_no`) is not
    /// hexadecimal digits.
    SerialNo,
    /// The merchant API private key (商户API私钥) is not usable.
    PrivateKey(KeyError),
    /// The merchant API certificate (商户API证书) is not this merchant's.
    MerchantCertificate(MerchantCertificateProblem),
    /// The PKCS#12 file of a merchant (`apiclient_cert.p12`) is not usable.
    Pkcs12(Pkcs12Error),
    /// The APIv3 key (APIv3密钥) is not 32 bytes long.
    ApiV3Key {
        /// How many it has.
        bytes: usize,
    },
    /// The APIv2 key (API密钥) is not 32 letters and digits.
    ApiV2Key,
    /// The ID of the WeChat Pay public key (微信支付公钥ID) does not begin with `PUB_KEY_ID_`.
    PublicKeyId,
    /// The WeChat Pay public key (微信支付公钥) is not usable.
    PublicKey(KeyError),
    /// The platform certificate (微信支付平台证书) is not usable.
    PlatformCertificate(KeyError),
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
    /// The address of a file (`download_url`) is not one that may be asked with this client's
    /// signature: `https` to a host of WeChat Pay, or the client's own base URL.
    DownloadUrl {
        /// What is wrong with it.
        problem: &'static str,
    },
    /// OpenSSL could not be set up for TLS.
    Tls(String),
    /// The value of a placeholder would name another path.
    PathArgument {
        /// The placeholder.
        name: &'static str,
        /// What is wrong with its value.
        problem: PathProblem,
    },
    /// The value of a header of the operation's own cannot be sent.
    HeaderArgument {
        /// The header.
        name: &'static str,
        /// What is wrong with its value.
        problem: HeaderProblem,
    },
    /// A value would make another message of the one that is signed, so it is not signed.
    SignedValue {
        /// The argument or parameter, such as `prepay_id`.
        name: &'static str,
        /// What is wrong with its value.
        problem: SignedValueProblem,
    },
    /// A file cannot be uploaded.
    File {
        /// What is wrong with it.
        problem: FileProblem,
    },
    /// The `query` struct does not serialize as a struct; the serializer's words.
    Query(String),
    /// A query parameter cannot be sent.
    QueryArgument {
        /// The parameter.
        name: String,
        /// What is wrong with it.
        problem: QueryProblem,
    },
    /// The body does not serialize; the serializer's words.
    Body(String),
    /// The body is not a JSON object.
    BodyNotObject {
        /// The kind of JSON value that it is, such as `string` or `null`.
        found: &'static str,
    },
    /// An array in the body has an item that is `null`. (A member of an object that is `null` is left
    /// out.)
    NullInArray {
        /// The item: a JSON pointer (RFC 6901) into the body, with `~` and `/` in names escaped.
        pointer: String,
    },
    /// A floating-point number in the body is NaN or infinite, which JSON cannot say.
    NotFinite {
        /// The number: a JSON pointer (RFC 6901) into the body, with `~` and `/` in names escaped.
        pointer: String,
    },
    /// The path has a dot segment, encoded or not, and the base URL has a path prefix: a reverse proxy may
    /// take it for a path that is not below the prefix.
    LeavesPrefix,
    /// Path and query are longer than HTTP software takes (64 KiB).
    TargetTooLong,
    /// A sensitive field (敏感信息) is longer than RSA-OAEP takes.
    SensitiveTooLong {
        /// Where it stands: a JSON pointer (RFC 6901) into the body, the name of a query parameter, or
        /// `path`.
        field: String,
        /// Its length in bytes of UTF-8.
        bytes: usize,
        /// What the key takes: 214 bytes for 2,048 bits.
        limit: usize,
    },
    /// No key of WeChat Pay that is in force is held, so a sensitive field cannot be encrypted.
    NoEncryptionKey,
    /// The operation is one of brand-direct mode (品牌直连, `/brand/…`) and the client a merchant's, or
    /// the reverse.
    OtherMode,
    /// The operation is on the global hosts, and the client is not
    /// ([`ClientBuilder::global`](crate::ClientBuilder::global)).
    GlobalOperation,
    /// The client is one of the global hosts, and the operation is on the mainland's.
    MainlandOperation,
    /// A frozen request, or a further certificate and key, is another merchant's.
    OtherMerchant,
    /// A frozen request is not what was written of it, or was frozen under a key that this client does
    /// not have.
    FrozenAltered,
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
    /// Keys were added to a set of merchants by [`Verifier::and`](crate::Verifier::and): they are no
    /// merchant's.
    KeyOfNoMerchant,
    /// [`Verifier::brand`](crate::Verifier::brand) was called on a set of merchants, each of which has its
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
    /// OpenSSL refused to sign with the private key, or had no random bytes for the nonce.
    Signing,
    /// The type that was called, a mock for the most part, does not implement this method of a trait
    /// that is declared with `defaults` ([`wechatpay_api`](crate::wechatpay_api)).
    NotImplemented {
        /// `Trait::method`
        method: &'static str,
    },
}

/// Why a file cannot be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileProblem {
    /// The file name is empty, not UTF-8, or holds a control character, `"`, `/` or `\`.
    Filename,
    /// The file is empty.
    Empty,
    /// The file name does not end as one of this kind does.
    Suffix {
        /// The suffixes of the kind, in small letters; capitals are as good.
        allowed: &'static [&'static str],
    },
    /// The file is larger than any operation takes one of this kind.
    TooLarge {
        /// Its length.
        bytes: u64,
        /// The largest.
        limit: u64,
    },
    /// The file cannot be read.
    Unreadable {
        /// The kind of the error.
        kind: io::ErrorKind,
        /// The words of the system.
        message: String,
    },
    /// The file is not any more what it was when it was opened.
    Changed,
    /// OpenSSL does not compute the digest.
    Digest,
}

impl FileProblem {
    /// What stopped the reading of a file: an error of the system, or one of ours in its clothes.
    pub(crate) fn of(error: &io::Error) -> Self {
        let ours = error.get_ref().and_then(|it| it.downcast_ref::<Self>());
        ours.cloned().unwrap_or_else(|| Self::Unreadable {
            kind: error.kind(),
            message: error.to_string(),
        })
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mchid => f.write_str("mchid is not 1 to 32 decimal digits"),
            Self::BrandId => f.write_str("brand_id is not 1 to 32 decimal digits"),
            Self::SerialNo => f.write_str(
                "serial_no is not the hexadecimal serial number of the merchant API certificate \
                 (no `serial=`, no `0x`, no colons)",
            ),
            Self::PrivateKey(error) => write!(f, "merchant API private key: {error}"),
            Self::MerchantCertificate(problem) => write!(f, "merchant API certificate: {problem}"),
            Self::Pkcs12(problem) => write!(f, "PKCS#12 file: {problem}"),
            Self::ApiV3Key { bytes } => write!(f, "the APIv3 key has {bytes} bytes, not 32"),
            Self::ApiV2Key => f.write_str("the APIv2 key is not 32 letters and digits"),
            Self::PublicKeyId => {
                f.write_str("the ID of a WeChat Pay public key begins with `PUB_KEY_ID_`")
            }
            Self::PublicKey(error) => write!(f, "WeChat Pay public key: {error}"),
            Self::PlatformCertificate(error) => write!(f, "platform certificate: {error}"),
            Self::RootCertificate => f.write_str("root certificate: not PEM of X.509 certificates"),
            Self::BaseUrl { problem } => write!(f, "base URL: {problem}"),
            Self::BackupUrl { problem } => write!(f, "backup URL: {problem}"),
            Self::Proxy { problem } => write!(f, "proxy URL: {problem}"),
            Self::DownloadUrl { problem } => write!(f, "download_url: {problem}"),
            Self::Tls(error) => write!(f, "TLS cannot be set up: {error}"),
            Self::PathArgument { name, problem } => write!(f, "path argument `{name}` {problem}"),
            Self::HeaderArgument { name, problem } => write!(f, "header `{name}` {problem}"),
            Self::SignedValue { name, problem } => write!(f, "not signed: `{name}` {problem}"),
            Self::File { problem } => write!(f, "the file {problem}"),
            Self::Query(error) => write!(f, "the query does not serialize: {error}"),
            Self::QueryArgument { name, problem } => {
                write!(f, "query parameter `{}` {problem}", name.escape_debug())
            }
            Self::Body(error) => write!(f, "the body does not serialize: {error}"),
            Self::BodyNotObject { found } => {
                write!(f, "the body is a JSON {found}: it has to be an object")
            }
            Self::NullInArray { pointer } => write!(
                f,
                "the body has `null` in an array, at `{}`",
                pointer.escape_debug()
            ),
            Self::NotFinite { pointer } => write!(
                f,
                "the body has a number that is NaN or infinite, at `{}`",
                pointer.escape_debug()
            ),
            Self::LeavesPrefix => f.write_str(
                "the path has a segment `.` or `..`, by which it may leave the path prefix of the base URL",
            ),
            Self::TargetTooLong => f.write_str("path and query are longer than 64 KiB"),
            Self::SensitiveTooLong {
                field,
                bytes,
                limit,
            } => write!(
                f,
                "sensitive field `{field}`: {bytes} bytes, over the {limit} that encryption takes"
            ),
            Self::NoEncryptionKey => f.write_str(
                "no key of WeChat Pay in force is held to encrypt sensitive fields with",
            ),
            Self::OtherMode => f.write_str(
                "operations below `/brand/` are called as a brand (`Merchant::brand`), all others as \
                 a merchant",
            ),
            Self::GlobalOperation => f.write_str(
                "the operation is on the global hosts: call it by a client that is built `.global()`",
            ),
            Self::MainlandOperation => f.write_str(
                "the operation is not on the global hosts: call it by a client that is not built \
                 `.global()`",
            ),
            Self::OtherMerchant => f.write_str("this is another merchant's"),
            Self::FrozenAltered => f.write_str(
                "the frozen request was altered since it was written, or frozen under a key that this \
                 client does not have",
            ),
            Self::BrandCertificates => f.write_str(
                "platform certificates of a brand do not download themselves: give them to the Verifier",
            ),
            Self::SeveralMerchants => f.write_str(
                "the verifier is a set of several merchants, which is for notifications only: give the \
                 verifier of the one merchant",
            ),
            Self::NoMerchants => f.write_str(
                "the set of merchants is empty: give `Verifier::for_merchants` one merchant at least",
            ),
            Self::KeyOfNoMerchant => f.write_str(
                "a key was added to a set of merchants and is no merchant's: add it by `Verifier::and` to \
                 the verifier of its merchant, before `Verifier::for_merchants`",
            ),
            Self::BrandOfSeveralMerchants => f.write_str(
                "`Verifier::brand` was called on a set of merchants: call it on the verifier of each brand, \
                 before `Verifier::for_merchants`",
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
            Self::MerchantTwice { mchid } => {
                write!(f, "mchid {mchid} occurs twice: join its keys by `Verifier::and`")
            }
            Self::CertificatesWithoutClient => f.write_str(
                "the platform certificates hold nothing, and no client downloads them: use \
                 `Client::notifications` or `Notifications::downloading`, and for several merchants \
                 `Notifications::for_clients`",
            ),
            Self::Signing => f.write_str("OpenSSL cannot sign with the merchant API private key"),
            Self::NotImplemented { method } => {
                write!(f, "`{method}` is not implemented by the type that was called")
            }
        }
    }
}

impl error::Error for BuildError {}

impl From<FileProblem> for BuildError {
    fn from(problem: FileProblem) -> Self {
        Self::File { problem }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filename => f.write_str(
                "has a name that is empty, not UTF-8, or holds a control character, `\"`, `/` or `\\`",
            ),
            Self::Empty => f.write_str("is empty"),
            Self::Suffix { allowed } => {
                write!(f, "has a name that ends in none of {}", allowed.join(", "))
            }
            Self::TooLarge { bytes, limit } => {
                write!(f, "has {bytes} bytes, over the {limit} that are taken")
            }
            Self::Unreadable { message, .. } => write!(f, "cannot be read: {message}"),
            Self::Changed => f.write_str("has changed since it was opened"),
            Self::Digest => f.write_str("has no digest: OpenSSL does not compute it"),
        }
    }
}

impl error::Error for FileProblem {}
