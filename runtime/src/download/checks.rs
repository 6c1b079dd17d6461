//! What must hold of a file, in constant memory: what comes → opened (AES-GCM) → unpacked (gzip) →
//! hashed.

use std::{
    io::{self, Write},
    mem,
    ops::RangeInclusive,
};

use flate2::write::MultiGzDecoder;
use hyper::body::{Buf, Bytes};

use super::{
    bill::{BillFile, Encryption},
    error::DownloadErrorKind,
};
use crate::{
    crypto::{Digest, HashAlgorithm, Opener, decode_base64},
    sign::{self, Merchant, NotDecrypted},
    verify::excerpt,
};

/// GCM's own, and the longest that OpenSSL takes; the samples have 16 and 32.
const NONCE_LEN: RangeInclusive<usize> = 12..=128;

/// How every gzip file begins (RFC 1952).
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The stages that one file passes. By default none: it is taken as it comes.
#[derive(Default)]
pub(crate) struct Checks {
    decryptor: Option<Opener>,
    compression: Compression,
    hash: Option<HashCheck>,
    /// How the content begins: enough of it to know a gzip file.
    first_bytes: Vec<u8>,
    /// What came, opened but not yet unpacked.
    decrypted: Bytes,
}

#[derive(Default)]
enum Compression {
    #[default]
    None,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// Invalid, in a file that is encrypted: whether it was so from the beginning or was changed on
    /// the way is seen at its end, by the tag.
    Invalid,
}

impl Checks {
    /// Those of `file`; its key is decrypted with the private key of one of `merchants`, which are one
    /// merchant with the keys that it has had.
    pub(crate) async fn of(
        file: &BillFile,
        merchants: &[Merchant],
    ) -> Result<Self, DownloadErrorKind> {
        let hash = HashCheck::of(file)?;
        let decryptor = match &file.encryption {
            Some(encryption) => Some(new_decryptor(encryption, merchants).await?),
            None => None,
        };
        Ok(Self {
            decryptor,
            compression: match file.is_gzipped() {
                true => Compression::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
                false => Compression::None,
            },
            hash: Some(hash),
            first_bytes: Vec::new(),
            decrypted: Bytes::new(),
        })
    }

    /// Tells whether a cut file can be told from a whole one.
    pub(crate) fn has_hash(&self) -> bool {
        self.hash.is_some()
    }

    /// Takes what came next. [`next`](Self::next) must have given all of the last.
    pub(crate) fn feed(&mut self, received: Bytes) -> Result<(), DownloadErrorKind> {
        self.decrypted = match &mut self.decryptor {
            Some(decryptor) => {
                let decrypted = decryptor.open(&received);
                decrypted
                    .map_err(|_| DownloadErrorKind::DecryptFailed)?
                    .into()
            }
            None => received,
        };
        Ok(())
    }

    /// A chunk of the content of what was fed; `None` once there is no more.
    pub(crate) fn next(&mut self) -> Result<Option<Bytes>, DownloadErrorKind> {
        let chunk = self.decompress()?;
        if chunk.is_empty() {
            return Ok(None);
        }
        if let Some(hash) = &mut self.hash {
            hash.update(&chunk)?;
            let missing = GZIP_MAGIC.len() - self.first_bytes.len();
            self.first_bytes.extend(chunk.iter().take(missing));
        }
        Ok(Some(chunk))
    }

    /// The last chunk, which may be empty, if everything holds.
    pub(crate) fn finish(self) -> Result<Bytes, DownloadErrorKind> {
        let is_gzip =
            matches!(self.compression, Compression::None) && self.first_bytes == GZIP_MAGIC;
        if self.decryptor.is_some_and(|decryptor| !decryptor.finish()) {
            return Err(DownloadErrorKind::DecryptFailed);
        }
        let last = match self.compression {
            Compression::None => Bytes::new(),
            Compression::Gzip(decoder) => {
                let last = decoder.finish();
                last.map_err(|_| DownloadErrorKind::GzipInvalid)?.into()
            }
            Compression::Invalid => return Err(DownloadErrorKind::GzipInvalid),
        };
        if let Some(mut hash) = self.hash {
            hash.update(&last)?;
            hash.finish().map_err(|kind| match kind {
                DownloadErrorKind::HashMismatch if is_gzip => DownloadErrorKind::Gzip,
                kind => kind,
            })?;
        }
        Ok(last)
    }

