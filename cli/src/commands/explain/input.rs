//! The texts to explain: arguments, files, or the standard input.

use std::{
    borrow::Cow,
    io::{self, IsTerminal as _},
    path::Path,
    sync::LazyLock,
};

use regex_lite::Regex;

use super::{joined::joined, number::regex};
use crate::{
    content::{API_V3_KEY, name_of_keys},
    failure::{Failure, Result},
    file::{read_up_to, standard_input_up_to},
};

regex!(FOLDED r"(?im)^(?<name>[<>* \t]*(?:wechatpay-[a-z-]+|request-id):)[ \t]*\r?\n[ \t]+(?<value>[^\s:]+)");

/// The largest text, in bytes.
const LIMIT: u64 = 1 << 20;

/// The texts: each file is a text of its own, and all words together are another. A head and its body are one text.
pub(super) fn read(what: &[String]) -> Result<Vec<String>> {
    match what {
        [] if io::stdin().is_terminal() => {
            return Err(Failure::configuration("there is nothing to explain").cure(
                "give a Request-ID, a code, a message or @FILE, or pipe a response: curl -i … | wechatpay explain",
            ));
        }
        [] => return Ok(vec![decode("standard input", &standard_input()?)?]),
        [only] if only == "-" => return Ok(vec![decode("standard input", &standard_input()?)?]),
        _ => {}
    }
    let has_words = !what.iter().all(|word| file_name(word).is_some());
    // Words that begin with `@` are in many messages: beside other words, they are files only if there are such.
    let (files, words): (Vec<_>, Vec<_>) = what.iter().map(String::as_str).partition(|word| {
        file_name(word).is_some_and(|name| !has_words || Path::new(name).is_file())
    });
    let files = files.into_iter().filter_map(file_name);
    let files = files.map(|name| {
        let content = read_up_to(Path::new(name), LIMIT)?.ok_or_else(too_large)?;
        decode(name, &content)
    });
    let mut texts = files.collect::<Result<Vec<_>>>()?;
    if !words.is_empty() {
        let words = words.into_iter().map(str::to_owned);
        texts.push(joined(words).join(" "));
    }
    Ok(joined(texts))
}

/// The name in `@FILE`.
fn file_name(word: &str) -> Option<&str> {
    word.strip_prefix('@').filter(|name| !name.is_empty())
}

fn standard_input() -> Result<Vec<u8>> {
    standard_input_up_to(LIMIT)?.ok_or_else(too_large)
}

fn too_large() -> Failure {
    Failure::configuration("the text is larger than 1 MiB").cure(
        "give only the entries of the failed call: grep -C 20 Request-ID app.log | wechatpay explain",
    )
}

/// Decodes the text of a file that is none of keys.
fn decode(name: &str, bytes: &[u8]) -> Result<String> {
    // A text of this length may also be a Request-ID.
    match name_of_keys(bytes).filter(|name| *name != API_V3_KEY) {
        Some(found) => Err(Failure::configuration(format!(
            "{name} is {found}, not a response or a notification"
        ))
        .cure("name a file with the text of an error, a response or a notification; `wechatpay doctor` checks keys and certificates")),
        None => Ok(unfolded(&text(bytes)).into_owned()),
    }
}

/// Puts each header whose long value a program wrote on a line of its own, as Python's `email` does, on one line.
fn unfolded(text: &str) -> Cow<'_, str> {
    match &*FOLDED {
        Some(regex) => regex.replace_all(text, "$name $value"),
        None => Cow::Borrowed(text),
    }
}

/// Decodes UTF-8, or the UTF-16 that PowerShell writes to files.
fn text(bytes: &[u8]) -> String {
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
