//! Attributes of other macros that do not work on a declared trait or its methods.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, GenericParam, ItemTrait, ReturnType, Token, TraitItem, TraitItemFn, parse_quote,
};

use crate::{
    attrs::OURS,
    errors::Errors,
    recover::with_content,
    types::{contains_ident, future_output, idents, plain_text},
};

/// The last segment of an attribute, and the reason and the remedy.
const FOREIGN: [(&str, &str); 5] = [
    (
        "async_trait",
        "is not needed, because declared methods are plain `async fn`: remove the attribute, also from mocks",
    ),
    (
        "make",
        "is not needed, because the futures of declared methods are `Send`: remove the attribute",
    ),
    ("instrument", NEEDS_BODY),
    ("async_recursion", NEEDS_BODY),
    (
        "automock",
        "mocks a trait, not a method: put the attribute on the trait, below `#[wechatpay_api]`",
    ),
];

const NEEDS_BODY: &str = "needs the body of a function, which a declared method does not have: remove the attribute, and \
                          put it on the function that calls the method";

/// Reports and removes the attributes of other macros, and undoes what those above ours have changed.
pub(crate) fn remove(item: &mut ItemTrait, errors: &mut Errors) {
    // Below ours, these two see the expanded trait.
    remove_from(&mut item.attrs, &["automock", "make"], errors);
    let mut is_changed = false;
    for method in &mut item.items {
        if let TraitItem::Fn(method) = method {
            remove_from(&mut method.attrs, &[], errors);
            is_changed |= undo_async_trait(method);
        }
    }
    if is_changed {
        errors.at(&item.ident, message("#[async_trait]", "async_trait"));
    }
}

/// Reports a macro above our attribute, on the trait that the macro adds; `None` for any other trait.
pub(crate) fn added(item: &ItemTrait, errors: &mut Errors) -> Option<TokenStream> {
    variant(item, errors).or_else(|| erased(item, errors))
}

/// Reports `trait_variant::make` above our attribute, on the trait that it adds; `None` for any other trait.
///
/// The variant is emitted without an implementation for `Client`. Its supertrait makes the futures of its own
/// implementation `Send`, which our expansion of the other trait demands.
fn variant(item: &ItemTrait, errors: &mut Errors) -> Option<TokenStream> {
    let is_made = |method: &TraitItemFn| {
        let output = || method.sig.output.to_token_stream().to_string();
        method.sig.asyncness.is_none()
            && output().starts_with("-> impl :: core :: future :: Future")
    };
    let mut methods = item.items.iter();
    if !methods.any(|item| matches!(item, TraitItem::Fn(method) if is_made(method))) {
        return None;
    }
    errors.at(&item.ident, message("#[trait_variant::make]", "make"));
    let mut item = item.clone();
    item.colon_token.get_or_insert_with(Default::default);
    item.supertraits.push(parse_quote!(::core::marker::Sync));
    Some(without_ours(item.into_token_stream()))
}

/// Reports `dynosaur` above our attribute, on the trait that it adds; `None` for any other trait.
///
/// The trait is emitted as it is: our expansion of it would add errors to the one that helps.
fn erased(item: &ItemTrait, errors: &mut Errors) -> Option<TokenStream> {
    let is_erased = item.ident.to_string().starts_with("Erased")
        && contains_ident(item.to_token_stream(), "dynosaur");
    is_erased.then(|| {
        errors.at(
            &item.ident,
            "`#[dynosaur]` must see the expanded trait: put the attribute below `#[wechatpay_api]`",
        );
        without_ours(item.to_token_stream())
    })
}

/// Tests if `automock` above our attribute has made an item, which then carries our attribute too.
pub(crate) fn is_mock(item: &TokenStream) -> bool {
    let names = idents(item.clone());
    let has = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    has(&|name| name.starts_with("__mock_") || name.ends_with("_expectations"))
        || has(&|name| name.starts_with("Mock"))
            && has(&|name| matches!(name, "Default" | "checkpoint"))
}

