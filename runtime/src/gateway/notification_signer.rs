//! The keys of WeChat Pay for notifications: makes the requests of notifications, signed and encrypted.

use std::{fmt, io};

use bytes::Bytes;
use http::{
    Request,
    header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, PRAGMA, USER_AGENT},
};
use openssl::{
    pkey::{PKey, Private},
    rsa::Rsa,
};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::{
    keys::ResponseSigner,
    response,
    scripted_response::{Fault, ScriptedResponse},
};
use crate::{
    api_v3_key::ApiV3Key,
    clock::unix_now,
    crypto::{self, KeyError, KeySubject, OpenSslError, PrivateKey},
    notification::Notifications,
    sign::Scheme,
    verify::{Verifier, WechatPayPublicKey},
};

/// The headers that WeChat Pay sends beside those of the signature.
const HEADERS: [(http::HeaderName, &str); 4] = [
    (USER_AGENT, "Mozilla/4.0"),
    (ACCEPT, "*/*"),
    (PRAGMA, "no-cache"),
    (CONTENT_TYPE, "application/json"),
];

/// Makes notifications as WeChat Pay does, with a test key pair and an APIv3 key (APIv3密钥), for a server that trusts
/// these keys.
///
/// The keys are kept as [`private_key_pem`](Self::private_key_pem), [`key_id`](Self::key_id) and
/// [`api_v3_key_bytes`](Self::api_v3_key_bytes), so that the server under test has the same settings in each run.
///
/// ```
/// use serde_json::json;
/// use wechatpay_client::gateway::NotificationSigner;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let generated = NotificationSigner::generate()?;
/// let signer = NotificationSigner::from_pem(
///     generated.key_id(),
///     generated.private_key_pem(),
///     generated.api_v3_key_bytes(),
/// )?;
/// let order = json!({ "out_trade_no": "1217752501201407033233368018" });
/// let request = signer.notification("TRANSACTION.SUCCESS", "transaction", &order)?;
/// let notification = generated.notifications().parse(request.headers(), request.body())?;
/// assert_eq!(notification.original_type(), Some("transaction"));
/// # Ok(()) }
/// ```
pub struct NotificationSigner {
    signer: ResponseSigner,
    private_key_pem: Zeroizing<String>,
    public_key: WechatPayPublicKey,
    public_key_pem: String,
    api_v3_key: ApiV3Key,
}

impl NotificationSigner {
    /// Generates a key pair, its ID and an APIv3 key.
    ///
    /// # Errors
    ///
    /// OpenSSL fails.
    pub fn generate() -> io::Result<Self> {
        let digits = crypto::nonce().map_err(io::Error::other)?;
        // An ID of WeChat Pay ends in 34 decimal digits.
        let digits: String = digits
            .bytes()
            .map(|digit| (digit % 10).to_string())
            .collect();
        Self::generate_with_id(&format!("PUB_KEY_ID_01{digits}"))
    }

    pub(super) fn generate_with_id(key_id: &str) -> io::Result<Self> {
        let pem = generate_pem().map_err(io::Error::other)?;
        // 32 hexadecimal digits are 32 bytes.
        let api_v3_key = Zeroizing::new(crypto::nonce().map_err(io::Error::other)?);
        Self::from_pem(key_id, &pem, api_v3_key.as_bytes()).map_err(io::Error::other)
    }

    /// Reads the keys of an earlier signer.
    ///
    /// `key_id` begins with `PUB_KEY_ID_`. `private_key` is the private half of the WeChat Pay public key, in PEM.
    ///
    /// # Errors
    ///
    /// A [`KeyError`](crate::error::KeyError) if the ID, the private key or the APIv3 key cannot be used.
    pub fn from_pem(
        key_id: &str,
        private_key: &str,
        api_v3_key: impl AsRef<[u8]>,
    ) -> Result<Self, KeyError> {
        let subject = |kind| KeyError::new(KeySubject::PrivateKey, kind);
        let key = PrivateKey::from_pem(private_key.as_bytes()).map_err(subject)?;
        let public_key_pem = key.public_pem().map_err(subject)?;
        Ok(Self {
            public_key: WechatPayPublicKey::from_pem(key_id, &public_key_pem)?,
            public_key_pem,
            private_key_pem: Zeroizing::new(private_key.to_owned()),
            api_v3_key: ApiV3Key::new(api_v3_key)?,
            signer: ResponseSigner {
                key_id: key_id.to_owned(),
                key,
            },
        })
    }

