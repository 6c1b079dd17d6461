//! `wechatpay bill`: the files are checked, unpacked and decrypted, or nothing is left.

use std::{
    fs,
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional},
    net::{TcpListener, TcpStream},
    time::sleep,
};
use wechatpay_client::gateway::{Fault, ScriptedResponse};

use crate::support::Shop;

const DATE: [&str; 2] = ["--date", "2025-12-31"];
const CONTENT: &str = "交易时间,公众账号ID\n`2025-12-31 10:00:00,`wx\n";

/// The SHA-1 of a content, as the gateway writes it.
fn sha1(content: &str) -> String {
    let digest = openssl::hash::hash(openssl::hash::MessageDigest::sha1(), content.as_bytes());
    digest
        .unwrap()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The names of the files in the folder that no key or configuration is in.
fn saved(shop: &Shop) -> Vec<String> {
    let names = fs::read_dir(shop.path("")).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !name.ends_with(".pem")).collect();
    names.sort();
    names
}

fn read(shop: &Shop, name: &str) -> String {
    fs::read_to_string(shop.path(name)).unwrap()
}

/// A description whose file has the content `file`, and the hash of `CONTENT`.
fn script(shop: &Shop, path: &str, file: impl Into<Vec<u8>>) {
    let url = format!("{}/v3/billdownload/file?token=t", shop.gateway.base_url());
    let body = json!({ "hash_type": "SHA1", "hash_value": sha1(CONTENT), "download_url": url });
    shop.gateway
        .respond("GET", path, ScriptedResponse::ok(body));
    let file: Vec<u8> = file.into();
    shop.gateway
        .respond("GET", "/v3/billdownload/file", ScriptedResponse::file(file));
}

