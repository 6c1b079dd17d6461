//! Settings of a run: wrong ones are named with their cure, and no secret is ever printed.

use std::fs;

use openssl::{
    ec::{EcGroup, EcKey},
    nid::Nid,
    pkcs12::Pkcs12,
    pkey::PKey,
    rsa::Rsa,
    x509::X509,
};
use serde_json::Value;

use crate::support::{Run, Shop};

const API_V3_KEY: &str = "0123456789abcdef0123456789abcdef";
const OTHER_API_V3_KEY: &str = "fedcba9876543210fedcba9876543210";
const API_V3_KEY_CURE: &str = "copy all 32 characters, without blanks, as they were set at 商户平台 → 账户中心 → API安全 → APIv3密钥";
const WRITE_IT: &str =
    "write the key to a file that only you may read, and give the path of the file";
const QUERY: [&str; 3] = ["call", "GET /v3/certificates", "--yes"];

#[tokio::test]
async fn a_configuration_file_is_a_text_of_limited_size() {
    let failure = query_with("WECHATPAY_CONFIG", "/dev/zero").await;
    assert_eq!(
        failure.failed(3),
        "/dev/zero is larger than 16 MiB\nname another file"
    );
    let mut shop = Shop::open().await;
    let units = "default = \"a\"".encode_utf16();
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(units)
        .flat_map(u16::to_le_bytes)
        .collect();
    let path = shop.write("config.toml", utf16);
    shop.set("WECHATPAY_CONFIG", path.display());
    assert_eq!(
        query(&shop, &[]).await.failed(3),
        "config.toml is no text in UTF-8\nsave the file as UTF-8"
    );
    let folder = query_with("WECHATPAY_CONFIG", "/").await;
    assert_eq!(
        folder.failed(3),
        "cannot read /: this is a folder, not a file\nname a file in the folder"
    );
    let shop = shop_with("\u{feff}[profiles.a]\nmchid = \"1900000109\"").await;
    let failed = query(&shop, &[]).await.failed(3);
    assert!(failed.starts_with("missing: "), "{failed}");
}

/// The failure of a query with a setting.
async fn query_with(variable: &'static str, value: &str) -> Run {
    let mut shop = Shop::open().await;
    shop.set(variable, value);
    shop.run(&QUERY).await
}

async fn query(shop: &Shop, more: &[&str]) -> Run {
    shop.run(&[&QUERY[..], more].concat()).await
}

/// Writes a configuration file, and leaves only the network to the environment.
async fn shop_with(config: &str) -> Shop {
    let mut shop = Shop::open().await;
    for name in [
        "PRIVATE_KEY",
        "CERTIFICATE",
        "PUBLIC_KEY",
        "PUBLIC_KEY_ID",
        "MCHID",
        "API_V3_KEY",
    ] {
        shop.unset(&format!("WECHATPAY_{name}"));
    }
    let path = shop.write("config.toml", config);
    shop.set("WECHATPAY_CONFIG", path.display());
    shop
}

fn pem(shop: &Shop) -> String {
    fs::read_to_string(shop.path("apiclient_key.pem")).unwrap()
}

fn base64(pem: &str) -> String {
    let lines = pem.lines().filter(|line| !line.starts_with('-'));
    lines.collect()
}

#[tokio::test]
async fn a_key_in_the_place_of_its_path_is_never_printed() {
    let shop = Shop::open().await;
    let pem = pem(&shop);
    let base64 = base64(&pem);
    for (variable, option) in [
        ("WECHATPAY_PRIVATE_KEY", "--private-key"),
        ("WECHATPAY_PKCS12", "--pkcs12"),
        ("WECHATPAY_PUBLIC_KEY", "--public-key"),
        ("WECHATPAY_API_V3_KEY_FILE", "--api-v3-key-file"),
    ] {
        let expected =
            format!("{option} ({variable}) is a key itself, not the path of a file\n{WRITE_IT}");
        for value in [&*pem, &*base64] {
            assert_eq!(query_with(variable, value).await.failed(3), expected);
        }
        let run = shop.run(&["doctor", "--offline", option, &base64]).await;
        assert_eq!(run.failed(3), expected);
    }
    let run = query_with("WECHATPAY_API_V3_KEY_FILE", API_V3_KEY).await;
    assert_eq!(
        run.failed(3),
        format!(
            "--api-v3-key-file (WECHATPAY_API_V3_KEY_FILE) is a key itself, not the path of a file\n{WRITE_IT}"
        )
    );
    let run = query_with("WECHATPAY_CERTIFICATE", &base64).await;
    assert_eq!(
        run.failed(3).lines().next().unwrap(),
        "--certificate (WECHATPAY_CERTIFICATE) is a certificate itself, not the path of a file"
    );
}

