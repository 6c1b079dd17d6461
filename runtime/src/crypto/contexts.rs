//! OpenSSL contexts that sign and verify with one key, kept for reuse. OpenSSL looks up its algorithms for each
//! new context, which takes a seventh of the time of a verification.

use std::sync::{Mutex, MutexGuard, PoisonError};

use openssl::{
    error::ErrorStack,
    md::Md,
    pkey::{HasPrivate, HasPublic, PKey},
    pkey_ctx::PkeyCtx,
    rsa::Padding,
    sha::Sha256,
};
use zeroize::Zeroizing;

/// A key for RSASSA-PKCS1-v1_5 with SHA-256, and its idle contexts: as many as threads ever used the key at the
/// same time.
pub(super) struct Rsa<T> {
    key: PKey<T>,
    idle: Mutex<Vec<PkeyCtx<T>>>,
}

impl<T> Rsa<T> {
    pub(super) fn new(key: PKey<T>) -> Self {
        Self {
            key,
            idle: Mutex::default(),
        }
    }

    pub(super) fn key(&self) -> &PKey<T> {
        &self.key
    }

    fn idle(&self) -> MutexGuard<'_, Vec<PkeyCtx<T>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `run` with a context. A context that has failed is not used again.
    fn with<R>(
        &self,
        make: impl FnOnce(&PKey<T>) -> Result<PkeyCtx<T>, ErrorStack>,
        run: impl FnOnce(&mut PkeyCtx<T>) -> Result<R, ErrorStack>,
    ) -> Result<R, ErrorStack> {
        let idle = self.idle().pop();
        let mut context = idle.map_or_else(|| make(&self.key), Ok)?;
        let result = run(&mut context)?;
        self.idle().push(context);
        Ok(result)
    }
}

impl<T: HasPrivate> Rsa<T> {
    /// Signs a message. The signature is zeroized, because the signature over one message is itself a key.
    pub(super) fn sign(&self, message: &[u8]) -> Result<Zeroizing<Vec<u8>>, ErrorStack> {
        let mut signature = Zeroizing::new(Vec::with_capacity(self.key.size()));
        let digest = digest(&[message]);
        self.with(signing_context, |context| {
            context.sign_to_vec(&digest, &mut signature)
        })?;
        Ok(signature)
    }
}

impl<T: HasPublic> Rsa<T> {
    /// True if `signature` is valid for the concatenated `parts`.
    pub(super) fn verifies(&self, parts: &[&[u8]], signature: &[u8]) -> bool {
        let digest = digest(parts);
        // OpenSSL reports a signature of the wrong length as an error, and any other wrong signature as
        // `false`.
        self.with(verifying_context, |context| {
            context.verify(&digest, signature)
        })
        .unwrap_or(false)
    }
}

fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
    }
    digest.finish()
}

fn signing_context<T: HasPrivate>(key: &PKey<T>) -> Result<PkeyCtx<T>, ErrorStack> {
    let mut context = PkeyCtx::new(key)?;
    context.sign_init()?;
    with_scheme(context)
}

fn verifying_context<T: HasPublic>(key: &PKey<T>) -> Result<PkeyCtx<T>, ErrorStack> {
    let mut context = PkeyCtx::new(key)?;
    context.verify_init()?;
    with_scheme(context)
}

fn with_scheme<T>(mut context: PkeyCtx<T>) -> Result<PkeyCtx<T>, ErrorStack> {
    context.set_rsa_padding(Padding::PKCS1)?;
    context.set_signature_md(Md::sha256())?;
    Ok(context)
}
