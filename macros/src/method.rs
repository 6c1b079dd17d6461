//! One method: its signature, and what each of its parameters is.

use proc_macro2::TokenTree;
use quote::{ToTokens, quote};
use syn::{
    FnArg, GenericParam, Receiver, ReceiverKind, ReturnType, Signature, Token, TraitItemFn, Type,
    parse_quote,
};

use crate::{
    args::Args,
    check::check,
    endpoint::Endpoint,
    errors::{Checked, Errors},
    flag::Flag,
    types::{
        borrows, contains_ident, future_output, idents, is_simple, last_segment_is, replace_ident,
    },
};

/// A method as it was declared.
pub(crate) struct Method {
    /// Without our attributes, on it and on its parameters.
    pub(crate) item: TraitItemFn,
    /// What it returns, as the user wrote it.
    pub(crate) output: Type,
    /// The operation and its arguments; `None` if the signature or the operation has a mistake that
    /// leaves them open, which is reported.
    pub(crate) call: Option<Call>,
}

/// The operation of a method, and its arguments.
pub(crate) struct Call {
    pub(crate) endpoint: Endpoint,
    pub(crate) this: Token![self],
    pub(crate) args: Args,
}

impl Method {
    /// Reads a method whose own attributes are taken off it, and reports every mistake in it.
    pub(crate) fn declare(
        mut item: TraitItemFn,
        mut endpoint: Option<Checked<Endpoint>>,
        errors: &mut Errors,
    ) -> Self {
        let read = errors.scope(|errors| {
            let parts = errors.scope(|errors| Parts::read(&mut item, endpoint.as_deref(), errors));
            if let Some(endpoint) = &mut endpoint {
                check(endpoint, &parts, &item.sig.ident, errors);
            }
            parts.into_inner()
        });
        let output = read.output.clone();
        let endpoint = endpoint.map(Checked::into_inner);
        let known = endpoint.filter(|it| it.path.is_some()).zip(read.ok());
        let call = known.and_then(|(endpoint, Parts { this, args, .. })| {
            let this = this?;
            Some(Call {
                endpoint,
                this,
                args,
            })
        });
        Self { item, output, call }
    }
}

/// What is read of a method's signature.
pub(crate) struct Parts {
    this: Option<Token![self]>,
    output: Type,
    pub(crate) args: Args,
}

impl Parts {
    fn read(item: &mut TraitItemFn, endpoint: Option<&Endpoint>, errors: &mut Errors) -> Self {
        if let Some(block) = item.default.take() {
            errors.at(block, "a declared method has no body: it is generated");
            item.semi_token = Some(Token![;](item.sig.fn_token.span));
        }
        check_signature(&mut item.sig, errors);
        let this = receiver(&mut item.sig, errors);
        let output = output(&item.sig, errors);
        check_proof(&output, endpoint, errors);
        let args = Args::read(&mut item.sig, endpoint, errors);
        Self { this, output, args }
    }
}

/// Reports what no declared method has, and takes off it what would be a mistake in any trait.
fn check_signature(signature: &mut Signature, errors: &mut Errors) {
    let qualifiers = [
        signature.constness.take().to_token_stream(),
        std::mem::take(&mut signature.safety).to_token_stream(),
        signature.abi.take().to_token_stream(),
    ];
    let name = &signature.ident;
    if let Some(qualifier) = qualifiers.iter().find(|it| !it.is_empty()) {
        errors.at(qualifier, "a declared method is a plain `async fn`");
    } else if signature.asyncness.is_none() {
        errors.at(
            signature.fn_token,
            format!("a declared method is `async`: write `async fn {name}`"),
        );
    }
    if let Some(variadic) = signature.variadic.take() {
        errors.at(
            variadic,
            "a declared method takes arguments of its own, and no others",
        );
    }
    let is_lifetime = |it: &GenericParam| matches!(it, GenericParam::Lifetime(_));
    if !signature.generics.params.iter().all(is_lifetime) {
        errors.at(
            &signature.generics,
            "a declared method has no type or const parameters: name the body and response types",
        );
    }
}

