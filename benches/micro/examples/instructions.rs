//! Code of a call without RSA, for callgrind to count: `instructions freeze|headers TIMES`. The instructions of 0
//! times are to be subtracted.

use std::{
    env,
    error::Error,
    time::{Duration, UNIX_EPOCH},
};

use hyper::{Response, body::Bytes, header::HeaderValue};
use wechatpay_client::{
    Client, Merchant, Result, Verifier, WechatPayPublicKey, error::SignerError, wechatpay_api,
};

const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";

/// A fixed key, since generating one does not always take as many instructions.
const PUBLIC_KEY: &str =
    include_str!("../../../tests/fixtures/vectors/keys/wechatpay-public-key.pub.pem");

const NOW: u64 = 1_767_139_200; // Unix seconds

#[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
trait QueryOrder {
    async fn query_order(&self, out_trade_no: &str, #[query] mchid: &str) -> Result<()>;
}

/// A signer that fails.
struct NoKey;

impl wechatpay_client::Signer for NoKey {
    async fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignerError> {
        Err("no key".into())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = env::args().nth(1).ok_or("freeze or headers")?;
    let times: u32 = env::args().nth(2).ok_or("how many times")?.parse()?;
    let verifier = Verifier::new(WechatPayPublicKey::from_pem(PUBLIC_KEY_ID, PUBLIC_KEY)?);
    let merchant = Merchant::with_signer("1900000109", "3775B6A4", NoKey)?;
    let client = Client::builder(merchant, verifier.clone()).build()?;
    for _ in 0..times {
        match path.as_str() {
            "freeze" => drop(client.query_order("1217752501201407033233368018", "1900000109")),
            _ => drop(verifier.verify(
                response_of_an_unknown_key(),
                UNIX_EPOCH + Duration::from_secs(NOW),
            )),
        }
    }
    Ok(())
}

/// A response that gets every check before that of the signature.
fn response_of_an_unknown_key() -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(b"{}"));
    for (name, value) in [
        ("wechatpay-timestamp", "1767139200"),
        ("wechatpay-nonce", "593BEC0C930BF1AFEB40B4A08C8FB242"),
        ("wechatpay-signature", "c2lnbmF0dXJl"),
        ("wechatpay-serial", "PUB_KEY_ID_01"),
        (
            "request-id",
            "08F78BB6AF0610D302189EB7D4AB0120E0A4012885C40D-0",
        ),
    ] {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}
