//! The book of orders: changes the state by each request, and makes the response.

use std::{error::Error, fmt, io};

use serde_json::Value;
use wechatpay_client::gateway::{GatewayMerchant, ReceivedRequest, ScriptedResponse};

use crate::{
    clock::Time,
    known::{Known, Lookup},
    notification::Notification,
    order::{Order, Prepay},
    refund::{Refund, RefundRequest, RefundState},
    refusal::{self, Refusal},
    store::{Change, Record as _, Store, StoreError},
    task::Task,
};

/// The seconds until the money of a refund arrives.
const REFUND_TIME: i64 = 2;

/// The orders and refunds of all merchants.
pub(crate) struct Book {
    store: Store,
    /// The merchants and service providers, which get notifications.
    merchants: Vec<GatewayMerchant>,
}

/// A change that was not made.
#[derive(Debug)]
#[non_exhaustive]
pub enum BookError {
    /// A business rule forbids the change.
    Refused(Refusal),
    /// The state cannot be read or written now.
    Store(StoreError),
    /// OpenSSL cannot encrypt the notification.
    Notification(io::Error),
}

impl Book {
    pub(crate) const fn new(store: Store, merchants: Vec<GatewayMerchant>) -> Self {
        Self { store, merchants }
    }

    /// The keys of a merchant or service provider.
    pub(crate) fn merchant(&self, mchid: &str) -> Option<&GatewayMerchant> {
        let mut merchants = self.merchants.iter();
        merchants.find(|merchant| merchant.merchant().mchid() == mchid)
    }

    /// The response to a checked request of `sender`. `None` if the book does not know the operation.
    pub(crate) async fn respond(
        &self,
        sender: &str,
        request: &ReceivedRequest,
        now: Time,
    ) -> Option<ScriptedResponse> {
        let known = match Known::read(sender, request)? {
            Ok(known) => known,
            Err(refusal) => return Some(refusal.into()),
        };
        Some(match self.change(known, now).await {
            Ok(Some(body)) => ScriptedResponse::ok(body),
            Ok(None) => ScriptedResponse::no_content(),
            Err(error) => error.into(),
        })
    }

    /// Pays an order, as its user does.
    pub(crate) async fn pay(
        &self,
        owner: &str,
        out_trade_no: &str,
        now: Time,
    ) -> Result<(), BookError> {
        let mut change = self.store.begin().await?;
        let order = change.find(owner, out_trade_no).await?;
        let mut order: Order = order.ok_or(refusal::NO_ORDER)?;
        order.expire(now);
        order.pay(now)?;
        change.put(&order).await?;
        let event = ("TRANSACTION.SUCCESS", "transaction");
        let resource = order.transaction();
        self.notify(
            &mut change,
            owner,
            order.notify_url(),
            event,
            &resource,
            now,
        )
        .await?;
        Ok(change.commit().await?)
    }

    /// Ends a refund: the money arrives.
    pub(crate) async fn end_refund(
        &self,
        change: &mut Change,
        mut refund: Refund,
        now: Time,
    ) -> Result<(), BookError> {
        if refund.state() != RefundState::Processing {
            return Ok(());
        }
        refund.succeed(now);
        change.put(&refund).await?;
        let event = ("REFUND.SUCCESS", "refund");
        let (owner, resource) = (refund.owner(), refund.resource());
        self.notify(change, owner, refund.notify_url(), event, &resource, now)
            .await
    }

    /// Makes a notification, and schedules its first attempt.
    async fn notify(
        &self,
        change: &mut Change,
        owner: &str,
        url: Option<&str>,
        event: (&str, &str),
        resource: &Value,
        now: Time,
    ) -> Result<(), BookError> {
        let (Some(url), Some(merchant)) = (url, self.merchant(owner)) else {
            return Ok(());
        };
        let notification = Notification::new(merchant, url, event, resource, now)?;
        change.put(&notification).await?;
        let (owner, id) = (owner.to_owned(), notification.id().to_owned());
        Ok(change.schedule(now, &Task::Notify { owner, id }).await?)
    }

