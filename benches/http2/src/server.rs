//! The server, which speaks the protocol that the client offers, over TLS, at the end of a line.

use std::{
    convert::Infallible,
    io::{self, Read},
    net::Ipv4Addr,
    pin::Pin,
    time::Duration,
};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    service::service_fn,
};
use hyper_openssl::SslStream;
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto,
};
use openssl::{
    asn1::Asn1Time,
    bn::{BigNum, MsbOption},
    ec::{EcGroup, EcKey},
    hash::MessageDigest,
    nid::Nid,
    pkey::PKey,
    ssl::{AlpnError, Ssl, SslAcceptor, SslMethod, select_next_proto},
    x509::{X509, X509Name, extension::SubjectAlternativeName},
};
use serde::{Deserialize, Serialize};
use tokio::{
    net::{TcpListener, TcpStream},
    spawn,
    task::spawn_blocking,
};

use load::Result;

use crate::line;

/// The argument that makes this program the server.
pub const SERVER: &str = "server";

/// The port of the server, and its root certificate.
#[derive(Serialize, Deserialize)]
pub struct Address {
    pub port: u16,
    pub root: String,
}

/// Serves until the other end of stdin is closed, with `streams` calls at once on a connection of HTTP/2.
#[tokio::main]
pub async fn serve(round_trip: Duration, streams: u32) -> Result<()> {
    let (acceptor, root) = tls()?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let mut address = listener.local_addr()?;
    spawn(accept(listener, acceptor, streams));
    if !round_trip.is_zero() {
        let end = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let far = std::mem::replace(&mut address, end.local_addr()?);
        spawn(line::forward(end, far, round_trip));
    }
    let address = Address {
        port: address.port(),
        root,
    };
    println!("{}", serde_json::to_string(&address)?);
    spawn_blocking(|| io::stdin().read_to_end(&mut Vec::new())).await??;
    Ok(())
}

async fn accept(listener: TcpListener, acceptor: SslAcceptor, streams: u32) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let ssl = Ssl::new(acceptor.context())?;
        spawn(connection(stream, ssl, streams));
    }
}

async fn connection(stream: TcpStream, ssl: Ssl, streams: u32) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = SslStream::new(ssl, TokioIo::new(stream))?;
    Pin::new(&mut stream).accept().await?;
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http2().max_concurrent_streams(streams);
    http.serve_connection(stream, service_fn(respond)).await
}

async fn respond(
    request: Request<Incoming>,
) -> std::result::Result<Response<Full<Bytes>>, Infallible> {
    // If a body cannot be read, the client notices.
    let _ = request.into_body().collect().await;
    let mut response = Response::new(Full::from("x".repeat(700)));
    for (name, length) in [
        ("request-id", 50),
        ("wechatpay-nonce", 32),
        ("wechatpay-serial", 40),
        ("wechatpay-signature", 344),
        ("wechatpay-timestamp", 10),
    ] {
        if let Ok(value) = "A".repeat(length).parse() {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

fn tls() -> Result<(SslAcceptor, String)> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
    let key = PKey::from_ec_key(EcKey::generate(&group)?)?;
    let mut name = X509Name::builder()?;
    name.append_entry_by_text("CN", "127.0.0.1")?;
    let name = name.build();
    let mut serial = BigNum::new()?;
    serial.rand(64, MsbOption::ONE, false)?;
    let mut certificate = X509::builder()?;
    certificate.set_version(2)?;
    certificate.set_serial_number(&*serial.to_asn1_integer()?)?;
    certificate.set_subject_name(&name)?;
    certificate.set_issuer_name(&name)?;
    certificate.set_not_before(&*Asn1Time::days_from_now(0)?)?;
    certificate.set_not_after(&*Asn1Time::days_from_now(1)?)?;
    certificate.set_pubkey(&key)?;
    let context = certificate.x509v3_context(None, None);
    let names = SubjectAlternativeName::new()
        .ip("127.0.0.1")
        .build(&context)?;
    certificate.append_extension(names)?;
    certificate.sign(&key, MessageDigest::sha256())?;
    let certificate = certificate.build();
    let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
    acceptor.set_private_key(&key)?;
    acceptor.set_certificate(&certificate)?;
    acceptor.set_alpn_select_callback(|_, offered| {
        select_next_proto(b"\x02h2\x08http/1.1", offered).ok_or(AlpnError::NOACK)
    });
    Ok((acceptor.build(), String::from_utf8(certificate.to_pem()?)?))
}
