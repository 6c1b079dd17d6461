//! The annotated trait: which of its methods is which operation.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    Attribute, ImplItem, ItemImpl, ItemTrait, Meta, Path, TraitItem, TraitItemFn, Visibility,
    parse::{ParseStream, Parser},
    parse_quote,
};

use crate::{
    attrs,
    declaration::{Declaration, Place},
    endpoint::Endpoint,
    errors::{Checked, Errors},
    method::Method,
    recover::is_incomplete,
    types::unraw,
};

/// A trait as it was declared.
pub(crate) struct Api {
    /// Without our attribute and without items; its methods' mistakes are not its own.
    pub(crate) item: Checked<ItemTrait>,
    /// Where the runtime is.
    pub(crate) krate: Path,
    pub(crate) methods: Vec<Method>,
    /// Methods that are no operations: a mistake, and left as they are.
    pub(crate) helpers: Vec<TraitItemFn>,
    /// Each method has a default body.
    pub(crate) defaults: bool,
}

// api    = "#[wechatpay_api" [ "(" attribute ")" ] "]" trait
//          with an operation in the attribute: a trait of exactly one method;
//          without: a trait whose every method carries "#[wechatpay_api(" operation ")]"
// method = "async fn" name [ lifetimes ] "(&self" { "," param } ")" "->" type ";"
// param  = name ":" type                        name is a placeholder: its segment of the path
//        | "body" ":" type                      the JSON body; of an upload, its meta
//        | "query" ":" type                     a struct, one query parameter per field
//        | "#[query]" name ":" type             one query parameter
//        | "#[query = " string "]" name ":" type    the same under another name
//        | "#[header = " string "]" name ":" type   a header of the operation's own
//        | "file" ":" "&UploadFile"                   with `upload` only
//          "#[unlisted]" before a query parameter or `body`: not in the table of known operations
// (attribute: see attribute.rs; operation: see operation.rs)
impl Api {
    /// Reads the attribute and the trait, and reports every mistake in them.
    pub(crate) fn parse(attribute: TokenStream, item: ItemTrait, errors: &mut Errors) -> Self {
        let tokens = attribute.clone();
        let mut declared = Declaration::parse(attribute, Place::Trait, errors);
        let mut parts = errors.scope(|errors| Parts::read(item, errors));
        let functions = std::mem::take(&mut parts.functions);
        let (helpers, functions) = helpers(functions, declared.endpoint.is_some(), errors);
        let (krate, defaults) = (declared.krate.take(), declared.defaults);
        let may_be_declared = !declared.is_ok() || parts.again;
        let methods = match Declaration::into_endpoint(declared) {
            Some(endpoint) => single(endpoint, functions, &tokens, &parts.item, errors),
            None => several(functions, may_be_declared, errors),
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

/// A trait taken apart.
struct Parts {
    /// Without our attribute and without items.
    item: ItemTrait,
    functions: Vec<TraitItemFn>,
    /// Our attribute is there again.
    again: bool,
}

impl Parts {
    fn read(mut item: ItemTrait, errors: &mut Errors) -> Self {
        let again = clean_header(&mut item, errors);
        let functions = functions(std::mem::take(&mut item.items), errors);
        let functions = once_each(functions, errors);
        Self {
            item,
            functions,
            again,
        }
    }
}

/// A method that carries our attribute while its trait does not: told so, and cleaned.
pub(crate) fn lone_method(tokens: TokenStream, errors: &mut Errors) -> Option<TraitItemFn> {
    let mut item: TraitItemFn = syn::parse2(tokens).ok()?;
    if item.default.is_some() {
        return None;
    }
    errors.at(
        &item.sig.ident,
        "write `#[wechatpay_api]` on the trait too: on a method it works inside a trait that has it",
    );
    attrs::clean(&mut item);
    Some(item)
}

/// An `impl` whose methods do not carry our attribute any more: once is enough to say that it does
/// not belong there.
pub(crate) fn clean_impl(tokens: TokenStream) -> Option<ItemImpl> {
    let mut item: ItemImpl = syn::parse2(tokens).ok()?;
    for item in &mut item.items {
        if let ImplItem::Fn(function) = item {
            function
                .attrs
                .retain(|attribute| !attrs::is_ours(attribute));
        }
    }
    Some(item)
}

pub(crate) fn default_crate() -> Path {
    parse_quote!(::wechatpay_client)
}

/// Reports what of the trait's header no declaration has, and takes off it what can be; whether our
/// attribute is there again.
fn clean_header(item: &mut ItemTrait, errors: &mut Errors) -> bool {
    let again = attrs::take_attributes(&mut item.attrs, errors);
    for again in &again {
        errors.at(again, "`#[wechatpay_api]` is given twice");
    }
    if let Some(unsafety) = item.unsafety.take() {
        errors.at(unsafety, "a declared API is a plain trait");
    }
    if !item.generics.params.is_empty() {
        errors.at(&item.generics, "a declared API has no generic parameters");
    } else if let Some(clause) = &item.generics.where_clause {
        errors.at(clause, "a declared API has no `where` clause");
    }
    !again.is_empty()
}

/// The methods alone; anything else is a mistake.
fn functions(items: Vec<TraitItem>, errors: &mut Errors) -> Vec<TraitItemFn> {
    let mut functions = Vec::new();
    for item in items {
        if let TraitItem::Fn(function) = item {
            functions.push(function);
        } else if let Ok((public, function)) = with_visibility.parse2(item.to_token_stream()) {
            errors.at(
                public,
                "a trait's methods are as public as the trait: drop this",
            );
            functions.push(function);
        } else {
            errors.at(item, "a declared API has only methods");
        }
    }
    functions
}

/// The methods without those of a name that another has; which of them is there may be `cfg`'s to say.
fn once_each(functions: Vec<TraitItemFn>, errors: &mut Errors) -> Vec<TraitItemFn> {
    let mut names = Vec::new();
    let mut is_first = |function: &TraitItemFn| {
        if attrs::cfgs(&function.attrs).next().is_some() {
            return true;
        }
        let name = unraw(&function.sig.ident);
        let first = !names.contains(&name);
        if first {
            names.push(name);
        } else {
            let message = format!("a method `{name}` is declared already");
            errors.at(&function.sig.ident, message);
        }
        first
    };
    functions.into_iter().filter(|it| is_first(it)).collect()
}

/// Takes apart what is no operation and was not meant for one: it has a body and no attribute of ours.
/// `sole` is an operation that the trait itself declares, of whichever method is the only one.
fn helpers(
    functions: Vec<TraitItemFn>,
    sole: bool,
    errors: &mut Errors,
) -> (Vec<TraitItemFn>, Vec<TraitItemFn>) {
    if sole && functions.len() == 1 {
        return (Vec::new(), functions);
    }
    let is_helper = |it: &TraitItemFn| it.default.is_some() && !it.attrs.iter().any(attrs::is_ours);
    let (helpers, functions): (Vec<_>, Vec<_>) = functions.into_iter().partition(is_helper);
    for helper in &helpers {
        let name = &helper.sig.ident;
        errors.at(
            name,
            format!("a declared API has only operations: write `{name}` outside of it"),
        );
    }
    (helpers, functions)
}

/// A method as in an `impl`, where it may be `pub`.
fn with_visibility(input: ParseStream<'_>) -> syn::Result<(Visibility, TraitItemFn)> {
    let attrs = input.call(Attribute::parse_outer)?;
    let visibility = input.parse()?;
    let function = input.parse()?;
    Ok((visibility, TraitItemFn { attrs, ..function }))
}

/// The trait carries the operation, and its one method is it.
fn single(
    endpoint: Checked<Endpoint>,
    functions: Vec<TraitItemFn>,
    attribute: &TokenStream,
    item: &ItemTrait,
    errors: &mut Errors,
) -> Vec<Method> {
    match functions.len() {
        0 if !errors.is_empty() => {}
        0 => errors.at(
            &item.ident,
            "the trait declares an operation but has no method: write `async fn` in it",
        ),
        1 => {}
        many => errors.at(
            attribute,
            format!(
                "the trait declares one operation but has {many} methods: write `#[wechatpay_api]` \
                 on the trait and `#[wechatpay_api({endpoint})]` on each"
            ),
        ),
    }
    let sole = functions.len() == 1;
    let mut endpoint = Some(endpoint).filter(|_| sole);
    let declare = |mut function: TraitItemFn| {
        for own in attrs::take_attributes(&mut function.attrs, errors) {
            if sole {
                errors.at(own, "the trait's attribute declares the operation already");
            }
        }
        Method::declare(function, endpoint.take(), errors)
    };
    functions.into_iter().map(declare).collect()
}

/// Each method carries its own operation, unless the trait's attribute was meant to declare it.
fn several(functions: Vec<TraitItemFn>, may_be_declared: bool, errors: &mut Errors) -> Vec<Method> {
    let declare = |mut function: TraitItemFn| {
        let attributes = errors.scope(|errors| attrs::take_attributes(&mut function.attrs, errors));
        let may_be_declared = may_be_declared || !attributes.is_ok();
        let mut attributes = attributes.into_inner().into_iter();
        let mut unsaid = Errors::default();
        let endpoint = match attributes.next() {
            Some(attribute) if is_incomplete(&attribute.meta) => None,
            Some(attribute) => own_endpoint(&attribute, &function, errors),
            // By the trait's attribute, or by one that hides.
            None if may_be_declared => None,
            None => {
                errors.at(&function.sig.ident, which_operation(&function));
                if function.sig.asyncness.is_none() {
                    // Maybe it was meant for none, and nothing else is wrong with it.
                    return Method::declare(function, None, &mut unsaid);
                }
                None
            }
        };
        for second in attributes {
            errors.at(second, "a method is one operation: it is declared already");
        }
        Method::declare(function, endpoint, errors)
    };
    functions.into_iter().map(declare).collect()
}

fn own_endpoint(
    attribute: &Attribute,
    function: &TraitItemFn,
    errors: &mut Errors,
) -> Option<Checked<Endpoint>> {
    let tokens = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    let declared = Declaration::parse(tokens, Place::Method, errors);
    if declared.endpoint.is_none() && declared.is_ok() {
        errors.at(&function.sig.ident, which_operation(function));
    }
    Declaration::into_endpoint(declared)
}

fn which_operation(function: &TraitItemFn) -> String {
    let name = &function.sig.ident;
    format!("which operation is `{name}`? write `#[wechatpay_api(POST \"/v3/…\")]` above it")
}
