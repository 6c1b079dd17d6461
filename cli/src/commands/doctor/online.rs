//! Online checks: one signed query, and the published self-test.

use wechatpay_client::{Result, Sensitive, Verified};

use super::{
    calls::{Calls as _, Echo, Echoed, Keys, Problem, Responded},
    check::{CheckResult, Checks, must_be_right_first},
};
use crate::settings::Settings;

/// The checks in the order in which a problem hides the later ones.
const NAMES: [&str; 7] = [
    "connection",
    "clock",
    "signature",
    "served_key",
    "query",
    "proxy",
    "echo",
];

/// The findings with which a client can still be made.
const HARMLESS: [&str; 4] = [
    "file_modes",
    "certificate_expiry",
    "platform_certificate_expiry",
    "api_v3_key",
];

/// An order number that no order has. Its `@` is percent-encoded, which some proxies undo.
const NO_ORDER: &str = "wechatpay_doctor@0";

/// The message of the self-test. Every way to print JSON again changes one of its characters.
const MESSAGE: &str = "wechatpay doctor: 微信支付 </a&b>";

const SECRET: &str = "wechatpay doctor 加解密";

/// Skips all checks.
pub(super) fn skip(checks: &mut Checks, reason: &str) {
    for name in NAMES {
        checks.push(name, CheckResult::skipped(reason));
    }
}

pub(super) async fn check(settings: &Settings, notify_url: Option<&str>, checks: &mut Checks) {
    let obstacle = checks.findings().find(|name| !HARMLESS.contains(name));
    if let Some(name) = obstacle {
        return skip(checks, &must_be_right_first(name));
    }
    let keys = match keys(settings) {
        Ok(keys) => keys,
        Err(_) if checks.findings().any(|name| name == "api_v3_key") => {
            return skip(checks, &must_be_right_first("api_v3_key"));
        }
        Err(failure) => {
            let problem = Problem::new("connection", failure.into());
            return push_problem(checks, problem);
        }
    };
    let [network @ .., _, _] = &NAMES;
    match keys.sort(query(settings, &keys).await) {
        Ok(responded) => {
            push_proven(settings, &keys, &responded, checks);
            check_bodies(settings, &keys, notify_url, checks).await;
        }
        Err(problem) if problem.check == "proxy" => {
            let name = problem.check;
            for other in network {
                checks.push(other, CheckResult::skipped(must_be_right_first(name)));
            }
            check_changes(&keys, notify_url, problem, checks).await;
        }
        Err(problem) => push_problem(checks, problem),
    }
}

fn keys(settings: &Settings) -> crate::failure::Result<Keys> {
    let verifier = settings.verifier()?;
    let merchant = settings.merchant()?;
    let builder = wechatpay_client::Client::builder(merchant.clone(), verifier.clone());
    let client = settings
        .with_network(builder)?
        .build()
        .map_err(crate::failure::Failure::configuration)?;
    let options = settings.options();
    let host = match (&options.base_url, options.global) {
        (Some(url), _) => url.clone(),
        (None, true) => "https://apihk.mch.weixin.qq.com".to_owned(),
        (None, false) => "https://api.mch.weixin.qq.com".to_owned(),
    };
    Ok(Keys {
        client,
        merchant,
        verifier,
        host,
    })
}

async fn query(settings: &Settings, keys: &Keys) -> Result<Verified<serde_json::Value>> {
    let Keys {
        client, merchant, ..
    } = keys;
    if settings.options().brand_id.is_some() {
        client.query_brand().await
    } else if settings.options().global {
        client.query_global_order(NO_ORDER, merchant.mchid()).await
    } else {
        client.query_order(NO_ORDER, merchant.mchid()).await
    }
}

/// The checks that a verified response to the query proves.
fn push_proven(
    settings: &Settings,
    keys: &Keys,
    responded: &Responded<serde_json::Value>,
    checks: &mut Checks,
) {
    checks.push("connection", CheckResult::ok(&keys.host));
    checks.push(
        "clock",
        CheckResult::ok("within 5 minutes of WeChat Pay's clock"),
    );
    checks.push(
        "signature",
        CheckResult::ok("WeChat Pay accepts merchant number, serial number and private key"),
    );
    checks.push("served_key", served_key(settings, &responded.key_id));
    let detail = match &responded.body {
        Ok(_) => "the response is verified".to_owned(),
        Err(refusal) => format!("the response is verified: {refusal}"),
    };
    checks.push("query", CheckResult::ok(detail));
}

/// Compares the kind of key that signed a response with the configured one, which the request named.
fn served_key(settings: &Settings, key_id: &str) -> CheckResult {
    let is_public_key = key_id.starts_with("PUB_KEY_ID_");
    match (&settings.options().public_key_id, is_public_key) {
        (Some(id), false) => CheckResult::finding(format!(
            "the request named the public key {id}, but WeChat Pay signed with the platform certificate {key_id}"
        ))
        .with_step("compare the ID of the public key: 商户平台 → 账户中心 → API安全 → 微信支付公钥")
        .with_step("if it is right, complete the change from certificates to the public key there"),
        (_, true) => CheckResult::ok(format!("the public key {key_id}")),
        (None, false) => CheckResult::ok(format!("the platform certificate {key_id}")),
    }
}

