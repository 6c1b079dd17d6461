//! Notifications (回调通知): verified, decrypted with the APIv3 key, typed.
//!
//! [`Notifications`] works with any web framework: it takes the header pairs and the bytes of the body.
//! A client is only needed for platform certificates that download themselves.
//!
//! ```
//! # use wechatpay_client::{ApiV3Key, Verifier, notification::{Notifications, NotificationReply}};
//! # #[derive(serde::Deserialize)] struct Transaction { out_trade_no: String }
//! fn paid(notifications: &Notifications, headers: &hyper::HeaderMap, body: &[u8]) -> NotificationReply {
//!     let notification = match notifications.open(headers, body) {
//!         Ok(notification) => notification,
//!         Err(error) => return error.reply(),
//!     };
//!     match notification.resource::<Transaction>() {
//!         // Note `notification.id()` first: the same one may come again.
//!         Ok(transaction) => NotificationReply::success(),
//!         Err(error) => error.reply(),
//!     }
//! }
//! ```
//!
//! Answer within five seconds. A notification that is not answered with success comes again, up to
//! fifteen times in a day; one that never comes is no result: query the order.

#[cfg(feature = "axum")]
mod axum;
mod error;
mod event_type;
mod keys;
mod reply;

use std::{fmt, sync::Arc};

use hyper::{
    HeaderMap,
    body::Bytes,
    header::{CONTENT_ENCODING, HeaderName, HeaderValue},
};
use serde::{Deserialize, de::DeserializeOwned};
use zeroize::Zeroizing;

#[cfg(feature = "axum")]
pub use axum::ChooseNotifications;
pub use error::{NotificationError, NotificationErrorKind};
pub use event_type::EventType;
pub use reply::NotificationReply;

use crate::{
    api_v3_key::ApiV3Key,
    client::Client,
    clock::unix_now,
    config_error::{ConfigError, ConfigErrorKind},
    crypto::{OpenError, Sealed},
    json,
    sign::Merchant,
    verify::{CertificatesError, Holders, PlatformCertificates, Verified, Verifier, excerpt},
};
use keys::Keys;

/// The largest body that is taken unless told otherwise: 1 MiB.
const BODY_LIMIT: usize = 1 << 20;

/// Opens notifications: with the keys of WeChat Pay that are trusted, and the APIv3 keys.
///
/// Serves direct merchants and service providers alike. A clone is cheap and shares all of it.
///
/// Platform certificates (微信支付平台证书) need a client that downloads them:
/// [`Client::notifications`], or [`Notifications::downloading`] in a process that makes no calls; for
/// several merchants [`Notifications::for_clients`]. Download them at the start by [`Client::refresh_certificates`]. Otherwise the first notification starts the
/// download, is refused with 401, and comes again.
#[derive(Clone, Debug)]
pub struct Notifications {
    verifier: Verifier,
    keys: Keys,
    body_limit: usize,
    /// Kept alive, since they download the certificates of the verifier.
    _clients: Arc<[Client]>,
}

impl Notifications {
    /// Trusts the keys of `verifier`, and decrypts with `key`.
    ///
    /// If `verifier` is a set of merchants, `key` is tried for each of them. Use
    /// [`for_clients`](Self::for_clients), so that each APIv3 key is tried for its own merchant only.
    ///
    /// # Errors
    ///
    /// [`ConfigErrorKind::CertificatesWithoutClient`] if the verifier has [`PlatformCertificates`] that hold
    /// nothing, and no living client downloads them: they would verify no notification, whatever other keys
    /// the verifier has. [`ConfigErrorKind::KeyOfNoMerchant`] for a set of merchants to which a key was added, and
    /// [`ConfigErrorKind::BrandOfSeveralMerchants`] for a set on which [`Verifier::brand`] was called.
    pub fn new(verifier: Verifier, key: ApiV3Key) -> Result<Self, ConfigError> {
        verifier.check_set()?;
        if verifier.all_downloaded().any(|it| it.will_stay_empty()) {
            return Err(ConfigErrorKind::CertificatesWithoutClient.into());
        }
        Ok(Self::of(verifier, key))
    }

    /// Downloads the platform certificates of `merchant` when a notification needs them: for a process that
    /// makes no calls. `key` is the merchant's APIv3 key. No network call is made yet, and no tokio runtime
    /// is needed.
    ///
    /// The client that downloads has the settings of [`Client::builder`]; for others build the client and
    /// use [`Client::notifications`].
    ///
    /// # Errors
    ///
    /// Those of [`ClientBuilder::build`](crate::ClientBuilder::build).
    pub fn downloading(merchant: Merchant, key: ApiV3Key) -> Result<Self, ConfigError> {
        let certificates = PlatformCertificates::downloading(key.clone());
        let client = Client::builder(merchant, Verifier::new(certificates)).build()?;
        Ok(client.notifications(key))
    }

