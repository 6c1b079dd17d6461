//! Folders of sandboxes. Their keys are made once in a process.

use std::{fs, path::Path, sync::LazyLock};

use tempfile::TempDir;
use wechatpay_sandbox::Folder;

/// A folder with keys and without state.
pub(crate) fn new_folder() -> TempDir {
    static KEYS: LazyLock<TempDir> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        Folder::open(folder.path()).unwrap();
        folder
    });
    let folder = tempfile::tempdir().unwrap();
    copy(KEYS.path(), folder.path());
    folder
}

/// Copies the content of a folder into another one.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
