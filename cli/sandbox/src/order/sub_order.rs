//! A sub-order (子单) of a combined order, as an order of its own merchant.

use serde_json::{Map, Value, json};

use super::{Order, Prepay, TradeType};
use crate::clock::Time;

/// A sub-order in a request for a combined order.
pub(crate) struct SubOrder<'r> {
    pub(crate) combine_out_trade_no: &'r str,
    pub(crate) trade_type: TradeType,
    /// `combine_appid`.
    pub(crate) appid: &'r str,
    /// `time_expire` of the combined order.
    pub(crate) time_expire: Option<&'r Value>,
    /// `combine_payer_info`.
    pub(crate) payer: Option<&'r Value>,
    /// The member of `sub_orders`.
    pub(crate) sub_order: &'r Value,
}

impl SubOrder<'_> {
    /// The new order.
    pub(crate) fn place(&self, now: Time) -> Order {
        let is_partner = self.sub_order.get("sub_mchid").is_some();
        let request = self.request(is_partner);
        let text = |member: &str| {
            let member = self.sub_order.get(member).and_then(Value::as_str);
            member.unwrap_or_default().to_owned()
        };
        let prepay = Prepay {
            owner: text("mchid"),
            out_trade_no: text("out_trade_no"),
            trade_type: self.trade_type,
            is_partner,
            request,
        };
        Order {
            combined: Some(self.combine_out_trade_no.to_owned()),
            ..prepay.place(now)
        }
    }

    /// The request that would place the order by itself.
    fn request(&self, is_partner: bool) -> Map<String, Value> {
        let (appid, mchid, openid) = match is_partner {
            true => ("sp_appid", "sp_mchid", "sp_openid"),
            false => ("appid", "mchid", "openid"),
        };
        let member = |name: &str| self.sub_order.get(name).cloned();
        let total = self.sub_order.pointer("/amount/total_amount");
        let payer = self.payer.and_then(|payer| payer.get("openid"));
        // Old requests have the mark beside `settle_info`.
        let mark = member("profit_sharing").map(|mark| json!({ "profit_sharing": mark }));
        let members = [
            (appid, Some(json!(self.appid))),
            (mchid, member("mchid")),
            ("sub_appid", member("sub_appid")),
            ("sub_mchid", member("sub_mchid")),
            ("out_trade_no", member("out_trade_no")),
            ("description", member("description")),
            ("attach", member("attach")),
            ("settle_info", member("settle_info").or(mark)),
            ("time_expire", self.time_expire.cloned()),
            ("payer", payer.map(|payer| json!({ openid: payer }))),
            ("amount", Some(json!({ "total": total, "currency": "CNY" }))),
        ];
        let members = members.into_iter();
        members
            .filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }
}
