//! The one place, beside `transport`, that names OpenSSL.

mod aead;
mod base64;
mod keys;

use openssl::{error::ErrorStack, rand::rand_bytes};

pub use aead::ApiV3Key;
pub(crate) use aead::{OpenError, Sealed};
pub(crate) use base64::decode_base64;
#[cfg(feature = "testing")]
pub(crate) use base64::encode_base64;
pub(crate) use keys::{Certificate, PrivateKey, PublicKey};

/// A fresh nonce: 32 hexadecimal digits, 128 random bits.
pub(crate) fn nonce() -> Result<String, ErrorStack> {
    let mut bytes = [0; 16];
    rand_bytes(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02X}")).collect())
}
