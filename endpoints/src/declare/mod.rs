//! Declarations in Rust, written from the facts.
//!
//! [`declaration`] writes what a user of `wechatpay-client` would write by hand for one operation: the trait with its
//! attribute, and the types of the request and the response, in a module of their own.

mod arguments;
mod docs;
mod method;
mod names;
mod shapes;
mod structs;
#[cfg(test)]
mod tests;
mod values;

use std::collections::BTreeSet;

use crate::facts::{Facts, Operation};
use names::TypeNames;
use shapes::Shapes;

/// The declaration of an operation: a module in Rust, formatted as rustfmt does.
///
/// The module has the [full name](Operation::full_name) of the operation. Declarations of several operations therefore
/// go into one file, each once.
///
/// A member or parameter is optional unless the facts call it required. The [witnesses](crate::facts::Witnesses) can
/// only make more of them optional:
///
/// - in a request, if one of them calls it optional;
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
    let mut names = TypeNames::new(&operation.product);
    let trait_name = names.add(&names::pascal(&operation.name));
    let mut shapes = Shapes::new(facts, operation, &trait_name, names);
    let mut text = String::new();
    method::write(&mut text, operation, &trait_name, &mut shapes);
    for declared in shapes.structs() {
        structs::write(&mut text, &declared);
    }
    let module = names::snake(&operation.full_name());
    format!(
        "pub mod {module} {{\n{}}}\n",
        indented(&(imports(&text) + &text))
    )
}

/// The lines of a module.
fn indented(code: &str) -> String {
    let line = |line: &str| match line {
        "" => "\n".to_owned(),
        line => format!("    {line}\n"),
    };
    code.lines().map(line).collect()
}

/// Names that a declaration may use, with the crate of each.
const IMPORTS: [(&str, &[&str]); 3] = [
    ("serde", &["Deserialize", "Serialize"]),
    ("serde_json", &["Map", "Value"]),
    (
        "wechatpay_client",
        &[
            "BillFile",
            "BillFiles",
            "Download",
            "Result",
            "Sensitive",
            "UploadFile",
            "wechatpay_api",
        ],
    ),
];

/// The `use` lines of the names that the code has.
fn imports(code: &str) -> String {
    let lines = code.lines().map(str::trim_start);
    let words: BTreeSet<_> = lines
        .filter(|line| !line.starts_with("///"))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect();
    let mut text = String::new();
    for (crate_name, names) in IMPORTS {
        let used = names.iter().filter(|name| words.contains(**name));
        let used: Vec<_> = used.copied().collect();
        match &*used {
            [] => {}
            [name] => text += &format!("use {crate_name}::{name};\n"),
            names => text += &format!("use {crate_name}::{{{}}};\n", names.join(", ")),
        }
    }
    text
}
