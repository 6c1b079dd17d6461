//! Downloads that notifications ask for. Anybody may send a notification, so the downloads wait for their turn,
//! and no call waits for those that wait.

use std::sync::{Arc, Weak};

use super::{ListDownload, PlatformCertificates, RefreshReason};

/// A download that a notification asked for, and that has not begun.
pub(crate) struct QueuedDownload {
    certificates: PlatformCertificates,
    key_id: String,
    /// The next one may be asked for when this one has begun or is dropped.
    _turn: Arc<()>,
}

impl PlatformCertificates {
    /// An unknown serial where nobody can wait: a download is asked for if a client is there.
    pub(crate) fn request_refresh(&self, key_id: &str) {
        if self.holds(key_id) {
            return;
        }
        let turn = Arc::new(());
        let downloader = {
            let mut state = self.state();
            state.asked_for = true;
            let waits = state.turn.strong_count() > 0;
            if waits || !self.may_begin(&state, RefreshReason::Notified(key_id)) {
                return;
            }
            let Some(downloader) = state.downloaders.iter().find_map(Weak::upgrade) else {
                return;
            };
            state.turn = Arc::downgrade(&turn);
            downloader
        };
        downloader.queue(QueuedDownload {
            certificates: self.clone(),
            key_id: key_id.to_owned(),
            _turn: turn,
        });
    }
}

impl QueuedDownload {
    /// The download, unless a call has made it meanwhile.
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

    /// Keeps what it is given, and makes nothing.
    #[derive(Default)]
    struct Kept {
        started: Mutex<Vec<ListDownload>>,
        queued: Mutex<Vec<QueuedDownload>>,
    }

    impl Downloader for Kept {
        fn start(&self, download: ListDownload) {
            all(&self.started).push(download);
        }

        fn queue(&self, queued: QueuedDownload) {
            all(&self.queued).push(queued);
        }
    }

    fn all<T>(kept: &Mutex<Vec<T>>) -> std::sync::MutexGuard<'_, Vec<T>> {
        kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn certificates() -> (PlatformCertificates, Arc<Kept>) {
        let key = ApiV3Key::new([7; 32]).unwrap();
        let certificates = PlatformCertificates::downloading(key);
        let kept = Arc::new(Kept::default());
        let downloader: Weak<Kept> = Arc::downgrade(&kept);
        certificates.attach(downloader);
        (certificates, kept)
    }

    #[test]
    fn a_notification_asks_once_until_its_download_has_begun_or_is_given_up() {
        let (certificates, kept) = certificates();
        let mut downloads = Vec::new();
        for asked in [1, 2] {
            for key_id in ["1", "2", "1"] {
                certificates.request_refresh(key_id);
                assert_eq!(all(&kept.queued).len(), 1, "{asked}");
            }
            let queued = all(&kept.queued).pop().unwrap();
            match asked {
                1 => drop(queued),
                _ => downloads.extend(queued.begin()),
            }
        }
        assert_eq!(downloads.len(), 1);
        certificates.request_refresh("3");
        assert!(all(&kept.queued).is_empty());
    }

    #[test]
    fn a_call_waits_for_a_download_that_has_begun_and_for_none_that_waits() {
        for reason in [
            RefreshReason::NoKey,
            RefreshReason::UnknownKeyId("1"),
            RefreshReason::Stale,
        ] {
            let (certificates, kept) = certificates();
            certificates.request_refresh("1");
            assert!(certificates.refresh(reason, &*kept).is_some());
            assert_eq!(all(&kept.started).len(), 1);
            // The call has made it.
            let queued = all(&kept.queued).pop().unwrap();
            assert!(queued.begin().is_none());
        }
        for reason in [
            RefreshReason::NoKey,
            RefreshReason::UnknownKeyId("1"),
            RefreshReason::Stale,
        ] {
            let (certificates, kept) = certificates();
            certificates.request_refresh("1");
            let queued = all(&kept.queued).pop().unwrap();
            let begun = queued.begin();
            assert!(begun.is_some());
            assert!(certificates.refresh(reason, &*kept).is_some());
            assert!(all(&kept.started).is_empty());
        }
    }
}
