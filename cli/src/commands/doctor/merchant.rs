//! Offline checks of the merchant: its number, private key and certificate, and that the three belong together.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use openssl::{base64, pkcs12::Pkcs12};
use wechatpay_client::{
    Merchant,
    error::{KeyErrorKind, KeySubject},
};

use super::{
    check::{CheckResult, Checks, must_be_right_first},
    files, signing,
};
use crate::{
    certificate::{Certificate, x509},
    config::Profile,
    content::contrast,
    failure::Failure,
    file::read,
    key_failure::brand_of_pkcs12,
    missing,
    settings::{KeySource, Settings},
};

/// The days before the expiry of a certificate from which the doctor reports it.
const EXPIRES_SOON: i64 = 30;

const CERTIFICATE_CURE: &str =
    "name `apiclient_cert.pem` of this merchant, which begins with `-----BEGIN CERTIFICATE-----`";

/// The key and the certificate, as far as they can be read.
#[derive(Debug, Default)]
pub(super) struct Files {
    pub(super) key: Option<Key>,
    pub(super) certificate: Option<(Vec<u8>, Certificate)>,
}

/// The private key.
pub(super) enum Key {
    Pem(Vec<u8>),
    /// The merchant of a PKCS#12 file, whose key and certificate belong together.
    Pkcs12(Merchant),
    /// A command that signs, and its signature of a test message.
    Command {
        command: String,
        signature: Vec<u8>,
    },
}

pub(super) async fn check(settings: &Settings, checks: &mut Checks) -> Files {
    let options = settings.options();
    let mut files = Files::default();
    let key = check_key(settings, &mut files).await;
    checks.push("mchid", check_holder(options, &files));
    checks.push("private_key", key);
    checks.push("file_modes", files::modes(&secret_files(options)));
    let result = check_certificate(options, &mut files);
    checks.push("certificate", result);
    check_contents(options, &files, checks);
    files
}

/// The checks of the certificate, and of key, numbers and certificate together.
fn check_contents(options: &Profile, files: &Files, checks: &mut Checks) {
    let certificate = files.certificate.as_ref();
    checks.push_after(
        "certificate_expiry",
        &["certificate"],
        || match certificate {
            Some((_, certificate)) => {
                expiry(certificate, "商户平台 → 账户中心 → API安全 → 申请API证书")
            }
            None => CheckResult::skipped("this OpenSSL cannot read the certificate in the file"),
        },
    );
    let serial_no = check_serial_no(options, files);
    checks.push("serial_no", serial_no);
    checks.push_after("certificate_mchid", &["mchid", "certificate"], || {
        check_mchid_of_certificate(options, files)
    });
    checks.push_after("certificate_key", &["private_key", "certificate"], || {
        check_key_of_certificate(files)
    });
}

fn check_holder(options: &Profile, files: &Files) -> CheckResult {
    let (name, number, subject) = match (&options.mchid, &options.brand_id) {
        (Some(_), Some(_)) => {
            return CheckResult::finding("both a merchant and a brand are given")
                .with_step("keep one of --mchid and --brand-id");
        }
        (None, Some(_)) if options.pkcs12.is_some() => return brand_of_pkcs12().into(),
        (None, Some(id)) => ("brand", id, KeySubject::Mchid),
        (Some(mchid), None) => ("merchant", mchid, KeySubject::Mchid),
        (None, None) if options.pkcs12.is_some() => {
            return match &files.key {
                Some(Key::Pkcs12(merchant)) => {
                    CheckResult::ok(format!("{}, of the PKCS#12 file", merchant.mchid()))
                }
                _ => CheckResult::skipped(must_be_right_first("private_key")),
            };
        }
        (None, None) => {
            return CheckResult::missing(missing::MCHID).with_step(
                "or write all settings into a file: `wechatpay --help` shows it, below Configuration",
            );
        }
    };
    // The library checks the number before the key.
    match Merchant::new(&**number, "0", []) {
        Err(error) if error.subject() == subject => CheckResult::finding(format!(
            "`{}` is not the number of a {name}: 1 to 32 decimal digits",
            number.escape_debug()
        ))
        .with_step("copy the number from the merchant platform (商户平台 → 账户中心 → 商户信息)"),
        _ => CheckResult::ok(format!("the {name} {number}")),
    }
}

async fn check_key(settings: &Settings, found: &mut Files) -> CheckResult {
    let source = match settings.key_source() {
        Ok(source) => source,
        Err(failure) => return failure.into(),
    };
    match source {
        KeySource::Command(command) => signing::check(command, settings, found).await,
        KeySource::Pem(path) => check_pem(&path, found),
        KeySource::Pkcs12(path) => check_pkcs12(settings, &path, found),
    }
}

