//! The merchant's server: verifies and keeps notifications.

use std::{
    collections::BTreeSet,
    convert::Infallible,
    sync::{Arc, Mutex},
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
use tokio::net::TcpListener;
use wechatpay_client::notification::Notifications;

/// The notifications that arrived, each as its event type and its number.
pub(crate) type Arrived = BTreeSet<(String, String)>;

pub(crate) struct Receiver {
    pub(crate) url: String,
    arrived: Arc<Mutex<Arrived>>,
}

impl Receiver {
    /// Accepts notifications that verify, until the test ends.
    pub(crate) async fn start(notifications: Notifications) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        let arrived = Arc::<Mutex<Arrived>>::default();
        let (kept, notifications) = (Arc::clone(&arrived), Arc::new(notifications));
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let (kept, notifications) = (Arc::clone(&kept), Arc::clone(&notifications));
                let service = service_fn(move |request| {
                    receive(request, Arc::clone(&kept), Arc::clone(&notifications))
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
        Self { url, arrived }
    }

    pub(crate) fn arrived(&self) -> Arrived {
        self.arrived.lock().unwrap().clone()
    }
}

async fn receive(
    request: Request<Incoming>,
    arrived: Arc<Mutex<Arrived>>,
    notifications: Arc<Notifications>,
) -> Result<Response<Empty<Bytes>>, Infallible> {
    let (head, body) = request.into_parts();
    let mut status = 400;
    // A sandbox that is killed breaks off.
    if let Ok(body) = body.collect().await {
        let notification = notifications
            .parse(&head.headers, &body.to_bytes())
            .unwrap();
        let resource: Value = notification.resource().unwrap();
        let event = notification.event_type().as_str().to_owned();
        let number = match event.starts_with("REFUND.") {
            true => &resource["out_refund_no"],
            false => &resource["out_trade_no"],
        };
        let number = number.as_str().unwrap().to_owned();
        arrived.lock().unwrap().insert((event, number));
        status = 204;
    }
    let response = Response::builder().status(status);
    Ok(response.body(Empty::new()).unwrap())
}
