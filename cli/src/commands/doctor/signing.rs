//! The check of a command that signs: it signs a message of no use, and the signature is compared with the certificate.

use openssl::{hash::MessageDigest, sign::Verifier, x509::X509};
use wechatpay_client::Signer as _;

use super::{
    check::CheckResult,
    merchant::{Files, Key},
};
use crate::{settings::Settings, sign_with::SignWith};

/// The message: methods, a query, capitals, Chinese text, blanks, backslashes, a long line, and an empty line at the end
/// too, as the messages of requests have them. AWS KMS signs at most 4,096 bytes. WeChat Pay takes no request of this form.
fn message() -> String {
    let long = "0123456789ABCDEF".repeat(200);
    let body = format!(r#"{{"description": "{long}",  "attach": "{{\"a\":\"\\n\"}}"}}"#);
    format!(
        "GET POST wechatpay doctor\n/v3/doctor?a=%E4%BD%A0&B=1\n1700000000\n\n微信支付\n{body}\n\n"
    )
}

/// The message as programs change it, each with the change.
fn changed(message: &str) -> [(String, &'static str); 7] {
    let line = message.lines().next().unwrap_or_default();
    [
        (
            message.trim_end().to_owned(),
            "without the line feeds at its end",
        ),
        (
            format!("{}\n", message.trim_end()),
            "with only one line feed at its end",
        ),
        (
            format!("{message}\n"),
            "with a further line feed at its end",
        ),
        (
            message.replace('\n', "\r\n"),
            "with `\\r\\n` in place of `\\n`",
        ),
        (format!("{line}\n"), "only its first line"),
        (message.replace("\n\n", "\n"), "without its empty lines"),
        (
            message.replace(|c: char| !c.is_ascii(), ""),
            "without its Chinese characters",
        ),
    ]
}

/// Lets the command sign.
pub(super) async fn check(command: String, settings: &Settings, found: &mut Files) -> CheckResult {
    let signer = match SignWith::new(command.clone(), settings.timeout()) {
        Ok(signer) => signer,
        Err(failure) => return failure.into(),
    };
    match signer.sign(message().as_bytes()).await {
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
    let message = message();
    if verifies(signature, message.as_bytes(), certificate) {
        return CheckResult::ok("the command signs with the private key of the certificate");
    }
    let mut changes = changed(&message).into_iter();
    match changes.find(|(changed, _)| verifies(signature, changed.as_bytes(), certificate)) {
        Some((_, change)) => CheckResult::finding(format!(
            "the command signs with the private key of the certificate, but another message: {change}"
        ))
        .with_step("sign the bytes of standard input as they are: a shell changes the line feeds at their end")
        .with_step(LIKE_OPENSSL),
        None => CheckResult::finding(
            "the signature of the command does not verify with the certificate: the command signs with another key, not by SHA256-RSA2048, or changes the message",
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
