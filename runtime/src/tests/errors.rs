//! Every kind of error: its text states one level and its source the next, and its name is stable.

use std::{collections::BTreeSet, error, io, time::SystemTime};

use bytes::Bytes;
use http::Response;

use crate::{
    call_error::{ApiError, DecodeError, Error, ErrorKind, Outcome},
    config_error::{ConfigError, ConfigErrorKind},
    crypto::{KeyError, KeyErrorKind, KeySubject},
    download::{DownloadError, DownloadErrorKind},
    json::JsonError,
    request::{RequestError, RequestErrorKind},
    sign::{SignedValueError, SignedValueErrorKind, SigningError, SigningErrorKind},
    transport::{TransportError, TransportErrorKind},
    upload::{FileError, FileErrorKind},
    verify::{
        CertificateListErrorKind, CertificatesError, CertificatesErrorKind, CheckedBody, Verifier,
        VerifyErrorKind, WechatPayPublicKey,
    },
};

/// The message of a cause outside this crate.
const CAUSE: &str = "the message of the cause";

const EARLIER_ATTEMPT: &str = "; an earlier attempt may have been executed: query the order, or repeat the request \
     with the same numbers";

fn cause() -> Box<dyn error::Error + Send + Sync> {
    CAUSE.into()
}

fn transport(kind: TransportErrorKind) -> Error {
    TransportError::new(kind, false, None, Some(cause())).into()
}

fn response() -> Response<Bytes> {
    Response::new(Bytes::from_static(b"{}"))
}

fn unverified() -> Error {
    let id = "PUB_KEY_ID_1";
    let pem = include_str!("../../../tests/fixtures/vectors/keys/wechatpay-public-key.pub.pem");
    let verifier = Verifier::new(WechatPayPublicKey::from_pem(id, pem).unwrap());
    verifier
        .verify(response(), SystemTime::UNIX_EPOCH)
        .unwrap_err()
        .into()
}

fn certificates(kind: CertificatesErrorKind) -> Error {
    CertificatesError::from(kind).into()
}

/// An error of each phase, and of each kind that has a source, with its name.
fn all() -> Vec<(Error, &'static str)> {
    let not_pem = KeyError::new(KeySubject::PrivateKey, KeyErrorKind::NotPem);
    let empty = SignedValueError::new("appid", SignedValueErrorKind::Empty);
    let signing = |kind: SigningErrorKind| SigningError::from(kind).into();
    let rejected = CertificateListErrorKind::Unverified(VerifyErrorKind::SignatureMismatch);
    let decode = DecodeError::new::<u8>(
        CheckedBody::declared_unsigned(response()),
        JsonError::new("bad"),
    );
    let written = io::Error::other(cause());
    let head = crate::head::Head::of(&response());
    vec![
        (not_pem.into(), "key:not-pem"),
        (
            ConfigError::from(ConfigErrorKind::NoMerchants).into(),
            "config:no-merchants",
        ),
        (
            RequestError::from(RequestErrorKind::NoEncryptionKey).into(),
            "request:no-encryption-key",
        ),
        (FileError::from(FileErrorKind::Empty).into(), "file:empty"),
        (
            FileError::from_io(io::Error::other(cause())).into(),
            "file:unreadable",
        ),
        (
            ConfigError::tls(io::Error::other(cause())).into(),
            "config:tls",
        ),
        (
            DownloadError::from_signer(cause()).into(),
            "download:signer",
        ),
        (
            Error::new(ErrorKind::NotImplemented { method: "A::b" }),
            "not-implemented",
        ),
        (SigningError::from(empty).into(), "signing:signed-value"),
        (signing(SigningErrorKind::OpenSsl), "signing:openssl"),
        (SigningError::signer(cause()).into(), "signing:signer"),
        (
            signing(SigningErrorKind::OtherMerchant {
                in_order: "1230000109".to_owned(),
                of_client: "1900000109".to_owned(),
            }),
            "signing:other-merchant",
        ),
        (Error::journal(cause()), "journal"),
        (transport(TransportErrorKind::Connect), "transport:connect"),
        (transport(TransportErrorKind::Timeout), "transport:timeout"),
        (
            certificates(CertificatesErrorKind::NotIssued),
            "certificates:not-issued",
        ),
        (
            CertificatesError::call(transport(TransportErrorKind::Exchange), true).into(),
            "certificates:call",
        ),
        (
            certificates(CertificatesErrorKind::Rejected(rejected)),
            "certificates:signature-mismatch",
        ),
        (unverified(), "verify:missing-header:Wechatpay-Timestamp"),
        (ApiError::from_unverified(&response()).into(), "api"),
        (decode.into(), "decode"),
        (
            DownloadError::from(DownloadErrorKind::HashMismatch).into(),
            "download:hash-mismatch",
        ),
        (
            DownloadError::from_write(written, &head).into(),
            "download:write-failed",
        ),
    ]
}

#[test]
fn no_cause_is_printed_twice() {
    for (error, name) in all() {
        let error = error.after_earlier_attempt();
        let mut text = error.to_string();
        assert!(!text.is_empty(), "{name}");
        let mut source = error::Error::source(&error);
        while let Some(cause) = source {
            let cause_text = cause.to_string();
            assert!(!text.contains(&cause_text), "{name}: {text}: {cause_text}");
            text = format!("{text}: {cause_text}");
            source = cause.source();
        }
    }
}

#[test]
fn every_error_has_its_own_name() {
    let mut names = BTreeSet::new();
    for (error, name) in all() {
        assert_eq!(error.name(), name);
        assert!(names.insert(name), "{name}");
        let is_short = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
        assert!(name.chars().all(is_short) && name.len() < 64, "{name}");
    }
}

/// The error of the call, not the error of its last attempt, states what an earlier attempt may have done.
#[test]
fn only_the_error_of_the_call_mentions_an_earlier_attempt() {
    for (error, name) in all() {
        let before = (error.outcome(), error.to_string());
        let error = error.after_earlier_attempt();
        let after = (error.outcome(), error.to_string());
        let expected = match before {
            (Outcome::NotExecuted, text) if !name.starts_with("download") => {
                let text = format!("{text}{EARLIER_ATTEMPT}");
                (Outcome::Unknown, text)
            }
            before => before,
        };
        assert_eq!(after, expected, "{name}");
    }
}
