//! The options of a declaration.

use syn::Type;

use super::Check;
use crate::{
    catalogue::{Body, Response},
    distance::nearest,
    errors::Errors,
    flag::Flag,
    response,
    types::{Known, known, unraw},
};

impl Check<'_> {
    /// Reports names in `without` that the operation does not have, or that are declared all the same.
    pub(super) fn check_without(&self, output: &Type, errors: &mut Errors) {
        if self.endpoint.without.is_empty() {
            return;
        }
        let mut names: Vec<_> = self.parts().map(str::to_owned).collect();
        names.extend(self.query_names().map(str::to_owned));
        names.extend(self.header_names());
        let without = &self.endpoint.without;
        for (index, ident) in without.iter().enumerate() {
            let name = unraw(ident);
            if without.iter().take(index).any(|other| unraw(other) == name) {
                errors.at(
                    ident,
                    format!("duplicate name `{name}` in `without`: remove one"),
                );
            } else if !names.contains(&name) {
                errors.at(ident, self.unknown_without(&name, &names));
            } else if self.declares(&name, output) {
                errors.at(
                    ident,
                    format!("`{name}` is both declared and in `without`: remove one"),
                );
            }
        }
    }

    /// The parts of the operation that `without` can name, besides query parameters and headers.
    fn parts(&self) -> impl Iterator<Item = &'static str> {
        let operation = self.operation;
        let parts = [
            ("accepted", operation.accepted),
            ("body", operation.body != Body::None),
            ("download", operation.response == Response::File),
            ("empty", operation.response == Response::Empty),
            ("global", operation.global),
            ("upload", operation.body == Body::Upload),
        ];
        let parts = parts.into_iter().filter(|(_, is_known)| *is_known);
        parts.map(|(name, _)| name)
    }

    fn unknown_without(&self, name: &str, names: &[String]) -> String {
        let similar = nearest(name, names.iter().map(String::as_str));
        let hint = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("remove `{name}`"),
        };
        let operation = self.operation;
        format!("`without` names `{name}`, which {operation} does not have: {hint}")
    }

    /// Tests if the declaration has a part that `without` can name.
    fn declares(&self, name: &str, output: &Type) -> bool {
        match Flag::named(name) {
            Some(flag) => self.endpoint.flags.has(flag),
            None if name == "empty" => is_unit(output),
            None if name == "body" => self.args.body.is_some(),
            None => self.declares_query(name) || self.always_sends_header(name),
        }
    }

    /// Reports options that the operation does not have. `unsigned` would turn off its verification, and
    /// `global` would send the request to another region. `accepted` is believed: the sources list few
    /// statuses besides 200.
    pub(super) fn surplus_options(&self, errors: &mut Errors) {
        let operation = self.operation;
        let is_upload = operation.body == Body::Upload;
        let is_file = operation.response == Response::File;
        // No source says which hosts serve the paths of Hong Kong.
        let is_global = operation.global || operation.path.starts_with("/hk/");
        for (flag, is_known, problem) in [
            (Flag::Upload, is_upload, "takes no file"),
            (Flag::Download, is_file, "does not respond with a file"),
            (Flag::Unsigned, is_file, "has a signed response"),
            (
                Flag::Global,
                is_global,
                "is on the hosts of the Chinese mainland",
            ),
        ] {
            if let Some(token) = self.endpoint.flags.get(flag).filter(|_| !is_known) {
                let name = flag.name();
                let remedy = if flag == Flag::Download {
                    format!(", and return {}", self.return_type())
                } else {
                    String::new()
                };
                errors.at(
                    token,
                    format!(
                        "{operation} {problem}: remove `{name}`{remedy}\nif this has changed, add \
                         `unlisted`: `{}`",
                        self.with_unlisted()
                    ),
                );
            }
        }
    }
}

/// Tests if a return type is spelt as `Result<()>` or `Result<Verified<()>>`.
fn is_unit(output: &Type) -> bool {
    let response = response::Response::of(output);
    response.is_some_and(|response| matches!(known(response.ty), Some(Known::Unit)))
}
