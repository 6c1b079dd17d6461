//! Starts that fail: each says what is wrong and what to do, exits with 3, and leaves the state as it is.

use std::{fs, net::TcpListener, path::Path, process::Command};

use crate::{
    folder::new_folder,
    process::{ARGUMENTS, Process, command, failure},
    shop::{Orders as _, client, order},
};

/// The output of a shell that has the command for a sandbox in `"$@"`.
fn in_shell(script: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", script, "sh", env!("CARGO_BIN_EXE_wechatpay")])
        .args(ARGUMENTS)
        .arg("--folder")
        .arg(folder);
    shell
}

#[test]
fn a_port_in_use_is_named() {
    let folder = new_folder();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechatpay"));
    command
        .args(["sandbox", "--http-port", &port, "--https-port", "0"])
        .args(["--proxy-port", "0", "--folder"])
        .arg(folder.path());
    let expected = format!("port {port} is in use: stop the other program, or choose another port");
    assert_eq!(failure(&mut command), expected);
}

#[test]
fn a_folder_that_is_a_file_is_named() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let expected = format!(
        "cannot use {}: this is a file, not a folder",
        file.path().display()
    );
    assert_eq!(failure(&mut command(file.path())), expected);
}

#[test]
fn a_state_that_is_no_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state.sqlite");
    let text = "not a database, but long enough to be read as the header of one".repeat(9);
    fs::write(&state, &text).unwrap();
    let expected = format!(
        "cannot open the state {} (file is not a database): mend the cause, or name another folder",
        state.display()
    );
    assert_eq!(failure(&mut command(folder.path())), expected);
    assert_eq!(fs::read_to_string(&state).unwrap(), text);
}

#[tokio::test]
async fn a_second_sandbox_with_the_folder_is_refused() {
    let folder = new_folder();
    let process = Process::start(folder.path());
    let client = client(folder.path(), &process);
    let description = fs::read(folder.path().join("sandbox.json")).unwrap();
    let expected = format!(
        "another program holds the state {}: stop the other sandbox, or name another folder",
        folder.path().join("state.sqlite").display()
    );
    assert_eq!(failure(&mut command(folder.path())), expected);
    // The first one is not disturbed.
    let after = fs::read(folder.path().join("sandbox.json")).unwrap();
    assert_eq!(after, description);
    let body = order("20260101001", "https://merchant.example/notify");
    client.place(&body).await.unwrap();
}

/// The system refuses files above 64 KiB, which has the same effect as a full disk.
#[cfg(unix)]
#[test]
fn a_state_that_has_no_space_is_named_and_usable_later() {
    let folder = new_folder();
    let script = "trap '' XFSZ; ulimit -S -f 8; exec \"$@\"";
    let expected = format!(
        "cannot open the state {} (disk I/O error): mend the cause, or name another folder",
        folder.path().join("state.sqlite").display()
    );
    assert_eq!(failure(&mut in_shell(script, folder.path())), expected);
    drop(Process::start(folder.path()));
}

#[tokio::test]
async fn a_folder_that_is_half_made_is_completed() {
    let folder = new_folder();
    drop(Process::start(folder.path()));
    let merchant = folder.path().join("merchants/1900000109");
    let key = fs::read(merchant.join("apiclient_key.pem")).unwrap();
    for file in ["ca.pem", "platform_cert.pem"] {
        fs::remove_file(folder.path().join(file)).unwrap();
    }
    fs::remove_dir_all(folder.path().join("merchants/brand-10023")).unwrap();
    let unfinished = ["unfinished-account", "unfinished-file"].map(|name| folder.path().join(name));
    fs::create_dir(&unfinished[0]).unwrap();
    fs::write(unfinished[0].join("apiclient_key.pem"), "half").unwrap();
    fs::write(&unfinished[1], "half").unwrap();

    let process = Process::start(folder.path());
    assert!(unfinished.iter().all(|path| !path.exists()));
    assert!(folder.path().join("merchants/brand-10023").exists());
    assert_eq!(fs::read(merchant.join("apiclient_key.pem")).unwrap(), key);
    let body = order("20260101001", "https://merchant.example/notify");
    let client = client(folder.path(), &process);
    client.place(&body).await.unwrap();
}

#[test]
fn a_relative_folder_is_described_by_absolute_paths() {
    let parent = tempfile::tempdir().unwrap();
    let process = Process::of(command(Path::new("sandbox")).current_dir(parent.path()));
    let folder = parent.path().canonicalize().unwrap().join("sandbox");
    let environment = fs::read_to_string(folder.join("sandbox.env")).unwrap();
    let expected = format!(
        "export SSL_CERT_FILE='{}'\n",
        folder.join("ca.pem").display()
    );
    assert!(environment.contains(&expected), "{environment}");
    drop(process);
}
