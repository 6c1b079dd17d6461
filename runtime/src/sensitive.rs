//! Sensitive fields (敏感信息加密): the type says it, and no place else has to.
//!
//! While a request is frozen, a [`Sensitive`] writes a slot in the place of its text. The slots are
//! filled when the request is authorized, with the ciphertext under the one key that the request then
//! names in `Wechatpay-Serial`: so the two cannot disagree.

mod slots;

use std::{borrow::Cow, cell::RefCell, collections::HashMap, fmt, mem, sync::Arc};

use hyper::body::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use tokio::time::{Instant, timeout_at};
use zeroize::Zeroizing;

use crate::{
    crypto::decode_base64,
    json,
    request::{PathValue, QueryValue, RequestError},
    sign::{self, Merchant},
};
pub(crate) use slots::Slots;

/// A text that goes encrypted: a name, a number of an identity card, a bank account.
///
/// As a field of a request (nested, in arrays and in `Option`), as a `#[query]` and as a path value it
/// is encrypted with the WeChat Pay key that the request names. As a field of an answer it is
/// decrypted with the merchant's private key. Everywhere else it neither serializes nor deserializes,
/// `Debug` does not show it, and its memory is wiped.
///
/// RSA-OAEP takes 214 bytes under a key of 2,048 bits: 71 Chinese characters. A longer text is
/// [`SensitiveTooLong`](crate::error::RequestErrorKind::SensitiveTooLong), and nothing is sent.
///
/// In a verified response, an empty ciphertext (`""`) is an empty text: the server leaves a sensitive
/// field empty that has no value, and the signature of the response covers the field. An empty text in a
/// request is encrypted like any other.
///
/// # Bodies that are built dynamically
///
/// A `Sensitive` serializes only while a call freezes its request. `serde_json::to_value` therefore
/// refuses it, and **`serde_json::json!` panics**: `json!({ "name": Sensitive::from("张三") })` unwraps
/// that refusal. Put the value into the body itself, beside plain JSON:
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
/// # use wechatpay_client::testing::{Gateway, Reply};
/// # let gateway = Gateway::start().await.unwrap();
/// # gateway.reply("POST", "/v3/profitsharing/receivers/add", Reply::no_content());
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
    /// A text to be encrypted.
    pub fn new(plaintext: impl Into<String>) -> Self {
        Self(Zeroizing::new(plaintext.into()))
    }

    /// The text in clear.
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
        match self.write() {
            Some(text) => serializer.serialize_str(&text),
            None => Err(ser::Error::custom(json::SENSITIVE)),
        }
    }
}

impl<'de> Deserialize<'de> for Sensitive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        Self::read(text).map_err(de::Error::custom)
    }
}

/// Outside of a request it is empty, which is refused.
impl PathValue for Sensitive {
    fn to_path_value(&self) -> Cow<'_, str> {
        self.write().unwrap_or_default()
    }
}

/// Outside of a request it is left out.
impl QueryValue for Sensitive {
    fn to_query_value(&self) -> Option<Cow<'_, str>> {
        self.write()
    }
}

/// What sensitive values do on this thread now.
enum Mode {
    Closed,
    Sealing(Slots),
    /// Notes what is not opened yet, and goes on with an empty text for it.
    Noting(Opener, Vec<String>),
    Opening(Opener),
    #[cfg(feature = "testing")]
    Plain,
}

thread_local! {
    static MODE: RefCell<Mode> = const { RefCell::new(Mode::Closed) };
}

impl Sensitive {
    /// What stands in the request for it. The borrow ends before anybody else's code runs.
    fn write(&self) -> Option<Cow<'_, str>> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Sealing(slots) => slots.add(self).map(Cow::Owned),
            #[cfg(feature = "testing")]
            Mode::Plain => Some(Cow::Borrowed(self.expose())),
            _ => None,
        })
    }

    fn read(text: Zeroizing<String>) -> Result<Self, String> {
        MODE.with_borrow_mut(|mode| match mode {
            Mode::Opening(_) | Mode::Noting(..) if text.is_empty() => Ok(Self::new("")),
            Mode::Opening(opener) => opener.open(&text),
            Mode::Noting(opener, _) if opener.knows(&text) => opener.open(&text),
            Mode::Noting(_, ciphertexts) => {
                ciphertexts.push(text.to_string());
                Ok(Self::new(""))
            }
            #[cfg(feature = "testing")]
            Mode::Plain => Ok(Self(text)),
            _ => Err("a sensitive value is read only from a verified answer".to_owned()),
        })
    }
}

