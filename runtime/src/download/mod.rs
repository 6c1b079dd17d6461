//! Files that come down (账单, 图片, 电子回单): streamed, unsigned by nature, and checked against what
//! the signed response said of them.

mod bill;
mod checks;
mod error;
mod save;
mod target;

use std::{fmt, mem, path::Path, slice};

use http_body_util::{BodyExt, combinators::UnsyncBoxBody};
use hyper::{
    HeaderMap, Response,
    body::Bytes,
    header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName},
};
use tokio::io::{AsyncWrite, AsyncWriteExt};

pub use bill::{BillFile, BillFiles};
pub(crate) use checks::Checks;
pub use error::{DownloadError, DownloadErrorKind};
pub(crate) use target::{file_hosts, target_of};

use crate::{
    collect::grow, head::Head, sign::Merchant, transport::TransportError, verify::excerpt,
};
use save::TemporaryFile;

type DownloadProgress = dyn FnMut(u64, Option<u64>) + Send;

/// A file on its way: a bill (账单), an image, an electronic receipt (电子回单).
///
/// WeChat Pay does not sign files. What proves a file is the signed response that describes it, and
/// [`check`](Self::check) holds it against that. A file that nothing describes is WeChat Pay's by TLS only,
/// and whole by its length or its chunks: where the response has neither, it is refused
/// ([`DownloadErrorKind::LengthUnknown`]), and so it is where it comes in an encoding
/// ([`DownloadErrorKind::Encoded`]): none was asked for. With a description the hash decides. A file is read as it comes, in constant memory however large it is, and only when it is asked for:
/// [`save`](Self::save), [`bytes`](Self::bytes) or [`write_to`](Self::write_to).
///
/// ```
/// # use wechatpay_client::{BillFile, Download, Merchant, error::DownloadError};
/// async fn keep(file: Download, bill: &BillFile, merchant: &Merchant) -> Result<u64, DownloadError> {
///     file.check(bill, merchant).await?.save("2025-12-31.csv").await
/// }
/// ```
#[must_use = "the file is not read until it is asked for"]
pub struct Download {
    head: Head,
    content_length: Option<u64>,
    content_type: Option<String>,
    body: UnsyncBoxBody<Bytes, TransportError>,
    checks: Checks,
    received: u64,
    progress: Option<Box<DownloadProgress>>,
    ended: bool,
    /// The length of the response, or its chunks, say where it ends.
    delimited: bool,
    /// The response has a `Content-Encoding`.
    encoded: bool,
}

impl Download {
    /// From a successful response.
    pub(crate) fn new(response: Response<UnsyncBoxBody<Bytes, TransportError>>) -> Self {
        let (head, body) = response.into_parts();
        Self {
            content_length: header_text(&head.headers, &CONTENT_LENGTH)
                .and_then(|length| length.parse().ok()),
            content_type: header_text(&head.headers, &CONTENT_TYPE).map(str::to_owned),
            head: Head::new(head.status.as_u16(), &head.headers),
            body,
            checks: Checks::default(),
            received: 0,
            progress: None,
            ended: false,
            delimited: true,
            encoded: is_encoded(&head.headers),
        }
    }

    /// Says whether the end of the body is told from a connection that was closed early.
    pub(crate) fn with_delimited(mut self, delimited: bool) -> Self {
        self.delimited = delimited;
        self
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// Lets the file pass these checks alone.
    pub(crate) fn with_checks(mut self, checks: Checks) -> Self {
        self.checks = checks;
        self
    }

    /// Gives the content of the file only as `file` describes it: decrypted if it is encrypted, with
    /// the private key of `merchant`, unpacked if it is packed, and with the hash that it says.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Download`](crate::ErrorKind::Download) if the description is not usable; nothing of the file was read then.
    pub async fn check(self, file: &BillFile, merchant: &Merchant) -> Result<Self, DownloadError> {
        let checks = Checks::of(file, slice::from_ref(merchant)).await;
        let checks = checks.map_err(|kind| self.error(kind))?;
        Ok(self.with_checks(checks))
    }

    /// Calls `progress` for each chunk that comes, with the bytes received so far and the
    /// [`content_length`](Self::content_length): both as on the wire, before decryption and unpacking.
    pub fn on_progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The response's `Request-ID` (应答请求ID).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The bytes that are to come, if the response says how many: of the file as it is sent, encrypted and
    /// packed.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.content_length
    }

