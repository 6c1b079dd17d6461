//! Compares a declaration with its operation in the catalogue.
//!
//! The catalogue does not come from WeChat Pay and may be wrong, so every message names the narrowest
//! opt-out: `#[unlisted]` for a parameter that the catalogue lacks, `without(…)` for a part that the
//! catalogue requires, and `unlisted` for an operation that the catalogue lacks. A missing part is a mistake
//! only if a second source confirms that the operation needs it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::Ident;

use crate::{
    args::{Args, Argument, Query},
    catalogue::{Body, Found, Operation, Parameter, find},
    distance::nearest,
    endpoint::Endpoint,
    errors::{Checked, Errors},
    flag::Flag,
    method::MethodParts,
    types::raw_prefix,
};

/// Reports where a declaration differs from its operation, and adds the options that the operation implies.
///
/// Missing parts are not reported beside other mistakes, which may be the missing parts misspelt.
pub(crate) fn check(
    endpoint: &mut Checked<Endpoint>,
    parts: &Checked<MethodParts>,
    method_name: &Ident,
    errors: &mut Errors,
) {
    let Some(operation) = find_operation(endpoint, errors) else {
        return;
    };
    let check = Check {
        endpoint,
        operation: &operation,
        args: &parts.args,
        method_name,
    };
    let surplus = errors.scope(|errors| check.surplus(errors));
    if parts.is_ok() && endpoint.is_ok() && surplus.is_ok() {
        check.missing(errors);
    }
    infer_options(endpoint, &operation);
}

/// The operation to compare with. An endpoint that the catalogue should have and lacks is reported.
fn find_operation(endpoint: &Checked<Endpoint>, errors: &mut Errors) -> Option<Operation> {
    let (method, method_ident) = (endpoint.method?, endpoint.method_ident.as_ref()?);
    let template = endpoint.path.as_ref()?;
    if is_unlisted(endpoint, &template.text, errors) {
        return None;
    }
    // A misspelt method may have been meant for any.
    let is_method = method_ident.to_string().eq_ignore_ascii_case(method);
    if !is_method || !template.is_ok() {
        return None;
    }
    let (token, problem) = match find(method, &template.text) {
        Found::Exact(operation) => return Some(operation),
        // Beside another mistake, the path may be as unfinished.
        Found::Nothing if !endpoint.is_ok() => return None,
        Found::OtherMethods(operations) => (
            method_ident.to_token_stream(),
            other_methods(&operations, method, &template.text),
        ),
        near => (template.literal.to_token_stream(), near_path(&near)),
    };
    report_unknown(endpoint, token, &problem, errors);
    None
}

/// Tests if the declaration is not compared, and reports a `without` that is therefore useless.
fn is_unlisted(endpoint: &Endpoint, path: &str, errors: &mut Errors) -> bool {
    // The catalogue has no brand-direct operations (品牌直连).
    let is_unlisted = endpoint.flags.has(Flag::Unlisted) || path.starts_with("/brand/");
    if let Some(name) = endpoint.without.first().filter(|_| is_unlisted) {
        let message = "the macro does not compare this operation with the known ones, so `without` has no effect: \
                       remove `without`";
        errors.at(name, message);
    }
    is_unlisted
}

fn other_methods(operations: &[Operation], method: &str, path: &str) -> String {
    let methods = operations
        .iter()
        .map(|operation| format!("`{}`", operation.method));
    let methods: Vec<_> = methods.collect();
    format!(
        "the HTTP method of `{path}` is {}, not `{method}`",
        methods.join(" or ")
    )
}

fn near_path(found: &Found) -> String {
    match found {
        Found::Value(value, Operation { path, .. }) => {
            format!(
                "the path contains the value `{value}`: write `{path}`, and pass the value as an \
                 argument"
            )
        }
        Found::Near(operation) => format!("no such operation; did you mean {operation}?"),
        _ => {
            "no such operation: this version of wechatpay_client does not know the path".to_owned()
        }
    }
}

fn report_unknown(endpoint: &Endpoint, token: TokenStream, problem: &str, errors: &mut Errors) {
    errors.at(
        token,
        format!(
            "{problem}\nif the operation is newer than this crate, add `unlisted`: `{endpoint}, \
             unlisted`"
        ),
    );
}

