//! Permits beside a runtime with a paused clock. Such a clock jumps to the next timer whenever its runtime has
//! nothing to do, and so runs ahead of all others.

use std::{
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use wechatpay_client::{
    ErrorKind, Result,
    error::TransportErrorKind,
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryOrder {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

#[test]
fn a_runtime_with_a_paused_clock_takes_no_permit_from_another_runtime() {
    let server = Builder::new_multi_thread().enable_all().build().unwrap();
    let gateway = server.block_on(Gateway::start()).unwrap();
    let slow = ScriptedResponse::ok(json!({ "id": "1" })).with_delay(Duration::from_secs(3));
    gateway.respond("GET", "/v3/pay/transactions/id/{transaction_id}", slow);
    let client = gateway.client().max_connections(1).max_retries(0);
    let client = client.timeout(Duration::from_secs(60)).build().unwrap();
    let running = thread::spawn({
        let client = client.clone();
        move || runtime().block_on(client.by_id("1"))
    });
    let start = Instant::now();
    while gateway.requests().is_empty() {
        assert!(start.elapsed() < Duration::from_secs(30));
        thread::sleep(Duration::from_millis(10));
    }
    let error = runtime().block_on(async {
        tokio::time::pause();
        let patient = client.with_timeout(Duration::from_secs(600));
        patient.by_id("2").await.unwrap_err()
    });
    // By the paused clock, all of the timeout has passed.
    let ErrorKind::Transport(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(running.join().unwrap().unwrap()["id"], "1");
    assert_eq!(gateway.requests().len(), 1);
}
