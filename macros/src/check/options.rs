//! The options of a declaration.

use super::Check;
use crate::{
    catalogue::{Body, Response},
    distance::nearest,
    errors::Errors,
    flag::Flag,
    types::unraw,
};

/// The parts that `without` can name for any operation.
const PARTS: [&str; 6] = ["accepted", "body", "download", "empty", "global", "upload"];

impl Check<'_> {
    /// Reports names in `without` that the operation does not have, or that are declared all the same.
    pub(super) fn check_without(&self, errors: &mut Errors) {
        let mut names: Vec<_> = PARTS.map(str::to_owned).into();
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
            } else if self.declares(&name) {
                errors.at(
                    ident,
                    format!("`{name}` is both declared and in `without`: remove one"),
                );
            }
        }
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
    fn declares(&self, name: &str) -> bool {
        match Flag::named(name) {
            Some(flag) => self.endpoint.flags.has(flag),
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
                errors.at(
                    token,
                    format!(
                        "{operation} {problem}: remove `{name}`\nif this has changed, add \
                         `unlisted`: `{}`",
                        self.with_unlisted()
                    ),
                );
            }
        }
    }
}
