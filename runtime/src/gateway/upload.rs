//! Uploads that the gateway received: parses the form, and checks the meta against the file.

use std::ops::Range;

use bytes::Bytes;
use serde_json::Value;

use super::{param_error::ParamError, params::refusal, received::ReceivedRequest, script};
use crate::{
    crypto::{Digest, HashAlgorithm},
    json::pointer_below,
};

/// The members that an operation requires in the meta, by the path of the operation.
const REQUIRED: [(&str, &[&str]); 7] = [
    ("/v3/merchant/media/upload", &["filename", "sha256"]),
    ("/v3/merchant/media/video_upload", &["filename", "sha256"]),
    (
        "/v3/marketing/favor/media/image-upload",
        &["filename", "sha256"],
    ),
    (
        "/v3/marketing/bank/packages/{package_id}/tasks",
        &["sha256"],
    ),
    (
        "/v3/marketing/shopping-receipt/shoppingreceipts",
        &["sha256"],
    ),
    ("/v3/taxi-invoice/cards/upload-file", &["digest"]),
    (
        "/v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file",
        &["digest"],
    ),
];

/// A file as the [`Gateway`](super::Gateway) received it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedFile {
    part_name: String,
    filename: String,
    content_type: String,
    bytes: Bytes,
}

impl ReceivedFile {
    /// The name of the file's part in the multipart form, usually `file`.
    #[must_use]
    pub fn part_name(&self) -> &str {
        &self.part_name
    }

    /// The name that the client gave the file (`filename`).
    #[must_use]
    pub fn filename(&self) -> &str {
        &self.filename
    }

    /// The `Content-Type` of the file's part in the multipart form; empty if the part has none.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The content of the file.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

/// A part of a form.
#[derive(Clone, Debug)]
pub(super) enum Part {
    File(ReceivedFile),
    Field { name: String, value: Bytes },
}

impl Part {
    fn name(&self) -> &str {
        match self {
            Self::File(file) => &file.part_name,
            Self::Field { name, .. } => name,
        }
    }

    pub(super) fn file(&self) -> Option<&ReceivedFile> {
        match self {
            Self::File(file) => Some(file),
            Self::Field { .. } => None,
        }
    }

    pub(super) fn meta(&self) -> Option<&Bytes> {
        match self {
            Self::Field { name, value } if name == "meta" => Some(value),
            _ => None,
        }
    }

    pub(super) fn text(&self, part_name: &str) -> Option<&str> {
        match self {
            Self::Field { name, value } if name == part_name => std::str::from_utf8(value).ok(),
            _ => None,
        }
    }

    pub(super) fn named_text(&self) -> Option<(&str, &str)> {
        match self {
            Self::Field { name, value } if name != "meta" => {
                Some((name, std::str::from_utf8(value).ok()?))
            }
            _ => None,
        }
    }

    /// Parses the bytes between two boundaries: header lines, an empty line, the content.
    fn parse(part: &Bytes) -> Option<Self> {
        let end = find(part, b"\r\n\r\n")?;
        let head = std::str::from_utf8(part.get(..end.start)?).ok()?;
        let value = part.slice(end.end..);
        let disposition = header(head, "content-disposition")?;
        let name = parameter(disposition, "name")?.to_owned();
        let Some(filename) = parameter(disposition, "filename") else {
            return Some(Self::Field { name, value });
        };
        Some(Self::File(ReceivedFile {
            part_name: name,
            filename: filename.to_owned(),
            content_type: header(head, "content-type").unwrap_or_default().to_owned(),
            bytes: value,
        }))
    }
}

/// The parts of a form, in order; `None` for a malformed form or another body.
pub(super) fn parse_form(content_type: &str, body: &Bytes) -> Option<Vec<Part>> {
    let first = format!("--{}", boundary(content_type)?);
    let mut rest = strip_prefix(body, first.as_bytes())?;
    let delimiter = format!("\r\n{first}");
    let mut parts = Vec::new();
    while &*rest != b"--\r\n" {
        let end = find(&rest, delimiter.as_bytes())?;
        let part = strip_prefix(&rest.slice(..end.start), b"\r\n")?;
        parts.push(Part::parse(&part)?);
        rest = rest.slice(end.end..);
    }
    Some(parts)
}

/// Tests if a `Content-Type` is that of a form.
pub(super) fn is_form(content_type: &str) -> bool {
    let media_type = content_type.split(';').next().unwrap_or_default();
    let media_type = media_type.trim();
    media_type.eq_ignore_ascii_case("multipart/form-data")
}

/// The boundary of a form, with or without quotation marks.
fn boundary(content_type: &str) -> Option<&str> {
    let mut parameters = content_type.split(';').skip(1);
    let boundary = parameters.find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let is_boundary = name.trim().eq_ignore_ascii_case("boundary");
        is_boundary.then(|| value.trim())
    });
    boundary
        .filter(|_| is_form(content_type))
        .map(|boundary| boundary.trim_matches('"'))
}

