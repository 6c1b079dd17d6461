//! Checks the `Authorization` header of a request that the gateway received.

use http::header;
use serde_json::{Value, json};

use super::{
    context::GatewayContext, received::ReceivedRequest, refusal_reason,
    scripted_response::ScriptedResponse,
};
use crate::{
    crypto::decode_base64,
    sign::Scheme,
    sign::message::{Message, SignedRequest},
};

/// The largest accepted difference between the timestamp of a request and the gateway's clock, in seconds.
const WINDOW: u64 = 300;

const SERIAL_NO: &str = "serial_no";
const SCHEMES: [Scheme; 2] = [Scheme::Merchant, Scheme::Brand];
// The messages of the real gateway.
const MALFORMED: &str = "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》";
const WRONG_SCHEME: &str = "Http头Authorization认证类型不正确";
const EXPIRED: &str = "Http头Authorization中的timestamp与发起请求的时间不得超过5分钟";
const UNKNOWN_SERIAL_NO: &str = "商户证书序列号有误。请使用签名私钥匹配的证书序列号";
const MISMATCH: &str = "签名错误";

/// The numbers at the end of `Request-ID`, from the official troubleshooting manuals (排障手册).
const NUMBER: u64 = 268_443_699;
const NUMBER_OF_MALFORMED: u64 = 270_924_332;

/// The parts of `Authorization`, each a name and a value. Some may be missing, and some repeated.
struct Authorization<'a> {
    scheme: Scheme,
    parts: Vec<(&'a str, &'a str)>,
}

/// The parts of an `Authorization` that has each part once.
struct Complete<'a> {
    /// The number of the merchant or brand.
    id: &'a str,
    nonce_str: &'a str,
    timestamp: &'a str,
    serial_no: &'a str,
    signature: &'a str,
}

/// Checks the signature of a request as the real gateway does. If it is wrong, the response is an unsigned 401
/// `SIGN_ERROR`.
pub(super) fn check(
    context: &GatewayContext,
    request: &ReceivedRequest,
    now: u64,
) -> Result<(), ScriptedResponse> {
    let header = request.header(header::AUTHORIZATION.as_str());
    let authorization = Authorization::parse(header).ok_or_else(|| {
        let message = match header {
            Some(header) if !header.is_empty() && scheme(header).is_none() => WRONG_SCHEME,
            _ => MALFORMED,
        };
        malformed(message, refusal_reason::malformed(header))
    })?;
    let scheme = authorization.scheme;
    let authorization = authorization
        .complete()
        .map_err(|reason| malformed(MALFORMED, reason))?;
    let id = authorization.id;
    if !scheme.serves(request.path()) {
        return Err(malformed(
            WRONG_SCHEME,
            refusal_reason::wrong_scheme(scheme),
        ));
    }
    let timestamp = authorization.timestamp.parse::<u64>();
    let Some(timestamp) = timestamp.ok().filter(|t| t.abs_diff(now) <= WINDOW) else {
        let reason = refusal_reason::timestamp(authorization.timestamp, now);
        return Err(refusal(EXPIRED, reason));
    };
    if !context.serves(scheme, id) {
        return Err(refusal(MISMATCH, refusal_reason::sender(scheme, id)));
    }
    let merchant = context.merchant(scheme, id, authorization.serial_no);
    let merchant = merchant.ok_or_else(|| {
        let serial_no = authorization.serial_no;
        let reason = refusal_reason::serial_no(context, scheme, id, serial_no);
        refusal(UNKNOWN_SERIAL_NO, reason)
    })?;
    let signed = SignedRequest {
        method: request.method(),
        target: request.target(),
        timestamp,
        nonce: authorization.nonce_str,
        body: request.signed_body(),
    };
    let message = Message::Request(signed).to_bytes();
    let message = message.map_err(|error| refusal(MISMATCH, refusal_reason::unsignable(&error)))?;
    let signature = decode_base64(authorization.signature.as_bytes()).unwrap_or_default();
    let key = merchant.certificate_key();
    if key.verifies(&[&message], &signature) {
        return Ok(());
    }
    let reason = refusal_reason::mismatch(context, request, signed, (key, &signature));
    Err(mismatch(sign_information(request, &message), reason))
}

/// The sender that `Authorization` names: the scheme, the number, and the serial number of the certificate, which is empty
/// if it is missing.
pub(super) fn sender(request: &ReceivedRequest) -> Option<(Scheme, &str, &str)> {
    let authorization = Authorization::parse(request.header(header::AUTHORIZATION.as_str()))?;
    let id = authorization.value(authorization.scheme.id_name())?;
    let serial_no = authorization.value(SERIAL_NO).unwrap_or_default();
    Some((authorization.scheme, id, serial_no))
}

