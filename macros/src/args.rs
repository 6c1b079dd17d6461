//! The parameters of a method: which is a path segment, which a query parameter, a header, the body
//! or the file; checked both ways against the path.

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::{Attribute, FnArg, Ident, LitStr, Pat, PatType, Signature, Type, parse_quote};

use crate::{
    distance::nearest,
    errors::Errors,
    flag::Flag,
    mark::{Mark, Marks},
    method::plain,
    operation::Operation,
    path::Template,
    types::{
        bare, is_named, is_no_struct, is_option, is_text_or_number, is_unit, names, no_object,
        pointee,
    },
};

/// The arguments of one operation.
#[derive(Default)]
pub(crate) struct Args {
    /// One per placeholder, in the order of the path.
    pub(crate) path: Vec<Argument>,
    /// In the order of declaration.
    pub(crate) query: Vec<Query>,
    /// In the order of declaration.
    pub(crate) headers: Vec<Argument>,
    pub(crate) body: Option<Argument>,
    /// Of an upload.
    pub(crate) file: Option<Argument>,
}

/// A parameter, under the name that it has in the operation.
pub(crate) struct Argument {
    pub(crate) name: String,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// `#[unlisted]`: the table of known operations does not have it.
    pub(crate) unlisted: bool,
}

pub(crate) enum Query {
    Value(Argument),
    Struct(Argument),
}

impl Args {
    /// Reads the parameters, takes our attributes off them, and reports every mistake. Without an
    /// operation (its mistake is reported) only what is wrong in any operation is.
    pub(crate) fn read(
        signature: &mut Signature,
        operation: Option<&Operation>,
        errors: &mut Errors,
    ) -> Self {
        let method = signature.ident.clone();
        let mut reader = Reader::new(operation, errors);
        for input in &mut signature.inputs {
            if let FnArg::Typed(parameter) = input {
                reader.parameter(parameter);
            }
        }
        reader.finish(&method)
    }

    /// The query parameters that are declared one by one.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Argument> {
        self.query.iter().filter_map(|query| match query {
            Query::Value(argument) => Some(argument),
            Query::Struct(_) => None,
        })
    }
}

struct Reader<'a> {
    args: Args,
    /// Nothing is known of the path where it is missing or broken.
    path: Option<(&'a Template, &'a [String])>,
    operation: Option<&'a Operation>,
    verb: Option<&'static str>,
    /// The word `upload`, where the operation is one.
    upload: Option<&'a TokenTree>,
    /// Arguments that are in no place.
    stray: Vec<Argument>,
    /// The same with a mistake: each may be what seems to be missing.
    misread: Vec<Argument>,
    errors: &'a mut Errors,
}

impl<'a> Reader<'a> {
    fn new(operation: Option<&'a Operation>, errors: &'a mut Errors) -> Self {
        let template = operation.and_then(|it| it.path.as_ref());
        let path = template.and_then(|it| Some((&**it, it.placeholders.as_deref()?)));
        Self {
            args: Args::default(),
            path,
            operation,
            verb: operation.and_then(|operation| operation.verb),
            upload: operation.and_then(|operation| operation.flags.get(Flag::Upload)),
            stray: Vec::new(),
            misread: Vec::new(),
            errors,
        }
    }

    fn parameter(&mut self, parameter: &mut PatType) {
        let (errors, operation) = (&mut *self.errors, self.operation);
        let read = errors.scope(|errors| Parameter::read(parameter, operation, errors));
        let is_ok = read.is_ok();
        let Parameter { argument, mark } = read.into_inner();
        match mark {
            _ if !is_ok => self.half_read(argument),
            Some(Mark::Query { attribute, name }) => self.query_value(&attribute, name, argument),
            Some(Mark::Header { name }) => self.header(&name, argument),
            None => self.by_name(argument),
        }
    }

    /// A parameter with a mistake, of which nothing more is said.
    fn half_read(&mut self, argument: Argument) {
        if self.is_placeholder(&argument.name) {
            self.args.path.push(argument);
        } else {
            self.misread.push(argument);
        }
    }

    /// What a parameter is by its name alone.
    fn by_name(&mut self, argument: Argument) {
        if self.is_placeholder(&argument.name) {
            self.args.path.push(argument);
        } else if argument.name == "body" {
            self.body(argument);
        } else if argument.name == "file" && self.upload.is_some() {
            self.args.file = Some(argument);
        } else if argument.name == "query" {
            self.query_struct(argument);
        } else if self.path.is_some() {
            self.stray.push(argument);
        }
    }