fn gzip(content: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(content.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_trade_bill_is_packed_on_its_way_and_saved_unpacked() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(read(&shop, "trade-2025-12-31.csv"), CONTENT);
    let mut report = run.json();
    assert!(report["request_id"].is_string() && report["key_id"].is_string());
    report
        .as_object_mut()
        .unwrap()
        .retain(|name, _| !["request_id", "key_id"].contains(&&**name));
    let size = CONTENT.len();
    assert_eq!(
        report,
        json!({
            "bill": "trade",
            "date": "2025-12-31",
            "path": "trade-2025-12-31.csv",
            "size": size,
            "files": [{ "size": size, "hash_type": "SHA1", "hash_value": sha1(CONTENT), "encrypted": false }],
        })
    );
    assert_eq!(saved(&shop), ["trade-2025-12-31.csv"]);
    let target = shop.gateway.requests()[0].target().to_owned();
    assert_eq!(
        target,
        "/v3/bill/tradebill?bill_date=2025-12-31&tar_type=GZIP"
    );
}

#[tokio::test]
async fn options_become_parameters_and_part_of_the_name() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    shop.gateway.bill("/v3/bill/fundflowbill", CONTENT);
    shop.gateway.bill("/v3/profitsharing/bills", CONTENT);
    let sub = ["--sub-mchid", "1900000109"];
    let run = shop
        .run(&[
            "bill", "trade", DATE[0], DATE[1], "--type", "REFUND", sub[0], sub[1],
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let run = shop
        .run(&["bill", "fundflow", DATE[0], DATE[1], "--account", "FEES"])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    let run = shop
        .run(&["bill", "profit-sharing", DATE[0], DATE[1], "-o", "."])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(
        saved(&shop),
        [
            "fundflow-2025-12-31-FEES.csv",
            "profit-sharing-2025-12-31.csv",
            "trade-2025-12-31-1900000109-REFUND.csv",
        ]
    );
}

#[tokio::test]
async fn the_files_of_an_encrypted_bill_are_joined_in_their_order() {
    let shop = Shop::open().await;
    let contents = ["one\n", "two\n", "three\n"];
    shop.gateway
        .encrypted_bill("/v3/bill/sub-merchant-fundflowbill", contents);
    let run = shop
        .run(&[
            "bill",
            "sub-merchant-fundflow",
            DATE[0],
            DATE[1],
            "--sub-mchid",
            "1900000109",
            "-o",
            "all.csv",
            "--output",
            "text",
        ])
        .await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(read(&shop, "all.csv"), "one\ntwo\nthree\n");
    let lines = contents.map(|content| {
        format!(
            "  checked SHA1 {}, {} bytes, decrypted\n",
            sha1(content),
            content.len()
        )
    });
    assert_eq!(
        run.stdout,
        format!(
            "sub-merchant-fundflow (单个子商户资金账单) 2025-12-31: 14 bytes\n{}saved all.csv\n",
            lines.concat()
        )
    );
    shop.gateway
        .encrypted_bill("/v3/payscore/merchant-bill", ["a", "b"]);
    let run = shop
        .run(&[
            "bill",
            "payscore",
            DATE[0],
            DATE[1],
            "--service-id",
            "500001",
            "-o",
            "-",
        ])
        .await;
    assert_eq!((run.code, &*run.stdout), (0, "ab"), "{run:?}");
    let report: Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(
        (&report["bill"], &report["size"], &report["path"]),
        (&json!("payscore"), &json!(2), &Value::Null)
    );
    let text = [
        "bill",
        "payscore",
        DATE[0],
        DATE[1],
        "--service-id",
        "500001",
        "-o",
        "-",
        "--output",
        "text",
    ];
    shop.gateway
        .encrypted_bill("/v3/payscore/merchant-bill", ["a", "b"]);
    let run = shop.run(&text).await;
    assert!(
        run.stderr
            .starts_with("payscore (支付分对账单) 2025-12-31: 2 bytes\n"),
        "{run:?}"
    );
}

/// WeChat Pay encrypts the key of each file for the merchant, and `--sign-with` cannot decrypt the key.
#[tokio::test]
async fn a_bill_that_is_always_encrypted_needs_the_private_key_before_the_request() {
    let mut shop = Shop::open().await;
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set(
        "WECHATPAY_SIGN_WITH",
        "openssl dgst -sha256 -sign apiclient_key.pem",
    );
    shop.set("PATH", std::env::var("PATH").unwrap());
    for (name, label, option) in [
        ("payscore", "支付分对账单", &["--service-id", "500001"][..]),
        ("ecommerce-fundflow", "二级商户资金账单", &[]),
        (
            "sub-merchant-fundflow",
            "单个子商户资金账单",
            &["--sub-mchid", "1900000109"],
        ),
    ] {
        let run = shop
            .run(&[&["bill", name, DATE[0], DATE[1]], option].concat())
            .await;
        assert_eq!(
            run.failed(3),
            format!(
                "the files of {name} ({label}) are always encrypted, and --sign-with only signs\n\
                 give --private-key FILE or --pkcs12 FILE in place of --sign-with"
            )
        );
    }
    assert_eq!(shop.gateway.request_count(), 0);
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
    assert_eq!(run.code, 0, "{run:?}");
}

/// A proxy that tunnels to one host and refuses all others.
async fn proxy_to(host: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (mut client, _) = listener.accept().await.unwrap();
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(client.read_u8().await.unwrap());
            }
            if !head.starts_with(format!("CONNECT {host} ").as_bytes()) {
                let refusal = b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n";
                client.write_all(refusal).await.unwrap();
                continue;
            }
            let mut server = TcpStream::connect(&host).await.unwrap();
            client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
            tokio::spawn(async move { copy_bidirectional(&mut client, &mut server).await });
        }
    });
    address.to_string()
}

#[tokio::test]
async fn a_download_that_fails_names_the_host_of_the_file() {
    let mut shop = Shop::open().await;
    let base = shop.gateway.base_url();
    let proxy = proxy_to(base.trim_start_matches("https://").to_owned()).await;
    shop.set("WECHATPAY_PROXY", format!("http://{proxy}"));
    let url = "https://download-service.wechatpay.cn/mkt/bill?x=1";
    let hashed = json!({ "hash_type": "SHA1", "hash_value": sha1(CONTENT), "download_url": url });
    for body in [hashed, json!({ "download_url": url })] {
        shop.gateway
            .respond("GET", "/v3/bill/tradebill", ScriptedResponse::ok(body));
        let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
        let text = run.failed(4);
        let step =
            format!("let the proxy at {proxy} accept CONNECT to download-service.wechatpay.cn\n");
        assert!(text.contains(&step), "{text}");
    }
}

