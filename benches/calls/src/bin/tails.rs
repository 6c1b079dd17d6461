//! Delays of other tasks by RSA on the async threads: how late a task wakes that sleeps for a millisecond at a time,
//! while the library makes many calls at once.

use std::{
    env,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use calls::{
    clients::declared::Declared,
    gateway::{self, Process},
};
use load::{Measured, Result, Settings, measure, micros};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private},
    sign::Signer,
};
use tokio::{
    task::{spawn, spawn_blocking},
    time::sleep,
};
use wechatpay_client::{Merchant, error::SignerError};

const ROUNDS: usize = 5;

const WINDOW: Duration = Duration::from_secs(2);

fn main() -> Result<()> {
    if gateway::asked_for() {
        return gateway::serve();
    }
    let rounds = env::args()
        .nth(1)
        .map_or(Ok(ROUNDS), |rounds| rounds.parse())?;
    println!(
        "| concurrency | RSA | CPU, µs | calls/s | p99 of a call, ms | late p50, ms | late p99, ms | latest, ms |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for concurrency in [16, 64] {
        let mut rows = [(); 2].map(|()| Vec::new());
        for _ in 0..rounds {
            let gateway = Process::start()?;
            for (moved, row) in [false, true].into_iter().zip(&mut rows) {
                row.push(run(&gateway.settings, concurrency, moved)?);
            }
        }
        for (name, row) in ["async threads", "moved off"].iter().zip(rows) {
            let of = |pick: fn(&Run) -> f64| median(row.iter().map(pick).collect());
            println!(
                "| {concurrency} | {name} | {:.0} | {:.0} | {:.1} | {:.2} | {:.1} | {:.1} |",
                of(|run| run.measured.cpu),
                of(|run| run.measured.throughput),
                of(|run| run.measured.p99) / 1e3,
                of(|run| run.late(50)),
                of(|run| run.late(99)),
                of(|run| run.late(100)),
            );
        }
    }
    Ok(())
}

struct Run {
    measured: Measured,
    /// Sorted.
    lateness: Vec<Duration>,
}

impl Run {
    /// In milliseconds.
    fn late(&self, percent: usize) -> f64 {
        let last = self.lateness.len().saturating_sub(1);
        let found = self.lateness.get(last * percent / 100);
        found.map_or(f64::NAN, |late| micros(*late) / 1e3)
    }
}

#[tokio::main]
async fn run(settings: &Settings, concurrency: usize, moved: bool) -> Result<Run> {
    let client = if moved {
        let key = PKey::private_key_from_pem(settings.private_key.as_bytes())?;
        let (mchid, serial_no) = (&settings.mchid, &settings.serial_no);
        let merchant = Merchant::with_signer(mchid, serial_no, MovedOff(key))?;
        Declared::signing_as(merchant, settings)?
    } else {
        Declared::new(settings)?
    };
    let over = Arc::new(AtomicBool::new(false));
    let sleeper = spawn(sleeper(Arc::clone(&over)));
    let measured = measure(client, concurrency, WINDOW).await?;
    over.store(true, Ordering::Release);
    let mut lateness = sleeper.await?;
    lateness.sort_unstable();
    Ok(Run { measured, lateness })
}

/// Sleeps until `over`. Returns how late each sleep ended.
async fn sleeper(over: Arc<AtomicBool>) -> Vec<Duration> {
    const NAP: Duration = Duration::from_millis(1);
    let mut lateness = Vec::new();
    while !over.load(Ordering::Acquire) {
        let start = Instant::now();
        sleep(NAP).await;
        lateness.push(start.elapsed().saturating_sub(NAP));
    }
    lateness
}

/// Signs on tokio's threads for blocking work.
struct MovedOff(PKey<Private>);

impl wechatpay_client::Signer for MovedOff {
    async fn sign(&self, message: &[u8]) -> std::result::Result<Vec<u8>, SignerError> {
        let (key, message) = (self.0.clone(), message.to_vec());
        let sign = move || {
            let mut signer = Signer::new(MessageDigest::sha256(), &key)?;
            signer.sign_oneshot_to_vec(&message)
        };
        Ok(spawn_blocking(sign).await??)
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
