//! The JSON of a service order: of queries, of responses, and of the resource of its notifications.

use serde_json::{Map, Value, json};

use super::{Payer, ServiceOrder, State, time::ON_ACCEPT, time_of};
use crate::{
    json::{picked, without_nulls},
    user::OPENID,
};

/// The members that a description repeats from the request.
const REPEATED: [&str; 12] = [
    "out_order_no",
    "service_id",
    "appid",
    "sub_appid",
    "sub_mchid",
    "sub_openid",
    "service_introduction",
    "risk_fund",
    "attach",
    "notify_url",
    "post_payments",
    "post_discounts",
];

impl ServiceOrder {
    /// The order as its query describes it (查询支付分订单).
    pub(super) fn describe(&self) -> Value {
        let members = self.members();
        without_nulls(members.into())
    }

    /// The response to the request that creates the order.
    pub(super) fn created(&self) -> Value {
        let mut members = self.members();
        members.remove("openid");
        members.remove("sub_openid");
        members.insert("package".to_owned(), json!(self.package));
        without_nulls(members.into())
    }

    /// The response to the request that completes the order.
    pub(super) fn completed(&self) -> Value {
        let mut members = self.members();
        for name in ["openid", "attach", "notify_url", "collection"] {
            members.remove(name);
        }
        without_nulls(members.into())
    }

    /// The response to a request that is only acknowledged.
    pub(super) fn acknowledged(&self) -> Value {
        json!({
            "appid": self.text("appid"),
            "mchid": self.owner,
            "out_order_no": self.out_order_no,
            "service_id": self.text("service_id"),
            "order_id": self.order_id,
        })
    }

    /// The order as its notifications describe it.
    pub(super) fn resource(&self) -> Value {
        let mut members = self.members();
        members.remove("notify_url");
        let payment = self.payment.as_ref();
        if payment.is_some_and(|payment| payment.payer == Payer::Newton) {
            members.insert("out_trade_no".to_owned(), json!(self.order_id));
        }
        without_nulls(members.into())
    }

    /// The user: the one of the request, or the user of the sandbox.
    pub(super) fn openid(&self) -> &str {
        self.text("openid").unwrap_or(OPENID)
    }

    fn members(&self) -> Map<String, Value> {
        let mut members = picked(&self.request, &REPEATED);
        let (state, description) = self.state.words();
        let is_priced = self.price().is_some();
        let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
        set("mchid", json!(self.owner));
        set("order_id", json!(self.order_id));
        set("state", json!(state));
        set("state_description", json!(description));
        set("openid", json!(self.confirmed.map(|_| self.openid())));
        set("time_range", self.time_range().into());
        let location = self.merged("location");
        set(
            "location",
            json!((!location.is_empty()).then_some(location)),
        );
        set("total_amount", json!(is_priced.then(|| self.total())));
        set(
            "need_collection",
            json!(is_priced.then(|| self.total() > 0)),
        );
        set("collection", json!(self.collection()));
        if let Some(price) = self.price() {
            for name in ["post_payments", "post_discounts"] {
                set(name, json!(price.get(name)));
            }
        }
        members
    }

    /// The money that the user pays (收款信息).
    fn collection(&self) -> Option<Value> {
        let total = self.price().map(|_| self.total())?;
        let paid = json!({
            "state": "USER_PAID",
            "total_amount": total,
            "paying_amount": 0,
            "paid_amount": total,
            "details": [self.detail(total)],
        });
        match self.state {
            State::Completed => Some(json!({
                "state": "USER_PAYING",
                "total_amount": total,
                "paying_amount": total,
                "paid_amount": 0,
            })),
            _ => self.payment.as_ref().map(|_| paid),
        }
    }

    fn detail(&self, total: i64) -> Value {
        let payment = self.payment.as_ref();
        without_nulls(json!({
            "seq": 1,
            "amount": total,
            "paid_type": payment.map(|payment| payment.payer),
            "paid_time": payment.map(|payment| &*payment.paid_time),
            "transaction_id": payment.and_then(|payment| payment.transaction_id.as_deref()),
        }))
    }

    /// The time of the service. It began with the confirmation, if the request says so.
    fn time_range(&self) -> Map<String, Value> {
        let mut range = self.merged("time_range");
        let confirmed = self.confirmed.filter(|_| {
            let completed = self.completion.as_ref();
            let start = completed.and_then(|completion| time_of(completion, "start_time"));
            start.or_else(|| time_of(&self.request, "start_time")) == Some(ON_ACCEPT)
        });
        if let Some(confirmed) = confirmed {
            let start = confirmed.format("%Y%m%d%H%M%S");
            range.insert("start_time".to_owned(), json!(start));
        }
        range
    }

    /// The members of an object of the request, and those with which the order was completed.
    fn merged(&self, name: &str) -> Map<String, Value> {
        let requests = [Some(&self.request), self.completion.as_ref()];
        let objects = requests.into_iter().flatten();
        let objects = objects.filter_map(|request| request.get(name)?.as_object());
        let members = objects.flatten();
        members
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

impl State {
    /// The words of WeChat Pay.
    const fn words(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Created => ("CREATED", None),
            Self::Confirmed => ("DOING", Some("USER_CONFIRM")),
            Self::Completed => ("DOING", Some("MCH_COMPLETE")),
            Self::Done => ("DONE", None),
            Self::Revoked => ("REVOKED", None),
            Self::Expired => ("EXPIRED", None),
        }
    }
}
