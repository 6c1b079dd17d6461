//! The facts of one operation that the macro checks.

use std::fmt::{self, Display};

use wechatpay_endpoints::facts::{Facts, Field, Location, Operation, Type, Witnesses};

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
        let in_place = |location| operation.params_in(location);
        let path = in_place(Location::Path).filter_map(|field| {
            let value = value(field);
            (!value.is_empty()).then(|| format!("{{{}}}{value}", field.name))
        });
        let query = in_place(Location::Query).map(|field| {
            (
                field.name.clone(),
                format!("{}{}", field.name, value(field)),
            )
        });
        // The client sends the other headers by itself.
        let headers = in_place(Location::Header).filter(|field| field.name == "Idempotency-Key");
        let mut line = Self {
            operation: operation.to_string(),
            words: Vec::new(),
            path: path.collect(),
            query: query.collect(),
            headers: headers.map(|field| format!("{}!", field.name)).collect(),
            sensitive: sensitive_pointers(operation, facts),
        };
        line.words.extend(request_word(operation, facts));
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

/// The kind of a value and its flags, as far as the witnesses confirm them.
fn value(field: &Field) -> String {
    let confirmed = field.witnesses.confirm();
    let kind = match &field.ty {
        _ if !confirmed => "",
        Type::Int => ":int",
        Type::Bool => ":bool",
        Type::Array(_) => ":list",
        Type::String => ":text",
        // The values of an enum may be of any kind.
        _ => "",
    };
    // A placeholder is always required.
    let required = if field.required && field.witnesses.confirm_required() {
        "!"
    } else {
        ""
    };
    let sensitive = if field.sensitive { "*" } else { "" };
    format!("{kind}{required}{sensitive}")
}

fn request_word(operation: &Operation, facts: &Facts) -> Option<&'static str> {
    let seen = operation.seen;
    if operation.upload {
        return Some(if seen.confirm() { "upload!" } else { "upload" });
    }
    let request = operation.request.as_ref()?;
    let members = facts
        .members(&operation.product, request)
        .unwrap_or_default();
    let witnesses = members.iter().map(|member| member.witnesses);
    let witnesses = witnesses.fold(Witnesses::default(), Witnesses::and);
    // An official witness that has the operation without a body denies the body.
    let is_confirmed = seen.confirm() && witnesses.confirm() && seen.are_official_in(witnesses);
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
