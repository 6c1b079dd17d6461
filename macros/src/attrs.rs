//! The attributes of traits and methods: ours, and those that the implementation repeats.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, FnArg, Meta, MetaList, Token, TraitItemFn, punctuated::Punctuated};

use crate::{
    endpoint::METHODS,
    errors::Errors,
    types::{contains_ident, plain_text},
};

pub(crate) const OURS: &str = "wechatpay_api";

/// Takes our attributes off an item, and reports those under another name or inside `cfg_attr`.
pub(crate) fn take_ours(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Vec<Attribute> {
    let is_meant = |attribute: &Attribute| is_ours(attribute) || is_misnamed(attribute);
    let (ours, others): (Vec<_>, Vec<_>) = std::mem::take(attrs).into_iter().partition(is_meant);
    let (hidden, others): (Vec<_>, Vec<_>) = others.into_iter().partition(is_hidden);
    *attrs = others;
    for attribute in ours.iter().filter(|attribute| !is_ours(attribute)) {
        let name = plain_text(attribute.path());
        errors.at(
            attribute.path(),
            format!("`{name}` is not an attribute of this macro: write `#[wechatpay_api(…)]`"),
        );
    }
    for attribute in hidden {
        errors.at(
            attribute,
            "`#[wechatpay_api]` does not work inside `cfg_attr`: write `#[cfg(…)]` as an attribute of its own",
        );
    }
    ours
}

/// Removes all attributes that only this macro understands from a method.
pub(crate) fn strip_ours(method: &mut TraitItemFn) {
    method.attrs.retain(|attribute| !is_ours(attribute));
    for input in &mut method.sig.inputs {
        if let FnArg::Typed(parameter) = input {
            parameter.attrs.clear();
        }
    }
}

pub(crate) fn is_ours(attribute: &Attribute) -> bool {
    let last = attribute.path().segments.last();
    last.is_some_and(|segment| segment.ident == OURS)
}

/// The conditions under which an item exists: the implementation repeats them.
pub(crate) fn cfgs(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| is_cfg(attribute))
}

/// The lints that the trait allows or expects, allowed for the implementation, which names the same types.
///
/// Nothing else is allowed, because an `allow` under the user's `forbid` is an error. An `expect` is not
/// repeated as such: its lint need not fire twice.
pub(crate) fn allows(attributes: &[Attribute]) -> impl Iterator<Item = TokenStream> {
    attributes
        .iter()
        .filter_map(|attribute| allowed(&attribute.meta).map(|allowed| quote!(#[#allowed])))
}

/// Tests if an attribute of another name declares an operation: ours misspelt, or imported as that name.
fn is_misnamed(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else {
        return false;
    };
    let mut tokens = list.tokens.clone().into_iter();
    let is_http_method = |ident: &Ident| {
        let name = ident.to_string().to_ascii_uppercase();
        name == "METHOD" || METHODS.contains(&&*name)
    };
    matches!(tokens.next(), Some(TokenTree::Ident(first)) if is_http_method(&first))
        && tokens.any(|token| matches!(token, TokenTree::Literal(_)))
}

/// Tests if an attribute is a `cfg_attr` with ours in it.
fn is_hidden(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg_attr") && contains_ident(attribute.meta.to_token_stream(), OURS)
}

/// The `allow` that corresponds to an attribute.
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

/// The same for a `cfg_attr`, under its condition.
fn allowed_if(list: &MetaList) -> Option<TokenStream> {
    let metas = Punctuated::<Meta, Token![,]>::parse_terminated;
    let metas = list.parse_args_with(metas).ok()?;
    let condition = metas.first()?;
    let allowed: Vec<_> = metas.iter().skip(1).filter_map(allowed).collect();
    (!allowed.is_empty()).then(|| quote!(cfg_attr(#condition, #(#allowed),*)))
}

/// Tests if an attribute is `cfg`, or a `cfg_attr` that contains one.
fn is_cfg(attribute: &Attribute) -> bool {
    let is_cfg = |token: TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "cfg");
    match &attribute.meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => {
            list.tokens.clone().into_iter().any(is_cfg)
        }
        meta => meta.path().is_ident("cfg"),
    }
}