    /// What the response says that the file is, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// Saves the file at `path`, which appears, or is replaced, only when all has come and every check
    /// has held. Only a regular file is replaced: no symbolic link, whatever it leads to. Give the path that
    /// [`canonicalize`](std::fs::canonicalize) makes of one.
    /// The content is written to a temporary file in the same folder, flushed to the disk, and
    /// renamed. On any failure, and when the call is dropped, the temporary file is removed. On Unix the
    /// file is its owner's alone to read (mode 600). Returns the bytes of the content.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Download`](crate::ErrorKind::Download) with the exact [`DownloadErrorKind`]; [`ErrorKind::Transport`](crate::ErrorKind::Transport) if the connection
    /// broke.
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64, DownloadError> {
        let head = self.head.clone();
        let save_error = |error| DownloadError::from_save(error, &head);
        let temporary = TemporaryFile::create_beside(path.as_ref().to_owned()).await;
        let mut temporary = temporary.map_err(save_error)?;
        let written = self.write_to(temporary.file()).await?;
        temporary.persist().await.map_err(save_error)?;
        Ok(written)
    }

    /// The content, in memory, if it is no larger than `limit` bytes. Meanwhile it takes less than
    /// twice that.
    ///
    /// # Errors
    ///
    /// [`DownloadErrorKind::TooLarge`], and those of [`save`](Self::save) but for writing.
    pub async fn bytes(mut self, limit: usize) -> Result<Bytes, DownloadError> {
        let mut content = Vec::new();
        while let Some(chunk) = self.next().await? {
            if chunk.len() > limit.saturating_sub(content.len()) {
                return Err(self.error(DownloadErrorKind::TooLarge { limit }));
            }
            let length = content.len() + chunk.len();
            grow(&mut content, length, limit);
            content.extend_from_slice(&chunk);
        }
        if content.len() < content.capacity() / 2 {
            content.shrink_to_fit();
        }
        Ok(content.into())
    }

    /// Writes the content to `out` as it comes, and flushes. Returns its bytes.
    ///
    /// Hash and tag are checked at the end. If this returns an error, `out` may contain partial or corrupt data:
    /// discard `out`. [`save`](Self::save) does so by itself.
    ///
    /// # Errors
    ///
    /// As those of [`save`](Self::save).
    pub async fn write_to(
        mut self,
        out: &mut (impl AsyncWrite + Unpin + ?Sized),
    ) -> Result<u64, DownloadError> {
        let mut written = 0;
        while let Some(chunk) = self.next().await? {
            let result = out.write_all(&chunk).await;
            result.map_err(|error| DownloadError::from_write(error, &self.head))?;
            written += chunk.len() as u64;
        }
        let result = out.flush().await;
        result.map_err(|error| DownloadError::from_write(error, &self.head))?;
        Ok(written)
    }

    /// The next chunk of the content; `None` when all has come and every check has held.
    async fn next(&mut self) -> Result<Option<Bytes>, DownloadError> {
        loop {
            let chunk = self.checks.next().map_err(|kind| self.error(kind))?;
            if chunk.is_some() || self.ended {
                return Ok(chunk);
            }
            if !self.checks.has_hash() {
                self.check_framing()?;
            }
            match self.receive().await? {
                Some(received) => {
                    let result = self.checks.feed(received);
                    result.map_err(|kind| self.error(kind))?;
                }
                None => {
                    self.ended = true;
                    let last = mem::take(&mut self.checks).finish();
                    return last.map(Some).map_err(|kind| self.error(kind));
                }
            }
        }
    }

    /// Refuses a file that no hash proves and that may come cut, or packed.
    fn check_framing(&self) -> Result<(), DownloadError> {
        match (self.delimited, self.encoded) {
            (true, false) => Ok(()),
            (false, _) => Err(self.error(DownloadErrorKind::LengthUnknown)),
            (true, true) => Err(self.error(DownloadErrorKind::Encoded)),
        }
    }

