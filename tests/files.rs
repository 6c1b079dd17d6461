//! Files that the client requests: bills by their description, pictures by declaration, and responses that are
//! declared unsigned.

use std::{
    io::{Read, Write},
    net::TcpListener,
    process::Command,
    sync::{Arc, Mutex},
};

use hyper::body::Bytes;
use openssl::{
    hash::{MessageDigest, hash},
    symm::{Cipher, encrypt_aead},
};
use serde_json::{Value, json};
use wechatpay_client::{
    BillFile, BillFiles, Client, Download, Error, ErrorKind, Merchant, Outcome, Result, Verifier,
    WechatPayPublicKey,
    error::{DownloadErrorKind, RequestErrorKind, VerifyErrorKind},
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const TRADE_BILL: &str = "/v3/bill/tradebill";
const SUB_MERCHANT_BILL: &str = "/v3/bill/sub-merchant-fundflowbill";
const FILE: &str = "/v3/billdownload/file";
const IMAGE: &str = "/v3/merchant-service/images/{media_id}";
const ORDER: &str = "/v3/pay/transactions/id/{transaction_id}";

#[wechatpay_api]
trait Api {
    #[wechatpay_api(GET "/v3/bill/tradebill")]
    async fn trade_bill(&self, #[query] bill_date: &str) -> Result<BillFile>;

    #[wechatpay_api(GET "/v3/bill/sub-merchant-fundflowbill")]
    async fn sub_merchant_bill(
        &self,
        #[query] bill_date: &str,
        #[query] account_type: &str,
        #[query] algorithm: &str,
    ) -> Result<BillFiles>;

    #[wechatpay_api(GET "/v3/merchant-service/images/{media_id}", download)]
    async fn image(&self, media_id: &str) -> Result<Download>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", unsigned, unlisted)]
    async fn unsigned(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", unsigned, unlisted)]
    async fn unsigned_order(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Order>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}")]
    async fn signed(&self, transaction_id: &str, #[query] mchid: &str) -> Result<Value>;
}

#[derive(Debug, serde::Deserialize)]
struct Order {
    #[serde(rename = "trade_state")]
    _trade_state: String,
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start().await.unwrap();
    let client = gateway.client().max_retries(0).build().unwrap();
    (gateway, client)
}

fn sha1(content: &[u8]) -> String {
    let hash = hash(MessageDigest::sha1(), content).unwrap();
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Scripts a bill with this content, as WeChat Pay describes and sends it.
fn serve_bill(gateway: &Gateway, content: impl Into<Bytes>) {
    let content = content.into();
    let url = format!("{}{FILE}?token=a%2Fb%3d+c", gateway.base_url());
    let bill = json!({ "hash_type": "SHA1", "hash_value": sha1(&content), "download_url": url });
    gateway.respond("GET", TRADE_BILL, ScriptedResponse::ok(bill));
    gateway.respond("GET", FILE, ScriptedResponse::file(content));
}

#[tokio::test]
async fn a_bill_is_requested_at_its_exact_url_and_saved_if_its_hash_matches() {
    let (gateway, client) = start().await;
    let content = "\u{feff}`交易时间,`总金额\r\n`2025-12-31,`1.00\r\n";
    serve_bill(&gateway, content);
    let bill = client.trade_bill("2025-12-31").await.unwrap();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let reported = Arc::clone(&seen);
    let file = Client::download(&client, &bill).await.unwrap();
    let file =
        file.on_progress(move |received, all| reported.lock().unwrap().push((received, all)));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    assert_eq!(file.save(&path).await.unwrap(), content.len() as u64);
    assert_eq!(std::fs::read(&path).unwrap(), content.as_bytes());
    let length = content.len() as u64;
    assert_eq!(seen.lock().unwrap().last(), Some(&(length, Some(length))));

    let request = gateway.requests().pop().unwrap();
    assert!(request.is_authorized());
    // The URL is signed and requested byte for byte.
    assert_eq!(request.target(), "/v3/billdownload/file?token=a%2Fb%3d+c");
    assert_eq!(request.header("accept"), Some("*/*"));
    // The connection is kept alive.
    client.trade_bill("2025-12-31").await.unwrap();
    assert_eq!(gateway.accepted_connections(), 1);
}

#[tokio::test]
async fn a_bill_that_does_not_match_its_description_is_not_saved() {
    let (gateway, client) = start().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bill.csv");
    for (scripted, reason) in [
        (
            ScriptedResponse::file("`2\r\n"),
            Some(DownloadErrorKind::HashMismatch),
        ),
        (
            ScriptedResponse::file("`1\r\n").with_fault(Fault::TruncatedBody),
            None,
        ),
    ] {
        serve_bill(&gateway, "`1\r\n");
        gateway.respond("GET", FILE, scripted);
        let bill = client.trade_bill("2025-12-31").await.unwrap();
        let error = Client::download(&client, &bill)
            .await
            .unwrap()
            .save(&path)
            .await
            .unwrap_err();
        match (error.kind(), reason) {
            (kind, Some(reason)) => assert_eq!(*kind, reason),
            (DownloadErrorKind::Transport(_), None) => {}
            _ => panic!("{error:?}"),
        }
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}

/// An encrypted bill in two parts, as service providers (服务商) get them.
#[tokio::test]
async fn an_encrypted_bill_is_decrypted_with_the_merchants_key() {
    let (gateway, client) = start().await;
    let key = "0123456789abcdef0123456789abcdef";
    let nonce = "a8607ef79034c49c";
    let parts = ["`1\r\n", "`2\r\n"];
    let list: Vec<_> = [1, 0]
        .iter()
        .map(|&part| {
            json!({
                "bill_sequence": part + 1,
                "download_url": format!("{}{FILE}/{part}", gateway.base_url()),
                "encrypt_key": gateway.encrypt(key).unwrap(),
                "hash_type": "SHA1",
                "hash_value": sha1(parts[part].as_bytes()),
                "nonce": nonce,
            })
        })
        .collect();
    let response = json!({ "download_bill_count": 2, "download_bill_list": list });
    gateway.respond("GET", SUB_MERCHANT_BILL, ScriptedResponse::ok(response));
    gateway.respond_with("GET", "/v3/billdownload/file/{part}", move |request| {
        let part: usize = request.path().rsplit('/').next().unwrap().parse().unwrap();
        let mut tag = [0; 16];
        let mut ciphertext = encrypt_aead(
            Cipher::aes_256_gcm(),
            key.as_bytes(),
            Some(nonce.as_bytes()),
            b"",
            parts[part].as_bytes(),
            &mut tag,
        )
        .unwrap();
        ciphertext.extend_from_slice(&tag);
        ScriptedResponse::file(ciphertext)
    });
    let bills = client.sub_merchant_bill("2025-12-31", "BASIC", "AEAD_AES_256_GCM");
    let mut whole = Vec::new();
    for bill in bills.await.unwrap().files() {
        Client::download(&client, bill)
            .await
            .unwrap()
            .write_to(&mut whole)
            .await
            .unwrap();
    }
    assert_eq!(whole, b"`1\r\n`2\r\n");
}

#[tokio::test]
async fn no_bill_request_to_another_host_is_signed() {
    let (gateway, client) = start().await;
    for url in [
        "https://api.mch.weixin.qq.com.evil/v3/billdownload/file?token=x",
        "https://example.com/v3/billdownload/file?token=x",
        "http://api.mch.weixin.qq.com/v3/billdownload/file?token=x",
    ] {
        let bill = json!({ "hash_type": "SHA1", "hash_value": sha1(b""), "download_url": url });
        gateway.respond("GET", TRADE_BILL, ScriptedResponse::ok(bill));
        let bill = client.trade_bill("2025-12-31").await.unwrap();
        let error = Client::download(&client, &bill).await.unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Request(error)
                    if matches!(error.kind(), RequestErrorKind::DownloadUrl { .. })
            ),
            "{error:?}"
        );
    }
    assert_eq!(gateway.requests().len(), 3);
}

#[tokio::test]
async fn an_error_response_in_place_of_a_bill_is_an_api_error() {
    let (gateway, client) = start().await;
    serve_bill(&gateway, "`1\r\n");
    let bill = client.trade_bill("2025-12-31").await.unwrap();
    let expired = ScriptedResponse::error(403, "NO_AUTH", "token 已过期");
    gateway.respond("GET", FILE, expired.clone());
    let error = Client::download(&client, &bill).await.unwrap_err();
    assert_eq!(
        (error.code(), error.outcome()),
        (Some("NO_AUTH"), Outcome::NotExecuted)
    );
    gateway.respond("GET", FILE, expired.unsigned());
    let error = Client::download(&client, &bill).await.unwrap_err();
    assert_eq!(
        (error.code(), error.outcome()),
        (Some("NO_AUTH"), Outcome::Unknown)
    );
    // Only 200 is a file, not another success.
    gateway.respond("GET", FILE, ScriptedResponse::no_content());
    let error = Client::download(&client, &bill).await.unwrap_err();
    assert_eq!(error.status(), Some(204));
}

#[tokio::test]
async fn a_download_that_fails_before_the_file_begins_is_retried() {
    let (gateway, _) = start().await;
    let client = gateway.client().build().unwrap();
    serve_bill(&gateway, "`1\r\n");
    let bill = client.trade_bill("2025-12-31").await.unwrap();
    gateway.respond_once(
        "GET",
        FILE,
        ScriptedResponse::file("").with_fault(Fault::DropAfterRead),
    );
    gateway.respond_once("GET", FILE, ScriptedResponse::error(502, "", "").unsigned());
    let file = Client::download(&client, &bill).await.unwrap();
    assert_eq!(file.bytes(1 << 10).await.unwrap(), "`1\r\n");
}

#[tokio::test]
async fn a_picture_is_downloaded_by_a_declared_method() {
    let (gateway, client) = start().await;
    gateway.respond("GET", IMAGE, ScriptedResponse::file(&b"\x89PNG"[..]));
    let picture = client.image("BB04A5DE").await.unwrap();
    assert_eq!(picture.content_type(), Some("application/octet-stream"));
    assert_eq!(picture.content_length(), Some(4));
    assert_eq!(picture.bytes(1 << 20).await.unwrap(), &b"\x89PNG"[..]);
}

#[tokio::test]
async fn an_unsigned_response_is_accepted_only_if_declared_unsigned() {
    let (gateway, client) = start().await;
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({ "a": 1 })).unsigned(),
    );
    assert_eq!(client.unsigned("1", "1900000109").await.unwrap()["a"], 1);
    let error = client.signed("1", "1900000109").await.unwrap_err();
    let ErrorKind::Verify(error) = error.kind() else {
        panic!("{error:?}");
    };
    assert!(matches!(error.kind(), VerifyErrorKind::MissingHeader(_)));

    // Without a signature, nothing proves that the request was executed.
    let error = client.unsigned_order("1", "1900000109").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Decode(_)));
    assert_eq!(error.outcome(), Outcome::Unknown);

    // A signature that is present must be right.
    gateway.respond(
        "GET",
        ORDER,
        ScriptedResponse::ok(json!({})).with_fault(Fault::WrongSignature),
    );
    let error = client.unsigned("1", "1900000109").await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Verify(_)), "{error:?}");
}

