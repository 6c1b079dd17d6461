//! The methods of the expansion, in the trait and in the implementation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{FnArg, Pat, PatType, Signature, Token, Type, spanned::Spanned};

use super::{arguments::arguments, ident};
use crate::{
    attrs::{allows, cfgs},
    endpoint::{Assertion, Condition, Endpoint},
    flag::Flag,
    method::{Call, Method},
    types::unraw,
};

/// The method in the trait. Its documentation begins with its operation.
pub(super) fn declaration(
    method: &Method,
    signature: &TokenStream,
    default: Option<TokenStream>,
) -> TokenStream {
    let attributes = &method.item.attrs;
    let call = method.call.as_ref();
    let doc = call.map(|call| operation_doc(&call.endpoint));
    let body = default.map_or_else(|| quote!(;), |body| quote!({ #body }));
    quote!(#doc #(#attributes)* #signature #body)
}

/// A paragraph before the user's own documentation.
fn operation_doc(endpoint: &Endpoint) -> TokenStream {
    let method = endpoint.method.unwrap_or("POST");
    let path = endpoint.path.as_ref().map_or("", |path| &path.text);
    let lines = [format!("`{method} {path}`"), String::new()];
    quote!(#(#[doc = #lines])*)
}

/// The body of a method that a type leaves out.
pub(super) fn default_body(name: &Ident, method: &Method, runtime: &impl ToTokens) -> TokenStream {
    if method.call.is_none() {
        return fallback_body(method, runtime);
    }
    let output = &method.output;
    let use_arguments = use_arguments(method, runtime);
    let method = format!("{}::{}", unraw(name), unraw(&method.item.sig.ident));
    quote! {
        use #runtime::Otherwise as _;
        #use_arguments
        #runtime::NotImplemented::<#output>::new(#method).response()
    }
}

/// `async fn … -> R` as `fn … -> impl Future<Output = R> + Send`. No other qualifier is left: each is a
/// mistake.
pub(super) fn future_signature(method: &Method) -> TokenStream {
    let Signature {
        fn_token,
        ident,
        generics,
        paren_token,
        inputs,
        ..
    } = &method.item.sig;
    let output = &method.output;
    let clause = &generics.where_clause;
    let mut signature = quote!(#fn_token #ident #generics);
    paren_token.surround(&mut signature, |tokens| inputs.to_tokens(tokens));
    quote! {
        #signature -> impl ::core::future::Future<Output = #output> + ::core::marker::Send #clause
    }
}

pub(super) fn implementation(
    method: &Method,
    call: &Call,
    signature: &TokenStream,
    runtime: &Ident,
) -> TokenStream {
    let cfgs = cfgs(&method.item.attrs);
    let allows = allows(&method.item.attrs);
    let output = &method.output;
    let receiver = call.receiver;
    let endpoint = endpoint(call, runtime);
    let arguments = arguments(&call.args, runtime);
    let function = if call.endpoint.flags.has(Flag::Download) {
        "download"
    } else if call.endpoint.flags.has(Flag::Unsigned) {
        "unsigned"
    } else {
        "call"
    };
    // Spanned at the return type, because the compiler reports errors of the whole call there.
    let span = Span::call_site().located_at(output.span());
    let (mut runtime, function) = (runtime.clone(), ident(function));
    runtime.set_span(span);
    let closing = Token![>](span);
    let assertion = call.endpoint.assertion.as_ref();
    let assertion = assertion.map(|assertion| assert_return_type(assertion, output, &runtime));
    quote! {
        #(#cfgs)*
        #(#allows)*
        #[inline]
        #signature {
            #assertion
            #runtime::#function::<#output #closing (
                #receiver,
                const { &#endpoint },
                #arguments,
            )
        }
    }
}

/// A constant that the compiler cannot evaluate if the return type does not fulfil the condition.
fn assert_return_type(
    Assertion {
        condition,
        message,
        span,
    }: &Assertion,
    output: &Type,
    runtime: &Ident,
) -> TokenStream {
    let span = Span::call_site().located_at(*span);
    let mut runtime = runtime.clone();
    runtime.set_span(span);
    let condition = match condition {
        Condition::Empty => quote!(IS_EMPTY),
        Condition::NoBill => quote!(IS_NO_BILL),
    };
    quote_spanned! {span=>
        const _: () = {
            use #runtime::AnyReturnType as _;
            #runtime::assert(#runtime::ReturnType::<#output>::#condition, #message)
        };
    }
}

fn endpoint(call: &Call, runtime: &impl ToTokens) -> TokenStream {
    let method = ident(call.endpoint.method.unwrap_or("POST"));
    let path = call.endpoint.path.as_ref().map(|path| &path.literal);
    let flags = ENDPOINT_OPTIONS.into_iter();
    let flags = flags.filter(|flag| call.endpoint.flags.has(*flag));
    let options = flags.map(|flag| ident(flag.name()));
    let sensitive = list_option("sensitive", &call.endpoint.sensitive);
    let sensitive_query = list_option("sensitive_query", &call.endpoint.sensitive_query);
    quote! {
        #runtime::endpoint(#runtime::Method::#method, #path) #(.#options())* #sensitive #sensitive_query
    }
}

/// An option with a list of texts, unless the list is empty.
fn list_option(name: &str, texts: &[&str]) -> Option<TokenStream> {
    if texts.is_empty() {
        return None;
    }
    let name = ident(name);
    Some(quote!(.#name(&[#(#texts),*])))
}

/// The flags that are options of the runtime's endpoint, too. The others choose what is called.
const ENDPOINT_OPTIONS: [Flag; 4] = [
    Flag::Accepted,
    Flag::Global,
    Flag::Idempotent,
    Flag::Unsigned,
];

/// The implementation of a method with a mistake.
pub(super) fn fallback_implementation(
    method: &Method,
    signature: &TokenStream,
    runtime: &impl ToTokens,
) -> TokenStream {
    let cfgs = cfgs(&method.item.attrs);
    let body = fallback_body(method, runtime);
    quote! {
        #(#cfgs)*
        #signature { #body }
    }
}

fn fallback_body(method: &Method, runtime: &impl ToTokens) -> TokenStream {
    let output = &method.output;
    let use_arguments = use_arguments(method, runtime);
    quote!(#use_arguments #runtime::undeclared::<#output>())
}

/// Uses the arguments of a body that has no use for them. An `allow` would be an error under the user's
/// `forbid`.
fn use_arguments(method: &Method, runtime: &impl ToTokens) -> Option<TokenStream> {
    let names: Vec<_> = method
        .item
        .sig
        .inputs
        .iter()
        .filter_map(used_name)
        .collect();
    (!names.is_empty()).then(|| quote!(#runtime::unused((#(&#names,)*));))
}

/// The name of an argument, unless it begins with `_` and thus may be unused.
fn used_name(argument: &FnArg) -> Option<&Ident> {
    let FnArg::Typed(PatType { pat, .. }) = argument else {
        return None;
    };
    let Pat::Ident(name) = &**pat else {
        return None;
    };
    Some(&name.ident).filter(|name| !unraw(name).starts_with('_'))
}
