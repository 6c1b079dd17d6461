//! Checks a return type, as far as its spelling tells. The compiler checks types behind aliases.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::Type;

use crate::{
    endpoint::Endpoint,
    errors::Errors,
    flag::Flag,
    types::{Known, known, plain_text},
};

/// The response in a return type: the `T` of `Result<T>` and of `Result<Verified<T>>`.
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
pub(crate) fn check_response(output: &Type, endpoint: &Endpoint, errors: &mut Errors) {
    if endpoint.flags.has(Flag::Unsigned) && mentions_verified(output) {
        errors.at(
            output,
            "an `unsigned` response cannot be `Verified`: write `Result<T>` without `Verified`",
        );
        return;
    }
    // The compiler reports any type of a `download` but `Download`.
    let is_json = !endpoint.flags.has(Flag::Download);
    let response = Response::of(output).filter(|_| is_json);
    if let Some(problem) = response.and_then(|response| problem(response.ty)) {
        errors.at(output, problem);
    }
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
fn problem(ty: &Type) -> Option<String> {
    let known = known(ty)?;
    match known {
        Known::Verified(inner) => {
            let inner = plain_text(innermost(inner));
            return Some(format!(
                "`Verified` must stand only once: write `Result<Verified<{inner}>>`"
            ));
        }
        Known::Result(inner) => {
            let inner = plain_text(innermost(inner));
            return Some(format!(
                "`Result` must stand only once: write `Result<{inner}>`"
            ));
        }
        Known::Option(inner) => return problem_in_option(inner),
        _ => {}
    }
    let found = known.json()?;
    let hint = if may_be_bytes(known) {
        ", or `Box<serde_json::value::RawValue>` for the JSON text; for a file, add the option `download` and \
         return `Result<Download>`"
    } else {
        ""
    };
    Some(format!(
        "a response is a JSON object, but this type deserializes from {found}: use a struct{hint}"
    ))
}

/// The same inside an `Option`.
fn problem_in_option(inner: &Type) -> Option<String> {
    match known(inner) {
        Some(Known::Verified(inner)) => {
            let inner = plain_text(innermost(inner));
            Some(format!(
                "`Verified` must stand outside of `Option`: write `Result<Verified<Option<{inner}>>>`"
            ))
        }
        _ => problem(inner),
    }
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
