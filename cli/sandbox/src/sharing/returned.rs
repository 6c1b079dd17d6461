//! Returns (分账回退): a receiving merchant gives a share back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Share, ShareResult, Sharer, Sharing, settings};
use crate::{
    amount,
    book::{Book, BookError},
    clock::Time,
    ids,
    json::{text, without_nulls},
    notification::Event,
    order::Order,
    refusal::{self, Refusal, refusal},
    store::{Change, Record},
};

const NOT_ENOUGH: Refusal = refusal(403, "NOT_ENOUGH", "剩余可回退的金额不足", 0);

/// The reason of a failure. Other reasons of shares are none of returns.
const FAILURE: &str = "ACCOUNT_ABNORMAL";

/// A return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Return {
    owner: String,
    out_return_no: String,
    return_id: String,
    /// The body of the request.
    request: Map<String, Value>,
    order_id: String,
    out_order_no: String,
    created: Time,
    is_failed: bool,
}

/// A request for a return. The facts have checked its body.
pub(crate) struct NewReturn {
    pub(super) sharer: Sharer,
    pub(super) request: Map<String, Value>,
}

impl Record for Return {
    const KIND: &'static str = "sharing_return";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_return_no
    }

    fn id(&self) -> &str {
        &self.return_id
    }
}

impl NewReturn {
    pub(super) async fn apply(
        self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<Value, BookError> {
        let number = text(&self.request, "out_return_no");
        let known: Option<Return> = change.find(&self.sharer.owner, number).await?;
        if let Some(known) = known {
            // Asks again (重入): the parameters must be those of the first time.
            return match self.request == known.request {
                true => Ok(known.describe()),
                false => Err(refusal::OTHER_PARAMETERS.into()),
            };
        }
        let mut sharing = self.sharing(change).await?;
        let is_failed = !self.give_back(&mut sharing, change).await?;
        let returned = self.done(&sharing, is_failed, now);
        change.put(&returned).await?;
        if !is_failed {
            returned.notify(&sharing, change, book, now).await?;
        }
        Ok(returned.describe())
    }

    /// Gives the share back to the order. Returns `false` if the account of the receiver is restricted.
    async fn give_back(
        &self,
        sharing: &mut Sharing,
        change: &mut Change,
    ) -> Result<bool, BookError> {
        let order: Option<Order> = change.find_by_id(&sharing.transaction_id).await?;
        let mut order = order.ok_or(refusal::NO_RECORD)?;
        let amount = self.request.get("amount");
        amount::check_fen(amount, "/amount")?;
        let amount = amount.and_then(Value::as_i64).unwrap_or_default();
        let share = self.share(sharing, amount)?;
        let failure = settings::failure(&share.account, change).await?;
        if failure.as_deref() == Some(FAILURE) {
            return Ok(false);
        }
        share.returned += amount;
        order.receive_back(amount);
        change.put(sharing).await?;
        change.put(&order).await?;
        Ok(true)
    }

    /// The sharing, which the request names by either number. Two numbers are those of one sharing.
    async fn sharing(&self, change: &mut Change) -> Result<Sharing, BookError> {
        let (number, id) = (
            text(&self.request, "out_order_no"),
            text(&self.request, "order_id"),
        );
        let sharing: Option<Sharing> = match number {
            "" => change.find_by_id(id).await?,
            number => change.find(&self.sharer.owner, number).await?,
        };
        let sharing = sharing.filter(|sharing| {
            sharing.owner == self.sharer.owner
                && (id.is_empty() || id == sharing.order_id)
                && sharing.sub_mchid() == self.sharer.sub_mchid.as_deref()
        });
        Ok(sharing.ok_or(refusal::NO_RECORD)?)
    }

    /// The share that has at least this amount. The money that was unfrozen is no share.
    fn share<'s>(&self, sharing: &'s mut Sharing, amount: i64) -> Result<&'s mut Share, Refusal> {
        let account = text(&self.request, "return_mchid");
        let mut shares = sharing.receivers.iter_mut();
        let share = shares.find(|share| {
            share.kind == "MERCHANT_ID"
                && share.account == account
                && account != self.sharer.mchid()
                && share.result == ShareResult::Success
                && share.amount - share.returned >= amount
        });
        share.ok_or(NOT_ENOUGH)
    }

    fn done(self, sharing: &Sharing, is_failed: bool, now: Time) -> Return {
        Return {
            owner: self.sharer.owner,
            out_return_no: text(&self.request, "out_return_no").to_owned(),
            return_id: ids::sharing_id(now),
            request: self.request,
            order_id: sharing.order_id.clone(),
            out_order_no: sharing.out_order_no.clone(),
            created: now,
            is_failed,
        }
    }
}

impl Return {
    /// The return as a request for it and its query describe it.
    pub(super) fn describe(&self) -> Value {
        let time = self.created.to_string();
        without_nulls(json!({
            "sub_mchid": self.sub_mchid(),
            "order_id": self.order_id,
            "out_order_no": self.out_order_no,
            "out_return_no": self.out_return_no,
            "return_id": self.return_id,
            "return_mchid": self.request.get("return_mchid"),
            "amount": self.request.get("amount"),
            "description": self.request.get("description"),
            "result": if self.is_failed { "FAILED" } else { "SUCCESS" },
            "fail_reason": self.is_failed.then_some(FAILURE),
            "create_time": time,
            "finish_time": time,
        }))
    }

    pub(super) fn sub_mchid(&self) -> Option<&str> {
        self.request.get("sub_mchid")?.as_str()
    }

    /// The query names the sharing, too, by either number.
    pub(super) fn is_of(&self, sharing: &str) -> bool {
        self.out_order_no == sharing || self.order_id == sharing
    }

    /// Notifies the merchant that gave the money back.
    async fn notify(
        &self,
        sharing: &Sharing,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let mut resource = json!({
            "transaction_id": sharing.transaction_id,
            "order_id": self.return_id,
            "out_order_no": self.out_return_no,
            "receiver": {
                "type": "MERCHANT_ID",
                "account": self.request.get("return_mchid"),
                "amount": self.request.get("amount"),
                "description": self.request.get("description"),
            },
            "success_time": now.to_string(),
        });
        sharing.sharer().add_to(&mut resource);
        let account = text(&self.request, "return_mchid");
        let url = settings::notify_url(account, change).await?;
        let event = Event {
            owner: account,
            url: url.as_deref(),
            event_type: "PROFITSHARING.RETURN",
            original_type: "profitsharing",
            resource,
        };
        book.notify(change, event, now).await
    }
}
