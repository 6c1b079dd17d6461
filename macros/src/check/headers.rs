//! The headers of a declaration. Only those that the operation is known to have are compared.

use super::{Check, is_without};
use crate::{
    args::Argument,
    catalogue::Parameter,
    distance::nearest,
    errors::Errors,
    types::{Known, known},
};

impl Check<'_> {
    /// The names of the headers as `without` writes them.
    pub(super) fn header_names(&self) -> impl Iterator<Item = String> {
        let headers = self.operation.headers.iter();
        headers.map(|header| snake_case(header.name))
    }

    /// Tests if the declaration always sends a header, by its name in `without`.
    pub(super) fn always_sends_header(&self, name: &str) -> bool {
        let mut headers = self.operation.headers.iter();
        let header = headers.find(|header| snake_case(header.name) == name);
        let argument = header.and_then(|header| self.declared_header(header));
        argument.is_some_and(|argument| !is_optional(argument))
    }

    /// The argument for a header. HTTP compares names without regard to case.
    fn declared_header(&self, header: &Parameter) -> Option<&Argument> {
        let mut headers = self.args.headers.iter();
        headers.find(|argument| argument.name.eq_ignore_ascii_case(header.name))
    }

    /// Reports headers whose names are probably misspelt, and a header as `Option` that the operation needs.
    pub(super) fn wrong_headers(&self, errors: &mut Errors) {
        for argument in &self.args.headers {
            let mut headers = self.operation.headers.iter();
            match headers.find(|header| argument.name.eq_ignore_ascii_case(header.name)) {
                Some(header) => self.optional_header(header, argument, errors),
                None => self.misspelt_header(argument, errors),
            }
        }
    }

    fn optional_header(&self, header: &Parameter, argument: &Argument, errors: &mut Errors) {
        let name = snake_case(header.name);
        if header.required && is_optional(argument) && !is_without(self.endpoint, &name) {
            errors.at(
                &argument.ty,
                format!(
                    "the header `{}` of {} is required: remove the `Option`\nif this is wrong, write `{}`",
                    header.name,
                    self.operation,
                    self.endpoint.with_without(&name)
                ),
            );
        }
    }

    fn misspelt_header(&self, argument: &Argument, errors: &mut Errors) {
        if let Some(similar) = self.similar_header(&argument.name) {
            errors.at(
                &argument.literal,
                format!(
                    "{} has no header `{}`; did you mean `{similar}`?\nif this is wrong, write `{}`",
                    self.operation,
                    argument.name,
                    self.endpoint.with_without(&snake_case(similar))
                ),
            );
        }
    }

    /// The known header that a name was probably meant for, unless it is declared or in `without`.
    fn similar_header(&self, name: &str) -> Option<&'static str> {
        let is_open = |header: &&Parameter| {
            self.declared_header(header).is_none()
                && !is_without(self.endpoint, &snake_case(header.name))
        };
        let name = snake_case(name);
        let mut headers = self.operation.headers.iter().filter(is_open);
        let is_similar =
            |header: &&Parameter| nearest(&name, [&*snake_case(header.name)]).is_some();
        headers.find(is_similar).map(|header| header.name)
    }

    /// Reports headers that the operation needs and that are not declared.
    pub(super) fn missing_headers(&self, errors: &mut Errors) {
        let headers = self.operation.headers.iter();
        for header in headers.filter(|header| header.required) {
            if self.declared_header(header).is_none() {
                let (name, method_name) = (header.name, self.method_name);
                let snake_case = snake_case(name);
                let problem = format!(
                    "needs the header `{name}`: add `#[header = \"{name}\"] {snake_case}: &str` to the \
                     method `{method_name}`"
                );
                self.report_missing(&snake_case, &problem, errors);
            }
        }
    }
}

fn is_optional(argument: &Argument) -> bool {
    matches!(known(&argument.ty), Some(Known::Option(_)))
}

fn snake_case(header: &str) -> String {
    header.to_ascii_lowercase().replace('-', "_")
}
