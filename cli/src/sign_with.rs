//! `--sign-with COMMAND`: a private key that this program never reads, in a KMS, in an HSM or on another host.

use std::process::Stdio;

use tokio::{io::AsyncWriteExt as _, process::Command};
use wechatpay_client::{Signer, error::SignerError};

/// Runs a command for each signature: the message on its standard input, the signature on its standard output.
#[derive(Debug, Clone)]
pub(crate) struct SignWith {
    command: String,
}

impl SignWith {
    pub(crate) const fn new(command: String) -> Self {
        Self { command }
    }

    async fn run(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let mut child = shell(&self.command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| format!("cannot run `{}`: {error}", self.command))?;
        if let Some(mut input) = child.stdin.take() {
            // A command that ends without reading has its own exit code to tell.
            let _ = input.write_all(message).await;
        }
        let output = child.wait_with_output().await?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(format!("`{}` ended with {}", self.command, output.status).into()),
        }
    }
}

impl Signer for SignWith {
    async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
        let output = self.run(message).await?;
        signature(&output).ok_or_else(|| {
            format!(
                "`{}` wrote {} bytes, which are no signature: write the signature in base64, or its 256 to 512 raw bytes",
                self.command,
                output.len()
            )
            .into()
        })
    }
}

/// The signature in the output of a command: in base64, or raw.
fn signature(output: &[u8]) -> Option<Vec<u8>> {
    let is_signature = |bytes: &Vec<u8>| matches!(bytes.len(), 256 | 384 | 512);
    let text = std::str::from_utf8(output)
        .ok()
        .map(|text| text.split_whitespace().collect::<String>());
    let decoded = text.and_then(|text| openssl::base64::decode_block(&text).ok());
    decoded
        .filter(is_signature)
        .or_else(|| Some(output.to_vec()).filter(is_signature))
}

/// A command that the shell of the system runs.
pub(crate) fn shell(command: &str) -> Command {
    let (shell, flag) = if cfg!(windows) {
        ("cmd", "/C")
    } else {
        ("sh", "-c")
    };
    let mut shell = Command::new(shell);
    shell.arg(flag).arg(command);
    shell
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
        for output in [&b""[..], b"error: no key", &[7; 255]] {
            assert_eq!(signature(output), None);
        }
    }
}
