//! The text to explain: arguments, a file, or the standard input.

use std::{
    io::{self, IsTerminal as _, Read as _},
    path::Path,
};

use crate::{
    failure::{Failure, Result},
    file::read_up_to,
};

/// The largest text, in bytes.
const LIMIT: u64 = 1 << 20;

pub(super) fn read(what: &[String]) -> Result<String> {
    let bytes = match what {
        [] if io::stdin().is_terminal() => {
            return Err(Failure::configuration("there is nothing to explain").cure(
                "give a Request-ID, a code, a message or @FILE, or pipe a response: curl -i … | wechatpay explain",
            ));
        }
        [] => standard_input()?,
        [only] if only == "-" => standard_input()?,
        [only] if only.len() > 1 && only.starts_with('@') => {
            let path = Path::new(only.trim_start_matches('@'));
            read_up_to(path, LIMIT)?.ok_or_else(too_large)?
        }
        words => words.join(" ").into_bytes(),
    };
    Ok(decode(&bytes))
}

fn standard_input() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let input = io::stdin().lock();
    let length = input.take(LIMIT + 1).read_to_end(&mut bytes)?;
    match length as u64 > LIMIT {
        true => Err(too_large()),
        false => Ok(bytes),
    }
}

fn too_large() -> Failure {
    Failure::configuration("the text is larger than 1 MiB").cure(
        "give only the entries of the failed call: grep -C 20 Request-ID app.log | wechatpay explain",
    )
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
