//! Starts that fail: each says what is wrong and what to do, and leaves the state as it is.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::{fs, net::TcpListener, os::unix::fs::PermissionsExt as _, path::Path};

use openssl::{asn1::Asn1Time, hash::MessageDigest, pkey::PKey, rsa::Rsa, x509::X509};
use wechatpay_sandbox::{Sandbox, SandboxError, Settings, StoreErrorKind};

use crate::shop::{Orders as _, new_folder, open_in, order};

fn settings(folder: &Path) -> Settings {
    let mut settings = Settings::new(folder);
    (settings.http_port, settings.https_port, settings.proxy_port) = (0, 0, 0);
    settings
}

async fn failure(settings: &Settings) -> SandboxError {
    Sandbox::start(settings).await.unwrap_err()
}

#[tokio::test]
async fn a_port_in_use_is_named() {
    let folder = new_folder();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port();
    let mut settings = settings(folder.path());
    settings.https_port = port;
    let expected = format!("port {port} is in use: stop the other program, or choose another port");
    assert_eq!(failure(&settings).await.to_string(), expected);
}

/// Nobody, not even root, makes a file there.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    let error = failure(&settings(Path::new("/proc/self"))).await;
    let expected = "cannot write /proc/self: No such file or directory (os error 2)";
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn files_for_tls_that_do_not_fit_are_made_again() {
    let mut folder = new_folder();
    for file in ["ca.pem", "tls_cert.pem", "tls_key.pem"] {
        fs::write(folder.path().join(file), "no PEM").unwrap();
        let shop = open_in(folder).await;
        let order = order("20260101001", 100);
        shop.client.place(&order).await.unwrap();
        folder = shop.folder;
    }
}

#[tokio::test]
async fn a_public_key_that_is_missing_or_another_is_written_again() {
    let folder = new_folder();
    let settings = settings(folder.path());
    drop(Sandbox::start(&settings).await.unwrap());
    let merchants = folder.path().join("merchants");
    let file = merchants.join("1900000109/pub_key.pem");
    let key = fs::read(&file).unwrap();
    let other = fs::read(merchants.join("1900000100/pub_key.pem")).unwrap();
    for content in [None, Some(b"no PEM".to_vec()), Some(other)] {
        match content {
            None => fs::remove_file(&file).unwrap(),
            Some(content) => fs::write(&file, content).unwrap(),
        }
        drop(Sandbox::start(&settings).await.unwrap());
        assert_eq!(fs::read(&file).unwrap(), key);
    }
}

/// A certificate that ends today, in PEM.
/// A certificate that is valid from and to these days from now.
fn certificate(from: u32, to: u32) -> Vec<u8> {
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let mut certificate = X509::builder().unwrap();
    let day = |days| Asn1Time::days_from_now(days).unwrap();
    certificate.set_not_before(&day(from)).unwrap();
    certificate.set_not_after(&day(to)).unwrap();
    certificate.set_pubkey(&key).unwrap();
    certificate.sign(&key, MessageDigest::sha256()).unwrap();
    certificate.build().to_pem().unwrap()
}

