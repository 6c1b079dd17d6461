//! The result of one notification, as WeChat Pay would take it.

use std::io;

use serde::Serialize;
use serde_json::Value;

use super::{
    resource::NewNumber,
    target::{BODY_LIMIT, LIMIT, PATIENCE, Reply, Silence},
};
use crate::output::{GREEN, RED, YELLOW, printable};

/// The longest body in a text for people, in characters.
const SHOWN: usize = 400;

/// One notification that was sent, and its reply.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Attempt {
    /// The kind of the notification, if a check sends several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) label: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) milliseconds: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// The reason why there is no reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// WeChat Pay takes the reply as a success: 2xx within 5 seconds.
    is_success: bool,
    /// The steps to mend a reply that is no success.
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<String>,
    /// Facts that the reader of the reply must know, whether or not it is a success.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    /// The status says that the notification was received, but the body that it was not.
    #[serde(skip)]
    is_contradictory: bool,
    #[serde(skip)]
    is_timeout: bool,
}

impl Attempt {
    pub(crate) fn new(label: Option<&'static str>, result: Result<Reply, Silence>) -> Self {
        let cure = cure(&result);
        match result {
            Ok(reply) => Self {
                label,
                status: Some(reply.status),
                milliseconds: Some(reply.elapsed.as_millis()),
                notes: notes(&reply),
                is_contradictory: is_contradictory(&reply),
                is_success: is_2xx(reply.status) && reply.elapsed <= LIMIT,
                body: Some(reply.body),
                error: None,
                is_timeout: false,
                cure,
            },
            Err(silence) => Self {
                label,
                status: None,
                milliseconds: None,
                body: None,
                is_timeout: matches!(silence, Silence::TimedOut),
                error: Some(match silence {
                    Silence::Unreachable { error, .. } => error,
                    Silence::Closed(error) => error,
                    Silence::TimedOut => format!("timed out after {} s", PATIENCE.as_secs()),
                }),
                is_success: false,
                cure,
                notes: Vec::new(),
                is_contradictory: false,
            },
        }
    }

    pub(crate) const fn is_success(&self) -> bool {
        self.is_success
    }

    /// Tests if the status is 2xx, however late.
    pub(crate) fn is_accepted(&self) -> bool {
        self.status.is_some_and(is_2xx)
    }

    /// Tests if the status is 4xx or 5xx.
    pub(crate) fn is_refused(&self) -> bool {
        self.status
            .is_some_and(|status| (400..600).contains(&status))
    }

    /// Tests if the server took longer than WeChat Pay waits.
    pub(crate) fn is_slow(&self) -> bool {
        let is_late = |milliseconds: u128| milliseconds > LIMIT.as_millis();
        match self.milliseconds {
            Some(milliseconds) => is_late(milliseconds),
            None => self.is_timeout,
        }
    }

    pub(crate) fn cure(&self) -> Option<&str> {
        self.cure.as_deref()
    }

    /// The step to mend the reply, and that of a number which the server may not know.
    pub(crate) fn cure_with(&self, number: Option<&NewNumber>) -> String {
        let cure = self.cure().unwrap_or("look into the log of the server");
        match number.filter(|_| self.may_be_of_unknown_number()) {
            Some(number) => format!("{cure}; or {}", number.cure()),
            None => cure.to_owned(),
        }
    }

    /// Adds the step of a number which the server may not know.
    pub(crate) fn of_number(mut self, number: Option<&NewNumber>) -> Self {
        if self.cure.is_some() {
            self.cure = Some(self.cure_with(number));
        }
        self
    }

    /// Tests if a server may reply like this because it knows no such order.
    pub(crate) fn may_be_of_unknown_number(&self) -> bool {
        self.is_refused() && !matches!(self.status, Some(405 | 501))
    }

    /// Tests if the status is 5xx.
    pub(crate) fn is_fault(&self) -> bool {
        self.status.is_some_and(|status| status >= 500)
    }

