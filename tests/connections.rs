//! Connections: their number, order and lifetime, and what is proven of a request that got none.

use std::{
    collections::HashSet,
    error::Error as _,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use tokio::{task::JoinSet, time::sleep};
use wechatpay_client::{
    Client, Download, Error, ErrorKind, Outcome, Result, Verifier,
    error::{DownloadError, TransportErrorKind},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const PATH: &str = "/v3/pay/transactions/id/{transaction_id}";

#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", without(mchid))]
trait QueryOrder {
    async fn by_id(&self, transaction_id: &str) -> Result<Value>;
}

/// A gateway that responds to each query with the ID of the order.
async fn start() -> Gateway {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond_with("GET", PATH, |request| {
        ScriptedResponse::ok(json!({ "id": request.path().rsplit('/').next() }))
    });
    gateway
}

fn transport_kind(error: &Error) -> TransportErrorKind {
    match error.kind() {
        ErrorKind::Transport(error) => error.kind(),
        other => panic!("not a transport error: {other:?}"),
    }
}

/// The texts of all causes.
fn causes(error: &Error) -> String {
    let mut causes = String::new();
    let mut source = error.source();
    while let Some(cause) = source {
        causes += &format!("{cause}; ");
        source = cause.source();
    }
    causes
}

/// Makes a thousand calls at once, each with its own response. Returns the number of connections made.
async fn a_thousand_calls() -> usize {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..1000 {
        let client = client.clone();
        calls.spawn(async move {
            let id = format!("{number:010}");
            let response = client.by_id(&id).await.unwrap();
            assert_eq!(response["id"], id);
        });
    }
    let mut responded = 0;
    while let Some(call) = calls.join_next().await {
        call.unwrap();
        responded += 1;
    }
    assert_eq!(responded, 1000);
    assert_eq!(gateway.requests().len(), 1000);
    assert!(
        gateway
            .requests()
            .iter()
            .all(|request| request.is_authorized())
    );
    assert!(
        gateway.peak_connections() <= 64,
        "{}",
        gateway.peak_connections()
    );
    gateway.accepted_connections()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_calls_at_once_all_get_their_responses() {
    // Connections are kept, not made for each call.
    assert!(a_thousand_calls().await <= 64);
}

/// The same test in a process that may open 512 files.
#[cfg(unix)]
#[test]
fn a_thousand_calls_at_once_fit_into_512_files() {
    let this = std::env::current_exe().unwrap();
    let script = "ulimit -n 512 && exec \"$0\" --exact connections::a_thousand_calls_at_once_all_get_their_responses";
    let run = Command::new("sh")
        .arg("-c")
        .arg(script)
        .arg(this)
        .output()
        .unwrap();
    let output = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{output}");
    assert!(output.contains("1 passed"), "{output}");
}

#[tokio::test]
async fn calls_one_after_the_other_share_a_connection() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    for _ in 0..20 {
        client.clone().by_id("1").await.unwrap();
    }
    assert_eq!(gateway.accepted_connections(), 1);
}

#[tokio::test]
async fn calls_acquire_permits_in_the_order_in_which_they_came() {
    let gateway = start().await;
    let client = gateway.client().max_connections(1).build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..50 {
        let client = client.clone();
        calls.spawn(async move { client.by_id(&number.to_string()).await.map(drop) });
        // Each call waits for a permit before the next one begins.
        tokio::task::yield_now().await;
    }
    while let Some(call) = calls.join_next().await {
        call.unwrap().unwrap();
    }
    let order: Vec<_> = gateway
        .requests()
        .iter()
        .map(|request| {
            request
                .path()
                .rsplit('/')
                .next()
                .unwrap()
                .parse::<u32>()
                .unwrap()
        })
        .collect();
    assert_eq!(order, (0..50).collect::<Vec<_>>());
    assert_eq!(gateway.accepted_connections(), 1);
}

#[tokio::test]
async fn a_call_that_times_out_before_it_acquires_a_permit_sent_nothing() {
    let gateway = start().await;
    gateway.respond(
        "GET",
        PATH,
        ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(2)),
    );
    let client = gateway.client().max_connections(1).build().unwrap();
    let slow = client.clone();
    let first = tokio::spawn(async move { slow.by_id("first").await });
    sleep(Duration::from_millis(300)).await;
    let hurried = client.with_timeout(Duration::from_millis(200));
    let error = hurried.by_id("second").await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
    assert!(error.is_timeout());
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    first.await.unwrap().unwrap();
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_refused_connection_sent_nothing() {
    let gateway = start().await;
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let client = gateway
        .client()
        .base_url(format!("https://127.0.0.1:{port}"))
        .build()
        .unwrap();
    let error = client.by_id("1").await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Connect);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(!error.is_timeout());
    assert!(error.source().is_some());
}

#[tokio::test]
async fn nothing_is_sent_to_an_untrusted_server() {
    let gateway = start().await;
    // Built without the gateway's root certificate.
    let client = Client::builder(gateway.merchant(), Verifier::new(gateway.public_key()))
        .base_url(gateway.base_url())
        .build()
        .unwrap();
    let error = client.by_id("1").await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Connect);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    let causes = causes(&error);
    assert!(causes.contains("certificate verify failed"), "{causes}");
    assert_eq!(gateway.requests().len(), 0);
}

