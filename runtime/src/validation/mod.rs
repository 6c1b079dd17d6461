//! Validation: the published rules of a request, which the client can check before it sends anything.
//!
//! WeChat Pay responds to a request that breaks a rule with `PARAM_ERROR`, and names one place. A request that implements
//! [`Validate`](crate::Validate) knows its rules, and `validate` finds every violation at once.
//! [`ClientBuilder::validate`](crate::ClientBuilder::validate) makes the client do so for each call.
//!
//! Rules are data. The types of `wechatpay-endpoints` have theirs from the facts; this is how a type of your own gets
//! some:
//!
//! ```
//! use wechatpay_client::{
//!     Validate,
//!     validation::{Check, Rule},
//! };
//!
//! #[derive(serde::Serialize)]
//! struct Order {
//!     description: String,
//!     notify_url: String,
//!     amount: Amount,
//! }
//!
//! #[derive(serde::Serialize)]
//! struct Amount {
//!     total: i64,
//! }
//!
//! impl Validate for Order {
//!     const RULES: &'static [Rule] = &[
//!         Rule::member("description", &[Check::MaxLength(127)]),
//!         Rule::member("notify_url", &[Check::NotifyUrl]),
//!         Rule::within("amount", Amount::RULES),
//!     ];
//! }
//!
//! impl Validate for Amount {
//!     const RULES: &'static [Rule] = &[Rule::member("total", &[Check::Minimum(1)])];
//! }
//!
//! let order = Order {
//!     description: "墨".repeat(128),
//!     notify_url: "https://merchant.example/notify?shop=1".to_owned(),
//!     amount: Amount { total: 0 },
//! };
//! let error = order.validate().unwrap_err();
//! let violations: Vec<_> = error.violations().iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     violations,
//!     [
//!         "`/description` has 128 characters: shorten the text to at most 127",
//!         "`/notify_url` has a query: leave the query out, and tell notifications apart by the path",
//!         "`/amount/total` is 0: send at least 1",
//!     ]
//! );
//! ```

mod check;
mod comparison;
mod error;
mod notify_url;
mod rule;
mod walk;

pub use check::Check;
#[doc(hidden)]
pub use comparison::Comparison;
pub use error::{NotifyUrlProblem, ValidationError, Violation, ViolationKind};
pub use rule::Rule;
pub(crate) use walk::{Plaintexts, check};
