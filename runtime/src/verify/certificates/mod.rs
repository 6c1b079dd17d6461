//! Platform certificates (微信支付平台证书) that manage themselves: when to download, which calls wait, and which
//! certificates to keep. The client makes the downloads.
//!
//! <https://pay.weixin.qq.com/wiki/doc/apiv3/open/pay/wechatpay5_0.shtml>

mod builder;
mod download;
mod error;
mod list;
mod owner;
mod queued;
mod saved;
mod state;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use http::Response;
use tokio::time::Instant;

pub use builder::PlatformCertificatesBuilder;
pub(crate) use download::{Downloader, ListDownload, RefreshReason};
pub(crate) use error::is_not_issued;
pub use error::{CertificateListErrorKind, CertificatesError, CertificatesErrorKind};
pub(crate) use owner::Owner;
pub(crate) use queued::QueuedDownload;

use super::{KeyRing, Verifier};
use crate::{api_v3_key::ApiV3Key, clock::unix_seconds};
use download::DownloadWatch;
use saved::SavedList;
use state::{EndedDownload, State};

/// The age of a list, in seconds, from which it is downloaded again. WeChat Pay requires less than 12 hours
/// between downloads.
const STALE_AFTER: u64 = 11 * 3_600;

/// The timeout of a download, independent of the timeout of the call that started it.
pub(crate) const DOWNLOAD_TIMEOUT: Duration = Duration::from_secs(15);

/// The delay after a failed download before the next one for a call that waits.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The minimum delay before a call that waits for a key requests another download.
const MIN_RETRY_DELAY: Duration = Duration::from_millis(100);

/// The delay before the next background download for a merchant without platform certificates.
const NOT_ISSUED_RETRY_AFTER: Duration = Duration::from_secs(12 * 3_600);

/// Platform certificates (微信支付平台证书) that are downloaded with the APIv3 key when they are needed
/// (获取平台证书, `GET /v3/certificates`).
///
/// Give them to the [`Verifier`] of a [`Client`](crate::Client). The client then downloads them:
///
/// - in its first call, which waits for them
/// - in the background, before the list is 12 hours old
/// - when a response or a notification names an unknown serial number
///
/// All calls that wait share one download. A call whose certificate is known never waits. If a download fails, the
/// previous certificates stay in use, and [`last_failure`](Self::last_failure) returns the error.
///
/// ```no_run
/// use wechatpay_client::{ApiV3Key, Client, Merchant, PlatformCertificates, Result, Verifier};
///
/// fn client(merchant: Merchant, key: ApiV3Key) -> Result<Client> {
///     let certificates = PlatformCertificates::downloading(key);
///     Ok(Client::builder(merchant, Verifier::new(certificates)).build()?)
/// }
/// ```
///
/// Clones are cheap and share the certificates. The first [`Client`](crate::Client) or [`Verifier::for_merchants`] that
/// gets the certificates assigns them to its merchant. A client of a different merchant then refuses them
/// ([`OtherMerchantsCertificates`](crate::error::ConfigErrorKind::OtherMerchantsCertificates)), and so does
/// [`Verifier::for_merchants`].
///
/// # Trust
///
/// A downloaded list of certificates is signed like every response. The trusted keys are the other keys of the
/// [`Verifier`], and the current certificates. If a trusted key signed the list, this key verifies the list before
/// anything is decrypted.
///
/// If another key signed the list, its entries are decrypted first. The certificate of that key must be in the list, and
/// must verify the list. Such a list is trusted because of the APIv3 key, which encrypts every entry and which only the
/// merchant and WeChat Pay know. So a process recovers by itself if its saved certificates are older than the
/// certificate that signs now.
///
/// At most 64 entries are decrypted. A longer list is rejected, whoever signed it.
#[derive(Clone)]
pub struct PlatformCertificates {
    inner: Arc<Inner>,
}

struct Inner {
    key: ApiV3Key,
    min_interval: Duration,
    ring: RwLock<Arc<KeyRing>>,
    state: Mutex<State>,
}

impl PlatformCertificates {
    /// Makes platform certificates that are downloaded when needed, and decrypted with the APIv3 key (APIv3密钥).
    #[must_use]
    pub fn downloading(key: ApiV3Key) -> Self {
        Self::builder(key).build()
    }

    /// Begins the settings of platform certificates that are decrypted with the APIv3 key (APIv3密钥).
    pub fn builder(key: ApiV3Key) -> PlatformCertificatesBuilder {
        PlatformCertificatesBuilder::new(key)
    }

