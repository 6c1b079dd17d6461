//! `wechatpay sandbox`: the command with the variables that the sandbox writes, and a sandbox that is killed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics fails"
)]

use std::{
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
        let mut process = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
            .args(["sandbox", "--http-port", "0", "--https-port", "0"])
            .args(["--proxy-port", "0", "--folder"])
            .arg(folder)
            .stdout(Stdio::piped())
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
fn a_folder_that_is_a_file_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
        .args(["sandbox", "--folder"])
        .arg(file.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let errors = String::from_utf8(output.stderr).unwrap();
    let expected = format!("cannot write {}: File exists", file.path().display());
    assert!(errors.contains(&expected), "{errors}");
}