#[tokio::test]
async fn a_file_on_a_foreign_host_is_refused_with_the_host() {
    let shop = Shop::open().await;
    let url = "https://user:hunter2@files.example.com/bill?token=t";
    let foreign = url.replace("user:hunter2@", "");
    for (url, problem) in [
        (&*foreign, "not a host of WeChat Pay"),
        (url, "must not have a user or password"),
    ] {
        let hashed =
            json!({ "hash_type": "SHA1", "hash_value": sha1(CONTENT), "download_url": url });
        for body in [hashed, json!({ "download_url": url })] {
            shop.gateway
                .respond("GET", "/v3/bill/tradebill", ScriptedResponse::ok(body));
            let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
            let expected = format!(
                "download_url: {problem}\n\
                 the response names a file at files.example.com: a signature is sent only to hosts of WeChat Pay, by \
                 https, and to --base-url, so that a server in its place must name addresses below its own base URL"
            );
            assert_eq!(run.failed(4), expected);
        }
    }
}

#[tokio::test]
async fn a_description_without_a_file_or_with_a_wrong_file_is_the_failure_of_a_query() {
    let shop = Shop::open().await;
    let path = "/v3/marketing/favor/stocks/{stock_id}/use-flow";
    let arguments = ["bill", "coupon-use", "--stock-id", "9865000"];
    for (body, text) in [
        (
            json!({}),
            "the coupon-use (代金券批次核销明细) has no file: WeChat Pay's response has neither `download_url` nor `url`\n\
             download it again in some minutes",
        ),
        (
            json!({ "download_bill_count": "x" }),
            "the description of the bill cannot be read: invalid type: string \"x\", expected u64\n\
             nothing was saved: ask WeChat Pay with the Request-ID",
        ),
    ] {
        shop.gateway
            .respond("GET", path, ScriptedResponse::ok(body));
        let run = shop.run(&arguments).await;
        assert_eq!(run.failed(4), text);
        assert!(run.failure()["request_id"].is_string(), "{run:?}");
    }
}

#[tokio::test]
async fn nothing_is_left_if_a_check_fails() {
    let shop = Shop::open().await;
    for (file, reason) in [
        (b"another content".to_vec(), "hash-mismatch"),
        (gzip("another content"), "hash-mismatch"),
    ] {
        script(&shop, "/v3/bill/tradebill", file);
        for output in ["bill.csv", "-"] {
            let run = shop
                .run(&["bill", "trade", DATE[0], DATE[1], "-o", output])
                .await;
            assert_eq!((run.code, &*run.stdout), (4, ""), "{run:?}");
            assert!(run.stderr.contains(reason), "{run:?}");
            assert_eq!(saved(&shop), [""; 0]);
        }
    }
    // The second file is wrong: the first is not left either.
    let path = "/v3/ecommerce/bill/fundflowbill";
    shop.gateway.encrypted_bill(path, ["one", "two"]);
    shop.gateway.respond_once(
        "GET",
        "/v3/billdownload/file",
        ScriptedResponse::file("0123456789abcdef0123456789abcdef"),
    );
    let run = shop
        .run(&["bill", "ecommerce-fundflow", DATE[0], DATE[1]])
        .await;
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.stderr.contains("decrypt-failed"), "{run:?}");
    assert_eq!(saved(&shop), [""; 0]);
}

