//! Advice on error responses: causes and steps, from the troubleshooting manuals of WeChat Pay.
//!
//! [`ApiError::advice`](crate::ApiError::advice) returns the advice on an error of a call. [`Clues`] finds advice by what
//! a log, a screenshot or a user's report holds: the number of a Request-ID, a code, a message.
//!
//! ```
//! use wechatpay_client::advice::{Action, Clues};
//!
//! let advice = Clues::new().with_number(268498688).with_code("INVALID_REQUEST").advice();
//! let [advice] = &*advice else { panic!() };
//! assert_eq!(advice.label(), Some("请求重入时，参数与首次请求时不一致"));
//! assert_eq!(advice.action(), Action::NewNumber);
//! assert!(advice.earlier_request_may_exist());
//! ```
//!
//! Advice is for people, and never decides about a payment: no `Request-ID` is signed, so its number proves nothing. The
//! outcome of a call is [`Error::outcome`](crate::Error::outcome). `NOTICE` names the sources of the advice.

mod action;
mod clues;
mod entry;
mod label;
mod request;
#[cfg(test)]
mod tests;
mod text;

pub use action::{Action, Place, Role};
pub use clues::Clues;
pub(crate) use request::Asked;

use entry::{Entry, Kind, Note, entries};

/// Advice on an error: its causes, and what to do.
#[derive(Clone, Copy)]
pub struct Advice {
    entry: &'static Entry,
    /// The role of the caller and the product of the request, as far as they are known.
    asked: Asked,
    /// The number, if the advice is about a range of numbers.
    number: Option<u64>,
    /// The label in a message that found the advice.
    words: Option<&'static str>,
}

