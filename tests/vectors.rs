//! Test vectors of the protocol: each is accepted, or rejected for exactly the reason that the manifest names.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use hyper::{
    Response,
    body::Bytes,
    header::{HeaderName, HeaderValue},
};
use serde::Serialize;
use serde_json::Value;
use wechatpay_client::{
    ApiV3Key, BillFile, Client, Merchant, PlatformCertificate, PlatformCertificates, Result,
    TrustedKey, Verifier, WechatPayPublicKey,
    error::CertificatesErrorKind,
    notification::Notifications,
    pay::{AppPayment, JsapiPayment, MiniProgramPayment},
    testing::download,
};

const ACCEPT: &str = "accept";

/// Checks that every case of a kind has the verdict that the manifest expects.
fn check(kind: &str, cases: usize, verdict: impl Fn(&str, &Value) -> String) {
    let manifest = json("vectors.json");
    let mut tested = 0;
    for case in manifest["cases"].as_array().unwrap() {
        if case["kind"] == kind {
            let id = case["id"].as_str().unwrap();
            let expected = case["expect"]["reason"].as_str().unwrap_or(ACCEPT);
            assert_eq!(verdict(id, &manifest["keys"]), expected, "{id}");
            tested += 1;
        }
    }
    assert_eq!(tested, cases);
}

#[test]
fn response_vectors_have_the_expected_verdicts() {
    check("response", 44, |id, keys| {
        let input = json(&format!("{id}/response.json"));
        let response = response(id, &input);
        let (body, status) = (response.body().clone(), response.status().as_u16());
        match verifier(&input, keys).verify(response, local_time(&input)) {
            Ok(verified) => {
                assert_eq!((&*verified, verified.status()), (&body, status), "{id}");
                ACCEPT.to_owned()
            }
            Err(error) => {
                assert_eq!(
                    (error.unverified_body(), error.status()),
                    (&body, status),
                    "{id}"
                );
                error.kind().name().into_owned()
            }
        }
    });
}

#[test]
fn notification_vectors_have_the_expected_verdicts() {
    check("notification", 25, |id, keys| {
        let input = json(&format!("{id}/request.json"));
        let key = ApiV3Key::new(read(keys["apiv3_key"].as_str().unwrap())).unwrap();
        let notifications = Notifications::new(verifier(&input, keys), key).unwrap();
        let body = read(&format!("{id}/body.bin"));
        match notifications.parse_at(headers(&input), &body, local_time(&input)) {
            Ok(notification) => {
                assert_eq!(
                    notification.plaintext(),
                    read(&format!("{id}/plaintext.bin")),
                    "{id}"
                );
                let envelope: Value = serde_json::from_slice(&body).unwrap();
                assert_eq!(
                    notification.event_type().as_str(),
                    envelope["event_type"],
                    "{id}"
                );
                assert_eq!(notification.id(), envelope["id"], "{id}");
                ACCEPT.to_owned()
            }
            Err(error) => error.kind().name().into_owned(),
        }
    });
}

#[test]
fn certificate_list_vectors_have_the_expected_verdicts() {
    check("certificates", 16, |id, keys| {
        let input = json(&format!("{id}/response.json"));
        let key = ApiV3Key::new(read(keys["apiv3_key"].as_str().unwrap())).unwrap();
        let certificates = PlatformCertificates::downloading(key);
        let held = input["known_keys"].as_array().unwrap();
        let held = held
            .iter()
            .map(|name| trusted(&keys[name.as_str().unwrap()]));
        let known = held.fold(Verifier::new(certificates.clone()), Verifier::with_key);
        let before = certificates.serial_nos();
        match certificates.install(&response(id, &input), &known, local_time(&input)) {
            Ok(mut serial_nos) => {
                let expected = json("vectors.json");
                let cases = expected["cases"].as_array().unwrap();
                let case = cases.iter().find(|case| case["id"] == id).unwrap();
                let names = case["expect"]["installed"].as_array().unwrap();
                let names = names.iter().map(|name| name.as_str().unwrap());
                let mut expected: Vec<_> = names
                    .map(|name| keys[name]["serial"].as_str().unwrap().to_owned())
                    .collect();
                expected.sort();
                serial_nos.sort();
                assert_eq!(serial_nos, expected, "{id}");
                let mut held = certificates.serial_nos();
                held.sort();
                assert_eq!(held, expected, "{id}");
                ACCEPT.to_owned()
            }
            Err(error) => {
                let CertificatesErrorKind::Rejected(kind) = error.kind() else {
                    panic!("{id}: {error:?}")
                };
                assert_eq!(certificates.serial_nos(), before, "{id}: all or nothing");
                kind.name().into_owned()
            }
        }
    });
}

