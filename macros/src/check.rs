//! A declaration against what is known of its operation.
//!
//! The facts are not WeChat Pay's own, so that each message shows the way out, as narrow as the doubt:
//! `#[unlisted]` on a parameter that the table does not have, `without(…)` for what it wants, `unlisted`
//! for an operation that it does not have. What is missing is a mistake only where a second source
//! confirms that it is needed.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::Ident;

use crate::{
    args::{Args, Argument, Query},
    catalogue::{Body, Found, Operation, find},
    distance::nearest,
    endpoint::Endpoint,
    errors::{Checked, Errors},
    flag::Flag,
    method::Parts,
    types::raw_prefix,
};

/// Reports where a declaration differs from the operation, and sets the flags that the operation has.
///
/// Of a method with other mistakes it does not say what is missing: they may be what was meant for it.
pub(crate) fn check(
    endpoint: &mut Checked<Endpoint>,
    parts: &Checked<Parts>,
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
    imply(endpoint, &operation);
}

/// What the table has of the operation; reports it if there is nothing.
fn find_operation(endpoint: &Checked<Endpoint>, errors: &mut Errors) -> Option<Operation> {
    let (method, method_ident) = (endpoint.method?, endpoint.method_ident.as_ref()?);
    let template = endpoint.path.as_ref()?;
    let path = &template.text;
    // The table has no brand-direct operations (品牌直连).
    let unlisted = endpoint.flags.has(Flag::Unlisted) || path.starts_with("/brand/");
    if let Some(token) = endpoint.without.first().filter(|_| unlisted) {
        let message = "this operation is compared with nothing, and needs no `without`: drop it";
        errors.at(token, message);
    }
    // A word that is no method may have been meant for any.
    let meant = template.is_ok() && method_ident.to_string().eq_ignore_ascii_case(method);
    if unlisted || !meant {
        return None;
    }
    let mut culprit = template.literal.to_token_stream();
    let problem = match find(method, path) {
        Found::Exact(operation) => return Some(operation),
        Found::OtherMethods(operation) => {
            culprit = method_ident.to_token_stream();
            let methods: Vec<_> = operation
                .iter()
                .map(|it| format!("`{}`", it.method))
                .collect();
            format!("`{path}` is {}, not `{method}`", methods.join(" or "))
        }
        Found::Value(value, Operation { path, .. }) => {
            format!("`{value}` stands where the operation has a placeholder: `{path}`")
        }
        Found::Near(operation) => format!("no such operation; did you mean {operation}?"),
        // Beside another mistake it may be as unfinished.
        Found::Nothing if !endpoint.is_ok() => return None,
        Found::Nothing => {
            "no such operation is known to this version of wechatpay_client".to_owned()
        }
    };
    errors.at(
        culprit,
        format!(
            "{problem}\nif it is newer than this crate, add `unlisted`: `{endpoint}, unlisted`"
        ),
    );
    None
}

/// What is so of the operation is so without being said.
fn imply(endpoint: &mut Endpoint, operation: &Operation) {
    let facts = [
        (Flag::Accepted, operation.accepted),
        (Flag::Global, operation.global),
    ];
    let Some(method_ident) = endpoint.method_ident.clone() else {
        return;
    };
    for (flag, so) in facts {
        if so && !endpoint.flags.has(flag) && !is_without(endpoint, flag.name()) {
            endpoint
                .flags
                .insert(flag, TokenTree::Ident(method_ident.clone()));
        }
    }
}

/// Whether the declaration says that it does without this.
fn is_without(endpoint: &Endpoint, name: &str) -> bool {
    endpoint.without.iter().any(|other| other == name)
}

struct Check<'a> {
    endpoint: &'a Checked<Endpoint>,
    operation: &'a Operation,
    args: &'a Args,
    method_name: &'a Ident,
}

