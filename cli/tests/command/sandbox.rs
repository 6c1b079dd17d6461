//! `wechatpay sandbox`: the command with the variables that the sandbox writes, and a sandbox that is killed.

use std::{
    fs,
    io::{BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use serde_json::{Deserializer, Value, json};

/// A sandbox in a process of its own, which is killed in the end.
struct Sandbox {
    process: Child,
    started: Value,
}

impl Sandbox {
    fn start(folder: &Path) -> Self {
        Self::start_with_errors(folder, Stdio::inherit())
    }

    fn start_with_errors(folder: &Path, errors: Stdio) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
            .args(["sandbox", "--http-port", "0", "--https-port", "0"])
            .args(["--proxy-port", "0", "--folder"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(errors)
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let started = Deserializer::from_reader(output).into_iter().next();
        let started = started.unwrap().unwrap();
        Self { process, started }
    }

    /// Runs the command with the variables of the sandbox.
    fn run(&self, arguments: &[&str]) -> Output {
        let script = "set -a; . \"$1\"; shift; exec \"$@\"";
        Command::new("sh")
            .args(["-c", script, "sh"])
            .arg(self.started["environment"].as_str().unwrap())
            .arg(env!("CARGO_BIN_EXE_wechatpay"))
            .args(arguments)
            .output()
            .unwrap()
    }

    /// Runs a command that succeeds, and reads its JSON.
    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The status of a request of the sandbox's user.
    fn post(&self, path: &str) -> String {
        let http = self.started["http"].as_str().unwrap();
        let host = http.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(host).unwrap();
        let head = format!("POST {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response.split(' ').nth(1).unwrap().to_owned()
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // SIGKILL on Unix.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn query(sandbox: &Sandbox) -> Value {
    let path = "/v3/pay/transactions/out-trade-no/20260101001";
    sandbox.json(&["call", "GET", path, "-q", "mchid=1900000109"])["body"].clone()
}

#[test]
fn the_doctor_finds_nothing_and_an_order_is_paid_and_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path());
    let doctor = sandbox.json(&["doctor"]);
    assert_eq!(doctor["findings"], 0, "{doctor}");

    let order = json!({
        "appid": "wxd678efh567hg6787",
        "mchid": "1900000109",
        "description": "demo",
        "out_trade_no": "20260101001",
        "notify_url": "https://merchant.example/notify",
        "amount": { "total": 100 },
    });
    let path = "/v3/pay/transactions/native";
    sandbox.json(&["call", "POST", path, "-d", &order.to_string(), "--yes"]);
    assert_eq!(
        sandbox.post("/sandbox/orders/1900000109/20260101001/pay"),
        "204"
    );
    drop(sandbox);
    let sandbox = Sandbox::start(folder.path());
    assert_eq!(query(&sandbox)["trade_state"], "SUCCESS");
    assert_eq!(
        sandbox.post("/sandbox/orders/1900000109/20260101001/pay"),
        "400"
    );
    assert_eq!(sandbox.post("/sandbox/orders/1900000109/none/pay"), "404");
    assert_eq!(sandbox.post("/sandbox/clock/60"), "204");
    assert_eq!(sandbox.post("/sandbox/clock/x"), "400");
    assert_eq!(sandbox.post("/sandbox/x"), "404");
}

#[test]
fn keys_that_are_made_again_are_named_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let warnings = folder.path().join("warnings");
    let start = || {
        let errors = fs::File::create(&warnings).unwrap();
        drop(Sandbox::start_with_errors(folder.path(), errors.into()));
        fs::read_to_string(&warnings).unwrap()
    };
    assert_eq!(start(), "");
    let authority = folder.path().join("ca.pem");
    fs::remove_file(&authority).unwrap();
    let expected = format!(
        "warning: {} was missing: ca.pem, tls_cert.pem and tls_key.pem were made again; programs must trust the new \
         ca.pem\n",
        authority.display()
    );
    assert_eq!(start(), expected);
    assert_eq!(start(), "");
}

#[test]
fn a_folder_that_is_a_file_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
        .args(["sandbox", "--folder"])
        .arg(file.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let errors = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "cannot use {}: this is a file, not a folder",
        file.path().display()
    );
    assert!(errors.contains(&expected), "{errors}");
}

#[test]
fn a_developer_drives_a_sandbox_by_commands() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path());
    let path = folder.path().to_str().unwrap();
    let command = |arguments: &[&str]| {
        let all = [&["sandbox"], arguments, &["--folder", path]].concat();
        sandbox.json(&all)
    };
    let rule = "drop-after-read POST /v3/pay/transactions/native count=1";
    let words: Vec<_> = rule.split(' ').collect();
    let added = command(&[&["fault", "add"], &*words].concat());
    assert_eq!((&added["id"], &added["when"]), (&json!(1), &json!("after")));
    let order = json!({
        "appid": "wxd678efh567hg6787",
        "mchid": "1900000109",
        "description": "demo",
        "out_trade_no": "20260101001",
        "notify_url": "https://merchant.example/notify",
        "amount": { "total": 100 },
    });
    let order = order.to_string();
    let native = "/v3/pay/transactions/native";
    let lost = sandbox.run(&["call", "POST", native, "-d", &order, "--yes"]);
    assert_eq!(lost.status.code(), Some(5), "{lost:?}");
    assert_eq!(query(&sandbox)["trade_state"], "NOTPAY");
    assert_eq!(command(&["fault"])["faults"], json!([]));

    assert_eq!(command(&["pay", "1900000109", "20260101001"]), Value::Null);
    assert_eq!(query(&sandbox)["trade_state"], "SUCCESS");
    assert_eq!(command(&["forward", "60"]), Value::Null);
    assert_eq!(command(&["notify-speed", "15"]), Value::Null);
    let notifications = command(&["notifications"]);
    assert_eq!(notifications["speed"], 15);
    let notification = &notifications["notifications"][0];
    assert_eq!(notification["subject"], "20260101001");
    let id = notification["id"].as_str().unwrap();
    assert_eq!(command(&["send-again", id]), Value::Null);
    let requests = command(&["requests", "--limit", "2"]);
    let paths = requests["requests"].as_array().unwrap().iter();
    let paths: Vec<_> = paths.map(|request| &request["path"]).collect();
    let queried = "/v3/pay/transactions/out-trade-no/20260101001";
    assert_eq!(paths, [queried, queried]);
    for part in ["requests", "notifications", "fault"] {
        let run = sandbox.run(&["sandbox", part, "--folder", path, "--output", "text"]);
        assert!(run.status.success(), "{run:?}");
        let text = String::from_utf8(run.stdout).unwrap();
        let expected = match part {
            "requests" => "drop-after-read",
            "notifications" => "not sent: the URL is not on this machine",
            _ => "no fault is active",
        };
        assert!(text.contains(expected), "{text}");
    }
}