#[test]
fn pay_parameter_vectors_have_the_expected_output() {
    check("pay", 3, |id, keys| {
        let input = json(&format!("{id}/input.json"));
        let text = |name: &str| input[name].as_str().unwrap();
        let client = client(keys);
        let (appid, prepay_id, nonce) = (text("appid"), text("prepay_id"), text("nonce"));
        let timestamp = at(text("timestamp").parse().unwrap());
        let output = match text("scene") {
            "jsapi" => to_value(JsapiPayment::sign_at(
                &client, appid, prepay_id, timestamp, nonce,
            )),
            "mini-program" => to_value(MiniProgramPayment::sign_at(
                &client, appid, prepay_id, timestamp, nonce,
            )),
            _ => to_value(AppPayment::sign_at(
                &client,
                appid,
                text("partnerid"),
                prepay_id,
                timestamp,
                nonce,
            )),
        };
        assert_eq!(output, json(&format!("{id}/output.json")), "{id}");
        ACCEPT.to_owned()
    });
}

fn to_value<T: Serialize>(payment: impl Future<Output = Result<T>>) -> Value {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    serde_json::to_value(runtime.unwrap().block_on(payment).unwrap()).unwrap()
}

fn response(id: &str, input: &Value) -> Response<Bytes> {
    let status = u16::try_from(input["status"].as_u64().unwrap()).unwrap();
    let mut response = Response::builder().status(status);
    for (name, value) in headers(input) {
        let name: HeaderName = name.parse().unwrap();
        response = response.header(name, HeaderValue::from_str(&value).unwrap());
    }
    let body = Bytes::from(read(&format!("{id}/body.bin")));
    response.body(body).unwrap()
}

#[test]
fn bill_vectors_have_the_expected_verdicts() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    check("bill", 7, |id, keys| {
        let bill = bill(&json(&format!("{id}/bill.json")));
        let body = read(&format!("{id}/body.bin"));
        // Whole, and byte by byte: chunk boundaries make no difference.
        let verdicts = [body.len(), 1].map(|size| {
            let chunks: Vec<_> = body.chunks(size).map(Bytes::copy_from_slice).collect();
            let file = runtime
                .block_on(download(chunks).check(&bill, &merchant(keys)))
                .unwrap();
            let content = runtime.block_on(file.bytes(1 << 20));
            match content {
                Ok(content) => {
                    assert_eq!(content, read(&format!("{id}/plaintext.bin")), "{id}");
                    ACCEPT.to_owned()
                }
                Err(error) => error.kind().name().to_owned(),
            }
        });
        assert_eq!(verdicts[0], verdicts[1], "{id}");
        verdicts[0].clone()
    });
}

/// The description as in a response, which does not say what `tar_type` was requested.
fn bill(input: &Value) -> BillFile {
    let mut response = input.clone();
    response["download_url"] = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=x".into();
    let bill: BillFile = serde_json::from_value(response).unwrap();
    match input["tar_type"].as_str() {
        Some("GZIP") => bill.with_gzip(),
        _ => bill,
    }
}

fn client(keys: &Value) -> Client {
    let public_key = &keys["wechatpay-public-key"];
    let verifier = Verifier::new(trusted(public_key));
    Client::builder(merchant(keys), verifier).build().unwrap()
}

fn merchant(keys: &Value) -> Merchant {
    let key = read(keys["merchant"]["private"].as_str().unwrap());
    let serial_no = keys["merchant"]["serial"].as_str().unwrap();
    Merchant::new(keys["mchid"].as_str().unwrap(), serial_no, key).unwrap()
}

fn headers(input: &Value) -> impl Iterator<Item = (String, String)> {
    input["headers"].as_array().unwrap().iter().map(|pair| {
        let text = |index: usize| pair[index].as_str().unwrap().to_owned();
        (text(0), text(1))
    })
}

fn local_time(input: &Value) -> SystemTime {
    at(input["local_time"].as_u64().unwrap())
}

/// A time in Unix seconds.
fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Trusts the keys that the case knows.
fn verifier(input: &Value, keys: &Value) -> Verifier {
    let held = input["known_keys"].as_array().unwrap();
    let mut held = held
        .iter()
        .map(|name| trusted(&keys[name.as_str().unwrap()]));
    let first = Verifier::new(held.next().unwrap());
    held.fold(first, Verifier::with_key)
}

fn trusted(key: &Value) -> TrustedKey {
    let file = |name: &str| read(key[name].as_str().unwrap());
    let serial = key["serial"].as_str().unwrap();
    if key["certificate"].is_string() {
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