/// Another loopback address leads to the gateway, whose certificate does not name that address.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn nothing_is_sent_to_a_server_with_another_name() {
    let gateway = start().await;
    let relay = tokio::net::TcpListener::bind("127.0.0.2:0").await.unwrap();
    let elsewhere = format!("https://{}", relay.local_addr().unwrap());
    let address = gateway.base_url().replace("https://", "");
    let relayed = tokio::spawn(async move {
        let (mut from, _) = relay.accept().await.unwrap();
        let mut to = tokio::net::TcpStream::connect(address).await.unwrap();
        let _ = tokio::io::copy_bidirectional(&mut from, &mut to).await;
    });
    let client = gateway.client().base_url(elsewhere).build().unwrap();
    let error = client.by_id("1").await.unwrap_err();
    relayed.await.unwrap();
    assert_eq!(transport_kind(&error), TransportErrorKind::Connect);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    assert!(
        causes(&error).contains("IP address mismatch"),
        "{}",
        causes(&error)
    );
    assert_eq!(gateway.requests().len(), 0);
}

/// A server that accepts one connection for each response, and closes it after the response.
fn raw_server(responses: &'static [&'static str]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for response in responses {
            let (mut stream, _) = listener.accept().unwrap();
            read_head(&mut stream);
            stream.write_all(response.as_bytes()).unwrap();
        }
    });
    url
}

fn read_head(stream: &mut TcpStream) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte).unwrap();
        request.push(byte[0]);
    }
}

const NOT_FOUND: &str = "HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}";

#[tokio::test]
async fn an_idle_connection_that_the_server_closed_is_not_used() {
    let gateway = start().await;
    let url = raw_server(&[NOT_FOUND, NOT_FOUND]);
    let client = gateway.client().base_url(url).build().unwrap();
    assert_eq!(client.by_id("1").await.unwrap_err().status(), Some(404));
    sleep(Duration::from_millis(200)).await;
    assert_eq!(client.by_id("2").await.unwrap_err().status(), Some(404));
}

/// The server responds to the first request of a connection, reads the second one, and closes.
#[tokio::test]
async fn a_request_that_the_server_read_is_never_sent_again() {
    let gateway = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let seen = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&seen);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            for response in [NOT_FOUND, ""] {
                read_head(&mut stream);
                counted.fetch_add(1, Ordering::SeqCst);
                stream.write_all(response.as_bytes()).unwrap();
            }
        }
    });
    let client = gateway.client().base_url(url).max_retries(0);
    let client = client.build().unwrap();
    assert_eq!(client.by_id("1").await.unwrap_err().status(), Some(404));
    let error = client.by_id("2").await.unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Exchange);
    assert_eq!(error.outcome(), Outcome::Unknown);
    sleep(Duration::from_millis(200)).await;
    assert_eq!(seen.load(Ordering::SeqCst), 2);
}

#[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
trait Prepay {
    async fn prepay(&self, body: &Value) -> Result<Value>;
}

/// A server that responds after the head does not read the rest of the request.
#[tokio::test]
async fn a_connection_with_a_half_sent_request_is_not_reused() {
    let gateway = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            read_head(&mut stream);
            stream.write_all(NOT_FOUND.as_bytes()).unwrap();
            kept.push(stream);
        }
    });
    let client = gateway
        .client()
        .base_url(url)
        .max_connections(1)
        .build()
        .unwrap();
    let large = serde_json::json!({ "description": "0".repeat(16 << 20) });
    let hurried = client.with_timeout(Duration::from_secs(5));
    assert_eq!(
        hurried.prepay(&large).await.unwrap_err().status(),
        Some(404)
    );
    assert_eq!(hurried.by_id("1").await.unwrap_err().status(), Some(404));
}

