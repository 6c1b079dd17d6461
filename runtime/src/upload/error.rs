//! The error of a file that cannot be uploaded.

use std::{error, fmt, io};

/// A file that cannot be uploaded, with its [`kind`](Self::kind).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    kind: FileErrorKind,
}

/// The reason why a file cannot be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileErrorKind {
    /// The file name is empty, is not UTF-8, or contains a control character, `"`, `/` or `\`.
    Filename,
    /// The file is empty.
    Empty,
    /// The file name has no suffix of the required kind: an image or a video.
    Suffix {
        /// The allowed suffixes, in lower case; upper case is allowed too.
        allowed: &'static [&'static str],
    },
    /// The file is larger than any operation accepts.
    TooLarge {
        /// The length of the file.
        bytes: u64,
        /// The largest length allowed.
        limit: u64,
    },
    /// The file cannot be read.
    Unreadable {
        /// The kind of the I/O error.
        kind: io::ErrorKind,
        /// The message of the operating system.
        message: String,
    },
    /// The file has changed since [`UploadFile::open`](crate::UploadFile::open).
    Changed,
    /// OpenSSL does not compute the digest: SM3, for example, was left out when OpenSSL was built.
    Digest,
}

impl FileError {
    /// The reason.
    #[must_use]
    pub fn kind(&self) -> &FileErrorKind {
        &self.kind
    }

    /// A short fixed name, for metrics and logs: `empty`, `too-large`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            FileErrorKind::Filename => "filename",
            FileErrorKind::Empty => "empty",
            FileErrorKind::Suffix { .. } => "suffix",
            FileErrorKind::TooLarge { .. } => "too-large",
            FileErrorKind::Unreadable { .. } => "unreadable",
            FileErrorKind::Changed => "changed",
            FileErrorKind::Digest => "digest",
        }
    }

    /// Converts an I/O error, which may carry a `FileError` of [`Chunks`](super::content::Chunks).
    pub(crate) fn from_io(error: &io::Error) -> Self {
        let own = error
            .get_ref()
            .and_then(|source| source.downcast_ref::<Self>());
        own.cloned().unwrap_or_else(|| {
            FileErrorKind::Unreadable {
                kind: error.kind(),
                message: error.to_string(),
            }
            .into()
        })
    }
}

impl From<FileErrorKind> for FileError {
    fn from(kind: FileErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file {}", self.kind)
    }
}

impl error::Error for FileError {}

impl fmt::Display for FileErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filename => f.write_str(
                "has an invalid name: it must be UTF-8, not empty, and without control characters, `\"`, `/` and `\\`",
            ),
            Self::Empty => f.write_str("is empty"),
            Self::Suffix { allowed } => {
                write!(f, "has the wrong suffix: use one of {}", allowed.join(", "))
            }
            Self::TooLarge { bytes, limit } => {
                write!(f, "is too large: {bytes} bytes, over the limit of {limit}")
            }
            Self::Unreadable { message, .. } => write!(f, "cannot be read: {message}"),
            Self::Changed => f.write_str("has changed since it was opened: open it again"),
            Self::Digest => f.write_str("cannot be hashed: OpenSSL does not compute the digest"),
        }
    }
}
