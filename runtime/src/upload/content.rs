//! What is in a file, wherever it is: its digest, and its chunks.

use std::{
    io::{self, Read},
    path::{Path, PathBuf},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use hyper::body::Bytes;
use tokio::{
    io::{AsyncRead, ReadBuf},
    task::spawn_blocking,
};

use super::{FileError, FileErrorKind, UploadFile};
use crate::crypto::{Digest, HashAlgorithm};

/// How much of a file is in memory at once.
const CHUNK: usize = 64 << 10;

#[derive(Clone)]
pub(super) enum Content {
    Memory(Bytes),
    Disk(Arc<Path>),
}

impl Content {
    /// Its length and digest. Blocks while a file is read.
    pub(super) fn digest(&self, algorithm: HashAlgorithm) -> Result<(u64, String), FileError> {
        let read = match self {
            Self::Memory(bytes) => digest(&**bytes, algorithm),
            Self::Disk(path) => std::fs::File::open(path).and_then(|file| digest(file, algorithm)),
        };
        read.map_err(|error| FileError::of(&error))
    }

    /// The same without blocking.
    pub(super) async fn read_digest(
        &self,
        algorithm: HashAlgorithm,
    ) -> Result<(u64, String), FileError> {
        let content = self.clone();
        let digest = spawn_blocking(move || content.digest(algorithm)).await;
        digest.map_err(|stopped| FileError::of(&stopped.into()))?
    }
}

fn digest(mut content: impl Read, algorithm: HashAlgorithm) -> io::Result<(u64, String)> {
    let mut digest = Digest::new(algorithm).map_err(no_digest)?;
    let mut chunk = vec![0; CHUNK];
    let mut size = 0;
    loop {
        let read = match content.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        let Some(read) = chunk.get(..read).filter(|read| !read.is_empty()) else {
            return Ok((size, finish(digest)?));
        };
        digest.update(read).map_err(no_digest)?;
        size += read.len() as u64;
    }
}

/// In the small letters that a meta has.
fn finish(digest: Digest) -> io::Result<String> {
    let digest = digest.finish().map_err(no_digest)?;
    Ok(digest.to_ascii_lowercase())
}

/// A content as it is read for one attempt to send it.
pub(super) enum Chunks {
    Memory(Bytes),
    Opening(Pin<Box<dyn Future<Output = io::Result<Reading>> + Send>>),
    Disk(Reading),
}

/// A file that is proven, as it is read, to be the one that was opened.
pub(super) struct Reading {
    file: tokio::fs::File,
    chunk: Vec<u8>,
    left: u64,
    /// Of what was read; taken when all was.
    digest: Option<Digest>,
    sha256: String,
}

impl Chunks {
    pub(super) fn of(file: &UploadFile) -> Self {
        match &file.content {
            Content::Memory(bytes) => Self::Memory(bytes.clone()),
            Content::Disk(path) => Self::Opening(Box::pin(Reading::open(
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

impl Reading {
    async fn open(path: PathBuf, size: u64, sha256: String) -> io::Result<Self> {
        let file = tokio::fs::File::open(path).await?;
        if file.metadata().await?.len() != size {
            return Err(changed());
        }
        Ok(Self {
            file,
            chunk: vec![0; CHUNK],
            left: size,
            digest: Some(Digest::new(HashAlgorithm::Sha256).map_err(no_digest)?),
            sha256,
        })
    }

    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        let Some(digest) = &mut self.digest else {
            return Poll::Ready(Ok(Bytes::new()));
        };
        let most = usize::try_from(self.left).map_or(CHUNK, |left| left.min(CHUNK));
        let mut chunk = ReadBuf::new(self.chunk.get_mut(..most).unwrap_or_default());
        ready!(Pin::new(&mut self.file).poll_read(cx, &mut chunk))?;
        let chunk = chunk.filled();
        if chunk.is_empty() {
            return Poll::Ready(Err(changed()));
        }
        digest.update(chunk).map_err(no_digest)?;
        self.left -= chunk.len() as u64;
        let chunk = Bytes::copy_from_slice(chunk);
        // The last chunk is held back until the whole is known to be what was signed for.
        if self.left == 0 {
            let sha256 = self.digest.take().map(finish).transpose()?;
            if sha256.as_ref() != Some(&self.sha256) {
                return Poll::Ready(Err(changed()));
            }
        }
        Poll::Ready(Ok(chunk))
    }
}

fn changed() -> io::Error {
    io::Error::other(FileError::from(FileErrorKind::Changed))
}

fn no_digest<E>(_: E) -> io::Error {
    io::Error::other(FileError::from(FileErrorKind::Digest))
}
