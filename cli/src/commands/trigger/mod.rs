//! `wechatpay trigger`: sends notifications (回调通知) to the user's own server, signed and encrypted with test keys.

mod conformance;
mod effects;
mod event;
mod judge;
mod keys;
mod reply;
mod report;
mod resource;
mod target;
mod verdict;

use std::{cell::Cell, io, path::PathBuf};

use clap::{ArgGroup, Args};
use serde_json::Value;

use self::{
    conformance::Conformance,
    effects::Effects,
    event::{Chosen, EventList},
    keys::TestKeys,
    reply::Attempt,
    report::{ConformanceReport, Sent},
    resource::NewNumber,
    target::{Silence, Target},
    verdict::{State, Verdict, verdicts},
};
use crate::{
    certificate::read_roots,
    failure::{Exit, Failure, Result},
    names::NameParser,
    output::Output,
    settings::Settings,
};

/// The event of `--conformance` without an event.
const PAID: &str = "TRANSACTION.SUCCESS";

const AFTER_HELP: &str = "\
WeChat Pay itself offers no way to test notifications. This command signs and encrypts them with test keys of its \
own, which the server under test must trust: `--show-keys` prints its settings.

Examples:
  wechatpay trigger --show-keys
  wechatpay trigger TRANSACTION.SUCCESS --to http://127.0.0.1:3000/notify \\
      -s out_trade_no=20260101001 -s amount.total=100
  wechatpay trigger REFUND.SUCCESS --resource-of service-provider --to http://127.0.0.1:3000/notify
  wechatpay trigger --conformance http://127.0.0.1:3000/notify \\
      --effects \"psql -Atc 'select count(*) from orders where paid'\"

Checks of --conformance:
  right notification   2xx within 5 s
  same again           2xx, handled once
  signature probe      (签名探测流量) refused with 4xx or 5xx
  wrong signature      refused; also without a signature
  altered body         refused
  old timestamp        refused: ten minutes old
  two at once          handled once
  wrong amount         not taken
  other sub-merchant   (子商户) not taken

  The reply shows only a part. --effects shows if an order is handled once, and not with a wrong amount.

Exit codes: 0 WeChat Pay would take the reply as a success, or all checks are right; 1 it would send the notification \
again, a check found something, or a check is undecided, as some are without --effects.";

#[derive(Debug, Args)]
#[command(
    group(ArgGroup::new("action").required(true).args(["to", "conformance", "list", "show_keys"])),
    after_help = AFTER_HELP
)]
pub(crate) struct TriggerArguments {
    /// The event, such as TRANSACTION.SUCCESS (支付成功) [default with --conformance: TRANSACTION.SUCCESS]
    #[arg(value_parser = NameParser(event::names), hide_possible_values = true)]
    event: Option<String>,

    /// Send one notification to this URL, and show the reply
    #[arg(long, value_name = "URL", requires = "event")]
    to: Option<String>,

    /// Check how the server at this URL replies to right and wrong notifications
    #[arg(long, value_name = "URL")]
    conformance: Option<String>,

    /// List all events or the given one, with the resources of each
    #[arg(long)]
    list: bool,

    /// Print the settings of the server under test, and send nothing
    #[arg(long)]
    show_keys: bool,

    /// The product whose resource is sent, if several share the event; `--list` names them
    #[arg(long, value_name = "NAME")]
    resource_of: Option<String>,

    /// Change a member of the resource, such as amount.total=1. Its numbers, such as out_trade_no and transaction_id, are
    /// new in each run, unless they are set
    #[arg(short, long = "set", value_name = "PATH=VALUE")]
    set: Vec<String>,

    /// The resource in place of the example: JSON, @FILE, or - for standard input
    #[arg(short, long, value_name = "JSON|@FILE|-", allow_hyphen_values = true)]
    data: Option<String>,

    /// Send the notification so many times, with the same ID
    #[arg(long, value_name = "N", default_value_t = 1, conflicts_with = "conformance",
        value_parser = clap::value_parser!(u32).range(1..=1000))]
    times: u32,

    /// A command that prints the number of handled orders, or a text that changes with each
    #[arg(long, value_name = "COMMAND", requires = "conformance")]
    effects: Option<String>,

    /// The folder of the test keys, made at the first use
    #[arg(long, value_name = "FOLDER", default_value = "wechatpay-test-keys")]
    keys: PathBuf,

    /// Send to another machine than this one, which is yours
    #[arg(long)]
    yes_this_is_mine: bool,
}

pub(crate) async fn run(
    arguments: &TriggerArguments,
    settings: impl FnOnce() -> Result<Settings>,
    output: &Output,
) -> Result<Exit> {
    if arguments.list {
        output.report(&EventList::new(arguments.event.as_deref())?)?;
        return Ok(Exit::Success);
    }
    if arguments.show_keys {
        output.report(&TestKeys::open(&arguments.keys)?.settings())?;
        return Ok(Exit::Success);
    }
    let trigger = Trigger::new(arguments, &settings()?).await?;
    match arguments.conformance {
        Some(_) => trigger.conformance(arguments, output).await,
        None => trigger.send(arguments.times, output).await,
    }
}

