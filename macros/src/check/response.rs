//! The response of a declaration.
//!
//! A name may be an alias, or a type of the user's own. The macro reports only types that are certain by their
//! spelling, and leaves the others to the compiler, as an [`Assertion`] in the expansion.

use quote::ToTokens;
use syn::{Type, spanned::Spanned};

use super::{Check, is_without};
use crate::{
    catalogue,
    endpoint::{Assertion, Condition},
    errors::Errors,
    flag::Flag,
    response::Response,
    types::{Known, borrows, contains_ident, known, last_segment_is},
};

impl Check<'_> {
    /// Reports a response that the operation certainly does not have, or returns the question for the compiler.
    pub(super) fn wrong_response(&self, output: &Type, errors: &mut Errors) -> Option<Assertion> {
        let response = Response::of(output);
        match (self.operation.response, &response) {
            (catalogue::Response::Empty, _) => self.typed_response(output, response, errors),
            (catalogue::Response::File, Some(response)) => self.bill_of_file(response.ty),
            (_, Some(response)) => self.bill_file(response.ty),
            (_, None) => None,
        }
    }

    /// A typed response of an operation that responds without a body.
    fn typed_response(
        &self,
        output: &Type,
        response: Option<Response<'_>>,
        errors: &mut Errors,
    ) -> Option<Assertion> {
        let is_known = self.operation.response_confirmed && !is_without(self.endpoint, "empty");
        let content = response.as_ref().and_then(|response| known(response.ty));
        if !is_known || matches!(content, Some(Known::Unit)) {
            return None;
        }
        let span = response
            .as_ref()
            .map_or_else(|| output.span(), |response| response.ty.span());
        let is_verified = response.is_some_and(|response| response.is_verified);
        let message = format!(
            "{} responds without a body: return `{}`\nif this is wrong, write `{}`",
            self.operation,
            if is_verified {
                "Result<Verified<()>>"
            } else {
                "Result<()>"
            },
            self.endpoint.with_without("empty")
        );
        // The compiler would report `Download` beside the assertion.
        let is_download = response
            .as_ref()
            .is_some_and(|response| last_segment_is(response.ty, "Download"));
        if content.is_none() && !is_download && !borrows(output.to_token_stream()) {
            return Some(Assertion {
                condition: Condition::Empty,
                message,
                span,
            });
        }
        errors.at(output, message);
        None
    }

    /// `BillFile` or `BillFiles` in the place of another response.
    fn bill_file(&self, ty: &Type) -> Option<Assertion> {
        // Also in an `Option` or behind a pointer.
        let is = |name| contains_ident(ty.to_token_stream(), name);
        let problem = match self.operation.response {
            catalogue::Response::Bill if is("BillFiles") => {
                "responds with one bill file: return `Result<BillFile>`"
            }
            catalogue::Response::Bills if is("BillFile") => {
                "responds with several bill files: return `Result<BillFiles>`"
            }
            catalogue::Response::Bill | catalogue::Response::Bills => return None,
            _ if is("BillFile") || is("BillFiles") => {
                "does not respond with the address and the hash of a bill: return `Result<T>` with the type of \
                 its response, and pass an address in the response to `Client::download_from`"
            }
            _ => return None,
        };
        let (operation, unlisted) = (self.operation, self.with_unlisted());
        Some(Assertion {
            condition: Condition::NoBill,
            span: ty.span(),
            message: format!(
                "{operation} {problem}\nif this has changed, add `unlisted`: `{unlisted}`"
            ),
        })
    }

    /// The same for an operation that probably responds with a file.
    fn bill_of_file(&self, ty: &Type) -> Option<Assertion> {
        let is_bill = last_segment_is(ty, "BillFile") || last_segment_is(ty, "BillFiles");
        // `missing_download` reports a confirmed file.
        let is_open = !self.operation.response_confirmed || is_without(self.endpoint, "download");
        let is_download = self.endpoint.flags.has(Flag::Download);
        (is_bill && is_open && !is_download).then(|| Assertion {
            condition: Condition::NoBill,
            span: ty.span(),
            message: format!(
                "{} {FILE}\nif this has changed, add `unlisted`: `{}`",
                self.operation,
                self.with_unlisted()
            ),
        })
    }

    /// Reports a file as the response that is not declared a `download`.
    pub(super) fn missing_download(&self, output: &Type, errors: &mut Errors) {
        let operation = self.operation;
        let is_meant = || {
            Response::of(output).is_some_and(|response| last_segment_is(response.ty, "Download"))
        };
        let is_file = operation.response == catalogue::Response::File
            && (operation.response_confirmed || is_meant());
        if is_file && !self.endpoint.flags.has(Flag::Download) {
            self.report_missing("download", FILE, errors);
        }
    }

    /// The return type of the operation, for messages.
    pub(super) fn return_type(&self) -> &'static str {
        match self.operation.response {
            catalogue::Response::Json => "`Result<T>` with the type of the response",
            catalogue::Response::Empty => "`Result<()>`",
            catalogue::Response::File => "`Result<Download>`",
            catalogue::Response::Bill => "`Result<BillFile>`",
            catalogue::Response::Bills => "`Result<BillFiles>`",
        }
    }
}

const FILE: &str = "responds with a file: add the option `download`, and return `Result<Download>`";
