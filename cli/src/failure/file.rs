//! The failure of a file that cannot be read or written.

use std::{fmt, fs, io, path::Path};

use super::Failure;

impl Failure {
    /// A file that cannot be read or written.
    pub(crate) fn file(path: &Path, action: &str, error: &io::Error) -> Self {
        let failed = |problem: &dyn fmt::Display| {
            Self::configuration(format!("cannot {action} {}: {problem}", path.display()))
        };
        match error.kind() {
            io::ErrorKind::NotFound => not_found(path, failed(error)),
            io::ErrorKind::PermissionDenied if action == "read" => failed(error)
                .cure("run the command as the owner of the file, or change its owner with `chown`"),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => failed(error)
                .cure(format!(
                    "name a place that you may write to; you may not write to {}",
                    writable(path).display()
                )),
            io::ErrorKind::IsADirectory => {
                failed(&"this is a folder, not a file").cure("name a file in the folder")
            }
            io::ErrorKind::AlreadyExists if !path.is_dir() => {
                failed(&"this is a file, not a folder").cure("name a folder")
            }
            io::ErrorKind::NotADirectory => {
                failed(error).cure("check the path: a part before the last `/` is a file")
            }
            io::ErrorKind::TimedOut => failed(error).cure("name a file"),
            _ if action == "read" => failed(error).cure("name another file"),
            _ => failed(error),
        }
    }
}

/// Adds the likely cause of a path that does not exist.
fn not_found(path: &Path, failure: Failure) -> Failure {
    if let Ok(target) = fs::read_link(path) {
        let target = target.display();
        return failure.cure(format!("the path is a link to {target}: correct the link"));
    }
    if path.components().any(|part| part.as_os_str() == "~") {
        return failure.cure("write the home folder in full: only a shell knows `~`");
    }
    failure.cure(match path.is_relative() {
        true => "check the path, which begins at the current folder",
        false => "check the path",
    })
}

/// The nearest folder of the path that exists, which must be writable. A new file is made there, and then replaces the
/// old one.
fn writable(path: &Path) -> &Path {
    let is_folder = |path: &&Path| path.is_dir();
    let folder = path.ancestors().find(is_folder);
    // The parent of a relative path may be empty.
    folder.unwrap_or_else(|| Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text and the steps, a line each.
    fn failure(path: &Path, action: &str, kind: io::ErrorKind) -> String {
        let failure = Failure::file(path, action, &kind.into());
        let lines = [failure.to_string()];
        let lines = lines.iter().chain(failure.cures());
        lines.cloned().collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_file_that_does_not_exist_is_where_the_path_begins() {
        let not_found = |path| failure(Path::new(path), "read", io::ErrorKind::NotFound);
        for (path, step) in [
            (
                "absent.pem",
                "check the path, which begins at the current folder",
            ),
            ("/absent.pem", "check the path"),
            (
                "~/absent.pem",
                "write the home folder in full: only a shell knows `~`",
            ),
        ] {
            assert_eq!(
                not_found(path),
                format!("cannot read {path}: entity not found\n{step}")
            );
        }
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_named() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path();
        assert_eq!(
            failure(path, "create", fs::create_dir_all(path).unwrap_err().kind()),
            format!(
                "cannot create {}: this is a file, not a folder\nname a folder",
                path.display()
            )
        );
    }

    #[test]
    fn a_place_that_may_not_be_written_is_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        for kind in [
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::ReadOnlyFilesystem,
        ] {
            for path in [
                folder.join("a/b.pem"),
                folder.join("b.pem"),
                folder.to_owned(),
            ] {
                let text = failure(&path, "write", kind);
                let (_, step) = text.split_once('\n').unwrap();
                assert_eq!(
                    step,
                    format!(
                        "name a place that you may write to; you may not write to {}",
                        folder.display()
                    )
                );
            }
        }
        assert_eq!(
            failure(Path::new("/a"), "read", io::ErrorKind::PermissionDenied),
            "cannot read /a: permission denied\n\
             run the command as the owner of the file, or change its owner with `chown`"
        );
    }
}
