//! A method: its signature, its arguments, and the operation that it calls.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::{
    FnArg, GenericParam, Receiver, ReceiverKind, ReturnType, Signature, Token, TraitItemFn, Type,
    parse_quote,
};

use crate::{
    args::Args,
    check::{Lookup, check, look_up},
    endpoint::Endpoint,
    errors::{Checked, Errors},
    response::{check_response, has_no_json},
    types::{
        borrows, contains_ident, future_output, idents, is_simple, last_segment_is, replace_ident,
        unraw,
    },
};

/// A method as its user declared it.
pub(crate) struct Method {
    /// The method without our attributes, also on its parameters.
    pub(crate) item: TraitItemFn,
    /// The return type, as the user wrote it.
    pub(crate) output: Type,
    /// `None` if a mistake in the method leaves the call open; the mistake is reported.
    pub(crate) call: Option<Call>,
}

/// The call of an operation.
pub(crate) struct Call {
    pub(crate) endpoint: Endpoint,
    pub(crate) receiver: Token![self],
    pub(crate) args: Args,
}

/// The names that a call on a client finds elsewhere, and the owners of those methods: the public methods of `Client`
/// itself, and of the traits of the prelude that `Client` or `&Client` implements.
pub(crate) const TAKEN: [(&str, &str); 6] = [
    ("with_timeout", CLIENT),
    ("clone", "Clone"),
    ("clone_into", "ToOwned"),
    ("into", "Into"),
    ("to_owned", "ToOwned"),
    ("try_into", "TryInto"),
];

pub(crate) const CLIENT: &str = "Client";

/// The subject of most messages.
const METHOD: &str = "a method of a `#[wechatpay_api]` trait";

impl Method {
    /// Reads a method that no longer carries our attribute, and reports every mistake in it.
    pub(crate) fn declare(
        mut item: TraitItemFn,
        mut endpoint: Option<Checked<Endpoint>>,
        errors: &mut Errors,
    ) -> Self {
        let parts = errors.scope(|errors| {
            let lookup = endpoint.as_ref().map(|endpoint| look_up(endpoint, errors));
            let is_clear = !matches!(lookup, Some(Lookup::Unknown | Lookup::Unclear));
            let clear = endpoint.as_deref().filter(|_| is_clear);
            let lookup = lookup.as_ref();
            let parts = errors.scope(|errors| MethodParts::read(&mut item, clear, lookup, errors));
            if let (Some(endpoint), Some(Lookup::Known(operation))) = (&mut endpoint, lookup) {
                check(endpoint, operation, &parts, &item.sig.ident, errors);
            }
            parts.into_inner()
        });
        Self {
            item,
            output: parts.output.clone(),
            call: endpoint.and_then(|endpoint| Call::new(endpoint.into_inner(), parts.ok()?)),
        }
    }
}

impl Call {
    fn new(endpoint: Endpoint, parts: MethodParts) -> Option<Self> {
        endpoint.path.as_ref()?;
        Some(Self {
            endpoint,
            receiver: parts.receiver?,
            args: parts.args,
        })
    }
}

/// The parts of a signature.
pub(crate) struct MethodParts {
    receiver: Option<Token![self]>,
    pub(crate) output: Type,
    pub(crate) args: Args,
}

impl MethodParts {
    fn read(
        item: &mut TraitItemFn,
        endpoint: Option<&Endpoint>,
        lookup: Option<&Lookup>,
        errors: &mut Errors,
    ) -> Self {
        if let Some(block) = item.default.take() {
            errors.at(
                block,
                "the macro generates the body of the method: write `;` in place of this block",
            );
            item.semi_token = Some(Token![;](item.sig.fn_token.span));
        }
        check_name(&item.sig.ident, errors);
        check_qualifiers(&mut item.sig, errors);
        check_generics(&item.sig, errors);
        let receiver = read_receiver(&mut item.sig, errors);
        let operation = lookup.and_then(Lookup::operation);
        let has_json = !endpoint.is_some_and(|endpoint| has_no_json(endpoint, operation));
        let output = errors.scope(|errors| read_output(&item.sig, has_json, errors));
        if let Some(endpoint) = endpoint.filter(|_| output.is_ok()) {
            check_response(&output, endpoint, operation, errors);
        }
        let args = Args::read(&mut item.sig, endpoint, lookup, errors);
        Self {
            receiver,
            output: output.into_inner(),
            args,
        }
    }
}

/// Reports a name that would make the method impossible to call.
fn check_name(name: &Ident, errors: &mut Errors) {
    let plain = unraw(name);
    if let Some((_, owner)) = TAKEN.iter().find(|(taken, _)| plain == *taken) {
        errors.at(
            name,
            format!("`client.{plain}(…)` would call the method of `{owner}`: rename this method"),
        );
    }
}

