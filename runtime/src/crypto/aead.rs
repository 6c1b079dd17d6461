//! AEAD_AES_256_GCM under the APIv3 key, for platform certificates and the resources of notifications.

use openssl::symm::{Cipher, decrypt_aead};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::decode_base64;

const ALGORITHM: &str = "AEAD_AES_256_GCM";

const NONCE_LEN: usize = 12;

pub(super) const TAG_LEN: usize = 16;

/// A sealed text, as the JSON of `encrypt_certificate` and `resource` holds it.
#[derive(Deserialize)]
pub(crate) struct Sealed {
    /// The type of the plaintext, in the `resource` of a notification. It is not authenticated.
    pub(crate) original_type: Option<String>,
    pub(crate) algorithm: String,
    pub(crate) nonce: String,
    /// An absent value means the same as an empty one.
    pub(crate) associated_data: Option<String>,
    pub(crate) ciphertext: String,
}

/// The reasons why a sealed text does not open, in the order of the checks. [`Failed`](Self::Failed) has no detail,
/// because a detail would help an attacker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenError {
    UnknownAlgorithm,
    NonceLength,
    NotBase64,
    TooShort,
    Failed,
}

impl Sealed {
    /// Opens a text that was sealed under this key of 32 bytes.
    pub(crate) fn open(&self, key: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if self.algorithm != ALGORITHM {
            return Err(OpenError::UnknownAlgorithm);
        }
        if self.nonce.len() != NONCE_LEN {
            return Err(OpenError::NonceLength);
        }
        let bytes = decode_base64(self.ciphertext.as_bytes()).ok_or(OpenError::NotBase64)?;
        let (ciphertext, tag) = bytes
            .len()
            .checked_sub(TAG_LEN)
            .and_then(|middle| bytes.split_at_checked(middle))
            .ok_or(OpenError::TooShort)?;
        let aad = self.associated_data.as_deref().unwrap_or_default();
        decrypt_aead(
            Cipher::aes_256_gcm(),
            key,
            Some(self.nonce.as_bytes()),
            aad.as_bytes(),
            ciphertext,
            tag,
        )
        .map(Zeroizing::new)
        .map_err(|_| OpenError::Failed)
    }

    /// Seals `plaintext` under this key of 32 bytes, as WeChat Pay does.
    #[cfg(feature = "gateway")]
    pub(crate) fn new(
        key: &[u8],
        plaintext: &[u8],
        associated_data: &str,
    ) -> Result<Self, super::OpenSslError> {
        let nonce = super::nonce()?.split_off(32 - NONCE_LEN);
        let mut tag = [0; TAG_LEN];
        let mut sealed = openssl::symm::encrypt_aead(
            Cipher::aes_256_gcm(),
            key,
            Some(nonce.as_bytes()),
            associated_data.as_bytes(),
            plaintext,
            &mut tag,
        )?;
        sealed.extend_from_slice(&tag);
        Ok(Self {
            original_type: None,
            algorithm: ALGORITHM.to_owned(),
            nonce,
            associated_data: Some(associated_data.to_owned()),
            ciphertext: super::encode_base64(&sealed),
        })
    }
}
