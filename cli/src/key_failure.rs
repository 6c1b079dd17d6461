//! Failures of keys, certificates and numbers in terms of flags: the errors of the library speak to Rust programs.

use std::path::Path;

use wechatpay_client::error::{KeyError, KeyErrorKind, KeySubject};

use crate::{command_line::quoted, content, failure::Failure, key_material::flag};

/// A file that an option names.
#[derive(Debug, Clone, Copy)]
struct KeyFile<'a> {
    /// The name of the option.
    option: &'static str,
    path: &'a Path,
    content: &'a [u8],
}

/// Converts the error of a file that an option names.
pub(crate) fn of_file<'a>(
    option: &'static str,
    path: &'a Path,
    content: &'a [u8],
) -> impl FnOnce(KeyError) -> Failure + 'a {
    let file = KeyFile {
        option,
        path,
        content,
    };
    move |error| failure(&error, Some(file))
}

/// The failure of a merchant whose key is behind a command, so that no file was read.
pub(crate) fn key_failure(error: &KeyError) -> Failure {
    failure(error, None)
}

/// The failure of a brand with a PKCS#12 file, whose certificate names a merchant.
pub(crate) fn brand_of_pkcs12() -> Failure {
    Failure::configuration("--pkcs12 has the key of a merchant, and --brand-id names a brand")
        .cure("give the key of the brand with --private-key, or leave out --brand-id")
}

/// The failure of a file that has no certificate which can be read.
pub(crate) fn no_certificate(option: &'static str, path: &Path, content: &[u8]) -> Failure {
    unexpected(KeyFile {
        option,
        path,
        content,
    })
}

/// The failure of a number, a key or a certificate. `file` is the file that was read.
fn failure(error: &KeyError, file: Option<KeyFile<'_>>) -> Failure {
    let number = match error.subject() {
        KeySubject::Mchid => Some("mchid"),
        KeySubject::BrandId => Some("brand-id"),
        KeySubject::SerialNo => Some("serial-no"),
        KeySubject::PublicKeyId => Some("public-key-id"),
        _ => None,
    };
    match (number, file) {
        (Some(option), _) => wrong_number(option, error),
        (None, Some(file)) => wrong_file(error.kind(), file),
        (None, None) => Failure::configuration(error),
    }
}

fn wrong_number(option: &str, error: &KeyError) -> Failure {
    let text = error.to_string();
    let subject = error.subject().to_string();
    let problem = text.strip_prefix(&subject).unwrap_or(&text);
    let place = flag(option);
    let failure = Failure::configuration(format!("{place}{problem}"));
    match error.subject() {
        KeySubject::SerialNo => failure.cure(
            "give --certificate FILE in place of --serial-no, or copy the number that \
             `openssl x509 -noout -serial -in apiclient_cert.pem` prints after `serial=`",
        ),
        _ => failure.cure("copy it from the merchant platform (商户平台 → 账户中心)"),
    }
}

