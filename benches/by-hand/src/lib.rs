//! An operation of WeChat Pay, written by hand as for a program that needs only this one: the key is parsed once,
//! connections are kept alive, the request is signed, and the response is verified and decoded.

use std::{
    error::Error,
    fmt::{Display, Write},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use base64::{Engine, engine::general_purpose::STANDARD};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{HeaderMap, Request, body::Bytes, http::request::Builder};
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioTimer},
};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private, Public},
    rand::rand_bytes,
    rsa::Padding,
    sign::{Signer, Verifier},
    ssl::{SslConnector, SslMethod},
    x509::X509,
};
use order::Transaction;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Serialize, de::DeserializeOwned};
use tokio::time::timeout;

pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

const TIMEOUT: Duration = Duration::from_secs(30);

const BODY_LIMIT: usize = 16 << 20;

/// Seconds by which the clocks may be apart.
const WINDOW: u64 = 300;

/// The merchant, and the address and key of WeChat Pay.
pub struct Settings<'a> {
    pub base_url: &'a str,
    /// PEM of a further root certificate.
    pub root: &'a str,
    pub mchid: &'a str,
    pub serial_no: &'a str,
    pub private_key: &'a str,
    pub public_key_id: &'a str,
    pub public_key: &'a str,
}

pub struct HandWritten {
    http: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    base_url: String,
    mchid: String,
    serial_no: String,
    private_key: PKey<Private>,
    public_key_id: String,
    public_key: PKey<Public>,
}

