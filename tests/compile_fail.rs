//! Errors of declarations, and of typed requests, with a mistake: each `tests/ui/*.rs` has one, and the `.stderr` beside
//! it is all that the compiler may report.
//!
//! `TRYBUILD=overwrite cargo test --test compile_fail` overwrites the `.stderr` files.

use std::{
    env, fs,
    io::{self, Write},
    process::Command,
};

/// Names the compiler that made the `.stderr` files. Other compilers word and place messages differently.
const TOOLCHAIN: &str = include_str!("../rust-toolchain.toml");

#[test]
fn each_mistake_has_the_expected_error() {
    let (_, channel) = TOOLCHAIN.split_once("channel = \"").unwrap();
    let made_with = format!("rustc {} ", channel.split_once('"').unwrap().0);
    let version = rustc_version();
    if version.starts_with(&made_with) {
        trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
    } else {
        // The test harness captures `eprintln!`, but not this. `.ci/run` refuses other compilers.
        let skipped = format!("SKIPPED: tests/ui was made with {made_with}and this is {version}\n");
        io::stderr().write_all(skipped.as_bytes()).unwrap();
    }
    each_mistake_is_one_error();
}

/// Checks the `.stderr` files, with any compiler: one error for each mistake, and of the dependencies only paths of `bon`.
fn each_mistake_is_one_error() {
    let mut cases = 0;
    for file in fs::read_dir("tests/ui").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let report = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let lines = |start| {
            report
                .lines()
                .filter(|line| line.starts_with(start))
                .count()
        };
        let mistakes = match name {
            "mistakes_in_one_method" | "mistakes_in_several_methods" => 8,
            "path_and_option_misspelt" | "response_of_an_empty_body" => 2,
            "response_text_of_an_empty_body" => 3,
            // The compiler's own parser reports the first of the two.
            "header_incomplete" | "query_incomplete" => 2,
            // Repeated for the type of the response, for the future of the call, and for its `.await`.
            "payment_of_an_app_order" => 4,
            _ => 1,
        };
        assert_eq!(lines("error"), mistakes, "{name}");
        assert_eq!(lines("warning"), 0, "{name}");
        // The traits of the builders are those of `bon`, which name the member.
        let report = report.replace("$CARGO/bon-$VERSION/", "");
        assert!(!report.contains("$CARGO"), "{name}");
        cases += 1;
    }
    assert!(cases > 150, "{cases}");
}

fn rustc_version() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
