//! Files to upload (文件上传): what is stated of one, and the form that it is sent in.

mod content;
mod error;
mod multipart;

use std::{borrow::Cow, fmt, path::Path, sync::Arc};

use hyper::body::Bytes;
use serde::Serialize;

use crate::crypto::HashAlgorithm;
use content::Content;
pub use error::{FileError, FileErrorKind};
pub(crate) use multipart::Multipart;

const IMAGES: &[&str] = &["jpg", "jpeg", "bmp", "png"];

const VIDEOS: &[&str] = &[
    "avi", "wmv", "mpeg", "mp4", "mov", "mkv", "flv", "f4v", "m4v", "rmvb",
];

/// Official pages say 2 MB, newer ones 5 MB; of videos all say 5 MB.
const SIZE_LIMIT: u64 = 5 << 20;

/// A file to upload, from memory or from a path.
///
/// It is the argument `file` of a declared `upload`, which sends it as `multipart/form-data`: first the
/// part `meta`, a JSON object that alone is signed, then this file. Unless the method has a `body`, the
/// meta is what most operations take:
///
/// ```json
/// {"filename":"logo.png","sha256":"…"}
/// ```
///
/// An operation with another meta declares `body`, which then is the whole meta; its digest is
/// [`sha256`](Self::sha256) or [`sm3`](Self::sm3).
///
/// A file at a path is read once when it is opened, and once more when it is sent, chunk by chunk: it
/// is never whole in memory. If it has changed in between, its last chunk is not sent, so that no
/// server can take it for the file that was signed for, and the call fails.
///
/// ```no_run
/// # use wechatpay_client::{Result, UploadFile, wechatpay_api};
/// #[derive(serde::Deserialize)]
/// pub struct Media {
///     pub media_id: String,
/// }
///
/// #[wechatpay_api(POST "/v3/merchant/media/upload", upload)]
/// pub trait UploadImage {
///     async fn upload_image(&self, file: &UploadFile) -> Result<Media>;
/// }
///
/// # async fn upload(client: wechatpay_client::Client) -> Result<()> {
/// let file = UploadFile::open("营业执照.png").await?.require_image()?;
/// let media = client.upload_image(&file).await?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
#[must_use]
pub struct UploadFile {
    filename: String,
    content: Content,
    size: u64,
    sha256: String,
    part_name: Cow<'static, str>,
    texts: Vec<(String, String)>,
    progress: Option<UploadProgress>,
}

type UploadProgress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// The meta that most operations take.
#[derive(Serialize)]
struct DefaultMeta<'a> {
    filename: &'a str,
    sha256: &'a str,
}

impl UploadFile {
    /// A file that is in memory, under a name of its own.
    ///
    /// # Errors
    ///
    /// [`FileError`]: it is empty, or the name cannot stand in a form.
    pub fn from_bytes(
        filename: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Result<Self, FileError> {
        let content = Content::Memory(bytes.into());
        let (size, sha256) = content.digest_blocking(HashAlgorithm::Sha256)?;
        Self::new(filename.into(), content, size, sha256)
    }

    /// The file at this path, under the name that it has there. Runs on tokio, reads the file once for
    /// its digest, and keeps none of it.
    ///
    /// # Errors
    ///
    /// [`FileError`]: it cannot be read, is empty, or has a name that
    /// cannot stand in a form.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, FileError> {
        let path = path.as_ref();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_owned();
        let content = Content::Disk(path.into());
        let (size, sha256) = content.digest(HashAlgorithm::Sha256).await?;
        Self::new(name, content, size, sha256)
    }

    /// Checks that it is a picture: `jpg`, `jpeg`, `bmp` or `png`, of 5 MiB at most.
    ///
    /// Some operations take less, such as 2 MB, and some take PDF files too: see the official page of
    /// each.
    ///
    /// # Errors
    ///
    /// [`FileError`] names what is taken.
    pub fn require_image(self) -> Result<Self, FileError> {
        self.require_suffix_and_size(IMAGES, SIZE_LIMIT)
    }

    /// Checks that it is a video: `avi`, `wmv`, `mpeg`, `mp4`, `mov`, `mkv`, `flv`, `f4v`, `m4v` or
    /// `rmvb`, of 5 MiB at most.
    ///
    /// # Errors
    ///
    /// [`FileError`] names what is taken.
    pub fn require_video(self) -> Result<Self, FileError> {
        self.require_suffix_and_size(VIDEOS, SIZE_LIMIT)
    }

