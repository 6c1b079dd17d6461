//! The findings about a response that is refused, not verified, or signed with another key.

use wechatpay_client::{
    ApiError, SignatureHeader,
    error::{SignErrorDiagnosis, VerifyErrorKind},
};

use super::{calls::Problem, check::CheckResult};

pub(super) const UNCHANGED: &str =
    "let every proxy, gateway and WAF on the way forward bodies and headers byte for byte";

const LOST_HEADERS: &str = "on the way back, headers of the signature were lost";

/// The finding about a body that was changed, if the query, which has none, was accepted.
pub(super) fn changed_on_the_way(problem: Problem) -> CheckResult {
    match problem.check {
        "proxy" => problem.finding,
        _ => CheckResult::finding(
            "WeChat Pay accepts the signature of a query, but not that of a request with a body: something on the way changes bodies, but not their length",
        )
        .with_step("let every proxy, gateway and WAF on the way forward bodies byte for byte"),
    }
}

/// The problem of a signature that is not the one of the response, for a reason that no diagnosis names.
pub(super) fn of_mismatch(is_made_by_trusted_key: bool) -> Problem {
    if is_made_by_trusted_key {
        let detail = "on the way back, the body, `Wechatpay-Timestamp` or `Wechatpay-Nonce` was changed: the configured key made the signature, but of another message";
        return Problem::new("proxy", CheckResult::finding(detail).with_step(UNCHANGED));
    }
    Problem::signed(
        "served_key",
        CheckResult::finding(
            "the configured key did not make the signature of the response: the key is not the one of its ID, or `Wechatpay-Signature` was changed on the way",
        )
        .with_step("download `pub_key.pem` again, with its ID: 商户平台 → 账户中心 → API安全 → 微信支付公钥")
        .with_step(UNCHANGED),
    )
}

/// The finding about a public key that is configured under another ID than its own.
pub(super) fn wrong_id(served: &str, configured: &str) -> CheckResult {
    CheckResult::finding(format!(
        "WeChat Pay signed with the configured key, but names it {served}, not {configured}"
    ))
    .with_step("correct the ID: 商户平台 → 账户中心 → API安全 → 微信支付公钥")
}

/// The finding about a refusal with a code of WeChat Pay, which signs every refusal of an authentic request.
pub(super) fn of_unsigned(error: &ApiError) -> CheckResult {
    let names = [
        SignatureHeader::Timestamp,
        SignatureHeader::Nonce,
        SignatureHeader::Signature,
        SignatureHeader::Serial,
    ];
    let names = names.map(SignatureHeader::as_str).join(", ");
    of_lost_headers(&format!("at least one of {names} is missing ({error})")).with_step("if each forwards them, something on the way responded in place of WeChat Pay: check the base URL")
}

/// The finding about a signature that cannot be compared.
pub(super) fn of_damage(kind: &VerifyErrorKind) -> CheckResult {
    match kind {
        VerifyErrorKind::MissingHeader(name) => {
            of_lost_headers(&format!("{} is missing", name.as_str()))
        }
        kind => CheckResult::finding(format!(
            "on the way back, the signature was damaged: {kind}"
        ))
        .with_step(UNCHANGED),
    }
}

fn of_lost_headers(missing: &str) -> CheckResult {
    CheckResult::finding(format!("{LOST_HEADERS}: {missing}"))
        .with_step("let every proxy, gateway and WAF on the way forward the headers `Wechatpay-*`")
}

/// Tests if two findings are about one fault on the way: two calls may tell it in other words.
pub(super) fn is_same_fault(left: &CheckResult, right: &CheckResult) -> bool {
    let has_lost = |found: &CheckResult| found.detail.starts_with(LOST_HEADERS);
    left.detail == right.detail || has_lost(left) && has_lost(right)
}

/// The problem of a refusal that is signed, so that its own timestamp is not within 5 minutes of the local clock. Like the
/// `Date` of a refusal without a signature, the timestamp is a hint, which the repeated query proves.
pub(super) fn of_refused_time(ahead: i64) -> Problem {
    let cause = SignErrorDiagnosis::Clock {
        server_ahead: Some(ahead),
    };
    Problem {
        server_ahead: Some(ahead),
        ..Problem::new("clock", CheckResult::diagnosis(&cause.to_string()))
    }
}

/// The finding about a response whose timestamp is not within 5 minutes of the local clock.
pub(super) fn of_old_response(ahead: i64) -> CheckResult {
    let seconds = ahead.unsigned_abs();
    let side = if ahead < 0 { "before" } else { "after" };
    CheckResult::finding(format!(
        "the response was signed {seconds} s {side} the time of the local clock"
    ))
    .with_step(
        "set the clock of this machine by a time server (NTP); a proxy must not cache responses",
    )
}

/// The beginning of the body that arrived, which WeChat Pay shows in the detail of a refusal.
pub(super) fn arrived(error: &ApiError) -> Option<String> {
    let detail = error.detail()?;
    let message = detail.pointer("/sign_information/truncated_sign_message")?;
    // After the method, the path, the timestamp and the nonce.
    let body = message
        .as_str()?
        .splitn(5, '\n')
        .nth(4)?
        .trim_end_matches('\n');
    (!body.is_empty()).then(|| {
        format!(
            "; the body that arrived begins with `{}`",
            body.escape_debug()
        )
    })
}
