//! A merchant's folder, a gateway in place of WeChat Pay, and the command that runs with both.

#![allow(unreachable_pub, reason = "a module of tests")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use serde_json::Value;
use tempfile::TempDir;
use tokio::io::AsyncWriteExt as _;
use wechatpay_client::gateway::Gateway;

/// A merchant with files of all keys, and the gateway that serves the merchant.
pub struct Shop {
    pub gateway: Gateway,
    folder: TempDir,
    variables: BTreeMap<&'static str, String>,
}

/// The output of a run.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Shop {
    /// A merchant with a public key, whose files and numbers are right. The gateway knows all operations.
    pub async fn open() -> Self {
        let gateway = Gateway::builder().operations(wechatpay_endpoints::facts());
        Self::of(gateway.start().await.unwrap())
    }

    /// The same merchant, whose gateway knows only scripted operations.
    pub async fn open_plain() -> Self {
        Self::of(Gateway::start().await.unwrap())
    }

    fn of(gateway: Gateway) -> Self {
        let mut shop = Self {
            gateway,
            folder: tempfile::tempdir().unwrap(),
            variables: BTreeMap::new(),
        };
        let files = [
            (
                "WECHATPAY_PRIVATE_KEY",
                "apiclient_key.pem",
                shop.gateway.merchant_private_key().into(),
            ),
            (
                "WECHATPAY_CERTIFICATE",
                "apiclient_cert.pem",
                shop.gateway.merchant_certificate().to_vec(),
            ),
            (
                "WECHATPAY_PUBLIC_KEY",
                "pub_key.pem",
                shop.gateway.public_key_pem().into(),
            ),
            (
                "WECHATPAY_ROOT_CERTIFICATES",
                "roots.pem",
                shop.gateway.root_certificate().to_vec(),
            ),
        ];
        for (variable, name, content) in files {
            let content: Vec<u8> = content;
            let path = shop.write(name, content);
            shop.set(variable, path.display());
        }
        let mchid = shop.gateway.merchant().mchid().to_owned();
        shop.set("WECHATPAY_MCHID", mchid);
        let id = shop.gateway.public_key().public_key_id().to_owned();
        shop.set("WECHATPAY_PUBLIC_KEY_ID", id);
        shop.set("WECHATPAY_API_V3_KEY", "0123456789abcdef0123456789abcdef");
        shop.set("WECHATPAY_TIMEOUT", 10);
        let url = shop.gateway.base_url();
        shop.set("WECHATPAY_BASE_URL", url);
        shop
    }

    /// Sets an environment variable of the runs.
    pub fn set(&mut self, variable: &'static str, value: impl ToString) {
        self.variables.insert(variable, value.to_string());
    }

    pub fn unset(&mut self, variable: &str) {
        self.variables.remove(variable);
    }

    /// The path of a file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder, which only its owner may read.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        set_mode(&path, 0o600);
        path
    }

    /// The command in the folder, with no other environment than [`set`](Self::set).
    pub fn command(&self, arguments: &[&str]) -> tokio::process::Command {
        let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_wechatpay"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .envs(&self.variables)
            .stdin(Stdio::null());
        command
    }

    /// Runs the [`command`](Self::command).
    pub async fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, "").await
    }

    /// Runs the [`command`](Self::command) with a standard input.
    pub async fn run_with(&self, arguments: &[&str], input: &str) -> Run {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that does not read its input may have ended.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        let output = child.wait_with_output().await.unwrap();
        let text = |bytes: Vec<u8>| {
            let folder = self.folder.path().display().to_string();
            String::from_utf8(bytes)
                .unwrap()
                .replace(&format!("{folder}/"), "")
        };
        Run {
            code: output.status.code().unwrap(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

impl Run {
    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The JSON of the failure on standard error, after warnings.
    #[track_caller]
    pub fn failure(&self) -> Value {
        let start = self.stderr.find('{').unwrap_or_default();
        serde_json::from_str(&self.stderr[start..])
            .unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The error and the cures of a failure with an exit code, a line each.
    #[track_caller]
    pub fn failed(&self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        let failure = self.failure();
        let cures = failure["cures"].as_array().cloned().unwrap_or_default();
        let lines = [failure["error"].clone()].into_iter().chain(cures);
        let lines: Vec<_> = lines
            .map(|line| line.as_str().unwrap().to_owned())
            .collect();
        lines.join("\n")
    }
}

/// Runs the command in an empty folder, with no environment.
pub fn run_alone(arguments: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_wechatpay"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .env("HOME", folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

#[cfg(unix)]
pub fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(not(unix))]
pub fn set_mode(_path: &Path, _mode: u32) {}
