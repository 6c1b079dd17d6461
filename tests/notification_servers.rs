//! Servers of notifications: with axum's extractor and with plain hyper, and the keys that the extractor chooses.

use std::{collections::HashMap, sync::Arc};

use axum::{Router, extract::FromRef, http::request::Parts, routing::post};
use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use wechatpay_client::{
    ApiV3Key, SignatureHeader, Verifier,
    gateway::{Fault, Gateway},
    notification::{ChooseNotifications, EventType, Notification, Notifications, Reply},
};

#[derive(Deserialize)]
struct Refund {
    out_refund_no: String,
}

/// Handles a notification as every shop does.
fn handle(notification: &Notification) -> Reply {
    if *notification.event_type() != EventType::RefundSuccess {
        return Reply::failure("not a refund");
    }
    match notification.resource::<Refund>() {
        Ok(refund) if refund.out_refund_no == "1" => Reply::success(),
        Ok(_) => Reply::failure("no such refund"),
        Err(error) => error.reply(),
    }
}

#[derive(Clone)]
struct Shop {
    notifications: Notifications,
}

impl FromRef<Shop> for Notifications {
    fn from_ref(shop: &Shop) -> Self {
        shop.notifications.clone()
    }
}

async fn serve_with_axum(notifications: Notifications) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", listener.local_addr().unwrap());
    let handler = async |notification: Notification| handle(&notification);
    let router = Router::new()
        .route("/notify", post(handler))
        .with_state(Shop { notifications });
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

async fn serve_with_hyper(notifications: Notifications) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", listener.local_addr().unwrap());
    let notifications = Arc::new(notifications);
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let notifications = notifications.clone();
            let service = service_fn(move |request: Request<Incoming>| {
                let notifications = notifications.clone();
                async move {
                    let (head, body) = request.into_parts();
                    let body = body.collect().await?.to_bytes();
                    let reply = match notifications.parse(&head.headers, &body) {
                        Ok(notification) => handle(&notification),
                        Err(error) => error.reply(),
                    };
                    Ok::<Response<Full<Bytes>>, hyper::Error>(reply.into())
                }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    url
}

#[tokio::test]
async fn axum_and_hyper_send_the_same_replies() {
    let gateway = Gateway::start().await.unwrap();
    let servers = [
        serve_with_axum(gateway.notifications()).await,
        serve_with_hyper(gateway.notifications()).await,
    ];
    let refund = json!({ "out_refund_no": "1" });
    let make = |event_type, resource: &Value| {
        gateway
            .notification(event_type, "refund", resource)
            .unwrap()
    };
    let faulty = |fault| {
        gateway
            .faulty_notification("REFUND.SUCCESS", "refund", &refund, fault)
            .unwrap()
    };
    let mut huge = make("REFUND.SUCCESS", &refund);
    *huge.body_mut() = vec![b' '; (1 << 20) + 1].into();
    for (notification, status, message) in [
        (make("REFUND.SUCCESS", &refund), 200, ""),
        (make("REFUND.CLOSED", &refund), 500, "not a refund"),
        (
            make("REFUND.SUCCESS", &json!({ "out_refund_no": "2" })),
            500,
            "no such refund",
        ),
        (make("REFUND.SUCCESS", &json!({})), 500, "resource-mismatch"),
        (faulty(Fault::WrongSignature), 401, "signature-mismatch"),
        (faulty(Fault::SignatureProbe), 401, "signature-probe"),
        (
            faulty(Fault::StaleTimestamp),
            401,
            "timestamp-out-of-window",
        ),
        (faulty(Fault::UnknownKeyId), 401, "unknown-serial"),
        (
            faulty(Fault::MissingHeader(SignatureHeader::Nonce)),
            401,
            "missing-header:Wechatpay-Nonce",
        ),
        (huge, 413, "body-too-large"),
    ] {
        for url in &servers {
            let reply = gateway.notify(url, notification.clone()).await.unwrap();
            assert_eq!(reply.status(), status, "{message}");
            assert_eq!(reply.headers()["content-type"], "application/json");
            let body: Value = serde_json::from_slice(reply.body()).unwrap();
            assert_eq!(body["message"], message);
            assert_eq!(body["code"], if status == 200 { "SUCCESS" } else { "FAIL" });
        }
    }
}

/// Several merchants, each with a URL of its own.
#[derive(Clone)]
struct Shops(Arc<HashMap<&'static str, Notifications>>);

impl ChooseNotifications for Shops {
    fn choose_notifications(&self, head: &Parts) -> Option<Notifications> {
        let mchid = head.uri.path().strip_prefix("/notify/")?;
        self.0.get(mchid).cloned()
    }
}

async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/notify", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}

#[tokio::test]
async fn the_path_of_the_url_chooses_the_keys() {
    let gateway = Gateway::start().await.unwrap();
    let other_key = ApiV3Key::new([b'x'; 32]).unwrap();
    let other = Notifications::new(Verifier::new(gateway.public_key()), other_key).unwrap();
    let shops = HashMap::from([
        ("1900000109", gateway.notifications()),
        ("1900000110", other),
    ]);
    let router = Router::new()
        .route(
            "/notify/{mchid}",
            post(async |notification: Notification| handle(&notification)),
        )
        .with_state(Shops(Arc::new(shops)));
    let url = serve(router).await;
    let refund = json!({ "out_refund_no": "1" });
    for (mchid, status, message) in [
        ("1900000109", 200, ""),
        ("1900000110", 500, "decrypt-failed"),
        ("1900000111", 404, "no-keys"),
    ] {
        let notification = gateway.notification("REFUND.SUCCESS", "refund", &refund);
        let url = format!("{url}/{mchid}");
        let reply = gateway.notify(&url, notification.unwrap()).await.unwrap();
        assert_eq!(reply.status(), status, "{mchid}");
        let body: Value = serde_json::from_slice(reply.body()).unwrap();
        assert_eq!(body["message"], message);
    }
}

#[tokio::test]
async fn notifications_in_an_arc_are_a_state_of_axum() {
    let gateway = Gateway::start().await.unwrap();
    let router = Router::new()
        .route(
            "/notify",
            post(async |notification: Notification| handle(&notification)),
        )
        .with_state(Arc::new(gateway.notifications()));
    let url = serve(router).await;
    let refund = json!({ "out_refund_no": "1" });
    let notification = gateway.notification("REFUND.SUCCESS", "refund", &refund);
    let reply = gateway.notify(&url, notification.unwrap()).await.unwrap();
    assert_eq!(reply.status(), 200);
}