/// The `self` of `&self`, in the user's own token: in a `macro_rules!` no other means the same.
///
/// A method without it gets one, so that calls of it find what they expect.
fn receiver(signature: &mut Signature, errors: &mut Errors) -> Option<Token![self]> {
    const MESSAGE: &str = "a declared method takes `&self`";
    match signature.receiver() {
        Some(Receiver {
            self_token,
            kind: ReceiverKind::Reference(_, _, None),
            ..
        }) => return Some(*self_token),
        Some(receiver) => {
            errors.at(receiver, MESSAGE);
            if let Some(first) = signature.inputs.first_mut() {
                *first = parse_quote!(&self);
            }
        }
        None => {
            errors.at(&signature.ident, format!("{MESSAGE} first"));
            if signature.inputs.first().is_some_and(is_meant_as_receiver) {
                signature.inputs = signature.inputs.iter().skip(1).cloned().collect();
            }
            signature.inputs.insert(0, parse_quote!(&self));
        }
    }
    None
}

/// Whether a parameter is what elsewhere is `&self`: `this: &Self`, `client: &Client`.
fn is_meant_as_receiver(parameter: &FnArg) -> bool {
    let FnArg::Typed(parameter) = parameter else {
        return false;
    };
    let ty = parameter.ty.to_token_stream();
    parameter.attrs.is_empty()
        && ["Self", "Client"]
            .iter()
            .any(|it| contains_ident(ty.clone(), it))
}

/// The return type; `Result` itself is the compiler's to check, since aliases of it are as good.
fn output(signature: &Signature, errors: &mut Errors) -> Type {
    match &signature.output {
        ReturnType::Default => {
            errors.at(
                &signature.ident,
                "a declared method returns `Result<T>`; write `-> Result<()>` when the operation \
                 has no response body",
            );
            parse_quote!(())
        }
        ReturnType::Type(_, output) => {
            if is_simple(output) {
                return (**output).clone();
            }
            let future = future_output(output);
            if let Some(future) = future.filter(|_| signature.asyncness.is_none()) {
                // What an `async fn` stands for; that it is none is all that is wrong.
                return future;
            }
            let idents = idents(output.to_token_stream());
            let named = |word: &str| idents.iter().any(|it| it == word);
            if future_output(output).is_some() || named("impl") {
                errors.at(output, "name the type of the response: `Result<T>`");
                return parse_quote!(());
            }
            if named("Self") {
                errors.at(output, "name the type of the response: `Result<T>`");
                return replace_ident(output, "Self", &quote!(()))
                    .unwrap_or_else(|| parse_quote!(()));
            }
            // What is no `Result` may be a future, which does borrow.
            let is_response = signature.asyncness.is_some() || last_segment_is(output, "Result");
            if is_response && borrows(output.to_token_stream()) {
                errors.at(output, "a response owns its data: it cannot borrow");
            }
            (**output).clone()
        }
    }
}

/// Reports a proof of what nothing proves, as far as tokens tell; through an alias the compiler does.
fn check_proof(output: &Type, endpoint: Option<&Endpoint>, errors: &mut Errors) {
    if !endpoint.is_some_and(|it| it.flags.has(Flag::Unsigned)) {
        return;
    }
    let mut named = false;
    // Without arguments it is another's type.
    let mut proves = output
        .to_token_stream()
        .into_iter()
        .map(|token| match token {
            TokenTree::Punct(it) if it.as_char() == '<' => std::mem::take(&mut named),
            token => {
                named = matches!(token, TokenTree::Ident(it) if it == "Verified");
                false
            }
        });
    if proves.any(|it| it) {
        errors.at(
            output,
            "nothing verifies an `unsigned` response: return `Result<T>` without `Verified`",
        );
    }
}
