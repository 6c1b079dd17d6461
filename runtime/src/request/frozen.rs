//! A request as it goes on the wire, but for what each attempt makes anew: nonce, time and signature.

use std::{fmt, sync::Arc};

use hyper::{
    HeaderMap, Method, Uri,
    body::Bytes,
    header::{HeaderName, HeaderValue},
    http::uri::PathAndQuery,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};

use crate::{
    crypto::{self, decode_base64, encode_base64},
    json::{self, Object},
    request::EndpointOptions,
    request::Request,
    sign::{Merchant, SigningError},
    upload::UploadFile,
    verify::SelectedKey,
};

/// A request whose bytes stand: what is repeated when its outcome is unknown.
///
/// An error whose outcome is [`Outcome::Unknown`](crate::Outcome::Unknown) holds it
/// ([`Error::frozen_request`](crate::Error::frozen_request)), and a [`Journal`](crate::Journal) is given it.
/// [`Client::repeat`](crate::Client::repeat) sends it again: the very same bytes, signed anew, which is what
/// the platform asks for (以原参数重试). There is no other way to obtain a
/// frozen request, so only requests that a client built can be repeated.
///
/// A frozen request serializes, for a file or a database, with a MAC whose key only the merchant's private key
/// makes. [`Client::repeat`](crate::Client::repeat) refuses a request that was altered. So somebody who can write
/// the merchant's journal cannot have an altered request signed. If a [`Signer`](crate::Signer) does not sign the
/// text that the key of the MAC is made from, the request can be repeated and does not serialize.
///
/// Sensitive fields (敏感信息) in a frozen request are encrypted. Everything else is in clear, as it was sent: keep
/// frozen requests as carefully as orders.
#[derive(Clone)]
pub struct FrozenRequest {
    /// Made before the request is sent, so that no failure afterwards loses it; of a GET, which executes
    /// nothing, made when the request is shown.
    id: Option<Id>,
    pub(crate) method: Method,
    /// Path and query alone.
    pub(crate) uri: Uri,
    pub(crate) body: Option<Bytes>,
    /// The operation's own.
    pub(crate) headers: HeaderMap,
    pub(crate) mchid: Arc<str>,
    /// Makes the body a form, of which it is the meta. What is read from a journal has none.
    pub(crate) file: Option<UploadFile>,
    /// What `Wechatpay-Serial` names: the key that sensitive fields in it are encrypted with.
    pub(crate) key_id: Option<Arc<str>>,
    pub(crate) options: EndpointOptions,
    mac: Mac,
}

#[derive(Clone)]
enum Id {
    /// 32 hexadecimal digits.
    Fresh([u8; 32]),
    /// Any text: its MAC shows whether it was ours.
    Read(Arc<str>),
}

/// How the integrity of a request is established.
#[derive(Clone)]
enum Mac {
    /// The request never left this process, and cannot be written yet.
    Missing,
    /// The request never left this process.
    Computed(Arc<str>),
    /// The request was read, and may have been altered.
    Read(Arc<str>),
}

impl FrozenRequest {
    /// Names this request among others: 32 hexadecimal digits, never sent.
    #[must_use]
    pub fn id(&self) -> &str {
        match &self.id {
            // Digits are UTF-8.
            Some(Id::Fresh(digits)) => std::str::from_utf8(digits).unwrap_or_default(),
            Some(Id::Read(id)) => id,
            None => "",
        }
    }

    /// The method, in capitals.
    #[must_use]
    pub fn method(&self) -> &str {
        self.method.as_str()
    }

