//! `wechatpay call`: one call of any operation, signed and verified.

mod dry_run;
mod form;
mod input;
pub(crate) mod money;
mod next;
mod result;
mod summary;
mod target;
mod upload_limits;

use std::{
    fmt,
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
};

use clap::Args;
use wechatpay_client::{Client, Merchant};
use wechatpay_endpoints::facts::Operation;

use super::bill::save::{Destination, Draft};
use crate::{
    decrypt::Decryption,
    failure::{Exit, Failure, Result},
    interrupt::Interrupt,
    output::{Output, may_be_closed},
    overwrite::OverwriteArguments,
    sender::{Request, Response},
    settings::{KeySource, Settings},
};
use dry_run::DryRun;
use input::Input;
use money::Risk;
use result::{CallResult, SavedFile, exit};

#[derive(Args)]
#[command(
    override_usage = "wechatpay call [OPTIONS] <METHOD> <PATH>\n       wechatpay call [OPTIONS] <NAME>",
    after_help = "\
Examples:
  wechatpay call GET /v3/pay/transactions/out-trade-no/1217752501 -q mchid=1900000109
  wechatpay call refund.create_refund -d @refund.json --dry-run
  wechatpay call POST /v3/merchant/media/upload -F logo.png"
)]
pub(crate) struct CallArguments {
    /// METHOD and path, with the values in it; or the name of the operation, such as `refund.create_refund`
    #[arg(required = true, num_args = 1..=2, value_name = "OPERATION")]
    pub(crate) operation: Vec<String>,

    /// A query parameter, or the value of a placeholder in the path
    #[arg(short, long, value_name = "NAME=VALUE")]
    pub(crate) query: Vec<String>,

    /// The JSON body, @FILE, or - for standard input. Give sensitive members (敏感信息) in plaintext: the client encrypts them
    #[arg(short, long, value_name = "JSON|@FILE|-", conflicts_with = "files")]
    pub(crate) data: Option<String>,

    /// The file to upload, or NAME=VALUE for another part of the form, such as 'meta={…}'
    #[arg(short = 'F', long = "form", value_name = "FILE|NAME=VALUE")]
    pub(crate) files: Vec<String>,

    /// A header that the operation declares, such as 'Idempotency-Key: …'
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    pub(crate) headers: Vec<String>,

    /// The path to save a downloaded file at, or - for standard output
    #[arg(short = 'o', long = "save", value_name = "FILE")]
    save: Option<PathBuf>,

    #[command(flatten)]
    overwrite: OverwriteArguments,

    /// Print the sensitive members (敏感信息) of the response in plaintext. Needs --private-key or --pkcs12
    #[arg(long, conflicts_with = "unlisted")]
    decrypt: bool,

    /// Show the request with its signature, and send nothing to WeChat Pay
    #[arg(long)]
    dry_run: bool,

    /// Send without asking, also if the operation moves money, changes where money goes, or ends something for good
    #[arg(short, long)]
    yes: bool,

    /// Send the request without checking it against the facts
    #[arg(long)]
    no_check: bool,

    /// Call an operation that is not known: nothing is checked, and no member is encrypted
    #[arg(long)]
    pub(crate) unlisted: bool,
}

pub(crate) async fn run(
    arguments: &CallArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let interrupt = Interrupt::watch(*output);
    let input = Input::read(arguments, settings.options().global).await?;
    let request = &input.request;
    let operation = request.operation();
    if !input.is_listed {
        let warning =
            "the operation is not known: the request is not checked, and nothing is encrypted";
        output.warning(warning);
    } else if !arguments.no_check {
        // Before its length is a mistake.
        request.check_plaintexts()?;
        input.check(arguments, settings)?;
    }
    request.check_path()?;
    check_network(operation, settings)?;
    check_save(operation, arguments)?;
    if arguments.decrypt {
        check_decrypt(operation, settings)?;
    }
    if arguments.dry_run {
        output.report(&DryRun::of(request, settings).await?)?;
        return Ok(Exit::Success);
    }
    let client = settings.client()?;
    if let Some(risk) = Risk::of(operation).filter(|_| !arguments.yes) {
        confirm(&input, risk, settings)?;
    }
    interrupt.begin(next::changes_nothing(operation));
    let sent = send(&input, &client, arguments, settings, output);
    let sent = interrupt.or_interrupted(sent).await;
    if matches!(sent, Ok(Exit::Unknown)) {
        let step = next::open_result(&input, settings);
        output.warning(&format!(
            "the response has the status 202, so the result is open: {step}"
        ));
    }
    if sent.is_ok() && !next::changes_nothing(operation) && may_be_closed() {
        output.warning(UNSEEN);
    }
    sent.map_err(|failure| next::with_steps(failure, &input, settings))
}

