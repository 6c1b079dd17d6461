//! The transcripts of README.md: each command is run, and writes what the page shows.

use std::fs;

use crate::support::Shop;

const README: &str = include_str!("../../README.md");

/// A command of a transcript, and the lines that it writes. `…` in a line stands for any text, and a line of its own for
/// any lines.
struct Shown {
    command: String,
    lines: Vec<String>,
}

/// The blocks of a language.
fn blocks(language: &str) -> impl Iterator<Item = &'static str> {
    let fences = README.split("```");
    let blocks = fences.skip(1).step_by(2);
    blocks.filter_map(move |block| block.strip_prefix(language)?.strip_prefix('\n'))
}

fn shown() -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    for line in blocks("console").flat_map(str::lines) {
        match (line.strip_prefix("$ wechatpay "), all.last_mut()) {
            (Some(command), _) => all.push(Shown {
                command: command.to_owned(),
                lines: Vec::new(),
            }),
            (None, Some(shown)) => shown.lines.push(line.trim_end().to_owned()),
            (None, None) => panic!("a line before the first command: {line}"),
        }
    }
    for shown in &mut all {
        while shown.lines.last().is_some_and(String::is_empty) {
            shown.lines.pop();
        }
    }
    all
}

/// Tests if a text is one that the page shows.
fn fits(shown: &[String], lines: &[&str]) -> bool {
    let Some((first, rest)) = shown.split_first() else {
        return lines.is_empty();
    };
    if first.trim() == "…" {
        return (0..=lines.len()).any(|skipped| fits(rest, &lines[skipped..]));
    }
    lines
        .split_first()
        .is_some_and(|(line, lines)| line_fits(first, line.trim_end()) && fits(rest, lines))
}

fn line_fits(shown: &str, line: &str) -> bool {
    let mut parts = shown.split('…');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = line.strip_prefix(first) else {
        return false;
    };
    for part in parts {
        let Some(place) = rest.find(part) else {
            return false;
        };
        rest = &rest[place + part.len()..];
    }
    rest.is_empty() || shown.ends_with('…')
}

#[tokio::test]
async fn every_command_writes_what_the_page_shows() {
    let mut shop = Shop::open().await;
    shop.set("WECHATPAY_OUTPUT", "text");
    // The configuration of the page has no APIv3 key.
    shop.unset("WECHATPAY_API_V3_KEY");
    fs::write(shop.path("response.txt"), REFUSED).unwrap();
    let shown = shown();
    assert!(shown.len() > 4);
    let mut wrong = String::new();
    for Shown { command, lines } in &shown {
        let words: Vec<_> = command.split_whitespace().collect();
        let run = shop.run(&words).await;
        let text = format!("{}{}", run.stdout, run.stderr);
        if !fits(lines, &text.trim_end().lines().collect::<Vec<_>>()) {
            wrong += &format!("$ wechatpay {command}\n{text}\n");
        }
    }
    assert!(wrong.is_empty(), "README.md should show:\n{wrong}");
}

/// A refusal, as `curl -i` prints one.
const REFUSED: &str = "HTTP/2 401\n\
    date: Fri, 27 Nov 2026 10:00:00 GMT\n\
    request-id: 08F5C8D0AE0610A50118E3F2F1492083CD0D28DC9A02-268443699\n\n\
    {\"code\":\"SIGN_ERROR\",\"message\":\"错误的签名，验签失败\"}\n";

#[tokio::test]
async fn the_configuration_of_the_page_is_read() {
    let mut shop = Shop::open().await;
    let config = blocks("toml")
        .find(|block| block.contains("[profiles."))
        .unwrap();
    shop.write("config.toml", config);
    for (variable, name) in [
        ("WECHATPAY_PRIVATE_KEY", "apiclient_key.pem"),
        ("WECHATPAY_CERTIFICATE", "apiclient_cert.pem"),
        ("WECHATPAY_PUBLIC_KEY", "pub_key.pem"),
    ] {
        assert!(shop.path(name).exists(), "{name}");
        shop.unset(variable);
    }
    let run = shop
        .run(&[
            "call",
            "--config",
            "config.toml",
            "--dry-run",
            "GET",
            "/v3/certificates",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
}

/// The folders of a new user do not exist yet.
#[cfg(unix)]
#[test]
fn the_completions_and_man_pages_of_the_page_are_written() {
    let block = blocks("sh")
        .find(|block| block.contains("completions bash"))
        .unwrap();
    let home = tempfile::tempdir().unwrap();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_wechatpay"));
    let path = format!(
        "{}:{}",
        program.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let output = std::process::Command::new("sh")
        .args(["-ec", block])
        .env("HOME", home.path())
        .env("PATH", path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let share = home.path().join(".local/share");
    let completions = share.join("bash-completion/completions/wechatpay");
    assert!(
        fs::read_to_string(completions)
            .unwrap()
            .contains("complete -F _wechatpay")
    );
    assert!(share.join("man/man1/wechatpay-call.1").exists());
}
