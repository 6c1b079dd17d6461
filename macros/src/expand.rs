//! The expansion: the trait with its methods as futures, and an implementation for `Client` that is
//! data and one call a method.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    AttrStyle, Attribute, FnArg, Generics, ItemTrait, Pat, PatType, Path, Signature, Token,
    spanned::Spanned,
};

use crate::{
    api::{self, Api},
    args::{Args, Argument, Query},
    attrs::{allows, cfgs},
    endpoint::Endpoint,
    errors::Errors,
    flag::Flag,
    method::{Call, Method},
    recover::recover,
    types::unraw,
};

/// The macro. What is wrong is reported all at once; the trait and an implementation come in any
/// case, so that nothing that uses them fails too.
pub(crate) fn expand(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = match recover(item.clone(), &mut errors) {
        Some(item) => expand_trait(&Api::parse(attribute, item, &mut errors)),
        None => not_a_trait(item, &mut errors),
    };
    quote!(#errors #expanded)
}

fn expand_trait(api: &Api) -> TokenStream {
    let private_module = private_module(&api.krate);
    let signatures: Vec<_> = api.methods.iter().map(future_signature).collect();
    let declared = declared_trait(api, &signatures, &private_module);
    // In a block of its own, so that it is nobody else's: less to write, to read and to compile.
    let runtime = ident("__wechatpay");
    let implementation = trait_implementation(api, &signatures, &runtime);
    let cfgs = cfgs(&api.item.attrs);
    quote! {
        #declared

        #(#cfgs)*
        const _: () = {
            use #private_module as #runtime;

            #implementation
        };
    }
}

fn declared_trait(api: &Api, signatures: &[TokenStream], private_module: &Path) -> TokenStream {
    let declare = |(method, signature)| {
        let default = api
            .defaults
            .then(|| default_body(&api.item.ident, method, private_module));
        declaration(method, signature, default)
    };
    let declarations = api.methods.iter().zip(signatures).map(declare);
    let helpers = api.helpers.iter().map(ToTokens::to_token_stream);
    with_items(&api.item, declarations.chain(helpers))
}

fn trait_implementation(api: &Api, signatures: &[TokenStream], runtime: &Ident) -> TokenStream {
    let implement = |(method, signature): (&Method, _)| match &method.call {
        Some(call) if api.item.is_ok() => implementation(method, call, signature, runtime),
        _ => fallback_implementation(method, signature, runtime),
    };
    let implementations = api.methods.iter().zip(signatures).map(implement);
    let ItemTrait {
        ident,
        attrs,
        generics,
        ..
    } = &*api.item;
    let allows = allows(attrs);
    // Implementing such a trait is a use of it.
    let deprecated = attrs.iter().any(|it| it.path().is_ident("deprecated"));
    let deprecated = deprecated.then(|| quote!(#[allow(deprecated)]));
    let brackets = brackets(generics);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        #(#allows)*
        #deprecated
        impl #brackets #impl_generics #ident #type_generics for #runtime::Client #where_clause {
            #(#implementations)*
        }
    }
}

/// What an expansion names, of the crate. A path and no tokens: those are copied through the compiler
/// wherever they stand in `quote!`, which is most of what an expansion takes.
fn private_module(krate: &Path) -> Path {
    let mut path = krate.clone();
    path.segments.push(ident("__private").into());
    path
}

/// The trait with these items for its own.
fn with_items(item: &ItemTrait, items: impl Iterator<Item = TokenStream>) -> TokenStream {
    let ItemTrait {
        attrs,
        vis,
        trait_token,
        ident,
        generics,
        colon_token,
        supertraits,
        ..
    } = item;
    let is_outer = |it: &&Attribute| matches!(it.style, AttrStyle::Outer);
    let (outer, inner): (Vec<_>, Vec<_>) = attrs.iter().partition(is_outer);
    let auto = &item.modifiers.auto_token;
    let clause = &generics.where_clause;
    let brackets = brackets(generics);
    quote! {
        #(#outer)* #vis #auto #trait_token #ident #brackets #generics #colon_token #supertraits #clause {
            #(#inner)*
            #(#items)*
        }
    }
}