/// Everything that one run sends.
struct Trigger {
    chosen: Chosen,
    resource: Value,
    /// The merchant's number that this run made; `None` if the user gave one.
    number: Option<NewNumber>,
    target: Target,
    keys: TestKeys,
}

impl Trigger {
    async fn new(arguments: &TriggerArguments, settings: &Settings) -> Result<Self> {
        let event = arguments.event.as_deref().unwrap_or(PAID);
        let chosen = Chosen::find(event, arguments.resource_of.as_deref())?;
        let resource = resource::resource(
            chosen.example.clone(),
            arguments.data.as_deref(),
            &arguments.set,
        )?;
        // A server handles an order once: a second run with the numbers of the example would prove nothing.
        let resource = match arguments.data {
            Some(_) => resource,
            None => resource::with_new_numbers(resource, &arguments.set),
        };
        let number = match arguments.data {
            Some(_) => None,
            None => NewNumber::of(&resource, &arguments.set),
        };
        let url = arguments.to.as_deref().or(arguments.conformance.as_deref());
        let roots = settings.options().root_certificates.as_deref();
        let roots = roots.map(read_roots).transpose()?;
        let is_mine = arguments.yes_this_is_mine;
        let target = Target::resolve(url.unwrap_or_default(), is_mine, roots.as_deref()).await?;
        Ok(Self {
            chosen,
            resource,
            number,
            target,
            keys: TestKeys::open(&arguments.keys)?,
        })
    }

    /// Sends one notification, and again with the same body.
    async fn send(self, times: u32, output: &Output) -> Result<Exit> {
        let event_type = self.chosen.event.event_type.as_str();
        let original_type = self.chosen.original_type;
        let signer = &self.keys.signer;
        let body = signer.body(event_type, original_type, &self.resource)?;
        let mut attempts = Vec::new();
        for _ in 0..times {
            match self.target.send(signer.sign(body.clone())?).await {
                Err(Silence::Unreachable { error, cure }) if attempts.is_empty() => {
                    self.show_new_keys(output)?;
                    return Err(Failure::configuration(error).cure(cure));
                }
                result => {
                    attempts.push(Attempt::new(None, result).of_number(self.number.as_ref()));
                }
            }
        }
        let body: Value = serde_json::from_slice(&body).map_err(Failure::configuration)?;
        let sent = Sent {
            event_type,
            label: self.chosen.event.label.as_deref(),
            resource_of: self.chosen.resource_of.as_deref(),
            url: self.target.to_string(),
            id: body
                .pointer("/id")
                .and_then(Value::as_str)
                .unwrap_or_default(),
            is_success: attempts.iter().all(Attempt::is_success),
            note: self.target.note(),
            attempts,
            resource: &self.resource,
            sensitive_in_plaintext: &self.chosen.sensitive,
            keys: self.keys.settings(),
        };
        output.report(&sent)?;
        Ok(exit(sent.is_success))
    }

    async fn conformance(self, arguments: &TriggerArguments, output: &Output) -> Result<Exit> {
        let effects = arguments.effects.clone().map(Effects::new);
        let conformance = Conformance {
            signer: &self.keys.signer,
            target: &self.target,
            event_type: &self.chosen.event.event_type,
            original_type: self.chosen.original_type,
            resource: &self.resource,
            effects: effects.as_ref(),
            is_reached: Cell::new(false),
        };
        let trials = match conformance.run().await {
            Ok(trials) => trials,
            Err(failure) => {
                self.show_new_keys(output)?;
                return Err(failure);
            }
        };
        let checks = verdicts(trials, self.number.as_ref());
        let count = |state| checks.iter().filter(|check| check.state == state).count();
        let report = ConformanceReport {
            event_type: &self.chosen.event.event_type,
            resource_of: self.chosen.resource_of.as_deref(),
            url: self.target.to_string(),
            note: self.target.note(),
            ok: count(State::Ok),
            findings: count(State::Finding),
            notes: count(State::Note),
            undecided: count(State::Undecided),
            skipped: count(State::Skipped),
            is_proven: checks.iter().all(Verdict::is_proven),
            checks,
            keys: self.keys.settings(),
        };
        output.report(&report)?;
        Ok(exit(report.is_right()))
    }

    /// A run that fails would hide the settings of keys that it made.
    fn show_new_keys(&self, output: &Output) -> io::Result<()> {
        match self.keys.is_new {
            true => output.report(&self.keys.settings()),
            false => Ok(()),
        }
    }
}

const fn exit(is_right: bool) -> Exit {
    match is_right {
        true => Exit::Success,
        false => Exit::Findings,
    }
}
