//! The requests about refunds: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{Refund, RefundState, fen};
use crate::{
    amount,
    book::{Book, BookError},
    clock::Time,
    ids,
    order::Order,
    product::Product,
    refusal::{self, Refusal},
    request,
    store::{Change, Record as _},
    task::Task,
};

const REFUND: &str = "/v3/refund/domestic/refunds";
const QUERY: &str = "/v3/refund/domestic/refunds/{out_refund_no}";

/// The seconds until the money of a refund arrives.
const TIME: i64 = 2;

/// The most refunds of an order.
const LIMIT: u32 = 50;

/// The seconds after the payment in which an order can be refunded: a year.
const PERIOD: i64 = 365 * 86_400;

/// A request about a refund.
pub(crate) enum RefundRequest {
    Refund(NewRefund),
    Query {
        owner: String,
        out_refund_no: String,
    },
    QueryById {
        owner: String,
        refund_id: String,
    },
}

/// A request for a refund. The facts have checked its body.
pub(crate) struct NewRefund {
    owner: String,
    request: Map<String, Value>,
}

impl Product for RefundRequest {
    fn read(_: &Book, sender: &str, request: &ReceivedRequest) -> Option<Result<Self, BookError>> {
        let owner = sender.to_owned();
        match request.method() {
            "POST" if request.path() == REFUND => {
                Some(NewRefund::new(owner, request).map(Self::Refund))
            }
            "GET" => Some(Ok(Self::Query {
                owner,
                out_refund_no: request::path_value(request, QUERY)?,
            })),
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
        let refund: Option<Refund> = match self {
            Self::Refund(request) => Some(request.apply(change, now).await?),
            Self::Query {
                owner,
                out_refund_no,
            } => change.find(&owner, &out_refund_no).await?,
            Self::QueryById { owner, refund_id } => {
                let refund: Option<Refund> = change.find_by_id(&refund_id).await?;
                refund.filter(|refund| refund.owner == owner)
            }
        };
        Ok(refund.ok_or(refusal::NO_REFUND)?)
    }
}

impl NewRefund {
    pub(super) fn new(owner: String, request: &ReceivedRequest) -> Result<Self, BookError> {
        let request = request::body(request);
        amount::check(request.get("amount"), "/amount", "refund")?;
        Ok(Self { owner, request })
    }

    async fn apply(self, change: &mut Change, now: Time) -> Result<Refund, BookError> {
        let out_refund_no = self.text("out_refund_no").unwrap_or_default();
        let known: Option<Refund> = change.find(&self.owner, out_refund_no).await?;
        if let Some(refund) = known {
            // Asks again (重入): the parameters must be those of the first time.
            return match self.request == refund.request {
                true => Ok(refund),
                false => Err(refusal::OTHER_PARAMETERS.into()),
            };
        }
        let order: Option<Order> = match (self.text("out_trade_no"), self.text("transaction_id")) {
            (Some(number), _) => change.find(&self.owner, number).await?,
            (None, Some(id)) => change.find_by_id(id).await?,
            (None, None) => None,
        };
        let order = order.filter(|order| order.owner() == self.owner);
        let mut order = order.ok_or(refusal::NO_ORDER)?;
        let refund = self.refund(&mut order, now)?;
        change.put(&order).await?;
        change.put(&refund).await?;
        let task = Task::EndRefund {
            owner: refund.owner.clone(),
            out_refund_no: refund.out_refund_no.clone(),
        };
        change.schedule(now.plus(TIME), &task).await?;
        Ok(refund)
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
        if refunded > order.rest() {
            return Err(refusal::ABOVE_THE_REST);
        }
        if order.refunds >= LIMIT {
            return Err(refusal::REFUNDED_TOO_OFTEN);
        }
        if now > paid.plus(PERIOD) {
            return Err(refusal::REFUNDED_TOO_LATE);
        }
        order.refund(refunded);
        Ok(Refund {
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
