//! Things that the sandbox does later, by its clock.

use serde::{Deserialize, Serialize};

use crate::{
    book::{Book, BookError},
    clock::Time,
    notification::Cause,
    papay::Contract,
    payscore::ServiceOrder,
    refund::Refund,
    sharing::Sharing,
    store::Change,
    transfer::Transfer,
};

/// A task, which names the records that it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Task {
    /// Makes the next attempt of a notification.
    Notify { owner: String, id: String },
    /// Makes an attempt of a notification that is not due by the schedule.
    Attempt {
        owner: String,
        id: String,
        cause: Cause,
    },
    /// Ends a refund: the money arrives.
    EndRefund {
        owner: String,
        out_refund_no: String,
    },
    /// Ends a sharing (分账): the money arrives at the receivers.
    EndSharing { owner: String, out_order_no: String },
    /// Closes a transfer that its user did not confirm in time.
    CloseTransfer { owner: String, out_bill_no: String },
    /// Ends a transfer that its user confirmed, or that the merchant cancelled.
    EndTransfer { owner: String, out_bill_no: String },
    /// Ends a contract whose deduction did not succeed on its day.
    EndContract {
        owner: String,
        out_contract_code: String,
    },
    /// Ends the deduction by a contract that is under way.
    EndDeduction {
        owner: String,
        out_contract_code: String,
    },
    /// Collects the money of a service order that the merchant asked for.
    CollectServiceOrder { owner: String, out_order_no: String },
}

impl Task {
    /// Does the task. The attempts of notifications are made by the worker.
    pub(crate) async fn run(
        &self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        match self {
            Self::Notify { .. } | Self::Attempt { .. } => Ok(()),
            Self::EndRefund {
                owner,
                out_refund_no,
            } => Refund::end(owner, out_refund_no, change, book, now).await,
            Self::EndSharing {
                owner,
                out_order_no,
            } => Sharing::end(owner, out_order_no, change, book, now).await,
            Self::CloseTransfer { owner, out_bill_no } => {
                Transfer::close_overdue(owner, out_bill_no, change, book, now).await
            }
            Self::EndTransfer { owner, out_bill_no } => {
                Transfer::end(owner, out_bill_no, change, book, now).await
            }
            Self::EndContract {
                owner,
                out_contract_code,
            } => Contract::end_overdue(owner, out_contract_code, change, book, now).await,
            Self::EndDeduction {
                owner,
                out_contract_code,
            } => Contract::end_deduction(owner, out_contract_code, change, book, now).await,
            Self::CollectServiceOrder {
                owner,
                out_order_no,
            } => ServiceOrder::collect(owner, out_order_no, change, book, now).await,
        }
    }
}
