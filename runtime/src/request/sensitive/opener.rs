//! The decryption of sensitive fields in a response. A key in this process decrypts while serde reads. A key
//! behind a signer is asked before, for every ciphertext that the type would read.

use std::{collections::HashMap, sync::Arc};

use hyper::body::Bytes;
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use super::Sensitive;
use crate::{
    crypto::decode_base64,
    sign::{self, Merchant},
};

/// What opens the sensitive values of one response.
#[derive(Clone)]
#[non_exhaustive]
pub enum Opener {
    /// The merchant's keys, the one that signs first: which of two applies while a merchant renews its
    /// certificate is not said anywhere.
    Keys(Arc<[Merchant]>),
    /// What was opened before, by a key that cannot be called from here: plaintexts, or why not.
    Opened(Arc<HashMap<String, Plaintext>>),
}

/// A plaintext, or why there is none.
type Plaintext = Result<Zeroizing<Vec<u8>>, String>;

/// What a type finds encrypted in a response, beyond what is opened already.
pub(crate) type Ciphertexts = fn(&[u8], Opener) -> Vec<String>;

impl Opener {
    /// Asks a key that is elsewhere, if it is, for all that the type finds in the response; until then.
    pub(crate) async fn of(
        merchants: Arc<[Merchant]>,
        response: &Bytes,
        ciphertexts: Ciphertexts,
        deadline: Instant,
    ) -> Self {
        if merchants.iter().all(|it| it.private_key().is_some()) {
            return Self::Keys(merchants);
        }
        let mut opened = HashMap::new();
        loop {
            let opener = Self::Opened(Arc::new(opened.clone()));
            // A type that refuses an empty text hides what is behind it, until that text is there.
            let found = ciphertexts(response, opener.clone());
            if found.is_empty() {
                return opener;
            }
            for ciphertext in found {
                let bytes = decode_base64(ciphertext.as_bytes()).unwrap_or_default();
                let asked = timeout_at(deadline, sign::decrypt(&merchants, &bytes)).await;
                let plaintext = match asked {
                    Ok(plaintext) => plaintext.map_err(|error| error.to_string()),
                    Err(_) => Err("the signer did not decrypt in time".to_owned()),
                };
                opened.insert(ciphertext, plaintext);
            }
        }
    }

    pub(super) fn knows(&self, text: &str) -> bool {
        match self {
            Self::Keys(_) => true,
            Self::Opened(opened) => opened.contains_key(text),
        }
    }

    pub(super) fn open(&self, text: &str) -> Result<Sensitive, String> {
        let failed = |why: &str| format!("sensitive field: {why}");
        let ciphertext = decode_base64(text.as_bytes()).ok_or_else(|| failed("not-base64"))?;
        let plaintext = match self {
            Self::Keys(merchants) => merchants
                .iter()
                .filter_map(Merchant::private_key)
                .find_map(|key| key.decrypt(&ciphertext))
                .ok_or_else(|| failed("decrypt-failed"))?,
            Self::Opened(opened) => match opened.get(text) {
                Some(Ok(plaintext)) => plaintext.clone(),
                Some(Err(why)) => return Err(failed(why)),
                None => return Err(failed("decrypt-failed")),
            },
        };
        let plaintext = std::str::from_utf8(&plaintext);
        Ok(Sensitive::new(plaintext.map_err(|_| failed("not UTF-8"))?))
    }
}