    fn query_struct(&mut self, query: Argument) {
        if is_option(&query.ty) {
            self.errors.at(
                &query.ty,
                "`query` is a struct: make its fields `Option`, not the whole of it",
            );
        } else if is_no_struct(&query.ty) {
            self.errors.at(
                &query.ty,
                "`query` is a struct of the query parameters; a single one is marked `#[query]`",
            );
        }
        self.args.query.push(Query::Struct(query));
    }

    fn body(&mut self, body: Argument) {
        if self.verb == Some("GET") {
            self.errors.at(
                &body.ident,
                "a GET request has no body: mark the values `#[query]`, or name a struct of them \
                 `query`",
            );
            return;
        }
        let ty = pointee(&body.ty);
        if is_option(ty) {
            self.errors.at(
                &body.ty,
                "a body is always sent, and `None` is no JSON object: take the body itself",
            );
        } else if is_unit(ty) {
            self.errors.at(
                &body.ty,
                "`()` is no JSON object: an operation without a body has no `body`",
            );
        } else if let Some(found) = no_object(ty) {
            self.errors.at(
                &body.ty,
                format!("a body is a JSON object, and this would send {found}: use a struct"),
            );
        }
        self.args.body = Some(body);
    }

    fn query_value(&mut self, attribute: &Attribute, name: Option<LitStr>, mut argument: Argument) {
        if let Some(name) = name {
            argument.name = name.value();
        } else if self.is_placeholder(&argument.name) {
            let name = &argument.name;
            self.errors.at(
                attribute,
                format!(
                    "`{{{name}}}` is in the path already; for a query parameter of the same name \
                     write `#[query = \"{name}\"]` on another argument"
                ),
            );
            // Only the mark is wrong: the placeholder has its argument.
            self.args.path.push(argument);
            return;
        }
        let known = self
            .args
            .query
            .iter()
            .any(|other| matches!(other, Query::Value(other) if other.name == argument.name));
        if known {
            let message = format!("the query parameter `{}` is given twice", argument.name);
            self.errors.at(&argument.ident, message);
        }
        self.args.query.push(Query::Value(argument));
    }

    fn header(&mut self, name: &LitStr, mut argument: Argument) {
        argument.name = name.value();
        let same = |other: &Argument| other.name.eq_ignore_ascii_case(&argument.name);
        if self.args.headers.iter().any(same) {
            let message = format!("the header `{}` is given twice", argument.name);
            self.errors.at(&argument.ident, message);
        }
        self.args.headers.push(argument);
    }

    /// Pairs what is stray with what is missing, and puts the path's arguments in its order.
    fn finish(mut self, method: &Ident) -> Args {
        let Some((template, placeholders)) = self.path else {
            return self.args;
        };
        let mut missing: Vec<&str> = placeholders
            .iter()
            .map(String::as_str)
            .filter(|name| !self.args.path.iter().any(|argument| argument.name == *name))
            .collect();
        let lacks_file =
            self.args.file.is_none() && self.stray.is_empty() && self.misread.is_empty();
        if let Some(upload) = self.upload.filter(|_| lacks_file) {
            let message = "an upload takes `file: &wechatpay_client::UploadFile`";
            self.errors.at(upload, message);
        }
        let stray = std::mem::take(&mut self.stray);
        let one_of_each = stray.len() == 1 && missing.len() == 1;
        for Argument {
            name, ident, ty, ..
        } in stray
        {
            let both = |meant| {
                format!(
                    "`{name}` is not in the path, and `{{{meant}}}` has no argument: use one name for both"
                )
            };
            let message = match meant(&name, &missing) {
                Some(meant) => {
                    missing.retain(|other| *other != meant);
                    both(meant)
                }
                None if one_of_each && is_text_or_number(&ty) => {
                    let meant = missing.remove(0);
                    format!("{}, or mark `{name}` `#[query]`", both(meant))
                }
                None => self.stray_message(&name),
            };
            self.errors.at(&ident, message);
        }
        for name in missing.into_iter().filter(|_| self.misread.is_empty()) {
            let mut marked = self.args.values().chain(&self.args.headers);
            if let Some(Argument { ident, .. }) = marked.find(|it| it.ident == name) {
                let message = format!(
                    "`{ident}` is marked, and `{{{name}}}` has no argument: give this one another name"
                );
                self.errors.at(ident, message);
                continue;
            }
            let raw = raw(name);
            let message =
                format!("`{{{name}}}` has no argument: add `{raw}{name}: &str` to `{method}`");
            self.errors.at(&template.literal, message);
        }
        self.args
            .path
            .sort_by_key(|argument| placeholders.iter().position(|name| *name == argument.name));
        self.args
    }

