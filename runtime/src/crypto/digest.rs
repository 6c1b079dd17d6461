//! Hashes of files, fed piece by piece.

use openssl::{
    error::ErrorStack,
    hash::{Hasher, MessageDigest},
};

use super::hex;

/// What WeChat Pay states hashes of files in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HashAlgorithm {
    Sha256,
    /// 国密; an OpenSSL may be built without it.
    Sm3,
}

pub(crate) struct Digest(Hasher);

impl Digest {
    pub(crate) fn new(algorithm: HashAlgorithm) -> Result<Self, ErrorStack> {
        let algorithm = match algorithm {
            HashAlgorithm::Sha256 => MessageDigest::sha256(),
            HashAlgorithm::Sm3 => MessageDigest::from_name("SM3").ok_or_else(ErrorStack::get)?,
        };
        Hasher::new(algorithm).map(Self)
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) -> Result<(), ErrorStack> {
        self.0.update(bytes)
    }

    /// The hash in upper-case hexadecimal.
    pub(crate) fn finish(mut self) -> Result<String, ErrorStack> {
        Ok(hex(&self.0.finish()?))
    }
}
