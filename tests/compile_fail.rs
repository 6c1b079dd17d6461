//! What a mistaken declaration says: each of `tests/ui/*.rs` is one mistake, and the `.stderr`
//! beside it is all that the compiler may report.
//!
//! `TRYBUILD=overwrite cargo test --test compile_fail` writes the `.stderr` anew.

use std::{
    env,
    io::{self, Write},
    process::Command,
};

/// The compiler that made the `.stderr`: others word and place their messages differently.
const MADE_WITH: &str = "rustc 1.95.0 ";

#[test]
fn mistakes_are_explained() {
    let version = rustc_version();
    if !version.starts_with(MADE_WITH) {
        // Not `eprintln!`: the test harness would keep that to itself.
        let skipped = format!("SKIPPED: tests/ui was made with {MADE_WITH}and this is {version}\n");
        return io::stderr().write_all(skipped.as_bytes()).unwrap();
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}

fn rustc_version() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}
