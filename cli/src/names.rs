//! Arguments that are names, which the shell completes, and the names of HTTP methods.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};

/// The HTTP methods of WeChat Pay's operations.
pub(crate) const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// Reads any name, and offers the known names to the completions of a shell. The command itself refuses an unknown name,
/// because it knows more to say than clap.
#[derive(Debug, Clone)]
pub(crate) struct NameParser(pub(crate) fn() -> Vec<&'static str>);

impl TypedValueParser for NameParser {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let Self(names) = self;
        Some(Box::new(names().into_iter().map(PossibleValue::new)))
    }
}
