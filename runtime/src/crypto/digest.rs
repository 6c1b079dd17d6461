//! Hashes of files, fed piece by piece.

use openssl::{
    error::ErrorStack,
    hash::{Hasher, MessageDigest},
};

/// What WeChat Pay states hashes of files in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HashAlgorithm {
    Sha1,
    Sha256,
}

impl HashAlgorithm {
    /// The length of a hash in hexadecimal digits.
    pub(crate) fn hex_len(self) -> usize {
        2 * self.digest().size()
    }

    fn digest(self) -> MessageDigest {
        match self {
            Self::Sha1 => MessageDigest::sha1(),
            Self::Sha256 => MessageDigest::sha256(),
        }
    }
}

pub(crate) struct Digest(Hasher);

impl Digest {
    pub(crate) fn new(algorithm: HashAlgorithm) -> Result<Self, ErrorStack> {
        Hasher::new(algorithm.digest()).map(Self)
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) -> Result<(), ErrorStack> {
        self.0.update(bytes)
    }

    /// The hash in upper-case hexadecimal.
    pub(crate) fn finish(mut self) -> Result<String, ErrorStack> {
        Ok(super::hex(&self.0.finish()?))
    }
}
