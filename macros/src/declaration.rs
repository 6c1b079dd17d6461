//! The content of one `#[wechatpay_api(…)]`: an endpoint, and the options of the endpoint or the trait.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use syn::{
    LitStr, Path, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    token::Paren,
};

use crate::{
    distance::nearest,
    endpoint::{Endpoint, METHODS, Written, peek_token, skip_to_comma},
    errors::{Checked, Errors},
    flag::Flag,
    types::plain_text,
};

#[derive(Default)]
pub(crate) struct Declaration {
    pub(crate) endpoint: Option<Endpoint>,
    /// `crate = path`
    pub(crate) krate: Option<Path>,
    /// Each method has a default body.
    pub(crate) defaults: bool,
}

/// The item below the attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Trait,
    Method,
}

const TRAIT_OPTIONS: [&str; 2] = ["crate", "defaults"];

// declaration  = [ ( endpoint | trait-option ) { "," option } ] [ "," ]
// option       = flag | without | trait-option
// flag         = "accepted" | "download" | "global" | "idempotent" | "unlisted" | "unsigned" | "upload"
//                (only after an endpoint)
// without      = "without" "(" name { "," name } [ "," ] ")"
//                (only after an endpoint)
// trait-option = "crate" "=" path | "defaults"
//                (only on a trait)
//
// The grammar of the endpoint is in endpoint.rs, of the annotated trait in api.rs. Users read all of it in
// runtime/src/wechatpay_api.md.
impl Declaration {
    /// Reads the attribute, and reports every mistake in it.
    pub(crate) fn parse(tokens: TokenStream, place: Place, errors: &mut Errors) -> Checked<Self> {
        let mut declaration = errors.scope(|errors| Self::read(tokens.clone(), place, errors));
        if !declaration.is_ok() {
            let unlisted = tokens.into_iter().find(is_nearly_unlisted);
            if let (Some(endpoint), Some(token)) = (&mut declaration.endpoint, unlisted) {
                endpoint.assume_unlisted(token);
            }
        }
        declaration
    }

    /// Only the endpoint. A mistake anywhere in the attribute counts as a mistake in its endpoint.
    pub(crate) fn into_endpoint(declaration: Checked<Self>) -> Option<Checked<Endpoint>> {
        declaration
            .map(|declaration| declaration.endpoint)
            .transpose()
    }

    fn read(tokens: TokenStream, place: Place, errors: &mut Errors) -> Self {
        let mut declaration = Self::default();
        let read = |input: ParseStream<'_>| {
            let mut reader = Reader {
                declaration: &mut declaration,
                input,
                place,
            };
            reader.read(errors)
        };
        if let Err(error) = read.parse2(tokens) {
            errors.push(error);
        }
        declaration
    }
}

struct Reader<'a> {
    declaration: &'a mut Declaration,
    input: ParseStream<'a>,
    place: Place,
}

