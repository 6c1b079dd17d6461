//! `declare OPERATION`: the declaration of an operation in Rust.

use std::path::Path;

use wechatpay_endpoints::declare::declaration;

use crate::{Result, read::Sources};

/// The declaration of an operation of the facts in a folder.
pub(crate) fn declare(folder: &Path, operation: &str) -> Result<String> {
    let facts = Sources::read(folder)?.facts()?;
    let operation = facts.find(operation).map_err(|error| error.to_string())?;
    Ok(declaration(&facts, operation))
}

#[cfg(test)]
mod tests;