#[tokio::test]
async fn a_response_that_is_not_http_leaves_the_outcome_unknown() {
    let gateway = start().await;
    for response in [
        &["SSH-2.0-OpenSSH_9.2\r\n"],
        &["HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\n"],
        &["HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
        &[""],
    ] {
        let client = gateway
            .client()
            .base_url(raw_server(response))
            .max_retries(0)
            .build()
            .unwrap();
        let error = client.by_id("1").await.unwrap_err();
        assert_eq!(
            transport_kind(&error),
            TransportErrorKind::Exchange,
            "{response:?}"
        );
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

/// The calls time out in every phase, and what was not executed must not have reached the gateway.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_reported_as_not_executed_never_arrived() {
    let gateway = start().await;
    let client = gateway.client().max_connections(4).build().unwrap();
    let mut calls = JoinSet::new();
    for number in 0..1500_u64 {
        // Some have enough time on any machine.
        let timeout = if number % 100 == 99 {
            60_000
        } else {
            number * 7 % 1500
        };
        let hurried = client.with_timeout(Duration::from_millis(timeout));
        calls.spawn(async move {
            let id = number.to_string();
            let outcome = hurried.by_id(&id).await.map_err(|error| error.outcome());
            (id, outcome)
        });
    }
    let mut not_executed = HashSet::new();
    let mut responded = 0;
    while let Some(call) = calls.join_next().await {
        match call.unwrap() {
            (id, Err(Outcome::NotExecuted)) => drop(not_executed.insert(id)),
            (_, Err(outcome)) => assert_eq!(outcome, Outcome::Unknown),
            (_, Ok(_)) => responded += 1,
        }
    }
    sleep(Duration::from_millis(300)).await;
    let arrived = gateway.requests();
    assert!(
        responded > 0 && !not_executed.is_empty(),
        "{responded} {}",
        not_executed.len()
    );
    for request in arrived {
        let id = request.path().rsplit('/').next().unwrap();
        assert!(!not_executed.contains(id), "{id} arrived");
    }
}

#[tokio::test]
async fn a_handshake_that_hangs_ends_at_the_connect_timeout() {
    let gateway = start().await;
    // The kernel accepts connections into its backlog, and nobody responds.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let client = gateway
        .client()
        .base_url(format!("https://{}", silent.local_addr().unwrap()))
        .connect_timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    let start = Instant::now();
    let error = client.by_id("1").await.unwrap_err();
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(transport_kind(&error), TransportErrorKind::ConnectTimeout);
    assert!(error.is_timeout());
    assert_eq!(error.outcome(), Outcome::NotExecuted);
}

#[tokio::test]
async fn a_timeout_of_zero_sends_nothing_on_an_open_connection_either() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    client.by_id("warm").await.unwrap();
    for _ in 0..200 {
        let error = client
            .with_timeout(Duration::ZERO)
            .by_id("late")
            .await
            .unwrap_err();
        assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
        assert_eq!(error.outcome(), Outcome::NotExecuted);
    }
    assert_eq!(gateway.requests().len(), 1);
}

#[tokio::test]
async fn a_timeout_of_zero_sends_nothing() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    let error = client
        .with_timeout(Duration::ZERO)
        .by_id("1")
        .await
        .unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    // A timeout beyond the range of the clock is no timeout.
    client.with_timeout(Duration::MAX).by_id("1").await.unwrap();
}

#[tokio::test]
async fn idle_connections_are_closed_before_the_server_closes_them() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    client.by_id("1").await.unwrap();
    let idle = Instant::now();
    assert_eq!(gateway.open_connections(), 1);
    sleep(Duration::from_secs(6)).await;
    assert_eq!(gateway.open_connections(), 1);
    while gateway.open_connections() > 0 {
        sleep(Duration::from_millis(20)).await;
    }
    // The server would wait until the eighth second.
    assert!(
        idle.elapsed() < Duration::from_millis(7900),
        "{:?}",
        idle.elapsed()
    );
    client.by_id("2").await.unwrap();
    assert_eq!(gateway.accepted_connections(), 2);
}

#[tokio::test]
async fn a_dropped_call_releases_its_permit() {
    let gateway = start().await;
    gateway.respond_once(
        "GET",
        PATH,
        ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60)),
    );
    let client = gateway.client().max_connections(1).build().unwrap();
    let given_up = tokio::time::timeout(Duration::from_millis(300), client.by_id("1")).await;
    assert!(given_up.is_err());
    client.by_id("2").await.unwrap();
}

#[tokio::test]
async fn a_call_that_is_not_awaited_sends_nothing() {
    let gateway = start().await;
    let client = gateway.client().build().unwrap();
    drop(client.by_id("1"));
    sleep(Duration::from_millis(50)).await;
    assert_eq!(gateway.accepted_connections(), 0);
}

/// A connection belongs to the runtime that made it, and calls on another runtime do not use it.
#[test]
fn runtimes_do_not_wait_for_each_other() {
    let server = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let gateway = server.block_on(start());
    let client = gateway.client().max_connections(1).build().unwrap();
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap()
    };
    let (parked, running) = (runtime(), runtime());
    parked.block_on(client.by_id("1")).unwrap();
    let hurried = client.with_timeout(Duration::from_secs(5));
    running.block_on(hurried.by_id("2")).unwrap();
    parked.block_on(hurried.by_id("3")).unwrap();
}

#[tokio::test]
async fn dropped_calls_do_not_leave_connections_behind() {
    let gateway = start().await;
    gateway.respond(
        "GET",
        PATH,
        ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60)),
    );
    let client = gateway.client().max_connections(2).build().unwrap();
    for _ in 0..50 {
        let call = client.by_id("1");
        assert!(
            tokio::time::timeout(Duration::from_millis(5), call)
                .await
                .is_err()
        );
    }
    sleep(Duration::from_millis(300)).await;
    assert_eq!(gateway.open_connections(), 0);
}

#[test]
fn a_client_outlives_the_runtime_of_its_connections() {
    let calls = Arc::new(AtomicUsize::new(0));
    let server = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let gateway = server.block_on(start());
    // Built outside of any runtime: no network call is made.
    let client = gateway.client().build().unwrap();
    for _ in 0..3 {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            client.by_id("1").await.unwrap();
            calls.fetch_add(1, Ordering::Relaxed);
        });
    }
    assert_eq!(calls.load(Ordering::Relaxed), 3);
}

