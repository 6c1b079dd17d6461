//! Certificates that change during a test: those of the platform, which the gateway serves as a list, and those of
//! the merchant.

use std::io;

use serde_json::{Value, json};

use super::{
    Gateway, context::GatewayContext, keys::PlatformKeys, received::ReceivedRequest,
    scripted_response::ScriptedResponse,
};
use crate::{
    ApiV3Key,
    crypto::beijing_time,
    sign::Merchant,
    verify::{PlatformCertificate, PlatformCertificates},
};

impl Gateway {
    /// A [`PlatformCertificates`] that a client of this gateway fills by downloading the platform certificates
    /// (微信支付平台证书).
    #[must_use]
    pub fn platform_certificates(&self) -> PlatformCertificates {
        PlatformCertificates::downloading(self.api_v3_key())
    }

    /// Makes a new platform certificate, and signs with it from now on. A request that names the WeChat Pay public key
    /// still gets a response that this key verifies. `GET /v3/certificates` lists the earlier certificates too.
    ///
    /// # Errors
    ///
    /// OpenSSL cannot make a key.
    pub fn rotate_platform_certificate(&self) -> io::Result<PlatformCertificate> {
        let age = self.context.platforms().len();
        let platform = PlatformKeys::generate(age)?;
        let certificate = platform.certificate.clone();
        self.context.state().rotated.push(platform);
        Ok(certificate)
    }

    /// Makes a new API certificate and key for the merchant (更换商户API证书), and returns the merchant with the new
    /// key. The gateway still accepts requests that are signed with an earlier key.
    ///
    /// # Errors
    ///
    /// OpenSSL cannot make a key.
    pub fn renew_merchant(&self) -> io::Result<Merchant> {
        let renewed = self.keys.merchant.renewed()?;
        self.context.state().merchants.push(renewed.clone());
        Ok(renewed.merchant())
    }
}

pub(super) fn is_list_request(request: &ReceivedRequest) -> bool {
    let paths = ["/v3/certificates", "/v3/global/certificates"];
    request.method() == "GET" && paths.contains(&request.path())
}

/// The list of platform certificates, each encrypted with the APIv3 key of the sender.
pub(super) fn list(context: &GatewayContext, request: &ReceivedRequest) -> ScriptedResponse {
    let (platforms, key) = (context.platforms(), context.sender(request).api_v3_key());
    let entries = platforms.iter().map(|platform| entry(&key, platform));
    let entries: Option<Vec<_>> = entries.collect();
    match entries {
        Some(entries) => ScriptedResponse::ok(json!({ "data": entries })),
        None => ScriptedResponse::error(500, "SYSTEM_ERROR", "OpenSSL does not encrypt"),
    }
}

/// An element of the list.
fn entry(key: &ApiV3Key, platform: &PlatformKeys) -> Option<Value> {
    let encrypted = key.encrypt(&platform.pem, "certificate").ok()?;
    let (not_before, not_after) = platform.certificate.validity();
    let time = |unix: i64| beijing_time(unix.try_into().unwrap_or_default());
    Some(json!({
        "serial_no": platform.signer.key_id,
        "effective_time": time(not_before),
        "expire_time": time(not_after),
        "encrypt_certificate": {
            "algorithm": encrypted.algorithm,
            "nonce": encrypted.nonce,
            "associated_data": encrypted.associated_data,
            "ciphertext": encrypted.ciphertext,
        },
    }))
}
