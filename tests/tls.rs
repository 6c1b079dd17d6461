//! TLS: ciphers that are accepted, sessions that are resumed, and the text of a refused certificate.

use std::{
    error::Error as _,
    io::{Read, Write},
    net::{SocketAddr, TcpListener},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::Rsa,
    ssl::{SslAcceptor, SslAcceptorBuilder, SslMethod, SslVersion},
    x509::{X509, X509Name, extension::SubjectAlternativeName},
};
use serde_json::Value;
use wechatpay_client::{
    Client, ErrorKind, Outcome, Result, Verifier, error::TransportErrorKind, gateway::Gateway,
    wechatpay_api,
};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryOrder {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

const NOT_FOUND: &[u8] =
    b"HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}";

/// A self-signed certificate for 127.0.0.1, with its RSA key.
struct Identity {
    certificate: X509,
    key: PKey<Private>,
}

impl Identity {
    fn generate() -> Self {
        let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
        let mut name = X509Name::builder().unwrap();
        name.append_entry_by_text("CN", "gateway").unwrap();
        let name = name.build();
        let mut certificate = X509::builder().unwrap();
        certificate.set_version(2).unwrap();
        let serial = BigNum::from_u32(1).unwrap().to_asn1_integer().unwrap();
        certificate.set_serial_number(&serial).unwrap();
        certificate.set_subject_name(&name).unwrap();
        certificate.set_issuer_name(&name).unwrap();
        let today = Asn1Time::days_from_now(0).unwrap();
        certificate.set_not_before(&today).unwrap();
        let tomorrow = Asn1Time::days_from_now(1).unwrap();
        certificate.set_not_after(&tomorrow).unwrap();
        certificate.set_pubkey(&key).unwrap();
        let names = SubjectAlternativeName::new()
            .ip("127.0.0.1")
            .build(&certificate.x509v3_context(None, None));
        certificate.append_extension(names.unwrap()).unwrap();
        certificate.sign(&key, MessageDigest::sha256()).unwrap();
        Self {
            certificate: certificate.build(),
            key,
        }
    }

    fn acceptor(&self, configure: impl FnOnce(&mut SslAcceptorBuilder)) -> SslAcceptor {
        let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server()).unwrap();
        acceptor.set_private_key(&self.key).unwrap();
        acceptor.set_certificate(&self.certificate).unwrap();
        configure(&mut acceptor);
        acceptor.build()
    }

    async fn client(&self, address: SocketAddr) -> Client {
        let gateway = Gateway::start().await.unwrap();
        let client = gateway.client().base_url(format!("https://{address}"));
        let client = client.root_certificates(self.certificate.to_pem().unwrap());
        client.max_retries(0).build().unwrap()
    }
}

/// Responds 404 to one request of each connection, with the acceptor of the moment. Before the response, `served`
/// is called with whether the session was resumed.
fn serve(acceptor: Arc<Mutex<SslAcceptor>>, served: impl Fn(bool) + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let acceptor = acceptor.lock().unwrap().clone();
            let Ok(mut stream) = acceptor.accept(stream.unwrap()) else {
                continue;
            };
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                request.push(byte[0]);
            }
            served(stream.ssl().session_reused());
            stream.write_all(NOT_FOUND).unwrap();
            let _ = stream.shutdown();
            // Waits until the client has closed too.
            let _ = stream.read(&mut [0]);
        }
    });
    address
}

