//! The diagnosis of a 401 `SIGN_ERROR`: the message that WeChat Pay compared the signature with.

use std::io;

use serde::Serialize;
use serde_json::Value;
use wechatpay_client::{bytes::Bytes, error::SignErrorDiagnosis, http::Response};

use super::{report::beginning, section::Section};
use crate::library_text::in_own_terms;

/// A refused signature.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct SignError {
    diagnosis: Option<String>,
    /// The request as it arrived at WeChat Pay.
    arrived: Option<Arrived>,
}

#[derive(Debug, PartialEq, Serialize)]
struct Arrived {
    method: String,
    target: String,
    timestamp: String,
    /// The length of the whole message that WeChat Pay built, in bytes.
    message_length: u64,
}

impl SignError {
    pub(super) fn of(section: &Section) -> Option<Self> {
        let is_sign_error =
            |value: &&Value| value.get("code").is_some_and(|code| code == "SIGN_ERROR");
        let body = section
            .objects
            .iter()
            .map(|object| &object.value)
            .find(is_sign_error)?;
        let response = Response::new(Bytes::from(body.to_string()));
        Some(Self {
            diagnosis: SignErrorDiagnosis::of_response(&response).map(|cause| likely_cause(&cause)),
            arrived: Arrived::of(body),
        })
        .filter(|error| error.diagnosis.is_some() || error.arrived.is_some())
    }

    pub(super) fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        if let Some(diagnosis) = &self.diagnosis {
            writeln!(out, "likely cause: {diagnosis}")?;
        }
        if let Some(arrived) = &self.arrived {
            writeln!(
                out,
                "WeChat Pay compared the signature with this message of {} bytes; compare the message with what you signed:\n  {}\n  {}\n  {}\n  (nonce, then the body)",
                arrived.message_length,
                beginning(&arrived.method),
                beginning(&arrived.target),
                beginning(&arrived.timestamp)
            )?;
        }
        Ok(())
    }
}

/// The cause in words of this command. The reader's program built the header `Authorization` itself.
fn likely_cause(cause: &SignErrorDiagnosis) -> String {
    match cause {
        SignErrorDiagnosis::AuthorizationChanged => {
            "the program sent no header `Authorization`, or built it wrongly; if the header left the program whole, a \
             proxy on the way removed or changed it"
                .to_owned()
        }
        cause => in_own_terms(&cause.to_string()),
    }
}

impl Arrived {
    /// Reads all but the nonce.
    fn of(body: &Value) -> Option<Self> {
        let information = body.pointer("/detail/sign_information")?;
        let message = information.get("truncated_sign_message")?.as_str()?;
        let mut lines = message.split('\n').map(str::to_owned);
        Some(Self {
            method: lines.next()?,
            target: lines.next()?,
            timestamp: lines.next()?,
            message_length: information.get("sign_message_length")?.as_u64()?,
        })
    }
}
