//! Files to upload (文件上传): opened and hashed before the call, sent by the client as a multipart form.

mod content;
mod error;
mod multipart;

use std::{borrow::Cow, fmt, path::Path, sync::Arc};

use bytes::Bytes;
use serde::Serialize;

use crate::crypto::HashAlgorithm;
use content::Content;
pub use error::{FileError, FileErrorKind};
pub(crate) use multipart::Multipart;

const IMAGES: &[&str] = &["jpg", "jpeg", "bmp", "png"];

const VIDEOS: &[&str] = &[
    "avi", "wmv", "mpeg", "mp4", "mov", "mkv", "flv", "f4v", "m4v", "rmvb",
];

/// The largest image or video, in bytes. For images official pages say 2 MB, newer ones 5 MB; for videos all
/// say 5 MB.
const SIZE_LIMIT: u64 = 5 << 20;

/// A file to upload, from memory or from a path: the argument `file` of a method with the option `upload` of
/// [`wechatpay_api`](crate::wechatpay_api).
///
/// The client sends a multipart form: first the part `meta`, a JSON object, then the file. Only the `meta` is signed.
/// Most operations take this `meta`, which the client writes unless the method has a `body`:
///
/// ```json
/// {"filename":"logo.png","sha256":"…"}
/// ```
///
/// For an operation with another `meta`, declare a `body`: the body is then the whole `meta`. Take the digest of the
/// file from [`sha256`](Self::sha256) or [`sm3`](Self::sm3).
///
/// [`open`](Self::open) reads a file at a path once, for its digest. The call reads the file again, chunk by chunk,
/// and never holds the whole file in memory. If the file has changed in between, the client does not send the last
/// chunk and the call fails, so that no server takes the changed file for the signed one.
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

/// Takes the bytes sent so far and the size of the file.
type UploadProgress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// The meta that most operations take, for a method without a `body`.
#[derive(Serialize)]
struct DefaultMeta<'a> {
    filename: &'a str,
    sha256: &'a str,
}

impl UploadFile {
    /// A file in memory, named `filename`.
    ///
    /// ```
    /// # use wechatpay_client::{UploadFile, error::FileError};
    /// # fn main() -> Result<(), FileError> {
    /// let file = UploadFile::from_bytes("logo.png", vec![0x89, b'P', b'N', b'G'])?.require_image()?;
    /// assert_eq!((file.filename(), file.size()), ("logo.png", 4));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// A [`FileError`] of one of these kinds:
    ///
    /// - [`Empty`](FileErrorKind::Empty) if `bytes` is empty;
    /// - [`Filename`](FileErrorKind::Filename) if `filename` is invalid;
    /// - [`Digest`](FileErrorKind::Digest) if OpenSSL cannot compute the SHA-256 digest.
    pub fn from_bytes(
        filename: impl Into<String>,
        bytes: impl Into<Bytes>,
    ) -> Result<Self, FileError> {
        let content = Content::Memory(bytes.into());
        let (size, sha256) = content.digest_blocking(HashAlgorithm::Sha256)?;
        Self::new(filename.into(), content, size, sha256)
    }

