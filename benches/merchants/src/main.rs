//! The memory and time of clients of many merchants on shared connections, beside a client that has its own TLS
//! context and connections. All keys are parsed before anything is measured.

use std::time::Instant;

use calls::{
    clients::declared::Transactions,
    gateway::{self, Process},
};
use load::{Result, Settings, memory};
use order::OUT_TRADE_NO;
use wechatpay_client::{Client, Merchant, Verifier, WechatPayPublicKey};

/// Clients that share the connections of the first.
const SHARING: usize = 10_000;

/// Clients with their own TLS context and connections. Each costs much more, so fewer are enough.
const SEPARATE: usize = 50;

fn main() -> Result<()> {
    if gateway::asked_for() {
        return gateway::serve();
    }
    let process = Process::start()?;
    println!("| {SEPARATE} + {SHARING} clients | KiB each | µs each |\n|---|---|---|");
    compare(&process.settings)
}

#[tokio::main(flavor = "current_thread")]
async fn compare(settings: &Settings) -> Result<()> {
    let mut separate = parsed(settings, SEPARATE + 1)?;
    let sharing = parsed(settings, SHARING)?;
    // The first client also pays for what OpenSSL and the allocator set up once.
    let (merchant, verifier) = separate.pop().ok_or("no merchant")?;
    let first = client(settings, merchant, verifier)?;
    call(&first, settings).await?;

    let made = Cost::of(separate, |(merchant, verifier)| {
        client(settings, merchant, verifier)
    })?;
    made.cost.print("a client of its own (`Client::builder`)");
    let shared = Cost::of(sharing, |(merchant, verifier)| {
        Ok(Client::for_merchant(&first, merchant, verifier)?)
    })?;
    shared
        .cost
        .print("a further merchant (`Client::for_merchant`)");
    let memory_ratio = shared.cost.kib / made.cost.kib;
    let time_ratio = shared.cost.micros / made.cost.micros;
    println!("| ratio | {memory_ratio:.5} | {time_ratio:.5} |");
    let total = shared.cost.kib * SHARING as f64 / 1024.0;
    println!("\n{SHARING} further merchants: {total:.1} MiB");

    let before = memory("RssAnon")?;
    for client in &shared.clients {
        call(client, settings).await?;
    }
    let after_calls = (memory("RssAnon")? - before) / SHARING as f64;
    println!("after one call of each: {after_calls:.2} KiB more for each merchant");
    Ok(())
}

/// The keys of `count` merchants, parsed one by one, as by a process that reads them from its database.
fn parsed(settings: &Settings, count: usize) -> Result<Vec<(Merchant, Verifier)>> {
    let one = |_| {
        let (mchid, serial_no) = (&settings.mchid, &settings.serial_no);
        let merchant = Merchant::new(mchid, serial_no, &settings.private_key)?;
        let key = WechatPayPublicKey::from_pem(&settings.public_key_id, &settings.public_key)?;
        Ok((merchant, Verifier::new(key)))
    };
    (0..count).map(one).collect()
}

fn client(settings: &Settings, merchant: Merchant, verifier: Verifier) -> Result<Client> {
    let builder = Client::builder(merchant, verifier)
        .base_url(&settings.base_url)
        .root_certificates(settings.root.as_str());
    Ok(builder.build()?)
}

async fn call(client: &Client, settings: &Settings) -> Result<()> {
    let order = client.query_order(OUT_TRADE_NO, &settings.mchid).await?;
    Ok(order::paid(&order.trade_state)?)
}

/// Clients, and the cost of each.
struct Made {
    clients: Vec<Client>,
    cost: Cost,
}

/// The mean cost of one client.
struct Cost {
    kib: f64,
    micros: f64,
}

impl Cost {
    fn of(
        merchants: Vec<(Merchant, Verifier)>,
        make: impl FnMut((Merchant, Verifier)) -> Result<Client>,
    ) -> Result<Made> {
        let count = merchants.len() as f64;
        let mut clients = Vec::with_capacity(merchants.len());
        let before = memory("RssAnon")?;
        let start = Instant::now();
        for client in merchants.into_iter().map(make) {
            clients.push(client?);
        }
        let micros = start.elapsed().as_secs_f64() * 1e6 / count;
        let kib = (memory("RssAnon")? - before) / count;
        let cost = Self { kib, micros };
        Ok(Made { clients, cost })
    }

    fn print(&self, client: &str) {
        println!("| {client} | {:.2} | {:.1} |", self.kib, self.micros);
    }
}
