//! Decryption with the keys of one merchant (RSA-OAEP).

use std::fmt;

use zeroize::Zeroizing;

use super::{Key, Merchant, SignerError};

/// Why there is no plaintext; without a reason of the cipher's, since that would be a hint.
#[derive(Debug)]
pub(crate) enum DecryptError {
    Failed,
    Signer(SignerError),
}

/// The plaintext, by the first of one merchant's keys that has it.
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
    /// The plaintext of what was encrypted for this merchant (RSA-OAEP).
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
