//! The outcome of a failed call. Errors of every layer report it.

/// The outcome of a failed call: not executed, unknown or executed by WeChat Pay.
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
/// Some refusals hint at an earlier request with the same order number (`out_trade_no`, `out_refund_no` …), such as
/// `ORDERPAID`, `OUT_TRADE_NO_USED` and `ALREADY_EXISTS`. Their outcome is [`Unknown`](Self::Unknown), because the
/// earlier request may have paid the order.
///
/// The outcome belongs to the call that returned the error. The outcome of a failed query says nothing about the
/// order that was queried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is no fourth")]
pub enum Outcome {
    /// WeChat Pay did not execute the request: nothing was sent, or a verified response refuses the request, or the
    /// request was a download, which has no side effect.
    NotExecuted,
    /// WeChat Pay may have executed the request. Query the order, or repeat the request with the same order number and
    /// parameters. A new order number may pay twice.
    Unknown,
    /// WeChat Pay executed the request: a verified response reports success, but its body could not be decoded.
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
