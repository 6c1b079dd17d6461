//! The attribute on an item that is not a trait.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::TraitItemFn;

use crate::{
    attrs,
    errors::Errors,
    foreign::{is_mock, report_mock, without_ours},
};

/// Reports where the attribute belongs, and returns the item as it is.
pub(crate) fn not_a_trait(item: TokenStream, errors: &mut Errors) -> TokenStream {
    if let Some(method) = lone_method(item.clone(), errors) {
        return method.into_token_stream();
    }
    let cleaned = without_ours(item.clone());
    if is_mock(&item) {
        report_mock(&item, errors);
        return cleaned;
    }
    let keyword = item.clone().into_iter().find(is_keyword);
    let message = match &keyword {
        // The compiler has reported a trait that does not parse. A trait alias does.
        Some(keyword) if keyword.to_string() == "trait" && !is_alias(&item) => {
            return TokenStream::new();
        }
        Some(keyword) if keyword.to_string() == "impl" => {
            "`#[wechatpay_api]` belongs on a trait, not on an `impl`: if a mocking attribute made this \
             `impl`, put that attribute below `#[wechatpay_api]`"
        }
        _ => "`#[wechatpay_api]` belongs on a trait: remove the attribute from this item",
    };
    match keyword {
        Some(keyword) => errors.at(keyword, message),
        None => errors.at(&item, message),
    }
    cleaned
}

/// Reports a method that carries our attribute while its trait does not, and removes our attributes.
fn lone_method(tokens: TokenStream, errors: &mut Errors) -> Option<TraitItemFn> {
    let mut method: TraitItemFn = syn::parse2(tokens).ok()?;
    if method.default.is_some() {
        return None;
    }
    errors.at(
        &method.sig.ident,
        "the trait of this method has no `#[wechatpay_api]`: add the attribute to the trait",
    );
    attrs::strip_ours(&mut method);
    Some(method)
}

fn is_alias(item: &TokenStream) -> bool {
    let is_equals = |token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '=');
    item.clone().into_iter().any(is_equals)
}

fn is_keyword(token: &TokenTree) -> bool {
    const KEYWORDS: [&str; 11] = [
        "struct", "enum", "union", "fn", "impl", "mod", "type", "const", "static", "use", "trait",
    ];
    matches!(token, TokenTree::Ident(ident) if KEYWORDS.iter().any(|keyword| ident == keyword))
}
