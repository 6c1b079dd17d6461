//! The end of a refund: the money arrives, does not reach the user, or is back at the merchant.

use serde_json::{Value, json};

use super::{Refund, RefundState, fen};
use crate::{
    book::{Book, BookError},
    clock::Time,
    json::without_nulls,
    notification::Event,
    order::Order,
    refusal::{self, Refusal, refusal},
    store::Change,
    task::Task,
};

/// The seconds until the money of a refund arrives.
const TIME: i64 = 2;

const NO_SUCH_RESULT: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "the result is none of SUCCESS, ABNORMAL and CLOSED",
    0,
);

impl Book {
    /// Sets the result of later refunds of an order: `SUCCESS`, `ABNORMAL` or `CLOSED`.
    pub(crate) async fn set_refund_result(
        &self,
        owner: &str,
        out_trade_no: &str,
        result: &str,
    ) -> Result<(), BookError> {
        let result = match result {
            "SUCCESS" => RefundState::Success,
            "ABNORMAL" => RefundState::Abnormal,
            "CLOSED" => RefundState::Closed,
            _ => return Err(NO_SUCH_RESULT.into()),
        };
        let mut change = self.begin().await?;
        let order: Option<Order> = change.find(owner, out_trade_no).await?;
        let mut order = order.ok_or(refusal::NO_ORDER)?;
        order.refund_result = result;
        change.put(&order).await?;
        Ok(change.commit().await?)
    }
}

impl Refund {
    /// Ends a refund.
    pub(crate) async fn end(
        owner: &str,
        out_refund_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let refund: Option<Self> = change.find(owner, out_refund_no).await?;
        let Some(mut refund) = refund.filter(|refund| refund.state == RefundState::Processing)
        else {
            return Ok(());
        };
        let order: Option<Order> = change.find(owner, &refund.order).await?;
        let Some(mut order) = order else {
            return Ok(());
        };
        // Another account gets the money.
        refund.state = match refund.account {
            Some(_) => RefundState::Success,
            None => order.refund_result,
        };
        match refund.state {
            RefundState::Success => refund.succeeded = Some(now),
            RefundState::Closed => {
                order.take_refund_back(fen(&refund.request, "refund"), refund.own);
                change.put(&order).await?;
            }
            RefundState::Abnormal | RefundState::Processing => {}
        }
        change.put(&refund).await?;
        book.notify(change, refund.ended(), now).await
    }

    /// Keeps a refund that is on its way.
    pub(super) async fn keep(&self, change: &mut Change, now: Time) -> Result<(), BookError> {
        change.put(self).await?;
        let task = Task::EndRefund {
            owner: self.owner.clone(),
            out_refund_no: self.out_refund_no.clone(),
        };
        Ok(change.schedule(now.plus(TIME), &task).await?)
    }

    /// The event of the end.
    fn ended(&self) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.request.get("notify_url").and_then(Value::as_str),
            event_type: match self.state {
                RefundState::Abnormal => "REFUND.ABNORMAL",
                RefundState::Closed => "REFUND.CLOSED",
                RefundState::Success | RefundState::Processing => "REFUND.SUCCESS",
            },
            original_type: "refund",
            resource: self.resource(),
        }
    }

    /// The refund as its notification describes it.
    fn resource(&self) -> Value {
        let (total, refund) = (fen(&self.request, "total"), fen(&self.request, "refund"));
        let sub_mchid = self.sub_mchid();
        let (mchid, sp_mchid) = match sub_mchid {
            Some(_) => (None, Some(&self.owner)),
            None => (Some(&self.owner), None),
        };
        let (_, account) = self.destination();
        without_nulls(json!({
            "mchid": mchid,
            "sp_mchid": sp_mchid,
            "sub_mchid": sub_mchid,
            "refund_id": self.refund_id,
            "out_refund_no": self.out_refund_no,
            "transaction_id": self.transaction_id,
            "out_trade_no": self.order,
            "refund_status": self.state,
            "success_time": self.succeeded.map(|time| time.to_string()),
            "user_received_account": account,
            "amount": {
                "total": total,
                "refund": refund,
                "payer_total": total,
                "payer_refund": refund,
            },
        }))
    }
}
