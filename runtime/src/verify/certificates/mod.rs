//! Platform certificates (微信支付平台证书) that manage themselves: when to download, for whom to wait,
//! what to keep. The download itself is the client's.
//!
//! <https://pay.weixin.qq.com/wiki/doc/apiv3/open/pay/wechatpay5_0.shtml>

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
    time::Duration,
};

use hyper::{Response, body::Bytes};
use tokio::time::Instant;

pub(crate) use download::ListDownload;
pub(crate) use error::is_not_issued;
pub use error::{CertificateListErrorKind, CertificatesError, CertificatesErrorKind};
pub(crate) use owner::Owner;
pub(crate) use queued::QueuedDownload;

use super::{KeyRing, Verifier};
use crate::api_v3_key::ApiV3Key;
use download::DownloadWatch;
use saved::SavedList;
use state::{EndedDownload, State};

/// The platform asks for less than 12 hours between downloads; a list is stale in time for that.
const STALE_AFTER: u64 = 11 * 3_600;

const MIN_INTERVAL: Duration = Duration::from_secs(60);

/// How long a download may take, however soon the call that started it must end.
pub(crate) const DOWNLOAD_TIMEOUT: Duration = Duration::from_secs(15);

/// How soon after a failed download another one may be made for somebody who waits.
const RETRY_AFTER: Duration = Duration::from_secs(5);

/// The least pause before a call that waits for a key asks for another download.
const MIN_RETRY_DELAY: Duration = Duration::from_millis(100);

/// How long a merchant without platform certificates is not asked about again in the background.
const NOT_ISSUED_RETRY_AFTER: Duration = Duration::from_secs(12 * 3_600);

/// Platform certificates (微信支付平台证书) that are downloaded with the APIv3 key when they are needed.
///
/// Given to a [`Verifier`], they are downloaded by the first call of its client, which waits for them;
/// again in the background before the list is 12 hours old; and when a response or a notification names
/// an unknown serial number. However many calls wait, one download is made; a call whose certificate
/// is known never waits. A failure is kept ([`last_failure`](Self::last_failure)), and the certificates
/// held before stay in use.
///
/// # Trust
///
/// If a list names a key that is held, this key verifies the list before anything of it is decrypted. Held
/// are the keys that were given to the [`Verifier`], and these certificates.
///
/// If a list names another key, its entries are decrypted first, also while certificates in force are held.
/// The certificate that is named must be among them, and verify the list. Such a list rests on the APIv3
/// key, which only the merchant and WeChat Pay know and under which every entry is encrypted. So a process
/// recovers by itself whose saved certificates are older than the one that signs now. At most 64 entries
/// are decrypted: a longer list is rejected, whoever signed it.
///
/// ```no_run
/// # use wechatpay_client::{ApiV3Key, Client, Merchant, PlatformCertificates, Result, Verifier};
/// # fn client(merchant: Merchant, key: ApiV3Key) -> Result<Client> {
/// let certificates = PlatformCertificates::downloading(key);
/// let client = Client::builder(merchant, Verifier::new(certificates.clone())).build()?;
/// # Ok(client) }
/// ```
///
/// A clone is cheap and shares all of it. The certificates belong to the merchant whose
/// [`Client`](crate::Client) or set ([`Verifier::for_merchants`]) they were first given to. For another
/// merchant they are refused ([`OtherMerchantsCertificates`](crate::error::ConfigErrorKind::OtherMerchantsCertificates)). Follows the official page of 获取平台证书,
/// `GET /v3/certificates`.
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

/// Who can make a download: a client.
pub(crate) trait Downloader: Send + Sync {
    /// Makes it; it is stopped with the last client, at the latest.
    fn start(&self, download: ListDownload);

    /// Makes it when there is room for it.
    fn queue(&self, queued: QueuedDownload);
}

