//! What no client gets around: one signature made and one verified by OpenSSL.

use load::{Caller, Result, Settings};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private, Public},
    sign::{Signer, Verifier},
};

pub struct RsaAlone {
    private_key: PKey<Private>,
    public_key: PKey<Public>,
    signature: Vec<u8>,
}

const MESSAGE: &[u8] = &[b'm'; 160];

impl RsaAlone {
    /// Both halves are of the merchant's key: the gateway's private key is its own.
    pub fn new(settings: &Settings) -> Result<Self> {
        let private_key = PKey::private_key_from_pem(settings.private_key.as_bytes())?;
        let public_key = PKey::public_key_from_der(&private_key.public_key_to_der()?)?;
        let signature = sign(&private_key)?;
        Ok(Self {
            private_key,
            public_key,
            signature,
        })
    }
}

impl Caller for RsaAlone {
    async fn call(&self) -> Result<()> {
        sign(&self.private_key)?;
        let mut verifier = Verifier::new(MessageDigest::sha256(), &self.public_key)?;
        if !verifier.verify_oneshot(&self.signature, MESSAGE)? {
            return Err("not verified".into());
        }
        // Let the others have their turn, as every client does.
        tokio::task::yield_now().await;
        Ok(())
    }
}

fn sign(key: &PKey<Private>) -> Result<Vec<u8>> {
    Ok(Signer::new(MessageDigest::sha256(), key)?.sign_oneshot_to_vec(MESSAGE)?)
}
