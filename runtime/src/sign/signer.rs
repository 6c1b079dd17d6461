//! Private keys outside this process: in a KMS or HSM.

use std::{error, pin::Pin, sync::Arc};

/// The error of a [`Signer`].
pub type SignerError = Box<dyn error::Error + Send + Sync>;

/// Signs and decrypts with a merchant API private key (商户API私钥) that this process cannot read, in a KMS or
/// HSM.
///
/// Pass your signer to [`Merchant::with_signer`](crate::Merchant::with_signer). The signer signs requests and the
/// parameters of front ends. Once, it also signs a fixed text of this crate, from which the MAC key of frozen requests
/// is made. Write both methods as plain `async fn`:
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
/// A signer can also sign on other threads than the async ones. A key in this process signs on the thread that polls
/// the call, which takes a quarter of a millisecond. On other threads, a call takes 1.2 times the CPU. But while 64
/// calls run at once, other tasks wake up to 6 ms late instead of up to 15 ms (99th percentile on two cores;
/// `benches/README.md`). If your tasks cannot wait so long, sign on tokio's threads for blocking work, with the
/// key type of your cryptographic library:
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
    /// Signs `message` by RSASSA-PKCS1-v1_5 with SHA-256, and returns the raw bytes of the signature. The same
    /// message must always get the same signature.
    ///
    /// If this method returns an error, the attempt sends nothing, and the call fails with
    /// [`SigningErrorKind::Signer`](crate::error::SigningErrorKind::Signer).
    fn sign(&self, message: &[u8]) -> impl Future<Output = Result<Vec<u8>, SignerError>> + Send;

    /// Decrypts a sensitive field of a response, or the key of an encrypted bill, by RSAES-OAEP with SHA-1 and
    /// MGF1-SHA-1, without a label. Returns the plaintext.
    ///
    /// The default implementation returns an error. Implement this method if you call operations with encrypted
    /// fields.
    fn decrypt(
        &self,
        ciphertext: &[u8],
    ) -> impl Future<Output = Result<Vec<u8>, SignerError>> + Send {
        let _ = ciphertext;
        async { Err("this Signer does not decrypt".into()) }
    }
}

/// [`Signer`] as a trait object. Only a remote key pays for the boxed futures.
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
