//! Merchants from the PKCS#12 file of WeChat Pay's certificate tool (`apiclient_cert.p12`).

use std::{process::Command, time::UNIX_EPOCH};

use openssl::{
    asn1::Asn1Time,
    base64::encode_block,
    bn::BigNum,
    ec::{EcGroup, EcKey},
    hash::MessageDigest,
    nid::Nid,
    pkcs12::Pkcs12,
    pkey::{PKey, Private},
    provider::Provider,
    rsa::Rsa,
    x509::{X509, X509Name},
};
use wechatpay_client::{
    Merchant,
    error::{KeyErrorKind, KeySubject},
};

const MCHID: &str = "1900007291";
const SERIAL_NO: &str = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
const PRIVATE_KEY: &[u8] = include_bytes!("fixtures/vectors/keys/merchant.key.pem");

/// A file of older tools, with the certificate in RC2-40 and the key in 3DES.
const LEGACY_FILE: &[u8] = include_bytes!("fixtures/apiclient_cert.p12");

fn private_key() -> PKey<Private> {
    PKey::private_key_from_pem(PRIVATE_KEY).unwrap()
}

fn certificate() -> X509 {
    own_certificate(Some(MCHID), &private_key())
}

fn file(key: Option<&PKey<Private>>, certificate: Option<&X509>, password: &str) -> Vec<u8> {
    let mut builder = Pkcs12::builder();
    if let Some(key) = key {
        builder.pkey(key);
    }
    if let Some(certificate) = certificate {
        builder.cert(certificate);
    }
    builder.build2(password).unwrap().to_der().unwrap()
}

/// A certificate of `common_name` for `key`, signed by that key.
fn own_certificate(common_name: Option<&str>, key: &PKey<Private>) -> X509 {
    let mut name = X509Name::builder().unwrap();
    if let Some(common_name) = common_name {
        name.append_entry_by_nid(Nid::COMMONNAME, common_name)
            .unwrap();
    }
    let mut builder = X509::builder().unwrap();
    let serial = BigNum::from_hex_str(SERIAL_NO)
        .unwrap()
        .to_asn1_integer()
        .unwrap();
    builder.set_serial_number(&serial).unwrap();
    builder.set_subject_name(&name.build()).unwrap();
    let days = |days| Asn1Time::days_from_now(days).unwrap();
    builder.set_not_before(&days(0)).unwrap();
    builder.set_not_after(&days(1)).unwrap();
    builder.set_pubkey(key).unwrap();
    builder.sign(key, MessageDigest::sha256()).unwrap();
    builder.build()
}

fn problem(file: &[u8], password: &str) -> KeyErrorKind {
    let error = Merchant::from_pkcs12(file, password).unwrap_err();
    assert_eq!(error.subject(), KeySubject::Pkcs12);
    error.into_kind()
}

async fn assert_is_the_merchant(merchant: &Merchant) {
    assert_eq!(merchant.mchid(), MCHID);
    assert_eq!(merchant.serial_no(), SERIAL_NO);
    let known = Merchant::new(MCHID, SERIAL_NO, PRIVATE_KEY).unwrap();
    let sign = async |merchant: &Merchant| {
        let signed = merchant.authorization("GET", "/v3/certificates", UNIX_EPOCH, "n", b"");
        signed.await.unwrap()
    };
    assert_eq!(sign(merchant).await, sign(&known).await);
    assert!(format!("{merchant:?}").contains("certified: true"));
}

#[tokio::test]
async fn key_serial_number_and_mchid_are_read_from_the_file() {
    for password in [MCHID, "another password 张三", ""] {
        let file = file(Some(&private_key()), Some(&certificate()), password);
        let merchant = Merchant::from_pkcs12(file, password).unwrap();
        assert_is_the_merchant(&merchant).await;
    }
}

fn has_rc2() -> bool {
    openssl::cipher::Cipher::fetch(None, "RC2-40-CBC", None).is_ok()
}

/// Not a test of its own: the process in which nobody else loads a provider. OpenSSL keeps an algorithm of a provider
/// that is unloaded while another thread searches for one.
#[tokio::test]
#[ignore = "started by another test"]
async fn reads_with_the_legacy_provider() {
    // If OpenSSL has no legacy provider, the error says how to convert the file.
    if Provider::try_load(None, "legacy", true).is_err() {
        return assert_names_the_command(&problem(LEGACY_FILE, MCHID));
    }
    assert_is_the_merchant(&Merchant::from_pkcs12(LEGACY_FILE, MCHID).unwrap()).await;
    // The provider is loaded only for the reading.
    assert!(!has_rc2());
    assert_eq!(
        problem(LEGACY_FILE, "1900000109"),
        KeyErrorKind::WrongPassword
    );
}

#[test]
fn a_file_of_older_tools_is_read_with_the_legacy_provider() {
    run_alone(|process| process.arg("pkcs12::reads_with_the_legacy_provider"));
}

/// Runs an ignored test in a process of its own.
fn run_alone(test: impl FnOnce(&mut Command) -> &mut Command) {
    let mut process = Command::new(std::env::current_exe().unwrap());
    let output = test(process.args(["--exact", "--ignored"])).output();
    let output = String::from_utf8(output.unwrap().stdout).unwrap();
    assert!(output.contains("1 passed"), "{output}");
}

