//! The form that a file is sent in: `multipart/form-data`, the meta first, the file last.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use hyper::body::{Body, Bytes, Frame, SizeHint};

use super::{UploadFile, UploadProgress, content::Chunks};

/// The body of an upload: the whole form, of a length that is known, read as it is sent.
pub(crate) struct Multipart {
    /// All before the content; taken when it is sent.
    head: Option<Bytes>,
    chunks: Chunks,
    size: u64,
    /// How much of the content was sent.
    sent: u64,
    progress: Option<UploadProgress>,
    /// All behind the content; taken when it is sent.
    tail: Option<Bytes>,
}

impl Multipart {
    /// The form of this meta and this file. The boundary must be a text that is in neither, so a random
    /// one.
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

    /// How many bytes are still to be sent; at first, the length of the whole form.
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
    // A name that would have to be escaped is refused: the meta has it too, as it is.
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

/// The name of a part, as browsers write it: nothing in it ends the quotes or the line.
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
