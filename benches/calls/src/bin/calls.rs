//! Prints the table of README.md. In each round every client runs in turn, in a process of its own, against a gateway
//! in another process.
//!
//! `calls [rounds [milliseconds]]` gives each client so many milliseconds in each round.
//!
//! For profiles, `calls gateway` prints its settings. `calls client NAME AT_ONCE MILLISECONDS` and `calls count NAME
//! CALLS` (one call at a time) read these settings from stdin.

use std::{
    env,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use calls::{
    clients::{ByHand, declared::Declared, peers, rsa::RsaOnly},
    gateway::{self, Process},
};
use load::{Caller, Measured, Result, Settings, measure};

const BY_HAND: &str = "by hand";
const DECLARED: &str = "wechatpay-client";
const RSA: &str = "RSA only";
const SDK: &str = "wechat-pay-rust-sdk";
const CLIENTS: [&str; 6] = [BY_HAND, DECLARED, RSA, "wxpay-rs", "rswxpay", SDK];

const CONCURRENCIES: [usize; 3] = [1, 16, 64];

const CLIENT: &str = "client";

const COUNT: &str = "count";

fn main() -> Result<()> {
    if gateway::asked_for() {
        return gateway::serve();
    }
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [CLIENT, name, concurrency, window] => {
            let window = Duration::from_millis(window.parse()?);
            client(name, concurrency.parse()?, window)
        }
        [COUNT, name, calls] => count(name, calls.parse()?),
        [] => table(9, "1000"),
        [rounds] => table(rounds.parse()?, "1000"),
        [rounds, window, ..] => table(rounds.parse()?, window),
    }
}

/// Runs one client in this process: reads the settings, and writes the measurement.
#[tokio::main]
async fn client(name: &str, concurrency: usize, window: Duration) -> Result<()> {
    let settings: Settings = serde_json::from_reader(io::stdin())?;
    let measured = match name {
        BY_HAND => measure(ByHand::new(&settings)?, concurrency, window).await?,
        RSA => measure(RsaOnly::new(&settings, concurrency)?, concurrency, window).await?,
        DECLARED => measure(Declared::new(&settings)?, concurrency, window).await?,
        "wxpay-rs" => measure(peers::WxpayRs::new(&settings).await?, concurrency, window).await?,
        "rswxpay" => measure(peers::Rswxpay::new(&settings).await?, concurrency, window).await?,
        other => return Err(unknown(other)),
    };
    Ok(serde_json::to_writer(io::stdout(), &measured)?)
}

/// Makes `calls` calls, one after the other. The difference between two numbers of calls is the cost of calls only.
#[tokio::main(flavor = "current_thread")]
async fn count(name: &str, calls: usize) -> Result<()> {
    let settings: Settings = serde_json::from_reader(io::stdin())?;
    match name {
        BY_HAND => repeat(ByHand::new(&settings)?, calls).await,
        DECLARED => repeat(Declared::new(&settings)?, calls).await,
        other => Err(unknown(other)),
    }
}

fn unknown(name: &str) -> Box<dyn Error + Send + Sync> {
    format!("no such client here: {name}").into()
}

async fn repeat(caller: impl Caller, calls: usize) -> Result<()> {
    for _ in 0..calls {
        caller.call().await?;
    }
    Ok(())
}

fn table(rounds: usize, window: &str) -> Result<()> {
    let peer = build_peer()?;
    for concurrency in CONCURRENCIES {
        let mut all = Vec::new();
        for round in 1..=rounds {
            eprint!("\rconcurrency {concurrency}: round {round} of {rounds} ");
            all.push(self::round(concurrency, window, &peer)?);
        }
        eprintln!();
        print(concurrency, &all);
    }
    Ok(())
}

/// Builds the peer that has to be a program of its own, in the same target directory.
fn build_peer() -> Result<PathBuf> {
    const PACKAGE: &str = "peer-wechat-pay-rust-sdk";
    const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let own = env::current_exe()?;
    let target = own.ancestors().nth(2).ok_or("not in a target directory")?;
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--locked", "-p", PACKAGE])
        .args(["--manifest-path", MANIFEST, "--target-dir"])
        .arg(target)
        .status()?;
    if !built.success() {
        return Err(format!("{PACKAGE} was not built").into());
    }
    Ok(target.join("release").join(PACKAGE))
}

/// Runs every client once, in the order of [`CLIENTS`], against a new gateway.
fn round(concurrency: usize, window: &str, peer: &Path) -> Result<Vec<Measured>> {
    let gateway = Process::start()?;
    let measured = CLIENTS.iter().map(|name| {
        let mut child = program(name, peer, &gateway.settings)?
            .args([CLIENT, name, &concurrency.to_string(), window])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut stdin = child.stdin.take().ok_or("no stdin")?;
        serde_json::to_writer(&stdin, &gateway.settings)?;
        stdin.flush()?;
        drop(stdin);
        let output = child.wait_with_output()?.stdout;
        serde_json::from_slice(&output).map_err(|_| format!("{name} failed").into())
    });
    measured.collect()
}

/// This program, or that of the peer, which reads the root certificate that it trusts from a file.
fn program(name: &str, peer: &Path, settings: &Settings) -> Result<Command> {
    if name != SDK {
        return Ok(Command::new(env::current_exe()?));
    }
    let root = peer.with_extension("pem");
    fs::write(&root, &settings.root)?;
    let mut program = Command::new(peer);
    program.env("SSL_CERT_FILE", root);
    Ok(program)
}

fn print(concurrency: usize, rounds: &[Vec<Measured>]) {
    println!("\nConcurrency {concurrency}\n");
    println!(
        "| client | CPU, µs | CPU | CPU, least | CPU outside RSA | calls/s | p50 | p99 | idle, MiB | peak, MiB | peak |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for (index, name) in CLIENTS.iter().enumerate() {
        let of = |pick: fn(&Measured) -> f64| -> Vec<f64> {
            rounds.iter().map(|round| pick(&round[index])).collect()
        };
        let ratio = |pick: fn(&Measured) -> f64| {
            let ratios = rounds
                .iter()
                .map(|round| pick(&round[index]) / pick(&round[0]));
            spread(ratios.collect())
        };
        // For each round, like all ratios, so that the load of the machine is the same for all clients.
        let outside = rounds.iter().map(|round| {
            let rsa = round[2].cpu;
            (round[index].cpu - rsa) / (round[0].cpu - rsa)
        });
        println!(
            "| {name} | {:.0} | {} | {:.3} | {} | {} | {} | {} | {:.1} | {:.1} | {} |",
            median(of(|measured| measured.cpu)),
            ratio(|measured| measured.cpu),
            least(rounds, index) / least(rounds, 0),
            spread(outside.collect()),
            ratio(|measured| measured.throughput),
            ratio(|measured| measured.p50),
            ratio(|measured| measured.p99),
            median(of(|measured| measured.idle)) / 1024.0,
            median(of(|measured| measured.peak)) / 1024.0,
            ratio(|measured| measured.peak),
        );
    }
}

/// The CPU of the round in which other programs disturbed a client the least.
fn least(rounds: &[Vec<Measured>], index: usize) -> f64 {
    let cpu = rounds.iter().map(|round| round[index].cpu);
    cpu.fold(f64::INFINITY, f64::min)
}

/// The median, with the least and the most.
fn spread(mut values: Vec<f64>) -> String {
    values.sort_by(f64::total_cmp);
    let (least, most) = (values[0], values[values.len() - 1]);
    format!("{:.2} ({least:.2}–{most:.2})", median(values))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
