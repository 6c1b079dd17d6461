//! What a mistaken declaration says: each of `tests/ui/*.rs` is one mistake, and the `.stderr`
//! beside it is all that the compiler may report.
//!
//! `TRYBUILD=overwrite cargo test --test compile_fail` writes the `.stderr` anew.

use std::{
    env, fs,
    io::{self, Write},
    process::Command,
};

/// The compiler of this repository made the `.stderr`. Others word and place their messages differently.
const TOOLCHAIN: &str = include_str!("../rust-toolchain.toml");

#[test]
fn mistakes_are_explained() {
    let (_, channel) = TOOLCHAIN.split_once("channel = \"").unwrap();
    let made_with = format!("rustc {} ", channel.split_once('"').unwrap().0);
    let version = rustc_version();
    if version.starts_with(&made_with) {
        trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
    } else {
        // Not `eprintln!`: the test harness would keep that to itself. `.ci/run` fails here.
        let skipped = format!("SKIPPED: tests/ui was made with {made_with}and this is {version}\n");
        io::stderr().write_all(skipped.as_bytes()).unwrap();
    }
    each_mistake_is_one_error();
}

/// Of what is written down, whatever the compiler: one error for each mistake, and nothing of where
/// a dependency lies.
fn each_mistake_is_one_error() {
    let mut cases = 0;
    for file in fs::read_dir("tests/ui").unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|it| it != "rs") {
            continue;
        }
        let name = path.file_stem().unwrap().to_str().unwrap();
        let report = fs::read_to_string(path.with_extension("stderr")).unwrap();
        let lines = |start| report.lines().filter(|it| it.starts_with(start)).count();
        let mistakes = match name {
            "mistakes_in_one_method" | "mistakes_in_several_methods" => 8,
            "path_and_option_misspelt" => 2,
            // The first is of the compiler's own parser.
            "header_incomplete" | "query_incomplete" => 2,
            _ => 1,
        };
        assert_eq!(lines("error"), mistakes, "{name}");
        assert_eq!(lines("warning"), 0, "{name}");
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
