//! The arguments of the command line.

use std::{env, path::PathBuf};

use clap::{
    Arg, ArgMatches, Args, Command, CommandFactory as _, Error, FromArgMatches as _, Parser,
    builder::Resettable,
    error::{ContextKind, ContextValue, ErrorKind},
    parser::ValueSource,
};

use crate::{command_line, commands, key_material, output::OutputArguments, timeout::Timeout};

/// Checks keys, signatures and notifications of WeChat Pay APIv3 (微信支付), and calls every operation
#[derive(Debug, Parser)]
#[command(
    name = "wechatpay",
    version,
    arg_required_else_help = true,
    after_help = AFTER_HELP,
    after_long_help = AFTER_LONG_HELP,
    max_term_width = 100
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: commands::Command,

    #[command(flatten)]
    pub(crate) connection: ConnectionArguments,

    #[command(flatten)]
    pub(crate) output: OutputArguments,
}

impl Arguments {
    /// Reads the arguments and their environment variables. Ends the program if they are wrong.
    pub(crate) fn read() -> Self {
        let mut command = with_usage(Self::command().mut_args(without_empty_variable));
        let matches = command.try_get_matches_from_mut(env::args_os());
        let arguments = matches.and_then(|matches| Self::of(&matches));
        arguments.unwrap_or_else(|error| without_key(with_variable(error)).exit())
    }

    fn of(matches: &ArgMatches) -> Result<Self, Error> {
        let mut arguments = Self::from_arg_matches(matches)?;
        let source = matches.value_source("api_v3_key_file");
        arguments.connection.is_api_v3_key_file_flag = source == Some(ValueSource::CommandLine);
        arguments.connection.flags = command_line::connection_flags(matches);
        Ok(arguments)
    }
}

/// The program with the usage of the help for each command, also in errors and man pages. By itself, clap adds the
/// options that the environment gives to the usage of an error, and man pages list options without their values.
pub(crate) fn with_usage(mut command: Command) -> Command {
    command.build();
    overridden(command)
}

fn overridden(command: Command) -> Command {
    let command = command.mut_subcommands(overridden);
    let usage = command.clone().render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage).to_owned();
    command.override_usage(usage)
}

/// An empty environment variable is the same as none.
fn without_empty_variable(argument: Arg) -> Arg {
    let variable = argument.get_env().and_then(env::var_os);
    match variable.is_some_and(|value| value.is_empty()) {
        true => argument.env(Resettable::Reset),
        false => argument,
    }
}

