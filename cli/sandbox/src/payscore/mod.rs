//! Service orders of pay score (支付分订单): their states, and the rules between them.

mod check;
mod create;
mod describe;
mod payment;
mod permission;
mod price;
mod refusals;
mod request;
mod risk_fund;
mod time;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use payment::{Payer, Payment};
pub(crate) use permission::PermissionRequest;
use price::{check_sum, total};
pub(crate) use request::ServiceOrderRequest;

use crate::{clock::Time, refusal::Refusal, store::Record};

/// The seconds in which the user must confirm: 30 days.
const CONFIRMATION: i64 = 30 * 86_400;

/// The state of a service order (服务订单状态), with its description (订单状态说明).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    /// `CREATED`
    Created,
    /// `DOING`, `USER_CONFIRM`
    Confirmed,
    /// `DOING`, `MCH_COMPLETE`: the user has to pay.
    Completed,
    /// `DONE`
    Done,
    /// `REVOKED`
    Revoked,
    /// `EXPIRED`
    Expired,
}

/// A service order of a merchant or service provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ServiceOrder {
    owner: String,
    out_order_no: String,
    order_id: String,
    /// The order was created by a service provider (服务商).
    is_partner: bool,
    /// The body of the request.
    request: Map<String, Value>,
    package: String,
    created: Time,
    state: State,
    confirmed: Option<Time>,
    /// The body of the request that completed the order.
    completion: Option<Map<String, Value>>,
    /// The body of the last request that lowered the total.
    modification: Option<Map<String, Value>>,
    cancellation: Option<Map<String, Value>>,
    /// The body of the request that reported a payment to the merchant.
    report: Option<Map<String, Value>>,
    /// The merchant has asked for the money, which is not there yet.
    is_collecting: bool,
    payment: Option<Payment>,
}

impl Record for ServiceOrder {
    const KIND: &'static str = "service_order";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_order_no
    }

    fn id(&self) -> &str {
        &self.order_id
    }
}

impl ServiceOrder {
    /// Ends an order that the user did not confirm in time. Returns `true` if it did.
    fn expire(&mut self, now: Time) -> bool {
        let is_expired = self.state == State::Created && now >= self.created.plus(CONFIRMATION);
        if is_expired {
            self.state = State::Expired;
        }
        is_expired
    }

    /// Confirms the order, as the user does.
    fn confirm(&mut self, now: Time) -> Result<(), Refusal> {
        match self.state {
            State::Created => {
                self.state = State::Confirmed;
                self.confirmed = Some(now);
                Ok(())
            }
            _ => Err(refusals::CONFIRMED_ALREADY),
        }
    }

    /// Cancels the order (取消).
    fn cancel(&mut self, body: Map<String, Value>) -> Result<(), Refusal> {
        if self.cancellation.as_ref() == Some(&body) {
            return Ok(());
        }
        match self.state {
            State::Created | State::Confirmed => {
                self.state = State::Revoked;
                self.cancellation = Some(body);
                Ok(())
            }
            _ => Err(refusals::NOT_TO_CANCEL),
        }
    }

    /// Completes the order (完结): the user has to pay the total.
    fn complete(&mut self, body: Map<String, Value>, now: Time) -> Result<(), Refusal> {
        check_sum(&body)?;
        if let Some(completion) = &self.completion {
            return match *completion == body {
                true => Ok(()),
                false => Err(refusals::OTHER_PARAMETERS),
            };
        }
        match self.state {
            State::Confirmed => {}
            State::Created => return Err(refusals::UNCONFIRMED),
            State::Revoked => return Err(refusals::REVOKED),
            State::Completed | State::Done | State::Expired => {
                return Err(refusals::NOT_UNDER_WAY);
            }
        }
        self.check_end(&body, now)?;
        self.check_total(total(&body))?;
        self.completion = Some(body);
        self.state = State::Completed;
        self.finish_if_free();
        Ok(())
    }

    /// Lowers the total (修改订单金额).
    fn modify(&mut self, body: Map<String, Value>) -> Result<(), Refusal> {
        check_sum(&body)?;
        if self.modification.as_ref() == Some(&body) {
            return Ok(());
        }
        self.check_to_be_paid()?;
        if total(&body) >= self.total() {
            return Err(refusals::NOT_BELOW);
        }
        self.modification = Some(body);
        self.finish_if_free();
        Ok(())
    }

    /// Reports that the user paid the merchant by other means (同步服务订单信息).
    fn report(&mut self, body: Map<String, Value>, now: Time) -> Result<(), Refusal> {
        if self.report.as_ref() == Some(&body) {
            return Ok(());
        }
        if body.get("type").and_then(Value::as_str) != Some("Order_Paid") {
            return Err(refusals::OTHER_TYPE);
        }
        let detail = body.get("detail");
        let paid_time = detail.and_then(|detail| detail.get("paid_time")?.as_str());
        let paid_time = paid_time.ok_or(refusals::NO_PAID_TIME)?.to_owned();
        if time::parse(&paid_time).is_some_and(|paid| paid > now) {
            return Err(refusals::PAID_IN_THE_FUTURE);
        }
        self.check_to_be_paid()?;
        self.payment = Some(Payment::new(Payer::Mch, paid_time));
        self.state = State::Done;
        self.report = Some(body);
        Ok(())
    }

    /// Checks that the user has to pay, and that no payment is under way.
    fn check_to_be_paid(&self) -> Result<(), Refusal> {
        match (self.state, self.is_collecting) {
            (State::Completed, false) => Ok(()),
            (State::Completed, true) => Err(refusals::BEING_COLLECTED),
            _ => Err(refusals::NOT_TO_BE_PAID),
        }
    }

    /// Checks the end of the service. The times are those of Beijing.
    fn check_end(&self, completion: &Map<String, Value>, now: Time) -> Result<(), Refusal> {
        let Some(end) = time_of(completion, "end_time") else {
            return Ok(());
        };
        if time::parse(end).is_some_and(|end| end > now) {
            return Err(refusals::ENDS_IN_THE_FUTURE);
        }
        let is_before = |start: Time| time::end(end).is_some_and(|end| end < start);
        match self.start(Some(completion)) {
            Some(start) if is_before(start) => Err(refusals::ENDS_BEFORE_THE_START),
            _ => Ok(()),
        }
    }

    /// The start of the service, which a completion may correct. It is the confirmation, if the request says so.
    fn start(&self, completion: Option<&Map<String, Value>>) -> Option<Time> {
        let corrected = completion.and_then(|completion| time_of(completion, "start_time"));
        match corrected.or_else(|| time_of(&self.request, "start_time"))? {
            time::ON_ACCEPT => self.confirmed,
            text => time::parse(text),
        }
    }

    /// An order without a price is done: there is nothing to pay.
    fn finish_if_free(&mut self) {
        if self.total() == 0 {
            self.state = State::Done;
        }
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}

/// A time of the range of service (服务时间段).
fn time_of<'b>(body: &'b Map<String, Value>, member: &str) -> Option<&'b str> {
    body.get("time_range")?.get(member)?.as_str()
}
