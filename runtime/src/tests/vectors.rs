//! Test vectors for the stages that are not public: signing, uploads and sensitive fields.

use std::{
    borrow::Cow,
    fs,
    path::PathBuf,
    time::{Duration, UNIX_EPOCH},
};

use http::Method;
use http_body_util::BodyExt;
use hyper::body::Body;
use serde_json::Value;

use crate::{
    __private::NO_ARGS,
    crypto::{Certificate, EncryptError},
    request::{Args, PathArgument, QueryArgument, QueryParameter, Request},
    request::{Endpoint, ToPathValue},
    request::{
        Sensitive,
        sensitive::{self, FieldDecryptor},
    },
    sign::Merchant,
    sign::message::{Message, SignedRequest},
    upload::{Multipart, UploadFile},
};

#[test]
fn every_stage_of_signing_is_exact() {
    let manifest = json("vectors.json");
    let mut tested = 0;
    for case in manifest["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        if case["kind"] == "sign" {
            check(id, &manifest["keys"]);
            tested += 1;
        }
    }
    assert_eq!(tested, 20);
}

#[test]
fn every_sensitive_field_has_its_verdict() {
    let manifest = json("vectors.json");
    let mut tested = 0;
    for case in manifest["cases"].as_array().unwrap() {
        if case["kind"] == "sensitive" {
            let id = case["id"].as_str().unwrap();
            let key = &manifest["keys"][case["key"].as_str().unwrap()];
            let private = read(key["private"].as_str().unwrap());
            let decryptor =
                FieldDecryptor::LocalKeys([Merchant::new("1", "1", private).unwrap()].into());
            let verdict = match case["direction"].as_str() {
                Some("encrypt") => encrypted(id, key),
                _ => decrypted(id, &decryptor),
            };
            let expected = case["expect"]["reason"].as_str().unwrap_or("plaintext");
            assert_eq!(verdict, expected, "{id}");
            tested += 1;
        }
    }
    assert_eq!(tested, 11);
}

#[tokio::test]
async fn an_upload_is_the_form_byte_for_byte() {
    let stage = |name: &str| read(&format!("sign/upload-image/{name}"));
    let input = json("sign/upload-image/input.json");
    let content_type = input["content_type"].as_str().unwrap();
    let (_, boundary) = content_type.split_once("boundary=").unwrap();
    let file = UploadFile::from_bytes("logo.png", stage("file.bin")).unwrap();
    let args = Args {
        file: Some(&file),
        ..NO_ARGS
    };
    let endpoint = Box::leak(Box::new(Endpoint::new(
        Method::POST,
        leak(&input["path_template"]),
    )));
    let request = Request::from_args(endpoint, &args).unwrap();
    let meta = request.body.unwrap();
    assert_eq!(meta, stage("body.bin"));
    assert_eq!(Multipart::content_type(boundary), content_type);
    let form = Multipart::new(boundary, &meta, &file);
    let expected = stage("multipart.bin");
    assert_eq!(form.size_hint().exact(), Some(expected.len() as u64));
    assert_eq!(form.collect().await.unwrap().to_bytes(), expected);
}

fn decrypted(id: &str, decryptor: &FieldDecryptor) -> String {
    let ciphertext = String::from_utf8(read(&format!("{id}/ciphertext.b64"))).unwrap();
    let json = Value::from(ciphertext.trim_end());
    match sensitive::decrypting(decryptor, || serde_json::from_value::<Sensitive>(json)) {
        Ok(plaintext) => {
            assert_eq!(
                plaintext.expose().as_bytes(),
                read(&format!("{id}/plaintext.bin")),
                "{id}"
            );
            "plaintext".to_owned()
        }
        Err(error) => error.to_string().replace("sensitive field: ", ""),
    }
}

fn encrypted(id: &str, key: &Value) -> String {
    let certificate = read(key["certificate"].as_str().unwrap());
    let key = Certificate::from_pem(&certificate).unwrap().key;
    match key.encrypt(&read(&format!("{id}/plaintext.bin"))) {
        Err(EncryptError::TooLong { limit: 214 }) => "plaintext-too-long".to_owned(),
        other => format!("{other:?}"),
    }
}

fn check(id: &str, keys: &Value) {
    let stage = |name: &str| read(&format!("{id}/{name}"));
    let input = json(&format!("{id}/input.json"));
    let request = freeze(&input);
    assert_eq!(request.target().as_bytes(), stage("url.txt"), "{id}: url");

    let method = request.endpoint.method.as_str();
    let timestamp = input["timestamp"].as_u64().unwrap();
    let nonce = input["nonce_str"].as_str().unwrap();
    let body = stage("body.bin");
    let message = Message::Request(SignedRequest {
        method,
        target: request.target(),
        timestamp,
        nonce,
        body: &body,
    });
    assert_eq!(
        message.to_bytes().unwrap(),
        stage("message.bin"),
        "{id}: message"
    );

    let merchant = merchant(&input, keys);
    assert!(
        merchant.scheme().serves(request.endpoint.path),
        "{id}: mode"
    );
    let authorization = {
        let timestamp = UNIX_EPOCH + Duration::from_secs(timestamp);
        merchant.authorization(method, request.target(), timestamp, nonce, &body)
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let authorization = runtime.unwrap().block_on(authorization).unwrap();
    assert_eq!(
        authorization.as_bytes(),
        stage("authorization.txt"),
        "{id}: authorization"
    );
    let signature = String::from_utf8(stage("signature.b64")).unwrap();
    let stated = format!("signature=\"{}\"", signature.trim_end());
    assert!(authorization.ends_with(&stated), "{id}: signature");
}

/// The request as a generated method would freeze it.
fn freeze(input: &Value) -> Request {
    let method: Method = input["method"].as_str().unwrap().parse().unwrap();
    let template = leak(&input["path_template"]);
    let endpoint = Box::leak(Box::new(Endpoint::new(method, template)));
    let path = pairs(&input["path_params"]);
    let path: Vec<_> = path
        .iter()
        .map(|(name, value)| PathArgument {
            name,
            value: value as &dyn ToPathValue,
        })
        .collect();
    let query = pairs(&input["query"]);
    let query: Vec<_> = query
        .iter()
        .map(|(name, value)| QueryArgument::Value {
            name,
            value: value as &dyn QueryParameter,
        })
        .collect();
    let args = Args {
        path: &path,
        query: &query,
        ..NO_ARGS
    };
    Request::from_args(endpoint, &args).unwrap()
}

fn pairs(list: &Value) -> Vec<(&'static str, Cow<'static, str>)> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|pair| (leak(&pair[0]), Cow::Borrowed(leak(&pair[1]))))
        .collect()
}

/// A declaration has names and templates as literals; here they come from a file.
fn leak(text: &Value) -> &'static str {
    text.as_str().unwrap().to_owned().leak()
}

/// The signer of a case: the merchant, or a brand with the merchant's key.
fn merchant(input: &Value, keys: &Value) -> Merchant {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let private_key = read(&text(&keys["merchant"]["private"]));
    let serial_no = text(&keys["merchant"]["serial"]);
    match input["brand_id"].as_str() {
        Some(brand_id) => Merchant::brand(brand_id, serial_no, private_key),
        None => Merchant::new(text(&keys["mchid"]), serial_no, private_key),
    }
    .unwrap()
}

fn json(path: &str) -> Value {
    serde_json::from_slice(&read(path)).unwrap()
}

fn read(path: &str) -> Vec<u8> {
    let vectors = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/fixtures/vectors"
    ));
    fs::read(vectors.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