/// Not a test of its own: the process whose memory the test below measures.
#[tokio::test]
#[ignore = "started by another test"]
async fn downloads_a_bill_and_prints_its_peak_memory() {
    let env = |name: &str| std::env::var(name).unwrap();
    let merchant = Merchant::new(env("MCHID"), env("SERIAL_NO"), env("PRIVATE_KEY")).unwrap();
    let key = WechatPayPublicKey::from_pem(env("PUBLIC_KEY_ID"), env("PUBLIC_KEY")).unwrap();
    let client = Client::builder(merchant, Verifier::new(key))
        .base_url(env("BASE_URL"))
        .root_certificates(env("ROOT"))
        .build()
        .unwrap();
    let bill = client.trade_bill("2025-12-31").await.unwrap();
    let written = Client::download(&client, &bill)
        .await
        .unwrap()
        .write_to(&mut tokio::io::sink())
        .await;
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap();
    println!("written={} peak={}", written.unwrap(), peak.trim());
}

/// A bill of 300 MiB downloads in constant memory, with its hash checked.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_bill_of_300_mib_takes_no_more_memory_than_a_small_one() {
    let (gateway, _) = start().await;
    let merchant = gateway.merchant();
    let key = gateway.public_key();
    let mut peaks = Vec::new();
    for size in [1 << 20, 300 << 20] {
        serve_bill(&gateway, vec![b'`'; size]);
        let output = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "files::downloads_a_bill_and_prints_its_peak_memory",
            ])
            .args(["--ignored", "--nocapture"])
            .env("MCHID", merchant.mchid())
            .env("SERIAL_NO", merchant.serial_no())
            .env("PRIVATE_KEY", gateway.merchant_private_key())
            .env("PUBLIC_KEY_ID", key.public_key_id())
            .env("PUBLIC_KEY", gateway.public_key_pem())
            .env("BASE_URL", gateway.base_url())
            .env("ROOT", str::from_utf8(gateway.root_certificate()).unwrap())
            .output();
        let output = tokio::task::block_in_place(|| output.unwrap());
        let printed = String::from_utf8(output.stdout).unwrap();
        let (_, rest) = printed
            .split_once("written=")
            .unwrap_or_else(|| panic!("{printed}"));
        let (written, rest) = rest.split_once(" peak=").unwrap();
        assert_eq!(written.parse(), Ok(size));
        let (peak, _) = rest.split_once(" kB").unwrap();
        peaks.push(peak.parse::<usize>().unwrap());
    }
    println!("peak memory in kB of 1 MiB and of 300 MiB: {peaks:?}");
    assert!(peaks[1] < peaks[0] + (16 << 10), "{peaks:?} kB");
}

