//! A merchant's private key that is somewhere else: in a KMS or an HSM.

use std::{error, pin::Pin, sync::Arc};

/// What a [`Signer`] of the user's own fails with.
pub type SignerError = Box<dyn error::Error + Send + Sync>;

/// Holds the merchant API private key (商户API私钥) where this process cannot read it: in a KMS or HSM.
///
/// Given to [`Merchant::with_signer`](crate::Merchant::with_signer). Beside requests and the parameters of
/// front ends it is asked once for a signature over a text of this crate's own, which seals frozen
/// requests. Both methods are plain `async fn` in an implementation:
///
/// ```
/// # use wechatpay_client::{Signer, error::SignerError};
/// # struct Kms; impl Kms { async fn call(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, SignerError> { Ok(vec![]) } }
/// struct KmsSigner { kms: Kms }
///
/// impl Signer for KmsSigner {
///     async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
///         self.kms.call("RSASSA_PKCS1_V1_5_SHA_256", message).await
///     }
///
///     async fn decrypt(&self, ciphertext: &[u8]) -> Result<Vec<u8>, SignerError> {
///         self.kms.call("RSAES_OAEP_SHA_1", ciphertext).await
///     }
/// }
/// ```
///
/// It can also take RSA off the async threads. A key in this process signs on the thread that polls the
/// call, a quarter of a millisecond at a time: moved off, a call takes 1.2 times the CPU, but while 64 calls
/// run at once other tasks wake up to 6 ms late instead of up to 15 (99th percentile on two cores;
/// `benches/README.md`). A program with tasks that cannot wait so long signs in tokio's threads for blocking
/// work, with what its cryptographic library has for a key:
///
/// ```
/// # use wechatpay_client::{Signer, error::SignerError};
/// # #[derive(Clone)] struct Key; impl Key { fn sign_pkcs1_sha256(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> { Ok(vec![]) } }
/// struct MovedOff(Key);
///
/// impl Signer for MovedOff {
///     async fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignerError> {
///         let (key, message) = (self.0.clone(), message.to_vec());
///         tokio::task::spawn_blocking(move || key.sign_pkcs1_sha256(&message)).await?
///     }
/// }
/// ```
pub trait Signer: Send + Sync + 'static {
    /// The signature over `message`: RSASSA-PKCS1-v1_5 with SHA-256, as raw bytes. By this scheme it is
    /// always the same for the same message.
    ///
    /// An error ends the call as [`Signer`](crate::error::SigningErrorKind::Signer): this attempt sent nothing.
    fn sign(&self, message: &[u8]) -> impl Future<Output = Result<Vec<u8>, SignerError>> + Send;

    /// The plaintext of a sensitive field of a response, or of the key of an encrypted bill: RSAES-OAEP
    /// with SHA-1 and MGF1-SHA-1, without a label.
    ///
    /// Unless implemented it fails: not every operation has such fields.
    fn decrypt(
        &self,
        ciphertext: &[u8],
    ) -> impl Future<Output = Result<Vec<u8>, SignerError>> + Send {
        let _ = ciphertext;
        async { Err("this Signer does not decrypt".into()) }
    }
}

/// [`Signer`] as an object: only a remote key pays for the boxes.
pub(crate) trait DynSigner: Send + Sync {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a>;
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a>;
}

pub(crate) type BoxFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Vec<u8>, SignerError>> + Send + 'a>>;

impl<T: Signer> DynSigner for T {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a> {
        Box::pin(Signer::sign(self, message))
    }

    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a> {
        Box::pin(Signer::decrypt(self, ciphertext))
    }
}

pub(crate) fn into_dyn(signer: impl Signer) -> Arc<dyn DynSigner> {
    Arc::new(signer)
}