#[tokio::test]
async fn an_earlier_file_is_replaced_only_with_overwrite_and_if_the_checks_succeed() {
    let shop = Shop::open().await;
    shop.write("bill.csv", "earlier");
    shop.write("trade-2025-12-31.csv", "earlier");
    script(&shop, "/v3/bill/tradebill", "another content");
    let trade = ["bill", "trade", DATE[0], DATE[1]];
    for (arguments, name) in [
        (&["-o", "bill.csv"][..], "bill.csv"),
        (&["-o", "."], "./trade-2025-12-31.csv"),
        (&[], "trade-2025-12-31.csv"),
    ] {
        let run = shop.run(&[&trade, arguments].concat()).await;
        let expected = format!(
            "{name} exists already\nname another file or folder, or replace the file with --overwrite"
        );
        assert_eq!(run.failed(3), expected);
        assert_eq!(read(&shop, name), "earlier");
    }
    assert_eq!(shop.gateway.request_count(), 0);
    let arguments = [&trade, &["-o", "bill.csv", "--overwrite"][..]].concat();
    assert_eq!(shop.run(&arguments).await.code, 4);
    assert_eq!(read(&shop, "bill.csv"), "earlier");
    script(&shop, "/v3/bill/tradebill", CONTENT);
    assert_eq!(shop.run(&arguments).await.code, 0);
    assert_eq!(read(&shop, "bill.csv"), CONTENT);
}

#[cfg(unix)]
#[tokio::test]
async fn a_device_or_a_pipe_is_written_to() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    let pipe = shop.path("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reader = std::thread::spawn(move || fs::read_to_string(pipe).unwrap());
    for path in ["/dev/null", "pipe"] {
        let run = shop
            .run(&["bill", "trade", DATE[0], DATE[1], "-o", path])
            .await;
        assert_eq!(
            (run.code, &run.json()["path"]),
            (0, &json!(path)),
            "{run:?}"
        );
    }
    assert_eq!(reader.join().unwrap(), CONTENT);
}

#[tokio::test]
async fn a_file_that_is_packed_without_saying_so_is_unpacked() {
    let shop = Shop::open().await;
    script(&shop, "/v3/bill/tradebill", gzip(CONTENT));
    let run = shop
        .run(&["bill", "trade", DATE[0], DATE[1], "-o", "-"])
        .await;
    assert_eq!((run.code, &*run.stdout), (0, CONTENT), "{run:?}");
}

#[tokio::test]
async fn a_bill_of_no_content_says_so() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", "");
    let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
    assert_eq!(
        (run.code, run.json()["size"].clone()),
        (0, json!(0)),
        "{run:?}"
    );
    assert_eq!(read(&shop, "trade-2025-12-31.csv"), "");
    fs::remove_file(shop.path("trade-2025-12-31.csv")).unwrap();

    let none = json!({ "download_bill_count": 0 });
    shop.gateway.respond(
        "GET",
        "/v3/ecommerce/bill/fundflowbill",
        ScriptedResponse::ok(none),
    );
    let run = shop
        .run(&["bill", "ecommerce-fundflow", DATE[0], DATE[1]])
        .await;
    assert_eq!(
        (run.code, run.json()["path"].clone()),
        (0, Value::Null),
        "{run:?}"
    );
    assert_eq!(saved(&shop), [""; 0]);

    let error = ScriptedResponse::error(400, "NO_STATEMENT_EXIST", "账单文件不存在");
    shop.gateway.respond("GET", "/v3/bill/tradebill", error);
    let run = shop
        .run(&["bill", "trade", DATE[0], DATE[1], "--output", "text"])
        .await;
    assert_eq!(run.code, 4, "{run:?}");
    assert!(
        run.stderr
            .contains("there is no bill of a day without records"),
        "{run:?}"
    );

    shop.gateway
        .respond("GET", "/v3/bill/tradebill", ScriptedResponse::no_content());
    let run = shop
        .run(&["bill", "trade", DATE[0], DATE[1], "--output", "text"])
        .await;
    assert_eq!(
        (run.code, &*run.stderr),
        (
            4,
            "error: the trade (交易账单) has no file: WeChat Pay's response has neither `download_url` nor `url`\n  → download it again in some minutes\n"
        )
    );
    assert_eq!(saved(&shop), [""; 0]);
}

/// The gateway of the facts serves a file at the address of each example.
#[tokio::test]
async fn bills_of_coupons_are_served_by_the_gateway() {
    let shop = Shop::open().await;
    for name in [
        "coupon-use",
        "coupon-use-by-day",
        "coupon-refund",
        "coupon-refund-by-day",
    ] {
        let arguments = ["bill", name, "--stock-id", "9865000", "-o", name];
        let run = shop.run(&arguments).await;
        assert_eq!(run.code, 0, "{run:?}");
        assert!(fs::metadata(shop.path(name)).unwrap().len() > 0);
    }
}

