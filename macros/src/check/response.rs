//! The response of a declaration.

use syn::Type;

use super::{Check, is_without};
use crate::{
    catalogue,
    errors::Errors,
    flag::Flag,
    response::Response,
    types::{Known, known, last_segment_is},
};

impl Check<'_> {
    /// Reports a response that the operation does not have, by the spelling of its type.
    pub(super) fn wrong_response(&self, output: &Type, errors: &mut Errors) {
        let Some(response) = Response::of(output) else {
            return;
        };
        let problem = match self.operation.response {
            catalogue::Response::Empty => self.typed_response(&response),
            // A missing `download` is reported.
            catalogue::Response::File => None,
            other => self.bill_file(response.ty, other),
        };
        if let Some(problem) = problem {
            errors.at(output, problem);
        }
    }

    /// The mistake of a typed response of an operation that responds without a body.
    fn typed_response(&self, response: &Response<'_>) -> Option<String> {
        let (endpoint, operation) = (self.endpoint, self.operation);
        let is_unit = matches!(known(response.ty), Some(Known::Unit));
        let is_known = operation.response_confirmed && !is_without(endpoint, "empty");
        let unit = if response.is_verified {
            "Result<Verified<()>>"
        } else {
            "Result<()>"
        };
        (is_known && !is_unit).then(|| {
            format!(
                "{operation} responds without a body: return `{unit}`\nif this is wrong, write \
                 `{endpoint}, without(empty)`"
            )
        })
    }

    /// The mistake of `BillFile` or `BillFiles` in the place of another response.
    fn bill_file(&self, ty: &Type, response: catalogue::Response) -> Option<String> {
        let is = |name| last_segment_is(ty, name);
        let problem = match response {
            catalogue::Response::Bill if is("BillFiles") => {
                "responds with one bill file: return `Result<BillFile>`"
            }
            catalogue::Response::Bills if is("BillFile") => {
                "responds with several bill files: return `Result<BillFiles>`"
            }
            catalogue::Response::Bill | catalogue::Response::Bills => return None,
            _ if is("BillFile") || is("BillFiles") => {
                "does not respond with the address of a bill: return `Result<T>` with the type of its \
                 response"
            }
            _ => return None,
        };
        let (endpoint, operation) = (self.endpoint, self.operation);
        Some(format!(
            "{operation} {problem}\nif this has changed, add `unlisted`: `{endpoint}, unlisted`"
        ))
    }

    /// Reports a file as the response that is not declared a `download`.
    pub(super) fn missing_download(&self, output: &Type, errors: &mut Errors) {
        let operation = self.operation;
        let returns =
            |name| Response::of(output).is_some_and(|response| last_segment_is(response.ty, name));
        let is_file = operation.response == catalogue::Response::File
            && (operation.response_confirmed || returns("Download") || returns("BillFile"));
        if is_file && !self.endpoint.flags.has(Flag::Download) {
            let problem =
                "responds with a file: add the option `download`, and return `Result<Download>`";
            self.report_missing("download", problem, errors);
        }
    }
}
