//! Receives notifications: verifies the signature, parses the envelope, decrypts the resource.

use std::{sync::Arc, time::SystemTime};

use bytes::Bytes;
use http::{
    HeaderMap,
    header::{CONTENT_ENCODING, HeaderName, HeaderValue},
};

use super::{
    Envelope, EventType, Notification, NotificationError, NotificationErrorKind, keys::ApiV3Keys,
};
use crate::{
    api_v3_key::ApiV3Key,
    client::Client,
    clock::unix_seconds,
    config_error::{ConfigError, ConfigErrorKind},
    crypto::OpenError,
    json,
    request::sensitive::FieldDecryptor,
    sign::Merchant,
    verify::{CertificatesError, Holders, PlatformCertificates, Verified, Verifier},
};

/// The default of the largest body: 1 MiB.
const BODY_LIMIT: usize = 1 << 20;

/// Verifies notifications with the keys of WeChat Pay, and decrypts them with APIv3 keys (APIv3密钥).
///
/// Works for direct merchants and for service providers. A clone is cheap and shares everything.
///
/// | your process | constructor |
/// |---|---|
/// | has a client | [`for_client`](Self::for_client), with the keys that the client trusts |
/// | has WeChat Pay public keys (微信支付公钥) and no client | [`new`](Self::new) |
/// | uses platform certificates (微信支付平台证书) and makes no calls | [`downloading`](Self::downloading) |
/// | serves several merchants behind one URL | [`for_clients`](Self::for_clients) |
///
/// Platform certificates must be downloaded first: call [`Client::refresh_certificates`] when the process starts.
/// Otherwise the first notification starts the download and is rejected with 401. WeChat Pay sends the notification
/// again later.
///
/// ```
/// use wechatpay_client::{ApiV3Key, Error, Verifier, WechatPayPublicKey, notification::Notifications};
///
/// fn notifications(id: &str, pem: &[u8], api_v3_key: &str) -> Result<Notifications, Error> {
///     let public_key = WechatPayPublicKey::from_pem(id, pem)?;
///     Ok(Notifications::new(Verifier::new(public_key), ApiV3Key::new(api_v3_key)?)?)
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Notifications {
    pub(super) verifier: Verifier,
    keys: ApiV3Keys,
    pub(super) body_limit: usize,
    /// Kept alive because they download the certificates of the verifier. Their private keys decrypt sensitive members.
    clients: Arc<[Client]>,
}

impl Notifications {
    /// Makes a `Notifications` that verifies with `verifier` and decrypts with the APIv3 key `key`.
    ///
    /// If `verifier` is made by [`Verifier::for_merchants`], `key` is tried for each of the merchants. Use
    /// [`for_clients`](Self::for_clients) to try each APIv3 key only for its own merchant.
    ///
    /// # Errors
    ///
    /// - [`ConfigErrorKind::CertificatesWithoutClient`] if the verifier has empty [`PlatformCertificates`] that no
    ///   living client downloads. Such certificates would never verify a notification, so this is an
    ///   error even if the verifier has other keys.
    /// - [`ConfigErrorKind::KeyOfNoMerchant`] if a key was added to a verifier made by [`Verifier::for_merchants`].
    /// - [`ConfigErrorKind::BrandOfSeveralMerchants`] if [`Verifier::for_brand`] was called on such a verifier.
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

    /// Makes a `Notifications` that verifies with the keys that `client` trusts, and decrypts with the APIv3 key `key`
    /// (APIv3密钥).
    ///
    /// Keeps the client alive, which downloads platform certificates for notifications too. [`parse`](Self::parse)
    /// needs no tokio runtime: one thread of the process makes the downloads that notifications request, at most four
    /// at a time. Calls of the client do not wait in that queue.
    #[must_use]
    pub fn for_client(client: &Client, key: ApiV3Key) -> Self {
        let (_, verifier) = client.merchant_and_verifier();
        Self::new_unchecked(verifier, key).with_clients([client.clone()])
    }

    /// Makes a `Notifications` for `merchant`, for a process that makes no calls. `key` is the merchant's APIv3 key.
    ///
    /// If a notification needs a platform certificate that is not downloaded yet, [`parse`](Self::parse) requests the
    /// download and returns an error at once, whose reply is 401. WeChat Pay sends the notification again later.
    /// `downloading` itself sends nothing. Neither it nor the downloads need a tokio runtime.
    ///
    /// The downloads use the default settings of [`Client::builder`]. For other settings, build a client and
    /// call [`for_client`](Self::for_client).
    ///
    /// # Errors
    ///
    /// A [`ConfigError`] of a kind that [`ClientBuilder::build`](crate::ClientBuilder::build) lists.
    pub fn downloading(merchant: Merchant, key: ApiV3Key) -> Result<Self, ConfigError> {
        let certificates = PlatformCertificates::downloading(key.clone());
        let client = Client::builder(merchant, Verifier::new(certificates)).build()?;
        Ok(Self::for_client(&client, key))
    }

