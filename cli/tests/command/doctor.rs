//! `wechatpay doctor`: each problem is found, and nothing else.

use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    thread,
};

use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    nid::Nid,
    pkcs12::Pkcs12,
    pkey::{PKey, Private},
    rsa::Rsa,
    sign::Signer,
    ssl::{SslConnector, SslMethod, SslVerifyMode},
    x509::{X509, X509Name},
};
use serde_json::Value;
use wechatpay_client::gateway::ScriptedResponse;

use crate::support::{Run, Shop, set_mode};

/// A merchant with a public key, to whom WeChat Pay issues no platform certificates.
async fn open() -> Shop {
    let shop = Shop::open().await;
    let none = ScriptedResponse::error(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书");
    shop.gateway.respond("GET", "/v3/certificates", none);
    shop
}

/// The findings of a run, each as `name: detail`.
#[track_caller]
fn findings(run: &Run) -> Vec<String> {
    let report = run.json();
    let checks = report["checks"].as_array().unwrap();
    let findings: Vec<_> = checks
        .iter()
        .filter(|check| check["state"] == "finding")
        .inspect(|check| assert!(!check["to_do"].as_array().unwrap().is_empty(), "{check}"))
        .map(|check| {
            format!(
                "{}: {}",
                check["name"].as_str().unwrap(),
                check["detail"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(run.code, i32::from(!findings.is_empty()), "{run:?}");
    assert_eq!(report["findings"], findings.len());
    assert_eq!(run.stderr, "");
    findings
}

/// State and detail of a check.
#[track_caller]
fn check(run: &Run, name: &str) -> String {
    let report = run.json();
    let mut checks = report["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == name).unwrap();
    format!(
        "{}: {}",
        check["state"].as_str().unwrap(),
        check["detail"].as_str().unwrap()
    )
}

/// The steps of a check.
#[track_caller]
fn steps(run: &Run, name: &str) -> Vec<String> {
    let report = run.json();
    let mut checks = report["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == name).unwrap();
    let steps = check["to_do"].as_array().cloned().unwrap_or_default();
    let steps = steps.iter().map(|step| step.as_str().unwrap().to_owned());
    steps.collect()
}

fn generate() -> PKey<Private> {
    PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap()
}

/// A self-signed certificate, valid from `from` days before now to `to` days after now.
fn certificate(holder: &str, key: &PKey<Private>, from: i64, to: i64) -> X509 {
    let serial_no = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    certificate_with(serial_no, holder, key, from, to)
}

fn certificate_with(
    serial_no: &str,
    holder: &str,
    key: &PKey<Private>,
    from: i64,
    to: i64,
) -> X509 {
    let mut name = X509Name::builder().unwrap();
    name.append_entry_by_nid(Nid::COMMONNAME, holder).unwrap();
    let name = name.build();
    let day = |days: i64| {
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64;
        Asn1Time::from_unix(now + days * 86_400 + 60).unwrap()
    };
    let mut builder = X509::builder().unwrap();
    builder.set_version(2).unwrap();
    let serial_no = BigNum::from_hex_str(serial_no).unwrap();
    builder
        .set_serial_number(&serial_no.to_asn1_integer().unwrap())
        .unwrap();
    builder.set_subject_name(&name).unwrap();
    builder.set_issuer_name(&name).unwrap();
    builder.set_not_before(&day(from)).unwrap();
    builder.set_not_after(&day(to)).unwrap();
    builder.set_pubkey(key).unwrap();
    builder.sign(key, MessageDigest::sha256()).unwrap();
    builder.build()
}

#[tokio::test]
async fn a_right_configuration_has_no_findings() {
    let shop = open().await;
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    let report = run.json();
    let states = ["ok", "findings", "skipped"].map(|state| report[state].as_u64().unwrap());
    assert_eq!(states, [20, 0, 2], "{report:#}");
    assert_eq!(
        check(&run, "served_key"),
        format!(
            "ok: the public key {}",
            shop.gateway.public_key().public_key_id()
        )
    );
    assert_eq!(check(&run, "echo"), "ok: signed, verified");
    assert_eq!(
        check(&run, "api_v3_key"),
        "ok: 32 bytes, not compared: this merchant has no platform certificates, which the key would decrypt"
    );
    let requests = shop.gateway.requests();
    let sent: Vec<_> = requests.iter().map(|request| request.target()).collect();
    assert_eq!(
        sent,
        [
            "/v3/pay/transactions/out-trade-no/wechatpay_doctor%400?mchid=1900000109",
            "/v3/security/echo",
            "/v3/certificates",
        ]
    );
}

#[tokio::test]
async fn offline_nothing_is_sent() {
    let shop = open().await;
    let run = shop.run(&["doctor", "--offline"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(check(&run, "echo"), "skipped: --offline sends nothing");
    assert_eq!(shop.gateway.accepted_connections(), 0);
}

#[tokio::test]
async fn another_merchants_key_is_found() {
    let mut shop = open().await;
    shop.write(
        "apiclient_key.pem",
        generate().private_key_to_pem_pkcs8().unwrap(),
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "certificate_key: the private key does not belong to the certificate: one is another merchant's, or older",
        ]
    );
    assert_eq!(
        check(&run, "query"),
        "skipped: `certificate_key` must be right first"
    );

    // Without the certificate, WeChat Pay finds it.
    shop.unset("WECHATPAY_CERTIFICATE");
    shop.set(
        "WECHATPAY_SERIAL_NO",
        shop.gateway.merchant().serial_no().to_owned(),
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        ["signature: the private key does not belong to the certificate with this serial_no",]
    );
    assert_eq!(
        steps(&run, "signature"),
        ["correct one of them (give --certificate FILE, which the doctor compares with the key)"]
    );
    assert_eq!(
        check(&run, "clock"),
        "ok: within 5 minutes of WeChat Pay's clock"
    );
    assert_eq!(
        check(&run, "echo"),
        "skipped: `signature` must be right first"
    );
}

#[tokio::test]
async fn another_file_in_the_place_of_a_key_is_named() {
    let shop = open().await;
    let certificate = shop.gateway.merchant_certificate().to_vec();
    let key = shop.gateway.merchant_private_key().as_bytes().to_vec();
    let public_key = shop.gateway.public_key_pem().as_bytes().to_vec();
    for (file, content, finding) in [
        (
            "apiclient_key.pem",
            &certificate,
            "private_key: apiclient_key.pem is a certificate, not a private key",
        ),
        (
            "apiclient_key.pem",
            &public_key,
            "private_key: apiclient_key.pem is a public key, not a private key",
        ),
        (
            "apiclient_key.pem",
            &Vec::new(),
            "private_key: apiclient_key.pem is empty, not a private key",
        ),
        (
            "apiclient_key.pem",
            &b"no key".to_vec(),
            "private_key: apiclient_key.pem is not a private key",
        ),
        (
            "apiclient_key.pem",
            &b"-\0-\0".to_vec(),
            "private_key: apiclient_key.pem is a text in UTF-16, not a private key",
        ),
        (
            "apiclient_cert.pem",
            &b"no certificate".to_vec(),
            "certificate: apiclient_cert.pem is not a certificate",
        ),
        (
            "apiclient_cert.pem",
            &certificate[..certificate.len() / 2].to_vec(),
            "certificate: apiclient_cert.pem is a certificate that cannot be read, because the content is truncated or altered",
        ),
        (
            "apiclient_cert.pem",
            &key,
            "certificate: apiclient_cert.pem is a private key, not a certificate",
        ),
        (
            "pub_key.pem",
            &certificate,
            "public_key: pub_key.pem is a certificate, not a public key",
        ),
        (
            "pub_key.pem",
            &key,
            "public_key: pub_key.pem is a private key, not a public key",
        ),
    ] {
        let right = std::fs::read(shop.path(file)).unwrap();
        shop.write(file, content);
        assert_eq!(findings(&shop.run(&["doctor"]).await), [finding]);
        shop.write(file, right);
    }
    assert_eq!(findings(&shop.run(&["doctor"]).await), [""; 0]);
}

/// The findings of a run with other paths of the private key, each with its steps.
#[cfg(unix)]
async fn findings_of_key(paths: &[&str], shop: &mut Shop) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        shop.set("WECHATPAY_PRIVATE_KEY", path);
        let run = shop.run(&["doctor", "--offline"]).await;
        let [finding] = &*findings(&run) else {
            panic!("{run:?}")
        };
        let report = run.json();
        let mut checks = report["checks"].as_array().unwrap().iter();
        let check = checks.find(|check| check["state"] == "finding").unwrap();
        let steps = check["to_do"].as_array().unwrap().iter();
        let steps: Vec<_> = steps.map(|step| step.as_str().unwrap()).collect();
        found.push(format!("{finding} → {}", steps.join(" → ")));
    }
    found
}

#[cfg(unix)]
#[tokio::test]
async fn a_path_that_is_no_file_is_named() {
    const KEY: &str = "name `apiclient_key.pem` of this merchant, which begins with `-----BEGIN PRIVATE KEY-----`";
    let mut shop = open().await;
    std::fs::create_dir(shop.path("keys")).unwrap();
    set_mode(&shop.path("keys"), 0o755);
    std::os::unix::fs::symlink("moved.pem", shop.path("link.pem")).unwrap();
    std::os::unix::fs::symlink("loop.pem", shop.path("loop.pem")).unwrap();
    let pipe = std::process::Command::new("mkfifo")
        .arg(shop.path("pipe"))
        .status();
    assert!(pipe.unwrap().success());
    shop.write("empty.pem", "");
    let paths = [
        "keys",
        "link.pem",
        "loop.pem",
        "pipe",
        "empty.pem",
        "/dev/null",
        "/dev/zero",
        "~/apiclient_key.pem",
        "apiclient_key.pem/key",
        "absent.pem",
    ];
    let key = |problem: &str| format!("private_key: {problem}");
    assert_eq!(
        findings_of_key(&paths, &mut shop).await,
        [
            key("cannot read keys: this is a folder, not a file → name a file in the folder"),
            key(
                "cannot read link.pem: No such file or directory (os error 2) → the path is a link to moved.pem: correct the link"
            ),
            key(
                "cannot read loop.pem: Too many levels of symbolic links (os error 40) → name another file"
            ),
            key(
                "cannot read pipe: this is a pipe, into which no program wrote within 10 s → name a file"
            ),
            key(&format!("empty.pem is empty, not a private key → {KEY}")),
            key(&format!("/dev/null is empty, not a private key → {KEY}")),
            key("/dev/zero is larger than 16 MiB → name another file"),
            key(
                "cannot read ~/apiclient_key.pem: No such file or directory (os error 2) → write the home folder in full: only a shell knows `~`"
            ),
            key(
                "cannot read apiclient_key.pem/key: Not a directory (os error 20) → check the path: a part before the last `/` is a file"
            ),
            key(
                "cannot read absent.pem: No such file or directory (os error 2) → check the path, which begins at the current folder"
            ),
        ]
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_from_a_pipe_is_read_once_and_used_by_every_check() {
    let mut shop = open().await;
    let pipe = shop.path("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    shop.set("WECHATPAY_PRIVATE_KEY", pipe.display());
    let key = shop.gateway.merchant_private_key().to_owned();
    thread::spawn(move || std::fs::write(pipe, key));
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(
        check(&run, "file_modes"),
        "skipped: no file with a secret can be read"
    );
}

#[tokio::test]
async fn certificates_that_are_not_in_force_are_found() {
    let mut shop = open().await;
    let key = PKey::private_key_from_pem(shop.gateway.merchant_private_key().as_bytes()).unwrap();
    let platform_key = generate();
    let platform = shop.path("platform.pem");
    shop.set("WECHATPAY_PLATFORM_CERTIFICATE", platform.display());
    for (from, to, detail) in [
        (-400, -2, ", 2 days ago"),
        (-400, 12, ", in 12 days"),
        (-400, 1, ", in 1 day"),
        (-400, 0, ", in less than an hour"),
        (2, 400, "the certificate is valid only from "),
        (-400, 400, ""),
    ] {
        let pem = certificate("1900000109", &key, from, to).to_pem();
        shop.write("apiclient_cert.pem", pem.unwrap());
        let pem = certificate("Tenpay.com sign", &platform_key, from, to).to_pem();
        shop.write("platform.pem", pem.unwrap());
        let found = findings(&shop.run(&["doctor", "--offline"]).await);
        let names: Vec<_> = found
            .iter()
            .inspect(|finding| assert!(finding.contains(detail), "{finding}"))
            .map(|finding| finding.split(": ").next().unwrap())
            .collect();
        let expected = ["certificate_expiry", "platform_certificate_expiry"];
        let count = if detail.is_empty() { 0 } else { 2 };
        assert_eq!(names, expected[..count]);
    }
}

#[cfg(unix)]
/// A certificate is no secret, wherever it stands.
#[cfg(unix)]
#[tokio::test]
async fn a_certificate_in_the_place_of_a_key_may_be_read_by_all() {
    let mut shop = open().await;
    for name in ["apiclient_cert.pem", "pub_key.pem"] {
        set_mode(&shop.path(name), 0o644);
        shop.set("WECHATPAY_PRIVATE_KEY", shop.path(name).display());
        let run = shop.run(&["doctor", "--offline"]).await;
        let found = findings(&run);
        assert!(
            found.len() == 1 && found[0].starts_with("private_key: "),
            "{found:?}"
        );
        assert_eq!(
            check(&run, "file_modes"),
            "skipped: no file with a secret can be read"
        );
    }
}

#[tokio::test]
async fn files_that_others_may_read_are_found() {
    let mut shop = open().await;
    shop.unset("WECHATPAY_API_V3_KEY");
    let path = shop.write("api_v3_key.txt", "0123456789abcdef0123456789abcdef\n");
    shop.set("WECHATPAY_API_V3_KEY_FILE", path.display());
    assert_eq!(findings(&shop.run(&["doctor"]).await), [""; 0]);
    set_mode(&path, 0o640);
    set_mode(&shop.path("apiclient_key.pem"), 0o644);
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "file_modes: apiclient_key.pem has mode 0644, api_v3_key.txt has mode 0640: other users of this machine may use the secret",
        ]
    );
    assert!(
        run.stdout
            .contains("chmod 600 apiclient_key.pem api_v3_key.txt"),
        "{run:?}"
    );
    assert!(
        check(&run, "echo").starts_with("ok: "),
        "an open file stops no other check"
    );
    let path = shop.write("apiclient key's.pem", shop.gateway.merchant_private_key());
    set_mode(&path, 0o644);
    shop.set("WECHATPAY_PRIVATE_KEY", path.display());
    let run = shop.run(&["doctor"]).await;
    let report = run.json();
    let mut checks = report["checks"].as_array().unwrap().iter();
    let modes = checks.find(|check| check["name"] == "file_modes").unwrap();
    assert_eq!(
        modes["to_do"][0],
        r"chmod 600 'apiclient key'\''s.pem' api_v3_key.txt"
    );
    // Two options name one file by mistake, also by another spelling or a link.
    let link = shop.path("link.pem");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let longer = path.parent().unwrap().join(".").join("..");
    let folder = path.parent().unwrap().file_name().unwrap();
    let longer = longer.join(folder).join(path.file_name().unwrap());
    for same in [path, link, longer] {
        shop.set("WECHATPAY_API_V3_KEY_FILE", same.display());
        let run = shop.run(&["doctor"]).await;
        assert_eq!(
            steps(&run, "file_modes"),
            [r"chmod 600 'apiclient key'\''s.pem'"],
            "{same:?}"
        );
    }
}

#[tokio::test]
async fn an_apiv3_key_of_31_bytes_is_found() {
    let mut shop = open().await;
    shop.set("WECHATPAY_API_V3_KEY", "0123456789abcdef0123456789abcde");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        ["api_v3_key: WECHATPAY_API_V3_KEY: the APIv3 key has 31 bytes, but must have 32"]
    );
    assert!(!run.stdout.contains("0123456789"), "no secret is shown");
    shop.unset("WECHATPAY_API_V3_KEY");
    shop.set("WECHATPAY_API_V3_KEY_FILE", "apiclient_key.pem");
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [
            "api_v3_key: --api-v3-key-file apiclient_key.pem: the file is a private key, not the APIv3 key (APIv3密钥)"
        ]
    );
    shop.set("WECHATPAY_API_V3_KEY_FILE", "key.txt");
    // The second key has 32 bytes with its blank.
    for key in [
        "0123456789abcdef0123456789abcdef ",
        "0123456789abcdef0123456789abcde\t",
        "\u{3000}0123456789abcdef0123456789abcdef",
    ] {
        shop.write("key.txt", key);
        let run = shop.run(&["doctor", "--offline"]).await;
        assert_eq!(
            findings(&run),
            ["api_v3_key: --api-v3-key-file key.txt: the APIv3 key has a blank before or after it"]
        );
    }
    // Without a public key, the APIv3 key would download the keys of WeChat Pay.
    shop.unset("WECHATPAY_PUBLIC_KEY");
    shop.unset("WECHATPAY_PUBLIC_KEY_ID");
    shop.unset("WECHATPAY_API_V3_KEY_FILE");
    shop.set("WECHATPAY_API_V3_KEY", "0123456789abcdef".repeat(4));
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        ["api_v3_key: WECHATPAY_API_V3_KEY: the APIv3 key has 64 bytes, but must have 32"]
    );
    assert_eq!(
        check(&run, "wechatpay_key"),
        "skipped: `api_v3_key` must be right first"
    );
}

#[tokio::test]
async fn a_clock_that_is_off_is_found() {
    let shop = open().await;
    for (ahead, side) in [(360, "behind"), (-360, "ahead of")] {
        shop.gateway.set_clock_ahead(ahead);
        let run = shop.run(&["doctor"]).await;
        let found = findings(&run);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("clock: the local clock is 3")
                && found[0].ends_with(&format!(
                    " s {side} WeChat Pay's; the following checks use WeChat Pay's time"
                )),
            "{found:?}"
        );
        assert!(
            run.stdout
                .contains("\"set the clock by a time server (NTP)\""),
            "{run:?}"
        );
        assert_eq!(check(&run, "connection"), "ok: a server responded");
        assert_eq!(
            check(&run, "signature"),
            "ok: WeChat Pay accepts merchant number, serial number and private key"
        );
        assert_eq!(check(&run, "query"), "ok: the response is verified");
        assert_eq!(check(&run, "echo"), "ok: signed, verified");
        assert!(!run.stdout.contains("run the check again"), "{run:?}");
    }
}

#[tokio::test]
async fn a_clock_of_another_year_is_found() {
    let mut shop = open().await;
    shop.unset("WECHATPAY_CERTIFICATE");
    let serial_no = shop.gateway.merchant().serial_no().to_owned();
    shop.set("WECHATPAY_SERIAL_NO", serial_no);
    shop.write(
        "apiclient_key.pem",
        generate().private_key_to_pem_pkcs8().unwrap(),
    );
    for years in [-20, 20] {
        shop.gateway.set_clock_ahead(years * 365 * 86_400);
        let run = shop.run(&["doctor"]).await;
        let names: Vec<_> = findings(&run)
            .iter()
            .map(|finding| finding.split(':').next().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["clock", "signature"]);
        assert!(
            run.stdout.contains(
                "then run the check again: the dates of certificates were compared with the wrong clock"
            ),
            "{run:?}"
        );
    }
}

/// A signed refusal is refused itself, by its timestamp: only the time of its server shows the fault behind the clock.
#[tokio::test]
async fn a_fault_behind_a_clock_that_is_off_is_found_if_refusals_are_signed() {
    const ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";
    let mut shop = open().await;
    let key = generate();
    shop.write("pub_key.pem", key.public_key_to_pem().unwrap());
    for (ahead, side) in [(3600, "behind"), (-3600, "ahead of")] {
        shop.set("WECHATPAY_BASE_URL", signing(&key, ID, ahead));
        shop.set("WECHATPAY_PUBLIC_KEY_ID", ID);
        let run = shop.run(&["doctor"]).await;
        let found = findings(&run);
        let clock = |found: &str| {
            let end = format!(" s {side} WeChat Pay's; the following checks use WeChat Pay's time");
            found.starts_with("clock: the local clock is 3") && found.ends_with(&end)
        };
        assert!(found.len() == 1 && clock(&found[0]), "{found:?}");
        assert_eq!(
            steps(&run, "clock"),
            ["set the clock by a time server (NTP)"]
        );
        assert_eq!(check(&run, "echo"), "ok: signed, verified");

        let wrong = format!("{ID}0");
        shop.set("WECHATPAY_PUBLIC_KEY_ID", &wrong);
        let run = shop.run(&["doctor"]).await;
        let found = findings(&run);
        let served = format!(
            "served_key: WeChat Pay signed with the configured key, but names it {ID}, not {wrong}"
        );
        assert!(clock(&found[0]), "{found:?}");
        assert_eq!(found[1..], [served]);
    }
}

#[tokio::test]
async fn a_signed_refusal_of_the_signature_is_found() {
    let shop = open().await;
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    let refusal = || ScriptedResponse::error(401, "SIGN_ERROR", "签名错误");
    shop.gateway.respond("GET", path, refusal());
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert!(
        found.len() == 1 && found[0].starts_with("signature: SIGN_ERROR: 签名错误 (status 401"),
        "{found:?}"
    );
    assert_eq!(run.code, 1);
}

/// A server whose clock is ahead, and that signs every response, also the refusal of a request at another time. Returns
/// its URL.
fn signing(key: &PKey<Private>, id: &'static str, ahead: i64) -> String {
    let key = key.clone();
    let address = serve(move |mut stream, mut reader| {
        while let Some((head, body)) = read_message(&mut reader) {
            let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs() as i64 + ahead;
            let (_, sent) = head.split_once("timestamp=\"").unwrap();
            let sent: i64 = sent.split('"').next().unwrap().parse().unwrap();
            let (status, body) = match (now.abs_diff(sent) > 300, body.is_empty()) {
                (true, _) => {
                    let refusal = r#"{"code":"SIGN_ERROR","message":"timestamp"}"#;
                    (401, refusal.as_bytes().to_vec())
                }
                (false, true) => {
                    let absent = r#"{"code":"ORDER_NOT_EXIST","message":"订单不存在"}"#;
                    (404, absent.as_bytes().to_vec())
                }
                (false, false) => {
                    let mut echo: Value = serde_json::from_slice(&body).unwrap();
                    echo.as_object_mut()
                        .unwrap()
                        .remove("encrypted_echo_message");
                    (200, echo.to_string().into_bytes())
                }
            };
            let message = [format!("{now}\nnonce\n").as_bytes(), &body, b"\n"].concat();
            let mut signer = Signer::new(MessageDigest::sha256(), &key).unwrap();
            let signature = signer.sign_oneshot_to_vec(&message).unwrap();
            let head = format!(
                "HTTP/1.1 {status} Status\r\nWechatpay-Timestamp: {now}\r\nWechatpay-Nonce: nonce\r\n\
                 Wechatpay-Signature: {}\r\nWechatpay-Serial: {id}\r\n",
                openssl::base64::encode_block(&signature)
            );
            stream.write_all(&to_bytes((head, body))).unwrap();
        }
    });
    format!("http://{address}")
}

#[tokio::test]
async fn a_wrong_public_key_id_is_found() {
    let mut shop = open().await;
    shop.set(
        "WECHATPAY_PUBLIC_KEY_ID",
        "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    );
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [
            "public_key_id: `5157F09EFDC096DE15EBE81A47057A7232F1B8E1` is not the ID of a WeChat Pay public key, which is PUB_KEY_ID_ and letters or digits: a serial number, as certificates have",
        ]
    );
    shop.set(
        "WECHATPAY_PUBLIC_KEY_ID",
        "PUB_KEY_ID_0119000001092024111500112233445567",
    );
    let served = shop.gateway.platform_certificate().serial_no().to_owned();
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [format!(
            "served_key: WeChat Pay signed with the platform certificate {served}, which is not configured: the configured key or its ID is not the one of this merchant, or the merchant still has certificates",
        )]
    );
}

#[tokio::test]
async fn another_public_key_is_found() {
    let shop = open().await;
    shop.write("pub_key.pem", generate().public_key_to_pem().unwrap());
    let found = findings(&shop.run(&["doctor"]).await);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found,
        [
            "served_key: the configured key did not make the signature of the response: the key is not the one of its ID, or `Wechatpay-Signature` was changed on the way"
        ]
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        check(&run, "signature"),
        "ok: WeChat Pay accepted the request, because its response is signed"
    );
    let own = PKey::private_key_from_pem(shop.gateway.merchant_private_key().as_bytes()).unwrap();
    shop.write("pub_key.pem", own.public_key_to_pem().unwrap());
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        ["public_key: pub_key.pem is the merchant's own public key, not WeChat Pay's",]
    );
}

