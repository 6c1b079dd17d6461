//! `--overwrite`: the files that a command saves replace no other file without it.

use std::path::Path;

use clap::Args;
use tempfile::NamedTempFile;

use crate::failure::{Failure, Result};

#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct OverwriteArguments {
    /// Replace files that exist already
    #[arg(long)]
    overwrite: bool,
}

impl OverwriteArguments {
    /// Refuses a path with a file, unless the file may be replaced.
    pub(crate) fn check(self, path: &Path) -> Result<()> {
        match !self.overwrite && path.symlink_metadata().is_ok() {
            true => Err(exists(path)),
            false => Ok(()),
        }
    }

    /// Moves a whole file to its path. Another program may have created a file there since the check.
    pub(crate) fn persist(self, file: NamedTempFile, path: &Path) -> Result<()> {
        let persisted = match self.overwrite {
            true => file.persist(path),
            false => file.persist_noclobber(path),
        };
        match persisted {
            Ok(_) => Ok(()),
            Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(exists(path))
            }
            Err(error) => Err(Failure::file(path, "write", &error.error)),
        }
    }
}

fn exists(path: &Path) -> Failure {
    Failure::configuration(format!("{} exists already", path.display()))
        .cure("name another file or folder, or replace the file with --overwrite")
}
