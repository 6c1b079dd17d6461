//! `wechatpay certificates`: downloaded with the APIv3 key, verified, shown and saved.

use std::{
    fs,
    time::{SystemTime, UNIX_EPOCH},
};

use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    nid::Nid,
    pkey::PKey,
    rsa::Rsa,
    symm::{Cipher, encrypt_aead},
    x509::{X509, X509NameBuilder},
};
use serde_json::{Value, json};
use wechatpay_client::{ApiV3Key, PlatformCertificates, gateway::ScriptedResponse};

use crate::support::Shop;

const KEY: &str = "0123456789abcdef0123456789abcdef";
const SERIAL_NO: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

/// A platform certificate that expires in some days, and an hour.
fn certificate(serial_no: &str, days: i64) -> Vec<u8> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let expiry = i64::try_from(now.as_secs()).unwrap() + days * 86_400 + 3_600;
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut name = X509NameBuilder::new().unwrap();
    name.append_entry_by_nid(Nid::COMMONNAME, "Tenpay.com sign")
        .unwrap();
    let name = name.build();
    let serial_no = BigNum::from_hex_str(serial_no)
        .unwrap()
        .to_asn1_integer()
        .unwrap();
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    builder.set_serial_number(&serial_no).unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_pubkey(&key).unwrap();
    builder
        .set_not_before(&Asn1Time::days_from_now(0).unwrap())
        .unwrap();
    builder
        .set_not_after(&Asn1Time::from_unix(expiry).unwrap())
        .unwrap();
    builder.sign(&key, MessageDigest::sha256()).unwrap();
    builder.build().to_pem().unwrap()
}

fn entry(serial_no: &str, pem: &[u8], key: &str) -> Value {
    let nonce = "61f9c719728a";
    let mut tag = [0; 16];
    let sealed = encrypt_aead(
        Cipher::aes_256_gcm(),
        key.as_bytes(),
        Some(nonce.as_bytes()),
        b"certificate",
        pem,
        &mut tag,
    );
    let sealed = [sealed.unwrap(), tag.to_vec()].concat();
    json!({
        "serial_no": serial_no,
        "effective_time": "2024-01-01T08:00:00+08:00",
        "expire_time": "2199-01-01T08:00:00+08:00",
        "encrypt_certificate": {
            "algorithm": "AEAD_AES_256_GCM",
            "nonce": nonce,
            "associated_data": "certificate",
            "ciphertext": openssl::base64::encode_block(&sealed),
        },
    })
}

fn script(shop: &Shop, entries: Vec<Value>) {
    let list = ScriptedResponse::ok(json!({ "data": entries }));
    shop.gateway.respond("GET", "/v3/certificates", list);
}

#[tokio::test]
async fn the_certificates_are_shown_and_saved() {
    let shop = Shop::open().await;
    let second = "7777777777777777777777777777777777777777";
    let pems = [certificate(SERIAL_NO, 9), certificate(second, 400)];
    script(
        &shop,
        vec![
            entry(SERIAL_NO, &pems[0], KEY),
            entry(second, &pems[1], KEY),
        ],
    );
    let run = shop.run(&["certificates", "--save", "platform"]).await;
    assert_eq!(run.code, 0, "{run:?}");
    let report = run.json();
    let shown = |index: usize| {
        let certificate = &report["certificates"][index];
        ["serial_no", "holder", "days_left", "path"].map(|name| certificate[name].clone())
    };
    let path = |serial_no: &str| format!("platform/{serial_no}.pem");
    assert_eq!(
        shown(0),
        [
            json!(second),
            json!("Tenpay.com sign"),
            json!(400),
            json!(path(second))
        ]
    );
    assert_eq!(
        shown(1),
        [
            json!(SERIAL_NO),
            json!("Tenpay.com sign"),
            json!(9),
            json!(path(SERIAL_NO))
        ]
    );
    assert_eq!(report["saved"], "platform/certificates.saved");
    assert_eq!(fs::read(shop.path(&path(SERIAL_NO))).unwrap(), pems[0]);
    assert_eq!(fs::read(shop.path(&path(second))).unwrap(), pems[1]);
    let saved = fs::read(shop.path("platform/certificates.saved")).unwrap();
    let loaded = PlatformCertificates::load(ApiV3Key::new(KEY).unwrap(), saved).unwrap();
    assert_eq!(loaded.serial_nos().len(), 2);

    let again = ["certificates", "--save", "platform", "--overwrite"];
    assert_eq!(
        shop.run(&again[..3]).await.failed(3),
        "platform/certificates.saved exists already\n\
         name another file or folder, or replace the file with --overwrite"
    );
    assert_eq!(shop.run(&again).await.code, 0);
    fs::remove_file(shop.path("platform/certificates.saved")).unwrap();
    let error = shop.run(&again[..3]).await.failed(3);
    assert!(error.contains(".pem exists already\n"), "{error}");
    assert!(!shop.path("platform/certificates.saved").exists());

    let run = shop.run(&["certificates", "--output", "text"]).await;
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.stdout.contains("days left") && run.stdout.contains("Tenpay.com sign"),
        "{run:?}"
    );
    assert!(
        run.stdout.ends_with(&format!("{SERIAL_NO} expires soon\n")),
        "{run:?}"
    );
}

