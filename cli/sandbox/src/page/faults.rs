//! Faults: those that are on, and a form that adds another.

use maud::{Markup, html};
use serde_json::Value;
use wechatpay_client::gateway::ReceivedRequest;

use super::{Page, fault_words, form, frame::heading, reply::Reply};
use crate::fault::{ActiveFault, FaultRule, KNOWN, KnownFault};

/// The members of most rules.
const USUAL: [(&str, &str); 3] = [("on", "requests"), ("percent", "100"), ("seed", "0")];

/// A text in English and Chinese.
type Words = (&'static str, &'static str);

const USUALLY: Words = ("as the fault has it", "默认");

const TARGETS: [(&str, Words); 2] = [
    ("requests", ("requests", "请求")),
    ("notifications", ("notifications", "通知")),
];

const TIMES: [(&str, Words); 2] = [
    ("before", ("before the execution", "执行之前")),
    ("after", ("after the execution", "执行之后")),
];

impl Page<'_> {
    pub(super) fn faults(&self) -> Markup {
        let visitor = self.visitor;
        let faults = self.server.faults.list();
        html! {
            section #faults .live {
                (heading(visitor.say("Faults", "故障"), None))
                @if faults.is_empty() { p.none { (visitor.say("No fault is on.", "没有启用的故障。")) } }
                @else { p.none { (visitor.say("A restart removes all faults but those of --fault.", "重启后只保留 --fault 指定的故障。")) } }
                @for fault in &faults { (self.fault(fault)) }
            }
            section #add-fault { (self.fault_form()) }
        }
    }

    /// Adds the fault of the form, or says what is wrong with it.
    pub(super) fn add_fault(&self, request: &ReceivedRequest) -> Reply {
        let rule = FaultRule::from_pairs(form::fields(request));
        match rule.and_then(|rule| self.server.faults.add(rule)) {
            Ok(_) => Reply::see_other(self.visitor.link("/faults")),
            Err(mistake) => self.message(400, &self.reason(&mistake.to_string())),
        }
    }

    fn fault(&self, fault: &ActiveFault) -> Markup {
        let visitor = self.visitor;
        let remove = format!("/faults/{}/remove", fault.id);
        html! {
            form.fault-row method="post" action=(visitor.link(&remove)) {
                span {
                    strong { (fault.rule.name()) }
                    @for (name, value) in members(&fault.rule) { " " code { (name) "=" (value) } }
                    small { (visitor.say("used ", "已使用 ")) (fault.used) }
                }
                button { (visitor.say("Remove", "移除")) }
            }
        }
    }

    fn fault_form(&self) -> Markup {
        let visitor = self.visitor;
        html! {
            h2 { (visitor.say("Add a fault", "添加故障")) }
            form.fields method="post" action=(visitor.link("/faults")) {
                label for="fault" { (visitor.say("fault", "故障")) }
                select #fault name="fault" { @for known in KNOWN { option { (known.name) } } }
                (self.choice("on", ("applies to", "对象"), &TARGETS))
                (self.field("method", ("method of requests", "请求方法"), "POST"))
                (self.field("path", ("path of requests", "请求路径"), "/v3/pay/transactions/native"))
                (self.field("event", ("type of notifications", "通知类型"), "TRANSACTION.SUCCESS"))
                (self.choice("when", ("time", "时机"), &TIMES))
                (self.number("count", ("how often", "次数"), Some(1)))
                (self.number("percent", ("percent", "百分比"), None))
                (self.number("seed", ("seed of the chance", "随机种子"), None))
                (self.number("milliseconds", ("milliseconds of a delay", "延迟毫秒数"), None))
                (self.number("bytes", ("bytes of a padded body", "填充后字节数"), None))
                button { (visitor.say("Add", "添加")) }
            }
            (self.descriptions())
        }
    }

    fn choice(&self, name: &str, label: Words, values: &[(&str, Words)]) -> Markup {
        let say = |(english, chinese)| self.visitor.say(english, chinese);
        html! {
            label for=(name) { (say(label)) }
            select id=(name) name=(name) {
                option value="" { (say(USUALLY)) }
                @for (value, words) in values { option value=(value) { (say(*words)) } }
            }
        }
    }

    fn field(&self, name: &str, (english, chinese): Words, example: &str) -> Markup {
        html! {
            label for=(name) { (self.visitor.say(english, chinese)) }
            input id=(name) name=(name) placeholder=(example) autocomplete="off" spellcheck="false";
        }
    }

    fn number(&self, name: &str, (english, chinese): Words, value: Option<u32>) -> Markup {
        html! {
            label for=(name) { (self.visitor.say(english, chinese)) }
            input id=(name) name=(name) type="number" min="1" value=[value];
        }
    }

    fn description(&self, known: &KnownFault) -> &'static str {
        let chinese = fault_words::chinese(known.name).unwrap_or(known.description);
        self.visitor.say(known.description, chinese)
    }

    fn descriptions(&self) -> Markup {
        html! {
            details #descriptions {
                summary { (self.visitor.say("what each fault does", "各故障的作用")) }
                dl { @for known in KNOWN { dt { (known.name) } dd { (self.description(known)) } } }
            }
        }
    }
}

/// The members of a rule that are not the usual ones.
fn members(rule: &FaultRule) -> Vec<(String, String)> {
    let Ok(Value::Object(members)) = serde_json::to_value(rule) else {
        return Vec::new();
    };
    let members = members.into_iter().map(|(name, value)| match value {
        Value::String(text) => (name, text),
        other => (name, other.to_string()),
    });
    members
        .filter(|(name, value)| !USUAL.contains(&(&**name, &**value)) && name != "fault")
        .collect()
}