/// Sends `response` on each connection after the request, and closes the connection.
fn raw_server(response: impl Into<Vec<u8>>) -> (String, Arc<Mutex<Vec<String>>>) {
    let response = response.into();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heads = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&heads);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).unwrap();
                head.push(byte[0]);
            }
            seen.lock().unwrap().push(String::from_utf8(head).unwrap());
            let (status, rest) = response.split_at("HTTP/1.1 200 OK\r\n".len());
            let response = [status, b"connection: close\r\n", rest].concat();
            stream.write_all(&response).unwrap();
        }
    });
    (url, heads)
}

/// Without a length or chunks, anybody on the way may have cut the file.
#[tokio::test]
async fn a_file_without_a_length_is_complete_only_by_its_hash() {
    let gateway = Gateway::start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    for (response, delimited) in [
        ("HTTP/1.1 200 OK\r\n\r\nwhole", false),
        ("HTTP/1.0 200 OK\r\n\r\nwhole", false),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip\r\n\r\nwhole",
            false,
        ),
        ("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nwhole", true),
        ("HTTP/1.0 200 OK\r\ncontent-length: 5\r\n\r\nwhole", true),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n5\r\nwhole\r\n0\r\n\r\n",
            true,
        ),
    ] {
        let (url, _) = raw_server(response);
        let client = gateway
            .client()
            .base_url(&url)
            .max_retries(0)
            .build()
            .unwrap();
        let image = || async { client.image("1").await.unwrap() };
        let mut written = Vec::new();
        let results = [
            image().await.save(&path).await.map(drop),
            image().await.bytes(5).await.map(drop),
            image().await.write_to(&mut written).await.map(drop),
        ];
        for result in results {
            match result {
                Ok(()) => assert!(delimited, "{response}"),
                Err(error) => {
                    assert_eq!(*error.kind(), DownloadErrorKind::LengthUnknown);
                    assert_eq!(Error::from(error).outcome(), Outcome::NotExecuted);
                    assert!(!delimited, "{response}");
                }
            }
        }
        assert_eq!(path.exists(), delimited);
        assert_eq!(written, if delimited { &b"whole"[..] } else { b"" });
        let _ = std::fs::remove_file(&path);

        // A hash proves whether the file is complete.
        for (content, whole) in [("whole", true), ("whole and more", false)] {
            let bill = description_of(content.as_bytes(), &format!("{url}{FILE}?token=x"));
            let bill: BillFile = serde_json::from_value(bill).unwrap();
            let file = Client::download(&client, &bill).await.unwrap();
            match file.bytes(100).await {
                Ok(bytes) => assert_eq!((bytes, whole), (Bytes::from("whole"), true)),
                Err(error) => {
                    assert_eq!(*error.kind(), DownloadErrorKind::HashMismatch);
                    assert!(!whole);
                }
            }
        }
    }
}

