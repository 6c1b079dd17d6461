//! `wechatpay doctor`: checks the configuration of a merchant, offline and online.

mod caller;
mod calls;
mod check;
mod checklist;
mod files;
mod key_download;
mod merchant;
mod online;
mod response;
mod signing;
mod wechatpay;

use std::io;

use clap::Args;
use serde::Serialize;

use crate::{
    arguments::ConnectionArguments,
    failure::{Exit, Result},
    names::NameParser,
    output::{BOLD, GREEN, Output, RED, Report, YELLOW},
    settings::Settings,
};
use check::{Check, Checks, State};

#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct DoctorArguments {
    /// Check only files and options, and send nothing
    #[arg(long)]
    offline: bool,

    /// Let the self-test also send a notification (SECURITY_ECHO.SUCCESS) to this URL
    #[arg(long, value_name = "URL", conflicts_with = "offline")]
    notify_url: Option<String>,

    /// Print WeChat Pay's checklist before the launch (上线检查), of all products or of one, and check nothing
    #[arg(
        long,
        value_name = "PRODUCT",
        num_args = 0..=1,
        value_parser = NameParser(checklist::products),
        hide_possible_values = true,
        conflicts_with_all = ["offline", "notify_url"]
    )]
    #[allow(
        clippy::option_option,
        reason = "clap's form of an option with an optional value"
    )]
    checklist: Option<Option<String>>,
}

const AFTER_HELP: &str = "\
Examples:
  wechatpay doctor
  wechatpay doctor --offline --profile shop
  wechatpay doctor --output json | jq '.checks[] | select(.state == \"finding\")'
  wechatpay doctor --checklist profit-sharing

Online, the doctor queries an order that does not exist, and calls the self-test
(商户签名验签／加解密测试) POST /v3/security/echo. With an APIv3 key, it downloads
the platform certificates. Nothing of this changes anything.

A command of --sign-with signs a message of no use, also with --offline.

A finding hides few others, which are shown as skipped: while the clock is off,
the doctor signs with WeChat Pay's time. In place of a key that cannot be read,
the doctor signs with a throwaway key, which WeChat Pay refuses.

Exit codes: 0 all is right, 1 there are findings.";

/// The result of all checks.
#[derive(Debug, Serialize)]
struct Diagnosis {
    ok: usize,
    findings: usize,
    skipped: usize,
    checks: Vec<Check>,
}

pub(crate) async fn run(
    arguments: &DoctorArguments,
    connection: &ConnectionArguments,
    output: &Output,
) -> Result<Exit> {
    if let Some(product) = &arguments.checklist {
        return checklist::run(product.as_deref(), output);
    }
    let settings = Settings::new(connection)?;
    let diagnosis = diagnose(arguments, &settings, &connection.flags).await;
    output.report(&diagnosis)?;
    Ok(match diagnosis.findings {
        0 => Exit::Success,
        _ => Exit::Findings,
    })
}

async fn diagnose(arguments: &DoctorArguments, settings: &Settings, flags: &str) -> Diagnosis {
    let mut checks = Checks::default();
    let files = merchant::check(settings, &mut checks).await;
    wechatpay::check(settings, &mut checks);
    match arguments.offline {
        true => online::skip(&mut checks, "--offline sends nothing"),
        false => {
            let notify_url = arguments.notify_url.as_deref();
            online::check(settings, &files, notify_url, &mut checks).await;
        }
    }
    let flags = wechatpay::usable_flags(settings, &checks, flags);
    Diagnosis {
        ok: checks.count(State::Ok),
        findings: checks.count(State::Finding),
        skipped: checks.count(State::Skipped),
        checks: checks.into_list(&flags),
    }
}

impl Report for Diagnosis {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let widths = self.checks.iter().map(|check| check.name.len());
        let width = widths.max().unwrap_or_default();
        // Neighbours that were skipped for one reason share a line.
        let groups = self.checks.chunk_by(|left, right| {
            let both_skipped =
                left.result.state == State::Skipped && right.result.state == State::Skipped;
            both_skipped && left.result.detail == right.result.detail
        });
        for group in groups {
            write_group(out, group, width)?;
        }
        let Self {
            ok,
            findings,
            skipped,
            ..
        } = self;
        let plural = if *findings == 1 { "" } else { "s" };
        writeln!(
            out,
            "\n{BOLD}{findings} finding{plural}{BOLD:#}, {ok} right, {skipped} skipped"
        )
    }
}

/// Writes a check, or several that were skipped for one reason.
fn write_group(out: &mut dyn io::Write, group: &[Check], width: usize) -> io::Result<()> {
    let [first, others @ ..] = group else {
        return Ok(());
    };
    let (style, mark, prefix) = match first.result.state {
        State::Ok => (GREEN, "✓", ""),
        State::Finding => (RED, "✗", ""),
        State::Skipped => (YELLOW, "-", "skipped: "),
    };
    let detail = &first.result.detail;
    let name = first.name;
    write!(
        out,
        "{style}{mark} {name:width$}{style:#}  {prefix}{detail}"
    )?;
    if !others.is_empty() {
        let names: Vec<_> = others.iter().map(|check| check.name).collect();
        write!(out, " (also {})", names.join(", "))?;
    }
    writeln!(out)?;
    for step in &first.result.to_do {
        writeln!(out, "  {:width$}  {BOLD}→{BOLD:#} {step}", "")?;
    }
    Ok(())
}
