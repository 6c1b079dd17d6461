//! A download of the certificate list: [`ListDownload`] for the client that makes it, [`DownloadWatch`] for the
//! calls that wait for its end.

use std::{
    pin::pin,
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::Response;
use tokio::{
    sync::watch,
    time::{Instant, timeout, timeout_at},
};

use super::{
    CertificatesError, CertificatesErrorKind, PlatformCertificates, QueuedDownload,
    state::EndedDownload,
};
use crate::verify::Verifier;

/// The interval in which a download shows that its runtime runs.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// A download that shows nothing for this long has stalled: its runtime no longer runs.
const STALLED_AFTER: Duration = Duration::from_secs(3);

/// Watches a download until it ends or stalls.
#[derive(Clone)]
pub(crate) struct DownloadWatch {
    /// The last time that the download showed that it runs. `None` once it has ended.
    last_seen: watch::Receiver<Option<Instant>>,
    started_at: Instant,
}

/// A download that is being made. Dropping it without [`end`](Self::end) records that it was stopped.
pub(crate) struct ListDownload {
    certificates: PlatformCertificates,
    last_seen: watch::Sender<Option<Instant>>,
    ended: bool,
}

/// Makes downloads: a client.
pub(crate) trait Downloader: Send + Sync {
    /// Makes the download, which is stopped when the last client is dropped.
    fn start(&self, download: ListDownload);

    /// Makes the download when the limit of simultaneous queued downloads allows.
    fn queue(&self, queued: QueuedDownload);
}

/// The reason for a download.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefreshReason<'a> {
    /// A call waits for a key, because none is in force.
    NoKey,
    /// A call waits for this unknown serial number, which its response named.
    UnknownKeyId(&'a str),
    /// A notification named this serial number. Anyone may have sent it.
    Notified(&'a str),
    /// The list is stale: it is almost 12 hours old, or a notification has named an unknown serial number.
    Stale,
}

impl DownloadWatch {
    pub(super) fn started_at(&self) -> Instant {
        self.started_at
    }

    pub(super) fn is_running(&self) -> bool {
        self.stalls_at().is_some_and(|at| Instant::now() < at)
    }

    pub(super) fn is_stalled(&self) -> bool {
        self.stalls_at().is_some_and(|at| at <= Instant::now())
    }

    /// The time from which the download counts as stalled. `None` if it has ended.
    fn stalls_at(&self) -> Option<Instant> {
        let last_seen = *self.last_seen.borrow();
        Some(last_seen? + STALLED_AFTER)
    }

    /// Waits until the download has ended or stalled.
    pub(crate) async fn finished(mut self) {
        while let Some(at) = self.stalls_at().filter(|at| Instant::now() < *at) {
            if matches!(timeout_at(at, self.last_seen.changed()).await, Ok(Err(_))) {
                return;
            }
        }
    }
}

impl ListDownload {
    pub(super) fn new(certificates: &PlatformCertificates) -> (DownloadWatch, Self) {
        let started_at = Instant::now();
        let (sender, last_seen) = watch::channel(Some(started_at));
        let download = Self {
            certificates: certificates.clone(),
            last_seen: sender,
            ended: false,
        };
        (
            DownloadWatch {
                last_seen,
                started_at,
            },
            download,
        )
    }

    /// Runs `exchange`, and shows meanwhile that the download runs.
    pub(crate) async fn run<T>(&self, exchange: impl Future<Output = T>) -> T {
        let mut exchange = pin!(exchange);
        loop {
            if let Ok(output) = timeout(HEARTBEAT, &mut exchange).await {
                return output;
            }
            self.last_seen.send_replace(Some(Instant::now()));
        }
    }

    /// Ends the download: installs the response, or records the failure and returns it.
    pub(crate) fn end(
        mut self,
        response: Result<Response<Bytes>, CertificatesError>,
        known: &Verifier,
        now: SystemTime,
    ) -> Result<(), CertificatesError> {
        let installed = match response {
            Ok(response) => self.certificates.install(&response, known, now),
            Err(error) => Err(error),
        };
        let failure = match installed {
            Ok(serial_nos) if serial_nos.is_empty() => {
                Some(CertificatesErrorKind::NotIssued.into())
            }
            Ok(_) => None,
            Err(error) => Some(error),
        };
        self.record(failure.clone());
        failure.map_or(Ok(()), Err)
    }

    fn record(&mut self, failure: Option<CertificatesError>) {
        self.ended = true;
        let mut state = self.certificates.state();
        let failures = state
            .last_ended
            .as_ref()
            .map_or(0, |ended| ended.failures_in_a_row);
        state.last_ended = Some(EndedDownload {
            ended_at: Instant::now(),
            failures_in_a_row: if failure.is_some() { failures + 1 } else { 0 },
            failure,
        });
    }
}

impl Drop for ListDownload {
    fn drop(&mut self) {
        if !self.ended {
            self.record(Some(CertificatesErrorKind::Stopped.into()));
        }
        self.last_seen.send_replace(None);
    }
}
