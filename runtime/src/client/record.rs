//! The record of one call. With the feature `tracing` the record becomes one event when the call ends.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Instant,
};

use http::Method;

use crate::{
    download::Download,
    error::{Error, Outcome, Result},
    head::Head,
};

/// A call from its first step until its result is known. A record that is dropped without a result is the record of
/// a cancelled call.
#[cfg_attr(
    not(feature = "tracing"),
    allow(dead_code, reason = "only an event shows them")
)]
pub(crate) struct CallRecord {
    method: Method,
    /// The template of the path. The path itself may hold values of the merchant, so no event shows it.
    template: Option<&'static str>,
    start: Instant,
    /// True if an earlier call sent the same request.
    is_repeat: bool,
    attempts: AtomicU32,
    has_ended: bool,
}

impl CallRecord {
    /// Begins the record of a declared operation, or of a call that the client makes by itself.
    pub(super) fn start(method: &Method, template: &'static str) -> Self {
        Self::new(method, Some(template), false)
    }

    /// Begins the record of a download from an address that WeChat Pay gave.
    pub(super) fn start_download() -> Self {
        Self::new(&Method::GET, None, false)
    }

    /// Begins the record of a repeated request. A frozen request does not know its template.
    pub(super) fn start_repeat(method: &Method) -> Self {
        Self::new(method, None, true)
    }

    pub(super) fn count_attempt(&self) {
        self.attempts.fetch_add(1, Ordering::Relaxed);
    }

    /// Ends the record of a successful call.
    pub(super) fn succeed(mut self, head: &Head) {
        self.report(&End {
            status: Some(head.status()),
            request_id: head.request_id(),
            outcome: Outcome::Executed,
            error: None,
        });
    }

    /// Ends the record of a failed call, and returns its error.
    pub(super) fn fail(mut self, error: Error) -> Error {
        self.report(&End {
            status: error.status(),
            request_id: error.request_id(),
            outcome: error.outcome(),
            error: Some(&error.name()),
        });
        error
    }

    /// Ends the record of a download, whose file is yet to be read.
    pub(super) fn end(self, result: Result<Download>) -> Result<Download> {
        match result {
            Ok(download) => {
                self.succeed(download.head());
                Ok(download)
            }
            Err(error) => Err(self.fail(error)),
        }
    }

    fn new(method: &Method, template: Option<&'static str>, is_repeat: bool) -> Self {
        Self {
            method: method.clone(),
            template,
            start: Instant::now(),
            is_repeat,
            attempts: AtomicU32::new(0),
            has_ended: false,
        }
    }

    #[cfg_attr(
        not(feature = "tracing"),
        allow(unused_variables, reason = "only an event shows them")
    )]
    fn report(&mut self, end: &End<'_>) {
        self.has_ended = true;
        #[cfg(feature = "tracing")]
        self.emit(end);
    }
}

impl Drop for CallRecord {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        let may_be_sent = self.is_repeat || self.attempts.load(Ordering::Relaxed) > 0;
        self.report(&End {
            status: None,
            request_id: None,
            outcome: if may_be_sent {
                Outcome::Unknown
            } else {
                Outcome::NotExecuted
            },
            error: Some("cancelled"),
        });
    }
}

/// The result of a call, as far as an event may show it.
#[cfg_attr(
    not(feature = "tracing"),
    allow(dead_code, reason = "only an event shows them")
)]
struct End<'a> {
    status: Option<u16>,
    request_id: Option<&'a str>,
    outcome: Outcome,
    error: Option<&'a str>,
}

#[cfg(feature = "tracing")]
impl CallRecord {
    fn emit(&self, end: &End<'_>) {
        macro_rules! event {
            ($level:ident) => {
                tracing::event!(
                    target: "wechatpay_client",
                    tracing::Level::$level,
                    "http.request.method" = self.method.as_str(),
                    "url.template" = self.template,
                    "http.request.resend_count" = self.attempts.load(Ordering::Relaxed).saturating_sub(1),
                    "http.response.status_code" = end.status,
                    "http.response.header.request-id" = end.request_id,
                    "http.client.request.duration" = self.start.elapsed().as_secs_f64(),
                    "error.type" = end.error,
                    "wechatpay.outcome" = end.outcome.name(),
                    "call"
                )
            };
        }
        match end.error {
            None => event!(INFO),
            Some(_) => event!(WARN),
        }
    }
}