/// Encodings are read as hyper reads them, or more strictly. A body that hyper does not take for chunks ends with
/// the connection.
#[tokio::test]
async fn a_file_in_any_encoding_but_plain_chunks_needs_a_hash() {
    let gateway = Gateway::start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let chunks: &[u8] = b"5\r\nwhole\r\n0\r\n\r\n";
    for (headers, body, reason) in [
        (
            &b"Transfer-Encoding: \xff, chunked"[..],
            &b"whole"[..],
            Some(DownloadErrorKind::LengthUnknown),
        ),
        (
            b"Transfer-Encoding: gzip;q=\"\xe9\", chunked",
            b"whole",
            Some(DownloadErrorKind::LengthUnknown),
        ),
        (
            b"Transfer-Encoding: gzip, chunked",
            chunks,
            Some(DownloadErrorKind::LengthUnknown),
        ),
        (
            b"Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked",
            chunks,
            Some(DownloadErrorKind::LengthUnknown),
        ),
        (
            b"Content-Encoding: gzip\r\ncontent-length: 5",
            b"whole",
            Some(DownloadErrorKind::Encoded),
        ),
        (
            b"Content-Encoding: \xff\r\ncontent-length: 5",
            b"whole",
            Some(DownloadErrorKind::Encoded),
        ),
        (
            b"Content-Encoding: Identity\r\ncontent-length: 5",
            b"whole",
            None,
        ),
        (b"Transfer-Encoding: \t CHUNKED ", chunks, None),
    ] {
        let response = [b"HTTP/1.1 200 OK\r\n", headers, b"\r\n\r\n", body].concat();
        let (url, _) = raw_server(response);
        let client = gateway
            .client()
            .base_url(&url)
            .max_retries(0)
            .build()
            .unwrap();
        let shown = headers.escape_ascii().to_string();
        let saved = client.image("1").await.unwrap().save(&path).await;
        let failure = saved.err().map(|error| error.kind().clone());
        assert_eq!(failure, reason, "{shown}");
        assert_eq!(path.exists(), reason.is_none(), "{shown}");
        let _ = std::fs::remove_file(&path);

        let bill = description_of(b"whole", &format!("{url}{FILE}?token=x"));
        let bill: BillFile = serde_json::from_value(bill).unwrap();
        let file = Client::download(&client, &bill).await.unwrap();
        assert_eq!(file.bytes(5).await.unwrap(), "whole", "{shown}");
    }
}

