//! A download of certificates, for those who wait for it and for the client that makes it.

use std::{pin::pin, time::Duration};

use hyper::{Response, body::Bytes};
use tokio::{
    sync::watch,
    time::{Instant, timeout, timeout_at},
};

use super::{CertificatesError, CertificatesErrorKind, PlatformCertificates, state::Ended};
use crate::verify::Verifier;

/// How often a download shows that its runtime is running.
const BEAT: Duration = Duration::from_secs(1);

/// A download that has shown nothing for so long has a runtime that stands still.
const STALLED_AFTER: Duration = Duration::from_secs(3);

/// The wait for a download.
#[derive(Clone)]
pub(crate) struct Flight {
    /// When the download was last seen running; `None` once it has ended.
    seen: watch::Receiver<Option<Instant>>,
    since: Instant,
}

/// A download that is being made; dropped without an end, it has been stopped.
pub(crate) struct ListDownload {
    certificates: PlatformCertificates,
    seen: watch::Sender<Option<Instant>>,
    ended: bool,
}

impl Flight {
    pub(super) fn since(&self) -> Instant {
        self.since
    }

    pub(super) fn is_under_way(&self) -> bool {
        self.stalls_at().is_some_and(|at| Instant::now() < at)
    }

    pub(super) fn is_stalled(&self) -> bool {
        self.stalls_at().is_some_and(|at| at <= Instant::now())
    }

    /// When it counts as stalled, if it is not seen again; `None` if it has ended.
    fn stalls_at(&self) -> Option<Instant> {
        let seen = *self.seen.borrow();
        Some(seen? + STALLED_AFTER)
    }

    /// Waits until it has ended or stalled.
    pub(crate) async fn finished(mut self) {
        while let Some(at) = self.stalls_at().filter(|at| Instant::now() < *at) {
            if matches!(timeout_at(at, self.seen.changed()).await, Ok(Err(_))) {
                return;
            }
        }
    }
}

impl ListDownload {
    pub(super) fn of(certificates: &PlatformCertificates) -> (Flight, Self) {
        let since = Instant::now();
        let (sender, seen) = watch::channel(Some(since));
        let download = Self {
            certificates: certificates.clone(),
            seen: sender,
            ended: false,
        };
        (Flight { seen, since }, download)
    }

    /// Makes it, and shows that it is running.
    pub(crate) async fn run<T>(&self, exchange: impl Future<Output = T>) -> T {
        let mut exchange = pin!(exchange);
        loop {
            if let Ok(made) = timeout(BEAT, &mut exchange).await {
                return made;
            }
            self.seen.send_replace(Some(Instant::now()));
        }
    }

    /// The end of the download: its response is installed, or the failure kept.
    pub(crate) fn end(
        mut self,
        response: Result<Response<Bytes>, CertificatesError>,
        known: &Verifier,
        now: u64,
    ) {
        let installed = match response {
            Ok(response) => self.certificates.install(&response, known, now),
            Err(error) => Err(error),
        };
        self.note(match installed {
            Ok(serial_nos) if serial_nos.is_empty() => {
                Some(CertificatesErrorKind::NotIssued.into())
            }
            Ok(_) => None,
            Err(error) => Some(error),
        });
    }

    fn note(&mut self, failure: Option<CertificatesError>) {
        self.ended = true;
        let mut state = self.certificates.state();
        let before = state.ended.as_ref().map_or(0, |it| it.failures);
        state.ended = Some(Ended {
            at: Instant::now(),
            failures: if failure.is_some() { before + 1 } else { 0 },
            failure,
        });
    }
}

impl Drop for ListDownload {
    fn drop(&mut self) {
        if !self.ended {
            self.note(Some(CertificatesErrorKind::Stopped.into()));
        }
        self.seen.send_replace(None);
    }
}
