//! The body of an upload: a `multipart/form-data` form, the meta first, the file last.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

use super::{UploadFile, UploadProgress, content::Chunks};

/// The body of an upload: the whole form. Its length is known, and its file is read while it is sent.
pub(crate) struct Multipart {
    /// The form before the content; `None` after it was sent.
    head: Option<Bytes>,
    chunks: Chunks,
    size: u64,
    /// The bytes of the content that were sent.
    sent: u64,
    progress: Option<UploadProgress>,
    /// The form after the content; `None` after it was sent.
    tail: Option<Bytes>,
}

impl Multipart {
    /// The form of `meta` and `file`. The boundary must not occur in either: use a random one.
    pub(crate) fn new(boundary: &str, meta: &[u8], file: &UploadFile) -> Self {
        Self {
            head: Some(head(boundary, meta, file).into()),
            chunks: Chunks::of(file),
            size: file.size,
            sent: 0,
            progress: file.progress.clone(),
            tail: Some(format!("\r\n--{boundary}--\r\n").into()),
        }
    }

    /// The number of bytes still to be sent: before the first frame, the length of the whole form.
    pub(crate) fn length(&self) -> u64 {
        let framing = [&self.head, &self.tail].into_iter().flatten();
        let framing: u64 = framing.map(|bytes| bytes.len() as u64).sum();
        framing + self.size - self.sent
    }

    pub(crate) fn content_type(boundary: &str) -> String {
        format!("multipart/form-data; boundary={boundary}")
    }
}

fn head(boundary: &str, meta: &[u8], file: &UploadFile) -> Vec<u8> {
    let mut head = format!(
        "--{boundary}\r\n\
         Content-Disposition: form-data; name=\"meta\"\r\n\
         Content-Type: application/json\r\n\r\n"
    )
    .into_bytes();
    head.extend_from_slice(meta);
    for (name, value) in &file.texts {
        let name = escape_part_name(name);
        let text = format!(
            "\r\n--{boundary}\r\n\
             Content-Disposition: form-data; name=\"{name}\"\r\n\r\n\
             {value}"
        );
        head.extend_from_slice(text.as_bytes());
    }
    let name = escape_part_name(&file.part_name);
    // `check_filename` refuses names that would need escaping, because the meta has the same name unescaped.
    let filename = &file.filename;
    let content_type = file.content_type();
    let file = format!(
        "\r\n--{boundary}\r\n\
         Content-Disposition: form-data; name=\"{name}\"; filename=\"{filename}\"\r\n\
         Content-Type: {content_type}\r\n\r\n"
    );
    head.extend_from_slice(file.as_bytes());
    head
}

/// Escapes the name of a part as browsers do: the result cannot end its quotes or its line.
fn escape_part_name(name: &str) -> String {
    name.replace('\r', "%0D")
        .replace('\n', "%0A")
        .replace('"', "%22")
}

impl Body for Multipart {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if let Some(head) = self.head.take() {
            return Poll::Ready(Some(Ok(Frame::data(head))));
        }
        let chunk = ready!(self.chunks.poll_next(cx))?;
        if chunk.is_empty() {
            return Poll::Ready(self.tail.take().map(|tail| Ok(Frame::data(tail))));
        }
        self.sent += chunk.len() as u64;
        if let Some(progress) = &self.progress {
            progress(self.sent, self.size);
        }
        Poll::Ready(Some(Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.tail.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length())
    }
}
