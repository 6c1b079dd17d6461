//! The error of a folder that cannot be used.

use std::{
    error::Error,
    fmt, io,
    path::{Path, PathBuf},
};

/// A folder that cannot be used.
#[derive(Debug)]
pub struct FolderError {
    path: PathBuf,
    action: &'static str,
    source: Box<dyn Error + Send + Sync>,
}

pub(crate) fn unreadable(path: &Path, error: io::Error) -> FolderError {
    FolderError::new(path, "cannot read", error)
}

pub(crate) fn unwritable(path: &Path, error: io::Error) -> FolderError {
    // The error of a temporary file ends with its path, which means nothing to a user.
    match error.to_string().split_once(" at path ") {
        Some((cause, _)) => FolderError::new(path, "cannot write", cause),
        None => FolderError::new(path, "cannot write", error),
    }
}

pub(crate) fn unusable(path: &Path, error: impl Into<Box<dyn Error + Send + Sync>>) -> FolderError {
    FolderError::new(path, "cannot use", error)
}

impl FolderError {
    fn new(
        path: &Path,
        action: &'static str,
        source: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self {
            path: path.to_owned(),
            action,
            source: source.into(),
        }
    }
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {}: {}",
            self.action,
            self.path.display(),
            self.source
        )
    }
}

impl Error for FolderError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
