//! A file that appears whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::TempPath;
use tokio::task::spawn_blocking;

/// A file that is being written beside its place; removed when it is dropped.
pub(super) struct Unfinished {
    file: tokio::fs::File,
    temporary: TempPath,
    place: PathBuf,
}

impl Unfinished {
    /// In the same folder, hence on the same file system: only there does a rename replace at once.
    pub(super) async fn beside(place: PathBuf) -> io::Result<Self> {
        let folder = match place.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        let (file, temporary) = blocking(move || create(&folder)).await?;
        Ok(Self {
            file: tokio::fs::File::from_std(file),
            temporary,
            place,
        })
    }

    pub(super) fn file(&mut self) -> &mut tokio::fs::File {
        &mut self.file
    }

    /// Puts it in its place, once it is on the disk.
    pub(super) async fn finish(self) -> io::Result<()> {
        self.file.sync_all().await?;
        let Self {
            temporary, place, ..
        } = self;
        blocking(move || Ok(temporary.persist(place)?)).await
    }
}

fn create(folder: &Path) -> io::Result<(fs::File, TempPath)> {
    let file = tempfile::Builder::new()
        .prefix(".wechatpay-")
        .suffix(".part")
        .tempfile_in(folder)?;
    Ok(file.into_parts())
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    spawn_blocking(work).await.map_err(io::Error::other)?
}
