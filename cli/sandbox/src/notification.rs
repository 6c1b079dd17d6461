//! Notifications (回调通知): made with the event, sent until the merchant's server replies with success.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use wechatpay_client::gateway::GatewayMerchant;
use wechatpay_endpoints::facts;

use crate::{clock::Time, store::Record};

/// The seconds between the attempts, as WeChat Pay's documentation has them: 15 attempts after the first, in a day.
const DELAYS: [i64; 15] = [
    15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
];

/// The largest factor by which the delays are divided.
pub(crate) const FASTEST: u32 = 86_400;

/// The number of attempts that are kept besides those of the schedule. A user can ask for any number.
const KEPT: usize = 50;

/// The members of resources that are the merchant's number of the thing that a notification is about. A resource has the
/// number of its refund before that of its order.
const NUMBERS: [&str; 9] = [
    "out_refund_no",
    "out_order_no",
    "out_bill_no",
    "out_batch_no",
    "combine_out_trade_no",
    "out_trade_no",
    "out_contract_code",
    "out_request_no",
    "authorization_code",
];

/// A notification and its attempts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Notification {
    /// The ID of the notification (通知ID), the same in each attempt.
    id: String,
    owner: String,
    pub(crate) url: String,
    pub(crate) event_type: String,
    /// The merchant's number of the order, the refund or the like.
    #[serde(default)]
    subject: Option<String>,
    /// The body, the same in each attempt. Each attempt has a signature of its own.
    pub(crate) body: String,
    pub(crate) created: Time,
    /// The time of the next attempt by the schedule.
    #[serde(default)]
    next: Option<Time>,
    pub(crate) attempts: Vec<Attempt>,
}

/// An attempt to deliver a notification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Attempt {
    pub(crate) at: Time,
    #[serde(default)]
    pub(crate) cause: Cause,
    /// The name of the fault that the attempt had.
    #[serde(default)]
    pub(crate) fault: Option<String>,
    pub(crate) reply: Reply,
}

/// The cause of an attempt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Cause {
    /// The schedule of WeChat Pay.
    #[default]
    Schedule,
    /// The schedule, and a fault that delayed the attempt.
    Delay,
    /// A fault that sends a delivered notification again.
    Duplicate,
    /// A request of the sandbox's user.
    Request,
}

/// The reply of the merchant's server.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Reply {
    /// The status of the reply and the beginning of its body.
    Status { status: u16, body: String },
    /// The reason why there was none.
    None(String),
}

/// The state of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    /// Further attempts follow.
    Waiting,
    /// A reply was a success.
    Delivered,
    /// The last attempt failed.
    Failed,
}

/// A notification as the user of the sandbox reads it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Listed {
    /// The number in the order of creation.
    pub(crate) number: i64,
    pub(crate) id: String,
    pub(crate) merchant: String,
    pub(crate) event_type: String,
    pub(crate) url: String,
    pub(crate) subject: Option<String>,
    pub(crate) created: String,
    pub(crate) state: State,
    pub(crate) next: Option<String>,
    pub(crate) attempts: Vec<ListedAttempt>,
}

/// An attempt as the user of the sandbox reads it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ListedAttempt {
    pub(crate) at: String,
    pub(crate) cause: Cause,
    pub(crate) fault: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) body: Option<String>,
    /// The reason why there was no reply.
    pub(crate) error: Option<String>,
}

/// An event that a merchant is notified of.
pub(crate) struct Event<'e> {
    /// The merchant or service provider that is notified.
    pub(crate) owner: &'e str,
    /// The URL of its server. Without a URL there is no notification.
    pub(crate) url: Option<&'e str>,
    /// The type, such as `TRANSACTION.SUCCESS`.
    pub(crate) event_type: &'e str,
    /// The type of the resource, such as `transaction`.
    pub(crate) original_type: &'e str,
    pub(crate) resource: Value,
}

impl Record for Notification {
    const KIND: &'static str = "notification";