/// A gateway whose runtime has its own threads.
fn gateway_on_own_runtime() -> (tokio::runtime::Runtime, Gateway) {
    let server = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let gateway = server.block_on(start());
    (server, gateway)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
}

/// Waits for the server to notice that connections were closed.
fn wait_for_connections(gateway: &Gateway, open: usize) {
    let start = Instant::now();
    while gateway.open_connections() != open {
        assert!(start.elapsed() < Duration::from_secs(10));
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_call_that_timed_out_releases_its_permit_though_nobody_drives_its_runtime() {
    let (_server, gateway) = gateway_on_own_runtime();
    let hanging = ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60));
    gateway.respond_once("GET", PATH, hanging.clone());
    gateway.respond_once("GET", PATH, hanging);
    let client = gateway.client().max_connections(1).build().unwrap();
    let (parked, running) = (runtime(), runtime());
    let hurried = client.with_timeout(Duration::from_millis(500));
    let error = parked.block_on(hurried.by_id("1")).unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
    assert_eq!(error.outcome(), Outcome::Unknown);
    wait_for_connections(&gateway, 0);
    // The same for a call that is dropped.
    let dropped = parked.block_on(async {
        tokio::time::timeout(Duration::from_millis(500), client.by_id("2")).await
    });
    assert!(dropped.is_err());
    wait_for_connections(&gateway, 0);
    let hurried = client.with_timeout(Duration::from_secs(5));
    assert_eq!(running.block_on(hurried.by_id("3")).unwrap()["id"], "3");
    wait_for_connections(&gateway, 1);
}

#[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
trait Image {
    async fn image(&self, media_id: &str) -> Result<Download>;
}

/// Drives a spawned call until `reached`. From then on nobody polls the call, and nobody drops it.
fn drive_until<T: Send + 'static>(
    runtime: &tokio::runtime::Runtime,
    call: impl Future<Output = T> + Send + 'static,
    reached: impl Fn() -> bool,
) -> tokio::task::JoinHandle<T> {
    let call = runtime.spawn(call);
    runtime.block_on(async {
        sleep(Duration::from_millis(200)).await;
        while !reached() {
            assert!(!call.is_finished());
            sleep(Duration::from_millis(10)).await;
        }
    });
    call
}

#[test]
fn calls_that_nobody_polls_release_their_permits_at_their_deadline() {
    const CALLS: usize = 64;
    let (_server, gateway) = gateway_on_own_runtime();
    for _ in 0..CALLS {
        let hanging = ScriptedResponse::ok(json!({})).with_delay(Duration::from_secs(60));
        gateway.respond_once("GET", PATH, hanging);
    }
    let client = gateway.client().build().unwrap();
    let (parked, running) = (runtime(), runtime());
    let hurried = client.with_timeout(Duration::from_secs(4));
    let calls = async move {
        let calls = (0..CALLS).map(|_| {
            let client = hurried.clone();
            async move { client.by_id("1").await }
        });
        calls.collect::<JoinSet<_>>().join_all().await
    };
    let calls = drive_until(&parked, calls, || gateway.requests().len() == CALLS);
    // The permits are released at the deadline of those calls, long before the timeout of these.
    let patient = client.with_timeout(Duration::from_secs(30));
    let start = Instant::now();
    for id in ["2", "3"] {
        assert_eq!(running.block_on(patient.by_id(id)).unwrap()["id"], id);
    }
    assert!(start.elapsed() < Duration::from_secs(12));
    assert!(gateway.open_connections() <= CALLS);
    // Polled again, the calls report that they were sent, and send nothing more.
    for error in parked.block_on(calls).unwrap() {
        let error = error.unwrap_err();
        assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    assert_eq!(gateway.requests().len(), CALLS + 2);
}

#[test]
fn a_waiter_that_nobody_polls_gets_no_permit_after_its_deadline() {
    // The permit is released before the waiter's deadline in the first case, and after it in the second.
    for timeout in [2500, 700].map(Duration::from_millis) {
        let (_server, gateway) = gateway_on_own_runtime();
        let slow = ScriptedResponse::ok(json!({})).with_delay(Duration::from_millis(1500));
        gateway.respond_once("GET", PATH, slow);
        let client = gateway.client().max_connections(1).build().unwrap();
        let (parked, running) = (runtime(), runtime());
        let first = {
            let client = client.clone();
            std::thread::spawn(move || runtime().block_on(client.by_id("1")).unwrap())
        };
        wait_for_connections(&gateway, 1);
        let hurried = client.with_timeout(timeout);
        let waiting = drive_until(&parked, async move { hurried.by_id("2").await }, || true);
        let patient = client.with_timeout(Duration::from_secs(10));
        assert_eq!(running.block_on(patient.by_id("3")).unwrap()["id"], "3");
        first.join().unwrap();
        assert_eq!(running.block_on(patient.by_id("4")).unwrap()["id"], "4");
        let error = parked.block_on(waiting).unwrap().unwrap_err();
        assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
        assert_eq!(error.outcome(), Outcome::NotExecuted);
        assert_eq!(gateway.requests().len(), 3);
    }
}

/// Neither a connection that is being made nor a response that is being read keeps a permit.
#[test]
fn a_permit_is_released_at_the_deadline_in_each_phase_of_a_call() {
    let (_server, gateway) = gateway_on_own_runtime();
    for (phase, response, outcome) in [
        ("TLS handshake", None, Outcome::NotExecuted),
        ("head", Some("HTTP/1.1 200 OK\r\n"), Outcome::Unknown),
        (
            "body",
            Some("HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nhalf"),
            Outcome::Unknown,
        ),
    ] {
        let (url, arrived, closed) = server_that_hangs_once(response);
        let client = gateway.client().base_url(url).max_connections(1);
        let client = client.max_retries(0).build().unwrap();
        let (parked, running) = (runtime(), runtime());
        let hurried = client.with_timeout(Duration::from_secs(1));
        let call = async move { hurried.by_id("1").await };
        let call = drive_until(&parked, call, || arrived.try_recv().is_ok());
        let patient = client.with_timeout(Duration::from_secs(10));
        let error = running.block_on(patient.by_id("2")).unwrap_err();
        // The server closes the second connection, which the call made only because it got a permit.
        assert_ne!(
            transport_kind(&error),
            TransportErrorKind::Timeout,
            "{phase}"
        );
        let closed = closed.recv_timeout(Duration::from_secs(5));
        assert_eq!(closed, Ok(()), "{phase}");
        let error = parked.block_on(call).unwrap().unwrap_err();
        assert_eq!(
            transport_kind(&error),
            TransportErrorKind::Timeout,
            "{phase}"
        );
        assert_eq!(error.outcome(), outcome, "{phase}");
    }
}

/// Sends `response` on the first connection, or nothing, so that a TLS handshake hangs. Closes all others. The
/// channels report that the first connection has arrived, and that the client has closed that connection.
fn server_that_hangs_once(
    response: Option<&'static str>,
) -> (String, mpsc::Receiver<()>, mpsc::Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let scheme = if response.is_some() { "http" } else { "https" };
    let url = format!("{scheme}://{}", listener.local_addr().unwrap());
    let (has_arrived, arrived) = mpsc::channel();
    let (is_closed, closed) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut first, _) = listener.accept().unwrap();
        std::thread::spawn(move || {
            if let Some(response) = response {
                read_head(&mut first);
                first.write_all(response.as_bytes()).unwrap();
            }
            has_arrived.send(()).unwrap();
            while let Ok(1..) = first.read(&mut [0; 8192]) {}
            is_closed.send(()).unwrap();
        });
        for stream in listener.incoming() {
            drop(stream);
        }
    });
    (url, arrived, closed)
}

