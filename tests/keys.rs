//! Keys, certificates and numbers that cannot be used: each with its exact reason, at construction.

use std::{ops::Range, time::UNIX_EPOCH};

use openssl::{
    asn1::Asn1Time,
    base64::encode_block,
    bn::BigNum,
    ec::{EcGroup, EcKey},
    nid::Nid,
    pkey::{PKey, Private},
    rsa::Rsa,
    symm::Cipher,
    x509::{X509, X509Name},
};
use serde_json::{Value, json};
use wechatpay_client::{
    Client, Merchant, PlatformCertificate, Result, Verifier, WechatPayPublicKey,
    error::{ConfigErrorKind, KeyError, KeyErrorKind, KeySubject},
    gateway::{Gateway, ScriptedResponse},
    wechatpay_api,
};

const MCHID: &str = "1900007291";
const SERIAL_NO: &str = "3A865B7668B64315C003E6361BC0A2649C8AA9C8";
const KEY_ID: &str = "PUB_KEY_ID_0119000072912025123100112233445566";

const PRIVATE_KEY: &str = include_str!("fixtures/vectors/keys/merchant.key.pem");
const CERTIFICATE: &str = include_str!("fixtures/vectors/keys/platform-a.cert.pem");
const PUBLIC_KEY: &str = include_str!("fixtures/vectors/keys/wechatpay-public-key.pub.pem");

fn rsa(bits: u32) -> PKey<Private> {
    PKey::from_rsa(Rsa::generate(bits).unwrap()).unwrap()
}

fn elliptic() -> PKey<Private> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1).unwrap();
    PKey::from_ec_key(EcKey::generate(&group).unwrap()).unwrap()
}

fn certificate(common_name: &str, key: &PKey<Private>) -> Vec<u8> {
    dated_certificate(common_name, key, 0..1)
}

/// A certificate that is valid during `days`, counted from now.
fn dated_certificate(common_name: &str, key: &PKey<Private>, days: Range<u32>) -> Vec<u8> {
    let mut name = X509Name::builder().unwrap();
    name.append_entry_by_nid(Nid::COMMONNAME, common_name)
        .unwrap();
    let mut builder = X509::builder().unwrap();
    let serial = BigNum::from_u32(0xA0_0000 + days.end).unwrap();
    builder
        .set_serial_number(&serial.to_asn1_integer().unwrap())
        .unwrap();
    builder.set_subject_name(&name.build()).unwrap();
    builder
        .set_not_before(&Asn1Time::days_from_now(days.start).unwrap())
        .unwrap();
    builder
        .set_not_after(&Asn1Time::days_from_now(days.end).unwrap())
        .unwrap();
    builder.set_pubkey(key).unwrap();
    builder
        .sign(key, openssl::hash::MessageDigest::sha256())
        .unwrap();
    builder.build().to_pem().unwrap()
}

fn kind<T: std::fmt::Debug>(result: Result<T, KeyError>, subject: KeySubject) -> KeyErrorKind {
    let error = result.unwrap_err();
    assert_eq!(error.subject(), subject);
    error.into_kind()
}

fn private_key_error(pem: impl AsRef<[u8]>) -> KeyErrorKind {
    kind(Merchant::new(MCHID, SERIAL_NO, pem), KeySubject::PrivateKey)
}

fn public_key_error(pem: impl AsRef<[u8]>) -> KeyErrorKind {
    kind(
        WechatPayPublicKey::from_pem(KEY_ID, pem),
        KeySubject::PublicKey,
    )
}

fn certificate_error(pem: impl AsRef<[u8]>) -> KeyErrorKind {
    kind(
        PlatformCertificate::from_pem(pem),
        KeySubject::PlatformCertificate,
    )
}

