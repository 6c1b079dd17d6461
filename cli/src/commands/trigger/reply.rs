//! The result of one notification, as WeChat Pay would take it.

use std::io;

use serde::Serialize;

use super::target::{LIMIT, Reply, Silence};
use crate::output::{GREEN, RED};

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
}

impl Attempt {
    pub(crate) fn new(label: Option<&'static str>, result: Result<Reply, Silence>) -> Self {
        let cure = cure(&result);
        match result {
            Ok(reply) => Self {
                label,
                status: Some(reply.status),
                milliseconds: Some(reply.elapsed.as_millis()),
                body: Some(reply.body),
                error: None,
                is_success: is_2xx(reply.status) && reply.elapsed <= LIMIT,
                cure,
            },
            Err(silence) => Self {
                label,
                status: None,
                milliseconds: None,
                body: None,
                error: Some(match silence {
                    Silence::Unreachable { error, .. } => error,
                    Silence::Closed(error) => format!("no reply: {error}"),
                    Silence::TimedOut => "no reply within 10 s".to_owned(),
                }),
                is_success: false,
                cure,
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
            None => self.error.as_deref() == Some("no reply within 10 s"),
        }
    }

    pub(crate) fn cure(&self) -> Option<&str> {
        self.cure.as_deref()
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
        writeln!(
            out,
            "{style}{sign}{style:#} {}  {}",
            self.summary(),
            shown(body)
        )
    }
}

/// The beginning of a body, without characters that a terminal obeys.
fn shown(body: &str) -> String {
    let mut shown: String = body
        .chars()
        .take(SHOWN)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
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
        Err(Silence::Closed(_)) => {
            return Some("the server must send an HTTP response: look into its log".to_owned());
        }
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
            "give the server the test keys (`wechatpay trigger --show-keys`), and exempt the path from logins and CSRF checks"
        }
        404 | 405 | 501 => "check the path: the server takes no POST there",
        400..=499 => {
            "give the server the test keys (`wechatpay trigger --show-keys`), and read the reason in its log"
        }
        _ => "look into the log of the server",
    };
    Some(cure.to_owned())
}

const SLOW: &str = "WeChat Pay waits 5 s: reply first, and do the work afterwards";
