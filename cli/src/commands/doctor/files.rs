//! Findings about files: wrong contents, and the people who may read a secret.

use std::path::Path;

use wechatpay_client::error::{KeyError, KeyErrorKind};

use super::check::CheckResult;
#[cfg(unix)]
use crate::{command_line::quoted, content::content_name, file::read_up_to};
use crate::{content::contrast, key_failure::of_file};

/// A finding about the file of an option that is not what it should be, such as a certificate in the place of a private
/// key. The steps are those of every other command.
pub(super) fn wrong_content(
    option: &'static str,
    path: &Path,
    content: &[u8],
    error: KeyError,
    expected: &str,
) -> CheckResult {
    let detail = detail(path, content, error.kind(), expected);
    let failure = of_file(option, path, content)(error);
    let steps = failure.cures().iter().cloned();
    steps.fold(CheckResult::finding(detail), CheckResult::with_step)
}

fn detail(path: &Path, content: &[u8], kind: &KeyErrorKind, expected: &str) -> String {
    let path = path.display();
    if let KeyErrorKind::NotPem | KeyErrorKind::Unexpected { .. } | KeyErrorKind::NotPkcs12 = kind {
        return format!("{path} is {}", contrast(content, expected));
    }
    let CheckResult { detail, .. } = CheckResult::diagnosis(&kind.to_string());
    format!(
        "{path} is no usable {}: {detail}",
        without_article(expected)
    )
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("a ").unwrap_or(name)
}

/// Checks that only the owner of each file may read it.
#[cfg(unix)]
pub(super) fn modes(paths: &[&Path]) -> CheckResult {
    use std::{fs, os::unix::fs::PermissionsExt as _};

    // A folder, a pipe and a device have modes of their own.
    let mode = |path: &Path| {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(metadata.permissions().mode() & 0o777)
    };
    let modes: Vec<_> = paths
        .iter()
        .filter(|path| !is_public(path))
        .filter_map(|path| Some((path.display(), mode(path)?)))
        .collect();
    let open: Vec<_> = modes.iter().filter(|(_, mode)| mode & 0o077 != 0).collect();
    match (&*modes, &*open) {
        ([], _) => CheckResult::skipped("no file with a secret can be read"),
        (modes, []) => CheckResult::ok(format!(
            "only the owner may read {}",
            listed(modes.iter().map(|(path, _)| path))
        )),
        (_, open) => {
            let details = open
                .iter()
                .map(|(path, mode)| format!("{path} has mode {mode:04o}"));
            let paths: Vec<_> = open
                .iter()
                .map(|(path, _)| quoted(&path.to_string()))
                .collect();
            CheckResult::finding(format!(
                "{}: other users of this machine may use the secret",
                listed(details)
            ))
            .with_step(format!("chmod 600 {}", paths.join(" ")))
        }
    }
}

/// Tests if the file has no secret, such as a certificate in the place of a private key, which everybody may read.
#[cfg(unix)]
fn is_public(path: &Path) -> bool {
    /// The largest file that is read.
    const LIMIT: u64 = 1 << 20;
    let content = read_up_to(path, LIMIT).ok().flatten();
    let name = content.as_deref().and_then(content_name);
    // The name of a certificate or public key that is damaged goes on.
    let is_public = |name: &str| {
        ["a certificate", "a public key"]
            .iter()
            .any(|public| name.starts_with(public))
    };
    let has_secret = |content: &[u8]| String::from_utf8_lossy(content).contains("PRIVATE KEY-----");
    name.is_some_and(is_public) && !content.as_deref().is_some_and(has_secret)
}

#[cfg(not(unix))]
pub(super) fn modes(_paths: &[&Path]) -> CheckResult {
    CheckResult::skipped("this system has no file modes")
}

#[cfg(unix)]
fn listed(items: impl Iterator<Item = impl ToString>) -> String {
    let items: Vec<_> = items.map(|item| item.to_string()).collect();
    items.join(", ")
}