/// The warning after a request whose response nobody may have seen.
const UNSEEN: &str = "WeChat Pay executed the request, but standard output is closed or /dev/null, so the response is lost: \
    query the result, and do not repeat the request";

/// Without values, which may be sensitive.
impl fmt::Debug for CallArguments {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallArguments")
            .field("operation", &self.operation)
            .finish_non_exhaustive()
    }
}

/// Checks that the profile is one of the operation's hosts and mode.
fn check_network(operation: &Operation, settings: &Settings) -> Result<()> {
    let options = settings.options();
    let is_brand = operation.path.starts_with("/brand/");
    match (operation.host.is_some(), options.global) {
        (true, false) => {
            return Err(Failure::configuration(format!(
                "{operation} is on the hosts outside the mainland (境外)"
            ))
            .cure("add --global, or `global = true` to the profile"));
        }
        (false, true) => {
            return Err(Failure::configuration(format!(
                "{operation} is on the hosts of the mainland"
            ))
            .cure("leave out --global, and use a profile of the mainland"));
        }
        _ => {}
    }
    match (is_brand, options.brand_id.is_some()) {
        (true, false) if options.mchid.is_some() => Err(Failure::configuration(format!(
            "{operation} is for brands (品牌直连)"
        ))
        .cure("give --brand-id ID in place of --mchid, with the keys of the brand")),
        (false, true) => Err(Failure::configuration(format!(
            "{operation} is for merchants (商户)"
        ))
        .cure("give --mchid MCHID in place of --brand-id, with the keys of the merchant")),
        _ => Ok(()),
    }
}

const REDIRECT: &str = "leave out -o, and redirect the output: wechatpay call … > FILE";

/// Checks that a file has a path to be saved at, and nothing else has.
fn check_save(operation: &Operation, arguments: &CallArguments) -> Result<()> {
    match (operation.responds_with_file(), &arguments.save) {
        (true, None) if !arguments.dry_run => Err(Failure::configuration(format!(
            "{operation} responds with a file"
        ))
        .cure("save it with -o FILE, or write it to standard output with -o -")),
        (false, Some(_)) if !operation.name.is_empty() => Err(Failure::configuration(format!(
            "{operation} responds with JSON, not with a file"
        ))
        .cure(REDIRECT)),
        // A download is always a GET to the library, whose errors would say that this request was not executed.
        (false, Some(_)) if operation.method != "GET" => Err(Failure::configuration(format!(
            "{operation} is no GET, and only the response to a GET is saved as a file"
        ))
        .cure(REDIRECT)),
        _ => Ok(()),
    }
}

/// Checks that a private key is there, and members that the key decrypts.
fn check_decrypt(operation: &Operation, settings: &Settings) -> Result<()> {
    if operation.responds_with_file() {
        return Err(Failure::configuration(format!(
            "{operation} responds with a file, which has no sensitive members"
        ))
        .cure("leave out --decrypt"));
    }
    match settings.key_source()? {
        KeySource::Command(_) => Err(Failure::configuration(
            "--decrypt needs the private key, and --sign-with only signs",
        )
        .cure("give --private-key FILE or --pkcs12 FILE in place of --sign-with")
        .cure("or leave out --decrypt: sensitive members stay encrypted")),
        _ => Ok(()),
    }
}

/// Asks on the terminal.
fn confirm(input: &Input, risk: Risk, settings: &Settings) -> Result<()> {
    let operation = input.request.operation();
    let label = match &*operation.label {
        "" => "an operation that is not listed".to_owned(),
        label => label.to_owned(),
    };
    let moves = format!("{operation} ({label}) {risk}");
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(
            Failure::configuration(format!("{moves}, and nobody can be asked"))
                .cure("look at the request with --dry-run")
                .cure("send it with --yes"),
        );
    }
    // Not locked: a signal is reported while this thread waits for the reply.
    let mut terminal = io::stderr();
    writeln!(terminal, "{moves}:")?;
    for line in summary::of(operation, &input.values) {
        writeln!(terminal, "  {line}")?;
    }
    write!(terminal, "{} [y/N] ", question(settings))?;
    terminal.flush()?;
    let mut reply = String::new();
    io::stdin().read_line(&mut reply)?;
    match reply.trim() {
        "y" | "Y" | "yes" => Ok(()),
        _ => Err(Failure::configuration(
            "not sent, because you did not say yes",
        )),
    }
}

