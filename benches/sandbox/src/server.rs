//! The gateway and the sandbox, each in a process of its own.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Read},
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};

use load::{Result, Settings};
use tempfile::TempDir;
use wechatpay_client::gateway::Gateway;
use wechatpay_sandbox::Sandbox;

/// The arguments that make this program a server.
pub const GATEWAY: &str = "gateway";
pub const SANDBOX: &str = "sandbox";

/// The variable with the folder of the sandbox.
const FOLDER: &str = "SANDBOX_FOLDER";

/// The clock of /proc, in ticks a second: a constant of Linux.
const TICKS: u64 = 100;

/// A server's process, which ends when this value is dropped.
pub struct Process {
    child: Child,
    folder: TempDir,
    pub settings: Settings,
}

impl Process {
    pub fn start(role: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut child = Command::new(env::current_exe()?)
            .arg(role)
            .env(FOLDER, folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = child.stdout.take().ok_or("no stdout")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        Ok(Self {
            child,
            folder,
            settings: serde_json::from_str(&line)?,
        })
    }

    /// The CPU time of the server, user and system.
    pub fn cpu(&self) -> Result<Duration> {
        let stat = fs::read_to_string(self.proc("stat"))?;
        // The name of the program is in brackets and may have blanks; utime and stime are 12 and 13 after it.
        let (_, values) = stat.rsplit_once(')').ok_or("no name in /proc/PID/stat")?;
        let ticks = values.split_whitespace().skip(11).take(2);
        let ticks = ticks
            .map(str::parse::<u64>)
            .sum::<std::result::Result<u64, _>>()?;
        Ok(Duration::from_millis(ticks * 1_000 / TICKS))
    }

    /// The resident memory of the server, in KiB.
    pub fn resident(&self) -> Result<f64> {
        let status = fs::read_to_string(self.proc("status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        Ok(number.ok_or("no VmRSS in /proc/PID/status")?.parse()?)
    }

    /// The size of the files of the state, in KiB.
    pub fn state(&self) -> Result<f64> {
        let mut bytes = 0;
        for entry in fs::read_dir(self.folder.path())? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with("state.") {
                bytes += entry.metadata()?.len();
            }
        }
        Ok(bytes as f64 / 1024.0)
    }

    fn proc(&self, file: &str) -> PathBuf {
        ["/proc", &self.child.id().to_string(), file]
            .iter()
            .collect()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Serves until the other end of stdin is closed.
#[tokio::main]
pub async fn serve_gateway() -> Result<()> {
    let gateway = Gateway::builder().operations(wechatpay_endpoints::facts());
    let gateway = gateway.start().await?;
    let merchant = gateway.merchant();
    announce(&Settings {
        base_url: gateway.base_url(),
        root: String::from_utf8(gateway.root_certificate().to_vec())?,
        mchid: merchant.mchid().to_owned(),
        serial_no: merchant.serial_no().to_owned(),
        private_key: gateway.merchant_private_key().to_owned(),
        public_key_id: gateway.public_key().public_key_id().to_owned(),
        public_key: gateway.public_key_pem().to_owned(),
        api_v3_key: String::new(),
    })
    .await
}

/// The same for a sandbox.
#[tokio::main]
pub async fn serve_sandbox() -> Result<()> {
    let mut settings = wechatpay_sandbox::Settings::new(env::var(FOLDER)?);
    (settings.http_port, settings.https_port, settings.proxy_port) = (0, 0, 0);
    let sandbox = Sandbox::start(&settings).await?;
    let account = sandbox.folder().accounts().next().ok_or("no merchant")?;
    let (merchant, signer) = (account.keys.merchant(), account.keys.notification_signer());
    announce(&Settings {
        base_url: format!("https://{}", sandbox.addresses().https),
        root: fs::read_to_string(sandbox.folder().authority())?,
        mchid: account.id.clone(),
        serial_no: merchant.serial_no().to_owned(),
        private_key: account.keys.private_key_pem().to_owned(),
        public_key_id: signer.key_id().to_owned(),
        public_key: signer.public_key_pem().to_owned(),
        api_v3_key: String::new(),
    })
    .await
}

async fn announce(settings: &Settings) -> Result<()> {
    println!("{}", serde_json::to_string(settings)?);
    tokio::task::spawn_blocking(|| io::stdin().read_to_end(&mut Vec::new())).await??;
    Ok(())
}
