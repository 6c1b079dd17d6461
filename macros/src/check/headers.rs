//! The headers of a declaration. Only those that the operation is known to have are compared.

use super::{Check, is_without};
use crate::{args::Argument, catalogue::Parameter, distance::nearest, errors::Errors};

impl Check<'_> {
    /// The names of the headers as `without` writes them.
    pub(super) fn header_names(&self) -> impl Iterator<Item = String> {
        let headers = self.operation.headers.iter();
        headers.map(|header| snake_case(header.name))
    }

    /// Tests if the declaration has a header, by its name in `without`.
    pub(super) fn declares_header(&self, name: &str) -> bool {
        let mut headers = self.args.headers.iter();
        headers.any(|header| snake_case(&header.name) == name)
    }

    /// Reports headers whose names are probably misspelt.
    pub(super) fn misspelt_headers(&self, errors: &mut Errors) {
        for Argument { name, ident, .. } in &self.args.headers {
            let is_known = self.header_names().any(|known| known == snake_case(name));
            if let Some(similar) = self.similar_header(name).filter(|_| !is_known) {
                let (endpoint, operation) = (self.endpoint, self.operation);
                let similar_name = snake_case(similar);
                errors.at(
                    ident,
                    format!(
                        "{operation} has no header `{name}`; did you mean `{similar}`?\nif this is wrong, \
                         write `{endpoint}, without({similar_name})`"
                    ),
                );
            }
        }
    }

    /// The known header that a name was probably meant for, unless it is declared or in `without`.
    fn similar_header(&self, name: &str) -> Option<&'static str> {
        let is_open = |header: &&Parameter| {
            let name = snake_case(header.name);
            !self.declares_header(&name) && !is_without(self.endpoint, &name)
        };
        let name = snake_case(name);
        let mut headers = self.operation.headers.iter().filter(is_open);
        let is_similar =
            |header: &&Parameter| nearest(&name, [&*snake_case(header.name)]).is_some();
        headers.find(is_similar).map(|header| header.name)
    }

    /// Reports headers that the operation needs and that are not declared.
    pub(super) fn missing_headers(&self, errors: &mut Errors) {
        let method_name = self.method_name;
        for Parameter { name, .. } in self
            .operation
            .headers
            .iter()
            .filter(|header| header.required)
        {
            let snake_case = snake_case(name);
            if !self.declares_header(&snake_case) {
                let problem = format!(
                    "needs the header `{name}`: add `#[header = \"{name}\"] {snake_case}: &str` to the \
                     method `{method_name}`"
                );
                self.report_missing(&snake_case, &problem, errors);
            }
        }
    }
}

fn snake_case(header: &str) -> String {
    header.to_ascii_lowercase().replace('-', "_")
}
