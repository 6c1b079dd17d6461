use std::{error, fmt, io};

use super::save::SaveError;
use crate::{
    head::Head,
    transport::{TransportError, TransportErrorKind},
};

/// A file that did not come down as it was described, or could not be written, and why.
///
/// A connection that breaks on the way becomes [`ErrorKind::Transport`](crate::ErrorKind::Transport) in the error
/// of a call.
#[derive(Debug)]
pub struct DownloadError {
    kind: DownloadErrorKind,
    head: Option<Head>,
    source: Option<Source>,
}

#[derive(Debug)]
enum Source {
    Write(io::Error),
    Transport(Box<TransportError>),
}

/// Why a download failed. Down to [`EncryptKeyLength`](Self::EncryptKeyLength) it is seen in the
/// description of the file, before any of it is fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DownloadErrorKind {
    /// The hash of the file is of a kind that this client does not know: neither `SHA1` nor `SHA256`. The
    /// first 64 characters of its name.
    UnknownHashType(String),
    /// The hash of the file is not hexadecimal digits, as many as its kind has.
    HashValueMalformed,
    /// The nonce of an encrypted file is not 12 to 128 bytes long.
    NonceLength,
    /// The encrypted key of an encrypted file is not padded base64 of the standard alphabet.
    EncryptKeyNotBase64,
    /// The merchant API private key does not decrypt the key of an encrypted file: it was encrypted for
    /// another certificate.
    EncryptKeyDecryptFailed,
    /// A [`Signer`](crate::Signer) of the user's own does not decrypt the key of an encrypted file; its words.
    Signer(String),
    /// The key of an encrypted file is not one of AES-256, 32 bytes. `SM4_GCM` has 16.
    EncryptKeyLength {
        /// How many it has.
        bytes: usize,
    },
    /// OpenSSL refuses to hash or to decrypt: its configuration forbids it.
    OpenSsl,
    /// An encrypted file is not what was encrypted: cut, changed, or under another key.
    DecryptFailed,
    /// Not a gzip file, a cut one, or one with something behind it.
    GzipInvalid,
    /// The content is not what the hash is of.
    HashMismatch,
    /// The content is not what the hash is of, and is a gzip file, which was opened as one that is not
    /// packed: see [`BillFile::with_gzip`](crate::BillFile::with_gzip).
    Gzip,
    /// The response has neither a `Content-Length` nor plain chunks (`Transfer-Encoding: chunked` and nothing
    /// else), so that a cut file cannot be told from a whole one, and no hash proves the file.
    LengthUnknown,
    /// The response has a `Content-Encoding`, which was not asked for, and no hash proves the file: it would
    /// be taken as it comes, packed.
    Encoded,
    /// The content is larger than was asked for.
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// In the file's place is something that is no regular file: a directory, a symbolic link, a device node,
    /// a FIFO, a socket. It was not touched.
    NotRegularFile,
    /// The connection broke, or the read timeout passed. As the error of a call this is
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    Transport(TransportErrorKind),
    /// The content could not be written; the whole error is the [`source`](error::Error::source).
    WriteFailed(io::ErrorKind),
}

impl DownloadError {
    /// Of a response whose head is known.
    pub(super) fn new(kind: DownloadErrorKind, head: &Head) -> Self {
        Self {
            head: Some(head.clone()),
            ..Self::from(kind)
        }
    }

    pub(super) fn from_save(error: SaveError, head: &Head) -> Self {
        match error {
            SaveError::NotRegular => Self::new(DownloadErrorKind::NotRegularFile, head),
            SaveError::Io(error) => Self::from_write(error, head),
        }
    }

    pub(crate) fn from_write(error: io::Error, head: &Head) -> Self {
        Self {
            kind: DownloadErrorKind::WriteFailed(error.kind()),
            head: Some(head.clone()),
            source: Some(Source::Write(error)),
        }
    }

    /// Why.
    #[must_use]
    pub fn kind(&self) -> &DownloadErrorKind {
        &self.kind
    }

    /// The failure of the transport, if it is one.
    pub(crate) fn into_transport(self) -> Result<TransportError, Self> {
        match self.source {
            Some(Source::Transport(error)) => Ok(*error),
            _ => Err(self),
        }
    }

    /// The status, if the file was asked for.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match &self.source {
            Some(Source::Transport(error)) => error.status(),
            _ => self.head.as_ref().map(Head::status),
        }
    }

    /// The response's `Request-ID`, if the file was asked for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &self.source {
            Some(Source::Transport(error)) => error.request_id(),
            _ => self.head.as_ref()?.request_id(),
        }
    }
}

impl DownloadErrorKind {
    /// A short fixed name, for metrics and logs: `decrypt-failed`, `hash-mismatch`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::UnknownHashType(_) => "unknown-hash-type",
            Self::HashValueMalformed => "hash-value-malformed",
            Self::NonceLength => "nonce-length",
            Self::EncryptKeyNotBase64 => "encrypt-key-not-base64",
            Self::EncryptKeyDecryptFailed => "encrypt-key-decrypt-failed",
            Self::Signer(_) => "signer",
            Self::EncryptKeyLength { .. } => "encrypt-key-length",
            Self::OpenSsl => "openssl",
            Self::DecryptFailed => "decrypt-failed",
            Self::GzipInvalid => "gzip-invalid",
            Self::HashMismatch => "hash-mismatch",
            Self::Gzip => "gzip",
            Self::LengthUnknown => "length-unknown",
            Self::Encoded => "encoded",
            Self::TooLarge { .. } => "too-large",
            Self::NotRegularFile => "not-regular-file",
            Self::Transport(kind) => kind.name(),
            Self::WriteFailed(_) => "write-failed",
        }
    }
}

impl From<TransportError> for DownloadError {
    fn from(error: TransportError) -> Self {
        Self {
            kind: DownloadErrorKind::Transport(error.kind()),
            head: None,
            source: Some(Source::Transport(Box::new(error))),
        }
    }
}

impl From<DownloadErrorKind> for DownloadError {
    fn from(kind: DownloadErrorKind) -> Self {
        Self {
            kind,
            head: None,
            source: None,
        }
    }
}

impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(Source::Transport(error)) = &self.source {
            return error.fmt(f);
        }
        write!(f, "download failed: {}", self.kind)?;
        match &self.head {
            Some(head) => write!(f, " {head}"),
            None => Ok(()),
        }
    }
}

impl error::Error for DownloadError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self.source.as_ref()? {
            Source::Write(error) => Some(error),
            Source::Transport(error) => error.source(),
        }
    }
}

impl fmt::Display for DownloadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::UnknownHashType(kind) => write!(f, " `{}`", kind.escape_debug()),
            Self::Signer(words) => write!(f, ": {words}"),
            Self::EncryptKeyLength { bytes } => write!(f, ", {bytes} bytes and not 32"),
            Self::TooLarge { limit } => write!(f, ", over {limit} bytes"),
            Self::Gzip => f.write_str(
                ": the file is packed (it begins with 1f 8b); call `gzipped()` on its description",
            ),
            Self::LengthUnknown => f.write_str(
                ": the response has neither Content-Length nor plain chunks, and no hash proves the file whole",
            ),
            Self::Encoded => f.write_str(
                ": the response has a Content-Encoding that was not asked for, and no hash proves the file",
            ),
            Self::WriteFailed(kind) => write!(f, ": {kind}"),
            _ => Ok(()),
        }
    }
}
