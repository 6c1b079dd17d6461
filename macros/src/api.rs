//! The annotated trait, and the operation of each of its methods.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Attribute, ItemTrait, Meta, Path, TraitItem, TraitItemFn, Visibility,
    parse::{ParseStream, Parser},
    parse_quote,
};

use crate::{
    attrs,
    declaration::{Declaration, Place},
    endpoint::Endpoint,
    errors::{Checked, Errors},
    foreign,
    method::Method,
    recover::is_incomplete,
    types::{plain_text, unraw},
};

/// A trait as its user declared it.
pub(crate) struct Api {
    /// The trait without our attribute and without its items. Mistakes in a method are not counted here.
    pub(crate) item: Checked<ItemTrait>,
    /// The path of the runtime crate.
    pub(crate) krate: Path,
    pub(crate) methods: Vec<Method>,
    /// Methods that are no operations: a mistake. They are emitted as they are.
    pub(crate) helpers: Vec<TraitItemFn>,
    /// Each method has a default body.
    pub(crate) defaults: bool,
}

// api    = "#[wechatpay_api" [ "(" declaration ")" ] "]" trait
//          with an endpoint in the declaration: a trait of exactly one method;
//          without: each method of the trait carries "#[wechatpay_api(" declaration ")]" with its endpoint
// method = "async fn" name [ lifetimes ] "(&self" { "," param } ")" "->" type ";"
// param  = name ":" type                        a segment of the path, whose placeholder has this name
//        | "body" ":" type                      the JSON body; for an upload, its meta
//        | "query" ":" type                     a struct, one query parameter per field
//        | "#[query]" name ":" type             one query parameter
//        | "#[query = " string "]" name ":" type    the same under another name
//        | "#[header = " string "]" name ":" type   a header of this operation
//        | "file" ":" "&UploadFile"                 with the option `upload` only
//          "#[unlisted]" before a query parameter or `body`: absent from the catalogue
// (declaration: see declaration.rs; endpoint: see endpoint.rs)
impl Api {
    /// Reads the attribute and the trait, and reports every mistake in them.
    pub(crate) fn parse(attribute: TokenStream, item: ItemTrait, errors: &mut Errors) -> Self {
        let tokens = attribute.clone();
        let mut declaration = Declaration::parse(attribute, Place::Trait, errors);
        let mut parts = errors.scope(|errors| TraitParts::read(item, errors));
        let methods = std::mem::take(&mut parts.methods);
        let (helpers, methods) = split_helpers(methods, declaration.endpoint.is_some(), errors);
        let (krate, defaults) = (declaration.krate.take(), declaration.defaults);
        let endpoint_may_be_misread = !declaration.is_ok() || parts.is_annotated_twice;
        let methods = match Declaration::into_endpoint(declaration) {
            Some(endpoint) => {
                check_single(&methods, &endpoint, &tokens, &parts.item, errors);
                declare_single(methods, endpoint, errors)
            }
            None => declare_each(methods, endpoint_may_be_misread, errors),
        };
        Self {
            item: parts.map(|parts| parts.item),
            krate: krate.unwrap_or_else(default_crate),
            methods,
            helpers,
            defaults,
        }
    }
}

fn default_crate() -> Path {
    parse_quote!(::wechatpay_client)
}

/// A trait taken apart.
struct TraitParts {
    /// The trait without our attribute and without its items.
    item: ItemTrait,
    methods: Vec<TraitItemFn>,
    /// The trait carries our attribute again.
    is_annotated_twice: bool,
}

impl TraitParts {
    fn read(mut item: ItemTrait, errors: &mut Errors) -> Self {
        let repeated = attrs::take_ours(&mut item.attrs, errors);
        for attribute in &repeated {
            errors.at(attribute, "duplicate `#[wechatpay_api]`: remove one");
        }
        foreign::remove(&mut item, errors);
        check_header(&mut item, errors);
        let methods = methods(std::mem::take(&mut item.items), errors);
        Self {
            methods: without_duplicates(methods, errors),
            item,
            is_annotated_twice: !repeated.is_empty(),
        }
    }
}

/// Reports what the header of a declared trait cannot have.
fn check_header(item: &mut ItemTrait, errors: &mut Errors) {
    if let Some(unsafety) = item.unsafety.take() {
        errors.at(
            unsafety,
            "a `#[wechatpay_api]` trait cannot be `unsafe`: remove `unsafe`",
        );
    }
    if !item.generics.params.is_empty() {
        errors.at(
            &item.generics,
            "a `#[wechatpay_api]` trait cannot have generic parameters: write concrete types in the \
             methods",
        );
    } else if let Some(clause) = &item.generics.where_clause {
        errors.at(
            clause,
            "a `#[wechatpay_api]` trait cannot have a `where` clause: remove the clause",
        );
    }
}

/// The methods among the items; any other item is a mistake.
fn methods(items: Vec<TraitItem>, errors: &mut Errors) -> Vec<TraitItemFn> {
    let mut methods = Vec::new();
    for item in items {
        if let TraitItem::Fn(method) = item {
            methods.push(method);
        } else if let Ok((visibility, method)) = with_visibility.parse2(item.to_token_stream()) {
            let message = format!(
                "the methods of a trait are as public as the trait: remove `{}`",
                plain_text(&visibility)
            );
            errors.at(visibility, message);
            methods.push(method);
        } else {
            errors.at(
                item,
                "a `#[wechatpay_api]` trait can have only methods: move this item out of the trait",
            );
        }
    }
    methods
}

