//! A sandbox that runs, and the requests of its user.

use std::{fs, path::PathBuf, time::Duration};

use http_body_util::{BodyExt as _, Full};
use hyper::{
    Request,
    body::Bytes,
    client::conn::http1,
    header::{CONTENT_TYPE, HOST},
};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::{net::TcpStream, time::timeout};
use wechatpay_client::http::Method;

use crate::failure::{Exit, Failure, Result, with_sources};

/// The time in which the sandbox responds.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The sandbox's message about a path that it does not know.
const NO_REQUEST: &str = "the sandbox has no such request";

/// The sandbox of a folder.
pub(super) struct Running {
    folder: PathBuf,
    /// Host and port of plain HTTP.
    host: String,
    /// The ID of the sandbox. Another one may run at the same port.
    id: String,
}

impl Running {
    /// Finds the sandbox by the description in its folder.
    pub(super) fn find(folder: PathBuf) -> Result<Self> {
        let path = folder.join("sandbox.json");
        let description = fs::read(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Failure::configuration(format!(
                "no sandbox has run with the folder {}",
                folder.display()
            ))
            .cure("start it in another shell: wechatpay sandbox")
            .cure("or give its folder: --folder FOLDER"),
            _ => Failure::file(&path, "read", &error),
        })?;
        let description: Option<Value> = serde_json::from_slice(&description).ok();
        let found = description.and_then(|description| {
            let text = |name| description.get(name)?.as_str();
            let host = text("http")?.strip_prefix("http://")?;
            Some((host.to_owned(), text("id")?.to_owned()))
        });
        let (host, id) = found.ok_or_else(|| {
            Failure::configuration(format!("{} is not of a sandbox", path.display()))
                .cure("start the sandbox again, which writes the file")
        })?;
        Ok(Self { folder, host, id })
    }

    /// Makes a request below `/sandbox/`. Returns the JSON of the response; `null` if it has none.
    pub(super) async fn send(&self, method: Method, path: &str, body: String) -> Result<Value> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/sandbox/{path}"))
            .header(HOST, &self.host)
            .header(CONTENT_TYPE, "application/json")
            .header("sandbox-id", &self.id)
            .body(Full::new(Bytes::from(body)))
            .map_err(Failure::arguments)?;
        let exchange = timeout(TIMEOUT, self.exchange(request)).await;
        let (status, body) = exchange
            .map_err(|_| self.silent(&format!("timed out after {} s", TIMEOUT.as_secs())))??;
        match status {
            204 => Ok(Value::Null),
            421 => Err(self.silent("another sandbox does")),
            200 => serde_json::from_slice(&body).map_err(|_| self.other_program()),
            _ => Err(self.refused(status, &body)),
        }
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<(u16, Bytes)> {
        let stream = TcpStream::connect(&self.host).await;
        let stream = stream.map_err(|error| self.silent(&error.to_string()))?;
        let broken = |error: hyper::Error| self.silent(&with_sources(&error));
        let connected = http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = connected.map_err(broken)?;
        // The error of the connection is that of the request too.
        tokio::spawn(async move { drop(connection.await) });
        let response = sender.send_request(request).await.map_err(broken)?;
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.map_err(broken)?;
        Ok((status, body.to_bytes()))
    }

    fn silent(&self, reason: &str) -> Failure {
        let folder = self.folder.display();
        Failure::configuration(format!(
            "no sandbox runs at http://{} with the folder {folder}: {reason}",
            self.host
        ))
        .cure("start it in another shell: wechatpay sandbox")
        .cure("or give the folder of the one that runs: --folder FOLDER")
    }

    fn other_program(&self) -> Failure {
        Failure::configuration(format!("the program at http://{} is no sandbox", self.host))
            .cure("start the sandbox again: wechatpay sandbox")
    }

    /// The failure of an error response, which changed nothing.
    fn refused(&self, status: u16, body: &Bytes) -> Failure {
        let error: Value = serde_json::from_slice(body).unwrap_or_default();
        let text = |name: &str| error.get(name).and_then(Value::as_str);
        let (Some(code), Some(message)) = (text("code"), text("message")) else {
            return self.other_program();
        };
        let failure =
            Failure::configuration(format!("the sandbox refuses: {status} {code}: {message}"))
                .with_exit(Exit::NotExecuted);
        match (status, message) {
            (404, NO_REQUEST) => failure.cure(
                "see the requests of the sandbox's user: https://docs.rs/wechatpay-sandbox",
            ),
            (404, _) => failure.cure(format!(
                "see all orders, notifications and faults, with their numbers, on the page of the sandbox: http://{}",
                self.host
            )),
            _ => failure,
        }
    }
}