    async fn receive(&mut self) -> Result<Option<Bytes>, DownloadError> {
        while let Some(frame) = self.body.frame().await {
            // Trailers say nothing that is known here.
            let Ok(received) = frame?.into_data() else {
                continue;
            };
            self.received += received.len() as u64;
            if let Some(progress) = &mut self.progress {
                progress(self.received, self.content_length);
            }
            return Ok(Some(received));
        }
        Ok(None)
    }

    fn error(&self, kind: DownloadErrorKind) -> DownloadError {
        DownloadError::new(kind, &self.head)
    }
}

fn header_text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// `identity` is no encoding (RFC 9110, 8.4.1).
fn is_encoded(headers: &HeaderMap) -> bool {
    let mut encodings = headers.get_all(CONTENT_ENCODING).iter();
    encodings.any(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

impl fmt::Debug for Download {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download")
            .field("status", &self.status())
            .field(
                "request_id",
                &self.request_id().map(|id| excerpt(id.as_bytes())),
            )
            .field(
                "content_type",
                &self.content_type().map(|value| excerpt(value.as_bytes())),
            )
            .field("content_length", &self.content_length)
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::{
        collections::VecDeque,
        pin::Pin,
        sync::{Arc, Mutex},
        task::{Context, Poll},
    };

    use hyper::body::{Body, Frame};

    use super::*;
    use crate::error::{Error, ErrorKind, Outcome, TransportErrorKind};

    /// Gives what it holds; then the connection breaks.
    struct Broken(VecDeque<Frame<Bytes>>);

    impl Body for Broken {
        type Data = Bytes;
        type Error = TransportError;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
            let broken = TransportError::new(TransportErrorKind::Exchange, true, None, None);
            Poll::Ready(Some(self.0.pop_front().ok_or(broken)))
        }
    }

    fn broken() -> Download {
        let response = Response::builder()
            .header("Request-ID", "0890E2C1A80610")
            .header(CONTENT_TYPE, "text/plain")
            .header(CONTENT_LENGTH, "1000");
        let frames = [
            Frame::trailers(HeaderMap::new()),
            Frame::data(Bytes::from_static(b"of today")),
        ];
        let body = Broken(frames.into()).boxed_unsync();
        Download::new(response.body(body).unwrap())
    }

    #[test]
    fn the_head_says_what_comes() {
        let file = broken();
        assert_eq!(file.status(), 200);
        assert_eq!(file.request_id(), Some("0890E2C1A80610"));
        assert_eq!(file.content_type(), Some("text/plain"));
        assert_eq!(file.content_length(), Some(1000));
        assert_eq!(
            format!("{file:?}"),
            "Download { status: 200, request_id: Some(\"0890E2C1A80610\"), \
             content_type: Some(\"text/plain\"), content_length: Some(1000), received: 0, .. }"
        );
    }

    #[tokio::test]
    async fn a_connection_that_breaks_is_the_transports_error() {
        let calls = Arc::new(Mutex::new(Vec::new()));
        let recorded = Arc::clone(&calls);
        let file = broken().on_progress(move |received, length| {
            recorded.lock().unwrap().push((received, length));
        });
        let mut out = Vec::new();
        let error = file.write_to(&mut out).await.unwrap_err();
        let expected = DownloadErrorKind::Transport(TransportErrorKind::Exchange);
        assert_eq!(*error.kind(), expected);
        let error = Error::from(error);
        assert!(matches!(error.kind(), ErrorKind::Transport(_)), "{error:?}");
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert_eq!(out, b"of today");
        assert_eq!(*calls.lock().unwrap(), [(8, Some(1000))]);

        let folder = tempfile::tempdir().unwrap();
        let error = broken().save(folder.path().join("bill.csv")).await;
        let error = error.unwrap_err();
        assert_eq!(*error.kind(), expected);
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[tokio::test]
    async fn a_failure_says_of_which_response() {
        let error = broken().bytes(7).await.unwrap_err();
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.request_id(), Some("0890E2C1A80610"));
        assert_eq!(
            error.to_string(),
            "download failed: too-large, over 7 bytes (status 200, Request-ID 0890E2C1A80610)"
        );
    }
}
