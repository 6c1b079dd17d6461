//! Downloads that notifications request. Anyone may send a notification, so these downloads are queued, and no call
//! waits for a queued download.

use std::sync::{Arc, Weak};

use super::{ListDownload, PlatformCertificates, RefreshReason};

/// A download that a notification requested, and that has not begun.
pub(crate) struct QueuedDownload {
    certificates: PlatformCertificates,
    key_id: String,
    /// While this is alive, the certificates request no other download. Dropped when this download begins.
    _alive: Arc<()>,
}

impl PlatformCertificates {
    /// Requests a download for an unknown key ID of a notification, if a client can make it. Does not wait.
    pub(crate) fn request_refresh(&self, key_id: &str) {
        if self.holds(key_id) {
            return;
        }
        let alive = Arc::new(());
        let downloader = {
            let mut state = self.state();
            state.refresh_requested = true;
            let is_queued = state.queued.strong_count() > 0;
            if is_queued || !self.may_begin(&state, RefreshReason::Notified(key_id)) {
                return;
            }
            let Some(downloader) = state.downloaders.iter().find_map(Weak::upgrade) else {
                return;
            };
            state.queued = Arc::downgrade(&alive);
            downloader
        };
        downloader.queue(QueuedDownload {
            certificates: self.clone(),
            key_id: key_id.to_owned(),
            _alive: alive,
        });
    }
}

impl QueuedDownload {
    /// Begins the download, unless a call has made it meanwhile.
    pub(crate) fn begin(self) -> Option<ListDownload> {
        let reason = RefreshReason::Notified(&self.key_id);
        self.certificates
            .begin(&mut self.certificates.state(), reason)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, PoisonError};

    use super::*;
    use crate::{api_v3_key::ApiV3Key, verify::Downloader};

    /// Keeps the downloads, and makes none.
    #[derive(Default)]
    struct RecordingDownloader {
        started: Mutex<Vec<ListDownload>>,
        queued: Mutex<Vec<QueuedDownload>>,
    }

    impl Downloader for RecordingDownloader {
        fn start(&self, download: ListDownload) {
            all(&self.started).push(download);
        }

        fn queue(&self, queued: QueuedDownload) {
            all(&self.queued).push(queued);
        }
    }

    fn all<T>(recorded: &Mutex<Vec<T>>) -> std::sync::MutexGuard<'_, Vec<T>> {
        recorded.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn certificates() -> (PlatformCertificates, Arc<RecordingDownloader>) {
        let key = ApiV3Key::new([7; 32]).unwrap();
        let certificates = PlatformCertificates::downloading(key);
        let recorder = Arc::new(RecordingDownloader::default());
        let downloader: Weak<RecordingDownloader> = Arc::downgrade(&recorder);
        certificates.attach(downloader);
        (certificates, recorder)
    }

    #[test]
    fn a_notification_requests_one_download_until_it_has_begun_or_is_dropped() {
        let (certificates, recorder) = certificates();
        let mut downloads = Vec::new();
        for round in [1, 2] {
            for key_id in ["1", "2", "1"] {
                certificates.request_refresh(key_id);
                assert_eq!(all(&recorder.queued).len(), 1, "{round}");
            }
            let queued = all(&recorder.queued).pop().unwrap();
            match round {
                1 => drop(queued),
                _ => downloads.extend(queued.begin()),
            }
        }
        assert_eq!(downloads.len(), 1);
        certificates.request_refresh("3");
        assert!(all(&recorder.queued).is_empty());
    }

    #[test]
    fn a_call_waits_for_a_running_download_and_for_no_queued_one() {
        for reason in [
            RefreshReason::NoKey,
            RefreshReason::UnknownKeyId("1"),
            RefreshReason::Stale,
        ] {
            let (certificates, recorder) = certificates();
            certificates.request_refresh("1");
            assert!(certificates.refresh(reason, &*recorder).is_some());
            assert_eq!(all(&recorder.started).len(), 1);
            // The call has started the download.
            let queued = all(&recorder.queued).pop().unwrap();
            assert!(queued.begin().is_none());
        }
        for reason in [
            RefreshReason::NoKey,
            RefreshReason::UnknownKeyId("1"),
            RefreshReason::Stale,
        ] {
            let (certificates, recorder) = certificates();
            certificates.request_refresh("1");
            let queued = all(&recorder.queued).pop().unwrap();
            let download = queued.begin();
            assert!(download.is_some());
            assert!(certificates.refresh(reason, &*recorder).is_some());
            assert!(all(&recorder.started).is_empty());
        }
    }
}
