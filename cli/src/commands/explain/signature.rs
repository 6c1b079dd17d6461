//! The signature of a response or notification, verified with the configured keys at the time of its timestamp.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::Serialize;
use serde_json::value::RawValue;
use wechatpay_client::{
    __private::command::is_made_by_trusted_key,
    Verifier,
    bytes::Bytes,
    error::{VerifyError, VerifyErrorKind},
    http::{HeaderMap, Response},
};

use super::{
    body, change, header, invisible, json,
    notified::{self, Notified, Verified},
    section::Section,
};
use crate::{failure::Result, settings::Settings};

/// The remark on a text with escapes, of which no byte was signed.
const DECODED: &str = "the text is escaped: the signature was compared with the decoded text, not with the bytes as they stand";

/// The remark on a text with JSON beside a signed body that is empty.
const EMPTY: &str = "the signature is of an empty body: the JSON in the text is signed by nobody";

/// The status of a response with an empty body. A log goes on behind.
const NO_CONTENT: u16 = 204;

/// Timestamps beyond are not in seconds.
const MAX_SECONDS: u64 = 100_000_000_000;

/// The result of the verification.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Signature {
    /// True only if the library verified the message.
    pub(super) verified: bool,
    /// The key that the message names.
    pub(super) key_id: Option<String>,
    pub(super) signed_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) diagnosis: Option<String>,
    /// Facts about the text, and about a message that was changed in a way that no diagnosis names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) observed: Vec<String>,
    /// A key of WeChat Pay is configured, with which the signature was checked.
    #[serde(skip)]
    pub(super) is_checked: bool,
    /// The signature does not match the message, and no diagnosis says how the message was changed.
    #[serde(skip)]
    is_unexplained: bool,
}

/// Verifies the signature of a section, if it has one, and decrypts its notifications. The last value is the body that
/// verifies.
pub(super) fn check(
    section: &Section,
    status: Option<u16>,
    settings: &dyn Fn() -> Result<Settings>,
) -> Result<(Option<Signature>, Vec<Notified>, Option<Bytes>)> {
    let headers = header::headers(&section.text);
    let is_signed = headers.contains_key("wechatpay-signature");
    let notifications = json::notifications(&section.objects);
    if !is_signed && notifications.is_empty() {
        return Ok((None, Vec::new(), None));
    }
    let settings = settings()?;
    let verifier = settings.offline_verifier()?;
    let verifier = match settings.options().brand_id {
        Some(_) => verifier.map(Verifier::for_brand),
        None => verifier,
    };
    let (mut signature, body) = match (is_signed, &verifier) {
        (true, Some(verifier)) => verify(section, &headers, status, verifier, &settings),
        (true, None) => (Signature::without_key(&headers), None),
        (false, _) => (Signature::missing(&headers), None),
    };
    let verified = verifier.zip(body.clone()).map(|(verifier, body)| Verified {
        verifier,
        headers: &headers,
        body,
    });
    // The body of an entry of a log may be none of the objects.
    let is_notification = body.as_deref().and_then(json::object);
    let is_notification = is_notification.is_some_and(|body| json::is_notification(&body));
    let key = match notifications.is_empty() && !is_notification {
        true => None,
        false => settings.api_v3_key()?,
    };
    let notified = notified::all(&notifications, section, verified, key.as_ref());
    signature.observe(section, is_signed, notified.first(), body.as_deref());
    Ok((Some(signature), notified, body))
}

/// Verifies the bodies that the message may have. Returns the body that verifies.
fn verify(
    section: &Section,
    headers: &HeaderMap,
    status: Option<u16>,
    verifier: &Verifier,
    settings: &Settings,
) -> (Signature, Option<Bytes>) {
    let mut signature = Signature {
        is_checked: true,
        ..Signature::named(headers)
    };
    let mut failure: Option<VerifyError> = None;
    let mut bodies = body::bodies(section);
    if bodies.is_empty() || status == Some(NO_CONTENT) {
        bodies.push(Bytes::new());
    }
    for body in bodies {
        let mut response = Response::new(body.clone());
        *response.headers_mut() = headers.clone();
        if let Some(status) = status.and_then(|status| status.try_into().ok()) {
            *response.status_mut() = status;
        }
        match verifier.verify(response, time(headers)) {
            Ok(verified) => {
                signature.verified = true;
                signature.key_id = Some(verified.key_id().to_owned());
                return (signature, Some(body));
            }
            // JSON is a better candidate for a diagnosis than the text around it.
            Err(error) if failure.is_none() || is_json(&body) => failure = Some(error),
            Err(_) => {}
        }
    }
    if let Some(failure) = failure {
        let merchant = settings.merchant().ok();
        let diagnosis = failure.diagnose(verifier, merchant.as_ref());
        signature.is_unexplained =
            *failure.kind() == VerifyErrorKind::SignatureMismatch && diagnosis.is_none();
        let is_key_right = diagnosis.is_some() || is_made_by_trusted_key(&failure, verifier);
        signature.error = Some(error_text(failure.kind(), is_key_right));
        signature.diagnosis = diagnosis.map(|diagnosis| diagnosis.to_string());
    }
    (signature, None)
}

