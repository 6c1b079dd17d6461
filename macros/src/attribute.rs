//! What stands in the parentheses of `#[wechatpay_api(…)]`.

use std::fmt::{self, Display};

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;
use syn::{
    LitStr, Path, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser},
    token::Paren,
};

use crate::{
    distance::nearest,
    errors::Errors,
    flag::{Flag, Flags},
    path::Template,
};

#[derive(Default)]
pub(crate) struct Declared {
    pub(crate) operation: Option<Operation>,
    /// `crate = path`
    pub(crate) krate: Option<Path>,
    /// Each method has a default body.
    pub(crate) defaults: bool,
    /// It has a mistake, which is reported: what seems to be missing may be what was meant.
    pub(crate) broken: bool,
}

/// `METHOD "path"`, and its options.
#[derive(Default)]
pub(crate) struct Operation {
    /// One of [`VERBS`]; `None` if it is missing or unknown, which is reported.
    pub(crate) verb: Option<&'static str>,
    /// `None` if it is missing, which is reported.
    pub(crate) path: Option<Template>,
    pub(crate) flags: Flags,
    /// The verb as it is written.
    pub(crate) word: Option<Ident>,
    /// `without(…)`: what it is known to need, and does without here.
    pub(crate) without: Vec<Ident>,
    /// The attribute has no mistake: what it says is what was meant.
    pub(crate) sound: bool,
}

/// As it is written, for messages.
impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self
            .path
            .as_ref()
            .map_or_else(|| "/v3/…".to_owned(), |it| it.literal.value());
        write!(f, "{} \"{path}\"", self.verb.unwrap_or("POST"))
    }
}

/// What an attribute stands on: only a trait says where the crate is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Trait,
    Method,
}

pub(crate) const VERBS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const TRAIT_OPTIONS: [&str; 2] = ["crate", "defaults"];

// attribute    = [ ( operation | trait-option ) { "," option } ] [ "," ]
// operation    = VERB PATH
// VERB         = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
// PATH         = string literal: ROOT segment { "/" segment } [ "/" ]
// ROOT         = "/v3/" | "/hk/v3/" | "/global/v3/" | "/brand/"
// segment      = text | "{" name "}"
// option       = flag | without | trait-option
// flag         = "accepted" | "download" | "global" | "idempotent" | "unlisted" | "unsigned" | "upload"
//                (after an operation only)
// without      = "without" "(" name { "," name } [ "," ] ")"
//                (after an operation only)
// trait-option = "crate" "=" path | "defaults"
//                (on the trait only)
//
// What it stands on is in parse.rs; all of it for users, in runtime/src/wechatpay_api.md.
impl Declared {
    /// Reads the attribute, and reports what is wrong with it; reading goes on after a mistake.
    pub(crate) fn parse(tokens: TokenStream, place: Place, errors: &mut Errors) -> Self {
        let mut declared = Self::default();
        let before = errors.len();
        let read = |input: ParseStream<'_>| declared.read(input, place, errors);
        if let Err(error) = read.parse2(tokens) {
            errors.push(error);
        }
        declared.broken = errors.len() > before;
        if let Some(operation) = &mut declared.operation {
            operation.sound = !declared.broken;
        }
        declared
    }

