//! AEAD_AES_256_GCM under the APIv3 key: certificates and the resources of notifications.

use std::fmt;

use openssl::error::ErrorStack;
use openssl::symm::{Cipher, decrypt_aead};
use serde::Deserialize;
use zeroize::Zeroizing;

use super::decode_base64;
use crate::error::BuildError;

const ALGORITHM: &str = "AEAD_AES_256_GCM";

const NONCE_LEN: usize = 12;

pub(super) const TAG_LEN: usize = 16;

/// The APIv3 key (APIv3密钥): 32 bytes, set by the merchant on the merchant platform. It opens
/// certificates and notifications.
///
/// The key leaves memory with its last clone. The text that it is made from is the caller's: give a reference
/// to one that is zeroized, too.
#[derive(Clone)]
pub struct ApiV3Key(
    // Boxed, so that a move leaves no copy behind.
    Zeroizing<Box<[u8]>>,
);

const KEY_LEN: usize = 32;

impl ApiV3Key {
    /// The key from its 32 characters, as they were set.
    ///
    /// # Errors
    ///
    /// [`BuildError::ApiV3Key`] if it is not 32 bytes long.
    pub fn new(key: impl AsRef<[u8]>) -> crate::Result<Self> {
        match key.as_ref() {
            key if key.len() == KEY_LEN => Ok(Self(Zeroizing::new(key.into()))),
            key => Err(BuildError::ApiV3Key { bytes: key.len() }.into()),
        }
    }

    /// HMAC-SHA256 under this key, in hexadecimal.
    pub(crate) fn mac(&self, message: &[u8]) -> Result<String, ErrorStack> {
        super::hmac_sha256(&self.0, message)
    }

    /// What was sealed under this key.
    pub(crate) fn open(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        if sealed.algorithm != ALGORITHM {
            return Err(OpenError::UnknownAlgorithm);
        }
        if sealed.nonce.len() != NONCE_LEN {
            return Err(OpenError::NonceLength);
        }
        let bytes = decode_base64(sealed.ciphertext.as_bytes()).ok_or(OpenError::NotBase64)?;
        let (ciphertext, tag) = bytes
            .len()
            .checked_sub(TAG_LEN)
            .and_then(|middle| bytes.split_at_checked(middle))
            .ok_or(OpenError::TooShort)?;
        let aad = sealed.associated_data.as_deref().unwrap_or_default();
        decrypt_aead(
            Cipher::aes_256_gcm(),
            &self.0,
            Some(sealed.nonce.as_bytes()),
            aad.as_bytes(),
            ciphertext,
            tag,
        )
        .map(Zeroizing::new)
        .map_err(|_| OpenError::Failed)
    }
}

#[cfg(feature = "testing")]
impl ApiV3Key {
    /// Seals `plaintext` as the platform does.
    pub(crate) fn seal(
        &self,
        plaintext: &[u8],
        associated_data: &str,
    ) -> Result<Sealed, ErrorStack> {
        let nonce = super::nonce()?.split_off(32 - NONCE_LEN);
        let mut tag = [0; TAG_LEN];
        let mut sealed = openssl::symm::encrypt_aead(
            Cipher::aes_256_gcm(),
            &self.0,
            Some(nonce.as_bytes()),
            associated_data.as_bytes(),
            plaintext,
            &mut tag,
        )?;
        sealed.extend_from_slice(&tag);
        Ok(Sealed {
            original_type: None,
            algorithm: ALGORITHM.to_owned(),
            nonce,
            associated_data: Some(associated_data.to_owned()),
            ciphertext: super::encode_base64(&sealed),
        })
    }
}

impl fmt::Debug for ApiV3Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[APIv3 key]")
    }
}

/// A sealed text as it stands in JSON: `encrypt_certificate` and `resource`.
#[derive(Deserialize)]
pub(crate) struct Sealed {
    /// Of a notification's `resource`: what it is before sealing. Not a part of what is sealed.
    pub(crate) original_type: Option<String>,
    pub(crate) algorithm: String,
    pub(crate) nonce: String,
    /// Absent and empty are the same.
    pub(crate) associated_data: Option<String>,
    pub(crate) ciphertext: String,
}

/// Why a sealed text does not open, in the order of testing. Of the last there is no detail, since
/// a detail would be a hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OpenError {
    UnknownAlgorithm,
    NonceLength,
    NotBase64,
    TooShort,
    Failed,
}
