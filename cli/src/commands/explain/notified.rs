//! The notifications of a section: only the one whose bytes verify is shown as verified.

use serde::Serialize;
use serde_json::Value;
use wechatpay_client::{
    __private::command::decrypt_unverified,
    ApiV3Key, Verifier,
    bytes::Bytes,
    http::HeaderMap,
    notification::{Notification, NotificationErrorKind, Notifications},
};

use super::{json, section::Section, signature::time};

const WRONG_KEY: &str = "the APIv3 key (APIv3密钥) is not the one that encrypted the resource: set WECHATPAY_API_V3_KEY as it is \
    on the platform";

const NOT_DECRYPTED: &str = "the APIv3 key (APIv3密钥) does not decrypt the resource: compare WECHATPAY_API_V3_KEY with \
     the platform, or the resource was changed on the way";

/// A body whose signature verifies.
pub(super) struct Verified<'h> {
    pub(super) verifier: Verifier,
    pub(super) headers: &'h HeaderMap,
    pub(super) body: Bytes,
}

/// A notification in the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Notified {
    /// True only if the members below are parsed from bytes that verify.
    pub(super) verified: bool,
    pub(super) id: Option<String>,
    pub(super) event_type: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) create_time: Option<String>,
    /// The decrypted resource.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) resource: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) not_decrypted: Option<String>,
    /// The configured APIv3 key does not decrypt the resource.
    #[serde(skip)]
    pub(super) is_refused: bool,
}

/// All notifications of a section, the verified one first.
pub(super) fn all(
    found: &[json::Notification<'_>],
    section: &Section,
    verified: Option<Verified<'_>>,
    key: Option<&ApiV3Key>,
) -> Vec<Notified> {
    let body = verified.as_ref().map(|verified| verified.body.clone());
    let value = body
        .as_deref()
        .and_then(|body| serde_json::from_slice(body).ok());
    let value = value.filter(json::is_notification);
    let is_other = |other: &&json::Notification<'_>| match &other.place {
        Some(place) => {
            let text = section.text.get(place.clone()).map(str::as_bytes);
            text != body.as_deref().map(<[u8]>::trim_ascii)
        }
        // The bytes inside of other JSON are not known.
        None => value.as_ref() != Some(&*other.value),
    };
    let first = value.as_ref().zip(verified);
    let first = first.map(|(value, verified)| Notified::of_verified(value, verified, key));
    let others = found.iter().filter(is_other);
    let others = others.map(|other| Notified::of_unverified(&other.value, key));
    first.into_iter().chain(others).collect()
}

impl Notified {
    fn of_verified(value: &Value, verified: Verified<'_>, key: Option<&ApiV3Key>) -> Self {
        let decrypted = key.map(|key| decrypt(verified, key.clone()));
        Self {
            verified: true,
            ..Self::of(value).with_resource(decrypted)
        }
    }

    fn of_unverified(value: &Value, key: Option<&ApiV3Key>) -> Self {
        let decrypted = key.map(|key| {
            let resource = value.get("resource").map(Value::to_string);
            resource
                .and_then(|resource| decrypt_unverified(key, &resource))
                .and_then(|plaintext| serde_json::from_slice(&plaintext).ok())
                .ok_or_else(|| NOT_DECRYPTED.to_owned())
        });
        Self::of(value).with_resource(decrypted)
    }

    fn of(value: &Value) -> Self {
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        Self {
            verified: false,
            id: text("id"),
            event_type: text("event_type"),
            summary: text("summary"),
            create_time: text("create_time"),
            resource: None,
            not_decrypted: None,
            is_refused: false,
        }
    }

    /// Adds the decrypted resource, or the reason why there is none. `None` stands for no key.
    fn with_resource(mut self, decrypted: Option<Result<Value, String>>) -> Self {
        match decrypted {
            None => {
                self.not_decrypted = Some("no APIv3 key (APIv3密钥) is configured".to_owned());
            }
            Some(Ok(resource)) => self.resource = Some(resource),
            Some(Err(reason)) => {
                self.not_decrypted = Some(reason);
                self.is_refused = true;
            }
        }
        self
    }
}

fn decrypt(verified: Verified<'_>, key: ApiV3Key) -> Result<Value, String> {
    let Verified {
        verifier,
        headers,
        body,
    } = verified;
    let notifications = Notifications::new(verifier, key).map_err(|error| error.to_string())?;
    let pairs = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_bytes()));
    let parsed = notifications.parse_at(pairs, &body, time(headers));
    parsed
        .and_then(|notification: Notification| notification.resource())
        .map_err(|error| match error.kind() {
            // A verified resource was not changed.
            NotificationErrorKind::DecryptFailed => WRONG_KEY.to_owned(),
            _ => error.to_string(),
        })
}
