//! A server of the merchant, which receives notifications.

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
use serde_json::Value;
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use wechatpay_sandbox::Sandbox;

use super::MCHID;

/// A server of the merchant, which replies with each status in turn, the last one always.
pub struct Receiver {
    pub url: String,
    received: mpsc::UnboundedReceiver<Request<Bytes>>,
}

impl Receiver {
    pub async fn start(statuses: &'static [u16]) -> Self {
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

    pub async fn next(&mut self) -> Request<Bytes> {
        let next = timeout(Duration::from_secs(5), self.received.recv()).await;
        next.unwrap().unwrap()
    }

    /// The next notification to the direct merchant: its type and its decrypted resource.
    pub async fn next_event(&mut self, sandbox: &Sandbox) -> (String, Value) {
        self.next_event_of(sandbox, MCHID).await
    }

    /// The next notification to a merchant or service provider: its type and its decrypted resource.
    pub async fn next_event_of(&mut self, sandbox: &Sandbox, mchid: &str) -> (String, Value) {
        let mut accounts = sandbox.folder().accounts();
        let account = accounts.find(|account| account.id == mchid).unwrap();
        let notifications = account.keys.notification_signer().notifications();
        let received = self.next().await;
        let parsed = notifications.parse(received.headers(), received.body());
        let parsed = parsed.unwrap();
        let event_type = parsed.event_type().as_str().to_owned();
        (event_type, parsed.resource().unwrap())
    }
}
