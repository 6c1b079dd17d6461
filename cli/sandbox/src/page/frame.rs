//! The frame of each page, and the parts that several pages have.

use std::fmt;

use maud::{DOCTYPE, Markup, html};

use super::{Page, visitor::Language};
use crate::clock::Time;

/// The steps by which buttons set the clock forward: the first delay of a notification, and ends of orders.
const STEPS: [(&str, &str, u32); 4] = [
    ("15 s", "15 秒", 15),
    ("3 min", "3 分钟", 180),
    ("1 h", "1 小时", 3_600),
    ("1 day", "1 天", 86_400),
];

/// The impression of a state.
#[derive(Debug, Clone, Copy)]
pub(super) enum Tone {
    Good,
    /// Something must still happen.
    Open,
    /// Ended without success.
    Over,
    Bad,
}

impl Page<'_> {
    /// A whole page.
    pub(super) fn frame(&self, content: Markup) -> Markup {
        let visitor = self.visitor;
        let title = visitor.say("WeChat Pay sandbox", "微信支付沙箱");
        html! {
            (DOCTYPE)
            html lang=(visitor.language.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (title) }
                    link rel="icon" href="/icon.svg";
                    link rel="stylesheet" href="/style.css";
                    script src="/script.js" defer {}
                }
                body {
                    header {
                        h1 { a href=(visitor.link("/")) { (title) } }
                        (self.languages())
                        (self.navigation())
                    }
                    p #lost hidden { (visitor.say("The sandbox does not run any more.", "沙箱已停止。")) }
                    main { (content) }
                    footer { (self.clock()) }
                }
            }
        }
    }

    fn languages(&self) -> Markup {
        html! {
            p.languages {
                @for language in Language::ALL {
                    @if language == self.visitor.language { span { (language.name()) } }
                    @else { a href=(language.link(self.path)) lang=(language.tag()) { (language.name()) } }
                }
            }
        }
    }

    fn navigation(&self) -> Markup {
        let visitor = self.visitor;
        let faults = self.server.faults.list().len();
        let links = [
            ("/", visitor.say("Overview", "概览")),
            ("/orders", visitor.say("Orders", "订单")),
            ("/notifications", visitor.say("Notifications", "通知")),
            ("/requests", visitor.say("Requests", "请求")),
            ("/faults", visitor.say("Faults", "故障")),
        ];
        html! {
            nav #navigation .live {
                @for (path, name) in links {
                    a href=(visitor.link(path)) aria-current=[(path == self.path).then_some("page")] {
                        (name)
                        @if path == "/faults" && faults > 0 { span.count { (faults) } }
                    }
                }
            }
        }
    }

    fn clock(&self) -> Markup {
        let visitor = self.visitor;
        html! {
            form #clock method="post" action=(visitor.link("/clock")) {
                span {
                    (visitor.say("Clock of the sandbox", "沙箱时钟")) " "
                    time #now .live { (self.now.format("%Y-%m-%d %H:%M:%S")) }
                }
                span.steps {
                    (visitor.say("forward by", "前进"))
                    @for (english, chinese, seconds) in STEPS {
                        " " button name="seconds" value=(seconds) { (visitor.say(english, chinese)) }
                    }
                }
            }
        }
    }
}

/// The heading of a list, with a link to the whole list.
pub(super) fn heading(text: &str, link: Option<&str>) -> Markup {
    html! {
        h2 {
            @match link {
                Some(link) => a href=(link) { (text) },
                None => (text),
            }
        }
    }
}

/// A state, with the word of WeChat Pay for it.
pub(super) fn badge(tone: Tone, text: &str, word: Option<&str>) -> Markup {
    let class = match tone {
        Tone::Good => "good",
        Tone::Open => "open",
        Tone::Over => "over",
        Tone::Bad => "bad",
    };
    html! {
        span class={ "badge " (class) } { (text) }
        @if let Some(word) = word { " " small.word { (word) } }
    }
}

/// A time in RFC 3339, short, with the whole time for the mouse.
pub(super) fn time(time: impl fmt::Display) -> Markup {
    let whole = time.to_string();
    let short = Time::parse(&whole).map(|time| time.format("%m-%d %H:%M:%S"));
    html! { time datetime=(whole) title=(whole) { (short.as_deref().unwrap_or(&whole)) } }
}

/// An amount of fen in yuan.
pub(super) fn yuan(fen: i64) -> Markup {
    html! { span.yuan { "¥" (wechatpay_client::Fen(fen)) } }
}
