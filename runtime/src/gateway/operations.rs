//! Known operations: a gateway with them checks each request against its operation, and responds with an example.

use std::{io, ops::Deref, sync::Arc};

use bytes::Bytes;
use serde_json::{Map, Value};

use super::{
    bill,
    context::GatewayContext,
    param_error::ParamError,
    received::ReceivedRequest,
    scripted_response::ScriptedResponse,
    sensitive::{decrypt, encrypt},
};

/// Operations that a [`Gateway`](super::Gateway) knows without a script.
///
/// `wechatpay_endpoints::facts()` knows every published operation. Implement the trait for operations of your own:
///
/// ```
/// use serde_json::json;
/// use wechatpay_client::gateway::{
///     Gateway, OperationRequest, Operations, ParamError, ParamLocation, ScriptedResponse,
/// };
///
/// const SHOP: &str = "/v3/shops/{shop_id}";
///
/// struct Shops;
///
/// impl Operations for Shops {
///     fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError> {
///         match request.path_values(SHOP).as_deref() {
///             Some([(_, shop_id)]) if shop_id.len() > 32 => Err(ParamError::new(
///                 ParamLocation::Path,
///                 "/shop_id",
///                 "at most 32 characters",
///             )),
///             _ => Ok(()),
///         }
///     }
///
///     fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
///         let values = request.path_values(SHOP)?;
///         let [(_, shop_id)] = values.as_slice() else {
///             return None;
///         };
///         Some(ScriptedResponse::ok(json!({ "shop_id": shop_id, "state": "OPEN" })))
///     }
/// }
///
/// # async fn example() -> std::io::Result<()> {
/// let gateway = Gateway::builder().operations(Shops).start().await?;
/// # Ok(()) }
/// ```
pub trait Operations: Send + Sync {
    /// Checks a request. The gateway has verified the signature, and the body is empty, a JSON object or a form.
    ///
    /// # Errors
    ///
    /// [`ParamError`]: the first mistake that WeChat Pay would report. A request of an unknown operation is no mistake.
    fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError>;

    /// Tests if the operation takes a `null` at `pointer`, a JSON pointer (RFC 6901) into the body; `/meta` is the meta
    /// of an upload. The gateway refuses every other `null`.
    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        let _ = (request, pointer);
        false
    }

    /// The response to a request that [`check`](Self::check) accepts and no script responds to. `None` for an unknown
    /// operation.
    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse>;

    /// The known operations most like an unknown one, each as `GET /v3/…`, for the text of the 404.
    fn similar(&self, method: &str, path: &str) -> Vec<String> {
        let _ = (method, path);
        Vec::new()
    }
}

/// A request to known operations, with the keys of the gateway that received it.
///
/// Dereferences to the [`ReceivedRequest`].
#[derive(Clone, Copy)]
pub struct OperationRequest<'a> {
    request: &'a ReceivedRequest,
    context: &'a GatewayContext,
}

impl<'a> OperationRequest<'a> {
    pub(super) const fn new(request: &'a ReceivedRequest, context: &'a GatewayContext) -> Self {
        Self { request, context }
    }

    /// Decrypts a sensitive field of the request, as [`Gateway::decrypt`](super::Gateway::decrypt) does.
    #[must_use]
    pub fn decrypt(&self, ciphertext: &str) -> Option<String> {
        decrypt(self.context, self.request, ciphertext)
    }

    /// Encrypts a sensitive field of the response with the certificate whose key signed the request.
    ///
    /// # Errors
    ///
    /// `plaintext` is longer than 214 bytes, or OpenSSL fails.
    pub fn encrypt(&self, plaintext: &str) -> io::Result<String> {
        encrypt(
            self.context.sender(self.request).certificate_key(),
            plaintext,
        )
    }

    /// Serves a file, such as a bill (账单), and makes its description in a response true: sets `download_url`, and
    /// `hash_type` and `hash_value` if the description has them. The algorithm is that of `hash_type`; SHA-1 if the
    /// gateway does not know it. With an `encrypt_key` in the description, the file is encrypted as bills are.
    ///
    /// # Errors
    ///
    /// OpenSSL fails, or was built without the algorithm.
    pub fn serve_file(
        &self,
        description: &mut Map<String, Value>,
        content: impl Into<Bytes>,
    ) -> io::Result<()> {
        bill::serve(self.context, self.request, description, content.into())
            .ok_or_else(|| io::Error::other("OpenSSL cannot hash or encrypt the file"))
    }
}

impl Deref for OperationRequest<'_> {
    type Target = ReceivedRequest;

    fn deref(&self) -> &ReceivedRequest {
        self.request
    }
}

impl<T: Operations + ?Sized> Operations for &T {
    fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError> {
        (**self).check(request)
    }

    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        (**self).allows_null(request, pointer)
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        (**self).respond(request)
    }

    fn similar(&self, method: &str, path: &str) -> Vec<String> {
        (**self).similar(method, path)
    }
}

impl<T: Operations + ?Sized> Operations for Arc<T> {
    fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError> {
        (**self).check(request)
    }

    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        (**self).allows_null(request, pointer)
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        (**self).respond(request)
    }

    fn similar(&self, method: &str, path: &str) -> Vec<String> {
        (**self).similar(method, path)
    }
}
