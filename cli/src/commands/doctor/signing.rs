//! The check of a command that signs: it signs a message of no use, and the signature is compared with the certificate.

use openssl::{hash::MessageDigest, sign::Verifier, x509::X509};
use wechatpay_client::Signer as _;

use super::{
    check::CheckResult,
    merchant::{Files, Key},
};
use crate::{settings::Settings, sign_with::SignWith};

/// The message. WeChat Pay takes no request of this form.
const MESSAGE: &[u8] = b"wechatpay doctor\n";

/// Lets the command sign.
pub(super) async fn check(command: String, settings: &Settings, found: &mut Files) -> CheckResult {
    let signer = match SignWith::new(command.clone(), settings.timeout()) {
        Ok(signer) => signer,
        Err(failure) => return failure.into(),
    };
    match signer.sign(MESSAGE).await {
        Ok(signature) => {
            let result = CheckResult::ok(format!("`{command}` signs"));
            found.key = Some(Key::Command { command, signature });
            result
        }
        Err(error) => CheckResult::finding(error)
            .with_step("run the command by itself, with a text on its standard input"),
    }
}

/// Compares the signature of the message with a certificate.
pub(super) fn compare(signature: &[u8], certificate: &X509) -> CheckResult {
    match verifies(signature, certificate) {
        true => CheckResult::ok("the command signs with the private key of the certificate"),
        false => CheckResult::finding(
            "the signature of the command does not verify with the certificate: the command signs with another key, or not by SHA256-RSA2048",
        )
        .with_step("let the command sign as `openssl dgst -sha256 -sign apiclient_key.pem` does")
        .with_step("name `apiclient_cert.pem` of the key with which the command signs"),
    }
}

fn verifies(signature: &[u8], certificate: &X509) -> bool {
    let verified = certificate.public_key().and_then(|key| {
        let mut verifier = Verifier::new(MessageDigest::sha256(), &key)?;
        verifier.verify_oneshot(signature, MESSAGE)
    });
    // OpenSSL reports a signature of another length as an error.
    verified.unwrap_or_default()
}
