//! What an attribute declares: the method, the path, and the options of an operation.

use std::fmt::{self, Display};

use proc_macro2::{Ident, TokenStream, TokenTree};
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

/// `METHOD "path"`, and its options.
#[derive(Default)]
pub(crate) struct Endpoint {
    /// One of [`METHODS`]; `None` if it is missing or unknown, which is reported.
    pub(crate) method: Option<&'static str>,
    /// `None` if it is missing, which is reported.
    pub(crate) path: Option<Checked<Template>>,
    pub(crate) flags: Flags,
    /// The verb as it is written.
    pub(crate) method_ident: Option<Ident>,
    /// `without(…)`: what it is known to need, and does without here.
    pub(crate) without: Vec<Ident>,
}

/// As it is written, for messages.
impl Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.as_ref().map_or("/v3/…", |it| &it.text);
        write!(f, "{} \"{path}\"", self.method.unwrap_or("POST"))
    }
}

pub(crate) const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

// operation    = VERB PATH
// VERB         = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
// PATH         = string literal: ROOT segment { "/" segment } [ "/" ]
// ROOT         = "/v3/" | "/hk/v3/" | "/global/v3/" | "/brand/"
// segment      = text | "{" name "}"
impl Endpoint {
    /// Reads the method and the path, and reports what is wrong with them.
    pub(crate) fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let mut endpoint = Self::default();
        if !input.peek(Ident::peek_any) {
            if input.peek(LitStr) {
                return Self::without_method(input, errors);
            }
            let next = peek_token(input)?;
            errors.at(next, "expected an operation: `POST \"/v3/…\"`");
            skip_to_comma(input)?;
            return Ok(endpoint);
        }
        let method_ident = errors
            .scope(|errors| read_word(input, errors))
            .transpose()?;
        endpoint.method_ident = Some(method_ident.clone());
        if input.peek(Paren) {
            let path: TokenTree = input.parse()?;
            if method_ident.is_ok() {
                in_parentheses(&method_ident, &path, errors);
            }
            return Ok(endpoint);
        }
        let method = errors.scope(|errors| read_method(&method_ident, errors));
        endpoint.method = *method;
        let is_method = method_ident.is_ok() && method.is_ok();
        endpoint.path = read_template(input, &method_ident, is_method, errors)?;
        Ok(endpoint)
    }

    /// The placeholders of the path, if it is not too broken to tell.
    pub(crate) fn placeholders(&self) -> Option<&[String]> {
        self.path.as_ref()?.placeholders.as_deref()
    }

    pub(crate) fn has_placeholder(&self, name: &str) -> bool {
        let mut names = self.placeholders().into_iter().flatten();
        names.any(|placeholder| placeholder == name)
    }

    /// Adds `unlisted`, for which a word with a mistake was probably meant.
    pub(crate) fn assume_unlisted(&mut self, token: TokenTree) {
        if !self.flags.has(Flag::Unlisted) {
            self.flags.insert(Flag::Unlisted, token);
            // Nothing is said of what `unlisted` makes superfluous before it is certain.
            self.without.clear();
        }
    }

    fn without_method(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let path: LitStr = input.parse()?;
        let text = path.value();
        let first = text.split(' ').next().unwrap_or_default();
        if METHODS.contains(&first) {
            let message = format!("the method stands before the string: `{first} \"/v3/…\"`");
            errors.at(path, message);
            // Maybe the path, as a string of its own.
            input.parse::<TokenStream>()?;
            return Ok(Self::default());
        }
        errors.at(
            &path,
            "missing HTTP method: `#[wechatpay_api(POST \"/v3/…\")]`",
        );
        Ok(Self {
            path: Some(Template::parse(path, errors)),
            ..Self::default()
        })
    }
}

