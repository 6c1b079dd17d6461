//! Servers under test: a right one, and each that is wrong in one way.

use std::{
    collections::HashSet,
    error::Error,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::Duration,
};

use http_body_util::{BodyExt as _, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    time::sleep,
};
use wechatpay_client::{
    ApiV3Key, Verifier, WechatPayPublicKey,
    error::VerifyErrorKind,
    notification::{NotificationError, NotificationErrorKind, Notifications, Reply},
};

/// The way in which a server is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    Nothing,
    /// Accepts every signature.
    Signature,
    /// Accepts a notification without a signature.
    MissingSignature,
    /// Replies 200 to a probe.
    Probe,
    /// Verifies the JSON of the body, printed again.
    AlteredBody,
    /// Accepts an old timestamp.
    Timestamp,
    /// Replies after six seconds.
    Slow,
    /// Handles a notification again.
    Repeats,
    /// Looks for the ID, and notes it later.
    Race,
    /// Replies 500 to a notification that was handled.
    RefusesRepeated,
    /// Replies 401 to a second notification about an order.
    RefusesOrder,
    /// Handles each order once, with any amount.
    AnyAmountOfOrder,
    Amount,
    SubMerchant,
    /// Replies 403, but handles the notification first.
    HandlesForged,
    Redirects,
    Closes,
    /// Replies to a wrong signature by a redirect, or not at all.
    RedirectsForged,
    ClosesForged,
    /// Replies to an old timestamp and to a probe by a redirect.
    RedirectsSome,
    /// Replies to each failure with 200, and FAIL in the body.
    FailsWith200,
    /// Replies to each notification with 200, and FAIL in the body.
    FailsAlways,
    /// Replies with a body that never ends.
    Endless,
    /// Replies with half of a body.
    Breaks,
    /// Replies with bytes that are no HTTP.
    NoHttp,
    /// Ends after the first notification.
    Ends,
    /// Replies with this status to a verified notification, because it knows no such order.
    UnknownOrder(u16),
}

/// A server with the orders that it handled.
#[derive(Clone)]
pub(crate) struct Server {
    wrong: Wrong,
    notifications: Notifications,
    handled: Arc<Mutex<HashSet<String>>>,
    /// The file with the number of handled orders.
    count: PathBuf,
    counted: Arc<Mutex<u32>>,
    seen: Arc<Mutex<Vec<(hyper::HeaderMap, Bytes)>>>,
}

impl Server {
    /// A server that trusts the test keys of a folder, and its URL.
    pub(crate) async fn start(wrong: Wrong, keys: &Path) -> (Self, String) {
        let read = |name| std::fs::read_to_string(keys.join(name)).unwrap();
        let key = WechatPayPublicKey::from_pem(read("pub_key_id.txt"), read("pub_key.pem"));
        let api_v3_key = ApiV3Key::new(read("api_v3_key.txt")).unwrap();
        let server = Self {
            wrong,
            notifications: Notifications::new(Verifier::new(key.unwrap()), api_v3_key).unwrap(),
            handled: Arc::default(),
            count: keys.with_file_name("count"),
            counted: Arc::default(),
            seen: Arc::default(),
        };
        std::fs::write(&server.count, "0").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        tokio::spawn(server.clone().serve(listener));
        (server, url)
    }

    /// The headers and the bodies of all notifications.
    pub(crate) fn seen(&self) -> Vec<(hyper::HeaderMap, Bytes)> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn notifications(&self) -> &Notifications {
        &self.notifications
    }