impl Check<'_> {
    fn surplus(&self, errors: &mut Errors) {
        self.names_in_without(errors);
        // What is wrong among the options is reported.
        if self.endpoint.is_ok() {
            self.surplus_options(errors);
        }
        self.surplus_query(errors);
        self.surplus_body(errors);
    }

    fn missing(&self, errors: &mut Errors) {
        self.missing_query(errors);
        self.missing_body(errors);
        self.missing_download(errors);
    }

    fn names_in_without(&self, errors: &mut Errors) {
        let mut names = vec!["accepted", "body", "download", "global", "upload"];
        names.extend(self.operation.query.iter().map(|it| it.name));
        for (number, token) in self.endpoint.without.iter().enumerate() {
            let name = token.to_string();
            let mut before = self.endpoint.without.iter().take(number);
            if before.any(|other| other == token) {
                errors.at(token, format!("`{name}` is named twice in `without`"));
            } else if !names.contains(&&*name) {
                let meant = nearest(&name, names.iter().copied());
                let meant = meant.map_or(String::new(), |it| format!("; did you mean `{it}`?"));
                errors.at(
                    token,
                    format!("{} has no `{name}` to do without{meant}", self.operation),
                );
            } else if self.declares(&name) {
                errors.at(
                    token,
                    format!(
                        "`{name}` is declared: drop it from `without`, or from the declaration"
                    ),
                );
            }
        }
    }

    /// Whether the declaration has what `without` may name.
    fn declares(&self, name: &str) -> bool {
        match Flag::named(name) {
            Some(flag) => self.endpoint.flags.has(flag),
            None if name == "body" => self.args.body.is_some(),
            None => self.args.values().any(|it| it.name == name),
        }
    }

    /// What is not so of the operation; `unsigned` above all would take its verification off it.
    fn surplus_options(&self, errors: &mut Errors) {
        let (endpoint, operation) = (self.endpoint, self.operation);
        for (flag, so, what, since) in [
            (
                Flag::Upload,
                operation.body == Body::Upload,
                "takes no file",
                "it does by now",
            ),
            (
                Flag::Download,
                operation.file,
                "does not respond with a file",
                "it does by now",
            ),
            (
                Flag::Unsigned,
                operation.file,
                "has a signed response",
                "it does not any more",
            ),
        ] {
            if let Some(token) = endpoint.flags.get(flag).filter(|_| !so) {
                let name = flag.name();
                errors.at(
                    token,
                    format!(
                        "{operation} {what}: drop `{name}`\nif {since}, add `unlisted`: `{endpoint}, \
                         unlisted`"
                    ),
                );
            }
        }
    }

    fn surplus_query(&self, errors: &mut Errors) {
        for argument in self.args.values() {
            let Argument { name, ident, .. } = argument;
            if argument.unlisted || self.operation.query.iter().any(|it| it.name == name) {
                continue;
            }
            let meant = match nearest(name, self.free()) {
                Some(meant) => format!("; did you mean `{meant}`?"),
                None if ident == "query" => {
                    "; for a struct of query parameters, `query` stands without `#[query]`".into()
                }
                None => self.what_there_is(),
            };
            let mark = if *ident == name {
                "#[query]".to_owned()
            } else {
                format!("#[query = \"{name}\"]")
            };
            errors.at(
                ident,
                format!(
                    "{} has no query parameter `{name}`{meant}\nif it is newer than this crate, mark \
                     it `#[unlisted]`: `{mark} #[unlisted] {ident}`",
                    self.operation
                ),
            );
        }
    }

    /// The query parameters that the operation has and the declaration has not.
    fn free(&self) -> impl Iterator<Item = &'static str> {
        let names = self.operation.query.iter().map(|it| it.name);
        names.filter(|name| !self.args.values().any(|it| it.name == *name))
    }

    /// The query parameters of the operation, for who took another.
    fn what_there_is(&self) -> String {
        let names = self
            .operation
            .query
            .iter()
            .map(|it| format!("`{}`", it.name));
        match &*names.collect::<Vec<_>>() {
            [] => String::new(),
            [only] => format!("; it has {only}"),
            several => {
                let names = several.join(", ");
                format!("; it has {names}, and a struct of them is named `query`, without the mark")
            }
        }
    }

    fn surplus_body(&self, errors: &mut Errors) {
        let body = self.args.body.as_ref().filter(|body| !body.unlisted);
        if let (Some(body), Body::None) = (body, self.operation.body) {
            errors.at(
                &body.ident,
                format!(
                    "{} takes no body\nif it does by now, mark it `#[unlisted]`: `#[unlisted] body`",
                    self.operation
                ),
            );
        }
    }

    fn missing_query(&self, errors: &mut Errors) {
        let is_struct = |it: &Query| matches!(it, Query::Struct(_));
        if self.args.query.iter().any(is_struct) {
            // Its fields cannot be seen from here.
            return;
        }
        for parameter in self.operation.query.iter().filter(|it| it.required) {
            let name = parameter.name;
            if !self.args.values().any(|it| it.name == name) {
                let (raw_prefix, method_name) = (raw_prefix(name), self.method_name);
                self.report_missing(
                    name,
                    &format!(
                        "needs the query parameter `{name}`: add `#[query] {raw_prefix}{name}: &str` to \
                         `{method_name}`"
                    ),
                    errors,
                );
            }
        }
    }

    fn missing_body(&self, errors: &mut Errors) {
        let method_name = self.method_name;
        let upload = self.endpoint.flags.has(Flag::Upload);
        match self.operation.body {
            Body::Required if self.args.body.is_none() && !upload => self.report_missing(
                "body",
                &format!("needs a body: add `body: &…` to `{method_name}`"),
                errors,
            ),
            Body::Upload if !upload && self.operation.surely_file => self.report_missing(
                "upload",
                &format!(
                    "takes a file: add the option `upload`, and `file: &wechatpay_client::UploadFile` to \
                     `{method_name}`"
                ),
                errors,
            ),
            _ => {}
        }
    }

    fn missing_download(&self, errors: &mut Errors) {
        let surely = self.operation.file && self.operation.surely_file;
        if surely && !self.endpoint.flags.has(Flag::Download) {
            self.report_missing(
                "download",
                "responds with a file: add the option `download`, and return `Result<Download>`",
                errors,
            );
        }
    }

    fn report_missing(&self, name: &str, what: &str, errors: &mut Errors) {
        let (endpoint, operation) = (self.endpoint, self.operation);
        if !is_without(endpoint, name) {
            errors.at(
                self.method_name,
                format!(
                    "{operation} {what}\nif it does not, say so: `{endpoint}, without({name})`"
                ),
            );
        }
    }
}
