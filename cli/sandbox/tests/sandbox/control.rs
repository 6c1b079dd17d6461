//! The requests of the sandbox's user: the README lists them all.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::json;

use crate::shop::{Shop, open, user::ask};

const METHODS: [&str; 3] = ["GET", "POST", "DELETE"];

/// The methods and paths in the README.
fn listed() -> BTreeSet<(&'static str, &'static str)> {
    let readme = include_str!("../../README.md").lines();
    let rows = readme.filter_map(|line| {
        let (method, rest) = line.strip_prefix("| `")?.split_once("` | `/sandbox/")?;
        let path = rest.split_once('`')?.0;
        Some((method, path.split('?').next()?))
    });
    rows.collect()
}

/// The paths that the code knows.
fn known() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/control");
    let mut known = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let code = fs::read_to_string(file.unwrap().path()).unwrap();
        let paths = code.split(": &str = \"/sandbox/").skip(1);
        let paths = paths.filter_map(|rest| rest.split('"').next());
        known.extend(paths.filter(|path| !path.is_empty()).map(str::to_owned));
    }
    known
}

#[test]
fn every_path_of_the_code_is_in_the_readme() {
    let paths: BTreeSet<_> = listed()
        .into_iter()
        .map(|(_, path)| path.to_owned())
        .collect();
    assert_eq!(paths, known());
}

#[tokio::test]
async fn a_path_has_the_methods_of_the_readme() {
    let Shop { sandbox, .. } = &open().await;
    let listed = listed();
    for path in known() {
        // No number, so that nothing is done.
        let segments = path.split('/');
        let filled = segments.map(|segment| match segment.starts_with('{') {
            true => "x",
            false => segment,
        });
        let filled = filled.collect::<Vec<_>>().join("/");
        for method in METHODS {
            let (_, response) = ask(sandbox, method, &filled, "").await;
            let is_known = response["message"] != json!("the sandbox has no such request");
            assert_eq!(
                is_known,
                listed.contains(&(method, &*path)),
                "{method} {path}"
            );
        }
    }
}