    fn stray_message(&self, name: &str) -> String {
        if name == "file" {
            "a parameter named `file` belongs to an `upload`: add that option".to_owned()
        } else if self.upload.is_some() {
            format!(
                "`{name}` is not in the path: name it `file` if it is the file, `body` if it is \
                 the meta, or mark it `#[query]`"
            )
        } else if matches!(self.verb, Some("GET" | "DELETE")) {
            format!("`{name}` is not in the path: write `{{{name}}}` there or mark it `#[query]`")
        } else {
            format!(
                "`{name}` is not in the path: name it `body` if it is the JSON body, or mark it \
                 `#[query]`"
            )
        }
    }

    fn is_placeholder(&self, name: &str) -> bool {
        is_placeholder(self.operation, name)
    }
}

impl Argument {
    fn new(ident: Ident, parameter: &PatType, unlisted: bool) -> Self {
        Self {
            name: plain(&ident),
            ident,
            ty: (*parameter.ty).clone(),
            unlisted,
        }
    }
}

/// A parameter by itself.
struct Parameter {
    argument: Argument,
    mark: Option<Mark>,
}

impl Parameter {
    /// Reads a parameter, and takes our attributes off it.
    fn read(parameter: &mut PatType, operation: Option<&Operation>, errors: &mut Errors) -> Self {
        let Marks { mark, unlisted } = Marks::take(parameter, errors);
        let Some(ident) = plain_name(&parameter.pat, errors) else {
            // The declaration is emitted all the same, and no other pattern may stand in it.
            *parameter.pat = parse_quote!(_);
            let ident = Ident::new("_", Span::call_site());
            let argument = Argument::new(ident, parameter, false);
            return Self { argument, mark };
        };
        check_type(&parameter.ty, errors);
        let argument = Argument::new(ident, parameter, unlisted.is_some());
        if let Some(unlisted) =
            unlisted.filter(|_| !can_be_unlisted(&argument, mark.as_ref(), operation))
        {
            errors.at(
                unlisted,
                "`#[unlisted]` stands on a `#[query]` parameter or on `body`",
            );
        }
        Self { argument, mark }
    }
}

fn plain_name(pattern: &Pat, errors: &mut Errors) -> Option<Ident> {
    match pattern {
        Pat::Ident(it) if it.by_ref.is_none() && it.mutability.is_none() && it.subpat.is_none() => {
            Some(it.ident.clone())
        }
        other => {
            errors.at(other, "a parameter here is a plain name, as in `id: &str`");
            None
        }
    }
}

/// Reports a type that is none of the method's own.
fn check_type(ty: &Type, errors: &mut Errors) {
    if !is_named(bare(ty)) && names(ty.to_token_stream(), "impl") {
        errors.at(
            ty,
            "a declared method has no type or const parameters: name the body and response types",
        );
    }
}

/// Tests if the parameter is one that is compared with the table.
fn can_be_unlisted(
    argument: &Argument,
    mark: Option<&Mark>,
    operation: Option<&Operation>,
) -> bool {
    match mark {
        Some(Mark::Query { .. }) => true,
        Some(Mark::Header { .. }) => false,
        None => argument.name == "body" && !is_placeholder(operation, "body"),
    }
}

fn is_placeholder(operation: Option<&Operation>, name: &str) -> bool {
    let path = operation.and_then(|operation| operation.path.as_ref());
    path.is_some_and(|path| path.has_placeholder(name))
}

/// The placeholder that an argument was probably meant for: misspelt, or one name ends in the other.
fn meant<'a>(argument: &str, missing: &[&'a str]) -> Option<&'a str> {
    let ends_in = |long: &str, short: &str| {
        let rest = long.strip_suffix(short);
        rest.is_some_and(|rest| rest.ends_with('_'))
    };
    let abbreviated = |name: &&&str| ends_in(name, argument) || ends_in(argument, name);
    nearest(argument, missing.iter().copied()).or_else(|| missing.iter().find(abbreviated).copied())
}

/// What stands before this name where it is a parameter's: `r#` if it is a keyword.
pub(crate) fn raw(name: &str) -> &'static str {
    match syn::parse_str::<Ident>(name) {
        // A keyword since the 2024 edition.
        Ok(name) if name != "gen" => "",
        _ => "r#",
    }
}