/// The question with the merchant and the host, so that nobody pays at WeChat Pay in place of a sandbox.
fn question(settings: &Settings) -> String {
    let options = settings.options();
    let holder = options.mchid.as_deref().or(options.brand_id.as_deref());
    let holder = holder.map_or(String::new(), |holder| format!(" for {holder}"));
    let host = options.host_url();
    match options.base_url.is_some() {
        true => format!("Send it{holder} to {host} (--base-url)?"),
        false => format!("Send it{holder} to WeChat Pay at {host}?"),
    }
}

async fn send(
    input: &Input,
    client: &Client,
    arguments: &CallArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let request = &input.request;
    let open = next::open_result(input, settings);
    match &arguments.save {
        Some(path) => save(request, client, path, arguments.overwrite, output).await,
        None if arguments.decrypt => {
            let merchant = settings.merchant()?;
            respond_decrypted(request, client, &merchant, open, output).await
        }
        None => respond(request, client, open, output).await,
    }
}

async fn respond(
    request: &Request,
    client: &Client,
    open: String,
    output: &Output,
) -> Result<Exit> {
    let response = request.send(client).await?;
    report(request, response, open, output)
}

/// Prints the response with its plaintexts. Exits like a response that cannot be read if a member stays encrypted.
async fn respond_decrypted(
    request: &Request,
    client: &Client,
    merchant: &Merchant,
    open: String,
    output: &Output,
) -> Result<Exit> {
    let (response, Decryption { decrypted, failed }) =
        request.send_and_decrypt(client, merchant).await?;
    let exit = report(request, response, open, output)?;
    match (&*decrypted, &*failed) {
        ([], []) => output.note("nothing to decrypt: the response has no sensitive members"),
        ([], _) => {}
        (decrypted, _) => output.note(&format!("decrypted: {}", decrypted.join(", "))),
    }
    if failed.is_empty() {
        return Ok(exit);
    }
    output.warning(&format!(
        "not decrypted: {}: WeChat Pay encrypted them for another merchant API certificate, or sent no ciphertext; \
         give the private key of that certificate",
        failed.join(", ")
    ));
    Ok(Exit::Executed)
}

/// Prints a response, with the step `open` if the result is open. The failure of an output after WeChat Pay executed the
/// request says so. The response to a query may be lost: the query can be repeated.
fn report(request: &Request, response: Response, open: String, output: &Output) -> Result<Exit> {
    let request_id = response.request_id.clone();
    let exit = exit(request.operation(), &response);
    let result = CallResult::new(response);
    let result = match exit {
        Exit::Unknown => result.open(open),
        _ => result,
    };
    let written = match next::changes_nothing(request.operation()) {
        true => output.report(&result),
        false => output.report_whole(&result),
    };
    written.map_err(|error| Failure::unwritten(&error, request_id))?;
    Ok(exit)
}

/// Saves the file whole or not at all. The place is checked before the request is sent.
async fn save(
    request: &Request,
    client: &Client,
    path: &Path,
    overwrite: OverwriteArguments,
    output: &Output,
) -> Result<Exit> {
    if path.is_dir() {
        return Err(
            Failure::configuration(format!("{} is a folder", path.display()))
                .cure("name a file in the folder"),
        );
    }
    let destination = Destination::new(Some(path), "");
    let is_to_stdout = destination == Destination::StandardOutput;
    let mut draft = Draft::new(destination, overwrite)?;
    let download = request.download(client).await?;
    let request_id = download.request_id().map(str::to_owned);
    let size = draft.add_unhashed(download).await?;
    draft.finish().await?;
    if !is_to_stdout {
        let written = output.report(&SavedFile::new(path, size, request_id.clone()));
        written.map_err(|error| Failure::unwritten(&error, request_id))?;
    }
    Ok(Exit::Success)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arguments::ConnectionArguments;

    #[test]
    fn the_question_names_merchant_and_host() {
        let asked = |base_url: Option<&str>, global| {
            // No configuration file of the user.
            let config = tempfile::NamedTempFile::new().unwrap();
            let settings = Settings::new(&ConnectionArguments {
                config: Some(config.path().to_owned()),
                mchid: Some("1900000109".to_owned()),
                base_url: base_url.map(str::to_owned),
                global,
                ..ConnectionArguments::default()
            });
            question(&settings.unwrap())
        };
        for (found, expected) in [
            (
                asked(None, false),
                "Send it for 1900000109 to WeChat Pay at https://api.mch.weixin.qq.com?",
            ),
            (
                asked(None, true),
                "Send it for 1900000109 to WeChat Pay at https://apihk.mch.weixin.qq.com?",
            ),
            (
                asked(Some("https://127.0.0.1:9443"), false),
                "Send it for 1900000109 to https://127.0.0.1:9443 (--base-url)?",
            ),
        ] {
            assert_eq!(found, expected);
        }
    }
}