#[tokio::test]
async fn a_refused_argument_that_is_a_key_is_never_printed() {
    let shop = Shop::open().await;
    let pem = pem(&shop);
    for (arguments, place) in [
        (
            ["doctor", "--private-key", &*pem],
            "--private-key (WECHATPAY_PRIVATE_KEY)",
        ),
        (["doctor", "--offline", &*base64(&pem)], "an argument"),
    ] {
        let run = shop.run(&arguments).await;
        assert_eq!(run.code, 2, "{run:?}");
        let first = run.stderr.lines().next().unwrap();
        assert!(
            first.starts_with(&format!("error: {place} is a key itself, not the path")),
            "{first}"
        );
        assert!(!run.stderr.contains("MII"), "{run:?}");
    }
}

#[tokio::test]
async fn a_secret_in_the_configuration_file_is_never_printed() {
    let key = "MIIEvQIBADANBgkq".repeat(90);
    let cure = "set a secret in WECHATPAY_API_V3_KEY or WECHATPAY_PKCS12_PASSWORD, or name a file with the APIv3 key in `api-v3-key-file`";
    for (line, expected, cure) in [
        (
            format!("api-v3-key = '{API_V3_KEY}'"),
            "config.toml, line 2, column 1: unknown field `api-v3-key`",
            cure,
        ),
        (
            "pkcs12-password = 'hunter2'".to_owned(),
            "config.toml, line 2, column 1: unknown field `pkcs12-password`",
            cure,
        ),
        (
            "proxy = 'http://u:hunter2@x' x".to_owned(),
            "config.toml, line 2, column 30: ",
            "",
        ),
        (
            "timeout = 'hunter2'".to_owned(),
            "config.toml, line 2, column 11: `timeout`: invalid type: string, expected whole seconds from 1 to 3600",
            "",
        ),
        (
            "timeout = 0".to_owned(),
            "config.toml, line 2, column 11: `timeout`: give whole seconds from 1 to 3600",
            "",
        ),
        (
            format!("private-key = '{key}'"),
            "config.toml: `private-key` of `a` is a key itself, not the path of a file",
            WRITE_IT,
        ),
        (
            format!("api-v3-key-file = '{API_V3_KEY}'"),
            "config.toml: `api-v3-key-file` of `a` is a key itself, not the path of a file",
            WRITE_IT,
        ),
    ] {
        let shop = shop_with(&format!("[profiles.a]\n{line}\n")).await;
        let run = query(&shop, &[]).await;
        let text = run.failed(3);
        assert!(text.starts_with(expected) && text.ends_with(cure), "{text}");
        for secret in ["hunter2", API_V3_KEY, "MII"] {
            assert!(!run.stderr.contains(secret), "{run:?}");
        }
    }
}