#[tokio::test]
async fn a_platform_certificate_as_the_merchants_is_found() {
    let mut shop = open().await;
    let pem = certificate("Tenpay.com sign", &generate(), -1, 400)
        .to_pem()
        .unwrap();
    shop.write("apiclient_cert.pem", pem);
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "certificate: apiclient_cert.pem is a platform certificate (平台证书) of `Tenpay.com sign`, not a merchant API certificate (商户API证书)",
        ]
    );
    assert_eq!(
        check(&run, "certificate_key"),
        "skipped: `certificate` must be right first"
    );
    assert_eq!(
        check(&run, "serial_no"),
        "skipped: `certificate` must be right first"
    );

    // The other way round.
    let shop_certificate = shop.gateway.merchant_certificate().to_vec();
    shop.write("apiclient_cert.pem", &shop_certificate);
    shop.set("WECHATPAY_PLATFORM_CERTIFICATE", "apiclient_cert.pem");
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [
            "platform_certificate: apiclient_cert.pem is a merchant API certificate (商户API证书), not a platform certificate",
        ]
    );
}

/// Without the flags, the command of a step would be about another merchant. With the wrong one, it would fail.
#[tokio::test]
async fn the_commands_of_steps_repeat_the_flags() {
    let mut shop = open().await;
    shop.unset("WECHATPAY_MCHID");
    let flags = [
        "--mchid",
        "1900000109",
        "--platform-certificate",
        "apiclient_cert.pem",
    ];
    let run = shop
        .run(&[&["doctor", "--offline"], &flags[..]].concat())
        .await;
    assert_eq!(
        steps(&run, "platform_certificate"),
        [
            "leave --platform-certificate (WECHATPAY_PLATFORM_CERTIFICATE) out, and download one: wechatpay certificates --mchid 1900000109 --save FOLDER"
        ]
    );
}

