//! Keys that may have to be waited for: platform certificates that download themselves.

use std::sync::{Arc, PoisonError};

use hyper::{Response, Uri, body::Bytes};
use tokio::time::Instant;

use super::{
    Client, Shared,
    core::{Core, within},
    unix_now,
};
use crate::{
    error::{Error, Result},
    frozen::FrozenRequest,
    verify::{
        CertificatesError, DOWNLOAD_DEADLINE, Download, Downloader, Need, PlatformCertificates,
        Preferred,
    },
};

const PATH: &str = "/v3/certificates";

const GLOBAL_PATH: &str = "/v3/global/certificates";

impl Client {
    /// Downloads platform certificates (微信支付平台证书) now, unless it is too soon after the last time;
    /// nothing if the client's verifier has none that download themselves. Calls do it by themselves: this is
    /// for those who want a wrong APIv3 key to be found at the start, or who take notifications before
    /// the first call.
    ///
    /// # Errors
    ///
    /// [`Error::Certificates`] with why they are not had.
    pub async fn refresh_certificates(&self) -> Result<()> {
        let Some(certificates) = self.shared.core.verifier.downloaded() else {
            return Ok(());
        };
        self.shared
            .refreshed(certificates, Need::Key, self.ends_at())
            .await?;
        certificates
            .last_failure()
            .map_or(Ok(()), |failure| Err(Error::Certificates(failure)))
    }
}

impl Shared {
    /// The key to name and to encrypt with. The call waits for one only where there is none in force;
    /// what grows old is renewed behind its back.
    pub(super) async fn key(&self, deadline: Instant) -> Result<Option<Preferred>> {
        let now = unix_now();
        let verifier = &self.core.verifier;
        let Some(certificates) = verifier.downloaded() else {
            return Ok(verifier.preferred(now));
        };
        if verifier.has_key_in_force(now) {
            if certificates.is_stale(now) {
                drop(certificates.refresh(Need::Background, self));
            }
            return Ok(verifier.preferred(now));
        }
        self.refreshed(certificates, Need::Key, deadline).await?;
        let failure = || {
            certificates
                .last_failure()
                .unwrap_or_else(|| Arc::new(CertificatesError::NotIssued))
        };
        // One whose time is over is better than none: the platform decides.
        match verifier.preferred(unix_now()) {
            Some(key) => Ok(Some(key)),
            None => Err(Error::Certificates(failure())),
        }
    }

    /// Waits for a download, if there is to be one. It goes on if the wait is given up; if it was another
    /// client's that has ended, this one makes its own.
    pub(super) async fn refreshed(
        &self,
        certificates: &PlatformCertificates,
        need: Need<'_>,
        deadline: Instant,
    ) -> Result<()> {
        for _ in 0..2 {
            let Some(flight) = certificates.refresh(need, self) else {
                break;
            };
            let landed = async {
                flight.landed().await;
                Ok(())
            };
            within(deadline, landed).await?;
            let failure = certificates.last_failure();
            if !matches!(failure.as_deref(), Some(CertificatesError::Stopped)) {
                break;
            }
        }
        Ok(())
    }
}

impl Downloader for Shared {
    fn start(&self, download: Download) {
        let core = Arc::clone(&self.core);
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn(async move {
            let deadline = Instant::now() + DOWNLOAD_DEADLINE;
            let answer = within(deadline, core.download(deadline)).await;
            download.end(answer, &core.verifier, unix_now());
        });
    }
}

impl Core {
    async fn download(&self, deadline: Instant) -> Result<Response<Bytes>> {
        let path = if self.global { GLOBAL_PATH } else { PATH };
        let named = self.verifier.preferred(unix_now());
        let request = FrozenRequest::get(Uri::from_static(path), self.mchid(), named);
        let mut tries = self.tries(&request, &self.tried, false, deadline);
        loop {
            match self.exchange(&request, tries.host(), tries.times()).await {
                Ok((answer, _)) => return Ok(answer),
                Err(error) => tries.after(error).await?,
            }
        }
    }
}