fn assert_names_the_command(problem: &KeyErrorKind) {
    assert_eq!(*problem, KeyErrorKind::LegacyEncryption);
    let command =
        "`(umask 077; openssl pkcs12 -legacy -in apiclient_cert.p12 -nodes -out merchant.pem)`";
    assert!(problem.to_string().contains(command), "{problem}");
    assert!(
        problem.to_string().ends_with("with mchid and serial_no"),
        "{problem}"
    );
}

/// Not a test of its own: the process in which OpenSSL finds no modules.
#[test]
#[ignore = "started by another test"]
fn reads_without_the_legacy_provider() {
    // A provider that is linked into libcrypto needs no module.
    if Provider::try_load(None, "legacy", true).is_err() {
        assert_names_the_command(&problem(LEGACY_FILE, MCHID));
        assert_eq!(
            problem(LEGACY_FILE, "1900000109"),
            KeyErrorKind::WrongPassword
        );
    }
}

#[test]
fn without_the_legacy_provider_the_error_names_the_command() {
    run_alone(|process| {
        let process = process.env("OPENSSL_MODULES", "/nonexistent");
        process.arg("pkcs12::reads_without_the_legacy_provider")
    });
}

/// The text that the command in the error message writes.
#[test]
fn the_converted_file_holds_a_merchants_key_and_certificate() {
    let bag = "Bag Attributes\n    friendlyName: Tenpay Certificate\n";
    let certificate = certificate().to_pem().unwrap();
    let text = [bag.as_bytes(), &certificate, bag.as_bytes(), PRIVATE_KEY].concat();
    Merchant::new(MCHID, SERIAL_NO, &text)
        .unwrap()
        .with_certificate(&text)
        .unwrap();
}

/// The form for an environment variable or a Kubernetes secret.
#[tokio::test]
async fn a_file_is_read_from_its_base64() {
    let file = file(Some(&private_key()), Some(&certificate()), MCHID);
    let line = encode_block(&file);
    let wrapped = line.as_bytes().chunks(64).collect::<Vec<_>>().join(&b'\n');
    for text in [
        line.clone().into_bytes(),
        wrapped,
        format!("\"{line}\"\n").into_bytes(),
    ] {
        assert_is_the_merchant(&Merchant::from_pkcs12(text, MCHID).unwrap()).await;
    }
    assert_eq!(
        problem(&line.as_bytes()[4..], MCHID),
        KeyErrorKind::NotPkcs12
    );
}

/// The file without its third value, the MAC. The first two are the version and the content.
fn without_mac(file: &[u8]) -> Vec<u8> {
    let length = usize::from(u16::from_be_bytes([file[9], file[10]]));
    let values = &file[4..11 + length];
    let head = u16::try_from(values.len()).unwrap().to_be_bytes();
    [&file[..2], &head, values].concat()
}

#[test]
fn an_unusable_file_is_refused_with_the_reason() {
    let (key, certificate) = (private_key(), certificate());
    let good = file(Some(&key), Some(&certificate), MCHID);
    for wrong in [b"".as_slice(), b"no file", PRIVATE_KEY, &good[1..]] {
        assert_eq!(problem(wrong, MCHID), KeyErrorKind::NotPkcs12);
    }
    for wrong in ["", "1900000109", "1900007291\0"] {
        assert_eq!(problem(&good, wrong), KeyErrorKind::WrongPassword);
    }
    assert_eq!(problem(&without_mac(&good), MCHID), KeyErrorKind::NoMac);
    let without_key = file(None, Some(&certificate), MCHID);
    assert_eq!(problem(&without_key, MCHID), KeyErrorKind::NoPrivateKey);
    let without_certificate = file(Some(&key), None, MCHID);
    assert_eq!(
        problem(&without_certificate, MCHID),
        KeyErrorKind::NoCertificate
    );
    for name in [Some("Tenpay.com sign"), Some("19000a0109"), Some(""), None] {
        let other = own_certificate(name.filter(|name| !name.is_empty()), &key);
        let common_name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        assert_eq!(
            problem(&file(Some(&key), Some(&other), MCHID), MCHID),
            KeyErrorKind::NotMerchant { common_name }
        );
    }
    let short = PKey::from_rsa(Rsa::generate(1024).unwrap()).unwrap();
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    let elliptic = PKey::from_ec_key(EcKey::generate(&group).unwrap()).unwrap();
    for (key, error) in [
        (short, KeyErrorKind::TooShort { bits: 1024 }),
        (elliptic, KeyErrorKind::NotRsa),
    ] {
        let own = own_certificate(Some(MCHID), &key);
        assert_eq!(problem(&file(Some(&key), Some(&own), MCHID), MCHID), error);
    }
}

/// A file without its end is an error, and a file with an altered byte causes no panic.
#[test]
fn a_damaged_file_is_refused() {
    let good = file(Some(&private_key()), Some(&certificate()), MCHID);
    for length in 0..good.len() {
        assert!(Merchant::from_pkcs12(&good[..length], MCHID).is_err());
    }
    for at in (0..good.len()).step_by(97) {
        let mut altered = good.clone();
        altered[at] ^= 1;
        drop(Merchant::from_pkcs12(altered, MCHID));
    }
}