    fn decompress(&mut self) -> Result<Bytes, DownloadErrorKind> {
        match &mut self.compression {
            Compression::None => Ok(mem::take(&mut self.decrypted)),
            Compression::Gzip(decoder) => match decompress_some(decoder, &mut self.decrypted) {
                Ok(chunk) => Ok(chunk.into()),
                Err(_) if self.decryptor.is_some() => {
                    self.compression = Compression::Invalid;
                    Ok(Bytes::new())
                }
                Err(_) => Err(DownloadErrorKind::GzipInvalid),
            },
            Compression::Invalid => Ok(Bytes::new()),
        }
    }
}

/// Unpacks until there is something, and no more than one buffer of it: a few bytes can hold very many.
fn decompress_some(
    decoder: &mut MultiGzDecoder<Vec<u8>>,
    compressed: &mut Bytes,
) -> io::Result<Vec<u8>> {
    while compressed.has_remaining() && decoder.get_ref().is_empty() {
        match decoder.write(compressed)? {
            0 => return Err(io::ErrorKind::InvalidData.into()),
            consumed => compressed.advance(consumed),
        }
    }
    Ok(mem::take(decoder.get_mut()))
}

async fn new_decryptor(
    encryption: &Encryption,
    merchants: &[Merchant],
) -> Result<Opener, DownloadErrorKind> {
    let nonce = encryption.nonce.as_bytes();
    if !NONCE_LEN.contains(&nonce.len()) {
        return Err(DownloadErrorKind::NonceLength);
    }
    let ciphertext = decode_base64(encryption.encrypt_key.as_bytes());
    let ciphertext = ciphertext.ok_or(DownloadErrorKind::EncryptKeyNotBase64)?;
    let key = sign::decrypt(merchants, &ciphertext).await;
    let key = key.map_err(|error| match error {
        NotDecrypted::Failed => DownloadErrorKind::EncryptKeyDecryptFailed,
        NotDecrypted::Signer(error) => DownloadErrorKind::Signer(error.to_string()),
    })?;
    let Ok(key) = key.as_slice().try_into() else {
        return Err(DownloadErrorKind::EncryptKeyLength { bytes: key.len() });
    };
    Opener::new(key, nonce).map_err(|_| DownloadErrorKind::OpenSsl)
}

/// The hash that the content must have, and what it is so far.
struct HashCheck {
    expected: String,
    digest: Digest,
}

impl HashCheck {
    fn of(file: &BillFile) -> Result<Self, DownloadErrorKind> {
        let algorithm = match file.hash_type() {
            "SHA1" => HashAlgorithm::Sha1,
            "SHA256" => HashAlgorithm::Sha256,
            other => {
                return Err(DownloadErrorKind::UnknownHashType(excerpt(
                    other.as_bytes(),
                )));
            }
        };
        let expected = file.hash_value();
        if expected.len() != algorithm.hex_len() || !expected.bytes().all(|c| c.is_ascii_hexdigit())
        {
            return Err(DownloadErrorKind::HashValueMalformed);
        }
        Ok(Self {
            expected: expected.to_owned(),
            digest: Digest::new(algorithm).map_err(|_| DownloadErrorKind::OpenSsl)?,
        })
    }

    fn update(&mut self, bytes: &[u8]) -> Result<(), DownloadErrorKind> {
        let updated = self.digest.update(bytes);
        updated.map_err(|_| DownloadErrorKind::OpenSsl)
    }

    fn finish(self) -> Result<(), DownloadErrorKind> {
        let hash = self
            .digest
            .finish()
            .map_err(|_| DownloadErrorKind::OpenSsl)?;
        if hash.eq_ignore_ascii_case(&self.expected) {
            Ok(())
        } else {
            Err(DownloadErrorKind::HashMismatch)
        }
    }
}
