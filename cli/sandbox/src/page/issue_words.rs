//! Issues of parameters in Chinese: the words in the `detail` of a `PARAM_ERROR`. Their English texts are made by the
//! checks of the gateway, the facts and the products.

use super::reason_words::translated;

/// Issues, with `{}` for each value.
const ISSUES: [(&str, &str); 59] = [
    ("sign not match", "签名不匹配"),
    ("is missing: send the member", "缺失：请填写此项"),
    (
        "is missing: send the member, or {}",
        "缺失：请填写此项，或填写 {}",
    ),
    ("is missing: send the parameter", "缺失：请填写此参数"),
    (
        "is missing: send the parameter, or {}",
        "缺失：请填写此参数，或填写 {}",
    ),
    ("is missing: send the value", "缺失：请填写路径中的值"),
    ("is missing: send the header", "缺失：请填写此请求头"),
    ("is empty: send a value", "为空：请填写"),
    (
        "is repeated: send the parameter once",
        "重复：此参数只能出现一次",
    ),
    (
        "is repeated: send the part once",
        "重复：表单中此部分只能出现一次",
    ),
    (
        "is unknown: correct the name, or leave the member or parameter out",
        "未知：请改正名称，或去掉此项",
    ),
    (
        "is no JSON object: send an object",
        "不是 JSON 对象：请发送对象",
    ),
    (
        "is not `multipart/form-data`: send the file in a form",
        "不是 `multipart/form-data`：请用表单发送文件",
    ),
    (
        "is `multipart/form-data`: send the body as JSON, because the operation takes no file",
        "是 `multipart/form-data`：此接口不收文件，请发送 JSON",
    ),
    (
        "is not `application/json`: send this type with a JSON body",
        "不是 `application/json`：发送 JSON 时须用此类型",
    ),
    (
        "is no time of RFC 3339: send a time such as {}",
        "不是 RFC 3339 格式的时间：正确的如 {}",
    ),
    (
        "is not encrypted with the key that `Wechatpay-Serial` names: encrypt the value with that key",
        "没有用 `Wechatpay-Serial` 所指的密钥加密：请用该密钥加密",
    ),
    (
        "is unlisted: send a value that the documentation lists",
        "不在枚举范围内：请填写文档中列出的值",
    ),
    (
        "has 1 character: lengthen the text to at least {}",
        "有 1 个字符：至少须有 {} 个",
    ),
    (
        "has {} characters: lengthen the text to at least {}",
        "有 {} 个字符：至少须有 {} 个",
    ),
    (
        "has {} characters: shorten the text to at most {}",
        "有 {} 个字符：最多 {} 个",
    ),
    (
        "has 1 item: send at least {}",
        "有 1 个元素：至少须有 {} 个",
    ),
    (
        "has {} items: send at least {}",
        "有 {} 个元素：至少须有 {} 个",
    ),
    ("has {} items: send at most {}", "有 {} 个元素：最多 {} 个"),
    ("is {}: send at least {}", "是 {}：不能小于 {}"),
    ("is {}: send at most {}", "是 {}：不能大于 {}"),
    (
        "does not match {}: send a text of this form",
        "与 {} 不匹配：请填写此格式的文本",
    ),
    (
        "has a blank or a control character: remove the character",
        "有空白或控制字符：请去掉",
    ),
    (
        "is no URL: write `https://host/path`, percent-encoded",
        "不是 URL：请填写经百分号编码的 `https://host/path`",
    ),
    (
        "is not `https`: WeChat Pay sends notifications only by `https`",
        "不是 `https`：微信支付只用 `https` 发送通知",
    ),
    (
        "has a user or a password: leave them out",
        "有用户名或密码：请去掉",
    ),
    (
        "has a query: leave the query out, and tell notifications apart by the path",
        "有查询参数：请去掉，用路径区分通知",
    ),
    (
        "has a fragment: leave the part after `#` out",
        "有片段：请去掉 `#` 之后的部分",
    ),
    (
        "has no valid host: {}",
        "主机名无效：须由字母、数字、连字符和点组成",
    ),
    (
        "has no valid port: write a number from 1 to 65535, or no port",
        "端口无效：须为 1 到 65535，或不写端口",
    ),
    (
        "has a path that is not percent-encoded: encode the path",
        "路径没有做百分号编码：请编码",
    ),
    ("the body is not JSON", "请求报文主体不是 JSON"),
    (
        "the body is a JSON string, not an object: it was encoded twice",
        "请求报文主体是 JSON 字符串，不是对象：编码了两次",
    ),
    (
        "the body is not a JSON object",
        "请求报文主体不是 JSON 对象",
    ),
    (
        "the body is nested too deep: at most 127 levels are read",
        "请求报文主体嵌套过深：最多 127 层",
    ),
    (
        "the body is not readable: a number is out of range",
        "请求报文主体无法读取：有数值超出范围",
    ),
    ("not JSON", "不是 JSON"),
    (
        "null is not allowed: leave the member out",
        "不能为 null：请去掉此项",
    ),
    ("the form has no part `meta`", "表单中没有 `meta`"),
    ("the meta is not JSON", "`meta` 不是 JSON"),
    ("the file is required", "缺少文件"),
    ("required", "缺失：此项必填"),
    ("does not match the file", "与文件不一致"),
    ("the form has a file already", "表单中有多个文件"),
    ("is less than 1: send 1 fen or more", "小于 1：至少 1 分"),
    (
        "is more than {}: send {} fen or less",
        "大于 {}：最多 {} 分",
    ),
    ("is not `CNY`: send `CNY`", "不是 `CNY`：请填写 `CNY`"),
    (
        "has the length {}: send {} to {} sub-orders",
        "有 {} 个子单：须为 {} 到 {} 个",
    ),
    (
        "has the length {}: send {} to {} receivers",
        "有 {} 个接收方：须为 {} 到 {} 个",
    ),
    (
        "is not in the future by the clock of the sandbox: send a later time",
        "按沙箱时钟不晚于当前时间：请填写更晚的时间",
    ),
    (
        "is missing: a refund to a card of the user names the card",
        "缺失：退款到用户银行卡须填写银行卡信息",
    ),
    (
        "is no time: send one such as 20091225091010, or a day such as 20091225",
        "不是时间：须为 20091225091010 这样的时间或 20091225 这样的日期",
    ),
    (
        "is named twice: name each account once",
        "重复：每个账户只能出现一次",
    ),
    (
        "has the sum {}: the amounts add up to `refund`, which is {}",
        "金额之和为 {}：须等于退款金额 `refund`，即 {}",
    ),
];