#[tokio::test]
async fn another_mchid_is_found() {
    let mut shop = open().await;
    shop.set("WECHATPAY_MCHID", "1900000110");
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [
            "certificate_mchid: the certificate belongs to the merchant 1900000109, not to 1900000110",
        ]
    );
    shop.unset("WECHATPAY_CERTIFICATE");
    shop.set(
        "WECHATPAY_SERIAL_NO",
        shop.gateway.merchant().serial_no().to_owned(),
    );
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        ["signature: mchid is not the number of a merchant with an API certificate",]
    );
    shop.set("WECHATPAY_MCHID", "19000001o9");
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        ["mchid: `19000001o9` is not the number of a merchant: 1 to 32 decimal digits",]
    );
}

#[tokio::test]
async fn another_serial_no_is_found() {
    let mut shop = open().await;
    shop.set(
        "WECHATPAY_SERIAL_NO",
        "5157F09EFDC096DE15EBE81A47057A7232F1B8E1",
    );
    let own = shop.gateway.merchant().serial_no().to_owned();
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [format!(
            "serial_no: 5157F09EFDC096DE15EBE81A47057A7232F1B8E1 is not the serial number of the certificate, which is {own}",
        )]
    );
    shop.unset("WECHATPAY_CERTIFICATE");
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        ["signature: mchid has no certificate with this serial_no",]
    );
}

