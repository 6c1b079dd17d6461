//! Downloads of platform certificates (微信支付平台证书), which a call, a notification or the user starts.

use std::sync::{Arc, PoisonError};

use bytes::Bytes;
use http::{Method, Response, Uri};
use tokio::{runtime::Handle, time::Instant};

use super::{
    CallRecord, Client, Shared,
    core::{APPLICATION_JSON, Core, SigningInputs, with_deadline},
    download_thread,
    response::is_success,
};
use crate::{
    call_error::{ApiError, Error, ErrorKind, Result},
    head::Head,
    request::FrozenRequest,
    transport::{AttemptLimits, TransportErrorKind},
    verify::{
        CertificateListErrorKind, CertificatesError, CertificatesErrorKind, DOWNLOAD_TIMEOUT,
        Downloader, ListDownload, PlatformCertificates, QueuedDownload, RefreshReason,
        VerifyErrorKind, is_not_issued,
    },
};

const PATH: &str = "/v3/certificates";

const GLOBAL_PATH: &str = "/v3/global/certificates";

/// The most downloads that one call waits for. Another client may own a download and be dropped, so the call joins the
/// next download. The limit keeps the call from spinning.
const MAX_JOINED_DOWNLOADS: usize = 32;

impl Client {
    /// Downloads the platform certificates (微信支付平台证书) now. Does nothing if the client's verifier has no
    /// [`PlatformCertificates`].
    ///
    /// A call downloads them by itself when it needs them. Use this function when the program starts, to find a wrong
    /// APIv3 key, or to receive notifications before the first call. The client makes no new download if the last one
    /// succeeded less than [`min_interval`](crate::PlatformCertificatesBuilder::min_interval) ago, or failed less than
    /// 5 s ago.
    ///
    /// # Errors
    ///
    /// - [`ErrorKind::Certificates`]: the last download failed.
    /// - [`ErrorKind::Transport`]: the download did not end within the client's timeout.
    pub async fn refresh_certificates(client: &Self) -> Result<()> {
        let Some(certificates) = client.shared.core.verifier.platform_certificates() else {
            return Ok(());
        };
        client
            .shared
            .refresh_and_wait(certificates, RefreshReason::NoKey, client.deadline())
            .await?;
        certificates
            .last_failure()
            .map_or(Ok(()), |failure| Err(failure.into()))
    }
}

impl Shared {
    /// Starts a download or joins one that is under way, and waits for it. The download goes on if the caller
    /// stops waiting. If another client's download was stopped or stands still, this client makes its own.
    pub(super) async fn refresh_and_wait(
        &self,
        certificates: &PlatformCertificates,
        reason: RefreshReason<'_>,
        deadline: Instant,
    ) -> Result<()> {
        for _ in 0..MAX_JOINED_DOWNLOADS {
            let Some(download) = certificates.refresh(reason, self) else {
                break;
            };
            let finished = async {
                download.finished().await;
                Ok(())
            };
            with_deadline(deadline, finished).await?;
            let failure = certificates.last_failure();
            if !matches!(
                failure.as_ref().map(CertificatesError::kind),
                Some(CertificatesErrorKind::Stopped | CertificatesErrorKind::Stalled)
            ) {
                break;
            }
        }
        Ok(())
    }
}

impl Downloader for Shared {
    fn start(&self, download: ListDownload) {
        let current = Handle::try_current().ok();
        // Without a runtime the task is dropped, which ends the download as stopped.
        if let Some(runtime) = current.or_else(download_thread::handle) {
            self.spawn(Arc::clone(&self.core).download_list(download), &runtime);
        }
    }

    /// The download begins when it gets its permit. A call that needs the list sooner makes its own download.
    fn queue(&self, queued: QueuedDownload) {
        let Some(runtime) = download_thread::handle() else {
            // Dropping the download ends it as stopped, and waiting calls get that reason.
            drop(queued.begin());
            return;
        };
        let core = Arc::clone(&self.core);
        let task = async move {
            let _permit = download_thread::permit().await;
            if let Some(download) = queued.begin() {
                core.download_list(download).await;
            }
        };
        self.spawn(task, &runtime);
    }
}