    /// Opens the notifications of several merchants (商户) behind one URL: with the keys that the client of
    /// each merchant trusts, and the APIv3 key of each. [`Notification::mchid`] says whose a notification is.
    ///
    /// A notification is decrypted with the APIv3 keys of those merchants only that trust the key which signed
    /// the notification.
    ///
    /// Keeps the clients alive, so that platform certificates which download themselves are downloaded for
    /// notifications too. A process that makes no calls builds the clients only for this.
    ///
    /// ```
    /// # use wechatpay_client::{ApiV3Key, Client, Merchant, PlatformCertificates, Result, Verifier};
    /// # use wechatpay_client::notification::Notifications;
    /// fn one_url(merchants: Vec<(Merchant, ApiV3Key)>) -> Result<Notifications> {
    ///     let mut clients = Vec::new();
    ///     for (merchant, key) in merchants {
    ///         let certificates = PlatformCertificates::downloading(key.clone()); // of this merchant only
    ///         clients.push((Client::builder(merchant, Verifier::new(certificates)).build()?, key));
    ///     }
    ///     Notifications::for_clients(clients)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ConfigErrorKind::NoMerchants`]; [`ConfigErrorKind::MerchantTwice`] for two clients of one merchant.
    pub fn for_clients(
        clients: impl IntoIterator<Item = (Client, ApiV3Key)>,
    ) -> Result<Self, ConfigError> {
        let (clients, keys): (Vec<_>, Vec<_>) = clients.into_iter().unzip();
        let trusted: Vec<_> = clients.iter().map(Client::trusted).collect();
        let mchids = trusted.iter().map(|(mchid, _)| mchid.clone());
        let keys = Keys::of_merchants(mchids.zip(keys));
        let verifier = Verifier::for_merchants(trusted)?;
        Ok(Self::with_keys(verifier, keys).keeping(clients))
    }

    pub(crate) fn of(verifier: Verifier, key: ApiV3Key) -> Self {
        Self::with_keys(verifier, Keys::of_any(key))
    }

    fn with_keys(verifier: Verifier, keys: Keys) -> Self {
        Self {
            verifier,
            keys,
            body_limit: BODY_LIMIT,
            _clients: Arc::default(),
        }
    }

    /// Keeps alive the clients that download certificates.
    pub(crate) fn keeping(self, clients: impl Into<Arc<[Client]>>) -> Self {
        Self {
            _clients: clients.into(),
            ..self
        }
    }

    /// Tries one more APIv3 key for every notification, whoever the merchant is: while a key is changed, or for
    /// a further merchant behind the same URL.
    #[must_use]
    pub fn and_key(mut self, key: ApiV3Key) -> Self {
        self.keys = self.keys.and(key);
        self
    }

    /// The largest body that is taken, in bytes. Default: 1 MiB.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Why the last download of platform certificates failed or does not end: for a log beside a
    /// notification that is refused for an unknown serial number.
    ///
    /// For several merchants the failure of the first one whose download failed, which need not be the merchant
    /// of that notification: [`PlatformCertificates::last_failure`] is that of one merchant.
    #[must_use]
    pub fn last_failure(&self) -> Option<CertificatesError> {
        let mut certificates = self.verifier.all_downloaded();
        certificates.find_map(PlatformCertificates::last_failure)
    }

    /// Opens a notification that has just come.
    ///
    /// `headers` are pairs of name and value, such as a `&http::HeaderMap` of any version gives;
    /// names in any case. `body` is the body as received: a framework that parses and prints it
    /// anew breaks its signature.
    ///
    /// # Errors
    ///
    /// [`NotificationError`] with the exact [`NotificationErrorKind`]; its
    /// [`reply`](NotificationError::reply) is the answer to give.
    pub fn open<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Result<Notification, NotificationError> {
        self.open_at(headers, body, unix_now())
    }

