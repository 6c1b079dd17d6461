//! The outcome of a call.

/// What a failed call may have done at WeChat Pay.
///
/// A refusal that hints at an earlier request under the same merchant number (`ORDERPAID`,
/// `OUT_TRADE_NO_USED`, `ALREADY_EXISTS`) counts as [`Unknown`](Self::Unknown): the order may be
/// paid, though not by this request.
///
/// The outcome is that of the call which returned the error. A query that fails says nothing of the request
/// that it asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is no fourth")]
pub enum Outcome {
    /// Certainly not executed: nothing was sent, or a verified response refuses the request, or the request was a
    /// download, which has no side effect.
    NotExecuted,
    /// The request may have been executed. Query the operation, or repeat it with the same numbers and
    /// parameters; a new number may execute it twice.
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