/// The clue that advice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subject {
    /// The number at the end of a `Request-ID`.
    Number(u64),
    /// A number that no manual names, of this group: `validation`, `gateway` or `product`.
    NumberOf(&'static str, u64),
    /// An error code, such as `NO_AUTH`.
    Code(&'static str),
    /// A message of a response or a front end.
    Message(&'static str),
    /// An HTTP status.
    Status(u16),
    /// The `fail_reason` of a receiver of profit sharing, or of a transfer.
    FailReason(&'static str),
    /// The state of a thing, such as `refund:ABNORMAL`.
    State(&'static str),
    /// A symptom without a message.
    Symptom(&'static str),
}

/// The error codes (错误码) that advice knows, in every spelling.
pub fn codes() -> impl Iterator<Item = &'static str> {
    names(Kind::Code)
}

/// The values of `fail_reason` (失败原因) that advice knows.
pub fn fail_reasons() -> impl Iterator<Item = &'static str> {
    names(Kind::FailReason)
}

fn names(kind: Kind) -> impl Iterator<Item = &'static str> {
    let entries = entries().iter().filter(move |entry| entry.by == kind);
    let texts = entries.flat_map(|entry| entry.texts());
    texts.filter(|text| text.is_ascii())
}

impl Advice {
    /// The clue that this advice is about.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let key = &*self.entry.key;
        match self.entry.by {
            Kind::Number => Subject::Number(self.entry.number().unwrap_or_default()),
            Kind::Range => Subject::NumberOf(key, self.number.unwrap_or_default()),
            Kind::Code => Subject::Code(key),
            Kind::Message => Subject::Message(key),
            Kind::Status => Subject::Status(key.parse().unwrap_or_default()),
            Kind::FailReason => Subject::FailReason(key),
            Kind::State => Subject::State(key),
            Kind::Symptom => Subject::Symptom(key),
        }
    }

    /// The label that WeChat Pay gives to the number.
    #[must_use]
    pub fn label(&self) -> Option<&'static str> {
        self.entry.label.as_deref()
    }

    /// The words in a message by which the advice was found, as the manual spells them. `None` if another clue found the
    /// advice: a number, a code, a status. The [`subject`](Self::subject) of advice found by words may be a number or a
    /// code that no clue gave.
    #[must_use]
    pub fn words(&self) -> Option<&'static str> {
        self.words
    }

    /// The product whose manual has this advice, such as `pay score (微信支付分)`. `None` for advice on every operation.
    #[must_use]
    pub fn product(&self) -> Option<&'static str> {
        self.entry.family.as_deref().map(entry::family_name)
    }

    /// The role that meets the error. `None` for every role.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.entry.role
    }

    /// The place where the error shows.
    #[must_use]
    pub fn place(&self) -> Place {
        self.entry.place
    }

    /// The kind of step that helps.
    #[must_use]
    pub fn action(&self) -> Action {
        self.entry.action
    }

    /// The possible causes. If the role of the caller is not known, the causes of a service provider begin with
    /// `service provider: `.
    #[must_use]
    pub fn causes(&self) -> Vec<String> {
        self.notes(&self.entry.causes)
    }

    /// The steps to take, as [`causes`](Self::causes) writes the causes.
    #[must_use]
    pub fn steps(&self) -> Vec<String> {
        self.notes(&self.entry.steps)
    }

    /// True if an earlier request with the same order number may have been executed. Query the order before you send
    /// anything else.
    #[must_use]
    pub fn earlier_request_may_exist(&self) -> bool {
        self.entry.earlier_request_may_exist
    }

    /// The operation that queries the state, such as `GET /v3/refund/domestic/refunds/{out_refund_no}`. `None` if the
    /// product of the request has a query of its own, as those of e-commerce platforms do.
    #[must_use]
    pub fn query(&self) -> Option<&'static str> {
        let partner = self.entry.partner_query.as_deref();
        let partner = partner.filter(|_| self.asked.role == Some(Role::ServiceProvider));
        let query = partner.or(self.entry.query.as_deref());
        // Advice on every product names the query of orders, if any.
        let is_query_of_product = self.entry.family.is_some() || self.asked.is_of_orders();
        query.filter(|_| is_query_of_product && !self.asked.has_own_queries)
    }

    /// The pages and files that the advice comes from.
    #[must_use]
    pub fn sources(&self) -> Vec<&'static str> {
        entry::sources(self.entry)
    }

    /// Tests if the same words found advice on every product here, and on one product there. Advice on responses is no
    /// general form of advice on notifications.
    fn is_general_form_of(&self, other: Self) -> bool {
        let is_general = self.entry.family.is_none() && other.entry.family.is_some();
        let is_same_place = self.entry.place == other.entry.place;
        is_general && is_same_place && self.words.is_some() && self.words == other.words
    }

    /// Tests if this advice warns of an earlier request, and none of the others on its product does.
    fn warns_more_than(&self, others: &[Self]) -> bool {
        let warns = |other: &Self| {
            let is_same_product = other.entry.family == self.entry.family;
            is_same_product && other.entry.family.is_some() && other.earlier_request_may_exist()
        };
        self.earlier_request_may_exist() && !others.iter().any(warns)
    }

    fn notes(&self, notes: &'static [Note]) -> Vec<String> {
        notes
            .iter()
            .filter_map(|note| match note {
                Note::Any(text) => Some(text.clone()),
                Note::Role { role, text } => match self.asked.role {
                    Some(known) => (known == *role).then(|| text.clone()),
                    None => Some(format!("{role}: {text}")),
                },
            })
            .collect()
    }
}

impl std::fmt::Debug for Advice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Advice")
            .field("subject", &self.subject())
            .field("label", &self.label())
            .field("product", &self.product())
            .field("action", &self.action())
            .field("causes", &self.causes())
            .field("steps", &self.steps())
            .finish_non_exhaustive()
    }
}

impl PartialEq for Advice {
    fn eq(&self, other: &Self) -> bool {
        self.subject() == other.subject()
            && self.asked == other.asked
            && std::ptr::eq(self.entry, other.entry)
    }
}

impl Eq for Advice {}