fn description_of(content: &[u8], url: &str) -> Value {
    json!({ "hash_type": "SHA1", "hash_value": sha1(content), "download_url": url })
}

#[tokio::test]
async fn a_url_without_a_hash_is_requested_unchanged() {
    let (gateway, client) = start().await;
    for (path, target) in [
        (
            "/v3/merchant-service/images/ChsyMDAwMDAwBSCd%2F9CgBigBMAE4AQ%3D%3D",
            "/v3/merchant-service/images/ChsyMDAwMDAwBSCd%2F9CgBigBMAE4AQ%3D%3D",
        ),
        (
            "/v3/merchant-service/images/{id}/{rest}",
            "/v3/merchant-service/images/ChsyMDAwMDAwBSCd/9CgBigBMAE4AQ%3d=",
        ),
        (
            "/v3/new-tax-control-fapiao/download",
            "/v3/new-tax-control-fapiao/download?token=a%2Bb+c&mchid=1",
        ),
    ] {
        gateway.respond("GET", path, ScriptedResponse::file("PNG"));
        let url = format!("{}{target}", gateway.base_url());
        let file = Client::download_from(&client, &url).await.unwrap();
        assert_eq!(file.bytes(3).await.unwrap(), "PNG");
        let request = gateway.requests().pop().unwrap();
        assert_eq!(request.target(), target);
        assert!(request.is_authorized());
    }
}

#[tokio::test]
async fn no_request_to_a_url_of_another_host_is_signed() {
    let (gateway, client) = start().await;
    for url in [
        "https://api.mch.weixin.qq.com.evil/v3/x",
        "https://127.0.0.1:1/v3/x",
        "/v3/merchant-service/images/1",
        "https://api.mch.weixin.qq.com/账单",
    ] {
        let error = Client::download_from(&client, url).await.unwrap_err();
        assert!(
            matches!(
                error.kind(),
                ErrorKind::Request(error)
                    if matches!(error.kind(), RequestErrorKind::DownloadUrl { .. })
            ),
            "{error:?}"
        );
    }
    assert!(gateway.requests().is_empty());
}

#[tokio::test]
async fn an_error_response_in_place_of_a_file_is_an_api_error() {
    let (gateway, client) = start().await;
    let url = format!("{}/v3/merchant-service/images/1", gateway.base_url());
    gateway.respond(
        "GET",
        IMAGE,
        ScriptedResponse::error(404, "NOT_FOUND", "no image"),
    );
    let error = Client::download_from(&client, &url).await.unwrap_err();
    assert_eq!(error.code(), Some("NOT_FOUND"));
}
