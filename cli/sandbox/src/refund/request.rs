//! The requests about refunds: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{Refund, RefundState, abnormal::AbnormalRefund, fen, source};
use crate::{
    amount,
    book::{Book, BookError},
    clock::Time,
    ids,
    order::Order,
    product::Product,
    refusal::{self, Refusal, refusal},
    request,
    store::{Change, Record as _},
};

const REFUND: &str = "/v3/refund/domestic/refunds";
const QUERY: &str = "/v3/refund/domestic/refunds/{out_refund_no}";
const ABNORMAL: &str = "/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund";

/// The most refunds of an order.
const LIMIT: u32 = 50;

/// The seconds after the payment in which an order can be refunded: a year.
const PERIOD: i64 = 365 * 86_400;

// The source has the message without a status and code.
const SHARED: Refusal = refusal(400, "INVALID_REQUEST", "已分账的订单退款金额不足", 0);

/// A request about a refund.
pub(crate) enum RefundRequest {
    Refund(NewRefund),
    Abnormal(AbnormalRefund),
    Query(Lookup),
}

/// A number of a refund, and the merchant that asks for the refund.
pub(crate) struct Lookup {
    owner: String,
    number: Number,
    sub_mchid: Option<String>,
}

pub(super) enum Number {
    OutRefundNo(String),
    RefundId(String),
}

/// A request for a refund. The facts have checked its body.
pub(crate) struct NewRefund {
    owner: String,
    request: Map<String, Value>,
}

impl Product for RefundRequest {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let owner = sender.to_owned();
        match request.method() {
            "POST" if request.path() == REFUND => {
                Some(NewRefund::new(owner, request).map(Self::Refund))
            }
            "POST" => AbnormalRefund::read(book, sender, ABNORMAL, request)
                .map(|request| request.map(Self::Abnormal)),
            "GET" => {
                let number = request::path_value(request, QUERY).map(Number::OutRefundNo)?;
                Some(Ok(Self::Query(Lookup::new(owner, number, request))))
            }
            _ => None,
        }
    }

    async fn apply(
        self,
        change: &mut Change,
        _: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        let refund = self.refund(change, now).await?;
        Ok(ScriptedResponse::ok(refund.describe()))
    }
}

impl RefundRequest {
    /// The refund, which is made if the request asks for one.
    pub(super) async fn refund(self, change: &mut Change, now: Time) -> Result<Refund, BookError> {
        match self {
            Self::Refund(request) => request.apply(change, now).await,
            Self::Abnormal(request) => request.apply(change, now).await,
            Self::Query(lookup) => lookup.find(change).await,
        }
    }
}

impl Lookup {
    pub(super) fn new(owner: String, number: Number, request: &ReceivedRequest) -> Self {
        let sub_mchid = request::query(request, "sub_mchid");
        Self {
            owner,
            number,
            sub_mchid,
        }
    }

    async fn find(&self, change: &mut Change) -> Result<Refund, BookError> {
        let refund: Option<Refund> = match &self.number {
            Number::OutRefundNo(number) => change.find(&self.owner, number).await?,
            Number::RefundId(id) => change.find_by_id(id).await?,
        };
        let refund = refund.filter(|refund| {
            let is_of_sub =
                self.sub_mchid.is_none() || self.sub_mchid.as_deref() == refund.sub_mchid();
            refund.owner == self.owner && is_of_sub
        });
        Ok(refund.ok_or(refusal::NO_REFUND)?)
    }
}

impl NewRefund {
    pub(super) fn new(owner: String, request: &ReceivedRequest) -> Result<Self, BookError> {
        let request = request::body(request);
        let amount = request.get("amount");
        amount::check(amount, "/amount", "refund")?;
        source::check(amount)?;
        Ok(Self { owner, request })
    }

    async fn apply(self, change: &mut Change, now: Time) -> Result<Refund, BookError> {
        let out_refund_no = self.text("out_refund_no").unwrap_or_default();
        let known: Option<Refund> = change.find(&self.owner, out_refund_no).await?;
        if let Some(refund) = known {
            // Asks again (重入): the parameters must be those of the first time.
            return match source::is_same(&self.request, &refund.request) {
                true => Ok(refund),
                false => Err(refusal::OTHER_PARAMETERS.into()),
            };
        }
        let mut order = self.order(change).await?;
        let refund = self.refund(&mut order, now)?;
        change.put(&order).await?;
        refund.keep(change, now).await?;
        Ok(refund)
    }

    /// The order, which the request names by either number. Two numbers are those of one order.
    async fn order(&self, change: &mut Change) -> Result<Order, BookError> {
        let (number, id) = (self.text("out_trade_no"), self.text("transaction_id"));
        let order: Option<Order> = match (id, number) {
            (Some(id), _) => change.find_by_id(id).await?,
            (None, Some(number)) => change.find(&self.owner, number).await?,
            (None, None) => None,
        };
        let order = order.filter(|order| {
            order.owner() == self.owner && number.is_none_or(|number| number == order.number())
        });
        Ok(order.ok_or(refusal::NO_ORDER)?)
    }

    /// Refunds an order, which gets less to refund.
    fn refund(self, order: &mut Order, now: Time) -> Result<Refund, Refusal> {
        let (total, refunded) = (fen(&self.request, "total"), fen(&self.request, "refund"));
        let paid = order.paid().ok_or(refusal::NOT_PAID)?;
        if self.text("sub_mchid") != order.sub_mchid() {
            return Err(refusal::OTHER_SUB_MERCHANT);
        }
        if total != order.total() {
            return Err(refusal::OTHER_TOTAL);
        }
        if refunded > order.unrefunded() {
            return Err(refusal::ABOVE_THE_REST);
        }
        if refunded > order.rest() {
            return Err(SHARED);
        }
        if order.refunds >= LIMIT {
            return Err(refusal::REFUNDED_TOO_OFTEN);
        }
        if now > paid.plus(PERIOD) {
            return Err(refusal::REFUNDED_TOO_LATE);
        }
        let own = order.refund(refunded);
        Ok(Refund {
            own,
            account: None,
            out_refund_no: self.text("out_refund_no").unwrap_or_default().to_owned(),
            owner: self.owner,
            refund_id: ids::refund_id(now),
            order: order.number().to_owned(),
            transaction_id: order.transaction_id().to_owned(),
            request: self.request,
            created: now,
            state: RefundState::Processing,
            succeeded: None,
        })
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}
