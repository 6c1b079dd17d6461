//! The keys and certificates of the gateway and its merchant: generated once per process, never stored.

use std::{
    error::Error,
    io,
    sync::{Mutex, OnceLock, PoisonError},
};

use openssl::{
    asn1::Asn1Time,
    bn::{BigNum, MsbOption},
    ec::{EcGroup, EcKey},
    error::ErrorStack,
    hash::MessageDigest,
    nid::Nid,
    pkey::{PKey, Private},
    rsa::Rsa,
    ssl::{AlpnError, SslAcceptor, SslMethod, select_next_proto},
    x509::{
        X509, X509Builder, X509Name,
        extension::{BasicConstraints, SubjectAlternativeName},
    },
};

use super::notification_signer::NotificationSigner;
use crate::{
    crypto::{Certificate, KeyError, KeySubject, PrivateKey, PublicKey},
    sign::Merchant,
    verify::PlatformCertificate,
};

pub(super) const MCHID: &str = "1900000109";

pub(super) const BRAND_ID: &str = "10023";

pub(super) const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";

/// The keys of all gateways of a process, and of the merchant that they serve.
pub(super) struct GatewayKeys {
    pub(super) merchant: MerchantKeys,
    pub(super) brand: Merchant,
    /// The WeChat Pay public key with its private key, and the APIv3 key of the merchant.
    pub(super) notifications: NotificationSigner,
    /// The first platform certificate. Later ones belong to a single gateway.
    pub(super) platform: PlatformKeys,
    pub(super) acceptor: SslAcceptor,
    /// The PEM certificate of the authority that issued the TLS certificate.
    pub(super) ca_pem: Vec<u8>,
}

/// A private key that signs responses, and its ID in `Wechatpay-Serial`.
#[derive(Clone)]
pub(super) struct ResponseSigner {
    pub(super) key_id: String,
    pub(super) key: PrivateKey,
}

/// A platform certificate and its private key.
#[derive(Clone)]
pub(super) struct PlatformKeys {
    pub(super) certificate: PlatformCertificate,
    pub(super) pem: Vec<u8>,
    pub(super) signer: ResponseSigner,
}

impl PlatformKeys {
    pub(super) fn generate() -> Result<Self, Box<dyn Error + Send + Sync>> {
        let key = generate_rsa()?;
        let pem = self_signed("Tenpay.com sign", &key)?;
        let certificate = PlatformCertificate::from_pem(&pem)?;
        let signer = ResponseSigner {
            key_id: certificate.serial_no().to_owned(),
            key: key.into(),
        };
        Ok(Self {
            certificate,
            pem,
            signer,
        })
    }
}

/// An API certificate of the merchant and its key pair.
pub(super) struct MerchantKeys {
    pub(super) merchant: Merchant,
    /// The private key, PEM in PKCS#8.
    pub(super) pem: String,
    /// The certificate, in PEM.
    pub(super) certificate: Vec<u8>,
    pub(super) public: PublicKey,
}

impl MerchantKeys {
    pub(super) fn generate() -> Result<Self, Box<dyn Error + Send + Sync>> {
        let key = generate_rsa()?;
        let certificate = self_signed(MCHID, &key)?;
        let Certificate {
            serial_no,
            key: public,
            ..
        } = Certificate::from_pem(&certificate)
            .map_err(|kind| KeyError::new(KeySubject::PlatformCertificate, kind))?;
        let pem = String::from_utf8(key.private_key_to_pem_pkcs8()?)?;
        Ok(Self {
            merchant: Merchant::new(MCHID, serial_no, &pem)?,
            pem,
            certificate,
            public,
        })
    }
}

