//! Checks a return type, as far as its spelling tells. The compiler checks types behind aliases.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::Type;

use crate::{
    catalogue::{self, Operation},
    endpoint::Endpoint,
    errors::Errors,
    flag::Flag,
    types::{Known, known, plain_text, unraw},
};

/// The response in a return type: the `T` of `Result<T>` and of `Result<Verified<T>>`.
#[derive(Clone, Copy)]
pub(crate) struct Response<'a> {
    pub(crate) ty: &'a Type,
    pub(crate) is_verified: bool,
}

impl<'a> Response<'a> {
    /// `None` if the return type is not spelt as a `Result`.
    pub(crate) fn of(output: &'a Type) -> Option<Self> {
        let Some(Known::Result(ty)) = known(output) else {
            return None;
        };
        Some(match known(ty) {
            Some(Known::Verified(ty)) => Self {
                ty,
                is_verified: true,
            },
            _ => Self {
                ty,
                is_verified: false,
            },
        })
    }
}

/// Reports a response that no JSON object decodes to.
pub(crate) fn check_response(
    output: &Type,
    endpoint: &Endpoint,
    operation: Option<&Operation>,
    errors: &mut Errors,
) {
    if endpoint.flags.has(Flag::Unsigned) && mentions_verified(output) {
        errors.at(
            output,
            "an `unsigned` response cannot be `Verified`: write `Result<T>` without `Verified`",
        );
        return;
    }
    // The compiler reports any type of a `download` but `Download`.
    if endpoint.flags.has(Flag::Download) || has_no_json(endpoint, operation) {
        return;
    }
    let Some(problem) = Response::of(output).and_then(|response| problem(response.ty)) else {
        return;
    };
    let may_be_file =
        operation.is_none_or(|operation| operation.response == catalogue::Response::File);
    let hint = match problem.may_be_bytes {
        true if may_be_file => {
            "; for a file, add the option `download` and return `Result<Download>`"
        }
        true => "; only an operation that responds with a file returns `Result<Download>`",
        false => "",
    };
    errors.at(output, format!("{}{hint}", problem.message));
}

/// Tests if the operation is known to respond without JSON, so that another message says what to return.
pub(crate) fn has_no_json(endpoint: &Endpoint, operation: Option<&Operation>) -> bool {
    let part = match operation {
        Some(operation) if operation.response_confirmed => match operation.response {
            catalogue::Response::Empty => "empty",
            catalogue::Response::File => "download",
            _ => return false,
        },
        _ => return false,
    };
    !endpoint.without.iter().any(|name| unraw(name) == part)
}

/// Tests for `Verified<…>` anywhere in a type. Without arguments, `Verified` is a type of the user's own.
fn mentions_verified(output: &Type) -> bool {
    let tokens: Vec<_> = output.to_token_stream().into_iter().collect();
    let is_verified = |pair: &[TokenTree]| {
        matches!(pair, [TokenTree::Ident(name), TokenTree::Punct(next)]
            if name == "Verified" && next.as_char() == '<')
    };
    tokens.windows(2).any(is_verified)
}

/// The mistake of a response that is no JSON object.
struct Problem {
    message: String,
    may_be_bytes: bool,
}

/// The mistake of a response, of its content first.
fn problem(ty: &Type) -> Option<Problem> {
    let known = known(ty)?;
    match known {
        Known::Verified(inner) => Some(around(inner, |inner| {
            format!("`Verified` must stand only once: write `Result<Verified<{inner}>>`")
        })),
        Known::Result(inner) => Some(around(inner, |inner| {
            format!("`Result` must stand only once: write `Result<{inner}>`")
        })),
        Known::Option(inner) => problem_in_option(inner),
        known => not_an_object(known),
    }
}

/// The same inside an `Option`.
fn problem_in_option(inner: &Type) -> Option<Problem> {
    match known(inner) {
        Some(Known::Verified(inner)) => Some(around(inner, |inner| {
            format!(
                "`Verified` must stand outside of `Option`: write `Result<Verified<Option<{inner}>>>`"
            )
        })),
        _ => problem(inner),
    }
}

/// The mistake of a wrapper, unless its content has one.
fn around(content: &Type, message: impl FnOnce(&str) -> String) -> Problem {
    let content = innermost(content);
    problem(content).unwrap_or_else(|| Problem {
        message: message(&plain_text(content)),
        may_be_bytes: false,
    })
}

fn not_an_object(known: Known<'_>) -> Option<Problem> {
    let found = known.json()?;
    let may_be_bytes = may_be_bytes(known);
    let hint = if may_be_bytes {
        ", or `Box<serde_json::value::RawValue>` for the JSON text"
    } else {
        ""
    };
    Some(Problem {
        message: format!(
            "a response is a JSON object, but this type deserializes from {found}: use a struct{hint}"
        ),
        may_be_bytes,
    })
}

/// The type inside every `Verified` and `Result`.
fn innermost(ty: &Type) -> &Type {
    match known(ty) {
        Some(Known::Verified(inner) | Known::Result(inner)) => innermost(inner),
        _ => ty,
    }
}

/// Tests for texts, `Vec<u8>` and the like.
fn may_be_bytes(known: Known<'_>) -> bool {
    match known {
        Known::Text | Known::Bytes => true,
        Known::List(Some(Type::Path(item))) => item.path.is_ident("u8"),
        _ => false,
    }
}
