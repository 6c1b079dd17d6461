//! The expectations of the test of each typed operation: the request as it arrives, the response, and its members.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value};
use wechatpay_endpoints::{
    declare::Module,
    facts::{Example, Facts, Field, Location, Operation, ResponseBody, Type},
};

use crate::Result;

/// The expectations of the test of an operation. A path is like `amount.total` or `items[2].name`.
#[derive(Serialize)]
struct Case<'a> {
    /// `METHOD /path`.
    operation: String,
    /// The client that the operation needs.
    client: &'static str,
    path: BTreeMap<&'a str, Vec<String>>,
    query: BTreeMap<&'a str, Vec<String>>,
    headers: BTreeMap<&'a str, Vec<String>>,
    /// Parameters that arrive encrypted.
    encrypted_parameters: Vec<&'a str>,
    /// The body, or the `meta` of a form.
    request: Option<Value>,
    /// Members of the request that arrive encrypted.
    encrypted: Vec<String>,
    /// The texts of a form.
    texts: BTreeMap<&'a str, String>,
    status: u16,
    is_file: bool,
    is_signed: bool,
    response: Option<&'a Value>,
    #[serde(flatten)]
    members: Members,
}

/// The members of a response by their paths.
#[derive(Default, Serialize)]
struct Members {
    /// Never absent: without the member, the response does not decode.
    plain: Vec<String>,
    optional: Vec<String>,
    /// Values of enums, which may be any text.
    enums: Vec<String>,
    /// Sent encrypted.
    sensitive: Vec<String>,
}

/// The cases of all families: a file of JSON lines for each.
pub(crate) fn files(facts: &Facts) -> Result<Vec<Module>> {
    let mut files = Vec::new();
    for family in &facts.families {
        let mut text = String::new();
        for product in &family.products {
            let operations = facts.operations.iter();
            let names = product
                .traits
                .iter()
                .flat_map(|declared| &declared.operations);
            let names: Vec<_> = names.collect();
            for operation in operations.filter(|operation| {
                operation.product == product.name && names.contains(&&operation.name)
            }) {
                let example = facts.example(operation);
                let example = example.ok_or_else(|| format!("{operation}: no example"))?;
                text += &serde_json::to_string(&case(facts, operation, example))?;
                text.push('\n');
            }
        }
        files.push(Module::new(format!("cases/{}.jsonl", family.name), text));
    }
    Ok(files)
}

fn case<'a>(facts: &'a Facts, operation: &'a Operation, example: &'a Example) -> Case<'a> {
    let product = &operation.product;
    let mut encrypted = Vec::new();
    let mut texts = BTreeMap::new();
    let mut request = example.request.clone();
    let mut ty = operation.request.as_ref();
    if let (true, Some(form)) = (operation.upload, ty) {
        let parts = facts.members(product, form).unwrap_or_default();
        let value = |name: &str| example.request.as_ref()?.get(name);
        for part in parts {
            match (&part.ty, value(&part.name)) {
                (Type::Json(meta), Some(Value::String(text))) if part.name == "meta" => {
                    ty = Some(meta);
                    request = serde_json::from_str(text).ok();
                }
                (Type::File, _) | (_, None) => {}
                (_, Some(value)) => drop(texts.insert(&*part.name, text(value))),
            }
        }
    }
    if let (Some(ty), Some(request)) = (ty, &request) {
        visit(facts, product, ty, request, "", &mut |field, path, _| {
            if field.sensitive {
                encrypted.push(path.to_owned());
            }
        });
    }
    let response = operation.responses.first();
    let parameters = operation.params.iter().map(|parameter| &parameter.field);
    Case {
        operation: operation.to_string(),
        client: match (&operation.host, &operation.scheme) {
            (Some(_), _) => "global",
            (None, Some(_)) => "brand",
            (None, None) => "merchant",
        },
        path: values(operation, Location::Path, &example.path),
        query: values(operation, Location::Query, &example.query),
        headers: values(operation, Location::Header, &example.header),
        encrypted_parameters: parameters
            .filter(|field| field.sensitive)
            .map(|field| &*field.name)
            .collect(),
        request,
        encrypted,
        texts,
        status: response.map_or(200, |response| response.status),
        is_file: response.is_some_and(|response| response.body == ResponseBody::File),
        is_signed: !operation.unsigned_response && !operation.responds_with_file(),
        response: example.response.as_ref(),
        members: members(facts, operation, example),
    }
}