/// Reports `automock` above our attribute, on the only module that it makes.
pub(crate) fn report_mock(item: &TokenStream, errors: &mut Errors) {
    let module = item.clone().into_iter().find(|token| is_word(token, "mod"));
    if let Some(module) = module {
        errors.at(
            module,
            "`#[automock]` must see the expanded trait: put the attribute below `#[wechatpay_api]`",
        );
    }
}

/// Removes our attributes from tokens, wherever they stand.
pub(crate) fn without_ours(tokens: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            kept.push(token);
            continue;
        };
        let is_attribute =
            matches!(kept.last(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#');
        if is_attribute && names_ours(group.stream()) {
            kept.pop();
        } else {
            kept.push(with_content(&group, without_ours(group.stream())));
        }
    }
    kept.into_iter().collect()
}

/// Tests if the content of an attribute begins with the path of ours.
fn names_ours(attribute: TokenStream) -> bool {
    let path = attribute.into_iter();
    let path = path.take_while(|token| !matches!(token, TokenTree::Group(_)));
    path.last().is_some_and(|token| is_word(&token, OURS))
}

fn remove_from(attributes: &mut Vec<Attribute>, allowed: &[&str], errors: &mut Errors) {
    attributes.retain(|attribute| {
        let name = foreign_name(attribute).filter(|name| !allowed.contains(name));
        if let Some(name) = name {
            let written = format!("#[{}]", plain_text(attribute.path()));
            errors.at(attribute, message(&written, name));
        }
        name.is_none()
    });
}

/// The name of an attribute, if the attribute does not work here.
fn foreign_name(attribute: &Attribute) -> Option<&'static str> {
    let last = &attribute.path().segments.last()?.ident;
    let mut names = FOREIGN.iter().map(|(name, _)| *name);
    names.find(|name| last == name)
}

fn message(attribute: &str, name: &str) -> String {
    let text = FOREIGN.iter().find(|(other, _)| *other == name);
    format!("`{attribute}` {}", text.map_or("", |(_, text)| text))
}

/// Makes a method `async` again, and tests if `async_trait` had changed it.
fn undo_async_trait(method: &mut TraitItemFn) -> bool {
    let signature = &mut method.sig;
    if signature.generics.params.is_empty() {
        return false;
    }
    let names = idents(signature.generics.to_token_stream());
    if !names.iter().any(|name| name == "async_trait") {
        return false;
    }
    let ReturnType::Type(_, output) = &signature.output else {
        return false;
    };
    let Some(output) = future_output(output) else {
        return false;
    };
    signature.output = parse_quote!(-> #output);
    signature.asyncness = Some(Token![async](signature.fn_token.span));
    let params = std::mem::take(&mut signature.generics.params);
    let params = params.into_iter().filter(|param| !is_generated(param));
    signature.generics.params = params.collect();
    signature.generics.where_clause = None;
    for input in &mut signature.inputs {
        let elided = with_elided_lifetimes(input.to_token_stream());
        if let Ok(elided) = syn::parse2(elided) {
            *input = elided;
        }
    }
    true
}

/// Tests if `async_trait` has added a lifetime: `'async_trait`, `'life0`, …
fn is_generated(param: &GenericParam) -> bool {
    matches!(param, GenericParam::Lifetime(param) if is_generated_name(&param.lifetime.ident))
}

fn is_generated_name(name: &Ident) -> bool {
    let name = name.to_string();
    let number = name.strip_prefix("life");
    name == "async_trait" || number.is_some_and(|number| number.parse::<usize>().is_ok())
}

/// The tokens with `'_` in place of each lifetime that `async_trait` has added.
fn with_elided_lifetimes(tokens: TokenStream) -> TokenStream {
    let mut after_quote = false;
    let elide = |token| {
        let is_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        let is_lifetime = std::mem::replace(&mut after_quote, is_quote);
        match token {
            TokenTree::Ident(name) if is_lifetime && is_generated_name(&name) => {
                Ident::new("_", name.span()).into()
            }
            TokenTree::Group(group) => with_content(&group, with_elided_lifetimes(group.stream())),
            token => token,
        }
    };
    tokens.into_iter().map(elide).collect()
}

fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}
