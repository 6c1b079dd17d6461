//! `--sign-with COMMAND`: a private key that this program never reads, in a KMS, in an HSM or on another host.

use std::time::Duration;

use wechatpay_client::{Signer, error::SignerError};

use crate::{
    failure::{Failure, Result},
    shell,
};

/// Runs a command for each signature: the message on its standard input, the signature on its standard output.
#[derive(Debug, Clone)]
pub(crate) struct SignWith {
    command: String,
    limit: Duration,
}

impl SignWith {
    /// The signer of a command. `timeout` is that of a call, of which half is for the signature and half for the request.
    ///
    /// # Errors
    ///
    /// The command is empty: the shell would run it as a success.
    pub(crate) fn new(command: String, timeout: Duration) -> Result<Self> {
        if command.trim().is_empty() {
            return Err(
                Failure::configuration("--sign-with (WECHATPAY_SIGN_WITH) is empty")
                    .cure("give the command that signs"),
            );
        }
        Ok(Self {
            command,
            limit: timeout / 2,
        })
    }
}

impl Signer for SignWith {
    async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let Self { command, limit } = self;
        let output = match shell::run(OPTION, command, message, *limit).await {
            Ok(output) => output,
            Err(error) if error.is_timeout() => return Err(format!("{error}: {SLOW}").into()),
            Err(error) => return Err(error.into()),
        };
        match (signature(&output), output.len()) {
            (Some(signature), _) => Ok(signature),
            (None, 0) => Err(format!("the command of {OPTION} wrote nothing: {WRITE_IT}").into()),
            (None, _) if is_hex(&output) => Err(format!(
                "the command of {OPTION} wrote its signature in hex: {WRITE_IT}"
            )
            .into()),
            (None, length) => Err(format!(
                "the command of {OPTION} wrote {length} bytes, which are no signature: {WRITE_IT}"
            )
            .into()),
        }
    }
}

const OPTION: &str = "--sign-with";

const WRITE_IT: &str =
    "write the signature to standard output, in base64 or as its 256 to 512 raw bytes";

const SLOW: &str = "check that the command reads its standard input to the end, asks nothing, and leaves no process \
    behind that holds its standard output; a command that needs longer gets half of --timeout";

/// The signature in the output of a command: in base64, or raw.
fn signature(output: &[u8]) -> Option<Vec<u8>> {
    let is_signature = |bytes: &Vec<u8>| matches!(bytes.len(), 256 | 384 | 512);
    if is_hex(output) {
        return None;
    }
    let text = text(output);
    let decoded = text.and_then(|text| openssl::base64::decode_block(&text).ok());
    decoded
        .filter(is_signature)
        .or_else(|| Some(output.to_vec()).filter(is_signature))
}

/// The text without white space.
fn text(output: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(output).ok()?;
    Some(text.split_whitespace().collect())
}

/// Tests for a signature in hex, which base64 could also be read from.
fn is_hex(output: &[u8]) -> bool {
    text(output).is_some_and(|text| {
        // `openssl dgst -hex` writes the name of the algorithm before.
        let digits = text.rsplit_once('=').map_or(&*text, |(_, digits)| digits);
        let is_long = matches!(digits.len(), 512 | 768 | 1024);
        is_long && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_read_raw_and_in_base64() {
        let raw = vec![7; 256];
        let base64 = openssl::base64::encode_block(&raw);
        let lines = format!("{}\n{}\n", &base64[..64], &base64[64..]);
        for output in [raw.clone(), base64.into_bytes(), lines.into_bytes()] {
            assert_eq!(signature(&output), Some(raw.clone()));
        }
        let hex = "0f".repeat(256);
        assert!(is_hex(hex.as_bytes()));
        assert!(is_hex(format!("RSA2-256(stdin)= {hex}\n").as_bytes()));
        for output in [&b""[..], b"error: no key", &[7; 255], hex.as_bytes()] {
            assert_eq!(signature(output), None);
        }
    }
}
