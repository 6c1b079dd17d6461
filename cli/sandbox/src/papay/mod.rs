//! Scheduled deductions (预约扣费): a contract with a user, by which a merchant deducts once, on an agreed day.

mod calendar;
mod deduct;
mod describe;
mod presign;
mod refusals;
mod request;
mod user;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use calendar::Day;
pub(crate) use request::ContractRequest;

use crate::{
    book::{Book, BookError},
    clock::Time,
    refusal::Refusal,
    store::{Change, Record},
    task::Task,
};

/// The seconds in which the user must sign.
const SESSION: i64 = 600;

/// The contract of a user with a merchant or service provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Contract {
    owner: String,
    out_contract_code: String,
    contract_id: String,
    /// The contract was proposed by a service provider (服务商).
    is_partner: bool,
    /// The body of the request.
    request: Map<String, Value>,
    session_id: String,
    proposed: Time,
    signed: Option<Time>,
    is_scheduled: bool,
    /// The user has too little money.
    is_broke: bool,
    /// `out_trade_no` of the deduction that is under way.
    deduction: Option<String>,
    paid: Option<Time>,
    ending: Option<Ending>,
}

/// The end of a contract (解约).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Ending {
    mode: EndingMode,
    at: Time,
    remark: Option<String>,
}

/// The way in which a contract ends (协议解约方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum EndingMode {
    #[serde(rename = "USER_TERMINATE")]
    User,
    #[serde(rename = "MCH_API_TERMINATE")]
    Merchant,
    #[serde(rename = "SYSTEM_TERMINATE")]
    System,
}

/// The state of the deduction (扣费预约状态).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum ScheduleState {
    NoScheduled,
    Scheduled,
    Paid,
    Expired,
}

impl Record for Contract {
    const KIND: &'static str = "contract";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.out_contract_code
    }

    fn id(&self) -> &str {
        &self.contract_id
    }
}

impl Contract {
    /// Ends a contract whose day is over.
    pub(crate) async fn end_overdue(
        owner: &str,
        out_contract_code: &str,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        // If the clock jumps, the end of a deduction may be due at the same time. The deduction was before.
        Self::end_deduction(owner, out_contract_code, change, book, now).await?;
        let contract: Option<Self> = change.find(owner, out_contract_code).await?;
        let Some(mut contract) = contract.filter(Self::is_live) else {
            return Ok(());
        };
        let ending = Ending::new(EndingMode::System, now);
        contract.end(ending, change, book, now).await
    }

    /// The contract is signed, and has not ended.
    const fn is_live(&self) -> bool {
        self.signed.is_some() && self.ending.is_none()
    }

    /// Signs the contract, as the user does.
    async fn sign(&mut self, change: &mut Change, book: &Book, now: Time) -> Result<(), BookError> {
        if self.signed.is_some() {
            return Err(refusals::SIGNED_ALREADY.into());
        }
        if now > self.proposed.plus(SESSION) {
            return Err(refusals::SESSION_IS_OVER.into());
        }
        self.signed = Some(now);
        change.put(self).await?;
        if let Some(day) = self.day() {
            let task = Task::EndContract {
                owner: self.owner.clone(),
                out_contract_code: self.out_contract_code.clone(),
            };
            change.schedule(day.end_of_contract(), &task).await?;
        }
        let event = self.event("ENTRUST.SIGN", now);
        book.notify(change, event, now).await
    }

    /// Schedules the deduction (预约扣费), which the merchant can do once.
    fn schedule(&mut self, total: i64, now: Time) -> Result<(), Refusal> {
        let day = self.live_day()?;
        if self.is_scheduled {
            return Err(refusals::SCHEDULED_ALREADY);
        }
        if !day.can_be_scheduled(now) {
            return Err(refusals::NOT_TO_SCHEDULE_NOW);
        }
        if total != self.total() {
            return Err(refusals::OTHER_AMOUNT);
        }
        self.is_scheduled = true;
        Ok(())
    }

    /// Ends the contract, and notifies the merchant.
    async fn end(
        &mut self,
        ending: Ending,
        change: &mut Change,
        book: &Book,
        now: Time,
    ) -> Result<(), BookError> {
        self.ending = Some(ending);
        change.put(self).await?;
        let event = self.event("ENTRUST.TERMINATE", now);
        book.notify(change, event, now).await
    }

    /// The agreed day of a contract that is live.
    fn live_day(&self) -> Result<Day, Refusal> {
        let day = self.day().filter(|_| self.is_live());
        day.ok_or(refusals::TERMINATED)
    }

    /// The agreed day. The request with it was checked.
    fn day(&self) -> Option<Day> {
        Day::parse(self.date()?)
    }

    fn schedule_state(&self, now: Time) -> ScheduleState {
        let is_over = self.day().is_some_and(|day| day.is_over(now));
        match (self.paid, self.is_scheduled) {
            (Some(_), _) => ScheduleState::Paid,
            (None, _) if is_over => ScheduleState::Expired,
            (None, true) => ScheduleState::Scheduled,
            (None, false) => ScheduleState::NoScheduled,
        }
    }

    fn date(&self) -> Option<&str> {
        agreed_date(&self.request)
    }

    /// The agreed amount, in fen.
    fn total(&self) -> i64 {
        let amount = self.agreed().and_then(|agreed| {
            agreed
                .get("estimated_deduct_amount")?
                .get("total")?
                .as_i64()
        });
        amount.unwrap_or_default()
    }

    fn agreed(&self) -> Option<&Value> {
        self.request.get("deduct_schedule")
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.request.get(member)?.as_str()
    }
}

fn agreed_date(request: &Map<String, Value>) -> Option<&str> {
    let agreed = request.get("deduct_schedule")?;
    agreed.get("estimated_deduct_date")?.as_str()
}

impl Ending {
    const fn new(mode: EndingMode, at: Time) -> Self {
        let remark = None;
        Self { mode, at, remark }
    }
}
