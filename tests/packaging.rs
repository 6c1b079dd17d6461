//! Packaging of the published crates: versions, licences and the minimum Rust version.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn read(path: impl AsRef<Path>) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path.as_ref())).unwrap()
}

#[test]
fn the_runtime_pins_the_macros_to_its_own_exact_version() {
    let manifest = read("Cargo.toml");
    let (_, package) = manifest
        .split_once("[workspace.package]\nversion = \"")
        .unwrap();
    let (version, _) = package.split_once('"').unwrap();
    let pin = format!("wechatpay-macros = {{ path = \"macros\", version = \"={version}\" }}");
    assert!(manifest.contains(&pin), "{pin}");
    for published in ["macros", "runtime", "endpoints"] {
        let manifest = read(Path::new(published).join("Cargo.toml"));
        assert!(
            manifest.contains("\nversion.workspace = true\n"),
            "{published}"
        );
    }
    assert!(read("runtime/Cargo.toml").contains("\nwechatpay-macros.workspace = true\n"));
}

/// The licences that `Cargo.toml` names, to the letter: the Apache licence as its foundation publishes it, and the MIT
/// licence with a copyright line of any holder.
#[test]
fn every_published_crate_has_both_licences() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("\nlicense = \"MIT OR Apache-2.0\"\n"));
    for published in ["", "macros", "runtime", "endpoints"] {
        let apache = read(Path::new(published).join("LICENSE-APACHE"));
        assert_eq!(
            sha256(&apache),
            "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30",
            "{published}"
        );
        let mit = read(Path::new(published).join("LICENSE-MIT"));
        let is_copyright = |line: &&str| line.starts_with("Copyright (c) ");
        assert_eq!(mit.lines().filter(is_copyright).count(), 1, "{published}");
        let text = mit.split_inclusive('\n').filter(|line| !is_copyright(line));
        assert_eq!(
            sha256(&text.collect::<String>()),
            "c9b7c49cdeb4ccab2f2cb69e67f3405518e4bcf611bd3b01de101b070659d11d",
            "{published}"
        );
    }
}

fn sha256(text: &str) -> String {
    let digest = openssl::sha::sha256(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Features unify over a program, so nothing but `testing`, which is for `[dev-dependencies]`, may turn on a
/// constructor of `Verified`.
#[test]
fn only_the_feature_testing_can_forge_a_verified() {
    let manifest = read("runtime/Cargo.toml");
    let features = manifest.split_once("\n[features]\n").unwrap().1;
    let features = features.split_once("\n[dependencies]\n").unwrap().0;
    let settings = features.lines().filter(|line| !line.starts_with('#'));
    let with_testing: Vec<_> = settings.filter(|line| line.contains("testing")).collect();
    assert_eq!(with_testing, ["testing = [\"gateway\"]"]);
    assert!(features.contains("\ngateway = []\n"));

    let library = read("runtime/src/lib.rs");
    assert!(library.contains("#[cfg(feature = \"testing\")]\npub mod testing;\n"));
    let verified = read("runtime/src/verify/verified.rs");
    let constructor =
        "\n#[cfg(feature = \"testing\")]\nimpl<T> Verified<T> {\n    pub(crate) fn for_testing(";
    assert!(verified.contains(constructor));
    // All other code that makes one is in `verify`.
    for module in modules("runtime/src") {
        let makes = read(&module).contains("Verified {");
        assert!(
            !makes || module.starts_with("runtime/src/verify/"),
            "{module:?}"
        );
    }
}

/// The crates support a Rust version only if every dependency does. The test runs with any toolchain.
#[test]
fn every_dependency_of_the_published_crates_supports_the_minimum_rust_version() {
    let manifest = read("Cargo.toml");
    let (_, version) = manifest.split_once("\nrust-version = \"").unwrap();
    let minimum = numbers(version.split_once('"').unwrap().0);
    // Unlike the metadata, the tree leaves out what only tests need.
    let tree = "tree -p wechatpay-macros -p wechatpay-client --edges normal,build --all-features --target all \
                --prefix none --format {p}";
    let needed = cargo(tree);
    let metadata = cargo("metadata --format-version 1 --all-features");
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    let mut stated = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let [name, version] = ["name", "version"].map(|key| package[key].as_str().unwrap());
        let is_needed = |line: &str| line.starts_with(&format!("{name} v{version}"));
        let Some(rust) = package["rust_version"].as_str() else {
            continue;
        };
        if needed.lines().any(is_needed) {
            assert!(
                numbers(rust) <= minimum,
                "{name} {version} needs Rust {rust}"
            );
            stated += 1;
        }
    }
    assert!(stated > 50, "{stated}");
}

fn cargo(command: &str) -> String {
    let output = Command::new(std::env::var_os("CARGO").unwrap())
        .arg("--locked")
        .args(command.split_whitespace())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The major and minor number of a version.
fn numbers(version: &str) -> Vec<u32> {
    let parts = version.split('.').take(2);
    parts.map(|part| part.parse().unwrap()).collect()
}

/// All Rust files below a directory of the repository.
fn modules(directory: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = fs::read_dir(root.join(directory)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.flat_map(|path| {
        let relative = path.strip_prefix(root).unwrap().to_owned();
        match path.is_dir() {
            true => modules(relative.to_str().unwrap()),
            false => vec![relative],
        }
    });
    paths
        .filter(|path| path.extension().is_some_and(|suffix| suffix == "rs"))
        .collect()
}
