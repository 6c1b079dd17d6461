use std::{error, fmt, io};

/// A file that cannot be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    kind: FileErrorKind,
}

/// Why a file cannot be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileErrorKind {
    /// The file name is empty, not UTF-8, or holds a control character, `"`, `/` or `\`.
    Filename,
    /// The file is empty.
    Empty,
    /// The file name does not end as one of this kind does.
    Suffix {
        /// The suffixes of the kind, in small letters; capitals are as good.
        allowed: &'static [&'static str],
    },
    /// The file is larger than any operation takes one of this kind.
    TooLarge {
        /// Its length.
        bytes: u64,
        /// The largest.
        limit: u64,
    },
    /// The file cannot be read.
    Unreadable {
        /// The kind of the error.
        kind: io::ErrorKind,
        /// The words of the system.
        message: String,
    },
    /// The file is not any more what it was when it was opened.
    Changed,
    /// OpenSSL does not compute the digest.
    Digest,
}

impl FileError {
    /// Why.
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

    /// What stopped the reading of a file: an error of the system, or one of ours in its clothes.
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
                "has a name that is empty, not UTF-8, or holds a control character, `\"`, `/` or `\\`",
            ),
            Self::Empty => f.write_str("is empty"),
            Self::Suffix { allowed } => {
                write!(f, "has a name that ends in none of {}", allowed.join(", "))
            }
            Self::TooLarge { bytes, limit } => {
                write!(f, "has {bytes} bytes, over the {limit} that are taken")
            }
            Self::Unreadable { message, .. } => write!(f, "cannot be read: {message}"),
            Self::Changed => f.write_str("has changed since it was opened"),
            Self::Digest => f.write_str("has no digest: OpenSSL does not compute it"),
        }
    }
}
