//! Orders a second of the sandbox beside the library's gateway, which checks the same requests and keeps no state.
//! With the argument `memory`, the resident memory of the sandbox over many orders.

mod server;

use std::{
    env,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use load::{Caller, Result, Settings, measure};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use wechatpay_client::{Client, Merchant, Verifier, WechatPayPublicKey, wechatpay_api};

use server::{GATEWAY, Process, SANDBOX};

/// Rounds of each server, interleaved.
const ROUNDS: usize = 9;

const WINDOW: Duration = Duration::from_secs(1);

const CONCURRENCIES: [usize; 2] = [1, 16];

/// The points of the table of memory.
const POINTS: u64 = 10;

/// The orders between two points.
const ORDERS: u64 = 10_000;

#[wechatpay_api]
trait Orders {
    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn place(&self, body: &Value) -> wechatpay_client::Result<Value>;
}

/// A client that places an order of its own in each call.
struct Shop {
    client: Client,
    mchid: String,
    next: AtomicU64,
}

/// The orders a second, and the CPU time of the server for each order in microseconds.
struct Measured {
    throughput: f64,
    cpu: f64,
}

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some(GATEWAY) => server::serve_gateway(),
        Some(SANDBOX) => server::serve_sandbox(),
        Some("memory") => memory(),
        _ => compare(),
    }
}

#[tokio::main]
async fn compare() -> Result<()> {
    println!(
        "| at once | | orders/s | ratio | CPU of the server, µs | ratio |\n|---|---|---|---|---|---|"
    );
    for concurrency in CONCURRENCIES {
        let (mut gateway, mut sandbox) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            gateway.push(round(GATEWAY, concurrency).await?);
            sandbox.push(round(SANDBOX, concurrency).await?);
        }
        row(concurrency, "gateway", &gateway, &gateway);
        row(concurrency, "sandbox", &sandbox, &gateway);
    }
    Ok(())
}

async fn round(role: &str, concurrency: usize) -> Result<Measured> {
    let process = Process::start(role)?;
    let shop = Shop::open(&process.settings, 0)?;
    let before = process.cpu()?;
    let start = Instant::now();
    let measured = measure(shop, concurrency, WINDOW).await?;
    // The server also works for the calls before the measurement, so all of them count.
    let calls = measured.throughput * start.elapsed().as_secs_f64();
    let cpu = (process.cpu()? - before).as_secs_f64() * 1e6 / calls;
    Ok(Measured {
        throughput: measured.throughput,
        cpu,
    })
}

/// The medians, and the medians of the ratios to the gateway within a round, with the least and the most.
fn row(concurrency: usize, name: &str, rounds: &[Measured], beside: &[Measured]) {
    let column = |pick: fn(&Measured) -> f64| {
        let ratios = rounds.iter().zip(beside);
        let ratios = ratios.map(|(round, beside)| pick(round) / pick(beside));
        let (values, ratios) = (sorted(rounds.iter().map(pick)), sorted(ratios));
        let (least, most) = (ratios[0], ratios[ratios.len() - 1]);
        let middle = values.len() / 2;
        format!(
            "{:.0} | {:.2} ({least:.2}–{most:.2})",
            values[middle], ratios[middle]
        )
    };
    let (throughput, cpu) = (column(|round| round.throughput), column(|round| round.cpu));
    println!("| {concurrency} | {name} | {throughput} | {cpu} |");
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

#[tokio::main]
async fn memory() -> Result<()> {
    println!("| orders | resident, MiB | state, MiB |\n|---|---|---|");
    let process = Process::start(SANDBOX)?;
    for point in 0..=POINTS {
        let (resident, state) = (process.resident()? / 1024.0, process.state()? / 1024.0);
        println!("| {} | {resident:.1} | {state:.1} |", point * ORDERS);
        if point < POINTS {
            let shop = Arc::new(Shop::open(&process.settings, point * ORDERS)?);
            place_all(&shop, (point + 1) * ORDERS).await?;
        }
    }
    Ok(())
}

/// Places orders until the next one has this number.
async fn place_all(shop: &Arc<Shop>, end: u64) -> Result<()> {
    let mut tasks = JoinSet::new();
    for _ in 0..16 {
        let shop = Arc::clone(shop);
        tasks.spawn(async move {
            while shop.next.load(Ordering::Relaxed) < end {
                shop.call().await?;
            }
            Result::Ok(())
        });
    }
    while let Some(task) = tasks.join_next().await {
        task??;
    }
    Ok(())
}

impl Shop {
    fn open(settings: &Settings, first: u64) -> Result<Self> {
        let (mchid, serial_no) = (&settings.mchid, &settings.serial_no);
        let merchant = Merchant::new(mchid, serial_no, &settings.private_key)?;
        let key = WechatPayPublicKey::from_pem(&settings.public_key_id, &settings.public_key)?;
        let client = Client::builder(merchant, Verifier::new(key))
            .base_url(&settings.base_url)
            .root_certificates(settings.root.as_str())
            .build()?;
        Ok(Self {
            client,
            mchid: mchid.clone(),
            next: first.into(),
        })
    }
}

impl Caller for Shop {
    async fn call(&self) -> Result<()> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let order = json!({
            "appid": "wxd678efh567hg6787",
            "mchid": self.mchid,
            "description": "Image形象店-深圳腾大-QQ公仔",
            "out_trade_no": format!("{number:012}"),
            "notify_url": "https://www.weixin.qq.com/wxpay/pay.php",
            "amount": { "total": 100, "currency": "CNY" },
        });
        let placed = self.client.place(&order).await?;
        placed["code_url"].as_str().ok_or("no code_url")?;
        Ok(())
    }
}
