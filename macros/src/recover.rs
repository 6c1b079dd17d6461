//! What can be kept of a trait that does not parse. The compiler, like an editor, has parsed it before it
//! comes here and said what is wrong with it: nothing of that is said again.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use quote::{TokenStreamExt, format_ident, quote};
use syn::{
    ItemTrait, Meta, ReturnType, Token, TraitItem, TraitItemFn,
    parse::{ParseStream, Parser, discouraged::Speculative},
    token::Bracket,
};

use crate::errors::Errors;

/// Reads a trait, or all of it that parses; methods that are lost are a mistake.
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
    let mut header: Vec<TokenTree> = tokens.into_iter().collect();
    let is_trait = |token: &TokenTree| matches!(token, TokenTree::Ident(it) if it == "trait");
    let body = match header.pop() {
        Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace => body.stream(),
        _ => return None,
    };
    if !header.iter().any(is_trait) {
        return None;
    }
    let empty = Group::new(Delimiter::Brace, TokenStream::new());
    header.push(TokenTree::Group(empty));
    let mut item: ItemTrait = syn::parse2(header.into_iter().collect()).ok()?;
    item.items = complete_items.parse2(body).ok()?;
    errors.reported_by_compiler();
    Some(item)
}

/// Ends each half-typed `#[name = ]` in `""`, which is an empty name to whoever reads the attribute.
fn with_complete_values(tokens: TokenStream) -> TokenStream {
    let ended = |token| {
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
        let mut ended = Group::new(group.delimiter(), inner.into_iter().collect());
        ended.set_span(group.span());
        ended.into()
    };
    tokens.into_iter().map(ended).collect()
}

/// What stands in an attribute of ours that is not whole, and of which the compiler has said so.
const INCOMPLETE: &str = "__incomplete";

/// The attributes that this macro understands.
const OURS: [&str; 4] = ["wechatpay_api", "query", "header", "unlisted"];

/// Whether of an attribute nothing is left but its name, and no more is to be said of it.
pub(crate) fn is_incomplete(meta: &Meta) -> bool {
    matches!(meta, Meta::List(list) if list.tokens.to_string() == INCOMPLETE)
}

/// Leaves of each attribute that does not parse its name and value: `#[query = "mchid", unlisted]`, or else
/// its name alone: `#[query mchid]`.
fn with_complete_attributes(tokens: TokenStream) -> TokenStream {
    let mut after_hash = false;
    let whole = |token| {
        let is_attribute = std::mem::replace(
            &mut after_hash,
            matches!(&token, TokenTree::Punct(it) if it.as_char() == '#'),
        );
        let TokenTree::Group(group) = token else {
            return token;
        };
        let mut inner = group.stream();
        if !is_attribute {
            inner = with_complete_attributes(inner);
        } else if syn::parse2::<Meta>(inner.clone()).is_err() {
            let named = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == '=');
            let mut tokens = inner.into_iter();
            inner = tokens.by_ref().take(1).collect();
            let next: TokenStream = tokens.by_ref().take(2).collect();
            if next.clone().into_iter().next().as_ref().is_some_and(named) {
                inner.extend(next);
            } else if OURS.iter().any(|it| inner.to_string() == *it) {
                let incomplete = format_ident!("{INCOMPLETE}");
                inner.extend(quote!((#incomplete)));
            }
        }
        let mut whole = Group::new(group.delimiter(), inner);
        whole.set_span(group.span());
        whole.into()
    };
    tokens.into_iter().map(whole).collect()
}

/// The items that parse, and methods that lack but their `;`; of any other all is skipped up to a `;` or
/// to what the next method begins with.
fn complete_items(input: ParseStream<'_>) -> syn::Result<Vec<TraitItem>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        let ahead = input.fork();
        if let Ok(item) = ahead.parse() {
            input.advance_to(&ahead);
            items.push(item);
            continue;
        }
        let mut skipped = TokenStream::new();
        let (mut begun, mut named, mut ended) = (false, false, false);
        while !ended && !input.is_empty() {
            if (begun && input.peek(Token![#])) || (named && input.peek(Token![async])) {
                break;
            }
            // What is no attribute.
            begun |= !input.peek(Token![#]) && !input.peek(Bracket);
            named |= input.peek(Token![fn]);
            ended = input.peek(Token![;]);
            skipped.append(input.parse::<TokenTree>()?);
        }
        let ended: Option<TraitItemFn> = syn::parse2(quote!(#skipped;)).ok();
        let whole = ended.filter(|it| !matches!(it.sig.output, ReturnType::Default));
        items.extend(whole.map(TraitItem::Fn));
    }
    Ok(items)
}