/// The signature scheme that `Authorization` names; the merchant's if it names none.
pub(super) fn scheme_of(request: &ReceivedRequest) -> Scheme {
    let header = request
        .header(header::AUTHORIZATION.as_str())
        .unwrap_or_default();
    let is_used = |scheme: &Scheme| header.starts_with(scheme.signature_type());
    SCHEMES
        .into_iter()
        .find(is_used)
        .unwrap_or(Scheme::Merchant)
}

/// 401 `SIGN_ERROR`. The response does not tell the reason.
fn refusal(message: &str, reason: String) -> ScriptedResponse {
    let refusal = ScriptedResponse::error(401, "SIGN_ERROR", message);
    let refusal = refusal.with_request_id_number(NUMBER);
    refusal.unsigned().with_reason(reason)
}

/// 401 `SIGN_ERROR` of a header that cannot be a right one, whatever was signed.
fn malformed(message: &str, reason: String) -> ScriptedResponse {
    refusal(message, reason).with_request_id_number(NUMBER_OF_MALFORMED)
}

/// 401 `SIGN_ERROR` with the message that the signature should be of, as the real gateway shows it to a merchant that it
/// knows.
fn mismatch(sign_information: Value, reason: String) -> ScriptedResponse {
    let body = json!({
        "code": "SIGN_ERROR",
        "message": MISMATCH,
        "detail": {
            "detail": { "issue": "sign not match" },
            "field": "signature",
            "location": "authorization",
            "sign_information": sign_information,
        },
    });
    let refusal = ScriptedResponse::json(401, body).with_request_id_number(NUMBER);
    refusal.unsigned().with_reason(reason)
}

/// The message that the gateway verified, its body cut after 8 characters.
fn sign_information(request: &ReceivedRequest, message: &[u8]) -> Value {
    let head_length = message.len() - request.signed_body().len() - 1;
    let head = String::from_utf8_lossy(message.get(..head_length).unwrap_or_default());
    let body = String::from_utf8_lossy(request.signed_body());
    let body: String = body.chars().take(8).collect();
    json!({
        "method": request.method(),
        "url": request.target(),
        "truncated_sign_message": format!("{head}{body}\n"),
        "sign_message_length": message.len(),
    })
}

impl<'a> Authorization<'a> {
    /// Reads a header. `None` if its form is wrong.
    fn parse(header: Option<&'a str>) -> Option<Self> {
        let header = header?;
        let scheme = scheme(header)?;
        let rest = header.split_once(' ').map_or("", |(_, rest)| rest);
        let names = names(scheme);
        let part = |part: &'a str| {
            let (name, value) = part.split_once('=')?;
            let value = value.strip_prefix('"')?.strip_suffix('"')?;
            names.contains(&name).then_some((name, value))
        };
        // A header without any part has no part that is empty.
        let parts = rest.split(',').filter(|_| !rest.is_empty());
        let parts: Option<_> = parts.map(part).collect();
        Some(Self {
            scheme,
            parts: parts?,
        })
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        let mut values = self.values(name);
        values.next()
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let parts = self.parts.iter();
        parts.filter_map(move |(known, value)| (*known == name).then_some(*value))
    }

    /// The parts. The error is the reason of the refusal.
    fn complete(&self) -> Result<Complete<'a>, String> {
        if let Some(reason) = self.mistake() {
            return Err(reason);
        }
        let value = |name| self.value(name).unwrap_or_default();
        let [id, nonce_str, timestamp, serial_no, signature] = names(self.scheme).map(value);
        Ok(Complete {
            id,
            nonce_str,
            timestamp,
            serial_no,
            signature,
        })
    }

    /// The reason of the refusal, if a part is missing or repeated.
    fn mistake(&self) -> Option<String> {
        let mut names = names(self.scheme).into_iter();
        let missing = names.clone().filter(|name| self.value(name).is_none());
        let missing: Vec<_> = missing.collect();
        if !missing.is_empty() {
            return Some(refusal_reason::missing(&missing));
        }
        let repeated = names.find(|name| self.values(name).count() > 1);
        repeated.map(refusal_reason::repeated)
    }
}

/// The signature scheme at the beginning of the header.
fn scheme(header: &str) -> Option<Scheme> {
    let used = header.split(' ').next();
    let mut schemes = SCHEMES.into_iter();
    schemes.find(|known| Some(known.signature_type()) == used)
}

/// The names of the parts.
const fn names(scheme: Scheme) -> [&'static str; 5] {
    [
        scheme.id_name(),
        "nonce_str",
        "timestamp",
        SERIAL_NO,
        "signature",
    ]
}