    async fn change(&self, known: Known, now: Time) -> Result<Option<Value>, BookError> {
        let mut change = self.store.begin().await?;
        let body = match known {
            Known::Prepay(prepay) => Some(place(&mut change, prepay, now).await?),
            Known::Query(lookup) => Some(lookup.find(&mut change, now).await?.transaction()),
            Known::QueryById(lookup) => {
                Some(lookup.find_by_id(&mut change, now).await?.transaction())
            }
            Known::Close(lookup) => {
                let mut order = lookup.find(&mut change, now).await?;
                order.close()?;
                change.put(&order).await?;
                None
            }
            Known::Refund(request) => Some(refund(&mut change, request, now).await?),
            Known::QueryRefund {
                owner,
                out_refund_no,
            } => {
                let refund: Option<Refund> = change.find(&owner, &out_refund_no).await?;
                Some(refund.ok_or(refusal::NO_REFUND)?.describe())
            }
        };
        change.commit().await?;
        Ok(body)
    }
}

async fn place(change: &mut Change, prepay: Prepay, now: Time) -> Result<Value, BookError> {
    let known = change.find(prepay.owner(), prepay.out_trade_no()).await?;
    let known: Option<Order> = known;
    if let Some(mut order) = known {
        order.expire(now);
        prepay.repeat(&order)?;
        return Ok(order.prepaid());
    }
    let order = prepay.place(now);
    change.put(&order).await?;
    Ok(order.prepaid())
}

async fn refund(
    change: &mut Change,
    request: RefundRequest,
    now: Time,
) -> Result<Value, BookError> {
    let known: Option<Refund> = change
        .find(request.owner(), request.out_refund_no())
        .await?;
    if let Some(refund) = known {
        request.repeat(&refund)?;
        return Ok(refund.describe());
    }
    let order: Option<Order> = match (request.out_trade_no(), request.transaction_id()) {
        (Some(number), _) => change.find(request.owner(), number).await?,
        (None, Some(id)) => change.find_by_id(id).await?,
        (None, None) => None,
    };
    let mut order = order.ok_or(refusal::NO_ORDER)?;
    let refund = request.refund(&mut order, now)?;
    change.put(&order).await?;
    change.put(&refund).await?;
    let task = Task::EndRefund {
        owner: refund.owner().to_owned(),
        out_refund_no: refund.number().to_owned(),
    };
    change.schedule(now.plus(REFUND_TIME), &task).await?;
    Ok(refund.describe())
}

impl Lookup {
    async fn find(&self, change: &mut Change, now: Time) -> Result<Order, BookError> {
        let order = change.find(&self.owner, &self.number).await?;
        self.checked(change, order, now).await
    }

    async fn find_by_id(&self, change: &mut Change, now: Time) -> Result<Order, BookError> {
        let order = change.find_by_id(&self.number).await?;
        self.checked(change, order, now).await
    }

    async fn checked(
        &self,
        change: &mut Change,
        order: Option<Order>,
        now: Time,
    ) -> Result<Order, BookError> {
        let mut order = order.ok_or(refusal::NO_ORDER)?;
        if order.owner() != self.owner {
            return Err(refusal::OTHER_MERCHANT.into());
        }
        if order.sub_mchid() != self.sub_mchid.as_deref() {
            return Err(refusal::OTHER_SUB_MERCHANT.into());
        }
        if order.expire(now) {
            change.put(&order).await?;
        }
        Ok(order)
    }
}

impl From<Refusal> for BookError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for BookError {
    fn from(error: io::Error) -> Self {
        Self::Notification(error)
    }
}

impl From<StoreError> for BookError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A state that cannot be changed is a system error of WeChat Pay, after which a client queries.
impl From<BookError> for ScriptedResponse {
    fn from(error: BookError) -> Self {
        match error {
            BookError::Refused(refusal) => refusal.into(),
            BookError::Store(_) | BookError::Notification(_) => refusal::SYSTEM_ERROR.into(),
        }
    }
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Store(error) => error.fmt(f),
            Self::Notification(error) => write!(f, "cannot make the notification: {error}"),
        }
    }
}

impl Error for BookError {}
