//! A command that failed: the cause, the cure, and the exit code.

mod file;
mod first_step;
mod text;

use std::{error::Error, fmt, io, process::ExitCode};

use serde::{Serialize, Serializer};
use wechatpay_client::{ErrorKind, Outcome, error::TransportErrorKind};

use crate::{
    command_line::with_flags,
    config::Profile,
    error_response::{ErrorResponse, Explanation},
    library_text::{in_own_terms, of_query},
    no_connection::{NoConnection, Way},
};
use first_step::first_step;
use text::text;

/// The step after a connection that broke before a response, if the base URL has no TLS.
pub(crate) const SILENT_PORT: &str =
    "check that the port speaks HTTP; a port that speaks TLS needs https:// in --base-url";

pub(crate) type Result<T, E = Failure> = std::result::Result<T, E>;

/// The exit codes. `wechatpay --help` documents them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything is right.
    Success = 0,
    /// A check of `doctor`, `explain` or `trigger` found something or is undecided, or a `--watch` ended early.
    Findings = 1,
    /// The command line is wrong: an unknown name, or a value of a wrong form. clap has the same code.
    Arguments = 2,
    /// The configuration, a key or a file cannot be used, or the command was stopped. Nothing was executed.
    Configuration = 3,
    /// WeChat Pay did not execute the request, or the request was a query, which changes nothing.
    NotExecuted = 4,
    /// WeChat Pay may have executed the request, which is no query.
    Unknown = 5,
    /// WeChat Pay executed the request, but the response could not be read or written.
    Executed = 6,
}

/// A failure for people: one screen with the cause and the cure.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    #[serde(skip)]
    exit: Exit,
    /// The cause may pass by itself, such as that of a 502.
    #[serde(skip)]
    is_temporary: bool,
    /// The response is not verified.
    #[serde(skip)]
    is_unverified: bool,
    /// The connection broke before a response.
    #[serde(skip)]
    is_silent: bool,
    #[serde(skip)]
    no_connection: Option<NoConnection>,
    /// The address of the file whose download failed. `None` for a request to the base URL.
    #[serde(skip)]
    file_url: Option<String>,
    /// The thing that is wrong.
    error: String,
    /// The mistakes of a request, each by itself for programs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mistakes: Vec<String>,
    /// The steps to mend the cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cures: Vec<String>,
    #[serde(serialize_with = "name", skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(flatten)]
    response: Option<Box<ErrorResponse>>,
}

impl Failure {
    /// A command line that is wrong: an unknown name, or a value of a wrong form.
    pub(crate) fn arguments(error: impl fmt::Display) -> Self {
        Self {
            exit: Exit::Arguments,
            ..Self::configuration(error)
        }
    }

    /// A configuration, a key, a file or a request that cannot be used.
    pub(crate) fn configuration(error: impl fmt::Display) -> Self {
        Self {
            exit: Exit::Configuration,
            is_temporary: false,
            is_unverified: false,
            is_silent: false,
            no_connection: None,
            file_url: None,
            error: in_own_terms(&error.to_string()),
            mistakes: Vec::new(),
            cures: Vec::new(),
            outcome: None,
            response: None,
        }
    }

    /// A command that was told to stop while its request was on the way.
    pub(crate) fn interrupted() -> Self {
        Self {
            exit: Exit::Unknown,
            outcome: Some(Outcome::Unknown),
            ..Self::configuration("interrupted; the request may have been executed")
        }
    }

    /// The result of a request that WeChat Pay executed, which cannot be written.
    pub(crate) fn unwritten(error: &io::Error, request_id: Option<String>) -> Self {
        Self {
            exit: Exit::Executed,
            outcome: Some(Outcome::Executed),
            ..Self::configuration(error).with_request_id(request_id)
        }
    }

    /// Adds the Request-ID of the response that cannot be used.
    pub(crate) fn with_request_id(self, request_id: Option<String>) -> Self {
        Self {
            response: Some(Box::new(ErrorResponse::with_request_id(request_id))),
            ..self
        }
    }

    /// A request with mistakes, all of which are listed.
    pub(crate) fn mistakes(mistakes: Vec<String>) -> Self {
        let error = match &*mistakes {
            [mistake] => mistake.clone(),
            mistakes => {
                let lines = mistakes.iter().map(|mistake| format!("\n  {mistake}"));
                format!(
                    "the request has {} mistakes:{}",
                    mistakes.len(),
                    lines.collect::<String>()
                )
            }
        };
        Self {
            mistakes,
            ..Self::configuration(error)
        }
    }

    /// Names the place of the thing that is wrong, such as an option.
    pub(crate) fn of(mut self, place: impl fmt::Display) -> Self {
        self.error = format!("{place}: {}", self.error);
        self
    }