fn strip_prefix(bytes: &Bytes, prefix: &[u8]) -> Option<Bytes> {
    bytes
        .starts_with(prefix)
        .then(|| bytes.slice(prefix.len()..))
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<Range<usize>> {
    let start = bytes
        .windows(needle.len())
        .position(|window| window == needle)?;
    Some(start..start + needle.len())
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.split("\r\n").find_map(|line| {
        let (found, value) = line.split_once(": ")?;
        found.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// The value of a parameter `name="value"` in a header. Split at quotes, every second section is a value.
fn parameter<'a>(header: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("; {name}=");
    let mut sections = header.split('"');
    while let (Some(before), Some(value)) = (sections.next(), sections.next()) {
        if before.ends_with(&start) {
            return Some(value);
        }
    }
    None
}

/// Checks an upload as the real gateway does. If it is wrong, the response is 400 `PARAM_ERROR`.
pub(super) fn check(request: &ReceivedRequest) -> Result<(), ParamError> {
    if !request.is_form() {
        return Ok(());
    }
    check_parts(request.parts())?;
    let meta = request
        .meta()
        .ok_or_else(|| refusal("/meta", "the form has no part `meta`"))?;
    let meta: Value =
        serde_json::from_slice(meta).map_err(|_| refusal("/meta", "the meta is not JSON"))?;
    let part_name = file_part_name(request.path());
    let file = request
        .file()
        .filter(|file| file.part_name == part_name)
        .ok_or_else(|| refusal(&format!("/{part_name}"), "the file is required"))?;
    for field in required_members(request.path()) {
        if meta.get(field).is_none() {
            let field = format!("/meta/{field}");
            return Err(refusal(&field, "required"));
        }
    }
    for (field, expected) in [
        ("filename", Some(file.filename.clone())),
        ("file_name", Some(file.filename.clone())),
        ("sha256", digest(HashAlgorithm::Sha256, &file.bytes)),
        ("file_digest", digest(HashAlgorithm::Sha256, &file.bytes)),
        ("digest", digest(HashAlgorithm::Sm3, &file.bytes)),
    ] {
        let stated = meta
            .get(field)
            .map(|value| value.as_str().unwrap_or_default());
        if stated
            .is_some_and(|stated| !expected.is_some_and(|value| value.eq_ignore_ascii_case(stated)))
        {
            let field = format!("/meta/{field}");
            return Err(refusal(&field, "does not match the file"));
        }
    }
    Ok(())
}

/// Checks that each part of a form comes once, and that each text is one.
fn check_parts(parts: &[Part]) -> Result<(), ParamError> {
    for (index, part) in parts.iter().enumerate() {
        let others = parts.iter().take(index);
        let issue = match part {
            Part::File(_) if others.clone().any(|other| other.file().is_some()) => {
                "the form has a file already"
            }
            part if others.clone().any(|other| other.name() == part.name()) => {
                "is repeated: send the part once"
            }
            Part::Field { value, .. } if std::str::from_utf8(value).is_err() => "is not UTF-8",
            _ => continue,
        };
        return Err(refusal(&pointer_below("", part.name()), issue));
    }
    Ok(())
}

/// The members about the file that the operation is known to require in the meta.
fn required_members(path: &str) -> &'static [&'static str] {
    let operation = REQUIRED
        .iter()
        .find(|(template, _)| script::matches(template, path));
    operation.map_or(&[], |(_, members)| members)
}

/// The name that the operation expects for the part of the file.
fn file_part_name(path: &str) -> &'static str {
    if path.starts_with("/v3/mch-manage/submission-files/") {
        "submission_file"
    } else if path.starts_with("/v3/mch-operation-manage/enhanced-due-diligence/") {
        "due_diligence_file"
    } else {
        "file"
    }
}

fn digest(algorithm: HashAlgorithm, bytes: &[u8]) -> Option<String> {
    let mut digest = Digest::new(algorithm).ok()?;
    digest.update(bytes).ok()?;
    digest.finish().ok()
}