#[test]
fn a_command_that_fails_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let none = "no sandbox has run with the folder ";
    let never = run(&["sandbox", "forward", "60", "--folder", path]);
    assert_eq!(never.0, Some(3));
    assert!(never.1.contains(none), "{}", never.1);
    let sandbox = Sandbox::start(folder.path());
    let refused = run(&["sandbox", "pay", "1900000109", "none", "--folder", path]);
    let expected = "the sandbox refuses: 404 ORDER_NOT_EXIST: 订单不存在";
    assert_eq!(refused.0, Some(4));
    assert!(refused.1.contains(expected), "{}", refused.1);
    let page = format!(
        "see all orders, notifications and faults, with their numbers, on the page of the sandbox: {}",
        sandbox.started["http"].as_str().unwrap()
    );
    assert!(refused.1.contains(&page), "{}", refused.1);
    for absent in [
        &["sandbox", "fault", "remove", "7", "--folder", path][..],
        &["sandbox", "send-again", "none", "--folder", path],
    ] {
        let absent = run(absent);
        assert_eq!(absent.0, Some(4));
        assert!(absent.1.contains(&page), "{}", absent.1);
    }
    let unknown = run(&["sandbox", "post", "nothing/1", "--folder", path]);
    assert_eq!(unknown.0, Some(4));
    assert!(unknown.1.contains("404 NOT_FOUND"), "{}", unknown.1);
    let requests = "see the requests of the sandbox's user: https://docs.rs/wechatpay-sandbox";
    assert!(unknown.1.contains(requests), "{}", unknown.1);
    for wrong in [
        &["sandbox", "fault", "add", "lost"][..],
        &["sandbox", "--fault", "lost"],
    ] {
        let wrong = run(wrong);
        assert_eq!(wrong.0, Some(2));
        assert!(
            wrong.1.contains("use one of wrong-signature, "),
            "{}",
            wrong.1
        );
    }
    let start = run(&[
        "sandbox",
        "--notify-speed",
        "15",
        "forward",
        "60",
        "--folder",
        path,
    ]);
    assert_eq!(start.0, Some(2));
    assert!(start.1.contains("options of the start"), "{}", start.1);
    let http = sandbox.started["http"].as_str().unwrap().to_owned();
    drop(sandbox);
    let stopped = run(&["sandbox", "forward", "60", "--folder", path]);
    assert_eq!(stopped.0, Some(3));
    let expected = format!("no sandbox runs at {http} with the folder {path}");
    assert!(stopped.1.contains(&expected), "{}", stopped.1);
    assert!(
        stopped.1.contains("start it in another shell"),
        "{}",
        stopped.1
    );
}