impl GatewayKeys {
    pub(super) fn get_or_generate() -> io::Result<&'static Self> {
        static KEYS: OnceLock<GatewayKeys> = OnceLock::new();
        // Tests start their gateways at the same moment. Without the lock, each would generate keys, for a second.
        static GENERATING: Mutex<()> = Mutex::new(());
        let _generating = GENERATING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(keys) = KEYS.get() {
            return Ok(keys);
        }
        let keys = Self::generate().map_err(io::Error::other)?;
        Ok(KEYS.get_or_init(|| keys))
    }

    fn generate() -> Result<Self, Box<dyn Error + Send + Sync>> {
        let merchant = MerchantKeys::generate()?;
        let (acceptor, ca_pem) = generate_tls()?;
        Ok(Self {
            brand: Merchant::brand(BRAND_ID, merchant.merchant.serial_no(), &merchant.pem)?,
            merchant,
            notifications: NotificationSigner::generate_with_id(PUBLIC_KEY_ID)?,
            platform: PlatformKeys::generate()?,
            acceptor,
            ca_pem,
        })
    }
}

/// A self-signed certificate, in PEM.
fn self_signed(common_name: &str, key: &PKey<Private>) -> Result<Vec<u8>, ErrorStack> {
    let mut builder = certificate(common_name, common_name, key)?;
    builder.sign(key, MessageDigest::sha256())?;
    builder.build().to_pem()
}

fn generate_rsa() -> Result<PKey<Private>, ErrorStack> {
    PKey::from_rsa(Rsa::generate(2048)?)
}

/// The TLS acceptor for `127.0.0.1` and `localhost`, and the PEM certificate of the authority that issued its
/// certificate.
fn generate_tls() -> Result<(SslAcceptor, Vec<u8>), ErrorStack> {
    const AUTHORITY: &str = "wechatpay-client testing CA";
    let ca_key = generate_ec()?;
    let mut ca = certificate(AUTHORITY, AUTHORITY, &ca_key)?;
    ca.append_extension(BasicConstraints::new().critical().ca().build()?)?;
    ca.sign(&ca_key, MessageDigest::sha256())?;

    let key = generate_ec()?;
    let mut server = certificate("localhost", AUTHORITY, &key)?;
    let names = SubjectAlternativeName::new()
        .ip("127.0.0.1")
        .dns("localhost")
        .build(&server.x509v3_context(None, None))?;
    server.append_extension(names)?;
    server.sign(&ca_key, MessageDigest::sha256())?;

    let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
    acceptor.set_private_key(&key)?;
    acceptor.set_certificate(&server.build())?;
    // Like the real hosts, selects HTTP/2 if the client offers it, so that tests notice a client that does.
    acceptor.set_alpn_select_callback(|_, offered| {
        select_next_proto(b"\x02h2\x08http/1.1", offered).ok_or(AlpnError::NOACK)
    });
    Ok((acceptor.build(), ca.build().to_pem()?))
}

fn generate_ec() -> Result<PKey<Private>, ErrorStack> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
    PKey::from_ec_key(EcKey::generate(&group)?)
}

/// A certificate of `key`, not yet signed, valid from yesterday for a year.
fn certificate(
    subject: &str,
    issuer: &str,
    key: &PKey<Private>,
) -> Result<X509Builder, ErrorStack> {
    let name = |text| {
        let mut name = X509Name::builder()?;
        name.append_entry_by_nid(Nid::COMMONNAME, text)?;
        Ok::<_, ErrorStack>(name.build())
    };
    let mut serial_no = BigNum::new()?;
    // 20 bytes with the top bit clear: 40 hexadecimal digits, like the serial numbers of the platform.
    serial_no.rand(159, MsbOption::ONE, false)?;
    let yesterday = std::time::UNIX_EPOCH
        .elapsed()
        .map_or(0, |now| now.as_secs().saturating_sub(86_400));
    let not_before = Asn1Time::from_unix(yesterday.try_into().unwrap_or(0))?;

    let mut builder = X509::builder()?;
    builder.set_version(2)?;
    builder.set_serial_number(&*serial_no.to_asn1_integer()?)?;
    builder.set_subject_name(&*name(subject)?)?;
    builder.set_issuer_name(&*name(issuer)?)?;
    builder.set_not_before(&not_before)?;
    builder.set_not_after(&*Asn1Time::days_from_now(365)?)?;
    builder.set_pubkey(key)?;
    Ok(builder)
}
