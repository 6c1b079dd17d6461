//! A request as the gateway received it, for a test to inspect.

use bytes::Bytes;
use http::{
    HeaderMap,
    header::{CONTENT_TYPE, HOST},
    request::Parts,
};
use percent_encoding::percent_decode_str;

use super::{
    script,
    upload::{self, Part, ReceivedFile},
};

/// The approximate memory of a request besides its texts, in bytes.
const OVERHEAD: usize = 512;

/// A request that the [`Gateway`](super::Gateway) has read. [`Gateway::requests`](super::Gateway::requests) returns
/// them all.
///
/// ```
/// # use wechatpay_client::gateway::Gateway;
/// fn check(gateway: &Gateway) {
///     let requests = gateway.requests();
///     let last = requests.last().expect("the client sent a request");
///     assert_eq!((last.method(), last.path()), ("POST", "/v3/refund/domestic/refunds"));
///     assert!(last.is_authorized());
/// }
/// ```
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    method: String,
    target: String,
    headers: HeaderMap,
    body: Bytes,
    /// The parts of a multipart form; empty for another body.
    parts: Vec<Part>,
    authorized: bool,
    /// The scheme and host by which the client reached the gateway, `https://127.0.0.1:port`.
    origin: String,
}

impl ReceivedRequest {
    /// `scheme` is `https` or `http`.
    pub(super) fn new(scheme: &str, head: Parts, body: Bytes) -> Self {
        let target = head.uri.path_and_query();
        let content_type = head.headers.get(CONTENT_TYPE);
        let content_type = content_type.and_then(|value| value.to_str().ok());
        let parts = upload::parse_form(content_type.unwrap_or_default(), &body);
        let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
        Self {
            origin: format!("{scheme}://{}", host.unwrap_or_default()),
            method: head.method.to_string(),
            target: target.map_or_else(String::new, ToString::to_string),
            headers: head.headers,
            body,
            parts: parts.unwrap_or_default(),
            authorized: false,
        }
    }

    pub(super) fn set_authorized(&mut self) {
        self.authorized = true;
    }

    /// The HTTP method, such as `POST`.
    #[must_use]
    pub fn method(&self) -> &str {
        &self.method
    }

    /// The path and the query of the request as sent, such as `/v3/certificates?algorithm_type=RSA`.
    #[must_use]
    pub fn target(&self) -> &str {
        &self.target
    }

    /// The path of the request without the query, as sent.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The value of the header `name`, in any case. `None` if the request lacks the header, or if the value is not
    /// ASCII text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// All headers of the request.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body of the request; empty if the request has none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// `true` if the body is a multipart form: the request is an upload.
    #[must_use]
    pub fn is_form(&self) -> bool {
        upload::is_form(self.header(CONTENT_TYPE.as_str()).unwrap_or_default())
    }

    /// The parts of a form, in order.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The part `meta` of an upload, which is the signed JSON. `None` if the request is not an upload.
    #[must_use]
    pub fn meta(&self) -> Option<&Bytes> {
        self.parts.iter().find_map(Part::meta)
    }

    /// The file of an upload: the part of the form that has a file name. `None` if the request is not an upload.
    #[must_use]
    pub fn file(&self) -> Option<&ReceivedFile> {
        self.parts.iter().find_map(Part::file)
    }

    /// The text part `name` of an upload. `None` if the request has no such part, or if the part is not UTF-8.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.parts.iter().find_map(|part| part.text(name))
    }

    /// The text parts of an upload except `meta`, by their names. Empty if the request is not an upload.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.parts.iter().filter_map(Part::named_text)
    }

    /// The values of the placeholders of `template`, decoded, each with the name of its placeholder. `None` if the path
    /// of the request does not match.
    ///
    /// ```
    /// # use wechatpay_client::gateway::{Gateway, ScriptedResponse};
    /// # use serde_json::json;
    /// # fn script(gateway: &Gateway) {
    /// const QUERY: &str = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    /// gateway.respond_with("GET", QUERY, |request| {
    ///     let values = request.path_values(QUERY).unwrap_or_default();
    ///     ScriptedResponse::ok(json!({ "out_trade_no": values[0].1, "trade_state": "SUCCESS" }))
    /// });
    /// # }
    /// ```
    #[must_use]
    pub fn path_values<'t>(&self, template: &'t str) -> Option<Vec<(&'t str, String)>> {
        if !script::matches(template, self.path()) {
            return None;
        }
        let pairs = template.split('/').zip(self.path().split('/'));
        let values = pairs.filter_map(|(expected, found)| {
            let name = expected.strip_prefix('{')?.strip_suffix('}')?;
            Some((name, decoded(found)))
        });
        Some(values.collect())
    }

    /// The query parameters in order, names and values decoded.
    #[must_use]
    pub fn query_pairs(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        pairs
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect()
    }

    /// A query parameter, still percent-encoded.
    pub(super) fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.target.split_once('?')?;
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find_map(|(found, value)| (found == name).then_some(value))
    }

    /// The scheme and host by which the client reached the gateway.
    pub(super) fn origin(&self) -> &str {
        &self.origin
    }

    /// The approximate memory of the request, in bytes.
    pub(super) fn size(&self) -> usize {
        let headers = self.headers.iter();
        let headers: usize = headers
            .map(|(name, value)| name.as_str().len() + value.len())
            .sum();
        OVERHEAD + self.origin.len() + self.target.len() + headers + self.body.len()
    }

    /// The signed part of the body: the whole body, or the meta of an upload.
    pub(super) fn signed_body(&self) -> &[u8] {
        self.meta().unwrap_or(&self.body)
    }

    /// `true` if the gateway accepted the signature of the request. If not, the gateway responded with 401.
    #[must_use]
    pub fn is_authorized(&self) -> bool {
        self.authorized
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
