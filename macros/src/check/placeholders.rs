//! The placeholders of a declaration. Their names are free, but each official name has its place.

use super::{Check, value::placeholder_problem};
use crate::{args::Argument, catalogue::Parameter, errors::Errors};

impl Check<'_> {
    /// Reports placeholders in each other's places, and values that must be encrypted, or must not.
    ///
    /// The kinds of values are not compared: an identifier made of digits may be a text or an integer.
    pub(super) fn wrong_placeholders(&self, errors: &mut Errors) {
        let declared = self.endpoint.placeholders().unwrap_or_default();
        if declared.is_empty() {
            return;
        }
        let official: Vec<_> = self.operation.placeholder_names().collect();
        let mut pairs = declared.iter().zip(&official);
        let misplaced = pairs.find(|(name, place)| name != *place && official.contains(&&***name));
        if let Some((name, place)) = misplaced {
            self.report_misplaced(name, place, errors);
            return;
        }
        for argument in &self.args.path {
            let place = declared.iter().position(|name| *name == argument.name);
            if let Some(name) = place.and_then(|place| official.get(place)) {
                self.wrong_placeholder(argument, name, errors);
            }
        }
    }

    fn report_misplaced(&self, name: &str, place: &str, errors: &mut Errors) {
        let operation = self.operation;
        let path = self.endpoint.path.as_ref().map(|path| &path.literal);
        errors.at(
            path,
            format!(
                "the placeholder `{{{name}}}` is in the place of `{{{place}}}`: write `{}`\nif this is wrong, \
                 add `unlisted`: `{}`",
                operation.path,
                self.with_unlisted()
            ),
        );
    }

    fn wrong_placeholder(&self, argument: &Argument, name: &'static str, errors: &mut Errors) {
        let operation = self.operation;
        let mut placeholders = operation.placeholders.iter();
        let known = placeholders.find(|known| known.name == name);
        let parameter = known.cloned().unwrap_or_else(|| Parameter {
            name,
            ..Parameter::default()
        });
        if let Some(problem) = placeholder_problem(&parameter, &argument.ty) {
            errors.at(
                &argument.ty,
                format!(
                    "the placeholder `{{{name}}}` of {operation} {problem}\nif this is wrong, add \
                     `unlisted`: `{}`",
                    self.with_unlisted()
                ),
            );
        }
    }
}
