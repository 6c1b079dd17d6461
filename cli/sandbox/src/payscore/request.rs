//! The requests about service orders: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{ServiceOrder, check, create::NewServiceOrder, refusals};
use crate::{
    book::{Book, BookError},
    clock::Time,
    product::Product,
    request,
    store::Change,
};

const DIRECT: &str = "/v3/payscore/serviceorder";
const PARTNER: &str = "/v3/payscore/partner/serviceorder";

/// A request about a service order.
pub(crate) enum ServiceOrderRequest {
    Create(NewServiceOrder),
    Query(Lookup),
    Act(Lookup, Action, Map<String, Value>),
}

/// A thing that a merchant does with a service order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Action {
    Cancel,
    Complete,
    Modify,
    Pay,
    Sync,
}

/// A number of a service order, and what the order must have in common with the request.
pub(crate) struct Lookup {
    owner: String,
    is_partner: bool,
    out_order_no: String,
    service_id: Option<String>,
    appid: Option<String>,
    sub_mchid: Option<String>,
}

impl Product for ServiceOrderRequest {
    fn read(_: &Book, sender: &str, request: &ReceivedRequest) -> Option<Result<Self, BookError>> {
        let (is_partner, place) = match request.path() {
            path if path.starts_with(PARTNER) => (true, PARTNER),
            path if path.starts_with(DIRECT) => (false, DIRECT),
            _ => return None,
        };
        match request.method() {
            "GET" if request.path() == place => {
                let number = request::query(request, "out_order_no");
                let lookup = Lookup::new(sender, is_partner, number, |name| {
                    request::query(request, name)
                });
                Some(Ok(Self::Query(lookup)))
            }
            "POST" if request.path() == place => {
                let body = request::body(request);
                let new = NewServiceOrder::new(sender.to_owned(), is_partner, body);
                Some(new.map(Self::Create).map_err(Into::into))
            }
            "POST" => {
                let action = Action::of_path(request.path().rsplit('/').next()?)?;
                let template = format!("{place}/{{out_order_no}}/{}", action.segment());
                let number = request::path_value(request, &template)?;
                let lookup = Lookup::new(sender, is_partner, Some(number), |name| {
                    request::member(request, name)
                });
                Some(Ok(Self::Act(lookup, action, request::body(request))))
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
        Ok(match self {
            Self::Create(request) => {
                ScriptedResponse::ok(request.apply(change, now).await?.created())
            }
            Self::Query(lookup) => ScriptedResponse::ok(lookup.find(change, now).await?.describe()),
            Self::Act(lookup, action, body) => {
                let mut order = lookup.find(change, now).await?;
                match action {
                    Action::Cancel => order.cancel(body)?,
                    Action::Complete => {
                        check::times(&body)?;
                        let is_first = order.completion.is_none();
                        order.complete(body, now)?;
                        if is_first {
                            order.check_limit(change).await?;
                        }
                    }
                    Action::Modify => order.modify(body)?,
                    Action::Sync => {
                        check::paid_time(&body)?;
                        order.report(body, now)?;
                    }
                    Action::Pay => order.ask_for_money(change, now).await?,
                }
                change.put(&order).await?;
                action.response(&order)
            }
        })
    }
}

impl Action {
    /// The last segment of the path.
    fn of_path(segment: &str) -> Option<Self> {
        let actions = [
            Self::Cancel,
            Self::Complete,
            Self::Modify,
            Self::Pay,
            Self::Sync,
        ];
        actions
            .into_iter()
            .find(|action| action.segment() == segment)
    }

    const fn segment(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Complete => "complete",
            Self::Modify => "modify",
            Self::Pay => "pay",
            Self::Sync => "sync",
        }
    }

    /// A merchant gets the order, a service provider only the status.
    fn response(self, order: &ServiceOrder) -> ScriptedResponse {
        if order.is_partner {
            return ScriptedResponse::no_content();
        }
        ScriptedResponse::ok(match self {
            Self::Cancel | Self::Pay => order.acknowledged(),
            Self::Complete => order.completed(),
            Self::Modify | Self::Sync => order.describe(),
        })
    }
}

impl Lookup {
    fn new(
        sender: &str,
        is_partner: bool,
        out_order_no: Option<String>,
        parameter: impl Fn(&str) -> Option<String>,
    ) -> Self {
        Self {
            owner: sender.to_owned(),
            is_partner,
            // A query by `query_id`, which only a front end of WeChat gives, finds nothing.
            out_order_no: out_order_no.unwrap_or_default(),
            service_id: parameter("service_id"),
            appid: parameter("appid"),
            sub_mchid: parameter("sub_mchid"),
        }
    }

    /// The order, expired if its time is over.
    async fn find(&self, change: &mut Change, now: Time) -> Result<ServiceOrder, BookError> {
        let order: Option<ServiceOrder> = change.find(&self.owner, &self.out_order_no).await?;
        let order = order.filter(|order| self.is_of(order));
        let mut order = order.ok_or(refusals::NO_SERVICE_ORDER)?;
        if order.expire(now) {
            change.put(&order).await?;
        }
        Ok(order)
    }

    fn is_of(&self, order: &ServiceOrder) -> bool {
        let is_same = |given: &Option<String>, name: &str| {
            given.is_none() || given.as_deref() == order.text(name)
        };
        self.is_partner == order.is_partner
            && is_same(&self.service_id, "service_id")
            && is_same(&self.appid, "appid")
            && is_same(&self.sub_mchid, "sub_mchid")
    }
}
