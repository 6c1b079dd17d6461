//! The book of orders: gives each request to its product, and makes the notifications.

use std::{error::Error, fmt, io};

use openssl::{base64::encode_block, sha::sha256};
use serde_json::{Map, Value};
use wechatpay_client::gateway::{
    GatewayMerchant, ParamError, ReceivedRequest, ScriptedResponse, sandbox::Handler,
};

use crate::{
    clock::Time,
    notification::{Event, Notification},
    product::PRODUCTS,
    refusal::{self, Refusal, refusal},
    store::{Change, Record as _, Store, StoreError},
    task::Task,
};

const NO_MERCHANT: Refusal = refusal(
    404,
    "NOT_FOUND",
    "the sandbox has no merchant with this number",
    0,
);

/// The orders of all merchants, and what follows from them.
pub(crate) struct Book {
    store: Store,
    /// Has the keys of sensitive fields.
    handler: Handler,
    /// The merchants and service providers, which get notifications.
    merchants: Vec<GatewayMerchant>,
}

/// A change that was not made.
#[derive(Debug)]
#[non_exhaustive]
pub enum BookError {
    /// A parameter of the request is wrong.
    Parameter(ParamError),
    /// A business rule forbids the change.
    Refused(Refusal),
    /// The state cannot be read or written now.
    Store(StoreError),
    /// OpenSSL cannot encrypt the notification.
    Notification(io::Error),
}

impl Book {
    pub(crate) const fn new(
        store: Store,
        handler: Handler,
        merchants: Vec<GatewayMerchant>,
    ) -> Self {
        Self {
            store,
            handler,
            merchants,
        }
    }

    /// Decrypts a sensitive field (敏感信息) of a request.
    pub(crate) fn decrypt(&self, request: &ReceivedRequest, ciphertext: &str) -> Option<String> {
        self.handler.decrypt(request, ciphertext)
    }

    /// Replaces the ciphertexts of these members by digests of their texts. A text has another ciphertext in each
    /// request, so that ciphertexts do not show if a request is repeated with the same parameters. Removes a member whose
    /// text is empty: an encrypted empty text counts as missing, as a plain one does.
    pub(crate) fn digest(
        &self,
        request: &ReceivedRequest,
        members: Option<&mut Map<String, Value>>,
        names: &[&str],
    ) {
        let Some(members) = members else { return };
        members.retain(|name, value| {
            let ciphertext = value.as_str().filter(|_| names.contains(&name.as_str()));
            let text = ciphertext.and_then(|ciphertext| self.decrypt(request, ciphertext));
            if let Some(text) = &text {
                *value = encode_block(&sha256(text.as_bytes())).into();
            }
            text.is_none_or(|text| !text.trim().is_empty())
        });
    }

    /// Encrypts a sensitive field of the response to a request. `None` if OpenSSL fails.
    pub(crate) fn encrypt(&self, request: &ReceivedRequest, plaintext: &str) -> Option<String> {
        self.handler.encrypt(request, plaintext).ok()
    }

    /// The keys of a merchant or service provider.
    pub(crate) fn merchant(&self, mchid: &str) -> Option<&GatewayMerchant> {
        let mut merchants = self.merchants.iter();
        merchants.find(|merchant| merchant.merchant().mchid() == mchid)
    }

    /// Checks that the sandbox's user names a merchant or service provider that there is.
    pub(crate) fn check_merchant(&self, mchid: &str) -> Result<(), Refusal> {
        self.merchant(mchid).map(|_| ()).ok_or(NO_MERCHANT)
    }

    /// The response to a checked request of `sender`. `None` if the book does not know the operation.
    pub(crate) async fn respond(
        &self,
        sender: &str,
        request: &ReceivedRequest,
        now: Time,
    ) -> Option<ScriptedResponse> {
        let mut products = PRODUCTS.iter();
        let response = products.find_map(|begin| begin(self, sender, request, now))?;
        Some(response.await.unwrap_or_else(Into::into))
    }

    /// Begins a change. Another change waits until this one is committed or dropped.
    pub(crate) async fn begin(&self) -> Result<Change, StoreError> {
        self.store.begin().await
    }

    /// Makes the notification of an event, and schedules its first attempt.
    pub(crate) async fn notify(
        &self,
        change: &mut Change,
        event: Event<'_>,
        now: Time,
    ) -> Result<(), BookError> {
        let (Some(url), Some(merchant)) = (event.url, self.merchant(event.owner)) else {
            return Ok(());
        };
        let notification = Notification::new(merchant, url, &event, now)?;
        change.put(&notification).await?;
        let (owner, id) = (event.owner.to_owned(), notification.id().to_owned());
        Ok(change.schedule(now, &Task::Notify { owner, id }).await?)
    }
}

impl From<ParamError> for BookError {
    fn from(error: ParamError) -> Self {
        Self::Parameter(error)
    }
}

impl From<Refusal> for BookError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for BookError {
    fn from(error: io::Error) -> Self {
        Self::Notification(error)
    }
}

impl From<StoreError> for BookError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A state that cannot be changed is a system error of WeChat Pay, after which a client queries.
impl From<BookError> for ScriptedResponse {
    fn from(error: BookError) -> Self {
        match error {
            BookError::Parameter(error) => error.into(),
            BookError::Refused(refusal) => refusal.into(),
            BookError::Store(_) | BookError::Notification(_) => refusal::SYSTEM_ERROR.into(),
        }
    }
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Parameter(error) => error.fmt(f),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Store(error) => error.fmt(f),
            Self::Notification(error) => write!(f, "cannot make the notification: {error}"),
        }
    }
}

impl Error for BookError {}
