//! Reads one parameter: its attributes, its name and its type.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Ident, Pat, PatIdent, PatType, Type, parse_quote};

use super::Argument;
use crate::{
    endpoint::Endpoint,
    errors::Errors,
    param_attr::{ParamAttr, ParamAttrs},
    types::{contains_ident, is_simple, plain_text, strip_references},
};

/// A parameter before it has its place in the request.
pub(super) struct Parameter {
    pub(super) argument: Argument,
    pub(super) attr: Option<ParamAttr>,
}

impl Parameter {
    /// Reads a parameter, and takes our attributes off it.
    pub(super) fn read(
        parameter: &mut PatType,
        endpoint: Option<&Endpoint>,
        errors: &mut Errors,
    ) -> Self {
        let ParamAttrs { attr, unlisted } = ParamAttrs::take(parameter, errors);
        let Some(ident) = plain_name(parameter, errors) else {
            // The trait is emitted all the same, and its methods accept only names and `_`.
            *parameter.pat = parse_quote!(_);
            let ident = Ident::new("_", Span::call_site());
            let argument = Argument::new(ident, parameter, false);
            return Self { argument, attr };
        };
        check_type(&parameter.ty, errors);
        let argument = Argument::new(ident, parameter, unlisted.is_some());
        if let Some(unlisted) =
            unlisted.filter(|_| !can_be_unlisted(&argument, attr.as_ref(), endpoint))
        {
            errors.at(
                unlisted,
                "`#[unlisted]` belongs on a `#[query]` parameter or on `body`: remove `#[unlisted]`",
            );
        }
        Self { argument, attr }
    }
}

fn plain_name(parameter: &PatType, errors: &mut Errors) -> Option<Ident> {
    match &*parameter.pat {
        Pat::Ident(PatIdent {
            ident,
            by_ref: None,
            mutability: None,
            subpat: None,
            ..
        }) => Some(ident.clone()),
        other => {
            let name = match other {
                Pat::Ident(PatIdent { ident, .. }) => ident.to_string(),
                _ => "name".to_owned(),
            };
            let ty = plain_text(&parameter.ty);
            errors.at(
                other,
                format!("a parameter cannot have `mut` or a pattern: write `{name}: {ty}`"),
            );
            None
        }
    }
}

/// Reports a type with `impl`, which is a type parameter in disguise.
fn check_type(ty: &Type, errors: &mut Errors) {
    if !is_simple(strip_references(ty)) && contains_ident(ty.to_token_stream(), "impl") {
        errors.at(
            ty,
            "the type of a parameter cannot contain `impl`: write a concrete type, such as `&Order`",
        );
    }
}

/// Tests if the catalogue knows parameters of this kind.
fn can_be_unlisted(
    argument: &Argument,
    attr: Option<&ParamAttr>,
    endpoint: Option<&Endpoint>,
) -> bool {
    match attr {
        Some(ParamAttr::Query { .. }) => true,
        Some(ParamAttr::Header { .. }) => false,
        None => {
            argument.name == "body"
                && !endpoint.is_some_and(|endpoint| endpoint.has_placeholder("body"))
        }
    }
}
