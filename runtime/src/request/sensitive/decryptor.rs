//! Decryption of the sensitive fields of a response, before its body becomes a value. A key in this process
//! decrypts while serde reads the body. A key behind a [`Signer`](crate::Signer) works asynchronously, so it
//! decrypts beforehand every ciphertext that the type would read.

use std::{collections::HashMap, sync::Arc};

use bytes::Bytes;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use super::Sensitive;
use crate::{
    crypto::decode_base64,
    sign::{self, Merchant},
};

/// Decrypts the sensitive fields of one response.
#[derive(Clone)]
#[non_exhaustive]
pub enum FieldDecryptor {
    /// The merchant's private keys, the current one first. While a merchant renews its certificate, WeChat Pay does
    /// not say which of the two keys a field is encrypted for, so each is tried.
    LocalKeys(Arc<[Merchant]>),
    /// The plaintexts that a [`Signer`](crate::Signer) has decrypted already, by ciphertext.
    Decrypted(Arc<HashMap<String, Plaintext>>),
}

/// A plaintext, or why decryption failed.
type Plaintext = Result<Zeroizing<Vec<u8>>, String>;

/// Decodes a body as the declared type, and returns the ciphertexts that the decryptor has no plaintext for.
pub(crate) type FindCiphertexts = fn(&[u8], FieldDecryptor) -> Vec<String>;

impl FieldDecryptor {
    /// Prepares the decryption of `response`. If a key is behind a [`Signer`](crate::Signer), decrypts
    /// everything that the declared type needs, until `deadline`.
    pub(crate) async fn prepare(
        merchants: Arc<[Merchant]>,
        response: &Bytes,
        find_ciphertexts: FindCiphertexts,
        deadline: Instant,
    ) -> Self {
        if merchants
            .iter()
            .all(|merchant| merchant.private_key().is_some())
        {
            return Self::LocalKeys(merchants);
        }
        let mut plaintexts = HashMap::new();
        loop {
            let decryptor = Self::Decrypted(Arc::new(plaintexts.clone()));
            // A type that refuses an empty text hides the ciphertexts after it until that text is decrypted.
            let ciphertexts = find_ciphertexts(response, decryptor.clone());
            if ciphertexts.is_empty() {
                return decryptor;
            }
            for ciphertext in ciphertexts {
                let bytes = decode_base64(ciphertext.as_bytes()).unwrap_or_default();
                let result = timeout_at(deadline, sign::decrypt(&merchants, &bytes)).await;
                let plaintext = match result {
                    Ok(plaintext) => plaintext.map_err(|error| error.to_string()),
                    Err(_) => Err("the signer did not decrypt in time".to_owned()),
                };
                plaintexts.insert(ciphertext, plaintext);
            }
        }
    }

    pub(super) fn can_decrypt(&self, text: &str) -> bool {
        match self {
            Self::LocalKeys(_) => true,
            Self::Decrypted(plaintexts) => plaintexts.contains_key(text),
        }
    }

    pub(super) fn decrypt(&self, text: &str) -> Result<Sensitive, String> {
        let failed = |why: &str| format!("sensitive field: {why}");
        let ciphertext = decode_base64(text.as_bytes()).ok_or_else(|| failed("not-base64"))?;
        let plaintext = match self {
            Self::LocalKeys(merchants) => merchants
                .iter()
                .filter_map(Merchant::private_key)
                .find_map(|key| key.decrypt(&ciphertext))
                .ok_or_else(|| failed("decrypt-failed"))?,
            Self::Decrypted(plaintexts) => match plaintexts.get(text) {
                Some(Ok(plaintext)) => plaintext.clone(),
                Some(Err(why)) => return Err(failed(why)),
                None => return Err(failed("decrypt-failed")),
            },
        };
        let plaintext = std::str::from_utf8(&plaintext);
        Ok(Sensitive::new(plaintext.map_err(|_| failed("not-utf8"))?))
    }
}