#[test]
fn a_certificate_download_that_nobody_polls_releases_its_permit_at_its_deadline() {
    let (_server, gateway) = gateway_on_own_runtime();
    let hanging = ScriptedResponse::ok(json!({ "data": [] })).with_delay(Duration::from_secs(60));
    gateway.respond_once("GET", "/v3/certificates", hanging);
    let verifier = Verifier::new(gateway.platform_certificates());
    let client = gateway.client_for(gateway.merchant(), verifier);
    let client = client.max_connections(1).build().unwrap();
    let (parked, running) = (runtime(), runtime());
    let hurried = client.with_timeout(Duration::from_millis(300));
    let error = parked.block_on(hurried.by_id("1")).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotExecuted);
    // The download times out after 15 s.
    let patient = client.with_timeout(Duration::from_secs(25));
    assert_eq!(running.block_on(patient.by_id("2")).unwrap()["id"], "2");
}

#[test]
fn downloads_that_nobody_polls_release_their_permits_at_their_deadline() {
    const IMAGE: &str = "/v3/merchant-service/images/{media_id}";
    let (_server, gateway) = gateway_on_own_runtime();
    let hanging = ScriptedResponse::file(vec![b'x']).with_delay(Duration::from_secs(60));
    gateway.respond_once("GET", IMAGE, hanging);
    gateway.respond("GET", IMAGE, ScriptedResponse::file(vec![b'x'; 4 << 20]));
    let client = gateway.client().max_connections(1).build().unwrap();
    let (parked, running) = (runtime(), runtime());
    let hurried = client.with_timeout(Duration::from_secs(1));
    let call = async move { hurried.image("1").await };
    let call = drive_until(&parked, call, || gateway.requests().len() == 1);
    let patient = client.with_timeout(Duration::from_secs(10));
    let file = running.block_on(patient.image("2")).unwrap();
    let error = parked.block_on(call).unwrap().unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);

    // The timeout of the call does not apply to a file that is being read.
    drop(file);
    let hurried = client.with_timeout(Duration::from_millis(500));
    let file = running.block_on(hurried.image("3")).unwrap();
    std::thread::sleep(Duration::from_secs(1));
    let error = parked.block_on(hurried.image("4")).unwrap_err();
    assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
    let file = running.block_on(file.bytes(4 << 20)).unwrap();
    assert_eq!(file.len(), 4 << 20);
}

