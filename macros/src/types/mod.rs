//! Types and names, as far as their tokens tell. A macro does not know what a name stands for.

mod known;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    GenericArgument, Path, PathArguments, PathSegment, Token, Type, TypeParamBound,
    punctuated::Punctuated,
};

pub(crate) use known::{Known, known};

/// The prefix of a parameter with this name: `r#` for a keyword.
pub(crate) fn raw_prefix(name: &str) -> &'static str {
    match syn::parse_str::<Ident>(name) {
        // A keyword since the 2024 edition.
        Ok(name) if name != "gen" => "",
        _ => "r#",
    }
}

/// An identifier without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    use syn::ext::IdentExt;
    ident.unraw().to_string()
}

/// Tests if an identifier occurs anywhere in some tokens, also as a keyword.
pub(crate) fn contains_ident(tokens: TokenStream, word: &str) -> bool {
    idents(tokens).contains(&word.to_owned())
}

/// Tests if a type consists of names other than `Self`. Most do, and need no further checks.
pub(crate) fn is_simple(ty: &Type) -> bool {
    let is_type =
        |argument: &GenericArgument| matches!(argument, GenericArgument::Type(ty) if is_simple(ty));
    let is_simple_segment = |segment: &PathSegment| match &segment.arguments {
        PathArguments::None => segment.ident != "Self",
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().all(is_type),
        PathArguments::Parenthesized(_) => false,
    };
    match ty {
        Type::Path(ty) if ty.qself.is_none() => ty.path.segments.iter().all(is_simple_segment),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_simple),
        _ => false,
    }
}

/// Some tokens as their user would write them, for messages.
pub(crate) fn plain_text(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string();
    for (spaced, plain) in [
        (" :: ", "::"),
        (" < ", "<"),
        (" >", ">"),
        ("& ", "&"),
        (" ,", ","),
    ] {
        text = text.replace(spaced, plain);
    }
    text
}

/// All identifiers and keywords in some tokens.
pub(crate) fn idents(tokens: TokenStream) -> Vec<String> {
    let idents = |token| match token {
        TokenTree::Ident(ident) => vec![ident.to_string()],
        TokenTree::Group(group) => idents(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    };
    tokens.into_iter().flat_map(idents).collect()
}

/// The type with other tokens in place of an identifier, if the result is a type.
pub(crate) fn replace_ident(ty: &Type, word: &str, by: &TokenStream) -> Option<Type> {
    syn::parse2(replace_in(ty.to_token_stream(), word, by)).ok()
}

fn replace_in(tokens: TokenStream, word: &str, by: &TokenStream) -> TokenStream {
    let replace = |token| match token {
        TokenTree::Ident(ident) if ident == word => by.clone(),
        TokenTree::Group(group) => {
            let inner = replace_in(group.stream(), word, by);
            Group::new(group.delimiter(), inner).into_token_stream()
        }
        token => token.into(),
    };
    tokens.into_iter().flat_map(replace).collect()
}

/// Tests if a type contains a reference, or a lifetime other than `'static`.
pub(crate) fn borrows(tokens: TokenStream) -> bool {
    let mut lifetime = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => borrows(group.stream()),
        TokenTree::Punct(punct) => {
            lifetime = punct.as_char() == '\'';
            punct.as_char() == '&'
        }
        TokenTree::Ident(ident) => std::mem::take(&mut lifetime) && ident != "static",
        TokenTree::Literal(_) => false,
    })
}

/// The `T` of an `impl Future<Output = T>`, and of a `Pin<Box<dyn Future<Output = T>>>`.
pub(crate) fn future_output(ty: &Type) -> Option<Type> {
    let bounds = match ty {
        Type::ImplTrait(future) => &future.bounds,
        Type::TraitObject(future) => &future.bounds,
        Type::Path(boxed) => {
            let mut inner = arguments(&boxed.path)?.iter();
            return inner.find_map(|argument| match argument {
                GenericArgument::Type(inner) => future_output(inner),
                _ => None,
            });
        }
        _ => return None,
    };
    let mut arguments = bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => arguments(&bound.path),
        _ => None,
    });
    arguments
        .next()?
        .iter()
        .find_map(|argument| match argument {
            GenericArgument::AssocType(output) if output.ident == "Output" => {
                Some(output.ty.clone())
            }
            _ => None,
        })
}

/// Tests if a type is a path that ends in a name.
pub(crate) fn last_segment_is(ty: &Type, word: &str) -> bool {
    let Type::Path(ty) = ty else {
        return false;
    };
    let last = ty.path.segments.last();
    last.is_some_and(|segment| segment.ident == word)
}

/// The generic arguments at the end of a path.
fn arguments(path: &Path) -> Option<&Punctuated<GenericArgument, Token![,]>> {
    match &path.segments.last()?.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    }
}

/// Tests if a type may be a segment of a path.
pub(crate) fn is_text_or_number(ty: &Type) -> bool {
    const NAMES: [&str; 8] = ["str", "String", "u8", "u16", "u32", "u64", "i32", "i64"];
    let ty = ty.to_token_stream();
    NAMES.iter().any(|name| contains_ident(ty.clone(), name)) && !contains_ident(ty, "Option")
}

/// The type behind references, parentheses and invisible groups.
pub(crate) fn strip_references(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => strip_references(&reference.elem),
        Type::Group(group) => strip_references(&group.elem),
        Type::Paren(paren) => strip_references(&paren.elem),
        ty => ty,
    }
}