    /// Adds a step to mend the cause.
    pub(crate) fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cures.push(cure.into());
        self
    }

    /// Repeats the flags in the commands of the steps.
    pub(crate) fn with_flags(mut self, flags: &str) -> Self {
        for cure in &mut self.cures {
            *cure = with_flags(cure, flags);
        }
        self
    }

    /// The failure of the download of a file at an address, whose host may be another than that of the base URL.
    pub(crate) fn of_file_at(self, url: &str) -> Self {
        Self {
            file_url: Some(url.to_owned()),
            ..self
        }
    }

    /// Names the server or the proxy that gave no connection or no response, and the step to mend this.
    pub(crate) fn with_way(mut self, options: &Profile) -> Self {
        let url = self.file_url.as_deref();
        let url = url.unwrap_or_else(|| options.host_url());
        let is_silent_port = self.is_silent && url.starts_with("http://");
        if let Some(cause) = self.no_connection {
            let way = Way::to(url, options);
            self.error = cause.text(&self.error, &way);
            self.cures.splice(..0, cause.steps(&way));
        }
        match is_silent_port {
            true => self.cure(SILENT_PORT),
            false => self,
        }
    }

    pub(crate) const fn exit(&self) -> Exit {
        self.exit
    }

    /// The outcome of the call that failed; `None` if there was none.
    pub(crate) const fn outcome(&self) -> Option<Outcome> {
        self.outcome
    }

    /// The same failure with another exit code than that of its outcome.
    pub(crate) fn with_exit(self, exit: Exit) -> Self {
        Self {
            exit,
            outcome: None,
            ..self
        }
    }

    /// The failure of a query. A query executes nothing, whatever became of its response.
    pub(crate) fn of_query(self) -> Self {
        let failure = Self {
            error: of_query(&self.error),
            ..self
        };
        if matches!(failure.outcome, None | Some(Outcome::NotExecuted)) {
            return failure;
        }
        let outcome = Outcome::NotExecuted;
        let failure = Self {
            exit: outcome.into(),
            outcome: Some(outcome),
            ..failure
        };
        let is_refused = failure.code().is_some() && !failure.is_unverified;
        match (failure.is_temporary, failure.cures.is_empty()) {
            // WeChat Pay would refuse the same query again.
            (false, _) if is_refused => failure,
            (_, true) => failure.cure("nothing was changed: repeat the query"),
            // A wrong key fails again.
            (_, false) => failure.cure("nothing was changed: then repeat the query"),
        }
    }

    /// The failure of a query of this path, with the steps that the response itself asks for.
    pub(crate) fn of_query_to(self, path: &str) -> Self {
        // A failure with a first step, such as that of a wrong key, needs no explanation.
        let explanations = match self.cures() {
            [] => self.explanations(path, true),
            _ => Vec::new(),
        };
        explanations.into_iter().fold(self.of_query(), Self::cure)
    }

    /// Tests if the cause may pass by itself: of the network, of a server that is busy, or of a proxy.
    pub(crate) const fn is_temporary(&self) -> bool {
        self.is_temporary
    }

    /// Tests if a response came that is not verified.
    pub(crate) const fn is_unverified(&self) -> bool {
        self.is_unverified
    }

    /// The steps and the command that explain WeChat Pay's error response to a request with this path.
    pub(crate) fn explanations(&self, path: &str, is_query: bool) -> Vec<String> {
        self.explanation()
            .map(|explanation| explanation.cures(path, is_query))
            .unwrap_or_default()
    }

    /// Tests if no advice of WeChat Pay's manuals speaks against repeating the request as it was.
    pub(crate) fn may_repeat(&self) -> bool {
        self.explanation().is_none_or(Explanation::may_repeat)
    }

    fn explanation(&self) -> Option<&Explanation> {
        self.response.as_ref()?.explanation()
    }

    /// The code of WeChat Pay's error response.
    pub(crate) fn code(&self) -> Option<&str> {
        self.response.as_ref()?.code()
    }

    /// Tests if WeChat Pay responded that the thing that was asked for does not exist. A response that is not verified may
    /// be of somebody else.
    pub(crate) fn is_not_found(&self) -> bool {
        let response = self.response.as_ref().filter(|_| !self.is_unverified);
        response.is_some_and(|response| response.status() == Some(404))
    }

    /// The steps to mend the cause.
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
        let exit = match error.kind() {
            ErrorKind::Key(_)
            | ErrorKind::Config(_)
            | ErrorKind::Request(_)
            | ErrorKind::File(_)
            | ErrorKind::Signing(_)
                if outcome == Outcome::NotExecuted =>
            {
                Exit::Configuration
            }
            _ => outcome.into(),
        };
        Self {
            exit,
            is_temporary: is_temporary(error.kind()),
            is_unverified: is_unverified(error.kind()),
            is_silent: is_silent(error.kind()),
            no_connection: NoConnection::of(error.kind()),
            file_url: None,
            error: text(&error),
            mistakes: Vec::new(),
            cures: first_step(error.kind()).into_iter().collect(),
            outcome: Some(outcome),
            response: Some(Box::new(ErrorResponse::of(&error))),
        }
    }
}

fn is_silent(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::Transport(error)
        if error.kind() == TransportErrorKind::Exchange && error.status().is_none())
}

fn is_temporary(kind: &ErrorKind) -> bool {
    match kind {
        ErrorKind::Transport(_) => true,
        ErrorKind::Api(error) => error.is_rate_limited() || error.status() >= 500,
        // A call that downloads platform certificates fails with the cause of the download.
        ErrorKind::Certificates(error) => {
            let cause = error.source();
            let cause = cause.and_then(|cause| cause.downcast_ref::<ErrorKind>());
            cause.is_some_and(is_temporary)
        }
        _ => false,
    }
}

fn is_unverified(kind: &ErrorKind) -> bool {
    match kind {
        ErrorKind::Verify(_) => true,
        ErrorKind::Api(error) => !error.is_authenticated(),
        _ => false,
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn name<S: Serializer>(outcome: &Option<Outcome>, serializer: S) -> Result<S::Ok, S::Error> {
    outcome.map(Outcome::name).serialize(serializer)
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
    in_own_terms(&text)
}