impl Reader<'_> {
    fn read(&mut self, errors: &mut Errors) -> syn::Result<()> {
        if !self.input.is_empty() && !begins_with_option(self.input) {
            self.declaration.endpoint = Some(Endpoint::read(self.input, errors)?);
            self.comma(errors)?;
        }
        while !self.input.is_empty() {
            self.option(errors)?;
            self.comma(errors)?;
        }
        if let Some(endpoint) = &self.declaration.endpoint {
            endpoint.flags.check(endpoint.method, errors);
        }
        Ok(())
    }

    fn comma(&mut self, errors: &mut Errors) -> syn::Result<()> {
        let input = self.input;
        if !input.is_empty() && input.parse::<Option<Token![,]>>()?.is_none() {
            let next = peek_token(input)?;
            errors.at(&next, format!("expected `,` before `{next}`"));
            skip_to_comma(input)?;
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(())
    }

    /// Reads an option. After a mistake, the rest of the option is skipped.
    fn option(&mut self, errors: &mut Errors) -> syn::Result<()> {
        let token: TokenTree = self.input.parse()?;
        let option = errors.scope(|errors| self.named_option(&token, errors));
        if option.is_ok() {
            return Ok(());
        }
        if self.declaration.endpoint.is_none() {
            // Without an endpoint, all that follows is part of the same mistake.
            return self.input.parse::<TokenStream>().map(drop);
        }
        skip_to_comma(self.input)
    }

    fn named_option(&mut self, token: &TokenTree, errors: &mut Errors) {
        match token.to_string().as_str() {
            "crate" => self.krate(token, errors),
            "defaults" => self.defaults(token, errors),
            "without" => self.without(token, errors),
            "timeout" => errors.at(
                token,
                "`timeout` is not an option: set the timeout of a call with \
                 `client.with_timeout(…)`",
            ),
            "," => errors.at(token, "unexpected `,`: remove it"),
            method if METHODS.contains(&method) => errors.at(
                token,
                format!(
                    "the operation must come before the options: write `{method} \"/v3/…\"` first"
                ),
            ),
            name => match Flag::named(name) {
                Some(flag) => self.flag(flag, token, errors),
                None => errors.at(token, self.unknown_option(name)),
            },
        }
    }

    fn flag(&mut self, flag: Flag, token: &TokenTree, errors: &mut Errors) {
        let name = flag.name();
        let has_value = self.has_value();
        match &mut self.declaration.endpoint {
            None => errors.at(
                token,
                format!("`{name}` must follow an operation: write `POST \"/v3/…\", {name}`"),
            ),
            Some(endpoint) if endpoint.flags.has(flag) => {
                errors.at(token, format!("duplicate option `{name}`: remove one"));
            }
            Some(_) if has_value => {
                errors.at(
                    token,
                    format!("`{name}` takes no value: write only `{name}`"),
                );
            }
            Some(endpoint) => {
                endpoint.flags.insert(flag, token.clone());
                endpoint.options.push(Written::Flag(flag));
            }
        }
    }

    fn without(&mut self, token: &TokenTree, errors: &mut Errors) {
        let names = |list: ParseStream<'_>| list.parse_terminated(Ident::parse_any, Token![,]);
        // The list is parsed apart from `input`, so that syn reports no mistake of its own in it.
        let names = self
            .input
            .parse::<Group>()
            .ok()
            .filter(|list| list.delimiter() == Delimiter::Parenthesis)
            .and_then(|list| names.parse2(list.stream()).ok());
        match (&mut self.declaration.endpoint, names) {
            (Some(endpoint), Some(names)) if !names.is_empty() => {
                if endpoint.without.is_empty() {
                    endpoint.options.push(Written::Without);
                }
                endpoint.without.extend(names);
            }
            (None, _) => errors.at(
                token,
                "`without` must follow an operation: write `POST \"/v3/…\", without(…)`",
            ),
            _ => errors.at(
                token,
                "`without` needs a list of names: write, for example, `without(mchid)`",
            ),
        }
    }

    fn unknown_option(&self, name: &str) -> String {
        let mut known = Flag::ALL.map(Flag::name).to_vec();
        known.push("without");
        if self.place == Place::Trait {
            known.extend(TRAIT_OPTIONS);
        }
        let hint = if let Some(similar) = nearest(name, known.iter().copied()) {
            format!("did you mean `{similar}`?")
        } else if self.declaration.endpoint.is_none() {
            "an operation is written `POST \"/v3/…\"`".to_owned()
        } else {
            format!("expected one of {}", known.join(", "))
        };
        format!("unknown option `{name}`: {hint}")
    }

    fn krate(&mut self, token: &TokenTree, errors: &mut Errors) {
        let equals = self.input.parse::<Token![=]>();
        let path = equals.and_then(|_| self.input.call(Path::parse_mod_style));
        match path {
            _ if self.place == Place::Method => errors.at(
                token,
                "`crate` is an option of the trait: write `#[wechatpay_api(crate = …)]` above the trait",
            ),
            _ if self.declaration.krate.is_some() => {
                errors.at(token, "duplicate option `crate`: remove one")
            }
            Ok(path) => {
                self.write_trait_option(format!("crate = {}", plain_text(&path)));
                self.declaration.krate = Some(path);
            }
            Err(_) => self.report_no_path(token, errors),
        }
    }

    fn report_no_path(&self, token: &TokenTree, errors: &mut Errors) {
        let Ok(text) = self.input.parse::<LitStr>() else {
            return errors.at(
                token,
                "`crate` needs the path of `wechatpay_client`: write `crate = some::path`",
            );
        };
        // A package's name has hyphens where the crate's has underscores.
        let path = text.value().replace('-', "_");
        let path = syn::parse_str::<Path>(&path).map_or("some::path", |_| &path);
        errors.at(
            &text,
            format!("`crate` must be a path, not a string: write `crate = {path}`"),
        );
    }

    fn defaults(&mut self, token: &TokenTree, errors: &mut Errors) {
        if self.place == Place::Method {
            errors.at(
                token,
                "`defaults` is an option of the trait: write `#[wechatpay_api(defaults)]` above the trait",
            );
        } else if self.declaration.defaults {
            errors.at(token, "duplicate option `defaults`: remove one");
        } else if self.has_value() {
            errors.at(token, "`defaults` takes no value: write only `defaults`");
        } else {
            self.write_trait_option("defaults".to_owned());
        }
        self.declaration.defaults = true;
    }

    fn write_trait_option(&mut self, option: String) {
        if let Some(endpoint) = &mut self.declaration.endpoint {
            endpoint.options.push(Written::OfTrait(option));
        }
    }

    /// Tests if a value follows: `= …` or `(…)`.
    fn has_value(&self) -> bool {
        self.input.peek(Token![=]) || self.input.peek(Paren)
    }
}

/// Tests if a token is `unlisted`, maybe misspelt.
fn is_nearly_unlisted(token: &TokenTree) -> bool {
    let TokenTree::Ident(ident) = token else {
        return false;
    };
    let name = ident.to_string().to_ascii_lowercase();
    nearest(&name, [Flag::Unlisted.name()]).is_some()
}

/// Tests if the first token is an option, maybe misspelt, and not the method of an endpoint.
fn begins_with_option(input: ParseStream<'_>) -> bool {
    let Ok(first) = input.fork().call(Ident::parse_any) else {
        return false;
    };
    let name = first.to_string();
    let is_method = |method: &&str| method.eq_ignore_ascii_case(&name);
    if METHODS.iter().any(is_method) {
        return false;
    }
    let options = Flag::ALL.map(Flag::name).into_iter();
    let options = options.chain(["without"]).chain(TRAIT_OPTIONS);
    let is_option = input.peek2(Token![=]) || nearest(&name, options).is_some();
    is_option && !input.peek2(LitStr)
}