/// Sends half of a file on each connection, and then nothing.
fn server_of_half_a_file() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            read_head(&mut stream);
            stream
                .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\nhalf")
                .unwrap();
            kept.push(stream);
        }
    });
    url
}

/// Polls on this thread, without a runtime.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(std::thread::Thread);
    impl std::task::Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(Unpark(std::thread::current())).into();
    let mut cx = std::task::Context::from_waker(&waker);
    let mut future = std::pin::pin!(future);
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut cx) {
            return value;
        }
        std::thread::park_timeout(Duration::from_secs(20));
    }
}

#[test]
fn a_download_times_out_on_any_runtime_and_on_none() {
    let (_server, gateway) = gateway_on_own_runtime();
    let client = gateway
        .client()
        .base_url(server_of_half_a_file())
        .max_retries(0);
    let client = client.build().unwrap();
    let hurried = client.with_timeout(Duration::from_secs(1));
    let (parked, running) = (runtime(), runtime());
    let bare = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    type Reader<'a> = &'a dyn Fn(Download) -> Result<hyper::body::Bytes, DownloadError>;
    let handle = parked.handle();
    let read: [(&str, Reader<'_>); 6] = [
        ("its own runtime", &|file| parked.block_on(file.bytes(8))),
        ("another runtime", &|file| running.block_on(file.bytes(8))),
        ("a runtime without a clock", &|file| {
            bare.block_on(file.bytes(8))
        }),
        ("no runtime", &|file| block_on(file.bytes(8))),
        ("the handle of its own parked runtime", &|file| {
            handle.block_on(file.bytes(8))
        }),
        ("within its own parked runtime", &|file| {
            let _entered = handle.enter();
            block_on(file.bytes(8))
        }),
    ];
    for (reader, read) in read {
        let file = parked.block_on(hurried.image("1")).unwrap();
        let start = Instant::now();
        let error = read(file).unwrap_err().into();
        assert_eq!(
            transport_kind(&error),
            TransportErrorKind::Timeout,
            "{reader}"
        );
        let elapsed = start.elapsed();
        let expected = Duration::from_millis(900)..Duration::from_secs(10);
        assert!(expected.contains(&elapsed), "{reader}: {elapsed:?}");
    }
}

/// Nobody polls the readers any longer while they wait for the rest of their files.
#[test]
fn a_download_times_out_though_nobody_polls_its_reader() {
    const LIMIT: usize = 4;
    let (_server, gateway) = gateway_on_own_runtime();
    let client = gateway
        .client()
        .base_url(server_of_half_a_file())
        .max_retries(0);
    let client = client.max_connections(LIMIT).build().unwrap();
    let (parked, running) = (runtime(), runtime());
    let hurried = client.with_timeout(Duration::from_secs(3));
    let opened = async {
        let mut files = Vec::new();
        for _ in 0..LIMIT {
            files.push(hurried.image("1").await.unwrap());
        }
        files
    };
    let files = parked.block_on(opened);
    let read = async move {
        let readers = files.into_iter().map(|file| file.bytes(8));
        readers.collect::<JoinSet<_>>().join_all().await
    };
    let read = drive_until(&parked, read, || true);
    // The permits are released at the read timeout of those files, long before the timeout of these calls.
    let patient = client.with_timeout(Duration::from_secs(60));
    let start = Instant::now();
    let next = async {
        let mut files = Vec::new();
        for _ in 0..LIMIT {
            files.push(patient.image("2").await.unwrap());
        }
        files
    };
    let files = running.block_on(next);
    assert!(start.elapsed() < Duration::from_secs(30));
    assert_eq!(files.len(), LIMIT);
    for error in parked.block_on(read).unwrap() {
        let error = error.unwrap_err().into();
        assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
    }
}

#[tokio::test]
async fn downloads_that_nobody_reads_block_no_call() {
    let gateway = start().await;
    gateway.respond(
        "GET",
        "/v3/merchant-service/images/{media_id}",
        ScriptedResponse::file(vec![b'x'; 4 << 20]),
    );
    let client = gateway.client().max_connections(2).build().unwrap();
    let mut unread = Vec::new();
    for _ in 0..2 {
        unread.push(client.image("1").await.unwrap());
    }
    let hurried = client.with_timeout(Duration::from_secs(5));
    for id in ["1", "2", "3"] {
        hurried.by_id(id).await.unwrap();
    }
    // A third download has to wait for the end of one of them.
    let third = client
        .with_timeout(Duration::from_millis(500))
        .image("2")
        .await;
    assert_eq!(
        transport_kind(&third.unwrap_err()),
        TransportErrorKind::Timeout
    );
    unread.pop();
    hurried
        .image("3")
        .await
        .unwrap()
        .bytes(4 << 20)
        .await
        .unwrap();
    assert!(gateway.peak_connections() <= 4);
}

/// Responds to every request, and closes each connection that was idle for `keep`.
fn server_that_closes_after(
    keep: Duration,
    keep_alive: &'static str,
) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let accepted = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&accepted);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
            let mut stream = stream.unwrap();
            std::thread::spawn(move || {
                stream.set_read_timeout(Some(keep)).unwrap();
                while let Ok(1..) = stream.read(&mut [0; 8192]) {
                    let response = NOT_FOUND.replace("\r\n\r\n", keep_alive);
                    stream.write_all(response.as_bytes()).unwrap();
                }
            });
        }
    });
    (url, accepted)
}