#[tokio::test]
async fn the_cause_and_the_cure_of_each_failure() {
    let mut shop = Shop::open().await;
    shop.set("WECHATPAY_OUTPUT", "text");
    let pem = certificate(SERIAL_NO, 9);
    let other = "abcdefghijklmnopqrstuvwxyzabcdef";
    script(&shop, vec![entry(SERIAL_NO, &pem, other)]);
    let run = shop.run(&["certificates", "--save", "platform"]).await;
    // WeChat Pay responded: the key is wrong here.
    assert_eq!(run.code, 3, "{run:?}");
    let (error, cures) = run.stderr.split_once('\n').unwrap();
    assert!(error.contains("decrypt-failed"), "{error}");
    assert_eq!(
        cures,
        "  → check WECHATPAY_API_V3_KEY or --api-v3-key-file: the APIv3 key (APIv3密钥) of this merchant, not the APIv2 key, and not another merchant's\n  \
         → if nobody knows the key, set a new one on the merchant platform (商户平台, 账户中心 → API安全); every program then needs the new one\n"
    );
    assert!(!run.stderr.contains(KEY), "{run:?}");
    assert!(!shop.path("platform").exists());

    let none = ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书");
    shop.gateway.respond("GET", "/v3/certificates", none);
    let run = shop.run(&["certificates"]).await;
    assert_eq!(run.code, 4, "{run:?}");
    assert!(
        run.stderr
            .contains("→ this merchant is served with the WeChat Pay public key (微信支付公钥)")
            && run.stderr.contains("→ download `pub_key.pem`"),
        "{run:?}"
    );

    // Without the public key, a list that another key signed is trusted only by its own certificates.
    script(&shop, vec![entry(SERIAL_NO, &pem, KEY)]);
    shop.unset("WECHATPAY_PUBLIC_KEY");
    shop.unset("WECHATPAY_PUBLIC_KEY_ID");
    let run = shop.run(&["certificates", "--output", "json"]).await;
    assert_eq!(
        (run.code, run.failure().get("outcome")),
        (3, None),
        "{run:?}"
    );
    let run = shop.run(&["certificates"]).await;
    assert_eq!(run.code, 3, "{run:?}");
    assert!(
        run.stderr
            .contains("→ the list is not signed by a key of WeChat Pay"),
        "{run:?}"
    );

    shop.unset("WECHATPAY_API_V3_KEY");
    let run = shop.run(&["certificates"]).await;
    assert_eq!(
        (run.code, &*run.stderr),
        (
            3,
            "error: missing: the APIv3 key (APIv3密钥)\n  → give WECHATPAY_API_V3_KEY in the environment, or \
             --api-v3-key-file FILE\n"
        )
    );
}