#[tokio::test]
async fn keys_that_are_made_again_are_named() {
    let folder = new_folder();
    let settings = settings(folder.path());
    let made_again = async || {
        let sandbox = Sandbox::start(&settings).await.unwrap();
        sandbox.folder().made_again().to_vec()
    };
    assert_eq!(made_again().await, [""; 0]);
    let path = |file: &str| folder.path().join(file);
    let tls =
        "ca.pem, tls_cert.pem and tls_key.pem were made again; programs must trust the new ca.pem";
    let platform = "platform_key.pem and platform_cert.pem were made again; \
                    programs with platform certificates must download the new one";
    for (file, consequence) in [
        ("ca.pem", tls),
        ("tls_cert.pem", tls),
        ("tls_key.pem", tls),
        ("platform_key.pem", platform),
        ("platform_cert.pem", platform),
        (
            "merchants/1900000109/pub_key.pem",
            "the file was written again",
        ),
    ] {
        fs::remove_file(path(file)).unwrap();
        let expected = format!("{} was missing: {consequence}", path(file).display());
        assert_eq!(made_again().await, [expected]);
    }
    for account in ["1900000109", "1900000108", "1900000100", "brand-10023"] {
        let account = path("merchants").join(account);
        fs::remove_dir_all(&account).unwrap();
        let expected = format!(
            "{} was missing: its keys were made again; programs must use the new ones, and do not decrypt notifications \
             of before",
            account.display()
        );
        assert_eq!(made_again().await, [expected]);
    }
    let platform_certificate = path("platform_cert.pem");
    let own_certificate = path("merchants/1900000109/apiclient_cert.pem");
    for (from, to) in [(0, 0), (5, 365)] {
        fs::write(&platform_certificate, certificate(from, to)).unwrap();
        fs::write(&own_certificate, certificate(from, to)).unwrap();
        let expected = [
            format!(
                "{} expires, or is not valid yet: {platform}",
                platform_certificate.display()
            ),
            format!(
                "{} expires, or is not valid yet: the file was written again; programs must use its new serial number",
                own_certificate.display()
            ),
        ];
        assert_eq!(made_again().await, expected);
    }
    fs::copy(&own_certificate, &platform_certificate).unwrap();
    let expected = format!(
        "{} is the certificate of another key than platform_key.pem: {platform}",
        platform_certificate.display()
    );
    assert_eq!(made_again().await, [expected]);
    let state = path("state.sqlite");
    for (problem, content) in [("missing", None), ("empty", Some(""))] {
        fs::remove_file(&state).unwrap();
        if let Some(content) = content {
            fs::write(&state, content).unwrap();
        }
        let expected = format!(
            "{} was {problem}: the sandbox begins without the orders, refunds and notifications of before",
            state.display()
        );
        assert_eq!(made_again().await, [expected]);
    }
    fs::write(path("tls_key.pem"), "no PEM").unwrap();
    let certificate = path("tls_cert.pem");
    let expected = format!(
        "{} expires, or does not fit ca.pem and tls_key.pem: {tls}",
        certificate.display()
    );
    assert_eq!(made_again().await, [expected]);
    let key = path("merchants/1900000109/pub_key.pem");
    fs::write(&key, "no PEM").unwrap();
    let expected = format!(
        "{} did not hold the key: the file was written again",
        key.display()
    );
    assert_eq!(made_again().await, [expected]);
    assert_eq!(made_again().await, [""; 0]);
}

#[tokio::test]
async fn a_file_that_another_program_leaves_is_no_merchant() {
    let folder = new_folder();
    let settings = settings(folder.path());
    drop(Sandbox::start(&settings).await.unwrap());
    fs::write(folder.path().join("merchants/.DS_Store"), "").unwrap();
    Sandbox::start(&settings).await.unwrap();
}

/// The error of a start with this content of a file.
async fn failure_with(folder: &Path, file: &str, content: &[u8]) -> String {
    let path = folder.join(file);
    let kept = fs::read(&path).unwrap();
    fs::write(&path, content).unwrap();
    let error = failure(&settings(folder)).await.to_string();
    fs::write(&path, kept).unwrap();
    error
}

#[tokio::test]
async fn a_file_that_is_no_key_is_named_with_its_key_and_the_cure() {
    let folder = new_folder();
    let folder = folder.path();
    let of_account = "put the file back, or remove the folder, whose keys are then made again";
    let of_platform = "put the file back, or remove the file, which is then made again";
    for (file, problem, cure) in [
        (
            "platform_key.pem",
            "private key of the platform certificate: not PEM",
            of_platform,
        ),
        (
            "platform_cert.pem",
            "platform certificate: not PEM",
            of_platform,
        ),
        (
            "merchants/1900000109/apiclient_key.pem",
            "merchant API private key: not PEM",
            of_account,
        ),
        (
            "merchants/1900000109/apiclient_cert.pem",
            "merchant API certificate: not PEM",
            of_account,
        ),
        (
            "merchants/1900000109/wechatpay_key.pem",
            "private key of WeChat Pay: not PEM",
            of_account,
        ),
        (
            "merchants/1900000109/pub_key_id.txt",
            "ID of the WeChat Pay public key is not an ID that begins with `PUB_KEY_ID_`",
            of_account,
        ),
        (
            "merchants/brand-10023/api_v3_key.txt",
            "APIv3 key has 7 bytes, but must have 32",
            of_account,
        ),
    ] {
        let path = folder.join(file);
        let expected = format!("cannot use {}: {problem}", path.display());
        let error = failure_with(folder, file, b"garbage").await;
        assert!(error.starts_with(&expected), "{error}");
        assert!(error.ends_with(&format!(": {cure}")), "{error}");
        let expected = format!("cannot use {}: the file is no text: {cure}", path.display());
        assert_eq!(failure_with(folder, file, b"\xff\x00").await, expected);
    }
    let certificate = fs::read(folder.join("merchants/1900000109/apiclient_cert.pem")).unwrap();
    let file = "merchants/1900000109/apiclient_key.pem";
    let expected = format!(
        "cannot use {}: merchant API private key: found a certificate, expected a private key: {of_account}",
        folder.join(file).display()
    );
    assert_eq!(failure_with(folder, file, &certificate).await, expected);
    let file = "merchants/1900000100/apiclient_cert.pem";
    let error = failure_with(folder, file, &certificate).await;
    let expected = format!(
        "cannot use {}: merchant API certificate",
        folder.join(file).display()
    );
    assert!(
        error.starts_with(&expected) && error.ends_with(of_account),
        "{error}"
    );
}

