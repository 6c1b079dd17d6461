//! Checks one operation, whichever file of the facts it comes from.

use wechatpay_endpoints::facts::{Facts, Location, Operation, ResponseBody, Type};

use crate::{
    Result,
    names::{is_snake_case, twice},
};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

pub(crate) const ROOTS: [&str; 4] = ["/v3/", "/hk/v3/", "/global/v3/", "/brand/"];

/// The hosts beside `api.mch.weixin.qq.com`.
const HOSTS: [&str; 1] = ["apihk.mch.weixin.qq.com"];

/// The signature scheme of brands.
pub(crate) const BRAND_SCHEME: &str = "WECHATPAY-BRAND-SHA256-RSA2048";

/// Words that Rust takes for no name of an argument, not even with `r#`.
const NEVER_NAMES: [&str; 3] = ["crate", "self", "super"];

/// Arguments with a meaning of their own in a declaration.
const ARGUMENTS: [&str; 3] = ["body", "file", "query"];

pub(crate) fn check(operation: &Operation) -> Result<()> {
    check_word("method", &operation.method, &METHODS)?;
    check_params(operation, &placeholders(&operation.path)?)?;
    check_bodies(operation)?;
    for (key, name) in [("name", &operation.name), ("product", &operation.product)] {
        if !is_snake_case(name) {
            return Err(format!("the {key} `{name}` is not in snake_case").into());
        }
    }
    if let Some(host) = &operation.host {
        check_word("host", host, &HOSTS)?;
    }
    if let Some(scheme) = &operation.scheme {
        check_word("scheme", scheme, &[BRAND_SCHEME])?;
    }
    if let Some(source) = &operation.source {
        check_word("source", source, &["go", "site"])?;
    }
    for part in &operation.sensitive {
        check_word(
            "part in `sensitive`",
            part,
            &["request", "response", "serial_header"],
        )?;
    }
    match operation.docs.iter().find(|page| !is_page(page)) {
        Some(page) => Err(format!(
            "the page `{page}` is no path: write what follows `https://pay.weixin.qq.com`"
        )
        .into()),
        None => Ok(()),
    }
}

/// Adds an operation. Fails if the facts have the same operation, or another one of this name.
pub(crate) fn add(
    facts: &mut Facts,
    operation: Operation,
    are_same: impl Fn(&Operation, &Operation) -> bool,
) -> Result<()> {
    let has_name =
        |known: &Operation| known.product == operation.product && known.name == operation.name;
    for known in &facts.operations {
        let name = format_args!("{}.{}", known.product, known.name);
        if are_same(known, &operation) {
            return Err(format!("the facts have this operation already, as {name}").into());
        }
        if has_name(known) {
            return Err(
                format!("{known} has the name {name} already: choose another `name`").into(),
            );
        }
    }
    facts.operations.push(operation);
    Ok(())
}

/// Tests if a text is the path of a page on `pay.weixin.qq.com`.
fn is_page(page: &str) -> bool {
    page.starts_with('/') && !page.starts_with("//") && !page.contains(char::is_whitespace)
}

fn check_word(what: &str, word: &str, known: &[&str]) -> Result<()> {
    if known.contains(&word) {
        return Ok(());
    }
    let known = known.join("`, `");
    Err(format!("the {what} `{word}` is not known: write one of `{known}`").into())
}

/// The placeholders of a well-formed path.
pub(crate) fn placeholders(path: &str) -> Result<Vec<&str>> {
    let Some(rest) = ROOTS.iter().find_map(|root| path.strip_prefix(root)) else {
        return Err(format!("the path begins with none of `{}`", ROOTS.join("`, `")).into());
    };
    if path.contains(['?', '#']) {
        return Err("the path has a query or a fragment: list query parameters in `params`".into());
    }
    let mut placeholders = Vec::new();
    // Some paths end in `/`, as the server requires.
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    for segment in rest.split('/') {
        let Some(name) = placeholder(segment)? else {
            check_segment(segment)?;
            continue;
        };
        if placeholders.contains(&name) {
            return Err(format!("the path has `{{{name}}}` twice").into());
        }
        placeholders.push(name);
    }
    Ok(placeholders)
}

/// The name of the placeholder that a segment is.
fn placeholder(segment: &str) -> Result<Option<&str>> {
    if !segment.contains(['{', '}']) {
        return Ok(None);
    }
    let name = segment.strip_prefix('{');
    let name = name.and_then(|name| name.strip_suffix('}'));
    let name = name.filter(|name| !name.contains(['{', '}']));
    let name = name.ok_or_else(|| {
        format!("the segment `{segment}` is not a whole placeholder: write `{{snake_case}}`")
    })?;
    if !is_snake_case(name) {
        return Err(format!("the placeholder `{{{name}}}` is not in snake_case").into());
    }
    if NEVER_NAMES.contains(&name) {
        return Err(
            format!("the placeholder `{{{name}}}` cannot be the name of an argument").into(),
        );
    }
    Ok(Some(name))
}

