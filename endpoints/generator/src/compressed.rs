//! Compressed files, as gzip writes them.

use std::{
    fs::File,
    io::{Read as _, Write as _},
    path::Path,
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};

use crate::Result;

/// The text of a compressed file.
///
/// Files are compared by their texts, because another version of flate2 may compress the same text to other bytes.
pub(crate) fn read(path: &Path) -> Result<String> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| GzDecoder::new(file).read_to_string(&mut text));
    read.map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(text)
}

/// The bytes of a compressed file.
pub(crate) fn bytes(text: &str) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes())?;
    Ok(encoder.finish()?)
}
