//! Standard output: an error is reported, and a reader that has read enough is none.

#![cfg(target_os = "linux")]

use std::{
    fs::OpenOptions,
    io::pipe,
    process::{Output, Stdio},
};

use crate::support::Shop;

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
    let (reader, closed) = pipe().unwrap();
    drop(reader);
    for (stdout, error) in [
        (Stdio::from(full), FULL),
        (
            Stdio::from(closed),
            "cannot write to standard output: Broken pipe (os error 32)",
        ),
    ] {
        let run = run(&shop, &call, stdout).await;
        assert_eq!(run.status.code(), Some(6));
        let failure: serde_json::Value = serde_json::from_slice(&run.stderr).unwrap();
        assert_eq!(failure["error"], error);
        assert_eq!(failure["outcome"], "executed");
        assert!(failure["request_id"].is_string(), "{failure}");
        let cure = "do not repeat the request: query its result: wechatpay call GET /v3/refund/domestic/refunds/R1";
        assert_eq!(failure["cures"], serde_json::json!([cure]));
    }
}

/// Programs such as those in Python open `/dev/null` for reading and writing to throw the output away, as the runtime of
/// Rust does in the place of a closed one. So the exit code stays.
#[tokio::test]
async fn a_closed_output_of_a_call_is_warned_of() {
    let shop = shop().await;
    let body = r#"{"out_trade_no":"T1","out_refund_no":"R1","amount":{"refund":1,"total":2,"currency":"CNY"}}"#;
    let call = ["call", "refund.create_refund", "-y", "-d", body];
    let query = ["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    let warning = "warning: WeChat Pay executed the request, but standard output is closed or /dev/null, so the response \
        is lost: query the result, and do not repeat the request\n";
    let null = |read| OpenOptions::new().read(read).write(true).open("/dev/null");
    for (arguments, stdout, expected) in [
        (&call[..], null(true), warning),
        (&call, null(false), ""),
        (&query, null(true), ""),
    ] {
        let run = run(&shop, arguments, stdout.unwrap()).await;
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!((run.status.code(), &*stderr), (Some(0), expected));
    }
    let mut closed = std::process::Command::new("sh");
    let command = shop.command(&call);
    let command = command.as_std();
    let variables = command.get_envs();
    let variables = variables.filter_map(|(name, value)| Some((name, value?)));
    closed
        .args(["-c", "exec \"$0\" \"$@\" >&-"])
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(command.get_current_dir().unwrap())
        .envs(variables);
    let closed = tokio::process::Command::from(closed)
        .output()
        .await
        .unwrap();
    assert_eq!(
        (
            closed.status.code(),
            String::from_utf8(closed.stderr).unwrap()
        ),
        (Some(0), warning.to_owned())
    );
}

#[tokio::test]
async fn a_closed_pipe_is_no_error() {
    let shop = shop().await;
    let query: &[&str] = &["call", "refund.query_refund", "-q", "out_refund_no=R1"];
    for arguments in RUNS.into_iter().chain([query]) {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let run = run(&shop, arguments, writer).await;
        let stderr = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(0), "{arguments:?} {stderr}");
        assert!(!stderr.contains("error"), "{arguments:?} {stderr}");
    }
}
