//! The expansion: the trait with its methods as futures, and an implementation for `Client` whose methods
//! are one call each.

mod arguments;
mod methods;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{AttrStyle, Attribute, Generics, ItemTrait, Path};

use self::methods::{
    declaration, default_body, fallback_implementation, future_signature, implementation,
};
use crate::{
    api::Api,
    attrs::{allows, cfgs},
    errors::Errors,
    foreign,
    method::Method,
    misplaced::not_a_trait,
    recover::recover,
};

/// Expands the macro. All mistakes are reported at once. The trait and an implementation are emitted in any
/// case, so that code that uses them does not fail too.
pub(crate) fn expand(attribute: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = match recover(item.clone(), &mut errors) {
        Some(item) => match foreign::added(&item, &mut errors) {
            Some(added) => added,
            None => expand_trait(&Api::parse(attribute, item, &mut errors)),
        },
        None => not_a_trait(item, &mut errors),
    };
    quote!(#errors #expanded)
}

fn expand_trait(api: &Api) -> TokenStream {
    let private_module = private_module(&api.krate);
    let signatures: Vec<_> = api.methods.iter().map(future_signature).collect();
    let declared = declared_trait(api, &signatures, &private_module);
    // A short name is less to read and to compile; the block keeps it out of the user's module.
    let runtime = ident("__wechatpay");
    let implementation = trait_implementation(api, &signatures, &runtime);
    let cfgs = cfgs(&api.item.attrs);
    let has_body = |method: &Method| {
        let call = method.call.as_ref();
        call.is_some_and(|call| call.args.body.is_some())
    };
    let has_bodies = api.methods.iter().any(has_body);
    let any_body_type = has_bodies.then(|| quote!(use #runtime::AnyBodyType as _;));
    quote! {
        #declared

        #(#cfgs)*
        const _: () = {
            use #private_module as #runtime;
            #any_body_type

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
    // Implementing a deprecated trait uses it.
    let is_deprecated = |attribute: &Attribute| attribute.path().is_ident("deprecated");
    let deprecated = attrs
        .iter()
        .any(is_deprecated)
        .then(|| quote!(#[allow(deprecated)]));
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

/// The module of the runtime for expansions.
///
/// A path, since the compiler copies tokens wherever they stand in `quote!`, which takes most of the time of
/// an expansion.
fn private_module(krate: &Path) -> Path {
    let mut path = krate.clone();
    path.segments.push(ident("__private").into());
    path
}

/// The trait with these items in place of its own.
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
    let is_outer = |attribute: &&Attribute| matches!(attribute.style, AttrStyle::Outer);
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

/// `<>` for a trait without parameters. Without the brackets, the compiler offers to add an unknown type or
/// lifetime as a parameter, once for the trait and once for the implementation.
fn brackets(generics: &Generics) -> Option<TokenStream> {
    generics.params.is_empty().then(|| quote!(<>))
}

/// An identifier of the expansion's own. Identifiers cost less than tokens in `quote!`, which the compiler
/// copies.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
