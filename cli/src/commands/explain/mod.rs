//! `wechatpay explain`: finds the clues in a text, and explains them offline.

mod apiv2;
mod body;
mod change;
mod clue;
mod event;
mod failed_line;
mod guess;
mod head;
mod header;
mod input;
mod invisible;
mod joined;
mod json;
mod notified;
mod number;
mod plain;
mod report;
mod request;
mod row;
mod section;
mod sign_error;
mod signature;
mod split;
mod words;

use std::collections::HashSet;

use clap::Args;

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
    settings::Settings,
};
use report::{Explanation, Explanations};
use section::sections;

#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExplainArguments {
    /// A Request-ID (应答请求ID), its last number, an error code (错误码), a message, or a text with any of them, such as a
    /// whole response or notification. `@FILE` reads a file, of which several may be given, `-` or nothing reads the standard input
    #[arg(value_name = "WHAT")]
    what: Vec<String>,
}

const AFTER_HELP: &str = "\
Examples:
  wechatpay explain 268498688
  wechatpay explain ORDERPAID 订单已支付
  curl -i … | wechatpay explain
  wechatpay explain @notification.txt      # headers, an empty line, the body
  wechatpay explain @headers.txt @body.json

Nothing is sent. If a key of WeChat Pay is configured, signatures are verified as of their own timestamp. With the \
APIv3 key (APIv3密钥), notifications (回调通知) are decrypted. The exit code is 1 if a notification is cut or not verified, a \
signature does not verify, a state beside a signed body is not signed, or the APIv3 key decrypts no notification. \
Advice is for people: a Request-ID is not signed.";

const GIVE: &str = "give a Request-ID or its last number, an error code, a message, or the whole response with its headers";

const NOT_UTF_8: &str = "the text is not UTF-8, so that its Chinese cannot be read: convert the text first, as by \
    `iconv -f GBK -t UTF-8 FILE`; a Windows console writes UTF-8 after `chcp 65001`";

/// The most explanations of one text: more of them are a log, which nobody reads to its end.
const MAX_EXPLANATIONS: usize = 50;

pub(crate) fn run(
    arguments: &ExplainArguments,
    settings: impl Fn() -> Result<Settings>,
    output: &Output,
) -> Result<Exit> {
    let texts = input::read(&arguments.what)?;
    if texts.iter().all(|text| text.trim().is_empty()) {
        return Err(Failure::configuration("the text is empty").cure(GIVE));
    }
    if texts.iter().any(|text| text.contains('\u{FFFD}')) {
        output.warning(NOT_UTF_8);
    }
    let mut explanations: Vec<Explanation> = Vec::new();
    let (mut seen, mut known) = (HashSet::new(), HashSet::new());
    let (mut is_refused, mut left_out) = (false, 0);
    for section in texts.iter().flat_map(|text| sections(text)) {
        if !seen.insert(section.text.clone()) {
            continue;
        }
        let explanation = Explanation::of(&section, &settings)?;
        is_refused |= explanation.is_refused();
        // A log often has the same error many times.
        if explanation.is_empty() || !known.insert(format!("{explanation:?}")) {
            continue;
        }
        match explanations.len() < MAX_EXPLANATIONS {
            true => explanations.push(explanation),
            false => left_out += 1,
        }
    }
    if explanations.is_empty() {
        return Err(nothing_found(&texts));
    }
    output.report(&Explanations {
        explanations,
        left_out,
    })?;
    Ok(match is_refused {
        true => Exit::Findings,
        false => Exit::Success,
    })
}

fn nothing_found(texts: &[String]) -> Failure {
    let failure =
        Failure::configuration("the text has nothing that WeChat Pay's errors are known by");
    let failure = match guess::of(texts) {
        Some(guess) => failure.cure(guess),
        None => failure,
    };
    failure.cure(GIVE).cure(
        "log the header `Request-ID` of every response: its last number is the most exact clue",
    )
}