impl Shared {
    /// Spawns a task that is aborted when the last clone of the client is dropped.
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static, runtime: &Handle) {
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        while tasks.try_join_next().is_some() {}
        tasks.spawn_on(task, runtime);
    }
}

impl Core {
    async fn download_list(self: Arc<Self>, download: ListDownload) {
        let deadline = Instant::now() + DOWNLOAD_TIMEOUT;
        let clock = self.network.clock;
        let record = CallRecord::start(&Method::GET, self.list_path());
        let response = with_deadline(deadline, self.request_list(deadline, &record));
        match download.run(response).await {
            Ok(response) => {
                record.set_head(&Head::of(&response));
                let response = Ok(response);
                match download.end(response, &self.verifier, clock.now()) {
                    Ok(()) => record.succeed(),
                    Err(failure) => drop(record.fail(failure.into())),
                }
            }
            Err(error) => {
                let failure = Err(certificates_error(record.fail(error)));
                // The failure is reported by the record.
                let _ = download.end(failure, &self.verifier, clock.now());
            }
        }
    }

    fn list_path(&self) -> &'static str {
        if self.network.global {
            GLOBAL_PATH
        } else {
            PATH
        }
    }

    async fn request_list(
        &self,
        deadline: Instant,
        record: &CallRecord,
    ) -> Result<Response<Bytes>> {
        let path = Uri::from_static(self.list_path());
        let key = self.verifier.preferred_key(self.network.clock.unix_now());
        let request = FrozenRequest::get(path, self.mchid(), key);
        let attempts = self.attempts(&request, &self.network.call_hosts, false, deadline);
        attempts
            .run(record, |host, limits| {
                self.list_attempt(&request, host, limits)
            })
            .await
    }

    /// Makes one attempt to download the list of certificates.
    async fn list_attempt(
        &self,
        request: &FrozenRequest,
        host: usize,
        limits: AttemptLimits<'_>,
    ) -> Result<Response<Bytes>> {
        let authorized = self.authorize(request, host, APPLICATION_JSON, limits.deadline);
        let (authorized, inputs) = authorized.await?;
        let response = self
            .network
            .transport
            .send(host, authorized, limits, None)
            .await?;
        let response = self
            .network
            .transport
            .collect(response, limits.deadline)
            .await?;
        match self.list_failure(request, &response, &inputs) {
            None => Ok(response),
            Some(failure) => Err(failure),
        }
    }

    /// The failure of a response that cannot hold a list: a status other than success, or a signature probe.
    fn list_failure(
        &self,
        request: &FrozenRequest,
        response: &Response<Bytes>,
        inputs: &SigningInputs,
    ) -> Option<Error> {
        if !is_success(response.status(), false) {
            let error = ApiError::from_unverified(response);
            let error = error.with_diagnosis(response, &inputs.signed(request), &inputs.merchant);
            return Some(error.into());
        }
        let error = self
            .verifier
            .verify(response.clone(), self.network.clock.now())
            .err()?;
        (*error.kind() == VerifyErrorKind::SignatureProbe).then(|| error.into())
    }
}

/// Converts the error of a download, and notes whether the next download may succeed without a change of
/// configuration.
fn certificates_error(error: Error) -> CertificatesError {
    let may_pass = match error.kind() {
        ErrorKind::Api(error) if error.code().is_some_and(is_not_issued) => {
            return CertificatesErrorKind::NotIssued.into();
        }
        ErrorKind::Verify(error) => {
            return CertificateListErrorKind::Unverified(error.kind().clone()).into();
        }
        ErrorKind::Transport(error) => !matches!(
            error.kind(),
            TransportErrorKind::HeadTooLarge | TransportErrorKind::BodyTooLarge { .. }
        ),
        ErrorKind::Api(error) => error.is_transient(),
        _ => false,
    };
    CertificatesError::call(error.into_kind(), may_pass)
}