#[tokio::test]
async fn a_merchant_accepts_pkcs8_and_pkcs1() {
    let key = rsa(2048);
    let pkcs8 = key.private_key_to_pem_pkcs8().unwrap();
    let pkcs1 = key.rsa().unwrap().private_key_to_pem().unwrap();
    assert!(pkcs1.starts_with(b"-----BEGIN RSA PRIVATE KEY-----"));
    let sign = async |pem: &[u8]| {
        let merchant = Merchant::new(MCHID, SERIAL_NO, pem).unwrap();
        let signed = merchant.authorization("GET", "/v3/certificates", UNIX_EPOCH, "n", b"");
        signed.await.unwrap()
    };
    assert_eq!(sign(&pkcs8).await, sign(&pkcs1).await);
}

#[test]
fn a_private_key_is_found_anywhere_in_its_file() {
    let bundle = format!("Bag Attributes\n{CERTIFICATE}\n{PRIVATE_KEY}");
    Merchant::new(MCHID, SERIAL_NO, bundle).unwrap();
}

/// The base64 of a PEM text in one line, without its first and last line.
fn one_line(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with('-')).collect()
}

/// The forms in which files, environment variables and configuration hold a PEM text.
fn forms(pem: &str) -> Vec<(&'static str, Vec<u8>)> {
    let base64 = one_line(pem);
    let escaped = pem.trim_end().replace('\n', "\\n");
    let wrapped: Vec<_> = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let forms = [
        ("line breaks of Windows", pem.replace('\n', "\r\n")),
        ("line breaks of old Macs", pem.replace('\n', "\r")),
        ("escapes", escaped.clone()),
        ("escapes between quotes", format!("\"{escaped}\"\n")),
        ("escapes of both", pem.replace('\n', "\\r\\n")),
        ("escapes that are escaped", pem.replace('\n', "\\\\n")),
        ("escapes before line breaks", pem.replace('\n', "\\n\n")),
        ("continued lines", pem.replace('\n', "\\\n")),
        ("blanks for line breaks", pem.replace('\n', " ")),
        ("no line breaks at all", pem.replace('\n', "")),
        ("blanks around", format!("\n \t{pem}  \n\n")),
        ("indented", format!("  {}", pem.replace('\n', "\n  "))),
        ("quotes", format!("'{pem}'")),
        ("byte order mark", format!("\u{feff}{pem}")),
        ("quotes of a chat", format!("\u{201c}{pem}\u{201d}")),
        (
            "blanks of a web page",
            pem.replace('\n', "\u{a0}\n\u{200b}"),
        ),
        ("slashes escaped in JSON", escaped.replace('/', "\\/")),
        ("one line of base64", base64.clone()),
        ("one line of base64, ended", format!("{base64}\r\n")),
        ("one line of base64, quoted", format!(" \"{base64}\" ")),
        ("one line of base64, marked", format!("\u{feff}{base64}")),
        ("base64 in lines", wrapped.join("\n")),
        ("base64 in escaped lines", wrapped.join("\\n")),
        ("base64 of it all", encode_block(pem.as_bytes())),
    ];
    let forms = forms.map(|(name, text)| (name, text.into_bytes()));
    let mut forms = forms.to_vec();
    // Exported with names in Chinese, in GBK.
    let bagged = [b"friendlyName: \xD6\xA7\xB8\xB6\n", pem.as_bytes()].concat();
    forms.push(("other text of another encoding", bagged));
    // As PowerShell writes a file.
    let units = || format!("\u{feff}{pem}").encode_utf16().collect::<Vec<_>>();
    forms.push((
        "UTF-16",
        units().into_iter().flat_map(u16::to_le_bytes).collect(),
    ));
    forms.push((
        "UTF-16, big-endian",
        units().into_iter().flat_map(u16::to_be_bytes).collect(),
    ));
    forms
}

#[tokio::test]
async fn a_private_key_is_read_in_every_form_that_people_store() {
    let key = rsa(2048);
    let pkcs8 = String::from_utf8(key.private_key_to_pem_pkcs8().unwrap()).unwrap();
    let pkcs1 = key.rsa().unwrap().private_key_to_pem().unwrap();
    let pkcs1 = String::from_utf8(pkcs1).unwrap();
    // Some people put labels around the base64 by hand.
    let mislabelled = pkcs1.replace("RSA PRIVATE", "PRIVATE");
    let sign = async |text: &[u8], name| {
        let merchant = Merchant::new(MCHID, SERIAL_NO, text);
        let merchant = merchant.unwrap_or_else(|error| panic!("{name}: {error}"));
        let signed = merchant.authorization("GET", "/v3/certificates", UNIX_EPOCH, "n", b"");
        signed.await.unwrap()
    };
    let expected = sign(pkcs8.as_bytes(), "as OpenSSL writes it").await;
    for pem in [&pkcs8, &pkcs1, &mislabelled] {
        for (name, form) in forms(pem) {
            assert_eq!(sign(&form, name).await, expected, "{name}");
        }
    }
}

