//! The functions that only the command `wechatpay` calls.

use zeroize::Zeroizing;

use crate::{
    ApiV3Key, ClientBuilder, Merchant, Sensitive, Verified, Verifier,
    clock::Clock,
    crypto::{Sealed, decode_base64},
    diagnose,
    verify::VerifyError,
};

/// Decrypts the `resource` of a notification that is not verified, for a diagnosis. `None` if the key does not fit.
pub fn decrypt_unverified(key: &ApiV3Key, resource: &str) -> Option<Zeroizing<Vec<u8>>> {
    let sealed: Sealed = serde_json::from_str(resource).ok()?;
    key.decrypt(&sealed).ok()
}

/// Sets the clock of a client ahead of the machine's, or behind if `seconds` is negative, for a diagnosis after WeChat Pay
/// refused the machine's time.
pub fn with_clock_ahead(builder: ClientBuilder, seconds: i64) -> ClientBuilder {
    builder.clock(Clock::ahead(seconds))
}

/// Tests if the trusted key that a response names made its signature, of whatever message. If the response does not verify
/// nevertheless, the key is right and the message was changed.
pub fn is_made_by_trusted_key(error: &VerifyError, verifier: &Verifier) -> bool {
    diagnose::is_made_by_trusted_key(error, verifier)
}

/// Decrypts a sensitive field of a verified response, for a command that knows no type to decode. `None` if the private key
/// of the merchant does not fit, or is behind a [`Signer`](crate::Signer).
pub fn decrypt_field<T>(
    _proof: &Verified<T>,
    merchant: &Merchant,
    ciphertext: &str,
) -> Option<Sensitive> {
    let ciphertext = decode_base64(ciphertext.as_bytes())?;
    let plaintext = merchant.private_key()?.decrypt(&ciphertext)?;
    std::str::from_utf8(&plaintext).ok().map(Sensitive::new)
}
