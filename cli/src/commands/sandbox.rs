//! `wechatpay sandbox`: a WeChat Pay on this machine, for programs in any language.

use std::{env, io, path::PathBuf};

use clap::Args;
use serde::Serialize;
use wechatpay_client::http::Uri;
use wechatpay_sandbox::{Sandbox, Settings};

use crate::{
    failure::{Exit, Failure, Result},
    output::{BOLD, Output, Report},
};

#[derive(Debug, Args)]
#[command(after_help = "\
The sandbox makes keys of a merchant, a service provider (服务商) and a brand (品牌) at its first start. Keys and state
stay in its folder. `sandbox.env` in the folder sets the variables of a shell, and `sandbox.json` describes the keys.
Only programs on this machine reach the sandbox.

Examples:
  wechatpay sandbox
  wechatpay sandbox --notify-to http://127.0.0.1:3000
  . ~/.local/share/wechatpay/sandbox/sandbox.env && wechatpay doctor
  curl -X POST http://127.0.0.1:9080/sandbox/orders/1900000109/20260101001/pay")]
pub(crate) struct SandboxArguments {
    /// The folder of keys and state [default: ~/.local/share/wechatpay/sandbox]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,

    /// The port of plain HTTP, for curl and front ends
    #[arg(long, value_name = "PORT", default_value_t = 9_080)]
    http_port: u16,

    /// The port of HTTPS, for programs that have a base URL
    #[arg(long, value_name = "PORT", default_value_t = 9_443)]
    https_port: u16,

    /// The port of the proxy, for SDKs in which the hosts of WeChat Pay are fixed
    #[arg(long, value_name = "PORT", default_value_t = 9_081)]
    proxy_port: u16,

    /// The scheme and host that get all notifications, in place of those of `notify_url`
    #[arg(long, value_name = "URL")]
    notify_to: Option<Uri>,
}

/// Runs the sandbox until it is interrupted.
pub(crate) async fn run(arguments: &SandboxArguments, output: &Output) -> Result<Exit> {
    let folder = arguments.folder.clone().or_else(default_folder);
    let folder = folder.ok_or_else(|| {
        Failure::configuration("the folder of the sandbox is unknown, because HOME is not set")
            .cure("give --folder FOLDER")
    })?;
    let mut settings = Settings::new(folder);
    settings.http_port = arguments.http_port;
    settings.https_port = arguments.https_port;
    settings.proxy_port = arguments.proxy_port;
    settings.notify_to.clone_from(&arguments.notify_to);
    let sandbox = Sandbox::start(&settings)
        .await
        .map_err(Failure::configuration)?;
    output.report(&Started::new(&sandbox))?;
    tokio::signal::ctrl_c().await?;
    Ok(Exit::Success)
}

fn default_folder() -> Option<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").filter(|folder| !folder.is_empty());
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".local/share"));
    let data = data.map(PathBuf::from).or_else(home)?;
    Some(data.join("wechatpay/sandbox"))
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
        writeln!(out, "proxy    {}  for SDKs with fixed hosts", self.proxy)?;
        writeln!(out, "shell    . {environment}")?;
        writeln!(out, "keys     {}", self.description.display())
    }
}
