//! A sandbox whose disk is full refuses with `SYSTEM_ERROR`, says so once, and goes on when there is space again.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::mpsc::{self, Receiver, RecvError},
    thread,
    time::Duration,
};

use tokio::time::sleep;
use wechatpay_client::Client;

use crate::{
    folder::{copy, new_folder},
    process::{ARGUMENTS, LIMIT, Process, poll},
    shop::{MCHID, Orders as _, client, order, pay, post, refusal},
};

/// A way to fill and to free the disk of a sandbox.
trait Disk {
    /// The script of a shell that runs the command `"$@"`; the folder of the sandbox is `$FOLDER`.
    const SCRIPT: &str;

    fn fill(&self, id: u32);

    fn free(&self, id: u32);
}

/// The system refuses to make files larger, and takes that back.
struct Limit;

impl Limit {
    fn set(id: u32, limit: &str) {
        let status = Command::new("prlimit")
            .args(["--pid", &id.to_string(), &format!("--fsize={limit}:")])
            .status();
        assert!(status.unwrap().success());
    }
}

impl Disk for Limit {
    const SCRIPT: &str = "trap '' XFSZ; exec \"$@\"";

    fn fill(&self, id: u32) {
        Self::set(id, "65536");
    }

    fn free(&self, id: u32) {
        Self::set(id, "unlimited");
    }
}

/// A small disk that only the sandbox sees. A file fills it.
struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    fn filler(&self, id: u32) -> PathBuf {
        let root = format!("/proc/{id}/root");
        Path::new(&root)
            .join(self.folder.strip_prefix("/").unwrap())
            .join("filler")
    }
}

impl Disk for SmallDisk {
    const SCRIPT: &str = "exec unshare -m sh -c 'mount -t tmpfs -o size=2m none \"$FOLDER\" && exec \"$@\"' sh \"$@\"";

    fn fill(&self, id: u32) {
        fs::write(self.filler(id), vec![0; 2 << 20]).unwrap_err();
    }

    fn free(&self, id: u32) {
        fs::remove_file(self.filler(id)).unwrap();
    }
}

#[tokio::test]
async fn a_limit_of_files_is_told_and_survived() {
    survive(|_| Limit).await;
}

#[tokio::test]
#[allow(clippy::print_stdout, reason = "a test that does not run says so")]
async fn a_full_disk_is_told_and_survived() {
    let mount = Command::new("unshare").args(["-m", "true"]).output();
    if mount.is_ok_and(|mount| mount.status.success()) {
        survive(|folder| SmallDisk {
            folder: folder.to_owned(),
        })
        .await;
    } else {
        println!("not run: this user cannot mount a small disk");
    }
}

async fn survive<D: Disk>(disk: impl Fn(&Path) -> D) {
    let folder = new_folder();
    let folder = folder.path();
    let disk = disk(folder);
    let mut process = Process::of(shell::<D>(folder).stderr(Stdio::piped()));
    let errors = lines(process.errors.take().unwrap());
    let folder =
        Path::new(&format!("/proc/{}/root", process.id)).join(folder.strip_prefix("/").unwrap());
    let client = client(&folder, &process);
    fill(&disk, &process, &client).await;
    let line = errors.recv_timeout(LIMIT).unwrap();
    assert!(
        line.starts_with("warning: cannot read or write the state /"),
        "{line}"
    );
    assert!(
        line.ends_with("; requests get SYSTEM_ERROR until that has ended"),
        "{line}"
    );

    disk.free(process.id);
    // A request that changes nothing comes first.
    let unknown = client.query("DISKUNKNOWN", MCHID).await.unwrap_err();
    assert_eq!(refusal(unknown), Some((404, "ORDER_NOT_EXIST".to_owned())));
    place(&client, 1).await.unwrap();
    assert_eq!(pay(&process, &number(0)).await.unwrap(), 204);
    // The end is told by a later change.
    let line = poll("the end is not told", async || {
        // Each change takes some of the small disk.
        sleep(Duration::from_millis(50)).await;
        assert_eq!(post(&process, "/sandbox/clock/0").await.unwrap(), 204);
        errors.try_recv().ok()
    })
    .await;
    assert_eq!(line, "the state can be written again");

    // The copy is the state that a kill leaves.
    let copied = tempfile::tempdir().unwrap();
    copy(&folder, copied.path());
    process.kill();
    assert_eq!(errors.recv(), Err(RecvError));
    let process = Process::start(copied.path());
    let client = crate::shop::client(copied.path(), &process);
    for (index, state) in ["SUCCESS", "NOTPAY"].into_iter().enumerate() {
        let order = client.query(&number(index), MCHID).await.unwrap();
        assert_eq!(order["trade_state"], state);
    }
}

/// Places the order 0, and fills the disk until the order 1 is refused.
async fn fill<D: Disk>(disk: &D, process: &Process, client: &Client) {
    place(client, 0).await.unwrap();
    disk.fill(process.id);
    let system_error = Some((500, "SYSTEM_ERROR".to_owned()));
    // The files have some space left, also after the first refusal: SQLite then moves changes into the main file.
    let mut refused = 0;
    for index in 2.. {
        assert!(index < 2_000, "the disk is never full");
        match place(client, index).await {
            Ok(()) => refused = 0,
            Err(error) => {
                assert_eq!(error, system_error);
                refused += 1;
            }
        }
        if refused == 20 {
            break;
        }
    }
    assert_eq!(pay(process, &number(0)).await.unwrap(), 500);
    // The state can still be read.
    let order = client.query(&number(0), MCHID).await.unwrap();
    assert_eq!(order["trade_state"], "NOTPAY");
}

/// The shell that starts a sandbox on a disk.
fn shell<D: Disk>(folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .env("FOLDER", folder)
        .args(["-c", D::SCRIPT, "sh", env!("CARGO_BIN_EXE_wechatpay")])
        .args(ARGUMENTS)
        .arg("--folder")
        .arg(folder);
    shell
}

fn lines(errors: impl Read + Send + 'static) -> Receiver<String> {
    let (sender, lines) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(errors).lines() {
            // The test has ended.
            let _ = sender.send(line.unwrap());
        }
    });
    lines
}

fn number(index: usize) -> String {
    format!("DISK{index:08}")
}

async fn place(client: &Client, index: usize) -> Result<(), Option<(u16, String)>> {
    let body = order(&number(index), "https://merchant.example/notify");
    client.place(&body).await.map(drop).map_err(refusal)
}
