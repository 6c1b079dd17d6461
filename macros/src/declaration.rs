//! What stands in the parentheses of `#[wechatpay_api(…)]`.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::{
    LitStr, Path, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    token::Paren,
};

use crate::{
    distance::nearest,
    endpoint::{Endpoint, METHODS, peek_token, skip_to_comma},
    errors::{Checked, Errors},
    flag::Flag,
};

#[derive(Default)]
pub(crate) struct Declaration {
    pub(crate) endpoint: Option<Endpoint>,
    /// `crate = path`
    pub(crate) krate: Option<Path>,
    /// Each method has a default body.
    pub(crate) defaults: bool,
}

/// What an attribute stands on: only a trait says where the crate is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Trait,
    Method,
}

const TRAIT_OPTIONS: [&str; 2] = ["crate", "defaults"];

// attribute    = [ ( operation | trait-option ) { "," option } ] [ "," ]
// option       = flag | without | trait-option
// flag         = "accepted" | "download" | "global" | "idempotent" | "unlisted" | "unsigned" | "upload"
//                (after an operation only)
// without      = "without" "(" name { "," name } [ "," ] ")"
//                (after an operation only)
// trait-option = "crate" "=" path | "defaults"
//                (on the trait only)
//
// The operation is in operation.rs, what the attribute stands on in parse.rs; all of it for users, in
// runtime/src/wechatpay_api.md.
impl Declaration {
    /// Reads the attribute, and reports what is wrong with it; reading goes on after a mistake.
    pub(crate) fn parse(tokens: TokenStream, place: Place, errors: &mut Errors) -> Checked<Self> {
        let mut declared = errors.scope(|errors| {
            let mut declared = Self::default();
            let read = |input: ParseStream<'_>| declared.read(input, place, errors);
            if let Err(error) = read.parse2(tokens.clone()) {
                errors.push(error);
            }
            declared
        });
        let unlisted = tokens.into_iter().find(is_nearly_unlisted);
        if let Some(word) = unlisted.filter(|_| !declared.is_ok()) {
            if let Some(endpoint) = &mut declared.endpoint {
                endpoint.assume_unlisted(word);
            }
        }
        declared
    }

    /// The operation, with whether the attribute that declares it has a mistake.
    pub(crate) fn into_endpoint(declared: Checked<Self>) -> Option<Checked<Endpoint>> {
        declared.map(|declared| declared.endpoint).transpose()
    }

    fn read(
        &mut self,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if !input.is_empty() && !begins_with_option(input) {
            self.endpoint = Some(Endpoint::read(input, errors)?);
            Self::comma(input, errors)?;
        }
        while !input.is_empty() {
            self.option(input, place, errors)?;
            Self::comma(input, errors)?;
        }
        if let Some(endpoint) = &self.endpoint {
            endpoint.flags.check(endpoint.method, errors);
        }
        Ok(())
    }

    fn comma(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            let next = peek_token(input)?;
            errors.at(&next, format!("expected `,` before `{next}`"));
            skip_to_comma(input)?;
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }

    fn option(
        &mut self,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        let option: TokenTree = input.parse()?;
        let read = errors.scope(|errors| self.read_option(&option, input, place, errors));
        if read.is_ok() {
            return Ok(());
        }
        if self.endpoint.is_none() {
            // What follows is no option either, but part of whatever this was meant to be.
            return input.parse::<TokenStream>().map(drop);
        }
        skip_to_comma(input)
    }

    fn read_option(
        &mut self,
        option: &TokenTree,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) {
        match option.to_string().as_str() {
            "crate" => self.krate(option, input, place, errors),
            "defaults" => self.defaults(option, input, place, errors),
            "without" => self.without(option, input, errors),
            "timeout" => errors.at(
                option,
                "no `timeout` in a declaration: a timeout belongs to the call, `client.with_timeout(…)`",
            ),
            "," => errors.at(option, "one `,` too many"),
            method if METHODS.contains(&method) => {
                errors.at(
                    option,
                    format!("the operation stands first: `{method} \"/v3/…\"`"),
                );
            }
            name => match Flag::named(name) {
                Some(flag) => self.flag(flag, option, input, errors),
                None => errors.at(option, self.unknown_option(name, place)),
            },
        }
    }

