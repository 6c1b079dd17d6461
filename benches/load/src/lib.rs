//! Settings of the programs that are clients, and the load under which they are measured.

use std::{
    fs,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    time::{Duration, Instant},
};

use cpu_time::ProcessTime;
use serde::{Deserialize, Serialize};
use tokio::{task::JoinSet, time::sleep};

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The settings of a client.
#[derive(Clone, Serialize, Deserialize)]
pub struct Settings {
    pub base_url: String,
    pub root: String,
    pub mchid: String,
    pub serial_no: String,
    pub private_key: String,
    pub public_key_id: String,
    pub public_key: String,
    pub api_v3_key: String,
}

/// A client that many tasks can call at once, again and again.
pub trait Caller: Send + Sync + 'static {
    fn call(&self) -> impl Future<Output = Result<()>> + Send;
}

/// The measurement of one client under one load.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Measured {
    /// CPU time of this process, user and system, in microseconds for each call.
    pub cpu: f64,
    /// Calls a second.
    pub throughput: f64,
    /// Microseconds.
    pub p50: f64,
    /// Microseconds.
    pub p99: f64,
    /// Anonymous memory after the first call, in KiB.
    pub idle: f64,
    /// The most resident memory that the process had, in KiB.
    pub peak: f64,
}

/// Connections are made, and caches filled, before anything is measured.
const WARM_UP: Duration = Duration::from_millis(300);

const WARMING: u8 = 0;
const MEASURING: u8 = 1;
const OVER: u8 = 2;

/// Calls `caller` from `concurrency` tasks at once, and measures this process meanwhile.
pub async fn measure<C: Caller>(
    caller: C,
    concurrency: usize,
    window: Duration,
) -> Result<Measured> {
    caller.call().await?;
    let idle = memory("RssAnon")?;
    let caller = Arc::new(caller);
    let phase = Arc::new(AtomicU8::new(WARMING));
    let mut tasks = JoinSet::new();
    for _ in 0..concurrency {
        tasks.spawn(repeat(Arc::clone(&caller), Arc::clone(&phase)));
    }
    sleep(WARM_UP).await;
    let (cpu, start) = (ProcessTime::now(), Instant::now());
    phase.store(MEASURING, Ordering::Release);
    sleep(window).await;
    phase.store(OVER, Ordering::Release);
    let (cpu, elapsed) = (cpu.elapsed(), start.elapsed());

    let mut latencies = Vec::new();
    while let Some(task) = tasks.join_next().await {
        latencies.extend(task??);
    }
    latencies.sort_unstable();
    let calls = latencies.len();
    let at = |percent: usize| latencies.get(calls * percent / 100).copied();
    let at = |percent| at(percent).ok_or("no call ended during the measurement");
    Ok(Measured {
        cpu: micros(cpu) / calls as f64,
        throughput: calls as f64 / elapsed.as_secs_f64(),
        p50: micros(at(50)?),
        p99: micros(at(99)?),
        idle,
        peak: memory("VmHWM")?,
    })
}

/// Calls again and again. Returns the times of the calls that end during the measurement.
async fn repeat<C: Caller>(caller: Arc<C>, phase: Arc<AtomicU8>) -> Result<Vec<Duration>> {
    let mut latencies = Vec::new();
    loop {
        let start = Instant::now();
        caller.call().await?;
        match phase.load(Ordering::Acquire) {
            WARMING => {}
            MEASURING => latencies.push(start.elapsed()),
            _ => return Ok(latencies),
        }
    }
}

/// A value of `/proc/self/status`, in KiB.
pub fn memory(name: &str) -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    Ok(number.ok_or("no such line in /proc/self/status")?.parse()?)
}

pub fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
