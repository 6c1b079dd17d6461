//! The help of every command as the committed text, the completions, and the man pages.
//!
//! `GOLDEN=overwrite cargo test -p wechatpay-cli --test command help` writes the text.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use crate::support::run_alone;

/// The commands in the order of the help.
const COMMANDS: [&str; 16] = [
    "doctor",
    "explain",
    "operations",
    "declare",
    "call",
    "certificates",
    "bill",
    "order",
    "refund",
    "transfer",
    "contract",
    "payscore",
    "trigger",
    "sandbox",
    "completions",
    "man",
];

/// A command whose help explains a form of its own.
const RULES: [&str; 4] = ["sandbox", "fault", "add", "-h"];

/// The short help of the program and of every command, then the long help of the program.
fn help() -> String {
    let runs = COMMANDS.iter().map(|command| vec![*command, "-h"]);
    let runs = [vec!["-h"]].into_iter().chain(runs);
    let runs = runs.chain([RULES.to_vec(), vec!["--help"]]);
    let mut text = String::new();
    for arguments in runs {
        let run = run_alone(&arguments);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{arguments:?}");
        text += &format!("$ wechatpay {}\n{}\n", arguments.join(" "), run.stdout);
    }
    text
}

#[test]
fn the_help_is_the_committed_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/help.txt");
    let help = help();
    if std::env::var_os("GOLDEN").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &help).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert!(
        committed == help,
        "tests/help.txt is outdated: overwrite it, and read the difference"
    );
    let wide = help.lines().filter(|line| line.chars().count() > 100);
    assert_eq!(wide.collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn the_help_has_no_path_of_rust() {
    assert!(!help().contains("::"), "{}", help());
}

#[test]
fn the_help_lists_every_command() {
    let help = run_alone(&["-h"]).stdout;
    let (_, commands) = help.split_once("\nCommands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let names = commands
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let names: Vec<_> = names.filter(|name| *name != "help").collect();
    assert_eq!(names, COMMANDS);
}

#[test]
fn bash_completes_commands_and_options() {
    let script = run_alone(&["completions", "bash"]).stdout;
    // In a file, because the script is longer than an argument may be.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ask");
    let complete = |words: &[&str]| {
        let words = words.join(" ");
        let ask = format!(
            "{script}\nCOMP_WORDS=({words}) COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
             _wechatpay wechatpay \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"\n\
             printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
        );
        fs::write(&file, ask).unwrap();
        let output = Command::new("bash").arg(&file).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(
        complete(&["wechatpay", "do"]),
        BTreeSet::from(["doctor".to_owned()])
    );
    let events = complete(&["wechatpay", "trigger", "REFUND.S"]);
    assert_eq!(events, BTreeSet::from(["REFUND.SUCCESS".to_owned()]));
    let families = complete(&["wechatpay", "operations", "--family", "profit"]);
    assert_eq!(families, BTreeSet::from(["profit_sharing".to_owned()]));
    let products = complete(&["wechatpay", "doctor", "--checklist", "pays"]);
    assert_eq!(products, BTreeSet::from(["payscore".to_owned()]));
    let options = complete(&["wechatpay", "trigger", "--con"]);
    assert!(options.contains("--conformance"), "{options:?}");
}

#[test]
fn every_shell_has_completions_of_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run_alone(&["completions", shell]);
        assert_eq!((run.code, &*run.stderr), (0, ""), "{shell}");
        for command in COMMANDS {
            assert!(run.stdout.contains(command), "{shell} {command}");
        }
    }
}

#[test]
fn every_command_has_a_man_page() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("man1");
    let run = run_alone(&["man", pages.to_str().unwrap()]);
    assert_eq!((run.code, &*run.stdout, &*run.stderr), (0, "", ""));
    for command in COMMANDS {
        let page = fs::read_to_string(pages.join(format!("wechatpay-{command}.1"))).unwrap();
        for part in [".TH", ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION"] {
            assert!(page.contains(part), "{command} {part}");
        }
    }
    let page = fs::read_to_string(pages.join("wechatpay.1")).unwrap();
    assert!(
        page.contains("WECHATPAY_API_V3_KEY") && page.contains("Exit codes"),
        "{page}"
    );
}

