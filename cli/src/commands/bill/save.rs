//! Saves the files of a bill as one file, which is whole and checked, or not there.

use std::{
    fs,
    io::{self, Seek as _, SeekFrom},
    path::{Path, PathBuf},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tempfile::NamedTempFile;
use tokio::{fs::File, io::AsyncSeekExt as _};
use wechatpay_client::{
    BillFile, Client, Download, Error, ErrorKind,
    error::{DownloadErrorKind, RequestErrorKind},
};

use crate::{
    failure::{Exit, Failure, Result},
    no_connection::authority,
    output::to_stdout,
    overwrite::OverwriteArguments,
};

/// The place of a bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands) enum Destination {
    StandardOutput,
    /// A device or a pipe, which is written to and never replaced.
    Stream(PathBuf),
    Path(PathBuf),
}

/// A bill that is not at its destination yet. A dropped draft leaves nothing.
#[derive(Debug)]
pub(in crate::commands) struct Draft {
    destination: Destination,
    overwrite: OverwriteArguments,
    /// The file beside a path. The file of a stream has no name, so that a program that is ended at once leaves nothing.
    temporary: Option<NamedTempFile>,
    file: File,
    size: u64,
}

impl Destination {
    /// The destination of `-o`. A folder gets a file of the default name.
    pub(in crate::commands) fn new(output: Option<&Path>, name: &str) -> Self {
        match output {
            Some(path) if path == Path::new("-") || path == Path::new("/dev/stdout") => {
                Self::StandardOutput
            }
            Some(path) if path.is_dir() => Self::Path(path.join(name)),
            Some(path) if path.exists() && !path.is_file() => Self::Stream(path.to_owned()),
            Some(path) => Self::Path(path.to_owned()),
            None => Self::Path(PathBuf::from(name)),
        }
    }

    /// The path, if there is one.
    pub(in crate::commands) fn path(&self) -> Option<&Path> {
        match self {
            Self::StandardOutput => None,
            Self::Stream(path) | Self::Path(path) => Some(path),
        }
    }
}

impl Draft {
    /// Begins a file beside its destination: only within one file system is a rename atomic.
    pub(in crate::commands) fn new(
        destination: Destination,
        overwrite: OverwriteArguments,
    ) -> Result<Self> {
        let path = destination.path();
        let temporary = match &destination {
            Destination::StandardOutput | Destination::Stream(_) => None,
            Destination::Path(path) => {
                overwrite.check(path)?;
                check_replaceable(path)?;
                check_folder(path)?;
                let temporary = beside(path).map_err(|error| Failure::file(path, "write", &error));
                Some(temporary?)
            }
        };
        let file = match &temporary {
            Some(temporary) => temporary.reopen(),
            None => tempfile::tempfile(),
        };
        let file = file.map_err(|error| write_failure(path, &error))?;
        Ok(Self {
            destination,
            overwrite,
            temporary,
            file: File::from_std(file),
            size: 0,
        })
    }

    /// Downloads a file with a hash to the end of the draft, and returns its size. A file that is packed without
    /// saying so is downloaded again and unpacked.
    pub(in crate::commands) async fn add(
        &mut self,
        client: &Client,
        file: &BillFile,
    ) -> Result<u64> {
        let mut added = self
            .add_download(Client::download(client, file).await)
            .await;
        if added.as_ref().is_err_and(is_compressed) {
            self.truncate().await?;
            let file = file.clone().with_gzip();
            added = self
                .add_download(Client::download(client, &file).await)
                .await;
        }
        added.map_err(|error| failure_at(file.download_url(), error))
    }

    /// Downloads a file without a hash to the end of the draft, and returns its size.
    pub(in crate::commands) async fn add_unhashed(&mut self, download: Download) -> Result<u64> {
        self.add_download(Ok(download)).await.map_err(with_cures)
    }

    async fn add_download(&mut self, download: Result<Download, Error>) -> Result<u64, Error> {
        let download = download?;
        let bar = bar(download.content_length());
        let progress = bar.clone();
        let download = download.on_progress(move |received, _| progress.set_position(received));
        let written = download.write_to(&mut self.file).await;
        bar.finish_and_clear();
        let written = written?;
        self.size += written;
        Ok(written)
    }

    /// Removes what a failed download has written.
    async fn truncate(&mut self) -> Result<()> {
        let path = self.destination.path();
        let end = SeekFrom::Start(self.size);
        let truncated = async {
            self.file.set_len(self.size).await?;
            self.file.seek(end).await
        };
        let truncated = truncated.await;
        truncated.map_err(|error| write_failure(path, &error))?;
        Ok(())
    }

