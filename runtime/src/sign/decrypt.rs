//! Decryption (RSA-OAEP) with the private keys of one merchant: of sensitive fields and of the keys of bills.

use std::fmt;

use zeroize::Zeroizing;

use super::{Key, Merchant, SignerError};

/// The error of a decryption. The cipher gives no reason, because a reason would help an attacker.
#[derive(Debug)]
pub(crate) enum DecryptError {
    Failed,
    Signer(SignerError),
}

/// Decrypts with each of one merchant's keys until one succeeds.
pub(crate) async fn decrypt(
    merchants: &[Merchant],
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let mut failure = DecryptError::Failed;
    for merchant in merchants {
        match merchant.decrypt(ciphertext).await {
            Ok(plaintext) => return Ok(plaintext),
            Err(DecryptError::Failed) => {}
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

impl fmt::Display for DecryptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed => f.write_str("decrypt-failed"),
            Self::Signer(error) => write!(f, "the signer does not decrypt: {error}"),
        }
    }
}

impl Merchant {
    /// Decrypts a ciphertext for this merchant.
    async fn decrypt(&self, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
        match &self.key {
            Key::Memory(key) => key.decrypt(ciphertext).ok_or(DecryptError::Failed),
            Key::Remote(signer) => match signer.decrypt(ciphertext).await {
                Ok(plaintext) => Ok(Zeroizing::new(plaintext)),
                Err(error) => Err(DecryptError::Signer(error)),
            },
        }
    }
}
