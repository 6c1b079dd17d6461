//! The error of a download.

use std::{error, fmt, io};

use super::save::SaveError;
use crate::{
    head::Head,
    sign::SignerError,
    transport::{TransportError, TransportErrorKind},
};

/// The error of a download that failed: the file is not as described, the connection broke, or the content could not
/// be written.
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
    Signer(SignerError),
}

/// The kind of a [`DownloadError`].
///
/// The kinds from [`UnknownHashType`](Self::UnknownHashType) to [`EncryptKeyLength`](Self::EncryptKeyLength) concern the
/// description of the file, a [`BillFile`](crate::BillFile), and are found before any content is read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DownloadErrorKind {
    /// The `hash_type` of the description is neither `SHA1` nor `SHA256`. Holds the first 64 characters of the
    /// `hash_type`.
    UnknownHashType(String),
    /// The `hash_value` of the description is not hexadecimal, or has the wrong length for the `hash_type`.
    HashValueMalformed,
    /// The `nonce` of an encrypted file does not have 12 to 128 bytes.
    NonceLength,
    /// The `encrypt_key` of an encrypted file is not base64 of the standard alphabet with padding.
    EncryptKeyNotBase64,
    /// The private key of the merchant does not decrypt the `encrypt_key` of an encrypted file. WeChat Pay encrypted
    /// the `encrypt_key` for another API certificate.
    EncryptKeyDecryptFailed,
    /// The user's [`Signer`](crate::Signer) failed to decrypt the `encrypt_key`. The error of the `Signer` is the
    /// [`source`](error::Error::source).
    Signer,
    /// The decrypted key of an encrypted file does not have the 32 bytes of AES-256. A key of the unsupported
    /// `SM4_GCM` has 16.
    EncryptKeyLength {
        /// The length of the decrypted key, in bytes.
        bytes: usize,
    },
    /// OpenSSL refuses to hash or to decrypt, for example because its configuration forbids the algorithm.
    OpenSsl,
    /// The encrypted file does not decrypt: the file was cut short, changed, or encrypted with another key.
    DecryptFailed,
    /// The file is described as gzip-compressed, but is not gzip, is cut short, or has data after its end.
    GzipInvalid,
    /// The content does not have the hash of the description.
    HashMismatch,
    /// The content does not have the hash of the description, and is gzip-compressed. Call
    /// [`BillFile::with_gzip`](crate::BillFile::with_gzip), so that the download decompresses the file.
    Compressed,
    /// The response has neither a `Content-Length` nor `chunked` as its only `Transfer-Encoding`, and no description
    /// gives the hash of the file. Nothing would show that the file was cut short.
    LengthUnknown,
    /// The response has a `Content-Encoding`, which the client did not ask for, and no description gives the hash of
    /// the file. The content would be the encoded bytes, not the file.
    Encoded,
    /// The content is larger than the limit of [`Download::bytes`](crate::Download::bytes).
    TooLarge {
        /// The limit that was passed to `bytes`, in bytes.
        limit: usize,
    },
    /// The path of [`Download::save`](crate::Download::save) is not a regular file but a directory, a symbolic link, a
    /// device node, a FIFO or a socket. Nothing was changed.
    NotRegularFile,
    /// The connection broke, or a read timed out. Converted into [`Error`](crate::Error), the error becomes an
    /// [`ErrorKind::Transport`](crate::ErrorKind::Transport).
    Transport(TransportErrorKind),
    /// The content could not be written. The [`source`](error::Error::source) of the [`DownloadError`] is the I/O
    /// error.
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

    pub(crate) fn from_signer(error: SignerError) -> Self {
        Self {
            source: Some(Source::Signer(error)),
            ..Self::from(DownloadErrorKind::Signer)
        }
    }

    /// The same error, of the response with this head.
    pub(super) fn with_head(self, head: &Head) -> Self {
        Self {
            head: Some(head.clone()),
            ..self
        }
    }

    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> &DownloadErrorKind {
        &self.kind
    }

    /// The short fixed [name](DownloadErrorKind::name) of the error's kind, for metrics and logs.
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

    /// The HTTP status of the response, if there was one. The response is unverified: use the status for logs only.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match &self.source {
            Some(Source::Transport(error)) => error.status(),
            _ => self.head.as_ref().map(Head::status),
        }
    }

    /// The `Request-ID` (应答请求ID) of the response, if there was a response with this header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match &self.source {
            Some(Source::Transport(error)) => error.request_id(),
            _ => self.head.as_ref()?.request_id(),
        }
    }
}

impl DownloadErrorKind {
    /// The short fixed name of the kind, for metrics and logs, such as `decrypt-failed` or `hash-mismatch`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::UnknownHashType(_) => "unknown-hash-type",
            Self::HashValueMalformed => "hash-value-malformed",
            Self::NonceLength => "nonce-length",
            Self::EncryptKeyNotBase64 => "encrypt-key-not-base64",
            Self::EncryptKeyDecryptFailed => "encrypt-key-decrypt-failed",
            Self::Signer => "signer",
            Self::EncryptKeyLength { .. } => "encrypt-key-length",
            Self::OpenSsl => "openssl",
            Self::DecryptFailed => "decrypt-failed",
            Self::GzipInvalid => "gzip-invalid",
            Self::HashMismatch => "hash-mismatch",
            Self::Compressed => "gzip",
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
            Source::Signer(error) => Some(&**error),
        }
    }
}

impl fmt::Display for DownloadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        match self {
            Self::UnknownHashType(kind) => {
                write!(f, " `{}`: only SHA1 and SHA256 are supported", kind.escape_debug())
            }
            Self::HashValueMalformed => {
                f.write_str(": `hash_value` must be 40 hexadecimal digits for SHA1, 64 for SHA256")
            }
            Self::NonceLength => f.write_str(": the nonce must have 12 to 128 bytes"),
            Self::EncryptKeyDecryptFailed => f.write_str(
                ": WeChat Pay encrypted the key for another certificate; add the merchant by `ClientBuilder::earlier_merchant`",
            ),
            Self::EncryptKeyLength { bytes } => write!(f, ": {bytes} bytes instead of 32"),
            Self::TooLarge { limit } => write!(f, ": over {limit} bytes; raise the limit, or use `save`"),
            Self::Compressed => f.write_str(
                ": the file is gzip-compressed (it begins with 1f 8b); call `with_gzip()` on its description",
            ),
            Self::DecryptFailed | Self::GzipInvalid | Self::HashMismatch => {
                f.write_str(": discard what was read, and download the file again")
            }
            Self::NotRegularFile => {
                f.write_str(": save at a path that is not a folder, link, device, FIFO or socket")
            }
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
