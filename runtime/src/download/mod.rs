//! Downloads: bills (账单), images (图片) and electronic receipts (电子回单). The client asks for a file; the
//! caller reads it as a stream, which is checked against the signed description of the file.

mod bill;
mod checks;
mod error;
mod save;
mod target;

use std::{fmt, mem, path::Path, slice};

use bytes::Bytes;
use http::{
    HeaderMap, Response,
    header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName},
};
use http_body_util::{BodyExt, combinators::UnsyncBoxBody};
use tokio::io::{AsyncWrite, AsyncWriteExt};

pub use bill::{BillFile, BillFiles};
pub(crate) use checks::Checks;
pub use error::{DownloadError, DownloadErrorKind};
pub(crate) use target::{file_hosts, target_of};

use crate::{
    collect::grow, head::Head, sign::Merchant, transport::TransportError, verify::excerpt,
};
use save::TemporaryFile;

/// Takes the bytes received so far and the `Content-Length`.
type DownloadProgress = dyn FnMut(u64, Option<u64>) + Send;

/// A file that the client has begun to download, such as a bill (账单), an image or an electronic receipt (电子回单).
///
/// Read the content with [`save`](Self::save), [`bytes`](Self::bytes) or [`write_to`](Self::write_to).
/// [`save`](Self::save) and [`write_to`](Self::write_to) need constant memory, however large the file is.
///
/// WeChat Pay does not sign files. A signed response describes the file instead, and [`check`](Self::check)
/// compares the file with that description, by its hash.
///
/// Without a description, only TLS proves that the file comes from WeChat Pay. Only a `Content-Length` or a chunked
/// `Transfer-Encoding` then proves that the file is whole: without either, reading fails with
/// [`DownloadErrorKind::LengthUnknown`]. If the response has a `Content-Encoding`, which the client never asks for,
/// reading fails with [`DownloadErrorKind::Encoded`].
///
/// ```
/// # use wechatpay_client::{BillFile, Download, Merchant, error::DownloadError};
/// async fn keep(file: Download, bill: &BillFile, merchant: &Merchant) -> Result<u64, DownloadError> {
///     file.check(bill, merchant).await?.save("2025-12-31.csv").await
/// }
/// ```
#[must_use = "the content is not read until `save`, `bytes` or `write_to` is called"]
pub struct Download {
    head: Head,
    content_length: Option<u64>,
    content_type: Option<String>,
    body: UnsyncBoxBody<Bytes, TransportError>,
    checks: Checks,
    received: u64,
    progress: Option<Box<DownloadProgress>>,
    ended: bool,
    /// The response has a length or chunks, so a body that was cut short is an error.
    delimited: bool,
    /// The response has a `Content-Encoding`.
    encoded: bool,
}

impl Download {
    /// The download of a successful response.
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