/// The error with the environment variable that gave its value: clap names only the option.
fn with_variable(mut error: Error) -> Error {
    let Some(ContextValue::String(argument)) = error.get(ContextKind::InvalidArg) else {
        return error;
    };
    let name = argument.split(' ').next().unwrap_or_default().to_owned();
    let is_given = env::args_os().any(|given| {
        let given = given.to_string_lossy();
        let rest = given.strip_prefix(&*name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
    });
    let command = Arguments::command();
    let mut known = command.get_arguments();
    let option = known.find(|known| known.get_long() == name.strip_prefix("--"));
    let variable = option.and_then(Arg::get_env).filter(|_| !is_given);
    if let Some(variable) = variable.filter(|variable| env::var_os(variable).is_some()) {
        let variable = variable.display();
        let tip = format!("the value is that of the environment variable {variable}");
        error.insert(
            ContextKind::Suggested,
            ContextValue::StyledStrs(vec![tip.into()]),
        );
    }
    error
}

/// The error, or another one if it prints a key: clap repeats the value that it refuses.
fn without_key(error: Error) -> Error {
    let arguments: Vec<_> = env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let printed = error.to_string();
    let is_printed = |value: &str| {
        let start: String = value.chars().take(16).collect();
        printed.contains(&start)
    };
    let is_key = |value: &String| key_material::is_key_material(value) && is_printed(value);
    let Some(index) = arguments
        .iter()
        .position(is_key)
        .filter(|_| error.use_stderr())
    else {
        return error;
    };
    let before = index.checked_sub(1).and_then(|index| arguments.get(index));
    let option = before.and_then(|argument| argument.strip_prefix("--"));
    let mut command = Arguments::command();
    let is_option = |option: &&str| {
        let mut known = command
            .get_arguments()
            .filter(|known| known.get_env().is_some());
        known.any(|known| known.get_long() == Some(*option))
    };
    let option = option.filter(is_option);
    let place = option.map_or_else(|| "an argument".to_owned(), key_material::flag);
    let text = format!(
        "{place} is a key itself, not the path of a file: write the key to a file that only you may read, and give \
         the path of the file"
    );
    command.error(ErrorKind::InvalidValue, text)
}

const AFTER_HELP: &str = "`--help` explains the configuration and the exit codes.";

const AFTER_LONG_HELP: &str = "\
Configuration:
  Each option of a merchant comes from a flag, from the environment variable
  beside it, or from a profile of the configuration file, in this order. A
  secret is never an argument: the APIv3 key (APIv3密钥) is in
  WECHATPAY_API_V3_KEY or in a file, and keys are in files.

  $XDG_CONFIG_HOME/wechatpay/config.toml, else ~/.config/wechatpay/config.toml:

    default = \"shop\"

    [profiles.shop]
    mchid = \"1900000109\"
    private-key = \"apiclient_key.pem\"        # relative to this file
    certificate = \"apiclient_cert.pem\"
    public-key = \"pub_key.pem\"
    public-key-id = \"PUB_KEY_ID_…\"
    api-v3-key-file = \"api_v3_key.txt\"

Network:
  The command sends requests only to WeChat Pay, or to the base URL that you
  give, and only those that you ask for. `trigger` sends to the URL that you
  give.

Exit codes:
  0  everything is right
  1  a check found something (`doctor`, `explain`, `trigger`) or is undecided
     (`trigger --conformance` without `--effects`), or a `--watch` ended early
  2  the command line is wrong: an unknown name, or a value of a wrong form
  3  a setting, a key, a file or the request cannot be used, or the command was
     stopped; nothing was executed
  4  WeChat Pay did not execute the request, or the request was a query, which
     changes nothing
  5  WeChat Pay may have executed the request: query before you repeat
  6  WeChat Pay executed it, but the response could not be read or written";

/// The merchant, its keys and the network.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Merchant")]
pub(crate) struct ConnectionArguments {
    /// The profile of the configuration file
    #[arg(
        long,
        global = true,
        value_name = "NAME",
        env = "WECHATPAY_PROFILE",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) profile: Option<String>,

    /// The configuration file
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_CONFIG",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) config: Option<PathBuf>,

    /// The merchant number (商户号) of the merchant or service provider (服务商)
    #[arg(
        long,
        global = true,
        value_name = "MCHID",
        env = "WECHATPAY_MCHID",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) mchid: Option<String>,

    /// The number of a brand (品牌) in brand-direct mode (品牌直连), in place of a merchant number
    #[arg(
        long,
        global = true,
        value_name = "ID",
        env = "WECHATPAY_BRAND_ID",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) brand_id: Option<String>,

    /// The serial number of the merchant API certificate (商户API证书序列号); not needed with a certificate
    #[arg(
        long,
        global = true,
        value_name = "HEX",
        env = "WECHATPAY_SERIAL_NO",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) serial_no: Option<String>,

    /// The merchant API private key (商户API私钥): PEM, or its base64 in one line
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_PRIVATE_KEY",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) private_key: Option<PathBuf>,

    /// The merchant API certificate (商户API证书), with which number and key are checked
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_CERTIFICATE",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) certificate: Option<PathBuf>,

    /// The file with private key and certificate (`apiclient_cert.p12`). Its password is the merchant number, or
    /// WECHATPAY_PKCS12_PASSWORD
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_PKCS12",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) pkcs12: Option<PathBuf>,

    /// A command that signs: the message on its standard input, the signature on its standard output, raw or base64,
    /// within half of the timeout
    #[arg(
        long,
        global = true,
        value_name = "COMMAND",
        env = "WECHATPAY_SIGN_WITH",
        hide_env_values = true,
        hide_short_help = true
    )]
    pub(crate) sign_with: Option<String>,

    /// The WeChat Pay public key (微信支付公钥): PEM
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_PUBLIC_KEY",
        hide_env_values = true,
        help_heading = "WeChat Pay",
        hide_short_help = true
    )]
    pub(crate) public_key: Option<PathBuf>,

    /// The ID of the WeChat Pay public key (微信支付公钥ID), PUB_KEY_ID_…
    #[arg(
        long,
        global = true,
        value_name = "ID",
        env = "WECHATPAY_PUBLIC_KEY_ID",
        hide_env_values = true,
        help_heading = "WeChat Pay",
        hide_short_help = true
    )]
    pub(crate) public_key_id: Option<String>,

    /// A platform certificate (微信支付平台证书); without one, the APIv3 key downloads them
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_PLATFORM_CERTIFICATE",
        hide_env_values = true,
        help_heading = "WeChat Pay",
        hide_short_help = true
    )]
    pub(crate) platform_certificate: Option<PathBuf>,

    /// A file with the APIv3 key (APIv3密钥); the key itself may be in WECHATPAY_API_V3_KEY
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_API_V3_KEY_FILE",
        hide_env_values = true,
        help_heading = "WeChat Pay",
        hide_short_help = true
    )]
    pub(crate) api_v3_key_file: Option<PathBuf>,

    /// The file is named by the flag, which precedes WECHATPAY_API_V3_KEY.
    #[arg(skip)]
    pub(crate) is_api_v3_key_file_flag: bool,

    /// The flags of the command line, as a further command of the same merchant repeats them.
    #[arg(skip)]
    pub(crate) flags: String,

    /// The URL in place of https://api.mch.weixin.qq.com
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "WECHATPAY_BASE_URL",
        hide_env_values = true,
        help_heading = "Network",
        hide_short_help = true
    )]
    pub(crate) base_url: Option<String>,

    /// The hosts outside the mainland (境外)
    #[arg(long, global = true, help_heading = "Network", hide_short_help = true)]
    pub(crate) global: bool,

    /// The HTTP proxy: http://host:port; HTTPS_PROXY is not read
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "WECHATPAY_PROXY",
        hide_env_values = true,
        help_heading = "Network",
        hide_short_help = true
    )]
    pub(crate) proxy: Option<String>,

    /// Further root certificates for TLS: PEM
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "WECHATPAY_ROOT_CERTIFICATES",
        hide_env_values = true,
        help_heading = "Network",
        hide_short_help = true
    )]
    pub(crate) root_certificates: Option<PathBuf>,

    /// The timeout of a call in seconds, from 1 to 3600 [default: 30]
    #[arg(
        long,
        global = true,
        value_name = "SECONDS",
        env = "WECHATPAY_TIMEOUT",
        hide_env_values = true,
        help_heading = "Network",
        hide_short_help = true,
        allow_negative_numbers = true
    )]
    pub(crate) timeout: Option<Timeout>,
}
