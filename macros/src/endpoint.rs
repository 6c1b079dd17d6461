//! The endpoint that an attribute declares: an HTTP method, a path and options.

use std::fmt::{self, Display};

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, discouraged::Speculative},
    token::Paren,
};

use crate::{
    distance::nearest,
    errors::{Checked, Errors},
    flag::{Flag, Flags},
    path::Template,
};

/// `METHOD "path"` and options.
#[derive(Default)]
pub(crate) struct Endpoint {
    /// Among [`METHODS`], maybe guessed; `None` if there is none to guess, which is reported.
    pub(crate) method: Option<&'static str>,
    /// `None` if it is missing, which is reported.
    pub(crate) path: Option<Checked<Template>>,
    pub(crate) flags: Flags,
    /// The token in the place of the method.
    pub(crate) method_ident: Option<Ident>,
    /// The names in `without(…)`: the operation does not need them, whatever the catalogue says.
    pub(crate) without: Vec<Ident>,
    /// The options in their order, for messages.
    pub(crate) options: Vec<Written>,
    /// JSON pointers to the members of the body that must go encrypted, from the catalogue.
    pub(crate) sensitive: Vec<&'static str>,
    /// The query parameters that must be encrypted, as far as their types leave this open.
    pub(crate) sensitive_query: Vec<&'static str>,
    /// A mistake in the return type that only the compiler can find.
    pub(crate) assertion: Option<Assertion>,
}

/// A condition of the return type, and the message if the type does not fulfil the condition.
pub(crate) struct Assertion {
    pub(crate) condition: Condition,
    pub(crate) message: String,
    pub(crate) span: Span,
}

pub(crate) enum Condition {
    /// The response holds nothing.
    Empty,
    /// The response is neither `BillFile` nor `BillFiles`.
    NoBill,
}

/// An option as its user wrote it.
#[derive(Clone)]
pub(crate) enum Written {
    /// The list of names is in [`Endpoint::without`].
    Without,
    Flag(Flag),
    /// An option of the trait.
    OfTrait(String),
}

/// The method and the path as a declaration writes them, for messages.
impl Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.as_ref().map_or("/v3/…", |path| &path.text);
        write!(f, "{} \"{path}\"", self.method.unwrap_or("POST"))
    }
}

pub(crate) const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

