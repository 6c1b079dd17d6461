//! HTTP/1.1 against HTTP/2: the same small exchange over TLS on many connections of HTTP/1.1 and on one of HTTP/2, at
//! the round-trip times of real networks. Nothing is signed, since signing is the same in both.

mod line;
mod server;

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use http_body_util::{BodyExt, Full};
use hyper::{Request, StatusCode, Uri, body::Bytes};
use hyper_openssl::client::legacy::HttpsConnector;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::{TokioExecutor, TokioTimer},
};
use load::{Caller, Measured, Result, measure};
use openssl::{
    ssl::{SslConnector, SslMethod},
    x509::X509,
};
use tokio::{sync::Semaphore, task::JoinSet};

use server::{Address, SERVER};

/// Round trips, in milliseconds. The first one has no line in between.
const ROUND_TRIPS: [u64; 4] = [0, 5, 20, 50];

const CONCURRENCIES: [usize; 4] = [1, 16, 64, 256];

const WINDOW: Duration = Duration::from_secs(1);

const ROUNDS: usize = 3;

/// About as long as a real one.
const AUTHORIZATION: &str = concat!(
    "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",nonce_str=\"593BEC0C930BF1AFEB40B4A08C8FB242\",",
    "timestamp=\"1554208460\",serial_no=\"5157F09EFDC096DE15EBE81A47057A7232F1B8E1\",signature=\""
);

/// More than there are calls at once.
const UNLIMITED: usize = 1_000;

/// A protocol, with its limit.
struct Way {
    name: &'static str,
    http2: bool,
    /// The number of calls at once. Others wait for one of these to end.
    limit: usize,
}

/// Without a limit, and with the usual ones: the connections of this library, and the streams of nginx.
const WAYS: [Way; 4] = [
    Way {
        name: "HTTP/1.1",
        http2: false,
        limit: UNLIMITED,
    },
    Way {
        name: "HTTP/1.1, 64 connections",
        http2: false,
        limit: 64,
    },
    Way {
        name: "HTTP/2",
        http2: true,
        limit: UNLIMITED,
    },
    Way {
        name: "HTTP/2, 128 streams",
        http2: true,
        limit: 128,
    },
];

fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() == Some(SERVER) {
        let mut number = || arguments.next().ok_or("a number is missing");
        let (round_trip, streams) = (number()?.parse()?, number()?.parse()?);
        return server::serve(Duration::from_millis(round_trip), streams);
    }
    println!(
        "| round trip, ms | at once | | CPU, µs | calls/s | p50, ms | p99, ms | first calls, ms |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for round_trip in ROUND_TRIPS {
        for concurrency in CONCURRENCIES {
            // A limit that is not reached makes no difference.
            let ways = WAYS.iter();
            for way in ways.filter(|way| way.limit == UNLIMITED || way.limit < concurrency) {
                row(round_trip, concurrency, way)?;
            }
        }
    }
    Ok(())
}

fn row(round_trip: u64, concurrency: usize, way: &Way) -> Result<()> {
    let rounds = (0..ROUNDS).map(|_| round(round_trip, concurrency, way));
    let rounds = rounds.collect::<Result<Vec<_>>>()?;
    let of = |pick: fn(&(Measured, Duration)) -> f64| {
        let mut values: Vec<_> = rounds.iter().map(pick).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    println!(
        "| {round_trip} | {concurrency} | {} | {:.0} | {:.0} | {:.1} | {:.1} | {:.0} |",
        way.name,
        of(|(measured, _)| measured.cpu),
        of(|(measured, _)| measured.throughput),
        of(|(measured, _)| measured.p50 / 1e3),
        of(|(measured, _)| measured.p99 / 1e3),
        of(|(_, first)| first.as_secs_f64() * 1e3),
    );
    Ok(())
}

/// Measures one load against a new server, and the time until as many first calls, made at once, all have their
/// responses.
#[tokio::main]
async fn round(round_trip: u64, concurrency: usize, way: &Way) -> Result<(Measured, Duration)> {
    let server = Process::start(round_trip, way.limit)?;
    let start = Instant::now();
    let cold = Exchange::new(&server.address, way)?;
    let mut first = JoinSet::new();
    for _ in 0..concurrency {
        let caller = cold.clone();
        first.spawn(async move { caller.call().await });
    }
    while let Some(call) = first.join_next().await {
        call??;
    }
    let first = start.elapsed();
    Ok((measure(cold, concurrency, WINDOW).await?, first))
}

#[derive(Clone)]
struct Exchange {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    uri: Uri,
    authorization: String,
    /// A permit for each connection of HTTP/1.1. The server limits the streams of HTTP/2.
    permits: Arc<Semaphore>,
}

impl Exchange {
    fn new(address: &Address, way: &Way) -> Result<Self> {
        let mut tls = SslConnector::builder(SslMethod::tls_client())?;
        tls.set_alpn_protos(if way.http2 {
            b"\x02h2"
        } else {
            b"\x08http/1.1"
        })?;
        tls.set_read_ahead(true);
        tls.cert_store_mut()
            .add_cert(X509::from_pem(address.root.as_bytes())?)?;
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_nodelay(true);
        let connector = HttpsConnector::with_connector(http, tls)?;
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .http2_only(way.http2)
            .build(connector);
        let path = "/v3/pay/transactions/out-trade-no/1217752501201407033233368018";
        Ok(Self {
            client,
            uri: format!("https://127.0.0.1:{}{path}?mchid=1900000109", address.port).parse()?,
            authorization: format!("{AUTHORIZATION}{}\"", "A".repeat(344)),
            permits: Arc::new(Semaphore::new(if way.http2 {
                Semaphore::MAX_PERMITS
            } else {
                way.limit
            })),
        })
    }
}

impl Caller for Exchange {
    async fn call(&self) -> Result<()> {
        let _permit = self.permits.acquire().await?;
        let request = Request::get(self.uri.clone())
            .header("authorization", &self.authorization)
            .header("accept", "application/json")
            .header("user-agent", "http2/1.0")
            .body(Full::default())?;
        let response = self.client.request(request).await?;
        let status = response.status();
        response.into_body().collect().await?;
        match status {
            StatusCode::OK => Ok(()),
            other => Err(other.to_string().into()),
        }
    }
}

/// The server's process, which ends when this value is dropped.
struct Process {
    child: Child,
    address: Address,
}

impl Process {
    fn start(round_trip: u64, streams: usize) -> Result<Self> {
        let mut child = Command::new(env::current_exe()?)
            .args([SERVER, &round_trip.to_string(), &streams.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().ok_or("no stdout")?).read_line(&mut line)?;
        let address = serde_json::from_str(&line)?;
        Ok(Self { child, address })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