#[test]
fn a_command_reaches_only_the_sandbox_of_its_folder() {
    let [mine, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let (sandbox, running) = (Sandbox::start(mine.path()), Sandbox::start(other.path()));
    // The other sandbox has the port that the sandbox of the folder had.
    let description = mine.path().join("sandbox.json");
    let text = fs::read_to_string(&description).unwrap();
    let [http, taken] = [&sandbox, &running].map(|sandbox| sandbox.started["http"].as_str());
    let text = text.replace(http.unwrap(), taken.unwrap());
    fs::write(&description, text).unwrap();
    let path = mine.path().to_str().unwrap();
    let (exit, errors) = run(&["sandbox", "forward", "60", "--folder", path]);
    assert_eq!(exit, Some(3));
    let expected = format!(
        "no sandbox runs at {} with the folder {path}: another sandbox does",
        taken.unwrap()
    );
    assert!(errors.contains(&expected), "{errors}");
    // In a shell with `sandbox.env`, the folder is known.
    assert_eq!(running.json(&["sandbox", "forward", "60"]), Value::Null);
    let url = "http://127.0.0.1:3000/shared";
    let set = [
        "sandbox",
        "post",
        "sharing/notify-urls/1900000109",
        "-d",
        url,
    ];
    assert_eq!(running.json(&set), Value::Null);
}

#[test]
fn the_active_faults_are_listed_with_their_values() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::start(folder.path());
    for rule in [
        "delay milliseconds=1500 percent=30 seed=7",
        "oversize-body bytes=64 event=TRANSACTION.SUCCESS count=1",
    ] {
        sandbox.json(
            &[
                &["sandbox", "fault", "add"],
                &*rule.split(' ').collect::<Vec<_>>(),
            ]
            .concat(),
        );
    }
    let listed = sandbox.run(&["sandbox", "fault", "--output", "text"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    let rows: Vec<_> = listed
        .lines()
        .take(3)
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            "NUMBER FAULT OF WHEN LEFT CHANCE USED",
            "1 delay milliseconds=1500 all requests after all 30% seed=7 0",
            "2 oversize-body bytes=64 TRANSACTION.SUCCESS 1 always 0",
        ]
    );
}

#[test]
fn values_of_a_wrong_form_reach_no_sandbox() {
    for (arguments, expected) in [
        (
            &["sandbox", "--notify-to", "127.0.0.1:3000"][..],
            "such as http://127.0.0.1:3000",
        ),
        (&["sandbox", "notify-speed", "0"], "0 is not in 1..=86400"),
        (
            &["sandbox", "requests", "--limit", "0"],
            "0 is not in 1..=1000",
        ),
        (
            &["sandbox", "notifications", "--limit", "501"],
            "501 is not in 1..=500",
        ),
        (
            &["sandbox", "forward", "2147483648"],
            "2147483648 is not in 0..=2147483647",
        ),
    ] {
        let (exit, errors) = run(arguments);
        assert_eq!(exit, Some(2), "{arguments:?}");
        assert!(errors.contains(expected), "{errors}");
    }
}

/// Runs the command. Returns its exit code and its errors.
fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
        .args(arguments)
        .output()
        .unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), errors)
}
