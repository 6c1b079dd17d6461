//! `wechatpay bill`: downloads a bill or a receipt, checked, unpacked and decrypted.

mod date;
mod kind;
mod parameters;
pub(super) mod save;

use std::{io, path::PathBuf};

use chrono::NaiveDate;
use clap::{Args, builder::PossibleValuesParser};
use serde::Serialize;
use wechatpay_client::{BillFile, Client};

use self::{
    kind::{Described, Kind},
    save::{Destination, Draft, failure_at},
};
use crate::{
    failure::{Exit, Failure, Result},
    interrupt::Interrupt,
    output::{BOLD, GREEN, Output, Report, YELLOW},
    overwrite::OverwriteArguments,
    sender::Request,
    settings::{KeySource, Settings},
};

const EXAMPLES: &str = "\
Examples:
  wechatpay bill trade --date 2026-11-25
  wechatpay bill fundflow --account OPERATION -o - | less
  wechatpay bill transfer-receipt -q out_bill_no=plfk2020042013 -o receipt.pdf";

#[derive(Debug, Args)]
#[command(after_help = EXAMPLES, after_long_help = long_help())]
pub(crate) struct BillArguments {
    /// The bill or receipt; `--help` lists all with their Chinese names
    #[arg(value_parser = PossibleValuesParser::new(Kind::names()), hide_possible_values = true)]
    bill: String,

    /// The date of the bill, YYYY-MM-DD, in Beijing [default: yesterday]
    #[arg(long, value_name = "DATE")]
    date: Option<String>,

    /// The sub-merchant (子商户号, 二级商户号)
    #[arg(long, value_name = "MCHID")]
    sub_mchid: Option<String>,

    /// The type of the bill (账单类型), such as SUCCESS or REFUND
    #[arg(long = "type", value_name = "TYPE")]
    bill_type: Option<String>,

    /// The account of the funds (资金账户类型), such as BASIC or OPERATION
    #[arg(long = "account", value_name = "ACCOUNT")]
    account_type: Option<String>,

    /// The service of a pay score bill (服务ID)
    #[arg(long, value_name = "ID")]
    service_id: Option<String>,

    /// The stock of a coupon bill (批次号)
    #[arg(long, value_name = "ID")]
    stock_id: Option<String>,

    /// A further parameter of the operation, such as the number of a receipt; sent without a check
    #[arg(short = 'q', long = "query", value_name = "NAME=VALUE", value_parser = parameters::pair)]
    query: Vec<(String, String)>,

    /// The file, or a folder, or `-` for standard output [default: a name of bill, date and options]
    #[arg(short, long, value_name = "FILE")]
    out: Option<PathBuf>,

    #[command(flatten)]
    overwrite: OverwriteArguments,
}

#[derive(Debug, Serialize)]
struct BillReport {
    bill: &'static str,
    #[serde(skip)]
    label: &'static str,
    date: Option<String>,
    /// `None` for standard output, and for a bill without files.
    path: Option<PathBuf>,
    /// The size of the joined files in bytes.
    size: u64,
    files: Vec<FileReport>,
    /// The ID of the key that verified the description of the files. `None` for a file without a description.
    key_id: Option<String>,
    request_id: Option<String>,
}

#[derive(Debug, Serialize)]
struct FileReport {
    size: u64,
    /// `None` for a file of which WeChat Pay gives no hash.
    hash_type: Option<String>,
    hash_value: Option<String>,
    encrypted: bool,
}

pub(crate) async fn run(
    arguments: &BillArguments,
    settings: &Settings,
    output: &Output,
) -> Result<Exit> {
    let interrupt = Interrupt::watch(*output);
    let kind = Kind::find(&arguments.bill)?;
    let operation = kind.operation()?;
    let date = arguments.date(operation)?;
    // Before the request, which names only the settings of the merchant.
    let client = settings.client()?;
    let request = arguments.request(kind, operation, date, settings)?;
    if kind.is_encrypted()? {
        check_key(kind, settings)?;
    }
    let destination = Destination::new(arguments.out.as_deref(), &arguments.file_name(kind, date));
    let report = BillReport {
        bill: &kind.name,
        label: &kind.label,
        date: date.map(|date| date.to_string()),
        path: destination.path().map(PathBuf::from),
        size: 0,
        files: Vec::new(),
        key_id: None,
        request_id: None,
    };
    let is_to_stdout = destination == Destination::StandardOutput;
    // From here on, a signal drops the draft, which removes its file.
    interrupt.begin(true);
    let draft = Draft::new(destination, arguments.overwrite)?;
    let download = report.download(&request, kind, &client, draft);
    let report = interrupt.or_interrupted(download).await;
    let report = report.map_err(Failure::of_query)?;
    match is_to_stdout {
        true => output.report_beside(&report),
        false => output.report(&report)?,
    }
    Ok(Exit::Success)
}

