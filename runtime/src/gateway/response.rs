//! Turns a scripted response into an HTTP response: signs it and applies its fault.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::{Duration, UNIX_EPOCH},
};

use bytes::Bytes;
use http::{
    HeaderMap, Response, StatusCode,
    header::{self, HeaderValue},
};
use hyper::body::{Body, Frame, SizeHint};

use super::{
    keys::ResponseSigner,
    scripted_response::{Fault, ScriptedResponse},
};
use crate::{crypto, sign::Scheme, verify::SignatureHeader};

/// The distance of a stale or future timestamp from the clock, in seconds.
const CLOCK_FAULT: u64 = 600;

const UNKNOWN_KEY_ID: &str = "7777777777777777777777777777777777777777";

const PROBE: &str = "WECHATPAY/SIGNTEST/";

/// A body that may break off before its announced length.
pub struct ScriptedBody {
    bytes: Option<Bytes>,
    /// The bytes still to be sent to reach the announced length.
    length: usize,
    flushed: bool,
}

/// The HTTP response, signed with this key at `now` (Unix seconds). `None` if OpenSSL fails.
pub(super) fn to_http(
    signer: &ResponseSigner,
    scheme: Scheme,
    scripted: &ScriptedResponse,
    now: u64,
) -> Option<Response<ScriptedBody>> {
    let body = match scripted.fault {
        Some(Fault::OversizeBody { bytes }) => padded(&scripted.body, bytes),
        _ => scripted.body.clone(),
    };
    let mut headers = unsigned_headers(now, scripted.number)?;
    if !body.is_empty() {
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static(scripted.content_type),
        );
    }
    if scripted.signed {
        sign(&mut headers, signer, scheme, scripted.fault, &body, now)?;
    }
    let mut response = Response::new(sent_body(scripted.fault, body));
    *response.status_mut() = StatusCode::from_u16(scripted.status).ok()?;
    *response.headers_mut() = headers;
    Some(response)
}

/// The headers that every response has, as seen on the real hosts.
fn unsigned_headers(now: u64, number: u64) -> Option<HeaderMap> {
    let date = httpdate::fmt_http_date(UNIX_EPOCH.checked_add(Duration::from_secs(now))?);
    let mut headers = HeaderMap::new();
    headers.insert(header::DATE, HeaderValue::try_from(date).ok()?);
    headers.insert("request-id", request_id(number)?);
    headers.insert("keep-alive", HeaderValue::from_static("timeout=8"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache, must-revalidate"),
    );
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("zh-CN"));
    Some(headers)
}

/// A new `Request-ID` with this number at its end. `None` if OpenSSL fails.
pub(super) fn request_id(number: u64) -> Option<HeaderValue> {
    let nonce = crypto::nonce().ok()?;
    HeaderValue::try_from(format!("08{nonce}-{number}")).ok()
}

/// Adds the signature headers, with the fault if it concerns the signature. `None` if OpenSSL fails.
pub(super) fn sign(
    headers: &mut HeaderMap,
    signer: &ResponseSigner,
    scheme: Scheme,
    fault: Option<Fault>,
    body: &[u8],
    now: u64,
) -> Option<()> {
    let timestamp = match fault {
        Some(Fault::StaleTimestamp) => now.saturating_sub(CLOCK_FAULT),
        Some(Fault::FutureTimestamp) => now + CLOCK_FAULT,
        _ => now,
    };
    let nonce = crypto::nonce().ok()?;
    let mut message = format!("{timestamp}\n{nonce}\n").into_bytes();
    message.extend_from_slice(body);
    // Without its last line feed, the signed message differs from the one that the client verifies.
    if fault != Some(Fault::WrongSignature) {
        message.push(b'\n');
    }
    let mut signature = signer.key.sign(&message).ok()?;
    if fault == Some(Fault::SignatureProbe) {
        signature.replace_range(..PROBE.len(), PROBE);
    }
    let key_id = match fault {
        Some(Fault::UnknownKeyId) => UNKNOWN_KEY_ID,
        _ => &signer.key_id,
    };
    let values = [
        (SignatureHeader::Timestamp, timestamp.to_string()),
        (SignatureHeader::Nonce, nonce),
        (SignatureHeader::Signature, signature),
        (SignatureHeader::Serial, key_id.to_owned()),
        (
            SignatureHeader::SignatureType,
            scheme.signature_type().to_owned(),
        ),
    ];
    for (header, value) in values {
        if fault != Some(Fault::MissingHeader(header)) {
            headers.insert(header.as_str(), HeaderValue::try_from(value).ok()?);
        }
    }
    Some(())
}

/// The body with its last byte changed.
pub(super) fn altered(body: &[u8]) -> Bytes {
    let mut altered = body.to_vec();
    if let Some(last) = altered.last_mut() {
        *last = if *last == b'#' { b'!' } else { b'#' };
    }
    altered.into()
}

/// The body padded with spaces to this length.
pub(super) fn padded(body: &[u8], length: usize) -> Bytes {
    let mut padded = body.to_vec();
    padded.resize(length.max(body.len()), b' ');
    padded.into()
}

/// The body as it is sent, after signing.
fn sent_body(fault: Option<Fault>, body: Bytes) -> ScriptedBody {
    let length = body.len();
    let bytes = match fault {
        Some(Fault::AlteredBody) => altered(&body),
        Some(Fault::TruncatedBody) => body.slice(..length / 2),
        _ => body,
    };
    ScriptedBody {
        bytes: Some(bytes),
        length,
        flushed: false,
    }
}

impl Body for ScriptedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        match self.bytes.take().filter(|bytes| !bytes.is_empty()) {
            Some(bytes) => {
                self.length -= bytes.len();
                Poll::Ready(Some(Ok(Frame::data(bytes))))
            }
            None if self.length == 0 => Poll::Ready(None),
            // Lets hyper flush the bytes before the connection breaks.
            None if !self.flushed => {
                self.flushed = true;
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            None => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.length == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length as u64)
    }
}
