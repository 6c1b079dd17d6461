//! What is published holds together.

use std::{fs, path::Path};

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
    for published in ["macros", "runtime"] {
        let manifest = read(Path::new(published).join("Cargo.toml"));
        assert!(
            manifest.contains("\nversion.workspace = true\n"),
            "{published}"
        );
    }
    assert!(read("runtime/Cargo.toml").contains("\nwechatpay-macros.workspace = true\n"));
}

#[test]
fn every_published_crate_has_both_licences() {
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        for published in ["macros", "runtime"] {
            assert_eq!(
                read(Path::new(published).join(licence)),
                read(licence),
                "{published}"
            );
        }
    }
    assert_eq!(read("runtime/README.md"), read("README.md"));
}
