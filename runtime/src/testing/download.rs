//! Downloads for mocks, without a server.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use http::Response;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame};

use crate::download::Download;

/// Makes a [`Download`] whose content is these chunks, as if WeChat Pay had sent them with status 200 and without a
/// `Content-Length`. Each chunk is taken from the iterator when the content is read that far.
///
/// [`Download::check`] checks the content as it checks a download of the client.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), wechatpay_client::error::DownloadError> {
/// let file = wechatpay_client::testing::download(["日期,", "金额\n"]);
/// assert_eq!(file.bytes(1 << 20).await?, "日期,金额\n");
/// # Ok(()) }
/// ```
pub fn download<P: Into<Bytes> + 'static>(
    chunks: impl IntoIterator<Item = P, IntoIter: Send + 'static>,
) -> Download {
    let chunks = Chunks(Box::new(chunks.into_iter().map(Into::into)));
    let body = chunks.map_err(|never| match never {}).boxed_unsync();
    Download::new(Response::new(body))
}

struct Chunks(Box<dyn Iterator<Item = Bytes> + Send>);

impl Body for Chunks {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.next().map(|chunk| Ok(Frame::data(chunk))))
    }
}
