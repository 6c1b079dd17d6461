//! Deducting by a contract (受理扣款): accepted at once, done some seconds later.

use serde_json::{Map, Value, json};

use super::{Contract, Ending, EndingMode, refusals};
use crate::{
    amount,
    book::{Book, BookError},
    clock::Time,
    json::{picked, text},
    notification::Event,
    order::{ACCEPTED, Deduction, Order, TradeType},
    refusal::Refusal,
    store::{Change, Record as _},
    task::Task,
};

/// The seconds until the money arrives.
const TIME: i64 = 5;

/// The members of an order that a request for a deduction has under the same name.
const REPEATED: [&str; 9] = [
    "appid",
    "sp_appid",
    "sub_mchid",
    "sub_appid",
    "out_trade_no",
    "description",
    "goods_tag",
    "attach",
    "amount",
];

/// A request for a deduction. The facts have checked its body.
pub(crate) struct DeductionRequest {
    owner: String,
    is_partner: bool,
    request: Map<String, Value>,
}

impl DeductionRequest {
    pub(super) fn new(
        owner: String,
        is_partner: bool,
        request: Map<String, Value>,
    ) -> Result<Self, BookError> {
        amount::check(request.get("amount"), "/amount", "total")?;
        Ok(Self {
            owner,
            is_partner,
            request,
        })
    }

    pub(super) async fn apply(self, change: &mut Change, now: Time) -> Result<Value, BookError> {
        let contract = change
            .find_by_id(text(&self.request, "contract_id"))
            .await?;
        let contract: Option<Contract> = contract;
        let contract = contract
            .filter(|contract| contract.is_of(&self.owner, self.is_partner, self.sub_mchid()));
        let mut contract = contract.ok_or(refusals::NO_CONTRACT)?;
        let deduction = self.deduction(&contract);
        let response = json!({
            "out_trade_no": deduction.out_trade_no(),
            "amount": deduction.request.get("amount"),
        });
        let known: Option<Order> = change.find(&self.owner, deduction.out_trade_no()).await?;
        if let Some(order) = known {
            deduction.repeat(&order)?;
            return Ok(response);
        }
        self.check_appid(&contract)?;
        let order = deduction.accept(now);
        contract.check_deduction(&order, now)?;
        contract.deduction = Some(order.number().to_owned());
        change.put(&order).await?;
        change.put(&contract).await?;
        let task = Task::EndDeduction {
            owner: contract.owner.clone(),
            out_contract_code: contract.out_contract_code.clone(),
        };
        change.schedule(now.plus(TIME), &task).await?;
        Ok(response)
    }

    fn deduction(&self, contract: &Contract) -> Deduction {
        let mut request = picked(&self.request, &REPEATED);
        let merchant = if self.is_partner { "sp_mchid" } else { "mchid" };
        let openid = if self.is_partner {
            "sp_openid"
        } else {
            "openid"
        };
        let mut set = |name: &str, value: Value| request.insert(name.to_owned(), value);
        set(merchant, json!(self.owner));
        set("payer", json!({ openid: contract.openid() }));
        set(
            "notify_url",
            json!(text(&self.request, "transaction_notify_url")),
        );
        set("contract_id", json!(contract.contract_id));
        Deduction {
            owner: self.owner.clone(),
            is_partner: self.is_partner,
            trade_type: TradeType::Pap,
            request,
        }
    }

    /// Checks that the app of the deduction is that of the contract.
    fn check_appid(&self, contract: &Contract) -> Result<(), Refusal> {
        let name = if self.is_partner { "sp_appid" } else { "appid" };
        match self.request.get(name) == contract.request.get(name) {
            true => Ok(()),
            false => Err(refusals::OTHER_APPID),
        }
    }

    fn sub_mchid(&self) -> Option<&str> {
        self.request.get("sub_mchid")?.as_str()
    }
}

impl Contract {
    /// Ends the deduction that is under way: the money arrives, or the user has too little.
    pub(crate) async fn end_deduction(
        owner: &str,
        out_contract_code: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        let contract: Option<Self> = change.find(owner, out_contract_code).await?;
        let Some(mut contract) = contract else {
            return Ok(());
        };
        let Some(out_trade_no) = contract.deduction.take() else {
            return Ok(());
        };
        let order: Option<Order> = change.find(owner, &out_trade_no).await?;
        let Some(mut order) = order else {
            return Ok(());
        };
        if contract.is_broke || !contract.is_live() {
            order.fail_deduction();
            change.put(&order).await?;
            change.put(&contract).await?;
            return book
                .notify(change, event("TRANSACTION.FAIL", &order), now)
                .await;
        }
        // The money arrived in time, also if the clock jumped past midnight.
        let paid = order.created().plus(TIME).min(now);
        order.deduct(paid);
        change.put(&order).await?;
        book.notify(change, event("TRANSACTION.SUCCESS", &order), now)
            .await?;
        contract.paid = Some(paid);
        let ending = Ending::new(EndingMode::System, paid);
        contract.end(ending, change, book, now).await
    }

    /// Checks that the deduction of an order is allowed now.
    fn check_deduction(&self, order: &Order, now: Time) -> Result<(), Refusal> {
        let day = self.live_day()?;
        if !self.is_scheduled {
            return Err(refusals::NOT_SCHEDULED);
        }
        if !day.is_now(now) {
            return Err(refusals::NOT_TO_DEDUCT_NOW);
        }
        if order.total() != self.total() {
            return Err(refusals::OTHER_AMOUNT);
        }
        match self.deduction {
            Some(_) => Err(ACCEPTED),
            None => Ok(()),
        }
    }
}

fn event<'o>(event_type: &'static str, order: &'o Order) -> Event<'o> {
    Event {
        owner: order.owner(),
        url: order.notify_url(),
        event_type,
        original_type: "transaction",
        resource: order.transaction(),
    }
}
