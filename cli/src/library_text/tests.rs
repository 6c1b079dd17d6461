use std::fmt::Display;

use regex_lite::Regex;
use wechatpay_client::{
    Merchant, PlatformCertificate, SignatureHeader, Signer, WechatPayPublicKey,
    error::{
        CertificateListErrorKind, CertificatesErrorKind, ConfigErrorKind, DownloadErrorKind,
        FileErrorKind, HeaderErrorKind, KeyErrorKind, PathErrorKind, QueryErrorKind,
        RequestErrorKind, SignErrorDiagnosis, SignerError, SigningErrorKind, VerifyDiagnosis,
        VerifyErrorKind,
    },
};

use super::*;
use crate::failure::Failure;

/// Every text of the library that the command may print. Left out are errors of several merchants, of frozen requests, of
/// a journal, of traits, of payment parameters and of an own runtime, none of which the command has.
fn texts() -> Vec<String> {
    let all: [Vec<String>; 8] = [
        config(),
        request(),
        arguments(),
        keys(),
        signatures(),
        certificates(),
        downloads(),
        outcomes(),
    ];
    all.concat()
}

fn text(error: impl Display) -> String {
    error.to_string()
}

fn config() -> Vec<String> {
    vec![
        text(ConfigErrorKind::InvalidMchid),
        text(ConfigErrorKind::RootCertificate),
        text(ConfigErrorKind::BaseUrl {
            problem: "not a URL",
        }),
        text(ConfigErrorKind::BackupUrl {
            problem: "not a URL",
        }),
        text(ConfigErrorKind::Proxy {
            problem: "not a URL",
        }),
        text(ConfigErrorKind::Tls),
        text(ConfigErrorKind::OtherMerchant),
        text(ConfigErrorKind::BrandCertificates),
    ]
}

fn request() -> Vec<String> {
    let pointer = || "/a/0".to_owned();
    vec![
        text(RequestErrorKind::DownloadUrl {
            problem: "not a URL",
        }),
        text(RequestErrorKind::Body("the reason".to_owned())),
        text(RequestErrorKind::TooDeep),
        text(RequestErrorKind::BodyNotObject { found: "array" }),
        text(RequestErrorKind::NullInArray { pointer: pointer() }),
        text(RequestErrorKind::NotFinite { pointer: pointer() }),
        text(RequestErrorKind::LeavesPrefix),
        text(RequestErrorKind::TargetTooLong),
        text(RequestErrorKind::SensitiveTooLong {
            field: "name".to_owned(),
            bytes: 300,
            limit: 214,
        }),
        text(RequestErrorKind::NoEncryptionKey),
        text(RequestErrorKind::OtherMode),
        text(RequestErrorKind::GlobalOperation),
        text(RequestErrorKind::MainlandOperation),
    ]
}

fn arguments() -> Vec<String> {
    let paths = [PathErrorKind::Empty, PathErrorKind::Dots];
    let paths = paths.map(|kind| text(RequestErrorKind::PathArgument { name: "id", kind }));
    let queries = [
        QueryErrorKind::NotFinite,
        QueryErrorKind::NullInArray,
        QueryErrorKind::Nested,
        QueryErrorKind::Twice,
    ];
    let queries = queries.map(|kind| {
        let name = "id".to_owned();
        text(RequestErrorKind::QueryArgument { name, kind })
    });
    let headers = [HeaderErrorKind::Empty, HeaderErrorKind::Characters];
    let headers = headers.map(|kind| text(RequestErrorKind::HeaderArgument { name: "id", kind }));
    let files = [
        FileErrorKind::Filename,
        FileErrorKind::Empty,
        FileErrorKind::Suffix { allowed: &["png"] },
        FileErrorKind::TooLarge { bytes: 2, limit: 1 },
        FileErrorKind::Unreadable(std::io::ErrorKind::NotFound),
        FileErrorKind::Changed,
        FileErrorKind::Digest,
    ];
    let files = files.map(text);
    [&paths[..], &queries, &headers, &files].concat()
}

