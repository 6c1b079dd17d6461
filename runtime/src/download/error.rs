//! The error of a download.

use std::{error, fmt, io};

use super::save::SaveError;
use crate::{
    head::Head,
    transport::{TransportError, TransportErrorKind},
};

/// A download that failed: the file is not as described, the connection broke, or the content could not be
/// written.
///
/// Converts into [`Error`](crate::Error): a broken connection into
/// [`ErrorKind::Transport`](crate::ErrorKind::Transport), everything else into
/// [`ErrorKind::Download`](crate::ErrorKind::Download).
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

/// The reason why a download failed. The kinds up to [`EncryptKeyLength`](Self::EncryptKeyLength) are mistakes in
/// the description of the file, found before any content is received.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DownloadErrorKind {
    /// The `hash_type` is neither `SHA1` nor `SHA256`. Holds its first 64 characters.
    UnknownHashType(String),
    /// The `hash_value` is not hexadecimal, or has the wrong length for its `hash_type`.
    HashValueMalformed,
    /// The `nonce` of an encrypted file is not 12 to 128 bytes long.
    NonceLength,
    /// The `encrypt_key` of an encrypted file is not base64 of the standard alphabet with padding.
    EncryptKeyNotBase64,
    /// The merchant API private key does not decrypt the `encrypt_key`: WeChat Pay encrypted it for another
    /// certificate.
    EncryptKeyDecryptFailed,
    /// The user's [`Signer`](crate::Signer) failed to decrypt the `encrypt_key`. Holds its error message.
    Signer(String),
    /// The decrypted key of an encrypted file does not have the 32 bytes of AES-256. Keys of `SM4_GCM` have 16.
    EncryptKeyLength {
        /// The length of the key.
        bytes: usize,
    },
    /// OpenSSL refuses to hash or to decrypt, for example because its configuration forbids the algorithm.
    OpenSsl,
    /// An encrypted file does not decrypt: cut short, changed, or encrypted with another key.
    DecryptFailed,
    /// The file is not gzip, is cut short, or has data after its end.
    GzipInvalid,
    /// The content does not have the described hash.
    HashMismatch,
    /// The content does not have the described hash, and is a gzip file that was not decompressed: call
    /// [`BillFile::with_gzip`](crate::BillFile::with_gzip).
    Gzip,
    /// The response has neither a `Content-Length` nor only `Transfer-Encoding: chunked`, and no hash describes
    /// the file. A file that was cut short could not be distinguished from a whole one.
    LengthUnknown,
    /// The response has a `Content-Encoding`, which the client did not ask for, and no hash describes the file.
    /// The content would be the encoded bytes.
    Encoded,
    /// The content is larger than the limit of [`Download::bytes`](crate::Download::bytes).
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The path leads to something that is not a regular file: a directory, a symbolic link, a device node, a
    /// FIFO or a socket. It was not changed.
    NotRegularFile,
    /// The connection broke, or the read timeout expired. As the error of a call this is
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    Transport(TransportErrorKind),
    /// The content could not be written. The I/O error is the [`source`](error::Error::source).
    WriteFailed(io::ErrorKind),
}

impl DownloadError {
    /// An error of the response with this head.
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

    /// The reason.
    #[must_use]
    pub fn kind(&self) -> &DownloadErrorKind {
        &self.kind
    }

    /// A short fixed name, for metrics: that of the [kind](Self::kind).
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// The transport error, if there is one; else the error itself.
    pub(crate) fn into_transport(self) -> Result<TransportError, Self> {
        match self.source {
            Some(Source::Transport(error)) => Ok(*error),
            _ => Err(self),
        }
    }

    /// The HTTP status, if there was a response.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match &self.source {
            Some(Source::Transport(error)) => error.status(),
            _ => self.head.as_ref().map(Head::status),
        }
    }

    /// The response's `Request-ID` (应答请求ID), if there was one.
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
            Self::Signer(message) => write!(f, ": {message}"),
            Self::EncryptKeyLength { bytes } => write!(f, ", {bytes} bytes instead of 32"),
            Self::TooLarge { limit } => write!(f, ", over {limit} bytes"),
            Self::Gzip => f.write_str(
                ": the file is gzip-compressed (it begins with 1f 8b); call `with_gzip()` on its description",
            ),
            Self::LengthUnknown => f.write_str(
                ": the response has neither Content-Length nor only Transfer-Encoding: chunked, and no hash proves the file whole",
            ),
            Self::Encoded => f.write_str(
                ": the response has a Content-Encoding that the client did not ask for, and no hash proves the file",
            ),
            Self::WriteFailed(kind) => write!(f, ": {kind}"),
            _ => Ok(()),
        }
    }
}
