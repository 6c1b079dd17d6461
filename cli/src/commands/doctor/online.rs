//! Online checks: one signed query, and the published self-test.

use wechatpay_client::{Result, Sensitive, Verified};

use super::{
    caller::Caller,
    calls::{Calls as _, Echo, Echoed, Keys, Problem, Responded},
    check::{CheckResult, Checks, State, must_be_right_first},
    key_download,
    merchant::Files,
    response::{changed_on_the_way, is_same_fault, wrong_id},
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

/// An order number that no order has. Its `@` is percent-encoded, which some proxies undo.
const NO_ORDER: &str = "wechatpay_doctor@0";

/// The message of the self-test. Every way to print JSON again changes one of its characters.
const MESSAGE: &str = "wechatpay doctor: 微信支付 </a&b>";

const SECRET: &str = "wechatpay doctor 加解密";

/// In seconds.
const DAY: u64 = 86_400;

const SAME_TIME: &str = "within 5 minutes of WeChat Pay's clock";

/// Skips all checks.
pub(super) fn skip(checks: &mut Checks, reason: &str) {
    for name in NAMES {
        checks.push(name, CheckResult::skipped(reason));
    }
}

pub(super) async fn check(
    settings: &Settings,
    files: &Files,
    notify_url: Option<&str>,
    checks: &mut Checks,
) {
    const NETWORK: &str = "network_settings";
    if checks.is_in_state(NETWORK, State::Finding) {
        return skip(checks, &must_be_right_first(NETWORK));
    }
    let mut results = Results::default();
    let made = Caller::new(settings, files, checks);
    match made.and_then(|caller| Ok((caller.keys(0)?, caller))) {
        Ok((keys, caller)) => {
            let session = Session {
                settings,
                caller,
                notify_url,
            };
            session.run(keys, &mut results).await;
        }
        Err(failure) => results.add(Problem::new("connection", failure.into())),
    }
    results.push_to(checks);
}

/// The results so far, by the place of their names.
#[derive(Default)]
struct Results {
    results: [Option<CheckResult>; NAMES.len()],
    /// The reason of the checks without a result: the first problem.
    reason: Option<String>,
    /// The result about the APIv3 key, in place of the offline one.
    api_v3_key: Option<CheckResult>,
}

impl Results {
    /// Sets a result. An earlier result of the same check stays, except that a finding replaces one that was right.
    fn set(&mut self, name: &str, result: CheckResult) {
        let mut places = NAMES.iter().zip(&mut self.results);
        if let Some((_, place)) = places.find(|(known, _)| **known == name) {
            let is_new_finding = result.state == State::Finding
                && place
                    .as_ref()
                    .is_some_and(|earlier| earlier.state == State::Ok);
            if place.is_none() || is_new_finding {
                *place = Some(result);
            }
        }
    }

    /// Adds a problem, and the checks that it proves to be right.
    fn add(&mut self, problem: Problem) {
        let Problem {
            check,
            finding,
            is_signed,
            ..
        } = problem;
        if check != "connection" && check != "query" {
            self.set("connection", CheckResult::ok("a server responded"));
        }
        // WeChat Pay checks the time before the signature, and signs only responses to accepted signatures.
        if check == "signature" || is_signed {
            self.set("clock", CheckResult::ok(SAME_TIME));
        }
        if is_signed {
            self.set(
                "signature",
                CheckResult::ok("WeChat Pay accepted the request, because its response is signed"),
            );
        }
        self.set(check, finding);
        self.hide(check);
    }

    /// Skips the checks without a result because of a finding.
    fn hide(&mut self, name: &str) {
        self.reason.get_or_insert_with(|| must_be_right_first(name));
    }

    fn push_to(self, checks: &mut Checks) {
        if let Some(result) = self.api_v3_key {
            checks.replace("api_v3_key", result);
        }
        let reason = self.reason.unwrap_or_default();
        for (name, result) in NAMES.into_iter().zip(self.results) {
            checks.push(
                name,
                result.unwrap_or_else(|| CheckResult::skipped(&*reason)),
            );
        }
    }
}

/// The result of the query.
type Queried = Result<Responded<serde_json::Value>, Problem>;

/// The calls of one run.
struct Session<'a> {
    settings: &'a Settings,
    caller: Caller<'a>,
    notify_url: Option<&'a str>,
}

