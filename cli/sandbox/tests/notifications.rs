//! Notifications: signed and encrypted, sent until the merchant's server replies with success.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod shop;

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use http_body_util::{BodyExt as _, Empty};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};

use shop::{MCHID, Orders as _, Shop, open, order, refund};

/// A server of the merchant, which replies with each status in turn, the last one always.
struct Receiver {
    url: String,
    received: mpsc::UnboundedReceiver<Request<Bytes>>,
}

impl Receiver {
    async fn start(statuses: &'static [u16]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        let (sender, received) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let count = Arc::new(AtomicUsize::new(0));
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (sender, count) = (sender.clone(), Arc::clone(&count));
                let service = service_fn(move |request: Request<Incoming>| {
                    let (sender, count) = (sender.clone(), Arc::clone(&count));
                    async move {
                        let (head, body) = request.into_parts();
                        let body = body.collect().await.unwrap().to_bytes();
                        sender.send(Request::from_parts(head, body)).unwrap();
                        let index = count.fetch_add(1, Ordering::Relaxed);
                        let status = statuses.get(index).or_else(|| statuses.last());
                        let status = *status.unwrap();
                        let response = Response::builder().status(status);
                        Ok::<_, Infallible>(response.body(Empty::<Bytes>::new()).unwrap())
                    }
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { url, received }
    }

    async fn next(&mut self) -> Request<Bytes> {
        let next = timeout(Duration::from_secs(5), self.received.recv()).await;
        next.unwrap().unwrap()
    }
}

#[tokio::test]
async fn a_payment_and_a_refund_are_notified_until_the_server_replies_with_success() {
    let Shop {
        client, sandbox, ..
    } = &open().await;
    let mut receiver = Receiver::start(&[500, 204]).await;
    let mut request = order("20260101001", 100);
    request["notify_url"] = receiver.url.clone().into();
    client.place(&request).await.unwrap();
    sandbox.pay(MCHID, "20260101001").await.unwrap();
    let account = sandbox.folder().accounts().next().unwrap();
    let notifications = account.keys.notification_signer().notifications();

    let first = receiver.next().await;
    let parsed = notifications.parse(first.headers(), first.body()).unwrap();
    assert_eq!(parsed.event_type().as_str(), "TRANSACTION.SUCCESS");
    let order: Value = parsed.resource().unwrap();
    assert_eq!(order["out_trade_no"], "20260101001");
    assert_eq!(order["amount"]["payer_total"], 100);
    // The server refused the first attempt, so WeChat Pay makes another one after 15 s.
    sandbox.forward(15).await.unwrap();
    let second = receiver.next().await;
    assert_eq!(first.body(), second.body());
    assert_ne!(
        first.headers()["wechatpay-signature"],
        second.headers()["wechatpay-signature"]
    );

    let mut request = refund("20260101001", "R1", 100, 60);
    request["notify_url"] = receiver.url.clone().into();
    client.refund(&request).await.unwrap();
    sandbox.forward(2).await.unwrap();
    let refunded = receiver.next().await;
    let parsed = notifications
        .parse(refunded.headers(), refunded.body())
        .unwrap();
    assert_eq!(parsed.event_type().as_str(), "REFUND.SUCCESS");
    let refund: Value = parsed.resource().unwrap();
    assert_eq!(
        (&refund["refund_status"], &refund["amount"]["refund"]),
        (&json!("SUCCESS"), &json!(60))
    );
    assert_eq!(
        client.query_refund("R1").await.unwrap()["status"],
        "SUCCESS"
    );
}
