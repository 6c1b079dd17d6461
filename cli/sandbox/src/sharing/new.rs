//! Sharing (请求分账) and unfreezing the rest (解冻剩余资金): the rules, and the change of the order.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ParamError, ParamLocation};

use super::{Share, Sharer, Sharing, State, receiver::NO_RELATION, settings};
use crate::{
    amount,
    book::BookError,
    clock::Time,
    ids,
    json::text,
    order::Order,
    refusal::{self, Refusal, refusal},
    store::{Change, Record as _},
    task::Task,
};

/// The seconds after the payment until the money can be shared.
const WAIT: i64 = 60;

/// The seconds until the shares arrive.
const TIME: i64 = 2;

/// The most sharings of an order.
const LIMIT: u32 = 50;

/// The most receivers of a sharing.
const RECEIVERS: usize = 50;

pub(super) const NO_SHARING: Refusal = refusal(400, "INVALID_REQUEST", "非分账订单不支持分账", 0);
// The sources have the messages of the next four without a status and code.
const TOO_EARLY: Refusal = refusal(400, "INVALID_REQUEST", "订单处理中，请稍后重试", 0);
const FINISHED: Refusal = refusal(400, "INVALID_REQUEST", "订单已完结分账，不支持分账", 0);
const OTHER_RECEIVERS: Refusal = refusal(400, "INVALID_REQUEST", "分账接收方与原请求不一致", 0);
const TOO_OFTEN: Refusal = refusal(403, "RULE_LIMIT", "对同一笔订单最多能发起50次分账请求", 0);
const NOT_ENOUGH: Refusal = refusal(403, "NOT_ENOUGH", "分账金额不足", 0);
const NOTHING_LEFT: Refusal = refusal(403, "NOT_ENOUGH", "分账金额为0", 0);
const ABOVE_RATIO: Refusal = refusal(403, "RULE_LIMIT", "分账金额超出最大分账比例", 0);

/// A request that shares the money of an order, or unfreezes it. The facts have checked its body.
pub(crate) struct NewSharing {
    pub(super) sharer: Sharer,
    pub(super) request: Map<String, Value>,
    pub(super) is_unfreezing: bool,
}

impl NewSharing {
    /// Shares or unfreezes, or repeats the response to a sharing that exists.
    pub(super) async fn apply(self, change: &mut Change, now: Time) -> Result<Value, BookError> {
        let number = text(&self.request, "out_order_no");
        let known: Option<Sharing> = change.find(&self.sharer.owner, number).await?;
        let sharing = match known {
            Some(sharing) => {
                self.repeat(&sharing)?;
                sharing
            }
            None => self.begin(change, now).await?,
        };
        Ok(sharing.describe())
    }

    async fn begin(self, change: &mut Change, now: Time) -> Result<Sharing, BookError> {
        let mut order = self
            .sharer
            .order(text(&self.request, "transaction_id"), change)
            .await?;
        check_order(&order, now)?;
        let shares = match self.is_unfreezing {
            true => vec![self.unfreeze(&mut order, now)?],
            false => self.share(&mut order, change, now).await?,
        };
        change.put(&order).await?;
        let sharing = Sharing {
            out_order_no: text(&self.request, "out_order_no").to_owned(),
            order_id: ids::sharing_id(now),
            is_platform: self.sharer.is_platform,
            owner: self.sharer.owner,
            request: self.request,
            transaction_id: order.transaction_id().to_owned(),
            created: now,
            state: State::Processing,
            receivers: shares,
        };
        change.put(&sharing).await?;
        let task = Task::EndSharing {
            owner: sharing.owner.clone(),
            out_order_no: sharing.out_order_no.clone(),
        };
        change.schedule(now.plus(TIME), &task).await?;
        Ok(sharing)
    }

