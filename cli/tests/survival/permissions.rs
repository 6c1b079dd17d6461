//! Folders and files that the user of the command may not read or write: a start names each with its cure.

use std::{
    fs,
    os::unix::{
        fs::{PermissionsExt as _, chown},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::{
    process::{ARGUMENTS, Process, failure},
    shop::{MCHID, Orders as _, client, order},
};

const NOBODY: u32 = 65_534;

/// A folder of a user whom permissions hold. Root may read and write everything, so the command then runs as nobody.
struct Unprivileged {
    parent: TempDir,
    folder: PathBuf,
    is_root: bool,
}

impl Unprivileged {
    fn new() -> Self {
        let parent = tempfile::tempdir().unwrap();
        set_mode(parent.path(), 0o755);
        // By another process: the processes that other tests start would inherit the file, open for writing, and a
        // program cannot run as long as its file is open for writing.
        let copied = Command::new("cp")
            .arg(env!("CARGO_BIN_EXE_wechatpay"))
            .arg(parent.path().join("wechatpay"))
            .status();
        assert!(copied.unwrap().success());
        let folder = parent.path().join("sandbox");
        fs::create_dir(&folder).unwrap();
        Self {
            is_root: chown(&folder, Some(NOBODY), Some(NOBODY)).is_ok(),
            parent,
            folder,
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(self.parent.path().join("wechatpay"));
        command.args(ARGUMENTS).arg("--folder").arg(&self.folder);
        if self.is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    let user = Unprivileged::new();
    let body = order("20260101001", "https://merchant.example/notify");
    let process = Process::of(&mut user.command());
    client(&user.folder, &process).place(&body).await.unwrap();
    drop(process);

    set_mode(&user.folder, 0o500);
    let expected = format!(
        "cannot write {}: Permission denied (os error 13): let this user write this path, or name another folder",
        user.folder.display()
    );
    assert_eq!(failure(&mut user.command()), expected);
    set_mode(&user.folder, 0o700);
    let process = Process::of(&mut user.command());
    let order = client(&user.folder, &process)
        .query("20260101001", MCHID)
        .await;
    assert_eq!(order.unwrap()["trade_state"], "NOTPAY");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_left_alone() {
    let user = Unprivileged::new();
    drop(Process::of(&mut user.command()));
    for file in [
        "sandbox.env",
        "sandbox.json",
        "ca.pem",
        "tls_cert.pem",
        "tls_key.pem",
        "platform_cert.pem",
        "platform_key.pem",
        "merchants",
        "merchants/1900000109",
        "merchants/1900000109/pub_key.pem",
        "merchants/1900000109/pub_key_id.txt",
        "merchants/1900000109/api_v3_key.txt",
        "merchants/1900000109/apiclient_cert.pem",
        "merchants/1900000109/apiclient_key.pem",
        "merchants/1900000109/wechatpay_key.pem",
    ] {
        let path = user.folder.join(file);
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        set_mode(&path, 0o000);
        let failure = failure(&mut user.command());
        let expected = format!("cannot read {}", path.display());
        assert!(failure.starts_with(&expected), "{failure}");
        let cure = ": Permission denied (os error 13): let this user read this path, or name another folder";
        assert!(failure.ends_with(cure), "{failure}");
        let after = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(after & 0o777, 0, "{file}");
        set_mode(&path, mode);
    }
    drop(Process::of(&mut user.command()));
}

#[test]
fn a_file_of_the_state_that_cannot_be_read_is_named() {
    let user = Unprivileged::new();
    drop(Process::of(&mut user.command()));
    for file in ["state.sqlite", "state.changes"] {
        let path = user.folder.join(file);
        set_mode(&path, 0o000);
        let expected = format!(
            "cannot open the state {} (Permission denied (os error 13)): mend the cause, or name another folder",
            path.display()
        );
        assert_eq!(failure(&mut user.command()), expected);
        set_mode(&path, 0o600);
    }
}
