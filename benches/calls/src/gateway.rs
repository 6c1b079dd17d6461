//! The loopback gateway, in a process of its own.

use std::{
    env,
    io::{self, BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
};

use load::{Result, Settings};
use openssl::{
    asn1::Asn1Time,
    bn::BigNum,
    hash::MessageDigest,
    pkey::PKey,
    symm::{Cipher, encrypt_aead},
    x509::{X509, X509Name},
};
use serde_json::{Value, json};
use wechatpay_client::gateway::{Gateway, ScriptedResponse};

/// The argument that makes one of these programs the gateway.
const ROLE: &str = "gateway";

/// The key with which some clients decrypt certificates.
const API_V3_KEY: &str = "0123456789abcdef0123456789abcdef";

/// The gateway's process, which ends when this value is dropped.
pub struct Process {
    child: Child,
    pub settings: Settings,
}

impl Process {
    pub fn start() -> Result<Self> {
        let mut child = Command::new(env::current_exe()?)
            .arg(ROLE)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = child.stdout.take().ok_or("no stdout")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        let settings = serde_json::from_str(&line)?;
        Ok(Self { child, settings })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Tells whether this process is to be the gateway.
pub fn asked_for() -> bool {
    env::args().nth(1).as_deref() == Some(ROLE)
}

/// Serves until the other end of stdin is closed.
#[tokio::main]
pub async fn serve() -> Result<()> {
    let gateway = Gateway::start().await?;
    let merchant = gateway.merchant();
    let settings = Settings {
        base_url: gateway.base_url(),
        root: String::from_utf8(gateway.root_certificate().to_vec())?,
        mchid: merchant.mchid().to_owned(),
        serial_no: merchant.serial_no().to_owned(),
        private_key: gateway.merchant_private_key().to_owned(),
        public_key_id: gateway.public_key().public_key_id().to_owned(),
        public_key: gateway.public_key_pem().to_owned(),
        api_v3_key: API_V3_KEY.to_owned(),
    };
    let path = "/v3/pay/transactions/out-trade-no/{out_trade_no}";
    gateway.respond("GET", path, ScriptedResponse::ok(order(&settings.mchid)));
    gateway.respond(
        "GET",
        "/v3/certificates",
        ScriptedResponse::ok(certificates(&settings)?),
    );
    println!("{}", serde_json::to_string(&settings)?);
    tokio::task::spawn_blocking(|| io::stdin().read_to_end(&mut Vec::new())).await??;
    Ok(())
}

fn order(mchid: &str) -> Value {
    json!({
        "appid": "wxd678efh567hg6787",
        "mchid": mchid,
        "out_trade_no": "1217752501201407033233368018",
        "transaction_id": "4200001234202501011234567890",
        "trade_type": "JSAPI",
        "trade_state": "SUCCESS",
        "trade_state_desc": "支付成功",
        "bank_type": "CMC",
        "attach": "",
        "success_time": "2026-01-01T10:34:56+08:00",
        "payer": { "openid": "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
        "amount": { "total": 100, "payer_total": 100, "currency": "CNY", "payer_currency": "CNY" },
    })
}

/// The WeChat Pay public key as a platform certificate, for a peer that supports only those.
fn certificates(settings: &Settings) -> Result<Value> {
    let (key, nonce, aad) = (API_V3_KEY.as_bytes(), "0123456789ab", "certificate");
    let mut tag = [0; 16];
    let mut encrypted = encrypt_aead(
        Cipher::aes_256_gcm(),
        key,
        Some(nonce.as_bytes()),
        aad.as_bytes(),
        &certificate(settings)?,
        &mut tag,
    )?;
    encrypted.extend_from_slice(&tag);
    Ok(json!({ "data": [{
        "serial_no": settings.public_key_id,
        "effective_time": "2025-01-01T00:00:00+08:00",
        "expire_time": "2036-01-01T00:00:00+08:00",
        "encrypt_certificate": {
            "algorithm": "AEAD_AES_256_GCM",
            "nonce": nonce,
            "associated_data": aad,
            "ciphertext": openssl::base64::encode_block(&encrypted),
        },
    }]}))
}

fn certificate(settings: &Settings) -> Result<Vec<u8>> {
    let mut name = X509Name::builder()?;
    name.append_entry_by_text("CN", "Tenpay.com sign")?;
    let name = name.build();
    let mut certificate = X509::builder()?;
    certificate.set_version(2)?;
    certificate.set_serial_number(&*BigNum::from_u32(1)?.to_asn1_integer()?)?;
    certificate.set_subject_name(&name)?;
    certificate.set_issuer_name(&name)?;
    certificate.set_not_before(&*Asn1Time::days_from_now(0)?)?;
    certificate.set_not_after(&*Asn1Time::days_from_now(365)?)?;
    certificate.set_pubkey(&*PKey::public_key_from_pem(settings.public_key.as_bytes())?)?;
    let signer = PKey::private_key_from_pem(settings.private_key.as_bytes())?;
    certificate.sign(&signer, MessageDigest::sha256())?;
    Ok(certificate.build().to_pem()?)
}
