//! Retry policy of a call. If a host cannot be reached, the request goes to the other host. If an idle connection had
//! died before the request was sent, the request goes to the same host on a new connection. A GET or `idempotent`
//! request with an unknown outcome is retried after a delay. Nothing else is sent again.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use http::Method;
use tokio::time::{Instant, sleep};

use super::CallRecord;
use crate::{
    call_error::{Error, ErrorKind, Outcome, Result, TransportErrorKind},
    crypto,
    request::FrozenRequest,
    transport::AttemptLimits,
    verify::VerifyErrorKind,
};

/// The time for which the backup host stays the first choice after the primary could not be reached.
const PREFER_BACKUP_FOR: Duration = Duration::from_secs(60);

/// The delay before the first retry; it doubles with each further retry.
const FIRST_DELAY: Duration = Duration::from_millis(200);

/// The hosts of a call, and which of them is tried first: the primary, unless it failed less than a minute ago.
#[derive(Debug)]
pub(super) struct Hosts {
    primary: usize,
    count: usize,
    backup: Mutex<Option<(usize, Instant)>>,
    /// True while the backup is the first choice. Calls that wait for a connection to the primary then stop waiting.
    primary_down: AtomicBool,
}

impl Hosts {
    /// The first `count` hosts of the client.
    pub(super) fn new(count: usize) -> Self {
        Self {
            primary: 0,
            count,
            backup: Mutex::new(None),
            primary_down: AtomicBool::new(false),
        }
    }

    /// Only this host.
    pub(super) fn only(host: usize) -> Self {
        Self {
            primary: host,
            ..Self::new(1)
        }
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    fn first_choice(&self) -> usize {
        let backup = self.backup.lock().unwrap_or_else(PoisonError::into_inner);
        match *backup {
            Some((host, since)) if since.elapsed() < PREFER_BACKUP_FOR => host,
            _ => {
                self.primary_down.store(false, Ordering::Relaxed);
                self.primary
            }
        }
    }

    /// The host to try after `host` could not be reached. Later calls begin with it.
    fn fail_over(&self, host: usize) -> usize {
        let next = self.primary + (host - self.primary + 1) % self.count.max(1);
        let mut backup = self.backup.lock().unwrap_or_else(PoisonError::into_inner);
        *backup = (next != self.primary).then(|| (next, Instant::now()));
        self.primary_down.store(backup.is_some(), Ordering::Relaxed);
        next
    }
}

/// The attempts of one call.
pub(super) struct Attempts<'a> {
    request: &'a FrozenRequest,
    hosts: &'a Hosts,
    /// The number of times that the request may still be sent after an unknown outcome.
    retries: u32,
    deadline: Instant,
    host: usize,
    hosts_tried: usize,
    /// True if this host was tried again on a new connection.
    reconnected: bool,
    next_delay: Duration,
    /// True if an earlier attempt may have been executed.
    outcome_unknown: bool,
}

/// The step that the failure of an attempt allows.
enum NextStep {
    /// No byte was written, and the host cannot be reached.
    OtherHost,
    /// No byte was written: an idle connection had died unnoticed.
    Reconnect,
    /// The outcome is unknown, and the request is safe to send twice.
    Retry,
    Stop,
}

impl<'a> Attempts<'a> {
    pub(super) fn new(
        request: &'a FrozenRequest,
        hosts: &'a Hosts,
        retries: u32,
        outcome_unknown: bool,
        deadline: Instant,
    ) -> Self {
        Self {
            request,
            hosts,
            retries,
            deadline,
            host: hosts.first_choice(),
            hosts_tried: 1,
            reconnected: false,
            next_delay: FIRST_DELAY,
            outcome_unknown,
        }
    }