#[tokio::test]
async fn a_pkcs12_file_is_checked() {
    let mut shop = open().await;
    let key = PKey::private_key_from_pem(shop.gateway.merchant_private_key().as_bytes()).unwrap();
    let certificate = X509::from_pem(shop.gateway.merchant_certificate()).unwrap();
    let file = Pkcs12::builder()
        .pkey(&key)
        .cert(&certificate)
        .build2("1900000109")
        .unwrap();
    let path = shop.write("apiclient_cert.p12", file.to_der().unwrap());
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.unset("WECHATPAY_CERTIFICATE");
    shop.set("WECHATPAY_PKCS12", path.display());
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert!(check(&run, "certificate_expiry").starts_with("ok: "));
    shop.set("WECHATPAY_PKCS12_PASSWORD", "wrong");
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert_eq!(
        steps(&run, "private_key"),
        [
            "give the password in WECHATPAY_PKCS12_PASSWORD; by default, it is the merchant number of --mchid"
        ]
    );
    assert_eq!(
        found,
        ["private_key: apiclient_cert.p12 is no usable PKCS#12 file of a merchant: wrong password"]
    );
    shop.unset("WECHATPAY_PKCS12");
    shop.set("WECHATPAY_PRIVATE_KEY", "apiclient_cert.p12");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run)[0],
        "private_key: apiclient_cert.p12 is a PKCS#12 file, not a private key"
    );
    assert_eq!(
        steps(&run, "private_key"),
        ["give this file as --pkcs12 FILE"]
    );
    // The number of the merchant is in the file.
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.unset("WECHATPAY_MCHID");
    shop.set("WECHATPAY_PKCS12", path.display());
    shop.unset("WECHATPAY_PKCS12_PASSWORD");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        ["private_key: missing: the password of the PKCS#12 file"]
    );
    for name in ["mchid", "certificate"] {
        assert_eq!(
            check(&run, name),
            "skipped: `private_key` must be right first"
        );
    }
    shop.set("WECHATPAY_PKCS12_PASSWORD", "1900000109");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(check(&run, "mchid"), "ok: 1900000109, of the PKCS#12 file");
}

#[tokio::test]
async fn every_problem_of_the_files_is_found_in_one_run() {
    let mut shop = open().await;
    let key = generate();
    shop.write(
        "apiclient_cert.pem",
        certificate("1900000111", &key, -400, -30).to_pem().unwrap(),
    );
    set_mode(&shop.path("apiclient_key.pem"), 0o644);
    shop.set("WECHATPAY_API_V3_KEY", "short");
    shop.set("WECHATPAY_PUBLIC_KEY_ID", "PUB-KEY");
    shop.set("WECHATPAY_PUBLIC_KEY", "absent.pem");
    shop.set("WECHATPAY_BASE_URL", "ftp://x");
    let found = findings(&shop.run(&["doctor"]).await);
    let names: Vec<_> = found
        .iter()
        .map(|finding| finding.split(':').next().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "file_modes",
            "certificate_expiry",
            "certificate_mchid",
            "certificate_key",
            "api_v3_key",
            "public_key",
            "public_key_id",
            "network_settings",
        ]
    );
    assert_eq!(
        found[5],
        "public_key: cannot read absent.pem: No such file or directory (os error 2)"
    );
}

/// A fault of a configuration, and the findings that name the fault: each check with the beginning of its detail.
struct Fault {
    name: &'static str,
    make: fn(&mut Shop),
    findings: &'static [&'static str],
}