#[tokio::test]
async fn an_announced_keep_alive_is_kept_with_a_margin() {
    let gateway = start().await;
    let (long, short, none) = (
        "\r\nkeep-alive: timeout=60\r\n\r\n",
        "\r\nKeep-Alive: max=100, timeout=2\r\n\r\n",
        "\r\nkeep-alive: timeout=1\r\n\r\n",
    );
    let quoted = "\r\nkeep-alive: max=100; timeout=\"1.5\"\r\n\r\n";
    let unreadable = "\r\nkeep-alive: timeout=PT60S\r\n\r\n";
    for (announced, pause, connections) in [
        (long, 1200, 1),
        (short, 500, 1),
        (short, 1200, 3),
        (none, 0, 3),
        (quoted, 0, 3),
        (unreadable, 0, 3),
    ] {
        let (url, accepted) = server_that_closes_after(Duration::from_secs(60), announced);
        let client = gateway.client().base_url(url).build().unwrap();
        for _ in 0..3 {
            let error = client.by_id("1").await.unwrap_err();
            assert_eq!(error.status(), Some(404));
            sleep(Duration::from_millis(pause)).await;
        }
        let accepted = accepted.load(Ordering::SeqCst);
        assert_eq!(accepted, connections, "{announced:?} {pause}");
    }
}

/// Sends `responses` in turn to the requests of each connection.
fn server_responding_in_turn(responses: [&'static str; 3]) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let accepted = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&accepted);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            counted.fetch_add(1, Ordering::SeqCst);
            let mut stream = stream.unwrap();
            std::thread::spawn(move || {
                for response in responses {
                    if !matches!(stream.read(&mut [0; 8192]), Ok(1..)) {
                        return;
                    }
                    stream.write_all(response.as_bytes()).unwrap();
                }
            });
        }
    });
    (url, accepted)
}

#[tokio::test]
async fn an_announced_keep_alive_counts_from_the_head_of_a_file() {
    let gateway = start().await;
    let file = "HTTP/1.1 200 OK\r\nkeep-alive: timeout=2\r\ncontent-length: 2\r\n\r\n{}";
    let (url, accepted) = server_responding_in_turn([file; 3]);
    let client = gateway.client().base_url(url).build().unwrap();
    for (pause, connections) in [(1200, 1), (0, 2)] {
        let file = client.image("1").await.unwrap();
        assert_eq!(accepted.load(Ordering::SeqCst), connections);
        sleep(Duration::from_millis(pause)).await;
        file.bytes(2).await.unwrap();
    }
}

#[tokio::test]
async fn a_keep_alive_that_is_announced_once_holds_for_the_connection() {
    let gateway = start().await;
    let announced = NOT_FOUND
        .replace("\r\n\r\n", "\r\nkeep-alive: timeout=2\r\n\r\n")
        .leak();
    let (url, accepted) = server_responding_in_turn([announced, NOT_FOUND, NOT_FOUND]);
    let client = gateway.client().base_url(url).build().unwrap();
    for (pause, connections) in [(0, 1), (1200, 1), (0, 2)] {
        let error = client.by_id("1").await.unwrap_err();
        assert_eq!(error.status(), Some(404));
        assert_eq!(accepted.load(Ordering::SeqCst), connections);
        sleep(Duration::from_millis(pause)).await;
    }
}

/// The runtime of a connection may be one that nobody drives.
#[test]
fn an_idle_connection_is_closed_by_whichever_runtime_runs() {
    let (_server, gateway) = gateway_on_own_runtime();
    let client = gateway.client().idle_timeout(Duration::from_millis(500));
    let client = client.build().unwrap();
    let (parked, running) = (runtime(), runtime());
    parked.block_on(client.by_id("1")).unwrap();
    running.block_on(client.by_id("2")).unwrap();
    assert_eq!(gateway.open_connections(), 2);
    let start = Instant::now();
    running.block_on(async { sleep(Duration::from_secs(1)).await });
    wait_for_connections(&gateway, 0);
    // The client closed them: the gateway would have done so later.
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[tokio::test]
async fn the_idle_timeout_can_be_set() {
    let gateway = start().await;
    for (idle_timeout, pause, connections) in [
        (Duration::ZERO, 0, 3),
        (Duration::from_millis(200), 400, 3),
        (Duration::MAX, 400, 1),
    ] {
        let client = gateway.client().idle_timeout(idle_timeout).build().unwrap();
        let before = gateway.accepted_connections();
        for _ in 0..3 {
            client.by_id("1").await.unwrap();
            sleep(Duration::from_millis(pause)).await;
        }
        let accepted = gateway.accepted_connections() - before;
        assert_eq!(accepted, connections, "{idle_timeout:?}");
    }
}

/// Responds to every request with `header`, and closes no connection. Counts the open connections.
fn server_that_keeps_connections(header: &'static str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let open = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&open);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let open = Arc::clone(&counted);
            open.fetch_add(1, Ordering::SeqCst);
            std::thread::spawn(move || {
                while let Ok(1..) = stream.read(&mut [0; 8192]) {
                    let response = NOT_FOUND.replacen("\r\n", &format!("\r\n{header}\r\n"), 1);
                    stream.write_all(response.as_bytes()).unwrap();
                }
                open.fetch_sub(1, Ordering::SeqCst);
            });
        }
    });
    (url, open)
}

