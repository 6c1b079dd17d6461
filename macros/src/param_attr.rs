//! The attributes of a parameter: `#[query]`, `#[header]` and `#[unlisted]`.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, PatType};

use crate::{distance::nearest, errors::Errors, recover::is_incomplete};

/// The place of a parameter in the request, by its attribute.
pub(crate) enum ParamAttr {
    /// `#[query]` or `#[query = "name"]`
    Query {
        attribute: Box<Attribute>,
        name: Option<LitStr>,
    },
    /// `#[header = "name"]`
    Header { name: LitStr },
}

/// The attributes of one parameter.
#[derive(Default)]
pub(crate) struct ParamAttrs {
    /// `#[query]` or `#[header]`; `None` if there is none that can be read.
    pub(crate) attr: Option<ParamAttr>,
    /// `#[unlisted]`
    pub(crate) unlisted: Option<Attribute>,
}

/// Attributes that are left on a parameter.
const LINTS: [&str; 5] = ["allow", "warn", "deny", "forbid", "expect"];

/// The attributes that this macro understands on a parameter.
const NAMES: [&str; 3] = ["query", "header", "unlisted"];

/// Headers that the client or HTTP itself sets; so are all `Wechatpay-*`.
const RESERVED: [&str; 16] = [
    "accept",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
];

impl ParamAttrs {
    /// Takes the attributes off a parameter, except lints.
    pub(crate) fn take(parameter: &mut PatType, errors: &mut Errors) -> Self {
        let is_lint = |attribute: &Attribute| name_among(attribute, &LINTS).is_some();
        let (lints, attributes): (Vec<_>, Vec<_>) = std::mem::take(&mut parameter.attrs)
            .into_iter()
            .partition(is_lint);
        parameter.attrs = lints;
        let mut attrs = Self::default();
        let mut first = None;
        for attribute in attributes {
            if is_incomplete(&attribute.meta) {
                errors.reported_by_compiler();
            } else {
                attrs.add(attribute, &mut first, errors);
            }
        }
        attrs
    }

    /// Adds an attribute; `first` is the name of an earlier `#[query]` or `#[header]`.
    fn add(&mut self, attribute: Attribute, first: &mut Option<&'static str>, errors: &mut Errors) {
        let Some(name) = name_among(&attribute, &NAMES) else {
            return report_unknown(&attribute, errors);
        };
        if name == "unlisted" {
            return self.unlisted(attribute, errors);
        }
        let earlier = *first;
        first.get_or_insert(name);
        match earlier {
            None if name == "query" => self.attr = Some(ParamAttr::query(attribute, errors)),
            None => self.attr = ParamAttr::header(&attribute, errors),
            Some(earlier) if earlier == name => {
                errors.at(attribute, format!("duplicate `#[{name}]`: remove one"));
            }
            Some(_) => errors.at(
                attribute,
                "a parameter is `#[query]` or `#[header]`, not both: remove one",
            ),
        }
    }

    fn unlisted(&mut self, attribute: Attribute, errors: &mut Errors) {
        if self.unlisted.is_some() {
            errors.at(attribute, "duplicate `#[unlisted]`: remove one");
        } else if !matches!(attribute.meta, Meta::Path(_)) {
            errors.at(
                attribute,
                "`#[unlisted]` takes no value: write only `#[unlisted]`",
            );
        } else {
            self.unlisted = Some(attribute);
        }
    }
}

impl ParamAttr {
    fn query(attribute: Attribute, errors: &mut Errors) -> Self {
        let name = match &attribute.meta {
            Meta::Path(_) => None,
            Meta::NameValue(meta) => match literal(&meta.value) {
                Some(name) => {
                    if name.value().is_empty() {
                        errors.at(
                            name,
                            "a query parameter needs a name: write `#[query = \"name\"]`",
                        );
                    }
                    Some(name.clone())
                }
                None => {
                    errors.at(
                        &meta.value,
                        "the name of a query parameter must be a string literal: write `#[query = \"name\"]`",
                    );
                    None
                }
            },
            Meta::List(_) => {
                errors.at(
                    &attribute,
                    "`#[query]` takes no list: write `#[query]`, or `#[query = \"name\"]` for \
                     another name",
                );
                None
            }
        };
        Self::Query {
            attribute: Box::new(attribute),
            name,
        }
    }

    fn header(attribute: &Attribute, errors: &mut Errors) -> Option<Self> {
        let Meta::NameValue(meta) = &attribute.meta else {
            errors.at(
                attribute,
                "a header needs a name: write `#[header = \"Idempotency-Key\"]`",
            );
            return None;
        };
        let Some(name) = literal(&meta.value) else {
            errors.at(
                &meta.value,
                "the name of a header must be a string literal: write `#[header = \"Idempotency-Key\"]`",
            );
            return None;
        };
        if let Some(problem) = header_problem(&name.value()) {
            errors.at(name, problem);
            return None;
        }
        Some(Self::Header { name: name.clone() })
    }
}

/// The name of an attribute, if it is one of these.
fn name_among(attribute: &Attribute, names: &[&'static str]) -> Option<&'static str> {
    let path = attribute.path();
    names.iter().copied().find(|name| path.is_ident(name))
}

fn literal(value: &Expr) -> Option<&LitStr> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(name),
            ..
        }) => Some(name),
        _ => None,
    }
}

/// The reason that no parameter can be a header of this name.
fn header_problem(name: &str) -> Option<String> {
    // A `token` of RFC 9110.
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let lower = name.to_ascii_lowercase();
    if name.is_empty() {
        Some("a header needs a name: write `#[header = \"Idempotency-Key\"]`".to_owned())
    } else if !name.chars().all(is_token) {
        Some(format!(
            "`{name}` is not a valid header name: use letters, digits and `-`"
        ))
    } else if RESERVED.contains(&&*lower) || lower.starts_with("wechatpay-") {
        Some(format!(
            "the client sets the header `{name}` itself: remove this parameter"
        ))
    } else {
        None
    }
}

/// Reports an attribute that a parameter cannot have, with the way to write what was probably meant.
fn report_unknown(attribute: &Attribute, errors: &mut Errors) {
    let name = attribute.path().to_token_stream().to_string();
    let name = name.replace(' ', "");
    let message = match name.as_str() {
        "cfg" | "cfg_attr" => {
            format!(
                "a parameter cannot have `#[{name}]`: declare two methods, each with its own `#[cfg]`"
            )
        }
        "body" => "there is no `#[body]`: name the parameter `body`".to_owned(),
        "file" => "there is no `#[file]`: name the parameter `file`".to_owned(),
        "path" => "there is no `#[path]`: name the parameter like its placeholder, `id` for `{id}`"
            .to_owned(),
        "doc" => "a parameter cannot have documentation: move the text to the method".to_owned(),
        _ => match nearest(&name, NAMES) {
            Some(similar) => format!("unknown attribute `#[{name}]`: did you mean `#[{similar}]`?"),
            None => {
                format!("unknown attribute `#[{name}]`: expected `#[query]` or `#[header]`")
            }
        },
    };
    errors.at(attribute, message);
}