const FAULTS: [Fault; 10] = [
    Fault {
        name: "another merchant's key",
        make: |shop| {
            let key = generate().private_key_to_pem_pkcs8().unwrap();
            shop.write("apiclient_key.pem", key);
        },
        findings: &[
            "certificate_key: the private key does not belong to the certificate",
            "signature: the private key does not belong to the certificate with this serial_no",
        ],
    },
    Fault {
        name: "certificate in the key's place",
        make: |shop| {
            let certificate = shop.gateway.merchant_certificate().to_vec();
            shop.write("apiclient_key.pem", certificate);
        },
        findings: &["private_key: apiclient_key.pem is a certificate, not a private key"],
    },
    // The real WeChat Pay also refuses requests with an expired certificate, so that it tells neither a wrong public key
    // nor a changed body.
    Fault {
        name: "expired certificate",
        make: |shop| {
            let key = shop.gateway.merchant_private_key();
            let key = PKey::private_key_from_pem(key.as_bytes()).unwrap();
            let serial_no = shop.gateway.merchant().serial_no().to_owned();
            let expired = certificate_with(&serial_no, "1900000109", &key, -400, -1);
            shop.write("apiclient_cert.pem", expired.to_pem().unwrap());
        },
        findings: &["certificate_expiry: the certificate expired on "],
    },
    Fault {
        name: "mode 0644",
        make: |shop| set_mode(&shop.path("apiclient_key.pem"), 0o644),
        findings: &["file_modes: apiclient_key.pem has mode 0644"],
    },
    Fault {
        name: "APIv3 key of 31 bytes",
        make: |shop| shop.set("WECHATPAY_API_V3_KEY", "0123456789abcdef0123456789abcde"),
        findings: &["api_v3_key: WECHATPAY_API_V3_KEY: the APIv3 key has 31 bytes"],
    },
    Fault {
        name: "clock 6 minutes off",
        make: |shop| shop.gateway.set_clock_ahead(-360),
        findings: &["clock: the local clock is 3"],
    },
    Fault {
        name: "wrong public key ID",
        make: |shop| {
            let id = "PUB_KEY_ID_0119000001092024111500112233445567";
            shop.set("WECHATPAY_PUBLIC_KEY_ID", id);
        },
        findings: &["served_key: WeChat Pay signed with the platform certificate "],
    },
    Fault {
        name: "platform certificate as the merchant's",
        make: |shop| {
            let platform = certificate("Tenpay.com sign", &generate(), -1, 400);
            shop.write("apiclient_cert.pem", platform.to_pem().unwrap());
            let serial_no = shop.gateway.merchant().serial_no().to_owned();
            shop.set("WECHATPAY_SERIAL_NO", serial_no);
        },
        findings: &["certificate: apiclient_cert.pem is a platform certificate (平台证书)"],
    },
    Fault {
        name: "another mchid",
        make: |shop| shop.set("WECHATPAY_MCHID", "1900000110"),
        findings: &[
            "certificate_mchid: the certificate belongs to the merchant 1900000109, not to 1900000110",
            "signature: mchid is not the number of a merchant with an API certificate",
        ],
    },
    Fault {
        name: "proxy that prints JSON again",
        make: |shop| {
            let pretty: Print = |body| serde_json::to_string_pretty(body).unwrap();
            shop.set("WECHATPAY_BASE_URL", reprinting(shop, Some(pretty), None));
        },
        findings: &["proxy: a proxy on the way changed the body ("],
    },
];

/// The pairs of faults that cannot be told in one run, with the reason.
const NOT_TOGETHER: [(&str, &str, &str); 5] = [
    (
        "another merchant's key",
        "certificate in the key's place",
        "both are about one file",
    ),
    (
        "certificate in the key's place",
        "mode 0644",
        "a certificate is no secret",
    ),
    (
        "expired certificate",
        "platform certificate as the merchant's",
        "both are about one file",
    ),
    (
        "another merchant's key",
        "wrong public key ID",
        "WeChat Pay signs no response to a refused signature",
    ),
    (
        "certificate in the key's place",
        "wrong public key ID",
        "WeChat Pay signs no response to a refused signature",
    ),
];

#[tokio::test(flavor = "multi_thread")]
async fn both_faults_of_a_pair_are_found_in_one_run() {
    for (index, first) in FAULTS.iter().enumerate() {
        for second in &FAULTS[index + 1..] {
            let mut pairs = NOT_TOGETHER.iter();
            if pairs.any(|(left, right, _)| *left == first.name && *right == second.name) {
                continue;
            }
            let mut shop = open().await;
            // The mode belongs to the file that the other fault writes.
            (second.make)(&mut shop);
            (first.make)(&mut shop);
            if [first.name, second.name].contains(&"mode 0644") {
                set_mode(&shop.path("apiclient_key.pem"), 0o644);
            }
            let found = findings(&shop.run(&["doctor"]).await);
            let pair = format!("{} + {}", first.name, second.name);
            for fault in [first, second] {
                let mut texts = fault.findings.iter();
                assert!(
                    texts.any(|text| found.iter().any(|found| found.starts_with(text))),
                    "{pair}: {found:?}"
                );
            }
            assert_eq!(found.len(), 2, "{pair}: {found:?}");
        }
    }
}

#[tokio::test]
async fn half_a_configuration_names_the_rest() {
    let mut shop = open().await;
    for variable in [
        "WECHATPAY_MCHID",
        "WECHATPAY_PRIVATE_KEY",
        "WECHATPAY_CERTIFICATE",
        "WECHATPAY_PUBLIC_KEY_ID",
    ] {
        shop.unset(variable);
    }
    let run = shop.run(&["doctor"]).await;
    let file =
        "or write all settings into a file: `wechatpay --help` shows it, below Configuration";
    assert_eq!(steps(&run, "mchid")[1], file);
    assert_eq!(
        findings(&run),
        [
            "mchid: missing: the merchant number (商户号)",
            "private_key: missing: the private key",
            "serial_no: missing: the serial number of the merchant API certificate (商户API证书序列号)",
            "public_key_id: missing: the ID of the WeChat Pay public key (微信支付公钥ID)",
        ]
    );
    let screen = shop.run(&["doctor", "--output", "text"]).await.stdout;
    assert!(screen.lines().count() <= 26, "{screen}");
    assert!(
        screen.ends_with("\n4 findings, 6 right, 12 skipped\n"),
        "{screen}"
    );
}

#[tokio::test]
async fn a_closed_port_and_a_proxy_that_refuses_are_named() {
    let mut shop = open().await;
    let url = shop.gateway.base_url();
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    shop.set("WECHATPAY_BASE_URL", format!("https://{closed}"));
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert!(
        found.len() == 1
            && found[0].starts_with(&format!(
                "connection: https://{closed}: no server listens at {closed}; nothing was sent"
            )),
        "{found:?}"
    );
    let step = format!("start the server or the sandbox at {closed}, or correct --base-url");
    assert!(run.stdout.contains(&step), "{run:?}");
    shop.set("WECHATPAY_BASE_URL", url);
    shop.unset("WECHATPAY_ROOT_CERTIFICATES");
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert!(
        found.len() == 1 && found[0].contains("certificate verify failed"),
        "{found:?}"
    );
    assert!(run.stdout.contains("another TLS certificate"), "{run:?}");
    let refusing = serve(|mut stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    });
    shop.set("WECHATPAY_PROXY", format!("http://user:secret@{refusing}"));
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert!(
        found.len() == 1
            && found[0].contains(&format!("cannot connect through the proxy {refusing}"))
            && found[0].ends_with("the proxy refused the CONNECT request"),
        "{found:?}"
    );
    let host = shop.gateway.base_url().replace("https://", "");
    let step = format!("let the proxy at {refusing} accept CONNECT to {host}");
    assert_eq!(steps(&run, "connection"), [step]);
    assert!(!run.stdout.contains("secret"), "{run:?}");
}

