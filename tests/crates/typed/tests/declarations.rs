//! The shop declares no trait and no type of its own: the typed operations have all that it needs.

use std::{fs, path::Path};

#[test]
fn the_shop_declares_no_trait_and_no_type() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut declared = Vec::new();
    let mut lines = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines() {
            lines += 1;
            // A line of code, not of a comment.
            let code = line.trim_start();
            let mut words = code
                .split_whitespace()
                .take_while(|word| !word.starts_with("//"));
            if words.any(|word| ["trait", "struct", "enum", "union"].contains(&word)) {
                declared.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(lines > 300, "{lines}");
    assert!(declared.is_empty(), "{declared:#?}");
}