    /// Gives it another name than the one that its path ends in: operations go by the suffix.
    ///
    /// # Errors
    ///
    /// [`FileError`]: the name cannot stand in a form.
    pub fn with_filename(self, filename: impl Into<String>) -> Result<Self, FileError> {
        let filename = check_filename(filename.into())?;
        Ok(Self { filename, ..self })
    }

    /// Names the part of the form that it is, for an operation that calls it otherwise than `file`:
    /// `submission_file`, `due_diligence_file`.
    pub fn with_part_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.part_name = name.into();
        self
    }

    /// Adds a part of text to the form, between the meta and the file.
    pub fn with_text(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.texts.push((name.into(), value.to_string()));
        self
    }

    /// Calls this with how many bytes of the file were handed to the connection, and how many it has in
    /// all: after each chunk, up to both being equal. Every attempt begins anew.
    pub fn on_progress(mut self, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    /// Its name in the form.
    #[must_use]
    pub fn filename(&self) -> &str {
        &self.filename
    }

    /// Its length in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Its SHA-256 digest in lower-case hexadecimal: `sha256`, or `file_digest` in the meta.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Its SM3 digest (国密) in lower-case hexadecimal: `digest` in the meta of invoices. One at a path
    /// is read anew.
    ///
    /// # Errors
    ///
    /// [`FileError`]: it cannot be read any more, has another length, or
    /// OpenSSL was built without SM3.
    pub async fn sm3(&self) -> Result<String, FileError> {
        let (size, sm3) = self.content.digest(HashAlgorithm::Sm3).await?;
        if size != self.size {
            return Err(FileErrorKind::Changed.into());
        }
        Ok(sm3)
    }
}

impl UploadFile {
    fn new(
        filename: String,
        content: Content,
        size: u64,
        sha256: String,
    ) -> Result<Self, FileError> {
        if size == 0 {
            return Err(FileErrorKind::Empty.into());
        }
        Ok(Self {
            filename: check_filename(filename)?,
            content,
            size,
            sha256,
            part_name: Cow::Borrowed("file"),
            texts: Vec::new(),
            progress: None,
        })
    }

    fn require_suffix_and_size(
        self,
        allowed: &'static [&'static str],
        limit: u64,
    ) -> Result<Self, FileError> {
        if !allowed.contains(&&*self.suffix()) {
            return Err(FileErrorKind::Suffix { allowed }.into());
        }
        if self.size > limit {
            let bytes = self.size;
            return Err(FileErrorKind::TooLarge { bytes, limit }.into());
        }
        Ok(self)
    }

    /// In small letters; empty if the name has none.
    fn suffix(&self) -> String {
        let suffix = self.filename.rsplit_once('.').map(|(_, suffix)| suffix);
        suffix.unwrap_or_default().to_ascii_lowercase()
    }

    /// The meta of an upload that is declared without one.
    pub(crate) fn default_meta(&self) -> impl Serialize {
        DefaultMeta {
            filename: &self.filename,
            sha256: &self.sha256,
        }
    }

    fn content_type(&self) -> &'static str {
        match &*self.suffix() {
            "jpg" | "jpeg" => "image/jpeg",
            "png" => "image/png",
            "bmp" => "image/bmp",
            "pdf" => "application/pdf",
            "ofd" => "application/ofd",
            "csv" => "text/csv",
            "avi" => "video/x-msvideo",
            "wmv" => "video/x-ms-wmv",
            "mpeg" => "video/mpeg",
            "mp4" => "video/mp4",
            "mov" => "video/quicktime",
            "mkv" => "video/x-matroska",
            "flv" => "video/x-flv",
            "f4v" => "video/x-f4v",
            "m4v" => "video/x-m4v",
            _ => "application/octet-stream",
        }
    }
}

/// A file name that no quote or line ends in the header of its part, and that is no path.
fn check_filename(filename: String) -> Result<String, FileError> {
    let breaks_out = |c: char| c.is_control() || matches!(c, '"' | '/' | '\\');
    if filename.is_empty() || filename.contains(breaks_out) {
        return Err(FileErrorKind::Filename.into());
    }
    Ok(filename)
}

/// Neither name nor content: either may be personal.
impl fmt::Debug for UploadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadFile")
            .field("size", &self.size)
            .field("part_name", &self.part_name)
            .finish_non_exhaustive()
    }
}
