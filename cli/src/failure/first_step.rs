//! The first step after a failed call.

use wechatpay_client::{
    ErrorKind,
    error::{CertificateListErrorKind, CertificatesError, CertificatesErrorKind, VerifyErrorKind},
};

use crate::{no_connection::NoConnection, on_the_way::OnTheWay};

/// The command that finds the cause.
pub(super) fn first_step(kind: &ErrorKind) -> Option<String> {
    const KEYS: &str = "find the wrong key, ID or clock: wechatpay doctor";
    const API_V3_KEY: &str = "check WECHATPAY_API_V3_KEY or --api-v3-key-file: the APIv3 key (APIv3密钥) of this merchant, not the APIv2 key, and not another merchant's";
    const SIGNED: &str = "WeChat Pay signed this response: check --base-url, or give the Request-ID to WeChat Pay's support";
    const NETWORK: &str = "check all settings of the network: wechatpay doctor";
    if let Some(found) = OnTheWay::of(kind) {
        return Some(found.step().to_owned());
    }
    if NoConnection::of(kind).is_some() {
        return Some(NETWORK.to_owned());
    }
    match kind {
        ErrorKind::Signing(error) if error.name() == "signer" => {
            Some("run the command by itself, with a text on its standard input".to_owned())
        }
        // The doctor would find no other key.
        ErrorKind::Certificates(error) if is_undecrypted(error) => Some(API_V3_KEY.to_owned()),
        // A signature probe is wrong on purpose.
        ErrorKind::Verify(error) if *error.kind() == VerifyErrorKind::SignatureProbe => None,
        ErrorKind::Signing(_) | ErrorKind::Verify(_) | ErrorKind::Certificates(_) => {
            Some(KEYS.to_owned())
        }
        ErrorKind::Api(error) if error.likely_cause().is_some() => Some(KEYS.to_owned()),
        ErrorKind::Decode(error) if error.response().is_some() => Some(SIGNED.to_owned()),
        _ => None,
    }
}

/// Tests if the APIv3 key did not decrypt the platform certificates.
fn is_undecrypted(error: &CertificatesError) -> bool {
    matches!(
        error.kind(),
        CertificatesErrorKind::Rejected(CertificateListErrorKind::DecryptFailed)
    )
}
