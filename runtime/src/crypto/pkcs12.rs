//! PKCS#12 files (`apiclient_cert.p12`): a private key with its certificate, under a password.

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

/// Reads the private key of a PKCS#12 file, and the certificate of that key.
pub(crate) fn read(file: &[u8], password: &str) -> Result<(PrivateKey, Certificate), KeyErrorKind> {
    let file = read_der_or_base64(file).ok_or(KeyErrorKind::NotPkcs12)?;
    // A C string ends at a zero byte, and the binding panics.
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

/// Parses the file itself, or the file in base64, as an environment variable holds it.
fn read_der_or_base64(file: &[u8]) -> Option<Pkcs12> {
    let pkcs12 = Pkcs12::from_der(file).ok();
    pkcs12.or_else(|| Pkcs12::from_der(&pem::decode(file)?).ok())
}

fn parse(file: &Pkcs12, password: &str) -> Result<ParsedPkcs12_2, KeyErrorKind> {
    let parsed = match file.parse2(password) {
        // Older tools encrypt certificates with RC2-40, which only the legacy provider of OpenSSL 3 has. It is
        // loaded for this file only.
        Err(error) if has_reason(&error, "unsupported") => {
            let _legacy = Provider::try_load(None, "legacy", true)
                .map_err(|_| KeyErrorKind::LegacyEncryption)?;
            file.parse2(password)
        }
        parsed => parsed,
    };
    parsed.map_err(|error| {
        // OpenSSL reports an absent MAC also as one that does not verify.
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
