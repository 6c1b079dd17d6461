//! The keys and certificates of the gateway and its first merchant: generated once per process, never stored.

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
        extension::{
            AuthorityKeyIdentifier, BasicConstraints, SubjectAlternativeName, SubjectKeyIdentifier,
        },
    },
};

use zeroize::Zeroizing;

use super::{merchant::GatewayMerchant, notification_signer::NotificationSigner};
use crate::{
    crypto::{KeyError, KeySubject, PrivateKey},
    sign::Scheme,
    verify::PlatformCertificate,
};

const MCHID: &str = "1900000109";

const BRAND_ID: &str = "10023";

const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_0119000001092024111500112233445566";

/// The days for which a certificate is valid.
const VALID_DAYS: u32 = 365;

/// The keys of all gateways of a process, and of the merchant that they serve.
pub(super) struct GatewayKeys {
    pub(super) merchant: GatewayMerchant,
    /// The brand, with the keys of the merchant.
    pub(super) brand: GatewayMerchant,
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
pub struct PlatformKeys {
    pub(super) certificate: PlatformCertificate,
    pub(super) pem: Vec<u8>,
    pub(super) signer: ResponseSigner,
}

impl PlatformKeys {
    /// `age` is the number of earlier certificates. Each certificate expires a day after the one before, so that clients
    /// know the newest.
    pub(super) fn generate(age: usize) -> io::Result<Self> {
        let days = VALID_DAYS.saturating_add(age.try_into().unwrap_or(u32::MAX));
        let (private_key, certificate) = generate_valid("Tenpay.com sign", days)?;
        Self::from_pem(&private_key, &certificate).map_err(io::Error::other)
    }

