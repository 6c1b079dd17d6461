//! The operations that move money.

use wechatpay_endpoints::facts::Operation;

const OPERATIONS: &str = include_str!("money.txt");

/// The head of the part that moves money.
const MOVES: &str = "[moves money]";

/// Tests if an operation moves money, or may move it: an operation without facts that is no query may.
pub(crate) fn moves(operation: &Operation) -> bool {
    let is_unlisted = operation.name.is_empty();
    let name = operation.to_string();
    is_unlisted && operation.method != "GET" || part(MOVES).any(|line| line == name)
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

    /// The head of the other part.
    const ONLY_SOUNDS: &str = "[only sounds like it]";

    /// Words in the labels of operations that may move money.
    const WORDS: &str = "支付 付款 退款 转账 分账 扣款 扣费 代扣 提现 充值 红包 发券 发放 补差 赔付 理赔 结算 还款 \
        撤销 回退 解冻 出境 捐赠 消费金 消费卡 额度 预算 结单 完结 激活 减额 保险 受理 资金 重启 修改订单金额 满额送";

    #[test]
    fn every_line_is_an_operation_that_writes_and_in_one_part() {
        for line in part(MOVES).chain(part(ONLY_SOUNDS)) {
            let (method, path) = line.split_once(' ').unwrap();
            assert!(facts().operation(method, path).is_some(), "{line}");
            assert_ne!(method, "GET", "{line}");
            let all = part(MOVES).chain(part(ONLY_SOUNDS));
            assert_eq!(all.filter(|other| *other == line).count(), 1, "{line}");
        }
    }

    #[test]
    fn every_operation_that_sounds_like_money_is_decided() {
        for operation in &facts().operations {
            let sounds = WORDS
                .split_whitespace()
                .any(|word| operation.label.contains(word));
            if operation.method != "GET" && sounds {
                let name = operation.to_string();
                let mut decided = part(MOVES).chain(part(ONLY_SOUNDS));
                assert!(
                    decided.any(|line| line == name),
                    "{name} {}",
                    operation.label
                );
            }
        }
    }

    #[test]
    fn payments_by_code_ask_and_orders_that_a_payer_confirms_do_not() {
        let moves = |name: &str| moves(facts().find(name).unwrap());
        assert!(moves("POST /v3/pay/transactions/codepay"));
        assert!(moves("refund.create_refund"));
        assert!(!moves("POST /v3/pay/transactions/jsapi"));
        assert!(!moves("GET /v3/refund/domestic/refunds/{out_refund_no}"));
        assert!(super::moves(&Operation::new("POST", "/v3/new")));
        assert!(!super::moves(&Operation::new("GET", "/v3/new")));
    }
}