    /// Makes platform certificates from the bytes that [`save`](Self::save) returned. No download is needed before the
    /// list is 12 hours old. The certificates still belong to the same merchant.
    ///
    /// # Errors
    ///
    /// - [`CertificatesErrorKind::SavedAltered`]: the bytes were altered, or were saved with another APIv3 key.
    /// - [`CertificatesErrorKind::Rejected`]: a saved certificate cannot be read.
    pub fn load(key: ApiV3Key, saved: impl AsRef<[u8]>) -> Result<Self, CertificatesError> {
        Self::builder(key).load(saved)
    }

    /// Returns the last downloaded list as bytes, for a file. `None` before the first download.
    ///
    /// In these bytes the certificates are still encrypted with the APIv3 key, and [`load`](Self::load) refuses altered
    /// bytes. The bytes also name the merchant that the certificates belong to, if there is one.
    ///
    /// ```no_run
    /// # use wechatpay_client::{ApiV3Key, PlatformCertificates};
    /// # fn start(key: ApiV3Key) -> Result<(), Box<dyn std::error::Error>> {
    /// let certificates = match std::fs::read("certificates.saved") {
    ///     Ok(saved) => PlatformCertificates::load(key, saved)?,
    ///     Err(_) => PlatformCertificates::downloading(key),
    /// };
    /// // At the end of the program:
    /// if let Some(saved) = certificates.save() {
    ///     std::fs::write("certificates.saved", saved)?;
    /// }
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn save(&self) -> Option<Vec<u8>> {
        let state = self.state();
        let saved = state.saved.clone()?.with_owner(state.owner.as_ref());
        drop(state);
        saved.to_bytes(&self.inner.key)
    }

    /// The serial numbers (证书序列号) of the current certificates, in any order.
    #[must_use]
    pub fn serial_nos(&self) -> Vec<String> {
        self.ring().key_ids().map(str::to_owned).collect()
    }

    /// The current certificates in PEM, for other programs, in the order of the last downloaded list. Empty before the
    /// first download.
    ///
    /// The whole list was verified when it was downloaded. A process of this library needs no PEM: [`save`](Self::save)
    /// and [`load`](Self::load) keep the list.
    #[must_use]
    pub fn to_pem(&self) -> Vec<Vec<u8>> {
        let saved = self.state().saved.clone();
        let pem = saved.map(|saved| list::decrypt_pem(saved.list.as_bytes(), &self.inner.key));
        // The list was decrypted with the same key when it was downloaded or loaded.
        pem.and_then(Result::ok).unwrap_or_default()
    }

    /// The error of the last download, if the download failed, has stalled, or cannot be made. `None` if the last download
    /// succeeded, or if none was needed.
    #[must_use]
    pub fn last_failure(&self) -> Option<CertificatesError> {
        self.state().failure()
    }

    /// Verifies a response to `GET /v3/certificates` at the time `now`, and replaces the current certificates by those of
    /// the response, all or none of them. Returns their serial numbers. An empty list replaces nothing.
    ///
    /// The [`Client`](crate::Client) installs its downloads by itself. Call this method only for a list that you download
    /// by other means. The public keys and single certificates of `verifier`, and the current certificates, are trusted
    /// by [these rules](Self#trust). `now` must be within five minutes of the timestamp of the response.
    ///
    /// # Errors
    ///
    /// - [`CertificatesErrorKind::NotIssued`]: the merchant has no platform certificates.
    /// - [`CertificatesErrorKind::Refused`]: the status of the response is not a success.
    /// - [`CertificatesErrorKind::Rejected`]: the response does not verify, or an entry cannot be decrypted or read.
    pub fn install(
        &self,
        response: &Response<Bytes>,
        verifier: &Verifier,
        now: SystemTime,
    ) -> Result<Vec<String>, CertificatesError> {
        let now = unix_seconds(now);
        let downloaded = self.ring();
        let keys = [&verifier.fixed_keys, &*downloaded];
        let ring =
            list::verify_and_decrypt(response, &self.inner.key, &keys, verifier.scheme, now)?;
        let serial_nos: Vec<_> = ring.key_ids().map(str::to_owned).collect();
        if serial_nos.is_empty() && !downloaded.is_empty() {
            return Ok(serial_nos);
        }
        *self
            .inner
            .ring
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
        // Lossless: the list was JSON, which is UTF-8.
        let list = String::from_utf8_lossy(response.body()).into_owned();
        self.state().saved = Some(SavedList::new(now, list));
        Ok(serial_nos)
    }
}

impl PlatformCertificates {
    fn from_parts(key: ApiV3Key, min_interval: Duration, ring: KeyRing, state: State) -> Self {
        Self {
            inner: Arc::new(Inner {
                key,
                min_interval,
                ring: RwLock::new(Arc::new(ring)),
                state: Mutex::new(state),
            }),
        }
    }

    /// `true` for clones of the same certificates.
    pub(in crate::verify) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    fn holds(&self, key_id: &str) -> bool {
        self.ring().get(key_id.as_bytes()).is_some()
    }

