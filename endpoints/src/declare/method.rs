//! The trait of a declaration and its method.

use std::{cmp::Ordering, fmt::Write as _};

use super::{
    arguments::Arguments,
    docs::{self, WIDTH},
    names,
    shapes::Shapes,
};
use crate::facts::Operation;

/// The signature scheme of brands.
const BRAND_SCHEME: &str = "WECHATPAY-BRAND-SHA256-RSA2048";

/// Writes the trait, and adds the structs that it needs.
pub(super) fn write<'a>(
    text: &mut String,
    operation: &'a Operation,
    trait_name: &'a str,
    shapes: &mut Shapes<'a>,
) {
    let arguments = Arguments::of(operation, shapes);
    let response = response(operation, shapes);
    let name = names::method(&operation.name, &operation.product);

    text.push('\n');
    write_docs(text, operation);
    let attribute = attribute(operation);
    let _ = writeln!(text, "#[wechatpay_api({attribute})]");
    let _ = writeln!(text, "pub trait {trait_name} {{");
    for item in &arguments.docs {
        docs::write_item(text, "    ", item);
    }
    text.push_str(&signature(&name, &arguments.list, &response));
    text.push_str("}\n");
}

fn write_docs(text: &mut String, operation: &Operation) {
    let mut paragraphs = vec![docs::escaped(&operation.label)];
    if operation.deprecated {
        paragraphs.push("Deprecated: WeChat Pay advises another operation.".to_owned());
    }
    paragraphs.extend(client(operation));
    let pages = &operation.docs;
    let page = pages.iter().find(|page| page.starts_with("/docs/"));
    let page = page.or_else(|| pages.first());
    paragraphs.extend(page.map(|page| format!("<https://pay.weixin.qq.com{page}>")));
    docs::write_all(text, &paragraphs);
}

/// The client that an operation needs, if that is not the usual one.
fn client(operation: &Operation) -> Option<String> {
    if operation.scheme.as_deref() == Some(BRAND_SCHEME) {
        return Some(format!(
            "Signed by a brand (品牌直连) with `{BRAND_SCHEME}`: make the client with `Merchant::brand`."
        ));
    }
    let host = operation.host.as_deref()?;
    Some(format!(
        "Sent to `{}`: make the client with `ClientBuilder::global`.",
        docs::escaped(host)
    ))
}

/// The words inside `#[wechatpay_api(…)]`.
fn attribute(operation: &Operation) -> String {
    let is_get = operation.method == "GET";
    let is_file = operation.responds_with_file();
    let mut responses = operation.responses.iter();
    let options = [
        ("upload", operation.upload),
        ("download", is_file && is_get),
        (
            "unsigned",
            operation.unsigned_response && !is_file && is_get,
        ),
        ("accepted", responses.any(|response| response.status == 202)),
        ("global", operation.host.is_some()),
    ];
    let mut attribute = format!("{} {:?}", operation.method, operation.path);
    for (option, _) in options.iter().filter(|(_, is_set)| *is_set) {
        attribute.push_str(", ");
        attribute.push_str(option);
    }
    attribute
}

/// The type inside the `Result`.
fn response<'a>(operation: &'a Operation, shapes: &mut Shapes<'a>) -> String {
    if operation.responds_with_file() {
        return "Download".to_owned();
    }
    match operation.response_type() {
        Some(ty) => shapes.add_response(ty),
        None => "()".to_owned(),
    }
}

/// The line of the method, or its lines as rustfmt breaks them.
fn signature(name: &str, arguments: &[String], response: &str) -> String {
    let head = format!("    async fn {name}");
    let tail = format!("-> Result<{response}>;");
    let one_line = format!("{head}({}) {tail}\n", arguments.join(", "));
    match one_line.trim_end().len().cmp(&WIDTH) {
        Ordering::Less => one_line,
        // rustfmt leaves room for a blank and a brace.
        Ordering::Equal => format!("{head}({})\n    {tail}\n", arguments.join(", ")),
        Ordering::Greater => {
            let lines = arguments
                .iter()
                .map(|argument| format!("        {argument},\n"));
            format!("{head}(\n{}    ) {tail}\n", lines.collect::<String>())
        }
    }
}
