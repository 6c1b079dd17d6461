//! Downloads: requested and retried like any call, then streamed to the caller.

use std::time::Duration;

use http::{StatusCode, Uri};
use http_body_util::BodyExt;
use tokio::time::Instant;

use super::{
    CallRecord, Client, ResultFuture, Shared,
    attempts::{Attempts, Hosts},
    core::with_deadline,
};
use crate::{
    call_error::{ApiError, Result},
    download::{BillFile, Checks, Download, target_of},
    request::{Endpoint, FrozenRequest, Request, RequestError},
    transport::AttemptLimits,
};

const ACCEPT_ANY: &str = "*/*";

impl Client {
    /// Starts the download of a file that a response describes with its address and its hash: a bill (账单), a part
    /// of a bill, or a receipt. Reading the [`Download`] fails if the file does not match its hash.
    ///
    /// The client signs the request, and sends it to the address exactly as WeChat Pay gave it, but only to the hosts
    /// that [`download_from`](Self::download_from) lists. The client's timeout applies until the head of the response
    /// has arrived. After that it is the read timeout: the longest wait for more data.
    ///
    /// ```
    /// # use wechatpay_client::{BillFile, Client, Result, wechatpay_api};
    /// #[wechatpay_api(GET "/v3/bill/tradebill")]
    /// trait TradeBill {
    ///     async fn trade_bill(&self, #[query] bill_date: &str) -> Result<BillFile>;
    /// }
    ///
    /// async fn keep(client: &Client) -> Result<u64> {
    ///     let bill = client.trade_bill("2025-12-31").await?;
    ///     Ok(Client::download(client, &bill).await?.save("2025-12-31.csv").await?)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`RequestErrorKind::DownloadUrl`](crate::error::RequestErrorKind::DownloadUrl): the address is on another
    ///   host, is not URL-encoded, or leaves the path prefix of a base URL.
    /// - [`ErrorKind::Download`](crate::ErrorKind::Download): the hash, or the key of an encrypted file, cannot be
    ///   used.
    /// - Every other error of a call.
    pub async fn download(client: &Self, file: &BillFile) -> Result<Download> {
        let record = CallRecord::start_download();
        let download = client.download_checked(file, &record).await;
        record.end_download(download)
    }

    /// Starts the download of a file for which WeChat Pay gives an address and no hash, such as the `media_url` of a
    /// complaint's images (投诉图片) or the `download_url` of an invoice (发票).
    ///
    /// The client signs the request, and sends it to the address byte for byte as given, but only below the client's
    /// own base URLs or to a host of WeChat Pay:
    ///
    /// - `api.mch.weixin.qq.com`, `api2.mch.weixin.qq.com`, `api.wechatpay.cn`, `api2.wechatpay.cn`
    /// - `apihk.mch.weixin.qq.com`, `apius.mch.weixin.qq.com`, `apieu.mch.weixin.qq.com`
    /// - `pay.wechatpay.cn` for invoices, `download-service.wechatpay.cn` for the bills of coupons (代金券)
    ///
    /// A picture on any other host, such as a logo on `mmbiz.qpic.cn`, is public: fetch the picture with any HTTP
    /// client. Without a hash, only TLS proves the origin of the file, and only the length of the response shows that
    /// the file is complete. If WeChat Pay gives a hash, use [`download`](Self::download), which has the same timeouts.
    ///
    /// ```
    /// # use wechatpay_client::{Client, Result};
    /// async fn keep(client: &Client, media_url: &str) -> Result<u64> {
    ///     Ok(Client::download_from(client, media_url).await?.save("complaint.png").await?)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`RequestErrorKind::DownloadUrl`](crate::error::RequestErrorKind::DownloadUrl): the address is on another
    ///   host, is not URL-encoded, or leaves the path prefix of a base URL.
    /// - Every other error of a call.
    pub async fn download_from(client: &Self, address: &str) -> Result<Download> {
        let record = CallRecord::start_download();
        let deadline = client.deadline();
        let download = async {
            let target = target_of(address, &client.shared.core.network.hosts)?;
            client.download_target(target, deadline, &record).await
        };
        let download = download.await;
        record.end_download(download)
    }

    async fn download_checked(&self, file: &BillFile, record: &CallRecord) -> Result<Download> {
        let deadline = self.deadline();
        let merchants = self.merchants();
        let target = target_of(file.download_url(), &self.shared.core.network.hosts)?;
        let checks = async { Ok(Checks::of(file, &merchants).await?) };
        let checks = with_deadline(deadline, checks).await?;
        let file = self.download_target(target, deadline, record).await?;
        Ok(file.with_checks(checks))
    }

    async fn download_target(
        &self,
        (host, uri): (usize, Uri),
        deadline: Instant,
        record: &CallRecord,
    ) -> Result<Download> {
        let key = self.shared.select_key(deadline).await?;
        let request = FrozenRequest::get(uri, self.shared.core.mchid(), key);
        let only = Hosts::only(host);
        let attempts = self.shared.core.attempts(&request, &only, false, deadline);
        self.run_download(attempts, record).await
    }

    /// Starts the download of a file that a declared operation responds with.
    pub(crate) fn execute_download(
        &self,
        endpoint: &'static Endpoint,
        request: Result<Request, RequestError>,
    ) -> ResultFuture<'_, Download> {
        Box::pin(async move {
            let record = CallRecord::start(&endpoint.method, endpoint.path);
            let deadline = self.deadline();
            let download = async {
                let request = self.shared.freeze(request?, deadline).await?;
                let hosts = &self.shared.core.network.call_hosts;
                let attempts = self.shared.core.attempts(&request, hosts, false, deadline);
                self.run_download(attempts, &record).await
            };
            let download = download.await;
            record.end_download(download)
        })
    }

    async fn run_download(&self, attempts: Attempts<'_>, record: &CallRecord) -> Result<Download> {
        let request = attempts.request();
        let read_timeout = self.timeout;
        let attempt = |host, limits| {
            self.shared
                .download_attempt(request, host, limits, read_timeout)
        };
        attempts.run(record, attempt).await
    }
}

impl Shared {
    /// Makes one attempt, up to the head of the response.
    async fn download_attempt(
        &self,
        request: &FrozenRequest,
        host: usize,
        limits: AttemptLimits<'_>,
        read_timeout: Duration,
    ) -> Result<Download> {
        let deadline = limits.deadline;
        let authorized = self.core.authorize(request, host, ACCEPT_ANY, deadline);
        let (authorized, inputs) = authorized.await?;
        let transport = &self.core.network.transport;
        let response = transport
            .send(host, authorized, limits, Some(read_timeout))
            .await?;
        if response.status() == StatusCode::OK {
            let delimited = response.body().is_delimited();
            let file = Download::new(response.map(BodyExt::boxed_unsync));
            return Ok(file.with_delimited(delimited));
        }
        let response = transport.collect(response, deadline).await?;
        let accepted = self
            .check_response(request, response, &inputs, deadline)
            .await?;
        // Another 2xx than 200 carries no file.
        Err(ApiError::from_checked(&accepted).into())
    }
}