    /// Sets whether a whole body can be distinguished from one that was cut short.
    pub(crate) fn with_delimited(mut self, delimited: bool) -> Self {
        self.delimited = delimited;
        self
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// Lets the content pass only if these checks succeed.
    pub(crate) fn with_checks(mut self, checks: Checks) -> Self {
        self.checks = checks;
        self
    }

    /// Checks the content against the description `file`: decrypts an encrypted file with the private key of
    /// `merchant`, decompresses a gzip file, and compares the hash. The hash and the tag of the encryption are
    /// checked at the end of the content.
    ///
    /// # Errors
    ///
    /// Before any content is read, a [`DownloadError`] of one of these kinds:
    ///
    /// - [`UnknownHashType`](DownloadErrorKind::UnknownHashType) or
    ///   [`HashValueMalformed`](DownloadErrorKind::HashValueMalformed) if the hash in `file` is unusable;
    /// - [`NonceLength`](DownloadErrorKind::NonceLength),
    ///   [`EncryptKeyNotBase64`](DownloadErrorKind::EncryptKeyNotBase64) or
    ///   [`EncryptKeyLength`](DownloadErrorKind::EncryptKeyLength) if the nonce or the key in `file` is unusable;
    /// - [`EncryptKeyDecryptFailed`](DownloadErrorKind::EncryptKeyDecryptFailed) or
    ///   [`Signer`](DownloadErrorKind::Signer) if `merchant` cannot decrypt the key;
    /// - [`OpenSsl`](DownloadErrorKind::OpenSsl) if OpenSSL refuses to hash or to decrypt.
    pub async fn check(self, file: &BillFile, merchant: &Merchant) -> Result<Self, DownloadError> {
        let checks = Checks::of(file, slice::from_ref(merchant)).await;
        let checks = checks.map_err(|error| error.with_head(&self.head))?;
        Ok(self.with_checks(checks))
    }

    /// Calls `progress(received, content_length)` for each received chunk, with the number of bytes received so far
    /// and the [`content_length`](Self::content_length). Both numbers count the bytes as received, before decryption
    /// and decompression.
    pub fn on_progress(mut self, progress: impl FnMut(u64, Option<u64>) + Send + 'static) -> Self {
        self.progress = Some(Box::new(progress));
        self
    }

    /// The HTTP status of the response. Responses with a file are unsigned: use the status for logs only.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The `Request-ID` (应答请求ID) of the response, for logs and for questions to WeChat Pay.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The `Content-Length` of the response, if there is one: the size of the file as received, in bytes, before
    /// decryption and decompression.
    #[must_use]
    pub fn content_length(&self) -> Option<u64> {
        self.content_length
    }

    /// The `Content-Type` of the response, such as `image/png`.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// Saves the content as a file at `path`, and returns the size of the file in bytes.
    ///
    /// The file appears, or replaces an earlier one, only after the whole content was received and every check
    /// has succeeded: the content is written to a temporary file in the same folder, flushed to the disk, and
    /// renamed. On any failure, and if the call is dropped, the temporary file is removed. On Unix only the
    /// owner can read the file (mode 600).
    ///
    /// Only a regular file is replaced, never a symbolic link. For a link, resolve the path by
    /// [`canonicalize`](std::fs::canonicalize) first.
    ///
    /// # Errors
    ///
    /// A [`DownloadError`] of one of these kinds:
    ///
    /// - [`Transport`](DownloadErrorKind::Transport) if the connection breaks or a read times out;
    /// - [`DecryptFailed`](DownloadErrorKind::DecryptFailed), [`GzipInvalid`](DownloadErrorKind::GzipInvalid),
    ///   [`HashMismatch`](DownloadErrorKind::HashMismatch) or [`Compressed`](DownloadErrorKind::Compressed) if the content is not
    ///   as described;
    /// - [`LengthUnknown`](DownloadErrorKind::LengthUnknown) or [`Encoded`](DownloadErrorKind::Encoded) if the file
    ///   has no description and the response does not prove that the file is whole;
    /// - [`NotRegularFile`](DownloadErrorKind::NotRegularFile) or
    ///   [`WriteFailed`](DownloadErrorKind::WriteFailed) if `path` cannot be written;
    /// - [`OpenSsl`](DownloadErrorKind::OpenSsl) if OpenSSL refuses to hash.
    pub async fn save(self, path: impl AsRef<Path>) -> Result<u64, DownloadError> {
        let head = self.head.clone();
        let save_error = |error| DownloadError::from_save(error, &head);
        let temporary = TemporaryFile::create_beside(path.as_ref().to_owned()).await;
        let mut temporary = temporary.map_err(save_error)?;
        let written = self.write_to(temporary.file()).await?;
        temporary.persist().await.map_err(save_error)?;
        Ok(written)
    }

    /// Reads the content into memory, if the content has at most `limit` bytes. Needs less memory than twice `limit`.
    ///
    /// ```
    /// # use wechatpay_client::error::DownloadError;
    /// # async fn read(image: wechatpay_client::Download) -> Result<(), DownloadError> {
    /// let content = image.bytes(5 << 20).await?; // at most 5 MiB
    /// # drop(content); Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// A [`DownloadError`] of the kind [`TooLarge`](DownloadErrorKind::TooLarge) if the content has more than `limit`
    /// bytes, or of a kind that [`save`](Self::save) lists, except
    /// [`NotRegularFile`](DownloadErrorKind::NotRegularFile) and [`WriteFailed`](DownloadErrorKind::WriteFailed).
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

    /// Writes the content to `out` as it is received, flushes `out`, and returns the size of the content in bytes.
    ///
    /// The hash and the tag of the encryption are checked at the end. If this returns an error, `out` may contain
    /// partial or corrupt data: discard `out`. [`save`](Self::save) discards its file by itself.
    ///
    /// # Errors
    ///
    /// A [`DownloadError`] of a kind that [`save`](Self::save) lists, except
    /// [`NotRegularFile`](DownloadErrorKind::NotRegularFile).
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

    /// The next chunk of the content; `None` after the whole content, once every check has succeeded.
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

    /// Refuses a file without a hash that may be cut short, or is compressed in transfer.
    fn check_framing(&self) -> Result<(), DownloadError> {
        match (self.delimited, self.encoded) {
            (true, false) => Ok(()),
            (false, _) => Err(self.error(DownloadErrorKind::LengthUnknown)),
            (true, true) => Err(self.error(DownloadErrorKind::Encoded)),
        }
    }

    async fn receive(&mut self) -> Result<Option<Bytes>, DownloadError> {
        while let Some(frame) = self.body.frame().await {
            // Trailers have no meaning here.
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

/// `identity` means that the body is not encoded (RFC 9110, 8.4.1).
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
    use crate::call_error::{Error, ErrorKind, Outcome, TransportErrorKind};

    /// A body that breaks off after these frames.
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
    fn the_head_of_the_response_is_public() {
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
    async fn a_broken_connection_is_a_transport_error() {
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
    async fn an_error_names_its_response() {
        let error = broken().bytes(7).await.unwrap_err();
        assert_eq!(error.status(), Some(200));
        assert_eq!(error.request_id(), Some("0890E2C1A80610"));
        assert_eq!(
            error.to_string(),
            "download failed: too-large: over 7 bytes; raise the limit, or use `save` (status 200, Request-ID 0890E2C1A80610)"
        );
    }
}