/// What opens the sensitive values of one answer.
#[derive(Clone)]
#[non_exhaustive]
pub enum Opener {
    /// The merchant's keys, the one that signs first: which of two applies while a merchant renews its
    /// certificate is not said anywhere.
    Keys(Arc<[Merchant]>),
    /// What was opened before, by a key that cannot be called from here: plaintexts, or why not.
    Opened(Arc<HashMap<String, Plaintext>>),
}

/// A plaintext, or why there is none.
type Plaintext = Result<Zeroizing<Vec<u8>>, String>;

/// What a type finds encrypted in an answer, beyond what is opened already.
pub(crate) type Ciphertexts = fn(&[u8], Opener) -> Vec<String>;

impl Opener {
    /// Asks a key that is elsewhere, if it is, for all that the type finds in the answer; until then.
    pub(crate) async fn of(
        merchants: Arc<[Merchant]>,
        answer: &Bytes,
        ciphertexts: Ciphertexts,
        deadline: Instant,
    ) -> Self {
        if merchants.iter().all(|it| it.private_key().is_some()) {
            return Self::Keys(merchants);
        }
        let mut opened = HashMap::new();
        loop {
            let opener = Self::Opened(Arc::new(opened.clone()));
            // A type that refuses an empty text hides what is behind it, until that text is there.
            let found = ciphertexts(answer, opener.clone());
            if found.is_empty() {
                return opener;
            }
            for ciphertext in found {
                let bytes = decode_base64(ciphertext.as_bytes()).unwrap_or_default();
                let asked = timeout_at(deadline, sign::decrypt(&merchants, &bytes)).await;
                let plaintext = match asked {
                    Ok(plaintext) => plaintext.map_err(|error| error.to_string()),
                    Err(_) => Err("the signer did not decrypt in time".to_owned()),
                };
                opened.insert(ciphertext, plaintext);
            }
        }
    }

    fn knows(&self, text: &str) -> bool {
        match self {
            Self::Keys(_) => true,
            Self::Opened(opened) => opened.contains_key(text),
        }
    }

    fn open(&self, text: &str) -> Result<Sensitive, String> {
        let failed = |why: &str| format!("sensitive field: {why}");
        let ciphertext = decode_base64(text.as_bytes()).ok_or_else(|| failed("not-base64"))?;
        let plaintext = match self {
            Self::Keys(merchants) => merchants
                .iter()
                .filter_map(Merchant::private_key)
                .find_map(|key| key.decrypt(&ciphertext))
                .ok_or_else(|| failed("decrypt-failed"))?,
            Self::Opened(opened) => match opened.get(text) {
                Some(Ok(plaintext)) => plaintext.clone(),
                Some(Err(why)) => return Err(failed(why)),
                None => return Err(failed("decrypt-failed")),
            },
        };
        let plaintext = std::str::from_utf8(&plaintext);
        Ok(Sensitive::new(plaintext.map_err(|_| failed("not UTF-8"))?))
    }
}

/// Runs `freeze` with sensitive values writing slots; returns them with its result.
pub(crate) fn sealing<T>(
    freeze: impl FnOnce() -> Result<T, RequestError>,
) -> Result<(T, Slots), RequestError> {
    let scope = Scope::enter(Mode::Sealing(Slots::default()));
    let frozen = freeze()?;
    match scope.leave() {
        Mode::Sealing(slots) => Ok((frozen, slots)),
        _ => Ok((frozen, Slots::default())),
    }
}

/// Runs `decode` with sensitive values opened by `opener`.
pub(crate) fn opening<T>(opener: &Opener, decode: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Opening(opener.clone()));
    decode()
}

/// The ciphertexts that `decode` comes upon, and `opener` does not know.
pub(crate) fn noting<T>(opener: Opener, decode: impl FnOnce() -> T) -> Vec<String> {
    let scope = Scope::enter(Mode::Noting(opener, Vec::new()));
    drop(decode());
    match scope.leave() {
        Mode::Noting(_, ciphertexts) => ciphertexts,
        _ => Vec::new(),
    }
}

/// Runs `test` with sensitive values in clear.
#[cfg(feature = "testing")]
pub(crate) fn plain<T>(test: impl FnOnce() -> T) -> T {
    let _scope = Scope::enter(Mode::Plain);
    test()
}

/// Puts the earlier mode back, also when the code within panics.
struct Scope {
    outer: Mode,
}

impl Scope {
    fn enter(mode: Mode) -> Self {
        Self {
            outer: MODE.replace(mode),
        }
    }

    fn leave(mut self) -> Mode {
        let outer = mem::replace(&mut self.outer, Mode::Closed);
        let inner = MODE.replace(Mode::Closed);
        self.outer = outer;
        inner
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        MODE.set(mem::replace(&mut self.outer, Mode::Closed));
    }
}