#[test]
fn public_keys_and_certificates_are_read_in_the_same_forms() {
    for (name, form) in forms(PUBLIC_KEY) {
        let key = WechatPayPublicKey::from_pem(KEY_ID, form);
        key.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let key = rsa(2048);
    let own = String::from_utf8(certificate(MCHID, &key)).unwrap();
    for ((name, form), (_, own)) in forms(CERTIFICATE).into_iter().zip(forms(&own)) {
        let read = PlatformCertificate::from_pem(form);
        let read = read.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            read.serial_no(),
            "24B6D76493BD5F97A8287C521BC7A259783D9833",
            "{name}"
        );
        Merchant::new(MCHID, "A00001", key.private_key_to_pem_pkcs8().unwrap())
            .unwrap()
            .with_certificate(own)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn base64_of_the_wrong_kind_is_refused_with_the_name_of_its_kind() {
    let found = |found, expected| KeyErrorKind::Unexpected { found, expected };
    assert_eq!(
        private_key_error(one_line(CERTIFICATE)),
        found("certificate", "private key")
    );
    assert_eq!(
        private_key_error(one_line(PUBLIC_KEY)),
        found("public key", "private key")
    );
    assert_eq!(
        public_key_error(one_line(PRIVATE_KEY)),
        found("private key", "public key")
    );
    assert_eq!(
        public_key_error(one_line(CERTIFICATE)),
        found("certificate", "public key")
    );
    assert_eq!(
        certificate_error(one_line(PUBLIC_KEY)),
        found("public key", "certificate")
    );
    // The content decides, not the label.
    assert_eq!(
        private_key_error(CERTIFICATE.replace("CERTIFICATE", "PRIVATE KEY")),
        found("certificate", "private key")
    );
    let key = rsa(2048);
    let encrypted = key
        .private_key_to_pem_pkcs8_passphrase(Cipher::aes_256_cbc(), b"secret")
        .unwrap();
    let encrypted = String::from_utf8(encrypted).unwrap();
    assert_eq!(
        private_key_error(one_line(&encrypted)),
        KeyErrorKind::Encrypted
    );
    let elliptic = elliptic();
    let sec1 = elliptic.ec_key().unwrap().private_key_to_pem().unwrap();
    for pem in [sec1, elliptic.private_key_to_pem_pkcs8().unwrap()] {
        let line = one_line(&String::from_utf8(pem).unwrap());
        assert_eq!(private_key_error(line), KeyErrorKind::NotRsa);
    }
    // Base64 without padding, and DER.
    let unpadded = one_line(PRIVATE_KEY).trim_end_matches('=').to_owned();
    Merchant::new("1900000109", "3A86", &unpadded).unwrap();
    let parsed = PKey::private_key_from_pem(PRIVATE_KEY.as_bytes()).unwrap();
    Merchant::new("1900000109", "3A86", parsed.private_key_to_pkcs8().unwrap()).unwrap();
    assert_eq!(
        private_key_error(pkcs12()),
        found("PKCS#12 file (for `Merchant::from_pkcs12`)", "private key")
    );
    // Cut off, or not base64 of a key at all.
    let line = one_line(PRIVATE_KEY);
    assert_eq!(private_key_error(&line[..400]), KeyErrorKind::NotPem);
    assert_eq!(private_key_error(&line[1..]), KeyErrorKind::NotPem);
    assert_eq!(private_key_error("张三"), KeyErrorKind::NotPem);
    assert_eq!(
        private_key_error(PRIVATE_KEY.replace("-----END", "")),
        KeyErrorKind::Malformed
    );
}

fn pkcs12() -> Vec<u8> {
    let key = PKey::private_key_from_pem(PRIVATE_KEY.as_bytes()).unwrap();
    let file = openssl::pkcs12::Pkcs12::builder().pkey(&key).build2("1");
    file.unwrap().to_der().unwrap()
}

#[test]
fn an_unusable_private_key_is_refused_with_the_reason() {
    assert_eq!(private_key_error(""), KeyErrorKind::NotPem);
    assert_eq!(
        private_key_error("MIIEvQIBADANBgkqhkiG9w0BAQEF"),
        KeyErrorKind::NotPem
    );
    assert_eq!(
        private_key_error([0x30, 0x82, 0xff, 0xfe]),
        KeyErrorKind::NotPem
    );
    assert_eq!(
        private_key_error(rsa(1024).private_key_to_pem_pkcs8().unwrap()),
        KeyErrorKind::TooShort { bits: 1024 }
    );
    assert_eq!(
        private_key_error(elliptic().private_key_to_pem_pkcs8().unwrap()),
        KeyErrorKind::NotRsa
    );
    assert_eq!(
        private_key_error(elliptic().ec_key().unwrap().private_key_to_pem().unwrap()),
        KeyErrorKind::NotRsa
    );
    let pss = include_str!("fixtures/rsa-pss.key.pem");
    assert_eq!(private_key_error(pss), KeyErrorKind::NotRsa);
    let found = |found| KeyErrorKind::Unexpected {
        found,
        expected: "private key",
    };
    assert_eq!(private_key_error(CERTIFICATE), found("certificate"));
    assert_eq!(private_key_error(PUBLIC_KEY), found("public key"));
    assert_eq!(
        private_key_error("-----BEGIN OPENSSH PRIVATE KEY-----\n"),
        found("private key of another format")
    );
    assert_eq!(
        private_key_error(PRIVATE_KEY.replace("MII", "AAA")),
        KeyErrorKind::Malformed
    );
    assert_eq!(
        private_key_error("-----BEGIN PRIVATE KEY-----"),
        KeyErrorKind::Malformed
    );
}

/// OpenSSL parses such a key, and makes signatures that nobody can verify.
#[test]
fn a_private_key_with_an_altered_modulus_is_refused() {
    let good = PKey::private_key_from_pem(PRIVATE_KEY.as_bytes()).unwrap();
    let der = good.rsa().unwrap().private_key_to_der().unwrap();
    let modulus = good.rsa().unwrap().n().to_vec();
    let at = der
        .windows(modulus.len())
        .position(|window| window == modulus);
    for byte in [1, 128, 254] {
        let mut altered = der.clone();
        altered[at.unwrap() + byte] ^= 1;
        assert_eq!(private_key_error(altered), KeyErrorKind::Malformed);
    }
}

#[test]
fn an_encrypted_private_key_is_refused_without_a_prompt_for_its_passphrase() {
    let key = rsa(2048);
    let pkcs8 = key
        .private_key_to_pem_pkcs8_passphrase(Cipher::aes_256_cbc(), b"secret")
        .unwrap();
    let pkcs1 = key
        .rsa()
        .unwrap()
        .private_key_to_pem_passphrase(Cipher::aes_256_cbc(), b"secret")
        .unwrap();
    assert_eq!(private_key_error(pkcs8), KeyErrorKind::Encrypted);
    assert_eq!(private_key_error(pkcs1), KeyErrorKind::Encrypted);
    // Without `-out`, the key would be on the screen, and without the mask readable for all.
    assert_eq!(
        KeyErrorKind::Encrypted.to_string(),
        "encrypted with a pass phrase: decrypt the key into a new file (`(umask 077; openssl pkey -in FILE -out NEW.pem)`)"
    );
}

#[test]
fn a_merchant_number_must_be_decimal_digits() {
    for mchid in [
        "",
        "19000a0109",
        " 1900000109",
        "１９００",
        "1900000109\"",
        &"1".repeat(33),
    ] {
        assert_eq!(
            kind(
                Merchant::new(mchid, SERIAL_NO, PRIVATE_KEY),
                KeySubject::Mchid
            ),
            KeyErrorKind::InvalidFormat,
            "{mchid}"
        );
    }
}

#[test]
fn a_serial_no_must_be_hexadecimal_digits() {
    for serial_no in [
        "",
        "0x3A865B76",
        "3A:86:5B",
        "PUB_KEY_ID_01",
        "3A\"",
        &"A".repeat(65),
    ] {
        let kind = kind(
            Merchant::new(MCHID, serial_no, PRIVATE_KEY),
            KeySubject::SerialNo,
        );
        assert_eq!(kind, KeyErrorKind::InvalidFormat, "{serial_no}");
    }
    let merchant = Merchant::new(MCHID, SERIAL_NO.to_lowercase(), PRIVATE_KEY).unwrap();
    assert_eq!(merchant.serial_no(), SERIAL_NO);
}

#[test]
fn a_merchants_certificate_must_match_mchid_serial_no_and_private_key() {
    let (key, other_key) = (rsa(2048), rsa(2048));
    let pem = certificate(MCHID, &key);
    let with = |mchid: &str, serial_no: &str, key: &PKey<Private>, pem: &[u8]| {
        Merchant::new(mchid, serial_no, key.private_key_to_pem_pkcs8().unwrap())
            .unwrap()
            .with_certificate(pem)
    };
    with(MCHID, "A00001", &key, &pem).unwrap();
    with(MCHID, "a00001", &key, &pem).unwrap();
    for (merchant, expected, text) in [
        (
            with("1900000109", "A00001", &key, &pem),
            KeyErrorKind::OtherMchid {
                certificate: Some(MCHID.into()),
            },
            "merchant API certificate: belongs to `1900007291`, not to mchid: pass the \
             certificate and the mchid of one merchant",
        ),
        (
            with(MCHID, SERIAL_NO, &key, &pem),
            KeyErrorKind::OtherSerialNo {
                certificate: "A00001".into(),
            },
            "merchant API certificate: has the serial number A00001, not serial_no: correct serial_no, or pass the \
             certificate that has it",
        ),
        (
            with(MCHID, "A00001", &other_key, &pem),
            KeyErrorKind::OtherPrivateKey,
            "merchant API certificate: belongs to a different private key: pass the \
             `apiclient_key.pem` of this certificate",
        ),
        (
            with(MCHID, "A00001", &key, PRIVATE_KEY.as_bytes()),
            KeyErrorKind::Unexpected {
                found: "private key",
                expected: "certificate",
            },
            "merchant API certificate: found a private key, expected a certificate",
        ),
        // A platform certificate in place of the merchant's.
        (
            with(MCHID, "A00001", &key, CERTIFICATE.as_bytes()),
            KeyErrorKind::OtherMchid {
                certificate: Some("Test vectors only platform-a".into()),
            },
            "merchant API certificate: belongs to `Test vectors only platform-a`, not to mchid: pass the \
             certificate and the mchid of one merchant",
        ),
    ] {
        let error = merchant.unwrap_err();
        assert_eq!(error.subject(), KeySubject::MerchantCertificate);
        assert_eq!(*error.kind(), expected);
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn an_unusable_public_key_is_refused_with_the_reason() {
    let key = rsa(2048);
    WechatPayPublicKey::from_pem(KEY_ID, key.public_key_to_pem().unwrap()).unwrap();
    WechatPayPublicKey::from_pem(
        KEY_ID,
        key.rsa().unwrap().public_key_to_pem_pkcs1().unwrap(),
    )
    .unwrap();
    assert_eq!(public_key_error("no PEM"), KeyErrorKind::NotPem);
    let found = |found| KeyErrorKind::Unexpected {
        found,
        expected: "public key",
    };
    assert_eq!(public_key_error(PRIVATE_KEY), found("private key"));
    assert_eq!(public_key_error(CERTIFICATE), found("certificate"));
    assert_eq!(
        public_key_error(rsa(1024).public_key_to_pem().unwrap()),
        KeyErrorKind::TooShort { bits: 1024 }
    );
    assert_eq!(
        public_key_error(elliptic().public_key_to_pem().unwrap()),
        KeyErrorKind::NotRsa
    );
    assert_eq!(
        public_key_error(PUBLIC_KEY.replace("MII", "AAA")),
        KeyErrorKind::Malformed
    );
    for id in [
        "",
        "PUB_KEY_ID_",
        "PUB_KEY_ID",
        SERIAL_NO,
        "pub_key_id_01",
        "PUB_KEY_ID_0\n1",
    ] {
        assert_eq!(
            kind(
                WechatPayPublicKey::from_pem(id, PUBLIC_KEY),
                KeySubject::PublicKeyId
            ),
            KeyErrorKind::InvalidFormat,
            "{id}"
        );
    }
}

#[test]
fn an_unusable_certificate_is_refused_with_the_reason() {
    let key = rsa(2048);
    assert_eq!(certificate_error("no PEM"), KeyErrorKind::NotPem);
    let found = |found| KeyErrorKind::Unexpected {
        found,
        expected: "certificate",
    };
    assert_eq!(certificate_error(PRIVATE_KEY), found("private key"));
    assert_eq!(certificate_error(PUBLIC_KEY), found("public key"));
    assert_eq!(
        certificate_error(certificate("Tenpay.com sign", &rsa(1024))),
        KeyErrorKind::TooShort { bits: 1024 }
    );
    assert_eq!(
        certificate_error(certificate("Tenpay.com sign", &elliptic())),
        KeyErrorKind::NotRsa
    );
    assert_eq!(
        certificate_error(CERTIFICATE.replace("MII", "AAA")),
        KeyErrorKind::Malformed
    );
    // The common name of a merchant's certificate is the mchid.
    assert_eq!(
        certificate_error(certificate(MCHID, &key)),
        KeyErrorKind::MerchantCertificate
    );
}

#[test]
fn a_client_that_cannot_be_built_is_refused_with_the_reason() {
    let merchant = || Merchant::new(MCHID, SERIAL_NO, PRIVATE_KEY).unwrap();
    let verifier = || Verifier::new(PlatformCertificate::from_pem(CERTIFICATE).unwrap());
    let builder = || Client::builder(merchant(), verifier());
    builder().build().unwrap();
    builder().root_certificates(CERTIFICATE).build().unwrap();
    for pem in ["", "no PEM", PRIVATE_KEY] {
        let refused = builder().root_certificates(pem).build().unwrap_err();
        assert_eq!(*refused.kind(), ConfigErrorKind::RootCertificate);
    }
    let insecure = builder().base_url("http://api.mch.weixin.qq.com");
    let error = insecure.build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "base URL: `http` is allowed for the loopback interface only: use `https`"
    );
}

#[wechatpay_api(GET "/v3/certificates")]
trait Certificates {
    async fn list(&self) -> Result<Value>;
}

#[tokio::test]
async fn requests_name_the_certificate_in_force_that_is_valid_the_longest() {
    let gateway = Gateway::start().await.unwrap();
    gateway.respond(
        "GET",
        "/v3/certificates",
        ScriptedResponse::ok(json!({ "data": [] })),
    );
    let other = |days| {
        let pem = dated_certificate("Tenpay.com sign", &rsa(2048), days);
        PlatformCertificate::from_pem(pem).unwrap()
    };
    // The gateway's certificate is valid for a year from yesterday on.
    let longest = gateway.platform_certificate();
    let (ending, coming) = (other(0..30), other(10..1000));
    let orders = [
        [ending.clone(), longest.clone(), coming.clone()],
        [coming, longest.clone(), ending],
    ];
    for [first, second, third] in orders {
        let verifier = Verifier::new(first).with_key(second).with_key(third);
        let client = gateway
            .client_for(gateway.merchant(), verifier)
            .build()
            .unwrap();
        client.list().await.unwrap();
        let received = gateway.requests().pop().unwrap();
        assert_eq!(
            received.header("wechatpay-serial"),
            Some(longest.serial_no())
        );
    }
}