impl Session<'_> {
    async fn run(&self, mut keys: Keys, results: &mut Results) {
        let mut sorted = keys.sort(self.query(&keys).await);
        if let Err(problem) = &sorted
            && let Some((corrected, repeated)) = self.with_time_of(problem).await
        {
            results.set("connection", CheckResult::ok("a server responded"));
            results.set("clock", corrected_clock(problem));
            (keys, sorted) = (corrected, repeated);
        }
        if let Err(problem) = &sorted
            && let Some((corrected, repeated)) = self.with_id_of(problem, keys.ahead).await
        {
            let ids = [&problem.served_id, &self.settings.options().public_key_id];
            let [served, configured] = ids.map(|id| id.as_deref().unwrap_or_default());
            // The same ID was not in use, because another setting is wrong.
            if served != configured {
                results.set("served_key", wrong_id(served, configured));
            }
            (keys, sorted) = (corrected, repeated);
        }
        match sorted {
            Ok(responded) => {
                self.add_proven(&keys, &responded, results);
                self.check_bodies(&keys, results).await;
                results.api_v3_key =
                    key_download::check(self.settings, &self.caller, keys.ahead).await;
            }
            Err(problem) => self.check_hidden(&keys, problem, results).await,
        }
    }

    /// Repeats a query that WeChat Pay refused because of its time, with WeChat Pay's time. `None` if the clock is not the
    /// problem, or WeChat Pay refuses its own time too.
    async fn with_time_of(&self, problem: &Problem) -> Option<(Keys, Queried)> {
        let keys = self.caller.keys(problem.server_ahead?).ok()?;
        let repeated = keys.sort(self.query(&keys).await);
        let is_clock = matches!(&repeated, Err(problem) if problem.check == "clock");
        (!is_clock).then_some((keys, repeated))
    }

    /// Repeats a query whose response names another ID than that of the public key, with the key under this ID. `None` if
    /// another key signed.
    async fn with_id_of(&self, problem: &Problem, ahead: i64) -> Option<(Keys, Queried)> {
        let id = problem.served_id.as_deref()?;
        let keys = self.caller.keys_with_id(ahead, id)?;
        let repeated = keys.sort(self.query(&keys).await);
        // A change on the way is proven only by the key that signed.
        let is_signer = match &repeated {
            Ok(_) => true,
            Err(problem) => problem.check == "proxy",
        };
        is_signer.then_some((keys, repeated))
    }

    async fn query(&self, keys: &Keys) -> Result<Verified<serde_json::Value>> {
        let Keys {
            client, merchant, ..
        } = keys;
        if self.settings.options().brand_id.is_some() {
            client.query_brand().await
        } else if self.settings.options().global {
            client.query_global_order(NO_ORDER, merchant.mchid()).await
        } else {
            client.query_order(NO_ORDER, merchant.mchid()).await
        }
    }

    /// The checks that a verified response to the query proves.
    fn add_proven(
        &self,
        keys: &Keys,
        responded: &Responded<serde_json::Value>,
        results: &mut Results,
    ) {
        results.set("connection", CheckResult::ok(&keys.host));
        results.set("clock", CheckResult::ok(SAME_TIME));
        results.set(
            "signature",
            CheckResult::ok(match &self.caller.corrected_mchid {
                None if self.settings.options().brand_id.is_some() => {
                    "WeChat Pay accepts brand number, serial number and private key".to_owned()
                }
                None => "WeChat Pay accepts merchant number, serial number and private key".to_owned(),
                Some(mchid) => format!(
                    "WeChat Pay accepts serial number and private key with {mchid}, the merchant number of the certificate"
                ),
            }),
        );
        results.set("served_key", served_key(self.settings, &responded.key_id));
        let detail = match &responded.body {
            Ok(_) => "the response is verified".to_owned(),
            Err(refusal) => format!("the response is verified: {refusal}"),
        };
        results.set("query", CheckResult::ok(detail));
    }

    /// The self-test after a query that was right: only its body, or a change of it, can be wrong.
    async fn check_bodies(&self, keys: &Keys, results: &mut Results) {
        if !self.has_echo() {
            let reason = "the self-test is published only for merchants of the mainland";
            results.set("proxy", CheckResult::skipped(reason));
            results.set("echo", CheckResult::skipped(reason));
            return;
        }
        match self.echo(keys).await {
            Ok(responded) => {
                results.set(
                    "proxy",
                    CheckResult::ok("bodies arrive as they were sent, in both directions"),
                );
                results.set("echo", echoed(responded, self.notify_url));
            }
            Err(problem) if matches!(problem.check, "proxy" | "signature") => {
                // A command that changes the message signs some requests rightly.
                let known = self.caller.without_signature;
                let skipped = known.map(|known| CheckResult::skipped(must_be_right_first(known)));
                let result = skipped.unwrap_or_else(|| changed_on_the_way(problem));
                results.set("proxy", result);
                results.hide(known.unwrap_or("proxy"));
            }
            Err(problem) => {
                results.set("echo", problem.finding);
                results.hide("echo");
            }
        }
    }

    /// Adds the problem of the query, and the change of the self-test's body on the way, which a refusal tells too.
    async fn check_hidden(&self, keys: &Keys, mut problem: Problem, results: &mut Results) {
        let may_tell = matches!(problem.check, "signature" | "served_key" | "proxy");
        let changed = match may_tell && self.has_echo() {
            true => self.echo(keys).await.err(),
            false => None,
        };
        let changed = changed.filter(|other| other.check == "proxy");
        if let Some(changed) = changed {
            match problem.check {
                "proxy" if !is_same_fault(&problem.finding, &changed.finding) => {
                    let detail = format!("; and {}", changed.finding.detail);
                    problem.finding.detail += &detail;
                    problem.finding.to_do.extend(changed.finding.to_do);
                }
                "proxy" => {}
                _ => results.set("proxy", changed.finding),
            }
        }
        let known = match problem.check {
            "signature" => self.caller.without_signature,
            // Another merchant has another public key.
            "served_key"
                if problem.served_id.is_some() && self.caller.corrected_mchid.is_some() =>
            {
                Some("certificate_mchid")
            }
            "served_key" => self.caller.without_key,
            _ => None,
        };
        if let Some(known) = known {
            problem.finding = CheckResult::skipped(must_be_right_first(known));
            results.hide(known);
        }
        results.add(problem);
    }

    /// Tests if the self-test is published for the merchant.
    fn has_echo(&self) -> bool {
        let options = self.settings.options();
        options.brand_id.is_none() && !options.global
    }

    async fn echo(&self, keys: &Keys) -> Result<Responded<Echoed>, Problem> {
        let body = Echo {
            notify_url: self.notify_url.map(str::to_owned),
            encrypted_echo_message: Sensitive::new(SECRET),
            echo_message: MESSAGE,
        };
        match self.settings.options().sign_with {
            None => keys.sort(keys.client.echo(&body).await),
            Some(_) => keys.echo_undecrypted(&body).await,
        }
    }
}

/// The finding about a clock, after WeChat Pay's time was used in its place.
fn corrected_clock(problem: &Problem) -> CheckResult {
    let mut finding = problem.finding.clone();
    finding.detail += "; the following checks use WeChat Pay's time";
    let ahead = problem.server_ahead.unwrap_or_default();
    match ahead.unsigned_abs() > DAY {
        true => finding.with_step(
            "then run the check again: the dates of certificates were compared with the wrong clock",
        ),
        false => finding,
    }
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
