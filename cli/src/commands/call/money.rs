//! The operations that ask before they are sent.

use std::fmt;

use serde::Serialize;
use wechatpay_endpoints::facts::Operation;

const OPERATIONS: &str = include_str!("money.txt");

/// The reason why an operation asks before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Risk {
    /// Moves, locks or releases money. An operation without facts may do so, unless it is a query.
    Money,
    /// Changes the account or the merchant that money goes to.
    Receiver,
    /// Ends a contract, an account, an activity or a coupon, which no call restores.
    End,
}

impl Risk {
    const ALL: [Self; 3] = [Self::Money, Self::Receiver, Self::End];

    /// The risk of an operation. `None` for an operation that does not ask.
    pub(crate) fn of(operation: &Operation) -> Option<Self> {
        if operation.name.is_empty() {
            return (operation.method != "GET").then_some(Self::Money);
        }
        let name = operation.to_string();
        let mut risks = Self::ALL.into_iter();
        risks.find(|risk| part(risk.head()).any(|line| line == name))
    }

    /// The head of the part of the list.
    const fn head(self) -> &'static str {
        match self {
            Self::Money => "[moves money]",
            Self::Receiver => "[changes where money goes]",
            Self::End => "[ends for good]",
        }
    }
}

impl fmt::Display for Risk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Money => "may move money",
            Self::Receiver => "changes where money goes",
            Self::End => "ends something that no call restores",
        })
    }
}

/// The operations of a part of the list.
fn part(head: &str) -> impl Iterator<Item = &'static str> {
    let lines = OPERATIONS.lines();
    let after = lines.skip_while(move |line| *line != head).skip(1);
    after
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use wechatpay_endpoints::facts;

    use super::*;

    /// The head of the part that does not ask.
    const ONLY_SOUNDS: &str = "[only sounds like it]";

    /// Words in the labels of operations that may ask: of money, of its receivers, and of ends.
    const WORDS: &str = "支付 付款 退款 转账 分账 扣款 扣费 代扣 提现 充值 红包 发券 发放 补差 赔付 理赔 结算 还款 \
        撤销 回退 解冻 出境 捐赠 消费金 消费卡 额度 预算 结单 完结 激活 减额 保险 受理 资金 重启 修改订单金额 满额送 \
        接收方 收款 绑定 解绑 取消 终止 解约 解除 停止 作废 失效 删除 关闭 关单 注销 冲红 管控 解锁 撤回";

    /// Last words in the paths of operations that end, release or bind something.
    const ENDS: &str = "cancel close delete terminate revoke stop bind unbind deactivate invalidate unavailable unlock \
        unfreeze reverse";

    fn all_lines() -> impl Iterator<Item = &'static str> {
        let asking = Risk::ALL.into_iter().flat_map(|risk| part(risk.head()));
        asking.chain(part(ONLY_SOUNDS))
    }

    #[test]
    fn every_line_is_an_operation_that_writes_and_in_one_part() {
        for line in all_lines() {
            let (method, path) = line.split_once(' ').unwrap();
            assert!(facts().operation(method, path).is_some(), "{line}");
            assert_ne!(method, "GET", "{line}");
            let same = all_lines().filter(|other| *other == line);
            assert_eq!(same.count(), 1, "{line}");
        }
    }

    #[test]
    fn every_operation_that_sounds_like_money_or_an_end_is_decided() {
        for operation in &facts().operations {
            let label = &operation.label;
            let sounds = WORDS.split_whitespace().any(|word| label.contains(word));
            let last = operation.path.rsplit('/').next().unwrap_or_default();
            let ends = ENDS.split_whitespace().any(|word| word == last);
            if operation.method != "GET" && (sounds || ends || operation.method == "DELETE") {
                let name = operation.to_string();
                assert!(all_lines().any(|line| line == name), "{name} {label}");
            }
        }
    }

    #[test]
    fn cancellations_receivers_and_ends_ask_and_a_call_that_another_restores_does_not() {
        let risk = |name: &str| Risk::of(facts().find(name).unwrap());
        for (name, expected) in [
            ("mch_transfer.cancel_transfer_bill", Some(Risk::Money)),
            ("payscore.cancel_service_order", Some(Risk::Money)),
            ("payscore.complete_service_order", Some(Risk::Money)),
            ("payscore.sync_service_order", Some(Risk::Money)),
            ("applyment.modify_settlement", Some(Risk::Receiver)),
            (
                "brand.bind_partner_brand_store_recipient",
                Some(Risk::Receiver),
            ),
            (
                "profit_sharing.add_profit_sharing_receiver",
                Some(Risk::Receiver),
            ),
            ("papay.terminate_contract", Some(Risk::End)),
            ("payscore.terminate_permission_by_openid", Some(Risk::End)),
            ("marketing_favor.stop_favor_stock", Some(Risk::End)),
            ("marketing_favor.pause_favor_stock", None),
            ("pay_merchant.close_order", None),
            ("complaint.delete_complaint_notification", None),
            ("certificates.echo", None),
        ] {
            assert_eq!(risk(name), expected, "{name}");
        }
    }

    #[test]
    fn payments_by_code_ask_and_orders_that_a_payer_confirms_do_not() {
        let risk = |name: &str| Risk::of(facts().find(name).unwrap());
        let unlisted = |method: &str| Risk::of(&Operation::new(method, "/v3/new"));
        for (risk, expected) in [
            (risk("POST /v3/pay/transactions/codepay"), Some(Risk::Money)),
            (risk("refund.create_refund"), Some(Risk::Money)),
            (risk("POST /v3/pay/transactions/jsapi"), None),
            (
                risk("GET /v3/refund/domestic/refunds/{out_refund_no}"),
                None,
            ),
            (unlisted("POST"), Some(Risk::Money)),
            (unlisted("GET"), None),
        ] {
            assert_eq!(risk, expected);
        }
    }
}
