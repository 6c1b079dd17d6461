//! The result of a call: a verified response, or a saved file.

use std::{io, path::Path};

use serde::Serialize;
use wechatpay_client::Outcome;
use wechatpay_endpoints::facts::Operation;

use crate::{
    failure::Exit,
    json::Json,
    output::{GREEN, Report, YELLOW},
    sender::Response,
};

/// A successful response.
#[derive(Debug, Serialize)]
pub(super) struct CallResult {
    /// WeChat Pay's signature of the response is right.
    verified: bool,
    /// The ID of the key that verified the response.
    key_id: Option<String>,
    request_id: Option<String>,
    status: Option<u16>,
    /// Only of a response that leaves the result open.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    /// The steps that such a response asks for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cures: Vec<String>,
    body: Json,
}

/// A downloaded file.
#[derive(Debug, Serialize)]
pub(super) struct SavedFile {
    /// Files carry no signature.
    verified: bool,
    request_id: Option<String>,
    path: String,
    size: u64,
}

/// The exit of a verified response. An operation that responds with 200 when it is done, and with 202 before, such as a
/// payment whose user is asked for the password, has no result yet.
pub(super) fn exit(operation: &Operation, response: &Response) -> Exit {
    let mut responses = operation.responses.iter();
    match response.status == Some(202) && responses.any(|known| known.status == 200) {
        true => Exit::Unknown,
        false => Exit::Success,
    }
}

impl CallResult {
    pub(super) fn new(response: Response) -> Self {
        Self {
            outcome: None,
            cures: Vec::new(),
            verified: response.key_id.is_some(),
            key_id: response.key_id,
            request_id: response.request_id,
            status: response.status,
            body: response.body,
        }
    }

    /// The same result, which is open until a query.
    pub(super) fn open(self, step: String) -> Self {
        Self {
            outcome: Some(Outcome::Unknown.name()),
            cures: vec![step],
            ..self
        }
    }
}

impl SavedFile {
    pub(super) fn new(path: &Path, size: u64, request_id: Option<String>) -> Self {
        Self {
            verified: false,
            request_id,
            path: path.display().to_string(),
            size,
        }
    }
}

impl Report for CallResult {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "{}", serde_json::to_string_pretty(&self.body)?)?;
        match &self.key_id {
            Some(key_id) => write!(out, "\n{GREEN}verified{GREEN:#} with {key_id}")?,
            None => write!(
                out,
                "\n{YELLOW}not verified{YELLOW:#}: the operation responds without a signature"
            )?,
        }
        match &self.request_id {
            Some(request_id) => writeln!(out, "; Request-ID {request_id}"),
            None => writeln!(out),
        }
    }
}

impl Report for SavedFile {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "{}  {} bytes", self.path, self.size)?;
        writeln!(
            out,
            "{YELLOW}not verified{YELLOW:#}: a file has no signature, so compare it with the hash that WeChat Pay gave with its address"
        )
    }
}
