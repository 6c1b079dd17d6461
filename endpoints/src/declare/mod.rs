//! Declarations in Rust, written from the facts.
//!
//! [`declaration`] writes what a user of `wechatpay-client` would write by hand for one operation: the trait with its
//! attribute, and the types of the request and the response, in a module of their own.

mod arguments;
mod calls;
mod code;
mod declared;
mod docs;
mod enums;
mod events;
mod expression;
mod literals;
mod method;
mod modules;
mod names;
mod orders;
mod rules;
mod shapes;
mod structs;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeSet;

use crate::facts::{Facts, FindError, Operation};
use code::Code;
use shapes::Shapes;

pub use calls::{Call, Calls};
pub use declared::{Declared, declared, declared_resources};
pub use events::{EventModule, EventResource, OneOf, TypedEvent, event_modules};
pub use modules::{Module, modules};

/// The form of the types.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// In a user's program: an enum is its plain type.
    Pasted,
    /// In this crate: with enums and builders.
    Crate,
}

impl Style {
    /// The crate of the derive `Deserialize`. This crate has thousands of structs, which serde's own compiles slowly.
    const fn deserialize_crate(self) -> &'static str {
        match self {
            Self::Pasted => "serde",
            Self::Crate => "wechatpay_client",
        }
    }
}

/// The declaration of an operation: a module in Rust, formatted as rustfmt does.
///
/// The module has the [full name](Operation::full_name) of the operation. Declarations of several operations therefore
/// go into one file, each once.
///
/// A member or parameter is optional unless the facts call it required. The [witnesses](crate::facts::Witnesses) can
/// only make more of them optional:
///
/// - in a request, if one of them calls it optional and they do not confirm it;
/// - in a response, if none of them calls it required, or one calls it optional.
///
/// An enum is its plain type, and the documentation lists its values: WeChat Pay may add values at any time, so a
/// response with a new one still decodes.
///
/// ```
/// # use wechatpay_endpoints::{declare::declaration, facts::{Facts, Operation}};
/// let operation: Operation = serde_json::from_str(
///     r#"{"product": "complaint", "name": "delete_notification", "method": "DELETE", "label": "删除投诉通知回调",
///         "path": "/v3/merchant-service/complaint-notifications", "responses": [{"status": 204, "body": "none"}]}"#,
/// )?;
/// let text = declaration(&Facts::default(), &operation);
/// assert_eq!(text, r#"pub mod complaint_delete_notification {
///     use wechatpay_client::{Result, wechatpay_api};
///
///     /// 删除投诉通知回调
///     #[wechatpay_api(DELETE "/v3/merchant-service/complaint-notifications")]
///     pub trait DeleteNotification {
///         async fn delete_notification(&self) -> Result<()>;
///     }
/// }
/// "#);
/// # Ok::<_, serde_json::Error>(())
/// ```
#[must_use]
pub fn declaration(facts: &Facts, operation: &Operation) -> String {
    let mut shapes = Shapes::new(facts, &operation.product, Style::Pasted);
    let trait_name = shapes.add_trait(&names::pascal(&operation.name));
    shapes.begin(operation, trait_name.clone());
    let mut code = Code::new(INDENTATION.len());
    method::write_trait(&mut code, operation, &trait_name, &mut shapes);
    for declared in shapes.structs() {
        structs::write(&mut code, &declared);
    }
    let mut text = Code::new(INDENTATION.len());
    write_imports(&mut text, code.as_str(), Style::Pasted);
    text.push_str(code.as_str());
    let module = names::snake(&operation.full_name());
    format!("pub mod {module} {{\n{}}}\n", indented(text.as_str()))
}

/// The [`declaration`] of the operation that the words of a command line name: its name, its method and path as one word,
/// or as two. [`Facts::find`] lists the forms.
///
/// # Errors
///
/// [`FindError`]: the words name no operation, or several.
pub fn declaration_of<'a>(
    facts: &'a Facts,
    words: &[impl AsRef<str>],
) -> Result<String, FindError<'a>> {
    let words: Vec<_> = words.iter().map(AsRef::as_ref).collect();
    let operation = facts.find(&words.join(" "))?;
    Ok(declaration(facts, operation))
}

/// The lines of a module.
fn indented(code: &str) -> String {
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("{INDENTATION}{line}\n"),
    };
    code.lines().map(line).collect()
}

/// The indentation of a module in a file.
const INDENTATION: &str = "    ";

/// Names that a declaration may use, with the crate of each. A name that ends in `::` is a module.
const IMPORTS: [(&str, &[&str]); 3] = [
    ("serde", &["Deserialize", "Serialize"]),
    ("serde_json", &["Map", "Value"]),
    (
        "wechatpay_client",
        &[
            "BillFile",
            "BillFiles",
            "DateTime",
            "Deserialize",
            "Download",
            "Fen",
            "Result",
            "Sensitive",
            "UploadFile",
            "pay::",
            "wechatpay_api",
        ],
    ),
];

/// Writes the `use` lines of the names that the code has.
fn write_imports(text: &mut Code, code: &str, style: Style) {
    let words = words(code);
    for (crate_name, names) in IMPORTS {
        let is_used = |name: &str| match name.strip_suffix("::") {
            Some(_) => words.iter().any(|word| word.starts_with(name)),
            None => words.contains(name),
        };
        let is_here = |name: &str| name != "Deserialize" || crate_name == style.deserialize_crate();
        let used = names.iter().filter(|name| is_used(name) && is_here(name));
        let used: Vec<_> = used.map(|name| name.trim_end_matches(':')).collect();
        text.write_use(crate_name, &used);
    }
}

/// The words of the code outside comments and paths.
fn words(code: &str) -> BTreeSet<&str> {
    let lines = code.lines().map(str::trim_start);
    // The variants of an enum are no types.
    let is_variant =
        |line: &&str| line.starts_with(|c: char| c.is_ascii_uppercase()) && line.contains(" = ");
    let lines = lines.filter(|line| !line.starts_with("///") && !is_variant(line));
    let words =
        lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':'));
    words.map(|word| word.trim_matches(':')).collect()
}
