//! The checks that a downloaded file passes while it is read, in constant memory: received →
//! decrypted (AES-GCM) → decompressed (gzip) → hashed.

use std::{
    io::{self, Write},
    mem,
    ops::RangeInclusive,
};

use bytes::Buf;
use bytes::Bytes;
use flate2::write::MultiGzDecoder;

use super::{
    bill::{BillFile, Encryption},
    error::{DownloadError, DownloadErrorKind},
};
use crate::{
    crypto::{Digest, GcmDecryptor, HashAlgorithm, decode_base64},
    sign::{self, DecryptError, Merchant},
    verify::excerpt,
};

/// From GCM's usual 12 bytes to the most that OpenSSL takes; the official samples have 16 and 32.
const NONCE_LEN: RangeInclusive<usize> = 12..=128;

/// The first bytes of every gzip file (RFC 1952).
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The stages that one file passes. The default has none: the content is what was received.
#[derive(Default)]
pub(crate) struct Checks {
    decryptor: Option<GcmDecryptor>,
    compression: Compression,
    hash: Option<HashCheck>,
    /// The first bytes of the content, to recognise a gzip file.
    first_bytes: Vec<u8>,
    /// Received and decrypted, but not yet decompressed.
    decrypted: Bytes,
}

#[derive(Default)]
enum Compression {
    #[default]
    None,
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    /// Invalid gzip data in an encrypted file. Only the tag at the end shows if the file was changed on the
    /// way, so the error waits for the tag.
    Invalid,
}

impl Checks {
    /// The checks that `file` describes. Its key is decrypted with a private key of `merchants`: one merchant,
    /// with its present and earlier keys.
    pub(crate) async fn of(file: &BillFile, merchants: &[Merchant]) -> Result<Self, DownloadError> {
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

    /// The file has a hash, which also proves that the file is whole.
    pub(crate) fn has_hash(&self) -> bool {
        self.hash.is_some()
    }

    /// Decrypts the next received bytes. Call [`next`](Self::next) until `None` first.
    pub(crate) fn feed(&mut self, received: Bytes) -> Result<(), DownloadErrorKind> {
        self.decrypted = match &mut self.decryptor {
            Some(decryptor) => {
                let decrypted = decryptor.decrypt(&received);
                decrypted
                    .map_err(|_| DownloadErrorKind::DecryptFailed)?
                    .into()
            }
            None => received,
        };
        Ok(())
    }

    /// The next chunk of the content; `None` when the bytes that were fed are used up.
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

    /// The last chunk, which may be empty, if every check succeeds.
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
                DownloadErrorKind::HashMismatch if is_gzip => DownloadErrorKind::Compressed,
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

/// Decompresses until there is output, at most one buffer: a few bytes can expand to very many.
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
) -> Result<GcmDecryptor, DownloadError> {
    let nonce = encryption.nonce.as_bytes();
    if !NONCE_LEN.contains(&nonce.len()) {
        return Err(DownloadErrorKind::NonceLength.into());
    }
    let ciphertext = decode_base64(encryption.encrypt_key.as_bytes());
    let ciphertext = ciphertext.ok_or(DownloadErrorKind::EncryptKeyNotBase64)?;
    let key = sign::decrypt(merchants, &ciphertext).await;
    let key = key.map_err(|error| match error {
        DecryptError::Failed => DownloadErrorKind::EncryptKeyDecryptFailed.into(),
        DecryptError::Signer(error) => DownloadError::from_signer(error),
    })?;
    let Ok(key) = key.as_slice().try_into() else {
        return Err(DownloadErrorKind::EncryptKeyLength { bytes: key.len() }.into());
    };
    GcmDecryptor::new(key, nonce).map_err(|_| DownloadErrorKind::OpenSsl.into())
}

/// The hash that the content must have, and the digest of the content so far.
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
