//! The type of a parameter, as far as its spelling tells. A type of any other name is accepted.

use syn::Type;

use crate::{
    catalogue::{Kind, Parameter},
    types::{Known, known},
};

/// The mistake in the type of a query parameter and what to write, in words that follow the name.
pub(super) fn value_problem(parameter: &Parameter, ty: &Type) -> Option<String> {
    let spelling = Spelling::of(ty);
    let is_optional = spelling.is_optional;
    let problem = spelling
        .encryption_problem(parameter)
        .or_else(|| spelling.kind_problem(parameter.kind?));
    let ty = parameter.example_type();
    match problem {
        Some(problem) if is_optional && !parameter.required => {
            Some(format!("{problem}: write `Option<{ty}>`"))
        }
        Some(problem) => Some(format!("{problem}: write `{ty}`")),
        None => (is_optional && parameter.required)
            .then(|| "is required: remove the `Option`".to_owned()),
    }
}

/// The same for a placeholder, whose kind is not compared.
pub(super) fn placeholder_problem(parameter: &Parameter, ty: &Type) -> Option<String> {
    let problem = Spelling::of(ty).encryption_problem(parameter)?;
    Some(format!("{problem}: write `{}`", parameter.example_type()))
}

/// Tests if a type is spelt as a sensitive one.
pub(super) fn is_sensitive(ty: &Type) -> bool {
    matches!(Spelling::of(ty).value, Some(Known::Sensitive))
}

/// The parts of a type.
struct Spelling<'a> {
    is_optional: bool,
    is_list: bool,
    /// A single value, if its type is known.
    value: Option<Known<'a>>,
}

impl<'a> Spelling<'a> {
    fn of(ty: &'a Type) -> Self {
        let (is_optional, content) = match known(ty) {
            Some(Known::Option(content)) => (true, content),
            _ => (false, ty),
        };
        let (is_list, value) = match known(content) {
            Some(Known::List(item)) => (true, item.and_then(known)),
            value => (false, value),
        };
        Self {
            is_optional,
            is_list,
            value,
        }
    }

    fn encryption_problem(&self, parameter: &Parameter) -> Option<&'static str> {
        match self.value? {
            Known::Sensitive => (!parameter.encrypted).then_some("must not be encrypted"),
            value => (parameter.encrypted && is_single(value)).then_some("must be encrypted"),
        }
    }

    fn kind_problem(&self, kind: Kind) -> Option<&'static str> {
        let is_other = match kind {
            Kind::List => {
                return (!self.is_list && self.value.is_some_and(is_single)).then_some("is a list");
            }
            _ if self.is_list => true,
            Kind::Integer => matches!(self.value?, Known::Text | Known::Float | Known::Bool),
            Kind::Bool => matches!(self.value?, Known::Text | Known::Float | Known::Integer),
            Kind::Text => matches!(self.value?, Known::Bool | Known::Float | Known::Integer),
            Kind::Digits => matches!(self.value?, Known::Bool | Known::Float),
        };
        is_other.then_some(match kind {
            Kind::Integer => "is an integer",
            Kind::Bool => "is a boolean",
            _ => "is text",
        })
    }
}

/// Tests for a value in clear that a URL can carry.
fn is_single(value: Known<'_>) -> bool {
    matches!(
        value,
        Known::Text | Known::Integer | Known::Float | Known::Bool
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the problem of each of several types, `None` for types that fit.
    #[track_caller]
    fn assert_problems(parameter: &Parameter, types: &str, expected: Option<&str>) {
        for ty in types.split(" | ") {
            let parsed = syn::parse_str(ty).unwrap();
            assert_eq!(
                value_problem(parameter, &parsed).as_deref(),
                expected,
                "{ty}"
            );
        }
    }

    fn of_kind(kind: Kind) -> Parameter {
        Parameter {
            kind: Some(kind),
            ..Parameter::default()
        }
    }

    #[test]
    fn types_of_another_kind() {
        let text =
            "&str | String | &String | Box<str> | std::borrow::Cow<'_, str> | Arc<str> | char";
        let integers = "u8 | &u64 | i32 | NonZeroU8 | std::num::NonZero<u32>";
        let lists = "&[u64] | Vec<String> | [bool; 2] | (u8, u8) | &Vec<Limit>";
        let integer = of_kind(Kind::Integer);
        let problem = Some("is an integer: write `u64`");
        for types in [text, "bool | f64", lists] {
            assert_problems(&integer, types, problem);
        }
        assert_problems(&integer, integers, None);

        let boolean = of_kind(Kind::Bool);
        let problem = Some("is a boolean: write `bool`");
        for types in [text, integers, "f32", lists] {
            assert_problems(&boolean, types, problem);
        }
        assert_problems(&boolean, "bool | &bool | Option<bool>", None);

        let parameter = of_kind(Kind::Text);
        let problem = Some("is text: write `&str`");
        for types in [integers, "bool | f64", lists] {
            assert_problems(&parameter, types, problem);
        }
        assert_problems(&parameter, text, None);

        let digits = of_kind(Kind::Digits);
        for types in ["bool | f64", lists] {
            assert_problems(&digits, types, problem);
        }
        for types in [text, integers] {
            assert_problems(&digits, types, None);
        }

        let list = of_kind(Kind::List);
        let problem = Some("is a list: write `&[&str]`");
        for types in [text, integers, "bool | f64"] {
            assert_problems(&list, types, problem);
        }
        assert_problems(&list, lists, None);
    }

    #[test]
    fn types_that_only_the_compiler_knows() {
        let types =
            "Limit | &Limit | Option<Limit> | my::String | Page<u8> | <A as B>::C | &dyn Value";
        for kind in [
            Kind::Integer,
            Kind::Bool,
            Kind::Text,
            Kind::Digits,
            Kind::List,
        ] {
            assert_problems(&of_kind(kind), types, None);
        }
        assert_problems(&Parameter::default(), "&str | u8 | bool | &[&str]", None);
    }

    #[test]
    fn optional_types() {
        let mut parameter = of_kind(Kind::Bool);
        assert_problems(
            &parameter,
            "Option<u8> | &Option<&str>",
            Some("is a boolean: write `Option<bool>`"),
        );
        parameter.required = true;
        assert_problems(&parameter, "Option<u8>", Some("is a boolean: write `bool`"));
        let required = Some("is required: remove the `Option`");
        assert_problems(
            &parameter,
            "Option<bool> | &std::option::Option<Flag>",
            required,
        );
    }

    #[test]
    fn encrypted_types() {
        let in_clear = Some("must not be encrypted: write `&str`");
        let types = "Sensitive | &Sensitive | &[Sensitive] | wechatpay_client::Sensitive";
        assert_problems(&Parameter::default(), types, in_clear);
        let encrypted = Parameter {
            encrypted: true,
            ..of_kind(Kind::Text)
        };
        assert_problems(&encrypted, "Sensitive | &Sensitive | Account", None);
        let problem = Some("must be encrypted: write `&Sensitive`");
        assert_problems(&encrypted, "&str | String | u64 | bool | &[&str]", problem);
    }
}