/// The word that stands for the method, and should be it.
fn read_word(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Ident> {
    let word = input.call(Ident::parse_any)?;
    if input.peek(Token![::]) || input.peek(Token![.]) {
        return constant(&word, input, errors);
    }
    Ok(word)
}

/// The method that a word is or was probably meant for; silent of a word that is reported already.
fn read_method(method_ident: &Checked<Ident>, errors: &mut Errors) -> Option<&'static str> {
    let method: &Ident = method_ident;
    if !method_ident.is_ok() {
        return METHODS.into_iter().find(|it| method == it);
    }
    let name = method.to_string();
    if let Some(known) = METHODS.into_iter().find(|known| *known == name) {
        return Some(known);
    }
    if let Some(known) = METHODS
        .into_iter()
        .find(|it| it.eq_ignore_ascii_case(&name))
    {
        errors.at(method, format!("write the method in capitals: `{known}`"));
        return Some(known);
    }
    let meant = nearest(&name.to_ascii_uppercase(), METHODS);
    errors.at(
        method,
        match meant {
            Some(meant) => format!("unknown HTTP method `{name}`: did you mean `{meant}`?"),
            None => format!(
                "unknown HTTP method `{name}`: expected one of {}",
                METHODS.join(", ")
            ),
        },
    );
    meant
}

/// The last word of `Method::GET,`, which is meant for the method. Nothing more is said of it, nor of what
/// is between it and the path.
fn constant(first: &Ident, input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Ident> {
    let mut last = first.clone();
    let mut whole = first.to_token_stream();
    while input.peek(Token![::]) || input.peek(Token![.]) {
        if input.parse::<Option<Token![::]>>()?.is_none() {
            input.parse::<Token![.]>()?;
        }
        if let Ok(next) = input.call(Ident::parse_any) {
            last = next;
            whole = quote!(#first #last);
        }
    }
    let name = last.unraw().to_string().to_ascii_uppercase();
    let known = METHODS.into_iter().find(|it| *it == name);
    let shown = known.unwrap_or("POST");
    errors.at(
        whole,
        format!("the method is a word alone: `{shown} \"/v3/…\"`"),
    );
    if input.peek2(LitStr) {
        input.parse::<TokenTree>()?;
    }
    Ok(known.map_or(last, |known| Ident::new(known, first.span())))
}

fn in_parentheses(method: &Ident, path: &TokenTree, errors: &mut Errors) {
    let written = method.to_string().to_ascii_uppercase();
    errors.at(
        quote!(#method #path),
        format!("the path stands after the method, without parentheses: `{written} \"/v3/…\"`"),
    );
}

/// The path, or what is wrong with what stands in its place; without any, nothing is said if the word
/// before it is no method and may be half of one.
fn read_template(
    input: ParseStream<'_>,
    method: &Ident,
    is_method: bool,
    errors: &mut Errors,
) -> syn::Result<Option<Checked<Template>>> {
    if let Some(path) = read_path(input, method, errors)? {
        return Ok(Some(Template::parse(path, errors)));
    }
    if !input.is_empty() && !input.peek(Token![,]) {
        let next = peek_token(input)?;
        let message = format!("the path is a string literal: `{method} \"/v3/…\"`");
        errors.at(next, message);
        skip_to_comma(input)?;
    } else if is_method {
        let message = format!("missing path: `#[wechatpay_api({method} \"/v3/…\")]`");
        errors.at(method, message);
    }
    Ok(None)
}

/// The literal after the method, if there is one.
fn read_path(
    input: ParseStream<'_>,
    method: &Ident,
    errors: &mut Errors,
) -> syn::Result<Option<LitStr>> {
    let path = string(input);
    if path.is_some() || !input.peek2(LitStr) {
        return Ok(path);
    }
    let between: TokenTree = input.parse()?;
    errors.at(
        &between,
        format!("no `{between}` between the method and the path: `{method} \"/v3/…\"`"),
    );
    Ok(string(input))
}

/// A string literal, if one stands here.
fn string(input: ParseStream<'_>) -> Option<LitStr> {
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
