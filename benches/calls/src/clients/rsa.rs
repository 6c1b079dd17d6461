//! The RSA that every client needs: one signature and one verification by OpenSSL.

use load::{Caller, Result, Settings};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private, Public},
    sign::{Signer, Verifier},
};

pub struct RsaOnly {
    private_key: PKey<Private>,
    public_key: PKey<Public>,
    signature: Vec<u8>,
    /// Yields to other tasks, as every client does. With a single task, tokio would poll the system for events instead.
    yields: bool,
}

const MESSAGE: &[u8] = &[b'm'; 160];

impl RsaOnly {
    /// Signs and verifies with the merchant's key, since the gateway does not give its private key away.
    pub fn new(settings: &Settings, concurrency: usize) -> Result<Self> {
        let private_key = PKey::private_key_from_pem(settings.private_key.as_bytes())?;
        let public_key = PKey::public_key_from_der(&private_key.public_key_to_der()?)?;
        let signature = sign(&private_key)?;
        Ok(Self {
            private_key,
            public_key,
            signature,
            yields: concurrency > 1,
        })
    }
}

impl Caller for RsaOnly {
    async fn call(&self) -> Result<()> {
        sign(&self.private_key)?;
        let mut verifier = Verifier::new(MessageDigest::sha256(), &self.public_key)?;
        if !verifier.verify_oneshot(&self.signature, MESSAGE)? {
            return Err("not verified".into());
        }
        if self.yields {
            tokio::task::yield_now().await;
        }
        Ok(())
    }
}

fn sign(key: &PKey<Private>) -> Result<Vec<u8>> {
    Ok(Signer::new(MessageDigest::sha256(), key)?.sign_oneshot_to_vec(MESSAGE)?)
}
