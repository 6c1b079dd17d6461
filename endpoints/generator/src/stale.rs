//! Generated files that the facts make no longer.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// The folders of `src` that hold files written by hand.
const HAND_WRITTEN: [&str; 3] = ["declare", "facts", "notifications"];

/// Other folders with nothing but generated files.
const GENERATED: [&str; 3] = [
    "src/notifications/resources",
    "tests/operations/calls",
    "tests/operations/cases",
];

/// The files in the generated folders of the crate that are none of `outputs`.
pub(crate) fn stale_files(krate: &Path, outputs: &BTreeSet<&Path>) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(krate.join("src"))? {
        let entry = entry?;
        let is_generated = |name: &str| !HAND_WRITTEN.contains(&name);
        if entry.file_type()?.is_dir() && entry.file_name().to_str().is_some_and(is_generated) {
            add_files(&entry.path(), &mut files)?;
        }
    }
    for folder in GENERATED {
        add_files(&krate.join(folder), &mut files)?;
    }
    files.retain(|file| !outputs.contains(&**file));
    files.sort();
    Ok(files)
}

/// Adds the files of a folder, and of the folders in it.
fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            add_files(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_generated_folders_are_stale() {
        let folder = tempfile::tempdir().unwrap();
        let krate = folder.path();
        let path = |name: &str| krate.join(name);
        for name in [
            "src/lib.rs",
            "src/facts/mod.rs",
            "src/notifications/mod.rs",
            "src/notifications/resources/papay.rs",
            "src/payments/mod.rs",
            "src/payments/direct/transactions.rs",
            "tests/operations/main.rs",
            "tests/operations/calls/mod.rs",
            "tests/operations/cases/payments.jsonl",
        ] {
            fs::create_dir_all(path(name).parent().unwrap()).unwrap();
            fs::write(path(name), "").unwrap();
        }
        let outputs = [
            path("src/payments/mod.rs"),
            path("tests/operations/calls/mod.rs"),
        ];
        let outputs = outputs.iter().map(|output| &**output).collect();
        let stale = stale_files(krate, &outputs).unwrap();
        assert_eq!(
            stale,
            [
                path("src/notifications/resources/papay.rs"),
                path("src/payments/direct/transactions.rs"),
                path("tests/operations/cases/payments.jsonl"),
            ]
        );
    }
}
