//! The arguments of a call, as a literal of the runtime's `Args`.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;
use crate::args::{Args, Argument, Query};

/// The arguments that the method has; all others are as in `NO_ARGS`.
pub(super) fn arguments(args: &Args, runtime: &Ident) -> TokenStream {
    let named = |function| move |argument| named_value(function, argument, runtime);
    let unnamed = |function| move |argument| unnamed_value(function, argument, runtime);
    let query = args.query.iter().map(|query| match query {
        Query::Value(argument) => named("query")(argument),
        Query::Struct(argument) => unnamed("query_struct")(argument),
    });
    let fields = [
        list_field("path", args.path.iter().map(named("path"))),
        list_field("query", query),
        list_field("headers", args.headers.iter().map(named("header"))),
        field("body", args.body.as_ref().map(unnamed("body"))),
        field("rules", args.body.as_ref().map(|body| rules(body, runtime))),
        field("file", args.file.as_ref().map(unnamed("file"))),
    ];
    let fields: Vec<_> = fields.into_iter().flatten().collect();
    if fields.is_empty() {
        return quote!(#runtime::NO_ARGS);
    }
    quote!(#runtime::Args { #(#fields,)* ..#runtime::NO_ARGS })
}

fn list_field(name: &str, items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.collect();
    field(name, (!items.is_empty()).then(|| quote!(&[#(#items),*])))
}

fn field(name: &str, value: Option<TokenStream>) -> Option<TokenStream> {
    let name = ident(name);
    value.map(|value| quote!(#name: #value))
}

/// A value under a name. With the user's own type in the turbofish, the compiler underlines that type if it
/// does not fit.
fn named_value(function: &str, argument: &Argument, runtime: &Ident) -> TokenStream {
    let function = ident(function);
    let Argument {
        name, ident, ty, ..
    } = argument;
    quote!(#runtime::#function::<#ty>(#name, &#ident))
}

/// The rules of a body. A type without rules has those of `AnyBodyType`.
fn rules(Argument { ty, .. }: &Argument, runtime: &Ident) -> TokenStream {
    quote!(#runtime::BodyType::<#ty>::RULES)
}

fn unnamed_value(function: &str, argument: &Argument, runtime: &Ident) -> TokenStream {
    let function = ident(function);
    let Argument { ident, ty, .. } = argument;
    quote!(#runtime::#function::<#ty>(&#ident))
}
