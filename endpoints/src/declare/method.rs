//! The trait of a declaration and its method.

use std::{cmp::Ordering, fmt::Write as _};

use super::{arguments::Arguments, code::Code, docs, names, shapes::Shapes};
use crate::facts::{Facts, Location, Operation};

/// The signature scheme of brands.
const BRAND_SCHEME: &str = "WECHATPAY-BRAND-SHA256-RSA2048";

/// The note on a download whose address another response has.
const DOWNLOAD_BY_ADDRESS: &str = "Prefer `Client::download` with the `BillFile` in the response that has the token. \
    The client then uses the address in that response, and checks the hash. If that response has no hash, prefer \
    `Client::download_from` with the address.";

/// Writes the trait of one operation, and adds the structs that it needs.
pub(super) fn write_trait<'a>(
    code: &mut Code,
    operation: &'a Operation,
    trait_name: &str,
    shapes: &mut Shapes<'a>,
) {
    let arguments = Arguments::of(operation, shapes);
    let response = response(operation, shapes);
    let name = names::method(&operation.name, &operation.product);

    code.push_str("\n");
    let mut paragraphs = paragraphs(operation);
    if let Some(note) = deprecation(operation, shapes.facts) {
        paragraphs.insert(1, docs::capitalized(&note) + ".");
    }
    docs::write_paragraphs(code, "", &paragraphs);
    let attribute = attribute(operation);
    let _ = writeln!(code, "#[wechatpay_api({attribute})]");
    let _ = writeln!(code, "pub trait {trait_name} {{");
    for item in &arguments.docs {
        docs::write_item(code, "    ", item);
    }
    write_signature(code, &name, &arguments.list, &response);
    code.push_str("}\n");
}

/// Writes a method of a trait of several operations, and adds the structs that it needs.
pub(super) fn write_method<'a>(
    code: &mut Code,
    operation: &'a Operation,
    trait_name: &str,
    shapes: &mut Shapes<'a>,
) {
    let name = names::method(&operation.name, &operation.product);
    shapes.begin(operation, format!("{trait_name}::{name}"));
    let arguments = Arguments::of(operation, shapes);
    let response = response(operation, shapes);

    let mut paragraphs = paragraphs(operation);
    let place = operation.host.as_deref().unwrap_or_default();
    let place = format!("`{} {place}{}`", operation.method, operation.path);
    paragraphs.insert(paragraphs.len().min(1), place);
    docs::write_paragraphs(code, "    ", &paragraphs);
    if !arguments.docs.is_empty() {
        code.push_str("    ///\n");
    }
    for item in &arguments.docs {
        docs::write_item(code, "    ", item);
    }
    if let Some(note) = deprecation(operation, shapes.facts) {
        let _ = writeln!(code, "    #[deprecated = {note:?}]");
    }
    let _ = writeln!(code, "    #[wechatpay_api({})]", attribute(operation));
    write_signature(code, &name, &arguments.list, &response);
}

/// The paragraphs about an operation.
fn paragraphs(operation: &Operation) -> Vec<String> {
    let mut paragraphs = vec![docs::escaped(&operation.label)];
    paragraphs.extend(client(operation));
    if takes_token(operation) {
        paragraphs.push(DOWNLOAD_BY_ADDRESS.to_owned());
    }
    let pages = &operation.docs;
    let page = pages.iter().find(|page| page.starts_with("/docs/"));
    let page = page.or_else(|| pages.first());
    paragraphs.extend(page.map(|page| format!("<https://pay.weixin.qq.com{page}>")));
    paragraphs
}

/// Tests if an operation downloads a file by the token in a download address of another response.
fn takes_token(operation: &Operation) -> bool {
    let mut query = operation.params_in(Location::Query);
    operation.responds_with_file() && query.any(|field| field.name == "token")
}

/// The note why an operation was deprecated, and the operation to call.
///
/// The operation with `_v1` in its name has a successor without.
fn deprecation(operation: &Operation, facts: &Facts) -> Option<String> {
    let successor = operation.name.strip_suffix("_v1");
    let mut operations = facts.operations.iter();
    let successor = operations
        .find(|other| other.product == operation.product && Some(&*other.name) == successor);
    let note = successor.map(|other| {
        let name = names::method(&other.name, &other.product);
        format!("deprecated by WeChat Pay: call `{name}`")
    });
    let note = note.unwrap_or_else(|| "deprecated by WeChat Pay".to_owned());
    operation.deprecated.then_some(note)
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
pub(super) fn response<'a>(operation: &'a Operation, shapes: &mut Shapes<'a>) -> String {
    if operation.responds_with_file() {
        return "Download".to_owned();
    }
    match operation.response_type() {
        Some(ty) => shapes.add_response(ty),
        None => "()".to_owned(),
    }
}

/// Writes the line of the method, or its lines as rustfmt breaks them.
fn write_signature(code: &mut Code, name: &str, arguments: &[String], response: &str) {
    let head = format!("    async fn {name}");
    let tail = format!("-> Result<{response}>;");
    let one_line = format!("{head}({}) {tail}\n", arguments.join(", "));
    let lines = match one_line.trim_end().len().cmp(&code.width()) {
        Ordering::Less => one_line,
        // rustfmt leaves room for a blank and a brace.
        Ordering::Equal => format!("{head}({})\n    {tail}\n", arguments.join(", ")),
        Ordering::Greater => {
            let lines = arguments
                .iter()
                .map(|argument| format!("        {argument},\n"));
            let mut end = format!("    ) {tail}\n");
            if end.trim_end().len() > code.width() {
                end = format!("    ) -> Result<\n        {response},\n    >;\n");
            }
            format!("{head}(\n{}{end}", lines.collect::<String>())
        }
    };
    code.push_str(&lines);
}
