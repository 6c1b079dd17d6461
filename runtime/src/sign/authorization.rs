//! The `Authorization` header of a request.

use std::{fmt::Write, time::SystemTime};

use super::{
    Merchant, SigningError,
    message::{Message, SignedRequest},
};
use crate::clock::unix_seconds;

impl Merchant {
    /// Signs one request, and returns the value of its `Authorization` header.
    ///
    /// The [`Client`](crate::Client) signs by itself. Call this method only to send a request by other means.
    ///
    /// - `method`: the HTTP method in capitals.
    /// - `target`: path and query, byte for byte as on the request line.
    /// - `timestamp`: the time now. WeChat Pay receives it in whole seconds.
    /// - `nonce`: letters and digits, used only once.
    /// - `body`: the body exactly as sent, empty if there is none. For an upload, the `meta` part of the form.
    ///
    /// ```
    /// # async fn sign(merchant: &wechatpay_client::Merchant) -> Result<(), wechatpay_client::error::SigningError> {
    /// let nonce = "593BEC0C930BF1AFEB40B4A08C8FB242";
    /// let now = std::time::SystemTime::now();
    /// let value = merchant.authorization("GET", "/v3/certificates", now, nonce, b"").await?;
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](super::SigningErrorKind::InvalidValue): `method`, `target` or `nonce` is
    ///   empty or has a control character; `method` or `target` has white space; `target` does not begin with `/`; or
    ///   the header cannot carry `nonce`.
    /// - [`SigningErrorKind::OpenSsl`](super::SigningErrorKind::OpenSsl): OpenSSL cannot sign with the private key.
    /// - [`SigningErrorKind::Signer`](super::SigningErrorKind::Signer): the custom [`Signer`](crate::Signer) fails.
    pub async fn authorization(
        &self,
        method: &str,
        target: &str,
        timestamp: SystemTime,
        nonce: &str,
        body: &[u8],
    ) -> Result<String, SigningError> {
        self.authorize(SignedRequest {
            method,
            target,
            timestamp: unix_seconds(timestamp),
            nonce,
            body,
        })
        .await
    }
}

impl Merchant {
    /// The value of the `Authorization` header of one request.
    pub(crate) async fn authorize(
        &self,
        request: SignedRequest<'_>,
    ) -> Result<String, SigningError> {
        let signature = self.sign(Message::Request(request)).await?;
        let SignedRequest {
            timestamp, nonce, ..
        } = request;
        let Self { id, serial_no, .. } = self;
        let (scheme, id_name) = (self.scheme.signature_type(), self.scheme.id_name());
        let mut authorization = String::with_capacity(512);
        // Writing to a `String` does not fail.
        let _ = write!(
            authorization,
            "{scheme} {id_name}=\"{id}\",nonce_str=\"{nonce}\",\
             timestamp=\"{timestamp}\",serial_no=\"{serial_no}\",signature=\"{signature}\""
        );
        Ok(authorization)
    }
}
