//! The gateway's side of the request signature.

use hyper::header;
use serde_json::{Value, json};

use super::{
    keys::{Keys, MCHID},
    received::ReceivedRequest,
    reply::Reply,
};
use crate::{crypto::decode_base64, sign};

const SCHEME: &str = "WECHATPAY2-SHA256-RSA2048 ";

/// How old or early a request may be, in seconds.
const WINDOW: u64 = 300;

/// What `Authorization` states.
#[derive(Default)]
struct Statement<'a> {
    mchid: &'a str,
    nonce_str: &'a str,
    timestamp: &'a str,
    serial_no: &'a str,
    signature: &'a str,
}

/// Checks a request as the real gateway does; the reply to a wrong one is 401 `SIGN_ERROR`, unsigned.
pub(super) fn check(keys: &Keys, request: &ReceivedRequest, now: u64) -> Result<(), Reply> {
    let stated = Statement::parse(request.header(header::AUTHORIZATION.as_str()))
        .ok_or_else(|| refusal("Http头Authorization值格式错误", "malformed", None))?;
    if stated.mchid != MCHID || stated.serial_no != keys.merchant.serial_no() {
        return Err(refusal(
            "商户证书序列号有误",
            "unknown serial_no of mchid",
            None,
        ));
    }
    let timestamp = stated.timestamp.parse::<u64>();
    let Some(timestamp) = timestamp.ok().filter(|t| t.abs_diff(now) <= WINDOW) else {
        return Err(refusal(
            "timestamp与当前时间相差超过5分钟",
            "timestamp expired",
            None,
        ));
    };
    let message = sign::message(
        request.method(),
        request.target(),
        timestamp,
        stated.nonce_str,
        request.signed(),
    );
    let signature = decode_base64(stated.signature.as_bytes()).unwrap_or_default();
    if keys.merchant_key.verifies(&[&message], &signature) {
        Ok(())
    } else {
        let information = sign_information(request, &message);
        Err(refusal("签名错误", "sign not match", Some(information)))
    }
}

/// As the real gateway words it: `detail` nests another one, and says where the fault lies.
fn refusal(message: &str, issue: &str, sign_information: Option<Value>) -> Reply {
    let mut detail = json!({
        "detail": { "issue": issue },
        "field": "signature",
        "location": "authorization",
    });
    if let (Some(detail), Some(information)) = (detail.as_object_mut(), sign_information) {
        detail.insert("sign_information".to_owned(), information);
    }
    let body = json!({ "code": "SIGN_ERROR", "message": message, "detail": detail });
    Reply::json(401, body).unsigned()
}

/// The gateway's own view of the message, its body cut after 8 characters.
fn sign_information(request: &ReceivedRequest, message: &[u8]) -> Value {
    let shown = message.len() - request.signed().len() - 1;
    let head = String::from_utf8_lossy(message.get(..shown).unwrap_or_default());
    let body = String::from_utf8_lossy(request.signed());
    let body: String = body.chars().take(8).collect();
    json!({
        "method": request.method(),
        "url": request.target(),
        "truncated_sign_message": format!("{head}{body}"),
        "sign_message_length": message.len(),
    })
}

impl<'a> Statement<'a> {
    fn parse(header: Option<&'a str>) -> Option<Self> {
        let mut stated = Self::default();
        for part in header?.strip_prefix(SCHEME)?.split(',') {
            let (key, value) = part.split_once('=')?;
            let value = value.strip_prefix('"')?.strip_suffix('"')?;
            *match key {
                "mchid" => &mut stated.mchid,
                "nonce_str" => &mut stated.nonce_str,
                "timestamp" => &mut stated.timestamp,
                "serial_no" => &mut stated.serial_no,
                "signature" => &mut stated.signature,
                _ => return None,
            } = value;
        }
        Some(stated)
    }
}
