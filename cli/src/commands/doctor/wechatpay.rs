//! Offline checks of WeChat Pay's keys, of the APIv3 key and of the network settings.

use std::path::PathBuf;

use openssl::pkey::{PKey, Private};
use wechatpay_client::{
    ApiV3Key, Merchant, PlatformCertificate, PlatformCertificates, Verifier, WechatPayPublicKey,
    error::{KeyErrorKind, KeySubject, SignerError},
};

use super::{
    check::{CheckResult, Checks, State, must_be_right_first},
    files,
    merchant::expiry,
};
use crate::{
    certificate::{Certificate, x509},
    command_line::flag,
    config::Profile,
    failure::{Failure, Result},
    file::read,
    missing,
    settings::Settings,
};

const PLATFORM_CERTIFICATE: &str = "platform-certificate";

pub(super) fn check(settings: &Settings, checks: &mut Checks) {
    let options = settings.options();
    let api_v3_key = check_api_v3_key(settings);
    checks.push("api_v3_key", api_v3_key);
    checks.push("wechatpay_key", check_choice(settings));
    checks.push("public_key", check_public_key(options));
    checks.push("public_key_id", check_public_key_id(options));
    let mut certificate = None;
    let result = check_platform_certificate(options, &mut certificate);
    checks.push("platform_certificate", result);
    checks.push_after(
        "platform_certificate_expiry",
        &["platform_certificate"],
        || match &certificate {
            Some(certificate) => expiry(certificate, "wechatpay certificates --save FOLDER"),
            None => CheckResult::skipped("the certificate cannot be read"),
        },
    );
    checks.push("network_settings", check_network(settings));
}

/// The flags without a wrong platform certificate, with which no command would succeed.
pub(super) fn usable_flags(settings: &Settings, checks: &Checks, flags: &str) -> String {
    let is_wrong = checks.is_in_state("platform_certificate", State::Finding);
    match &settings.options().platform_certificate {
        Some(path) if is_wrong => {
            flags.replace(&flag(PLATFORM_CERTIFICATE, &path.to_string_lossy()), "")
        }
        _ => flags.to_owned(),
    }
}

fn check_api_v3_key(settings: &Settings) -> CheckResult {
    match settings.api_v3_key() {
        Ok(Some(_)) => CheckResult::ok("32 bytes, not compared with WeChat Pay's"),
        Ok(None) => CheckResult::skipped(
            "no APIv3 key is configured; notifications and platform certificates need one",
        ),
        Err(failure) => failure.into(),
    }
}

/// Checks that a key is configured with which responses can be verified.
fn check_choice(settings: &Settings) -> CheckResult {
    let options = settings.options();
    let has_public_key = options.public_key.is_some() || options.public_key_id.is_some();
    match (has_public_key, &options.platform_certificate) {
        (true, Some(_)) => CheckResult::ok("a public key and a platform certificate"),
        (true, None) => CheckResult::ok("a public key"),
        (false, Some(_)) => CheckResult::ok("a platform certificate"),
        (false, None) => match settings.api_v3_key() {
            Ok(Some(_)) => {
                CheckResult::ok("the platform certificates that the APIv3 key downloads")
            }
            Ok(None) => CheckResult::missing(missing::VERIFYING_KEY),
            Err(_) => CheckResult::skipped(must_be_right_first("api_v3_key")),
        },
    }
}

fn check_public_key(options: &Profile) -> CheckResult {
    let Some(path) = &options.public_key else {
        return match options.public_key_id {
            Some(_) => CheckResult::missing(missing::PUBLIC_KEY),
            None => CheckResult::skipped("no public key is configured"),
        };
    };
    let pem = match read(path) {
        Ok(pem) => pem,
        Err(failure) => return failure.into(),
    };
    match WechatPayPublicKey::from_pem("PUB_KEY_ID_0", &pem) {
        Ok(_) if is_of_merchant(options, &pem) => CheckResult::finding(format!(
            "{} is the merchant's own public key, not WeChat Pay's",
            path.display()
        ))
        .with_step("download `pub_key.pem`: 商户平台 → 账户中心 → API安全 → 微信支付公钥"),
        Ok(_) => CheckResult::ok(format!("{} is a public key", path.display())),
        Err(error) => files::wrong_content("public-key", path, &pem, error, "a public key"),
    }
}

