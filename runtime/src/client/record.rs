//! The record of one call. With the feature `tracing` the record becomes one event when the call ends.

use std::{
    sync::{
        OnceLock,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    thread,
    time::Instant,
};

use http::Method;

#[cfg(feature = "tracing")]
use crate::head::is_request_id;
use crate::{
    call_error::{Error, Outcome, Result},
    download::Download,
    head::Head,
};

/// A call from its first step until its result is known. If the record is dropped before that, the call was cancelled
/// or panicked.
#[cfg_attr(
    not(feature = "tracing"),
    allow(dead_code, reason = "only an event shows the fields")
)]
pub(crate) struct CallRecord {
    method: Method,
    /// The template of the path. The path itself may hold values of the merchant, so no event shows it.
    template: Option<&'static str>,
    start: Instant,
    attempts: AtomicU32,
    /// Set before anything happens after which the request may be executed.
    may_be_executed: AtomicBool,
    /// The outcome of the last attempt. Later steps of the call do not change this outcome.
    outcome: OnceLock<Outcome>,
    /// The head of the response, once the response is verified.
    head: OnceLock<Head>,
    has_ended: bool,
}

impl CallRecord {
    /// Begins the record of a declared operation, or of a call that the client makes by itself.
    pub(super) fn start(method: &Method, template: &'static str) -> Self {
        Self::new(method, Some(template))
    }

    /// Begins the record of a download from an address that WeChat Pay gave.
    pub(super) fn start_download() -> Self {
        Self::new(&Method::GET, None)
    }

    /// Begins the record of a repeated request. A frozen request does not know its template.
    pub(super) fn start_repeat(method: &Method) -> Self {
        let record = Self::new(method, None);
        record.set_may_be_executed();
        record
    }

    pub(super) fn count_attempt(&self) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
        self.set_may_be_executed();
    }

    /// The request is about to be sent, or to be stored in a journal from which a recovery would send it.
    pub(super) fn set_may_be_executed(&self) {
        self.may_be_executed.store(true, Ordering::Relaxed);
    }

    /// The attempts are over, with this outcome.
    pub(super) fn set_outcome(&self, outcome: Outcome) {
        let _ = self.outcome.set(outcome);
    }

    /// A response was received and verified.
    #[cfg_attr(
        not(feature = "tracing"),
        allow(unused_variables, reason = "only an event shows the head")
    )]
    pub(super) fn set_head(&self, head: &Head) {
        #[cfg(feature = "tracing")]
        let _ = self.head.set(head.clone());
    }

    /// Ends the record of a successful call.
    pub(super) fn succeed(mut self) {
        self.report(Outcome::Executed, None, None);
    }

    /// Ends the record of a failed call, and returns its error.
    pub(super) fn fail(mut self, error: Error) -> Error {
        self.report(error.outcome(), Some(&error.name()), Some(&error));
        error
    }

    /// Ends the record of a call, and returns its result.
    pub(super) fn end<T>(self, result: Result<T>) -> Result<T> {
        match result {
            Ok(value) => {
                self.succeed();
                Ok(value)
            }
            Err(error) => Err(self.fail(error)),
        }
    }

    /// Ends the record of a download. The content of the file is not part of the call.
    pub(super) fn end_download(self, result: Result<Download>) -> Result<Download> {
        if let Ok(download) = &result {
            self.set_head(download.head());
        }
        self.end(result)
    }

    fn new(method: &Method, template: Option<&'static str>) -> Self {
        Self {
            method: method.clone(),
            template,
            start: Instant::now(),
            attempts: AtomicU32::new(0),
            may_be_executed: AtomicBool::new(false),
            outcome: OnceLock::new(),
            head: OnceLock::new(),
            has_ended: false,
        }
    }

    #[cfg_attr(
        not(feature = "tracing"),
        allow(unused_variables, reason = "only an event shows them")
    )]
    fn report(&mut self, outcome: Outcome, name: Option<&str>, error: Option<&Error>) {
        self.has_ended = true;
        #[cfg(feature = "tracing")]
        self.emit(outcome, name, error);
    }
}

impl Drop for CallRecord {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        let outcome = match self.outcome.get() {
            Some(outcome) => *outcome,
            None if self.may_be_executed.load(Ordering::Relaxed) => Outcome::Unknown,
            None => Outcome::NotExecuted,
        };
        let name = if thread::panicking() {
            "panicked"
        } else {
            "cancelled"
        };
        self.report(outcome, Some(name), None);
    }
}

#[cfg(feature = "tracing")]
impl CallRecord {
    fn emit(&self, outcome: Outcome, name: Option<&str>, error: Option<&Error>) {
        let head = self.head.get();
        let status = error
            .and_then(Error::status)
            .or_else(|| head.map(Head::status));
        let request_id = error.and_then(Error::request_id);
        let request_id = request_id.or_else(|| head.and_then(Head::request_id));
        // Anybody between the client and WeChat Pay can write this header.
        let request_id = request_id.filter(|id| is_request_id(id));
        let retries = self.attempts.load(Ordering::Relaxed).saturating_sub(1);
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "wechatpay_client",
                    tracing::Level::$level,
                    "http.request.method" = self.method.as_str(),
                    "url.template" = self.template,
                    "http.request.resend_count" = retries,
                    "http.response.status_code" = status,
                    "http.response.header.request-id" = request_id,
                    "http.client.request.duration" = self.start.elapsed().as_secs_f64(),
                    "error.type" = name,
                    "wechatpay.outcome" = outcome.name(),
                    "call"
                )
            };
        }
        match name {
            None => event!(INFO),
            Some(_) => event!(WARN),
        }
    }
}
