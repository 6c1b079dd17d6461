use std::sync::Weak;

use tokio::time::Instant;

use super::{
    CertificatesError, CertificatesErrorKind, Downloader, flight::Flight, owner::Owner,
    saved::Saved,
};

/// What certificates know of their owner, their clients and their downloads.
#[derive(Default)]
pub(super) struct State {
    pub(super) saved: Option<Saved>,
    pub(super) owner: Option<Owner>,
    pub(super) flight: Option<Flight>,
    pub(super) ended: Option<Ended>,
    /// A notification named an unknown serial number, and no download was started since.
    pub(super) asked_for: bool,
    /// The turn of the download that a notification asked for, as long as it waits for it.
    pub(super) turn: Weak<()>,
    /// The clients that use them.
    pub(super) downloaders: Vec<Weak<dyn Downloader>>,
}

/// The last download that ended.
pub(super) struct Ended {
    pub(super) at: Instant,
    pub(super) failure: Option<CertificatesError>,
    pub(super) failures: u32,
}

impl State {
    /// When the last download ended, or began if it does not end; and why it failed.
    pub(super) fn last(&self) -> Option<(Instant, Option<&CertificatesErrorKind>)> {
        match (&self.flight, &self.ended) {
            (Some(flight), _) if flight.is_stalled() => {
                Some((flight.since(), Some(&CertificatesErrorKind::Stalled)))
            }
            (_, ended) => ended
                .as_ref()
                .map(|it| (it.at, it.failure.as_ref().map(CertificatesError::kind))),
        }
    }

    pub(super) fn failure(&self) -> Option<CertificatesError> {
        if self.flight.as_ref().is_some_and(Flight::is_stalled) {
            return Some(CertificatesErrorKind::Stalled.into());
        }
        if self.asked_for && !self.has_downloader() {
            return Some(CertificatesErrorKind::NoClient.into());
        }
        self.ended.as_ref()?.failure.clone()
    }

    pub(super) fn has_downloader(&self) -> bool {
        self.downloaders.iter().any(|it| it.strong_count() > 0)
    }
}