    /// Makes a `Notifications` for several merchants (商户) behind one URL. Each merchant has a client, whose trusted
    /// keys verify, and an APIv3 key. [`Notification::mchid`] returns the merchant of a notification.
    ///
    /// An APIv3 key is tried only if its merchant trusts the key that signed the notification.
    ///
    /// Keeps the clients alive, which download platform certificates for notifications too. A process that makes no
    /// calls needs the clients only for these downloads.
    ///
    /// ```
    /// # use wechatpay_client::{ApiV3Key, Client, Merchant, PlatformCertificates, Verifier};
    /// # use wechatpay_client::{error::ConfigError, notification::Notifications};
    /// fn one_url(first: &Client, merchants: Vec<(Merchant, ApiV3Key)>) -> Result<Notifications, ConfigError> {
    ///     let mut clients = Vec::new();
    ///     for (merchant, key) in merchants {
    ///         // Each merchant has its own list of certificates, and all clients share their connections.
    ///         let verifier = Verifier::new(PlatformCertificates::downloading(key.clone()));
    ///         clients.push((Client::for_merchant(first, merchant, verifier)?, key));
    ///     }
    ///     Notifications::for_clients(clients)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// - [`ConfigErrorKind::NoMerchants`] if `clients` is empty.
    /// - [`ConfigErrorKind::MerchantTwice`] if two clients have the same merchant number (`mchid`).
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
            clients: Arc::default(),
        }
    }

    /// Keeps these clients alive, because they download certificates.
    fn with_clients(self, clients: impl Into<Arc<[Client]>>) -> Self {
        Self {
            clients: clients.into(),
            ..self
        }
    }

    /// Adds an APIv3 key that is tried for the notifications of every merchant. Add a key while the merchant changes the
    /// APIv3 key, or for a further merchant behind the same URL.
    #[must_use]
    pub fn with_key(mut self, key: ApiV3Key) -> Self {
        self.keys = self.keys.with_key(key);
        self
    }

    /// Sets the largest body of a notification that [`parse`](Self::parse) accepts, in bytes. The default is 1 MiB.
    #[must_use]
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The error of the last download of platform certificates, if the download failed or does not end. Log this error
    /// beside a notification that is rejected for an unknown key ID.
    ///
    /// With several merchants, the error is that of the first merchant whose download failed, which may not be the
    /// merchant of the notification. [`PlatformCertificates::last_failure`] returns the error of one merchant.
    #[must_use]
    pub fn last_failure(&self) -> Option<CertificatesError> {
        let mut certificates = self.verifier.all_platform_certificates();
        certificates.find_map(PlatformCertificates::last_failure)
    }

    /// Verifies and decrypts a notification. The clock of the machine says if the notification is too old.
    ///
    /// `headers` are pairs of name and value, for example a `&http::HeaderMap` of any version; names may be in any
    /// case. `body` is the received body, byte for byte: a body that was parsed and serialized again does not
    /// verify.
    ///
    /// # Errors
    ///
    /// A [`NotificationError`], whose [`reply`](NotificationError::reply) is the reply to send. The kinds are:
    ///
    /// - [`BodyTooLarge`](NotificationErrorKind::BodyTooLarge) if the body is over the limit;
    /// - [`Unverified`](NotificationErrorKind::Unverified) if the signature does not verify;
    /// - [`EnvelopeInvalid`](NotificationErrorKind::EnvelopeInvalid) if the body is not the JSON of a notification;
    /// - [`UnknownAlgorithm`](NotificationErrorKind::UnknownAlgorithm),
    ///   [`NonceLength`](NotificationErrorKind::NonceLength),
    ///   [`CiphertextNotBase64`](NotificationErrorKind::CiphertextNotBase64),
    ///   [`CiphertextTooShort`](NotificationErrorKind::CiphertextTooShort) or
    ///   [`DecryptFailed`](NotificationErrorKind::DecryptFailed) if the resource cannot be decrypted;
    /// - [`PlaintextNotJson`](NotificationErrorKind::PlaintextNotJson) if the decrypted resource is not a JSON object.
    pub fn parse<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
    ) -> Result<Notification, NotificationError> {
        self.parse_at(headers, body, SystemTime::now())
    }

    /// Verifies and decrypts a notification as [`parse`](Self::parse) does, with the time `now` in place of the
    /// machine's clock.
    ///
    /// # Errors
    ///
    /// A [`NotificationError`] of a kind that [`parse`](Self::parse) lists.
    pub fn parse_at<N: AsRef<str>, V: AsRef<[u8]>>(
        &self,
        headers: impl IntoIterator<Item = (N, V)>,
        body: &[u8],
        now: SystemTime,
    ) -> Result<Notification, NotificationError> {
        #[cfg(feature = "tracing")]
        let start = std::time::Instant::now();
        let notification = self.parse_at_seconds(headers, body, unix_seconds(now));
        #[cfg(feature = "tracing")]
        super::event::emit(start, &notification);
        notification
    }

    fn parse_at_seconds<N: AsRef<str>, V: AsRef<[u8]>>(
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

    /// Parses the envelope and decrypts its resource. Takes only a verified body.
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
            // Another merchant may own the notification and trust this key, but not have downloaded it yet.
            self.verifier.request_refresh(body.key_id());
        }
        let (plaintext, owner) = plaintext.map_err(|cause| error(cause.into()))?;
        let owner = owner.or_else(|| holders.only().map(|mchid| &**mchid));
        if !json::is_object(&plaintext) {
            return Err(error(NotificationErrorKind::PlaintextNotJson));
        }
        Ok(Notification {
            event_type: EventType::from_text(&envelope.event_type),
            mchid: holders.only().cloned(),
            key_id: body.key_id().to_owned(),
            request_id: body.request_id().map(str::to_owned),
            private_keys: self.private_keys(owner),
            plaintext,
            envelope,
        })
    }

    /// The private keys of the merchant that owns a notification.
    fn private_keys(&self, mchid: Option<&str>) -> FieldDecryptor {
        let is_owner = |client: &&Client| mchid == Some(&*Client::mchid_of(client));
        let owner = match &*self.clients {
            [only] => Some(only),
            clients => clients.iter().find(is_owner),
        };
        FieldDecryptor::LocalKeys(owner.map(Client::keys_of).unwrap_or_default())
    }
}

/// The headers that verification and the notification need. Skips a name or value that HTTP does not allow: a
/// needed header is then missing.
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
            // WeChat Pay never sends so many headers that the map is full.
            let _ = needed.try_append(name, value);
        }
    }
    needed
}