fn check_pem(path: &Path, found: &mut Files) -> CheckResult {
    let pem = match read(path) {
        Ok(pem) => pem,
        Err(failure) => return failure.into(),
    };
    match Merchant::new("0", "0", &pem) {
        Ok(_) => {
            found.key = Some(Key::Pem(pem));
            CheckResult::ok(format!("{} is a private key", path.display()))
        }
        Err(error) => files::wrong_content("private-key", path, &pem, error, "a private key"),
    }
}

fn check_pkcs12(settings: &Settings, path: &Path, found: &mut Files) -> CheckResult {
    let Some(password) = settings.pkcs12_password() else {
        return CheckResult::missing(missing::PASSWORD);
    };
    let file = match read(path) {
        Ok(file) => file,
        Err(failure) => return failure.into(),
    };
    match Merchant::from_pkcs12(&file, &password) {
        Ok(merchant) => {
            found.certificate = certificate_of_pkcs12(&file, &password);
            let number = merchant.mchid().to_owned();
            found.key = Some(Key::Pkcs12(merchant));
            CheckResult::ok(format!("{} has a key of {number}", path.display()))
        }
        Err(error) => {
            files::wrong_content("pkcs12", path, &file, error, "a PKCS#12 file of a merchant")
        }
    }
}

/// The certificate in a PKCS#12 file. `None` if only the legacy provider of OpenSSL can decrypt the file.
fn certificate_of_pkcs12(file: &[u8], password: &str) -> Option<(Vec<u8>, Certificate)> {
    let base64: String = String::from_utf8_lossy(file).split_whitespace().collect();
    let decoded = base64::decode_block(&base64).unwrap_or_default();
    let file = Pkcs12::from_der(file).or_else(|_| Pkcs12::from_der(&decoded));
    let parsed = file.ok()?.parse2(password).ok()?;
    let pem = parsed.cert?.to_pem().ok()?;
    let certificate = Certificate::from_pem(&pem)?;
    Some((pem, certificate))
}

fn check_certificate(options: &Profile, found: &mut Files) -> CheckResult {
    let Some(path) = &options.certificate else {
        return match &found.key {
            Some(Key::Pkcs12(merchant)) => CheckResult::ok(format!(
                "the certificate {} in the PKCS#12 file",
                merchant.serial_no()
            )),
            _ if options.pkcs12.is_some() => {
                CheckResult::skipped(must_be_right_first("private_key"))
            }
            _ => CheckResult::skipped(
                "no certificate is configured (--certificate FILE), with which key and numbers are compared",
            ),
        };
    };
    let pem = match read(path) {
        Ok(pem) => pem,
        Err(failure) => return failure.into(),
    };
    let Some(certificate) = Certificate::from_pem(&pem) else {
        let detail = format!("{} is {}", path.display(), contrast(&pem, "a certificate"));
        return CheckResult::finding(detail).with_step(CERTIFICATE_CURE);
    };
    if options.brand_id.is_none() && !is_merchant(&certificate) {
        return other_certificate(path, &certificate);
    }
    let detail = format!(
        "{} has the serial number {}",
        path.display(),
        certificate.serial_no
    );
    found.certificate = Some((pem, certificate));
    CheckResult::ok(detail)
}

/// The finding about a certificate whose holder is not a merchant.
fn other_certificate(path: &Path, certificate: &Certificate) -> CheckResult {
    let holder = certificate.holder.as_deref().unwrap_or("nobody");
    let kind = match holder.to_ascii_lowercase().contains("tenpay") {
        true => "a platform certificate (平台证书)",
        false => "a certificate",
    };
    CheckResult::finding(format!(
        "{} is {kind} of `{}`, not a merchant API certificate (商户API证书)",
        path.display(),
        holder.escape_debug()
    ))
    .with_step(CERTIFICATE_CURE)
}

/// Tests if the holder is a merchant: the common name is a number.
pub(super) fn is_merchant(certificate: &Certificate) -> bool {
    let holder = certificate.holder.as_deref().unwrap_or_default();
    !holder.is_empty() && holder.bytes().all(|byte| byte.is_ascii_digit())
}

/// Checks that a certificate is in force, and will be for a month.
pub(super) fn expiry(certificate: &Certificate, renewal: &str) -> CheckResult {
    let Certificate {
        not_before,
        not_after,
        days_left,
        ..
    } = certificate;
    let distance = certificate.distance();
    if certificate.has_expired() {
        return CheckResult::finding(format!(
            "the certificate expired on {not_after}, {distance} ago"
        ))
        .with_step(format!("get a new certificate: {renewal}"));
    }
    if !certificate.has_begun() {
        return CheckResult::finding(format!("the certificate is valid only from {not_before}"))
            .with_step("set the clock of this machine by a time server (NTP), or name the certificate that is in force");
    }
    let detail = format!("the certificate expires on {not_after}, in {distance}");
    match *days_left < EXPIRES_SOON {
        true => {
            CheckResult::finding(detail).with_step(format!("get a new certificate now: {renewal}"))
        }
        false => CheckResult::ok(detail),
    }
}

