//! PKCS#12 (`apiclient_cert.p12`): a private key with its certificate, under a password.

use openssl::{
    error::ErrorStack,
    pkcs12::{ParsedPkcs12_2, Pkcs12},
    provider::Provider,
};

use super::{
    key_error::KeyErrorKind,
    keys::{Certificate, PrivateKey},
    pem,
};

/// The private key in a PKCS#12 file, and the certificate of that key.
pub(crate) fn read(file: &[u8], password: &str) -> Result<(PrivateKey, Certificate), KeyErrorKind> {
    let file = read_der_or_base64(file).ok_or(KeyErrorKind::NotPkcs12)?;
    // C strings end there, and the binding panics.
    if password.contains('\0') {
        return Err(KeyErrorKind::WrongPassword);
    }
    let ParsedPkcs12_2 { pkey, cert, .. } = parse(&file, password)?;
    let key = pkey.ok_or(KeyErrorKind::NoPrivateKey)?;
    let certificate = cert.ok_or(KeyErrorKind::NoCertificate)?;
    let key = PrivateKey::checked(key)?;
    let certificate = Certificate::from_x509(&certificate)?;
    Ok((key, certificate))
}

/// The file as it is, or out of the base64 in which an environment variable holds it.
fn read_der_or_base64(file: &[u8]) -> Option<Pkcs12> {
    let pkcs12 = Pkcs12::from_der(file).ok();
    pkcs12.or_else(|| Pkcs12::from_der(&pem::decode(file)?).ok())
}

fn parse(file: &Pkcs12, password: &str) -> Result<ParsedPkcs12_2, KeyErrorKind> {
    let parsed = match file.parse2(password) {
        // Older tools encrypt certificates with RC2-40, which OpenSSL 3 keeps apart. Loaded for this reading
        // only.
        Err(error) if has_reason(&error, "unsupported") => {
            let _legacy = Provider::try_load(None, "legacy", true)
                .map_err(|_| KeyErrorKind::LegacyEncryption)?;
            file.parse2(password)
        }
        parsed => parsed,
    };
    parsed.map_err(|error| {
        // OpenSSL reports a MAC that is absent as one that does not verify, too.
        if has_reason(&error, "mac absent") {
            KeyErrorKind::NoMac
        } else if has_reason(&error, "mac verify failure") {
            KeyErrorKind::WrongPassword
        } else {
            KeyErrorKind::Malformed
        }
    })
}

fn has_reason(error: &ErrorStack, reason: &str) -> bool {
    let mut reasons = error.errors().iter().filter_map(|error| error.reason());
    reasons.any(|found| found == reason)
}
