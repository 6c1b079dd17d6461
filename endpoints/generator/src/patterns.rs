//! Patterns of the facts: regular expressions, each for a whole text.

use regex_lite::Regex;
use wechatpay_endpoints::facts::{Facts, Field};

use crate::Result;

/// The regular expression that matches a whole text.
///
/// # Errors
///
/// The pattern is no regular expression.
pub(crate) fn compile(pattern: &str) -> Result<Regex> {
    // By itself first, because `a)|(b` is valid only between the signs around it.
    let compiled = Regex::new(pattern).and_then(|_| Regex::new(&format!(r"\A(?:{pattern})\z")));
    compiled.map_err(|error| {
        format!("the pattern `{pattern}` is no regular expression: {error}: correct the pattern")
            .into()
    })
}

/// Fails if a pattern is no regular expression.
pub(crate) fn check(facts: &Facts) -> Result<()> {
    for operation in &facts.operations {
        for parameter in &operation.params {
            check_field(&operation.product, &parameter.field)?;
        }
    }
    for (product, types) in &facts.products {
        for member in types.schemas.values().flatten() {
            check_field(product, member)?;
        }
    }
    Ok(())
}

fn check_field(product: &str, field: &Field) -> Result<()> {
    if let Some(pattern) = &field.limits.pattern {
        compile(pattern).map_err(|error| format!("{product}: `{}`: {error}", field.name))?;
    }
    Ok(())
}
