//! The vectors of kind `response`: each accepted, or rejected for exactly the reason it names.

use std::{fs, path::PathBuf};

use hyper::{
    Response,
    body::Bytes,
    header::{HeaderName, HeaderValue},
};
use serde_json::Value;
use wechatpay_client::{PlatformCertificate, TrustedKey, Verifier, WechatPayPublicKey};

#[test]
fn every_answer_gets_its_verdict() {
    let manifest = json("vectors.json");
    let mut tested = 0;
    for case in manifest["cases"].as_array().unwrap() {
        if case["kind"] == "response" {
            let id = case["id"].as_str().unwrap();
            assert_eq!(
                verdict(id, &manifest["keys"]),
                case["expect"]["reason"].as_str().unwrap_or("accept"),
                "{id}"
            );
            tested += 1;
        }
    }
    assert_eq!(tested, 44);
}

/// `accept`, or the name of the reason.
fn verdict(id: &str, keys: &Value) -> String {
    let input = json(&format!("{id}/response.json"));
    let body = Bytes::from(read(&format!("{id}/body.bin")));
    let status = input["status"].as_u64().unwrap();
    let mut answer = Response::builder().status(u16::try_from(status).unwrap());
    for pair in input["headers"].as_array().unwrap() {
        let name: HeaderName = pair[0].as_str().unwrap().parse().unwrap();
        answer = answer.header(
            name,
            HeaderValue::from_str(pair[1].as_str().unwrap()).unwrap(),
        );
    }
    let answer = answer.body(body.clone()).unwrap();
    let mut held = input["known_keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| key(&keys[name.as_str().unwrap()]));
    let verifier = held.by_ref().fold(None, |verifier: Option<Verifier>, key| {
        Some(match verifier {
            Some(verifier) => verifier.and(key),
            None => Verifier::new(key),
        })
    });
    match verifier
        .unwrap()
        .verify(answer, input["local_time"].as_u64().unwrap())
    {
        Ok(verified) => {
            assert_eq!(*verified, body, "{id}: the body as received");
            assert_eq!(u64::from(verified.status()), status, "{id}");
            "accept".to_owned()
        }
        Err(error) => {
            assert_eq!(error.unverified_body(), &body, "{id}: nothing is lost");
            assert_eq!(u64::from(error.status()), status, "{id}");
            error.reason().name().into_owned()
        }
    }
}

fn key(facts: &Value) -> TrustedKey {
    let file = |name: &str| read(facts[name].as_str().unwrap());
    let serial = facts["serial"].as_str().unwrap();
    if facts["certificate"].is_string() {
        let certificate = PlatformCertificate::from_pem(file("certificate")).unwrap();
        assert_eq!(certificate.serial_no(), serial);
        certificate.into()
    } else {
        WechatPayPublicKey::from_pem(serial, file("public"))
            .unwrap()
            .into()
    }
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&read(path)).unwrap()
}

fn read(path: &str) -> Vec<u8> {
    let vectors = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/vectors"
    ));
    fs::read(vectors.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