    fn flag(&mut self, flag: Flag, word: &TokenTree, input: ParseStream<'_>, errors: &mut Errors) {
        let name = flag.name();
        match &mut self.endpoint {
            None => errors.at(
                word,
                format!("`{name}` follows an operation: `POST \"/v3/…\", {name}`"),
            ),
            Some(endpoint) if endpoint.flags.has(flag) => {
                errors.at(word, format!("`{name}` is given twice"));
            }
            Some(_) if input.peek(Token![=]) || input.peek(Paren) => {
                errors.at(word, format!("`{name}` takes no value: it stands alone"));
            }
            Some(endpoint) => endpoint.flags.insert(flag, word.clone()),
        }
    }

    fn without(&mut self, word: &TokenTree, input: ParseStream<'_>, errors: &mut Errors) {
        let names = |list: ParseStream<'_>| list.parse_terminated(Ident::parse_any, Token![,]);
        // Read apart from `input`, so that nothing but this is said of what it holds.
        let names = input
            .parse::<Group>()
            .ok()
            .filter(|list| list.delimiter() == Delimiter::Parenthesis)
            .and_then(|list| names.parse2(list.stream()).ok());
        match (&mut self.endpoint, names) {
            (Some(endpoint), Some(names)) if !names.is_empty() => endpoint.without.extend(names),
            (None, _) => errors.at(
                word,
                "`without` follows an operation: `POST \"/v3/…\", without(…)`",
            ),
            _ => errors.at(
                word,
                "`without` names what the operation does not need after all: `without(mchid)`",
            ),
        }
    }

    fn unknown_option(&self, name: &str, place: Place) -> String {
        let mut known = Flag::ALL.map(Flag::name).to_vec();
        known.push("without");
        if place == Place::Trait {
            known.extend(TRAIT_OPTIONS);
        }
        if let Some(meant) = nearest(name, known.iter().copied()) {
            return format!("unknown option `{name}`: did you mean `{meant}`?");
        }
        if self.endpoint.is_none() {
            return format!("unknown option `{name}`: an operation is written `POST \"/v3/…\"`");
        }
        format!(
            "unknown option `{name}`: expected one of {}",
            known.join(", ")
        )
    }

    fn krate(
        &mut self,
        option: &TokenTree,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) {
        let path = input
            .parse::<Token![=]>()
            .and_then(|_| input.call(Path::parse_mod_style));
        match path {
            _ if place == Place::Method => errors.at(
                option,
                "`crate` belongs on the trait: `#[wechatpay_api(crate = …)]`",
            ),
            _ if self.krate.is_some() => errors.at(option, "`crate` is given twice"),
            Ok(path) => self.krate = Some(path),
            Err(_) => match input.parse::<LitStr>() {
                Ok(text) => {
                    let path = text.value().replace('-', "_");
                    let path = syn::parse_str::<Path>(&path).map_or("some::path", |_| &path);
                    errors.at(
                        &text,
                        format!("`crate` is a path, not a string: `crate = {path}`"),
                    );
                }
                Err(_) => errors.at(
                    option,
                    "`crate` says where `wechatpay_client` is: `crate = some::path`",
                ),
            },
        }
    }

    fn defaults(
        &mut self,
        option: &TokenTree,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) {
        if place == Place::Method {
            errors.at(
                option,
                "`defaults` belongs on the trait: `#[wechatpay_api(defaults)]`",
            );
        } else if self.defaults {
            errors.at(option, "`defaults` is given twice");
        } else if input.peek(Token![=]) || input.peek(Paren) {
            errors.at(option, "`defaults` takes no value: it stands alone");
        }
        self.defaults = true;
    }
}

/// Tests if a token is `unlisted`, maybe misspelt.
fn is_nearly_unlisted(token: &TokenTree) -> bool {
    let TokenTree::Ident(word) = token else {
        return false;
    };
    let word = word.to_string().to_ascii_lowercase();
    nearest(&word, [Flag::Unlisted.name()]).is_some()
}

/// Whether no operation is to be read, since what stands first is an option, or was meant for one.
fn begins_with_option(input: ParseStream<'_>) -> bool {
    let Ok(word) = input.fork().call(Ident::parse_any) else {
        return false;
    };
    let word = word.to_string();
    if METHODS
        .iter()
        .any(|method| method.eq_ignore_ascii_case(&word))
    {
        return false;
    }
    let options = Flag::ALL.map(Flag::name).into_iter();
    let options = options.chain(["without"]).chain(TRAIT_OPTIONS);
    let is_option = input.peek2(Token![=]) || nearest(&word, options).is_some();
    is_option && !input.peek2(LitStr)
}