fn check_serial_no(options: &Profile, files: &Files) -> CheckResult {
    let of_certificate = match (&files.key, &files.certificate) {
        (Some(Key::Pkcs12(merchant)), _) => Some(merchant.serial_no()),
        (_, Some((_, certificate))) => Some(&*certificate.serial_no),
        _ => None,
    };
    let Some(given) = &options.serial_no else {
        return match of_certificate {
            Some(serial_no) => CheckResult::ok(format!("{serial_no}, of the certificate")),
            None if options.certificate.is_some() => {
                CheckResult::skipped(must_be_right_first("certificate"))
            }
            None if options.pkcs12.is_some() => {
                CheckResult::skipped(must_be_right_first("private_key"))
            }
            None => CheckResult::missing(missing::SERIAL_NO),
        };
    };
    // The library checks the serial number before the key.
    match Merchant::new("0", &**given, []) {
        Err(error) if error.subject() == KeySubject::SerialNo => {
            return CheckResult::finding(format!("`{}`: {error}", given.escape_debug()))
                .with_step("openssl x509 -noout -serial -in apiclient_cert.pem");
        }
        _ => {}
    }
    match of_certificate {
        Some(serial_no) if !is_same_serial_no(given, serial_no) => CheckResult::finding(format!(
            "{given} is not the serial number of the certificate, which is {serial_no}"
        ))
        .with_step("leave --serial-no out, or name the certificate that has this number"),
        _ => CheckResult::ok(given),
    }
}

fn is_same_serial_no(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches('0');
    left.eq_ignore_ascii_case(right.trim_start_matches('0'))
}

fn check_mchid_of_certificate(options: &Profile, files: &Files) -> CheckResult {
    let holder = match (&files.key, &files.certificate) {
        (_, Some((_, certificate))) => certificate.holder.as_deref().unwrap_or_default(),
        (Some(Key::Pkcs12(merchant)), None) => merchant.mchid(),
        _ => return CheckResult::skipped(must_be_right_first("certificate")),
    };
    match &options.mchid {
        _ if options.brand_id.is_some() => {
            CheckResult::skipped("the certificate of a brand does not name its number")
        }
        Some(mchid) if mchid != holder => CheckResult::finding(format!(
            "the certificate belongs to the merchant {holder}, not to {mchid}"
        ))
        .with_step("correct --mchid, or name key and certificate of this merchant"),
        _ => CheckResult::ok(format!("the certificate belongs to the merchant {holder}")),
    }
}

fn check_key_of_certificate(files: &Files) -> CheckResult {
    let (pem, (certificate, read)) = match (&files.key, &files.certificate) {
        (Some(Key::Pkcs12(_)), _) => {
            return CheckResult::ok("key and certificate of the PKCS#12 file belong together");
        }
        (Some(Key::Command { signature, .. }), Some((certificate, _))) => {
            return match x509(certificate) {
                Some(certificate) => signing::compare(signature, &certificate),
                None => CheckResult::skipped(must_be_right_first("certificate")),
            };
        }
        (Some(Key::Pem(pem)), Some((certificate, read))) => (pem, (certificate, read)),
        (None, _) => return CheckResult::skipped(must_be_right_first("private_key")),
        (_, None) => return CheckResult::skipped(must_be_right_first("certificate")),
    };
    let holder = read.holder.as_deref().filter(|_| is_merchant(read));
    // With the numbers of the certificate itself, only the key can differ.
    let compared = match holder {
        Some(mchid) => Merchant::new(mchid, &*read.serial_no, pem),
        None => Merchant::brand("0", &*read.serial_no, pem),
    };
    match compared.and_then(|merchant| merchant.with_certificate(certificate)) {
        Ok(_) => CheckResult::ok("the private key belongs to the certificate"),
        Err(error) if *error.kind() == KeyErrorKind::OtherPrivateKey => CheckResult::finding(
            "the private key does not belong to the certificate: one is another merchant's, or older",
        )
        .with_step("name `apiclient_key.pem` and `apiclient_cert.pem` of one download"),
        Err(error) => Failure::configuration(error).into(),
    }
}

/// The files that should have secrets, each once: two options may name one file by mistake.
fn secret_files(options: &Profile) -> Vec<&Path> {
    let files = [
        &options.private_key,
        &options.pkcs12,
        &options.api_v3_key_file,
    ];
    let mut seen = HashSet::new();
    let is_new = |path: &&Path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.into()));
    let paths = files.into_iter().flatten().map(PathBuf::as_path);
    paths.filter(is_new).collect()
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[private key]")
    }
}