/// The reason in words of this command: the library names its own functions.
fn error_text(kind: &VerifyErrorKind, is_key_right: bool) -> String {
    let cure = match kind {
        VerifyErrorKind::SignatureMismatch if is_key_right => {
            "the key of this ID made the signature, but of another message: the body, `Wechatpay-Timestamp` or \
             `Wechatpay-Nonce` was changed"
        }
        VerifyErrorKind::SignatureMismatch => {
            "the key did not make the signature: either --public-key is another key than the one of this ID, or \
             `Wechatpay-Signature` was changed; compare --public-key with the key of the platform"
        }
        VerifyErrorKind::SignatureNotBase64 => {
            "`Wechatpay-Signature` was cut or changed: a program that decodes forms or URLs turns `+` into a blank"
        }
        VerifyErrorKind::UnknownKeyId { key_id } if key_id.starts_with("PUB_KEY_ID_") => {
            return format!("{kind}; give --public-key and --public-key-id of this key");
        }
        VerifyErrorKind::UnknownKeyId { .. } => {
            return format!(
                "{kind}; give --platform-certificate FILE of the certificate with this serial number"
            );
        }
        kind => return kind.to_string(),
    };
    format!("{}: {cure}", kind.name())
}

impl Signature {
    /// The key and the time that the headers name.
    fn named(headers: &HeaderMap) -> Self {
        let key_id = headers
            .get("wechatpay-serial")
            .and_then(|value| value.to_str().ok());
        let seconds = seconds(headers).filter(|seconds| *seconds < MAX_SECONDS);
        let signed_at = seconds.map(|seconds| UNIX_EPOCH + Duration::from_secs(seconds));
        Self {
            verified: false,
            key_id: key_id.map(str::to_owned),
            signed_at: signed_at.map(httpdate::fmt_http_date),
            error: None,
            diagnosis: None,
            observed: Vec::new(),
            is_checked: false,
            is_unexplained: false,
        }
    }

    /// The signature of a notification without one, which anybody can make.
    fn missing(headers: &HeaderMap) -> Self {
        Self {
            error: Some("Wechatpay-Signature is missing".to_owned()),
            ..Self::named(headers)
        }
    }

    /// Adds the facts about the text that may explain a refused signature.
    fn observe(
        &mut self,
        section: &Section,
        is_signed: bool,
        notified: Option<&Notified>,
        body: Option<&[u8]>,
    ) {
        if self.is_unexplained {
            let is_decrypted = notified.is_some_and(|notified| notified.resource.is_some());
            self.observed = change::observed(section, is_decrypted);
        }
        let is_refused = !self.verified && (self.is_checked || !is_signed);
        if is_refused && section.invisible.is_none() {
            self.observed.extend(invisible::added(section));
        }
        let has_json = section.objects.iter().any(|object| !object.is_empty());
        if body.is_some_and(<[u8]>::is_empty) && has_json {
            self.observed.push(EMPTY.to_owned());
        }
        let around = body.and_then(|body| body::white_space_around(section, body));
        self.observed.extend(around);
        let is_decoded = section.is_decoded || body.is_some_and(|body| !body::has(section, body));
        if is_decoded && self.is_checked {
            self.observed.push(DECODED.to_owned());
        }
    }

    fn without_key(headers: &HeaderMap) -> Self {
        Self {
            error: Some(
                "no key of WeChat Pay is configured: give --public-key and --public-key-id, or --platform-certificate"
                    .to_owned(),
            ),
            ..Self::named(headers)
        }
    }
}

/// The time of the message itself, since a text is read long after. A timestamp in another unit gets the present time, so
/// that the diagnosis finds the unit.
pub(super) fn time(headers: &HeaderMap) -> SystemTime {
    let seconds = seconds(headers).filter(|seconds| *seconds < MAX_SECONDS);
    seconds.map_or_else(SystemTime::now, |seconds| {
        UNIX_EPOCH + Duration::from_secs(seconds)
    })
}

fn seconds(headers: &HeaderMap) -> Option<u64> {
    headers
        .get("wechatpay-timestamp")?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

fn is_json(body: &[u8]) -> bool {
    serde_json::from_slice::<&RawValue>(body).is_ok()
}
