//! Notifications (回调通知): made with the event, sent until the merchant's server replies with success.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wechatpay_client::gateway::GatewayMerchant;

use crate::{clock::Time, store::Record};

/// The seconds between the attempts, as WeChat Pay's documentation has them: 15 attempts after the first, in a day.
const DELAYS: [i64; 15] = [
    15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600, 10_800, 10_800, 10_800, 21_600, 21_600,
];

/// A notification and its attempts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Notification {
    /// The ID of the notification (通知ID), the same in each attempt.
    id: String,
    owner: String,
    pub(crate) url: String,
    pub(crate) event_type: String,
    /// The body, the same in each attempt. Each attempt has a signature of its own.
    pub(crate) body: String,
    pub(crate) created: Time,
    pub(crate) attempts: Vec<Attempt>,
}

/// An attempt to deliver a notification.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Attempt {
    pub(crate) at: Time,
    pub(crate) reply: Reply,
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
        let envelope: Value = serde_json::from_slice(&body)?;
        let id = envelope.get("id").and_then(Value::as_str);
        Ok(Self {
            id: id.unwrap_or_default().to_owned(),
            owner: merchant.merchant().mchid().to_owned(),
            url: url.to_owned(),
            event_type: event.event_type.to_owned(),
            body: String::from_utf8_lossy(&body).into_owned(),
            created: now,
            attempts: Vec::new(),
        })
    }

    /// Notes an attempt. Returns the seconds until the next one; `None` after a success or the last attempt.
    pub(crate) fn note(&mut self, attempt: Attempt) -> Option<i64> {
        let is_delivered = attempt.reply.is_success();
        self.attempts.push(attempt);
        if is_delivered {
            return None;
        }
        DELAYS.get(self.attempts.len() - 1).copied()
    }
}

impl Reply {
    /// WeChat Pay counts any status of success, whatever the body says.
    pub(crate) fn is_success(&self) -> bool {
        matches!(self, Self::Status { status, .. } if (200..300).contains(status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16) -> Attempt {
        Attempt {
            at: Time::now(0),
            reply: Reply::Status {
                status,
                body: String::new(),
            },
        }
    }

    #[test]
    fn attempts_go_on_for_a_day_or_until_a_success() {
        let merchant = GatewayMerchant::generate("1900000109").unwrap();
        let event = Event {
            owner: "1900000109",
            url: Some(""),
            event_type: "TRANSACTION.SUCCESS",
            original_type: "transaction",
            resource: Value::Null,
        };
        let new = || Notification::new(&merchant, "", &event, Time::now(0)).unwrap();
        let mut refused = new();
        let delays: Vec<_> = std::iter::from_fn(|| refused.note(reply(500))).collect();
        assert_eq!(delays.len(), 15);
        // 24 hours and 4 minutes.
        assert_eq!(delays.iter().sum::<i64>(), 24 * 3_600 + 4 * 60);
        let mut received = new();
        assert_eq!(received.note(reply(302)), Some(15));
        assert_eq!(received.note(reply(204)), None);
    }
}
