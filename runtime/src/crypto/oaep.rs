//! RSAES-OAEP with SHA-1, for sensitive fields (敏感信息) and the keys of encrypted bills.

use openssl::{
    encrypt::{Decrypter, Encrypter},
    error::ErrorStack,
    hash::MessageDigest,
    pkey::{HasPrivate, HasPublic, PKey},
    rsa::Padding,
};
use zeroize::Zeroizing;

use super::keys::{PrivateKey, PublicKey};

/// The bytes of each block that OAEP with SHA-1 needs for itself.
const OVERHEAD: usize = 42;

/// The reason why a plaintext is not encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EncryptError {
    /// The plaintext is longer than the key encrypts: 214 bytes for 2,048 bits.
    TooLong { limit: usize },
    /// OpenSSL failed.
    Failed,
}

impl PublicKey {
    pub(crate) fn encrypt(&self, plaintext: &[u8]) -> Result<Vec<u8>, EncryptError> {
        let limit = self.key().size().saturating_sub(OVERHEAD);
        if plaintext.len() > limit {
            return Err(EncryptError::TooLong { limit });
        }
        encrypt(self.key(), plaintext).map_err(|_| EncryptError::Failed)
    }
}

impl PrivateKey {
    /// Decrypts a ciphertext. There is no reason for a failure, because a reason would help an attacker.
    pub(crate) fn decrypt(&self, ciphertext: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        decrypt(self.key(), ciphertext).ok()
    }
}

fn encrypt<T: HasPublic>(key: &PKey<T>, plaintext: &[u8]) -> Result<Vec<u8>, ErrorStack> {
    let mut encrypter = Encrypter::new(key)?;
    encrypter.set_rsa_padding(Padding::PKCS1_OAEP)?;
    encrypter.set_rsa_oaep_md(MessageDigest::sha1())?;
    encrypter.set_rsa_mgf1_md(MessageDigest::sha1())?;
    let mut ciphertext = vec![0; encrypter.encrypt_len(plaintext)?];
    let length = encrypter.encrypt(plaintext, &mut ciphertext)?;
    ciphertext.truncate(length);
    Ok(ciphertext)
}

fn decrypt<T: HasPrivate>(
    key: &PKey<T>,
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, ErrorStack> {
    let mut decrypter = Decrypter::new(key)?;
    decrypter.set_rsa_padding(Padding::PKCS1_OAEP)?;
    decrypter.set_rsa_oaep_md(MessageDigest::sha1())?;
    decrypter.set_rsa_mgf1_md(MessageDigest::sha1())?;
    let mut plaintext = Zeroizing::new(vec![0; decrypter.decrypt_len(ciphertext)?]);
    let length = decrypter.decrypt(ciphertext, &mut plaintext)?;
    plaintext.truncate(length);
    Ok(plaintext)
}