    pub(super) fn request(&self) -> &'a FrozenRequest {
        self.request
    }

    /// Makes attempts until one succeeds or no further attempt is allowed.
    pub(super) async fn run<T, A: Future<Output = Result<T>>>(
        mut self,
        record: &CallRecord,
        mut attempt: impl FnMut(usize, AttemptLimits<'a>) -> A,
    ) -> Result<T> {
        loop {
            record.count_attempt();
            match attempt(self.host, self.limits()).await {
                Ok(done) => return Ok(done),
                Err(error) => self.recover(error).await?,
            }
        }
    }

    /// Returns when the next attempt should be made, or returns the failure if no further attempt is allowed.
    async fn recover(&mut self, error: Error) -> Result<()> {
        match self.next(&error) {
            NextStep::OtherHost => {
                self.host = self.hosts.fail_over(self.host);
                if self.hosts_tried < self.hosts.count {
                    self.hosts_tried += 1;
                    self.reconnected = false;
                    return Ok(());
                }
            }
            NextStep::Reconnect if !self.reconnected => {
                self.reconnected = true;
                return Ok(());
            }
            NextStep::Retry if self.retries > 0 => {
                let delay = jittered(self.next_delay);
                if Instant::now() + delay < self.deadline {
                    self.retries -= 1;
                    self.next_delay *= 2;
                    self.outcome_unknown = true;
                    sleep(delay).await;
                    return Ok(());
                }
            }
            _ => {}
        }
        // A GET has no side effects, so only a transport failure leaves its outcome unknown.
        let is_get = self.request.method == Method::GET;
        if self.outcome_unknown && (!is_get || matches!(error.kind(), ErrorKind::Transport(_))) {
            return Err(error.after_earlier_attempt());
        }
        Err(error)
    }

    /// The time limits of the next attempt. If another host is left to try, connecting may take at most half of
    /// the remaining time.
    fn limits(&self) -> AttemptLimits<'a> {
        let left = self.deadline.saturating_duration_since(Instant::now());
        let last = self.hosts_tried >= self.hosts.count;
        AttemptLimits {
            deadline: self.deadline,
            connect_timeout: if last { Duration::MAX } else { left / 2 },
            host_down: (!last && self.host == self.hosts.primary)
                .then_some(&self.hosts.primary_down),
        }
    }

    fn next(&self, error: &Error) -> NextStep {
        match error.kind() {
            ErrorKind::Transport(failure) => match (failure.kind(), failure.was_sent()) {
                (
                    TransportErrorKind::Connect
                    | TransportErrorKind::ConnectTimeout
                    | TransportErrorKind::Proxy,
                    false,
                ) => NextStep::OtherHost,
                (TransportErrorKind::Exchange, false) => NextStep::Reconnect,
                (TransportErrorKind::Exchange, true) => self.retry(),
                _ => NextStep::Stop,
            },
            ErrorKind::Api(response)
                if response.outcome() == Outcome::Unknown && response.is_transient() =>
            {
                self.retry()
            }
            ErrorKind::Verify(failure) if *failure.kind() == VerifyErrorKind::SignatureProbe => {
                self.retry()
            }
            _ => NextStep::Stop,
        }
    }

    fn retry(&self) -> NextStep {
        if self.request.may_be_retried() {
            NextStep::Retry
        } else {
            NextStep::Stop
        }
    }
}

/// A random delay between half of `delay` and `delay`, so that many callers do not retry at the same moment.
fn jittered(delay: Duration) -> Duration {
    let random = crypto::random_byte().unwrap_or(u8::MAX);
    delay / 2 + delay / 2 * u32::from(random) / u32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use http::Uri;

    use super::*;
    use crate::call_error::TransportError;

    fn failure(kind: TransportErrorKind) -> Error {
        TransportError::new(kind, false, None, None).into()
    }

    /// An idle connection dies with its host, a new connection is refused, and then the backup gets all the
    /// remaining time.
    #[tokio::test]
    async fn a_dead_connection_does_not_use_up_the_turn_of_the_backup() {
        let request = FrozenRequest::get(Uri::from_static("/"), Arc::from("1"), None);
        let hosts = Hosts::new(2);
        let deadline = Instant::now() + Duration::from_secs(60);
        let mut attempts = Attempts::new(&request, &hosts, 0, false, deadline);
        attempts
            .recover(failure(TransportErrorKind::Exchange))
            .await
            .unwrap();
        assert_eq!(attempts.host, 0);
        assert!(attempts.limits().connect_timeout <= Duration::from_secs(30));
        attempts
            .recover(failure(TransportErrorKind::Connect))
            .await
            .unwrap();
        assert_eq!(attempts.host, 1);
        assert_eq!(attempts.limits().connect_timeout, Duration::MAX);
        assert_eq!(hosts.first_choice(), 1);
        attempts
            .recover(failure(TransportErrorKind::Exchange))
            .await
            .unwrap();
        let error = attempts.recover(failure(TransportErrorKind::Connect)).await;
        let error = error.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Transport(_)));
        // Both hosts are down: the primary is first again.
        assert_eq!(hosts.first_choice(), 0);
    }
}
