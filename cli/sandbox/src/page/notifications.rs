//! Notifications: each with its attempts, and the replies of the merchant's server.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::{
    Page,
    frame::{Tone, badge, heading, time},
    visitor::segment,
};
use crate::{
    book::BookError,
    notification::{Cause, Listed, ListedAttempt, Notification, State},
    store::Change,
};

impl Page<'_> {
    pub(super) async fn notifications(&self, limit: u32) -> Result<Markup, BookError> {
        let notifications = self
            .server
            .notifications(self.before(), limit as usize)
            .await?;
        let numbers = notifications.iter().map(|notification| notification.number);
        let more = self.more("/notifications", limit, numbers);
        Ok(self.notification_list(&notifications, more))
    }

    /// The notifications of a merchant about any of these numbers, such as those of an order and its refunds.
    pub(super) async fn notifications_about(
        &self,
        change: &mut Change,
        mchid: &str,
        numbers: &[&str],
    ) -> Result<Markup, BookError> {
        let mut notifications = Vec::new();
        for number in numbers {
            for record in change.notifications_about(mchid, number).await? {
                let sequence = record.sequence;
                let notification: Notification = change.read(record)?;
                notifications.push(notification.listed(sequence));
            }
        }
        notifications.sort_by_key(|notification| Reverse(notification.number));
        Ok(self.notification_list(&notifications, html! {}))
    }

    fn notification_list(&self, notifications: &[Listed], more: Markup) -> Markup {
        let visitor = self.visitor;
        let link = (self.path == "/").then(|| visitor.link("/notifications"));
        html! {
            section #notifications .live {
                (heading(visitor.say("Notifications", "通知"), link.as_deref()))
                @if notifications.is_empty() {
                    p.none { (visitor.say("No notification yet.", "还没有通知。")) }
                }
                @for notification in notifications { (self.notification(notification)) }
                (more)
            }
        }
    }

    fn notification(&self, notification: &Listed) -> Markup {
        let visitor = self.visitor;
        let (tone, text) = match notification.state {
            State::Delivered => (Tone::Good, visitor.say("delivered", "已送达")),
            State::Waiting => (Tone::Open, visitor.say("waiting", "等待中")),
            State::Failed => (Tone::Bad, visitor.say("given up", "已放弃")),
        };
        let send = format!("/notifications/{}/send", segment(&notification.id));
        html! {
            details.entry id={ "notification-" (notification.id) } {
                summary {
                    span.name { (notification.event_type) @if let Some(subject) = &notification.subject { small { (subject) } } }
                    span.state { (badge(tone, text, None)) }
                    span.time { (time(&notification.created)) small { (notification.url) } }
                }
                ol.attempts { @for attempt in &notification.attempts { (self.attempt(attempt)) } }
                @if let Some(next) = &notification.next {
                    p { (visitor.say("next attempt ", "下次尝试 ")) (time(next)) }
                }
                form method="post" action=(visitor.link(&send)) {
                    button { (visitor.say("Send again", "重新发送")) }
                }
            }
        }
    }

    fn attempt(&self, attempt: &ListedAttempt) -> Markup {
        html! {
            li {
                (time(&attempt.at)) " "
                @if let Some(cause) = self.cause(attempt.cause) { (cause) " " }
                @if let Some(status) = attempt.status { strong { (status) } }
                @if let Some(error) = &attempt.error { strong.failed { (self.reason(error)) } }
                @if let Some(fault) = &attempt.fault { " " span.fault { (fault) } }
                @if let Some(body) = attempt.body.as_deref().filter(|body| !body.is_empty()) { code { (body) } }
            }
        }
    }

    /// The cause of an attempt that is not the schedule of WeChat Pay.
    const fn cause(&self, cause: Cause) -> Option<&'static str> {
        match cause {
            Cause::Schedule => None,
            Cause::Delay => Some(self.visitor.say("late", "延迟")),
            Cause::Duplicate => Some(self.visitor.say("duplicate", "重复")),
            Cause::Request => Some(self.visitor.say("by hand", "手动")),
        }
    }
}