fn keys() -> Vec<String> {
    let kinds = [
        KeyErrorKind::InvalidFormat,
        KeyErrorKind::InvalidLength { bytes: 1 },
        KeyErrorKind::NotPem,
        KeyErrorKind::Encrypted,
        KeyErrorKind::Malformed,
        KeyErrorKind::NotRsa,
        KeyErrorKind::TooShort { bits: 1024 },
        KeyErrorKind::MerchantCertificate,
        KeyErrorKind::OtherPrivateKey,
        KeyErrorKind::NotPkcs12,
        KeyErrorKind::WrongPassword,
        KeyErrorKind::NoMac,
        KeyErrorKind::LegacyEncryption,
        KeyErrorKind::NoPrivateKey,
        KeyErrorKind::NoCertificate,
    ];
    let mut texts = kinds.map(text).to_vec();
    texts.extend(Merchant::new("a", "b", "c").err().map(text));
    texts.extend(WechatPayPublicKey::from_pem("1", "c").err().map(text));
    texts.extend(PlatformCertificate::from_pem("c").err().map(text));
    texts
}

fn signatures() -> Vec<String> {
    let verify = [
        VerifyErrorKind::UnsupportedSignatureType,
        VerifyErrorKind::MalformedTimestamp,
        VerifyErrorKind::TimestampOutOfWindow { ahead: -400 },
        VerifyErrorKind::SignatureProbe,
        VerifyErrorKind::UnknownKeyId {
            key_id: "PUB_KEY_ID_0".to_owned(),
        },
        VerifyErrorKind::SignatureNotBase64,
        VerifyErrorKind::SignatureMismatch,
    ];
    let causes = [
        SignErrorDiagnosis::Clock { server_ahead: None },
        SignErrorDiagnosis::SerialNo,
        SignErrorDiagnosis::Mchid,
        SignErrorDiagnosis::Certificate,
        SignErrorDiagnosis::PrivateKey,
        SignErrorDiagnosis::PrivateKeyOrBody { shown: 9 },
        SignErrorDiagnosis::AuthorizationChanged,
        SignErrorDiagnosis::MethodChanged,
        SignErrorDiagnosis::TargetChanged,
        SignErrorDiagnosis::TargetPrefixed,
        SignErrorDiagnosis::BodyChanged {
            sent: 1,
            received: 2,
        },
    ];
    let mut texts = verify.map(text).to_vec();
    texts.extend(causes.map(text));
    texts.extend(diagnoses());
    texts.push(text(signing(SigningErrorKind::OpenSsl)));
    texts.push(text(signing(SigningErrorKind::Signer)));
    texts.push(undecrypted());
    texts
}

fn diagnoses() -> Vec<String> {
    let unit = "milliseconds";
    let diagnoses = [
        VerifyDiagnosis::BodyReformatted,
        VerifyDiagnosis::BodyBase64,
        VerifyDiagnosis::BodyWrapped,
        VerifyDiagnosis::BodyCompressed,
        VerifyDiagnosis::BodyConsumed,
        VerifyDiagnosis::Clock { ahead: 400 },
        VerifyDiagnosis::TimestampUnit { unit },
        VerifyDiagnosis::LocalTimeUnit { unit },
        VerifyDiagnosis::HeaderJoined(SignatureHeader::Nonce),
        VerifyDiagnosis::KeyId {
            trusted: "PUB_KEY_ID_0".to_owned(),
        },
        VerifyDiagnosis::PublicKeyMode,
        VerifyDiagnosis::CertificateMode,
        VerifyDiagnosis::CertificatesNotDownloaded,
        VerifyDiagnosis::OtherKey,
    ];
    diagnoses.map(text).to_vec()
}

fn signing(kind: SigningErrorKind) -> wechatpay_client::error::SigningError {
    kind.into()
}

/// The error of a signer that only signs.
fn undecrypted() -> String {
    struct OnlySigns;

    impl Signer for OnlySigns {
        async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
            Ok(Vec::new())
        }
    }

    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let decrypted = runtime.unwrap().block_on(OnlySigns.decrypt(b""));
    text(decrypted.unwrap_err())
}

fn certificates() -> Vec<String> {
    let unknown = |key_id: &str| {
        let key_id = key_id.to_owned();
        let kind = VerifyErrorKind::UnknownKeyId { key_id };
        CertificatesErrorKind::Rejected(CertificateListErrorKind::Unverified(kind))
    };
    let kinds = [
        CertificatesErrorKind::NotIssued,
        CertificatesErrorKind::Call,
        CertificatesErrorKind::Refused { status: 500 },
        CertificatesErrorKind::SavedAltered,
        CertificatesErrorKind::NotInForce,
        CertificatesErrorKind::Rejected(CertificateListErrorKind::DecryptFailed),
        CertificatesErrorKind::Rejected(CertificateListErrorKind::TimeInvalid),
        unknown("PUB_KEY_ID_0"),
        unknown("3A86"),
    ];
    kinds.map(text).to_vec()
}