#[tokio::test]
async fn an_altered_description_is_refused() {
    let shop = Shop::open().await;
    let url = format!("{}/v3/billdownload/file?token=t", shop.gateway.base_url());
    let body = json!({ "hash_type": "SHA1", "hash_value": sha1(CONTENT), "download_url": url });
    let altered = ScriptedResponse::ok(body).with_fault(Fault::AlteredBody);
    shop.gateway.respond("GET", "/v3/bill/tradebill", altered);
    let run = shop.run(&["bill", "trade", DATE[0], DATE[1]]).await;
    assert_eq!(run.code, 4, "{run:?}");
    assert_eq!(
        shop.gateway
            .requests()
            .iter()
            .filter(|request| request.path().contains("billdownload"))
            .count(),
        0
    );
    assert_eq!(saved(&shop), [""; 0]);
}

#[tokio::test]
async fn a_receipt_is_asked_for_by_its_number_or_is_not_ready() {
    let shop = Shop::open().await;
    let path = "/v3/fund-app/mch-transfer/elecsign/out-bill-no/{out_bill_no}";
    shop.gateway.receipt(path, "%PDF");
    let arguments = [
        "bill",
        "transfer-receipt",
        "-q",
        "out_bill_no=plfk2020042013",
    ];
    let run = shop.run(&arguments).await;
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(read(&shop, "transfer-receipt-plfk2020042013.pdf"), "%PDF");
    assert_eq!(run.json()["files"][0]["hash_type"], "SHA256");
    fs::remove_file(shop.path("transfer-receipt-plfk2020042013.pdf")).unwrap();
    let waiting = json!({ "state": "GENERATING", "create_time": "2025-05-20T13:29:35+08:00", "update_time": "2025-05-20T13:29:35+08:00" });
    shop.gateway
        .respond("GET", path, ScriptedResponse::ok(waiting));
    let run = shop
        .run(
            &[
                &arguments[..],
                &["--output", "text", "--mchid", "1900000109"],
            ]
            .concat(),
        )
        .await;
    assert_eq!(
        (run.code, &*run.stderr),
        (
            4,
            "error: the transfer-receipt (商家转账电子回单) has no file: its state is GENERATING\n  \
             → download it again in some minutes, if it is being made\n  \
             → apply for it first, if nobody has: wechatpay call --mchid 1900000109 POST /v3/fund-app/mch-transfer/elecsign/out-bill-no\n"
        )
    );
}

#[tokio::test]
async fn wrong_arguments_are_refused_before_anything_is_sent() {
    let mut shop = Shop::open().await;
    shop.set("WECHATPAY_OUTPUT", "text");
    let future = ["bill", "trade", "--date", "2999-01-01"];
    for (arguments, code, error) in [
        (
            &["bill", "trade", "--date", "31.12.2025"][..],
            2,
            "`31.12.2025` is no date",
        ),
        (&future, 3, "there is no bill of 2999-01-01 yet"),
        (
            &["bill", "trade", "--type", "ALLES"],
            3,
            "`trade` has no bill_type `ALLES`\n  → use one of: ALL, SUCCESS",
        ),
        (
            &["bill", "trade", "--account", "BASIC"],
            3,
            "`trade` does not take --account",
        ),
        (
            &["bill", "sub-merchant-fundflow"],
            3,
            "missing: the sub_mchid (子商户号)\n  → give --sub-mchid MCHID",
        ),
        (
            &["bill", "payscore"],
            3,
            "missing: the service_id (服务ID)\n  → give --service-id ID",
        ),
        (
            &["bill", "transfer-receipt"],
            3,
            "missing: the out_bill_no (商户转账单号)\n  → give -q out_bill_no=VALUE",
        ),
        (
            &["bill", "transfer-receipt", "--date", "2025-12-31"],
            3,
            "`transfer-receipt` has no date",
        ),
        (
            &["bill", "trade", "-q", "bill_date=2025-11-01"],
            3,
            "--date gives the bill_date, not -q bill_date=2025-11-01\n  \
             → leave out -q bill_date, and write --date 2025-11-01",
        ),
        (
            &["bill", "trade", "--type", "ALL", "-q", "bill_type=REFUND"],
            3,
            "--type gives the bill_type, not -q bill_type=REFUND\n  \
             → leave out -q bill_type, and write --type REFUND",
        ),
        (&["bill", "trad"], 2, "invalid value 'trad'"),
        (&["bill", "trade", "-q", "x"], 2, "write NAME=VALUE"),
        (
            &["bill", "trade", "-o", "missing/bill.csv"],
            3,
            "error: the folder missing does not exist\n  → create the folder, or name another file\n",
        ),
        (
            &["bill", "trade", "-o", "missing/"],
            3,
            "error: the folder missing/ does not exist\n  → create the folder, or name another file\n",
        ),
        (
            &["bill", "trade", "-o", "pub_key.pem/"],
            3,
            "error: pub_key.pem/ is a file, not a folder\n  → create the folder, or name another file\n",
        ),
    ] {
        let run = shop.run(arguments).await;
        assert_eq!(run.code, code, "{arguments:?} {run:?}");
        assert!(run.stderr.contains(error), "{arguments:?} {run:?}");
    }
    assert_eq!(shop.gateway.request_count(), 0);
}