#[tokio::test]
async fn tls_1_2_accepts_only_ciphers_with_forward_secrecy_and_aead() {
    let identity = Identity::generate();
    for (ciphers, taken) in [
        ("ECDHE-RSA-AES128-GCM-SHA256", true),
        ("ECDHE-RSA-AES256-GCM-SHA384", true),
        ("ECDHE-RSA-CHACHA20-POLY1305", true),
        ("ECDHE-RSA-AES128-SHA256", false),
        ("ECDHE-RSA-AES256-SHA384", false),
        ("ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA", false),
        ("AES128-GCM-SHA256:AES256-GCM-SHA384", false),
        ("AES128-SHA:AES256-SHA256", false),
        ("DHE-RSA-AES128-GCM-SHA256", false),
    ] {
        let acceptor = identity.acceptor(|acceptor| {
            acceptor
                .set_max_proto_version(Some(SslVersion::TLS1_2))
                .unwrap();
            acceptor.set_cipher_list(ciphers).unwrap();
        });
        let address = serve(Arc::new(Mutex::new(acceptor)), |_| {});
        let error = identity.client(address).await.by_id("1").await.unwrap_err();
        if taken {
            assert_eq!(error.status(), Some(404), "{ciphers}: {error:?}");
            continue;
        }
        let ErrorKind::Transport(failure) = error.kind() else {
            panic!("{ciphers}: {error:?}");
        };
        assert_eq!(failure.kind(), TransportErrorKind::Connect, "{ciphers}");
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        let cause = failure.source().unwrap().to_string();
        assert!(cause.contains("handshake failure"), "{ciphers}: {cause}");
    }
}

/// At first each connection meets a server with other ticket keys, as in a fleet of servers, so that no earlier
/// ticket resumes. Once the server stays, each connection resumes the session of the one before.
#[tokio::test]
async fn the_newest_session_is_resumed() {
    let identity = Identity::generate();
    for version in [SslVersion::TLS1_2, SslVersion::TLS1_3] {
        let acceptor = || {
            identity.acceptor(|acceptor| {
                let version = Some(version);
                acceptor.set_min_proto_version(version).unwrap();
                acceptor.set_max_proto_version(version).unwrap();
                acceptor.set_session_id_context(b"tests").unwrap();
            })
        };
        let current = Arc::new(Mutex::new(acceptor()));
        let resumed = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&resumed);
        let address = serve(Arc::clone(&current), move |is_resumed| {
            counted.fetch_add(usize::from(is_resumed), Ordering::SeqCst);
        });
        let client = identity.client(address).await;
        for _ in 0..20 {
            *current.lock().unwrap() = acceptor();
            let error = client.by_id("1").await.unwrap_err();
            assert_eq!(error.status(), Some(404), "{error:?}");
        }
        assert_eq!(resumed.load(Ordering::SeqCst), 0);
        for expected in 1..=5 {
            let error = client.by_id("1").await.unwrap_err();
            assert_eq!(error.status(), Some(404), "{error:?}");
            assert_eq!(resumed.load(Ordering::SeqCst), expected, "{version:?}");
        }
    }
}

/// By then nobody drives the runtime of the client.
#[test]
fn a_connection_that_is_not_kept_is_closed_with_an_alert() {
    let identity = Identity::generate();
    let acceptor = identity.acceptor(|_| {});
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || {
        let stream = listener.accept().unwrap().0;
        stream
            .set_read_timeout(Some(Duration::from_secs(10)))
            .unwrap();
        let mut stream = acceptor.accept(stream).unwrap();
        assert!(stream.read(&mut [0; 8192]).unwrap() > 0);
        let response =
            "HTTP/1.1 404 Not Found\r\nkeep-alive: timeout=1\r\ncontent-length: 2\r\n\r\n{}";
        stream.write_all(response.as_bytes()).unwrap();
        // Without the alert, this is an error.
        stream.read(&mut [0]).unwrap()
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let client = runtime.block_on(identity.client(address));
    let error = runtime.block_on(client.by_id("1")).unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert_eq!(server.join().unwrap(), 0);
}

/// OpenSSL, its binding and the connector each repeat the text of the error below.
#[tokio::test]
async fn the_text_of_an_untrusted_certificate_is_printed_once() {
    let gateway = Gateway::start().await.unwrap();
    let verifier = Verifier::new(gateway.public_key());
    let client = Client::builder(gateway.merchant(), verifier)
        .base_url(gateway.base_url())
        .build()
        .unwrap();
    let error = client.by_id("1").await.unwrap_err();
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    assert_eq!(
        text.matches("certificate verify failed").count(),
        1,
        "{text}"
    );
    assert!(
        text.contains("unable to get local issuer certificate"),
        "{text}"
    );
}
