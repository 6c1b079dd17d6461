//! The content of a file to upload, in memory or on disk: its digest before signing, its chunks while
//! sending.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use tokio::{
    io::{AsyncRead, ReadBuf},
    task::spawn_blocking,
};

use super::{FileError, FileErrorKind, UploadFile};
use crate::crypto::{Digest, HashAlgorithm};

/// The largest chunk of a file, in bytes: no more of a file on disk is in memory at once.
const CHUNK: usize = 64 << 10;

#[derive(Clone)]
pub(super) enum Content {
    Memory(Bytes),
    Disk(Arc<Path>),
}

impl Content {
    /// The length and the digest. Blocks while a file is read.
    pub(super) fn digest_blocking(
        &self,
        algorithm: HashAlgorithm,
    ) -> Result<(u64, String), FileError> {
        let digest = match self {
            Self::Memory(bytes) => read_digest(&**bytes, algorithm),
            Self::Disk(path) => {
                std::fs::File::open(path).and_then(|file| read_digest(file, algorithm))
            }
        };
        digest.map_err(FileError::from_io)
    }

    /// The length and the digest, read on tokio's threads for blocking work.
    pub(super) async fn digest(
        &self,
        algorithm: HashAlgorithm,
    ) -> Result<(u64, String), FileError> {
        let content = self.clone();
        let digest = spawn_blocking(move || content.digest_blocking(algorithm)).await;
        digest.map_err(|stopped| FileError::from_io(stopped.into()))?
    }
}

fn read_digest(mut content: impl Read, algorithm: HashAlgorithm) -> io::Result<(u64, String)> {
    let mut digest = Digest::new(algorithm).map_err(digest_error)?;
    let mut chunk = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let read = match content.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let Some(read) = chunk.get(..read).filter(|read| !read.is_empty()) else {
            return Ok((size, to_lower_hex(digest)?));
        };
        digest.update(read).map_err(digest_error)?;
        size += read.len() as u64;
    }
}

/// The digest in lower case, as the meta of an upload has it.
fn to_lower_hex(digest: Digest) -> io::Result<String> {
    let digest = digest.finish().map_err(digest_error)?;
    Ok(digest.to_ascii_lowercase())
}

/// The chunks of a file for one attempt to send it.
pub(super) enum Chunks {
    Memory(Bytes),
    Opening(Pin<Box<dyn Future<Output = io::Result<CheckedReader>> + Send>>),
    Disk(CheckedReader),
}

/// Reads a file on disk and checks that its length and digest are still those that were signed.
pub(super) struct CheckedReader {
    file: tokio::fs::File,
    chunk: Vec<u8>,
    remaining: u64,
    /// The digest of the chunks read so far; `None` after the last chunk.
    digest: Option<Digest>,
    sha256: String,
}

impl Chunks {
    pub(super) fn of(file: &UploadFile) -> Self {
        match &file.content {
            Content::Memory(bytes) => Self::Memory(bytes.clone()),
            Content::Disk(path) => Self::Opening(Box::pin(CheckedReader::open(
                path.to_path_buf(),
                file.size,
                file.sha256.clone(),
            ))),
        }
    }

    /// The next chunk; empty after the last one.
    pub(super) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        loop {
            match self {
                Self::Memory(bytes) => {
                    return Poll::Ready(Ok(bytes.split_to(bytes.len().min(CHUNK))));
                }
                Self::Opening(opening) => {
                    let reading = ready!(opening.as_mut().poll(cx))?;
                    *self = Self::Disk(reading);
                }
                Self::Disk(reading) => return reading.poll_next(cx),
            }
        }
    }
}

impl CheckedReader {
    async fn open(path: PathBuf, size: u64, sha256: String) -> io::Result<Self> {
        let file = tokio::fs::File::open(path).await?;
        if file.metadata().await?.len() != size {
            return Err(changed_error());
        }
        Ok(Self {
            file,
            chunk: vec![0; CHUNK],
            remaining: size,
            digest: Some(Digest::new(HashAlgorithm::Sha256).map_err(digest_error)?),
            sha256,
        })
    }

    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        let Some(digest) = &mut self.digest else {
            return Poll::Ready(Ok(Bytes::new()));
        };
        let length =
            usize::try_from(self.remaining).map_or(CHUNK, |remaining| remaining.min(CHUNK));
        let mut chunk = ReadBuf::new(self.chunk.get_mut(..length).unwrap_or_default());
        ready!(Pin::new(&mut self.file).poll_read(cx, &mut chunk))?;
        let chunk = chunk.filled();
        if chunk.is_empty() {
            return Poll::Ready(Err(changed_error()));
        }
        digest.update(chunk).map_err(digest_error)?;
        self.remaining -= chunk.len() as u64;
        let chunk = Bytes::copy_from_slice(chunk);
        // Without the last chunk, no server can take a changed file for the signed one.
        if self.remaining == 0 {
            let sha256 = self.digest.take().map(to_lower_hex).transpose()?;
            if sha256.as_ref() != Some(&self.sha256) {
                return Poll::Ready(Err(changed_error()));
            }
        }
        Poll::Ready(Ok(chunk))
    }
}

fn changed_error() -> io::Error {
    io::Error::other(FileError::from(FileErrorKind::Changed))
}

fn digest_error<E>(_: E) -> io::Error {
    io::Error::other(FileError::from(FileErrorKind::Digest))
}
