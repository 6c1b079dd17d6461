//! The state of platform certificates that changes: their owner, clients and downloads.

use std::sync::Weak;

use tokio::time::Instant;

use super::{
    CertificatesError, CertificatesErrorKind, Downloader, download::DownloadWatch, owner::Owner,
    saved::SavedList,
};

/// The owner, the clients and the downloads of platform certificates.
#[derive(Default)]
pub(super) struct State {
    pub(super) saved: Option<SavedList>,
    pub(super) owner: Option<Owner>,
    pub(super) watch: Option<DownloadWatch>,
    pub(super) last_ended: Option<EndedDownload>,
    /// A notification named an unknown serial number, and no download has begun since.
    pub(super) refresh_requested: bool,
    /// Alive while a download that a notification requested is queued.
    pub(super) queued: Weak<()>,
    /// The clients that can download.
    pub(super) downloaders: Vec<Weak<dyn Downloader>>,
}

/// The last download that ended.
pub(super) struct EndedDownload {
    pub(super) ended_at: Instant,
    pub(super) failure: Option<CertificatesError>,
    pub(super) failures_in_a_row: u32,
}

impl State {
    /// The end of the last download, or its start if it has stalled, with the reason if it failed.
    pub(super) fn last_download(&self) -> Option<(Instant, Option<&CertificatesErrorKind>)> {
        match &self.watch {
            Some(watch) if watch.is_stalled() => {
                Some((watch.started_at(), Some(&CertificatesErrorKind::Stalled)))
            }
            _ => self.last_ended.as_ref().map(|ended| {
                (
                    ended.ended_at,
                    ended.failure.as_ref().map(CertificatesError::kind),
                )
            }),
        }
    }

    pub(super) fn failure(&self) -> Option<CertificatesError> {
        if self.watch.as_ref().is_some_and(DownloadWatch::is_stalled) {
            return Some(CertificatesErrorKind::Stalled.into());
        }
        if self.refresh_requested && !self.has_downloader() {
            return Some(CertificatesErrorKind::NoClient.into());
        }
        self.last_ended.as_ref()?.failure.clone()
    }

    pub(super) fn has_downloader(&self) -> bool {
        self.downloaders
            .iter()
            .any(|downloader| downloader.strong_count() > 0)
    }
}
