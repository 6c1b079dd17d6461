//! The JSON of an order: of queries, and of the resource of its notification.

use serde_json::{Map, Value, json};

use super::{Order, TradeState, TradeType};
use crate::{json::picked, user::OPENID};

/// The members that a direct merchant's query repeats from the request.
const DIRECT: [&str; 4] = ["appid", "mchid", "out_trade_no", "attach"];

/// The members that a service provider's query repeats from the request.
const PARTNER: [&str; 6] = [
    "sp_appid",
    "sp_mchid",
    "sub_appid",
    "sub_mchid",
    "out_trade_no",
    "attach",
];

impl Order {
    /// The order as its query describes it (查询订单).
    pub(crate) fn transaction(&self) -> Value {
        let mut members = self.repeated();
        let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
        set("trade_state", json!(self.state));
        set("trade_state_desc", json!(self.state.description()));
        if let Some(paid) = self.paid {
            set("transaction_id", json!(self.transaction_id));
            set("trade_type", json!(self.trade_type));
            set("bank_type", json!("OTHERS"));
            set("success_time", json!(paid.to_string()));
            set("payer", self.payer());
        }
        set("amount", self.amount());
        members.into()
    }

    /// The members that a response repeats from the request.
    pub(super) fn repeated(&self) -> Map<String, Value> {
        let names: &[&str] = if self.is_partner { &PARTNER } else { &DIRECT };
        picked(&self.request, names)
    }

    /// The openid of the user that paid.
    pub(crate) fn openid(&self) -> Value {
        let payer = self.payer();
        let mut openids = payer.as_object().into_iter().flat_map(Map::values);
        openids.next().cloned().unwrap_or_default()
    }

    /// The user that paid: the one of the request, or the user of the sandbox.
    fn payer(&self) -> Value {
        let openid = match (self.is_partner, self.trade_type) {
            (false, _) => "openid",
            (true, _) => "sp_openid",
        };
        let given = self.request.get("payer").and_then(Value::as_object);
        let given =
            given.filter(|payer| !payer.is_empty() && self.trade_type != TradeType::Micropay);
        given.map_or_else(
            || json!({ openid: OPENID }),
            |payer| Value::Object(payer.clone()),
        )
    }

    fn amount(&self) -> Value {
        let mut amount = json!({ "total": self.total(), "currency": "CNY" });
        if let (Some(amount), Some(_)) = (amount.as_object_mut(), self.paid) {
            amount.insert("payer_total".to_owned(), json!(self.total()));
            amount.insert("payer_currency".to_owned(), json!("CNY"));
        }
        amount
    }
}

impl TradeState {
    const fn description(self) -> &'static str {
        match self {
            Self::NotPay => "订单未支付",
            Self::UserPaying => "用户支付中，需要输入密码",
            Self::PayError => "支付失败，请撤销订单",
            Self::Success => "支付成功",
            Self::Refund => "转入退款",
            Self::Revoked => "订单已撤销",
            Self::Closed => "订单已关闭",
            Self::Accept => "已接收，等待扣款",
        }
    }
}

impl TradeType {
    /// The last segment of the path that places an order.
    pub(crate) fn of_path(segment: &str) -> Option<Self> {
        Some(match segment {
            "jsapi" | "miniprogram" => Self::Jsapi,
            "app" => Self::App,
            "native" => Self::Native,
            "h5" => Self::Mweb,
            "codepay" => Self::Micropay,
            _ => return None,
        })
    }
}
