//! A sandbox that is killed under load loses no order, payment, refund or notification that it acknowledged.
//!
//! `WECHATPAY_SANDBOX_KILLS` sets the number of kills, and `WECHATPAY_SANDBOX_SEED` their moments.

use std::{
    collections::BTreeSet,
    env, mem,
    path::Path,
    process::Stdio,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{task::JoinSet, time::sleep};
use wechatpay_client::{Client, Error, ErrorKind};

use crate::{
    process::{Process, command, poll},
    random::Random,
    receiver::{Arrived, Receiver},
    shop::{MCHID, Orders as _, client, notifications, order, pay, post},
};

/// The programs that trade at once.
const TRADERS: u32 = 4;

/// The changes that the sandbox acknowledged: the client has its response of success.
#[derive(Default)]
struct Acknowledged {
    placed: BTreeSet<String>,
    paid: BTreeSet<String>,
    refunded: BTreeSet<String>,
    closed: BTreeSet<String>,
}

impl Acknowledged {
    fn count(&self) -> usize {
        self.placed.len() + self.paid.len() + self.refunded.len() + self.closed.len()
    }

    /// The notifications that the merchant's server must get.
    fn notified(&self) -> Arrived {
        let event = |name: &'static str| move |number: &String| (name.to_owned(), number.clone());
        let paid = self.paid.iter().map(event("TRANSACTION.SUCCESS"));
        paid.chain(self.refunded.iter().map(event("REFUND.SUCCESS")))
            .collect()
    }
}

type Ledger = Arc<Mutex<Acknowledged>>;

/// A program that trades with the sandbox until the sandbox is killed.
#[derive(Clone)]
struct Trader {
    client: Client,
    process: Arc<Process>,
    notify_url: String,
    ledger: Ledger,
    numbers: Arc<AtomicU32>,
}

impl Trader {
    async fn trade(self) {
        while let Some(()) = self.trade_once().await {}
    }

    /// Places an order, and pays, refunds or closes it. `None` if the sandbox was killed.
    async fn trade_once(&self) -> Option<()> {
        let index = self.numbers.fetch_add(1, Ordering::Relaxed);
        let number = format!("KILL{index:08}");
        let body = order(&number, &self.notify_url);
        killed(self.client.place(&body).await)?;
        self.note(|ledger| &mut ledger.placed, &number);
        if index % 4 == 3 {
            let body = json!({ "mchid": MCHID });
            killed(self.client.close(&number, &body).await)?;
            self.note(|ledger| &mut ledger.closed, &number);
            return Some(());
        }
        assert_eq!(pay(&self.process, &number).await.ok()?, 204);
        self.note(|ledger| &mut ledger.paid, &number);
        if index % 4 < 2 {
            killed(self.client.refund(&refund(&number, &self.notify_url)).await)?;
            self.note(|ledger| &mut ledger.refunded, &number);
        }
        Some(())
    }

    fn note(&self, set: impl Fn(&mut Acknowledged) -> &mut BTreeSet<String>, number: &str) {
        set(&mut self.ledger.lock().unwrap()).insert(number.to_owned());
    }
}

/// The refund of an order has the number of the order.
fn refund(number: &str, notify_url: &str) -> Value {
    json!({
        "out_trade_no": number,
        "out_refund_no": number,
        "notify_url": notify_url,
        "amount": { "total": 100, "refund": 40, "currency": "CNY" },
    })
}

/// A response, or `None` without one. A killed sandbox gives no error response and no wrong signature.
fn killed<T>(result: Result<T, Error>) -> Option<T> {
    match result {
        Ok(response) => Some(response),
        Err(error) => match error.kind() {
            ErrorKind::Transport(_) => None,
            _ => panic!("the sandbox refused: {error}"),
        },
    }
}

fn variable(name: &str) -> Option<u64> {
    Some(env::var(name).ok()?.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sandbox_that_is_killed_under_load_loses_nothing() {
    let kills = variable("WECHATPAY_SANDBOX_KILLS").unwrap_or(5);
    let seed = variable("WECHATPAY_SANDBOX_SEED").unwrap_or(20_261_127);
    let mut random = Random::new(seed);
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    kill_starts(folder, &mut random).await;
    Process::start(folder).kill();
    let receiver = Receiver::start(notifications(folder)).await;
    let (ledger, numbers) = (Ledger::default(), Arc::default());
    for _ in 0..kills {
        let process = Arc::new(Process::start(folder));
        let trader = Trader {
            client: client(folder, &process),
            process,
            notify_url: receiver.url.clone(),
            ledger: Arc::clone(&ledger),
            numbers: Arc::clone(&numbers),
        };
        trade_and_kill(trader, &mut random).await;
    }
    let process = Process::start(folder);
    let client = client(folder, &process);
    let acknowledged = mem::take(&mut *ledger.lock().unwrap());
    for number in &acknowledged.placed {
        check_order(&client, &acknowledged, number).await;
    }
    // Past the time of refunds, and past the delays of notifications that a kill interrupted.
    assert_eq!(post(&process, "/sandbox/clock/3600").await.unwrap(), 204);
    let expected = acknowledged.notified();
    poll(
        &format!("notifications are missing (seed {seed})"),
        async || expected.is_subset(&receiver.arrived()).then_some(()),
    )
    .await;
}

/// Kills starts in an empty folder, each after a longer time, until one is ready.
async fn kill_starts(folder: &Path, random: &mut Random) {
    for round in 1.. {
        let mut child = command(folder).stdout(Stdio::null()).spawn().unwrap();
        sleep(Duration::from_millis(round * 20 + random.below(20))).await;
        child.kill().unwrap();
        child.wait().unwrap();
        if folder.join("sandbox.json").exists() {
            return;
        }
    }
}

/// Kills the sandbox in the middle of some more changes.
async fn trade_and_kill(trader: Trader, random: &mut Random) {
    let count = || trader.ledger.lock().unwrap().count();
    let target = count() + 1 + random.below(60) as usize;
    let mut traders = JoinSet::new();
    for _ in 0..TRADERS {
        traders.spawn(trader.clone().trade());
    }
    poll("no trade", async || (count() >= target).then_some(())).await;
    sleep(Duration::from_micros(random.below(3_000))).await;
    trader.process.kill();
    while let Some(traded) = traders.join_next().await {
        traded.unwrap();
    }
}

/// Checks that an order has at least the state that was acknowledged.
async fn check_order(client: &Client, acknowledged: &Acknowledged, number: &str) {
    let order = client.query(number, MCHID).await.unwrap();
    let expected: &[&str] = match number {
        number if acknowledged.refunded.contains(number) => &["REFUND"],
        number if acknowledged.paid.contains(number) => &["SUCCESS", "REFUND"],
        number if acknowledged.closed.contains(number) => &["CLOSED"],
        // The next request was perhaps done, and not acknowledged.
        _ => &["NOTPAY", "SUCCESS", "CLOSED"],
    };
    let state = order["trade_state"].as_str().unwrap();
    assert!(expected.contains(&state), "{number}: {state}");
    if acknowledged.refunded.contains(number) {
        let refund = client.query_refund(number).await.unwrap();
        assert_eq!(refund["amount"]["refund"], 40, "{number}");
    }
}