    /// Reads the private key and the certificate.
    pub fn from_pem(private_key: &str, certificate: &str) -> Result<Self, KeyError> {
        let key = PrivateKey::from_pem(private_key.as_bytes())
            .map_err(|kind| KeyError::new(KeySubject::PrivateKey, kind))?;
        let platform = PlatformCertificate::from_pem(certificate)?;
        let signer = ResponseSigner {
            key_id: platform.serial_no().to_owned(),
            key,
        };
        Ok(Self {
            certificate: platform,
            pem: certificate.into(),
            signer,
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
        let signer = NotificationSigner::generate_with_id(PUBLIC_KEY_ID)?;
        let merchant = GatewayMerchant::generate_for(Scheme::Merchant, MCHID, signer)?;
        let merchant = merchant.with_certificate_mode();
        let tls = TlsIdentity::generate(&["localhost"])?;
        Ok(Self {
            brand: merchant.as_brand(BRAND_ID)?,
            merchant,
            platform: PlatformKeys::generate(0)?,
            acceptor: tls.acceptor()?,
            ca_pem: tls.authority,
        })
    }
}

/// A new RSA key and its self-signed certificate for this name, both in PEM.
pub fn generate_certified(common_name: &str) -> io::Result<(Zeroizing<String>, String)> {
    generate_valid(common_name, VALID_DAYS)
}

fn generate_valid(common_name: &str, days: u32) -> io::Result<(Zeroizing<String>, String)> {
    let key = Rsa::generate(2048).and_then(PKey::from_rsa);
    let key = key.map_err(io::Error::other)?;
    let private_key = key.private_key_to_pem_pkcs8().map(Zeroizing::new);
    // PEM is ASCII.
    let private_key = String::from_utf8_lossy(&private_key.map_err(io::Error::other)?).into_owned();
    let certificate = certify(common_name, &key, days).map_err(io::Error::other)?;
    Ok((Zeroizing::new(private_key), certificate))
}

/// A new certificate of a private key in PEM, which signs it itself.
pub fn renew_certificate(common_name: &str, private_key: &str) -> io::Result<String> {
    let key = PKey::private_key_from_pem(private_key.as_bytes());
    let certificate = key.and_then(|key| certify(common_name, &key, VALID_DAYS));
    certificate.map_err(io::Error::other)
}

fn certify(common_name: &str, key: &PKey<Private>, days: u32) -> Result<String, ErrorStack> {
    let mut builder = certificate(common_name, common_name, key, days)?;
    builder.sign(key, MessageDigest::sha256())?;
    let pem = builder.build().to_pem()?;
    Ok(String::from_utf8_lossy(&pem).into_owned())
}

/// A certificate for TLS with its key, and the authority that issued the certificate. All are PEM.
#[non_exhaustive]
pub struct TlsIdentity {
    /// The certificate of the authority.
    pub authority: Vec<u8>,
    /// The certificate that the authority issued.
    pub certificate: Vec<u8>,
    /// The private key of the certificate.
    pub private_key: Zeroizing<Vec<u8>>,
}

impl TlsIdentity {
    /// Generates an identity for `127.0.0.1` and these hosts. Nobody keeps the key of its authority, so the authority
    /// issues no further certificate.
    pub fn generate(hosts: &[&str]) -> Result<Self, ErrorStack> {
        const AUTHORITY: &str = "wechatpay-client testing CA";
        let ca_key = generate_ec()?;
        let mut ca = certificate(AUTHORITY, AUTHORITY, &ca_key, VALID_DAYS)?;
        ca.append_extension(BasicConstraints::new().critical().ca().build()?)?;
        // All authorities have one name. Without identifiers of their keys, a program that trusts two of them takes the
        // wrong one.
        let identifier = SubjectKeyIdentifier::new().build(&ca.x509v3_context(None, None))?;
        ca.append_extension(identifier)?;
        ca.sign(&ca_key, MessageDigest::sha256())?;
        let ca = ca.build();

        let key = generate_ec()?;
        let mut server = certificate("localhost", AUTHORITY, &key, VALID_DAYS)?;
        let mut names = SubjectAlternativeName::new();
        names.ip("127.0.0.1");
        for host in hosts {
            names.dns(host);
        }
        let names = names.build(&server.x509v3_context(None, None))?;
        server.append_extension(names)?;
        let issuer = AuthorityKeyIdentifier::new()
            .keyid(true)
            .build(&server.x509v3_context(Some(&ca), None))?;
        server.append_extension(issuer)?;
        server.sign(&ca_key, MessageDigest::sha256())?;
        Ok(Self {
            authority: ca.to_pem()?,
            certificate: server.build().to_pem()?,
            private_key: Zeroizing::new(key.private_key_to_pem_pkcs8()?),
        })
    }

    /// The acceptor of connections.
    pub fn acceptor(&self) -> Result<SslAcceptor, ErrorStack> {
        let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
        acceptor.set_private_key(&*PKey::private_key_from_pem(&self.private_key)?)?;
        acceptor.set_certificate(&*X509::from_pem(&self.certificate)?)?;
        // Like the real hosts, selects HTTP/2 if the client offers it, so that tests notice a client that does.
        acceptor.set_alpn_select_callback(|_, offered| {
            select_next_proto(b"\x02h2\x08http/1.1", offered).ok_or(AlpnError::NOACK)
        });
        Ok(acceptor.build())
    }
}

fn generate_ec() -> Result<PKey<Private>, ErrorStack> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
    PKey::from_ec_key(EcKey::generate(&group)?)
}

/// A certificate of `key`, not yet signed, valid from yesterday for this number of days from now.
fn certificate(
    subject: &str,
    issuer: &str,
    key: &PKey<Private>,
    days: u32,
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
    builder.set_not_after(&*Asn1Time::days_from_now(days)?)?;
    builder.set_pubkey(key)?;
    Ok(builder)
}

#[cfg(test)]
mod tests {
    use openssl::{
        stack::Stack,
        x509::{X509StoreContext, store::X509StoreBuilder},
    };

    use super::*;

    #[test]
    fn the_authority_of_a_certificate_is_found_among_others() {
        let identity = TlsIdentity::generate(&[]).unwrap();
        let mut store = X509StoreBuilder::new().unwrap();
        for _ in 0..3 {
            let other = TlsIdentity::generate(&[]).unwrap();
            store
                .add_cert(X509::from_pem(&other.authority).unwrap())
                .unwrap();
        }
        let authority = X509::from_pem(&identity.authority).unwrap();
        store.add_cert(authority).unwrap();
        let certificate = X509::from_pem(&identity.certificate).unwrap();
        let mut context = X509StoreContext::new().unwrap();
        let verified = context.init(
            &store.build(),
            &certificate,
            &Stack::new().unwrap(),
            |context| Ok((context.verify_cert()?, context.error())),
        );
        let (is_trusted, reason) = verified.unwrap();
        assert!(is_trusted, "{reason}");
    }
}
