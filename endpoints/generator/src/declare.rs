//! `declare OPERATION`: prints the declaration of an operation in Rust.

use std::{
    io::{self, Write},
    path::Path,
};

use wechatpay_endpoints::{declare::declaration, facts::Facts};

use crate::{Result, read::Sources};

/// Prints the declaration of an operation.
pub(crate) fn declare(facts: &Path, operation: &str) -> Result<()> {
    let text = declared(&Sources::read(facts)?.facts()?, operation)?;
    Ok(io::stdout().write_all(text.as_bytes())?)
}

fn declared(facts: &Facts, text: &str) -> Result<String> {
    if let Some(operation) = facts.find(text) {
        return Ok(declaration(facts, operation));
    }
    let nearest = facts.nearest(text).map(|nearest| {
        let name = format!("{}.{}", nearest.product, nearest.name);
        format!("; did you mean `{nearest}`, which is `{name}`?")
    });
    let hint = nearest.unwrap_or_default();
    Err(format!(
        "no known operation is `{text}`{hint}\n\
         write `METHOD /path` or `product.name`; to declare an operation that is not known, write the trait with \
         `unlisted`"
    )
    .into())
}

#[cfg(test)]
mod tests;
