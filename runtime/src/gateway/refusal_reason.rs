//! The reasons of refused signatures, as far as the gateway knows them. WeChat Pay does not tell them, so that only the
//! user of `wechatpay sandbox` reads them.

use percent_encoding::percent_decode_str;

use super::{context::GatewayContext, merchant::GatewayMerchant, received::ReceivedRequest};
use crate::{
    crypto::PublicKey,
    sign::{Scheme, SignedValueError, SignedValueErrorKind, message::SignedRequest},
};

/// The reason of an `Authorization` that cannot be read.
pub(super) fn malformed(header: Option<&str>) -> String {
    match header {
        None => "the request has no header `Authorization`, or the header is not ASCII".to_owned(),
        Some(_) => format!(
            "the header `Authorization` is not of the form `{} mchid=\"…\",nonce_str=\"…\",timestamp=\"…\",\
             serial_no=\"…\",signature=\"…\"`",
            Scheme::Merchant.signature_type()
        ),
    }
}

/// The reason of an `Authorization` without some of its parts.
pub(super) fn missing(names: &[&str]) -> String {
    let names = names.join("`, `");
    format!("the header `Authorization` lacks `{names}`")
}

/// The reason of an `Authorization` with a part more than once.
pub(super) fn repeated(name: &str) -> String {
    format!("the header `Authorization` has `{name}` more than once")
}

/// The reason of a scheme that the path does not have.
pub(super) fn wrong_scheme(scheme: Scheme) -> String {
    let used = scheme.signature_type();
    let (needed, owner) = match scheme {
        Scheme::Merchant => (Scheme::Brand.signature_type(), "a brand"),
        Scheme::Brand => (Scheme::Merchant.signature_type(), "a merchant"),
    };
    format!("the request has the scheme {used}, but this path is of {owner}, with {needed}")
}

/// The reason of a timestamp that is refused at `now`.
pub(super) fn timestamp(timestamp: &str, now: u64) -> String {
    match timestamp.parse::<u64>() {
        Ok(time) if time < now => format!("the timestamp is {} s old", now - time),
        Ok(time) => format!("the timestamp is {} s in the future", time - now),
        Err(_) => "the timestamp is not in Unix seconds".to_owned(),
    }
}

/// The reason of a number that no merchant or brand has.
pub(super) fn sender(scheme: Scheme, id: &str) -> String {
    let name = scheme.id_name();
    format!("no account has the {name} {id:?}")
}

/// The reason of a serial number that is none of the merchant's certificates.
pub(super) fn serial_no(
    context: &GatewayContext,
    scheme: Scheme,
    id: &str,
    serial_no: &str,
) -> String {
    let state = context.state();
    let accounts = state.merchants.iter();
    let own = accounts.filter(|account| (account.scheme(), account.id()) == (scheme, id));
    let own: Vec<_> = own.map(GatewayMerchant::serial_no).collect();
    let own = own.join(" or ");
    format!("the certificate of {id} has the serial number {own}, and not {serial_no:?}")
}

/// The reason of a value that no client can have signed.
pub(super) fn unsignable(error: &SignedValueError) -> String {
    let name = match error.parameter() {
        "nonce" => "nonce_str",
        name => name,
    };
    match error.kind() {
        SignedValueErrorKind::Empty => format!("the `{name}` of the request is empty"),
        _ => format!(
            "the `{name}` of the request has a character that cannot be signed, such as a tab or a quotation mark"
        ),
    }
}

/// The reason of a signature that does not verify: another message or another key, if it is one that is often confused.
pub(super) fn mismatch(
    context: &GatewayContext,
    request: &ReceivedRequest,
    signed: SignedRequest<'_>,
    (key, signature): (&PublicKey, &[u8]),
) -> String {
    if signature.is_empty() {
        return "the signature is empty, or not base64".to_owned();
    }
    if let Some(mistake) = other_message(request, signed, (key, signature)) {
        return format!("the signed message is that of a request with {mistake}");
    }
    match signing_account(context, signed, signature) {
        Some(id) => format!("the signature is by the key of {id}"),
        None => {
            "the private key is not that of the certificate, or the signed message is another one"
                .to_owned()
        }
    }
}

/// The mistake in the message that was signed, if the key signed another message.
fn other_message(
    request: &ReceivedRequest,
    signed: SignedRequest<'_>,
    (key, signature): (&PublicKey, &[u8]),
) -> Option<&'static str> {
    let verifies = |message: &[u8]| key.verifies(&[message], signature);
    let url = format!("{}{}", request.origin(), signed.target);
    let decoded = percent_decode_str(signed.target).decode_utf8_lossy();
    let method = signed.method.to_lowercase();
    let with_target = |target| SignedRequest { target, ..signed };
    let messages = [
        (
            "an empty body",
            SignedRequest {
                body: b"",
                ..signed
            },
        ),
        ("no query", with_target(request.path())),
        ("a whole URL in place of the path", with_target(&url)),
        ("a path that is not percent-encoded", with_target(&decoded)),
        (
            "a method in lower case",
            SignedRequest {
                method: &method,
                ..signed
            },
        ),
    ];
    let mut messages = messages.into_iter();
    let mistake = messages.find(|(_, message)| verifies(&bytes(*message)));
    mistake.map(|(mistake, _)| mistake).or_else(|| {
        let message = bytes(signed);
        let cut = message.strip_suffix(b"\n")?;
        verifies(cut).then_some("no line feed after the body")
    })
}

/// The number of the account whose key signed the request.
fn signing_account(
    context: &GatewayContext,
    signed: SignedRequest<'_>,
    signature: &[u8],
) -> Option<String> {
    let message = bytes(signed);
    let accounts = context.state().merchants.clone();
    let signer = accounts
        .iter()
        .find(|account| account.certificate_key().verifies(&[&message], signature))?;
    Some(signer.id().to_owned())
}

/// The message, also if the client would refuse to sign it.
fn bytes(signed: SignedRequest<'_>) -> Vec<u8> {
    let SignedRequest {
        method,
        target,
        timestamp,
        nonce,
        body,
    } = signed;
    let mut message = format!("{method}\n{target}\n{timestamp}\n{nonce}\n").into_bytes();
    message.extend_from_slice(body);
    message.push(b'\n');
    message
}