    /// The current certificates.
    pub(in crate::verify) fn ring(&self) -> Arc<KeyRing> {
        let ring = self.inner.ring.read();
        Arc::clone(&ring.unwrap_or_else(PoisonError::into_inner))
    }

    /// Adds a client that makes the downloads which notifications request.
    pub(crate) fn attach(&self, downloader: Weak<dyn Downloader>) {
        let mut state = self.state();
        state
            .downloaders
            .retain(|downloader| downloader.strong_count() > 0);
        state.downloaders.push(downloader);
    }

    /// `true` if the list should be downloaded in the background at `now` (Unix seconds).
    pub(crate) fn is_stale(&self, now: u64) -> bool {
        let state = self.state();
        let age = |saved: &SavedList| now.saturating_sub(saved.downloaded_at);
        state.refresh_requested
            || state
                .saved
                .as_ref()
                .is_none_or(|saved| age(saved) >= STALE_AFTER)
    }

    /// Starts a download, unless one is running, the last one is too recent, or a download has just brought the key.
    /// Returns the download to wait for, if there is one.
    pub(crate) fn refresh(
        &self,
        reason: RefreshReason<'_>,
        downloader: &dyn Downloader,
    ) -> Option<DownloadWatch> {
        let mut state = self.state();
        if matches!(reason, RefreshReason::UnknownKeyId(key_id) if self.holds(key_id)) {
            return None;
        }
        if let Some(watch) = state.watch.as_ref().filter(|watch| watch.is_running()) {
            return Some(watch.clone());
        }
        let download = self.begin(&mut state, reason)?;
        let watch = state.watch.clone();
        drop(state);
        downloader.start(download);
        watch
    }

    /// Begins a download, if it may begin now.
    fn begin(&self, state: &mut State, reason: RefreshReason<'_>) -> Option<ListDownload> {
        if !self.may_begin(state, reason) {
            return None;
        }
        let (watch, download) = ListDownload::new(self);
        state.watch = Some(watch);
        state.refresh_requested = false;
        Some(download)
    }

    fn may_begin(&self, state: &State, reason: RefreshReason<'_>) -> bool {
        if let RefreshReason::UnknownKeyId(key_id) | RefreshReason::Notified(key_id) = reason {
            if self.holds(key_id) {
                return false;
            }
        }
        if state.watch.as_ref().is_some_and(DownloadWatch::is_running) {
            return false;
        }
        let too_soon = |(ended_at, failure): (Instant, _)| {
            ended_at.elapsed() < self.min_delay(state, failure, reason)
        };
        !state.last_download().is_some_and(too_soon)
    }

    /// The delay before a call without a key may request another download. `None` if the call need not wait, because
    /// the next download would fail for the same reason.
    pub(crate) fn retry_in(&self) -> Option<Duration> {
        let state = self.state();
        let EndedDownload {
            ended_at, failure, ..
        } = state.last_ended.as_ref()?;
        let failure = failure.as_ref().filter(|failure| failure.is_transient())?;
        let delay = self.min_delay(&state, Some(failure.kind()), RefreshReason::NoKey);
        Some(
            delay
                .saturating_sub(ended_at.elapsed())
                .max(MIN_RETRY_DELAY),
        )
    }

    /// `true` if there are no certificates, and no client that downloads them.
    pub(crate) fn will_stay_empty(&self) -> bool {
        self.ring().is_empty() && !self.state().has_downloader()
    }

    /// The minimum time between the last download and the next one.
    fn min_delay(
        &self,
        state: &State,
        last: Option<&CertificatesErrorKind>,
        reason: RefreshReason<'_>,
    ) -> Duration {
        let min_interval = self.inner.min_interval;
        match (reason, last) {
            (_, None) | (RefreshReason::Notified(_), Some(_)) => min_interval,
            // Another runtime may run.
            (_, Some(CertificatesErrorKind::Stopped | CertificatesErrorKind::Stalled)) => {
                Duration::ZERO
            }
            (RefreshReason::UnknownKeyId(_), Some(_)) => min_interval,
            (RefreshReason::NoKey, Some(_)) => min_interval.min(RETRY_AFTER),
            (RefreshReason::Stale, Some(CertificatesErrorKind::NotIssued)) => {
                NOT_ISSUED_RETRY_AFTER
            }
            (RefreshReason::Stale, Some(_)) => {
                let failures = state
                    .last_ended
                    .as_ref()
                    .map_or(1, |ended| ended.failures_in_a_row);
                min_interval.saturating_mul(failures.clamp(1, 60))
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        let state = self.inner.state.lock();
        state.unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for PlatformCertificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PlatformCertificates")
            .field("serial_nos", &self.ring())
            .field("last_failure", &self.last_failure())
            .finish_non_exhaustive()
    }
}