// endpoint = METHOD PATH
// METHOD   = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
// PATH     = string literal: ROOT segment { "/" segment } [ "/" ]
// ROOT     = "/v3/" | "/hk/v3/" | "/global/v3/" | "/brand/"
// segment  = text | "{" name "}"
impl Endpoint {
    /// Reads the method and the path, and reports the mistakes in them.
    pub(crate) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) {
            return Self::read_method_and_path(input, errors);
        }
        if input.peek(LitStr) {
            return Self::read_path_without_method(input, errors);
        }
        let next = peek_token(input)?;
        errors.at(next, "expected an operation: write `POST \"/v3/…\"`");
        skip_to_comma(input)?;
        Ok(Self::default())
    }

    /// The placeholders of the path, if there is one and they can be read.
    pub(crate) fn placeholders(&self) -> Option<&[String]> {
        self.path.as_ref()?.placeholders.as_deref()
    }

    pub(crate) fn has_placeholder(&self, name: &str) -> bool {
        let mut names = self.placeholders().into_iter().flatten();
        names.any(|placeholder| placeholder == name)
    }

    /// The declaration with another name in `without`, for messages.
    pub(crate) fn with_without(&self, name: &str) -> String {
        let mut options = self.options.clone();
        if !options
            .iter()
            .any(|option| matches!(option, Written::Without))
        {
            options.push(Written::Without);
        }
        self.with_options(&options, &[name])
    }

    /// The declaration with the option `unlisted`, for messages. Beside `unlisted`, the macro adds no options and
    /// `without` is a mistake.
    pub(crate) fn with_unlisted(&self, added: &[Flag]) -> String {
        let mut options = self.options.clone();
        options.retain(|option| !matches!(option, Written::Without));
        let new = added.iter().filter(|flag| !self.flags.has(**flag));
        options.extend(new.chain(&[Flag::Unlisted]).copied().map(Written::Flag));
        self.with_options(&options, &[])
    }

    /// The declaration on a method in place of the trait, for messages.
    pub(crate) fn on_method(&self) -> String {
        let mut options = self.options.clone();
        options.retain(|option| !matches!(option, Written::OfTrait(_)));
        self.with_options(&options, &[])
    }

    fn with_options(&self, options: &[Written], without: &[&str]) -> String {
        let names = self.without.iter().map(ToString::to_string);
        let names: Vec<_> = names
            .chain(without.iter().map(|name| (*name).to_owned()))
            .collect();
        let text = |option: &Written| match option {
            Written::Without => format!(", without({})", names.join(", ")),
            Written::Flag(flag) => format!(", {}", flag.name()),
            Written::OfTrait(text) => format!(", {text}"),
        };
        let options: String = options.iter().map(text).collect();
        format!("{self}{options}")
    }

    /// Adds the flag `unlisted` for a token that is probably `unlisted` misspelt or misplaced.
    pub(crate) fn assume_unlisted(&mut self, token: TokenTree) {
        if !self.flags.has(Flag::Unlisted) {
            self.flags.insert(Flag::Unlisted, token);
            // `unlisted` would make `without` a mistake, but the guess may be wrong.
            self.without.clear();
        }
    }

    fn read_method_and_path(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let ident = errors
            .scope(|errors| read_ident(input, errors))
            .transpose()?;
        let mut endpoint = Self {
            method_ident: Some(ident.clone()),
            ..Self::default()
        };
        if input.peek(Paren) {
            let path: TokenTree = input.parse()?;
            if ident.is_ok() {
                report_parentheses(&ident, &path, errors);
            }
            return Ok(endpoint);
        }
        let method = errors.scope(|errors| find_method(&ident, errors));
        endpoint.method = *method;
        let is_method = ident.is_ok() && method.is_ok();
        endpoint.path = read_template(input, &ident, is_method, errors)?;
        Ok(endpoint)
    }

    fn read_path_without_method(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let path: LitStr = input.parse()?;
        let text = path.value();
        if let Some((method, rest)) = split_method(&text) {
            let rest = if rest.is_empty() { "/v3/…" } else { rest };
            let message =
                format!("the HTTP method must come before the string: write `{method} \"{rest}\"`");
            errors.at(path, message);
            // The rest may be the path, in a string of its own.
            input.parse::<TokenStream>()?;
            return Ok(Self::default());
        }
        errors.at(
            &path,
            format!("missing HTTP method: write it before the path, as in `POST \"{text}\"`"),
        );
        Ok(Self {
            path: Some(Template::parse(path, None, errors)),
            ..Self::default()
        })
    }
}

/// The identifier in the place of the method.
fn read_ident(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Ident> {
    let ident = input.call(Ident::parse_any)?;
    if input.peek(Token![::]) || input.peek(Token![.]) {
        return read_constant(&ident, input, errors);
    }
    Ok(ident)
}

/// The method that an identifier names, or was probably meant to name.
fn find_method(ident: &Checked<Ident>, errors: &mut Errors) -> Option<&'static str> {
    let name = ident.to_string();
    let exact = METHODS.into_iter().find(|method| *method == name);
    if exact.is_some() || !ident.is_ok() {
        return exact;
    }
    let ident: &Ident = ident;
    let mut methods = METHODS.into_iter();
    if let Some(method) = methods.find(|method| method.eq_ignore_ascii_case(&name)) {
        errors.at(
            ident,
            format!("the HTTP method must be in capitals: write `{method}`"),
        );
        return Some(method);
    }
    let similar = nearest(&name.to_ascii_uppercase(), METHODS);
    let hint = match similar {
        Some(method) => format!("did you mean `{method}`?"),
        None => format!("expected one of {}", METHODS.join(", ")),
    };
    errors.at(ident, format!("unknown HTTP method `{name}`: {hint}"));
    similar
}

