//! The JSON of a combined order: of queries, and of the resource of its notification.

use serde_json::{Map, Value, json};

use super::Combined;
use crate::{json::picked, order::Order};

/// The members that a query repeats from the request.
const REPEATED: [&str; 4] = [
    "combine_appid",
    "combine_mchid",
    "combine_out_trade_no",
    "trade_scenario",
];

/// The members that a query repeats from a sub-order of the request.
const SUB_REPEATED: [&str; 7] = [
    "mchid",
    "sub_mchid",
    "sub_appid",
    "out_trade_no",
    "attach",
    "individual_auth_id",
    "individual_name",
];

impl Combined {
    /// The combined order with its sub-orders as they are now.
    pub(super) fn describe(&self, orders: &[Order]) -> Value {
        let mut members = picked(&self.request, &REPEATED);
        let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
        if let Some(order) = orders.iter().find(|order| order.paid().is_some()) {
            set("combine_transaction_id", json!(self.combine_transaction_id));
            let openid = order.openid();
            set("combine_payer_info", json!({ "openid": openid }));
        }
        let device = self.request.get("scene_info");
        if let Some(device) = device.and_then(|scene| scene.get("device_id")) {
            set("scene_info", json!({ "device_id": device }));
        }
        let requested = self.request.get("sub_orders").and_then(Value::as_array);
        let requested = requested.into_iter().flatten();
        let sub_orders = requested
            .zip(orders)
            .filter_map(|(requested, order)| Some(describe(requested.as_object()?, order)));
        set("sub_orders", sub_orders.collect());
        members.into()
    }
}

fn describe(requested: &Map<String, Value>, order: &Order) -> Value {
    let mut members = picked(requested, &SUB_REPEATED);
    let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
    set("trade_type", json!(order.trade_type()));
    set("trade_state", json!(order.state()));
    let mut amount = json!({ "total_amount": order.total(), "currency": "CNY" });
    if let Some(paid) = order.paid() {
        set("transaction_id", json!(order.transaction_id()));
        set("bank_type", json!("OTHERS"));
        set("success_time", json!(paid.to_string()));
        amount = json!({
            "total_amount": order.total(),
            "currency": "CNY",
            "payer_amount": order.total(),
            "payer_currency": "CNY",
        });
    }
    set("amount", amount);
    members.into()
}
