//! The one place, beside `transport`, that names OpenSSL.

mod aead;
mod base64;
mod digest;
mod keys;
mod oaep;

use openssl::{error::ErrorStack, hash::MessageDigest, pkey::PKey, rand::rand_bytes, sign::Signer};

pub use aead::ApiV3Key;
pub(crate) use aead::{OpenError, Sealed};
pub(crate) use base64::{decode_base64, encode_base64};
pub(crate) use digest::{Digest, HashAlgorithm};
pub(crate) use keys::{Certificate, PrivateKey, PublicKey};
pub(crate) use oaep::EncryptError;

/// A fresh nonce: 32 hexadecimal digits, 128 random bits.
pub(crate) fn nonce() -> Result<String, ErrorStack> {
    let mut bytes = [0; 16];
    rand_bytes(&mut bytes)?;
    Ok(hex(&bytes))
}

/// HMAC-SHA256 in upper-case hexadecimal.
pub(crate) fn hmac_sha256(key: &[u8], message: &[u8]) -> Result<String, ErrorStack> {
    let key = PKey::hmac(key)?;
    let mac = Signer::new(MessageDigest::sha256(), &key)?.sign_oneshot_to_vec(message)?;
    Ok(hex(&mac))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
