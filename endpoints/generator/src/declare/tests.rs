//! Every declaration compiles, and is formatted.

use std::{env, fs, path::PathBuf, process::Command};

use wechatpay_endpoints::{declare::declaration, facts::Facts};

use super::*;

/// A user's package with all declarations in one file.
struct Package {
    /// The folder of build results: those of this repository, for the sake of the dependencies.
    target: PathBuf,
    folder: PathBuf,
    file: PathBuf,
}

impl Package {
    fn write(facts: &Facts) -> Self {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        // This test is target/debug/deps/….
        let test = env::current_exe().unwrap();
        let target = test.ancestors().nth(3).unwrap().to_owned();
        let folder = target.join("declared");
        let source = folder.join("src");
        let _ = fs::remove_dir_all(&source);
        fs::create_dir_all(&source).unwrap();
        fs::write(folder.join("Cargo.toml"), manifest(&repository)).unwrap();
        fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();

        let operations = facts.operations.iter();
        let declarations = operations.map(|operation| declaration(facts, operation));
        let mut lines = vec!["#![deny(warnings)]\n".to_owned()];
        lines.extend(declarations);
        let file = source.join("lib.rs");
        fs::write(&file, lines.join("\n")).unwrap();
        Self {
            target,
            folder,
            file,
        }
    }
}

fn manifest(repository: &Path) -> String {
    let client = repository.join("runtime").canonicalize().unwrap();
    format!(
        r#"[package]
name = "declared"
edition = "2024"

[workspace]

[dependencies]
serde = {{ version = "1", features = ["derive"] }}
serde_json = "1"
wechatpay-client = {{ path = {client:?} }}
"#
    )
}

#[test]
#[ignore = "compiles every declaration, in a minute and 4 GB: a step of .ci/run"]
fn every_declaration_compiles_and_is_formatted() {
    let sources = Sources::read(&crate::endpoints().join("facts")).unwrap();
    let package = Package::write(&sources.facts().unwrap());
    let mut rustfmt = Command::new("rustfmt");
    rustfmt
        .args(["--check", "--edition", "2024"])
        .arg(&package.file);
    assert!(
        rustfmt.status().unwrap().success(),
        "rustfmt would change a declaration"
    );

    let mut check = Command::new(env!("CARGO"));
    check
        .args(["check", "--offline"])
        .current_dir(&package.folder)
        .env("CARGO_TARGET_DIR", &package.target)
        // Files for the next compilation would take a gigabyte.
        .env("CARGO_INCREMENTAL", "0");
    assert!(
        check.status().unwrap().success(),
        "a declaration does not compile"
    );
}
