//! The facts of one operation that the macro checks.

use std::fmt::{self, Display};

use serde_json::Value;
use wechatpay_endpoints::facts::{Enum, Facts, Field, Location, Operation, Type, Types};

use super::sensitive::sensitive_pointers;
use crate::Result;

/// The line of one operation. The words are explained in `macros/src/catalogue/mod.rs`.
pub(crate) struct Line {
    operation: String,
    /// `body`, `202` and the like.
    words: Vec<&'static str>,
    /// `{id}:int` and the like, only if they say more than the path.
    path: Vec<String>,
    /// The query parameters in the order of the facts: the name, and the word without `?`.
    query: Vec<(String, String)>,
    /// The headers that the operation needs.
    headers: Vec<String>,
    /// The pointers of the members of the body that go encrypted.
    sensitive: Vec<String>,
}

impl Line {
    pub(super) fn new(operation: &Operation, facts: &Facts) -> Self {
        let is_confirmed = operation.seen.confirm();
        let types = facts.products.get(&operation.product);
        let mut line = Self {
            operation: operation.to_string(),
            words: Vec::new(),
            path: placeholders(operation, types),
            query: query(operation, types),
            headers: headers(operation),
            sensitive: sensitive_pointers(operation, facts),
        };
        line.words.extend(request_word(operation));
        line.words
            .extend(response_word(operation, facts, is_confirmed));
        if operation
            .responses
            .iter()
            .any(|response| response.status == 202)
        {
            line.words.push("202");
        }
        if operation.host.is_some() {
            line.words.push("global");
        }
        line
    }

    /// The names of the query parameters.
    pub(crate) fn query_names(&self) -> impl Iterator<Item = &str> {
        self.query.iter().map(|(name, _)| &**name)
    }

    /// Each operation is one line: two descriptions of it must agree.
    pub(super) fn unite(&self, other: &Self) -> Result<()> {
        let same = self.words == other.words
            && self.query == other.query
            && self.headers == other.headers
            && self.sensitive == other.sensitive;
        if same {
            return Ok(());
        }
        Err(format!("{self}\n{other}\nare one operation with two descriptions").into())
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.operation)?;
        for word in &self.words {
            write!(f, " {word}")?;
        }
        for word in &self.path {
            write!(f, " {word}")?;
        }
        for (_, word) in &self.query {
            write!(f, " ?{word}")?;
        }
        for word in &self.headers {
            write!(f, " @{word}")?;
        }
        for pointer in &self.sensitive {
            write!(f, " ${pointer}")?;
        }
        Ok(())
    }
}

fn placeholders(operation: &Operation, types: Option<&Types>) -> Vec<String> {
    let words = operation.params_in(Location::Path).filter_map(|field| {
        let value = value(field, types);
        (!value.is_empty()).then(|| format!("{{{}}}{value}", field.name))
    });
    words.collect()
}

/// The names and the words of the query parameters.
fn query(operation: &Operation, types: Option<&Types>) -> Vec<(String, String)> {
    let words = operation.params_in(Location::Query).map(|field| {
        let word = format!("{}{}", field.name, value(field, types));
        (field.name.clone(), word)
    });
    words.collect()
}

/// The headers of the operation, without those that the client sends by itself.
fn headers(operation: &Operation) -> Vec<String> {
    let headers = operation.params_in(Location::Header);
    let words = headers
        .filter(|field| field.name == "Idempotency-Key")
        .map(|field| {
            let is_required = field.required && field.witnesses.confirm_required();
            let required = if is_required { "!" } else { "" };
            format!("{}{required}", field.name)
        });
    words.collect()
}

/// The kind of a value and its flags, as far as the witnesses confirm them.
fn value(field: &Field, types: Option<&Types>) -> String {
    let kind = if field.witnesses.confirm() {
        kind(field, types)
    } else {
        ""
    };
    let is_required = field.required && field.witnesses.confirm_required();
    let required = if is_required { "!" } else { "" };
    let sensitive = if field.sensitive { "*" } else { "" };
    format!("{kind}{required}{sensitive}")
}

fn kind(field: &Field, types: Option<&Types>) -> &'static str {
    let (ty, examples) = match &field.ty {
        Type::Enum(name) => match types.and_then(|types| types.enums.get(name)) {
            Some(Enum { ty, values, .. }) => (ty, &**values),
            None => return "",
        },
        ty => (ty, field.example.as_slice()),
    };
    let is_number = |example: &Value| {
        let text = example.as_str().unwrap_or_default();
        text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match ty {
        Type::Int => ":int",
        Type::Bool => ":bool",
        Type::Array(_) => ":list",
        // Numbers of merchants and the like: a user may keep them as integers.
        Type::String if examples.iter().all(is_number) => ":digits",
        Type::String => ":text",
        _ => "",
    }
}

fn request_word(operation: &Operation) -> Option<&'static str> {
    let Operation {
        seen, has_request, ..
    } = operation;
    if operation.upload {
        return Some(if seen.confirm() { "upload!" } else { "upload" });
    }
    operation.request.as_ref()?;
    // An official witness that has the operation without a body denies the body.
    let is_confirmed =
        seen.confirm() && has_request.confirm() && seen.are_official_in(*has_request);
    Some(if is_confirmed { "body!" } else { "body" })
}

fn response_word(operation: &Operation, facts: &Facts, is_confirmed: bool) -> Option<&'static str> {
    if operation.responds_with_file() {
        return Some(if is_confirmed { "file!" } else { "file" });
    }
    // Without a response, nothing is known of it.
    operation.responses.first()?;
    let Some(ty) = operation.response_type() else {
        return Some(if operation.empty_response.confirm() {
            "empty!"
        } else {
            "empty"
        });
    };
    let members = facts.members(&operation.product, ty)?;
    let has = |name: &str| members.iter().any(|member| member.name == name);
    if has("download_url") && has("hash_value") {
        Some("bill")
    } else if has("download_bill_list") {
        Some("bills")
    } else {
        None
    }
}
