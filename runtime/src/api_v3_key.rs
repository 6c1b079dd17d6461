//! The APIv3 key, which decrypts platform certificates and the resources of notifications.

use std::fmt;

use zeroize::Zeroizing;

use crate::crypto::{self, KeyError, KeyErrorKind, KeySubject, OpenError, OpenSslError, Sealed};

const LENGTH: usize = 32;

/// The APIv3 key (APIv3密钥): 32 bytes, which the merchant sets on the merchant platform (商户平台). The
/// key decrypts platform certificates and notifications.
///
/// Each clone wipes its memory when dropped. [`new`](Self::new) copies its argument, and does not wipe the
/// original: if that matters, pass a reference to a buffer that you wipe.
///
/// ```
/// use wechatpay_client::ApiV3Key;
///
/// let key = ApiV3Key::new("0123456789abcdef0123456789abcdef")?;
/// assert_eq!(format!("{key:?}"), "[APIv3 key]");
/// # Ok::<_, wechatpay_client::error::KeyError>(())
/// ```
#[derive(Clone)]
pub struct ApiV3Key(
    // Boxed, so that a move leaves no copy behind.
    Zeroizing<Box<[u8]>>,
);

impl ApiV3Key {
    /// Creates a key from its 32 characters.
    ///
    /// # Errors
    ///
    /// [`KeyErrorKind::InvalidLength`](crate::error::KeyErrorKind::InvalidLength): the key is not 32 bytes long.
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

    /// The key itself, for settings of a server under test.
    #[cfg(feature = "gateway")]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// HMAC-SHA256 under this key, in hexadecimal.
    pub(crate) fn mac(&self, message: &[u8]) -> Result<String, OpenSslError> {
        crypto::hmac_sha256(&self.0, message)
    }

    /// Decrypts a text that WeChat Pay encrypted under this key.
    pub(crate) fn decrypt(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        sealed.open(&self.0)
    }

    /// Encrypts `plaintext` as WeChat Pay does.
    #[cfg(feature = "gateway")]
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
