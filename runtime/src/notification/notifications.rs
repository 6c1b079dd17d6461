use std::sync::Arc;

use hyper::{
    HeaderMap,
    body::Bytes,
    header::{CONTENT_ENCODING, HeaderName, HeaderValue},
};

use super::{
    Envelope, EventType, Notification, NotificationError, NotificationErrorKind, keys::ApiV3Keys,
};
use crate::{
    api_v3_key::ApiV3Key,
    client::Client,
    clock::unix_now,
    config_error::{ConfigError, ConfigErrorKind},
    crypto::OpenError,
    json,
    sign::Merchant,
    verify::{CertificatesError, Holders, PlatformCertificates, Verified, Verifier},
};

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
    pub(super) verifier: Verifier,
    keys: ApiV3Keys,
    pub(super) body_limit: usize,
    /// Kept alive, since they download the certificates of the verifier.
    _clients: Arc<[Client]>,
}

impl Client {
    /// Opens notifications with the keys of WeChat Pay that this client trusts, and the APIv3 key
    /// (APIv3密钥).
    ///
    /// Keeps the client alive, so that platform certificates are downloaded for notifications too.
    /// [`parse`](Notifications::parse) needs no tokio runtime: such a download is made on one thread for the
    /// whole process, at most four at a time. A call never waits for a download that has not begun.
    #[must_use]
    pub fn notifications(&self, key: ApiV3Key) -> Notifications {
        let (_, verifier) = self.merchant_and_verifier();
        Notifications::new_unchecked(verifier, key).with_clients([self.clone()])
    }
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
    /// [`ConfigErrorKind::BrandOfSeveralMerchants`] for a set on which [`Verifier::for_brand`] was called.
    pub fn new(verifier: Verifier, key: ApiV3Key) -> Result<Self, ConfigError> {
        verifier.check_set()?;
        if verifier
            .all_platform_certificates()
            .any(|certificates| certificates.will_stay_empty())
        {
            return Err(ConfigErrorKind::CertificatesWithoutClient.into());
        }
        Ok(Self::new_unchecked(verifier, key))
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
    /// # use wechatpay_client::{ApiV3Key, Client, Merchant, PlatformCertificates, Verifier};
    /// # use wechatpay_client::{error::ConfigError, notification::Notifications};
    /// fn one_url(merchants: Vec<(Merchant, ApiV3Key)>) -> Result<Notifications, ConfigError> {
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
        let trusted: Vec<_> = clients.iter().map(Client::merchant_and_verifier).collect();
        let mchids = trusted.iter().map(|(mchid, _)| mchid.clone());
        let keys = ApiV3Keys::for_each_merchant(mchids.zip(keys));
        let verifier = Verifier::for_merchants(trusted)?;
        Ok(Self::with_keys(verifier, keys).with_clients(clients))
    }

    pub(crate) fn new_unchecked(verifier: Verifier, key: ApiV3Key) -> Self {
        Self::with_keys(verifier, ApiV3Keys::for_any_merchant(key))
    }

    fn with_keys(verifier: Verifier, keys: ApiV3Keys) -> Self {
        Self {
            verifier,
            keys,
            body_limit: BODY_LIMIT,
            _clients: Arc::default(),
        }
    }

    /// Keeps alive the clients that download certificates.
    fn with_clients(self, clients: impl Into<Arc<[Client]>>) -> Self {
        Self {
            _clients: clients.into(),
            ..self
        }
    }

    /// Tries one more APIv3 key for every notification, whoever the merchant is: while a key is changed, or for
    /// a further merchant behind the same URL.
    #[must_use]
    pub fn with_key(mut self, key: ApiV3Key) -> Self {
        self.keys = self.keys.with_key(key);
        self
    }

    /// The largest body that is taken, in bytes. Default: 1 MiB.
    #[must_use]
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
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
        let mut certificates = self.verifier.all_platform_certificates();
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
    pub fn parse<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Result<Notification, NotificationError> {
        self.parse_at(headers, body, unix_now())
    }

    /// [`parse`](Self::parse) by a clock that reads `now` (Unix seconds).
    ///
    /// # Errors
    ///
    /// As there.
    pub fn parse_at<N: AsRef<str>, V: AsRef<[u8]>>(
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
            .map_err(|(kind, received)| NotificationError::unverified(kind, received))?;
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
        let error =
            |kind| NotificationError::with_envelope(kind, &envelope.id, &envelope.event_type);
        let plaintext = self.keys.decrypt(&envelope.resource, holders);
        if let Err(OpenError::Failed) = plaintext {
            // A merchant who trusts this key too may not have downloaded it yet.
            self.verifier.request_refresh(body.key_id());
        }
        let plaintext = plaintext.map_err(|cause| error(cause.into()))?;
        if !json::is_object(&plaintext) {
            return Err(error(NotificationErrorKind::PlaintextNotJson));
        }
        Ok(Notification {
            event_type: EventType::from(&*envelope.event_type),
            mchid: holders.only().cloned(),
            key_id: body.key_id().to_owned(),
            request_id: body.request_id().map(str::to_owned),
            plaintext,
            envelope,
        })
    }
}

/// Those of the headers that have a part in it. A value that no HTTP header can have is left out:
/// what it belongs to is then missing.
fn signature_headers<N: AsRef<str>, V: AsRef<[u8]>>(
    headers: impl IntoIterator<Item = (N, V)>,
) -> HeaderMap {
    let mut needed = HeaderMap::with_capacity(8);
    for (name, value) in headers {
        let Ok(name) = HeaderName::try_from(name.as_ref()) else {
            continue;
        };
        let is_needed = name.as_str().starts_with("wechatpay-")
            || name == "request-id"
            || name == CONTENT_ENCODING;
        if let (true, Ok(value)) = (is_needed, HeaderValue::from_bytes(value.as_ref())) {
            // More than a map takes is no notification of WeChat Pay's.
            let _ = needed.try_append(name, value);
        }
    }
    needed
}
