//! The key of a call, selected before the bytes are fixed. If no key is valid, the call waits for a download.

use std::sync::Arc;

use tokio::time::{Instant, sleep_until};

use super::{Client, Shared};
use crate::{
    call_error::Result,
    sign::Merchant,
    verify::{CertificatesErrorKind, PlatformCertificates, RefreshReason, SelectedKey, Verifier},
};

impl Client {
    /// The merchant number, and the verifier of the keys that this merchant trusts.
    pub(crate) fn merchant_and_verifier(&self) -> (String, Verifier) {
        let core = &self.shared.core;
        (core.mchid().to_string(), core.verifier.clone())
    }

    /// The merchant number of a client.
    pub(crate) fn mchid_of(client: &Self) -> Arc<str> {
        client.shared.core.mchid()
    }

    /// The merchant of a client with the current key and, while a certificate is renewed, earlier ones.
    pub(crate) fn keys_of(client: &Self) -> Arc<[Merchant]> {
        client.shared.core.merchants()
    }
}

impl Shared {
    /// Selects the key that the request names and encrypts with. Waits for a download only if no key is valid;
    /// a list that grows old is refreshed in the background.
    pub(super) async fn select_key(&self, deadline: Instant) -> Result<Option<SelectedKey>> {
        let now = self.core.network.clock.unix_now();
        let verifier = &self.core.verifier;
        let Some(certificates) = verifier.platform_certificates() else {
            return Ok(verifier.preferred_key(now));
        };
        if verifier.has_key_in_force(now) {
            if certificates.is_stale(now) {
                drop(certificates.refresh(RefreshReason::Stale, self));
            }
            return Ok(verifier.preferred_key(now));
        }
        // Boxed, so that the rare wait does not enlarge the future of every call.
        Box::pin(self.wait_for_key(certificates, deadline))
            .await
            .map(Some)
    }

    /// Waits for a download. If it fails for a reason that may pass, waits for the next one, unless that would
    /// begin after the deadline.
    async fn wait_for_key(
        &self,
        certificates: &PlatformCertificates,
        deadline: Instant,
    ) -> Result<SelectedKey> {
        let clock = self.core.network.clock;
        loop {
            // While this call slept, another one may have downloaded the list.
            if !self.core.verifier.has_key_in_force(clock.unix_now()) {
                self.refresh_and_wait(certificates, RefreshReason::NoKey, deadline)
                    .await?;
            }
            // An expired certificate is better than none: WeChat Pay decides whether to accept it.
            if let Some(key) = self.core.verifier.preferred_key(clock.unix_now()) {
                return Ok(key);
            }
            let next = certificates.retry_in();
            let next = next.and_then(|delay| Instant::now().checked_add(delay));
            match next.filter(|next| *next < deadline) {
                Some(next) => sleep_until(next).await,
                None => {
                    let failure = certificates.last_failure();
                    let failure =
                        failure.unwrap_or_else(|| CertificatesErrorKind::NotInForce.into());
                    return Err(failure.into());
                }
            }
        }
    }
}
