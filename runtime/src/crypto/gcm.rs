//! Streaming decryption of AES-256-GCM, for encrypted bills. A bill may be larger than memory, and its tag is
//! at the end.

use openssl::{
    error::ErrorStack,
    symm::{Cipher, Crypter, Mode},
};

use super::aead::TAG_LEN;

/// The most bytes in one call. OpenSSL counts in 32 bits, and its binding panics beyond.
const MAX_STEP: usize = 1 << 20;

/// Decrypts one ciphertext chunk by chunk.
///
/// The plaintext is not authenticated until [`finish`](Self::finish) returns true.
pub(crate) struct GcmDecryptor {
    crypter: Crypter,
    /// The last bytes received, at most [`TAG_LEN`], which may be the tag.
    possible_tag: Vec<u8>,
}

impl GcmDecryptor {
    /// Starts a decryption. `nonce` may have any length that GCM allows, not only 12 bytes.
    pub(crate) fn new(key: &[u8; 32], nonce: &[u8]) -> Result<Self, ErrorStack> {
        Ok(Self {
            crypter: Crypter::new(Cipher::aes_256_gcm(), Mode::Decrypt, key, Some(nonce))?,
            possible_tag: Vec::with_capacity(TAG_LEN),
        })
    }

    /// Decrypts everything received that cannot be the tag.
    pub(crate) fn decrypt(&mut self, received: &[u8]) -> Result<Vec<u8>, ErrorStack> {
        let mut plaintext = vec![0; self.possible_tag.len() + received.len()];
        let mut rest = plaintext.as_mut_slice();
        for chunk in received.chunks(MAX_STEP) {
            self.possible_tag.extend_from_slice(chunk);
            let ready = self.possible_tag.len().saturating_sub(TAG_LEN);
            let ciphertext = self.possible_tag.get(..ready).unwrap_or_default();
            let decrypted = self.crypter.update(ciphertext, rest)?;
            rest = rest.get_mut(decrypted..).unwrap_or_default();
            self.possible_tag.drain(..ready);
        }
        let unused = rest.len();
        plaintext.truncate(plaintext.len() - unused);
        Ok(plaintext)
    }

    /// True if the tag is valid. There is no reason otherwise, because a reason would help an attacker.
    pub(crate) fn finish(mut self) -> bool {
        self.possible_tag.len() == TAG_LEN
            && self.crypter.set_tag(&self.possible_tag).is_ok()
            && self.crypter.finalize(&mut []).is_ok()
    }
}