fn wrong_file(kind: &KeyErrorKind, file: KeyFile<'_>) -> Failure {
    let place = format!("--{} {}", file.option, file.path.display());
    let failed = |problem: &str| Failure::configuration(format!("{place}: {problem}"));
    match kind {
        KeyErrorKind::NotPem | KeyErrorKind::NotPkcs12 | KeyErrorKind::Unexpected { .. } => {
            unexpected(file)
        }
        KeyErrorKind::NotRsa if file.option == "private-key" => unexpected(file),
        KeyErrorKind::NotRsa => {
            failed("the key in the file is not an RSA key, as those of WeChat Pay are")
                .cure(cure_of_content(file))
        }
        KeyErrorKind::TooShort { bits } => {
            failed(&format!("the RSA key has only {bits} bits, not 2,048")).cure(cure_of_content(file))
        }
        KeyErrorKind::WrongPassword => failed("wrong password").cure(
            "give the password in WECHATPAY_PKCS12_PASSWORD; by default, it is the merchant number of --mchid",
        ),
        // Neither command writes the key to the screen, or into a file that others may read.
        KeyErrorKind::Encrypted => failed("encrypted with a pass phrase")
            .cure(format!(
                "decrypt the key into a new file: (umask 077; openssl pkey -in {} -out NEW.pem)",
                quoted(&file.path.display().to_string())
            ))
            .cure("then give --private-key NEW.pem"),
        KeyErrorKind::LegacyEncryption => {
            failed("encrypted with an old algorithm, such as RC2-40, which this OpenSSL does not have")
                .cure(format!(
                    "convert the file: (umask 077; openssl pkcs12 -legacy -in {} -nodes -out merchant.pem)",
                    quoted(&file.path.display().to_string())
                ))
                .cure("then give --private-key merchant.pem and --certificate merchant.pem in place of --pkcs12")
        }
        KeyErrorKind::MerchantCertificate => {
            failed("the file is a merchant API certificate (商户API证书), not a platform certificate")
                .cure(cure_of_content(file))
        }
        KeyErrorKind::OtherMchid { certificate: Some(name) } => failed(&format!(
            "the certificate belongs to `{}`, not to the merchant of --mchid",
            name.escape_debug()
        ))
        .cure("correct --mchid, or name key and certificate of this merchant"),
        KeyErrorKind::OtherMchid { certificate: None } => {
            failed("the certificate has no merchant number").cure(cure_of_content(file))
        }
        KeyErrorKind::OtherSerialNo { certificate } => failed(&format!(
            "the certificate has the serial number {certificate}, not that of --serial-no"
        ))
        .cure("leave --serial-no out, or name the certificate that has this number"),
        KeyErrorKind::OtherPrivateKey => {
            failed("the certificate does not belong to the private key")
                .cure("name `apiclient_key.pem` and `apiclient_cert.pem` of one download")
        }
        kind => described(&place, &kind.to_string()),
    }
}

/// The failure of a file that is something else than the option expects.
fn unexpected(file: KeyFile<'_>) -> Failure {
    let KeyFile {
        option,
        path,
        content,
    } = file;
    let contrast = content::contrast(content, expected(option));
    let place = format!("--{option} {}", path.display());
    Failure::configuration(format!("{place}: the file is {contrast}")).cure(cure_of_content(file))
}

/// The failure of a text in the library's form `what is wrong: what to do`.
fn described(place: &str, text: &str) -> Failure {
    match text.split_once(": ") {
        Some((problem, cure)) => Failure::configuration(format!("{place}: {problem}")).cure(cure),
        None => Failure::configuration(format!("{place}: {text}")),
    }
}

fn expected(option: &str) -> &'static str {
    match option {
        "private-key" => "a private key",
        "certificate" => "a merchant API certificate",
        "pkcs12" => "a PKCS#12 file",
        "public-key" => "a public key",
        "platform-certificate" => "a platform certificate",
        _ => "certificates in PEM",
    }
}

/// The step to mend a file that is something else.
fn cure_of_content(file: KeyFile<'_>) -> &'static str {
    let found = content::content_name(file.content).unwrap_or_default();
    match (file.option, found) {
        (_, "a ZIP archive") => {
            "unpack the archive of the certificate tool (证书工具), and name the file in it"
        }
        (_, "a PKCS#12 file") => "give this file as --pkcs12 FILE",
        ("pkcs12", "a private key") => {
            "give this file as --private-key FILE, with --certificate FILE or --serial-no HEX"
        }
        ("root-certificates", "a certificate") => {
            "convert it to PEM: openssl x509 -inform DER -in FILE -out NEW.pem; then give --root-certificates NEW.pem"
        }
        ("private-key", _) => {
            "name `apiclient_key.pem` of this merchant, which begins with `-----BEGIN PRIVATE KEY-----`"
        }
        ("certificate", _) => {
            "name `apiclient_cert.pem` of this merchant, which begins with `-----BEGIN CERTIFICATE-----`"
        }
        ("pkcs12", _) => "name `apiclient_cert.p12` of this merchant",
        ("public-key", _) => "download `pub_key.pem`: 商户平台 → 账户中心 → API安全 → 微信支付公钥",
        // Without `wechatpay`, after which the wrong option would be repeated.
        ("platform-certificate", _) => {
            "leave --platform-certificate out, and download one by `certificates --save FOLDER`"
        }
        _ => "name a file that begins with `-----BEGIN CERTIFICATE-----`",
    }
}
