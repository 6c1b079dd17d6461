//! Reads the files that arguments name.

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use crate::failure::{Failure, Result};

/// The largest file, in bytes. Keys are smaller, and so are the bodies that WeChat Pay takes.
const LIMIT: u64 = 16 << 20;

/// Reads a file. Without a limit, a device such as `/dev/zero` would fill the memory.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let read = || -> io::Result<Vec<u8>> {
        let mut content = Vec::new();
        File::open(path)?
            .take(LIMIT + 1)
            .read_to_end(&mut content)?;
        Ok(content)
    };
    let content = read().map_err(|error| Failure::file(path, "read", &error))?;
    match content.len() as u64 > LIMIT {
        true => Err(
            Failure::configuration(format!("{} is larger than 16 MiB", path.display()))
                .cure("name another file"),
        ),
        false => Ok(content),
    }
}