    /// The ID of the WeChat Pay public key (微信支付公钥ID), in the header `Wechatpay-Serial` of each notification.
    #[must_use]
    pub fn key_id(&self) -> &str {
        &self.signer.key_id
    }

    /// The private key that signs, in PEM: a test key, which WeChat Pay does not have.
    #[must_use]
    pub fn private_key_pem(&self) -> &str {
        &self.private_key_pem
    }

    /// The WeChat Pay public key (微信支付公钥) that verifies the notifications.
    #[must_use]
    pub const fn public_key(&self) -> &WechatPayPublicKey {
        &self.public_key
    }

    /// The WeChat Pay public key in PEM, as in the file `pub_key.pem`.
    #[must_use]
    pub fn public_key_pem(&self) -> &str {
        &self.public_key_pem
    }

    /// The APIv3 key that decrypts the notifications.
    #[must_use]
    pub const fn api_v3_key(&self) -> &ApiV3Key {
        &self.api_v3_key
    }

    /// The 32 bytes of [`api_v3_key`](Self::api_v3_key), for the settings of the server under test.
    #[must_use]
    pub fn api_v3_key_bytes(&self) -> &[u8] {
        self.api_v3_key.as_bytes()
    }

    /// A [`Notifications`] that verifies and decrypts the notifications of this signer.
    #[must_use]
    pub fn notifications(&self) -> Notifications {
        let verifier = Verifier::new(self.public_key.clone());
        Notifications::new_unchecked(verifier, self.api_v3_key.clone())
    }

    /// Makes the request of a notification: [`body`](Self::body), then [`sign`](Self::sign).
    ///
    /// # Errors
    ///
    /// OpenSSL fails.
    pub fn notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> io::Result<Request<Bytes>> {
        self.sign(self.body(event_type, original_type, resource)?)
    }

    /// Makes the body of a notification with a new ID. Encrypts `resource` with the APIv3 key. `original_type` is the
    /// type of the resource, such as `transaction` or `refund`.
    ///
    /// # Errors
    ///
    /// OpenSSL fails.
    pub fn body(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> io::Result<Bytes> {
        self.body_at(unix_now(), event_type, original_type, resource)
    }

    /// Signs a body, at the present time. WeChat Pay sends the same body with a new signature in each attempt.
    ///
    /// # Errors
    ///
    /// OpenSSL fails.
    pub fn sign(&self, body: impl Into<Bytes>) -> io::Result<Request<Bytes>> {
        self.sign_at(unix_now(), body.into(), None)
    }

    /// Signs a body with a fault in the signature or the body.
    ///
    /// # Errors
    ///
    /// - [`InvalidInput`](io::ErrorKind::InvalidInput) if the fault drops the connection, or cannot affect the
    ///   notification.
    /// - Another kind if OpenSSL fails.
    pub fn sign_with_fault(
        &self,
        body: impl Into<Bytes>,
        fault: Fault,
    ) -> io::Result<Request<Bytes>> {
        self.sign_at(unix_now(), body.into(), Some(fault))
    }

    pub(super) const fn signer(&self) -> &ResponseSigner {
        &self.signer
    }

    /// Makes a body at `now` (Unix seconds).
    pub(super) fn body_at(
        &self,
        now: u64,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> io::Result<Bytes> {
        let encrypted = self
            .api_v3_key
            .encrypt(resource.to_string().as_bytes(), original_type)
            .map_err(io::Error::other)?;
        let body = json!({
            "id": crypto::nonce().map_err(io::Error::other)?,
            "create_time": crypto::beijing_time(now),
            "resource_type": "encrypt-resource",
            "event_type": event_type,
            "summary": event_type,
            "resource": {
                "original_type": original_type,
                "algorithm": encrypted.algorithm,
                "ciphertext": encrypted.ciphertext,
                "associated_data": encrypted.associated_data,
                "nonce": encrypted.nonce,
            },
        });
        Ok(body.to_string().into())
    }

    /// Signs a body at `now` (Unix seconds).
    pub(super) fn sign_at(
        &self,
        now: u64,
        body: Bytes,
        fault: Option<Fault>,
    ) -> io::Result<Request<Bytes>> {
        sign_by(&self.signer, now, body, fault)
    }
}

impl fmt::Debug for NotificationSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotificationSigner")
            .field("key_id", &self.key_id())
            .finish_non_exhaustive()
    }
}