/// The texts of the parameters in one place. The client writes some headers by itself.
fn values<'a>(
    operation: &'a Operation,
    location: Location,
    values: &Map<String, Value>,
) -> BTreeMap<&'a str, Vec<String>> {
    let fields = operation.params_in(location);
    let fields =
        fields.filter(|field| location != Location::Header || !field.is_written_by_client());
    let pairs = fields.filter_map(|field| {
        let texts = match values.get(&field.name)? {
            Value::Array(items) => items.iter().map(text).collect(),
            value => vec![text(value)],
        };
        Some((&*field.name, texts))
    });
    pairs.collect()
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn members(facts: &Facts, operation: &Operation, example: &Example) -> Members {
    let mut members = Members::default();
    let (Some(ty), Some(response)) = (operation.response_type(), &example.response) else {
        return members;
    };
    let fields = facts.members(&operation.product, ty).unwrap_or_default();
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    // A type of the client, with tests of its own.
    let is_bill = BILL.iter().all(|name| has(name)) && fields.len() == BILL.len();
    if is_bill || has("download_bill_list") {
        return members;
    }
    visit(
        facts,
        &operation.product,
        ty,
        response,
        "",
        &mut |field, path, value| {
            add(&mut members, facts, operation, field, path, value);
        },
    );
    members
}

/// The members that describe a file to download.
const BILL: [&str; 3] = ["download_url", "hash_type", "hash_value"];

fn add(
    members: &mut Members,
    facts: &Facts,
    operation: &Operation,
    field: &Field,
    path: &str,
    value: &Value,
) {
    if field.sensitive {
        members.sensitive.push(path.to_owned());
    }
    let is_text = |name: &String| {
        let types = facts.products.get(&operation.product);
        let listed = types.and_then(|types| types.enums.get(name));
        listed.is_some_and(|listed| listed.ty == Type::String)
    };
    if matches!(field.ty.innermost(), Type::Enum(name) if is_text(name)) {
        match value {
            Value::Array(items) => {
                let paths = (0..items.len()).map(|index| format!("{path}[{index}]"));
                members.enums.extend(paths);
            }
            _ => members.enums.push(path.to_owned()),
        }
    }
    // The file in a receipt is one member, with a type of the client.
    if BILL.contains(&&*field.name) {
        return;
    }
    match field.is_promised() {
        true => members.plain.push(path.to_owned()),
        false => members.optional.push(path.to_owned()),
    }
}

/// Calls `visitor` for each member of a value, with the path of the member.
fn visit(
    facts: &Facts,
    product: &str,
    ty: &Type,
    value: &Value,
    path: &str,
    visitor: &mut dyn FnMut(&Field, &str, &Value),
) {
    match (ty, value) {
        (Type::Array(item), Value::Array(values)) => {
            for (index, value) in values.iter().enumerate() {
                visit(
                    facts,
                    product,
                    item,
                    value,
                    &format!("{path}[{index}]"),
                    visitor,
                );
            }
        }
        (Type::Schema(_), Value::Object(object)) => {
            for field in facts.members(product, ty).unwrap_or_default() {
                if let Some(value) = object.get(&field.name) {
                    let dot = if path.is_empty() { "" } else { "." };
                    let path = format!("{path}{dot}{}", field.name);
                    visitor(field, &path, value);
                    visit(facts, product, &field.ty, value, &path, visitor);
                }
            }
        }
        _ => {}
    }
}