#[tokio::test]
async fn a_proxy_that_prints_json_again_is_found() {
    let mut shop = open().await;
    let pretty = |body: &Value| serde_json::to_string_pretty(body).unwrap();
    let compact = |body: &Value| body.to_string();
    let ascii = |body: &Value| {
        let escape = |c: char| match c.is_ascii() {
            true => c.to_string(),
            false => format!("\\u{:04x}", u32::from(c)),
        };
        body.to_string().chars().map(escape).collect::<String>()
    };
    shop.set("WECHATPAY_BASE_URL", reprinting(&shop, Some(pretty), None));
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("proxy: a proxy on the way changed the body (")
            && found[0].ends_with(" arrived); the body that arrived begins with `{\\n  \\\"ech`"),
        "{found:?}"
    );
    assert!(check(&run, "query").starts_with("ok: "));

    // Sorted members have the same length: only the query proves that the key is right.
    shop.set("WECHATPAY_BASE_URL", reprinting(&shop, Some(compact), None));
    let found = findings(&shop.run(&["doctor"]).await);
    assert!(
        found.len() == 1 && found[0].starts_with("proxy: a proxy on the way changed the body"),
        "{found:?}"
    );
    let certificate = shop.gateway.merchant().serial_no().to_owned();
    shop.unset("WECHATPAY_CERTIFICATE");
    shop.set("WECHATPAY_SERIAL_NO", certificate);
    let found = findings(&shop.run(&["doctor"]).await);
    assert!(
        found.len() == 1 && found[0].starts_with("proxy: "),
        "{found:?}"
    );

    shop.set("WECHATPAY_BASE_URL", reprinting(&shop, Some(ascii), None));
    let found = findings(&shop.run(&["doctor"]).await);
    assert!(
        found.len() == 1 && found[0].starts_with("proxy: "),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_proxy_that_prints_responses_again_is_found() {
    let mut shop = open().await;
    let pretty = |body: &Value| serde_json::to_string_pretty(body).unwrap();
    shop.set("WECHATPAY_BASE_URL", reprinting(&shop, None, Some(pretty)));
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        ["proxy: on the way back, the body's JSON was re-formatted after it was signed",]
    );
    shop.set(
        "WECHATPAY_BASE_URL",
        reprinting(&shop, Some(pretty), Some(pretty)),
    );
    let found = findings(&shop.run(&["doctor"]).await);
    assert!(
        found.len() == 1
            && found[0].starts_with("proxy: on the way back, ")
            && found[0].contains("; and a proxy on the way changed the body"),
        "{found:?}"
    );
}

/// No diagnosis knows the order of the members, but the signature tells that the key is right.
#[tokio::test]
async fn a_proxy_that_orders_the_members_of_responses_again_is_found() {
    let mut shop = open().await;
    let reversed: Print = |body| {
        let members = body.as_object().unwrap().iter().rev();
        let members = members.map(|(name, value)| format!("{name:?}:{value}"));
        format!("{{{}}}", members.collect::<Vec<_>>().join(","))
    };
    shop.set(
        "WECHATPAY_BASE_URL",
        reprinting(&shop, None, Some(reversed)),
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "proxy: on the way back, the body, `Wechatpay-Timestamp` or `Wechatpay-Nonce` was changed: the configured key made the signature, but of another message"
        ]
    );
    assert_eq!(
        steps(&run, "proxy"),
        ["let every proxy, gateway and WAF on the way forward bodies and headers byte for byte"]
    );
}

#[tokio::test]
async fn other_changes_on_the_way_are_found() {
    /// The message without a header, whose name is in lower case.
    fn without(name: &'static str) -> impl Fn(String, Vec<u8>) -> Message + Clone {
        move |head, body| {
            let lines = head.split_inclusive("\r\n");
            let kept = lines.filter(|line| !line.to_lowercase().starts_with(name));
            (kept.collect(), body)
        }
    }
    let same = |head, body| (head, body);
    let mut shop = open().await;
    let prefixed = |head: String, body| (head.replacen(" /v3/", " /api/v3/", 1), body);
    let put = |head: String, body| (head.replacen("POST ", "PUT ", 1), body);
    let busy = |_, _| {
        let page = b"<html>Bad Gateway</html>".to_vec();
        ("HTTP/1.1 502 Bad Gateway\r\n".to_owned(), page)
    };
    for (url, finding) in [
        (
            changing(&shop, without("authorization:"), same),
            "proxy: a proxy on the way removed or changed the header `Authorization`",
        ),
        (
            changing(&shop, prefixed, same),
            "proxy: the path arrived with a prefix, which is not signed",
        ),
        (
            changing(&shop, put, same),
            "proxy: a proxy on the way changed the method",
        ),
        (
            changing(&shop, same, without("wechatpay-nonce:")),
            "proxy: on the way back, headers of the signature were lost: Wechatpay-Nonce is missing",
        ),
        (changing(&shop, same, busy), "connection: http://127.0.0.1:"),
    ] {
        shop.set("WECHATPAY_BASE_URL", url);
        let found = findings(&shop.run(&["doctor"]).await);
        assert!(
            found.len() == 1 && found[0].starts_with(finding) && !found[0].contains("; and "),
            "{finding}: {found:?}"
        );
    }
    shop.set("WECHATPAY_BASE_URL", changing(&shop, prefixed, same));
    assert_eq!(
        steps(&shop.run(&["doctor"]).await, "proxy"),
        ["let the reverse proxy remove the prefix of --base-url and add none"]
    );
}

#[tokio::test]
async fn a_page_and_a_redirect_in_place_of_wechat_pay_are_named() {
    let same = |head, body| (head, body);
    let login = |_, _| {
        let page = b"<!DOCTYPE html><title>Login</title>".to_vec();
        ("HTTP/1.1 200 OK\r\n".to_owned(), page)
    };
    let moved = |_, _| {
        let head = "HTTP/1.1 302 Found\r\nLocation: https://login.example/a?token=1\r\n";
        (head.to_owned(), b"<html>".to_vec())
    };
    let mut shop = open().await;
    for (url, text, step) in [
        (
            changing(&shop, same, login),
            "an HTML page came back, not a response of WeChat Pay (status 200)",
            "check the base URL (--base-url), and the proxy or login page on the way",
        ),
        (
            changing(&shop, same, moved),
            "unverified response: an error response without a code (status 302, Location https://login.example/a)",
            "something on the way redirects the request: check the base URL (--base-url), and the proxy or login page",
        ),
    ] {
        shop.set("WECHATPAY_BASE_URL", &url);
        let run = shop.run(&["doctor"]).await;
        assert_eq!(findings(&run), [format!("connection: {url}: {text}")]);
        assert_eq!(steps(&run, "connection"), [step]);
        assert_eq!(
            shop.run(&["order", "A-1"]).await.failed(4),
            format!("{text}\n{step}\nnothing was changed: then repeat the query")
        );
        let body = r#"{"out_trade_no":"T1","out_refund_no":"R1","amount":{"refund":1,"total":2,"currency":"CNY"}}"#;
        let refund = ["call", "refund.create_refund", "-y", "-d", body];
        assert_eq!(
            shop.run(&refund).await.failed(5),
            format!(
                "{text}\n{step}\n\
                 query first: wechatpay call GET /v3/refund/domestic/refunds/R1\n\
                 or repeat the very same command, with the same numbers: a new number may pay twice"
            )
        );
    }
}

#[tokio::test]
async fn a_port_without_tls_and_one_with_tls_are_named() {
    let mut shop = open().await;
    let with_tls = shop.gateway.base_url();
    let plain = serve(|mut stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    let no_tls = "check that the port speaks TLS; for plain HTTP, write http:// in --base-url";
    let silent =
        "check that the port speaks HTTP; a port that speaks TLS needs https:// in --base-url";
    for (url, step, end) in [
        (format!("https://{plain}"), no_tls, no_tls),
        (with_tls.replace("https://", "http://"), silent, silent),
    ] {
        shop.set("WECHATPAY_BASE_URL", &url);
        let run = shop.run(&["doctor"]).await;
        let found = findings(&run);
        let start = format!("connection: {url}: ");
        assert!(
            found.len() == 1 && found[0].starts_with(&start),
            "{found:?}"
        );
        assert!(!found[0].contains("SSL routines"), "{found:?}");
        assert_eq!(steps(&run, "connection"), [step]);
        let text = shop.run(&["order", "A-1"]).await.failed(4);
        assert!(text.contains(&format!("\n{end}")), "{text}");
    }
}

#[tokio::test]
async fn a_public_key_under_another_id_is_found() {
    let mut shop = open().await;
    let id = shop.gateway.public_key().public_key_id().to_owned();
    let (right, wrong) = (id.clone(), format!("{id}0"));
    let restored = move |head: String, body| (head.replace(&format!("{right}0"), &right), body);
    shop.set("WECHATPAY_PUBLIC_KEY_ID", &wrong);
    shop.set(
        "WECHATPAY_BASE_URL",
        changing(&shop, restored.clone(), |head, body| (head, body)),
    );
    let finding = format!(
        "served_key: WeChat Pay signed with the configured key, but names it {id}, not {wrong}"
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), std::slice::from_ref(&finding));
    // The doctor goes on with the ID of the response.
    assert_eq!(check(&run, "echo"), "ok: signed, verified");

    let pretty: Print = |body| serde_json::to_string_pretty(body).unwrap();
    let reprinted = move |head, body| (head, printed(body, Some(pretty)));
    shop.set("WECHATPAY_BASE_URL", changing(&shop, restored, reprinted));
    assert_eq!(
        findings(&shop.run(&["doctor"]).await),
        [
            finding,
            "proxy: on the way back, the body's JSON was re-formatted after it was signed"
                .to_owned()
        ]
    );
}

