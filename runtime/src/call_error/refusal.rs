//! Error codes (错误码), by what they prove about a request and about an earlier request with the same order
//! number. [`ApiError::outcome`](super::ApiError::outcome) follows from them.
//!
//! The set of codes is open, and many causes share a code. A code that is not listed here proves nothing.

use http::HeaderMap;
use serde_json::Value;

/// Statuses with which WeChat Pay refuses a request. 408, 409, 423, 425, 429 and 499 are about work in progress
/// or load. <https://pay.weixin.qq.com/wiki/doc/apiv3/Share/error_code.shtml>
const REFUSAL_STATUSES: [u16; 5] = [400, 401, 403, 404, 405];

/// Codes that refuse this request and say nothing about an earlier request with the same order number.
///
/// Sources: the page of common error codes above, and the troubleshooting manuals of the official repository
/// `wechatpay-apiv3/wechatpay-skills`. These codes are left out on purpose, although both sources name them:
///
/// - `INVALID_REQUEST`: also for a number that was used with other parameters
/// - `ORDER_CLOSED`, `CONTRACT_NOT_EXIST`: also after an earlier request that closed or terminated
/// - `TRADE_ERROR`: also for a payment that failed
/// - `RULE_LIMIT`, `RULELIMIT`: also for a rate limit
const REFUSAL_CODES: [&str; 10] = [
    // The request itself, or its signature.
    "PARAM_ERROR",
    "SIGN_ERROR",
    // The caller, and its permissions.
    "NO_AUTH",
    "APPID_MCHID_NOT_MATCH",
    "MCH_NOT_EXISTS",
    "REQUEST_BLOCKED",
    // The thing that the request is about.
    "ORDER_NOT_EXIST",
    "RESOURCE_NOT_EXISTS",
    "RESOURCE_NOT_EXIST",
    "NOT_FOUND",
];

/// Codes that refuse this request because of the account that pays, unless money of the merchant leaves by it. A
/// transfer without enough money may wait as `PROCESSING`, and be paid later: the page of transfers forbids a new number
/// before a query shows `FAIL`. <https://pay.weixin.qq.com/doc/v3/merchant/4012716434>
const ACCOUNT_CODES: [&str; 4] = [
    "NOT_ENOUGH",
    "NOTENOUGH",
    "ACCOUNT_ERROR",
    "USER_ACCOUNT_ABNORMAL",
];

/// Numbers at the end of a `Request-ID` that hint at an earlier, possibly executed request with the same
/// order number, each with the words of its message. Source: the troubleshooting manuals of
/// `wechatpay-apiv3/wechatpay-skills`.
const EARLIER_REQUEST_NUMBERS: [(u64, &str); 10] = [
    (268_449_538, "订单已支付"),
    (268_498_688, "参数与首次请求时不一致"),
    (268_498_689, "该订单已支付"),
    (268_512_536, "订单已存在"),
    (268_578_927, "相同单号但请求数据不一致"),
    (271_316_598, "订单重入参数校验失败"),
    (271_316_754, "单据正在扣款中"),
    (272_755_200, "发券请求重入但单号不一致"),
    (272_756_745, "券已被其他订单核销"),
    (272_756_746, "券已被其他订单核销锁定"),
];

/// Messages of the same meaning without such a number. The last one is from a public report.
const EARLIER_REQUEST_MESSAGES: [&str; 6] = [
    "商户号或子商户号与订单号不匹配",
    "out_refund_no已使用",
    "重复下单且结算信息不一致",
    "已发送过扣费前通知",
    "扣款请求已受理",
    "已超出重试期",
];

/// True if the status and the code of a verified response prove a refusal. The caller also has to check that no
/// text [hints at an earlier request](hints_at_earlier_request).
pub(super) fn is_refusal(status: u16, code: &str, is_payout: bool) -> bool {
    let is_of_account = ACCOUNT_CODES.contains(&code) && !is_payout;
    REFUSAL_STATUSES.contains(&status) && (REFUSAL_CODES.contains(&code) || is_of_account)
}

/// Searches a text for words that hint at an earlier request, ignoring white space and the case of Latin
/// letters.
pub(super) fn hints_at_earlier_request(text: &str) -> bool {
    let mut text = text.to_ascii_lowercase();
    text.retain(|c| !c.is_whitespace());
    let number_messages = EARLIER_REQUEST_NUMBERS.iter().map(|(_, words)| words);
    EARLIER_REQUEST_MESSAGES
        .iter()
        .chain(number_messages)
        .any(|words| text.contains(words))
}

