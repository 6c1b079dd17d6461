//! The requests about combined orders: reads them from HTTP, and makes their changes.

use serde_json::{Map, Value};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse};

use super::{Combined, place::NewCombined};
use crate::{
    book::{Book, BookError},
    clock::Time,
    order::{IDENTITY, TradeType},
    product::Product,
    refusal::{self, Refusal},
    request,
    store::Change,
};

const PLACE: &str = "/v3/combine-transactions/{trade_type}";
const QUERY_BY_ID: &str = "/v3/combine-transactions/id/{combine_transaction_id}";
const QUERY: &str = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}";
const CLOSE: &str = "/v3/combine-transactions/out-trade-no/{combine_out_trade_no}/close";

// The official troubleshooting manual (排障手册) has this error for a list that differs, and no other one.
const OTHER_LIST: Refusal = refusal::SYSTEM_ERROR.with_reason(
    "`sub_orders` is not the list of the combined order: list each sub-order once, with its `mchid` and `out_trade_no`",
);

/// A request about a combined order.
pub(crate) enum CombinedRequest {
    Place(NewCombined),
    QueryById {
        owner: String,
        id: String,
    },
    Query {
        owner: String,
        number: String,
    },
    Close {
        owner: String,
        number: String,
        request: Map<String, Value>,
    },
}

impl Product for CombinedRequest {
    fn read(
        book: &Book,
        sender: &str,
        request: &ReceivedRequest,
    ) -> Option<Result<Self, BookError>> {
        let owner = sender.to_owned();
        let value = |template| request::path_value(request, template);
        let read = match request.method() {
            "GET" => match (value(QUERY), value(QUERY_BY_ID)) {
                (Some(number), _) => Self::Query { owner, number },
                (None, id) => Self::QueryById { owner, id: id? },
            },
            "POST" => match value(CLOSE) {
                Some(number) => Self::Close {
                    owner,
                    number,
                    request: request::body(request),
                },
                None => return read_new(book, owner, request, &value(PLACE)?),
            },
            _ => return None,
        };
        Some(Ok(read))
    }

    async fn apply(
        self,
        change: &mut Change,
        _: &Book,
        now: Time,
    ) -> Result<ScriptedResponse, BookError> {
        match self {
            Self::Place(place) => place.apply(change, now).await,
            Self::Query { owner, number } => {
                let combined = change.find(&owner, &number).await?;
                describe(change, &owner, combined, now).await
            }
            Self::QueryById { owner, id } => {
                let combined = change.find_by_id(&id).await?;
                describe(change, &owner, combined, now).await
            }
            Self::Close {
                owner,
                number,
                request,
            } => {
                let combined: Option<Combined> = change.find(&owner, &number).await?;
                let combined = combined.ok_or(refusal::NO_ORDER)?;
                combined.close(&request, change, now).await?;
                Ok(ScriptedResponse::no_content())
            }
        }
    }
}

fn read_new(
    book: &Book,
    owner: String,
    request: &ReceivedRequest,
    trade_type: &str,
) -> Option<Result<CombinedRequest, BookError>> {
    let trade_type = TradeType::of_path(trade_type)?;
    if trade_type == TradeType::Micropay {
        return None;
    }
    let mut body = request::body(request);
    let payer = body.get_mut("combine_payer_info");
    let identity = payer.and_then(|payer| payer.get_mut("identity")?.as_object_mut());
    book.digest(request, identity, &IDENTITY);
    let mchid = body.get("combine_mchid").and_then(Value::as_str);
    if mchid != Some(&owner) {
        return Some(Err(refusal::OTHER_SENDER.into()));
    }
    Some(Ok(CombinedRequest::Place(NewCombined {
        owner,
        trade_type,
        request: body,
    })))
}

async fn describe(
    change: &mut Change,
    owner: &str,
    combined: Option<Combined>,
    now: Time,
) -> Result<ScriptedResponse, BookError> {
    let combined = combined.filter(|combined| combined.owner == owner);
    let combined = combined.ok_or(refusal::NO_ORDER)?;
    let orders = combined.orders(change, now).await?;
    Ok(ScriptedResponse::ok(combined.describe(&orders)))
}

impl Combined {
    /// Closes all sub-orders (合单关闭订单), which the request lists in any order.
    async fn close(
        &self,
        request: &Map<String, Value>,
        change: &mut Change,
        now: Time,
    ) -> Result<(), BookError> {
        if !self.is_listed_in(request) {
            return Err(OTHER_LIST.into());
        }
        for mut order in self.orders(change, now).await? {
            order.close()?;
            change.put(&order).await?;
        }
        Ok(())
    }

    /// Tests if a request lists each sub-order once, and nothing else.
    fn is_listed_in(&self, request: &Map<String, Value>) -> bool {
        let listed = request.get("sub_orders").and_then(Value::as_array);
        let listed = listed.into_iter().flatten().map(|order| {
            let text = |member: &str| order.get(member)?.as_str();
            text("mchid").zip(text("out_trade_no"))
        });
        let mut listed: Vec<_> = listed.collect();
        let own = self.sub_orders.iter();
        let mut own: Vec<_> = own
            .map(|(mchid, number)| Some((mchid.as_str(), number.as_str())))
            .collect();
        listed.sort_unstable();
        own.sort_unstable();
        listed == own
    }
}
