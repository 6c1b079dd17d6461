//! The outcome of a failed call. Errors of every layer report it.

/// The outcome of a failed call: whether WeChat Pay executed the request.
///
/// ```
/// use wechatpay_client::{Error, Outcome};
///
/// fn next_step(error: &Error) -> &'static str {
///     match error.outcome() {
///         Outcome::NotExecuted => "correct the request, and call again",
///         Outcome::Unknown => "query the order, or repeat the very same request",
///         Outcome::Executed => "query the order for the result",
///     }
/// }
/// ```
///
/// A refusal that hints at an earlier request under the same merchant's number (`ORDERPAID`,
/// `OUT_TRADE_NO_USED`, `ALREADY_EXISTS`) counts as [`Unknown`](Self::Unknown), because that request may have
/// paid the order.
///
/// The outcome belongs to the call that returned the error. A failed query says nothing about the queried
/// request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is no fourth")]
pub enum Outcome {
    /// Certainly not executed: nothing was sent, or a verified response refuses the request, or the request was a
    /// download, which has no side effect.
    NotExecuted,
    /// The request may have been executed. Query the operation, or repeat the request with the same numbers and
    /// parameters. A new number may execute the operation twice.
    Unknown,
    /// Executed: a verified response says so, but its body could not be decoded.
    Executed,
}

impl Outcome {
    /// A short fixed name, for metrics and logs: `not-executed`, `unknown` or `executed`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotExecuted => "not-executed",
            Self::Unknown => "unknown",
            Self::Executed => "executed",
        }
    }
}
