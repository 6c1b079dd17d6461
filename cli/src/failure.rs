//! A command that failed: the cause, the cure, and the exit code.

use std::{error::Error, fmt, io, path::Path, process::ExitCode};

use serde::Serialize;
use wechatpay_client::Outcome;

pub(crate) type Result<T, E = Failure> = std::result::Result<T, E>;

/// The exit codes. `wechatpay --help` documents them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything is right.
    Success = 0,
    /// A check found something: `doctor`, or `trigger --conformance`.
    Findings = 1,
    // 2 is clap's code for wrong arguments.
    /// The configuration, a key or a file cannot be used. Nothing was sent.
    Configuration = 3,
    /// WeChat Pay did not execute the request.
    NotExecuted = 4,
    /// WeChat Pay may have executed the request.
    Unknown = 5,
    /// WeChat Pay executed the request, but the response could not be read.
    Executed = 6,
}

/// A failure for people: one screen with the cause and the cure.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    #[serde(skip)]
    exit: Exit,
    /// The thing that is wrong.
    error: String,
    /// The steps to mend it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cures: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
}

impl Failure {
    /// A configuration, a key or a file that cannot be used.
    pub(crate) fn configuration(error: impl fmt::Display) -> Self {
        Self {
            exit: Exit::Configuration,
            error: error.to_string(),
            cures: Vec::new(),
            outcome: None,
            request_id: None,
        }
    }

    /// A file that cannot be read or written.
    pub(crate) fn file(path: &Path, action: &str, error: &io::Error) -> Self {
        let failure = Self::configuration(format!("cannot {action} {}: {error}", path.display()));
        match error.kind() {
            io::ErrorKind::NotFound => failure.cure(
                "check the path; a relative path in a configuration file begins at that file",
            ),
            io::ErrorKind::PermissionDenied => failure
                .cure("run the command as the owner of the file, or change its owner with `chown`"),
            io::ErrorKind::IsADirectory => failure.cure("name a file in the folder"),
            _ => failure,
        }
    }

    /// Adds a step to mend it.
    pub(crate) fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cures.push(cure.into());
        self
    }

    pub(crate) const fn exit(&self) -> Exit {
        self.exit
    }

    /// The steps to mend it.
    pub(crate) fn cures(&self) -> &[String] {
        &self.cures
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.error)
    }
}

impl From<wechatpay_client::Error> for Failure {
    fn from(error: wechatpay_client::Error) -> Self {
        let outcome = error.outcome();
        Self {
            exit: outcome.into(),
            error: with_sources(&error),
            cures: Vec::new(),
            outcome: Some(outcome.name()),
            request_id: error.request_id().map(str::to_owned),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::configuration(error)
    }
}

impl From<Outcome> for Exit {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotExecuted => Self::NotExecuted,
            Outcome::Unknown => Self::Unknown,
            Outcome::Executed => Self::Executed,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The messages of an error and of its sources, each once.
pub(crate) fn with_sources(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let message = error.to_string();
        if !text.contains(&message) {
            text = format!("{text}: {message}");
        }
        source = error.source();
    }
    text
}
