//! Transfers to users (商家转账): their states, and the JSON that describes them.

mod funds;
mod refusals;
mod request;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

pub(crate) use request::TransferRequest;

use crate::{
    book::{Book, BookError},
    clock::Time,
    json::without_nulls,
    notification::Event,
    refusal::Refusal,
    store::{Change, Record},
    task::Task,
};

/// The seconds in which the user must confirm (确认收款): a day.
const CONFIRMATION: i64 = 86_400;

/// The seconds until the money arrives, or is back after a cancellation.
const TIME: i64 = 5;

/// The state of a transfer (单据状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum TransferState {
    /// The money is not locked, because the merchant has too little. A repeated request tries again.
    #[serde(alias = "ACCEPTED")]
    Processing,
    WaitUserConfirm,
    Transfering,
    Success,
    Fail,
    Canceling,
    Cancelled,
}

/// A transfer of a merchant to a user. Has no `Debug`, because the name is sensitive.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Transfer {
    owner: String,
    out_bill_no: String,
    transfer_bill_no: String,
    package_info: String,
    /// The body of the request without the name, which no two encryptions make the same.
    request: Map<String, Value>,
    user_name: Option<String>,
    /// The money of the transfer was taken from the merchant.
    is_funded: bool,
    created: Time,
    updated: Time,
    state: TransferState,
    fail_reason: Option<String>,
}

impl Record for Transfer {
    const KIND: &'static str = "transfer";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_bill_no
    }

    fn id(&self) -> &str {
        &self.transfer_bill_no
    }
}

impl Transfer {
    /// Closes a transfer that the user did not confirm in time.
    pub(crate) async fn close_overdue(
        owner: &str,
        out_bill_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        Self::find(owner, out_bill_no, change, book, now)
            .await
            .map(drop)
    }

    /// Ends a transfer: the money arrives, or is back.
    pub(crate) async fn end(
        owner: &str,
        out_bill_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let transfer = Self::find(owner, out_bill_no, change, book, now).await?;
        let Some(mut transfer) = transfer else {
            return Ok(());
        };
        let end = match transfer.state {
            TransferState::Transfering => TransferState::Success,
            TransferState::Canceling => TransferState::Cancelled,
            _ => return Ok(()),
        };
        transfer.set(end, now);
        transfer.keep_ended(change, book, now).await
    }

    /// The transfer with this number, closed if it is overdue.
    async fn find(
        owner: &str,
        out_bill_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<Option<Self>, BookError> {
        let transfer = change.find(owner, out_bill_no).await?;
        Self::closed_if_overdue(transfer, change, book, now).await
    }

    async fn closed_if_overdue(
        transfer: Option<Self>,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<Option<Self>, BookError> {
        let Some(mut transfer) = transfer else {
            return Ok(None);
        };
        if transfer.is_open() && now >= transfer.created.plus(CONFIRMATION) {
            transfer.fail("OVERDUE_CLOSE", change, book, now).await?;
        }
        Ok(Some(transfer))
    }

    /// The user can still confirm, now or once the merchant has money.
    const fn is_open(&self) -> bool {
        matches!(
            self.state,
            TransferState::Processing | TransferState::WaitUserConfirm
        )
    }

    /// Confirms the transfer (确认收款), as the user does.
    fn confirm(&mut self, now: Time) -> Result<(), Refusal> {
        match self.state {
            TransferState::WaitUserConfirm => {
                self.set(TransferState::Transfering, now);
                Ok(())
            }
            _ => Err(refusals::NOT_WAITING),
        }
    }

    /// Cancels the transfer (撤销). A second time changes nothing, and returns `false`.
    fn cancel(&mut self, now: Time) -> Result<bool, Refusal> {
        match self.state {
            TransferState::Processing | TransferState::WaitUserConfirm => {
                self.set(TransferState::Canceling, now);
                Ok(true)
            }
            TransferState::Canceling | TransferState::Cancelled => Ok(false),
            _ => Err(refusals::NOT_TO_CANCEL),
        }
    }

    /// Fails the transfer, for a reason of WeChat Pay.
    async fn fail(
        &mut self,
        reason: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        self.set(TransferState::Fail, now);
        self.fail_reason = Some(reason.to_owned());
        self.keep_ended(change, book, now).await
    }

    /// Keeps a transfer that has ended, gives back what the user did not get, and notifies the merchant.
    async fn keep_ended(
        &self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        change.put(self).await?;
        if self.state != TransferState::Success && self.is_funded {
            funds::give_back(change, &self.owner, self.amount()).await?;
        }
        book.notify(change, self.finished(), now).await
    }

    const fn set(&mut self, state: TransferState, now: Time) {
        self.state = state;
        self.updated = now;
    }

    /// Schedules the end.
    async fn schedule_end(&self, change: &mut Change, now: Time) -> Result<(), BookError> {
        let task = Task::EndTransfer {
            owner: self.owner.clone(),
            out_bill_no: self.out_bill_no.clone(),
        };
        Ok(change.schedule(now.plus(TIME), &task).await?)
    }
}

impl Transfer {
    /// In fen.
    fn amount(&self) -> i64 {
        let amount = self.request.get("transfer_amount").and_then(Value::as_i64);
        amount.unwrap_or_default()
    }

    /// The response to the request for the transfer.
    fn created(&self) -> Value {
        without_nulls(json!({
            "out_bill_no": self.out_bill_no,
            "transfer_bill_no": self.transfer_bill_no,
            "create_time": self.created.to_string(),
            "state": self.state,
            "fail_reason": self.fail_reason,
            "package_info": self.package_info(),
        }))
    }

    /// The transfer as its query describes it, with the name encrypted for the merchant.
    fn describe(&self, user_name: Option<String>) -> Value {
        without_nulls(json!({
            "mch_id": self.owner,
            "out_bill_no": self.out_bill_no,
            "transfer_bill_no": self.transfer_bill_no,
            "appid": self.request.get("appid"),
            "state": self.state,
            "transfer_amount": self.amount(),
            "transfer_remark": self.request.get("transfer_remark"),
            "fail_reason": self.fail_reason,
            "openid": self.request.get("openid"),
            "user_name": user_name,
            "create_time": self.created.to_string(),
            "update_time": self.updated.to_string(),
            "package_info": self.package_info(),
        }))
    }

    /// The response to a cancellation.
    fn cancelled(&self) -> Value {
        json!({
            "out_bill_no": self.out_bill_no,
            "transfer_bill_no": self.transfer_bill_no,
            "state": self.state,
            "update_time": self.updated.to_string(),
        })
    }

    /// The event of the end.
    fn finished(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.request.get("notify_url").and_then(Value::as_str),
            event_type: "MCHTRANSFER.BILL.FINISHED",
            original_type: "mch_payment",
            resource: without_nulls(json!({
                "out_bill_no": self.out_bill_no,
                "transfer_bill_no": self.transfer_bill_no,
                "state": self.state,
                "mch_id": self.owner,
                "transfer_amount": self.amount(),
                "openid": self.request.get("openid"),
                "fail_reason": self.fail_reason,
                "create_time": self.created.to_string(),
                "update_time": self.updated.to_string(),
            })),
        }
    }

    /// The package that a front end calls up the confirmation with.
    fn package_info(&self) -> Option<&str> {
        let is_waiting = self.state == TransferState::WaitUserConfirm;
        is_waiting.then_some(&*self.package_info)
    }
}
