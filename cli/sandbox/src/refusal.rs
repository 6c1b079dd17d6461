//! An error response of WeChat Pay, with the number at the end of its `Request-ID`, where the number is known.

use std::fmt;

use wechatpay_client::gateway::ScriptedResponse;

/// A refusal by a business rule. The numbers and messages are those of the official troubleshooting manuals (排障手册).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    status: u16,
    code: &'static str,
    message: &'static str,
    number: u64,
    /// The reason for the log of requests, which WeChat Pay does not tell.
    reason: Option<&'static str>,
}

/// A refusal; `number` is 0 if no source names it.
pub(crate) const fn refusal(
    status: u16,
    code: &'static str,
    message: &'static str,
    number: u64,
) -> Refusal {
    Refusal {
        status,
        code,
        message,
        number,
        reason: None,
    }
}

/// The number of a parameter that is out of its range (参数超出取值范围).
pub(crate) const OUT_OF_RANGE: u64 = 268_435_464;

pub(crate) const OTHER_PARAMETERS: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "请求重入时，参数与首次请求时不一致",
    268_498_688,
);
pub(crate) const ALREADY_PAID: Refusal = refusal(400, "ORDERPAID", "订单已支付", 268_449_538);
pub(crate) const ORDER_CLOSED: Refusal = refusal(400, "ORDER_CLOSED", "该订单已失效", 268_447_914);
pub(crate) const ORDER_REVERSED: Refusal = refusal(400, "ORDERREVERSED", "订单已撤销", 0);
pub(crate) const PAYMENT_FAILED: Refusal = refusal(403, "TRADE_ERROR", "支付失败，请撤销订单", 0);
pub(crate) const TRADE_ERROR: Refusal = refusal(403, "TRADE_ERROR", "交易错误", 0);
pub(crate) const NUMBER_USED: Refusal = refusal(403, "OUT_TRADE_NO_USED", "商户订单号重复", 0);
pub(crate) const ONLY_REVERSED: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "当前交易不允许进行普通关单（只能撤销）",
    268_449_641,
);
pub(crate) const NO_ORDER: Refusal = refusal(404, "ORDER_NOT_EXIST", "订单不存在", 268_512_771);
pub(crate) const OTHER_MERCHANT: Refusal =
    refusal(400, "INVALID_REQUEST", "商户号和订单不匹配", 268_447_843);
pub(crate) const OTHER_SUB_MERCHANT: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "子商户号和订单信息不匹配",
    268_447_845,
);
pub(crate) const SUB_MERCHANT_IS_ITSELF: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "子商户mchid不能与自身mchid相同",
    268_443_705,
);
pub(crate) const NO_OPENID: Refusal =
    refusal(400, "PARAM_ERROR", "JSAPI支付必须传openid", 268_501_013);
/// The number is not known. Users report the status and the code, also for the parameters of queries.
pub(crate) const OTHER_SENDER: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "http header中的mchid与post payload中的mchid不匹配",
    0,
);
/// Users report the status and the message.
pub(crate) const NO_PLATFORM_CERTIFICATE: Refusal = refusal(
    404,
    "RESOURCE_NOT_EXISTS",
    "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引https://pay.weixin.qq.com/docs/merchant/products/platform-certificate/wxp-pub-key-guide.html",
    0,
);
pub(crate) const NOT_PAID: Refusal = refusal(403, "TRADE_ERROR", "订单未支付", 0);
pub(crate) const NO_REFUND: Refusal = refusal(404, "RESOURCE_NOT_EXISTS", "退款单不存在", 0);
pub(crate) const OTHER_TOTAL: Refusal =
    refusal(400, "INVALID_REQUEST", "订单金额与原订单不一致", 0);
pub(crate) const ABOVE_THE_REST: Refusal =
    refusal(400, "INVALID_REQUEST", "退款金额大于可退金额", 0);
pub(crate) const REFUNDED_TOO_OFTEN: Refusal =
    refusal(400, "INVALID_REQUEST", "一笔订单最多退款50次", 0);
pub(crate) const REFUNDED_TOO_LATE: Refusal = refusal(400, "INVALID_REQUEST", "超过退款期限", 0);
pub(crate) const NO_RECORD: Refusal = refusal(404, "RESOURCE_NOT_EXISTS", "记录不存在", 0);
/// Only the sandbox has this error: its clock is at most 68 years ahead.
pub(crate) const END_OF_TIME: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "沙箱时钟最多可前进68年，请换用新的目录",
    0,
);
pub(crate) const SYSTEM_ERROR: Refusal =
    refusal(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用", 0);

impl Refusal {
    pub(crate) const fn with_reason(self, reason: &'static str) -> Self {
        Self {
            reason: Some(reason),
            ..self
        }
    }

    pub(crate) const fn status(&self) -> u16 {
        self.status
    }
}

impl From<Refusal> for ScriptedResponse {
    fn from(refusal: Refusal) -> Self {
        let Refusal {
            status,
            code,
            message,
            number,
            reason,
        } = refusal;
        let response = Self::error(status, code, message).with_request_id_number(number);
        match reason {
            Some(reason) => response.with_reason(reason),
            None => response,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.status, self.code, self.message)
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, env, fs, path::Path};

    use serde_json::Value;

    /// All refusals in the code of the sandbox, each as a line of its status, code, number and message.
    fn refusals() -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                match path.is_dir() {
                    true => folders.push(path),
                    false => {
                        found.extend(refusals_in(&fs::read_to_string(path).unwrap_or_default()))
                    }
                }
            }
        }
        found
    }

    fn refusals_in(code: &str) -> Vec<String> {
        let calls = code.split("refusal(").skip(1);
        let lines = calls.filter_map(|call| {
            let (status, rest) = call.split_once(',')?;
            let status: u16 = status.trim().parse().ok()?;
            let mut texts = rest.splitn(5, '"');
            let (_, code, _, message) =
                (texts.next()?, texts.next()?, texts.next()?, texts.next()?);
            let (number, _) = texts.next()?.split_once(')')?;
            let number: String = number.chars().filter(char::is_ascii_digit).collect();
            Some(format!("{status} {code} {number} {message}"))
        });
        lines.collect()
    }

    #[test]
    fn every_refusal_is_listed_with_its_number() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/refusals.txt");
        let lines: Vec<_> = refusals().into_iter().collect();
        let found = lines.join("\n") + "\n";
        if env::var_os("GOLDEN").is_some_and(|golden| golden == "overwrite") {
            fs::write(&path, &found).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), found);
    }

    #[test]
    fn a_refusal_has_the_number_of_its_message_in_the_manuals() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime/src/advice/advice.json");
        let advice: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let entries = advice["entries"].as_array().unwrap().iter();
        let entries: Vec<_> = entries.filter(|entry| entry["by"] == "number").collect();
        for refusal in refusals() {
            let mut parts = refusal.splitn(4, ' ').skip(2);
            let [number, message] = [parts.next().unwrap(), parts.next().unwrap()];
            // The labels of some states are in parentheses.
            let is_of = |label: &str| label.split('（').next() == message.split('（').next();
            let known = entries.iter().filter(|entry| {
                let is_label = is_of(entry["label"].as_str().unwrap());
                is_label || message == "频率超限" && entry["label"] == "频率过快"
            });
            let known: Vec<_> = known.map(|entry| entry["key"].as_str().unwrap()).collect();
            let is_unknown = known.is_empty() && number == "0";
            assert!(
                is_unknown || known.contains(&number),
                "{refusal}: {known:?}"
            );
        }
    }
}
