//! The requests of which the book keeps the state: reads them from HTTP.

use serde_json::{Map, Value};
use wechatpay_client::gateway::ReceivedRequest;

use crate::{
    order::{Prepay, TradeType},
    refund::RefundRequest,
    refusal::{self, Refusal},
};

const DIRECT: &str = "/v3/pay/transactions/";
const PARTNER: &str = "/v3/pay/partner/transactions/";
const REFUND: &str = "/v3/refund/domestic/refunds";
const QUERY_REFUND: &str = "/v3/refund/domestic/refunds/{out_refund_no}";

/// A request of which the book keeps the state.
pub(crate) enum Known {
    Prepay(Prepay),
    QueryById(Lookup),
    Query(Lookup),
    Close(Lookup),
    Refund(RefundRequest),
    QueryRefund {
        owner: String,
        out_refund_no: String,
    },
}

/// A number of an order, and the merchant that asks for the order.
pub(crate) struct Lookup {
    pub(crate) owner: String,
    pub(crate) number: String,
    pub(crate) sub_mchid: Option<String>,
}

impl Known {
    /// Reads a checked request of `sender`. `None` if the book does not know its operation.
    pub(crate) fn read(sender: &str, request: &ReceivedRequest) -> Option<Result<Self, Refusal>> {
        let path = request.path();
        if let Some(rest) = path.strip_prefix(PARTNER) {
            return Self::read_order(sender, request, rest, true);
        }
        if let Some(rest) = path.strip_prefix(DIRECT) {
            return Self::read_order(sender, request, rest, false);
        }
        let owner = sender.to_owned();
        match request.method() {
            "POST" if path == REFUND => {
                let request = RefundRequest::new(owner, body(request));
                Some(Ok(Self::Refund(request)))
            }
            "GET" => {
                let (_, out_refund_no) = request.path_values(QUERY_REFUND)?.pop()?;
                Some(Ok(Self::QueryRefund {
                    owner,
                    out_refund_no,
                }))
            }
            _ => None,
        }
    }

    /// Reads a request about an order; `rest` is its path after that of all orders.
    fn read_order(
        sender: &str,
        request: &ReceivedRequest,
        rest: &str,
        is_partner: bool,
    ) -> Option<Result<Self, Refusal>> {
        let segments: Vec<_> = rest.split('/').collect();
        let place = match is_partner {
            true => PARTNER,
            false => DIRECT,
        };
        let lookup = |template: &str, parameter: &dyn Fn(&str) -> Option<String>| {
            let (_, number) = request.path_values(&format!("{place}{template}"))?.pop()?;
            Some(Lookup::new(sender, number, is_partner, parameter))
        };
        let query = |name: &str| {
            let pairs = request.query_pairs().into_iter();
            pairs
                .rev()
                .find_map(|(known, value)| (known == name).then_some(value))
        };
        let member = |name: &str| body(request).get(name)?.as_str().map(str::to_owned);
        match (request.method(), &*segments) {
            ("POST", [trade_type]) => {
                let trade_type = TradeType::of_path(trade_type)?;
                let prepay = Prepay::new(sender, trade_type, is_partner, body(request));
                Some(prepay.map(Self::Prepay))
            }
            ("GET", ["id", _]) => Some(lookup("id/{number}", &query)?.map(Self::QueryById)),
            ("GET", ["out-trade-no", _]) => {
                Some(lookup("out-trade-no/{number}", &query)?.map(Self::Query))
            }
            ("POST", ["out-trade-no", _, "close"]) => {
                Some(lookup("out-trade-no/{number}/close", &member)?.map(Self::Close))
            }
            _ => None,
        }
    }
}

impl Lookup {
    /// A lookup with the merchants that the request names: `mchid`, or `sp_mchid` and `sub_mchid`.
    fn new(
        sender: &str,
        number: String,
        is_partner: bool,
        parameter: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, Refusal> {
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
            _ => Err(refusal::OTHER_MERCHANT),
        }
    }
}

/// The members of the body. The gateway has checked that the body is an object.
fn body(request: &ReceivedRequest) -> Map<String, Value> {
    serde_json::from_slice(request.body()).unwrap_or_default()
}
