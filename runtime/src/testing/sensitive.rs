//! The platform's side of sensitive fields.

use std::io;

use super::{gateway::Gateway, received::ReceivedRequest};
use crate::crypto::{decode_base64, encode_base64};

impl Gateway {
    /// What a sensitive field of a request says: decrypted with the key that the request names in
    /// `Wechatpay-Serial`. `None` if it was encrypted for another key, or not at all.
    #[must_use]
    pub fn decrypt(&self, request: &ReceivedRequest, ciphertext: &str) -> Option<String> {
        // The real platform refuses an encrypted field in a request that names no key.
        let key_id = request.header("wechatpay-serial")?;
        let signer = self.context.signer_by_id(key_id)?;
        let plaintext = signer.key.decrypt(&decode_base64(ciphertext.as_bytes())?)?;
        String::from_utf8(plaintext.to_vec()).ok()
    }

    /// A sensitive field of a response: `plaintext` encrypted for the merchant.
    ///
    /// # Errors
    ///
    /// `plaintext` is longer than 214 bytes.
    pub fn encrypt(&self, plaintext: &str) -> io::Result<String> {
        let ciphertext = self.keys().merchant.public.encrypt(plaintext.as_bytes());
        ciphertext
            .map(|bytes| encode_base64(&bytes))
            .map_err(|error| io::Error::other(format!("{error:?}")))
    }
}
