//! Sensitive fields (敏感信息加密): the type [`Sensitive`] is all that a declaration needs.
//!
//! While a request is built, a [`Sensitive`] writes a slot in place of its text. The client then chooses a key,
//! fills the slots with ciphertexts under that key, and sends its ID in `Wechatpay-Serial`. So the ciphertexts
//! and the ID cannot disagree.

mod decryptor;
mod members;
mod mode;
mod slots;

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use zeroize::Zeroizing;

use super::{ToPathValue, ToQueryValue};
use crate::json;
pub use decryptor::FieldDecryptor;
pub(crate) use decryptor::FindCiphertexts;
pub(crate) use members::check_members;
#[cfg(feature = "testing")]
pub(crate) use mode::plain;
pub(crate) use mode::{collecting_ciphertexts, decrypting, encrypting};
pub(crate) use slots::Slots;

/// A text that is sent encrypted (敏感信息): a name, the number of an identity card, a bank account.
///
/// The client encrypts the text in a request with a WeChat Pay key: as a field of the body or of the query struct, as a
/// `#[query]` argument, or as a path value. In a response, the client decrypts the field with the merchant's private
/// key. Everywhere else, serializing and deserializing this type fails. `Debug` hides the text, and its memory is wiped
/// on drop.
///
/// RSA-OAEP encrypts at most 214 bytes with a key of 2,048 bits: 71 Chinese characters. If a text is longer, the call
/// fails with [`SensitiveTooLong`](crate::error::RequestErrorKind::SensitiveTooLong), and sends nothing.
///
/// The macro [`wechatpay_api`](crate::wechatpay_api) knows the sensitive fields and query parameters of known operations.
/// A request with one in clear is not sent
/// ([`SensitiveNotEncrypted`](crate::error::RequestErrorKind::SensitiveNotEncrypted),
/// [`NotEncrypted`](crate::error::QueryErrorKind::NotEncrypted)).
///
/// In a response, an empty ciphertext (`""`) becomes an empty text, because WeChat Pay leaves a sensitive field without
/// a value empty. In a request, an empty text is encrypted like any other.
///
/// # Bodies that are built dynamically
///
/// A `Sensitive` serializes only while a call builds its request. So `serde_json::to_value` fails, and
/// **`serde_json::json!` panics**, as in `json!({ "name": Sensitive::from("张三") })`. Put the value into the body
/// itself, beside plain JSON:
///
/// ```
/// use std::collections::BTreeMap;
///
/// use serde_json::{Value, json};
/// use wechatpay_client::{Result, Sensitive, wechatpay_api};
///
/// #[derive(serde::Serialize)]
/// #[serde(untagged)]
/// pub enum Field {
///     Plain(Value),
///     Sensitive(Sensitive),
/// }
///
/// #[wechatpay_api(POST "/v3/profitsharing/receivers/add")]
/// pub trait AddReceiver {
///     async fn add_receiver(&self, body: &BTreeMap<&str, Field>) -> Result<()>;
/// }
///
/// let body = BTreeMap::from([
///     ("type", Field::Plain(json!("PERSONAL_OPENID"))),
///     ("name", Field::Sensitive("张三".into())),
/// ]);
/// # #[cfg(feature = "testing")]
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// # use wechatpay_client::gateway::{Gateway, ScriptedResponse};
/// # let gateway = Gateway::start().await.unwrap();
/// # gateway.respond("POST", "/v3/profitsharing/receivers/add", ScriptedResponse::no_content());
/// # let client = gateway.client().build()?;
/// client.add_receiver(&body).await?;
/// # let requests = gateway.requests();
/// # let sent: Value = serde_json::from_slice(requests[0].body()).unwrap();
/// # let name = gateway.decrypt(&requests[0], sent["name"].as_str().unwrap());
/// # assert_eq!((name.as_deref(), &sent["type"]), (Some("张三"), &json!("PERSONAL_OPENID")));
/// # Ok::<_, wechatpay_client::Error>(())
/// # }).unwrap();
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive(Zeroizing<String>);

impl Sensitive {
    /// Wraps a plain text, which a call then sends encrypted.
    pub fn new(plaintext: impl Into<String>) -> Self {
        Self(Zeroizing::new(plaintext.into()))
    }

    /// The plain text that this value holds.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Sensitive {
    fn from(plaintext: String) -> Self {
        Self::new(plaintext)
    }
}

impl From<&str> for Sensitive {
    fn from(plaintext: &str) -> Self {
        Self::new(plaintext)
    }
}

impl fmt::Debug for Sensitive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sensitive]")
    }
}

impl Serialize for Sensitive {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.to_request_text() {
            Some(text) => serializer.serialize_str(&text),
            None => Err(ser::Error::custom(json::SENSITIVE_OUTSIDE_CALL)),
        }
    }
}

impl<'de> Deserialize<'de> for Sensitive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        Self::from_response_text(text).map_err(de::Error::custom)
    }
}

/// Outside of a request the value is empty, which a path refuses.
impl ToPathValue for Sensitive {
    fn to_path_value(&self) -> Cow<'_, str> {
        self.to_request_text().unwrap_or_default()
    }
}

/// Outside of a request the value is left out.
impl ToQueryValue for Sensitive {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        self.to_request_text()
    }
}
