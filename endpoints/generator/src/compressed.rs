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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Output;

    #[test]
    fn other_bytes_of_the_same_text_are_up_to_date() {
        let name = format!("compressed-{}.json.gz", std::process::id());
        let path = std::env::temp_dir().join(name);
        let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
        encoder.write_all(b"{}").unwrap();
        let stored = encoder.finish().unwrap();
        assert_ne!(stored, bytes("{}").unwrap());
        fs::write(&path, &stored).unwrap();

        let output = |text: &str| Output {
            path: path.clone(),
            text: text.to_owned(),
        };
        output("{}").check().unwrap();
        output("{}").write().unwrap();
        assert_eq!(fs::read(&path).unwrap(), stored);

        let error = output("[]").check().unwrap_err().to_string();
        assert!(error.contains("is outdated: run"), "{error}");
        output("[]").write().unwrap();
        assert_eq!(read(&path).unwrap(), "[]");
        fs::remove_file(&path).unwrap();
    }
}
