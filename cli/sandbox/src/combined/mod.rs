//! Combined orders (合单支付): a user pays several orders at once.

mod description;
mod place;
mod request;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use request::CombinedRequest;

use crate::{
    book::BookError,
    clock::Time,
    order::{Order, Session, TradeType},
    store::{Change, Record},
};

/// A combined order. Its sub-orders are [orders](Order) of their own, with their own states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Combined {
    /// The merchant that signed the request.
    owner: String,
    combine_out_trade_no: String,
    trade_type: TradeType,
    /// The body of the request.
    request: Map<String, Value>,
    combine_transaction_id: String,
    #[serde(flatten)]
    session: Session,
    /// The merchant and the number of each sub-order.
    sub_orders: Vec<(String, String)>,
}

impl Record for Combined {
    const KIND: &'static str = "combined_order";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.combine_out_trade_no
    }

    fn id(&self) -> &str {
        &self.combine_transaction_id
    }
}

impl Combined {
    /// The sub-orders, as they are now.
    async fn orders(&self, change: &mut Change, now: Time) -> Result<Vec<Order>, BookError> {
        let mut orders = Vec::new();
        for (owner, out_trade_no) in &self.sub_orders {
            let order: Option<Order> = change.find(owner, out_trade_no).await?;
            if let Some(mut order) = order {
                order.expire(now);
                orders.push(order);
            }
        }
        Ok(orders)
    }
}