/// Values of a wrong type, and the types that are needed.
const TYPES: [(&str, &str); 12] = [
    ("`null`", "null"),
    ("a truth value", "布尔值"),
    ("a number with a fraction", "小数"),
    (
        "written with a decimal point or an exponent",
        "带小数点或指数的数值",
    ),
    (
        "beyond the range of signed 64-bit integers",
        "超出 64 位有符号整数范围的数值",
    ),
    ("a number", "数值"),
    ("a text", "字符串"),
    ("a list", "数组"),
    ("an object", "对象"),
    ("an integer", "整数"),
    ("`true` or `false`", "`true` 或 `false`"),
    ("a text of JSON", "JSON 文本"),
];

/// An issue in Chinese. `None` if it is none of these.
pub(super) fn chinese(issue: &str) -> Option<String> {
    translated(issue, &ISSUES).or_else(|| wrong_type(issue))
}

fn wrong_type(issue: &str) -> Option<String> {
    let (found, wanted) = issue.strip_prefix("is ")?.split_once(": send ")?;
    let name = |english: &str| {
        let mut types = TYPES.iter();
        types.find_map(|(known, chinese)| (*known == english).then_some(*chinese))
    };
    Some(format!("是{}：须为{}", name(found)?, name(wanted)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_has_its_values_in_chinese() {
        let cases = [
            ("is missing: send the member", Some("缺失：请填写此项")),
            (
                "is missing: send the member, or `openid`",
                Some("缺失：请填写此项，或填写 `openid`"),
            ),
            (
                "has 33 characters: shorten the text to at most 32",
                Some("有 33 个字符：最多 32 个"),
            ),
            ("is 0: send at least 1", Some("是 0：不能小于 1")),
            ("is a text: send an integer", Some("是字符串：须为整数")),
            ("is something else: send it", None),
        ];
        for (issue, expected) in cases {
            assert_eq!(chinese(issue).as_deref(), expected, "{issue}");
        }
    }
}