/// Makes the request of a notification: signs a body with any key of WeChat Pay, at `now` (Unix seconds).
pub(super) fn sign_by(
    signer: &ResponseSigner,
    now: u64,
    body: Bytes,
    fault: Option<Fault>,
) -> io::Result<Request<Bytes>> {
    let body = body_to_sign(body, fault)?;
    let mut headers = HeaderMap::new();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let request_id = response::request_id(0).ok_or_else(no_signature)?;
    headers.insert("request-id", request_id);
    response::sign(&mut headers, signer, Scheme::Merchant, fault, &body, now)
        .ok_or_else(no_signature)?;
    let body = match fault {
        Some(Fault::AlteredBody) => response::altered(&body),
        Some(Fault::TruncatedBody) => body.slice(..body.len() / 2),
        _ => body,
    };
    let mut request = Request::post("/").body(body).map_err(io::Error::other)?;
    *request.headers_mut() = headers;
    Ok(request)
}

/// A new private key, as PKCS#8 in PEM.
fn generate_pem() -> Result<Zeroizing<String>, OpenSslError> {
    let key: PKey<Private> = PKey::from_rsa(Rsa::generate(2048)?)?;
    let pem = Zeroizing::new(key.private_key_to_pem_pkcs8()?);
    // PEM is ASCII.
    Ok(Zeroizing::new(String::from_utf8_lossy(&pem).into_owned()))
}

fn no_signature() -> io::Error {
    io::Error::other("OpenSSL cannot sign")
}

/// The body to sign. Refuses a fault that a notification cannot have.
fn body_to_sign(body: Bytes, fault: Option<Fault>) -> io::Result<Bytes> {
    let refusal = |message: String| io::Error::new(io::ErrorKind::InvalidInput, message);
    let Some(fault) = fault else {
        return Ok(body);
    };
    if matches!(fault, Fault::DropBeforeRead | Fault::DropAfterRead) {
        return Err(refusal(format!(
            "a notification cannot have the fault {fault:?}: use a fault of the signature or the body"
        )));
    }
    let scripted = ScriptedResponse::bytes(200, body).with_fault(fault);
    scripted
        .check_sendable()
        .map_err(|error| refusal(format!("a notification that cannot be made: {error}")))?;
    match fault {
        Fault::OversizeBody { bytes } => Ok(response::padded(&scripted.body, bytes)),
        _ => Ok(scripted.body),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_keys_sign_the_same_notifications() {
        let generated = NotificationSigner::generate().unwrap();
        let kept = NotificationSigner::from_pem(
            generated.key_id(),
            generated.private_key_pem(),
            generated.api_v3_key_bytes(),
        )
        .unwrap();
        assert_eq!(kept.public_key_pem(), generated.public_key_pem());
        let body = kept.body("REFUND.SUCCESS", "refund", &json!({})).unwrap();
        let first = kept.sign(body.clone()).unwrap();
        let second = kept.sign(body).unwrap();
        let parse = |request: &Request<Bytes>| {
            let parsed = generated
                .notifications()
                .parse(request.headers(), request.body());
            parsed.unwrap().id().to_owned()
        };
        assert_eq!(parse(&first), parse(&second));
        let nonce = |request: &Request<Bytes>| request.headers()["wechatpay-nonce"].clone();
        assert_ne!(nonce(&first), nonce(&second));
    }

    #[test]
    fn each_signer_has_its_own_id_and_shows_no_key() {
        let signer = NotificationSigner::generate().unwrap();
        let other = NotificationSigner::generate().unwrap();
        assert_ne!(signer.key_id(), other.key_id());
        assert_eq!(
            format!("{signer:?}"),
            format!("NotificationSigner {{ key_id: {:?}, .. }}", signer.key_id())
        );
    }

    #[test]
    fn keys_that_cannot_be_used_are_refused() {
        let signer = NotificationSigner::generate().unwrap();
        let pem = signer.private_key_pem();
        let key = signer.api_v3_key_bytes();
        assert!(NotificationSigner::from_pem("7132", pem, key).is_err());
        assert!(
            NotificationSigner::from_pem(signer.key_id(), signer.public_key_pem(), key).is_err()
        );
        assert!(NotificationSigner::from_pem(signer.key_id(), pem, "short").is_err());
    }
}
