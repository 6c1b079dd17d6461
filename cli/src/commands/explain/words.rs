//! The words beside a number, which tell the number of an error from other numbers.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::number::{last_line, regex};

regex!(REQUEST_ID_NAME r"(?i)request[-_ ]?id\s*$");
regex!(LENGTH r#""\s+\d{3}\s+$"#);
regex!(WORD r"([A-Za-z_]+|[\x{4e00}-\x{9fff}]+)\s*$");

/// Tests if a name before a number says that the number is one of an error.
pub(super) fn is_name_of_error(name: &str) -> bool {
    const NAMES: [&str; 24] = [
        "code",
        "errcode",
        "err_code",
        "error_code",
        "errorcode",
        "error-code",
        "err",
        "error",
        "errno",
        "err_no",
        "ret",
        "retcode",
        "ret_code",
        "return_code",
        "result_code",
        "resultcode",
        "respcode",
        "resp_code",
        "biz_code",
        "sub_code",
        "error_number",
        "request_id_number",
        "request-id",
        "request_id",
    ];
    let is_chinese = |word: &str| name.ends_with(word);
    NAMES.contains(&name)
        || ["错误", "错误码", "错误编号", "错误号", "返回码", "报错"]
            .into_iter()
            .any(is_chinese)
}

/// Tests if the word before a number says that the number is something else.
pub(super) fn is_after_other_word(preceding: &str) -> bool {
    const WORDS: [&str; 69] = [
        "order",
        "orders",
        "no",
        "mchid",
        "mch_id",
        "sub_mchid",
        "amount",
        "total",
        "fee",
        "fen",
        "yuan",
        "port",
        "pid",
        "id",
        "uid",
        "user",
        "merchant",
        "paid",
        "pay",
        "price",
        "time",
        "timestamp",
        "at",
        "took",
        "seq",
        "line",
        "bytes",
        "size",
        "refund",
        "of",
        "batch",
        "invoice",
        "worker",
        "thread",
        "job",
        "task",
        "count",
        "balance",
        "page",
        "offset",
        "version",
        "build",
        "row",
        "item",
        "goods",
        "sku",
        "phone",
        "tel",
        "qq",
        "account",
        "card",
        "serial",
        "nonce",
        "ip",
        "length",
        "cost",
        "elapsed",
        "after",
        "waited",
        "transaction",
        "refunded",
        "charged",
        "used",
        "limit",
        "allocate",
        "allocated",
        "memory",
        "cny",
        "rmb",
    ];
    const ENDS: [&str; 17] = [
        "单号",
        "订单",
        "商户号",
        "商户",
        "金额",
        "端口",
        "时间",
        "用户",
        "共",
        "流水",
        "流水号",
        "付了",
        "支付了",
        "退了",
        "手机号",
        "时间戳",
        "耗时",
    ];
    let line = last_line(preceding);
    // The length of a response, behind its status in a log of a server.
    if LENGTH.as_ref().is_some_and(|regex| regex.is_match(line)) {
        return true;
    }
    let word = WORD.as_ref().and_then(|regex| regex.captures(line));
    let Some(word) = word.and_then(|captures| captures.get(1)) else {
        return false;
    };
    // A Request-ID, and not the ID of something else.
    if REQUEST_ID_NAME.iter().any(|regex| regex.is_match(line)) {
        return false;
    }
    let word = word.as_str().to_lowercase();
    WORDS.contains(&&*word) || ENDS.iter().any(|end| word.ends_with(end))
}