/// Reports qualifiers that no declared method has, and removes those that no trait accepts.
fn check_qualifiers(signature: &mut Signature, errors: &mut Errors) {
    let qualifiers = [
        signature.constness.take().to_token_stream(),
        std::mem::take(&mut signature.safety).to_token_stream(),
        signature.abi.take().to_token_stream(),
    ];
    let name = &signature.ident;
    if let Some(qualifier) = qualifiers.iter().find(|tokens| !tokens.is_empty()) {
        errors.at(
            qualifier,
            format!("{METHOD} must be a plain `async fn`: remove `{qualifier}`"),
        );
    } else if signature.asyncness.is_none() {
        errors.at(
            signature.fn_token,
            format!("{METHOD} must be `async`: write `async fn {name}`"),
        );
    }
    if let Some(variadic) = signature.variadic.take() {
        errors.at(
            variadic,
            format!("{METHOD} cannot be variadic: declare each parameter in place of `...`"),
        );
    }
}

fn check_generics(signature: &Signature, errors: &mut Errors) {
    let is_lifetime = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    if !signature.generics.params.iter().all(is_lifetime) {
        errors.at(
            &signature.generics,
            format!(
                "{METHOD} cannot have type or const parameters: write concrete types, such as \
                 `body: &Order`"
            ),
        );
    }
}

/// The user's own token `self` of `&self`: inside a `macro_rules!`, no other token means the same.
///
/// A method without `&self` is given one, so that its callers do not fail too.
fn read_receiver(signature: &mut Signature, errors: &mut Errors) -> Option<Token![self]> {
    match signature.receiver() {
        Some(Receiver {
            self_token,
            kind: ReceiverKind::Reference(_, _, None),
            ..
        }) => return Some(*self_token),
        Some(receiver) => {
            errors.at(
                receiver,
                format!("{METHOD} must take `&self`: write `&self` here"),
            );
            if let Some(first) = signature.inputs.first_mut() {
                *first = parse_quote!(&self);
            }
        }
        None => {
            errors.at(
                &signature.ident,
                format!(
                    "{METHOD} must take `&self`: write `{}(&self, …)`",
                    signature.ident
                ),
            );
            if signature.inputs.first().is_some_and(is_meant_as_receiver) {
                signature.inputs = signature.inputs.iter().skip(1).cloned().collect();
            }
            signature.inputs.insert(0, parse_quote!(&self));
        }
    }
    None
}

/// Tests if a parameter stands for `&self`, as in `this: &Self` or `client: &Client`.
fn is_meant_as_receiver(parameter: &FnArg) -> bool {
    let FnArg::Typed(parameter) = parameter else {
        return false;
    };
    let ty = parameter.ty.to_token_stream();
    let mentions = |name: &&str| contains_ident(ty.clone(), name);
    parameter.attrs.is_empty() && ["Self", "Client"].iter().any(mentions)
}

/// The return type. The compiler checks that it is a `Result`, since aliases are accepted.
fn read_output(signature: &Signature, has_json: bool, errors: &mut Errors) -> Type {
    let ReturnType::Type(_, output) = &signature.output else {
        errors.at(
            &signature.ident,
            format!(
                "{METHOD} must return `Result<T>`: write `-> Result<Order>` with the type of the \
                 response, or `-> Result<()>` if the response has no body"
            ),
        );
        return parse_quote!(());
    };
    let is_async = signature.asyncness.is_some();
    if is_simple(output) {
        return (**output).clone();
    }
    // A future written out: only `async` is missing, which is reported.
    let future = future_output(output).filter(|_| !is_async);
    future.unwrap_or_else(|| response_type(output, is_async, has_json, errors))
}

/// The return type, after checks of a type that is more than names. `()` replaces what no method can return.
fn response_type(output: &Type, is_async: bool, has_json: bool, errors: &mut Errors) -> Type {
    let idents = idents(output.to_token_stream());
    let mentions = |name: &str| idents.iter().any(|ident| ident == name);
    if mentions("impl") || future_output(output).is_some() {
        errors.at(
            output,
            "the return type cannot be `impl …` or a future: write `Result<T>` with the type of the \
             response",
        );
        return parse_quote!(());
    }
    if mentions("Self") {
        errors.at(
            output,
            "the return type cannot contain `Self`: write `Result<T>` with the type of the response",
        );
        return replace_ident(output, "Self", &quote!(())).unwrap_or_else(|| parse_quote!(()));
    }
    // Without `async`, anything but a `Result` may be a future, and a future does borrow.
    let is_response = is_async || last_segment_is(output, "Result");
    if has_json && is_response && borrows(output.to_token_stream()) {
        errors.at(
            output,
            "a response cannot borrow: use a struct whose fields own their data, such as `String`",
        );
    }
    output.clone()
}