    fn owner(&self) -> &str {
        &self.owner
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn id(&self) -> &str {
        &self.id
    }
}

impl Notification {
    /// Makes the notification of an event to a merchant.
    pub(crate) fn new(
        merchant: &GatewayMerchant,
        url: &str,
        event: &Event<'_>,
        now: Time,
    ) -> std::io::Result<Self> {
        let signer = merchant.notification_signer();
        let body = signer.body(event.event_type, event.original_type, &event.resource)?;
        let mut envelope: Map<String, Value> = serde_json::from_slice(&body)?;
        // The signer has the clock of the machine.
        envelope.insert("create_time".to_owned(), now.to_string().into());
        if let Some(label) = label(event.event_type) {
            envelope.insert("summary".to_owned(), label.into());
        }
        let id = envelope.get("id").and_then(Value::as_str);
        Ok(Self {
            id: id.unwrap_or_default().to_owned(),
            owner: merchant.merchant().mchid().to_owned(),
            url: url.to_owned(),
            event_type: event.event_type.to_owned(),
            subject: subject(&event.resource),
            body: serde_json::to_string(&envelope)?,
            created: now,
            next: Some(now),
            attempts: Vec::new(),
        })
    }

    /// Notes an attempt. Returns the time of the next one by the schedule, whose delays are divided by `speed`; `None` if
    /// the attempt was not of the schedule, after a success, and after the last attempt.
    pub(crate) fn note(&mut self, attempt: Attempt, speed: u32) -> Option<Time> {
        let (at, cause) = (attempt.at, attempt.cause);
        self.forget_attempt();
        self.attempts.push(attempt);
        if self.state() == State::Waiting && !cause.is_scheduled() {
            return None;
        }
        let made = self.scheduled_attempts();
        let delay = made.checked_sub(1).and_then(|index| DELAYS.get(index));
        let delay = delay.filter(|_| self.state() == State::Waiting);
        self.next = delay.map(|delay| at.plus(delay / i64::from(speed.max(1))));
        self.next
    }

    /// Notes that the next attempt is late.
    pub(crate) const fn delay(&mut self, until: Time) {
        self.next = Some(until);
    }

    pub(crate) fn state(&self) -> State {
        if self
            .attempts
            .iter()
            .any(|attempt| attempt.reply.is_success())
        {
            return State::Delivered;
        }
        match self.scheduled_attempts() > DELAYS.len() {
            true => State::Failed,
            false => State::Waiting,
        }
    }

    /// The notification as the user of the sandbox reads it.
    pub(crate) fn listed(self, number: i64) -> Listed {
        Listed {
            number,
            state: self.state(),
            id: self.id,
            merchant: self.owner,
            event_type: self.event_type,
            url: self.url,
            subject: self.subject,
            created: self.created.to_string(),
            next: self.next.map(|next| next.to_string()),
            attempts: self.attempts.into_iter().map(Attempt::listed).collect(),
        }
    }

    /// Forgets the oldest attempt besides the schedule if there are many. A success is forgotten after all failures,
    /// because the state follows from it.
    fn forget_attempt(&mut self) {
        if self.attempts.len() - self.scheduled_attempts() < KEPT {
            return;
        }
        let is_extra = |attempt: &Attempt| !attempt.cause.is_scheduled();
        let attempts = &self.attempts;
        let failure = attempts
            .iter()
            .position(|attempt| is_extra(attempt) && !attempt.reply.is_success());
        let oldest = failure.or_else(|| attempts.iter().position(is_extra));
        if let Some(oldest) = oldest {
            self.attempts.remove(oldest);
        }
    }

    fn scheduled_attempts(&self) -> usize {
        let attempts = self.attempts.iter();
        attempts
            .filter(|attempt| attempt.cause.is_scheduled())
            .count()
    }
}

impl Cause {
    /// Tests if the attempt is one of the schedule, which ends with a success.
    pub(crate) const fn is_scheduled(self) -> bool {
        matches!(self, Self::Schedule | Self::Delay)
    }
}

impl Attempt {
    fn listed(self) -> ListedAttempt {
        let (status, body, error) = match self.reply {
            Reply::Status { status, body } => (Some(status), Some(body), None),
            Reply::None(reason) => (None, None, Some(reason)),
        };
        ListedAttempt {
            at: self.at.to_string(),
            cause: self.cause,
            fault: self.fault,
            status,
            body,
            error,
        }
    }
}

impl Reply {
    /// WeChat Pay counts any status of success, whatever the body says.
    pub(crate) fn is_success(&self) -> bool {
        matches!(self, Self::Status { status, .. } if (200..300).contains(status))
    }
}

/// The Chinese name of an event, such as 支付成功通知.
fn label(event_type: &str) -> Option<&'static str> {
    let mut events = facts().events.iter();
    let event = events.find(|event| event.event_type == event_type)?;
    event.label.as_deref()
}