/// Searches all texts of a `detail`, which has no fixed shape.
pub(super) fn detail_hints_at_earlier_request(detail: &Value) -> bool {
    match detail {
        Value::String(text) => hints_at_earlier_request(text),
        Value::Array(items) => items.iter().any(detail_hints_at_earlier_request),
        Value::Object(members) => members.values().any(detail_hints_at_earlier_request),
        _ => false,
    }
}

/// True if the code says that a thing does not exist. An earlier DELETE may have removed it.
pub(super) fn is_not_found(code: &str) -> bool {
    code == "NOT_FOUND" || code.contains("NOT_EXIST")
}

/// The number at the end of a response's `Request-ID`. There may be several: a proxy on the way may add an ID
/// of its own.
#[derive(Clone, Copy, Default)]
pub(crate) struct RequestIdNumbers {
    /// The number that hints at an earlier request, otherwise the first number.
    number: Option<u64>,
    /// An earlier request with the same order number may have been executed.
    pub(super) hint_at_earlier_request: bool,
}

impl RequestIdNumbers {
    pub(crate) fn from_headers(headers: &HeaderMap) -> Self {
        let values = headers.get_all("request-id").into_iter();
        Self::from_request_ids(values.filter_map(|value| value.to_str().ok()))
    }

    /// Reads header values, in which a proxy may have joined several IDs by commas.
    pub(super) fn from_request_ids<'a>(request_ids: impl IntoIterator<Item = &'a str>) -> Self {
        let ids = request_ids.into_iter().flat_map(|value| value.split(','));
        let numbers = Vec::from_iter(ids.filter_map(|id| number(id.trim())));
        let is_listed = |number: &&u64| {
            EARLIER_REQUEST_NUMBERS
                .iter()
                .any(|(listed, _)| listed == *number)
        };
        let listed = numbers.iter().find(is_listed);
        Self {
            number: listed.or_else(|| numbers.first()).copied(),
            hint_at_earlier_request: listed.is_some(),
        }
    }

    pub(super) fn number(self) -> Option<u64> {
        self.number
    }
}

/// True for a rate limit: a code in one of several spellings, or a message under a code with many causes.
pub(super) fn is_rate_limit(code: &str, message: &str) -> bool {
    let normalized = normalized(code);
    normalized.contains("LIMIT") && (normalized.contains("FREQ") || normalized.contains("RATE"))
        || normalized == "RULELIMIT" && message.contains("请求次数超过限制")
}

/// True for a failure on WeChat Pay's side (`SYSTEM_ERROR`, `SYSTEMERROR`).
pub(super) fn is_system_error(code: &str) -> bool {
    normalized(code).contains("SYSTEMERROR")
}

/// The number after the last `-` of a Request-ID.
fn number(request_id: &str) -> Option<u64> {
    let (_, number) = request_id.rsplit_once('-')?;
    let digits = number.bytes().all(|c| c.is_ascii_digit());
    number.parse().ok().filter(|_| digits)
}

/// The code in capitals and without `_`, because spellings differ in both.
fn normalized(code: &str) -> String {
    code.replace('_', "").to_ascii_uppercase()
}

#[cfg(test)]
pub(super) fn earlier_request_numbers() -> impl Iterator<Item = u64> {
    EARLIER_REQUEST_NUMBERS.iter().map(|(number, _)| *number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_follows_the_last_hyphen() {
        for (request_id, expected) in [
            ("08F5B8C2B506102C18FDDFEEA30620BE821E28EDC405-0", Some(0)),
            ("08F5-268498688", Some(268_498_688)),
            ("a-b-7", Some(7)),
            ("08F5", None),
            ("08F5-", None),
            ("08F5-+7", None),
            ("08F5-7x", None),
            ("08F5-99999999999999999999", None),
        ] {
            assert_eq!(number(request_id), expected, "{request_id}");
        }
    }

    #[test]
    fn a_number_that_hints_at_an_earlier_request_is_found_in_every_id() {
        let long = format!("{}-268498688", "0".repeat(200));
        for (values, number, hints) in [
            (&["08F5-268498688"][..], Some(268_498_688), true),
            (&[&long], Some(268_498_688), true),
            (&["08F5-0", "08F5-268498688"], Some(268_498_688), true),
            (&["kong-1234", "08F5-268498688"], Some(268_498_688), true),
            (&["08F5-268498688, 08F5-0"], Some(268_498_688), true),
            (&["kong-1234,08F5-268435461"], Some(1_234), false),
            (&["08F5"], None, false),
            (&[], None, false),
        ] {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append("request-id", value.parse().unwrap());
            }
            let numbers = RequestIdNumbers::from_headers(&headers);
            assert_eq!(
                (numbers.number, numbers.hint_at_earlier_request),
                (number, hints),
                "{values:?}"
            );
        }
    }
}