    /// The file at `path`. The last part of the path is the file name. Needs a tokio runtime, reads the file once for
    /// its digest, and keeps no content in memory.
    ///
    /// # Errors
    ///
    /// A [`FileError`] of one of these kinds:
    ///
    /// - [`Unreadable`](FileErrorKind::Unreadable) if the file cannot be read;
    /// - [`Empty`](FileErrorKind::Empty) if the file is empty;
    /// - [`Filename`](FileErrorKind::Filename) if the file name is invalid;
    /// - [`Digest`](FileErrorKind::Digest) if OpenSSL cannot compute the SHA-256 digest.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, FileError> {
        let path = path.as_ref();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.unwrap_or_default().to_owned();
        let content = Content::Disk(path.into());
        let (size, sha256) = content.digest(HashAlgorithm::Sha256).await?;
        Self::new(name, content, size, sha256)
    }

    /// Checks that the file name has the suffix of an image, `jpg`, `jpeg`, `bmp` or `png`, and that the file has at
    /// most 5 MiB.
    ///
    /// Some operations accept less, such as 2 MB, and some accept PDF files too: see the official page of the
    /// operation.
    ///
    /// # Errors
    ///
    /// - [`FileErrorKind::Suffix`] if the file name has another suffix or none.
    /// - [`FileErrorKind::TooLarge`] if the file has more than 5 MiB.
    pub fn require_image(self) -> Result<Self, FileError> {
        self.require_suffix_and_size(IMAGES, SIZE_LIMIT)
    }

    /// Checks that the file name has the suffix of a video, `avi`, `wmv`, `mpeg`, `mp4`, `mov`, `mkv`, `flv`, `f4v`,
    /// `m4v` or `rmvb`, and that the file has at most 5 MiB.
    ///
    /// # Errors
    ///
    /// - [`FileErrorKind::Suffix`] if the file name has another suffix or none.
    /// - [`FileErrorKind::TooLarge`] if the file has more than 5 MiB.
    pub fn require_video(self) -> Result<Self, FileError> {
        self.require_suffix_and_size(VIDEOS, SIZE_LIMIT)
    }

    /// Sends the file under this name in place of its own. WeChat Pay tells the format of a file by the suffix of the
    /// name.
    ///
    /// # Errors
    ///
    /// [`FileErrorKind::Filename`] if `filename` is empty or contains a control character, `"`, `/` or `\`.
    pub fn with_filename(self, filename: impl Into<String>) -> Result<Self, FileError> {
        let filename = check_filename(filename.into())?;
        Ok(Self { filename, ..self })
    }

    /// Sets the name of the file's part in the multipart form, for an operation that expects another name than `file`,
    /// such as `submission_file` or `due_diligence_file`.
    pub fn with_part_name(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.part_name = name.into();
        self
    }

    /// Adds a text part to the multipart form, between the part `meta` and the file.
    pub fn with_text(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.texts.push((name.into(), value.to_string()));
        self
    }

    /// Calls `progress(sent, size)` for each chunk that the client sends, with the number of bytes sent so far and the
    /// size of the file. If the client retries, the count begins again.
    pub fn on_progress(mut self, progress: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    /// The file name that the client sends in the multipart form.
    #[must_use]
    pub fn filename(&self) -> &str {
        &self.filename
    }

    /// The size of the file, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The SHA-256 digest of the file, in lower-case hexadecimal, for the member `sha256` or `file_digest` of the part
    /// `meta`.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Computes the SM3 digest (国密) of the file, in lower-case hexadecimal, for the member `digest` of the part
    /// `meta` of an invoice (发票). Reads a file at a path again.
    ///
    /// # Errors
    ///
    /// A [`FileError`] of one of these kinds:
    ///
    /// - [`Unreadable`](FileErrorKind::Unreadable) if the file can no longer be read;
    /// - [`Changed`](FileErrorKind::Changed) if the size of the file has changed;
    /// - [`Digest`](FileErrorKind::Digest) if OpenSSL was built without SM3.
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

    /// The suffix in lower case; empty if the name has none.
    fn suffix(&self) -> String {
        let suffix = self.filename.rsplit_once('.').map(|(_, suffix)| suffix);
        suffix.unwrap_or_default().to_ascii_lowercase()
    }

    /// The meta of an upload whose method has no `body`.
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

/// Refuses a file name that could end its quotes or its line in the header of its part, and a path.
fn check_filename(filename: String) -> Result<String, FileError> {
    let breaks_out = |c: char| c.is_control() || matches!(c, '"' | '/' | '\\');
    if filename.is_empty() || filename.contains(breaks_out) {
        return Err(FileErrorKind::Filename.into());
    }
    Ok(filename)
}

/// Without name and content: both may be personal data.
impl fmt::Debug for UploadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadFile")
            .field("size", &self.size)
            .field("part_name", &self.part_name)
            .finish_non_exhaustive()
    }
}