/// In double quotes, `\` begins an escape: of a wrong form, or of a character that no path has.
#[tokio::test]
async fn a_path_of_windows_in_the_configuration_file_has_a_cure() {
    const CURE: &str = r"in TOML, `\` in double quotes begins an escape: write a path of Windows in single quotes, or with `/`";
    for path in [
        r"C:\Users\a\key.pem",
        r"C:\users\key.pem",
        r"C:\keys\a.pem",
        r"D:\xray\key.pem",
        r"\\host\share",
        r"keys\",
    ] {
        let shop = shop_with(&format!("[profiles.a]\nprivate-key = \"{path}\"\n")).await;
        let text = query(&shop, &[]).await.failed(3);
        let (error, cures) = text.split_once('\n').unwrap();
        assert!(error.starts_with("config.toml, line 2, column "), "{text}");
        assert_eq!(cures, CURE, "{path}");
    }
    for path in [r"C:\temp\new.pem", r"C:\new\ron.pem", r"C:\bin\tom.pem"] {
        let shop = shop_with(&format!("[profiles.a]\nprivate-key = \"{path}\"\n")).await;
        assert_eq!(
            query(&shop, &[]).await.failed(3),
            format!(
                "config.toml: `private-key` of `a` has a control character, such as a tab or a line break\n{CURE}"
            ),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_password_of_a_proxy_is_never_printed() {
    for (url, code, error) in [
        ("http://u:hunter2@ x", 3, "proxy URL: not a URL"),
        ("u:hunter2@x", 3, "proxy URL: must begin with `http://`"),
        (
            "http://u:hunter2@127.0.0.1:1",
            4,
            "no proxy listens at 127.0.0.1:1; nothing was sent: tcp connect error: Connection refused (os error 111)",
        ),
    ] {
        let run = query_with("WECHATPAY_PROXY", url).await;
        let text = run.failed(code);
        assert_eq!(text.lines().next(), Some(error), "{text}");
        assert!(!run.stderr.contains("hunter2"), "{run:?}");
    }
}

#[tokio::test]
async fn only_the_chosen_profile_must_be_right() {
    let shop = shop_with("[profiles.a]\nmchid = 1900000109\n[profiles.b]\nmchid = '1'\n").await;
    assert_eq!(
        query(&shop, &["--profile", "a"]).await.failed(3),
        "config.toml, line 2, column 9: `mchid`: invalid type: integer, expected a string\nquote the value: \"…\""
    );
    let text = query(&shop, &["--profile", "b"]).await.failed(3);
    assert!(text.starts_with("missing: "), "{text}");
    let shop = shop_with("[profiles.shop]\nmchid = '1'\n").await;
    assert_eq!(
        query(&shop, &["--profile", "shp"]).await.failed(3),
        "config.toml has no profile `shp`\ndid you mean `shop`?\nuse one of: shop"
    );
    let shop = shop_with("[profiles.a]\nsignwith = '1'\n").await;
    let text = query(&shop, &[]).await.failed(3);
    assert!(text.ends_with("\ndid you mean `sign-with`?"), "{text}");
    let shop = shop_with("defaults = 'a'\n").await;
    let text = query(&shop, &[]).await.failed(3);
    assert!(
        text.starts_with("config.toml, line 1, column 1: unknown field `defaults`"),
        "{text}"
    );
}

#[tokio::test]
async fn a_flag_precedes_the_environment() {
    let mut shop = Shop::open().await;
    shop.write("right.txt", API_V3_KEY);
    shop.write("wrong.txt", "short");
    let doctor = ["doctor", "--offline"];
    let check = |run: Run| {
        let report = run.json();
        let checks = report["checks"].as_array().unwrap().clone();
        let mut checks = checks.into_iter();
        let check = checks.find(|check| check["name"] == "api_v3_key");
        check.unwrap()["state"].as_str().unwrap().to_owned()
    };
    let flag = [&doctor[..], &["--api-v3-key-file", "wrong.txt"]].concat();
    assert_eq!(check(shop.run(&flag).await), "finding");
    shop.set("WECHATPAY_API_V3_KEY_FILE", "wrong.txt");
    assert_eq!(check(shop.run(&doctor).await), "ok");
    shop.set("WECHATPAY_API_V3_KEY", "");
    assert_eq!(check(shop.run(&doctor).await), "finding");
    let flag = [&doctor[..], &["--api-v3-key-file", "right.txt"]].concat();
    assert_eq!(check(shop.run(&flag).await), "ok");
    shop.set("WECHATPAY_API_V3_KEY", OTHER_API_V3_KEY);
    assert_eq!(check(shop.run(&doctor).await), "ok");
}

#[tokio::test]
async fn an_empty_variable_is_the_same_as_none() {
    let mut shop = Shop::open().await;
    for variable in [
        "WECHATPAY_SIGN_WITH",
        "WECHATPAY_PROXY",
        "WECHATPAY_PROFILE",
        "WECHATPAY_CONFIG",
        "WECHATPAY_TIMEOUT",
        "WECHATPAY_OUTPUT",
        "WECHATPAY_PKCS12",
        "WECHATPAY_PKCS12_PASSWORD",
        "WECHATPAY_BRAND_ID",
    ] {
        shop.set(variable, "");
    }
    let run = shop.run(&["doctor", "--offline"]).await;
    assert_eq!(run.code, 0, "{run:?}");
}

/// A report is pasted into public threads.
#[tokio::test]
async fn the_api_v3_key_in_another_place_is_not_printed() {
    const KEY: &str = "84AAD385A0E5C544849FD4E0B192AE54";
    for variable in [
        "WECHATPAY_MCHID",
        "WECHATPAY_BRAND_ID",
        "WECHATPAY_SERIAL_NO",
        "WECHATPAY_PUBLIC_KEY_ID",
    ] {
        let mut shop = Shop::open().await;
        shop.set("WECHATPAY_API_V3_KEY", KEY);
        shop.set(variable, KEY);
        for arguments in [
            &["doctor", "--offline"][..],
            &["call", "GET", "/v3/certificates"],
        ] {
            let run = shop.run(arguments).await;
            assert_eq!(run.code, 3, "{run:?}");
            assert!(
                !run.stderr.contains(KEY) && !run.stdout.contains(KEY),
                "{run:?}"
            );
            let reason = format!("({variable}) is the APIv3 key itself");
            assert!(run.stderr.contains(&reason), "{run:?}");
        }
    }
}

/// clap names only the option, which the user did not write.
#[tokio::test]
async fn a_wrong_value_of_the_environment_names_its_variable() {
    const TIP: &str = "\n  tip: the value is that of the environment variable WECHATPAY_TIMEOUT\n";
    let mut shop = Shop::open().await;
    shop.set("WECHATPAY_TIMEOUT", "soon");
    let run = shop.run(&["doctor", "--offline"]).await;
    assert_eq!(run.code, 2);
    let start = "error: invalid value 'soon' for '--timeout <SECONDS>': give whole seconds from 1 to 3600\n";
    assert!(run.stderr.starts_with(start), "{run:?}");
    assert!(run.stderr.contains(TIP), "{run:?}");
    for flag in [&["--timeout", "x"][..], &["--timeout=x"]] {
        let run = query(&shop, flag).await;
        assert_eq!(run.code, 2);
        assert!(!run.stderr.contains("tip: "), "{run:?}");
    }
}

#[tokio::test]
async fn a_timeout_that_is_zero_or_too_long_is_refused() {
    let shop = Shop::open().await;
    for seconds in ["0", "-1", "3601", "1.5", "99999999999999999999"] {
        let run = query(&shop, &["--timeout", seconds]).await;
        assert_eq!(run.code, 2);
        let start = format!(
            "error: invalid value '{seconds}' for '--timeout <SECONDS>': give whole seconds from 1 to 3600\n"
        );
        assert!(run.stderr.starts_with(&start), "{run:?}");
    }
}

#[tokio::test]
async fn all_missing_settings_are_named_at_once() {
    let shop = shop_with("[profiles.a]\n[profiles.b]\n").await;
    assert_eq!(
        query(&shop, &[]).await.failed(3),
        "no profile is chosen; missing: the merchant number (商户号); the private key; \
         the serial number of the merchant API certificate (商户API证书序列号); \
         a key of WeChat Pay, which verifies its responses\n\
         choose a profile with --profile NAME (WECHATPAY_PROFILE): a, b\n\
         or name the usual profile in the file, before the first profile: default = \"NAME\"\n\
         give --mchid MCHID (WECHATPAY_MCHID), or --brand-id ID for a brand (品牌)\n\
         give --private-key FILE (WECHATPAY_PRIVATE_KEY), --pkcs12 FILE or --sign-with COMMAND\n\
         give --certificate FILE (WECHATPAY_CERTIFICATE), or --serial-no HEX (WECHATPAY_SERIAL_NO)\n\
         give --public-key FILE and --public-key-id ID (微信支付公钥), --platform-certificate FILE (平台证书), \
         or the APIv3 key in WECHATPAY_API_V3_KEY, which downloads the certificates"
    );
    let missing = query(&shop, &[]).await.failed(3);
    for command in [&["order", "A-1"][..], &["bill", "trade"]] {
        assert_eq!(shop.run(command).await.failed(3), missing);
    }
    let missing = shop.run(&["certificates"]).await.failed(3);
    let (first, _) = missing.split_once('\n').unwrap();
    assert_eq!(
        first,
        "no profile is chosen; missing: the APIv3 key (APIv3密钥); the merchant number (商户号); the private key; \
         the serial number of the merchant API certificate (商户API证书序列号)"
    );
    assert_eq!(
        query(
            &shop,
            &[
                "--mchid",
                "1",
                "--private-key",
                "apiclient_key.pem",
                "--certificate",
                "apiclient_cert.pem",
                "--public-key",
                "pub_key.pem",
            ]
        )
        .await
        .failed(3),
        "no profile is chosen; missing: the ID of the WeChat Pay public key (微信支付公钥ID)\n\
         choose a profile with --profile NAME (WECHATPAY_PROFILE): a, b\n\
         or name the usual profile in the file, before the first profile: default = \"NAME\"\n\
         give --public-key-id ID (WECHATPAY_PUBLIC_KEY_ID), which begins with PUB_KEY_ID_"
    );
}

/// A PKCS#12 file with the password `secret`.
fn pkcs12(shop: &Shop) -> Vec<u8> {
    let key = PKey::private_key_from_pem(pem(shop).as_bytes()).unwrap();
    let certificate = fs::read(shop.path("apiclient_cert.pem")).unwrap();
    let certificate = X509::from_pem(&certificate).unwrap();
    let mut file = Pkcs12::builder();
    let file = file.pkey(&key).cert(&certificate).build2("secret");
    file.unwrap().to_der().unwrap()
}

#[tokio::test]
async fn a_certificate_in_der_is_as_good_as_one_in_pem() {
    let mut shop = Shop::open().await;
    let pem = fs::read(shop.path("apiclient_cert.pem")).unwrap();
    let der = X509::from_pem(&pem).unwrap().to_der().unwrap();
    shop.write("cert.der", der);
    assert_eq!(
        query(&shop, &["--private-key", "cert.der"]).await.failed(3),
        "--private-key cert.der: the file is a certificate, not a private key\n\
         name `apiclient_key.pem` of this merchant, which begins with `-----BEGIN PRIVATE KEY-----`"
    );
    shop.set("WECHATPAY_CERTIFICATE", "cert.der");
    assert_eq!(query(&shop, &["--dry-run"]).await.code, 0);
    let report = shop.run(&["doctor", "--offline"]).await.json();
    assert_eq!(report["findings"], 0, "{report:#}");
}

#[tokio::test]
async fn a_wrong_file_is_named_with_its_flag() {
    let shop = Shop::open().await;
    shop.write("empty", "");
    shop.write("ssh", "ssh-rsa AAAAB3NzaC1yc2E= me@here\n");
    shop.write("a.p12", pkcs12(&shop));
    const KEY: &str = "name `apiclient_key.pem` of this merchant, which begins with `-----BEGIN PRIVATE KEY-----`";
    const PUB_KEY: &str = "download `pub_key.pem`: 商户平台 → 账户中心 → API安全 → 微信支付公钥";
    for (option, file, problem, cure) in [
        (
            "--private-key",
            "empty",
            "the file is empty, not a private key",
            KEY,
        ),
        ("--private-key", "ssh", "the file is not a private key", KEY),
        (
            "--private-key",
            "/dev/null",
            "the file is empty, not a private key",
            KEY,
        ),
        (
            "--private-key",
            "a.p12",
            "the file is a PKCS#12 file, not a private key",
            "give this file as --pkcs12 FILE",
        ),
        (
            "--public-key",
            "ssh",
            "the file is not a public key",
            PUB_KEY,
        ),
        (
            "--public-key",
            "apiclient_cert.pem",
            "the file is a certificate, not a public key",
            PUB_KEY,
        ),
        (
            "--platform-certificate",
            "apiclient_cert.pem",
            "the file is a merchant API certificate (商户API证书), not a platform certificate",
            "leave --platform-certificate out, and download one by `certificates --save FOLDER`",
        ),
        (
            "--root-certificates",
            "ssh",
            "the file is not certificates in PEM",
            "name a file that begins with `-----BEGIN CERTIFICATE-----`",
        ),
    ] {
        assert_eq!(
            query(&shop, &[option, file]).await.failed(3),
            format!("{option} {file}: {problem}\n{cure}")
        );
    }
}

/// The key of an algorithm that WeChat Pay does not take, in the forms that OpenSSL writes.
fn elliptic_curve_keys() -> [(&'static str, Vec<u8>); 3] {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    let key = EcKey::generate(&group).unwrap();
    let sec1 = key.private_key_to_pem().unwrap();
    let parameters =
        b"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    let pkcs8 = PKey::from_ec_key(key).unwrap();
    [
        ("ec.pem", pkcs8.private_key_to_pem_pkcs8().unwrap()),
        ("ec.der", pkcs8.private_key_to_der().unwrap()),
        ("ecparam.pem", [&parameters[..], &sec1].concat()),
    ]
}

#[tokio::test]
async fn a_key_of_another_algorithm_is_named() {
    const KEY: &str = "name `apiclient_key.pem` of this merchant, which begins with `-----BEGIN PRIVATE KEY-----`";
    let shop = Shop::open().await;
    for (name, content) in elliptic_curve_keys() {
        shop.write(name, content);
        assert_eq!(
            query(&shop, &["--private-key", name]).await.failed(3),
            format!(
                "--private-key {name}: the file is an elliptic-curve private key, and WeChat Pay takes only RSA keys\n{KEY}"
            )
        );
    }
    let short = Rsa::generate(1024).unwrap().private_key_to_pem().unwrap();
    shop.write("short.pem", short);
    assert_eq!(
        query(&shop, &["--private-key", "short.pem"])
            .await
            .failed(3),
        format!("--private-key short.pem: the RSA key has only 1024 bits, not 2,048\n{KEY}")
    );
}

/// Every place that takes a file, with its words for a private key and for a certificate.
#[tokio::test]
async fn a_key_or_certificate_in_any_place_is_named_and_not_printed() {
    let mut shop = Shop::open().await;
    shop.unset("WECHATPAY_API_V3_KEY");
    shop.write("key.txt", API_V3_KEY);
    let pem = fs::read(shop.path("apiclient_cert.pem")).unwrap();
    let der = X509::from_pem(&pem).unwrap().to_der().unwrap();
    shop.write("cert.der", der);
    for (name, content) in elliptic_curve_keys() {
        shop.write(name, content);
    }
    shop.write("cut.pem", &pem[..400]);
    const UPLOAD: &str = "/v3/merchant/media/upload";
    const CERTIFICATE: &str = "name a file that begins with `-----BEGIN CERTIFICATE-----`";
    const CONFIG: &str = "name the key or certificate in a profile: `wechatpay --help` shows one";
    const EXPLAIN: &str = "name a file with the text of an error, a response or a notification; `wechatpay doctor` checks keys and certificates";
    const JSON: &str = "name a file with JSON; nothing was sent";
    let order = "/v3/pay/transactions/jsapi";
    for (arguments, failed, cure) in [
        (
            &["certificates", "--api-v3-key-file", "apiclient_key.pem"][..],
            "--api-v3-key-file apiclient_key.pem: the file is a private key, not the APIv3 key (APIv3密钥)",
            API_V3_KEY_CURE,
        ),
        (
            &["certificates", "--api-v3-key-file", "cert.der"],
            "--api-v3-key-file cert.der: the file is a certificate, not the APIv3 key (APIv3密钥)",
            API_V3_KEY_CURE,
        ),
        (
            &[QUERY[0], QUERY[1], "--root-certificates", "cert.der"],
            "--root-certificates cert.der: the file is a certificate, but not in PEM",
            "convert it to PEM: openssl x509 -inform DER -in FILE -out NEW.pem; then give --root-certificates NEW.pem",
        ),
        (
            &[QUERY[0], QUERY[1], "--root-certificates", "ec.der"],
            "--root-certificates ec.der: the file is an elliptic-curve private key, not certificates in PEM",
            CERTIFICATE,
        ),
        (
            &[QUERY[0], QUERY[1], "--certificate", "ec.der"],
            "--certificate ec.der: the file is an elliptic-curve private key, not a merchant API certificate",
            "name `apiclient_cert.pem` of this merchant, which begins with `-----BEGIN CERTIFICATE-----`",
        ),
        (
            &["certificates", "--config", "apiclient_key.pem"],
            "--config apiclient_key.pem: the file is a private key, not a configuration file in TOML",
            CONFIG,
        ),
        (
            &["certificates", "--config", "cert.der"],
            "--config cert.der: the file is a certificate, not a configuration file in TOML",
            CONFIG,
        ),
        (
            &["certificates", "--config", "key.txt"],
            "--config key.txt: the file is a text of 32 characters, as the APIv3 key is, not a configuration file in TOML",
            CONFIG,
        ),
        (
            &["explain", "@apiclient_key.pem"],
            "apiclient_key.pem is a private key, not a response or a notification",
            EXPLAIN,
        ),
        (
            &["explain", "@cut.pem"],
            "cut.pem is a certificate that cannot be read, not a response or a notification",
            EXPLAIN,
        ),
        (
            &["call", "POST", order, "--yes", "-d", "@ecparam.pem"],
            "the body in ecparam.pem is an elliptic-curve private key, not JSON",
            JSON,
        ),
        (
            &["call", "POST", order, "--yes", "-d", "@key.txt"],
            "the body in key.txt is a text of 32 characters, as the APIv3 key is, not JSON",
            JSON,
        ),
        (
            &["call", "POST", UPLOAD, "--yes", "-F", "apiclient_key.pem"],
            "apiclient_key.pem is a private key, which is not for WeChat Pay; nothing was sent",
            "name the file to upload",
        ),
        (
            &[
                "trigger",
                "TRANSACTION.SUCCESS",
                "--to",
                "http://127.0.0.1:1",
                "--root-certificates",
                "ec.pem",
            ],
            "--root-certificates ec.pem: the file is an elliptic-curve private key, not certificates in PEM",
            CERTIFICATE,
        ),
        (
            &[
                "trigger",
                "TRANSACTION.SUCCESS",
                "--to",
                "http://127.0.0.1:1",
                "-d",
                "@cert.der",
            ],
            "the resource in cert.der is a certificate, not JSON",
            JSON,
        ),
    ] {
        let run = shop.run(arguments).await;
        assert_eq!(run.failed(3), format!("{failed}\n{cure}"), "{arguments:?}");
        assert!(!run.stderr.contains("MII"), "{run:?}");
    }
    assert_eq!(shop.gateway.request_count(), 0);
}

#[tokio::test]
async fn a_configuration_file_that_is_cut_off_has_a_cure() {
    for (text, place, cure) in [
        (
            "[profiles.a]\nmchid = \"1900",
            "config.toml, line 2, column 14: `mchid`: invalid basic string, expected `\"`",
            "the file ends too early: copy the file again, or complete its last line",
        ),
        (
            "[profiles.a\nmchid = '1900000109'\n",
            "config.toml, line 1, column 12: unclosed table, expected `]`",
            "correct the line: `wechatpay --help` shows a configuration file",
        ),
    ] {
        let failed = query(&shop_with(text).await, &[]).await.failed(3);
        assert_eq!(failed, format!("{place}\n{cure}"));
    }
}

/// The certificate in the file names a merchant, as which the command would sign.
#[tokio::test]
async fn a_brand_has_no_pkcs12_file() {
    let mut shop = Shop::open().await;
    shop.write("a.p12", pkcs12(&shop));
    shop.unset("WECHATPAY_PRIVATE_KEY");
    shop.unset("WECHATPAY_MCHID");
    shop.set("WECHATPAY_PKCS12_PASSWORD", "secret");
    let brand = ["--pkcs12", "a.p12", "--brand-id", "10023"];
    let expected = "--pkcs12 has the key of a merchant, and --brand-id names a brand\n\
        give the key of the brand with --private-key, or leave out --brand-id";
    let path = "/brand/marketing/product-coupon/notify-configs";
    let call = [&["call", "GET", path], &brand[..]].concat();
    assert_eq!(shop.run(&call).await.failed(3), expected);
    assert_eq!(shop.gateway.request_count(), 0);
    let run = shop.run(&[&["doctor"], &brand[..]].concat()).await;
    let report = run.json();
    let mut checks = report["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == "mchid").unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    assert_eq!(
        [text(&check["detail"]), text(&check["to_do"][0])].join("\n"),
        expected
    );
}

/// A blank from a page or a file is not seen in a setting.
#[tokio::test]
async fn a_number_or_an_id_may_have_blanks_around_it() {
    let mut shop = Shop::open().await;
    let merchant = shop.gateway.merchant();
    let numbers = [
        ("WECHATPAY_MCHID", merchant.mchid().to_owned()),
        ("WECHATPAY_SERIAL_NO", merchant.serial_no().to_owned()),
        (
            "WECHATPAY_PUBLIC_KEY_ID",
            shop.gateway.public_key().public_key_id().to_owned(),
        ),
    ];
    for (before, after) in [
        ("", " "),
        ("\u{feff}", "\r\n"),
        ("\u{3000}", "\t"),
        (" ", "\u{a0}"),
    ] {
        for (variable, number) in &numbers {
            shop.set(variable, format!("{before}{number}{after}"));
        }
        let run = query(&shop, &["--dry-run"]).await;
        assert_eq!(run.code, 0, "{run:?}");
        let report = shop.run(&["doctor", "--offline"]).await.json();
        assert_eq!(report["findings"], 0, "{report:#}");
    }
    shop.set("WECHATPAY_MCHID", " ");
    assert_eq!(
        query(&shop, &["--dry-run"]).await.failed(3),
        "missing: the merchant number (商户号)\n\
         give --mchid MCHID (WECHATPAY_MCHID), or --brand-id ID for a brand (品牌)"
    );
}

#[tokio::test]
async fn an_apiv3_key_with_a_blank_is_refused() {
    let mut shop = Shop::open().await;
    for key in [
        format!("{API_V3_KEY} "),
        format!("\u{3000}{API_V3_KEY}"),
        format!("{}\t", &API_V3_KEY[1..]),
    ] {
        shop.set("WECHATPAY_API_V3_KEY", key);
        assert_eq!(
            shop.run(&["certificates"]).await.failed(3),
            format!(
                "WECHATPAY_API_V3_KEY: the APIv3 key has a blank before or after it\n{API_V3_KEY_CURE}"
            )
        );
    }
    shop.set("WECHATPAY_API_V3_KEY", pem(&shop));
    assert_eq!(
        shop.run(&["certificates"]).await.failed(3),
        format!(
            "WECHATPAY_API_V3_KEY: the value is a private key, not the APIv3 key (APIv3密钥)\n{API_V3_KEY_CURE}"
        )
    );
}

/// A text editor may put a byte order mark before the key.
#[tokio::test]
async fn a_file_of_the_apiv3_key_is_a_text() {
    let mut shop = Shop::open().await;
    shop.unset("WECHATPAY_API_V3_KEY");
    let offline = ["doctor", "--offline", "--api-v3-key-file", "key.txt"];
    shop.write("key.txt", format!("\u{feff}{API_V3_KEY}\r\n"));
    assert_eq!(shop.run(&offline).await.code, 0);
    shop.write("key.txt", b"\xff");
    assert_eq!(
        shop.run(&["certificates", "--api-v3-key-file", "key.txt"])
            .await
            .failed(3),
        format!("--api-v3-key-file key.txt: the file is no text in UTF-8\n{API_V3_KEY_CURE}")
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_named_with_its_option() {
    for (option, variable) in [
        ("--private-key", "WECHATPAY_PRIVATE_KEY"),
        ("--certificate", "WECHATPAY_CERTIFICATE"),
        ("--public-key", "WECHATPAY_PUBLIC_KEY"),
        ("--platform-certificate", "WECHATPAY_PLATFORM_CERTIFICATE"),
        ("--root-certificates", "WECHATPAY_ROOT_CERTIFICATES"),
    ] {
        assert_eq!(
            query_with(variable, "absent.pem").await.failed(3),
            format!(
                "{option} ({variable}): cannot read absent.pem: No such file or directory (os error 2)\n\
                 check the path, which begins at the current folder"
            )
        );
    }
}

#[tokio::test]
async fn a_wrong_pkcs12_file_names_the_cure() {
    let mut shop = Shop::open().await;
    shop.write("a.p12", pkcs12(&shop));
    shop.unset("WECHATPAY_PRIVATE_KEY");
    assert_eq!(
        query(&shop, &["--pkcs12", "a.p12"]).await.failed(3),
        "--pkcs12 a.p12: wrong password\n\
         give the password in WECHATPAY_PKCS12_PASSWORD; by default, it is the merchant number of --mchid"
    );
    assert_eq!(
        query(&shop, &["--pkcs12", "apiclient_key.pem"])
            .await
            .failed(3),
        "--pkcs12 apiclient_key.pem: the file is a private key, not a PKCS#12 file\n\
         give this file as --private-key FILE, with --certificate FILE or --serial-no HEX"
    );
}

#[tokio::test]
async fn a_wrong_number_is_named_with_its_flag() {
    let shop = Shop::open().await;
    const COPY: &str = "copy it from the merchant platform (商户平台 → 账户中心)";
    for (option, expected) in [
        (
            "--mchid",
            format!("--mchid (WECHATPAY_MCHID) is not 1 to 32 decimal digits\n{COPY}"),
        ),
        (
            "--serial-no",
            "--serial-no (WECHATPAY_SERIAL_NO) is not the hexadecimal serial number of the merchant API certificate \
             (no `serial=`, no `0x`, no colons)\n\
             give --certificate FILE in place of --serial-no, or copy the number that \
             `openssl x509 -noout -serial -in apiclient_cert.pem` prints after `serial=`"
                .to_owned(),
        ),
        (
            "--public-key-id",
            format!("--public-key-id (WECHATPAY_PUBLIC_KEY_ID) is not an ID that begins with `PUB_KEY_ID_`\n{COPY}"),
        ),
    ] {
        assert_eq!(query(&shop, &[option, "xyz"]).await.failed(3), expected);
    }
}

/// Before a request is compared with the number, which would send the wrong one, and before the keys are read.
#[tokio::test]
async fn the_form_of_a_number_is_checked_first_in_every_command() {
    const COPY: &str = "copy it from the merchant platform (商户平台 → 账户中心)";
    let mut shop = Shop::open().await;
    shop.set("WECHATPAY_PRIVATE_KEY", "absent.pem");
    let order = [
        "call",
        "GET",
        "/v3/pay/transactions/out-trade-no/T1",
        "-q",
        "mchid=1900000109",
    ];
    for command in [
        &order[..],
        &["order", "T1"],
        &["refund", "R1"],
        &["transfer", "B1"],
        &["contract", "C1"],
        &["payscore", "P1", "--service-id", "S1"],
        &["bill", "trade", "--date", "2026-06-01"],
        &["certificates"],
    ] {
        let run = shop.run(&[command, &["--mchid", "abc"]].concat()).await;
        assert_eq!(
            run.failed(3),
            format!("--mchid (WECHATPAY_MCHID) is not 1 to 32 decimal digits\n{COPY}"),
            "{command:?}"
        );
    }
    shop.unset("WECHATPAY_MCHID");
    assert_eq!(
        shop.run(&[&QUERY[..], &["--brand-id", "abc"]].concat())
            .await
            .failed(3),
        format!("--brand-id (WECHATPAY_BRAND_ID) is not 1 to 32 decimal digits\n{COPY}")
    );
    assert_eq!(shop.gateway.accepted_connections(), 0);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_an_end_is_refused() {
    for (option, variable) in [
        ("--private-key", "WECHATPAY_PRIVATE_KEY"),
        ("--certificate", "WECHATPAY_CERTIFICATE"),
    ] {
        assert_eq!(
            query_with(variable, "/dev/zero").await.failed(3),
            format!("{option} ({variable}): /dev/zero is larger than 16 MiB\nname another file")
        );
    }
}

/// OpenSSL asks on the terminal, or else writes its question to standard error.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_asked_for_a_pass_phrase() {
    let mut shop = Shop::open().await;
    let key = PKey::private_key_from_pem(pem(&shop).as_bytes()).unwrap();
    let cipher = openssl::symm::Cipher::aes_256_cbc();
    let encrypted = key.private_key_to_pem_pkcs8_passphrase(cipher, b"1234");
    let path = shop.write("encrypted.pem", encrypted.unwrap());
    shop.set("WECHATPAY_PRIVATE_KEY", path.display());
    let run = shop.run(&["doctor", "--offline"]).await;
    assert_eq!(run.stderr, "", "{run:?}");
    let report = run.json();
    let mut checks = report["checks"].as_array().unwrap().iter();
    let check = checks.find(|check| check["name"] == "private_key").unwrap();
    let detail = check["detail"].as_str().unwrap();
    assert!(
        detail.ends_with("encrypted.pem is no usable private key: encrypted with a pass phrase"),
        "{detail}"
    );
    let steps = "decrypt the key into a new file: (umask 077; openssl pkey -in encrypted.pem -out NEW.pem)\n\
        then give --private-key NEW.pem";
    let to_do: Vec<_> = check["to_do"].as_array().unwrap().iter().collect();
    let to_do: Vec<_> = to_do.iter().map(|step| step.as_str().unwrap()).collect();
    assert_eq!(to_do.join("\n"), steps);
    assert_eq!(
        query(&shop, &[]).await.failed(3),
        format!("--private-key encrypted.pem: encrypted with a pass phrase\n{steps}")
    );
}
