//! Standard output: an error is reported, and a reader that has read enough is none.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics fails"
)]

mod support;

use std::{
    fs::OpenOptions,
    io::pipe,
    process::{Output, Stdio},
};

use support::Shop;

const FULL: &str = "cannot write to standard output: No space left on device (os error 28)";

/// Runs the command with a standard output.
async fn run(shop: &Shop, arguments: &[&str], stdout: impl Into<Stdio>) -> Output {
    let mut command = shop.command(arguments);
    command.stdout(stdout).stderr(Stdio::piped());
    command.spawn().unwrap().wait_with_output().await.unwrap()
}

async fn shop() -> Shop {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", "a,b\n");
    shop
}

const RUNS: [&[&str]; 6] = [
    &["bill", "trade", "--date", "2025-12-31", "-o", "-"],
    &["bill", "trade", "--date", "2025-12-31", "-o", "/dev/stdout"],
    &["operations", "退款"],
    &["order", "A-1"],
    &["declare", "refund.create_refund"],
    &["completions", "bash"],
];

#[tokio::test]
async fn a_full_disk_is_an_error() {
    let shop = shop().await;
    for arguments in RUNS {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let arguments = &[arguments, &["--output", "text"]].concat();
        let run = run(&shop, arguments, full).await;
        let stderr = String::from_utf8(run.stderr).unwrap();
        let expected = (Some(3), format!("error: {FULL}\n"));
        assert_eq!((run.status.code(), stderr), expected, "{arguments:?}");
    }
}

#[tokio::test]
async fn a_call_that_was_executed_says_so() {
    let shop = shop().await;
    let body = r#"{"out_trade_no":"T1","out_refund_no":"R1","amount":{"refund":1,"total":2,"currency":"CNY"}}"#;
    let call = ["call", "refund.create_refund", "-y", "-d", body];
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = run(&shop, &call, full).await;
    assert_eq!(run.status.code(), Some(6));
    let failure: serde_json::Value = serde_json::from_slice(&run.stderr).unwrap();
    assert_eq!(failure["error"], FULL);
    assert_eq!(failure["outcome"], "executed");
    assert!(failure["request_id"].is_string(), "{failure}");
    let cure = "do not repeat the request: query its result: wechatpay call GET /v3/refund/domestic/refunds/R1";
    assert_eq!(failure["cures"], serde_json::json!([cure]));
}

#[tokio::test]
async fn a_closed_pipe_is_no_error() {
    let shop = shop().await;
    for arguments in RUNS {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let run = run(&shop, arguments, writer).await;
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(0), "{arguments:?} {stderr}");
        assert!(!stderr.contains("error"), "{arguments:?} {stderr}");
    }
}
