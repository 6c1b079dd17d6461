//! `wechatpay sandbox`: a WeChat Pay on this machine, for programs in any language.

mod report;
mod running;
mod start;

use std::{env, path::PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;
use wechatpay_client::http::Method;
use wechatpay_sandbox::FaultRule;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};
use report::Shown;
use running::Running;
use start::StartArguments;

#[derive(Debug, Args)]
#[command(after_help = "\
The sandbox makes keys of a merchant, a service provider (服务商) and a brand (品牌) at its first
start. Keys and state stay in its folder. `sandbox.env` in the folder sets the variables of a shell,
and `sandbox.json` describes the keys. Only programs on this machine reach the sandbox. The commands
speak to the sandbox that runs with the same folder. In a shell with `sandbox.env`, HTTPS reaches no
other host.

Examples:
  wechatpay sandbox
  wechatpay sandbox --notify-to http://127.0.0.1:3000 --notify-speed 15
  . ~/.local/share/wechatpay/sandbox/sandbox.env && wechatpay doctor
  wechatpay sandbox pay 1900000109 20260101001
  wechatpay sandbox fault add drop-after-read POST /v3/refund/domestic/refunds count=1")]
pub(crate) struct SandboxArguments {
    #[command(subcommand)]
    command: Option<SandboxCommand>,

    /// The folder of keys and state [default: ~/.local/share/wechatpay/sandbox]
    #[arg(
        long,
        value_name = "FOLDER",
        global = true,
        env = "WECHATPAY_SANDBOX_FOLDER",
        hide_env_values = true
    )]
    folder: Option<PathBuf>,

    #[command(flatten)]
    start: StartArguments,
}

#[derive(Debug, Subcommand)]
enum SandboxCommand {
    /// Pay an order, as its user does
    Pay {
        /// The merchant or service provider that placed the order
        #[arg(value_name = "MCHID")]
        merchant: String,
        /// The merchant's number of the order (商户订单号)
        #[arg(value_name = "OUT_TRADE_NO")]
        out_trade_no: String,
    },
    /// Set the clock forward, past the ends of orders and the delays of notifications
    Forward {
        /// The seconds
        #[arg(value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(..=2_147_483_647))]
        seconds: u32,
    },
    /// List, add and remove faults, such as lost responses and wrong signatures
    ///
    /// A restart removes all faults but those of `--fault`.
    Fault {
        #[command(subcommand)]
        command: Option<FaultCommand>,
    },
    /// List notifications (回调通知), their attempts and the replies, the newest first
    Notifications {
        /// The most notifications to list
        #[arg(long, value_name = "N", default_value_t = 20,
            value_parser = clap::value_parser!(u32).range(1..=500))]
        limit: u32,
    },
    /// Send a notification again, also after a success
    SendAgain {
        /// The ID of the notification (通知ID)
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Divide the delays between the attempts of notifications, until the sandbox stops
    NotifySpeed {
        /// The divisor, 1 to 86400
        #[arg(value_name = "FACTOR", value_parser = clap::value_parser!(u32).range(1..=86_400))]
        factor: u32,
    },
    /// List the last requests since the start, what was wrong in them, and their faults, the newest first
    Requests {
        /// The most requests to list
        #[arg(long, value_name = "N", default_value_t = 20,
            value_parser = clap::value_parser!(u32).range(1..=1_000))]
        limit: u32,
    },
    /// Make another request of the sandbox's user, which the README lists
    Post {
        /// The path below /sandbox/, such as orders/1900000109/20260101001/pay
        #[arg(value_name = "PATH")]
        path: String,
        /// The body of the request, such as the URL of sharing/notify-urls/1900000109
        #[arg(short, long, value_name = "TEXT", default_value = "")]
        data: String,
    },
}

const RULES: &str = "\
A rule is the name of a fault, then in any order:
  METHOD, /PATH   the operation; the path may have placeholders, such as {out_trade_no}
  event=TYPE      the notifications of a type, such as TRANSACTION.SUCCESS
  on=requests     or on=notifications: all of them
  when=before     nothing is executed; when=after: executed
  count=N         the next N; without it, until the fault is removed
  percent=N       by chance; seed=N repeats the same chance
  milliseconds=N  of `delay`; bytes=N of `oversize-body`

