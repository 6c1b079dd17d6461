//! Things that the sandbox does later, by its clock.

use serde::{Deserialize, Serialize};

/// A task, which names the records that it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Task {
    /// Makes the next attempt of a notification.
    Notify { owner: String, id: String },
    /// Ends a refund: the money arrives.
    EndRefund {
        owner: String,
        out_refund_no: String,
    },
}
