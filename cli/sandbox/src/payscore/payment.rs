//! Paying a completed service order: by the user, on demand of the merchant, or outside of WeChat Pay.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{ServiceOrder, State};
use crate::{
    book::{Book, BookError},
    clock::Time,
    json::picked,
    notification::Event,
    order::{Deduction, TradeType},
    store::Change,
    task::Task,
};

/// The seconds until the money that a merchant asks for is there.
const TIME: i64 = 5;

/// The members of the order that the payment repeats from the request.
const REPEATED: [&str; 3] = ["sub_mchid", "sub_appid", "attach"];

/// The payment of a service order (收款).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Payment {
    pub(super) payer: Payer,
    /// A time such as `20091225091210`.
    pub(super) paid_time: String,
    pub(super) transaction_id: Option<String>,
}

/// The way of a payment (收款成功渠道).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum Payer {
    /// By WeChat Pay.
    Newton,
    /// To the merchant, by other means.
    Mch,
}

impl Payment {
    pub(super) const fn new(payer: Payer, paid_time: String) -> Self {
        Self {
            payer,
            paid_time,
            transaction_id: None,
        }
    }
}

impl ServiceOrder {
    /// Ends what [`ask_for_money`](Self::ask_for_money) began: the user pays.
    pub(crate) async fn collect(
        owner: &str,
        out_order_no: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let order: Option<Self> = change.find(owner, out_order_no).await?;
        match order.filter(|order| order.state == State::Completed) {
            Some(mut order) => order.pay(change, book, now).await,
            None => Ok(()),
        }
    }

    /// Asks the user for the money (商户发起催收扣款).
    pub(super) async fn ask_for_money(
        &mut self,
        change: &mut Change,
        now: Time,
    ) -> Result<(), BookError> {
        self.check_to_be_paid()?;
        self.is_collecting = true;
        let task = Task::CollectServiceOrder {
            owner: self.owner.clone(),
            out_order_no: self.out_order_no.clone(),
        };
        Ok(change.schedule(now.plus(TIME), &task).await?)
    }

    /// Pays the total, and notifies the merchant. The payment is an order, which can be refunded by its
    /// `transaction_id`.
    pub(super) async fn pay(
        &mut self,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let mut order = self.deduction().accept(now);
        order.deduct(now);
        change.put(&order).await?;
        let mut payment = Payment::new(Payer::Newton, now.format("%Y%m%d%H%M%S"));
        payment.transaction_id = Some(order.transaction_id().to_owned());
        self.payment = Some(payment);
        self.state = State::Done;
        self.is_collecting = false;
        change.put(self).await?;
        book.notify(change, self.event("PAYSCORE.USER_PAID"), now)
            .await
    }

    /// An event of the order.
    pub(super) fn event(&self, event_type: &'static str) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.text("notify_url"),
            event_type,
            original_type: "payscore",
            resource: self.resource(),
        }
    }

    fn deduction(&self) -> Deduction {
        let mut request = picked(&self.request, &REPEATED);
        let [appid, mchid, openid] = match self.is_partner {
            true => ["sp_appid", "sp_mchid", "sp_openid"],
            false => ["appid", "mchid", "openid"],
        };
        let shared = self.completion.as_ref();
        let shared = shared.and_then(|completion| completion.get("profit_sharing"));
        let mut set = |name: &str, value: Value| request.insert(name.to_owned(), value);
        set(appid, json!(self.text("appid")));
        set(mchid, json!(self.owner));
        set("out_trade_no", json!(self.order_id));
        set("description", json!(self.text("service_introduction")));
        set(
            "amount",
            json!({ "total": self.total(), "currency": "CNY" }),
        );
        set("payer", json!({ openid: self.openid() }));
        if let Some(shared) = shared {
            set("settle_info", json!({ "profit_sharing": shared }));
        }
        Deduction {
            owner: self.owner.clone(),
            is_partner: self.is_partner,
            trade_type: TradeType::Auth,
            request,
        }
    }
}