/// Why certificates are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RefreshReason<'a> {
    /// Somebody waits for a key, since none is in force.
    NoKey,
    /// A call waits for this serial number, which its response named and which is unknown.
    UnknownKeyId(&'a str),
    /// A notification named this serial number: anybody may have sent it.
    Notified(&'a str),
    /// Before the list is too old.
    Stale,
}

impl PlatformCertificates {
    /// Certificates that are downloaded, and opened with the APIv3 key (APIv3密钥).
    #[must_use]
    pub fn downloading(key: ApiV3Key) -> Self {
        Self::from_parts(key, MIN_INTERVAL, KeyRing::default(), State::default())
    }

    /// The least time between two downloads, so that forged serial numbers cannot cause a storm of them.
    /// Default: 60 s. Call this before cloning: existing clones keep their interval.
    ///
    /// A download is retried like every GET. If it fails for a reason that may pass, the calls that have no
    /// key wait for the next one, which begins 5 s later; a call whose timeout ends sooner fails at once.
    #[must_use]
    pub fn with_min_interval(self, interval: Duration) -> Self {
        let state = {
            let state = self.state();
            State {
                saved: state.saved.clone(),
                owner: state.owner.clone(),
                ..State::default()
            }
        };
        let ring = KeyRing::clone(&self.ring());
        Self::from_parts(self.inner.key.clone(), interval, ring, state)
    }

    /// What [`save`](Self::save) returned: no download is needed before it is 12 hours old. The certificates
    /// belong to the merchant that they belonged to when they were saved.
    ///
    /// # Errors
    ///
    /// [`CertificatesErrorKind::SavedAltered`] if a byte of it was changed, or it was saved under another
    /// APIv3 key.
    pub fn load(key: ApiV3Key, saved: impl AsRef<[u8]>) -> Result<Self, CertificatesError> {
        let saved = SavedList::from_bytes(saved.as_ref(), &key);
        let saved = saved.ok_or(CertificatesErrorKind::SavedAltered)?;
        let ring = list::decrypt(saved.list.as_bytes(), &key)?;
        let state = State {
            owner: saved.owner(),
            saved: Some(saved),
            ..State::default()
        };
        Ok(Self::from_parts(key, MIN_INTERVAL, ring, state))
    }

    /// The list that was downloaded last, for a file: still sealed under the APIv3 key, and such that
    /// an altered one is refused. The file names the merchant that the certificates belong to, if they were
    /// given to a client or a set. `None` before the first download.
    #[must_use]
    pub fn save(&self) -> Option<Vec<u8>> {
        let state = self.state();
        let saved = state.saved.clone()?.with_owner(state.owner.as_ref());
        drop(state);
        saved.to_bytes(&self.inner.key)
    }

    /// The serial numbers of the certificates that are held, in no order.
    #[must_use]
    pub fn serial_nos(&self) -> Vec<String> {
        self.ring().key_ids().map(str::to_owned).collect()
    }

    /// Why the last download failed or does not end; `None` if it succeeded, or none was needed.
    #[must_use]
    pub fn last_failure(&self) -> Option<CertificatesError> {
        self.state().failure()
    }

    /// Installs the response to a `GET /v3/certificates` at `now` (Unix seconds), all of it or nothing, in
    /// place of the certificates that are held; returns their serial numbers. An empty list leaves those
    /// that are held.
    ///
    /// The [`Client`](crate::Client) does this by itself; it is public for those who download by other
    /// means. The keys that are held are the ones given to `verifier`, and these certificates; the
    /// [rule](Self#trust) is the same. `now` must be within five minutes of the timestamp of the response.
    ///
    /// # Errors
    ///
    /// [`CertificatesError`], with the exact [`CertificateListErrorKind`].
    pub fn install(
        &self,
        response: &Response<Bytes>,
        verifier: &Verifier,
        now: u64,
    ) -> Result<Vec<String>, CertificatesError> {
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
        // It was JSON, so it is UTF-8.
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

    /// True for clones of the same certificates.
    pub(in crate::verify) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }

    fn holds(&self, key_id: &str) -> bool {
        self.ring().get(key_id.as_bytes()).is_some()
    }

    /// The certificates as they are now.
    pub(in crate::verify) fn ring(&self) -> Arc<KeyRing> {
        let ring = self.inner.ring.read();
        Arc::clone(&ring.unwrap_or_else(PoisonError::into_inner))
    }

    /// A client that downloads for whoever has none at hand: notifications.
    pub(crate) fn attach(&self, downloader: Weak<dyn Downloader>) {
        let mut state = self.state();
        state
            .downloaders
            .retain(|downloader| downloader.strong_count() > 0);
        state.downloaders.push(downloader);
    }

    /// Whether the list should be downloaded in the background by now (Unix seconds).
    pub(crate) fn is_stale(&self, now: u64) -> bool {
        let state = self.state();
        let age = |saved: &SavedList| now.saturating_sub(saved.downloaded_at);
        state.refresh_requested
            || state
                .saved
                .as_ref()
                .is_none_or(|saved| age(saved) >= STALE_AFTER)
    }

    /// Starts a download unless one is being made, or it is too soon after the last one, or one that has
    /// ended meanwhile brought what is needed. Returns the one to wait for.
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

    /// A download, if it is needed, may be made by now, and none is being made.
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

    /// How soon a call that has no key may ask for another download. `None` if the call waits in vain:
    /// the next download would fail as the last one did.
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

    /// True if they hold nothing, and no client is alive that would download them.
    pub(crate) fn will_stay_empty(&self) -> bool {
        self.ring().is_empty() && !self.state().has_downloader()
    }

    /// How long after the last download the next one may be made.
    fn min_delay(
        &self,
        state: &State,
        last: Option<&CertificatesErrorKind>,
        reason: RefreshReason<'_>,
    ) -> Duration {
        let min_interval = self.inner.min_interval;
        match (reason, last) {
            (_, None) | (RefreshReason::Notified(_), Some(_)) => min_interval,
            // Another runtime may do better.
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
