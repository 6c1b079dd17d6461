//! Reasons in Chinese: of refused requests, of attempts without a reply, and of refused rules of faults. Their English
//! texts are made where the reason is found.

/// Reasons, with `{}` for each value.
const REASONS: [(&str, &str); 57] = [
    (
        "the request has no header `Authorization`, or the header is not ASCII",
        "没有请求头 Authorization，或其中有非 ASCII 字符",
    ),
    (
        "the header `Authorization` is not of the form `{}`",
        "请求头 Authorization 的格式不是 `{}`",
    ),
    (
        "the header `Authorization` lacks {}",
        "请求头 Authorization 缺少 {}",
    ),
    (
        "the header `Authorization` has {} more than once",
        "请求头 Authorization 中有多个 {}",
    ),
    (
        "the request has the scheme {}, but this path is of a brand, with {}",
        "认证类型是 {}，而此路径属于品牌，须用 {}",
    ),
    (
        "the request has the scheme {}, but this path is of a merchant, with {}",
        "认证类型是 {}，而此路径属于商户，须用 {}",
    ),
    ("the `{}` of the request is empty", "请求的 `{}` 为空"),
    (
        "the `{}` of the request has a character that cannot be signed, such as a tab or a quotation mark",
        "请求的 `{}` 含有不能签名的字符，如制表符或引号",
    ),
    ("the timestamp is {} s old", "时间戳早于当前 {} 秒"),
    (
        "the timestamp is {} s in the future",
        "时间戳晚于当前 {} 秒",
    ),
    (
        "the timestamp is not in Unix seconds",
        "时间戳不是以秒为单位的 Unix 时间",
    ),
    ("no account has the mchid {}", "没有商户号为 {} 的商户"),
    ("no account has the brand_id {}", "没有品牌ID为 {} 的品牌"),
    (
        "the certificate of {} has the serial number {}, and not {}",
        "{} 的证书序列号是 {}，不是 {}",
    ),
    (
        "the signature is empty, or not base64",
        "签名为空，或不是 base64",
    ),
    (
        "the signed message is that of a request with an empty body",
        "签名串中的请求报文主体为空",
    ),
    (
        "the signed message is that of a request with no query",
        "签名串中的 URL 缺少查询参数",
    ),
    (
        "the signed message is that of a request with a whole URL in place of the path",
        "签名串中用了完整 URL，而不是路径",
    ),
    (
        "the signed message is that of a request with a path that is not percent-encoded",
        "签名串中的路径没有做百分号编码",
    ),
    (
        "the signed message is that of a request with a method in lower case",
        "签名串中的请求方法是小写",
    ),
    (
        "the signed message is that of a request with no line feed after the body",
        "签名串末尾缺少换行符",
    ),
    ("the signature is by the key of {}", "签名用的是 {} 的私钥"),
    (
        "the private key is not that of the certificate, or the signed message is another one",
        "私钥与证书不匹配，或签名串与请求不一致",
    ),
    (
        "`sub_orders` is not the list of the combined order: list each sub-order once, with its `mchid` and `out_trade_no`",
        "`sub_orders` 与下单时的子单不一致：每个子单须列出一次，`mchid` 和 `out_trade_no` 与下单时相同",
    ),
    (
        "`bill_date` is no date of the form 2026-01-31: correct the parameter",
        "`bill_date` 不是 2026-01-31 这样的日期：请更正",
    ),
    (
        "`bill_date` is not over by the clock of the sandbox: ask for an earlier day",
        "按沙箱时钟，`bill_date` 这一天还没有结束：请改为更早的日期",
    ),
    (
        "the path has no method {}, but: {}",
        "此路径没有请求方法 {}，只有：{}",
    ),
    (
        "no known operation is {}; similar: {}",
        "没有接口 {}，相近的接口：{}",
    ),
    ("not a URL", "通知地址不是 URL"),
    ("not a URL: {}", "通知地址不是 URL：{}"),
    (
        "not sent: the URL is not on this machine",
        "未发送：通知地址不在本机",
    ),
    ("timed out after {} s", "{} 秒内没有应答"),
    ("{}Connection refused{}", "连接被拒绝"),
    ("{}Connection reset{}", "连接被重置"),
    (
        "{}connection closed before message completed",
        "未收到应答，连接已断开",
    ),
    ("{}invalid HTTP {}", "应答不是 HTTP"),
    ("unknown event {}: use one of {}", "没有通知类型 {}"),
    (
        "unknown method {}: use one of {}",
        "没有请求方法 {}，只有 {}",
    ),
    ("unknown fault {}: use one of {}", "没有故障 {}，只有 {}"),
    (
        "unknown member {}: use one of {}",
        "没有名为 {} 的项，只有 {}",
    ),
    ("unknown on {}: use one of {}", "没有对象 {}，只有 {}"),
    ("unknown when {}: use one of {}", "没有时机 {}，只有 {}"),
    ("name a fault: {}", "请填写故障：{}"),
    (
        "{}: the sandbox has no notification with this ID",
        "{}：沙箱没有此ID的通知",
    ),
    (
        "{}: the sandbox has no merchant with this number",
        "{}：沙箱没有此商户号的商户",
    ),
    ("`{}` is given twice", "`{}` 填写了两次"),
    (
        "`{}` on requests has no `{}`: leave it out",
        "对请求的 `{}` 没有 `{}`：请留空",
    ),
    (
        "`{}` on notifications has no `{}`: leave it out",
        "对通知的 `{}` 没有 `{}`：请留空",
    ),
    (
        "`{}` is {}: give a whole number from {} to {}",
        "`{}` 是 {}：须为 {} 到 {} 的整数",
    ),
    ("`{}` needs `{}`: add {}", "`{}` 需要 `{}`：请填写"),
    ("`{}` has no `{}`, only `{}", "`{}` 没有 `{}`，只有 `{}"),
    (
        "no known operation is `{}`: did you mean {}?",
        "没有接口 `{}`。您要的是 {} 吗？",
    ),
    ("no known operation is `{}`", "没有接口 `{}`"),
    ("no known operation is {}", "没有接口 {}"),
    (
        "the path {} does not begin with `/`: {}",
        "路径 {} 须以 `/` 开头，不带协议和域名",
    ),
    (
        "the path {} has {}: {}",
        "路径 {} 无效：不能有查询参数、片段或空段",
    ),
    (
        "no request has the segment {} of the path {}: {}",
        "路径中的 {} 无效：路径是 {}",
    ),
];