/// Adds the options that the operation has in the catalogue, unless `without(…)` names them.
fn infer_options(endpoint: &mut Endpoint, operation: &Operation) {
    let Some(method_ident) = endpoint.method_ident.clone() else {
        return;
    };
    for (flag, is_known) in [
        (Flag::Accepted, operation.accepted),
        (Flag::Global, operation.global),
    ] {
        if is_known && !endpoint.flags.has(flag) && !is_without(endpoint, flag.name()) {
            let token = TokenTree::Ident(method_ident.clone());
            endpoint.flags.insert(flag, token);
        }
    }
}

/// Tests if `without(…)` has a name.
fn is_without(endpoint: &Endpoint, name: &str) -> bool {
    endpoint.without.iter().any(|other| other == name)
}

/// A declaration and its operation.
struct Check<'a> {
    endpoint: &'a Checked<Endpoint>,
    operation: &'a Operation,
    args: &'a Args,
    method_name: &'a Ident,
}

impl Check<'_> {
    /// Reports all that is declared and that the operation does not have.
    fn surplus(&self, errors: &mut Errors) {
        self.check_without(errors);
        // If an option has a mistake, the others may change with it.
        if self.endpoint.is_ok() {
            self.surplus_options(errors);
        }
        self.surplus_query(errors);
        self.surplus_body(errors);
    }

    /// Reports all that the operation needs and that is not declared.
    fn missing(&self, errors: &mut Errors) {
        self.missing_query(errors);
        self.missing_body(errors);
        self.missing_download(errors);
    }

    fn check_without(&self, errors: &mut Errors) {
        let mut names = vec!["accepted", "body", "download", "global", "upload"];
        names.extend(self.query_names());
        let without = &self.endpoint.without;
        for (index, ident) in without.iter().enumerate() {
            let name = ident.to_string();
            if without.iter().take(index).any(|other| other == ident) {
                errors.at(
                    ident,
                    format!("duplicate name `{name}` in `without`: remove one"),
                );
            } else if !names.contains(&&*name) {
                errors.at(ident, self.unknown_without(&name, &names));
            } else if self.declares(&name) {
                errors.at(
                    ident,
                    format!("`{name}` is both declared and in `without`: remove one"),
                );
            }
        }
    }

    fn unknown_without(&self, name: &str, names: &[&str]) -> String {
        let similar = nearest(name, names.iter().copied());
        let hint = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("remove `{name}`"),
        };
        let operation = self.operation;
        format!("`without` names `{name}`, which {operation} does not have: {hint}")
    }

    /// Tests if the declaration has a part that `without` can name.
    fn declares(&self, name: &str) -> bool {
        match Flag::named(name) {
            Some(flag) => self.endpoint.flags.has(flag),
            None if name == "body" => self.args.body.is_some(),
            None => self.declares_query(name),
        }
    }

    fn declares_query(&self, name: &str) -> bool {
        self.args.values().any(|argument| argument.name == name)
    }

    fn query_names(&self) -> impl Iterator<Item = &'static str> {
        self.operation.query.iter().map(|parameter| parameter.name)
    }

    /// Reports options that the operation does not have. `unsigned` would turn off its verification.
    fn surplus_options(&self, errors: &mut Errors) {
        let (endpoint, operation) = (self.endpoint, self.operation);
        let is_upload = operation.body == Body::Upload;
        for (flag, is_known, problem) in [
            (Flag::Upload, is_upload, "takes no file"),
            (
                Flag::Download,
                operation.file,
                "does not respond with a file",
            ),
            (Flag::Unsigned, operation.file, "has a signed response"),
        ] {
            if let Some(token) = endpoint.flags.get(flag).filter(|_| !is_known) {
                let name = flag.name();
                errors.at(
                    token,
                    format!(
                        "{operation} {problem}: remove `{name}`\nif this has changed, add \
                         `unlisted`: `{endpoint}, unlisted`"
                    ),
                );
            }
        }
    }

    fn surplus_query(&self, errors: &mut Errors) {
        for argument in self.args.values().filter(|argument| !argument.unlisted) {
            let Argument { name, ident, .. } = argument;
            if self.query_names().any(|known| known == name) {
                continue;
            }
            let hint = self.query_hint(argument);
            let attribute = if *ident == name {
                "#[query]".to_owned()
            } else {
                format!("#[query = \"{name}\"]")
            };
            errors.at(
                ident,
                format!(
                    "{} has no query parameter `{name}`{hint}\nif the parameter is newer than this \
                     crate, mark it with `#[unlisted]`: `{attribute} #[unlisted] {ident}`",
                    self.operation
                ),
            );
        }
    }

    fn query_hint(&self, argument: &Argument) -> String {
        let undeclared = self.query_names().filter(|name| !self.declares_query(name));
        if let Some(similar) = nearest(&argument.name, undeclared) {
            format!("; did you mean `{similar}`?")
        } else if argument.ident == "query" {
            "; a struct of query parameters is named `query`, without `#[query]`".to_owned()
        } else {
            self.known_query()
        }
    }

    fn known_query(&self) -> String {
        let names = self.query_names().map(|name| format!("`{name}`"));
        match &*names.collect::<Vec<_>>() {
            [] => String::new(),
            [only] => format!("; its only query parameter is {only}"),
            several => {
                let names = several.join(", ");
                format!(
                    "; its query parameters are {names}; a struct of query parameters is named \
                     `query`, without `#[query]`"
                )
            }
        }
    }

    fn surplus_body(&self, errors: &mut Errors) {
        let body = self.args.body.as_ref().filter(|body| !body.unlisted);
        if let (Some(body), Body::None) = (body, self.operation.body) {
            errors.at(
                &body.ident,
                format!(
                    "{} takes no body: remove `body`\nif this has changed, mark the body with `#[unlisted]`: \
                     `#[unlisted] body`",
                    self.operation
                ),
            );
        }
    }

    fn missing_query(&self, errors: &mut Errors) {
        let is_struct = |query: &Query| matches!(query, Query::Struct(_));
        if self.args.query.iter().any(is_struct) {
            // A macro cannot see the fields of the struct.
            return;
        }
        let required = |parameter: &&Parameter| parameter.required;
        for parameter in self.operation.query.iter().filter(required) {
            let name = parameter.name;
            if !self.declares_query(name) {
                let (raw_prefix, method_name) = (raw_prefix(name), self.method_name);
                let problem = format!(
                    "needs the query parameter `{name}`: add `#[query] {raw_prefix}{name}: &str` to \
                     the method `{method_name}`"
                );
                self.report_missing(name, &problem, errors);
            }
        }
    }

    fn missing_body(&self, errors: &mut Errors) {
        if self.endpoint.flags.has(Flag::Upload) {
            return;
        }
        let method_name = self.method_name;
        if self.operation.body == Body::Required && self.args.body.is_none() {
            let problem = format!("needs a body: add `body: &…` to the method `{method_name}`");
            self.report_missing("body", &problem, errors);
        }
        if self.operation.body == Body::Upload && self.operation.file_confirmed {
            let problem = format!(
                "takes a file: add the option `upload`, and `file: &wechatpay_client::UploadFile` to \
                 the method `{method_name}`"
            );
            self.report_missing("upload", &problem, errors);
        }
    }

    fn missing_download(&self, errors: &mut Errors) {
        let is_download = self.operation.file && self.operation.file_confirmed;
        if is_download && !self.endpoint.flags.has(Flag::Download) {
            let problem =
                "responds with a file: add the option `download`, and return `Result<Download>`";
            self.report_missing("download", problem, errors);
        }
    }

    /// Reports a missing part, unless `without(…)` names it.
    fn report_missing(&self, name: &str, problem: &str, errors: &mut Errors) {
        let (endpoint, operation) = (self.endpoint, self.operation);
        if !is_without(endpoint, name) {
            errors.at(
                self.method_name,
                format!(
                    "{operation} {problem}\nif this is wrong, write `{endpoint}, \
                     without({name})`"
                ),
            );
        }
    }
}
