//! The frozen request: all bytes of a request except the nonce, timestamp and signature, which each attempt
//! adds. The client sends it, errors return it, and journals store it.

use std::{fmt, sync::Arc};

use bytes::Bytes;
use http::{
    HeaderMap, Method, Uri,
    header::{HeaderName, HeaderValue},
    uri::PathAndQuery,
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

/// A request whose bytes are fixed, kept so that you can repeat the request if its outcome is unknown.
///
/// An error whose outcome is [`Outcome::Unknown`](crate::Outcome::Unknown) holds the frozen request
/// ([`Error::frozen_request`](crate::Error::frozen_request)), and a [`Journal`](crate::Journal) receives it.
/// [`Client::repeat`](crate::Client::repeat) sends the very same bytes again with a new signature, as WeChat
/// Pay demands (以原参数重试). There is no other way to obtain a frozen request, so only requests that a client
/// built can be repeated.
///
/// ```
/// use wechatpay_client::FrozenRequest;
///
/// // Store a request, and load it after a restart.
/// fn store(request: &FrozenRequest) -> serde_json::Result<String> {
///     serde_json::to_string(request)
/// }
///
/// fn load(json: &str) -> serde_json::Result<FrozenRequest> {
///     serde_json::from_str(json)
/// }
/// ```
///
/// A serialized request has a MAC, whose key is made with the merchant's private key.
/// [`Client::repeat`](crate::Client::repeat) refuses a request that was altered, so an attacker who can write
/// to the merchant's journal cannot have an altered request signed. If a custom [`Signer`](crate::Signer) refuses to
/// sign the text that the MAC key is made from, the request can be repeated, but does not serialize.
///
/// Sensitive fields (敏感信息) are encrypted in a frozen request. Everything else is in plain text, as sent. So protect
/// a stored request as you protect your orders.
#[derive(Clone)]
pub struct FrozenRequest {
    /// Generated before the request is sent, so that no later failure loses it. A GET has no side effects, so
    /// its ID is generated when the request is handed out.
    id: Option<Id>,
    pub(crate) method: Method,
    /// Path and query, without scheme and host.
    pub(crate) uri: Uri,
    pub(crate) body: Option<Bytes>,
    /// The headers that the operation declares.
    pub(crate) headers: HeaderMap,
    pub(crate) mchid: Arc<str>,
    /// The file of an upload, whose form has `body` as its `meta` part. A request from a journal has no file.
    pub(crate) file: Option<UploadFile>,
    /// The value of `Wechatpay-Serial`: the ID of the key that encrypts sensitive fields.
    pub(crate) key_id: Option<Arc<str>>,
    pub(crate) options: EndpointOptions,
    mac: Mac,
}

#[derive(Clone)]
enum Id {
    /// 32 hexadecimal digits.
    Fresh([u8; 32]),
    /// Any text. The MAC shows if this crate generated the ID.
    Read(Arc<str>),
}

/// The proof that a request was not altered.
#[derive(Clone)]
enum Mac {
    /// The request never left this process. It has no MAC yet, so it cannot be stored.
    Missing,
    /// The request never left this process.
    Computed(Arc<str>),
    /// The request was deserialized and may have been altered.
    Read(Arc<str>),
}

/// The methods of operations. A stored request with another one was altered, and its text must not reach a log.
const METHODS: [Method; 5] = [
    Method::GET,
    Method::POST,
    Method::PUT,
    Method::PATCH,
    Method::DELETE,
];

impl FrozenRequest {
    /// The ID of this request: 32 hexadecimal digits, for your journal. The client never sends it.
    #[must_use]
    pub fn id(&self) -> &str {
        match &self.id {
            // Digits are UTF-8.
            Some(Id::Fresh(digits)) => std::str::from_utf8(digits).unwrap_or_default(),
            Some(Id::Read(id)) => id,
            None => "",
        }
    }

    /// The HTTP method of the request, in capitals.
    #[must_use]
    pub fn method(&self) -> &str {
        self.method.as_str()
    }

    /// The path and query of the request, exactly as on the request line.
    #[must_use]
    pub fn target(&self) -> &str {
        self.uri.path_and_query().map_or("/", PathAndQuery::as_str)
    }

    /// The body of the request, exactly as sent, or empty if there is none. For an upload, the `meta` part of the form.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        self.body.as_deref().unwrap_or_default()
    }

    /// The `Content-Type` of the [`body`](Self::body). `None` if the request has no body.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.body.as_ref().map(|_| "application/json")
    }

    /// The headers of the request that the operation declares, such as `Idempotency-Key`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The merchant number (商户号, `mchid`) of the merchant that signs the request. For a brand, the `brand_id`.
    #[must_use]
    pub fn mchid(&self) -> &str {
        &self.mchid
    }

    /// The ID of the WeChat Pay key that the request names in the header `Wechatpay-Serial`. Sensitive fields of the
    /// request are encrypted with this key.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// True if the client may retry the request when its outcome is unknown: a GET, or an operation declared
    /// `idempotent`.
    pub(crate) fn may_be_retried(&self) -> bool {
        self.method == Method::GET || self.options.idempotent
    }

    /// Freezes a request whose sensitive fields are encrypted under the key `key_id`.
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

    /// A GET that the client makes itself: for platform certificates or a file.
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

    /// Adds an ID if there is none, before the request is handed out.
    pub(crate) fn with_id(self) -> Result<Self, SigningError> {
        let id = self.id.map_or_else(Id::generate, Ok)?;
        Ok(Self {
            id: Some(id),
            ..self
        })
    }

    /// Adds a MAC if there is none, so that the request can be stored.
    pub(crate) async fn with_mac(mut self, merchant: &Merchant) -> Result<Self, SigningError> {
        if matches!(self.mac, Mac::Missing) {
            let mac = merchant.mac(&self.mac_input()).await?;
            self.mac = Mac::Computed(mac.into());
        }
        Ok(self)
    }

    /// True if the request never left this process, or if its MAC is by one of these merchants' keys.
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
                // An earlier key may no longer work; a later one may still match.
                Err(error) => failure = Some(error),
            }
        }
        failure.map_or(Ok(false), Err)
    }

    /// True if the caller can repeat the request. The file of an upload is not kept, and an operation with an
    /// unsigned response is called again instead.
    pub(crate) fn is_repeatable(&self) -> bool {
        self.file.is_none() && !self.options.unsigned
    }

    /// The bytes that the MAC covers.
    fn mac_input(&self) -> Vec<u8> {
        // Strings, numbers and booleans always serialize.
        serde_json::to_vec(&self.to_stored(None)).unwrap_or_default()
    }

    fn to_stored(&self, mac: Option<&str>) -> StoredRequest {
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let headers = self.headers.iter();
        let mut headers: Vec<_> = headers
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect();
        // A `HeaderMap` has no fixed order.
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
        let digits = crypto::nonce_digits().map_err(SigningError::openssl)?;
        Ok(Self::Fresh(digits))
    }
}

/// The serialized form of a request.
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
                "the signer made no MAC for this request: it can be repeated, but not serialized",
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
        let method = METHODS
            .into_iter()
            .find(|method| method.as_str() == self.method)
            .ok_or("`method` is not a method of WeChat Pay's operations")?;
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