    /// [`open`](Self::open) by a clock that reads `now` (Unix seconds).
    ///
    /// # Errors
    ///
    /// As there.
    pub fn open_at<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
        now: u64,
    ) -> Result<Notification, NotificationError> {
        if body.len() > self.body_limit {
            let limit = self.body_limit;
            return Err(NotificationErrorKind::BodyTooLarge { limit }.into());
        }
        let headers = signature_headers(headers);
        let body = Bytes::copy_from_slice(body);
        let (verified, holders) = self
            .verifier
            .verify_notification(headers, body, now)
            .map_err(|(reason, received)| NotificationError::unverified(reason, received))?;
        self.decrypt(&verified, &holders)
    }

    /// Only what was verified is parsed, and only what was parsed is opened.
    fn decrypt(
        &self,
        body: &Verified<Bytes>,
        holders: &Holders,
    ) -> Result<Notification, NotificationError> {
        let envelope: Envelope = json::read(body)
            .map_err(|error| NotificationErrorKind::EnvelopeInvalid(error.to_string()))?;
        let known = |reason| NotificationError::of(reason, &envelope.id, &envelope.event_type);
        let plaintext = self.keys.open(&envelope.resource, holders);
        if let Err(OpenError::Failed) = plaintext {
            // A merchant who trusts this key too may not have downloaded it yet.
            self.verifier.want(body.serial());
        }
        let plaintext = plaintext.map_err(|error| known(error.into()))?;
        if !json::is_object(&plaintext) {
            return Err(known(NotificationErrorKind::PlaintextNotJson));
        }
        Ok(Notification {
            event_type: EventType::from(&*envelope.event_type),
            mchid: holders.only().cloned(),
            serial: body.serial().to_owned(),
            request_id: body.request_id().map(str::to_owned),
            plaintext,
            envelope,
        })
    }
}

/// A notification that WeChat Pay itself sent, opened.
pub struct Notification {
    event_type: EventType,
    mchid: Option<Arc<str>>,
    serial: String,
    request_id: Option<String>,
    envelope: Envelope,
    plaintext: Zeroizing<Vec<u8>>,
}

/// The body as it was verified.
#[derive(Deserialize)]
struct Envelope {
    id: String,
    create_time: Option<String>,
    event_type: String,
    resource_type: Option<String>,
    summary: Option<String>,
    resource: Sealed,
}

impl Notification {
    /// The notification's ID (通知ID), by which a repetition is recognised: the same each time it is sent.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.envelope.id
    }

    /// The merchant number (商户号) of the merchant who trusts the key that signed the notification.
    ///
    /// `None` unless the verifier is a set ([`Verifier::for_merchants`]), and for a key that several
    /// merchants of the set trust.
    #[must_use]
    pub fn mchid(&self) -> Option<&str> {
        self.mchid.as_deref()
    }

    /// What it tells (通知类型).
    #[must_use]
    pub fn event_type(&self) -> &EventType {
        &self.event_type
    }

    /// When it was made (通知创建时间), in RFC 3339.
    #[must_use]
    pub fn create_time(&self) -> Option<&str> {
        self.envelope.create_time.as_deref()
    }

    /// `encrypt-resource` (通知数据类型).
    #[must_use]
    pub fn resource_type(&self) -> Option<&str> {
        self.envelope.resource_type.as_deref()
    }

    /// A summary for people (回调摘要).
    #[must_use]
    pub fn summary(&self) -> Option<&str> {
        self.envelope.summary.as_deref()
    }

    /// What the resource was before encryption (原始类型), such as `transaction`.
    #[must_use]
    pub fn original_type(&self) -> Option<&str> {
        self.envelope.resource.original_type.as_deref()
    }

    /// The serial of the key that verified it.
    #[must_use]
    pub fn serial(&self) -> &str {
        &self.serial
    }

    /// Its `Request-ID`. It is not covered by the signature.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The resource (通知数据), decrypted.
    ///
    /// # Errors
    ///
    /// [`NotificationErrorKind::ResourceMismatch`] if it is not a `T`.
    pub fn resource<T: DeserializeOwned>(&self) -> Result<T, NotificationError> {
        json::read_object(&self.plaintext).map_err(|error| {
            let reason = NotificationErrorKind::ResourceMismatch(error.to_string());
            NotificationError::of(reason, self.id(), &self.envelope.event_type)
        })
    }

    /// The resource as the JSON text that was encrypted. Not for logs.
    #[must_use]
    pub fn plaintext(&self) -> &[u8] {
        &self.plaintext
    }
}

impl fmt::Debug for Notification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("id", &excerpt(self.id().as_bytes()))
            .field("event_type", &excerpt(self.event_type.as_str().as_bytes()))
            .field("mchid", &self.mchid)
            .field("serial", &self.serial)
            .field("request_id", &self.request_id)
            .finish_non_exhaustive()
    }
}

/// Those of the headers that have a part in it. A value that no HTTP header can have is left out:
/// what it belongs to is then missing.
fn signature_headers<N: AsRef<str>, V: AsRef<[u8]>>(
    headers: impl IntoIterator<Item = (N, V)>,
) -> HeaderMap {
    let mut kept = HeaderMap::with_capacity(8);
    for (name, value) in headers {
        let Ok(name) = HeaderName::try_from(name.as_ref()) else {
            continue;
        };
        let concerned = name.as_str().starts_with("wechatpay-")
            || name == "request-id"
            || name == CONTENT_ENCODING;
        if let (true, Ok(value)) = (concerned, HeaderValue::from_bytes(value.as_ref())) {
            // More than a map takes is no notification of WeChat Pay's.
            let _ = kept.try_append(name, value);
        }
    }
    kept
}