    fn read(
        &mut self,
        input: ParseStream<'_>,
        place: Place,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if !input.is_empty() && !begins_with_option(input) {
            self.operation = Some(Operation::read(input, errors)?);
            Self::comma(input, errors)?;
        }
        while !input.is_empty() {
            self.option(input, place, errors)?;
            Self::comma(input, errors)?;
        }
        if let Some(operation) = &self.operation {
            operation.flags.check(operation.verb, errors);
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
        let before = errors.len();
        let option: TokenTree = input.parse()?;
        let name = option.to_string();
        match name.as_str() {
            "crate" => self.krate(&option, input, place, errors),
            "defaults" => self.defaults(&option, input, place, errors),
            "without" => self.without(&option, input, errors),
            "timeout" => errors.at(
                &option,
                "no `timeout` in a declaration: a deadline belongs to the call, `client.deadline(…)`",
            ),
            "," => errors.at(&option, "one `,` too many"),
            verb if VERBS.contains(&verb) => {
                errors.at(&option, format!("the operation stands first: `{verb} \"/v3/…\"`"));
            }
            name => match Flag::named(name) {
                Some(flag) => self.flag(flag, &option, input, errors),
                None => errors.at(&option, self.unknown_option(name, place)),
            },
        }
        if errors.len() == before {
            return Ok(());
        }
        if self.operation.is_none() {
            // What follows is no option either, but part of whatever this was meant to be.
            return input.parse::<TokenStream>().map(drop);
        }
        skip_to_comma(input)
    }

    fn flag(&mut self, flag: Flag, word: &TokenTree, input: ParseStream<'_>, errors: &mut Errors) {
        let name = flag.name();
        match &mut self.operation {
            None => errors.at(
                word,
                format!("`{name}` follows an operation: `POST \"/v3/…\", {name}`"),
            ),
            Some(operation) if operation.flags.has(flag) => {
                errors.at(word, format!("`{name}` is given twice"));
            }
            Some(_) if input.peek(Token![=]) => {
                errors.at(word, format!("`{name}` takes no value: it stands alone"));
            }
            Some(operation) => operation.flags.insert(flag, word.clone()),
        }
    }

    fn without(&mut self, word: &TokenTree, input: ParseStream<'_>, errors: &mut Errors) {
        let names = |list: ParseStream<'_>| list.parse_terminated(Ident::parse_any, Token![,]);
        // Read apart from `input`, so that nothing but this is said of what it holds.
        let names = input
            .parse::<Group>()
            .and_then(|list| names.parse2(list.stream()));
        match (&mut self.operation, names) {
            (Some(operation), Ok(names)) if !names.is_empty() => operation.without.extend(names),
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
        if self.operation.is_none() {
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
        } else if input.peek(Token![=]) {
            errors.at(option, "`defaults` takes no value: it stands alone");
        }
        self.defaults = true;
    }
}

impl Operation {
    fn read(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Self::without_verb(input, errors);
        }
        let mut operation = Self::default();
        if !input.peek(Ident::peek_any) {
            let next = peek_token(input)?;
            errors.at(next, "expected an operation: `POST \"/v3/…\"`");
            skip_to_comma(input)?;
            return Ok(operation);
        }
        let verb = input.call(Ident::parse_any)?;
        operation.word = Some(verb.clone());
        if input.peek(Paren) {
            let written = verb.to_string().to_ascii_uppercase();
            let path: TokenTree = input.parse()?;
            errors.at(
                quote!(#verb #path),
                format!(
                    "the path stands after the method, without parentheses: `{written} \"/v3/…\"`"
                ),
            );
            return Ok(operation);
        }
        let before = errors.len();
        operation.verb = read_verb(&verb, errors);
        if !input.peek(LitStr) && input.peek2(LitStr) {
            let between: TokenTree = input.parse()?;
            errors.at(
                &between,
                format!("no `{between}` between the method and the path: `{verb} \"/v3/…\"`"),
            );
        }
        if input.peek(LitStr) {
            operation.path = Some(Template::parse(input.parse()?, errors));
        } else if !input.is_empty() && !input.peek(Token![,]) {
            let next = peek_token(input)?;
            errors.at(
                next,
                format!("the path is a string literal: `{verb} \"/v3/…\"`"),
            );
            skip_to_comma(input)?;
        } else if errors.len() == before {
            // A word that is no method may be half of one: it is reported, and was all so far.
            errors.at(
                &verb,
                format!("missing path: `#[wechatpay_api({verb} \"/v3/…\")]`"),
            );
        }
        Ok(operation)
    }

    fn without_verb(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<Self> {
        let path: LitStr = input.parse()?;
        let text = path.value();
        let first = text.split(' ').next().unwrap_or_default();
        if VERBS.contains(&first) {
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

/// Whether no operation is to be read, since what stands first is an option, or was meant for one.
fn begins_with_option(input: ParseStream<'_>) -> bool {
    let Ok(word) = input.fork().call(Ident::parse_any) else {
        return false;
    };
    let word = word.to_string();
    if VERBS.iter().any(|verb| verb.eq_ignore_ascii_case(&word)) {
        return false;
    }
    let options = Flag::ALL.map(Flag::name).into_iter();
    let options = options.chain(["without"]).chain(TRAIT_OPTIONS);
    let is_option = input.peek2(Token![=]) || nearest(&word, options).is_some();
    is_option && !input.peek2(LitStr)
}

fn read_verb(verb: &Ident, errors: &mut Errors) -> Option<&'static str> {
    let name = verb.to_string();
    if let Some(known) = VERBS.into_iter().find(|known| *known == name) {
        return Some(known);
    }
    if let Some(known) = VERBS.into_iter().find(|it| it.eq_ignore_ascii_case(&name)) {
        errors.at(verb, format!("write the method in capitals: `{known}`"));
        return Some(known);
    }
    let meant = nearest(&name.to_ascii_uppercase(), VERBS);
    errors.at(
        verb,
        match meant {
            Some(meant) => format!("unknown HTTP method `{name}`: did you mean `{meant}`?"),
            None => format!(
                "unknown HTTP method `{name}`: expected one of {}",
                VERBS.join(", ")
            ),
        },
    );
    meant
}

fn peek_token(input: ParseStream<'_>) -> syn::Result<TokenTree> {
    input.fork().parse()
}

fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
