//! The attributes of traits, methods and parameters: which are ours, and which the implementation repeats.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, FnArg, Meta, MetaList, Token, TraitItemFn, punctuated::Punctuated};

use crate::{endpoint::METHODS, errors::Errors, types::contains_ident};

/// Takes our attributes off an item; one that hides in `cfg_attr` is a mistake.
pub(crate) fn take_attributes(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Vec<Attribute> {
    let is_meant = |it: &Attribute| is_ours(it) || is_misnamed(it);
    let (ours, others): (Vec<_>, Vec<_>) = std::mem::take(attrs).into_iter().partition(is_meant);
    *attrs = others;
    for attribute in ours.iter().filter(|it| !is_ours(it)) {
        errors.at(
            attribute.path(),
            "an operation is declared by `#[wechatpay_api(…)]`, under this name alone",
        );
    }
    attrs.retain(|attribute| {
        let hides = attribute.path().is_ident("cfg_attr")
            && contains_ident(attribute.meta.to_token_stream(), OURS);
        if hides {
            errors.at(
                attribute,
                "`#[wechatpay_api]` cannot hide in `cfg_attr`: put `#[cfg(…)]` on the method",
            );
        }
        !hides
    });
    ours
}

/// Takes all that only this macro understands off a method, whatever it says.
pub(crate) fn clean(item: &mut TraitItemFn) {
    item.attrs.retain(|attribute| !is_ours(attribute));
    for input in &mut item.sig.inputs {
        if let FnArg::Typed(argument) = input {
            argument.attrs.clear();
        }
    }
}

pub(crate) fn is_ours(attribute: &Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|segment| segment.ident == OURS)
}

const OURS: &str = "wechatpay_api";

/// Whether an attribute of another name declares an operation: ours misspelt, or by the name that it was
/// imported by.
fn is_misnamed(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let mut tokens = list.tokens.clone().into_iter();
    let is_http_method = |word: &Ident| {
        let word = word.to_string().to_ascii_uppercase();
        word == "METHOD" || METHODS.contains(&&*word)
    };
    matches!(tokens.next(), Some(TokenTree::Ident(word)) if is_http_method(&word))
        && tokens.any(|token| matches!(token, TokenTree::Literal(_)))
}

/// What decides whether an item is there at all: the implementation repeats it.
pub(crate) fn cfgs(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| is_cfg(attribute))
}

/// What the implementation may do without a warning, since the trait may: it names the same types. Never
/// more than that, because an `allow` under the user's `forbid` is a mistake. An `expect` is met once.
pub(crate) fn allows(attributes: &[Attribute]) -> impl Iterator<Item = TokenStream> {
    attributes
        .iter()
        .filter_map(|attribute| allowed(&attribute.meta).map(|allowed| quote!(#[#allowed])))
}

fn allowed(meta: &Meta) -> Option<TokenStream> {
    let Meta::List(list) = meta else {
        return None;
    };
    if list.path.is_ident("cfg_attr") {
        return allowed_if(list);
    }
    let lints = &list.tokens;
    let allows = list.path.is_ident("allow") || list.path.is_ident("expect");
    allows.then(|| quote!(allow(#lints)))
}

/// What of a `cfg_attr` allows something.
fn allowed_if(list: &MetaList) -> Option<TokenStream> {
    let metas = Punctuated::<Meta, Token![,]>::parse_terminated;
    let metas = list.parse_args_with(metas).ok()?;
    let condition = metas.first()?;
    let allowed: Vec<_> = metas.iter().skip(1).filter_map(allowed).collect();
    (!allowed.is_empty()).then(|| quote!(cfg_attr(#condition, #(#allowed),*)))
}

/// `cfg`, or a `cfg_attr` that holds one.
fn is_cfg(attribute: &Attribute) -> bool {
    let holds_cfg = |list: &MetaList| {
        let is_cfg = |token: TokenTree| matches!(token, TokenTree::Ident(it) if it == "cfg");
        list.tokens.clone().into_iter().any(is_cfg)
    };
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => holds_cfg(list),
        meta => meta.path().is_ident("cfg"),
    }
}