    async fn serve(self, listener: TcpListener) {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            match self.wrong {
                Wrong::Closes => continue,
                Wrong::Endless => {
                    tokio::spawn(write_body(stream, 4096));
                    continue;
                }
                Wrong::NoHttp => {
                    tokio::spawn(write_line(stream));
                    continue;
                }
                Wrong::Breaks => {
                    tokio::spawn(write_body(stream, 1));
                    continue;
                }
                _ => {}
            }
            let is_last = self.wrong == Wrong::Ends;
            let server = self.clone();
            let service = service_fn(move |request| server.clone().respond(request));
            let connection = async move {
                let connection = http1::Builder::new();
                let _ = connection
                    .serve_connection(TokioIo::new(stream), service)
                    .await;
            };
            if is_last {
                drop(listener);
                return connection.await;
            }
            tokio::spawn(connection);
        }
    }

    async fn respond(
        self,
        request: Request<Incoming>,
    ) -> Result<Response<Full<Bytes>>, Box<dyn Error + Send + Sync>> {
        let (head, body) = request.into_parts();
        let body = body.collect().await?.to_bytes();
        let seen = (head.headers.clone(), body.clone());
        self.seen.lock().unwrap().push(seen);
        if self.wrong == Wrong::Slow {
            sleep(Duration::from_secs(6)).await;
        }
        if self.wrong == Wrong::Redirects {
            return Ok(redirect());
        }
        let mut response: Response<_> = self.reply(&head.headers, &body).await.into();
        let is_forged = response.status().is_client_error();
        if let (Wrong::UnknownOrder(status), false) = (self.wrong, is_forged) {
            *response.status_mut() = hyper::StatusCode::from_u16(status)?;
        }
        let is_early = || {
            self.notifications
                .parse(&head.headers, &body)
                .is_err_and(is_some_forged)
        };
        match self.wrong {
            Wrong::ClosesForged if is_forged => return Err("closed".into()),
            Wrong::RedirectsForged if is_forged => return Ok(redirect()),
            Wrong::RedirectsSome if is_early() => return Ok(redirect()),
            Wrong::FailsWith200 if is_forged => *response.status_mut() = hyper::StatusCode::OK,
            Wrong::FailsAlways => {
                let body = r#"{"code":"FAIL","message":"no key"}"#;
                return Ok(Response::new(Full::from(body)));
            }
            _ => {}
        }
        if self.wrong == Wrong::RefusesOrder && response.status().is_server_error() {
            *response.status_mut() = hyper::StatusCode::UNAUTHORIZED;
        }
        Ok(response)
    }

    async fn reply(&self, headers: &hyper::HeaderMap, body: &Bytes) -> Reply {
        let verified = match self.wrong {
            Wrong::AlteredBody => match serde_json::from_slice::<Value>(body) {
                Ok(json) => json.to_string().into(),
                Err(_) => body.clone(),
            },
            _ => body.clone(),
        };
        match self.notifications.parse(headers, &verified) {
            Ok(notification) => {
                let resource = serde_json::from_slice(notification.plaintext()).unwrap();
                self.paid(notification.id(), &resource).await
            }
            Err(error) => {
                if self.wrong == Wrong::HandlesForged {
                    self.handle();
                }
                let NotificationErrorKind::Unverified(kind) = error.kind() else {
                    return error.reply();
                };
                let is_accepted = match self.wrong {
                    Wrong::Signature => true,
                    Wrong::MissingSignature => matches!(kind, VerifyErrorKind::MissingHeader(_)),
                    Wrong::Probe => *kind == VerifyErrorKind::SignatureProbe,
                    Wrong::Timestamp => {
                        matches!(kind, VerifyErrorKind::TimestampOutOfWindow { .. })
                    }
                    _ => false,
                };
                match is_accepted {
                    true => Reply::success(),
                    false => error.reply(),
                }
            }
        }
    }

    async fn paid(&self, id: &str, resource: &Value) -> Reply {
        let takes_any_amount = matches!(self.wrong, Wrong::Amount | Wrong::AnyAmountOfOrder);
        if resource["amount"]["total"] != 100 && !takes_any_amount {
            return Reply::success();
        }
        let sub_mchid = &resource["sub_mchid"];
        if !sub_mchid.is_null() && sub_mchid != "1900000109" && self.wrong != Wrong::SubMerchant {
            return Reply::success();
        }
        let id = match self.wrong {
            Wrong::RefusesOrder | Wrong::AnyAmountOfOrder => {
                resource["out_trade_no"].as_str().unwrap()
            }
            _ => id,
        };
        let is_known = match self.wrong {
            Wrong::Race => {
                let is_known = self.handled.lock().unwrap().contains(id);
                sleep(Duration::from_millis(200)).await;
                self.handled.lock().unwrap().insert(id.to_owned());
                is_known
            }
            _ => !self.handled.lock().unwrap().insert(id.to_owned()),
        };
        if is_known && self.wrong == Wrong::RefusesOrder {
            return Reply::failure("known");
        }
        if is_known && self.wrong == Wrong::RefusesRepeated {
            return Reply::failure("known");
        }
        if !is_known || self.wrong == Wrong::Repeats {
            self.handle();
        }
        Reply::success()
    }

    fn handle(&self) {
        let mut counted = self.counted.lock().unwrap();
        *counted += 1;
        std::fs::write(&self.count, counted.to_string()).unwrap();
    }
}

fn redirect() -> Response<Full<Bytes>> {
    let redirect = Response::builder().status(302).header("location", "/login");
    redirect.body(Full::default()).unwrap()
}

/// Tests if a notification has an old timestamp, or is a probe.
fn is_some_forged(error: NotificationError) -> bool {
    matches!(
        error.kind(),
        NotificationErrorKind::Unverified(
            VerifyErrorKind::TimestampOutOfWindow { .. } | VerifyErrorKind::SignatureProbe
        )
    )
}

/// Writes a reply of 200 and some KiB of a body that promises to be longer.
async fn write_body(mut stream: TcpStream, kibibytes: usize) {
    let _ = stream.read(&mut [0; 16384]).await;
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n";
    let _ = stream.write_all(head.as_bytes()).await;
    for _ in 0..kibibytes {
        let _ = stream.write_all(&[b'x'; 1024]).await;
    }
}

async fn write_line(mut stream: TcpStream) {
    let _ = stream.read(&mut [0; 16384]).await;
    let _ = stream.write_all(b"no HTTP at all\r\n\r\n").await;
}
