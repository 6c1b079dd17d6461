//! `--dry-run`: the request as it would be sent.
//!
//! The request is sent to a server in this process, so that the client makes it as always.

use std::{collections::BTreeMap, io, net::Ipv4Addr};

use http_body_util::Empty;
use hyper::{
    StatusCode,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use serde::Serialize;
use tokio::{net::TcpListener, sync::mpsc, task::JoinHandle};
use wechatpay_client::{
    Client,
    gateway::{ReceivedRequest, sandbox::Handler},
};

use crate::{
    failure::{Failure, Result},
    output::{BOLD, Report, YELLOW},
    sender::Request,
    settings::Settings,
    throwaway,
};

/// The most of a body that is shown, in bytes.
const SHOWN: usize = 64 * 1024;

/// A request that was not sent to WeChat Pay.
#[derive(Debug, Serialize)]
pub(super) struct DryRun {
    method: String,
    url: String,
    /// The message that is signed.
    message: String,
    headers: BTreeMap<String, String>,
    body: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

const STAND_IN: &str = "a key of this program stands in for that of WeChat Pay, in `Wechatpay-Serial` and for sensitive \
members: give --public-key and --public-key-id, or --platform-certificate";

impl DryRun {
    /// Makes the request and signs it.
    pub(super) async fn of(request: &Request, settings: &Settings) -> Result<Self> {
        let options = settings.options();
        let has_key = options.public_key.is_some() || options.platform_certificate.is_some();
        let verifier = match has_key {
            true => settings.verifier()?,
            false => throwaway::verifier()?,
        };
        let merchant = settings.merchant()?;
        // A base URL that the call would refuse, such as that with a password, is not shown.
        settings.client_of(merchant.clone(), verifier.clone())?;
        let mut receiver = Receiver::start().await?;
        let mut client = Client::builder(merchant, verifier)
            .base_url(&receiver.base_url)
            .max_retries(0);
        if options.global {
            client = client.global();
        }
        let client = client.build().map_err(Failure::configuration)?;
        let sent = match request.operation().responds_with_file() {
            true => request.download(&client).await.map(drop),
            false => request.send(&client).await.map(drop),
        };
        let Ok(arrived) = receiver.received.try_recv() else {
            return Err(sent.err().unwrap_or_else(|| {
                Failure::configuration("the request did not arrive at the server in this program")
            }));
        };
        Ok(Self {
            note: (!has_key).then_some(STAND_IN),
            ..Self::shown(&arrived, options.host_url().trim_end_matches('/'))
        })
    }

    fn shown(arrived: &ReceivedRequest, base_url: &str) -> Self {
        let headers = arrived.headers().iter().map(|(name, value)| {
            let text = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (canonical(name.as_str()), text)
        });
        let mut headers: BTreeMap<_, _> = headers.collect();
        let host = base_url
            .split_once("://")
            .map_or(base_url, |(_, rest)| rest);
        let host = host.split('/').next().unwrap_or_default();
        headers.insert("Host".to_owned(), host.to_owned());
        Self {
            method: arrived.method().to_owned(),
            url: format!("{base_url}{}", arrived.target()),
            message: message(arrived),
            headers,
            body: body(arrived),
            note: None,
        }
    }
}

/// A server in this program that keeps requests, and refuses them. It stops when it is dropped.
struct Receiver {
    base_url: String,
    received: mpsc::UnboundedReceiver<ReceivedRequest>,
    serving: JoinHandle<()>,
}

impl Receiver {
    async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let (sender, received) = mpsc::unbounded_channel();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let keep = service_fn(|request| keep(request, &sender));
                let served = http1::Builder::new().serve_connection(TokioIo::new(stream), keep);
                // The client reports a broken connection.
                drop(served.await);
            }
        });
        Ok(Self {
            base_url,
            received,
            serving,
        })
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

async fn keep(
    request: hyper::Request<Incoming>,
    received: &mpsc::UnboundedSender<ReceivedRequest>,
) -> io::Result<hyper::Response<Empty<Bytes>>> {
    if let Some(request) = Handler::read("http", request).await? {
        // The receiver waits for the response.
        let _ = received.send(request);
    }
    let mut response = hyper::Response::new(Empty::new());
    *response.status_mut() = StatusCode::BAD_REQUEST;
    Ok(response)
}

/// The message that the signature in `Authorization` is of.
fn message(arrived: &ReceivedRequest) -> String {
    let authorization = arrived.header("Authorization").unwrap_or_default();
    let value = |name: &str| {
        let (_, rest) = authorization.split_once(&format!("{name}=\""))?;
        rest.split('"').next()
    };
    let signed = arrived.meta().unwrap_or_else(|| arrived.body());
    format!(
        "{}\n{}\n{}\n{}\n{}\n",
        arrived.method(),
        arrived.target(),
        value("timestamp").unwrap_or_default(),
        value("nonce_str").unwrap_or_default(),
        String::from_utf8_lossy(signed),
    )
}

/// The body as text. The content of an uploaded file is left out.
fn body(arrived: &ReceivedRequest) -> String {
    let Some(file) = arrived.file() else {
        let bytes = arrived.body();
        let shown = bytes.get(..SHOWN).unwrap_or(bytes);
        let text = String::from_utf8_lossy(shown).into_owned();
        return match bytes.len() > SHOWN {
            true => format!("{text}… ({} bytes)", bytes.len()),
            false => text,
        };
    };
    let meta = arrived
        .meta()
        .map(|meta| String::from_utf8_lossy(meta).into_owned());
    let mut parts: Vec<_> = meta
        .map(|meta| format!("meta: {meta}"))
        .into_iter()
        .collect();
    parts.extend(
        arrived
            .texts()
            .map(|(name, text)| format!("{name}: {text}")),
    );
    parts.push(format!(
        "{}: {} ({}, {} bytes)",
        file.part_name(),
        file.filename(),
        file.content_type(),
        file.bytes().len()
    ));
    parts.join("\n")
}

/// The name of a header with upper-case initials.
fn canonical(name: &str) -> String {
    let words = name.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect::<Vec<_>>().join("-")
}

impl Report for DryRun {
    fn write_text(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out, "{BOLD}{} {}{BOLD:#}", self.method, self.url)?;
        for (name, value) in &self.headers {
            writeln!(out, "{name}: {value}")?;
        }
        if !self.body.is_empty() {
            writeln!(out, "\n{}", self.body)?;
        }
        writeln!(
            out,
            "\n{BOLD}The message that is signed{BOLD:#}\n{}",
            self.message
        )?;
        if let Some(note) = self.note {
            writeln!(out, "{YELLOW}note:{YELLOW:#} {note}")?;
        }
        writeln!(out, "Nothing was sent to WeChat Pay.")
    }
}