/// Tests if a public key is the public half of the merchant's own key.
fn is_of_merchant(options: &Profile, pem: &[u8]) -> bool {
    let Ok(key) = PKey::public_key_from_pem(pem) else {
        return false;
    };
    let of_certificate = content(&options.certificate)
        .and_then(|pem| x509(&pem)?.public_key().ok())
        .is_some_and(|own| own.public_eq(&key));
    let of_key = content(&options.private_key)
        .and_then(|pem| without_password(&pem))
        .is_some_and(|own| own.public_eq(&key));
    of_certificate || of_key
}

/// Parses a private key. OpenSSL would ask on the terminal for the pass phrase of an encrypted one.
fn without_password(pem: &[u8]) -> Option<PKey<Private>> {
    PKey::private_key_from_pem_callback(pem, |_| Ok(0)).ok()
}

fn content(path: &Option<PathBuf>) -> Option<Vec<u8>> {
    read(path.as_deref()?).ok()
}

fn check_public_key_id(options: &Profile) -> CheckResult {
    let Some(id) = &options.public_key_id else {
        return match options.public_key {
            Some(_) => CheckResult::missing(missing::PUBLIC_KEY_ID),
            None => CheckResult::skipped("no public key is configured"),
        };
    };
    // The library checks the ID before the key.
    match WechatPayPublicKey::from_pem(&**id, []) {
        Err(error) if error.subject() == KeySubject::PublicKeyId => {
            let is_hex = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit());
            let hint = match is_hex {
                true => ": a serial number, as certificates have",
                false => "",
            };
            CheckResult::finding(format!(
                "`{}` is not the ID of a WeChat Pay public key, which is PUB_KEY_ID_ and letters or digits{hint}",
                id.escape_debug()
            ))
            .with_step("copy the ID: 商户平台 → 账户中心 → API安全 → 微信支付公钥")
        }
        _ => CheckResult::ok(id),
    }
}

fn check_platform_certificate(
    options: &Profile,
    certificate: &mut Option<Certificate>,
) -> CheckResult {
    let Some(path) = &options.platform_certificate else {
        return CheckResult::skipped("no platform certificate is configured");
    };
    let pem = match read(path) {
        Ok(pem) => pem,
        Err(failure) => return failure.into(),
    };
    const CURE: &str = "leave --platform-certificate (WECHATPAY_PLATFORM_CERTIFICATE) out, and download one: wechatpay certificates --save FOLDER";
    match PlatformCertificate::from_pem(&pem) {
        Ok(platform) => {
            *certificate = Certificate::from_pem(&pem);
            let path = path.display();
            let serial_no = platform.serial_no();
            CheckResult::ok(format!("{path} has the serial number {serial_no}"))
        }
        Err(error) if *error.kind() == KeyErrorKind::MerchantCertificate => {
            CheckResult::finding(format!(
                "{} is a merchant API certificate (商户API证书), not a platform certificate",
                path.display()
            ))
            .with_step(CURE)
        }
        Err(error) => files::wrong_content(
            PLATFORM_CERTIFICATE,
            path,
            &pem,
            error,
            "a platform certificate",
        ),
    }
}

/// Checks URLs and root certificates: a client of other keys can be built with them.
fn check_network(settings: &Settings) -> CheckResult {
    let options = settings.options();
    match build(settings) {
        Ok(()) => CheckResult::ok(match (&options.base_url, &options.proxy) {
            (Some(url), None) => url.clone(),
            (Some(url), Some(_)) => format!("{url}, through a proxy"),
            (None, Some(_)) => "WeChat Pay's hosts, through a proxy".to_owned(),
            (None, None) => "WeChat Pay's hosts".to_owned(),
        }),
        Err(failure) => failure.into(),
    }
}

fn build(settings: &Settings) -> Result<()> {
    let key = ApiV3Key::new([b'0'; 32]).map_err(Failure::configuration)?;
    let verifier = Verifier::new(PlatformCertificates::downloading(key));
    let merchant = Merchant::with_signer("0", "0", NoSigner).map_err(Failure::configuration)?;
    settings.client_of(merchant, verifier).map(drop)
}

/// A signer of the client that is never called.
struct NoSigner;

impl wechatpay_client::Signer for NoSigner {
    async fn sign(&self, _message: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("no key".into())
    }
}