fn downloads() -> Vec<String> {
    let kinds = [
        DownloadErrorKind::UnknownHashType("MD5".to_owned()),
        DownloadErrorKind::HashValueMalformed,
        DownloadErrorKind::NonceLength,
        DownloadErrorKind::EncryptKeyNotBase64,
        DownloadErrorKind::EncryptKeyDecryptFailed,
        DownloadErrorKind::Signer,
        DownloadErrorKind::EncryptKeyLength { bytes: 16 },
        DownloadErrorKind::OpenSsl,
        DownloadErrorKind::DecryptFailed,
        DownloadErrorKind::GzipInvalid,
        DownloadErrorKind::HashMismatch,
        DownloadErrorKind::Compressed,
        DownloadErrorKind::LengthUnknown,
        DownloadErrorKind::Encoded,
        DownloadErrorKind::TooLarge { limit: 1 },
        DownloadErrorKind::NotRegularFile,
        DownloadErrorKind::WriteFailed(std::io::ErrorKind::StorageFull),
    ];
    kinds.map(text).to_vec()
}

/// Texts that no public constructor makes. A call in the tests of `call` makes each.
fn outcomes() -> Vec<String> {
    [
        "timed out; the request was sent, or a part of it; the request may have been executed: query the order, \
         or repeat the request with the same numbers",
        "cannot connect through the proxy; nothing was sent; an earlier attempt may have been executed: query the \
         order, or repeat the request with the same numbers",
        "the body of the response is larger than 1 bytes: raise `ClientBuilder::body_limit`",
        "the request was executed, but the response does not decode as `alloc::boxed::Box<serde_json::raw::RawValue>` \
         [status 200]: `a`: refused by its type",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// The first name of Rust in a text.
fn name_of_rust(text: &str) -> Option<String> {
    let names = Regex::new(
        r"(?x) \w+::\w+ | `\.?\w+\(\)` | \bwith_[a-z]\w* | \#\[ | `None` | `?\b(Signer|Sensitive|Verifier|Client|Merchant)\b`
        | `(diagnose|save|base_url)` | \b(struct|tokio|runtime|serde\w*|argument|validate)\b
        | \b[A-Z][a-z]+(Builder|Error|Kind|Certificate|Certificates)\b",
    );
    names
        .unwrap()
        .find(text)
        .map(|name| name.as_str().to_owned())
}

#[test]
fn no_text_of_the_command_has_a_name_of_rust() {
    let texts = texts();
    let named: Vec<_> = texts
        .iter()
        .map(|text| Failure::configuration(text).to_string())
        .filter_map(|text| Some((name_of_rust(&text)?, text)))
        .collect();
    assert_eq!(named, []);
}

#[test]
fn every_clause_is_one_of_the_library() {
    let texts = texts();
    for (clause, own) in CLAUSES {
        assert!(texts.iter().any(|text| text.contains(clause)), "{clause}");
        assert_eq!(name_of_rust(own), None);
    }
}

#[test]
fn the_doctor_sends_nobody_to_itself() {
    let cause = SignErrorDiagnosis::PrivateKey.to_string();
    let start = "the private key does not belong to the certificate with this serial_no: correct one of them ";
    assert_eq!(
        in_own_terms(&cause),
        format!("{start}(with --certificate FILE, `wechatpay doctor` compares both)")
    );
    assert_eq!(
        of_the_doctor(&cause),
        format!("{start}(give --certificate FILE, which the doctor compares with the key)")
    );
}

#[test]
fn an_error_of_openssl_is_its_reason() {
    for (text, own) in [
        (
            "cannot connect: error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record/ssl3_record.c:350:",
            "cannot connect: wrong version number",
        ),
        (
            "a: error:0A000086:SSL routines::certificate verify failed:s3_clnt.c:1889:: self-signed certificate",
            "a: certificate verify failed: self-signed certificate",
        ),
        ("error: no code", "error: no code"),
        ("error:0A000086:SSL", "error:0A000086:SSL"),
    ] {
        assert_eq!(in_own_terms(text), own);
    }
}

#[test]
fn a_type_is_left_out() {
    let text = "the response does not decode as `a::B<c::D>` [status 200]: `x`: missing field";
    let own = "the response cannot be read [status 200]: `x`: missing field";
    assert_eq!(in_own_terms(text), own);
}
