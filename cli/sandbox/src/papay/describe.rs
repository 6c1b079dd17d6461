//! The JSON of a contract: of queries, of its schedule, and of its notifications.

use serde_json::{Value, json};

use super::{Contract, ScheduleState};
use crate::{
    clock::Time,
    json::{picked, without_nulls},
    notification::Event,
    user::OPENID,
};

/// The members that both kinds of contract repeat from the request.
const REPEATED: [&str; 4] = [
    "plan_id",
    "out_contract_code",
    "contract_display_account",
    "out_user_code",
];

/// The members that a service provider's contract repeats from the request.
const PARTNER: [&str; 4] = ["sp_appid", "sub_mchid", "sub_appid", "sub_openid"];

impl Contract {
    /// The contract as its query describes it.
    pub(super) fn describe(&self, now: Time) -> Value {
        let ending = self.ending.as_ref().map(|ending| {
            without_nulls(json!({
                "contract_termination_mode": ending.mode,
                "contract_terminated_time": ending.at.to_string(),
                "contract_termination_remark": ending.remark,
            }))
        });
        let state = if ending.is_some() {
            "TERMINATED"
        } else {
            "SIGNED"
        };
        let mut members = picked(&self.request, &REPEATED);
        let mut set = |name: &str, value: Value| members.insert(name.to_owned(), value);
        set("contract_id", json!(self.contract_id));
        set("contract_state", json!(state));
        set("contract_signed_time", time(self.signed));
        set(
            "contract_expired_time",
            time(self.day().map(|day| day.end_of_contract())),
        );
        set("contract_terminate_info", json!(ending));
        set("deduct_schedule", self.deduct_schedule(now));
        if self.is_partner {
            set("sp_mchid", json!(self.owner));
            set("sp_openid", json!(self.openid()));
            members.append(&mut picked(&self.request, &PARTNER));
        } else {
            set("mchid", json!(self.owner));
            set("openid", json!(self.openid()));
            members.append(&mut picked(&self.request, &["appid"]));
        }
        without_nulls(members.into())
    }

    /// The schedule as its query describes it (查询扣费预约).
    pub(super) fn describe_schedule(&self, now: Time) -> Value {
        let state = self.schedule_state(now);
        let is_set = matches!(state, ScheduleState::Scheduled | ScheduleState::Paid);
        let date = self.date().filter(|_| is_set);
        without_nulls(json!({
            "schedule_state": state,
            "deduct_start_date": date,
            "deduct_end_date": date,
            "scheduled_amount": is_set.then(|| self.amount()),
            "deduct_amount": self.paid.map(|_| self.amount()),
            "deduct_date": self.deduct_date(),
        }))
    }

    /// An event of the contract.
    pub(super) fn event(&self, event_type: &'static str, now: Time) -> Event<'_> {
        Event {
            owner: &self.owner,
            url: self.text("contract_notify_url"),
            event_type,
            original_type: "entrust",
            resource: self.describe(now),
        }
    }

    /// The user: the one of the request, or the user of the sandbox.
    pub(super) fn openid(&self) -> &str {
        let member = if self.is_partner {
            "sp_openid"
        } else {
            "openid"
        };
        self.text(member).unwrap_or(OPENID)
    }

    /// The day of the deduction, which WeChat Pay accepts only on the agreed day. The money may arrive after midnight.
    fn deduct_date(&self) -> Value {
        json!(self.paid.and_then(|_| self.date()))
    }

    /// The agreed amount.
    fn amount(&self) -> Value {
        json!({ "total": self.total(), "currency": "CNY" })
    }

    fn deduct_schedule(&self, now: Time) -> Value {
        let state = self.schedule_state(now);
        without_nulls(json!({
            "estimated_deduct_date": self.date(),
            "estimated_deduct_amount": self.amount(),
            "schedule_state": state,
            "scheduled_amount": self.is_scheduled.then(|| self.amount()),
            "deduct_amount": self.paid.map(|_| self.amount()),
            "deduct_date": self.deduct_date(),
        }))
    }
}

fn time(time: Option<Time>) -> Value {
    json!(time.map(|time| time.to_string()))
}
