//! Packaging of the published crates: versions, files, licences, sources and the minimum Rust version.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn read(path: impl AsRef<Path>) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path.as_ref())).unwrap()
}

const PUBLISHED: [&str; 5] = ["macros", "runtime", "endpoints", "cli/sandbox", "cli"];

#[test]
fn the_published_crates_have_one_version_and_need_each_other_in_it() {
    let manifest = read("Cargo.toml");
    let (_, package) = manifest
        .split_once("[workspace.package]\nversion = \"")
        .unwrap();
    let (version, _) = package.split_once('"').unwrap();
    for dependency in [
        format!("wechatpay-macros = {{ path = \"macros\", version = \"={version}\" }}"),
        format!("wechatpay-client = {{ path = \"runtime\", version = \"{version}\" }}"),
        format!("wechatpay-endpoints = {{ path = \"endpoints\", version = \"{version}\" }}"),
    ] {
        assert!(manifest.contains(&dependency), "{dependency}");
    }
    for published in PUBLISHED {
        let manifest = read(Path::new(published).join("Cargo.toml"));
        assert!(
            manifest.contains("\nversion.workspace = true\n"),
            "{published}"
        );
    }
    assert!(read("runtime/Cargo.toml").contains("\nwechatpay-macros.workspace = true\n"));
    let endpoints = read("endpoints/Cargo.toml");
    assert!(endpoints.contains("\nwechatpay-client = { workspace = true, optional = true }\n"));
    let exact = format!("\nwechatpay-client = {{ path = \"../runtime\", version = \"={version}\"");
    assert!(read("cli/Cargo.toml").contains(&exact));
    let exact =
        format!("\nwechatpay-client = {{ path = \"../../runtime\", version = \"={version}\"");
    assert!(read("cli/sandbox/Cargo.toml").contains(&exact));
    assert!(read("CHANGELOG.md").contains(&format!("\n## [{version}]")));
}

/// The packages hold the code, the pages for users, and the data that the code includes. Tests are left out, because
/// many of them need the repository.
#[test]
fn a_package_holds_what_a_user_needs() {
    let in_each = "CHANGELOG.md Cargo.lock Cargo.toml Cargo.toml.orig LICENSE-APACHE LICENSE-MIT NOTICE README.md";
    for (name, in_this) in [
        ("macros", "src/catalogue/table.txt"),
        (
            "client",
            "README.zh-CN.md src/advice/advice.json src/wechatpay_api.md",
        ),
        ("endpoints", "OPERATIONS.md src/facts/table.json.gz"),
        (
            "sandbox",
            "migrations/0001_state.sql migrations/0002_lists.sql migrations/0003_prepay.sql src/page/icon.svg \
             src/page/script.js src/page/style.css",
        ),
        (
            "cli",
            "src/commands/bill/bills.json src/commands/call/money.txt src/commands/doctor/checklist.json \
             src/commands/operations/events.txt src/commands/state/states.json",
        ),
    ] {
        let packed = cargo(&format!("package --allow-dirty --list -p wechatpay-{name}"));
        let is_code = |file: &str| {
            let folder = file.starts_with("src/") || file.starts_with("examples/");
            folder && file.ends_with(".rs")
        };
        let (code, others): (BTreeSet<_>, BTreeSet<_>) = packed
            .lines()
            .filter(|file| *file != ".cargo_vcs_info.json")
            .partition(|file| is_code(file));
        let expected = in_each
            .split(' ')
            .chain(in_this.split_whitespace())
            .collect();
        assert_eq!(others, expected, "{name}");
        let is_test = |file: &&&str| file.contains("/tests/") || file.ends_with("/tests.rs");
        assert_eq!(code.iter().find(is_test), None, "{name}");
        let root = if name == "cli" {
            "src/main.rs"
        } else {
            "src/lib.rs"
        };
        assert!(code.contains(root), "{name}");
    }
}

/// The sources of the facts, as their README lists them, with the text of the MIT licence.
#[test]
fn the_notice_names_every_source_of_the_facts() {
    let notice = read("NOTICE");
    let facts = read("endpoints/facts/README.md");
    assert_eq!(repositories(&notice), repositories(&facts));
    assert!(repositories(&notice).len() > 10);
    assert!(notice.contains("https://pay.weixin.qq.com\n"));
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mit = read("LICENSE-MIT");
    let (_, text) = mit.split_once("\n\nPermission is").unwrap();
    assert!(words(&notice).ends_with(&words(&format!("Permission is{text}"))));
    for published in PUBLISHED {
        assert_eq!(
            read(Path::new(published).join("NOTICE")),
            notice,
            "{published}"
        );
    }
}

/// The addresses of GitHub repositories in a text.
fn repositories(text: &str) -> BTreeSet<String> {
    let is_end = |letter: char| letter.is_whitespace() || letter == ')';
    let addresses = text.split("https://github.com/").skip(1);
    let addresses = addresses.map(|rest| rest.split(is_end).next().unwrap());
    let repositories = addresses.filter(|address| address.contains('/'));
    repositories.map(str::to_owned).collect()
}

/// All features, except those that show nothing: `vendored` compiles OpenSSL, and `testing` of the typed operations
/// derives more traits.
#[test]
fn the_published_documentation_has_every_feature() {
    for (published, left_out) in [("runtime", "vendored"), ("endpoints", "testing")] {
        let manifest = read(Path::new(published).join("Cargo.toml"));
        let section = |name: &str| {
            let (_, section) = manifest.split_once(&format!("\n[{name}]\n")).unwrap();
            section.split("\n[").next().unwrap()
        };
        let features: BTreeMap<_, _> = section("features")
            .lines()
            .filter(|line| !line.starts_with(['#', '_']))
            .filter_map(|line| line.split_once(" = "))
            .collect();
        let all = features.get("all").copied().unwrap_or_default();
        let documented = format!("{} {all}", section("package.metadata.docs.rs"));
        let is_missing = |feature: &&str| !documented.contains(&format!("\"{feature}\""));
        let missing: Vec<_> = features.keys().copied().filter(is_missing).collect();
        assert_eq!(missing, [left_out], "{published}");
    }
}

/// The licences that `Cargo.toml` names, to the letter: the Apache licence as its foundation publishes it, and the MIT
/// licence with a copyright line of any holder.
#[test]
fn every_published_crate_has_both_licences() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("\nlicense = \"MIT OR Apache-2.0\"\n"));
    for published in ["", "macros", "runtime", "endpoints", "cli/sandbox", "cli"] {
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
    let tree = "tree -p wechatpay-macros -p wechatpay-client -p wechatpay-endpoints --edges normal,build --all-features --target all \
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
