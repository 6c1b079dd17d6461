//! The query parameters of a declaration.

use super::{
    Check,
    value::{is_sensitive, value_problem},
};
use crate::{
    args::{Args, Argument},
    catalogue::{Operation, Parameter},
    distance::nearest,
    errors::Errors,
    types::raw_prefix,
};

impl Check<'_> {
    /// Reports query parameters that the operation does not have, and those with a wrong type.
    pub(super) fn wrong_query(&self, errors: &mut Errors) {
        for argument in self.args.values().filter(|argument| !argument.unlisted) {
            let mut query = self.operation.query.iter();
            match query.find(|known| known.name == argument.name) {
                Some(known) => self.wrong_value(known, argument, errors),
                None => self.surplus_value(argument, errors),
            }
        }
    }

    fn wrong_value(&self, parameter: &Parameter, argument: &Argument, errors: &mut Errors) {
        let Some(problem) = value_problem(parameter, &argument.ty) else {
            return;
        };
        errors.at(
            &argument.ty,
            format!(
                "the query parameter `{}` of {} {problem}\nif this is wrong, mark the parameter with \
                 `#[unlisted]`: {}",
                parameter.name,
                self.operation,
                as_unlisted(argument)
            ),
        );
    }

    fn surplus_value(&self, argument: &Argument, errors: &mut Errors) {
        errors.at(
            &argument.ident,
            format!(
                "{} has no query parameter `{}`{}\nif the parameter is newer than this crate, mark it with \
                 `#[unlisted]`: {}",
                self.operation,
                argument.name,
                self.query_hint(argument),
                as_unlisted(argument)
            ),
        );
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

    pub(super) fn declares_query(&self, name: &str) -> bool {
        self.args.values().any(|argument| argument.name == name)
    }

    pub(super) fn query_names(&self) -> impl Iterator<Item = &'static str> {
        self.operation.query.iter().map(|parameter| parameter.name)
    }

    /// Reports query parameters that the operation needs and that are not declared.
    pub(super) fn missing_query(&self, errors: &mut Errors) {
        if self.args.has_query_struct() {
            // A macro cannot see the fields of the struct.
            return;
        }
        let required = |parameter: &&Parameter| parameter.required;
        for parameter in self.operation.query.iter().filter(required) {
            let name = parameter.name;
            if !self.declares_query(name) {
                let (raw_prefix, method_name) = (raw_prefix(name), self.method_name);
                let problem = format!(
                    "needs the query parameter `{name}`: add `#[query] {raw_prefix}{name}: {}` to the \
                     method `{method_name}`",
                    parameter.example_type()
                );
                self.report_missing(name, &problem, errors);
            }
        }
    }
}

/// The query parameters that must be encrypted, and may be in clear: as an alias, or in a struct.
pub(super) fn sensitive_query(args: &Args, operation: &Operation) -> Vec<&'static str> {
    let may_be_in_clear = |parameter: &&Parameter| {
        let mut values = args.values();
        match values.find(|argument| argument.name == parameter.name) {
            Some(argument) => !argument.unlisted && !is_sensitive(&argument.ty),
            None => args.has_query_struct(),
        }
    };
    let encrypted = operation
        .query
        .iter()
        .filter(|parameter| parameter.encrypted);
    let in_clear = encrypted.filter(may_be_in_clear);
    in_clear.map(|parameter| parameter.name).collect()
}

/// A parameter with `#[unlisted]`, without its type.
fn as_unlisted(Argument { name, ident, .. }: &Argument) -> String {
    if ident == name {
        format!("`#[query] #[unlisted] {ident}`")
    } else {
        format!("`#[query = \"{name}\"] #[unlisted] {ident}`")
    }
}
