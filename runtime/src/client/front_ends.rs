//! Signatures for the payment parameters of front ends, with the key that the client signs with now.

use super::{Client, core::with_deadline};
use crate::{
    call_error::Result,
    sign::{Merchant, SigningError, message::Message},
};

impl Client {
    /// The merchant with the key that signs now.
    pub(crate) fn signing_merchant(&self) -> Result<Merchant, SigningError> {
        let merchants = self.merchants();
        let now = merchants.first().cloned();
        now.ok_or_else(SigningError::no_key)
    }

    /// The signature in base64. A [`Signer`](crate::Signer) may take as long as a call.
    pub(crate) async fn sign(&self, message: Message<'_>) -> Result<String> {
        let merchant = self.signing_merchant()?;
        let signature = merchant.sign(message);
        match merchant.private_key() {
            Some(_) => Ok(signature.await?),
            None => with_deadline(self.deadline(), async { Ok(signature.await?) }).await,
        }
    }
}
