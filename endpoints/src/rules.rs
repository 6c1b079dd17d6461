//! The published rules of requests.

/// Gives a type its rules, written as the constructors of `Rule`. A body may have none.
#[allow(unused_macros, reason = "a family may have no rules")]
macro_rules! rules {
    ($name:ident { $($rule:ident($($argument:expr),+),)* }) => {
        impl wechatpay_client::Validate for $name {
            const RULES: &'static [wechatpay_client::validation::Rule] = {
                #[allow(unused_imports, reason = "not every list of rules has checks, or types inside")]
                use wechatpay_client::{
                    Validate as _,
                    validation::{Check::*, Rule},
                };
                &[$(Rule::$rule($($argument),+)),*]
            };
        }
    };
}

#[allow(unused_imports, reason = "a family may have no rules")]
pub(crate) use rules;
