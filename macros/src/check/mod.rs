//! Compares a declaration with its operation in the catalogue.
//!
//! The catalogue does not come from WeChat Pay and may be wrong, so every message names the narrowest
//! opt-out: `#[unlisted]` for a parameter that the catalogue lacks, `without(…)` for a part that the
//! catalogue requires, and `unlisted` for an operation that the catalogue lacks. A missing part is a mistake
//! only if a second source confirms that the operation needs it.

mod body;
mod headers;
mod options;
mod placeholders;
mod query;
mod response;
mod value;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Ident, Type};

use self::query::sensitive_query;
use crate::{
    args::Args,
    catalogue::{Found, Operation, find},
    endpoint::Endpoint,
    errors::{Checked, Errors},
    flag::Flag,
    method::MethodParts,
    types::unraw,
};

/// The operation of an endpoint in the catalogue.
pub(crate) enum Lookup {
    Known(Operation),
    /// The declaration is not compared: it is `unlisted`, or its method or the beginning of its path is wrong.
    NotCompared,
    /// No operation has this method and path, which is reported. Nothing is known of the arguments.
    Unknown,
    /// The path is unfinished or has a mistake in its placeholders.
    Unclear,
}

impl Lookup {
    pub(crate) fn operation(&self) -> Option<&Operation> {
        match self {
            Self::Known(operation) => Some(operation),
            _ => None,
        }
    }
}

/// Looks for the operation of an endpoint. An endpoint that the catalogue should have and lacks is reported.
pub(crate) fn look_up(endpoint: &Checked<Endpoint>, errors: &mut Errors) -> Lookup {
    let Some(template) = endpoint.path.as_ref() else {
        return Lookup::NotCompared;
    };
    if !template.is_ok() {
        let is_clear = template.placeholders.is_some();
        return if is_clear {
            Lookup::NotCompared
        } else {
            Lookup::Unclear
        };
    }
    let (Some(method), Some(method_ident)) = (endpoint.method, endpoint.method_ident.as_ref())
    else {
        return Lookup::NotCompared;
    };
    // A misspelt method may have been meant for any.
    let is_method = method_ident.to_string().eq_ignore_ascii_case(method);
    if is_unlisted(endpoint, errors) || !is_method {
        return Lookup::NotCompared;
    }
    let (token, problem) = match find(method, &template.text) {
        Found::Exact(operation) => return Lookup::Known(operation),
        // Beside another mistake, the path may be as unfinished.
        Found::Nothing | Found::Near(_) if !endpoint.is_ok() => return Lookup::Unclear,
        Found::OtherMethods(operations) => (
            method_ident.to_token_stream(),
            other_methods(&operations, method, &template.text),
        ),
        near => (template.literal.to_token_stream(), near_path(&near)),
    };
    report_unknown(endpoint, token, &problem, errors);
    Lookup::Unknown
}

/// Reports where a declaration differs from its operation, and adds the options that the operation implies.
///
/// Missing parts are not reported beside other mistakes, which may be the missing parts misspelt.
pub(crate) fn check(
    endpoint: &mut Checked<Endpoint>,
    operation: &Operation,
    parts: &Checked<MethodParts>,
    method_name: &Ident,
    errors: &mut Errors,
) {
    let check = Check {
        endpoint,
        operation,
        args: &parts.args,
        method_name,
    };
    let assertion = errors.scope(|errors| {
        check.wrong(&parts.output, errors);
        // A mistake in the signature may be one in the return type, which an option also decides.
        let is_clear = parts.is_ok() && endpoint.is_ok();
        is_clear.then(|| check.wrong_response(&parts.output, errors))
    });
    if parts.is_ok() && endpoint.is_ok() && assertion.is_ok() {
        check.missing(&parts.output, errors);
    }
    endpoint.assertion = assertion.ok().flatten().flatten();
    infer_options(endpoint, operation);
    infer_sensitive(endpoint, &parts.args, operation);
}