Examples:
  wechatpay sandbox fault add drop-after-read POST /v3/pay/transactions/native count=1
  wechatpay sandbox fault add frequency-limited percent=10 seed=7
  wechatpay sandbox fault add wrong-signature event=TRANSACTION.SUCCESS count=1";

#[derive(Debug, Subcommand)]
enum FaultCommand {
    /// List the active faults, and all that can be added
    List,
    /// Add a fault
    #[command(after_help = RULES)]
    Add {
        /// The words of the rule, such as drop-after-read POST /v3/pay/transactions/native count=1
        #[arg(value_name = "WORD", required = true)]
        words: Vec<String>,
    },
    /// Remove a fault
    Remove {
        /// The number of the fault in the list
        #[arg(value_name = "NUMBER")]
        id: u64,
    },
    /// Remove all faults
    Clear,
}

/// Runs the sandbox until it is interrupted, or speaks to one that runs.
pub(crate) async fn run(arguments: &SandboxArguments, output: &Output) -> Result<Exit> {
    let folder = arguments.folder.clone().or_else(default_folder);
    let folder = folder.ok_or_else(|| {
        Failure::configuration("the folder of the sandbox is unknown, because HOME is not set")
            .cure("give --folder FOLDER")
    })?;
    let Some(command) = &arguments.command else {
        return start::run(&arguments.start, folder, output).await;
    };
    if arguments.start != StartArguments::default() {
        return Err(Failure::arguments(
            "ports, faults and the target of notifications are options of the start: leave them out",
        ));
    }
    let (method, path, body) = command.request()?;
    let response = Running::find(folder)?.send(method, &path, body).await?;
    output.report(&Shown::new(command.part(), response))?;
    Ok(Exit::Success)
}

impl SandboxCommand {
    /// The request to the sandbox: method, path below `/sandbox/`, and body.
    fn request(&self) -> Result<(Method, String, String)> {
        let post = |path: String| Ok((Method::POST, path, String::new()));
        let get = |path: String| Ok((Method::GET, path, String::new()));
        match self {
            Self::Pay {
                merchant,
                out_trade_no,
            } => post(format!(
                "orders/{}/{}/pay",
                segment(merchant),
                segment(out_trade_no)
            )),
            Self::Forward { seconds } => post(format!("clock/{seconds}")),
            Self::Fault { command } => match command {
                Some(command) => command.request(),
                None => FaultCommand::List.request(),
            },
            Self::Notifications { limit } => get(format!("notifications?limit={limit}")),
            Self::SendAgain { id } => post(format!("notifications/{}/send", segment(id))),
            Self::NotifySpeed { factor } => post(format!("notifications/speed/{factor}")),
            Self::Requests { limit } => get(format!("requests?limit={limit}")),
            Self::Post { path, data } => {
                let path = path.trim_start_matches('/');
                let path = path.strip_prefix("sandbox/").unwrap_or(path);
                Ok((Method::POST, path.to_owned(), data.clone()))
            }
        }
    }

    /// The member of the response that holds the list of the command.
    const fn part(&self) -> Option<report::Part> {
        match self {
            Self::Fault {
                command: None | Some(FaultCommand::List),
            } => Some(report::Part::Faults),
            Self::Notifications { .. } => Some(report::Part::Notifications),
            Self::Requests { .. } => Some(report::Part::Requests),
            _ => None,
        }
    }
}

impl FaultCommand {
    fn request(&self) -> Result<(Method, String, String)> {
        let all = || "faults".to_owned();
        Ok(match self {
            Self::List => (Method::GET, all(), String::new()),
            Self::Add { words } => {
                let rule: FaultRule = words.join(" ").parse().map_err(Failure::arguments)?;
                (Method::POST, all(), json!(rule).to_string())
            }
            Self::Remove { id } => (Method::DELETE, format!("faults/{id}"), String::new()),
            Self::Clear => (Method::DELETE, all(), String::new()),
        })
    }
}

fn default_folder() -> Option<PathBuf> {
    let data = env::var_os("XDG_DATA_HOME").filter(|folder| !folder.is_empty());
    let home = || Some(PathBuf::from(env::var_os("HOME")?).join(".local/share"));
    let data = data.map(PathBuf::from).or_else(home)?;
    Some(data.join("wechatpay/sandbox"))
}

/// A value as one segment of a path.
fn segment(value: &str) -> String {
    percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
}