    /// Path and query, exactly as on the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        self.uri.path_and_query().map_or("/", PathAndQuery::as_str)
    }

    /// The body, exactly as sent; empty if there is none.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    /// `Content-Type`; none without a body.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.body.as_ref().map(|_| "application/json")
    }

    /// The operation's own headers, such as `Idempotency-Key`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The merchant number (商户号) that signs it.
    #[must_use]
    pub fn mchid(&self) -> &str {
        &self.mchid
    }

    /// The ID of the key that encrypted the sensitive fields, which `Wechatpay-Serial` names.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// Whether it may be sent again where its outcome is unknown: a GET, or an operation declared
    /// `idempotent`.
    pub(crate) fn may_be_retried(&self) -> bool {
        self.method == Method::GET || self.options.idempotent
    }

    /// A request whose slots are filled, under the key of this serial.
    pub(crate) fn new(
        request: Request,
        mchid: Arc<str>,
        key_id: Option<Arc<str>>,
    ) -> Result<Self, SigningError> {
        let has_side_effects = request.endpoint.method != Method::GET;
        Ok(Self {
            id: has_side_effects.then(Id::generate).transpose()?,
            method: request.endpoint.method.clone(),
            uri: request.uri,
            body: request.body,
            headers: request.headers,
            file: request.file,
            mchid,
            key_id,
            options: request.endpoint.options,
            mac: Mac::Missing,
        })
    }

    /// A GET of the client's own.
    pub(crate) fn get(uri: Uri, mchid: Arc<str>, key: Option<SelectedKey>) -> Self {
        Self {
            id: None,
            method: Method::GET,
            uri,
            body: None,
            headers: HeaderMap::new(),
            file: None,
            mchid,
            key_id: key.map(|key| key.key_id),
            options: EndpointOptions::default(),
            mac: Mac::Missing,
        }
    }

    /// The same with an id, before it is shown to anybody.
    pub(crate) fn with_id(self) -> Result<Self, SigningError> {
        let id = self.id.map_or_else(Id::generate, Ok)?;
        Ok(Self {
            id: Some(id),
            ..self
        })
    }

    /// The same, so that it can be written.
    pub(crate) async fn with_mac(mut self, merchant: &Merchant) -> Result<Self, SigningError> {
        if matches!(self.mac, Mac::Missing) {
            let mac = merchant.mac(&self.mac_input()).await?;
            self.mac = Mac::Computed(mac.into());
        }
        Ok(self)
    }

    /// True if the MAC of a request that was read is by one of these keys, or if the request was never out of
    /// this process.
    pub(crate) async fn check_mac(&self, merchants: &[Merchant]) -> Result<bool, SigningError> {
        let Mac::Read(mac) = &self.mac else {
            return Ok(true);
        };
        let mac_input = self.mac_input();
        let mut failure = None;
        for merchant in merchants {
            match merchant.mac(&mac_input).await {
                Ok(expected) if crypto::constant_time_eq(expected.as_bytes(), mac.as_bytes()) => {
                    return Ok(true);
                }
                Ok(_) => {}
                // An earlier key that is out of use hides none that is not.
                Err(error) => failure = Some(error),
            }
        }
        failure.map_or(Ok(false), Err)
    }

    /// A request that is kept whole: no file is, and what is asked for without a signature is asked anew.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.file.is_none() && !self.options.unsigned
    }

    /// All that the MAC covers.
    fn mac_input(&self) -> Vec<u8> {
        // Texts, numbers and truth values: they serialize.
        serde_json::to_vec(&self.to_stored(None)).unwrap_or_default()
    }

    fn to_stored(&self, mac: Option<&str>) -> StoredRequest {
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers = self.headers.iter();
        let mut headers: Vec<_> = headers
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect();
        // A map of headers has no order of its own.
        headers.sort();
        StoredRequest {
            id: self.id().to_owned(),
            method: self.method.to_string(),
            target: self.target().to_owned(),
            body: self.body.as_deref().map(encode_base64),
            content_type: self.content_type().map(str::to_owned),
            headers,
            mchid: self.mchid.to_string(),
            key_id: self.key_id().map(str::to_owned),
            options: self.options,
            mac: mac.map(str::to_owned),
        }
    }
}

impl fmt::Debug for FrozenRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrozenRequest")
            .field("id", &self.id())
            .field("method", &self.method)
            .field("path", &self.uri.path())
            .field("body", &format_args!("{} bytes", self.body().len()))
            .field("mchid", &self.mchid)
            .field("key_id", &self.key_id)
            .finish_non_exhaustive()
    }
}

impl Id {
    fn generate() -> Result<Self, SigningError> {
        let digits = crypto::nonce_digits().map_err(SigningError::from)?;
        Ok(Self::Fresh(digits))
    }
}

/// As it is written down.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRequest {
    id: String,
    method: String,
    target: String,
    /// Base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    headers: Vec<(String, String)>,
    mchid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    key_id: Option<String>,
    #[serde(default, deserialize_with = "json::object")]
    options: EndpointOptions,
    #[serde(skip_serializing_if = "Option::is_none")]
    mac: Option<String>,
}

impl Serialize for FrozenRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.mac {
            Mac::Computed(mac) | Mac::Read(mac) => self.to_stored(Some(mac)).serialize(serializer),
            Mac::Missing => Err(ser::Error::custom(
                "the signer made no MAC for this request: it can be repeated, but not written",
            )),
        }
    }
}

impl<'de> Deserialize<'de> for FrozenRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Object(stored) = Object::<StoredRequest>::deserialize(deserializer)?;
        stored.into_request().map_err(de::Error::custom)
    }
}

impl StoredRequest {
    fn into_request(self) -> Result<FrozenRequest, &'static str> {
        let uri = Uri::try_from(self.target).map_err(|_| "`target` is not a path and query")?;
        if uri.authority().is_some() || !uri.path().starts_with('/') {
            return Err("`target` is not a path and query");
        }
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers {
            let name = HeaderName::try_from(name).map_err(|_| "not a header name")?;
            let value = HeaderValue::try_from(value).map_err(|_| "not a header value")?;
            let appended = headers.try_append(name, value);
            appended.map_err(|_| "too many headers")?;
        }
        let not_base64 = "`body` is not base64";
        let body = self
            .body
            .map(|body| decode_base64(body.as_bytes()).ok_or(not_base64));
        let method = self
            .method
            .parse()
            .map_err(|_| "`method` is not a method")?;
        Ok(FrozenRequest {
            id: Some(Id::Read(self.id.into())),
            method,
            uri,
            body: body.transpose()?.map(Bytes::from),
            headers,
            file: None,
            mchid: self.mchid.into(),
            key_id: self.key_id.map(Arc::from),
            options: self.options,
            mac: Mac::Read(self.mac.ok_or("`mac` is missing")?.into()),
        })
    }
}
