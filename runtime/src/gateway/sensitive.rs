//! Sensitive fields (敏感信息) on the side of the platform: decrypts those of requests, encrypts those of
//! responses.

use std::io;

use super::{Gateway, context::GatewayContext, received::ReceivedRequest};
use crate::crypto::{PublicKey, decode_base64, encode_base64};

impl Gateway {
    /// Decrypts a sensitive field of a request, with the private key of the key that the request names in
    /// `Wechatpay-Serial`. `None` if the request names no key of the gateway, or if the field is not encrypted for the
    /// named key.
    #[must_use]
    pub fn decrypt(&self, request: &ReceivedRequest, ciphertext: &str) -> Option<String> {
        decrypt(&self.context, request, ciphertext)
    }

    /// Encrypts a sensitive field of a response, so that [`merchant`](Self::merchant) can decrypt the field.
    ///
    /// # Errors
    ///
    /// `plaintext` is longer than 214 bytes, or OpenSSL fails.
    pub fn encrypt(&self, plaintext: &str) -> io::Result<String> {
        encrypt(self.keys.merchant.certificate_key(), plaintext)
    }
}

/// See [`Gateway::decrypt`].
pub(super) fn decrypt(
    context: &GatewayContext,
    request: &ReceivedRequest,
    ciphertext: &str,
) -> Option<String> {
    // WeChat Pay refuses an encrypted field in a request that names no key.
    let signer = context.named_signer(request)?;
    let plaintext = signer.key.decrypt(&decode_base64(ciphertext.as_bytes())?)?;
    String::from_utf8(plaintext.to_vec()).ok()
}

/// Encrypts a sensitive field of a response for the merchant with this key.
pub(super) fn encrypt(merchant: &PublicKey, plaintext: &str) -> io::Result<String> {
    let ciphertext = merchant.encrypt(plaintext.as_bytes());
    ciphertext
        .map(|bytes| encode_base64(&bytes))
        .map_err(|error| io::Error::other(format!("{error:?}")))
}
