//! Allocations of a call on an open connection: by the library, by the hand-written client, and by hyper with TLS
//! only. OpenSSL has its own allocator, which is not counted.

use std::{alloc::System, pin::Pin};

use by_hand::HandWritten;
use calls::{
    clients::{ByHand, declared::Declared},
    gateway::{self, Process},
};
use http_body_util::{BodyExt, Full};
use hyper::{Request, body::Bytes, client::conn::http1};
use hyper_openssl::SslStream;
use hyper_util::rt::TokioIo;
use load::{Caller, Result, Settings};
use openssl::{
    ssl::{SslConnector, SslMethod},
    x509::X509,
};
use order::OUT_TRADE_NO;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tokio::{net::TcpStream, sync::Mutex};

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const CALLS: usize = 200;

fn main() -> Result<()> {
    if gateway::asked_for() {
        return gateway::serve();
    }
    count(&Process::start()?.settings)
}

#[tokio::main(flavor = "current_thread")]
async fn count(settings: &Settings) -> Result<()> {
    let hand = ByHand::new(settings)?;
    let hyper = Hyper::connect(settings, &hand.client).await?;
    println!("| client | allocations a call | bytes a call |\n|---|---|---|");
    row("hyper and TLS only", hyper).await?;
    row("by hand", hand).await?;
    row("wechatpay-client", Declared::new(settings)?).await
}

async fn row(name: &str, caller: impl Caller) -> Result<()> {
    for _ in 0..10 {
        caller.call().await?;
    }
    let region = Region::new(COUNTING);
    for _ in 0..CALLS {
        caller.call().await?;
    }
    let change = region.change();
    let allocations = (change.allocations + change.reallocations) as f64 / CALLS as f64;
    let bytes = change.bytes_allocated as f64 / CALLS as f64;
    println!("| {name} | {allocations:.1} | {bytes:.0} |");
    Ok(())
}

/// A connection, and a request that is signed already.
struct Hyper {
    sender: Mutex<http1::SendRequest<Full<Bytes>>>,
    request: Request<()>,
}

impl Hyper {
    async fn connect(settings: &Settings, signer: &HandWritten) -> Result<Self> {
        let address = settings.base_url.trim_start_matches("https://");
        let mut tls = SslConnector::builder(SslMethod::tls_client())?;
        tls.set_alpn_protos(b"\x08http/1.1")?;
        tls.cert_store_mut()
            .add_cert(X509::from_pem(settings.root.as_bytes())?)?;
        let ssl = tls.build().configure()?.into_ssl("127.0.0.1")?;
        let stream = TcpStream::connect(address).await?;
        let mut stream = SslStream::new(ssl, TokioIo::new(stream))?;
        Pin::new(&mut stream).connect().await?;
        let (sender, connection) = http1::handshake(stream).await?;
        tokio::spawn(connection);
        let path = "/v3/pay/transactions/out-trade-no";
        let target = format!("{path}/{OUT_TRADE_NO}?mchid={}", settings.mchid);
        let request = Request::get(&target)
            .header("host", address)
            .header("authorization", signer.authorization("GET", &target, "")?)
            .header("accept", "application/json")
            .header("user-agent", "by-hand/1.0")
            .header("wechatpay-serial", &settings.public_key_id)
            .body(())?;
        Ok(Self {
            sender: Mutex::new(sender),
            request,
        })
    }
}

impl Caller for Hyper {
    async fn call(&self) -> Result<()> {
        let request = self.request.clone().map(|()| Full::default());
        let mut sender = self.sender.lock().await;
        sender.ready().await?;
        let response = sender.send_request(request).await?;
        response.into_body().collect().await?;
        Ok(())
    }
}
