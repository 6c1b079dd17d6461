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
    source: Cause,
}

type Cause = Box<dyn Error + Send + Sync>;

pub(crate) fn unreadable(path: &Path, error: io::Error) -> FolderError {
    let error = with_cure(error.kind(), "read", error.into());
    FolderError::new(path, "cannot read", error)
}

pub(crate) fn unwritable(path: &Path, error: io::Error) -> FolderError {
    // The error of a temporary file ends with its path, which means nothing to a user.
    let text = error.to_string();
    let cause = match text.split_once(" at path ") {
        Some((cause, _)) => cause.into(),
        None => text.into(),
    };
    FolderError::new(
        path,
        "cannot write",
        with_cure(error.kind(), "write", cause),
    )
}

pub(crate) fn unusable(path: &Path, error: impl Into<Cause>) -> FolderError {
    FolderError::new(path, "cannot use", error)
}

/// Adds the cure to the error of a file or folder that another user made.
fn with_cure(kind: io::ErrorKind, action: &str, cause: Cause) -> Cause {
    match kind {
        io::ErrorKind::PermissionDenied => {
            format!("{cause}: let this user {action} this path, or name another folder").into()
        }
        _ => cause,
    }
}

impl FolderError {
    fn new(path: &Path, action: &'static str, source: impl Into<Cause>) -> Self {
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
