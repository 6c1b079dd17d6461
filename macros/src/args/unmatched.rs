//! Reports what is left at the end: arguments without a place, and placeholders without an argument.

use syn::Ident;

use super::{Args, Argument, place::Places};
use crate::{
    catalogue::{Body, Parameter},
    check::Lookup,
    distance::nearest,
    endpoint::Endpoint,
    flag::Flag,
    types::{is_text_or_number, raw_prefix},
};

impl Places<'_> {
    /// Reports what is left, and sorts the arguments of the path in its order.
    pub(super) fn finish(mut self, method: &Ident) -> Args {
        // A path that is missing or has a mistake may have any placeholders.
        let Some(placeholders) = self.endpoint.and_then(Endpoint::placeholders) else {
            return self.args;
        };
        self.report_missing_file(method);
        let missing = self.report_unmatched(self.without_argument(placeholders));
        self.report_missing(&missing, method);
        let position = |name: &str| {
            placeholders
                .iter()
                .position(|placeholder| placeholder == name)
        };
        self.args
            .path
            .sort_by_key(|argument| position(&argument.name));
        self.args
    }

    fn without_argument<'a>(&self, placeholders: &'a [String]) -> Vec<&'a str> {
        let has_argument = |name: &str| self.args.path.iter().any(|argument| argument.name == name);
        let placeholders = placeholders.iter().map(String::as_str);
        placeholders.filter(|name| !has_argument(name)).collect()
    }

    fn report_missing_file(&mut self, method: &Ident) {
        let may_be_meant = !self.unmatched.is_empty() || !self.misread.is_empty();
        if self.args.file.is_some() || may_be_meant {
            return;
        }
        if let Some(upload) = self
            .endpoint
            .and_then(|endpoint| endpoint.flags.get(Flag::Upload))
        {
            let message = format!(
                "an `upload` needs a file: add `file: &wechatpay_client::UploadFile` to the method \
                 `{method}`"
            );
            self.errors.at(upload, message);
        }
    }

    /// Reports each argument without a place, and returns the placeholders that none was meant for.
    fn report_unmatched<'a>(&mut self, mut missing: Vec<&'a str>) -> Vec<&'a str> {
        let unmatched = std::mem::take(&mut self.unmatched);
        let is_one_of_each = unmatched.len() == 1 && missing.len() == 1;
        for argument in unmatched {
            let name = &argument.name;
            let message = if let Some(advice) = self.known_place(&argument) {
                advice
            } else if let Some(advice) = self.official_place(&argument.name, &mut missing) {
                advice
            } else if let Some(placeholder) = take_similar(name, &mut missing) {
                use_one_name(name, placeholder)
            } else if is_one_of_each && is_text_or_number(&argument.ty) {
                let placeholder = missing.remove(0);
                let use_one_name = use_one_name(name, placeholder);
                format!("{use_one_name}, or write `#[query] {}`", argument.ident)
            } else {
                self.unmatched_message(&argument)
            };
            self.errors.at(&argument.ident, message);
        }
        missing
    }

    /// The message for an argument with the name of a query parameter or of a header that the operation has.
    fn known_place(&self, Argument { name, ident, .. }: &Argument) -> Option<String> {
        let operation = self.lookup?.operation()?;
        let is_query = operation.query.iter().any(|known| known.name == name);
        let mut headers = operation.headers.iter();
        let is_header =
            |header: &&Parameter| header.name.replace('-', "_").eq_ignore_ascii_case(name);
        let attribute = match headers.find(is_header) {
            _ if is_query => "#[query]".to_owned(),
            Some(header) => format!("#[header = \"{}\"]", header.name),
            None => return None,
        };
        let kind = if is_query {
            "query parameter"
        } else {
            "header"
        };
        Some(format!(
            "the argument `{ident}` is a {kind} of {operation}: write `{attribute} {ident}`"
        ))
    }

    /// The message for an argument with the official name of a placeholder that the path has under another name.
    fn official_place(&self, name: &str, missing: &mut Vec<&str>) -> Option<String> {
        let operation = self.lookup?.operation()?;
        let place = operation
            .placeholder_names()
            .position(|official| official == name)?;
        let declared = self.endpoint?.placeholders()?.get(place)?;
        let index = missing.iter().position(|other| other == declared)?;
        missing.remove(index);
        Some(format!(
            "the argument `{name}` is the placeholder `{{{declared}}}` of the path under its official name: write \
             `{}`",
            operation.path
        ))
    }

    fn unmatched_message(
        &self,
        Argument {
            name, ident, ty, ..
        }: &Argument,
    ) -> String {
        if self.is_complete() {
            format!(
                "the argument `{ident}` has no place in the request, which has all its parts: remove \
                 `{ident}`, or mark a new parameter with `#[query] #[unlisted] {ident}`"
            )
        } else if name == "file" {
            "only an operation with the option `upload` has a `file`: add `upload` after the path, or \
             rename the argument"
                .to_owned()
        } else if self.is_upload() {
            format!(
                "the argument `{ident}` has no place in the request: rename `{ident}` to `file`, or to \
                 `body` for the meta, or write `#[query] {ident}`"
            )
        } else if self.http_method() == Some("GET") && !is_text_or_number(ty) {
            format!(
                "the argument `{ident}` has no place in the request: rename `{ident}` to `query` for a struct \
                 of query parameters, add `{{{name}}}` to the path, or write `#[query] {ident}`"
            )
        } else if matches!(self.http_method(), Some("GET" | "DELETE")) {
            format!(
                "the argument `{ident}` has no place in the request: add `{{{name}}}` to the path, or \
                 write `#[query] {ident}`"
            )
        } else {
            format!(
                "the argument `{ident}` has no place in the request: rename `{ident}` to `body` for the \
                 JSON body, or write `#[query] {ident}`"
            )
        }
    }

    /// Tests if every part of the request that the operation is known to have is declared.
    fn is_complete(&self) -> bool {
        let operation = self.lookup.and_then(Lookup::operation);
        operation.is_some_and(|operation| {
            let is_declared = |known: &Parameter| {
                let mut declared = self.args.values();
                declared.any(|argument| argument.name == known.name)
            };
            let has_body = match operation.body {
                Body::None => true,
                Body::Json => self.args.body.is_some(),
                Body::Upload => self.args.file.is_some() && self.args.body.is_some(),
            };
            has_body && operation.query.iter().all(is_declared)
        })
    }

    /// Reports each placeholder without an argument, unless a parameter with a mistake may be it.
    fn report_missing(&mut self, missing: &[&str], method: &Ident) {
        if !self.misread.is_empty() {
            return;
        }
        for name in missing {
            let mut marked = self.args.values().chain(&self.args.headers);
            if let Some(Argument { ident, .. }) = marked.find(|argument| argument.ident == name) {
                let message = format!(
                    "the placeholder `{{{name}}}` has no argument, because `{ident}` is a query parameter \
                     or a header: remove the attribute, or rename this parameter"
                );
                self.errors.at(ident, message);
            } else if let Some(path) = self.endpoint.and_then(|endpoint| endpoint.path.as_ref()) {
                let raw_prefix = raw_prefix(name);
                let message = format!(
                    "the placeholder `{{{name}}}` has no argument: add `{raw_prefix}{name}: &str` to the \
                     method `{method}`"
                );
                self.errors.at(&path.literal, message);
            }
        }
    }
}

/// Takes the placeholder that an argument was probably meant for: a name that is misspelt or abbreviated.
fn take_similar<'a>(argument: &str, missing: &mut Vec<&'a str>) -> Option<&'a str> {
    let similar = nearest(argument, missing.iter().copied()).or_else(|| {
        let is_similar = |name: &&str| abbreviates(name, argument) || abbreviates(argument, name);
        missing.iter().copied().find(is_similar)
    })?;
    missing.retain(|name| *name != similar);
    Some(similar)
}

/// Tests if a name is the last part of a longer one, as `id` of `order_id`.
fn abbreviates(short: &str, long: &str) -> bool {
    let rest = long.strip_suffix(short);
    rest.is_some_and(|rest| rest.ends_with('_'))
}

fn use_one_name(argument: &str, placeholder: &str) -> String {
    format!(
        "the argument `{argument}` is not in the path, and the placeholder `{{{placeholder}}}` has no \
         argument: give both the same name"
    )
}
