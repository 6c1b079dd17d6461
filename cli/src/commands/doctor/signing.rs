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

/// The message as programs change it, each with the change.
const CHANGES: [(&[u8], &str); 3] = [
    (b"wechatpay doctor", "without the line feed at its end"),
    (
        b"wechatpay doctor\n\n",
        "with a further line feed at its end",
    ),
    (b"wechatpay doctor\r\n", "with `\\r\\n` in place of `\\n`"),
];

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
    const LIKE_OPENSSL: &str =
        "let the command sign as `openssl dgst -sha256 -sign apiclient_key.pem` does";
    if verifies(signature, MESSAGE, certificate) {
        return CheckResult::ok("the command signs with the private key of the certificate");
    }
    let mut changes = CHANGES.into_iter();
    match changes.find(|(message, _)| verifies(signature, message, certificate)) {
        Some((_, change)) => CheckResult::finding(format!(
            "the command signs with the private key of the certificate, but another message: {change}"
        ))
        .with_step("sign the bytes of standard input as they are: a shell changes the line feeds at their end")
        .with_step(LIKE_OPENSSL),
        None => CheckResult::finding(
            "the signature of the command does not verify with the certificate: the command signs with another key, or not by SHA256-RSA2048",
        )
        .with_step(LIKE_OPENSSL)
        .with_step("name `apiclient_cert.pem` of the key with which the command signs"),
    }
}

fn verifies(signature: &[u8], message: &[u8], certificate: &X509) -> bool {
    let verified = certificate.public_key().and_then(|key| {
        let mut verifier = Verifier::new(MessageDigest::sha256(), &key)?;
        verifier.verify_oneshot(signature, message)
    });
    // OpenSSL reports a signature of another length as an error.
    verified.unwrap_or_default()
}