fn subject(resource: &Value) -> Option<String> {
    let mut numbers = NUMBERS.iter();
    let number = numbers.find_map(|name| resource.get(name)?.as_str());
    number.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(status: u16, cause: Cause) -> Attempt {
        Attempt {
            at: Time::now(0),
            cause,
            fault: None,
            reply: Reply::Status {
                status,
                body: String::new(),
            },
        }
    }

    fn notification(resource: Value) -> Notification {
        notification_at(Time::now(0), resource)
    }

    fn notification_at(now: Time, resource: Value) -> Notification {
        let merchant = GatewayMerchant::generate("1900000109").unwrap();
        let event = Event {
            owner: "1900000109",
            url: Some(""),
            event_type: "TRANSACTION.SUCCESS",
            original_type: "transaction",
            resource,
        };
        Notification::new(&merchant, "", &event, now).unwrap()
    }

    /// Notes an attempt by the schedule. Returns the seconds until the next one.
    fn note(notification: &mut Notification, status: u16, speed: u32) -> Option<i64> {
        let attempt = attempt(status, Cause::Schedule);
        let at = attempt.at.unix();
        let next = notification.note(attempt, speed);
        next.map(|next| next.unix() - at)
    }

    #[test]
    fn a_notification_has_the_time_of_the_sandbox() {
        let now = Time::now(86_400);
        let notification = notification_at(now, Value::Null);
        let body: Value = serde_json::from_str(&notification.body).unwrap();
        assert_eq!(body["create_time"], now.to_string());
        assert_eq!(body["summary"], "支付成功通知");
        assert_eq!(body["id"], notification.id);
    }

    #[test]
    fn attempts_go_on_for_a_day_or_until_a_success() {
        let mut refused = notification(Value::Null);
        let delays: Vec<_> = std::iter::from_fn(|| note(&mut refused, 500, 1)).collect();
        assert_eq!(delays.len(), 15);
        // 24 hours and 4 minutes.
        assert_eq!(delays.iter().sum::<i64>(), 24 * 3_600 + 4 * 60);
        assert_eq!(refused.state(), State::Failed);
        let mut received = notification(Value::Null);
        assert_eq!(note(&mut received, 302, 1), Some(15));
        assert_eq!(received.state(), State::Waiting);
        assert_eq!(note(&mut received, 204, 1), None);
        assert_eq!(received.state(), State::Delivered);
    }

    #[test]
    fn a_speed_divides_the_delays() {
        let mut refused = notification(Value::Null);
        let delays: Vec<_> = std::iter::from_fn(|| note(&mut refused, 500, 10)).collect();
        assert_eq!(delays[..5], [1, 1, 3, 18, 60]);
    }

    #[test]
    fn the_last_attempts_on_request_are_kept_with_a_success() {
        let mut notification = notification(Value::Null);
        assert_eq!(note(&mut notification, 500, 1), Some(15));
        notification.note(attempt(204, Cause::Request), 1);
        for _ in 0..2 * KEPT {
            notification.note(attempt(500, Cause::Request), 1);
        }
        assert_eq!(notification.attempts.len(), 1 + KEPT);
        assert_eq!(notification.state(), State::Delivered);
        for _ in 0..2 * KEPT {
            notification.note(attempt(204, Cause::Request), 1);
        }
        notification.note(attempt(503, Cause::Request), 1);
        assert_eq!(notification.attempts.len(), 1 + KEPT);
        assert_eq!(notification.scheduled_attempts(), 1);
        let last = attempt(503, Cause::Request).reply;
        assert_eq!(notification.attempts.last().unwrap().reply, last);
    }

    #[test]
    fn an_attempt_on_request_leaves_the_schedule_as_it_is() {
        let mut notification = notification(serde_json::json!({ "out_trade_no": "1" }));
        assert_eq!(note(&mut notification, 500, 1), Some(15));
        let next = notification.next;
        let refused = attempt(500, Cause::Request);
        assert_eq!(
            (notification.note(refused, 1), notification.next),
            (None, next)
        );
        assert_eq!(note(&mut notification, 500, 1), Some(15));
        let received = attempt(204, Cause::Request);
        assert_eq!(
            (notification.note(received, 1), notification.next),
            (None, None)
        );
        let listed = notification.listed(1);
        assert_eq!(listed.state, State::Delivered);
        assert_eq!(listed.subject.as_deref(), Some("1"));
    }
}
