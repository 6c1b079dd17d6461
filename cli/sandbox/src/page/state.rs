//! States, as WeChat Pay names them, and the impression that they make.

use maud::Markup;

use super::{
    frame::{Tone, badge},
    visitor::Visitor,
};

/// The states of orders (交易状态), in the words of both languages.
const OF_ORDERS: [(&str, &str, &str); 8] = [
    ("NOTPAY", "not paid", "未支付"),
    ("USERPAYING", "user is paying", "用户支付中"),
    ("ACCEPT", "accepted", "已接收"),
    ("SUCCESS", "paid", "已支付"),
    ("REFUND", "refunded", "转入退款"),
    ("CLOSED", "closed", "已关闭"),
    ("REVOKED", "reversed", "已撤销"),
    ("PAYERROR", "failed", "支付失败"),
];

/// States after a success.
const GOOD: [&str; 7] = [
    "SUCCESS",
    "FINISHED",
    "DONE",
    "PAID",
    "SIGNED",
    "AVAILABLE",
    "ACCEPT",
];

/// States after which nothing more happens.
const OVER: [&str; 8] = [
    "CLOSED",
    "EXPIRED",
    "REVOKED",
    "CANCELLED",
    "TERMINATED",
    "UNAVAILABLE",
    "UNBIND_USER",
    "REFUND",
];

const BAD: [&str; 4] = ["FAIL", "ABNORMAL", "PAYERROR", "SIGN_FAILED"];

/// The state of an order.
pub(super) fn of_order(visitor: Visitor, state: &str) -> Markup {
    let known = OF_ORDERS.iter().find(|(known, ..)| *known == state);
    match known {
        Some((_, english, chinese)) => {
            badge(tone(state), visitor.say(english, chinese), Some(state))
        }
        None => of_record(state),
    }
}

/// The state of anything else.
pub(super) fn of_record(state: &str) -> Markup {
    badge(tone(state), state, None)
}

fn tone(state: &str) -> Tone {
    match state {
        _ if GOOD.contains(&state) => Tone::Good,
        _ if OVER.contains(&state) => Tone::Over,
        _ if BAD.contains(&state) => Tone::Bad,
        _ => Tone::Open,
    }
}