impl HandWritten {
    pub fn new(settings: &Settings<'_>) -> Result<Self> {
        let mut tls = SslConnector::builder(SslMethod::tls_client())?;
        tls.set_alpn_protos(b"\x08http/1.1")?;
        tls.cert_store_mut()
            .add_cert(X509::from_pem(settings.root.as_bytes())?)?;
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        let http = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(7))
            .retry_canceled_requests(false)
            .build(HttpsConnector::with_connector(tcp, tls)?);
        Ok(Self {
            http,
            base_url: settings.base_url.to_owned(),
            mchid: settings.mchid.to_owned(),
            serial_no: settings.serial_no.to_owned(),
            private_key: PKey::private_key_from_pem(settings.private_key.as_bytes())?,
            public_key_id: settings.public_key_id.to_owned(),
            public_key: PKey::public_key_from_pem(settings.public_key.as_bytes())?,
        })
    }

    pub async fn query_order(&self, out_trade_no: &str, mchid: &str) -> Result<Transaction> {
        let target = format!(
            "/v3/pay/transactions/out-trade-no/{}?mchid={}",
            encode(out_trade_no),
            encode(mchid),
        );
        self.get(&target).await
    }

    /// `target` is the path with the query, percent-encoded.
    pub async fn get<T: DeserializeOwned>(&self, target: &str) -> Result<T> {
        let request = self.request("GET", target, "")?.body(Full::default())?;
        self.execute(request).await
    }

    /// Sensitive fields of the body are already encrypted.
    pub async fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T> {
        let body = serde_json::to_string(body)?;
        let request = self
            .request("POST", path, &body)?
            .header("content-type", "application/json")
            .body(body.into())?;
        self.execute(request).await
    }

    fn request(&self, method: &str, target: &str, body: &str) -> Result<Builder> {
        Ok(Request::builder()
            .method(method)
            .uri(format!("{}{target}", self.base_url))
            .header("authorization", self.authorization(method, target, body)?)
            .header("accept", "application/json")
            .header("user-agent", "by-hand/1.0")
            .header("wechatpay-serial", &self.public_key_id))
    }

    async fn execute<T: DeserializeOwned>(&self, request: Request<Full<Bytes>>) -> Result<T> {
        let (head, body) = timeout(TIMEOUT, self.send(request)).await??;
        self.verify(&head.headers, &body)?;
        if !head.status.is_success() {
            return Err(format!("{}: {}", head.status, String::from_utf8_lossy(&body)).into());
        }
        Ok(serde_json::from_slice(&body)?)
    }

    async fn send(
        &self,
        request: Request<Full<Bytes>>,
    ) -> Result<(hyper::http::response::Parts, Bytes)> {
        let (head, body) = self.http.request(request).await?.into_parts();
        let body = Limited::new(body, BODY_LIMIT).collect().await?;
        Ok((head, body.to_bytes()))
    }

    pub fn authorization(&self, method: &str, target: &str, body: &str) -> Result<String> {
        let (timestamp, nonce) = (now()?, nonce()?);
        let message = format!("{method}\n{target}\n{timestamp}\n{nonce}\n{body}\n");
        let signature = self.sign(&message)?;
        let (mchid, serial_no) = (&self.mchid, &self.serial_no);
        Ok(format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{mchid}\",nonce_str=\"{nonce}\",\
             timestamp=\"{timestamp}\",serial_no=\"{serial_no}\",signature=\"{signature}\""
        ))
    }

    /// The signature of a message, in base64.
    pub fn sign(&self, message: &str) -> Result<String> {
        let mut signer = Signer::new(MessageDigest::sha256(), &self.private_key)?;
        Ok(STANDARD.encode(signer.sign_oneshot_to_vec(message.as_bytes())?))
    }

    /// The text of a sensitive field of a request, encrypted and in base64.
    pub fn encrypt(&self, plaintext: &str) -> Result<String> {
        let key = self.public_key.rsa()?;
        let mut ciphertext = vec![0; key.size() as usize];
        key.public_encrypt(plaintext.as_bytes(), &mut ciphertext, Padding::PKCS1_OAEP)?;
        Ok(STANDARD.encode(ciphertext))
    }

    /// The text of a sensitive field of a response.
    pub fn decrypt(&self, ciphertext: &str) -> Result<String> {
        let key = self.private_key.rsa()?;
        let mut plaintext = vec![0; key.size() as usize];
        let ciphertext = STANDARD.decode(ciphertext)?;
        let length = key.private_decrypt(&ciphertext, &mut plaintext, Padding::PKCS1_OAEP)?;
        plaintext.truncate(length);
        Ok(String::from_utf8(plaintext)?)
    }

    pub fn verify(&self, headers: &HeaderMap, body: &[u8]) -> Result<()> {
        let header = |name| headers.get(name).ok_or("the response has no signature");
        let timestamp = header("wechatpay-timestamp")?.to_str()?;
        let nonce = header("wechatpay-nonce")?.to_str()?;
        let signature = STANDARD.decode(header("wechatpay-signature")?)?;
        if header("wechatpay-serial")? != self.public_key_id.as_str() {
            return Err("the response is signed with another key".into());
        }
        if timestamp.parse::<u64>()?.abs_diff(now()?) > WINDOW {
            return Err("the timestamp of the response is too far off".into());
        }
        let mut verifier = Verifier::new(MessageDigest::sha256(), &self.public_key)?;
        verifier.update(format!("{timestamp}\n{nonce}\n").as_bytes())?;
        verifier.update(body)?;
        verifier.update(b"\n")?;
        match verifier.verify(&signature) {
            Ok(true) => Ok(()),
            _ => Err("the signature of the response is wrong".into()),
        }
    }
}

/// A value in a path or a query, percent-encoded.
pub fn encode(value: &str) -> impl Display {
    utf8_percent_encode(value, RESERVED)
}

/// The time in Unix seconds.
pub fn now() -> Result<u64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())
}

/// 32 random characters.
pub fn nonce() -> Result<String> {
    let mut bytes = [0; 16];
    rand_bytes(&mut bytes)?;
    let mut nonce = String::with_capacity(32);
    for byte in bytes {
        write!(nonce, "{byte:02X}")?;
    }
    Ok(nonce)
}
