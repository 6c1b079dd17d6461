//! The settings of platform certificates.

use std::time::Duration;

use super::{
    CertificatesError, CertificatesErrorKind, PlatformCertificates, list, saved::SavedList,
    state::State,
};
use crate::{api_v3_key::ApiV3Key, verify::keys::KeyRing};

/// The default of [`PlatformCertificatesBuilder::min_interval`].
const MIN_INTERVAL: Duration = Duration::from_secs(60);

/// Settings of [`PlatformCertificates`], made by [`PlatformCertificates::builder`].
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
    /// A download is retried like every GET. If it fails for a transient reason, the calls that have no key wait for
    /// the next download, which begins 5 s later. A call whose timeout ends sooner fails at once.
    pub fn min_interval(mut self, interval: Duration) -> Self {
        self.min_interval = interval;
        self
    }

    /// Certificates that are downloaded when needed.
    #[must_use]
    pub fn build(self) -> PlatformCertificates {
        PlatformCertificates::from_parts(
            self.key,
            self.min_interval,
            KeyRing::default(),
            State::default(),
        )
    }

    /// Loads the bytes that [`PlatformCertificates::save`] returned. No download is needed before the list is 12
    /// hours old. The certificates still belong to the same merchant.
    ///
    /// # Errors
    ///
    /// [`CertificatesErrorKind::SavedAltered`] if a byte was changed, or if the certificates were saved with another
    /// APIv3 key.
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
