//! Requests: the newest, with what was wrong in each.

use maud::{Markup, html};
use serde_json::Value;

use super::{
    Page,
    frame::{Tone, badge, heading, time},
    visitor::Language,
};
use crate::request_log::Entry;

impl Page<'_> {
    pub(super) fn requests(&self, limit: u32) -> Markup {
        let visitor = self.visitor;
        let entries = self.server.requests.newest(self.before, limit as usize);
        let more = self.more("/requests", limit, entries.iter().map(|entry| entry.number));
        let link = (self.path == "/").then(|| visitor.link("/requests"));
        html! {
            section #requests .live {
                (heading(visitor.say("Requests", "请求"), link.as_deref()))
                @if entries.is_empty() {
                    p.none { (visitor.say("No request since the start.", "启动以来没有请求。")) }
                }
                @for entry in &entries { (self.request(entry)) }
                (more)
            }
        }
    }

    fn request(&self, entry: &Entry) -> Markup {
        html! {
            details.entry id={ "request-" (entry.number) } {
                summary {
                    span.name {
                        strong { (entry.method) } " " (entry.path)
                        @if let Some(message) = &entry.message { small { (message) } }
                    }
                    span.state {
                        (self.status(entry))
                        @if let Some(fault) = entry.fault { " " span.fault { (fault) } }
                    }
                    span.time {
                        (time(&entry.time))
                        small { @if let Some(sender) = &entry.sender { (sender) " · " } (entry.scheme) " · " (entry.milliseconds) " ms" }
                    }
                }
                (self.request_facts(entry))
            }
        }
    }

    fn status(&self, entry: &Entry) -> Markup {
        let visitor = self.visitor;
        match (entry.status, &entry.code) {
            (None, _) => badge(Tone::Bad, visitor.say("closed", "连接断开"), None),
            (Some(status), None) if status < 300 => badge(Tone::Good, &status.to_string(), None),
            (Some(status), code) => badge(Tone::Bad, &status.to_string(), code.as_deref()),
        }
    }

    fn request_facts(&self, entry: &Entry) -> Markup {
        let visitor = self.visitor;
        let detail = entry.detail.as_ref();
        // The English words are those of the response.
        let said = detail.filter(|_| visitor.language == Language::Chinese);
        let detail = detail.and_then(|detail| serde_json::to_string_pretty(detail).ok());
        html! {
            dl {
                @if let Some(reason) = &entry.reason {
                    dt { (visitor.say("reason", "原因")) } dd { (self.reason(reason)) }
                }
                @if let Some(detail) = said { (self.issue(detail)) }
                @if let Some(request_id) = &entry.request_id { dt { "Request-ID" } dd { (request_id) } }
            }
            @if let Some(detail) = detail {
                small { (visitor.say("detail of the response", "应答报文中的 detail（原文）")) }
                pre { (detail) }
            }
        }
    }

    /// The place and the issue of a detail in Chinese.
    fn issue(&self, detail: &Value) -> Markup {
        let text = |name: &str| detail.get(name).and_then(Value::as_str);
        html! {
            @if let (Some(field), Some(location)) = (text("field"), text("location")) {
                dt { "位置" } dd { (location_word(location)) " " code { (field) } }
            }
            @if let Some(issue) = text("issue") { dt { "问题" } dd { (self.reason(issue)) } }
        }
    }
}

/// The part of a request, as `location` in a detail names it, in Chinese.
fn location_word(location: &str) -> &str {
    match location {
        "body" => "请求报文主体",
        "query" => "查询参数",
        "uri_template" => "路径",
        "header" => "请求头",
        other => other,
    }
}