#[cfg(unix)]
#[tokio::test]
async fn an_interrupted_download_leaves_nothing() {
    let shop = Shop::open().await;
    script(&shop, "/v3/bill/tradebill", CONTENT);
    let slow = ScriptedResponse::file(CONTENT).with_delay(Duration::from_secs(60));
    shop.gateway.respond("GET", "/v3/billdownload/file", slow);
    for signal in ["-INT", "-TERM"] {
        let count = shop.gateway.request_count();
        let mut command = shop.command(&["bill", "trade", DATE[0], DATE[1]]);
        let child = command
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        while shop.gateway.request_count() < count + 2 {
            sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(saved(&shop).len(), 1, "the draft");
        let id = child.id().unwrap().to_string();
        let killed = Command::new("kill").args([signal, &id]).status();
        assert!(killed.unwrap().success());
        let output = child.wait_with_output().await.unwrap();
        assert_eq!(output.status.code(), Some(4));
        let failure: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(failure["error"], "interrupted");
        assert_eq!(failure["outcome"], "not-executed");
        assert_eq!(
            failure["cures"],
            json!(["nothing was changed: repeat the query"])
        );
        assert_eq!(saved(&shop), [""; 0]);
    }
}

/// A pipe that nobody reads keeps the command in a call of the system.
#[cfg(unix)]
#[tokio::test]
async fn a_bill_for_a_pipe_that_nobody_reads_ends_at_the_second_signal() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    let made = Command::new("mkfifo").arg(shop.path("pipe")).status();
    assert!(made.unwrap().success());
    fs::create_dir(shop.path("tmp")).unwrap();
    let mut command = shop.command(&["bill", "trade", DATE[0], DATE[1], "-o", "pipe"]);
    let mut child = command
        .env("TMPDIR", shop.path("tmp"))
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    while shop.gateway.request_count() < 2 {
        sleep(Duration::from_millis(20)).await;
    }
    let id = child.id().unwrap().to_string();
    while child.try_wait().unwrap().is_none() {
        let killed = Command::new("kill").args(["-INT", &id]).status();
        assert!(killed.unwrap().success());
        sleep(Duration::from_millis(200)).await;
    }
    let output = child.wait_with_output().await.unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    assert_eq!(fs::read_dir(shop.path("tmp")).unwrap().count(), 0);
}

/// The bill is whole, so that the report is the only thing that is lost.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_bill_on_standard_output_needs_no_standard_error() {
    let shop = Shop::open().await;
    shop.gateway.bill("/v3/bill/tradebill", CONTENT);
    let full = fs::OpenOptions::new().write(true).open("/dev/full");
    let mut command = shop.command(&["bill", "trade", DATE[0], DATE[1], "-o", "-"]);
    let output = command.stderr(full.unwrap()).output().await.unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), CONTENT);
}