    /// Takes the shares from the frozen money of the order.
    async fn share(
        &self,
        order: &mut Order,
        change: &mut Change,
        now: Time,
    ) -> Result<Vec<Share>, BookError> {
        let shares = self.shares(now)?;
        for share in &shares {
            let (kind, account) = (&share.kind, &share.account);
            if !self.sharer.knows(kind, account, change).await? {
                return Err(NO_RELATION.into());
            }
        }
        let amounts = shares.iter().map(|share| share.amount);
        let amount = amounts.fold(0, i64::saturating_add);
        if amount > order.frozen(now) {
            return Err(NOT_ENOUGH.into());
        }
        let ratio = settings::ratio(self.sharer.mchid(), change).await?;
        if amount > order.shareable(ratio) {
            return Err(ABOVE_RATIO.into());
        }
        if order.sharings >= LIMIT {
            return Err(TOO_OFTEN.into());
        }
        order.share(amount);
        if self.unfreezes() {
            order.unfreeze(now);
        }
        Ok(shares)
    }

    /// Gives the frozen money to the sharer.
    fn unfreeze(&self, order: &mut Order, now: Time) -> Result<Share, Refusal> {
        let (account, description) = (self.sharer.mchid(), text(&self.request, "description"));
        match order.unfreeze(now) {
            0 => Err(NOTHING_LEFT),
            amount => Ok(Share::new("MERCHANT_ID", account, amount, description, now)),
        }
    }

    /// The shares of the request.
    fn shares(&self, now: Time) -> Result<Vec<Share>, ParamError> {
        let receivers = self.request.get("receivers").and_then(Value::as_array);
        let receivers = receivers.map(Vec::as_slice).unwrap_or_default();
        let (count, least) = (receivers.len(), usize::from(!self.unfreezes()));
        if !(least..=RECEIVERS).contains(&count) {
            let issue = format!("has the length {count}: send {least} to {RECEIVERS} receivers");
            let error = ParamError::new(ParamLocation::Body, "/receivers", issue);
            return Err(error.with_request_id_number(refusal::OUT_OF_RANGE));
        }
        let share = |(index, receiver): (usize, &Value)| {
            let amount = receiver.get("amount");
            amount::check_fen(amount, &format!("/receivers/{index}/amount"))?;
            let fen = amount.and_then(Value::as_i64).unwrap_or_default();
            let text = |name: &str| receiver.get(name).and_then(Value::as_str);
            let text = |name: &str| text(name).unwrap_or_default();
            let (kind, account) = (text("type"), text("account"));
            Ok(Share::new(kind, account, fen, text("description"), now))
        };
        receivers.iter().enumerate().map(share).collect()
    }

    /// Asks again (重入): the parameters must be those of the first time. An unfreezing under the number of a sharing
    /// has the response of the sharing, and unfreezes nothing.
    fn repeat(&self, sharing: &Sharing) -> Result<(), Refusal> {
        if self.is_unfreezing || self.request == sharing.request {
            return Ok(());
        }
        let receivers = |request: &Map<String, Value>| request.get("receivers").cloned();
        match receivers(&self.request) == receivers(&sharing.request) {
            true => Err(refusal::OTHER_PARAMETERS),
            false => Err(OTHER_RECEIVERS),
        }
    }

    fn unfreezes(&self) -> bool {
        let unfreezes = self.request.get("unfreeze_unsplit");
        unfreezes.and_then(Value::as_bool).unwrap_or_default()
    }
}

impl Sharer {
    /// A paid order of the sharer that was placed for sharing.
    pub(super) async fn order(
        &self,
        transaction_id: &str,
        change: &mut Change,
    ) -> Result<Order, BookError> {
        let order: Option<Order> = change.find_by_id(transaction_id).await?;
        let order = order.filter(|order| {
            order.owner() == self.owner
                && order.sub_mchid() == self.sub_mchid.as_deref()
                && order.paid().is_some()
                && order.is_for_sharing()
        });
        Ok(order.ok_or(NO_SHARING)?)
    }
}

/// Refuses an order whose money cannot be shared now.
fn check_order(order: &Order, now: Time) -> Result<(), Refusal> {
    if order.paid().is_none_or(|paid| now < paid.plus(WAIT)) {
        return Err(TOO_EARLY);
    }
    match order.is_unfrozen() {
        true => Err(FINISHED),
        false => Ok(()),
    }
}
