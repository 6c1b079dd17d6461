//! `wechatpay sandbox` without a command: runs the sandbox.

use std::{io, path::PathBuf, pin::pin};

use clap::Args;
use serde::Serialize;
use wechatpay_sandbox::{
    FaultRule, NotificationTarget, Sandbox, SandboxError, Settings, StoreError,
};

use crate::{
    failure::{Exit, Failure, Result},
    interrupt,
    output::{BOLD, Output, Report},
};

const HTTP_PORT: u16 = 9_080;
const HTTPS_PORT: u16 = 9_443;
const PROXY_PORT: u16 = 9_081;

#[derive(Debug, Args, PartialEq)]
pub(super) struct StartArguments {
    /// The port of plain HTTP, for curl and front ends
    #[arg(long, value_name = "PORT", default_value_t = HTTP_PORT)]
    http_port: u16,

    /// The port of HTTPS, for programs that have a base URL
    #[arg(long, value_name = "PORT", default_value_t = HTTPS_PORT)]
    https_port: u16,

    /// The port of the proxy, for SDKs in which the hosts of WeChat Pay are fixed
    #[arg(long, value_name = "PORT", default_value_t = PROXY_PORT)]
    proxy_port: u16,

    /// The scheme, host and port that get all notifications, in place of those of `notify_url`
    #[arg(long, value_name = "URL")]
    notify_to: Option<NotificationTarget>,

    /// The divisor of the delays between the attempts of a notification, 1 to 86400
    #[arg(long, value_name = "FACTOR", default_value_t = 1,
        value_parser = clap::value_parser!(u32).range(1..=86_400))]
    notify_speed: u32,

    /// A fault of the start, as `wechatpay sandbox fault add` takes it; may be repeated
    #[arg(long = "fault", value_name = "RULE")]
    faults: Vec<FaultRule>,
}

impl Default for StartArguments {
    fn default() -> Self {
        Self {
            http_port: HTTP_PORT,
            https_port: HTTPS_PORT,
            proxy_port: PROXY_PORT,
            notify_to: None,
            notify_speed: 1,
            faults: Vec::new(),
        }
    }
}

/// Runs the sandbox until it is interrupted.
pub(super) async fn run(
    arguments: &StartArguments,
    folder: PathBuf,
    output: &Output,
) -> Result<Exit> {
    let mut settings = Settings::new(folder);
    settings.http_port = arguments.http_port;
    settings.https_port = arguments.https_port;
    settings.proxy_port = arguments.proxy_port;
    settings.notify_to.clone_from(&arguments.notify_to);
    settings.notify_speed = arguments.notify_speed;
    settings.faults.clone_from(&arguments.faults);
    let sandbox = Sandbox::start(&settings).await.map_err(failure)?;
    for keys in sandbox.folder().made_again() {
        output.warning(keys);
    }
    output.report(&Started::new(&sandbox))?;
    let mut interrupted = pin!(interrupt::wait());
    let mut problems = sandbox.problems();
    loop {
        tokio::select! {
            () = &mut interrupted => return Ok(Exit::Success),
            Ok(()) = problems.changed() => tell(output, problems.borrow_and_update().as_ref()),
        }
    }
}

/// Tells once that the state has a problem, and once that the problem has ended.
fn tell(output: &Output, problem: Option<&StoreError>) {
    match problem {
        Some(problem) => output.warning(&format!(
            "{problem}; requests get SYSTEM_ERROR until that has ended"
        )),
        None => output.note("the state can be written again"),
    }
}

/// The failure of a start, with the option that mends it.
fn failure(error: SandboxError) -> Failure {
    let failure = Failure::configuration(&error);
    match error {
        SandboxError::Folder(_) | SandboxError::Store(_) => {
            failure.cure("name another folder: --folder FOLDER")
        }
        SandboxError::Port { .. } => failure
            .cure("choose ports by --http-port, --https-port and --proxy-port; 0 takes a free one"),
        _ => failure,
    }
}

/// The addresses of a sandbox that runs.
#[derive(Debug, Serialize)]
struct Started {
    http: String,
    https: String,
    proxy: String,
    environment: PathBuf,
    description: PathBuf,
}

impl Started {
    fn new(sandbox: &Sandbox) -> Self {
        let addresses = sandbox.addresses();
        Self {
            http: format!("http://{}", addresses.http),
            https: format!("https://{}", addresses.https),
            proxy: format!("http://{}", addresses.proxy),
            environment: sandbox.folder().environment(),
            description: sandbox.folder().description(),
        }
    }
}

impl Report for Started {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let environment = self.environment.display();
        writeln!(out, "{BOLD}sandbox{BOLD:#}  {}  {}", self.http, self.https)?;
        writeln!(out, "page     {}  in a browser", self.http)?;
        writeln!(out, "proxy    {}  for SDKs with fixed hosts", self.proxy)?;
        writeln!(out, "shell    . {environment}")?;
        writeln!(out, "keys     {}", self.description.display())
    }
}
