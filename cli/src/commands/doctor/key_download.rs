//! The check of the APIv3 key: the platform certificates that WeChat Pay encrypts with the key are downloaded.

use wechatpay_client::{
    Client, ErrorKind, PlatformCertificates,
    error::{CertificateListErrorKind, CertificatesErrorKind},
};

use super::{caller::Caller, check::CheckResult};
use crate::{failure::with_sources, settings::Settings};

/// The result about the APIv3 key, after a query that was right. `None` if there is no key, or no download of it.
pub(super) async fn check(
    settings: &Settings,
    caller: &Caller<'_>,
    ahead: i64,
) -> Option<CheckResult> {
    let key = settings.api_v3_key().ok()??;
    // A brand has no platform certificates.
    if settings.options().brand_id.is_some() || caller.without_key.is_some() {
        return None;
    }
    let certificates = match settings.offline_verifier() {
        Ok(Some(verifier)) => {
            let certificates = PlatformCertificates::downloading(key);
            let client = caller
                .client(&verifier.with_key(certificates), ahead)
                .ok()?;
            Client::refresh_certificates(&client).await
        }
        // The query was verified with the certificates that the key decrypted.
        _ => return Some(right()),
    };
    Some(match certificates {
        Ok(()) => right(),
        Err(error) => of_failure(&error),
    })
}

fn right() -> CheckResult {
    CheckResult::ok("32 bytes, decrypts the platform certificates")
}

fn of_failure(error: &wechatpay_client::Error) -> CheckResult {
    let kind = match error.kind() {
        ErrorKind::Certificates(error) => Some(error.kind()),
        _ => None,
    };
    match kind {
        Some(CertificatesErrorKind::Rejected(CertificateListErrorKind::DecryptFailed)) => {
            CheckResult::finding("the APIv3 key does not decrypt the platform certificates: it is the key of another merchant, an older one, or the APIv2 key")
                .with_step("set the APIv3 key as it is on the merchant platform: 商户平台 → 账户中心 → API安全 → APIv3密钥")
        }
        Some(CertificatesErrorKind::NotIssued) => CheckResult::ok(
            "32 bytes, not compared: this merchant has no platform certificates, which the key would decrypt",
        ),
        _ => CheckResult::ok(format!("32 bytes, not compared: {}", with_sources(error))),
    }
}