#[tokio::test]
async fn a_missing_file_of_an_account_is_named() {
    let folder = new_folder();
    let merchant = folder.path().join("merchants/1900000109");
    for file in [
        "apiclient_key.pem",
        "apiclient_cert.pem",
        "pub_key_id.txt",
        "api_v3_key.txt",
        "wechatpay_key.pem",
    ] {
        let path = merchant.join(file);
        let content = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let expected = format!(
            "cannot use {}: {file} is missing: put the file back, or remove the folder, whose keys are then made again",
            merchant.display()
        );
        let error = failure(&settings(folder.path())).await;
        assert_eq!(error.to_string(), expected);
        fs::write(&path, content).unwrap();
    }
}

#[tokio::test]
async fn a_state_of_a_newer_version_is_left_alone() {
    let folder = new_folder();
    drop(Sandbox::start(&settings(folder.path())).await.unwrap());
    let state = folder.path().join("state.sqlite");
    let url = format!("sqlite://{}", state.display());
    let pool = sqlx::SqlitePool::connect(&url).await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
                 VALUES (9999, 'newer', 1, x'00', 0)";
    sqlx::query(newer).execute(&pool).await.unwrap();
    pool.close().await;
    let SandboxError::Store(error) = failure(&settings(folder.path())).await else {
        unreachable!("another error");
    };
    assert_eq!(error.kind(), StoreErrorKind::Newer);
}

#[tokio::test]
async fn a_state_with_damaged_tables_is_named_with_its_cure() {
    let other = "its tables are not those of the sandbox";
    let changed = "its table `_sqlx_migrations` was changed";
    for (damage, problem) in [
        ("DROP TABLE _sqlx_migrations", other),
        ("DELETE FROM _sqlx_migrations", other),
        ("DELETE FROM _sqlx_migrations WHERE version = 2", other),
        ("ALTER TABLE _sqlx_migrations DROP COLUMN checksum", other),
        (
            "UPDATE _sqlx_migrations SET version = 'one' WHERE version = 1",
            other,
        ),
        ("UPDATE _sqlx_migrations SET checksum = x'00'", changed),
        ("UPDATE _sqlx_migrations SET success = 0", changed),
        ("ALTER TABLE settings DROP COLUMN value", other),
    ] {
        let folder = new_folder();
        drop(Sandbox::start(&settings(folder.path())).await.unwrap());
        let state = folder.path().join("state.sqlite");
        let url = format!("sqlite://{}", state.display());
        let pool = sqlx::SqlitePool::connect(&url).await.unwrap();
        sqlx::query(damage).execute(&pool).await.unwrap();
        pool.close().await;
        let expected = format!(
            "the state {} is damaged ({problem}): put back a copy of the file, delete the file, or name another folder",
            state.display()
        );
        let error = failure(&settings(folder.path())).await.to_string();
        assert_eq!(error, expected, "{damage}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_state_is_left_alone() {
    let folder = new_folder();
    let state = folder.path().join("state.sqlite");
    let text = "not a database, but long enough to be read as the header of one".repeat(9);
    fs::write(&state, &text).unwrap();
    let SandboxError::Store(error) = failure(&settings(folder.path())).await else {
        unreachable!("another error");
    };
    assert_eq!(error.kind(), StoreErrorKind::Open);
    assert_eq!(fs::read_to_string(&state).unwrap(), text);
}

#[tokio::test]
async fn only_the_owner_reads_the_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox");
    drop(Sandbox::start(&settings(&path)).await.unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o700);
    for file in [
        "tls_key.pem",
        "sandbox.env",
        "merchants/1900000109/apiclient_key.pem",
    ] {
        assert_eq!(mode(&path.join(file)), 0o600, "{file}");
    }
}
