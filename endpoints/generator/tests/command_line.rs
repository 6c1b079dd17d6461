//! The command line: what is printed where, and the exit code.

use std::{
    ffi::{OsStr, OsString},
    fs,
    path::Path,
    process::Command,
};

/// Standard output, standard error, and whether the program succeeded.
fn run<A: AsRef<OsStr>>(arguments: &[A]) -> (String, String, bool) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechatpay-endpoints-generator"));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match command.args(arguments).output() {
        Ok(output) => (
            text(&output.stdout),
            text(&output.stderr),
            output.status.code() == Some(0),
        ),
        Err(error) => (String::new(), error.to_string(), false),
    }
}

fn error<A: AsRef<OsStr>>(arguments: &[A]) -> String {
    let (stdout, stderr, succeeded) = run(arguments);
    assert_eq!((&*stdout, succeeded), ("", false), "{stderr}");
    stderr
}

fn usage() -> String {
    let (usage, stderr, succeeded) = run(&["--help"]);
    assert_eq!((&*stderr, succeeded), ("", true));
    assert!(
        usage.starts_with("usage: wechatpay-endpoints-generator  ")
            && usage.ends_with("declare refund.create_refund\n"),
        "{usage}"
    );
    usage
}

#[test]
fn help_prints_the_usage() {
    let usage = (usage(), String::new(), true);
    assert_eq!(run(&["-h"]), usage);
    assert_eq!(run(&["declare", "--help"]), usage);
    assert_eq!(run(&["declare", "-h"]), usage);
}

#[test]
fn unknown_and_further_words_print_the_usage() {
    let usage = usage();
    for arguments in [
        &["declare"] as &[&str],
        &["declare", " "],
        &["declare", "refund.create_refund", "further"],
        &["declare", "POST /v3/refund/domestic/refunds", "/further"],
        &["declare", "POST", "/v3/refund/domestic/refunds", "further"],
        &["--check", "further"],
        &["counts", "further"],
        &["--help", "further"],
        &["further"],
        &[""],
    ] {
        assert_eq!(error(arguments), usage, "{arguments:?}");
    }
}

#[test]
fn an_operation_is_declared_from_one_word_or_two() {
    let expected = run(&["declare", "refund.create_refund"]);
    let path = "#[wechatpay_api(POST \"/v3/refund/domestic/refunds\")]";
    assert!(expected.2 && expected.0.contains(path), "{expected:?}");
    for arguments in [
        &["declare", "POST", "/v3/refund/domestic/refunds"] as &[&str],
        &["declare", "\u{feff}post", "v3/refund/domestic/refunds/"],
        &["declare", "POST \"/v3/refund/domestic/refunds\""],
        &[
            "declare",
            "\u{feff}POST\u{3000}https://api.mch.weixin.qq.com/v3/refund/domestic/refunds?a=b",
        ],
    ] {
        assert_eq!(run(arguments), expected, "{arguments:?}");
    }
}

#[test]
fn an_unknown_operation_is_one_error() {
    assert_eq!(
        error(&["declare", "GET /v3/x"]),
        "no known operation is `GET /v3/x`\nwrite `METHOD /path` or `product.name`; to declare an operation that is not \
         known, write the trait with `unlisted`\n"
    );
}

#[test]
fn the_readmes_show_what_is_printed() {
    let (printed, _, _) = run(&["declare", "pay_merchant.close_order"]);
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for name in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(repository.join(name)).unwrap();
        let shown = readme.contains(&format!("```rust,no_run\n{printed}```"));
        assert!(
            !printed.is_empty() && shown,
            "{name} does not show:\n{printed}"
        );
    }
}

#[cfg(unix)]
#[test]
fn text_that_is_not_utf_8_is_no_panic() {
    use std::os::unix::ffi::OsStringExt as _;

    let odd = || OsString::from_vec(b"POST /v3/\xff".to_vec());
    assert_eq!(error(&[odd()]), usage());
    let error = error(&["declare".into(), odd()]);
    let begin = "no known operation is `POST /v3/\u{fffd}`\n";
    assert!(error.starts_with(begin), "{error}");
}
