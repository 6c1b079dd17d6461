//! Files as if WeChat Pay sent them.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use http_body_util::BodyExt;
use hyper::{
    Response,
    body::{Body, Bytes, Frame},
};

use crate::download::Download;

/// A file as if WeChat Pay sent it, in these chunks: status 200, without a length. A chunk is taken when
/// the file is read that far.
///
/// [`Download::check`] lets it pass only as a description says, as the client does.
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
