//! The error of a file that cannot be uploaded.

use std::{error, fmt, io, sync::Arc};

/// The error of a file that cannot be uploaded.
#[derive(Debug, Clone)]
pub struct FileError {
    kind: FileErrorKind,
    source: Option<Arc<io::Error>>,
}

/// The kind of a [`FileError`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileErrorKind {
    /// The file name is empty, is not UTF-8, or contains a control character, `"`, `/` or `\`.
    Filename,
    /// The file is empty.
    Empty,
    /// The file name does not have the suffix of an image or a video, as
    /// [`UploadFile::require_image`](crate::UploadFile::require_image) or
    /// [`UploadFile::require_video`](crate::UploadFile::require_video) requires.
    Suffix {
        /// The allowed suffixes, in lower case. The file name may have them in upper case too.
        allowed: &'static [&'static str],
    },
    /// The file is larger than [`UploadFile::require_image`](crate::UploadFile::require_image) or
    /// [`UploadFile::require_video`](crate::UploadFile::require_video) allows.
    TooLarge {
        /// The size of the file, in bytes.
        bytes: u64,
        /// The largest size allowed, in bytes.
        limit: u64,
    },
    /// The file cannot be read. The I/O error is the [`source`](error::Error::source).
    Unreadable(io::ErrorKind),
    /// The file has changed since [`UploadFile::open`](crate::UploadFile::open).
    Changed,
    /// OpenSSL cannot compute the digest, for example because OpenSSL was built without SM3.
    Digest,
}

impl FileError {
    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> &FileErrorKind {
        &self.kind
    }

    /// The short fixed name of the error's kind, for metrics and logs, such as `empty` or `too-large`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.kind {
            FileErrorKind::Filename => "filename",
            FileErrorKind::Empty => "empty",
            FileErrorKind::Suffix { .. } => "suffix",
            FileErrorKind::TooLarge { .. } => "too-large",
            FileErrorKind::Unreadable(_) => "unreadable",
            FileErrorKind::Changed => "changed",
            FileErrorKind::Digest => "digest",
        }
    }

    /// Converts an I/O error, which may carry a `FileError` of [`Chunks`](super::content::Chunks).
    pub(crate) fn from_io(error: io::Error) -> Self {
        let own = error
            .get_ref()
            .and_then(|source| source.downcast_ref::<Self>());
        own.cloned().unwrap_or_else(|| Self {
            kind: FileErrorKind::Unreadable(error.kind()),
            source: Some(Arc::new(error)),
        })
    }
}

impl From<FileErrorKind> for FileError {
    fn from(kind: FileErrorKind) -> Self {
        Self { kind, source: None }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the file {}", self.kind)
    }
}

impl error::Error for FileError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Display for FileErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filename => f.write_str(
                "has an invalid name: the name must be UTF-8 and not empty, and have no control character, `\"`, `/` or `\\`",
            ),
            Self::Empty => f.write_str("is empty"),
            Self::Suffix { allowed } => {
                write!(f, "has the wrong suffix: use one of {}", allowed.join(", "))
            }
            Self::TooLarge { bytes, limit } => {
                write!(f, "has {bytes} bytes, over the limit of {limit}: use a smaller file")
            }
            Self::Unreadable(_) => f.write_str("cannot be read"),
            Self::Changed => f.write_str("has changed since it was opened: open it again"),
            Self::Digest => f.write_str("cannot be hashed: OpenSSL cannot compute the digest"),
        }
    }
}
