//! The text to explain: arguments, a file, or the standard input.

use std::{
    fs::File,
    io::{self, IsTerminal as _, Read},
    path::Path,
};

use crate::failure::{Failure, Result};

/// The largest text, in bytes.
const LIMIT: u64 = 1 << 20;

pub(super) fn read(what: &[String]) -> Result<String> {
    let bytes = match what {
        [] if io::stdin().is_terminal() => {
            return Err(Failure::configuration("there is nothing to explain").cure(
                "give a Request-ID, a code, a message or @FILE, or pipe a response: curl -i … | wechatpay explain",
            ));
        }
        [] => limited(io::stdin().lock())?,
        [only] if only == "-" => limited(io::stdin().lock())?,
        [only] if only.len() > 1 && only.starts_with('@') => {
            let path = Path::new(only.trim_start_matches('@'));
            let file = File::open(path).map_err(|error| Failure::file(path, "read", &error))?;
            limited(file).map_err(|error| match error {
                Unreadable::Io(error) => Failure::file(path, "read", &error),
                Unreadable::TooLarge => error.into(),
            })?
        }
        words => words.join(" ").into_bytes(),
    };
    Ok(decode(&bytes))
}

enum Unreadable {
    Io(io::Error),
    TooLarge,
}

impl From<Unreadable> for Failure {
    fn from(error: Unreadable) -> Self {
        match error {
            Unreadable::Io(error) => error.into(),
            Unreadable::TooLarge => Self::configuration("the text is larger than 1 MiB")
                .cure("give only the entries of the failed call: grep -C 20 Request-ID app.log | wechatpay explain"),
        }
    }
}

fn limited(reader: impl Read) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let read = reader.take(LIMIT + 1).read_to_end(&mut bytes);
    match read.map_err(Unreadable::Io)? as u64 {
        length if length > LIMIT => Err(Unreadable::TooLarge),
        _ => Ok(bytes),
    }
}

/// Decodes UTF-8, or the UTF-16 that PowerShell writes to files.
fn decode(bytes: &[u8]) -> String {
    let units = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes
            .as_chunks()
            .0
            .iter()
            .skip(1)
            .map(|pair| from(*pair))
            .collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}
