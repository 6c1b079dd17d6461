//! A sandbox in a process of its own.

use std::{
    io::BufReader,
    path::Path,
    process::{Child, ChildStderr, Command, Stdio},
    sync::Mutex,
    time::{Duration, Instant},
};

use serde_json::{Deserializer, Value};

/// The time after which a test has failed.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

pub(crate) struct Process {
    child: Mutex<Child>,
    pub(crate) id: u32,
    /// Standard error, if the command pipes it.
    pub(crate) errors: Option<ChildStderr>,
    pub(crate) http: String,
    pub(crate) https: String,
    pub(crate) proxy: String,
}

/// The arguments of a sandbox with free ports.
pub(crate) const ARGUMENTS: [&str; 9] = [
    "sandbox",
    "--output",
    "json",
    "--http-port",
    "0",
    "--https-port",
    "0",
    "--proxy-port",
    "0",
];

/// The command that starts a sandbox with free ports.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechatpay"));
    command.args(ARGUMENTS).arg("--folder").arg(folder);
    command
}

impl Process {
    pub(crate) fn start(folder: &Path) -> Self {
        Self::of(&mut command(folder))
    }

    /// Waits for the addresses of a sandbox.
    pub(crate) fn of(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let started: Value = match Deserializer::from_reader(output).into_iter().next() {
            Some(Ok(started)) => started,
            other => panic!("the sandbox did not start: {other:?}"),
        };
        let address = |name: &str| started[name].as_str().unwrap().to_owned();
        Self {
            id: child.id(),
            errors: child.stderr.take(),
            child: child.into(),
            http: address("http"),
            https: address("https"),
            proxy: address("proxy"),
        }
    }

    /// Kills the process, by SIGKILL on Unix.
    pub(crate) fn kill(&self) {
        self.child.lock().unwrap().kill().unwrap();
    }

    pub(crate) fn is_running(&self) -> bool {
        self.child.lock().unwrap().try_wait().unwrap().is_none()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let child = self.child.get_mut().unwrap();
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The message of a start that fails, with exit code 3.
pub(crate) fn failure(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{errors}");
    let failure: Value = serde_json::from_str(&errors).unwrap();
    failure["error"].as_str().unwrap().to_owned()
}

/// Asks again until there is a value.
pub(crate) async fn poll<T>(subject: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(value) = ask().await {
            return value;
        }
        assert!(start.elapsed() < LIMIT, "{subject}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
