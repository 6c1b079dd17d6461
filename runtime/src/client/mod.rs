//! The client, and the whole protocol of one request in [`Client::execute`].

mod builder;

use std::{
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use http_body_util::{BodyExt, Full};
use hyper::{
    body::Bytes,
    header::{self, HeaderValue},
};
use tokio::time::Instant;

pub use builder::ClientBuilder;

use crate::{
    crypto::{self, PrivateKey},
    error::{ApiError, BuildError, FileProblem, Result},
    request::Request,
    sign::Merchant,
    transport::Transport,
    upload::Multipart,
    verify::{Verified, Verifier, is_signed},
};

const USER_AGENT: &str = concat!("wechatpay-client/", env!("CARGO_PKG_VERSION"));

const JSON: &str = "application/json";

/// For a deadline beyond what the clock can count: thirty years.
const NEVER: Duration = Duration::from_secs(30 * 365 * 86_400);

/// A client of WeChat Pay APIv3 for one merchant (商户) or service provider (服务商).
///
/// Every trait declared with [`wechatpay_api`](crate::wechatpay_api) is implemented for it. A clone
/// is cheap and shares the connections. Calls run on tokio, with its I/O and time drivers; a connection
/// is used by calls of the runtime that made it alone.
#[derive(Clone, Debug)]
pub struct Client {
    shared: Arc<Shared>,
    deadline: Duration,
}

#[derive(Debug)]
struct Shared {
    merchant: Merchant,
    verifier: Verifier,
    host: HeaderValue,
    transport: Transport,
}

impl Client {
    /// Starts a client that signs as `merchant` and trusts the keys of `verifier`.
    pub fn builder(merchant: Merchant, verifier: Verifier) -> ClientBuilder {
        ClientBuilder::new(merchant, verifier)
    }

    /// The same client, on the same connections, with another deadline for its calls:
    /// `client.deadline(Duration::from_secs(5)).query_order(…)`.
    #[must_use]
    pub fn deadline(&self, deadline: Duration) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            deadline,
        }
    }

    /// One request, from its frozen bytes to the verified body of its answer.
    pub(crate) async fn execute(&self, request: Request) -> Result<Verified<Bytes>> {
        let start = Instant::now();
        let deadline = start.checked_add(self.deadline).unwrap_or(start + NEVER);
        let accepted = request.endpoint.accepted;
        let authorized = self.authorize(request).await?;
        let answer = self.shared.transport.send(authorized, deadline).await?;
        if !answer.status().is_success() && !is_signed(answer.headers()) {
            return Err(ApiError::unauthenticated(&answer).into());
        }
        let verified = self.shared.verifier.verify(answer, unix_now())?;
        if is_success(verified.status(), accepted) {
            Ok(verified)
        } else {
            Err(ApiError::authenticated(&verified).into())
        }
    }

    /// The key that sensitive values of answers are encrypted for.
    pub(crate) fn private_key(&self) -> &PrivateKey {
        self.shared.merchant.private_key()
    }

    /// The request as it goes on the wire: signed, with a timestamp and nonce of its own.
    ///
    /// Sensitive values are encrypted here, with the very key that the request names.
    async fn authorize(&self, request: Request) -> Result<hyper::Request<Full<Bytes>>> {
        let Shared {
            merchant,
            verifier,
            host,
            ..
        } = &*self.shared;
        let now = unix_now();
        let preferred = verifier.preferred(now);
        let request = request.sealed(preferred.map(|(_, key)| key))?;
        let nonce = crypto::nonce().map_err(|_| BuildError::Signing)?;
        let authorization = merchant.authorization(
            request.method().as_str(),
            request.target(),
            now,
            &nonce,
            request.body(),
        )?;
        let Request {
            endpoint,
            uri,
            mut headers,
            mut body,
            file,
            ..
        } = request;
        headers.insert(header::HOST, host.clone());
        headers.insert(header::AUTHORIZATION, header_value(&authorization)?);
        headers.insert(header::ACCEPT, HeaderValue::from_static(JSON));
        headers.insert(header::USER_AGENT, HeaderValue::from_static(USER_AGENT));
        if let Some((serial, _)) = preferred {
            headers.insert("wechatpay-serial", header_value(serial)?);
        }
        if let Some(file) = file {
            let boundary = crypto::nonce().map_err(|_| BuildError::Signing)?;
            let content_type = header_value(&Multipart::content_type(&boundary))?;
            headers.insert(header::CONTENT_TYPE, content_type);
            let form = Multipart::new(&boundary, &body.unwrap_or_default(), &file);
            // In memory, until the transport takes bodies as they come.
            let form = form.collect().await;
            let form = form.map_err(|error| BuildError::from(FileProblem::of(&error)))?;
            body = Some(form.to_bytes());
        } else if body.is_some() {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
        }
        let mut authorized = hyper::Request::new(Full::new(body.unwrap_or_default()));
        *authorized.method_mut() = endpoint.method.clone();
        *authorized.uri_mut() = uri;
        *authorized.headers_mut() = headers;
        Ok(authorized)
    }
}

/// 204 and the other 2xx are done; 202 is «accepted, not done», unless the operation answers so by
/// design.
fn is_success(status: u16, accepted: bool) -> bool {
    matches!(status, 200..=299) && (status != 202 || accepted)
}

/// All that goes into headers is validated where it comes in, so this does not fail.
fn header_value(text: &str) -> Result<HeaderValue, BuildError> {
    HeaderValue::from_str(text).map_err(|_| BuildError::Signing)
}

/// Unix seconds. A clock before 1970 counts as 1970: the server then says that it is wrong.
pub(crate) fn unix_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
