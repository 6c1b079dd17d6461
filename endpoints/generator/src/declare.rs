//! `declare OPERATION`: the declaration of an operation in Rust.

use std::path::Path;

use wechatpay_endpoints::declare::declaration_of;

use crate::{Result, read::Sources};

/// The declaration of an operation of the facts in a folder.
pub(crate) fn declare(folder: &Path, words: &[&str]) -> Result<String> {
    let facts = Sources::read(folder)?.facts()?;
    Ok(declaration_of(&facts, words).map_err(|error| error.to_string())?)
}

#[cfg(test)]
mod tests;
