//! No `Debug`, `Display` or error shows a key, a body or a signature.

use std::error::Error as _;

use openssl::pkey::PKey;
use serde_json::{Value, json};
use wechatpay_client::{
    BillFile, BillFiles, Client, Merchant, PlatformCertificate, Result, Verifier,
    WechatPayPublicKey,
    gateway::{Fault, Gateway, ScriptedResponse},
    testing::download,
    wechatpay_api,
};

const PRIVATE_KEY: &str = include_str!("fixtures/vectors/keys/merchant.key.pem");
const CERTIFICATE: &str = include_str!("fixtures/vectors/keys/platform-a.cert.pem");
const PUBLIC_KEY: &str = include_str!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");

const PATH: &str = "/v3/refund/domestic/refunds";

#[wechatpay_api(POST "/v3/refund/domestic/refunds")]
trait Refunds {
    async fn refund(&self, body: &Value) -> Result<Refund>;
}

#[derive(Debug, serde::Deserialize)]
struct Refund {
    #[serde(rename = "user_name")]
    _user_name: u64,
}

/// All forms of the private key: its PEM text, and its numbers in decimal, in hexadecimal and as bytes.
fn secrets() -> Vec<String> {
    let mut secrets: Vec<_> = PRIVATE_KEY
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .map(str::to_owned)
        .collect();
    let key = PKey::private_key_from_pem(PRIVATE_KEY.as_bytes())
        .unwrap()
        .rsa()
        .unwrap();
    for number in [key.d(), key.p().unwrap(), key.q().unwrap()] {
        secrets.push(number.to_dec_str().unwrap().to_lowercase());
        secrets.push(number.to_hex_str().unwrap().to_lowercase());
        secrets.push(format!("{:?}", number.to_vec()));
    }
    secrets
}

fn assert_no_secret(subject: &str, text: &str) {
    for secret in secrets() {
        assert!(
            !text.contains(&secret) && !text.to_lowercase().contains(&secret),
            "{subject}: {text}"
        );
    }
}

fn merchant() -> Merchant {
    let serial_no = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
    Merchant::new("1900007291", serial_no, PRIVATE_KEY).unwrap()
}

#[test]
fn nothing_that_holds_a_key_shows_the_key() {
    let public_key = WechatPayPublicKey::from_pem("PUB_KEY_ID_01", PUBLIC_KEY).unwrap();
    let certificate = PlatformCertificate::from_pem(CERTIFICATE).unwrap();
    let verifier = Verifier::new(public_key.clone()).with_key(certificate.clone());
    let builder = Client::builder(merchant(), verifier.clone());
    let client = builder.clone().build().unwrap();
    for (subject, text) in [
        ("merchant", format!("{:#?}", merchant())),
        ("public key", format!("{public_key:?}")),
        ("certificate", format!("{certificate:?}")),
        ("verifier", format!("{verifier:?}")),
        ("builder", format!("{builder:?}")),
        ("client", format!("{client:?}")),
    ] {
        assert_no_secret(subject, &text);
    }
    // The client does show the merchant, and the ID of the public key.
    let text = format!("{client:?}");
    assert!(
        text.contains("1900007291") && text.contains("[private key]"),
        "{text}"
    );
    assert!(text.contains("PUB_KEY_ID_01"), "{text}");
}

#[test]
fn no_error_about_a_key_shows_the_key() {
    let broken = PRIVATE_KEY.replace("MII", "AAA");
    let error = Merchant::new("1900007291", "3A", &broken).unwrap_err();
    assert_no_secret("error", &format!("{error} {error:?}"));
    let error = WechatPayPublicKey::from_pem("PUB_KEY_ID_01", PRIVATE_KEY).unwrap_err();
    assert_no_secret("error", &format!("{error} {error:?}"));
}

#[tokio::test]
async fn errors_of_calls_show_neither_bodies_nor_signatures() {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().body_limit(2000).build().unwrap();
    let response = json!({ "user_name": "张三丰" });
    for scripted in [
        ScriptedResponse::ok(response.clone()),
        ScriptedResponse::ok(json!("张三丰")),
        ScriptedResponse::ok(response.clone()).with_fault(Fault::WrongSignature),
        ScriptedResponse::ok(response.clone()).with_fault(Fault::TruncatedBody),
        ScriptedResponse::ok(response.clone()).with_fault(Fault::DropAfterRead),
        ScriptedResponse::ok(response.clone()).with_fault(Fault::OversizeBody { bytes: 3000 }),
        ScriptedResponse::json(400, response.clone()),
        ScriptedResponse::json(502, response).unsigned(),
    ] {
        gateway.respond("POST", PATH, scripted);
        let error = client
            .refund(&json!({ "id_card": "44030019990101" }))
            .await
            .unwrap_err();
        let mut text = format!("{error} {error:?} {error:#?}");
        let mut source = error.source();
        while let Some(cause) = source {
            text += &format!("{cause} {cause:?}");
            source = cause.source();
        }
        for secret in [
            "张三丰",
            "44030019990101",
            "WECHATPAY2-SHA256-RSA2048",
            "signature=",
        ] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[tokio::test]
async fn a_download_shows_neither_key_nor_token_nor_content() {
    let description = json!({
        "bill_sequence": 1,
        "hash_type": "SHA1",
        "hash_value": "79bb0f45fc4c42234a918000b2668d689e2bde04",
        "download_url": "https://user:aPassword@api.mch.weixin.qq.com/v3/file?token=aToken",
    });
    let mut encrypted = description.clone();
    encrypted["encrypt_key"] = json!("a0YK7p9XaKzE9N4qtFfG9za1oqKlLXXJ");
    encrypted["nonce"] = json!("a8607ef79034c49c");
    let list = json!({ "download_bill_count": 1, "download_bill_list": [encrypted] });
    let files: BillFiles = serde_json::from_value(list).unwrap();
    let plain: BillFile = serde_json::from_value(description).unwrap();

    let refused = download(["张三丰"])
        .check(&files.files()[0], &merchant())
        .await;
    let file = download(["张三丰"])
        .check(&plain, &merchant())
        .await
        .unwrap();
    let shown = format!("{file:?}");
    let mismatch = file.bytes(100).await.unwrap_err();
    for text in [
        format!("{files:?} {plain:?} {shown}"),
        format!("{refused:?} {mismatch} {mismatch:?}"),
    ] {
        for secret in ["aPassword", "aToken", "a0YK7p9X", "a8607ef7", "张三丰"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}