impl BillReport {
    async fn download(
        mut self,
        request: &Request,
        kind: &Kind,
        client: &Client,
        mut draft: Draft,
    ) -> Result<Self> {
        if request.operation().responds_with_file() {
            let download = request.download(client).await.map_err(with_cures)?;
            self.request_id = download.request_id().map(str::to_owned);
            self.push(draft.add_unhashed(download).await?, None);
        } else {
            let response = request.send(client).await.map_err(with_cures)?;
            self.key_id = response.key_id;
            self.request_id = response.request_id;
            let described = kind.described(&response.body.to_value());
            let request_id = self.request_id.clone();
            match described.map_err(|failure| failure.with_request_id(request_id))? {
                Described::Address(address) => {
                    let download = Client::download_from(client, &address).await;
                    let download = download.map_err(|error| failure_at(&address, error))?;
                    let size = draft.add_unhashed(download).await;
                    let size = size.map_err(|failure| failure.of_file_at(&address))?;
                    self.push(size, None);
                }
                Described::Files(files) => {
                    for file in &files {
                        self.push(draft.add(client, file).await?, Some(file));
                    }
                }
            }
        }
        match &*self.files {
            [] => self.path = None,
            _ => draft.finish().await?,
        }
        Ok(self)
    }

    fn push(&mut self, size: u64, file: Option<&BillFile>) {
        self.size += size;
        self.files.push(FileReport {
            size,
            hash_type: file.map(|file| file.hash_type().to_owned()),
            hash_value: file.map(|file| file.hash_value().to_owned()),
            encrypted: file.is_some_and(BillFile::is_encrypted),
        });
    }
}

impl Report for BillReport {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let Self {
            bill, label, size, ..
        } = self;
        let date = self.date.as_ref();
        let date = date.map_or(String::new(), |date| format!(" {date}"));
        if self.files.is_empty() {
            return writeln!(
                out,
                "{YELLOW}{bill}{YELLOW:#} ({label}){date}: no files, because there are no records. Nothing was saved"
            );
        }
        writeln!(out, "{BOLD}{bill}{BOLD:#} ({label}){date}: {size} bytes")?;
        for file in &self.files {
            match (&file.hash_type, &file.hash_value) {
                (Some(kind), Some(hash)) => {
                    let encrypted = if file.encrypted { ", decrypted" } else { "" };
                    writeln!(
                        out,
                        "  {GREEN}checked{GREEN:#} {kind} {hash}, {} bytes{encrypted}",
                        file.size
                    )?;
                }
                _ => writeln!(
                    out,
                    "  {YELLOW}not checked{YELLOW:#}: WeChat Pay gives no hash of this file"
                )?,
            }
        }
        match &self.path {
            Some(path) => writeln!(out, "saved {}", path.display()),
            None => Ok(()),
        }
    }
}

impl BillArguments {
    /// The default name of the file: bill, date and parameters.
    fn file_name(&self, kind: &Kind, date: Option<NaiveDate>) -> String {
        let mut parts = vec![kind.name.clone()];
        parts.extend(date.map(|date| date.to_string()));
        parts.extend(self.given().map(|(_, value)| safe(value)));
        parts.extend(self.query.iter().map(|(_, value)| safe(value)));
        format!("{}.{}", parts.join("-"), kind.extension())
    }
}

/// Refuses a key that only signs: the files of the bill are always encrypted for the key of the merchant.
fn check_key(kind: &Kind, settings: &Settings) -> Result<()> {
    match settings.key_source()? {
        KeySource::Command(_) => Err(Failure::configuration(format!(
            "the files of {} ({}) are always encrypted, and --sign-with only signs",
            kind.name, kind.label
        ))
        .cure("give --private-key FILE or --pkcs12 FILE in place of --sign-with")),
        _ => Ok(()),
    }
}

/// A text in a file's name.
fn safe(text: &str) -> String {
    let safe = |character: char| match character.is_alphanumeric() || character == '_' {
        true => character,
        false => '_',
    };
    text.chars().map(safe).collect()
}

/// The failure of WeChat Pay's response to the request for a bill, with the steps to mend it.
fn with_cures(failure: Failure) -> Failure {
    match failure.code() {
        Some("NO_STATEMENT_EXIST") => failure
            .with_exit(Exit::NotExecuted)
            .cure("there is no bill of a day without records: check the date, the merchant and the type")
            .cure("WeChat Pay makes the bill of yesterday until 10:00 (Beijing time), and keeps bills for three months"),
        Some("STATEMENT_CREATING") => failure
            .with_exit(Exit::NotExecuted)
            .cure("WeChat Pay is making the bill: download it after 10:00 (Beijing time)"),
        _ => failure,
    }
}

fn long_help() -> String {
    let kinds = Kind::list();
    format!(
        "\
Bills and receipts:
{kinds}

Bills arrive gzip-compressed. Their hashes are checked, and encrypted files are decrypted and joined.
Nothing is saved if a check fails. WeChat Pay gives no hash of some files outside the mainland: the
report says so. A receipt (电子回单) is a PDF, and its number is a parameter: -q out_bill_no=NUMBER.

{EXAMPLES}"
    )
}