/// Empty, where there are no parameters: the compiler would offer to add a type or a lifetime that it does
/// not find, in its own words for the trait and for the implementation, so that it would be told twice.
fn brackets(generics: &Generics) -> Option<TokenStream> {
    generics.params.is_empty().then(|| quote!(<>))
}

/// The method as the trait has it: what it sends first in its documentation, `async` spelt out.
fn declaration(
    method: &Method,
    signature: &TokenStream,
    default: Option<TokenStream>,
) -> TokenStream {
    let attributes = &method.item.attrs;
    let endpoint = method
        .call
        .as_ref()
        .map(|call| operation_doc(&call.endpoint));
    match default {
        Some(body) => {
            quote!(#endpoint #(#attributes)* #signature { #body })
        }
        None => quote!(#endpoint #(#attributes)* #signature;),
    }
}

/// A line and an empty one, before the user's own.
fn operation_doc(endpoint: &Endpoint) -> TokenStream {
    let method = endpoint.method.unwrap_or("POST");
    let path = endpoint.path.as_ref().map_or("", |it| &it.text);
    let lines = [format!("`{method} {path}`"), String::new()];
    quote!(#(#[doc = #lines])*)
}

/// The body of a method that a type does not implement.
fn default_body(name: &Ident, method: &Method, runtime: &impl ToTokens) -> TokenStream {
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

/// `async fn … -> R` as `fn … -> impl Future<Output = R> + Send`; other qualifiers are mistakes, and
/// taken off.
fn future_signature(method: &Method) -> TokenStream {
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

fn implementation(
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
    // Where the response's type is, for what the compiler says of the call as a whole is said of that.
    let span = Span::call_site().located_at(output.span());
    let (mut runtime, function) = (runtime.clone(), ident(function));
    runtime.set_span(span);
    let closing = Token![>](span);
    quote! {
        #(#cfgs)*
        #(#allows)*
        #[inline]
        #signature {
            #runtime::#function::<#output #closing (
                #receiver,
                const { &#endpoint },
                #arguments,
            )
        }
    }
}

fn endpoint(call: &Call, runtime: &impl ToTokens) -> TokenStream {
    let method = ident(call.endpoint.method.unwrap_or("POST"));
    let path = call
        .endpoint
        .path
        .as_ref()
        .map(|template| &template.literal);
    let facts = ENDPOINT_OPTIONS
        .iter()
        .filter(|fact| call.endpoint.flags.has(**fact));
    let facts = facts.map(|fact| ident(fact.name()));
    quote!(#runtime::endpoint(#runtime::Method::#method, #path) #(.#facts())*)
}

/// The flags that the endpoint states; the others show in what is called.
const ENDPOINT_OPTIONS: [Flag; 4] = [
    Flag::Accepted,
    Flag::Global,
    Flag::Idempotent,
    Flag::Unsigned,
];

/// What is declared alone: the rest is as in `NO_ARGS`.
fn arguments(args: &Args, runtime: &impl ToTokens) -> TokenStream {
    let path = args.path.iter().map(|it| named_value("path", it, runtime));
    let query = args.query.iter().map(|query| match query {
        Query::Value(argument) => named_value("query", argument, runtime),
        Query::Struct(argument) => unnamed_value("query_struct", argument, runtime),
    });
    let headers = args
        .headers
        .iter()
        .map(|it| named_value("header", it, runtime));
    let body = args
        .body
        .iter()
        .map(|it| unnamed_value("body", it, runtime));
    let file = args
        .file
        .iter()
        .map(|it| unnamed_value("file", it, runtime));
    let lists = [
        list_field("path", path),
        list_field("query", query),
        list_field("headers", headers),
    ];
    let fields: Vec<_> = lists
        .into_iter()
        .flatten()
        .chain(body.map(|body| quote!(body: #body)))
        .chain(file.map(|file| quote!(file: #file)))
        .collect();
    if fields.is_empty() {
        return quote!(#runtime::NO_ARGS);
    }
    quote!(#runtime::Args { #(#fields,)* ..#runtime::NO_ARGS })
}

/// A field that lists something, if there is something.
fn list_field(field: &str, items: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let items: Vec<_> = items.collect();
    let field = ident(field);
    (!items.is_empty()).then(|| quote!(#field: &[#(#items),*]))
}

/// The user's own type in the turbofish: the compiler then underlines it where it does not fit.
fn named_value(function: &str, argument: &Argument, runtime: &impl ToTokens) -> TokenStream {
    let function = ident(function);
    let Argument {
        name, ident, ty, ..
    } = argument;
    quote!(#runtime::#function::<#ty>(#name, &#ident))
}

fn unnamed_value(function: &str, argument: &Argument, runtime: &impl ToTokens) -> TokenStream {
    let function = ident(function);
    let Argument { ident, ty, .. } = argument;
    quote!(#runtime::#function::<#ty>(&#ident))
}

/// A word of the expansion's own. As an identifier: the compiler copies tokens wherever they stand in
/// `quote!`.
fn ident(ident: &str) -> Ident {
    Ident::new(ident, Span::call_site())
}

/// In the place of an implementation that a mistake leaves out.
fn fallback_implementation(
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

/// Names the arguments of a body that leaves them alone: `allow` is a mistake under the user's `forbid`.
fn use_arguments(method: &Method, runtime: &impl ToTokens) -> Option<TokenStream> {
    let names = method
        .item
        .sig
        .inputs
        .iter()
        .filter_map(|input| match input {
            FnArg::Typed(PatType { pat, .. }) => match &**pat {
                // One that begins so is meant to be left alone.
                Pat::Ident(name) => Some(&name.ident).filter(|it| !unraw(it).starts_with('_')),
                _ => None,
            },
            FnArg::Receiver(_) => None,
        });
    let names: Vec<_> = names.collect();
    (!names.is_empty()).then(|| quote!(#runtime::unused((#(&#names,)*));))
}

/// Says where the attribute belongs, and leaves the item as it is.
fn not_a_trait(item: TokenStream, errors: &mut Errors) -> TokenStream {
    if let Some(method) = api::lone_method(item.clone(), errors) {
        return method.into_token_stream();
    }
    let cleaned = api::clean_impl(item.clone());
    let keyword = item.clone().into_iter().find(is_keyword);
    let message = match &keyword {
        // What is wrong with a trait, the compiler has said; an alias is none.
        Some(keyword) if keyword.to_string() == "trait" && !is_alias(&item) => {
            return TokenStream::new();
        }
        Some(keyword) if keyword.to_string() == "impl" => {
            "`#[wechatpay_api]` belongs on a trait; a mocking attribute goes below it"
        }
        _ => "`#[wechatpay_api]` belongs on a trait",
    };
    match keyword {
        Some(keyword) => errors.at(keyword, message),
        None => errors.at(&item, message),
    }
    cleaned.map_or(item, ToTokens::into_token_stream)
}

fn is_alias(item: &TokenStream) -> bool {
    let is_equals = |token| matches!(token, TokenTree::Punct(it) if it.as_char() == '=');
    item.clone().into_iter().any(is_equals)
}

fn is_keyword(token: &TokenTree) -> bool {
    const KEYWORDS: [&str; 11] = [
        "struct", "enum", "union", "fn", "impl", "mod", "type", "const", "static", "use", "trait",
    ];
    matches!(token, TokenTree::Ident(ident) if KEYWORDS.iter().any(|keyword| ident == keyword))
}
