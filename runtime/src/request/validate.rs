//! The check of a request against its rules, before its sensitive fields are encrypted.

use std::{borrow::Cow, rc::Rc, sync::Arc};

use serde::Serialize;

use super::{Body, Request, RequestError, RequestErrorKind, Slots, sensitive};
use crate::validation::{self, Rule, ValidationError, Violation, ViolationKind};

/// A request, or an object in it, whose published rules are known.
///
/// All request bodies of `wechatpay-endpoints` implement this trait, as do the objects in them that have rules. The module
/// [`validation`](crate::validation) shows how a type of your own does. References, `Box` and `Cow` have the rules of the
/// type inside, and so have `Rc` and `Arc` with the feature `rc` of `serde`.
///
/// The client checks the rules of each body if it was built with
/// [`ClientBuilder::validate`](crate::ClientBuilder::validate). It finds the rules by the type that the declaration
/// names.
#[diagnostic::on_unimplemented(
    message = "no rules are known of `{Self}`",
    label = "has no rules to validate",
    note = "implement `wechatpay_client::Validate` for a type of your own; an object of `wechatpay-endpoints` without published rules has nothing to validate"
)]
pub trait Validate: Serialize {
    /// The rules, in the order of the members.
    const RULES: &'static [Rule];

    /// Checks this value against its rules, without sending anything. Lengths of sensitive fields (敏感信息) are those of
    /// the plaintext.
    ///
    /// # Errors
    ///
    /// All violations, in the order of the rules.
    fn validate(&self) -> Result<(), ValidationError> {
        let written = sensitive::encrypting(|| Body::to_json(&self));
        let checked = written.and_then(|(json, slots)| check(&json, Self::RULES, &slots));
        checked.map_err(|error| match error.into_kind() {
            RequestErrorKind::Violations(error) => error,
            kind => Violation::new("", ViolationKind::Unserializable(kind.to_string())).into(),
        })
    }
}

impl<T: Validate + ?Sized> Validate for &T {
    const RULES: &'static [Rule] = T::RULES;
}

impl<T: Validate + ?Sized> Validate for &mut T {
    const RULES: &'static [Rule] = T::RULES;
}

impl<T: Validate + ?Sized> Validate for Box<T> {
    const RULES: &'static [Rule] = T::RULES;
}

impl<T: Validate + ToOwned + ?Sized> Validate for Cow<'_, T> {
    const RULES: &'static [Rule] = T::RULES;
}

/// Only with the feature `rc` of `serde`, without which an `Rc` does not serialize.
impl<T: Validate + ?Sized> Validate for Rc<T>
where
    Self: Serialize,
{
    const RULES: &'static [Rule] = T::RULES;
}

/// Only with the feature `rc` of `serde`, without which an `Arc` does not serialize.
impl<T: Validate + ?Sized> Validate for Arc<T>
where
    Self: Serialize,
{
    const RULES: &'static [Rule] = T::RULES;
}

impl Request {
    /// Checks the body against its rules.
    pub(crate) fn validate(&self) -> Result<(), RequestError> {
        match &self.body {
            Some(json) => check(json, self.rules, &self.slots),
            None => Ok(()),
        }
    }
}

fn check(json: &[u8], rules: &[Rule], slots: &Slots) -> Result<(), RequestError> {
    if rules.is_empty() {
        return Ok(());
    }
    // The client wrote the JSON, so only its depth can be wrong.
    let body = serde_json::from_slice(json);
    let body = body.map_err(|_| RequestErrorKind::TooDeep)?;
    validation::check(&body, rules, slots)
        .map_err(|error| RequestErrorKind::Violations(error).into())
}