/// A reason in Chinese. `None` if it is none of these.
pub(super) fn chinese(reason: &str) -> Option<String> {
    translated(reason, &REASONS)
}

/// A text in Chinese by these forms, with `{}` for each value. `None` if it has none of the forms.
pub(super) fn translated(text: &str, forms: &[(&str, &str)]) -> Option<String> {
    let mut forms = forms.iter();
    forms.find_map(|(english, chinese)| {
        let values = values(english, text)?;
        let mut parts = chinese.split("{}");
        let mut said = parts.next()?.to_owned();
        for (value, part) in values.into_iter().zip(parts) {
            said.push_str(value);
            said.push_str(part);
        }
        Some(said)
    })
}

/// The values in a text of a form. `None` if the text has another form.
fn values<'t>(form: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let Some((before, after)) = form.split_once("{}") else {
        return (form == text).then(Vec::new);
    };
    let text = text.strip_prefix(before)?;
    // A value ends at the next words of the form, or at the end of the text.
    let end = match after.split("{}").next() {
        None | Some("") => text.len(),
        Some(words) => text.find(words)?,
    };
    let (value, text) = text.split_at_checked(end)?;
    let mut values = values(after, text)?;
    values.insert(0, value);
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_its_values_in_chinese() {
        let cases = [
            ("the timestamp is 301 s old", Some("时间戳早于当前 301 秒")),
            (
                "the certificate of {} has the serial number 5F or 6A, and not \"7B\"",
                Some("{} 的证书序列号是 5F or 6A，不是 \"7B\""),
            ),
            ("not a URL", Some("通知地址不是 URL")),
            (
                "client error (Connect): tcp connect error: Connection refused (os error 111)",
                Some("连接被拒绝"),
            ),
            (
                "client error (SendRequest): connection closed before message completed",
                Some("未收到应答，连接已断开"),
            ),
            ("the timestamp is 301 s old, or more", None),
            ("", None),
        ];
        for (reason, expected) in cases {
            assert_eq!(chinese(reason).as_deref(), expected, "{reason}");
        }
    }
}
