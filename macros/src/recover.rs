//! Recovers a trait that does not parse, as far as possible.
//!
//! The compiler has parsed the trait before it calls the macro, so the mistakes found here are reported
//! already and are not reported again.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{TokenStreamExt, format_ident, quote};
use syn::{
    ItemTrait, Meta, ReturnType, Token, TraitItem, TraitItemFn,
    parse::{ParseStream, Parser, discouraged::Speculative},
    token::Bracket,
};

use crate::errors::Errors;

/// The attributes that this macro understands.
const OURS: [&str; 4] = ["wechatpay_api", "query", "header", "unlisted"];

/// The only argument of an attribute of ours whose own arguments do not parse.
const INCOMPLETE: &str = "__incomplete";

/// Parses a trait. If methods do not parse, they are left out and counted as a mistake.
pub(crate) fn recover(tokens: TokenStream, errors: &mut Errors) -> Option<ItemTrait> {
    if let Ok(item) = syn::parse2(tokens.clone()) {
        return Some(item);
    }
    let tokens = with_complete_values(tokens);
    if let Ok(item) = syn::parse2(tokens.clone()) {
        return Some(item);
    }
    let tokens = with_complete_attributes(tokens);
    if let Ok(item) = syn::parse2(tokens.clone()) {
        return Some(item);
    }
    let item = with_complete_items(tokens)?;
    errors.reported_by_compiler();
    Some(item)
}

/// Tests if nothing but the name of an attribute could be recovered.
pub(crate) fn is_incomplete(meta: &Meta) -> bool {
    matches!(meta, Meta::List(list) if list.tokens.to_string() == INCOMPLETE)
}

/// Completes each `#[name = ]` with `""`, which readers of the attribute report as an empty name.
fn with_complete_values(tokens: TokenStream) -> TokenStream {
    let complete = |token| {
        let TokenTree::Group(group) = token else {
            return token;
        };
        let mut inner: Vec<TokenTree> = with_complete_values(group.stream()).into_iter().collect();
        match inner.last() {
            Some(TokenTree::Punct(last)) if last.as_char() == '=' => {
                let mut value = Literal::string("");
                value.set_span(last.span());
                inner.push(value.into());
            }
            _ => {}
        }
        with_content(&group, inner.into_iter().collect())
    };
    tokens.into_iter().map(complete).collect()
}

/// Replaces each attribute that does not parse by one that does.
fn with_complete_attributes(tokens: TokenStream) -> TokenStream {
    let mut after_hash = false;
    let complete = |token| {
        let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        let is_attribute = std::mem::replace(&mut after_hash, is_hash);
        let TokenTree::Group(group) = token else {
            return token;
        };
        let content = if is_attribute {
            complete_attribute(group.stream())
        } else {
            with_complete_attributes(group.stream())
        };
        with_content(&group, content)
    };
    tokens.into_iter().map(complete).collect()
}

/// The name and the value of an attribute that does not parse, as in `#[query = "mchid", unlisted]`; only
/// the name if there is no value, as in `#[query mchid]`.
fn complete_attribute(attribute: TokenStream) -> TokenStream {
    if syn::parse2::<Meta>(attribute.clone()).is_ok() {
        return attribute;
    }
    let mut tokens = attribute.into_iter();
    let mut name: TokenStream = tokens.by_ref().take(1).collect();
    let value: Vec<TokenTree> = tokens.take(2).collect();
    if matches!(value.first(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=') {
        name.extend(value);
    } else if OURS.contains(&&*name.to_string()) {
        let incomplete = format_ident!("{INCOMPLETE}");
        name.extend(quote!((#incomplete)));
    }
    name
}

pub(crate) fn with_content(group: &Group, content: TokenStream) -> TokenTree {
    let mut changed = Group::new(group.delimiter(), content);
    changed.set_span(group.span());
    changed.into()
}

/// The trait with only those items that parse.
fn with_complete_items(tokens: TokenStream) -> Option<ItemTrait> {
    let mut header: Vec<TokenTree> = tokens.into_iter().collect();
    let body = match header.pop() {
        Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => body.stream(),
        _ => return None,
    };
    let is_trait = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "trait");
    if !header.iter().any(is_trait) {
        return None;
    }
    let empty = Group::new(Delimiter::Brace, TokenStream::new());
    header.push(TokenTree::Group(empty));
    let mut item: ItemTrait = syn::parse2(header.into_iter().collect()).ok()?;
    item.items = complete_items.parse2(body).ok()?;
    Some(item)
}

/// The items that parse, and methods that lack only their `;`.
fn complete_items(input: ParseStream<'_>) -> syn::Result<Vec<TraitItem>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        let ahead = input.fork();
        if let Ok(item) = ahead.parse() {
            input.advance_to(&ahead);
            items.push(item);
        } else {
            let skipped = skip_item(input)?;
            let method: Option<TraitItemFn> = syn::parse2(quote!(#skipped;)).ok();
            // Without a return type, the method is probably incomplete.
            let method = method.filter(|method| !matches!(method.sig.output, ReturnType::Default));
            items.extend(method.map(TraitItem::Fn));
        }
    }
    Ok(items)
}

/// The tokens up to a `;`, or up to the attributes or the `async` of the next method.
fn skip_item(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut skipped = TokenStream::new();
    let (mut past_attributes, mut past_fn, mut at_end) = (false, false, false);
    while !at_end && !input.is_empty() {
        if (past_attributes && input.peek(Token![#])) || (past_fn && input.peek(Token![async])) {
            break;
        }
        past_attributes |= !input.peek(Token![#]) && !input.peek(Bracket);
        past_fn |= input.peek(Token![fn]);
        at_end = input.peek(Token![;]);
        skipped.append(input.parse::<TokenTree>()?);
    }
    Ok(skipped)
}