    /// Puts the checked draft at its destination.
    pub(in crate::commands) async fn finish(self) -> Result<()> {
        let path = self.destination.path();
        let synced = self.file.sync_all().await;
        synced.map_err(|error| write_failure(path, &error))?;
        match (self.temporary, path) {
            (Some(temporary), Some(path)) => {
                // The destination may have been created meanwhile.
                check_replaceable(path)?;
                self.overwrite.persist(temporary, path)
            }
            (_, None) => copy_out(&mut self.file.into_std().await),
            (None, Some(path)) => copy_to(&mut self.file.into_std().await, path)
                .map_err(|error| Failure::file(path, "write", &error)),
        }
    }
}

/// Creates a file in the folder of a path.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".wechatpay-").suffix(".part");
    builder.tempfile_in(folder.unwrap_or_else(|| Path::new(".")))
}

/// Copies a file to standard output.
fn copy_out(file: &mut fs::File) -> Result<()> {
    file.rewind()?;
    Ok(to_stdout(|| {
        io::copy(file, &mut io::stdout().lock()).map(drop)
    })?)
}

/// Copies a file to a device or a pipe.
fn copy_to(file: &mut fs::File, path: &Path) -> io::Result<()> {
    file.rewind()?;
    let mut stream = fs::OpenOptions::new().write(true).open(path)?;
    io::copy(file, &mut stream).map(drop)
}

/// Refuses a path in a folder that does not exist, and a path of a folder itself, which ends in a separator.
fn check_folder(path: &Path) -> Result<()> {
    let is_folder = path.to_string_lossy().ends_with(std::path::is_separator);
    let folder = match is_folder {
        true => Some(path),
        false => path.parent().filter(|folder| *folder != Path::new("")),
    };
    match folder.filter(|folder| !folder.is_dir()) {
        None => Ok(()),
        Some(folder) => {
            let file = folder.components().as_path();
            let folder = folder.display();
            Err(match file.exists() {
                true => Failure::configuration(format!("{folder} is a file, not a folder")),
                false => Failure::configuration(format!("the folder {folder} does not exist")),
            }
            .cure("create the folder, or name another file"))
        }
    }
}

/// Refuses to replace a link, a device or a pipe.
fn check_replaceable(path: &Path) -> Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.is_file() => Err(Failure::configuration(format!(
            "{} is not a regular file",
            path.display()
        ))
        .cure("name another file, or write to standard output with `-o -`")),
        _ => Ok(()),
    }
}

/// A progress bar on standard error, if that is a terminal.
fn bar(length: Option<u64>) -> ProgressBar {
    let template = match length {
        Some(_) => "{bar:40} {bytes}/{total_bytes} {bytes_per_sec} {eta}",
        None => "{spinner} {bytes} {bytes_per_sec}",
    };
    let style = ProgressStyle::with_template(template);
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr());
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn write_failure(path: Option<&Path>, error: &io::Error) -> Failure {
    let temporary = std::env::temp_dir();
    Failure::file(path.unwrap_or(&temporary), "write", error)
}

fn is_compressed(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Download(error) if *error.kind() == DownloadErrorKind::Compressed)
}

/// The failure of the download of a file at the address that a response names, with the steps to mend it.
pub(super) fn failure_at(address: &str, error: Error) -> Failure {
    let is_refused = matches!(error.kind(), ErrorKind::Request(error)
        if matches!(error.kind(), RequestErrorKind::DownloadUrl { .. }));
    let failure = with_cures(error).of_file_at(address);
    match is_refused {
        true => failure.with_exit(Exit::NotExecuted).cure(format!(
            "the response names a file at {}: a signature is sent only to hosts of WeChat Pay, by https, and to \
             --base-url, so that a server in its place must name addresses below its own base URL",
            authority(address)
        )),
        false => failure,
    }
}

/// The failure of a download, with the steps to mend it.
fn with_cures(error: Error) -> Failure {
    let cure = match error.kind() {
        ErrorKind::Download(error) => match error.kind() {
            DownloadErrorKind::EncryptKeyDecryptFailed => Some(
                "give the --private-key of the merchant API certificate (商户API证书) that was in force when the bill was made",
            ),
            DownloadErrorKind::EncryptKeyLength { .. } => {
                Some("ask for the bill with algorithm AEAD_AES_256_GCM: SM4_GCM is not supported")
            }
            DownloadErrorKind::Signer => {
                Some("an encrypted bill needs --private-key or --pkcs12: --sign-with only signs")
            }
            DownloadErrorKind::HashMismatch
            | DownloadErrorKind::DecryptFailed
            | DownloadErrorKind::GzipInvalid => Some(
                "nothing was saved: run the command again; if it fails again, look for a proxy that changes files",
            ),
            _ => None,
        },
        _ => None,
    };
    let failure = Failure::from(error);
    match cure {
        Some(cure) => failure.cure(cure),
        None => failure,
    }
}
