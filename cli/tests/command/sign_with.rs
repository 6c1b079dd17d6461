//! `--sign-with COMMAND`: right commands, and wrong ones, each with its own error.

#![cfg(unix)]

use std::{
    process::Command,
    time::{Duration, Instant},
};

use crate::support::{Run, Shop};

const WRITE_IT: &str =
    "write the signature to standard output, in base64 or as its 256 to 512 raw bytes";
const CURE: &str = "run the command by itself, with a text on its standard input";

async fn shop() -> Shop {
    let mut shop = Shop::open().await;
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set("PATH", std::env::var("PATH").unwrap());
    shop
}

async fn sign_with(shop: &Shop, command: &str, more: &[&str]) -> Run {
    let query = ["call", "GET /v3/certificates", "--sign-with", command];
    shop.run(&[&query[..], more].concat()).await
}

#[track_caller]
fn assert_failed(run: &Run, error: &str) {
    let text = run.failed(3);
    let end = format!(" failed: {error}\n{CURE}");
    assert!(
        text.starts_with("not signed: ") && text.ends_with(&end),
        "{text}"
    );
}

#[tokio::test]
async fn a_signature_is_taken_raw_and_in_base64() {
    let shop = shop().await;
    for command in [
        "openssl dgst -sha256 -sign apiclient_key.pem",
        "openssl dgst -sha256 -sign apiclient_key.pem | base64",
        "echo one moment >&2; openssl dgst -sha256 -sign apiclient_key.pem",
    ] {
        let run = sign_with(&shop, command, &[]).await;
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(
            run.stderr.contains("one moment"),
            command.contains("one moment")
        );
    }
}

#[tokio::test]
async fn a_wrong_command_is_named_with_its_fault() {
    let shop = shop().await;
    for (command, error) in [
        ("true", format!("wrote nothing: {WRITE_IT}")),
        (
            "echo 30440220",
            format!("wrote 9 bytes, which are no signature: {WRITE_IT}"),
        ),
        (
            "head -c 70 /dev/zero | base64",
            format!("wrote 98 bytes, which are no signature: {WRITE_IT}"),
        ),
        ("yes", "wrote more than 64 KiB".to_owned()),
        (
            "echo the token is locked >&2; exit 3",
            "ended with exit status: 3: the token is locked".to_owned(),
        ),
        ("kill -9 $$", "ended with signal: 9 (SIGKILL)".to_owned()),
    ] {
        // A command may hold a secret, so that no error repeats it.
        let error = format!("the command of --sign-with {error}");
        assert_failed(&sign_with(&shop, command, &[]).await, &error);
    }
    for command in ["", "  "] {
        assert_eq!(
            sign_with(&shop, command, &[]).await.failed(3),
            "--sign-with (WECHATPAY_SIGN_WITH) is empty\ngive the command that signs"
        );
    }
    for (command, code, reason) in [
        ("no-such-signer", 127, "a command that does not exist"),
        (
            "./apiclient_cert.pem",
            126,
            "a file that may not be executed",
        ),
    ] {
        let text = sign_with(&shop, command, &[]).await.failed(3);
        let start =
            format!("the command of --sign-with ended with exit status: {code}, as of {reason}: ");
        assert!(text.contains(&start), "{text}");
    }
}

/// A background process keeps the pipe open, and outlives a shell that is killed by itself.
#[tokio::test]
async fn a_command_that_hangs_ends_with_its_processes() {
    let shop = shop().await;
    for (index, command) in [
        "sleep 61.N",
        "sleep 61.N; :",
        "sleep 61.N & sleep 61.N; :",
        "sleep 61.N &",
    ]
    .iter()
    .enumerate()
    {
        let number = format!("61.{}{index}", std::process::id());
        let command = command.replace("61.N", &number);
        let start = Instant::now();
        let run = sign_with(&shop, &command, &["--timeout", "3"]).await;
        // Long before the end of the command.
        assert!(start.elapsed() < Duration::from_secs(30), "{run:?}");
        assert_failed(
            &run,
            "the command of --sign-with timed out after 1.5 s: \
                 check that the command reads its standard input to the end, asks nothing, and leaves no process \
                 behind that holds its standard output; a command that needs longer gets half of --timeout",
        );
        if !has_terminal() {
            assert_eq!(processes(&number), "", "{command}");
        }
    }
}

fn has_terminal() -> bool {
    std::fs::File::open("/dev/tty").is_ok()
}

/// The processes that have a word in their command line.
fn processes(word: &str) -> String {
    let list = Command::new("ps").args(["-A", "-o", "args="]).output();
    let list = String::from_utf8(list.unwrap().stdout).unwrap();
    let found = list.lines().filter(|line| line.contains(word));
    found.collect::<Vec<_>>().join("\n")
}