/// Each call is made on a runtime that nobody drives afterwards.
#[test]
fn connections_of_runtimes_that_nobody_drives_do_not_exceed_the_limit() {
    let (_server, gateway) = gateway_on_own_runtime();
    for (header, kept) in [
        ("keep-alive: timeout=60", 1),
        ("keep-alive: timeout=1", 0),
        ("connection: close", 1),
    ] {
        let (url, open) = server_that_keeps_connections(header);
        let client = gateway.client().base_url(url).max_connections(1);
        let client = client.build().unwrap();
        let runtimes = [runtime(), runtime(), runtime(), runtime()];
        for parked in &runtimes {
            let error = parked.block_on(client.by_id("1")).unwrap_err();
            assert_eq!(error.status(), Some(404));
            let start = Instant::now();
            while open.load(Ordering::SeqCst) > kept {
                assert!(start.elapsed() < Duration::from_secs(10), "{header}");
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

#[test]
fn a_connection_that_is_not_kept_is_closed_though_nobody_drives_its_runtime() {
    let (_server, gateway) = gateway_on_own_runtime();
    gateway.respond(
        "GET",
        "/v3/merchant-service/images/{media_id}",
        ScriptedResponse::file(vec![b'x']),
    );
    let none = gateway.client().idle_timeout(Duration::ZERO);
    let none = none.build().unwrap();
    let parked = runtime();
    parked.block_on(none.by_id("1")).unwrap();
    wait_for_connections(&gateway, 0);

    // The idle connection of a call fills the pool, so that of a download is not kept.
    let client = gateway.client().max_connections(1).build().unwrap();
    parked.block_on(client.by_id("1")).unwrap();
    let runtimes = [runtime(), runtime()];
    for parked in &runtimes {
        let file = parked.block_on(client.image("1")).unwrap();
        parked.block_on(file.bytes(1)).unwrap();
        wait_for_connections(&gateway, 1);
    }
}

/// The next call finds that the connection has expired, and nobody drives the runtime after that.
#[test]
fn an_expired_connection_is_closed_though_nobody_drives_its_runtime() {
    let (_server, gateway) = gateway_on_own_runtime();
    let client = gateway.client().idle_timeout(Duration::from_millis(500));
    let client = client.build().unwrap();
    let parked = runtime();
    parked.block_on(client.by_id("1")).unwrap();
    assert_eq!(gateway.open_connections(), 1);
    std::thread::sleep(Duration::from_secs(1));
    let _entered = parked.enter();
    let mut call = Box::pin(client.by_id("2"));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(call.as_mut().poll(&mut cx).is_pending());
    drop(call);
    let start = Instant::now();
    wait_for_connections(&gateway, 0);
    // The client closed the connection, not the gateway.
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// The reaper already sleeps for one connection when another one announces a shorter time.
#[tokio::test]
async fn an_idle_connection_with_a_shorter_keep_alive_than_the_others_is_closed_in_time() {
    let gateway = start().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (has_arrived, arrived) = mpsc::channel();
    let (go, gone) = mpsc::channel();
    let (is_closed, closed) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut short, _) = listener.accept().unwrap();
        read_head(&mut short);
        has_arrived.send(()).unwrap();
        let (mut long, _) = listener.accept().unwrap();
        read_head(&mut long);
        long.write_all(NOT_FOUND.as_bytes()).unwrap();
        gone.recv().unwrap();
        let announced = NOT_FOUND.replace("\r\n\r\n", "\r\nkeep-alive: timeout=3\r\n\r\n");
        short.write_all(announced.as_bytes()).unwrap();
        let end = short.read(&mut [0]).unwrap();
        long.set_nonblocking(true).unwrap();
        let long_is_open = long.read(&mut [0]).is_err();
        is_closed.send((end, long_is_open)).unwrap();
    });
    let client = gateway.client().base_url(url).max_retries(0);
    let client = client.idle_timeout(Duration::from_secs(40));
    let client = client.build().unwrap();
    let short = tokio::spawn({
        let client = client.clone();
        async move { client.by_id("short").await.unwrap_err().status() }
    });
    while arrived.try_recv().is_err() {
        sleep(Duration::from_millis(10)).await;
    }
    let error = client.by_id("long").await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    // By now the reaper sleeps.
    sleep(Duration::from_millis(100)).await;
    go.send(()).unwrap();
    assert_eq!(short.await.unwrap(), Some(404));
    let closed = tokio::task::spawn_blocking(move || closed.recv_timeout(Duration::from_secs(20)));
    assert_eq!(closed.await.unwrap(), Ok((0, true)));
}
