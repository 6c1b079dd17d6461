//! The APIv3 key, which decrypts certificates and the resources of notifications.

use std::fmt;

use zeroize::Zeroizing;

use crate::crypto::{self, KeyError, KeyErrorKind, KeySubject, OpenError, OpenSslError, Sealed};

const LENGTH: usize = 32;

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

impl ApiV3Key {
    /// The key from its 32 characters, as they were set.
    ///
    /// # Errors
    ///
    /// [`KeyError`] if it is not 32 bytes long.
    pub fn new(key: impl AsRef<[u8]>) -> Result<Self, KeyError> {
        match key.as_ref() {
            key if key.len() == LENGTH => Ok(Self(Zeroizing::new(key.into()))),
            key => {
                let bytes = key.len();
                let kind = KeyErrorKind::InvalidLength { bytes };
                Err(KeyError::new(KeySubject::ApiV3Key, kind))
            }
        }
    }

    /// HMAC-SHA256 under this key, in hexadecimal.
    pub(crate) fn mac(&self, message: &[u8]) -> Result<String, OpenSslError> {
        crypto::hmac_sha256(&self.0, message)
    }

    /// The plaintext of what was sealed under this key.
    pub(crate) fn decrypt(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        sealed.open(&self.0)
    }

    /// Seals `plaintext` as the platform does.
    #[cfg(feature = "testing")]
    pub(crate) fn encrypt(
        &self,
        plaintext: &[u8],
        associated_data: &str,
    ) -> Result<Sealed, OpenSslError> {
        Sealed::new(&self.0, plaintext, associated_data)
    }
}

impl fmt::Debug for ApiV3Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[APIv3 key]")
    }
}