    pub(crate) fn has_status_of(&self, other: &Self) -> bool {
        self.status == other.status
    }

    /// Tests if the status is 2xx, but the body says that the notification was not received.
    pub(crate) const fn is_contradictory(&self) -> bool {
        self.is_contradictory
    }

    /// The status and the time, or the reason why there is no reply.
    pub(crate) fn summary(&self) -> String {
        match (self.status, self.milliseconds, &self.error) {
            (Some(status), Some(milliseconds), _) => format!("{status} in {milliseconds} ms"),
            (_, _, error) => error.clone().unwrap_or_default(),
        }
    }

    /// Writes one line with the reply.
    pub(crate) fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let (style, sign) = match self.is_success {
            true => (GREEN, "✓"),
            false => (RED, "✗"),
        };
        let body = self.body.as_deref().unwrap_or_default();
        let line = format!("{}  {}", self.summary(), shown(body));
        writeln!(out, "{style}{sign}{style:#} {}", line.trim_end())?;
        let mut notes = self.notes.iter();
        notes.try_for_each(|note| writeln!(out, "  {YELLOW}!{YELLOW:#} {note}"))
    }
}

/// The advice for a reply of 2xx whose body says that the notification was not received.
pub(crate) const CONTRADICTORY: &str = "WeChat Pay reads only the status, and takes this notification as received: \
    reply with 4xx or 5xx to have it sent again";

fn notes(reply: &Reply) -> Vec<String> {
    let mut notes = Vec::new();
    if is_contradictory(reply) {
        notes.push(format!("the body says FAIL, but {CONTRADICTORY}"));
    }
    if reply.is_cut {
        let limit = BODY_LIMIT / 1024;
        notes.push(format!(
            "the body is longer than {limit} KiB: the rest was not read"
        ));
    }
    notes
}

/// Tests if a reply of 2xx has the body of a failure, such as `{"code":"FAIL"}`.
fn is_contradictory(reply: &Reply) -> bool {
    let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
    let code = body.get("code").and_then(Value::as_str).unwrap_or_default();
    is_2xx(reply.status)
        && ["FAIL", "ERROR"]
            .iter()
            .any(|failure| failure.eq_ignore_ascii_case(code))
}

/// The beginning of a body.
fn shown(body: &str) -> String {
    let mut shown = printable(&body.chars().take(SHOWN).collect::<String>());
    if body.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn is_2xx(status: u16) -> bool {
    (200..300).contains(&status)
}

fn cure(result: &Result<Reply, Silence>) -> Option<String> {
    let reply = match result {
        Ok(reply) => reply,
        Err(Silence::Unreachable { cure, .. }) => return Some(cure.clone()),
        Err(Silence::Closed(_)) => return Some(NO_RESPONSE.to_owned()),
        Err(Silence::TimedOut) => return Some(SLOW.to_owned()),
    };
    let cure = match reply.status {
        200..=299 if reply.elapsed <= LIMIT => return None,
        200..=299 => SLOW,
        300..=399 => {
            let location = reply.location.as_deref().unwrap_or("another address");
            return Some(format!(
                "WeChat Pay follows no redirect: give the final URL as notify_url; this one leads to {}",
                shown(location)
            ));
        }
        401 | 403 => {
            "give the server the test keys (`wechatpay trigger --show-keys`), verify the bytes of the body as they arrive, before anything parses them, and exempt the path from logins and CSRF checks"
        }
        404 | 405 | 501 => "check the path: the server takes no POST there",
        400..=499 => {
            "give the server the test keys (`wechatpay trigger --show-keys`), and read the reason in its log"
        }
        _ => "look into the log of the server",
    };
    Some(cure.to_owned())
}

const NO_RESPONSE: &str = "the server must send an HTTP response: look into its log; a port that speaks TLS needs https://";

const SLOW: &str = "WeChat Pay waits 5 s: reply first, and do the work afterwards";