/// Each option has its description, also one that the short help hides, and its environment variable.
#[test]
fn a_man_page_describes_every_option() {
    let folder = tempfile::tempdir().unwrap();
    run_alone(&["man", folder.path().to_str().unwrap()]);
    for file in fs::read_dir(folder.path()).unwrap() {
        let page = fs::read_to_string(file.unwrap().path()).unwrap();
        let lines: Vec<_> = page.lines().collect();
        for option in lines.windows(3).filter(|lines| lines[0] == ".TP") {
            let description = option[2];
            let is_text = description.starts_with(|c: char| c.is_alphabetic());
            assert!(is_text, "{option:?}");
        }
        let mchid = "The merchant number (商户号) of the merchant or service provider (服务商)\n.RS\n\
            May also be specified with the \\fBWECHATPAY_MCHID\\fR environment variable. \n.RE\n";
        assert!(page.contains(mchid), "{page}");
    }
}

/// `man` fills lines that begin without a request: the exit codes would be one paragraph.
#[test]
fn a_man_page_keeps_the_lines_of_lists_and_examples() {
    let folder = tempfile::tempdir().unwrap();
    run_alone(&["man", folder.path().to_str().unwrap()]);
    let extra = |name: &str| {
        let page = fs::read_to_string(folder.path().join(name)).unwrap();
        let (_, extra) = page.split_once("\n.SH EXTRA\n").unwrap();
        extra.split("\n.SH ").next().unwrap().to_owned()
    };
    for command in COMMANDS {
        let help = run_alone(&[command, "--help"]).stdout;
        if help.contains("\nExamples:\n") {
            let extra = extra(&format!("wechatpay-{command}.1"));
            let lines = extra.strip_prefix(".nf\n").unwrap();
            assert!(lines.ends_with("\n.fi"), "{command}: {extra}");
            assert!(
                lines.contains("Examples:\n  wechatpay"),
                "{command}: {extra}"
            );
        }
    }
    let codes = "\nExit codes:\n  0  everything is right\n  1  a check found something";
    assert!(extra("wechatpay.1").contains(codes));
}

/// The synopsis of a man page is the usage of the help, with the values of options.
#[test]
fn a_man_page_has_the_usage_of_the_help() {
    let folder = tempfile::tempdir().unwrap();
    run_alone(&["man", folder.path().to_str().unwrap()]);
    for command in COMMANDS {
        let help = run_alone(&[command, "-h"]).stdout;
        let (_, usage) = help.split_once("\nUsage: ").unwrap();
        let (usage, _) = usage.split_once("\n\n").unwrap();
        let name = format!("wechatpay {command}");
        let lines = usage.lines().map(|line| {
            let rest = line.trim().strip_prefix(&*name).unwrap();
            format!("\\fB{name}\\fR{}", rest.replace('-', "\\-"))
        });
        let synopsis = lines.collect::<Vec<_>>().join("\n.br\n");
        let page = fs::read_to_string(folder.path().join(format!("wechatpay-{command}.1")));
        let expected = format!(".SH SYNOPSIS\n{synopsis}\n.SH DESCRIPTION");
        let page = page.unwrap();
        assert!(page.contains(&expected), "{expected}\n{page}");
    }
}

/// clap shows the options that the environment gives as if they were in the command line.
#[test]
fn the_usage_of_an_error_is_that_of_the_help() {
    for (arguments, usage) in [
        (
            &["trigger"][..],
            "wechatpay trigger [OPTIONS] <--to <URL>|--conformance <URL>|--list|--show-keys> [EVENT]",
        ),
        (
            &["bill", "--date", "2026-01-01"],
            "wechatpay bill [OPTIONS] <BILL>",
        ),
        (
            &["operations", "--methud"],
            "wechatpay operations [OPTIONS] [WORD]...",
        ),
        (&["--nope"], "wechatpay [OPTIONS] <COMMAND>"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_wechatpay"))
            .args(arguments)
            .env_clear()
            .envs([
                ("WECHATPAY_MCHID", "1900000109"),
                ("WECHATPAY_TIMEOUT", "5"),
            ])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        let text = String::from_utf8(output.stderr).unwrap();
        let found = text.lines().find_map(|line| line.strip_prefix("Usage: "));
        assert_eq!(found, Some(usage), "{text}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let run = run_alone(&["man", "--output", "text", file.to_str().unwrap()]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(
        run.stderr
            .contains(&format!("cannot write {}", file.display())),
        "{run:?}"
    );
}
