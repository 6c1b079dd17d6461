//! The faults in Chinese. Their English descriptions are with the faults themselves.

/// Names and descriptions.
const DESCRIPTIONS: [(&str, &str); 20] = [
    ("wrong-signature", "签名对应另一段内容，验签失败"),
    ("altered-body", "签名后改动了报文主体的最后一个字节"),
    ("stale-timestamp", "时间戳早于当前十分钟，如同重放"),
    ("future-timestamp", "时间戳晚于当前十分钟"),
    ("unknown-key-id", "Wechatpay-Serial 指向不存在的密钥"),
    ("missing-timestamp", "缺少 Wechatpay-Timestamp"),
    ("missing-nonce", "缺少 Wechatpay-Nonce"),
    ("missing-signature", "缺少 Wechatpay-Signature"),
    ("missing-serial", "缺少 Wechatpay-Serial"),
    (
        "missing-signature-type",
        "缺少 Wechatpay-Signature-Type（可选的请求头）",
    ),
    ("signature-probe", "签名探测流量，验签必须失败"),
    ("truncated-body", "报文主体在中间被截断"),
    ("oversize-body", "报文主体用空格填充到 bytes 字节"),
    ("drop-before-read", "连接断开，请求未执行"),
    ("drop-after-read", "请求已执行，连接断开，没有应答"),
    (
        "delay",
        "应答延迟 milliseconds 毫秒；后来的通知先于延迟的通知到达",
    ),
    ("system-error", "500 SYSTEM_ERROR"),
    ("frequency-limited", "429 FREQUENCY_LIMITED"),
    ("bad-gateway", "微信支付前的代理返回无签名的 502"),
    ("duplicate", "通知送达后再次发送"),
];

/// The description of a fault in Chinese.
pub(super) fn chinese(name: &str) -> Option<&'static str> {
    let mut descriptions = DESCRIPTIONS.iter();
    let known = descriptions.find(|(known, _)| *known == name);
    known.map(|(_, description)| *description)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::KNOWN;

    #[test]
    fn every_fault_has_words_in_chinese() {
        let names: Vec<_> = KNOWN.iter().map(|known| known.name).collect();
        assert_eq!(DESCRIPTIONS.map(|(name, _)| name), *names);
        assert_eq!(chinese("system-error"), Some("500 SYSTEM_ERROR"));
        assert_eq!(chinese("x"), None);
    }
}
