//! The settings of platform certificates.

use std::time::Duration;

use super::{
    CertificatesError, CertificatesErrorKind, PlatformCertificates, list, saved::SavedList,
    state::State,
};
use crate::{api_v3_key::ApiV3Key, verify::keys::KeyRing};

/// The default of [`PlatformCertificatesBuilder::min_interval`].
const MIN_INTERVAL: Duration = Duration::from_secs(60);

/// The settings of [`PlatformCertificates`]: begin with [`PlatformCertificates::builder`], and call
/// [`build`](Self::build) or [`load`](Self::load).
///
/// ```
/// # use std::time::Duration;
/// # use wechatpay_client::{ApiV3Key, PlatformCertificates};
/// # fn certificates(key: ApiV3Key) -> PlatformCertificates {
/// PlatformCertificates::builder(key)
///     .min_interval(Duration::from_secs(300))
///     .build()
/// # }
/// ```
#[derive(Debug)]
#[must_use]
pub struct PlatformCertificatesBuilder {
    key: ApiV3Key,
    min_interval: Duration,
}

impl PlatformCertificatesBuilder {
    pub(super) fn new(key: ApiV3Key) -> Self {
        Self {
            key,
            min_interval: MIN_INTERVAL,
        }
    }

    /// The minimum interval between two downloads, so that forged serial numbers cannot cause many downloads.
    /// Default: 60 s.
    ///
    /// Exceptions: after a failed download, a call that has no valid key may start the next download after 5 s. If the
    /// failure is transient, such as a lost connection, the call waits for that download, unless the call would time out
    /// first. After a download that was stopped or has stalled, the next one may begin at once.
    pub fn min_interval(mut self, interval: Duration) -> Self {
        self.min_interval = interval;
        self
    }

    /// Makes platform certificates that are downloaded when needed.
    #[must_use]
    pub fn build(self) -> PlatformCertificates {
        PlatformCertificates::from_parts(
            self.key,
            self.min_interval,
            KeyRing::default(),
            State::default(),
        )
    }

    /// Makes platform certificates from the bytes that [`PlatformCertificates::save`] returned. No download is needed
    /// before the list is 12 hours old. The certificates still belong to the same merchant.
    ///
    /// # Errors
    ///
    /// - [`CertificatesErrorKind::SavedAltered`]: the bytes were altered, or were saved with another APIv3 key.
    /// - [`CertificatesErrorKind::Rejected`]: a saved certificate cannot be read.
    pub fn load(self, saved: impl AsRef<[u8]>) -> Result<PlatformCertificates, CertificatesError> {
        let saved = SavedList::from_bytes(saved.as_ref(), &self.key);
        let saved = saved.ok_or(CertificatesErrorKind::SavedAltered)?;
        let ring = list::decrypt(saved.list.as_bytes(), &self.key)?;
        let state = State {
            owner: saved.owner(),
            saved: Some(saved),
            ..State::default()
        };
        Ok(PlatformCertificates::from_parts(
            self.key,
            self.min_interval,
            ring,
            state,
        ))
    }
}
