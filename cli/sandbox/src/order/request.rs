//! The requests about orders: reads them from HTTP, and makes their changes.

use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{Order, Prepay, TradeType};
use crate::{
    book::{Book, BookError},
    clock::Time,
    product::Product,
    refusal, request,
    store::Change,
};

const DIRECT: &str = "/v3/pay/transactions/";
const PARTNER: &str = "/v3/pay/partner/transactions/";

/// The encrypted members of an identity (支付者信息).
pub(crate) const IDENTITY: [&str; 2] = ["number", "name"];

/// A request about an order.
pub(crate) enum OrderRequest {
    Prepay(Prepay),
    QueryById(Lookup),
    Query(Lookup),
    Close(Lookup),
    Reverse(Lookup),
}

/// A number of an order, and the merchant that asks for the order.
pub(crate) struct Lookup {
    owner: String,
    number: String,
    sub_mchid: Option<String>,
}

impl Product for OrderRequest {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let (is_partner, place) = match request.path() {
            path if path.starts_with(PARTNER) => (true, PARTNER),
            path if path.starts_with(DIRECT) => (false, DIRECT),
            _ => return None,
        };
        let rest = request.path().strip_prefix(place)?;
        let segments: Vec<_> = rest.split('/').collect();
        let lookup = |template: &str, parameter: Parameter| {
            let number = request::path_value(request, &format!("{place}{template}"))?;
            let parameter = |name: &str| parameter(request, name);
            Some(Lookup::new(sender, number, is_partner, parameter))
        };
        let query = request::query;
        Some(match (request.method(), &*segments) {
            ("POST", [trade_type]) => {
                let trade_type = TradeType::of_path(trade_type)?;
                let mut body = request::body(request);
                let payer = body.get_mut("payer");
                let identity = payer.and_then(|payer| payer.get_mut("identity")?.as_object_mut());
                book.digest(request, identity, &IDENTITY);
                Prepay::new(sender, trade_type, is_partner, body).map(Self::Prepay)
            }
            ("GET", ["id", _]) => lookup("id/{number}", query)?.map(Self::QueryById),
            ("GET", ["out-trade-no", _]) => {
                lookup("out-trade-no/{number}", query)?.map(Self::Query)
            }
            ("POST", ["out-trade-no", _, "close"]) => {
                lookup("out-trade-no/{number}/close", request::member)?.map(Self::Close)
            }
            ("POST", ["out-trade-no", _, "reverse"]) => {
                lookup("out-trade-no/{number}/reverse", request::member)?.map(Self::Reverse)
            }
            _ => return None,
        })
    }

    async fn apply(
        self,
        change: &mut Change,
        _: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        Ok(match self {
            Self::Prepay(prepay) if prepay.trade_type == TradeType::Micropay => {
                prepay.pay_by_code(change, now).await?
            }
            Self::Prepay(prepay) => ScriptedResponse::ok(prepay.apply(change, now).await?),
            Self::Query(lookup) => {
                ScriptedResponse::ok(lookup.find(change, now).await?.transaction())
            }
            Self::QueryById(lookup) => {
                ScriptedResponse::ok(lookup.find_by_id(change, now).await?.transaction())
            }
            Self::Close(lookup) => {
                let mut order = lookup.find(change, now).await?;
                order.close()?;
                change.put(&order).await?;
                ScriptedResponse::no_content()
            }
            Self::Reverse(lookup) => {
                let mut order = lookup.find(change, now).await?;
                let reversed = order.reverse(now)?;
                change.put(&order).await?;
                ScriptedResponse::ok(reversed)
            }
        })
    }
}

/// Reads a parameter of a request.
type Parameter = fn(&ReceivedRequest, &str) -> Option<String>;

impl Lookup {
    /// A lookup with the merchants that the request names: `mchid`, or `sp_mchid` and `sub_mchid`.
    fn new(
        sender: &str,
        number: String,
        is_partner: bool,
        parameter: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, BookError> {
        let (owner, sub_mchid) = match is_partner {
            true => (parameter("sp_mchid"), parameter("sub_mchid")),
            false => (parameter("mchid"), None),
        };
        match owner {
            Some(owner) if owner == sender => Ok(Self {
                owner,
                number,
                sub_mchid,
            }),
            _ => Err(refusal::OTHER_SENDER.into()),
        }
    }

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
        // A sub-order is queried and closed with its combined order.
        let order = order.filter(|order| order.combined.is_none());
        let mut order = order.ok_or(refusal::NO_ORDER)?;
        if order.owner != self.owner {
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
