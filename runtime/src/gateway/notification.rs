//! Notifications that a gateway makes and sends to the server under test.

use std::io;

use bytes::Bytes;
use http::{
    Request, Response, Uri,
    header::{HOST, HeaderValue},
};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::TcpStream;

use super::{Gateway, scripted_response::Fault};
use crate::{ApiV3Key, notification::Notifications};

impl Gateway {
    /// The APIv3 key (APIv3密钥) of the gateway's merchant, which decrypts notifications and platform certificates.
    #[must_use]
    pub fn api_v3_key(&self) -> ApiV3Key {
        self.keys.merchant.api_v3_key()
    }

    /// A [`Notifications`] that verifies and decrypts the notifications of this gateway.
    #[must_use]
    pub fn notifications(&self) -> Notifications {
        self.keys.merchant.notification_signer().notifications()
    }

    /// Makes the request of a notification, to pass to [`notify`](Self::notify) or to
    /// [`Notifications::parse`]. Encrypts `resource` with [`api_v3_key`](Self::api_v3_key), and signs so that
    /// [`public_key`](Self::public_key) verifies the request. `original_type` is the type of the resource, such as
    /// `transaction` or `refund`.
    ///
    /// ```
    /// # use wechatpay_client::gateway::Gateway;
    /// # use serde_json::json;
    /// # fn example(gateway: &Gateway) -> Result<(), Box<dyn std::error::Error>> {
    /// let order = json!({ "out_trade_no": "1217752501201407033233368018" });
    /// let request = gateway.notification("TRANSACTION.SUCCESS", "transaction", &order)?;
    /// let notification = gateway.notifications().parse(request.headers(), request.body())?;
    /// assert_eq!(notification.original_type(), Some("transaction"));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// OpenSSL fails.
    pub fn notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
    ) -> io::Result<Request<Bytes>> {
        self.make_notification(event_type, original_type, resource, None)
    }

    /// Makes a notification as [`notification`](Self::notification) does, with a fault in the signature or the body.
    ///
    /// # Errors
    ///
    /// - [`InvalidInput`](io::ErrorKind::InvalidInput) if the fault drops the connection, or cannot affect the
    ///   notification.
    /// - Another kind if OpenSSL fails.
    pub fn faulty_notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
        fault: Fault,
    ) -> io::Result<Request<Bytes>> {
        self.make_notification(event_type, original_type, resource, Some(fault))
    }

    /// Sends a notification to a server on this machine, and returns the reply of the server. `url` is
    /// `http://127.0.0.1:port/path`; a query is not sent.
    ///
    /// # Errors
    ///
    /// - `url` is not a URL with a host and a port.
    /// - The server cannot be reached, or does not reply.
    pub async fn notify(
        &self,
        url: &str,
        notification: Request<Bytes>,
    ) -> io::Result<Response<Bytes>> {
        let uri: Uri = url.parse().map_err(io::Error::other)?;
        let host = uri.authority().ok_or(io::ErrorKind::InvalidInput)?;
        let stream = TcpStream::connect(host.as_str()).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
            .await
            .map_err(io::Error::other)?;
        tokio::spawn(async move { drop(connection.await) });
        let mut request = notification.map(Full::new);
        let host = HeaderValue::from_str(host.as_str()).map_err(io::Error::other)?;
        request.headers_mut().insert(HOST, host);
        *request.uri_mut() = Uri::try_from(uri.path()).map_err(io::Error::other)?;
        let response = sender
            .send_request(request)
            .await
            .map_err(io::Error::other)?;
        let (head, body) = response.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?;
        Ok(Response::from_parts(head, body.to_bytes()))
    }

    fn make_notification(
        &self,
        event_type: &str,
        original_type: &str,
        resource: &Value,
        fault: Option<Fault>,
    ) -> io::Result<Request<Bytes>> {
        let signer = self.keys.merchant.notification_signer();
        let now = self.context.now();
        let body = signer.body_at(now, event_type, original_type, resource)?;
        signer.sign_at(now, body, fault)
    }
}