#[tokio::test]
async fn a_verified_refusal_of_the_self_test_is_no_finding() {
    let shop = open().await;
    let refusal = ScriptedResponse::error(403, "NO_AUTH", "无权限");
    shop.gateway.respond("POST", "/v3/security/echo", refusal);
    let absent = ScriptedResponse::error(404, "ORDER_NOT_EXIST", "订单不存在");
    shop.gateway.respond(
        "GET",
        "/v3/pay/transactions/out-trade-no/{out_trade_no}",
        absent,
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert!(check(&run, "query").starts_with("ok: the response is verified: ORDER_NOT_EXIST"));
    assert!(check(&run, "echo").starts_with("skipped: WeChat Pay refused it: NO_AUTH"));
}

/// WeChat Pay signs the refusal of an authentic request, so that a refusal without a signature lost it.
#[tokio::test]
async fn a_proxy_that_strips_the_headers_of_the_signature_is_found() {
    let mut shop = open().await;
    let absent = ScriptedResponse::error(404, "ORDER_NOT_EXIST", "订单不存在");
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    shop.gateway.respond("GET", path, absent);
    let strip = |head: String, body| {
        let lines = head.split_inclusive("\r\n");
        let kept = lines.filter(|line| !line.to_lowercase().starts_with("wechatpay-"));
        (kept.collect(), body)
    };
    let url = changing(&shop, |head, body| (head, body), strip);
    shop.set("WECHATPAY_BASE_URL", url);
    let run = shop.run(&["doctor"]).await;
    let found = findings(&run);
    let [finding] = &*found else {
        panic!("{run:?}")
    };
    let expected = "proxy: on the way back, headers of the signature were lost: at least one of Wechatpay-Timestamp, \
         Wechatpay-Nonce, Wechatpay-Signature, Wechatpay-Serial is missing (unverified response: ORDER_NOT_EXIST";
    assert!(finding.starts_with(expected), "{finding}");
    // The self-test, which succeeds, tells the same loss in other words.
    assert!(!finding.contains("; and "), "{finding}");
    assert_eq!(
        steps(&run, "proxy"),
        [
            "let every proxy, gateway and WAF on the way forward the headers `Wechatpay-*`",
            "if each forwards them, something on the way responded in place of WeChat Pay: check the base URL",
        ]
    );
}

#[tokio::test]
async fn the_self_test_is_encrypted_and_may_notify() {
    let shop = open().await;
    let encrypted = shop.gateway.encrypt("wechatpay doctor 加解密").unwrap();
    shop.gateway
        .respond_with("POST", "/v3/security/echo", move |request| {
            let mut body: Value = serde_json::from_slice(request.body()).unwrap();
            assert_eq!(body["notify_url"], "https://shop.example/notify");
            body["encrypted_echo_message"] = encrypted.clone().into();
            ScriptedResponse::ok(body)
        });
    let run = shop
        .run(&["doctor", "--notify-url", "https://shop.example/notify"])
        .await;
    assert_eq!(findings(&run), [""; 0]);
    assert!(
        check(&run, "echo")
            .starts_with("ok: signed, encrypted, decrypted, verified; WeChat Pay sends")
    );
    let sent: Value = serde_json::from_slice(shop.gateway.requests()[1].body()).unwrap();
    let ciphertext = sent["encrypted_echo_message"].as_str().unwrap();
    let decrypted = shop
        .gateway
        .decrypt(&shop.gateway.requests()[1], ciphertext);
    assert_eq!(decrypted.as_deref(), Some("wechatpay doctor 加解密"));
}

/// A command that signs does not decrypt the message that comes back.
#[cfg(unix)]
#[tokio::test]
async fn the_self_test_of_a_command_that_signs_is_not_decrypted() {
    let mut shop = open().await;
    let encrypted = shop.gateway.encrypt("wechatpay doctor 加解密").unwrap();
    shop.gateway
        .respond_with("POST", "/v3/security/echo", move |request| {
            let mut body: Value = serde_json::from_slice(request.body()).unwrap();
            // A proxy that sorts the members changes the body.
            assert!(request.body().starts_with(br#"{"encrypted_echo_message":"#));
            body["encrypted_echo_message"] = encrypted.clone().into();
            ScriptedResponse::ok(body)
        });
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set("PATH", std::env::var("PATH").unwrap());
    shop.set(
        "WECHATPAY_SIGN_WITH",
        "openssl dgst -sha256 -sign apiclient_key.pem",
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(check(&run, "echo"), "ok: signed, verified");
    assert_eq!(
        check(&run, "proxy"),
        "ok: bodies arrive as they were sent, in both directions"
    );
}

#[tokio::test]
async fn a_wrong_apiv3_key_is_found_by_the_download() {
    // The key of the shop is not that of the gateway.
    let mut shop = Shop::open().await;
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "api_v3_key: the APIv3 key does not decrypt the platform certificates: it is the key of another merchant, an older one, or the APIv2 key"
        ]
    );
    assert_eq!(
        steps(&run, "api_v3_key"),
        [
            "set the APIv3 key as it is on the merchant platform: 商户平台 → 账户中心 → API安全 → APIv3密钥"
        ]
    );
    assert_eq!(
        check(&shop.run(&["doctor", "--offline"]).await, "api_v3_key"),
        "ok: 32 bytes, not compared with WeChat Pay's"
    );
    shop.unset("WECHATPAY_PUBLIC_KEY");
    shop.unset("WECHATPAY_PUBLIC_KEY_ID");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        check(&run, "wechatpay_key"),
        "ok: the platform certificates that the APIv3 key downloads"
    );
    let found = findings(&run);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with("served_key: ") && found[0].contains("compare the APIv3 key"),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_brand_and_a_command_that_signs_are_checked() {
    let mut shop = open().await;
    let mchid = shop.gateway.merchant().mchid().to_owned();
    shop.unset("WECHATPAY_MCHID");
    shop.set(
        "WECHATPAY_BRAND_ID",
        shop.gateway.brand_merchant().mchid().to_owned(),
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(check(&run, "mchid"), "ok: the brand 10023");
    assert_eq!(
        check(&run, "signature"),
        "ok: WeChat Pay accepts brand number, serial number and private key"
    );
    assert_eq!(check(&run, "query"), "ok: the response is verified");
    assert!(check(&run, "echo").starts_with("skipped: the self-test is published only for"));
    shop.gateway.set_clock_ahead(360);
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run).len(), 1, "{run:?}");
    assert!(check(&run, "clock").starts_with("finding: the local clock is 3"));
    assert_eq!(check(&run, "query"), "ok: the response is verified");
    shop.gateway.set_clock_ahead(0);

    shop.unset("WECHATPAY_BRAND_ID");
    shop.set("WECHATPAY_MCHID", mchid);
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set("PATH", std::env::var("PATH").unwrap());
    shop.set(
        "WECHATPAY_SIGN_WITH",
        "openssl dgst -sha256 -sign apiclient_key.pem",
    );
    let run = shop.run(&["doctor"]).await;
    assert_eq!(findings(&run), [""; 0]);
    assert_eq!(
        check(&run, "certificate_key"),
        "ok: the command signs with the private key of the certificate"
    );
    shop.set("WECHATPAY_MCHID", "1900000110");
    let run = shop.run(&["doctor"]).await;
    assert_eq!(
        findings(&run),
        [
            "certificate_mchid: the certificate belongs to the merchant 1900000109, not to 1900000110"
        ]
    );
    assert_eq!(
        check(&run, "signature"),
        "ok: WeChat Pay accepts serial number and private key with 1900000109, the merchant number of the certificate"
    );
    shop.set("WECHATPAY_MCHID", "1900000109");
    shop.set("WECHATPAY_SIGN_WITH", "false");
    let found = findings(&shop.run(&["doctor"]).await);
    assert_eq!(
        found,
        ["private_key: the command of --sign-with ended with exit status: 1"]
    );
}

#[tokio::test]
async fn a_command_that_does_not_sign_is_found_offline() {
    let mut shop = open().await;
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.set("PATH", std::env::var("PATH").unwrap());
    let other = generate().private_key_to_pem_pkcs8().unwrap();
    shop.write("other.pem", other);
    let sign = "openssl dgst -sha256 -sign apiclient_key.pem";
    let compared = "certificate_key: the signature of the command does not verify with the certificate: the command signs with another key, not by SHA256-RSA2048, or changes the message";
    for (command, expected) in [
        (sign, None),
        (
            "",
            Some("private_key: --sign-with (WECHATPAY_SIGN_WITH) is empty"),
        ),
        (
            "true",
            Some(
                "private_key: the command of --sign-with wrote nothing: write the signature to standard output, in base64 or as its 256 to 512 raw bytes",
            ),
        ),
        ("openssl dgst -sha256 -sign other.pem", Some(compared)),
        (
            "openssl dgst -sha512 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "printf %s \"$(cat)\" | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: without the line feeds at its end",
            ),
        ),
        (
            "printf '%s\\n' \"$(cat)\" | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: with only one line feed at its end",
            ),
        ),
        (
            "(cat; echo) | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: with a further line feed at its end",
            ),
        ),
        (
            "sed 's/$/\\r/' | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: with `\\r\\n` in place of `\\n`",
            ),
        ),
        (
            "(read -r line; echo \"$line\") | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: only its first line",
            ),
        ),
        (
            "sed '/^$/d' | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: without its empty lines",
            ),
        ),
        (
            "LC_ALL=C tr -d '\\200-\\377' | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(
                "certificate_key: the command signs with the private key of the certificate, but another message: without its Chinese characters",
            ),
        ),
        (
            "head -c 2048 | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "sed s/GET/POST/ | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "tr A-Z a-z | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "sed 's/?.*//' | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "while read line; do echo $line; done | openssl dgst -sha256 -sign apiclient_key.pem",
            Some(compared),
        ),
        (
            "openssl dgst -sha256 -sign apiclient_key.pem | od -An -v -tx1",
            Some(
                "private_key: the command of --sign-with wrote its signature in hex: write the signature to standard output, in base64 or as its 256 to 512 raw bytes",
            ),
        ),
    ] {
        for offline in [&["--offline"][..], &[]] {
            let run = shop
                .run(&[&["doctor", "--sign-with", command], offline].concat())
                .await;
            let found = findings(&run);
            assert_eq!(found, Vec::from_iter(expected), "{command}");
        }
    }
    let run = shop
        .run(&["doctor", "--offline", "--sign-with", "no-such-signer -x"])
        .await;
    let found = findings(&run);
    let start = "private_key: the command of --sign-with ended with exit status: 127, as of a command that does not exist: ";
    assert!(found.len() == 1 && found[0].starts_with(start), "{found:?}");
    assert_eq!(
        steps(&run, "private_key"),
        ["run the command by itself, with a text on its standard input"]
    );
}

