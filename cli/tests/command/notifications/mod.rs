//! `wechatpay trigger` against servers that are right, and that are wrong each in one way.

mod server;

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

use serde_json::{Value, json};
use server::{Server, Wrong};
use tempfile::TempDir;

/// A folder with test keys.
struct Folder(TempDir);

impl Folder {
    /// A folder with keys that the command made.
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        assert!(run(folder.path(), &["--show-keys"]).status.success());
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn keys(&self) -> PathBuf {
        self.path().join("wechatpay-test-keys")
    }

    async fn trigger(&self, arguments: &[&str]) -> Output {
        let folder = self.path().to_owned();
        let arguments: Vec<_> = arguments.iter().map(|text| (*text).to_owned()).collect();
        let run = move || {
            let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            run(&folder, &arguments)
        };
        tokio::task::spawn_blocking(run).await.unwrap()
    }

    /// The report of the conformance of a server, and the exit code.
    async fn conformance(&self, wrong: Wrong, arguments: &[&str]) -> (Value, i32) {
        let (_server, url) = Server::start(wrong, &self.keys()).await;
        let all = [&["--conformance", &url], arguments].concat();
        let output = self.trigger(&all).await;
        (json(&output), output.status.code().unwrap())
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechatpay"));
    command.env_clear().env("HOME", folder).current_dir(folder);
    command.env("PATH", "/usr/bin:/bin");
    command.arg("trigger").args(arguments).output().unwrap()
}

#[track_caller]
fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// The message and the cures of a failure.
#[track_caller]
fn failure(output: &Output) -> (String, String) {
    failure_with(3, output)
}

/// The message and the cures of a failure with an exit code.
#[track_caller]
fn failure_with(code: i32, output: &Output) -> (String, String) {
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let failure: Value = serde_json::from_slice(&output.stderr).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cures = failure["cures"].as_array().unwrap().iter().map(text);
    (
        text(&failure["error"]),
        cures.collect::<Vec<_>>().join("\n"),
    )
}

/// The names of the checks in a state.
fn checks(report: &Value, state: &str) -> Vec<String> {
    let checks = report["checks"].as_array().unwrap().iter();
    let checks = checks.filter(|check| check["state"] == state);
    let name = |check: &Value| check["name"].as_str().unwrap().to_owned();
    checks.map(name).collect()
}

const EFFECTS: [&str; 2] = ["--effects", "cat count"];
/// The resource of a service provider, with the amount that the servers expect.
const PARTNER: [&str; 4] = ["--resource-of", "pay-partner", "-s", "amount.total=100"];
const DIRECT: [&str; 2] = ["-s", "amount.total=100"];

#[tokio::test(flavor = "multi_thread")]
async fn a_right_server_gets_all_right() {
    let folder = Folder::new();
    let (report, code) = folder
        .conformance(Wrong::Nothing, &[&EFFECTS[..], &PARTNER].concat())
        .await;
    assert_eq!(code, 0, "{report:#}");
    let all = [
        "right",
        "same_again",
        "signature_probe",
        "wrong_signature",
        "altered_body",
        "old_timestamp",
        "two_at_once",
        "wrong_amount",
        "other_sub_merchant",
    ];
    assert_eq!(checks(&report, "ok"), all, "{report:#}");
    let counts = ["ok", "findings", "notes", "undecided", "skipped"];
    assert_eq!(counts.map(|name| report[name].clone()), [9, 0, 0, 0, 0]);

    let (report, code) = folder.conformance(Wrong::Nothing, &DIRECT).await;
    assert_eq!(code, 1);
    assert_eq!(checks(&report, "finding"), [""; 0]);
    assert_eq!(
        checks(&report, "undecided"),
        ["same_again", "two_at_once", "wrong_amount"]
    );
    assert_eq!(checks(&report, "skipped"), ["other_sub_merchant"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_wrong_in_one_way_gets_one_finding() {
    let effects = [&EFFECTS[..], &PARTNER].concat();
    for (wrong, arguments, expected) in [
        (Wrong::Signature, &DIRECT[..], "wrong_signature"),
        (Wrong::MissingSignature, &DIRECT, "wrong_signature"),
        (Wrong::Probe, &DIRECT, "signature_probe"),
        (Wrong::AlteredBody, &DIRECT, "altered_body"),
        (Wrong::AlteredBody, &effects, "altered_body"),
        (Wrong::Timestamp, &DIRECT, "old_timestamp"),
        (Wrong::RefusesRepeated, &DIRECT, "same_again"),
        (Wrong::RefusesOrder, &DIRECT, "same_again"),
        (Wrong::RefusesOrder, &effects, "same_again"),
        (Wrong::Repeats, &effects, "same_again"),
        (Wrong::Race, &effects, "two_at_once"),
        (Wrong::Amount, &effects, "wrong_amount"),
        (Wrong::SubMerchant, &effects, "other_sub_merchant"),
        (Wrong::HandlesForged, &effects, "wrong_signature"),
        (Wrong::Redirects, &DIRECT, "right"),
        (Wrong::Closes, &DIRECT, "right"),
        (Wrong::RedirectsForged, &DIRECT, "wrong_signature"),
        (Wrong::ClosesForged, &DIRECT, "wrong_signature"),
        (Wrong::RedirectsSome, &DIRECT, "signature_probe"),
        (Wrong::FailsWith200, &DIRECT, "wrong_signature"),
        (Wrong::FailsAlways, &DIRECT, "wrong_signature"),
        (Wrong::Breaks, &DIRECT, "right"),
        (Wrong::Ends, &DIRECT, "right"),
    ] {
        let folder = Folder::new();
        let (report, code) = folder.conformance(wrong, arguments).await;
        assert_eq!(code, 1, "{wrong:?}: {report:#}");
        assert_eq!(
            checks(&report, "finding"),
            [expected],
            "{wrong:?}: {report:#}"
        );
        assert_eq!(report["findings"], 1);
    }
}

/// Without `--effects`, no reply shows how often an order was handled.
#[tokio::test(flavor = "multi_thread")]
async fn the_summary_names_what_is_not_decided() {
    let folder = Folder::new();
    let (_server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let last_line = async |arguments: &[&str], code: i32| {
        let all = [&["--output", "text", "--conformance", &url], arguments].concat();
        let output = folder.trigger(&all).await;
        assert_eq!(output.status.code(), Some(code), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        (text.lines().last().unwrap().to_owned(), text)
    };
    let (line, text) = last_line(&DIRECT, 1).await;
    assert_eq!(
        line,
        "Not all decided: 5 of 9 checks passed; undecided: same again, two at once, wrong amount; \
         skipped: other sub-merchant"
    );
    let cure = "    → give --effects COMMAND, which prints the number of handled orders\n";
    assert_eq!(text.matches(cure).count(), 3, "{text}");
    assert_eq!(
        last_line(&[&EFFECTS[..], &PARTNER].concat(), 0).await.0,
        "All right: 9 of 9 checks passed"
    );
}

/// Each run makes a new order number, unless the user gives one.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_knows_no_such_order_is_not_sent_to_its_keys() {
    const KEYS: &str = "give the server the test keys (`wechatpay trigger --show-keys`), verify the bytes of the body as they arrive, before anything parses them, and exempt the path from logins and CSRF checks";
    const LOG: &str = "look into the log of the server";
    const NEW: &str = "is new in this run, and the server may know no such number: give one that the server has with -s out_trade_no=NUMBER";
    let folder = Folder::new();
    let without_number = |cure: &str| {
        let mut words: Vec<_> = cure.split(' ').collect();
        for word in &mut words {
            if word.starts_with("TEST") {
                *word = "N";
            }
        }
        words.join(" ")
    };
    for (status, expected, expected_of_one) in [
        (
            404,
            format!("the out_trade_no N {NEW}"),
            format!("check the path: the server takes no POST there; or the out_trade_no N {NEW}"),
        ),
        (
            401,
            format!("{KEYS}; or the out_trade_no N {NEW}"),
            format!("{KEYS}; or the out_trade_no N {NEW}"),
        ),
        (
            500,
            format!("{LOG}; or the out_trade_no N {NEW}"),
            format!("{LOG}; or the out_trade_no N {NEW}"),
        ),
        (
            405,
            "check the path: the server takes no POST there".to_owned(),
            "check the path: the server takes no POST there".to_owned(),
        ),
    ] {
        let wrong = Wrong::UnknownOrder(status);
        let (report, code) = folder.conformance(wrong, &DIRECT).await;
        let [name, _, cure] = &details(&report)[0];
        assert_eq!((code, &**name), (1, "right"), "{report:#}");
        assert_eq!(without_number(cure), expected, "{status}");
        let (_server, url) = Server::start(wrong, &folder.keys()).await;
        let output = folder.trigger(&["TRANSACTION.SUCCESS", "--to", &url]).await;
        let report = json(&output);
        let cure = report["attempts"][0]["cure"].as_str().unwrap();
        assert_eq!(without_number(cure), expected_of_one, "{status}");
        let set = [
            &["TRANSACTION.SUCCESS", "--to", &url][..],
            &["-s", "out_trade_no=T1"],
        ];
        let report = json(&folder.trigger(&set.concat()).await);
        let cure = report["attempts"][0]["cure"].as_str().unwrap();
        assert!(!cure.contains("out_trade_no"), "{cure}");
    }
}

/// The name, the detail without its milliseconds, and the cure of each check that is neither ok nor undecided.
fn details(report: &Value) -> Vec<[String; 3]> {
    let checks = report["checks"].as_array().unwrap().iter();
    let checks = checks.filter(|check| check["state"] != "ok" && check["state"] != "undecided");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let detail = |check: &Value| {
        let detail = text(&check["detail"]);
        let mut words: Vec<_> = detail.split(' ').collect();
        for index in 1..words.len().saturating_sub(1) {
            if (words[index - 1], words[index + 1].get(..2)) == ("in", Some("ms")) {
                words[index] = "N";
            }
        }
        let detail = words.join(" ");
        [text(&check["name"]), detail, text(&check["cure"])]
    };
    checks.map(detail).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_fault_in_several_checks_is_one_finding_that_names_them() {
    const STATUS: &str = "WeChat Pay reads only the status, and takes this notification as received: \
        reply with 4xx or 5xx to have it sent again";
    const REFUSE: &str = "reply with 401 to a notification that does not verify";
    let folder = Folder::new();
    let seen = "not judged, see wrong signature: mend that first";
    let accepts = "not judged, because the server accepts wrong signatures: mend that first";
    for (wrong, reply, skipped) in [
        (
            Wrong::RedirectsForged,
            "302 in N ms: neither accepted nor refused; the same for signature probe, altered body, old timestamp",
            seen,
        ),
        (
            Wrong::ClosesForged,
            "no reply: connection closed before message completed: neither accepted nor refused; the same for signature probe, altered body, old timestamp",
            seen,
        ),
        (
            Wrong::FailsWith200,
            "accepted: signature of another message, no Wechatpay-Signature, though the body says FAIL",
            accepts,
        ),
    ] {
        let (report, _) = folder.conformance(wrong, &PARTNER).await;
        let cure = if wrong == Wrong::FailsWith200 {
            STATUS
        } else {
            REFUSE
        };
        let details = details(&report);
        let details: Vec<_> = details
            .iter()
            .map(|[name, detail, cure]| [&**name, detail, cure])
            .collect();
        assert_eq!(
            details[..4],
            [
                ["signature_probe", skipped, ""],
                ["wrong_signature", reply, cure],
                ["altered_body", skipped, ""],
                ["old_timestamp", skipped, ""],
            ],
            "{wrong:?}: {report:#}"
        );
    }
    let (report, code) = folder.conformance(Wrong::Ends, &DIRECT).await;
    let [name, detail, _] = &details(&report)[0];
    assert_eq!((code, &**name), (1, "right"));
    let start = "the server ended during the checks: no server listens on 127.0.0.1:";
    assert!(detail.starts_with(start), "{detail}");
    let (report, _) = folder.conformance(Wrong::FailsAlways, &DIRECT).await;
    assert_eq!(
        details(&report)[0],
        ["right", "200 in N ms, but the body says FAIL", STATUS]
    );
    assert_eq!(report["is_proven"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_is_judged_by_its_status_and_its_body_is_noted() {
    let folder = Folder::new();
    let send = async |wrong, more: &[&str]| {
        let (_server, url) = Server::start(wrong, &folder.keys()).await;
        folder
            .trigger(&[&["REFUND.SUCCESS", "--to", &url], more].concat())
            .await
    };
    let output = send(Wrong::Endless, &[]).await;
    let attempt = &json(&output)["attempts"][0];
    assert_eq!(output.status.code(), Some(0), "{attempt:#}");
    assert_eq!(
        (&attempt["status"], &attempt["is_success"]),
        (&json!(200), &json!(true))
    );
    assert_eq!(attempt["body"].as_str().unwrap().len(), 65536);
    assert_eq!(
        attempt["notes"],
        json!(["the body is longer than 64 KiB: the rest was not read"])
    );

    let output = send(Wrong::FailsAlways, &["--output", "text"]).await;
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    let end = "  ! the body says FAIL, but WeChat Pay reads only the status, and takes this notification as received: \
        reply with 4xx or 5xx to have it sent again\nWeChat Pay would take this reply as a success.\n";
    assert!(text.ends_with(end), "{text}");

    let output = send(Wrong::NoHttp, &[]).await;
    let attempt = &json(&output)["attempts"][0];
    assert_eq!(
        attempt["error"],
        "no HTTP response: invalid HTTP version parsed"
    );

    let output = send(Wrong::Breaks, &[]).await;
    let attempt = &json(&output)["attempts"][0];
    assert_eq!(output.status.code(), Some(1), "{attempt:#}");
    let error = attempt["error"].as_str().unwrap();
    assert!(
        error.starts_with("200, but the body breaks off: "),
        "{error}"
    );
}

/// The listener takes the connection, but no bytes.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_does_not_respond_timed_out() {
    let folder = Folder::new();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap();
    let url = format!("https://{host}/notify");
    let (error, _) = failure(&folder.trigger(&["REFUND.SUCCESS", "--to", &url]).await);
    assert_eq!(
        error,
        format!("no TLS connection to {host}: timed out after 5 s")
    );
    let url = format!("http://{host}/notify");
    let report = json(&folder.trigger(&["REFUND.SUCCESS", "--to", &url]).await);
    assert_eq!(report["attempts"][0]["error"], "timed out after 10 s");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_server_gets_one_finding_before_long() {
    let folder = Folder::new();
    let start = std::time::Instant::now();
    let (report, code) = folder.conformance(Wrong::Slow, &DIRECT).await;
    assert_eq!(code, 1);
    assert_eq!(checks(&report, "finding"), ["right"], "{report:#}");
    assert_eq!(
        report["checks"][0]["cure"],
        "WeChat Pay waits 5 s: reply first, and do the work afterwards"
    );
    assert!(start.elapsed().as_secs() < 30);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_of_effects_without_numbers_leaves_a_note() {
    let folder = Folder::new();
    let command = ["--effects", "echo orders: $(cat count)"];
    let (report, code) = folder
        .conformance(Wrong::Nothing, &[&command[..], &PARTNER].concat())
        .await;
    assert_eq!(code, 1);
    assert_eq!(checks(&report, "undecided"), ["two_at_once"], "{report:#}");

    let command = ["--effects", "echo constant"];
    let (report, code) = folder
        .conformance(Wrong::Nothing, &[&command[..], &PARTNER].concat())
        .await;
    assert_eq!(code, 1);
    assert_eq!(checks(&report, "note"), ["right"], "{report:#}");

    let (_server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let output = folder
        .trigger(&["--conformance", &url, "--effects", "exit 4"])
        .await;
    assert_eq!(
        failure(&output).0,
        "the command of --effects ended with exit status: 4"
    );

    let once = "test ! -e used && touch used && cat count";
    let output = folder
        .trigger(&["--conformance", &url, "--effects", once])
        .await;
    let (error, _) = failure_with(1, &output);
    assert_eq!(error, "the command of --effects ended with exit status: 1");
}

/// Each order is handled once, so a run needs a number that no earlier run had.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_run_with_the_same_number_proves_nothing() {
    let folder = Folder::new();
    let (_server, url) = Server::start(Wrong::AnyAmountOfOrder, &folder.keys()).await;
    let common = [&["--conformance", &url], &EFFECTS[..], &DIRECT].concat();
    for _ in 0..2 {
        let report = json(&folder.trigger(&common).await);
        assert_eq!(checks(&report, "finding"), ["wrong_amount"], "{report:#}");
        assert_eq!(report["is_proven"], true);
        assert_eq!(checks(&report, "skipped")[0], "two_at_once");
        assert_eq!(
            report["checks"][6]["detail"],
            "not judged, because the server handled this order in the check `wrong amount`: mend that first"
        );
    }
    // A server may know the order by WeChat Pay's number.
    let sent = async || {
        let output = folder.trigger(&["TRANSACTION.SUCCESS", "--to", &url]).await;
        json(&output)["resource"]["transaction_id"].clone()
    };
    assert_ne!(sent().await, sent().await);
    let fixed = [&common[..], &["-s", "out_trade_no=A1"]].concat();
    let report = json(&folder.trigger(&fixed).await);
    assert_eq!(checks(&report, "finding"), ["wrong_amount"], "{report:#}");

    let output = folder.trigger(&fixed).await;
    let report = json(&output);
    assert_eq!(output.status.code(), Some(1), "{report:#}");
    assert_eq!(checks(&report, "finding"), [""; 0], "{report:#}");
    assert_eq!(checks(&report, "note"), ["right"]);
    assert_eq!(report["is_proven"], false);
    assert_eq!(
        checks(&report, "skipped"),
        [
            "same_again",
            "two_at_once",
            "wrong_amount",
            "other_sub_merchant"
        ]
    );
    assert_eq!(
        report["checks"][1]["detail"],
        "not judged, because --effects shows no change after a right notification"
    );
    let text = folder
        .trigger(&[&fixed[..], &["--output", "text"]].concat())
        .await;
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(
        text.ends_with(
            "Not proven: 4 of 9 checks passed; to look at: right notification; skipped: same again, two at once, \
             wrong amount, other sub-merchant\n"
        ),
        "{text}"
    );
}

/// The example with the settings that `--show-keys` prints.
#[tokio::test(flavor = "multi_thread")]
async fn the_example_gets_all_right() {
    let folder = Folder::new();
    let (example, address) = Example::start(&folder);
    let url = format!("http://{address}/notify");
    let effects = ["--effects", "grep -c ^paid example.log || true"];
    let arguments = [&["--conformance", &url][..], &effects];
    let output = folder.trigger(&arguments.concat()).await;
    drop(example);
    let report = json(&output);
    assert_eq!(output.status.code(), Some(0), "{report:#}");
    assert_eq!(report["findings"], 0);
    assert_eq!(checks(&report, "ok").len(), 8, "{report:#}");
    let log = std::fs::read_to_string(folder.path().join("example.log")).unwrap();
    assert!(
        log.contains("is not paid: another merchant or amount"),
        "{log}"
    );
}

struct Example(Child);

impl Example {
    fn start(folder: &Folder) -> (Self, String) {
        let settings = json(&run(folder.path(), &["--show-keys"]));
        let text = |name: &str| settings[name].as_str().unwrap().to_owned();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let key = std::fs::read_to_string(text("api_v3_key_file")).unwrap();
        let mut command = Command::new(std::env::var_os("CARGO").unwrap());
        command
            .args([
                "run",
                "--locked",
                "--quiet",
                "--example",
                "notifications_axum",
            ])
            .args(["--", "127.0.0.1:0"])
            .current_dir(root)
            .env("WECHATPAY_PUBLIC_KEY", text("public_key"))
            .env("WECHATPAY_PUBLIC_KEY_ID", text("public_key_id"))
            .env("WECHATPAY_API_V3_KEY", key)
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut line = String::new();
        let output = child.stdout.take().unwrap();
        let mut output = BufReader::new(output);
        output.read_line(&mut line).unwrap();
        // Without a reader, the example fails to write its next line.
        let mut log = std::fs::File::create(folder.path().join("example.log")).unwrap();
        std::thread::spawn(move || std::io::copy(&mut output, &mut log));
        let address = line.split_whitespace().last().unwrap().to_owned();
        (Self(child), address)
    }
}

impl Drop for Example {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_notification_is_sent_as_wechat_pay_sends_it() {
    let folder = Folder::new();
    let (server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let arguments = ["transaction.success", "--to", &url, "--times", "2"];
    let changes = ["-s", "out_trade_no=A1", "-s", "amount.total=100"];
    let output = folder.trigger(&[&arguments[..], &changes].concat()).await;
    let report = json(&output);
    assert_eq!(output.status.code(), Some(0), "{report:#}");
    assert_eq!(report["resource_of"], "pay-merchant");
    assert_eq!(report["attempts"][1]["status"], 200);
    assert_eq!(
        report["attempts"][1]["body"],
        r#"{"code":"SUCCESS","message":""}"#
    );
    assert_eq!(
        std::fs::read_to_string(folder.path().join("count")).unwrap(),
        "1"
    );

    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    for (headers, body) in &seen {
        let notification = server.notifications().parse(headers, body).unwrap();
        assert_eq!(notification.id(), report["id"]);
        assert_eq!(notification.original_type(), Some("transaction"));
        let resource: Value = serde_json::from_slice(notification.plaintext()).unwrap();
        assert_eq!(resource, report["resource"]);
        assert_eq!(resource["out_trade_no"], "A1");
        assert_eq!(resource["amount"]["total"], 100);
        let header = |name: &str| headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("user-agent"), "Mozilla/4.0");
        assert_eq!(header("accept"), "*/*");
        assert_eq!(header("content-type"), "application/json");
        assert_eq!(header("host"), url[7..].trim_end_matches("/notify"));
        assert_eq!(
            header("wechatpay-signature-type"),
            "WECHATPAY2-SHA256-RSA2048"
        );
        assert!(header("request-id").starts_with("08"));
    }
    let nonce = |index: usize| seen[index].0["wechatpay-nonce"].clone();
    assert_ne!(nonce(0), nonce(1));
}

/// WeChat Pay takes no notify_url with a query, so that a success says nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_url_with_a_query_is_noted() {
    const NOTE: &str = "a notify_url must have no query: WeChat Pay does not take this URL; give it without `?` and what follows";
    let folder = Folder::new();
    let (_server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let with_query = format!("{url}?a=1");
    let to = ["TRANSACTION.SUCCESS", "--to", &with_query];
    let output = folder.trigger(&to).await;
    assert_eq!(json(&output)["note"], NOTE);
    let output = folder
        .trigger(&[&to[..], &["--output", "text"]].concat())
        .await;
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains(&format!("! {NOTE}\n")), "{text}");
    let output = folder.trigger(&["TRANSACTION.SUCCESS", "--to", &url]).await;
    assert_eq!(json(&output).get("note"), None);
}

#[test]
fn all_events_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let events = json(&run(folder.path(), &["--list"]));
    let events = events.as_array().unwrap();
    assert_eq!(events.len(), wechatpay_endpoints::facts().events.len());
    let refund = events
        .iter()
        .find(|event| event["event_type"] == "REFUND.SUCCESS");
    assert_eq!(
        *refund.unwrap(),
        json!({
            "event_type": "REFUND.SUCCESS",
            "label": "退款成功通知",
            "resources": [
                "merchant",
                "service-provider",
                "cross-border-merchant",
                "cross-border-service-provider",
                "global-pay",
                "hk-pay",
            ],
        })
    );
    // A list needs no configuration.
    let arguments = ["refund.success", "--list", "--config", "missing.toml"];
    let events = json(&run(folder.path(), &arguments));
    assert_eq!(events.as_array().unwrap().len(), 1);
    assert_eq!(Some(&events[0]), refund);
    assert!(!folder.path().join("wechatpay-test-keys").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_is_no_success_has_a_cure() {
    let folder = Folder::new();
    for (wrong, status, cure) in [
        (
            Wrong::Redirects,
            json!(302),
            "WeChat Pay follows no redirect: give the final URL as notify_url; this one leads to /login",
        ),
        (
            Wrong::Closes,
            Value::Null,
            "the server must send an HTTP response: look into its log; a port that speaks TLS needs https://",
        ),
        (
            Wrong::Slow,
            json!(200),
            "WeChat Pay waits 5 s: reply first, and do the work afterwards",
        ),
    ] {
        let (_server, url) = Server::start(wrong, &folder.keys()).await;
        let output = folder.trigger(&["REFUND.SUCCESS", "--to", &url]).await;
        assert_eq!(output.status.code(), Some(1));
        let report = json(&output);
        assert_eq!(report["is_success"], false);
        let attempt = &report["attempts"][0];
        assert_eq!(attempt["status"], status);
        assert_eq!(attempt["cure"], cure);
    }
    let (_server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let arguments = ["REFUND.SUCCESS", "--to", &url, "--keys", "other-keys"];
    let report = json(&folder.trigger(&arguments).await);
    assert_eq!(report["keys"]["is_new"], true);
    let attempt = &report["attempts"][0];
    assert_eq!(attempt["status"], 401);
    assert!(attempt["cure"].as_str().unwrap().contains("--show-keys"));
}

#[test]
fn the_keys_are_private_and_stay() {
    let folder = Folder::new();
    let settings = || json(&run(folder.path(), &["--show-keys"]));
    assert_eq!(settings(), settings());
    assert_eq!(settings()["is_new"], false);
    // As the completion of a shell writes a folder.
    std::fs::create_dir(folder.path().join("other")).unwrap();
    for name in ["other/", "new/"] {
        let made = json(&run(folder.path(), &["--show-keys", "--keys", name]));
        assert_eq!(made["is_new"], true, "{name}");
    }
    #[cfg(unix)]
    for file in std::fs::read_dir(folder.keys()).unwrap() {
        use std::os::unix::fs::PermissionsExt as _;
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file:?}");
    }
    let readme = std::fs::read_to_string(folder.keys().join("README.md")).unwrap();
    assert!(readme.contains("These are no keys of WeChat Pay"));

    let fail = || failure(&run(folder.path(), &["--show-keys"])).0;
    let change = |name: &str, content: &str| {
        let path = folder.keys().join(name);
        let before = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, content).unwrap();
        let error = fail();
        std::fs::write(&path, before).unwrap();
        error
    };
    let other = Folder::new();
    let other = std::fs::read_to_string(other.keys().join("pub_key.pem")).unwrap();
    assert_eq!(
        change("pub_key.pem", &other),
        "the test keys in wechatpay-test-keys cannot be used: pub_key.pem is not the public half of private_key.pem"
    );
    assert!(change("api_v3_key.txt", "short").contains("cannot be used"));
    std::fs::remove_file(folder.keys().join("pub_key_id.txt")).unwrap();
    let (error, cure) = failure(&run(folder.path(), &["--show-keys"]));
    assert_eq!(
        error,
        "the test keys in wechatpay-test-keys are incomplete: pub_key_id.txt is missing"
    );
    assert_eq!(
        cure,
        "restore the file, or name a new folder with --keys FOLDER"
    );

    let foreign = tempfile::tempdir().unwrap();
    std::fs::write(foreign.path().join("notes.txt"), "").unwrap();
    let arguments = ["--show-keys", "--keys", foreign.path().to_str().unwrap()];
    let (error, cure) = failure(&run(folder.path(), &arguments));
    assert!(
        error.ends_with("exists, and is no folder of test keys"),
        "{error}"
    );
    assert_eq!(cure, "name a new folder with --keys FOLDER");
}

#[test]
fn wrong_arguments_say_what_to_do() {
    let folder = Folder::new();
    let fails_with = |code, arguments: &[&str], error: &str, cure: &str| {
        let (found, cures) = failure_with(code, &run(folder.path(), arguments));
        assert!(found.contains(error), "{found}");
        assert!(cures.contains(cure), "{cures}");
    };
    let fails = |arguments: &[&str], error: &str, cure: &str| {
        fails_with(2, arguments, error, cure);
    };
    let fails_3 = |arguments: &[&str], error: &str, cure: &str| {
        fails_with(3, arguments, error, cure);
    };
    let url = "http://127.0.0.1:1/notify";
    fails(
        &["TRANSACTION.SUCESS", "--to", url],
        "no published event is `TRANSACTION.SUCESS`",
        "did you mean TRANSACTION.SUCCESS?",
    );
    fails(
        &["退款", "--to", url],
        "no published event is `退款`",
        "REFUND.CLOSED",
    );
    fails(
        &["REFUND.SUCCESS", "--to", url, "--resource-of", "nobody"],
        "no resource of REFUND.SUCCESS is named `nobody`",
        "merchant, service-provider",
    );
    fails(
        &["REFUND.SUCCESS", "--to", url, "-s", "out_trade_nr=1"],
        "the resource has no member `out_trade_nr`",
        "did you mean `out_trade_no`?",
    );
    fails(
        &["REFUND.SUCCESS", "--to", url, "--resource-of", "mrechant"],
        "no resource of REFUND.SUCCESS is named `mrechant`",
        "did you mean `merchant`?",
    );
    fails(
        &["REFUND.SUCCESS", "--to", url, "-s", "out_trade_no"],
        "`-s out_trade_no` has no `=`",
        "-s amount.total=1",
    );
    fails(
        &["REFUND.SUCCESS", "--to", url, "-s", "amount.total=x"],
        "`amount.total` is an integer, not `x`",
        "with an integer",
    );
    fails_3(
        &["REFUND.SUCCESS", "--to", url, "-d", "[]"],
        "the resource is no JSON object",
        "-d @FILE",
    );
    fails_3(
        &["REFUND.SUCCESS", "--to", url],
        "no server listens on 127.0.0.1:1: the connection was refused",
        "start your server",
    );
    fails_3(
        &["--conformance", url],
        "no server listens on 127.0.0.1:1",
        "start your server",
    );
    fails_3(
        &["REFUND.SUCCESS", "--to", "http://192.0.2.1/notify"],
        "`192.0.2.1` is not this machine",
        "--yes-this-is-mine",
    );
    for (url, host) in [
        ("https://192.0.2.1", "192.0.2.1"),
        ("http://[2001:db8::1]/notify", "2001:db8::1"),
    ] {
        let (error, _) = failure(&run(folder.path(), &["REFUND.SUCCESS", "--to", url]));
        assert_eq!(error, format!("`{host}` is not this machine"));
    }
    for url in [
        "127.0.0.1:3000",
        "ftp://127.0.0.1/",
        "http://",
        "http://a@127.0.0.1/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:0/",
        "http://[::1]:x/",
    ] {
        fails(
            &["REFUND.SUCCESS", "--to", url],
            "is no URL of a server",
            "http://127.0.0.1:3000/notify",
        );
    }
    for (url, reason) in [
        (
            "http://a:hunter2@127.0.0.1/",
            "it has a user name, which WeChat Pay does not send",
        ),
        (
            "ftp://a:hunter2@127.0.0.1/",
            "it does not begin with http:// or https://",
        ),
    ] {
        let (error, _) = failure_with(2, &run(folder.path(), &["REFUND.SUCCESS", "--to", url]));
        assert_eq!(
            error,
            format!("the argument is no URL of a server: {reason}")
        );
    }
    for arguments in [
        &["REFUND.SUCCESS"][..],
        &["--to", url],
        &["--effects", "date"],
    ] {
        assert_eq!(run(folder.path(), arguments).status.code(), Some(2));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tls_needs_a_trusted_certificate() {
    let folder = Folder::new();
    let gateway = wechatpay_client::gateway::Gateway::start().await.unwrap();
    let url = format!("{}/notify", gateway.base_url());
    let arguments = ["REFUND.SUCCESS", "--to", &url];
    let (error, cure) = failure(&folder.trigger(&arguments).await);
    assert!(error.contains("is not trusted"), "{error}");
    assert!(cure.contains("--root-certificates"), "{cure}");

    std::fs::write(folder.path().join("ca.pem"), gateway.root_certificate()).unwrap();
    let roots = ["--root-certificates", "ca.pem"];
    let report = json(&folder.trigger(&[&arguments[..], &roots].concat()).await);
    assert_eq!(report["attempts"][0]["status"], 401);

    let (_server, url) = Server::start(Wrong::Nothing, &folder.keys()).await;
    let url = url.replace("http:", "https:");
    let (error, cure) = failure(&folder.trigger(&["REFUND.SUCCESS", "--to", &url]).await);
    assert!(error.contains("no TLS connection"), "{error}");
    assert!(cure.contains("write http://"), "{cure}");
}