/// The last identifier of `Method::GET,`, which is probably the method. The tokens between it and the path
/// are skipped: they are part of the same mistake.
fn read_constant(first: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Ident> {
    let mut last = first.clone();
    let mut constant = first.to_token_stream();
    while input.peek(Token![::]) || input.peek(Token![.]) {
        if input.parse::<Option<Token![::]>>()?.is_none() {
            input.parse::<Token![.]>()?;
        }
        if let Ok(next) = input.call(Ident::parse_any) {
            last = next;
            constant = quote!(#first #last);
        }
    }
    let name = last.unraw().to_string().to_ascii_uppercase();
    let method = METHODS.into_iter().find(|method| *method == name);
    let example = method.unwrap_or("POST");
    errors.at(
        constant,
        format!("the HTTP method must be a bare word, not a constant: write `{example} \"/v3/…\"`"),
    );
    if input.peek2(LitStr) {
        input.parse::<TokenTree>()?;
    }
    Ok(method.map_or(last, |method| Ident::new(method, first.span())))
}

fn report_parentheses(method: &Ident, path: &TokenTree, errors: &mut Errors) {
    let name = method.to_string().to_ascii_uppercase();
    errors.at(
        quote!(#method #path),
        format!("the path must not be in parentheses: write `{name} \"/v3/…\"`"),
    );
}

/// The path after the method. If there is none, only a method without a mistake lacks it: a word that is no
/// method may be incomplete.
fn read_template(
    input: ParseStream<'_>,
    method: &Ident,
    is_method: bool,
    errors: &mut Errors,
) -> syn::Result<Option<Checked<Template>>> {
    if let Some(path) = read_path(input, errors)? {
        let name = method.to_string();
        let text = path.value();
        if let Some((again, rest)) = split_method(&text) {
            let message = format!(
                "the HTTP method must stand only before the string: write `{again} \"{rest}\"`"
            );
            errors.at(path, message);
            return Ok(None);
        }
        return Ok(Some(Template::parse(path, Some(&name), errors)));
    }
    if !input.is_empty() && !input.peek(Token![,]) {
        let next = peek_token(input)?;
        let message = format!("the path must be a string literal: write `{method} \"/v3/…\"`");
        errors.at(next, message);
        skip_to_comma(input)?;
    } else if is_method {
        let message = format!("missing path: write `{method} \"/v3/…\"`");
        errors.at(method, message);
    }
    Ok(None)
}

/// The literal after the method, also behind one token that does not belong there.
fn read_path(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Option<LitStr>> {
    let path = read_string(input);
    if path.is_some() || !input.peek2(LitStr) {
        return Ok(path);
    }
    let between: TokenTree = input.parse()?;
    errors.at(
        &between,
        format!("unexpected `{between}` between the method and the path: remove `{between}`"),
    );
    Ok(read_string(input))
}

/// The HTTP method at the beginning of a text, and the path after it.
fn split_method(text: &str) -> Option<(&'static str, &str)> {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let mut methods = METHODS.into_iter();
    let method = methods.find(|method| method.eq_ignore_ascii_case(first))?;
    Some((method, rest.trim_start()))
}

/// The next token, if it is a string literal.
fn read_string(input: ParseStream<'_>) -> Option<LitStr> {
    let ahead = input.fork();
    let literal = ahead.parse().ok()?;
    input.advance_to(&ahead);
    Some(literal)
}

pub(crate) fn peek_token(input: ParseStream<'_>) -> syn::Result<TokenTree> {
    input.fork().parse()
}

pub(crate) fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