/// The self-test after a query that was right: only its body, or a change of it, can be wrong.
async fn check_bodies(
    settings: &Settings,
    keys: &Keys,
    notify_url: Option<&str>,
    checks: &mut Checks,
) {
    let options = settings.options();
    if options.brand_id.is_some() || options.global {
        let reason = "the self-test is published only for merchants of the mainland";
        checks.push("proxy", CheckResult::skipped(reason));
        checks.push("echo", CheckResult::skipped(reason));
        return;
    }
    match keys.sort(echo(keys, notify_url).await) {
        Ok(responded) => {
            checks.push(
                "proxy",
                CheckResult::ok("bodies arrive as they were sent, in both directions"),
            );
            checks.push("echo", echoed(responded, notify_url));
        }
        Err(problem) if matches!(problem.check, "proxy" | "signature") => {
            checks.push("proxy", changed_on_the_way(problem));
            checks.push("echo", CheckResult::skipped(must_be_right_first("proxy")));
        }
        Err(problem) => {
            checks.push("proxy", CheckResult::skipped(must_be_right_first("echo")));
            checks.push("echo", problem.finding);
        }
    }
}

/// The finding about a body that was changed, if the query, which has none, was accepted.
fn changed_on_the_way(problem: Problem) -> CheckResult {
    match problem.check {
        "proxy" => problem.finding,
        _ => CheckResult::finding(
            "WeChat Pay accepts the signature of a query, but not that of a request with a body: something on the way changes bodies, but not their length",
        )
        .with_step("let every proxy, gateway and WAF on the way forward bodies byte for byte"),
    }
}

/// The self-test after a query whose response was changed on the way: finds if requests are changed too.
async fn check_changes(
    keys: &Keys,
    notify_url: Option<&str>,
    problem: Problem,
    checks: &mut Checks,
) {
    let mut finding = problem.finding;
    let echoed = keys.sort(echo(keys, notify_url).await);
    let is_other =
        |other: &Problem| other.check == "proxy" && other.finding.detail != finding.detail;
    if let Some(other) = echoed.err().filter(is_other) {
        finding.detail = format!("{}; and {}", finding.detail, other.finding.detail);
        finding.to_do.extend(other.finding.to_do);
    }
    checks.push("proxy", finding);
    checks.push("echo", CheckResult::skipped(must_be_right_first("proxy")));
}

async fn echo(keys: &Keys, notify_url: Option<&str>) -> Result<Verified<Echoed>> {
    let body = Echo {
        notify_url: notify_url.map(str::to_owned),
        encrypted_echo_message: Sensitive::new(SECRET),
        echo_message: MESSAGE,
    };
    keys.client.echo(&body).await
}

fn echoed(responded: Responded<Echoed>, notify_url: Option<&str>) -> CheckResult {
    let echoed = match responded.body {
        Ok(echoed) => echoed,
        // The self-test is not documented for every kind of merchant. The refusal is verified, so the keys are right.
        Err(refusal) => return CheckResult::skipped(format!("WeChat Pay refused it: {refusal}")),
    };
    if echoed.echo_message != MESSAGE {
        return CheckResult::finding(format!(
            "WeChat Pay received another message: `{}`",
            echoed.echo_message.escape_debug()
        ))
        .with_step("let every proxy, gateway and WAF on the way forward bodies byte for byte");
    }
    let decrypted = match &echoed.encrypted_echo_message {
        Some(message) if message.expose() != SECRET => {
            return CheckResult::finding("the encrypted message came back as another one")
                .with_step("compare the public key and its ID with the merchant platform");
        }
        Some(_) => "encrypted, decrypted, ",
        None => "",
    };
    let sent = notify_url.map(|url| {
        format!("; WeChat Pay sends SECURITY_ECHO.SUCCESS to {url}: look for it in the log of your server")
    });
    CheckResult::ok(format!(
        "signed, {decrypted}verified{}",
        sent.unwrap_or_default()
    ))
}

/// Adds the finding. Checks before it are right if the finding proves them; all others are skipped.
fn push_problem(checks: &mut Checks, problem: Problem) {
    let Problem { check, finding } = problem;
    let reason = must_be_right_first(check);
    let mut finding = Some(finding);
    for name in NAMES {
        let result = match (name, check) {
            (name, check) if name == check => finding.take(),
            ("connection", "clock" | "signature" | "served_key" | "proxy") => {
                Some(CheckResult::ok("a server responded"))
            }
            // WeChat Pay checks the time before the signature.
            ("clock", "signature") => {
                Some(CheckResult::ok("within 5 minutes of WeChat Pay's clock"))
            }
            _ => None,
        };
        let result = result.unwrap_or_else(|| CheckResult::skipped(&*reason));
        checks.push(name, result);
    }
}
