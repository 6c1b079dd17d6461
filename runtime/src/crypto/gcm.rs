//! AES-256-GCM in a stream: encrypted bills, larger than memory, the tag at their very end.

use openssl::{
    error::ErrorStack,
    symm::{Cipher, Crypter, Mode},
};

use super::aead::TAG_LEN;

/// OpenSSL counts in 32 bits, and its binding panics beyond.
const MAX_STEP: usize = 1 << 20;

/// Opens one ciphertext chunk by chunk.
///
/// What it gives is not authenticated until [`finish`](Self::finish) has succeeded.
pub(crate) struct GcmDecryptor {
    crypter: Crypter,
    /// What may still be the tag: the last bytes that came, at most [`TAG_LEN`].
    possible_tag: Vec<u8>,
}

impl GcmDecryptor {
    /// `nonce` is of any length that GCM takes, not of 12 bytes alone.
    pub(crate) fn new(key: &[u8; 32], nonce: &[u8]) -> Result<Self, ErrorStack> {
        Ok(Self {
            crypter: Crypter::new(Cipher::aes_256_gcm(), Mode::Decrypt, key, Some(nonce))?,
            possible_tag: Vec::with_capacity(TAG_LEN),
        })
    }

    /// The plaintext of all that is certain not to be the tag.
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

    /// Whether the tag holds. Without a reason if it does not, since a reason would be a hint.
    pub(crate) fn finish(mut self) -> bool {
        self.possible_tag.len() == TAG_LEN
            && self.crypter.set_tag(&self.possible_tag).is_ok()
            && self.crypter.finalize(&mut []).is_ok()
    }
}
