//! The list of platform certificates (平台证书), which a merchant with only a WeChat Pay public key does not have.

use wechatpay_client::gateway::ReceivedRequest;

use crate::{
    folder::CERTIFICATE_MERCHANT,
    refusal::{self, Refusal},
};

const PATHS: [&str; 2] = ["/v3/certificates", "/v3/global/certificates"];

/// Checks that the sender has platform certificates, if the request lists them.
pub(crate) fn check(request: &ReceivedRequest, sender: &str) -> Result<(), Refusal> {
    match PATHS.contains(&request.path()) && sender != CERTIFICATE_MERCHANT {
        true => Err(refusal::NO_PLATFORM_CERTIFICATE),
        false => Ok(()),
    }
}