/// A method as in an `impl`, where `pub` is allowed.
fn with_visibility(input: ParseStream<'_>) -> syn::Result<(Visibility, TraitItemFn)> {
    let attrs = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    let method = input.parse()?;
    Ok((visibility, TraitItemFn { attrs, ..method }))
}

/// Removes and reports every method that has the name of an earlier method. Keeps all methods with a `cfg`, because
/// the conditions may exclude each other.
fn without_duplicates(methods: Vec<TraitItemFn>, errors: &mut Errors) -> Vec<TraitItemFn> {
    let mut names = Vec::new();
    let mut is_first = |method: &TraitItemFn| {
        if attrs::cfgs(&method.attrs).next().is_some() {
            return true;
        }
        let name = unraw(&method.sig.ident);
        let is_first = !names.contains(&name);
        if is_first {
            names.push(name);
        } else {
            let message = format!("duplicate method `{name}`: rename one");
            errors.at(&method.sig.ident, message);
        }
        is_first
    };
    methods
        .into_iter()
        .filter(|method| is_first(method))
        .collect()
}

/// Splits off methods that are no operations: they have a body, and no attribute of ours.
///
/// If the trait declares an operation and has only one method, that method is the operation.
fn split_helpers(
    methods: Vec<TraitItemFn>,
    trait_has_endpoint: bool,
    errors: &mut Errors,
) -> (Vec<TraitItemFn>, Vec<TraitItemFn>) {
    if trait_has_endpoint && methods.len() == 1 {
        return (Vec::new(), methods);
    }
    let is_helper =
        |method: &TraitItemFn| method.default.is_some() && !method.attrs.iter().any(attrs::is_ours);
    let (helpers, methods): (Vec<_>, Vec<_>) = methods.into_iter().partition(is_helper);
    for helper in &helpers {
        let name = &helper.sig.ident;
        errors.at(
            name,
            format!(
                "the method `{name}` has a body, so it is not an operation: move the method out of the \
                 trait"
            ),
        );
    }
    (helpers, methods)
}

/// Reports a trait with an endpoint that has no method, or several.
fn check_single(
    methods: &[TraitItemFn],
    endpoint: &Endpoint,
    attribute: &TokenStream,
    item: &ItemTrait,
    errors: &mut Errors,
) {
    match methods.len() {
        // Another mistake may have cost the trait its method.
        0 if !errors.is_empty() => {}
        0 => errors.at(
            &item.ident,
            "the trait declares an operation but has no method: add one `async fn`",
        ),
        1 => {}
        many => errors.at(
            attribute,
            format!(
                "the trait declares one operation but has {many} methods: write `#[wechatpay_api]` \
                 on the trait, and on each method its operation, as in \
                 `#[wechatpay_api({})]`",
                endpoint.on_method()
            ),
        ),
    }
}

/// The trait carries the endpoint of its only method.
fn declare_single(
    methods: Vec<TraitItemFn>,
    endpoint: Checked<Endpoint>,
    errors: &mut Errors,
) -> Vec<Method> {
    let is_only = methods.len() == 1;
    let mut endpoint = Some(endpoint).filter(|_| is_only);
    let declare = |mut method: TraitItemFn| {
        for attribute in attrs::take_ours(&mut method.attrs, errors) {
            if is_only {
                errors.at(
                    attribute,
                    "the trait's attribute already declares the operation: remove this attribute",
                );
            }
        }
        Method::declare(method, endpoint.take(), errors)
    };
    methods.into_iter().map(declare).collect()
}

/// Each method carries its own endpoint, unless the trait's attribute may have been meant to declare it.
fn declare_each(
    methods: Vec<TraitItemFn>,
    endpoint_may_be_misread: bool,
    errors: &mut Errors,
) -> Vec<Method> {
    let declare = |mut method: TraitItemFn| {
        let attributes = errors.scope(|errors| attrs::take_ours(&mut method.attrs, errors));
        // An attribute with a mistake may have been meant for the endpoint, too.
        let endpoint_may_be_misread = endpoint_may_be_misread || !attributes.is_ok();
        let mut attributes = attributes.into_inner().into_iter();
        let Some(first) = attributes.next() else {
            return declare_without_endpoint(method, endpoint_may_be_misread, errors);
        };
        let endpoint = own_endpoint(&first, &method, errors);
        for second in attributes {
            errors.at(
                second,
                "a method can have only one operation: remove this attribute",
            );
        }
        Method::declare(method, endpoint, errors)
    };
    methods.into_iter().map(declare).collect()
}

fn declare_without_endpoint(
    method: TraitItemFn,
    endpoint_may_be_misread: bool,
    errors: &mut Errors,
) -> Method {
    if endpoint_may_be_misread {
        return Method::declare(method, None, errors);
    }
    errors.at(&method.sig.ident, missing_endpoint(&method));
    if method.sig.asyncness.is_none() {
        // Perhaps the method was not meant to be an operation: its other mistakes are not reported.
        return Method::declare(method, None, &mut Errors::default());
    }
    Method::declare(method, None, errors)
}

fn own_endpoint(
    attribute: &Attribute,
    method: &TraitItemFn,
    errors: &mut Errors,
) -> Option<Checked<Endpoint>> {
    if is_incomplete(&attribute.meta) {
        return None;
    }
    let tokens = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    let declaration = Declaration::parse(tokens, Place::Method, errors);
    if declaration.endpoint.is_none() && declaration.is_ok() {
        errors.at(&method.sig.ident, missing_endpoint(method));
    }
    Declaration::into_endpoint(declaration)
}

fn missing_endpoint(method: &TraitItemFn) -> String {
    let name = &method.sig.ident;
    format!(
        "the method `{name}` has no operation: write `#[wechatpay_api(POST \"/v3/…\")]` above the method"
    )
}