/// Tests if the declaration is not compared, and reports a `without` that is therefore useless.
fn is_unlisted(endpoint: &Endpoint, errors: &mut Errors) -> bool {
    let is_unlisted = endpoint.flags.has(Flag::Unlisted);
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
        Found::Misspelt(operation) => did_you_mean(std::slice::from_ref(operation)),
        Found::Near(operations) => did_you_mean(operations),
        _ => {
            "no such operation: this version of wechatpay_client does not know the path".to_owned()
        }
    }
}

fn did_you_mean(operations: &[Operation]) -> String {
    if let [operation] = operations {
        return format!("no such operation; did you mean {operation}?");
    }
    let lines = operations.iter().map(|operation| format!("\n{operation}"));
    let lines: String = lines.collect();
    format!("no such operation; did you mean one of these?{lines}")
}

fn report_unknown(endpoint: &Endpoint, token: TokenStream, problem: &str, errors: &mut Errors) {
    errors.at(
        token,
        format!(
            "{problem}\nif the operation is newer than this crate, add `unlisted`: `{}`",
            endpoint.with_unlisted(&[])
        ),
    );
}

/// Adds the options that the operation has in the catalogue, unless `without(…)` names them.
fn infer_options(endpoint: &mut Endpoint, operation: &Operation) {
    let Some(method_ident) = endpoint.method_ident.clone() else {
        return;
    };
    for flag in implied_options(endpoint, operation) {
        let token = TokenTree::Ident(method_ident.clone());
        endpoint.flags.insert(flag, token);
    }
}

/// The options that the operation implies and the declaration does not have.
fn implied_options(endpoint: &Endpoint, operation: &Operation) -> Vec<Flag> {
    let options = [
        (Flag::Accepted, operation.accepted),
        (Flag::Global, operation.global),
    ];
    let is_missing = |flag: &Flag| !endpoint.flags.has(*flag) && !is_without(endpoint, flag.name());
    let known = options.into_iter().filter(|(_, is_known)| *is_known);
    known.map(|(flag, _)| flag).filter(is_missing).collect()
}

/// Adds what must be encrypted: members of a body that is compared, and query parameters.
fn infer_sensitive(endpoint: &mut Endpoint, args: &Args, operation: &Operation) {
    if args.body.as_ref().is_some_and(|body| !body.unlisted) {
        endpoint.sensitive.clone_from(&operation.sensitive);
    }
    endpoint.sensitive_query = sensitive_query(args, operation);
}

/// Tests if `without(…)` has a name.
fn is_without(endpoint: &Endpoint, name: &str) -> bool {
    endpoint.without.iter().any(|other| unraw(other) == name)
}

/// A declaration and its operation.
struct Check<'a> {
    endpoint: &'a Checked<Endpoint>,
    operation: &'a Operation,
    args: &'a Args,
    method_name: &'a Ident,
}

impl Check<'_> {
    /// Reports all that is declared and that the operation does not have, or has in another way.
    fn wrong(&self, output: &Type, errors: &mut Errors) {
        self.check_without(output, errors);
        // If an option has a mistake, the others may change with it.
        if self.endpoint.is_ok() {
            self.surplus_options(errors);
        }
        self.wrong_placeholders(errors);
        self.wrong_query(errors);
        self.wrong_headers(errors);
        self.surplus_body(errors);
    }

    /// Reports all that the operation needs and that is not declared.
    fn missing(&self, output: &Type, errors: &mut Errors) {
        self.missing_query(errors);
        self.missing_headers(errors);
        self.missing_body(errors);
        self.missing_download(output, errors);
    }

    /// Reports a missing part, unless `without(…)` names it.
    fn report_missing(&self, name: &str, problem: &str, errors: &mut Errors) {
        let (endpoint, operation) = (self.endpoint, self.operation);
        if !is_without(endpoint, name) {
            errors.at(
                self.method_name,
                format!(
                    "{operation} {problem}\nif this is wrong, write `{}`",
                    endpoint.with_without(name)
                ),
            );
        }
    }

    /// The declaration with the option `unlisted`, for messages.
    fn with_unlisted(&self) -> String {
        let endpoint = self.endpoint;
        endpoint.with_unlisted(&implied_options(endpoint, self.operation))
    }
}
