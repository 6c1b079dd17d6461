//! Clients of several merchants on the same connections: what they share, and that their keys never mix.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use openssl::{
    base64::{decode_block, encode_block},
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::{Padding, Rsa},
    sign::{Signer, Verifier as SignatureVerifier},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use wechatpay_client::{
    Client, ErrorKind, FrozenRequest, Journal, Merchant, Outcome, Result, Sensitive, Verifier,
    WechatPayPublicKey,
    error::{ConfigErrorKind, JournalError, RequestErrorKind, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const MERCHANTS: usize = 100;

#[derive(Serialize)]
struct Payee {
    out_batch_no: String,
    user_name: Sensitive,
}

#[derive(Deserialize)]
struct Batch {
    mchid: String,
    user_name: Sensitive,
}

#[wechatpay_api(POST "/v3/test/batches", unlisted)]
trait Batches {
    async fn transfer(&self, body: &Payee) -> Result<Batch>;
}

/// A merchant of the test. Its one key pair signs its requests, and also stands for the key of WeChat Pay that
/// only this merchant trusts.
struct Party {
    mchid: String,
    key: PKey<Private>,
}

impl Party {
    fn new(number: usize) -> Self {
        Self {
            mchid: (1_900_000_000 + number).to_string(),
            key: PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap(),
        }
    }

    fn merchant(&self) -> Merchant {
        let pem = String::from_utf8(self.key.private_key_to_pem_pkcs8().unwrap()).unwrap();
        Merchant::new(&self.mchid, format!("AB{}", self.mchid), &pem).unwrap()
    }

    fn key_id(&self) -> String {
        format!("PUB_KEY_ID_{}", self.mchid)
    }

    fn verifier(&self) -> Verifier {
        let pem = String::from_utf8(self.key.public_key_to_pem().unwrap()).unwrap();
        Verifier::new(WechatPayPublicKey::from_pem(self.key_id(), &pem).unwrap())
    }

    fn sign(&self, message: &[u8]) -> String {
        let mut signer = Signer::new(MessageDigest::sha256(), &self.key).unwrap();
        encode_block(&signer.sign_oneshot_to_vec(message).unwrap())
    }

    fn has_signed(&self, message: &[u8], signature: &str) -> bool {
        let mut verifier = SignatureVerifier::new(MessageDigest::sha256(), &self.key).unwrap();
        let signature = decode_block(signature).unwrap();
        verifier.verify_oneshot(&signature, message).unwrap()
    }

    fn encrypt(&self, plaintext: &str) -> String {
        let rsa = self.key.rsa().unwrap();
        let mut ciphertext = vec![0; rsa.size() as usize];
        rsa.public_encrypt(plaintext.as_bytes(), &mut ciphertext, Padding::PKCS1_OAEP)
            .unwrap();
        encode_block(&ciphertext)
    }

    fn decrypt(&self, ciphertext: &str) -> Option<String> {
        let rsa = self.key.rsa().unwrap();
        let mut plaintext = vec![0; rsa.size() as usize];
        let ciphertext = decode_block(ciphertext).ok()?;
        let length = rsa.private_decrypt(&ciphertext, &mut plaintext, Padding::PKCS1_OAEP);
        plaintext.truncate(length.ok()?);
        String::from_utf8(plaintext).ok()
    }
}

/// Generates keys on two threads, since this is what takes the time.
fn parties(count: usize) -> Arc<Vec<Party>> {
    let half =
        move |start| thread::spawn(move || (start..count).step_by(2).map(Party::new).collect());
    let threads: [thread::JoinHandle<Vec<Party>>; 2] = [half(0), half(1)];
    let parties = threads
        .into_iter()
        .flat_map(|thread| thread.join().unwrap());
    Arc::new(parties.collect())
}

/// A server in place of WeChat Pay, with a key of its own for each merchant.
struct Server {
    url: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    /// Signs a response to `parties[n]` with the key of `parties[signer(n)]`.
    async fn start(parties: Arc<Vec<Party>>, signer: fn(usize) -> usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let connections = Arc::new(AtomicUsize::new(0));
        let accepted = Arc::clone(&connections);
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                accepted.fetch_add(1, Ordering::Relaxed);
                let parties = Arc::clone(&parties);
                let service = service_fn(move |request| {
                    let parties = Arc::clone(&parties);
                    async move { Ok::<_, Infallible>(respond(&parties, signer, request).await) }
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { url, connections }
    }
}

async fn respond(
    parties: &[Party],
    signer: fn(usize) -> usize,
    request: Request<Incoming>,
) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let header = |name| head.headers.get(name).unwrap().to_str().unwrap();
    let fields: HashMap<_, _> = header("authorization")
        .strip_prefix("WECHATPAY2-SHA256-RSA2048 ")
        .unwrap()
        .split(',')
        .map(|field| field.split_once('=').unwrap())
        .map(|(name, value)| (name, value.trim_matches('"')))
        .collect();
    let number = parties
        .iter()
        .position(|party| party.mchid == fields["mchid"])
        .unwrap();
    let party = &parties[number];
    let text = std::str::from_utf8(&body).unwrap();
    let (timestamp, nonce) = (fields["timestamp"], fields["nonce_str"]);
    let message = format!("POST\n{}\n{timestamp}\n{nonce}\n{text}\n", head.uri.path());
    let sent: Value = serde_json::from_str(text).unwrap();
    let name = party.decrypt(sent["user_name"].as_str().unwrap());
    let is_right = fields["serial_no"] == format!("AB{}", party.mchid)
        && party.has_signed(message.as_bytes(), fields["signature"])
        && header("wechatpay-serial") == party.key_id()
        && name.as_deref() == Some(&*format!("payee of {}", party.mchid));
    let body = json!({
        "mchid": party.mchid,
        "user_name": party.encrypt(&format!("name for {}", party.mchid)),
    });
    let body = body.to_string();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = now.as_secs().to_string();
    let signing = &parties[signer(number)];
    Response::builder()
        .status(if is_right { 200 } else { 500 })
        .header("Wechatpay-Timestamp", &now)
        .header("Wechatpay-Nonce", "nonce")
        .header("Wechatpay-Serial", signing.key_id())
        .header(
            "Wechatpay-Signature",
            signing.sign(format!("{now}\nnonce\n{body}\n").as_bytes()),
        )
        .body(Full::from(body))
        .unwrap()
}

/// A client for the first party, and clients on the same connections for the others.
fn clients(parties: &[Party], url: &str, connections: usize) -> Vec<Client> {
    let first = Client::builder(parties[0].merchant(), parties[0].verifier())
        .base_url(url)
        .max_connections(connections)
        .build()
        .unwrap();
    let others = parties[1..]
        .iter()
        .map(|party| Client::for_merchant(&first, party.merchant(), party.verifier()).unwrap());
    std::iter::once(first.clone()).chain(others).collect()
}

async fn transfer(client: &Client, mchid: &str, number: usize) -> Result<Batch> {
    let payee = Payee {
        out_batch_no: format!("{mchid}-{number}"),
        user_name: Sensitive::new(format!("payee of {mchid}")),
    };
    client.transfer(&payee).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn interleaved_calls_of_100_merchants_never_mix_keys() {
    let parties = parties(MERCHANTS);
    let server = Server::start(Arc::clone(&parties), |number| number).await;
    let clients = clients(&parties, &server.url, 8);
    let mut calls = tokio::task::JoinSet::new();
    for number in 0..5 {
        for (client, party) in clients.iter().cloned().zip(parties.iter()) {
            let mchid = party.mchid.clone();
            calls.spawn(async move {
                let batch = transfer(&client, &mchid, number).await.unwrap();
                assert_eq!(batch.mchid, mchid);
                assert_eq!(batch.user_name.expose(), format!("name for {mchid}"));
            });
        }
    }
    let results = calls.join_all().await;
    assert_eq!(results.len(), 5 * MERCHANTS);
    let connections = server.connections.load(Ordering::Relaxed);
    assert!((1..=8).contains(&connections), "{connections}");
}

#[tokio::test]
async fn a_response_for_another_merchant_does_not_verify() {
    let parties = parties(3);
    let server = Server::start(Arc::clone(&parties), |number| (number + 1) % 3).await;
    for (number, client) in clients(&parties, &server.url, 8).iter().enumerate() {
        let error = transfer(client, &parties[number].mchid, 0).await;
        let error = error.err().unwrap();
        let ErrorKind::Verify(failure) = error.kind() else {
            panic!("{error:?}");
        };
        let key_id = parties[(number + 1) % 3].key_id();
        assert_eq!(*failure.kind(), VerifyErrorKind::UnknownKeyId { key_id });
        assert_eq!(error.outcome(), Outcome::Unknown);
        // Only the client of the same merchant repeats the request.
        let request = error.frozen_request().unwrap();
        let other = &clients(&parties, &server.url, 8)[(number + 1) % 3];
        let refused = Client::repeat::<Batch>(other, request).await.err().unwrap();
        assert!(
            matches!(refused.kind(), ErrorKind::Request(error) if *error.kind() == RequestErrorKind::OtherMerchant),
            "{refused:?}"
        );
    }
}

/// Keeps the merchant numbers of the requests that were journaled.
#[derive(Clone, Default)]
struct Mchids(Arc<Mutex<Vec<String>>>);

impl Journal for Mchids {
    async fn before(&self, request: &FrozenRequest) -> Result<(), JournalError> {
        self.0.lock().unwrap().push(request.mchid().to_owned());
        Ok(())
    }

    async fn after(&self, _request: &FrozenRequest, _outcome: Outcome) {}
}

#[tokio::test]
async fn a_further_merchant_has_the_settings_of_the_first_client() {
    let parties = parties(2);
    let server = Server::start(Arc::clone(&parties), |number| number).await;
    let journal = Mchids::default();
    let first = Client::builder(parties[0].merchant(), parties[0].verifier())
        .base_url(&server.url)
        .journal(journal.clone())
        .build()
        .unwrap();
    let merchant = parties[1].merchant();
    let second = Client::for_merchant(&first, merchant, parties[1].verifier()).unwrap();
    // The connections outlive the client that opened them.
    transfer(&first, &parties[0].mchid, 0).await.unwrap();
    drop(first);
    transfer(&second, &parties[1].mchid, 0).await.unwrap();
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
    let mchids = journal.0.lock().unwrap().clone();
    assert_eq!(mchids, [&*parties[0].mchid, &*parties[1].mchid]);

    let gateway = Gateway::start().await.unwrap();
    let client = gateway
        .client()
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let same = Client::for_merchant(&client, gateway.merchant(), verifier).unwrap();
    let slow = ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60));
    gateway.respond("POST", "/v3/test/batches", slow);
    let error = transfer(&same, "1", 0).await.err().unwrap();
    assert!(error.is_timeout(), "{error:?}");
}

#[tokio::test]
async fn a_further_merchant_is_checked_as_the_first_was() {
    let gateway = Gateway::start().await.unwrap();
    let certificates = gateway.platform_certificates();
    let client = gateway
        .client_for(gateway.merchant(), Verifier::new(certificates.clone()))
        .build()
        .unwrap();
    let other = &parties(1)[0];
    let refusal = |merchant, verifier| {
        let refused = Client::for_merchant(&client, merchant, verifier);
        refused.err().unwrap().into_kind()
    };
    let mchid = gateway.merchant().mchid().to_owned();
    assert_eq!(
        refusal(other.merchant(), Verifier::new(certificates.clone())),
        ConfigErrorKind::OtherMerchantsCertificates { mchid }
    );
    assert_eq!(
        refusal(gateway.brand_merchant(), Verifier::new(certificates)),
        ConfigErrorKind::BrandCertificates
    );
    let set = Verifier::for_merchants([("1", other.verifier())]).unwrap();
    assert_eq!(
        refusal(other.merchant(), set),
        ConfigErrorKind::SeveralMerchants
    );
}

/// The way of a merchant that changes its key: the client is made with the earlier key, and then renewed.
#[tokio::test]
async fn a_further_merchant_repeats_what_its_earlier_key_froze() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().build().unwrap();
    let verifier = || Verifier::new(gateway.public_key());
    let cut = ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead);
    gateway.respond_once("POST", "/v3/test/batches", cut);
    let error = transfer(&client, "1", 0).await.err().unwrap();
    let stored = serde_json::to_string(error.frozen_request().unwrap()).unwrap();
    let request: FrozenRequest = serde_json::from_str(&stored).unwrap();

    let renewed = gateway.renew_merchant().unwrap();
    let same = Client::for_merchant(&client, gateway.merchant(), verifier()).unwrap();
    Client::renew_merchant(&same, renewed).unwrap();
    let done = ScriptedResponse::ok(json!({ "mchid": "1" }));
    gateway.respond_once("POST", "/v3/test/batches", done);
    let repeated = Client::repeat::<Value>(&same, &request).await.unwrap();
    assert_eq!(repeated["mchid"], "1");
}