fn check_segment(segment: &str) -> Result<()> {
    let is_allowed =
        |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.' | '~');
    if let Some(letter) = segment.chars().find(|letter| !is_allowed(letter)) {
        let code = u32::from(letter);
        return Err(format!(
            "the path has the character `{}` (U+{code:04X}): write letters, digits, `-`, `_`, `.` and `~`",
            letter.escape_debug()
        )
        .into());
    }
    match segment {
        "" => Err("the path has an empty segment".into()),
        "." | ".." => Err(format!("the path has the segment `{segment}`").into()),
        _ => Ok(()),
    }
}

fn check_params(operation: &Operation, placeholders: &[&str]) -> Result<()> {
    for parameter in &operation.params {
        let name = &parameter.field.name;
        check_parameter_name(parameter.location, name)?;
        if !is_parameter_type(parameter.location, &parameter.field.ty) {
            let ty = &parameter.field.ty;
            return Err(format!(
                "the type of the parameter `{name}` is `{ty}`: write one that is a text, such as `string` or `int`"
            )
            .into());
        }
        if parameter.location != Location::Path {
            continue;
        }
        if !placeholders.contains(&&**name) {
            return Err(format!("the path parameter `{name}` is not in the path").into());
        }
        if !parameter.field.required {
            return Err(format!(
                "the path parameter `{name}` is not required: write `\"required\": true`"
            )
            .into());
        }
    }
    let names = operation.params.iter().map(|parameter| {
        let is_header = parameter.location == Location::Header;
        (is_header, &*parameter.field.name)
    });
    if let Some((_, name)) = twice(names) {
        return Err(format!("the parameter `{name}` is there twice").into());
    }
    let has = |name: &str| {
        let mut path = operation.params_in(Location::Path);
        path.any(|field| field.name == name)
    };
    match placeholders.iter().find(|name| !has(name)) {
        Some(name) => Err(format!("`{{{name}}}` of the path is not in `params`").into()),
        None => Ok(()),
    }
}

fn check_parameter_name(location: Location, name: &str) -> Result<()> {
    let is_header_letter = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    let is_well_formed = match location {
        Location::Header => !name.is_empty() && name.bytes().all(is_header_letter),
        _ => is_snake_case(name),
    };
    if !is_well_formed {
        return Err(format!("the name of the parameter `{name}` is not well-formed").into());
    }
    if location != Location::Header && ARGUMENTS.contains(&name) {
        return Err(format!(
            "the parameter `{name}` has the name of an argument: a declaration cannot tell them apart"
        )
        .into());
    }
    Ok(())
}

/// Tests if a value of the type is one text, or in the query a list of texts.
fn is_parameter_type(location: Location, ty: &Type) -> bool {
    match ty {
        Type::String | Type::Int | Type::Number | Type::Bool | Type::Enum(_) => true,
        Type::Json(content) => *content.innermost() != Type::File,
        // The items of a list are no lists, as in the path.
        Type::Array(item) => location == Location::Query && is_parameter_type(Location::Path, item),
        _ => false,
    }
}

fn check_bodies(operation: &Operation) -> Result<()> {
    if operation.method == "GET" && operation.request.is_some() {
        return Err("a GET has no `request`: list its parameters in `params`".into());
    }
    if operation.upload && operation.request.is_none() {
        return Err("an upload has a `request`: write the type of the form".into());
    }
    if operation.responses.is_empty() {
        return Err("`responses` is empty: write the response of success".into());
    }
    let mut responses = operation.responses.iter();
    if let Some(response) = responses.find(|response| !(200..300).contains(&response.status)) {
        let status = response.status;
        return Err(format!("the status {status} is no success").into());
    }
    let response = operation
        .responses
        .iter()
        .filter_map(|response| match &response.body {
            ResponseBody::Json(ty) => Some(("response", ty)),
            _ => None,
        });
    let request = operation.request.iter().map(|ty| ("request", ty));
    let is_object = |ty: &Type| matches!(ty, Type::Object | Type::Any | Type::Schema(_));
    match request.chain(response).find(|(_, ty)| !is_object(ty)) {
        Some((place, ty)) => Err(format!(
            "the {place} is `{ty}`: write `object`, `any` or a schema as `ref:Name`"
        )
        .into()),
        None => Ok(()),
    }
}
