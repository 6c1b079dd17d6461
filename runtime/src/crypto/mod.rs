//! Cryptography by OpenSSL: keys, signatures, hashes and encryption. Beside this module, only `transport` and
//! `gateway` use OpenSSL.

mod aead;
mod base64;
mod contexts;
mod der;
mod digest;
mod gcm;
mod key_error;
mod keys;
mod oaep;
mod pem;
mod pkcs12;
mod time;

use openssl::{hash::MessageDigest, pkey::PKey, rand::rand_bytes, sign::Signer};

pub(crate) use aead::{OpenError, Sealed};
pub(crate) use base64::{decode_base64, encode_base64};
pub(crate) use digest::{Digest, HashAlgorithm};
pub(crate) use gcm::GcmDecryptor;
pub use key_error::{KeyError, KeyErrorKind, KeySubject};
pub(crate) use keys::{Certificate, PrivateKey, PublicKey};
pub(crate) use oaep::EncryptError;
pub(crate) use openssl::error::ErrorStack as OpenSslError;
pub(crate) use pkcs12::read as read_pkcs12;
#[cfg(feature = "gateway")]
pub(crate) use time::beijing_time;
pub(crate) use time::parse_rfc3339;

/// A new nonce: 32 hexadecimal digits of 128 random bits.
pub(crate) fn nonce() -> Result<String, OpenSslError> {
    let mut bytes = [0; 16];
    rand_bytes(&mut bytes)?;
    Ok(hex(&bytes))
}

/// The digits of a new [`nonce`], without an allocation.
pub(crate) fn nonce_digits() -> Result<[u8; 32], OpenSslError> {
    let mut bytes = [0; 16];
    rand_bytes(&mut bytes)?;
    let mut digits = [0; 32];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
        pair.copy_from_slice(&[hex_digit(byte >> 4), hex_digit(byte & 0xF)]);
    }
    Ok(digits)
}

/// A random byte.
pub(crate) fn random_byte() -> Result<u8, OpenSslError> {
    let mut byte = [0];
    rand_bytes(&mut byte)?;
    let [byte] = byte;
    Ok(byte)
}

/// HMAC-SHA256 in upper-case hexadecimal.
pub(crate) fn hmac_sha256(key: &[u8], message: &[u8]) -> Result<String, OpenSslError> {
    let key = PKey::hmac(key)?;
    let mac = Signer::new(MessageDigest::sha256(), &key)?.sign_oneshot_to_vec(message)?;
    Ok(hex(&mac))
}

/// Compares two texts. If they have the same length, the time does not depend on where they differ.
pub(crate) fn constant_time_eq(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && openssl::memcmp::eq(a, b)
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        text.push(char::from(hex_digit(byte >> 4)));
        text.push(char::from(hex_digit(byte & 0xF)));
    }
    text
}

/// An upper-case hexadecimal digit.
fn hex_digit(nibble: u8) -> u8 {
    nibble + if nibble < 10 { b'0' } else { b'A' - 10 }
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn hexadecimal_digits_are_upper_case() {
        let bytes: Vec<u8> = (0..=u8::MAX).collect();
        let expected: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        assert_eq!(hex(&bytes), expected);
    }
}
