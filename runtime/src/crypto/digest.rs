//! Hashes of files, computed chunk by chunk as a file is sent or received.

use openssl::{
    error::ErrorStack,
    hash::{Hasher, MessageDigest},
};

/// The hash algorithms of WeChat Pay for files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HashAlgorithm {
    Sha1,
    Sha256,
    /// SM3 (国密). An OpenSSL may be built without it.
    Sm3,
}

impl HashAlgorithm {
    /// The length of a hash in hexadecimal digits.
    pub(crate) fn hex_len(self) -> usize {
        2 * self.digest().map_or(0, |digest| digest.size())
    }

    fn digest(self) -> Option<MessageDigest> {
        match self {
            Self::Sha1 => Some(MessageDigest::sha1()),
            Self::Sha256 => Some(MessageDigest::sha256()),
            Self::Sm3 => MessageDigest::from_name("SM3"),
        }
    }
}

pub(crate) struct Digest(Hasher);

impl Digest {
    pub(crate) fn new(algorithm: HashAlgorithm) -> Result<Self, ErrorStack> {
        Hasher::new(algorithm.digest().ok_or_else(ErrorStack::get)?).map(Self)
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) -> Result<(), ErrorStack> {
        self.0.update(bytes)
    }

    /// The hash in upper-case hexadecimal.
    pub(crate) fn finish(mut self) -> Result<String, ErrorStack> {
        Ok(super::hex(&self.0.finish()?))
    }
}
