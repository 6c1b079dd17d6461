use openssl::{
    error::ErrorStack,
    hash::{Hasher, MessageDigest},
};

use super::hex;

/// What a digest is computed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Sha256,
    /// 国密; an OpenSSL may be built without it.
    Sm3,
}

/// A digest of what comes in pieces.
pub(crate) struct Digest(Hasher);

impl Digest {
    pub(crate) fn new(algorithm: Algorithm) -> Result<Self, ErrorStack> {
        let algorithm = match algorithm {
            Algorithm::Sha256 => MessageDigest::sha256(),
            Algorithm::Sm3 => MessageDigest::from_name("SM3").ok_or_else(ErrorStack::get)?,
        };
        Hasher::new(algorithm).map(Self)
    }

    pub(crate) fn update(&mut self, piece: &[u8]) -> Result<(), ErrorStack> {
        self.0.update(piece)
    }

    /// In lower-case hexadecimal.
    pub(crate) fn finish(mut self) -> Result<String, ErrorStack> {
        Ok(hex(&self.0.finish()?).to_ascii_lowercase())
    }
}