#[tokio::test]
async fn the_checklist_is_filtered_by_product() {
    let shop = open().await;
    let all = shop.run(&["doctor", "--checklist"]).await.json();
    let count = |list: &Value| -> usize {
        let sections = list["sections"].as_array().unwrap().iter();
        sections
            .map(|section| section["demands"].as_array().unwrap().len())
            .sum()
    };
    assert_eq!(count(&all), 64);
    assert_eq!(
        all["holds_for"],
        "programs in Rust that call WeChat Pay with wechatpay-client"
    );
    let payscore = shop.run(&["doctor", "--checklist", "payscore"]).await;
    assert_eq!(payscore.code, 0);
    assert!(
        payscore.stdout.contains("The total of a pay score order")
            && !payscore.stdout.contains("医保")
    );
    assert!(count(&payscore.json()) < 64);
    let text = shop
        .run(&["doctor", "--checklist", "分账", "--output", "text"])
        .await
        .stdout;
    assert!(
        text.starts_with(
            "! ✓ and + hold only for a program in Rust that calls WeChat Pay with wechatpay-client: in every other \
             program, all of it is by hand\n\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("+ Profit sharing (分账): add a receiver")
            && text.contains("by construction: "),
        "{text}"
    );
    let unknown = shop
        .run(&["doctor", "--checklist", "payscor", "--output", "text"])
        .await;
    assert_eq!(unknown.code, 2);
    assert!(
        unknown
            .stderr
            .starts_with("error: `payscor` has no checklist\n  → did you mean `payscore`?\n  → use one of: applyment (")
            && unknown.stderr.contains("payscore (支付分)"),
        "{unknown:?}"
    );
    assert_eq!(shop.gateway.accepted_connections(), 0);
}

type Print = fn(&Value) -> String;

/// A reverse proxy in front of the gateway that prints the JSON of requests or responses again. Returns its URL.
fn reprinting(shop: &Shop, request: Option<Print>, response: Option<Print>) -> String {
    changing(
        shop,
        move |head, body| (head, printed(body, request)),
        move |head, body| (head, printed(body, response)),
    )
}

fn printed(body: Vec<u8>, print: Option<Print>) -> Vec<u8> {
    let json = print.and_then(|print| Some(print(&serde_json::from_slice(&body).ok()?)));
    json.map_or(body, String::into_bytes)
}

/// Head and body of an HTTP message.
type Message = (String, Vec<u8>);

/// A reverse proxy in front of the gateway that changes messages. Returns its URL.
fn changing(
    shop: &Shop,
    request: impl Fn(String, Vec<u8>) -> Message + Clone + Send + Sync + 'static,
    response: impl Fn(String, Vec<u8>) -> Message + Clone + Send + Sync + 'static,
) -> String {
    let gateway = shop.gateway.base_url().replace("https://", "");
    let address = serve(move |stream, mut reader| {
        while let Some((head, body)) = read_message(&mut reader) {
            let mut connector = SslConnector::builder(SslMethod::tls_client()).unwrap();
            connector.set_verify(SslVerifyMode::NONE);
            connector.set_alpn_protos(b"\x08http/1.1").unwrap();
            let upstream = TcpStream::connect(&gateway).unwrap();
            let mut upstream = connector.build().connect("localhost", upstream).unwrap();
            upstream.write_all(&to_bytes(request(head, body))).unwrap();
            let mut reader = BufReader::new(upstream);
            let (head, body) = read_message(&mut reader).unwrap();
            (&stream)
                .write_all(&to_bytes(response(head, body)))
                .unwrap();
        }
    });
    format!("http://{address}")
}

/// A server on the loopback interface, which serves each connection in a thread.
fn serve(
    handle: impl Fn(TcpStream, BufReader<TcpStream>) + Send + Sync + Clone + 'static,
) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let handle = handle.clone();
            thread::spawn(move || {
                let reader = BufReader::new(stream.try_clone().unwrap());
                handle(stream, reader);
            });
        }
    });
    address
}

/// The head of an HTTP message without `Content-Length`, and its body.
fn read_message(reader: &mut impl BufRead) -> Option<Message> {
    let mut head = String::new();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line == "\r\n" {
            break;
        }
        match line.to_ascii_lowercase().strip_prefix("content-length:") {
            Some(value) => length = value.trim().parse().unwrap(),
            None => head.push_str(&line),
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some((head, body))
}

fn to_bytes((head, body): Message) -> Vec<u8> {
    let mut message = format!("{head}Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    message.extend(body);
    message
}
